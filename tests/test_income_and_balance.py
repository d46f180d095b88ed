"""Banks' lists of what came in alone, with what was left after each row and no column of what went out. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.balances import NO_NEIGHBOUR, OTHER_CHANGE

ROWS = ["2020-02-01,王芳,100,1100,捐款", "2020-02-02,李华,200,1300,捐款", "2020-02-03,赵六,50,1350,捐款"]


def read(heading: str, rows: list[str]) -> str:
    return told(f"交易日期,对方户名,{heading},账户余额,摘要\n" + "\n".join(rows) + "\n")


@pytest.mark.parametrize("heading", ["收入", "收入金额", "贷方发生额", "存入金额（元）", "Credit", "Deposits"])
@pytest.mark.parametrize("newest_first", [False, True])
def test_the_first_row_came_in_as_all_others_did(heading: str, newest_first: bool) -> None:
    """It was refused, since nothing stands before it."""
    found = read(heading, ROWS[::-1] if newest_first else ROWS)
    assert [f"donor={name}: CNY {many}元" in found for name, many in (("王芳", 100), ("李华", 200), ("赵六", 50))] == [
        True
    ] * 3
    assert "!" not in found


def test_a_balance_that_says_otherwise_leaves_it_open() -> None:
    fallen = [*ROWS, "2020-02-04,某商店,150,1200,购物"]
    assert f"! 收入: {NO_NEIGHBOUR}" in read("收入", fallen)
    assert f"! 收入: {OTHER_CHANGE}" in read(
        "收入", [*ROWS, "2020-02-04,周明,30,1390,捐款", "2020-02-05,吴静,10,1400,捐款"]
    )
    assert NO_NEIGHBOUR in read("发生额", ROWS)  # of either way


def test_interest_is_still_no_gift() -> None:
    found = read("收入", ["2020-01-31,,3,1003,利息", "2020-02-01,王芳,100,1103,捐款", "2020-02-02,李华,200,1303,捐款"])
    assert found.splitlines()[1].startswith("2 - ")
    assert found.count("receipt") == 2
