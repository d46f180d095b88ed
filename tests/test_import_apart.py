"""A large file read by a process of its own, and written by a thread: the same book as without them, whole or not at all."""

import os
import pickle
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW, content
from harness.program import PROGRAM, entries, surroundings
from harness.shares import each_once
from test_import import views
from test_import_plain import HEADINGS, even_salts, random_rows, stored

from donations import errors
from donations.cli import paper_files, reading_apart
from donations.cli.paper_files import Papers, Said
from donations.domain.imported import Outcome
from donations.importers.quick import plain
from donations.importers.sheet import Merged, Opening, Sheet
from donations.importers.table import Exchanged, Plain, Record, Settings, Table
from donations.importers.tables import tables
from donations.services.checking import check
from donations.services.importing import packed as import_packed
from donations.services.importing.packed import Packer, Unpacker
from donations.services.importing.papers import Paper, import_papers
from donations.services.importing.rows import Wishes
from donations.store.book import open_book
from donations.store.bulk import amounts, bulk
from donations.store.bulk import plain as bulk_plain
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.hand import Hand

__all__ = ["even_salts"]


def sent(table: Table) -> Table:
    """The table as it comes from another process."""
    packer, unpacker = Packer(table.title, ""), Unpacker()

    def records() -> Iterator[Record | Plain | Exchanged]:
        for found in told:
            if isinstance(found, Plain):
                yield unpacker.unpack(pickle.loads(pickle.dumps(packer.pack(found))))
            else:
                yield pickle.loads(pickle.dumps(found))

    told, table.records = table.records, iter(())
    table.records = records()
    return table


@pytest.mark.parametrize(
    ("name", "many", "cells", "most"),
    each_once(HEADINGS, ((10_000, 1 << 20, 50_000), (40, 1 << 20, 7), (40, 200, 50_000))),
)
def test_what_is_sent_and_written_aside_makes_the_same_book(
    tmp_path: Path, empty_book: Path, chance: random.Random, even_salts: random.Random, name: str,
    many: int, cells: int, most: int,
) -> None:  # fmt: skip
    """To the byte, also where little is remembered, and where sums become too many to be kept."""
    rows = random_rows(chance, HEADINGS[name], 300)
    for row in rows:  # what was there before may be as large as one line can be
        row[:] = ["12" if cell == "999999999999999" else cell for cell in row]
    made = []
    for aside in (False, True):
        path = tmp_path / f"{aside}.db"
        shutil.copy(empty_book, path)
        with closing(open_book(path, writing=True)) as book, pytest.MonkeyPatch.context() as patch:
            if aside:
                patch.setattr(bulk, "MANY", many)
                patch.setattr(bulk, "ASIDE", 0)
                patch.setattr(bulk_plain, "BATCH", 30)
                patch.setattr(amounts, "MOST_CELLS", cells)
                patch.setattr(plain, "MOST", (most,) * 6)
            even_salts.seed(1)
            read = tables(Sheet(None, iter(list(enumerate(rows, 1)))), Settings(date(2020, 4, 1)))
            paper = Paper("gifts.csv", "0" * 64, map(sent, read) if aside else read)
            outcome = import_papers(book, [paper], Wishes(accepts_good=True, opens=True), NOW)
            made.append((stored(book), outcome, views(book)))
            assert list(check(book)) == []
    assert made[0] == made[1]
    assert made[0][1].count("accepted") > 100


def written(file: Path, rows: list[list[str]]) -> Path:
    """The rows as a CSV."""
    import csv

    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def imported(path: Path, file: Path, wishes: Wishes | None = None) -> Outcome:
    """What the command did with the file."""
    with closing(open_book(path, writing=True)) as book:
        papers = Papers(book, [file], Opening(), Said({}, None, None, None))
        return papers.imported(wishes or Wishes(accepts_good=True, opens=True))


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> list[reading_apart.Apart]:
    """Every file is read by a process of its own; those that were started."""
    begun: list[reading_apart.Apart] = []
    start = reading_apart.Apart.__init__

    def started(self: reading_apart.Apart, asked: object) -> None:
        start(self, asked)  # type: ignore[arg-type]
        begun.append(self)

    monkeypatch.setattr(reading_apart.Apart, "__init__", started)
    monkeypatch.setattr(paper_files, "APART_FROM", 0)
    return begun


