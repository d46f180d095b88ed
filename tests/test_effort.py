"""How often an import asks the book: what was looked up once is remembered, and plain rows are not taken one by one."""

import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.layouts import finding
from donations.importers.words import foot


class Asked:
    """Counts the statements of all connections that are opened while it stands in the place of `sqlite3.connect`."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self._connect = sqlite3.connect

    def connect(self, *words: Any, **settings: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._connect(*words, **settings)
        connection.set_trace_callback(self._note)
        return connection

    def _note(self, statement: str) -> None:
        self.kinds[statement.split(maxsplit=1)[0].lower()] += 1


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    counter = Asked()
    monkeypatch.setattr(sqlite3, "connect", counter.connect)
    return counter


def goods(row: int) -> str:
    return f"2020-02-{row % 28 + 1:02},捐赠人{row % 50},口罩{row % 7}型,{row % 90 + 1},个,九江市,第{row % 5}批\n"


def money(row: int) -> str:
    return f"2020-02-{row % 28 + 1:02},捐赠人{row % 50},{row % 90 + 1}.50,第{row % 5}笔\n"


def joint(row: int) -> str:
    return f"2020-02-{row % 28 + 1:02},捐赠人{row % 20}、捐赠人{row % 20 + 20},口罩{row % 7}型约{row % 90 + 1}个\n"


PAPERS = {
    "goods": ("日期,捐赠人,物资,数量,单位,城市,备注\n", goods),
    "money": ("日期,捐赠人,金额（元）,备注\n", money),
    "joint": ("日期,捐赠单位,捐赠内容\n", joint),
}


AT_MOST = {"goods": (470, 5), "money": (850, 605), "joint": (1090, 605)}
"""Statements for six hundred rows, and for six hundred more: goods go by the thousand, rows of other papers are handed over one by one."""


AGAIN = {"goods": 176, "money": 1340, "joint": 1350}
"""Statements for twelve hundred rows that all came before."""


@pytest.mark.parametrize("which", PAPERS)
def test_twice_as_many_rows_of_the_same_names_ask_little_more(
    desk: Desk, tmp_path: Path, asked: Asked, which: str
) -> None:
    """Half of the rows have every name: for the others nothing is looked up again, also where all of them came before."""
    heading, row = PAPERS[which]
    counts = []
    for rows in (600, 1200):
        paper, book = tmp_path / f"{rows}.csv", tmp_path / f"{rows}.db"
        paper.write_text(heading + "".join(map(row, range(rows))), encoding="utf-8")
        desk.do(f"init --book {book}")
        asked.kinds.clear()
        desk.do(f"import {paper} --yes --book {book}")
        counts.append(asked.kinds.copy())
    few, more = AT_MOST[which]
    assert counts[0].total() <= few, counts[0]
    assert counts[1].total() - counts[0].total() <= more, counts[1] - counts[0]
    asked.kinds.clear()
    desk.do(f"import {paper} --yes --book {book}")
    assert asked.kinds.total() <= AGAIN[which], asked.kinds


def test_of_rows_that_are_cut_in_two_each_is_asked_of_headings_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row looked at some thirty behind it, and each of those was taken for headings anew."""
    calls = Counter[str]()
    before = finding.headings_at

    def counted(*words: Any, **more: Any) -> Any:
        calls["asked"] += 1
        return before(*words, **more)

    monkeypatch.setattr(finding, "headings_at", counted)
    told("日期,姓名,金额\n" + "".join(f"李{row}\n{row + 1}\n" for row in range(100)))
    assert calls["asked"] < 20 * 200


def test_each_cell_of_a_row_is_asked_a_few_times_whether_it_is_an_amount(monkeypatch: pytest.MonkeyPatch) -> None:
    """For each of them all others were asked again: two sides of 3,000 columns took minutes."""
    calls = Counter[str]()
    before = foot.is_amount

    def counted(text: str) -> bool:
        calls["asked"] += 1
        return before(text)

    monkeypatch.setattr("donations.importers.sums.stated.is_amount", counted)
    many, ones = ",".join(f"列{at}" for at in range(60)), ",".join("1" * 60)
    told(f"{many},摘要,收入,{many},摘要,支出\n{ones},李华捐款,5,{ones},打印费,3\n", "2020-03-20")
    assert calls["asked"] < 5 * 124


def test_names_that_are_no_places_are_not_looked_for_among_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may have been meant was worked out for each: an account of 3,000 names took six times as long."""
    asked: list[str] = []

    def near(text: str) -> str:
        asked.append(text)
        return ""

    monkeypatch.setattr("donations.domain.place._near", near)
    text = (
        "日期,摘要,收入,支出\n2020-02-01,李华捐资助学,200,\n2020-02-02,王芳慈善捐款,50,\n2020-02-03,九江捐资助学,10,\n"
    )
    found = told(text)
    assert "donor=李华: CNY 200元" in found
    assert "donor=九江" not in found
    assert asked == []
