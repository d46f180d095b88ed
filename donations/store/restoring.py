"""Putting a backup in a book's place: the old book or the new one stands there at every moment, and the old one is kept."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from donations import errors
from donations.files import (
    COMPANIONS,
    JOURNALS,
    beside,
    folder_to_disk,
    free_name,
    give_name,
    new_folders,
    temporary_beside,
    to_disk,
)
from donations.store import locking
from donations.store.connecting import BUSY_SECONDS, PAUSE_SECONDS, connect, is_busy, patiently
from donations.store.copies import copy_pages, how_far
from donations.store.faults import faults_spoken
from donations.store.headers import refuse_other_files
from donations.store.standing import Difference, Standing, difference, standing
from donations.store.upgrading import upgrade_copy


@contextmanager
def candidate(source: Path, target: Path, now: str) -> Iterator[tuple[Path, Path]]:
    """The backup `source` twice, beside `target`, under temporary names: as it is, and brought up to date at `now`.

    `source` itself is only read. Raises as `open_book`, and OSError; afterwards the copies are gone, unless renamed.
    """
    refuse_other_files(source)
    new_folders(target.parent)
    with temporary_beside(target) as as_it_is, temporary_beside(target) as up_to_date:
        with faults_spoken(source):
            _copy_untouched(source, as_it_is)
        shutil.copyfile(as_it_is, up_to_date)
        try:
            upgrade_copy(up_to_date, now)
        except errors.DonationsError as error:
            if error.facts.get("path") == up_to_date:
                error.facts["path"] = source  # nobody knows the copy
            raise
        yield as_it_is, up_to_date


def _copy_untouched(source: Path, file: Path) -> None:
    try:
        with closing(_only_reading(source)) as connection:
            connection.execute("begin")
            patiently(source, lambda: connection.execute("select 1 from sqlite_master").fetchone())
            copy_pages(connection, file)
            connection.rollback()
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise
        # What a crash left beside it must be rolled back first: in the copy.
        for suffix in ("", *JOURNALS):
            if beside(source, suffix).exists():
                shutil.copyfile(beside(source, suffix), beside(file, suffix))
        with closing(sqlite3.connect(file, isolation_level=None)) as copy:
            copy.execute("pragma journal_mode=DELETE")
            copy.execute("select count(*) from sqlite_master").fetchone()


def _only_reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PAUSE_SECONDS, isolation_level=None)


def standing_of(file: Path) -> Standing:
    """How far the book in the copy `file` is."""
    with faults_spoken(file), closing(_only_reading(file)) as connection:
        return standing(connection)


def present_book(target: Path, backup: Path) -> tuple[Standing | None, Difference | None]:
    """How far the book at `target` is, and how it stands to the copy of a `backup`; None for what nobody can read of it.

    Raises BusyBook.
    """
    now = far = None
    if not _can_be_opened(target):
        return None, None
    try:
        now = sight = patiently(target, lambda: connect(target, writing=False))
        now.execute("begin")
        patiently(target, lambda: sight.execute("select 1 from sqlite_master").fetchone())
        far = standing(now)
        with closing(_only_reading(backup)) as other:
            return far, difference(now, other)
    except sqlite3.Error as error:
        if is_busy(error):
            raise locking.busy(target) from error
        return far, None
    finally:
        if now is not None:
            now.close()


def put_in_place(file: Path, target: Path, kept: Path, told: Standing | None) -> Path | None:
    """Let `file` be the book at `target`; gives where the one that stood there is kept: `kept`, or a free name like it.

    `told` is how far the present book was when somebody agreed to replace it. Raises BookChanged where that is no
    longer so, BusyBook, FileInTheWay, OSError; then the present book stays.
    """
    to_disk(file)
    with locking.held(target, BUSY_SECONDS):  # no program of ours is in the middle of writing
        kept = _free(kept)
        if os.path.lexists(target):
            _replace(file, target, kept, told)
            return kept
        if told is not None:
            raise errors.BookChanged(path=target)
        _move_companions(target, kept)
        _keep_to_owner(kept)
        give_name(file, target, force=False)
        return None


def _replace(file: Path, target: Path, kept: Path, told: Standing | None) -> None:
    with ExitStack() as stack:
        connection = _alone(target)
        if connection is not None:
            stack.callback(connection.close)
        if (how_far(connection) if connection else None) != told:
            raise errors.BookChanged(path=target)
        mode = stat.S_IMODE(target.stat().st_mode)
        _give_second_name(target, kept, stack)
        try:
            _move_companions(target, kept)  # before: a journal is applied to whatever file has the name it goes by
            if connection is not None and sys.platform == "win32":
                connection.close()  # there no open file can be replaced
            _keep_to_owner(kept)  # before, since nobody would do it for a program that is killed in between
            give_name(file, target, force=True)
        except BaseException:
            if file.exists():  # it has not got its name
                with suppress(OSError):
                    _move_companions(kept, target)
                    kept.unlink()
                    target.chmod(mode)
            raise


def _alone(target: Path) -> sqlite3.Connection | None:
    """A connection to the present book that shuts everybody else out, with what a crash left rolled back.

    None where it is too damaged for that. Raises BusyBook.
    """
    connection = None
    if not _can_be_opened(target):
        return None
    try:
        connection = sole = patiently(target, lambda: connect(target, writing=True))
        # What stands in a WAL comes into the book.
        patiently(target, lambda: sole.execute("pragma journal_mode=DELETE"))
        patiently(target, lambda: sole.execute("begin exclusive"))
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if is_busy(error):
            raise locking.busy(target) from error
        return None
    return connection


def _can_be_opened(target: Path) -> bool:
    """Whether the file begins as SQLite's do: to any other SQLite would apply a journal that lies beside it."""
    try:
        refuse_other_files(target)
    except errors.NotABook:
        return False
    return True


def _give_second_name(target: Path, kept: Path, stack: ExitStack) -> None:
    """Let the present book be there under the name `kept` too; nothing of it is read where the file system has links."""
    try:
        os.link(target, kept)
    except OSError:
        old = stack.enter_context(target.open("rb"))  # left open: closing it would let SQLite's lock go
        with temporary_beside(kept) as temporary:
            with temporary.open("wb") as copy:
                shutil.copyfileobj(old, copy)
            to_disk(temporary)
            give_name(temporary, kept, force=False)
    folder_to_disk(kept.parent)


def _move_companions(target: Path, kept: Path) -> None:
    """Give the journals beside `target` the name `kept`, so that nothing applies them to another file."""
    for suffix in COMPANIONS:
        with suppress(FileNotFoundError):
            beside(target, suffix).rename(beside(kept, suffix))
    folder_to_disk(kept.parent)


def _keep_to_owner(kept: Path) -> None:
    """Let only its owner read what is kept, as every file we make: it holds people's names, whoever could read it before."""
    for suffix in ("", *COMPANIONS):
        with suppress(OSError):  # somebody else's: it stays as it was
            beside(kept, suffix).chmod(0o600)


def _free(kept: Path) -> Path:
    """A name like `kept` that no file has, nor any that belongs to one."""
    path, number = free_name(kept), 1
    while any(os.path.lexists(beside(path, suffix)) for suffix in COMPANIONS):
        number += 1
        path = free_name(kept.with_stem(f"{kept.stem}-{number}"))
    return path
