"""A column for each month in English, Jan Feb Mar, as 1月 2月 3月 is one; and amounts with a sign of foreign money below times."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    "headings", ["Member,Jan,Feb,Mar,Total", "Donor,January,February,March,Total", "Name,Jan.,Feb.,Mar.,Total"]
)
def test_gifts_by_month(headings: str) -> None:
    """Each is of the last day of its month, in the year of the title."""
    text = f"Tithes and Offerings 2019,,,,\n{headings}\nAnn Lee,100,50,,150\nBob Ray,,10,20,30\nTotal,100,60,20,180\n"
    assert told(text).splitlines()[1:] == [
        "3 receipt 2019-01-31 donor=Ann Lee: CNY 100元 [100CNY]",
        "3 receipt 2019-02-28 donor=Ann Lee: CNY 50元 [50CNY]",
        "4 receipt 2019-02-28 donor=Bob Ray: CNY 10元 [10CNY]",
        "4 receipt 2019-03-31 donor=Bob Ray: CNY 20元 [20CNY]",
        "5 - a total",
        "= 180 in row 5",
    ]


def test_months_with_their_year() -> None:
    """The year may stand behind each."""
    found = told("Donor,Nov 2019,Dec 2019,Jan 2020\nAnn Lee,100,,50\n").splitlines()
    assert [line.split(" donor")[0] for line in found[1:]] == ["2 receipt 2019-11-30", "2 receipt 2020-01-31"]


def test_months_of_what_is_no_gift() -> None:
    """Numbers below months are asked about where nothing says that they were given."""
    assert "receipt" not in told("Attendance 2019,,\nName,Jan,Feb\nAnn Lee,3,4\n")


def test_amounts_with_signs_below_times() -> None:
    """$ stands before the parts and before their sum, which is held against them."""
    text = 'Donations 2019,,,\nDonor,Jan,Feb,Total\nAnn Lee,$100,$50,{}\nBob Ray,,"$1,000.50","$1,000.50"\n'
    found = told(text.format("$150")).splitlines()
    assert found[1:] == [
        "3 receipt 2019-01-31 donor=Ann Lee: USD 100美元 [100USD]",
        "3 receipt 2019-02-28 donor=Ann Lee: USD 50美元 [50USD]",
        "4 receipt 2019-02-28 donor=Bob Ray: USD 1000.5美元 [1000.5USD]",
    ]
    assert "the sum of the amounts beside it" in told(text.format("$170"))


@pytest.mark.parametrize(
    "text",
    [
        "Donations 2019,,,\nDonor,Jan,Feb\nAnn Lee,$100,50\n",
        "Date,Donor,Cash,Check\n2020-01-01,Ann Lee,$100,\n2020-01-02,Bob Ray,,50\n",
    ],
)
def test_a_sign_in_another_column(text: str) -> None:
    """Amounts with a sign and amounts without one in columns beside each other are asked about, as they are in one column."""
    assert "which money the amounts without a sign are" in told(text)
    assert "receipt" not in told(text)
