"""Words of what was raised, 募集 and 筹集: they say that money came, and are neither something that was paid for nor who gave."""

import pytest
from harness.tables import told


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
