"""Bringing a book of an earlier version of this program up to the present schema."""

from contextlib import closing
from pathlib import Path

from donations import errors
from donations.errors.families import reason_of
from donations.store import copies, migrations
from donations.store.book import Book, version_of
from donations.store.connecting import WRITER_PRAGMAS, connect, patiently
from donations.store.faults import faults_spoken
from donations.store.headers import refuse_other_files
from donations.store.schema_files import SCHEMA_VERSION


def upgrade(path: Path, now: str, *, records: bool = True) -> Path | None:
    """Bring the book at `path` up to date at `now` (ISO timestamp in UTC); gives where the book as it was is kept.

    `records`: whether this is done for somebody who wants to record, and who is told if nothing was. None where another
    program has done it in the meantime. All in one transaction: whenever the program is killed, the book is as before or
    as after. Raises as `open_book`, and CannotWrite, DamagedFile; then the book is as before.
    """
    refuse_other_files(path)
    with (
        faults_spoken(path),
        closing(patiently(path, lambda: _opened(path, records=records))) as book,
        book.write() as connection,
    ):
        version = version_of(book)
        if version == SCHEMA_VERSION:
            return None
        [found] = connection.execute("pragma quick_check(1)").fetchone()
        if found != "ok":
            raise errors.DamagedFile(path=path, reason=found)
        try:
            kept = copies.keep_aside(book, f"v{version}")
        except OSError as error:
            raise errors.CannotWrite(path=path, reason=reason_of(error)) from error
        migrations.apply(connection, now)
        return kept


def upgrade_copy(path: Path, now: str) -> None:
    """Bring a copy up to date that nobody else knows yet: nothing of how it was is kept, and no lock is left beside it."""
    with faults_spoken(path), closing(_opened(path, records=False)) as book:
        if version_of(book) == SCHEMA_VERSION:
            return
        book.connection.execute("begin immediate")
        migrations.apply(book.connection, now)
        book.connection.execute("commit")


def _opened(path: Path, *, records: bool) -> Book:
    book = Book(path, connect(path, writing=True), records=records)
    try:
        version_of(book)
        for pragma in WRITER_PRAGMAS:
            book.connection.execute(f"pragma {pragma}")
    except BaseException:
        book.close()
        raise
    return book
