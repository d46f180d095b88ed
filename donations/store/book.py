"""A book: opening, making, reading and the one way to write it."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from donations import errors
from donations.store import locking
from donations.store.schema_files import SCHEMA_VERSION

APPLICATION_ID = 0x446F6E61
"""`Dona`, in the header of every book: tells our files from other programs'."""

OLDEST_SQLITE = (3, 37, 0)
"""Tables are STRICT, which earlier versions take for a mistake in the schema."""

BUSY_SECONDS = 60.0
"""How long a program waits for the others that use the book."""

PAUSE_SECONDS = 0.05
"""Where waiting is likely SQLite waits no longer in one call: a signal is heard only between two of them."""

# Rollback journal with EXTRA: the only setting that lost nothing in simulated power cuts and keeps the book one file.
WRITER_PRAGMAS = (
    "foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA", "trusted_schema=OFF", "recursive_triggers=ON", "cell_size_check=ON",
)  # fmt: skip
_READER_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON")
_NO_TEXT = "bytes that are no text"
Result = TypeVar("Result")


class Book:
    """One association's open book. `connection` is for reading; everything that changes it goes through `write()`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._writing = 0
        self._file = _file_at(path)

    @property
    def name(self) -> str:
        """The association's name."""
        row = self.connection.execute("select name from book").fetchone()
        return str(row[0]) if row else ""

    def last(self) -> tuple[int, str | None]:
        """The number of the last entry (0 in an empty book), and the digest of all that was done up to now."""
        query = "select (select coalesce(max(number), 0) from entry), (select digest from chain order by number desc limit 1)"
        entries, digest = self.connection.execute(query).fetchone()
        return int(entries), digest

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
            if _file_at(self.path) != self._file:  # restored from a backup since: our file is no longer the book
                raise errors.BookReplaced(path=self.path)
            self._patiently("begin immediate")
            self._writing = 1
            try:
                yield self.connection
                self._patiently("commit")  # waits for who reads; the transaction stays open
            finally:
                self._writing = 0
                if self.connection.in_transaction:
                    self.connection.execute("rollback")

    def _patiently(self, statement: str) -> None:
        wait_at_most(self.connection, PAUSE_SECONDS)
        try:
            patiently(lambda: self.connection.execute(statement))
        finally:
            wait_at_most(self.connection, BUSY_SECONDS)

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
                self._patiently("select 1 from book")  # the sight begins here
                yield self.connection
            finally:
                self.connection.rollback()  # ends the sight; nothing was written

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def open_book(path: Path, *, writing: bool, of_any_age: bool = False) -> Book:
    """The book at `path`; one of an older schema only where `of_any_age`, for who knows what it has.

    Raises NoBook, NotABook, OlderBook, NewerBook, DamagedFile, BusyBook, CannotRead; the file is left as it is.
    """
    refuse_other_files(path)
    with faults_spoken(path):
        return patiently(lambda: _opened(path, writing=writing, of_any_age=of_any_age))


def _opened(path: Path, *, writing: bool, of_any_age: bool) -> Book:
    book = Book(path, connect(path, writing=writing))
    try:
        version = version_of(book)
        if not of_any_age:
            _refuse_older(book, version)
        for pragma in WRITER_PRAGMAS if writing else _READER_PRAGMAS:
            book.connection.execute(f"pragma {pragma}")
    except BaseException:
        book.close()
        raise
    wait_at_most(book.connection, BUSY_SECONDS)
    return book


def _refuse_older(book: Book, version: int) -> None:
    if version < SCHEMA_VERSION:
        raise errors.OlderBook(path=book.path, found=version, known=SCHEMA_VERSION)


