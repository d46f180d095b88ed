"""Copies of a book: consistent while others write, whole or not at all."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext
from pathlib import Path
from typing import TypeAlias

from donations import errors
from donations.files import COMPANIONS, JOURNALS, beside, free_name, new_file, to_disk
from donations.store import locking
from donations.store.book import Book
from donations.store.connecting import BUSY_SECONDS, connect, patiently
from donations.store.faults import faults_spoken
from donations.store.standing import Standing, standing

Told: TypeAlias = Callable[[int, int], None]
"""Is told how many pages of how many are copied."""

_PAGES_AT_ONCE = 2048


@contextmanager
def new_copy(
    book: Book, target: Path, *, force: bool = False, told: Told | None = None
) -> Iterator[tuple[Path, Standing | None]]:
    """What `book` holds on disk now, as a file that gets the name `target` after the body; it is on disk before.

    The body has it under its temporary name, to look at, and how far the book was at that moment (None where the book is
    so damaged that nobody can say). Raises FileInTheWay (`target` unless `force`, or a journal that would be applied to
    it), BusyBook, CannotWrite, OSError; then, and where the body raises, there is no file.
    """
    _refuse_companions(target)
    with new_file(target, force=force) as temporary:
        with closing(_sight_of(book)) as source:  # a second connection: one that writes can't be copied from
            with faults_spoken(target):
                copy_pages(source, temporary, told)
            far = how_far(source)
            source.rollback()
        yield temporary, far


def _refuse_companions(target: Path) -> None:
    for suffix in COMPANIONS:
        if beside(target, suffix).exists():
            raise errors.FileInTheWay(path=beside(target, suffix))


def copy_unread(path: Path, target: Path) -> None:
    """The bytes of a book that is too damaged to be opened, with those of a journal that belongs to it.

    Never over another file: killed in between, that one would have a journal that isn't its own. Raises as `new_copy`.
    """
    _refuse_companions(target)
    with locking.held(path, BUSY_SECONDS), new_file(target) as temporary, ExitStack() as undo:
        shutil.copyfile(path, temporary)
        for suffix in JOURNALS:
            if beside(path, suffix).exists():
                undo.callback(beside(target, suffix).unlink, missing_ok=True)
                shutil.copyfile(beside(path, suffix), beside(target, suffix))
                beside(target, suffix).chmod(0o600)
                to_disk(beside(target, suffix))
        undo.pop_all()


def _sight_of(book: Book) -> sqlite3.Connection:
    """A connection that sees the book as it is on disk now, whatever others write meanwhile."""
    # In turn with the writers, who begin again and again; an upgrade has its turn already.
    turn = nullcontext() if book.connection.in_transaction else locking.held(book.path, BUSY_SECONDS)
    with faults_spoken(book.path), turn:
        source = patiently(book.path, lambda: connect(book.path, writing=False))
        try:
            source.execute("begin")
            patiently(book.path, lambda: source.execute("select 1 from sqlite_master").fetchone())
        except BaseException:
            source.close()
            raise
        return source


def copy_pages(source: sqlite3.Connection, file: Path, told: Told | None = None) -> None:
    """Copy what `source` sees into the empty `file`; whether that is on disk is the caller's. Raises sqlite3.Error."""
    with closing(sqlite3.connect(file, isolation_level=None)) as copy:
        copy.execute("pragma journal_mode=OFF")  # a copy that fails is thrown away
        copy.execute("pragma synchronous=OFF")
        source.backup(
            copy, pages=_PAGES_AT_ONCE, progress=told and (lambda _status, left, all_: told(all_ - left, all_))
        )
        copy.execute("pragma journal_mode=DELETE")  # one of a WAL book says in its header that it needs a second file


def how_far(connection: sqlite3.Connection) -> Standing | None:
    """How far a book is; None where it is too damaged to say."""
    try:
        return standing(connection)
    except sqlite3.DatabaseError:
        return None


def copy_to(book: Book, target: Path) -> None:
    """A copy of `book` called `target`. Raises as `new_copy`."""
    with new_copy(book, target):
        pass


def keep_aside(book: Book, mark: str) -> Path:
    """Copy the book beside itself under a name with `mark` in it that no file has; gives that name."""
    path = free_name(book.path.with_stem(f"{book.path.stem}-{mark}"))
    copy_to(book, path)
    return path
