"""Ways to break the program on purpose, in a child, so that a test can show that it sees them. And shorter waiting."""

import fcntl
import io
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from donations import files
from donations.cli.session import Run
from donations.output import file
from donations.services import recording, rules
from donations.store import book, connecting, copies, migrations, restoring, schema_files

_connect: Any = sqlite3.connect


def _put(module: object, name: str, value: object) -> None:
    """Put `value` where the program has its own."""
    assert hasattr(module, name), f"the program has no {name} any more"
    setattr(module, name, value)


def _pragmas(journal: str, synchronous: str) -> None:
    kept = tuple(
        pragma for pragma in connecting.WRITER_PRAGMAS if not pragma.startswith(("journal_mode", "synchronous"))
    )
    assert len(kept) == len(connecting.WRITER_PRAGMAS) - 2, "the program sets them elsewhere now"
    _put(book, "WRITER_PRAGMAS", (*kept, f"journal_mode={journal}", f"synchronous={synchronous}"))


def wal_normal() -> None:
    """The common “fast” advice, while somebody else has the book open: closing brings nothing to disk then."""
    _pragmas("WAL", "NORMAL")
    held: list[sqlite3.Connection] = []

    def connect(*words: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = _connect(*words, **named)
        if not held:
            held.append(_connect(*words, **named))
            held[0].execute("pragma journal_mode=WAL")
            held[0].execute("select count(*) from sqlite_master").fetchone()
        return connection

    _put(sqlite3, "connect", connect)


def delete_full() -> None:
    """SQLite's own default: the folder is not synced when the journal is removed."""
    _pragmas("DELETE", "FULL")


def delete_off() -> None:
    """Nothing is ever synced."""
    _pragmas("DELETE", "OFF")


class Deferred(sqlite3.Connection):
    """Begins transactions by reading, as `with connection:` and `db.atomic()` do."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        """Run `sql`, with its `begin immediate` weakened."""
        return super().execute("begin" if sql.strip().lower() == "begin immediate" else sql, *parameters)


def deferred() -> None:
    """Transactions that begin deferred, and no lock beside the book."""
    _put(fcntl, "flock", lambda *_words: None)
    _put(sqlite3, "connect", lambda *words, **named: _connect(*words, **{**named, "factory": Deferred}))


class _Undone(Exception):  # noqa: N818
    """Ends the transaction in which the rules were only looked at."""


def rules_before() -> None:
    """Rules looked at in a transaction of their own, then recording without them."""
    honest, enforce = recording.record, rules.enforce

    def look(open_book: book.Book, *words: Any) -> None:
        with open_book.write():
            honest(open_book, *words)
            raise _Undone

    def record(open_book: book.Book, *words: Any) -> Any:
        with suppress(_Undone):
            look(open_book, *words)
        time.sleep(0.02)  # long enough for another program to look at the same unit
        _put(rules, "enforce", lambda *_words: None)
        try:
            return honest(open_book, *words)
        finally:
            _put(rules, "enforce", enforce)

    _put(recording, "record", record)


def line_by_line() -> None:
    """A file of commands is recorded in a transaction a line."""
    honest = book.Book.write

    @contextmanager
    def write(self: book.Book) -> Iterator[sqlite3.Connection]:
        if (
            Run.current is not None and Run.current.request is None
        ):  # before the first line: the one that holds them all
            yield self.connection
            return
        with honest(self) as connection:
            yield connection

    _put(book.Book, "write", write)


def says_too_early() -> None:
    """“Saved” is printed before it is."""
    honest = recording.record

    def record(open_book: book.Book, *words: Any) -> Any:
        sys.stdout.write(f"Saved as no. {open_book.last()[0] + 1}\n")
        sys.stdout.flush()
        return honest(open_book, *words)

    _put(recording, "record", record)


def no_sight() -> None:
    """Every statement of a report sees the book as it is just then."""

    @contextmanager
    def read(self: book.Book) -> Iterator[sqlite3.Connection]:
        yield self.connection

    _put(book.Book, "read", read)


def writes_in_place() -> None:
    """An export is written under its final name from the beginning."""

    def write_new(target: Path, produce: Callable[[IO[Any]], object], *, force: bool, binary: bool) -> None:
        del force, binary
        with target.open("w", encoding="utf-8", newline="") as stream:
            produce(stream)

    _put(file, "_write_new", write_new)


def backs_up_in_place() -> None:
    """A backup is written under its final name from the beginning."""

    @contextmanager
    def new_file(target: Path, *, force: bool = False) -> Iterator[Path]:
        del force
        target.touch()
        yield target

    _put(copies, "new_file", new_file)


def moves_the_book_away() -> None:
    """A book that is replaced is first given another name, and then there is none for a moment."""
    _put(restoring, "_give_second_name", lambda target, kept, _stack: target.rename(kept))


def leaves_journals() -> None:
    """A book is replaced, and the journal of the old one stays beside the new one."""
    _put(restoring, "_alone", lambda _target: None)
    _put(restoring, "how_far", lambda _connection: None)
    _put(restoring, "present_book", lambda _target, _backup: (None, None))
    _put(restoring, "_move_companions", lambda _target, _kept: None)


def upgrade_in_pieces() -> None:
    """Each statement of a step of the schema is committed by itself."""
    honest = schema_files.statements

    def statements(script: str) -> Iterator[str]:
        for statement in honest(script):
            yield statement
            yield "commit"

    _put(migrations, "statements", statements)


def makes_in_place() -> None:
    """Who makes a book looks first whether there is one, and puts its own there in the end."""

    @contextmanager
    def new_file(target: Path, *, force: bool = False) -> Iterator[Path]:
        del force
        with files.temporary_beside(target) as temporary:
            yield temporary
            temporary.replace(target)

    _put(files, "new_file", new_file)


def no_lock() -> None:
    """No lock beside the book."""
    _put(fcntl, "flock", lambda *_words: None)


def not_waiting() -> None:
    """A book in use is not waited for."""
    _put(connecting, "BUSY_SECONDS", 0.1)


def passes_over_full() -> None:
    """What can't be printed is passed over in silence."""

    def write(self: io.FileIO, content: Any) -> int:
        try:
            return io.FileIO.write(self, content)
        except OSError:
            return len(content)

    quiet = type("Quiet", (io.FileIO,), {"write": write})
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(quiet(1, "w", closefd=False)), encoding="utf-8")


