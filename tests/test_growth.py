"""Recording an entry and reading a period cost the same in a small book and in a large one.

Counted in steps of SQLite's machine, which no clock and no busy computer changes: a scan that creeps in is seen at once.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

FEW, MANY, MOST = 100, 20_000, 1_000_000
AT_MOST = 1.2
STRANGERS, MARGIN = 300, 1.5
TICK = 10
"""Steps between two counts."""

DAYS, ITEMS, CITIES = 5, 10, ("九江市", "南昌市")
"""A hundred rows have each of them with each once, so that the small book has all the sums of the large one."""

RECORDING = (
    "receive 捐赠人1 物资1号5个 --city 九江市 --date 2020-02-03 --yes",
    "distribute 捐赠人2 物资2号5个 --city 九江市 --date 2020-02-04 --yes",
    "receive 新来的人 物资3号5个 --city 南昌市 --date 2020-02-05 --yes --new",
    "receive 捐赠人1 雨衣5件 --city 南昌市 --date 2020-02-05 --yes --new",
    "receive 捐赠人3 500元 --city 南昌市 --date 2020-02-05 --yes",
    "refund 捐赠人1 物资1号5个 --city 九江市 --date 2020-02-06 --yes",
    "reverse 2 --reason 重复",
    "correct 7 物资7号8个",
    "consent 9 named",
    "donors rename 捐赠人4 捐赠四",
)
LISTING = (
    "donors", "recipients", "totals --by donor", "totals --public --by donor", "ledger", "ledger --public", "journal", "publish --dry-run",
    "totals --by purpose", "bulletin 2020-02", "bulletin 2020-02 --city 九江市", "month 2020-02", "month 2020-02 --public", "ledger --item 物资1号",
    "export journal --format hledger", "check", "sql 'select * from donors' --seconds 60", "import --undo 1 --yes",
)  # fmt: skip
"""What has a row for each party or entry."""

READING = (
    "show 5", "ledger --from 2020-03-01", "bulletin 2020-03", "totals --month 2020-02", "totals --by item --month 2020-02", "totals --by month --year 2020", "stock",
)  # fmt: skip


def paper(file: Path, rows: int) -> Path:
    """A CSV of gifts by a hundred donors; every hundred rows have the same days, items and cities."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write("日期,捐赠人,物资,数量,单位,城市\n")
        for row in range(rows):
            day, item, city = row % DAYS + 1, row // DAYS % ITEMS + 1, CITIES[row // (DAYS * ITEMS) % 2]
            stream.write(f"2020-02-0{day},捐赠人{row % FEW},物资{item}号,{row % 997 + 100},个,{city}\n")
    return file


def paper_of_strangers(file: Path, rows: int) -> Path:
    """A CSV of gifts, each by somebody who gave nothing before."""
    lines = (f"2020-02-0{row % DAYS + 1},志愿队{row}号,物资1号,5,个,九江市\n" for row in range(rows))
    file.write_text("日期,捐赠人,物资,数量,单位,城市\n" + "".join(lines), encoding="utf-8")
    return file


def books_of(folder: Path, empty_book: Path, write: Callable[[Path, int], Path]) -> Callable[[int], Path]:
    """Books into which a paper of so many rows was imported; each is made once."""

    def made(rows: int) -> Path:
        book = folder / f"{rows}.db"
        if not book.exists():
            shutil.copy(empty_book, book)
            os.environ["DONATIONS_BOOK"] = str(book)
            Desk(book).do(f"import {write(folder / f'{rows}.csv', rows)} --yes")
        return book

    return made


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Callable[[int], Path]:
    """Books of so many parties with an entry each."""
    return books_of(tmp_path_factory.mktemp("crowded"), empty_book, paper_of_strangers)


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Callable[[int], Path]:
    """Books of so many entries by a hundred parties."""
    return books_of(tmp_path_factory.mktemp("grown"), empty_book, paper)


class Steps:
    """Counts the steps of all connections that are opened while it stands in the place of `sqlite3.connect`."""

    def __init__(self) -> None:
        self.count = 0
        self._connect = sqlite3.connect

    def connect(self, *words: Any, **settings: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = self._connect(*words, **settings)
        connection.set_progress_handler(self._tick, TICK)
        return connection

    def _tick(self) -> int:
        self.count += TICK
        return 0


def steps(book: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The steps that `command` takes on a copy of `book`."""
    copy = book.with_name("copy.db")
    shutil.copy(book, copy)
    with monkeypatch.context() as patched:
        patched.setenv("DONATIONS_BOOK", str(copy))
        counter = Steps()
        patched.setattr(sqlite3, "connect", counter.connect)
        Desk(copy).do(command)
    return counter.count


def times_as_many(
    grown: Callable[[int], Path], rows: int, command: str, monkeypatch: pytest.MonkeyPatch, small: int = FEW
) -> float:
    """How many times the steps of the `small` book `command` takes in one of `rows` entries."""
    monkeypatch.setenv("DONATIONS_BOOK", "")  # put back at the end, whatever is set meanwhile
    monkeypatch.setenv("DONATIONS_LANG", "en")
    few = steps(grown(small), command, monkeypatch)
    assert few > 0
    return steps(grown(rows), command, monkeypatch) / few


@pytest.mark.parametrize("command", [*RECORDING, *READING])
def test_a_command_takes_as_many_steps_in_a_large_book(
    grown: Callable[[int], Path], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most 1.2 times as many among 20,000 entries as among 100."""
    assert times_as_many(grown, MANY, command, monkeypatch) <= AT_MOST


@pytest.mark.parametrize("command", LISTING)
def test_a_list_of_ten_times_as_many_takes_ten_times_the_steps(
    crowded: Callable[[int], Path], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 3,000 parties at most 1.5 times ten times as many as of 300: nothing looks at every party for every party."""
    assert times_as_many(crowded, STRANGERS * 10, command, monkeypatch, STRANGERS) <= 10 * MARGIN


@pytest.mark.long
@pytest.mark.parametrize("command", [*RECORDING, *READING])
def test_a_command_takes_as_many_steps_in_a_huge_book(
    grown: Callable[[int], Path], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At most 1.2 times as many among 1,000,000 entries as among 100."""
    assert times_as_many(grown, MOST, command, monkeypatch) <= AT_MOST


def test_a_scan_is_seen(grown: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: a report that reads every line takes more steps the more there are."""
    assert times_as_many(grown, MANY, "totals --by donor", monkeypatch) > 10


@pytest.mark.parametrize("by", ["donor", "recipient", "purpose"])
def test_totals_of_lines_look_at_each_once(
    grown: Callable[[int], Path], by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some 700 steps an entry, for the groups and for the sums below them; with every figure worked out where it is shown it was 2,700."""
    monkeypatch.setenv("DONATIONS_BOOK", "")
    monkeypatch.setenv("DONATIONS_LANG", "en")
    assert steps(grown(MANY), f"totals --by {by}", monkeypatch) <= 1000 * MANY
