"""A growing sheet in which a row was put right since: the row is booked, and it is told which entry it may be, and what to do."""

from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from test_lists_again import Rows, paper

SHEET: Rows = [
    ["日期", "姓名", "金额", "备注"],
    ["2024-02-01", "张三", "500", ""],
    ["2024-02-01", "李四", "200", ""],
    ["2024-02-02", "王五", "100", ""],
    ["2024-02-03", "赵六", "300", ""],
    ["2024-02-05", "钱七", "800", ""],
    ["2024-02-06", "孙八", "100", ""],
]
NEW: Rows = [["2024-02-08", "周九", "150", ""], ["2024-02-09", "吴十", "260", ""]]


def put_right(rows: Rows, row: int, column: str, value: str) -> Rows:
    at = SHEET[0].index(column)
    return [
        [value if (place, number) == (row - 1, at) else cell for number, cell in enumerate(one)]
        for place, one in enumerate(rows)
    ]


def imported(desk: Desk, folder: Path, *sheets: Rows) -> dict[str, Any]:
    """What became of the last of the sheets, imported one after the other."""
    found: dict[str, Any] = {}
    for week, rows in enumerate(sheets, 1):
        found = desk.do(f"import {paper(folder, f'week{week}.csv', rows)} --yes --format json").json
    assert desk.is_in_order()
    return found


def told(found: dict[str, Any]) -> list[tuple[str, int, int, int]]:
    """What is told: what is another, the row, the entry, and the row that this came from."""
    return [
        (one["other"], row["row"], row["entry"], row["of_row"])
        for one in found.get("may_be_corrected", [])
        for row in one["rows"]
    ]


@pytest.mark.parametrize(
    ("column", "value", "other"),
    [("姓名", "张叁", "name"), ("金额", "5000", "amount"), ("日期", "2024-01-28", "day")],
)
@pytest.mark.parametrize("row", [2, 4, 6, 7])
@pytest.mark.parametrize("grows", [True, False])
def test_a_row_put_right_is_told(
    desk: Desk, tmp_path: Path, column: str, value: str, other: str, row: int, *, grows: bool
) -> None:
    now = [*put_right(SHEET, row, column, value), *(NEW if grows else [])]
    found = imported(desk, tmp_path, SHEET, now)
    assert found["entries"] == 1 + len(NEW) * grows  # it may be another gift
    assert told(found) == [(other, row, row - 1, row)]


def test_what_to_do_is_said_and_settles_it(desk: Desk, tmp_path: Path) -> None:
    now = [*put_right(SHEET, 2, "姓名", "张叁"), *NEW]
    imported(desk, tmp_path, SHEET)
    said = desk.do(f"import {paper(tmp_path, 'week2.csv', now)} --dry-run").out
    assert (
        "week2.csv: row 2 may be entry 1 of import 1 (week1.csv) corrected: only the name differs,"
        " and row 2 of that paper is not in this one any more" in said
    )
    assert "Both would count." in said
    said = desk.do(f"import {tmp_path / 'week2.csv'} --yes").out
    assert "Both count. If it is a correction, take the older entry back: `donations reverse 1 --reason …`" in said
    desk.do("reverse 1 --reason misspelt")
    found = desk.do(
        f"import {paper(tmp_path, 'week3.csv', [*now, ['2024-02-12', '郑一', '20', '']])} --yes --format json"
    ).json
    assert (found["entries"], told(found)) == (1, [])
    assert desk.do(f"import {tmp_path / 'week1.csv'} --yes --format json").json["entries"] == 0
    assert desk.is_in_order()


def test_the_row_of_a_sheet_that_is_written_from_above_is_found(desk: Desk, tmp_path: Path) -> None:
    first = [SHEET[0], *SHEET[:0:-1]]
    now = [SHEET[0], *NEW[::-1], *put_right(first, 4, "姓名", "赵陆")[1:]]
    assert told(imported(desk, tmp_path, first, now)) == [("name", 6, 3, 4)]


