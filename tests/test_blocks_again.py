"""Rows of one file that stand in it twice as a whole block, as by a double paste: all kept, and said in one warning. All is invented."""

import json
from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

HEADINGS = "日期,捐赠人,金额\n"
ROWS = [
    "2020-02-01,王小明,100\n", "2020-02-01,李大力,200\n", "2020-02-02,赵云飞,50\n", "2020-02-02,钱多多,300\n",
    "2020-02-03,孙行者,120\n", "2020-02-04,周明明,500\n",
]  # fmt: skip
ALONE = "2020-02-05,吴小花,80\n"


def said(desk: Desk, tmp_path: Path, *parts: str) -> str:
    return desk.do(f"import {file(tmp_path, 'a.csv', HEADINGS + ''.join(parts))} --dry-run").out


def test_a_block_that_stands_twice_is_said_as_one(desk: Desk, tmp_path: Path) -> None:
    told = said(desk, tmp_path, *ROWS, *ROWS[:5], ALONE)
    assert (
        "a.csv: rows 2 to 6 stand there again, in the same order, as rows 8 to 12, as if pasted twice: 5 rows" in told
    )
    assert "If they are the same gifts, delete the rows that say them again" in told
    assert "Two rows are equal" not in told
    assert "12 entries" in told  # nothing is left out by itself


def test_what_else_is_equal_is_still_said_one_by_one(desk: Desk, tmp_path: Path) -> None:
    told = said(desk, tmp_path, *ROWS, ALONE, *ROWS, ALONE.replace("80", "90"), ALONE)
    assert "rows 2 to 8" not in told
    assert "rows 2 to 7 stand there again, in the same order, as rows 9 to 14" in told
    assert "Two rows are equal, and both were kept: rows 8 and 16 of a.csv\n" in told


def test_headings_and_subtotals_may_come_along(desk: Desk, tmp_path: Path) -> None:
    assert "rows 2 to 7 stand there again, in the same order, as rows 9 to 14" in said(
        desk, tmp_path, *ROWS, HEADINGS, *ROWS
    )
    block = [*ROWS[:3], "小计,,350\n", *ROWS[3:5]]
    assert "rows 2 to 7 stand there again, in the same order, as rows 8 to 13, as if pasted twice: 5 rows" in said(
        desk, tmp_path, *block, *block
    )


def test_a_block_that_stands_three_times(desk: Desk, tmp_path: Path) -> None:
    told = said(desk, tmp_path, *ROWS, *ROWS, *ROWS)
    assert "rows 2 to 7 stand there 3 times, in the same order" in told
    assert "at last as rows 14 to 19: 6 rows, and all were kept" in told


@pytest.mark.parametrize(
    "rows",
    [[*ROWS[:4], *ROWS[:4], ALONE], [*ROWS, *reversed(ROWS)], [ROWS[0]] * 12, ROWS[:2] * 6],
    ids=["few", "in another order", "one gift many times", "two by turns"],
)
def test_other_equal_rows_are_no_block(desk: Desk, tmp_path: Path, rows: list[str]) -> None:
    told = said(desk, tmp_path, *rows)
    assert "as if pasted" not in told
    assert "equal, and" in told


def test_a_long_block_is_said_whole_and_programs_get_both(desk: Desk, tmp_path: Path) -> None:
    """Equal rows are listed up to some; a block is found however long it is."""
    rows = [f"2020-02-0{at % 7 + 1},张{at},{100 + at}\n" for at in range(300)]
    path = file(tmp_path, "a.csv", HEADINGS + "".join(rows + rows))
    told = json.loads(desk.do(f"import {path} --yes --format json").out)
    block = {"first": 2, "first_end": 301, "last": 302, "last_end": 601, "rows": 300, "times": 2}
    assert told["blocks_again"] == [{"file": "a.csv", "sheet": None, **block}]
    assert len(told["twins"]) == 200
    assert told["entries"] == 600


def test_afterwards_it_is_said_how_to_take_it_back(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    told = desk.do(f"import {file(tmp_path, 'a.csv', HEADINGS + ''.join(ROWS + ROWS))} --yes").out
    assert "a.csv：第 2 至 7 行在第 8 至 13 行又依次出现一遍" in told
    assert "`donations import --undo 1`" in told
