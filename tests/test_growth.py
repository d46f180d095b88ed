"""Recording an entry and reading a period cost the same in a small book and in a large one.

Counted in steps of SQLite's machine, which no clock and no busy computer changes: a scan that creeps in is seen at once.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk

from donations.store import certificates, payments, refund_of, stock
from donations.store.book import open_book
from donations.store.certificates import Certificate
from donations.store.stock import Pile

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


class Uncommon:
    """A book of so many entries by others, and a few of an item and of a party that hardly anybody else has."""

    def __init__(self, book: Path) -> None:
        self.desk = Desk(book)
        for line in (
            "receive 甲某 帐篷8顶 --date 2020-02-06 --yes --new", "distribute 乙某 帐篷5顶 --date 2020-02-07 --yes --new",
            "receive 甲某 77元 --date 2020-02-06 --yes",
        ):  # fmt: skip
            self.desk.do(line)
        with closing(sqlite3.connect(book)) as connection:
            one = "select number from item where name = ?"
            [[self.tents], [self.money]] = [connection.execute(one, (name,)).fetchone() for name in ("帐篷", "CNY")]
            [self.giver] = connection.execute("select number from party_name where name = '甲某'").fetchone()

    def _pile(self) -> Pile:
        return Pile(self.tents, 1, 1)

    def came_in(self, connection: sqlite3.Connection) -> object:
        """Whether any came in before the day it did."""
        return stock.ever_came_in(connection, self._pile(), date(2020, 2, 5))

    def leaving(self, connection: sqlite3.Connection) -> object:
        """What left."""
        return stock.leaving(connection, self._pile(), "2020-02-08", 0, 0)

    def payment(self, connection: sqlite3.Connection) -> object:
        """A payment of that party."""
        return payments.standing(connection, "receipt", [self.giver], self.money, 7700, "2020-02-28")

    def refunds(self, connection: sqlite3.Connection) -> object:
        """The gifts that refunds are of."""
        return refund_of.gifts_of_refunds(connection)


@pytest.mark.parametrize("asked", [Uncommon.came_in, Uncommon.leaving, Uncommon.payment])
def test_what_is_asked_of_one_item_or_party_looks_at_no_other(
    crowded: Callable[[int], Path],
    asked: Callable[[Uncommon, sqlite3.Connection], object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nearly every entry takes none back: who seeks entries by that looks at all of them."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    counts = [
        asked_steps(crowded(rows), tmp_path / f"{rows}.db", asked, monkeypatch) for rows in (STRANGERS, STRANGERS * 10)
    ]
    assert counts[1] <= counts[0] * AT_MOST + 10 * TICK, counts


def test_a_refund_is_followed_through_corrections_without_a_look_at_all_entries(
    crowded: Callable[[int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each refund costs a few steps besides the one look for all: twice as many don't take twice as long."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    book = crowded(STRANGERS * 10)
    few, many = (
        asked_steps(book, tmp_path / f"{refunds}.db", Uncommon.refunds, monkeypatch, refunds) for refunds in (1, 21)
    )
    assert many - few <= 20 * 1000, (few, many)


def asked_steps(
    book: Path,
    copy: Path,
    asked: Callable[[Uncommon, sqlite3.Connection], object],
    monkeypatch: pytest.MonkeyPatch,
    refunds: int = 0,
) -> int:
    """The steps that it takes to ask it of a copy of `book`, in which so many refunds of one gift were recorded."""
    shutil.copy(book, copy)
    monkeypatch.setenv("DONATIONS_BOOK", str(copy))
    uncommon = Uncommon(copy)
    for _refund in range(refunds):
        uncommon.desk.do("refund 甲某 1元 --date 2020-02-09 --yes")
    counter = Steps()
    with closing(counter.connect(copy)) as connection:
        asked(uncommon, connection)
    return counter.count


def test_a_list_of_ten_times_as_many_certificates_takes_ten_times_the_steps(
    empty_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why one was declared void is looked for only where one was."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    few, many = (
        steps(certified(empty_book, tmp_path / f"{n}.db", n), "certificate --list", monkeypatch) for n in (100, 1000)
    )
    assert many <= few * 10 * MARGIN, (few, many)


def certified(empty_book: Path, book: Path, many: int) -> Path:
    """A book in which so many certificates were issued, and two declared void."""
    shutil.copy(empty_book, book)
    os.environ["DONATIONS_BOOK"] = str(book)
    Desk(book).do("receive 李华 5000元 --date 2020-02-01 --yes --new")
    with closing(open_book(book, writing=True)) as open_, open_.write() as connection:
        for number in range(1, many + 1):
            certificates.add(connection, Certificate(number, 1, (1,), "2020-03-01"), NOW)
        for number in (3, 7):
            certificates.add_void(connection, number, "姓名有误", NOW, "2020-03-01")
    return book
