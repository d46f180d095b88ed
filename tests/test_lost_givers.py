"""Name beside Recipient Name and an amount: who gave was passed over, and a gift booked as money that was spent. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.lost_givers import WHO_OF_BOTH

ROWS = "2020-02-01,Ann Lee,Tom Wu,500\n2020-02-02,Bo Lin,Liu Jo,700\n"


@pytest.mark.parametrize(
    "headings",
    [
        "Date,Name,Recipient Name,Amount (CNY)", "Date,Full Name,Recipient,Amount (CNY)", "Date,Name,Beneficiary,Donation",
        "日期,姓名,接收单位,金额", "日期,姓名,受助人,捐款金额",
    ],
)  # fmt: skip
def test_who_gave_is_asked_for(headings: str) -> None:
    text = f"{headings}\n{ROWS}"
    assert told(text).count(WHO_OF_BOTH) == 2
    name = headings.split(",")[1]
    found = told(text, columns={name: "donor"})
    assert "relay 2020-02-01 donor=Ann Lee recipient=Tom Wu: CNY 500元" in found
    assert "expense 2020-02-01 recipient=Tom Wu: CNY 500元" in told(text, columns={name: "-"})


@pytest.mark.parametrize("title", ["Donations", "捐款名单"])
def test_a_list_of_gifts_says_it(title: str) -> None:
    text = f"{title}\nDate,Name,Recipient Name,Amount (CNY)\n{ROWS}"
    assert "relay 2020-02-01 donor=Ann Lee recipient=Tom Wu" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"救助金发放表\n日期,姓名,接收单位,金额\n{ROWS}", f"日期,姓名,接收单位,支出金额\n{ROWS}",
        f"Date,Name,Recipient Name,Amount Paid Out (CNY)\n{ROWS}",
        "Date,Name,Recipient Name,Amount (CNY)\n2020-02-01,Tom Wu,Tom Wu,500\n", "Date,Name,Recipient Name,Amount (CNY)\n2020-02-01,,Tom Wu,500\n",
    ],
)  # fmt: skip
def test_what_surely_was_paid_asks_nothing(text: str) -> None:
    assert "expense 2020-02-01 recipient=Tom Wu: CNY 500元" in told(text)
