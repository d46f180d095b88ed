"""`check` of a large book in two threads: what it finds, in which order, of which state, and that it ends at once."""

import random
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from harness.counts import DEFAULT_SEED
from histories import grown
from test_damage import change_one_value, columns, flip

from donations import errors
from donations.services import checking, checking_sums
from donations.services.problem import Problem
from donations.store import two_sights
from donations.store.book import Book, open_book

ENDLESS = "with recursive one (n) as (select 1 union all select n + 1 from one) select count(*) from one"
SOON = 5
"""Seconds in which what would never end is over."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred entries with acts on every register, never written: others are copied from it."""
    path = tmp_path_factory.mktemp("sound") / "book.db"
    with closing(grown(path, random.Random(DEFAULT_SEED), 200).book) as book:
        assert checking.check(book) == []
    return path


@pytest.fixture
def copied(sound: Path, tmp_path: Path) -> Path:
    path = tmp_path / "copy.db"
    shutil.copy(sound, path)
    return path


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every book counts as a large one."""
    monkeypatch.setattr(checking, "LARGE", 0)


@pytest.fixture
def book(copied: Path, large: None) -> Iterator[Book]:  # noqa: ARG001 - what it does is wanted
    with closing(open_book(copied, writing=False)) as opened:
        yield opened


def found(path: Path) -> list[Problem] | str:
    try:
        with closing(open_book(path, writing=False)) as book:
            return checking.check(book)
    except errors.DonationsError as error:
        return str(error)


def found_both_ways(path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Problem] | str, list[Problem] | str]:
    """What is found by one thread, and by two."""
    answers = []
    for least in (10**9, 0):
        monkeypatch.setattr(checking, "LARGE", least)
        answers.append(found(path))
    return answers[0], answers[1]


# --- what is found


def test_two_threads_find_what_one_finds(
    sound: Path, copied: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, request: pytest.FixtureRequest
) -> None:
    """In the same order and words, whatever value was changed, in a sum or anywhere else; a short run tries every third."""
    chosen = [one for one in columns(sound) if one[0] in {"line", "day_total", "day_stock", "month_total", "chain"}]
    assert len(chosen) > 60
    for table, column, keys in chosen[:: 1 if request.config.option.full else 3]:
        shutil.copy(sound, copied)
        if change_one_value(copied, table, column, keys, chance):
            alone, together = found_both_ways(copied, monkeypatch)
            assert alone, (table, column)
            assert together == alone, (table, column)


def test_two_threads_find_the_same_damage(sound: Path, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, seen = random.Random(DEFAULT_SEED), 0
    for _try in range(40):
        shutil.copy(sound, copied)
        flip(copied, chance)
        alone, together = found_both_ways(copied, monkeypatch)
        assert together == alone
        seen += bool(alone)
    assert seen > 10


def test_an_index_that_lacks_a_row_is_found_by_two_threads(copied: Path, large: None) -> None:  # noqa: ARG001
    """The file is sound page by page, and only the index lacks what the table has."""
    with closing(sqlite3.connect(copied)) as connection:
        [sql] = connection.execute("select sql from sqlite_master where name = 'entry_date'").fetchone()
        connection.execute("pragma writable_schema=on")
        connection.execute("update sqlite_master set sql = ? where name = 'entry_date'", (f"{sql} where number > 3",))
        connection.commit()
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("reindex entry_date")
        connection.execute("pragma writable_schema=on")
        connection.execute("update sqlite_master set sql = ? where name = 'entry_date'", (sql,))
        connection.commit()
    problems = found(copied)
    assert isinstance(problems, list)
    assert {problem.rule for problem in problems} == {"file"}
    assert any("entry_date" in str(problem.facts["found"]) for problem in problems)


def test_it_is_told_of_every_rule_once_and_in_order(book: Book) -> None:
    told: list[tuple[str, int, int]] = []
    assert checking.check(book, lambda *one: told.append(one)) == []
    assert [number for _rule, number, _count in told] == [*range(1, len(checking.CHECKS) + 1)]
    assert {count for _rule, _number, count in told} == {len(checking.CHECKS)}


def test_no_more_problems_than_are_asked_for(book: Book, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_PROBLEMS", 3)
    with closing(sqlite3.connect(copied)) as connection:
        connection.execute("update day_total set received = received + 1")
        connection.commit()
    assert len(checking.check(book)) == 3


# --- the sums, as SQLite alone tells them


@pytest.mark.parametrize("table", ["day_total", "month_total", "day_stock"])
def test_sums_derived_again_have_every_figure_that_is_kept(copied: Path, table: str) -> None:
    """By name, since by name they are joined; and they are those of the view that they are made anew from."""
    with closing(sqlite3.connect(copied)) as connection:
        kept = connection.execute(f"select * from {table}")
        again = connection.execute(checking_sums._AGAIN[table])
        assert [one[0] for one in again.description] == [one[0] for one in kept.description]
        wanted = connection.execute(f"select * from {table}_again").fetchall()
        assert sorted(again, key=repr) == sorted(wanted, key=repr)
        assert len(wanted) > 20


@pytest.mark.parametrize("table", ["day_total", "day_stock"])
def test_sums_are_derived_along_the_journal_as_it_lies_in_the_file(copied: Path, table: str) -> None:
    """Not by the index on items, to and fro: of a million lines that takes two thirds more."""
    with closing(sqlite3.connect(copied)) as connection:
        plan = [step for *_numbers, step in connection.execute(f"explain query plan {checking_sums._AGAIN[table]}")]
    assert plan[0].startswith("SEARCH l USING PRIMARY KEY"), plan


@pytest.mark.parametrize("deed", [
    "update {table} set {figure} = {figure} + 1 where rowid_of", "delete from {table} where rowid_of",
    "update {table} set item = 99 where rowid_of",
])  # fmt: skip
@pytest.mark.parametrize(
    ("table", "figure"), [("day_total", "value_abouts"), ("month_total", "spent"), ("day_stock", "counts")]
)
def test_a_sum_that_is_not_kept_is_seen(copied: Path, table: str, figure: str, deed: str) -> None:
    with closing(sqlite3.connect(copied)) as connection:
        assert checking_sums._are_all_kept(connection, table)
        keys = ", ".join(checking_sums._SUMS[table])
        one = f"({keys}) = (select {keys} from {table} limit 1 offset 5)"
        connection.execute(deed.format(table=table, figure=figure).replace("rowid_of", one))
        assert not checking_sums._are_all_kept(connection, table)


# --- of which state


def test_both_see_the_state_that_the_open_sight_sees(book: Book, copied: Path) -> None:
    """Who wants to commit meanwhile can't, so that nobody sees what another doesn't."""
    refused = threading.Event()

    def count(connection: sqlite3.Connection) -> int:
        assert refused.wait(SOON)
        return int(connection.execute("select count(*) from told").fetchone()[0])

    def write(_connection: sqlite3.Connection) -> int:
        with closing(sqlite3.connect(copied, timeout=0.2)) as writer:
            writer.execute("insert into told values ('x', 'y')")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                writer.commit()
        refused.set()
        return -1

    with book.read() as connection:
        before = connection.execute("select count(*) from told").fetchone()[0]
        assert [*two_sights.side_by_side(book, (write, count, count), lambda _place: None)] == [-1, before, before]


@pytest.mark.parametrize("deed", ["replaced", "wal", "no threads"])
def test_where_there_is_no_second_sight_the_first_does_it_all(
    book: Book, copied: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    if deed == "replaced":
        other = copied.with_name("other.db")
        shutil.copy(copied, other)
        other.replace(copied)
    elif deed == "wal":
        with closing(sqlite3.connect(copied)) as connection:
            connection.execute("pragma journal_mode=wal")
    else:
        monkeypatch.setattr(threading.Thread, "start", refuse)
    used: list[sqlite3.Connection] = []

    def act(connection: sqlite3.Connection) -> int:
        used.append(connection)
        return len(used)

    with book.read() as connection:
        assert [*two_sights.side_by_side(book, (act, act), lambda _place: None)] == [1, 2]
    assert used == [connection, connection]


def refuse(_thread: threading.Thread) -> None:
    raise RuntimeError("can't start new thread")


def test_a_small_book_and_one_that_is_being_written_are_read_by_one_thread(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another connection would not see what isn't committed yet."""
    with closing(open_book(copied, writing=True)) as book:
        monkeypatch.setattr(threading.Thread, "start", unwanted)
        assert checking.check(book) == []
        monkeypatch.setattr(checking, "LARGE", 0)
        with pytest.raises(AssertionError):
            checking.check(book)
        with suppress(LookupError), book.write() as connection:
            connection.execute("update day_total set received = received + 1")
            assert {problem.rule for problem in checking.check(book)} >= {"sums"}
            raise LookupError  # nothing of it is kept


