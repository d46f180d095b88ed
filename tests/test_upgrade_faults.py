# ruff: noqa: N802 - the names of the catalogue
"""A4, and A3, B4, C1 of it: books of older versions, brought up to date while things go wrong."""

import errno
import json
import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from conftest import content
from harness.counts import Tries
from harness.disk import events, power_cut
from harness.old_books import OLD, bytes_of, said_then
from harness.program import memory
from harness.warm import Ended, Warm

from donations.store.schema_files import SCHEMA_VERSION

REPORTS = ("totals --by city", "totals --by donor", "stock", "ledger")


class Old:
    """A book of an older version, and what the program of that version said of it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.bytes = bytes_of(name)
        self.said = said_then(name)
        self.version = int(name[1 : name.index("-")])
        original = folder / "original.db"
        original.write_bytes(self.bytes)
        self.content = content(original)

    def put(self, folder: Path) -> Path:
        """The book in a new folder."""
        folder.mkdir()
        (folder / "book.db").write_bytes(self.bytes)
        return folder / "book.db"


@pytest.fixture(params=OLD)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    """Each book in turn."""
    return Old(request.param, tmp_path)


@contextmanager
def rooms() -> Iterator[Path]:
    """A folder in memory for many copies."""
    with TemporaryDirectory(dir=memory()) as folder:
        yield Path(folder)


def version(book: Path) -> int:
    with closing(sqlite3.connect(book)) as connection:
        return int(connection.execute("pragma user_version").fetchone()[0])


def check_old_or_new(warm: Warm, old: Old, book: Path) -> int:
    """The version found: the old one with nothing changed, or the new one with the old book kept beside it.

    The next command finds it up to date or brings it there; then it says what the older program said.
    """
    found = version(book)
    assert found in (old.version, SCHEMA_VERSION)
    if found == old.version:
        assert content(book) == old.content
    else:
        assert old.content in [content(file) for file in book.parent.glob("book-v*.db")], "no copy of it as it was"
    for line in [line for line in REPORTS if line in old.said]:
        ended = warm.run(*line.split(), "--format", "json", "--book", str(book))
        assert ended.code == 0, ended.said
        assert json.loads(ended.out)["tables"] == old.said[line], line
    assert warm.run("check", "--book", str(book)).code == 0
    assert version(book) == SCHEMA_VERSION
    return found


def upgrade(warm: Warm, book: Path, **job: Any) -> Ended:
    """Any command brings the book up to date."""
    return warm.run("totals", "--book", str(book), **job)


@pytest.mark.promise("A4", full=50, short=3)
def test_A4_an_upgrade_killed_at_any_moment(warm: Warm, old: Old, tries: Tries, chance: random.Random) -> None:
    """SIGKILL after a random time."""
    with rooms() as folder:
        taken = upgrade(warm, old.put(folder / "timed")).seconds[0]
        for number in tries:
            book = old.put(folder / str(number))
            child = warm.start(["totals", "--book", str(book)])
            time.sleep(chance.uniform(0, taken))
            child.kill()
            child.wait()
            check_old_or_new(warm, old, book)
            shutil.rmtree(book.parent)


def operations_of(on_disk: Warm, book: Path) -> int:
    ended = upgrade(on_disk, book, disk={"folder": str(book.parent)})
    assert ended.code == 0, ended.said
    assert version(book) == SCHEMA_VERSION
    return ended.seen


@pytest.mark.promise("A4", full=100, short=4)
def test_A4_an_upgrade_killed_before_any_operation_on_the_disk(
    on_disk: Warm, old: Old, tries: Tries, chance: random.Random
) -> None:
    """SIGKILL before the n-th write, sync, link or removal, the last ones in any case."""
    versions = set()
    with rooms() as folder:
        operations = operations_of(on_disk, old.put(folder / "counted"))
        points = [
            operations,
            operations - 1,
            operations - 2,
            *(chance.randint(1, operations) for _ in range(tries.planned)),
        ]
        for number in tries:
            book = old.put(folder / str(number))
            killed = upgrade(on_disk, book, disk={"folder": str(book.parent), "fail_at": points[number], "error": -1})
            assert killed.code == -9
            versions.add(check_old_or_new(on_disk, old, book))
            shutil.rmtree(book.parent)
    assert versions == {old.version, SCHEMA_VERSION}


@pytest.mark.promise("C1", full=100, short=4)
def test_C1_an_operation_that_fails_during_an_upgrade(
    on_disk: Warm, old: Old, tries: Tries, chance: random.Random
) -> None:
    """The n-th operation fails, once or from then on: one sentence and exit 74, or all is done."""
    with rooms() as folder:
        operations = operations_of(on_disk, old.put(folder / "counted"))
        for number in tries:
            book = old.put(folder / str(number))
            error = (errno.EIO, errno.ENOSPC)[number % 2]
            watched = {"folder": str(book.parent), "fail_at": chance.randint(1, operations), "error": error}
            ended = upgrade(on_disk, book, disk={**watched, "stay": number // 2 % 2})
            assert ended.code in (0, 74), ended
            assert "Traceback" not in ended.said
            assert len(ended.said.splitlines()) == 1
            check_old_or_new(on_disk, old, book)
            shutil.rmtree(book.parent)


@pytest.mark.promise("A3", full=100, short=3)
def test_A3_a_power_cut_during_an_upgrade(
    on_disk: Warm, warm: Warm, old: Old, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """After every cut the book is the old one or the new one, and beside the new one lies the old one."""
    with rooms() as folder:
        book = old.put(folder / "here")
        assert upgrade(on_disk, book, disk={"folder": str(book.parent), "log": str(tmp_path / "log")}).code == 0
        log = events(tmp_path / "log")
        for number in tries:
            left = power_cut(log, book.parent, {"book.db": old.bytes}, chance.randint(0, len(log)), chance)
            found = folder / str(number)
            found.mkdir()
            for name, written in left.items():
                (found / name).write_bytes(written)
            check_old_or_new(warm, old, found / "book.db")
            shutil.rmtree(found)


@pytest.mark.promise("B4", full=50, short=3)
def test_B4_many_programs_open_an_old_book(warm: Warm, tries: Tries) -> None:
    """Six at a time, readers and writers: one upgrades, all go on; one copy of the old book is kept."""
    old_books = OLD * (tries.planned // len(OLD) + 1)
    with rooms() as folder:
        for number in tries:
            old = Old(old_books[number], folder)
            book = old.put(folder / str(number))
            day = "2024-01-05"  # some of the books have closed earlier months
            gift = ["receive", "新来的人", "口罩1个", "--new", "--date", day, "--book", str(book)]
            gate = folder / f"gate-{number}"
            children = [
                warm.start(words, gate=str(gate))
                for words in (gift, ["totals", "--book", str(book)])
                for _twice in range(3)
            ]
            gate.touch()
            ends = [child.wait() for child in children]
            assert [ended.code for ended in ends] == [0] * 6, [ended.said for ended in ends]
            assert version(book) == SCHEMA_VERSION
            assert [content(file) for file in book.parent.glob("book-v*.db")] == [old.content]
            assert warm.run("check", "--book", str(book)).code == 0