def create_book(path: Path, name: str, now: str) -> Book:
    """A new, empty book of the association `name`; `now` is an ISO timestamp in UTC.

    Raises BookExists, CannotWrite. Nobody sees it before it is whole. Readable by its owner only, since it holds
    people's names.
    """
    from donations.files import new_file, new_folders  # what follows is needed only where a book is made
    from donations.store import migrations  # imports sqlite_utils (0.08 s)

    if path.exists():
        raise errors.BookExists(path=path)
    try:
        new_folders(path.parent)
        with new_file(path) as temporary, faults_spoken(path), closing(connect(temporary, writing=True)) as connection:
            for pragma in WRITER_PRAGMAS:
                connection.execute(f"pragma {pragma}")
            connection.execute("begin immediate")
            connection.execute(f"pragma application_id={APPLICATION_ID}")
            migrations.apply(connection, now)
            migrations.begin(connection, name, now)
            connection.execute("commit")
    except errors.FileInTheWay:
        raise errors.BookExists(path=path) from None
    except OSError as error:
        raise errors.CannotWrite(path=path, reason=error.strerror) from error
    return open_book(path, writing=True)


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection to the existing file at `path`, which has been read from. Raises OldSQLite, sqlite3.Error."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise errors.OldSQLite(found=sqlite3.sqlite_version, needed=needed)
    # A reader may have to roll back what a crash left, so it too opens for writing where it may; query_only guards the book.
    for mode in ("rw",) if writing else ("rw", "ro"):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=PAUSE_SECONDS, isolation_level=None
        )
        try:
            connection.execute("select count(*) from sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if writing or mode == "ro" or _is_busy(error):
                raise
        else:
            return connection
    raise AssertionError


def refuse_other_files(path: Path) -> None:
    """Raises NoBook, CannotRead, and NotABook for what is no SQLite file."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        raise errors.NoBook(path=path) from None
    except OSError as error:
        raise errors.CannotRead(path=path, reason=error.strerror) from error
    if head != b"SQLite format 3\x00":
        found = "an empty file" if not head else "not an SQLite file"
        raise errors.NotABook(path=path, found=found)


# In one statement: another program may be upgrading the book between two.
_VERSION = """
select (select user_version from pragma_user_version),
  (select count(*) from _sqlite_migrations where migration_set = 'donations')
"""


def version_of(book: Book) -> int:
    """How many steps the book's schema has. Raises NotABook, NewerBook."""
    [application] = book.connection.execute("pragma application_id").fetchone()
    if application != APPLICATION_ID:
        raise errors.NotABook(path=book.path, found="another program's SQLite file")
    version, applied = book.connection.execute(_VERSION).fetchone()
    if version > SCHEMA_VERSION:
        raise errors.NewerBook(path=book.path, found=version, known=SCHEMA_VERSION)
    if applied > version:  # a step of some other program's making
        raise errors.NewerBook(path=book.path, found=applied, known=SCHEMA_VERSION)
    return int(version)


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from another that takes its name; opening it would let SQLite's locks on it go."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def wait_at_most(connection: sqlite3.Connection, seconds: float) -> None:
    """How long SQLite itself waits for others in one call, in which no signal is heard."""
    connection.execute(f"pragma busy_timeout={round(seconds * 1000)}")


def patiently(act: Callable[[], Result]) -> Result:
    """Do `act` as soon as no other program is in the way, for at most BUSY_SECONDS; Ctrl-C is heard while it waits."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def faults_spoken(path: Path) -> Iterator[None]:
    """What SQLite and the system say of a file, as our own errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _spoken(path, error) from error
    except UnicodeDecodeError as error:  # sqlite3 itself could not read the name of a table, or its own message
        raise errors.DamagedFile(path=path, reason=_NO_TEXT) from error


def _spoken(path: Path, error: sqlite3.Error) -> errors.DonationsError:
    reason = str(error)
    if reason.startswith("Could not decode to UTF-8"):  # and then the bytes themselves, which are no text
        return errors.DamagedFile(path=path, reason=_NO_TEXT)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return locking.busy(path)
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
    if "missing" in reason or (code == sqlite3.SQLITE_ERROR and _is_schema_changed(path)):
        return errors.DamagedFile(path=path, reason=reason)
    raise error


def _is_schema_changed(path: Path) -> bool:
    """Whether the book's schema is not ours (a table is gone, a view rewritten): what SQLite can't run is no fault of ours."""
    from donations.store import guards  # only where something failed

    try:
        with closing(connect(path, writing=False)) as connection:
            return any(guards.differences(connection))
    except sqlite3.Error:
        return True