def unwanted(_thread: threading.Thread) -> None:
    raise AssertionError


# --- how it ends


def test_what_an_act_raised_is_raised_in_its_turn(book: Book) -> None:
    def fail(_connection: sqlite3.Connection) -> int:
        raise errors.BusyBook(path=book.path)

    def slow(_connection: sqlite3.Connection) -> int:
        time.sleep(0.2)
        return 1

    with book.read(), closing(two_sights.side_by_side(book, (slow, fail), lambda _place: None)) as results:
        assert next(results) == 1
        with pytest.raises(errors.BusyBook):
            next(results)


def endless(connection: sqlite3.Connection) -> int:
    return int(connection.execute(ENDLESS).fetchone()[0])


def leave(_results: Iterator[int]) -> None:
    """Nobody wants to know more."""


def interrupted(results: Iterator[int]) -> None:
    """Ctrl-C, heard while the first act is under way."""
    timer = threading.Timer(0.3, ctrl_c)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        next(results)


def ctrl_c() -> None:
    import _thread

    _thread.interrupt_main()


@pytest.mark.parametrize("end", [leave, interrupted])
def test_what_is_under_way_is_broken_off(book: Book, end: Callable[[Iterator[int]], None]) -> None:
    """No statement is waited for, however long it takes, and no thread stays."""
    threads = threading.active_count()
    begun = time.monotonic()
    acts = (endless if end is interrupted else (lambda _connection: 1), endless, endless)
    with book.read(), closing(two_sights.side_by_side(book, acts, lambda _place: None)) as results:
        if end is leave:
            assert next(results) == 1
        end(results)
    assert time.monotonic() - begun < SOON
    assert threading.active_count() <= threads + 1  # the timer may be about to end
