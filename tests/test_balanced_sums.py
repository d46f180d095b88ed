"""Tables of what funds had, got, spent and have left. All is invented."""

import pytest
from harness.tables import told

HEADINGS = [
    "基金,期初余额,收入,支出,期末余额",
    "Fund,Opening balance,Donations received,Spent,Closing balance",
    "Fund,Brought forward,Income,Expenditure,Carried forward",
]


@pytest.mark.parametrize("headings", HEADINGS)
def test_sums_of_funds_that_tie_out_are_no_gifts(headings: str) -> None:
    """In English what was spent of each was booked."""
    found = told(f"{headings}\nGeneral,100,200,50,250\nYouth,0,100,20,80\n", "2020-03-29")
    assert found.startswith("statistic")
    assert "expense" not in found


@pytest.mark.parametrize("headings", HEADINGS)
def test_sums_of_funds_that_do_not_tie_out_are_asked_about(headings: str) -> None:
    found = told(f"{headings}\nGeneral,100,200,50,260\nYouth,0,100,20,80\n", "2020-03-29")
    assert "statement of sums" in found
    assert "expense" not in found


@pytest.mark.parametrize("headings", ["Item,Opening balance,Received,Spent,Balance", "摘要,上期结余,收入,支出,余额"])
@pytest.mark.parametrize("left", ["300", "299"])
def test_a_cash_book_that_says_who_gave_is_none_of_funds(headings: str, left: str) -> None:
    """Without days it was passed over, or asked about as sums."""
    giver = "Donation from Li Hua" if headings.isascii() else "李华捐款"
    found = told(f"{headings}\n{giver},100,200,,{left}\nMasks,300,,50,250\n")
    assert not found.startswith("statistic")
    assert "statement of sums" not in found


@pytest.mark.parametrize("headings", ["基金,期初余额,收入,支出,期末余额", "项目,上年结余,收入,支出,结余"])
def test_funds_that_are_called_after_who_gave_are_sums_still(headings: str) -> None:
    """Each of them got and spent something."""
    found = told(f"{headings}\n李华捐款,100,200,50,250\n王芳捐款,0,200,50,150\n", "2020-03-29")
    assert found.startswith("statistic")
