"""What is measured against what, and how it is meant to come out: the targets P1 to P8."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import bench_others as others
from bench_books import MONTH, PARTY

MILLION = 1_000_000
_MOST_FOR_RICH = 10_000
"""Rich keeps all rows of a table: more would take minutes and the memory of the machine."""
SMALL = 10_000
"""What a large book is held against, where there is one of this size."""


def nothing() -> None:
    """What needs nothing done before it."""


@dataclass(frozen=True, slots=True)
class Command:
    """Words to run, what to do before each run, which is not measured, and whether a terminal shows what it prints."""

    words: list[str]
    before: Callable[[], None] = nothing
    on_terminal: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours beside another: `other` is None where it isn't installed; `most` is the target at size `at` (at every size: 0)."""

    target: str
    what: str
    against: str
    entries: int
    ours: Command
    other: Command | None
    most: float | None = None
    at: int = 0
    megabytes: float | None = None


def pairs(places: dict[int, Path]) -> Iterator[Pair]:
    """All pairs, for the folders of the books by their sizes."""
    sizes = sorted(places)
    yield from _start_up(sizes[0], places[sizes[0]])
    for size in sizes:
        place = places[size]
        smaller = [least for least in sizes if least < min(size, SMALL + 1)]
        if smaller:
            yield from _growth(size, place, smaller[-1], places[smaller[-1]])
            copy = _receive(places[sizes[0]])
            yield Pair("P5", "receive", f"itself at {sizes[0]:,}", size, _receive(place), copy, 1.2, MILLION)
        yield from _totals(size, place)
        yield from _party(size, place)
        yield from _importing(size, place)
        yield from _ledger(size, place)
        yield Pair(
            "P8",
            "check",
            "a plain ordered read",
            size,
            ours(place, "check"),
            Command(others.plain_read(place)),
            6,
            MILLION,
        )


def ours(place: Path, *words: str) -> Command:
    """Our program on the book in `place`."""
    return Command([sys.executable, "-m", "donations", *words, "--book", str(place / "book.db")])


def _command(words: list[str] | None, before: Callable[[], None] = nothing) -> Command | None:
    return None if words is None else Command(words, before)


def _start_up(size: int, place: Path) -> Iterator[Pair]:
    bare, query = Command(others.BARE), others.totals(place)["sqlite-utils query"]
    report = ours(place, "totals", "--format", "tsv")
    page = Command([sys.executable, "-m", "donations", "--help"])
    yield Pair("P1", "totals, plain", "python -c pass", size, report, bare, 8)
    yield Pair(
        "P1", "totals, for people", "python -c pass", size, ours(place, "totals", "--format", "table"), bare, 12.5
    )
    yield Pair("P1", "--help", "python -c pass", size, page, bare, 8)
    yield Pair("P1", "totals, plain", "sqlite-utils query", size, report, _command(query), 1)


def _growth(size: int, place: Path, least: int, small: Path) -> Iterator[Pair]:
    growth = f"itself at {least:,}"
    for words in (("totals",), ("stock",), ("month", MONTH)):
        mine, other = (replace(ours(book, *words), on_terminal=True) for book in (place, small))
        yield Pair("P2", f"{words[0]}, on a terminal", growth, size, mine, other, 1.25, MILLION, 40)
    for words in (("totals",), ("stock",)):
        command = (*words, "--format", "tsv")
        yield Pair("P2", words[0], growth, size, ours(place, *command), ours(small, *command), 1.25, MILLION, 40)
    whole = ("month", MONTH, "--format", "tsv")  # every entry of the month: it grows with them
    yield Pair("P2", "month, each entry", growth, size, ours(place, *whole), ours(small, *whole))


def _totals(size: int, place: Path) -> Iterator[Pair]:
    limits = {"hledger": 1 / 300, "Python sqlite3": 0.3}
    for name, words_of_other in others.totals(place).items():
        other = _command(words_of_other)
        yield Pair(
            "P2", "totals", name, size, ours(place, "totals", "--format", "tsv"), other, limits.get(name), MILLION
        )


def _party(size: int, place: Path) -> Iterator[Pair]:
    limits = {"hledger": 1 / 400, "ledger": 1 / 100}
    mine = ours(place, "ledger", "--party", PARTY, "--month", MONTH, "--format", "tsv")
    for name, words in others.party(place).items():
        yield Pair("P3", "one party's month", name, size, mine, _command(words), limits.get(name), MILLION)


def _importing(size: int, place: Path) -> Iterator[Pair]:
    """The largest paper alone, into a new book and into a new table."""
    empty, book, table = place / "empty.db", place / "imported.db", place / "inserted.db"
    start = [sys.executable, "-m", "donations"]

    def anew() -> None:
        if not empty.exists():
            subprocess.run([*start, "init", "--book", str(empty)], check=True, capture_output=True)
        shutil.copy(empty, book)

    mine = Command([*start, "import", str(place / "gifts.csv"), "--yes", "--book", str(book)], anew)
    for name, words, most in (
        ("sqlite-utils insert --csv", others.inserting(place), 0.2),
        ("the same, --no-detect-types", others.inserting(place, "--no-detect-types"), 0.5),
    ):
        other = _command(words, lambda: table.unlink(missing_ok=True))
        yield Pair("P4", "import", name, size, mine, other, most, MILLION, 100)


def _ledger(size: int, place: Path) -> Iterator[Pair]:
    """The whole ledger beside a table of seven columns, and beside its own cells looked up before."""
    mine = ours(place, "ledger", "--format", "csv", "--raw")

    def laid_out() -> None:
        if not (place / "ledger.db").exists():
            subprocess.run([*mine.words, "-o", str(place / "ledger.csv"), "--force"], check=True, capture_output=True)
            subprocess.run(others.to_ledger(place), check=True)

    for name, other in (
        ("csv.writer, 7 columns", Command(others.plain_csv(place))),
        ("csv.writer, the same cells", Command(others.written_ledger(place), laid_out)),
    ):
        yield Pair("P7", "ledger, piped", name, size, mine, other, 2.5, 10_000)
    if size <= _MOST_FOR_RICH:
        table = ours(place, "ledger", "--format", "table")
        other = Command(others.shown_ledger(place), laid_out)
        yield Pair("P7", "ledger, for people", "Rich's table", size, table, other, 0.1, 10_000)


def _receive(place: Path) -> Command:
    """One entry into a copy of the book."""
    copy = place / "copy.db"
    words = ("receive", PARTY, "5000元", "--date", f"{MONTH}-05", "--yes", "--book", str(copy))
    return Command([sys.executable, "-m", "donations", *words], lambda: _copied(place, copy))


def _copied(place: Path, copy: Path) -> None:
    """A copy that is on the disk: the entry's own sync would else write all of it."""
    shutil.copy(place / "book.db", copy)
    with copy.open("rb+") as written:
        os.fsync(written.fileno())