def test_a_process_reads_what_this_one_would(
    tmp_path: Path, empty_book: Path, chance: random.Random, even_salts: random.Random,
    monkeypatch: pytest.MonkeyPatch, apart: list[reading_apart.Apart],
) -> None:  # fmt: skip
    """Several tables with odd rows between plain ones: the same outcome and the same book, and no process is left."""
    rows = [*random_rows(chance, HEADINGS["goods in"], 300), [""], *random_rows(chance, HEADINGS["goods out"], 100)]
    file = written(tmp_path / "gifts.csv", rows)
    made = []
    for least in (0, 1 << 40):
        monkeypatch.setattr(paper_files, "APART_FROM", least)
        path = tmp_path / f"{least}.db"
        shutil.copy(empty_book, path)
        even_salts.seed(1)
        outcome = imported(path, file)
        with closing(open_book(path, writing=False)) as book:
            content = stored(book)
            moments = {row[-1] for row in content[0]}
            made.append((len(content[0]), content[1], replace(outcome, digest=None)))
            assert len(moments) == 1
    assert made[0] == made[1]
    assert made[0][0] > 100
    [process] = apart
    assert process._child.poll() is not None


def test_what_its_reader_refuses_is_said_the_same(
    tmp_path: Path, book_path: Path, apart: list[reading_apart.Apart]
) -> None:
    """A quotation mark that fits nothing, far down in the file: its row is named, and nothing is kept."""
    rows = [
        list(HEADINGS["goods in"]),
        *(["2020-02-01", f"人{place}", "口罩", "5", "个", "九江市", ""] for place in range(3000)),
    ]
    file = written(tmp_path / "gifts.csv", rows)
    with file.open("a", encoding="utf-8") as stream:
        stream.write('2020-02-01,"李"华,口罩,5\n')
    before = content(book_path)
    with pytest.raises(errors.StrayQuote) as refused:
        imported(book_path, file)
    assert refused.value.facts == {"file": str(file), "row": 3002}
    assert content(book_path) == before
    assert apart[0]._child.poll() is not None


def test_a_process_that_ends_before_its_time_leaves_nothing(
    tmp_path: Path, book_path: Path, monkeypatch: pytest.MonkeyPatch, apart: list[reading_apart.Apart]
) -> None:
    """As when the system stops it for want of memory."""
    rows = [
        list(HEADINGS["goods in"]),
        *(["2020-02-01", f"人{place}", "口罩", "5", "个", "九江市", ""] for place in range(60_000)),
    ]
    before = content(book_path)
    unpack = Unpacker.unpack

    def killing(self: Unpacker, packed: import_packed.Packed) -> Plain:
        apart[0]._child.kill()
        return unpack(self, packed)

    monkeypatch.setattr(Unpacker, "unpack", killing)
    with pytest.raises(errors.ReaderEnded):
        imported(book_path, written(tmp_path / "gifts.csv", rows))
    assert content(book_path) == before


def test_where_no_process_can_be_started_this_one_reads(
    tmp_path: Path, book_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random
) -> None:
    """As where none is allowed."""

    def refused(*_words: object, **_how: object) -> None:
        raise OSError

    monkeypatch.setattr(paper_files, "APART_FROM", 0)
    monkeypatch.setattr(subprocess, "Popen", refused)
    assert (
        imported(book_path, written(tmp_path / "gifts.csv", random_rows(chance, HEADINGS["goods in"], 60))).entries > 10
    )


def test_a_merged_cell_is_sent_as_it_is() -> None:
    """With what the merged one says."""
    cell = pickle.loads(pickle.dumps(Merged("李华", down=True)))
    assert (type(cell), cell, cell.of, cell.down) == (Merged, "", "李华", True)


# --- the thread


def test_what_goes_wrong_aside_is_raised_by_whoever_gives_work() -> None:
    """And nothing that was given later is done."""
    done: list[object] = []
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        hand = Hand(connection)
        hand.start()
        try:
            hand.give(lambda book: done.extend(book.execute("select * from nothing")))
            with pytest.raises(sqlite3.OperationalError):
                hand.give(lambda _book: done.append(1))
            assert done == []
        finally:
            hand.stop()
        assert hand.settled() is connection


