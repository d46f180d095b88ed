"""A row of a file that says several things: they are counted, and so are the rows of the file."""

from pathlib import Path

import pytest
from conftest import Desk

from donations.domain.file_rows import FileRows

SHARED = "日期,捐赠单位,物资名称,数量,分配单位,分配数量\n2020-02-01,甲公司,口罩,100个,市一院,60个\n,,,,市二院,40个\n2020-02-02,乙公司,手套,50双,市一院,50双\n"
MONTHS = "2020年捐款\n姓名,1月,2月,合计\n李华,100,50,150\n王芳,10,,10\n"
TWO_SIDES = "日期,收入,金额,支出,金额\n2020-02-01,李华捐款,1000,买水,200\n2020-02-02,王芳捐款,500,,\n"
BESIDE = "姓名,金额（元）,姓名,金额（元）\n李华,100,王芳,300\n张伟,20,,\n赵六,5,孙八,7\n"
PLAIN = "日期,姓名,金额（元）\n2020-02-01,李华,100\n2020-02-02,王芳,50\n"
ONE_SHARE = "日期,捐赠单位,物资名称,数量,分配情况\n2020-02-02,乙公司,手套,50双,市一院20双\n"


@pytest.mark.parametrize(
    ("content", "records", "rows"),
    [(SHARED, 4, 3), (MONTHS, 3, 2), (TWO_SIDES, 3, 2), (BESIDE, 5, 3), (PLAIN, 2, 2), (ONE_SHARE, 1, 1)],
)
def test_rows_of_the_file_are_told_beside_their_records(
    desk: Desk, tmp_path: Path, content: str, records: int, rows: int
) -> None:
    paper = tmp_path / "a.csv"
    paper.write_text(content, encoding="utf-8")
    words = f"import {paper} --date 2020-02-01 --dry-run"
    [table] = desk.do(f"{words} --format json").json["files"][0]["tables"]
    assert table["rows"] == records == sum(table[what] for what in ("accepted", "duplicate", "ignored", "rejected"))
    assert table.get("file_rows", records) == rows
    said = f"{records} records in {rows} rows: {records} new" if records != rows else f"{rows} row"
    assert said in desk.do(words).out


def test_many_rows_with_two_records_each(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "a.csv"
    lines = "".join(f"李{chr(0x4E00 + at)}华,{at + 1},王{chr(0x4E00 + at)}芳,{at + 2}\n" for at in range(900))
    paper.write_text("姓名,金额（元）,姓名,金额（元）\n" + lines, encoding="utf-8")
    [table] = desk.do(f"import {paper} --date 2020-02-01 --dry-run --format json").json["files"][0]["tables"]
    assert (table["rows"], table["file_rows"]) == (1800, 900)


def test_rows_that_are_told_later_stand_alone_all_the_same(desk: Desk, tmp_path: Path) -> None:
    """What was given back is told once its gift is found: the rows between were counted as if they stood beside others."""
    headings = "交易时间,交易对方,收/支,金额,状态\n"
    rows = [
        f"2024-03-0{day},李华,收入,¥{day}00.00,{state}\n"
        for day, state in enumerate(("已存入零钱", "已全额退款", "已存入零钱", "已全额退款", "已存入零钱"), 1)
    ]
    paper = tmp_path / "a.csv"
    paper.write_text(headings + "".join(rows), encoding="utf-8")
    [table] = desk.do(f"import {paper} --dry-run --format json").json["files"][0]["tables"]
    assert table["rows"] == len(rows)
    assert "file_rows" not in table


@pytest.mark.parametrize(
    ("rows", "again"),
    [
        ([2, 3, 4], 0), ([2, 2, 3], 1), ([2, 5, 3, 4], 0), ([2, 5, 3, 3], 1), ([4, 2, 3, 2], 1), ([2, 4, 6, 5, 3], 0), ([9, 1, 9, 1], 2), ([], 0),
    ],
)  # fmt: skip
def test_rows_met_before_are_known_in_any_order(rows: list[int], again: int) -> None:
    """As records of one each, and all at once."""
    one_each, together = FileRows(), FileRows()
    assert sum(one_each.again([row]) for row in rows) == again
    assert together.again(rows) == again
