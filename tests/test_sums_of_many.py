"""Sums that are made of many amounts, and foundations beside who gave: read wrongly they were spent, or somebody's own. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.foundations import WHAT_IT_DID


@pytest.mark.parametrize(
    "headings", ["接受笔数,接受金额（元）,拨付笔数,拨付金额（元）", "接收笔数,接收金额（元）,支出笔数,支出金额（元）"]
)
def test_sums_of_many_are_bookings_on_neither_side(headings: str) -> None:
    """What came was passed over, and what went was booked as spent."""
    found = told(f"日期,{headings}\n2020-02-18,12,5901.10,1,600\n2020-02-19,3,300,2,50\n")
    assert "expense" not in found
    assert "receipt" not in found
    assert found.startswith("statistic")


@pytest.mark.parametrize(
    "text",
    [
        "日期,支出事项,笔数,支出金额（元）\n2020-02-18,购买文具,2,120.5\n",
        "日期,慰问人数,慰问金额（元）\n2020-02-18,2,600\n",
        "日期,拨付单位,拨付笔数,拨付金额（元）\n2020-02-18,江南县慈善会,2,600\n",
    ],
)
def test_what_was_spent_for_something_or_somebody_is_spent(text: str) -> None:
    assert "2 expense 2020-02-18" in told(text)


_GIFTS = "name,amount,{},date\n王小明,100,江南助学基金会,2020-02-03\n赵大海,50.5,云山儿童基金会,2020-02-05\n"


@pytest.mark.parametrize("heading", ["foundation", "Charity Name", "公益基金会"])
def test_a_foundation_beside_who_gave_is_asked_about(heading: str) -> None:
    """It was passed over, and what others got stood in the book as one's own."""
    text = _GIFTS.format(heading)
    assert WHAT_IT_DID in told(text)
    assert "receipt 2020-02-03 donor=王小明" in told(text, columns={heading: "-"})
    assert "via=江南助学基金会" in told(text, columns={heading: "via"})
    assert "relay 2020-02-03 donor=王小明 recipient=江南助学基金会" in told(
        text, columns={heading: "recipient", "name": "donor"}
    )


def test_a_foundation_that_is_blank_or_gave_itself_is_not_asked_about() -> None:
    assert "receipt" in told("name,amount,foundation,date\n王小明,100,,2020-02-03\n")
    assert "receipt" in told("donator,amount,charity,date\nAnn Lee,$10,Wildlife,2020-02-03\n")