def test_stopping_waits_for_what_is_under_way_and_begins_nothing_more() -> None:
    """Whoever rolls back has the connection for himself."""
    begun, done = threading.Event(), []

    def work(_connection: sqlite3.Connection) -> None:
        begun.set()
        time.sleep(0.2)
        done.append(1)

    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as connection:
        hand = Hand(connection)
        hand.start()
        hand.give(work)
        begun.wait()
        hand.stop()
        assert done == [1]


def test_where_no_thread_can_be_started_work_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where memory is short."""

    def refused(_self: threading.Thread) -> None:
        raise RuntimeError

    monkeypatch.setattr(threading.Thread, "start", refused)
    with closing(sqlite3.connect(":memory:")) as connection:
        hand = Hand(connection)
        hand.start()
        found: list[int] = []
        hand.give(lambda book: found.extend(book.execute("select 1").fetchone()))
        assert found == [1]
        hand.stop()


def test_a_failure_aside_leaves_nothing(tmp_path: Path, book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the disk is full while the next rows are read."""
    monkeypatch.setattr(bulk, "ASIDE", 0)
    monkeypatch.setattr(bulk_plain, "BATCH", 30)
    before = content(book_path)
    count = iter(range(100))

    def full(*_what: object, **_how: object) -> None:
        if next(count) == 3:
            raise sqlite3.OperationalError("database or disk is full")
        write(*_what, **_how)  # type: ignore[arg-type]

    write = bulk_plain.write
    monkeypatch.setattr(bulk_plain, "write", full)
    rows = [
        list(HEADINGS["goods in"]),
        *(["2020-02-01", f"人{place}", "口罩", "5", "个", "九江市", ""] for place in range(9000)),
    ]
    with pytest.raises((sqlite3.OperationalError, errors.DonationsError)):
        imported(book_path, written(tmp_path / "gifts.csv", rows))
    assert content(book_path) == before
    assert threading.active_count() == 1


def test_an_interrupt_while_a_batch_is_written_leaves_nothing(
    tmp_path: Path, book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C anywhere between two batches, twice even: the book is as before, and can be used at once."""
    monkeypatch.setattr(bulk, "ASIDE", 0)
    monkeypatch.setattr(bulk_plain, "BATCH", 30)
    before = content(book_path)
    passed, count = Bulk.pass_on, iter(range(100))

    def interrupted(self: Bulk) -> None:
        passed(self)
        if next(count) == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(Bulk, "pass_on", interrupted)
    rows = [
        list(HEADINGS["goods in"]),
        *(["2020-02-01", f"人{place}", "口罩", "5", "个", "九江市", ""] for place in range(9000)),
    ]
    file = written(tmp_path / "gifts.csv", rows)
    with pytest.raises(KeyboardInterrupt):
        imported(book_path, file)
    assert content(book_path) == before
    monkeypatch.setattr(Bulk, "pass_on", passed)
    assert imported(book_path, file).entries == 9000


@pytest.mark.parametrize("sent_signal", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_large_import_that_is_stopped_leaves_nothing_and_nobody(
    tmp_path: Path, book_path: Path, chance: random.Random, sent_signal: signal.Signals
) -> None:
    """With its process and its thread under way: the book is whole as before, and the reading process ends too."""
    line = "2020-02-{:02},人{},物资{}型,{},个,九江市,{}\n"
    with (file := tmp_path / "gifts.csv").open("w", encoding="utf-8") as stream:
        stream.write("日期,捐赠人,物资,数量,单位,城市,备注\n")
        for place in range(150_000):
            stream.write(line.format(1 + place % 28, place % 900, place % 40, 1 + place % 999, "送到仓库" * 3))
    assert file.stat().st_size > paper_files.APART_FROM
    before = content(book_path)
    words = [*PROGRAM, "import", str(file), "--yes", "--book", str(book_path)]
    with subprocess.Popen(
        words, env=surroundings(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        journal = book_path.with_name(f"{book_path.name}-journal")
        until = time.monotonic() + 60
        while not journal.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(chance.random())
        children = _children(process.pid)
        process.send_signal(sent_signal)
        process.wait(60)
    if process.returncode != 0:
        assert entries(book_path) == []
        assert content(book_path) == before
    until = time.monotonic() + 20
    while any(map(_is_running, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_is_running, children))


def _children(process: int) -> list[int]:
    """The processes that it started; none where the system doesn't tell."""
    told = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in told.read_text(encoding="ascii").split()] if told.exists() else []


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0] != "Z"
