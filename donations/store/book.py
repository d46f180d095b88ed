"""A book: opening, making, reading and the one way to write it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from donations import errors
from donations.store import locking
from donations.store.schema_files import SCHEMA_VERSION

APPLICATION_ID = 0x446F6E61
"""`Dona`, in the header of every book: tells our files from other programs'."""

BUSY_SECONDS = 60.0

# Rollback journal with EXTRA: the only setting that lost nothing in simulated power cuts and keeps the book one file.
_WRITER_PRAGMAS = (
    "foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA", "trusted_schema=OFF", "recursive_triggers=ON", "cell_size_check=ON",
)  # fmt: skip
_READER_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON")


class Book:
    """One association's open book. `connection` is for reading; everything that changes it goes through `write()`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._writing = 0

    @property
    def name(self) -> str:
        """The association's name."""
        row = self.connection.execute("select name from book").fetchone()
        return str(row[0]) if row else ""

    def last(self) -> tuple[int, str | None]:
        """The number of the last entry (0 in an empty book) and its digest."""
        row = self.connection.execute("select entry, digest from chain order by entry desc limit 1").fetchone()
        return (int(row[0]), str(row[1])) if row else (0, None)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction, all or nothing; on return it is on disk. Inside another `write()` it is a part of that one.

        BEGIN IMMEDIATE, because a deferred one loses against other writers; a lock on a side file first, because
        waiting on it is fair where SQLite's own is not. Raises BusyBook, CannotWrite, DamagedFile.
        """
        if self._writing:
            with self._part() as connection:
                yield connection
            return
        with faults_spoken(self.path), locking.held(self.path, BUSY_SECONDS):
            self.connection.execute("begin immediate")
            self._writing = 1
            try:
                yield self.connection
                self.connection.execute("commit")
            finally:
                self._writing = 0
                if self.connection.in_transaction:
                    self.connection.execute("rollback")

    @contextmanager
    def _part(self) -> Iterator[sqlite3.Connection]:
        self._writing += 1
        name = f"part_{self._writing}"
        self.connection.execute(f"savepoint {name}")
        try:
            yield self.connection
        except BaseException:
            if self.connection.in_transaction:  # SQLite itself ends the whole transaction when the disk is full
                self.connection.execute(f"rollback to {name}")
            raise
        finally:
            if self.connection.in_transaction:
                self.connection.execute(f"release {name}")
            self._writing -= 1

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """One unchanging sight of the book, however long a report takes. Raises BusyBook, DamagedFile."""
        with faults_spoken(self.path):
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("begin")
            try:
                yield self.connection
            finally:
                self.connection.rollback()  # ends the sight; nothing was written

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def open_book(path: Path, *, writing: bool) -> Book:
    """The book at `path`.

    Raises NoBook, NotABook, NewerBook, DamagedFile, BusyBook, CannotRead; the file is left as it is.
    """
    if not path.exists():
        raise errors.NoBook(path=path)
    _refuse_other_files(path)
    with faults_spoken(path):
        connection = _connect(path, writing=writing)
        book = Book(path, connection)
        try:
            _refuse_other_books(book)
            for pragma in _WRITER_PRAGMAS if writing else _READER_PRAGMAS:
                connection.execute(f"pragma {pragma}")
        except BaseException:
            book.close()
            raise
        return book


def create_book(path: Path, name: str, now: str) -> Book:
    """A new, empty book of the association `name`; `now` is an ISO timestamp in UTC.

    Raises BookExists, CannotWrite. Readable by its owner only, since it holds people's names.
    """
    from donations.store import migrations  # imports sqlite_utils (0.08 s), needed only where a schema is made

    if path.exists():
        raise errors.BookExists(path=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise errors.BookExists(path=path) from None
    except OSError as error:
        raise errors.CannotWrite(path=path, reason=error.strerror) from error
    try:
        with faults_spoken(path):
            book = Book(path, _connect(path, writing=True))
            for pragma in _WRITER_PRAGMAS:
                book.connection.execute(f"pragma {pragma}")
            with book.write() as connection:
                connection.execute(f"pragma application_id={APPLICATION_ID}")
                migrations.apply(connection)
                migrations.begin(connection, name, now)
            return book
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    # A reader may have to roll back what a crash left, so it too opens for writing where it may; query_only guards the book.
    for mode in ("rw",) if writing else ("rw", "ro"):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
        )
        try:
            connection.execute("select count(*) from sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if writing or mode == "ro":
                raise
        else:
            return connection
    raise AssertionError


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise errors.CannotRead(path=path, reason=error.strerror) from error
    if head != b"SQLite format 3\x00":
        found = "an empty file" if not head else "not an SQLite file"
        raise errors.NotABook(path=path, found=found)


def _refuse_other_books(book: Book) -> None:
    [application] = book.connection.execute("pragma application_id").fetchone()
    [version] = book.connection.execute("pragma user_version").fetchone()
    if application != APPLICATION_ID:
        raise errors.NotABook(path=book.path, found="another program's SQLite file")
    if version > SCHEMA_VERSION:
        raise errors.NewerBook(path=book.path, found=version, known=SCHEMA_VERSION)


@contextmanager
def faults_spoken(path: Path) -> Iterator[None]:
    """What SQLite and the system say of a file, as our own errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _spoken(path, error) from error


def _spoken(path: Path, error: sqlite3.Error) -> errors.DonationsError:
    reason = str(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return errors.BusyBook(path=path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return errors.DamagedFile(path=path, reason=reason)
    if code in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    ):
        return errors.CannotWrite(path=path, reason=reason)
    if reason.startswith(("journal:", "register:", "book:")):  # a trigger of ours: the book isn't as we left it
        return errors.ChangedFromOutside(path=path, reason=reason)
    if "missing" in reason or "no such table" in reason or "no such column" in reason:
        return errors.DamagedFile(path=path, reason=reason)
    raise error
