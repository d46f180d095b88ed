"""A gift that the book has comes again as given back or void: its row is passed over, and it is told that the gift still counts."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from test_lists_again import Rows, paper

GOODS: Rows = [
    ["日期", "捐赠单位", "品名", "数量", "单位", "状态"],
    ["2024-02-01", "甲公司", "口罩", "500", "只", "已入库"],
    ["2024-02-02", "乙公司", "手套", "200", "双", "已入库"],
    ["2024-02-03", "丙公司", "饼干", "100", "箱", "已入库"],
]
MONEY: Rows = [
    ["日期", "姓名", "金额", "状态"],
    ["2024-02-01", "张三", "500", "已到账"],
    ["2024-02-02", "李四", "200", "已到账"],
    ["2024-02-03", "王五", "100", "已到账"],
]
REMARKS = [[*row[:3], "备注" if at == 0 else ""] for at, row in enumerate(MONEY)]
NUMBERED = [[*row, "交易单号" if at == 0 else f"G20240201000{at}"] for at, row in enumerate(GOODS)]


def saying(rows: Rows, row: int, word: str, column: str = "状态") -> Rows:
    """The list, with that word in the state of a row."""
    place = rows[0].index(column)
    return [[*one[:place], word, *one[place + 1 :]] if at == row - 1 else one for at, one in enumerate(rows)]


def imported(desk: Desk, folder: Path, *lists: Rows) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for at, rows in enumerate(lists, 1):
        found = desk.do(f"import {paper(folder, f'list{at}.csv', rows)} --yes --format json").json
    assert desk.is_in_order()
    return found


def told(found: dict[str, Any]) -> list[tuple[int, int]]:
    return [(row["row"], row["entry"]) for one in found.get("still_booked", []) for row in one["rows"]]


@pytest.mark.parametrize(
    ("first", "now"),
    [
        (GOODS, saying(GOODS, 3, "已退货")),
        (GOODS, saying(GOODS, 3, "已退回")),
        (NUMBERED, saying(NUMBERED, 3, "已退货")),
        (MONEY, saying(MONEY, 3, "已退款")),
        (MONEY, saying(MONEY, 3, "已取消")),
        (REMARKS, saying(REMARKS, 3, "作废", "备注")),
    ],
    ids=["goods", "goods returned", "goods with numbers", "money", "called off", "void by its remark"],
)
def test_a_gift_that_went_back_by_a_later_list_is_told(desk: Desk, tmp_path: Path, first: Rows, now: Rows) -> None:
    found = imported(desk, tmp_path, first, now)
    assert (found["entries"], found["files"][0]["tables"][0]["ignored"]) == (0, 1)
    assert told(found) == [(3, 2)]


def test_what_to_do_is_said_and_settles_it(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, GOODS)
    now = paper(tmp_path, "now.csv", saying(saying(GOODS, 2, "已退货"), 3, "已退货"))
    said = desk.do(f"import {now} --yes").out
    assert "now.csv: rows 2–3 are passed over" in said
    assert "`donations reverse 1 --reason …`" in said
    desk.do("reverse 1 --reason returned")
    assert (
        "now.csv: row 3 is passed over, since it went back or is void by its own word, but the book has it as entry 2"
        in (desk.do(f"import {now} --dry-run").out)
    )
    desk.do("reverse 2 --reason returned")
    assert told(desk.do(f"import {now} --yes --format json").json) == []


def test_the_entry_that_says_it_aright_is_told(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, GOODS)
    desk.do("correct 2 --city 九江市")
    [(row, entry)] = told(imported(desk, tmp_path, saying(GOODS, 3, "已退货")))
    assert (row, entry) == (3, 5)


@pytest.mark.parametrize(
    ("first", "now"),
    [
        (GOODS, [*GOODS, saying(GOODS, 3, "已退货")[2]]),  # the gift has a row of its own yet
        (GOODS, [*GOODS[:1], saying(GOODS, 3, "已退货")[2], *GOODS[1:]]),
        (GOODS[:2], saying(GOODS, 3, "已退货")),  # it never came in
        (GOODS, saying(GOODS, 3, "未入库")),  # it is promised in another list
    ],
    ids=["below", "above", "never booked", "not come"],
)
def test_what_the_book_does_not_count_for_it_is_not_told(desk: Desk, tmp_path: Path, first: Rows, now: Rows) -> None:
    assert told(imported(desk, tmp_path, first, now)) == []
