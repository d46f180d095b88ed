"""Rows that another paper, or a hand, recorded before in other words: they are kept, and it is said which they are."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

from donations.domain.stars import may_be
from donations.store import said_elsewhere

LIST = "日期,捐款人,金额（元）,备注\n2020-02-01,李华,100,\n2020-02-02,王芳,200,助学\n2020-02-03,甲公司,5000,\n2020-02-04,匿名,10,\n"
BANK = (
    "交易日期,对方户名,收入金额,支出金额,余额,摘要\n2020-02-01,李*,100.00,,1100.00,转账\n2020-02-03,王芳,200.00,,1300.00,转账\n"
    "2020-02-03,甲公司,5000.00,,6300.00,转账\n2020-02-05,赵敏,50.00,,6350.00,转账\n2020-02-05,匿名,10.00,,6360.00,转账\n"
)  # fmt: skip


def paper(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def said(desk: Desk, first: str, second: str, folder: Path) -> list[dict[str, Any]]:
    """What is said of the second paper, once the first is in the book."""
    desk.do(f"import {paper(folder, 'first.csv', first)} --yes")
    found = desk.do(f"import {paper(folder, 'second.csv', second)} --dry-run --format json").json
    assert found["entries"] == second.count("\n") - 1  # none of them is dropped
    return list(found["said_before"])


def test_payments_of_another_paper_are_kept_and_told(desk: Desk, tmp_path: Path) -> None:
    [one] = said(desk, LIST, BANK, tmp_path)
    assert (one["file"], one["of_file"], one["import"]) == ("second.csv", "first.csv", 1)
    assert [(row["row"], row["entry"]) for row in one["rows"]] == [(2, 1), (3, 2), (4, 3)]
    before = desk.do(f"import {tmp_path / 'second.csv'} --dry-run").out
    assert "3 rows look as if they were in the book already, from import 1" in before
    assert (
        "rows 2–4 as entries 1–3, with the same name, or one that may be the same since it is masked, and the same amount"
        in before
    )
    assert "import only one of the papers" in before
    after = desk.do(f"import {tmp_path / 'second.csv'} --yes").out
    assert "`donations import --undo 2`), and import it again without" in after
    assert desk.is_in_order()


def test_rows_and_entries_stand_in_one_order(desk: Desk, tmp_path: Path) -> None:
    """Each list was sorted by itself: row 3 stood beside entry 2, which is of row 4."""
    turned = "日期,捐款人,金额（元）,备注\n2020-02-01,李华,100,转\n2020-02-03,甲公司,5000,转\n2020-02-02,王芳,200,转\n2020-02-04,李*,77,\n"
    desk.do(f"import {paper(tmp_path, 'first.csv', LIST)} --yes")
    desk.do("receive 李小华 77元 --date 2020-02-04 --new")
    out = desk.do(f"import {paper(tmp_path, 'turned.csv', turned)} --dry-run").out
    assert "rows 2–4 as entries 1, 3, 2, with the same name and the same amount" in out
    assert "as entry 5: names that may be the same, since one is masked, and the same amount" in out


def test_both_papers_in_one_command(desk: Desk, tmp_path: Path) -> None:
    both = f"{paper(tmp_path, 'a.csv', LIST)} {paper(tmp_path, 'b.csv', BANK)}"
    assert "3 rows look as if they stood in " in desk.do(f"import {both} --dry-run").out


def test_what_was_typed_is_told_too(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 甲公司 5000元 --date 2020-02-03 --new")
    desk.do("receive 李华 100元 --date 2020-02-01 --new")
    desk.do("reverse 2 --reason 记错")
    out = desk.do(f"import {paper(tmp_path, 'a.csv', LIST)} --dry-run").out
    assert "row 4 looks as if it were in the book already, recorded by hand as entry 1" in out
    assert "row 2 looks" not in out


def test_what_was_paid_is_told_whichever_way_it_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 李华 900元 --date 2020-02-01 --new")
    desk.do("buy 口罩100个@@500元 --from 甲药店 --date 2020-02-03 --new")
    bank = "交易日期,对方户名,收入金额,支出金额,余额,摘要\n2020-02-01,王芳,100.00,,1000.00,\n2020-02-03,甲药店,,500.00,500.00,货款\n"
    assert "row 3 looks" in desk.do(f"import {paper(tmp_path, 'a.csv', bank)} --dry-run").out


@pytest.mark.parametrize(("first", "second"), [
    ("日期,捐款人,金额（元）\n2020-02-01,李华,1\n2020-02-02,李华,1\n2020-02-03,李华,1\n", "日期,捐款人,金额（元）\n2020-02-04,李华,1\n2020-02-05,李华,1\n"),
    (LIST, "日期,捐款人,金额（元）\n2020-02-01,李华,99\n2020-02-02,李华,200\n2020-02-05,甲公司,5000\n2020-02-05,匿名,10\n"),
    (LIST.replace("匿名", "Anonymous"), "日期,捐款人,金额（元）\n2020-02-05,Anonymous,10\n"),
    ("日期,捐款人,金额（元）,备注\n2020-02-01,李华,9,a\n", "日期,捐款人,金额（元）,备注\n2020-02-01,*,9,\n"),
    ("日期,接收单位,品名,数量\n", "日期,捐款人,品名,数量\n2020-02-02,李华,口罩,5个\n"),
], ids=["every day", "another sum, name or day", "nobody in English", "only stars", "nothing"])  # fmt: skip
def test_other_payments_are_not_told(desk: Desk, tmp_path: Path, first: str, second: str) -> None:
    if first.count("\n") == 1:
        desk.do("receive 李华 口罩5个 --date 2020-02-01 --new")
        first = LIST
    assert said(desk, first, second, tmp_path) == []


def test_goods_of_the_same_day_are_told(desk: Desk, tmp_path: Path) -> None:
    rows = "日期,捐款人,品名,数量\n2020-02-02,李华,口罩,5个\n"
    [one] = said(desk, rows, "日期,捐款人,品名,数量,备注\n2020-02-02,李华,口罩,5个,已入库\n", tmp_path)
    assert [row["entry"] for row in one["rows"]] == [1]


def test_of_equal_ones_each_is_beside_one(desk: Desk, tmp_path: Path) -> None:
    twice = "日期,捐款人,金额（元）\n2020-02-01,李华,5\n2020-02-01,李华,5\n"
    [one] = said(desk, twice, "日期,捐款人,金额（元）,备注\n" + "2020-02-01,李华,5,转账\n" * 3, tmp_path)
    assert [(row["row"], row["entry"]) for row in one["rows"]] == [(2, 1), (3, 2)]


def test_a_list_that_grew_is_no_double_of_itself(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {paper(tmp_path, 'a.csv', LIST)} --yes")
    more = LIST + "2020-02-01,李华,100,\n"
    found = desk.do(f"import {paper(tmp_path, 'b.csv', more)} --dry-run --format json").json
    assert (found["entries"], found["said_before"]) == (1, [])


def test_what_is_looked_at_grows_with_the_days_of_the_paper_and_not_with_the_book(desk: Desk, tmp_path: Path) -> None:
    """Every entry between the first day of a paper and its last was put together with its parties."""

    def steps() -> int:
        with closing(sqlite3.connect(desk.book)) as connection:
            [last] = connection.execute("select max(number) from entry").fetchone()
            ticks: list[None] = []
            connection.set_progress_handler(lambda: ticks.append(None), 100)
            assert list(said_elsewhere.said_beside(connection, last - 1, last, []))
            return len(ticks)

    def more(name: str, rows: list[str]) -> None:
        desk.do(
            f"import {paper(tmp_path, name, '日期,捐款人,金额（元）,备注' + chr(10) + chr(10).join(rows) + chr(10))} --yes"
        )

    ends = ["2020-01-01,李华,7,", "2020-12-31,王芳,8,"]
    more("a.csv", ends)
    more("b.csv", [f"{row}银行" for row in ends])
    few = steps()
    more("c.csv", [f"2020-{month:02d}-{day:02d},李华,7," for month in range(3, 11) for day in range(1, 29)])
    more("d.csv", [f"{row}网银" for row in ends])
    assert steps() < 1.5 * few


@pytest.mark.parametrize(("masked", "name", "may"), [
    ("李*", "李华", True), ("*华", "李华", True), ("李**", "李建华", True), ("甲***公司", "甲乙丙公司", True),
    ("李*", "李", False), ("李*", "王华", False), ("**", "李华", False), ("李华", "李华", False), ("李*", "李*", False),
    ("华*华", "华", False), ("*" * 32_000 + "华", "李华", False),
])  # fmt: skip
def test_who_may_be_behind_stars(masked: str, name: str, may: bool) -> None:
    assert may_be(masked, name) is may
