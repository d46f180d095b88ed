"""Words of what was raised, 募集 and 筹集: they say that money came, and are neither something that was paid for nor who gave."""

import pytest
from harness.tables import told

from donations.importers.columns.promises import PLANNED


@pytest.mark.parametrize("came", ["募集", "筹集", "接受", "接收", "募集善款"])
@pytest.mark.parametrize("went", ["支出", "拨付", "使用"])
def test_what_was_raised_in_all_is_no_cost(came: str, went: str) -> None:
    """628 that were raised were booked as spent."""
    found = told(f"项目,善款\n{came},628\n{went},599\n", "2020-02-10")
    assert "expense (2020-02-10) : CNY 628元" not in found
    found = told(f"慈善会募集及使用\n类别,善款\n{came},628\n{went},599\n", "2020-02-10")
    assert "expense (2020-02-10) : CNY 628元" not in found


@pytest.mark.parametrize("what", ["接收捐赠", "接受捐款", "现场捐款", "募集善款", "募得捐款"])
def test_nobody_is_called_so(what: str) -> None:
    """接收捐赠 was a gift of one 接收."""
    found = told(f"日期,摘要,收入,支出\n2020-01-01,{what},500,\n2020-01-02,李华捐款,30,\n", "2020-02-10")
    assert "2 receipt 2020-01-01 donor=爱心人士: CNY 500元" in found
    assert "donor=李华" in found


@pytest.mark.parametrize(("first", "second"), [("首批捐款", "追加捐款"), ("捐款", "二次捐款"), ("捐款", "补充捐款")])
def test_a_second_gift_is_not_left_out(first: str, second: str) -> None:
    """首批捐款 was read by nobody, and 追加捐款 beside it was all that was booked."""
    found = told(f"捐赠人,{first},{second}\n李华,100,50\n", "2020-02-10")
    assert "one column of money" in found
    assert "receipt" not in found


@pytest.mark.parametrize(
    "headings", ["支出,金额,日期", "开支,金额（元）,时间", "Expenditure,Amount,Date", "Expense,Amount,Date"]
)
def test_what_was_paid_for_may_stand_below_the_word_for_it(headings: str) -> None:
    """A donor was asked for, and an amount in the place of the words."""
    found = told(f"{headings}\n服务器,100,2020-02-01\n域名,50,2020-02-02\n")
    assert "2 expense 2020-02-01 : CNY 100元 “服务器”" in found
    assert found.count("expense") == 2
    assert "expense" in told("2020年捐款\n支出,金额,日期\n服务器,100,2020-02-01\n")


@pytest.mark.parametrize(
    "paper",
    [
        "支出,捐款金额,日期\n服务器,100,2020-02-01\n",
        "支出,金额,日期\n服务器3台,100,2020-02-01\n",
        "捐款人,支出,金额,日期\n李华,未支出,100,2020-02-01\n",
        "付款,金额,日期\n李华,100,2020-02-01\n",
    ],
)
def test_words_in_the_place_of_an_amount_are_asked_about_elsewhere(paper: str) -> None:
    assert "2 ! " in told(paper)


@pytest.mark.parametrize(
    "row",
    ["2020-02-02,,500,李华捐款", "2020-02-02,李华捐款,500,", "2020-02-02,Refund of rent,500,"],
)
def test_what_came_among_what_was_paid_for_is_not_booked_as_spent(row: str) -> None:
    found = told(f"日期,支出,金额,备注\n2020-02-01,服务器,100,\n{row}\n")
    assert "expense" not in found
    assert "2 ! " in found


@pytest.mark.parametrize("title", ["2021年预算", "活动经费概算", "Budget 2020", "预计支出"])
@pytest.mark.parametrize("headings", ["项目,支出金额（元）", "Expense,Amount (CNY)"])
def test_a_budget_is_not_what_was_spent(title: str, headings: str) -> None:
    rows = f"{headings}\n服务器,100\n域名,50\n"
    assert told(f"{title}\n{rows}", "2020-02-29").count(PLANNED) == 2
    assert PLANNED not in told(f"{title}\n日期,{headings}\n2020-02-01,服务器,100\n")


@pytest.mark.parametrize("title", ["2020年预算执行情况", "预算内支出", "Budget and actuals 2020"])
def test_what_was_spent_of_a_budget_was(title: str) -> None:
    assert PLANNED not in told(f"{title}\n项目,支出金额（元）\n服务器,100\n", "2020-02-29")
