"""Backups: a copy of a book that was held against its rules before it has its name, and a book restored from one."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from donations import errors
from donations.errors.families import reason_of
from donations.services.checking import check, damage
from donations.services.problem import Problem
from donations.store import copies, restoring
from donations.store.book import Book, open_book
from donations.store.standing import Difference, Standing, difference


class Listener(Protocol):
    """Hears how far a long act is."""

    def pages(self, done: int, count: int) -> None:
        """`done` of `count` pages are copied."""

    def rule(self, name: str, number: int, count: int) -> None:
        """The book is being held against this rule, the `number`th of `count`."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was made."""

    path: Path
    standing: Standing | None
    """How far it is; None where the book is too damaged to say."""
    problems: list[Problem]
    """What is wrong with it, and with the book alike."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A book that can be restored, and what stands in its place now."""

    file: Path
    target: Path
    backup: Standing
    is_there: bool
    """Whether a file would be replaced."""
    present: Standing | None
    difference: Difference | None


def back_up(book: Book, target: Path, listener: Listener, *, force: bool = False) -> Backup:
    """Copy what `book` holds on disk to `target`, held against every rule before it has that name.

    A book that is not in order is copied as it is. `force` replaces an earlier state of the same book by a sound one, and
    nothing else. Raises FileInTheWay, BackupLoses, UnsoundReplacesNothing, BackupDiffers, BusyBook, CannotWrite; then
    there is no new backup.
    """
    replaces = force and os.path.lexists(target)
    if replaces and target.exists():
        _refuse_to_lose(book, target)
    try:
        with copies.new_copy(book, target, force=force, told=listener.pages) as (temporary, far):
            found, problems = _looked_at(temporary, listener)
            if found != far:
                raise errors.BackupDiffers(path=book.path)
            if problems and replaces:
                raise errors.UnsoundReplacesNothing(path=target)
    except OSError as error:
        raise errors.CannotWrite(path=target, reason=reason_of(error)) from error
    return Backup(target, far, problems)


def _refuse_to_lose(book: Book, target: Path) -> None:
    """Raises BackupLoses where the file at `target` is anything but an earlier state of this book."""
    try:
        with closing(open_book(target, writing=False, of_any_age=True)) as old, old.read(), book.read():
            found = difference(old.connection, book.connection)
    except errors.DonationsError as error:
        if error.facts.get("path") == book.path:
            raise
        raise errors.BackupLoses(path=target) from error
    if not found.is_same_book or found.differs_from is not None or found.is_ahead:
        raise errors.BackupLoses(path=target)


def back_up_damaged(path: Path, target: Path, found: str) -> Backup:
    """Copy the bytes of a book that is too damaged to be opened (`found` says how), over nothing.

    Raises UnsoundReplacesNothing, FileInTheWay, BusyBook, CannotWrite.
    """
    if os.path.lexists(target):
        raise errors.UnsoundReplacesNothing(path=target)
    try:
        copies.copy_unread(path, target)
    except OSError as error:
        raise errors.CannotWrite(path=target, reason=reason_of(error)) from error
    return Backup(target, None, [damage(found)])


def _looked_at(file: Path, listener: Listener) -> tuple[Standing | None, list[Problem]]:
    """How far the book in `file` is, and what is wrong with it."""
    far = None
    try:
        with closing(open_book(file, writing=False)) as copy:
            far = copies.how_far(copy.connection)
            return far, check(copy, listener.rule)
    except errors.DamagedFile as error:
        return far, [damage(error.facts["reason"])]


@contextmanager
def offer(source: Path, target: Path, now: str, listener: Listener) -> Iterator[Offer]:
    """What restoring the backup `source` as the book at `target` would do; `accept` it inside the `with`.

    Raises as `open_book` for `source`, BackupUnsound where it is not in order, BusyBook, CannotWrite. `source` is left
    as it is.
    """
    try:
        with restoring.candidate(source, target, now) as (as_it_is, file):
            _far, problems = _looked_at(file, listener)
            if problems:
                raise errors.BackupUnsound(path=source, count=len(problems))
            backup = restoring.standing_of(as_it_is)
            is_there = target.exists()
            present, difference = restoring.present_book(target, as_it_is) if is_there else (None, None)
            yield Offer(file, target, backup, is_there, present, difference)
    except OSError as error:
        raise errors.CannotWrite(path=target, reason=reason_of(error)) from error


def accept(offered: Offer, kept: Path) -> Path | None:
    """Let the backup be the book; gives where the one that stood there is kept (a name like `kept`), None if there was none.

    Raises BookChanged, BusyBook, FileInTheWay, OSError; then nothing was replaced.
    """
    return restoring.put_in_place(offered.file, offered.target, kept, offered.present)