def notes_who_reads() -> None:
    """Opening a book leaves a note beside it."""
    honest = book.open_book

    def open_book(path: Path, *words: Any, **named: Any) -> book.Book:
        with suppress(OSError):
            path.with_name(path.name + ".read").touch()
        return honest(path, *words, **named)

    for name, module in list(sys.modules.items()):
        if name.startswith("donations.") and getattr(module, "open_book", None) is honest:
            _put(module, "open_book", open_book)


def impatient() -> None:
    """A second of waiting for a book in use, instead of a minute."""
    _put(connecting, "BUSY_SECONDS", 1.0)


def few_pages(most: int) -> None:
    """The book may have so many pages and no more."""

    def connect(*words: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = _connect(*words, **named)
        connection.execute(f"pragma max_page_count={most}")
        return connection

    _put(sqlite3, "connect", connect)


PATCHES = {
    "WAL and NORMAL": wal_normal, "DELETE and FULL": delete_full, "DELETE and OFF": delete_off, "deferred": deferred,
    "backup in place": backs_up_in_place, "moved away": moves_the_book_away, "journals left": leaves_journals,
    "rules before": rules_before, "line by line": line_by_line, "says too early": says_too_early, "in place": writes_in_place, "no sight": no_sight, "impatient": impatient,
    "upgrade in pieces": upgrade_in_pieces, "makes in place": makes_in_place, "no lock": no_lock, "not waiting": not_waiting,
    "passes over": passes_over_full, "notes who reads": notes_who_reads,
}  # fmt: skip


def apply(name: str) -> None:
    """Break this process as `name` says."""
    if name.startswith("pages "):
        few_pages(int(name.removeprefix("pages ")))
    else:
        PATCHES[name]()
