"""What the tests share: a new book, and a treasurer's desk that types commands and reads the answers."""

import hashlib
import io
import json
import os
import random
import shlex
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from harness import counts, disk
from harness.counts import Tries
from harness.program import memory
from harness.warm import Warm
from hypothesis import HealthCheck, settings

from donations.cli import app, boundary
from donations.store.book import Book
from donations.store.making import create_book

NOW = "2020-03-31T08:00:00Z"
ROOM = 4 * 2**30
"""Bytes that a run may need: folders of tests that pass are taken away at once."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output read as JSON."""
        return json.loads(self.out)

    def rows(self, table: int = 0) -> list[Row]:
        """The rows of one table of a report in JSON."""
        rows: list[Row] = self.json["tables"][table]["rows"]
        return rows


_BEGUN: dict[tuple[str, ...], bytes] = {}
"""Books by the commands that made them on an empty one."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A treasurer at work on one book: `do` expects to succeed, `run` takes whatever comes."""

    book: Path

    def run(self, line: str, *more: str) -> Answer:
        """Run the command that `line` says (quoted as in a shell), with `more` words behind it as they are."""
        words = [*shlex.split(line), *more]
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = boundary.run(app.root(), words)
        return Answer(code, out.getvalue(), err.getvalue())

    def do(self, line: str, *more: str) -> Answer:
        """Run it; it must succeed."""
        answer = self.run(line, *more)
        assert answer.code == 0, f"{line}: {answer.err or answer.out}"
        return answer

    def begin(self, *lines: str) -> None:
        """Run them on the empty book; each must succeed. Whoever begins alike later gets a copy of what came of it."""
        if lines not in _BEGUN:
            for line in lines:
                self.do(line)
            _BEGUN[lines] = self.book.read_bytes()
        self.book.write_bytes(_BEGUN[lines])

    def refused(self, line: str, *more: str, code: int = 1) -> str:
        """Run it; it must be refused with that exit code and one sentence, which is given back, and write nothing."""
        before = content(self.book)
        answer = self.run(line, *more)
        assert answer.code == code, f"{line}: {answer}"
        assert answer.out == "", line
        assert len(answer.err.strip().splitlines()) == 1, f"{line}: {answer.err}"
        assert "Traceback" not in answer.err, line
        assert content(self.book) == before, f"{line}: refused, and yet something was written"
        return answer.err.strip()

    def read(self, line: str, table: int = 0) -> list[Row]:
        """The rows of a report."""
        return self.do(f"{line} --format json").rows(table)

    def totals(self, line: str = "totals --by city", by: str = "city") -> dict[tuple[Any, str], Row]:
        """The rows of totals by group and item."""
        return {(row[by], row["item"]): row for row in self.read(line)}

    def stock(self, *words: str) -> dict[str, str | None]:
        """On hand by item; with store and purpose, where they are not the usual ones, behind a slash."""
        return {
            "/".join(filter(None, (row["item"], row["store"], row["purpose"]))): row["on_hand"]
            for row in self.read(" ".join(("stock", *words)))
        }

    def problems(self) -> tuple[int, list[str]]:
        """The exit code of `check`, and the rules it found broken."""
        answer = self.run("check --format json")
        return answer.code, [row["rule"] for row in answer.rows()]

    def is_in_order(self) -> bool:
        """Whether `check` finds nothing."""
        return self.problems() == (0, [])


def content(book: Path) -> str:
    """Every table of the book as SQL text, read past our own code; for telling whether anything changed."""
    with closing(sqlite3.connect(book)) as connection:
        return "\n".join(connection.iterdump())


def fingerprint(file: Path) -> str:
    """The file's sha256."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty book that others are copied from, never written."""
    path = tmp_path_factory.mktemp("empty") / "book.db"
    create_book(path, "测试协会", NOW).close()
    return path


@pytest.fixture
def book_path(tmp_path: Path, empty_book: Path) -> Path:
    """A new, empty book."""
    path = tmp_path / "book.db"
    shutil.copy(empty_book, path)
    return path