@pytest.mark.parametrize(
    ("more", "found"), [(NEW, [("amount", 3, 1, 2)]), ([*NEW, ["2024-02-07", "匿名", "30", ""]], [])]
)
def test_of_those_without_a_name_only_one_may_be_it(desk: Desk, tmp_path: Path, more: Rows, found: object) -> None:
    """In a sheet that is written from above, where rows don't keep their places."""
    first = [SHEET[0], ["2024-02-07", "匿名", "50", ""], *SHEET[:0:-1]]
    now = [SHEET[0], *more[:1], ["2024-02-07", "匿名", "500", ""], *more[1:], *SHEET[:0:-1]]
    assert told(imported(desk, tmp_path, first, now)) == found


def test_a_row_that_came_last_week_alone_is_found(desk: Desk, tmp_path: Path) -> None:
    """What the week before brought beside what was known is a paper of one row."""
    week2 = [*SHEET, NEW[0]]
    found = imported(desk, tmp_path, SHEET, week2, [*put_right(week2, 8, "金额", "1500"), NEW[1]])
    assert told(found) == [("amount", 8, 7, 8)]


def test_both_in_one_command(desk: Desk, tmp_path: Path) -> None:
    files = paper(tmp_path, "a.csv", SHEET), paper(tmp_path, "b.csv", put_right(SHEET, 3, "金额", "2000"))
    found = desk.do(f"import {files[0]} {files[1]} --yes --format json").json
    assert (found["entries"], told(found)) == (7, [("amount", 3, 2, 3)])


def test_several_rows_of_one_sort_are_told_together(desk: Desk, tmp_path: Path) -> None:
    now = put_right(put_right(SHEET, 2, "姓名", "张叁"), 3, "姓名", "李泗")
    imported(desk, tmp_path, SHEET)
    said = desk.do(f"import {paper(tmp_path, 'week2.csv', now)} --yes").out
    assert "week2.csv: rows 2–3 may be entries 1–2 of import 1 (week1.csv) corrected" in said


def test_goods_that_were_mistaken_for_others_are_told(desk: Desk, tmp_path: Path) -> None:
    goods = [["日期", "捐赠单位", "品名", "数量", "单位"], *(
        [f"2024-02-0{day}", f"{who}公司", "KN95口罩", f"{day}00", "只"] for day, who in enumerate("甲乙丙丁戊", 1)
    )]  # fmt: skip
    now = [[cell.replace("KN95", "N95") if place == 3 else cell for cell in row] for place, row in enumerate(goods)]
    assert told(imported(desk, tmp_path, goods, now)) == [("goods", 4, 3, 4)]


@pytest.mark.parametrize(
    "now",
    [
        [*SHEET, ["2024-02-08", "张三", "600", ""], ["2024-02-02", "王伍", "100", ""]],  # the older rows stand yet
        [*SHEET[:3], *SHEET[4:], *NEW],  # a row was left out, and none is like it
        put_right(put_right(SHEET, 2, "姓名", "张叁"), 2, "金额", "50"),  # two things are others
        [
            SHEET[0],
            *SHEET[4:],
            ["2024-02-08", "张三", "500", ""],
            ["2024-02-09", "李四", "200", ""],
        ],  # only the last days
        [SHEET[0], SHEET[1], *([day, "某某", "100", ""] for day in ("2024-02-01", "2024-02-02"))],  # one row is no list
    ],
    ids=["further gifts", "left out", "two others", "the last days", "one row"],
)
def test_what_is_a_gift_of_its_own_is_not_told(desk: Desk, tmp_path: Path, now: Rows) -> None:
    assert told(imported(desk, tmp_path, SHEET, now)) == []


def test_an_older_entry_that_was_taken_back_is_not_told_of(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, SHEET)
    desk.do("reverse 1 --reason misspelt")
    now = paper(tmp_path, "week2.csv", put_right(SHEET, 2, "姓名", "张叁"))
    assert told(desk.do(f"import {now} --yes --format json").json) == []


def test_who_was_forgotten_is_not_found_by_it(desk: Desk, tmp_path: Path) -> None:
    imported(desk, tmp_path, SHEET)
    desk.do("forget 张三 --yes")
    now = paper(tmp_path, "week2.csv", put_right(SHEET, 2, "姓名", "张叁"))
    assert told(desk.do(f"import {now} --yes --format json").json) == []
