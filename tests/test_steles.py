"""Names and amounts in turn without headings, as on a stele or a board of those who gave."""

import pytest
from harness.tables import told

ROWS = "李华,500,王芳,300,赵一,200\n钱二,100,孙三,100,,\n"


def gave(text: str) -> dict[str, str]:
    """Who gave what."""
    found = [line.split("donor=")[1] for line in told(text, day="2020-02-29").splitlines() if "donor=" in line]
    return {name: amount.split()[1] for name, _, amount in (line.partition(": ") for line in found) if amount}


@pytest.mark.parametrize("title", ["重修观音阁功德芳名", "捐款名单", "爱心捐款光荣榜", "乐捐芳名（单位：元）"])
def test_names_and_amounts_in_turn(title: str) -> None:
    """Each pair is a gift."""
    expected = {"李华": "500元", "王芳": "300元", "赵一": "200元", "钱二": "100元", "孙三": "100元"}
    assert gave(f"{title}\n{ROWS}") == expected
    assert gave(f"{title}\n{ROWS.replace('00,', '00元,')}") == expected


def test_numbers_before_the_names_and_a_total() -> None:
    """1 李华 500 2 王芳 300, and 合计 held against them."""
    text = "功德榜\n1,李华,500,2,王芳,300\n3,钱二,100,4,孙三,100\n合计,1000,,,,\n"
    assert gave(text) == {"李华": "500元", "王芳": "300元", "钱二": "100元", "孙三": "100元"}
    assert told(text, day="2020-02-29").splitlines()[-1] == "= 1000 in row 4"


@pytest.mark.parametrize(
    "text",
    [
        ROWS,
        f"救助金发放名单\n{ROWS}",
        f"捐款收支明细\n{ROWS}",
        f"捐赠物资\n{ROWS}",
        "捐款名单\n1月,500,2月,300\n3月,100,4月,20\n",
        "功德箱\n收入,500,支出,300\n结余,100,利息,20\n",
        "捐款名单\n李华,500,王芳,300\n赵一,王五,20,30\n",
        "捐款名单\n李华,500,王芳,300\n赵一,100,,20\n",
    ],
)
def test_what_may_be_something_else_is_refused(text: str) -> None:
    """Without such a title, or with other cells among the pairs, one sentence says what to write."""
    said = told(text, day="2020-02-29").splitlines()
    assert said[0].startswith("unclear"), said
    assert all("! None: a row of headings" in line or " - " in line for line in said[1:])


@pytest.mark.parametrize("headings", ["", "姓名,金额,姓名,金额\n"])
@pytest.mark.parametrize(
    "tiers",
    [("壹万元以上", "壹仟元"), ("10000元以上（含）", "1000-9999元"), ("（一）捐款10000元以上的个人", "捐款1000元：")],
)
def test_the_level_of_gifts_above_their_rows_is_no_gift(headings: str, tiers: tuple[str, str]) -> None:
    text = f"修路捐款芳名榜\n{headings}{tiers[0]}\n李华,20000,王芳,10000\n{tiers[1]}\n赵明,1000,,\n合计,31000,,\n"
    said = told(text, day="2020-02-29")
    assert said.count(" - a heading of the rows below it") == 2 if headings else 1
    assert [each in said for each in ("[20000CNY]", "[10000CNY]", "[1000CNY]")] == [True, True, True]
    assert " ! " not in said


def test_the_level_of_gifts_names_nobody_whose_name_is_missing_below_it() -> None:
    said = told("捐款人,金额\n壹千元\n,1000\n李华,1000\n", day="2020-02-29")
    assert "3 receipt (2020-02-29) donor=爱心人士: CNY 1000元" in said
    assert "壹千元" not in said.replace("2 - ", "")
