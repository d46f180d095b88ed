"""Making a book, and taking one away that was made for nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from donations import errors
from donations.errors.families import reason_of
from donations.store import connecting, locking
from donations.store.book import Book, open_book
from donations.store.connecting import WRITER_PRAGMAS, connect
from donations.store.faults import faults_spoken
from donations.store.headers import APPLICATION_ID, is_book


def create_book(
    path: Path, name: str, now: str, fill: Callable[[sqlite3.Connection], None] = lambda _connection: None
) -> Book:
    """A new book of the association `name`, empty but for what `fill` writes; `now` is an ISO timestamp in UTC.

    Nobody sees it before it is whole. Only its owner can read it, since it holds people's names. Raises BookExists,
    OtherFileInTheWay, BookIsFolder, CannotWrite.
    """
    from donations.files import new_file, new_folders  # what follows is needed only where a book is made
    from donations.store import migrations  # imports sqlite_utils (0.08 s)

    _refuse_what_is_there(path)
    try:
        new_folders(path.parent)
        with new_file(path) as temporary, faults_spoken(path), closing(connect(temporary, writing=True)) as connection:
            for pragma in WRITER_PRAGMAS:
                connection.execute(f"pragma {pragma}")
            connection.execute("begin immediate")
            connection.execute(f"pragma application_id={APPLICATION_ID}")
            migrations.apply(connection, now)
            migrations.begin(connection, name, now)
            fill(connection)
            connection.execute("commit")
    except errors.FileInTheWay:
        raise errors.BookExists(path=path) from None
    except OSError as error:
        raise errors.CannotWrite(path=path, reason=reason_of(error)) from error
    return open_book(path, writing=True)


def _refuse_what_is_there(path: Path) -> None:
    """Raises BookExists, OtherFileInTheWay, BookIsFolder: what is there already stays as it is."""
    if path.is_dir():
        raise errors.BookIsFolder(path=path, example=path / "book.db")
    if path.exists():
        raise errors.BookExists(path=path) if is_book(path) else errors.OtherFileInTheWay(path=path)


def take_away(book: Book, made: tuple[int, str | None]) -> None:
    """Close a book that was just made, and remove it unless somebody has done something in it since: `made` is what it was `last`.

    Its lock stays: somebody may be waiting for it, who is told then that the book is gone.
    """
    with (
        suppress(errors.DonationsError),  # why it is taken away is said already
        closing(book),
        faults_spoken(book.path),
        locking.held(book.path, connecting.BUSY_SECONDS),
    ):
        is_untouched = book.last() == made
        book.close()
        if is_untouched and book.is_in_place():
            book.path.unlink(missing_ok=True)