@pytest.fixture
def kept(book_path: Path, warm: Warm) -> Path:
    """A book with three confirmed entries, never written again; others are copied from it."""
    words = [["receive", "李华", "口罩5个", "--date", f"2020-01-2{day}", "--book", str(book_path)] for day in (1, 2, 3)]
    assert warm.start(*words).wait().codes == (0, 0, 0)
    return book_path


def copied(kept: Path, name: str) -> Path:
    """A copy of the book in a folder of its own."""
    book = kept.parent / name / "book.db"
    book.parent.mkdir()
    shutil.copy(kept, book)
    return book


@pytest.fixture
def desk(book_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A treasurer's desk with a new book, speaking English."""
    monkeypatch.setenv("DONATIONS_BOOK", str(book_path))
    monkeypatch.setenv("DONATIONS_LANG", "en")
    return Desk(book_path)


@pytest.fixture
def run(desk: Desk) -> Callable[..., Answer]:
    """The in-process program: `run("totals --by city")` gives the exit code, what was printed, and what was said on stderr."""
    return desk.run


# --- the catalogue of reliability tests: see harness/


collect_ignore = (
    [
        "test_concurrency.py",
        "test_crash.py",
        "test_import_memory.py",
        "test_power_cut.py",
        "test_storage_faults.py",
        "test_upgrade_faults.py",
    ]
    if os.name == "nt"
    else []
)


def pytest_addoption(parser: pytest.Parser) -> None:
    counts.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    if (
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    ):  # in the background of a script tests of Ctrl-C would wait for ever
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # Which computer it runs on, and beside what, decides nothing; and without --full a run is like the one before.
    settings.register_profile(
        "here", deadline=None, derandomize=not config.option.full, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("here")
    if not hasattr(config, "workerinput"):  # with several processes, the one that collects their reports
        config.pluginmanager.register(counts.Keeper(config.option.results))
        _keep_folders_in_memory(config)


def _keep_folders_in_memory(config: pytest.Config) -> None:
    """Folders of tests lie in memory, where there is room: a book syncs each entry several times, which takes a disk more than
    all computing. `--basetemp FOLDER` and `--full` mean the disk.
    """
    place = memory()
    if place and not config.option.full and shutil.disk_usage(place).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", place)


def pytest_report_header(config: pytest.Config) -> list[str]:
    ignored = (
        [f"left out, for want of fork, signals and terminals: {', '.join(collect_ignore)}"] if collect_ignore else []
    )
    return [counts.header(config), *ignored]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is of the catalogue; leave the long runs out unless `--full` or `-m` says that they are meant."""
    counts.mark(items)
    if config.option.markexpr or config.option.full:
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture(autouse=True)
def _books_closed() -> Iterator[None]:
    """Closes the books that a test opened and left open: each holds some of the 200 MB that `sql` leaves to a process, and its
    connection and that one's statements hold each other, whoever lets go of them.
    """
    opened: list[Book] = []
    begin = Book.__init__

    def begin_and_note(self: Book, *words: Any, **named: Any) -> None:
        begin(self, *words, **named)
        opened.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Book, "__init__", begin_and_note)
        yield
    for book in opened:
        book.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    try:
        yield
    finally:
        counts.record(item)


@pytest.fixture
def tries(request: pytest.FixtureRequest) -> Tries:
    """How often the test is to try its promise in this run."""
    return counts.tries_of(request.node)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers of the test's own, the same in every run with the same `--seed`."""
    return counts.random_of(request.node)


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """The program kept warm in a process that forks a child for each job."""
    started = Warm()
    yield started
    started.close()


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The same on a disk that writes down what is done to it, or fails. Skips where there is no C compiler."""
    if disk.compiler() is None:
        pytest.skip("needs Linux and a C compiler (cc)")
    library = disk.build(tmp_path_factory.mktemp("disk"))
    started = Warm({"LD_PRELOAD": str(library)})
    yield started
    started.close()
