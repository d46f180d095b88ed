"""A book: opening, reading and the one way to write it."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from pathlib import Path

from donations import errors
from donations.store import connecting, locking
from donations.store.connecting import PAUSE_SECONDS, READER_PRAGMAS, WRITER_PRAGMAS, connect, patiently, wait_at_most
from donations.store.faults import faults_spoken
from donations.store.headers import APPLICATION_ID, refuse_other_files
from donations.store.schema_files import SCHEMA_VERSION

_ERASED, _REWRITTEN = "erase", "rewrite"
_LAST_ACT = """
select act from register_change where register = 'book' and subject = 1 and act in (:erased, :rewritten) order by number desc limit 1
"""


class Book:
    """One association's open book. `connection` is for reading; everything that changes it goes through `write()`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, records: bool = True) -> None:
        """`records`: whether who writes wants to record something, and is told if nothing was."""
        self.path = path
        self._records = records
        self.connection = connection
        self._writing = 0
        self._file = _file_at(path)
        self._erased_at: str | None = None

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

    def missing(self) -> int:
        """How many numbers are kept for entries that were lost; only a book that was salvaged has some."""
        query = """
            select iif(
              exists (select 1 from register_change where register = 'book' and subject = 1 and act = 'salvaged'),
              (select count(*) from entry where type = 'missing'), 0)
        """
        return int(self.connection.execute(query).fetchone()[0])

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction, all or nothing; on return it is on disk. Inside another `write()` it is a part of that one.

        BEGIN IMMEDIATE, because a deferred one loses against other writers; a lock on a side file first, because
        waiting on it is fair where SQLite's own is not. Raises BookReplaced, HeldBook, BusyBook and their kin, CannotWrite, KeptUnsurely, DamagedFile.
        """
        if self._writing:
            with self._part() as connection:
                yield connection
            return
        said = _unrecorded() if self._records else nullcontext()
        with said, faults_spoken(self.path), locking.held(self.path, connecting.BUSY_SECONDS):
            if not self.is_in_place():  # restored from a backup since: our file is no longer the book
                raise errors.BookReplaced(path=self.path)
            self._patiently("begin immediate")
            self._writing = 1
            try:
                before = _links(self.connection)
                yield self.connection
                self._commit(before)
                erased_at, self._erased_at = self._erased_at, None
            finally:
                self._writing, self._erased_at = 0, None
                self._undo()
            if erased_at is not None:
                self._rewrite(erased_at)

    @contextmanager
    def erase(self, now: str) -> Iterator[sqlite3.Connection]:
        """As `write()`, for what must be gone: when it is on disk, nothing of what was deleted is left in the file.

        What is deleted is overwritten; then the whole file is written anew, since copies of what stood there may lie in
        space that is free by now. Raises NotRewritten where that fails: the erasing is kept, and `rewrite_if_due` ends it.
        """
        with self.write() as connection:
            connection.execute("pragma secure_delete=ON")
            yield connection
            _note(connection, _ERASED, now)
            self._erased_at = now

    def rewrite_if_due(self, now: str) -> None:
        """End what an erasing began that was interrupted between its commit and the rewriting. Raises NotRewritten."""
        with faults_spoken(self.path):
            if self._writing or not self._is_rewriting_due():
                return
        with faults_spoken(self.path), locking.held(self.path, connecting.BUSY_SECONDS):
            if self._is_rewriting_due():  # nobody else did it meanwhile
                self._rewrite(now)

    def _is_rewriting_due(self) -> bool:
        row = self.connection.execute(_LAST_ACT, {"erased": _ERASED, "rewritten": _REWRITTEN}).fetchone()
        return row is not None and row[0] == _ERASED

    def _rewrite(self, now: str) -> None:
        """Write the file anew and note it; the caller holds the side lock and is in no transaction."""
        try:
            self._patiently("vacuum")  # one transaction of SQLite's own: killed within it, the file is as before
            self._patiently("begin immediate")
            _note(self.connection, _REWRITTEN, now)
            self._patiently("commit")
        except sqlite3.Error as error:
            raise errors.NotRewritten(path=self.path, reason=str(error)) from error
        finally:
            self._undo()

    def _undo(self) -> None:
        """Roll back what isn't committed."""
        if self._is_under_way():
            self.connection.execute("rollback")

    def _is_under_way(self) -> bool:
        """Whether something isn't committed. A connection that is closed by now (a signal came in between) has undone it itself."""
        with suppress(sqlite3.ProgrammingError):
            return self.connection.in_transaction
        return False

    def _commit(self, before: int) -> None:
        """Bring what was written to disk; `before`: how many links the chain had."""
        try:
            self._patiently("commit")  # waits for who reads; the transaction stays open
        except sqlite3.Error as error:
            if not self.connection.in_transaction and self._has_grown(before):
                raise errors.KeptUnsurely(path=self.path, reason=str(error)) from error
            raise
        except BaseException:  # a signal, which is heard when COMMIT returns: what is kept is not said to be undone
            if self.connection.in_transaction or not self._has_grown(before):
                raise

    def _has_grown(self, before: int) -> bool:
        """Whether the file holds what was to be committed: removing the journal is the commit, and syncing its folder can still fail."""
        try:
            with closing(connect(self.path, writing=False)) as connection:
                return _links(connection) > before
        except sqlite3.Error:
            return False

    def _patiently(self, statement: str) -> None:
        wait_at_most(self.connection, PAUSE_SECONDS)
        try:
            patiently(self.path, lambda: self.connection.execute(statement))
        finally:
            wait_at_most(self.connection, connecting.BUSY_SECONDS)

    @contextmanager
    def _part(self) -> Iterator[sqlite3.Connection]:
        self._writing += 1
        name = f"part_{self._writing}"
        self.connection.execute(f"savepoint {name}")
        try:
            yield self.connection
        except BaseException:
            if self._is_under_way():  # SQLite itself ends the whole transaction when the disk is full
                self.connection.execute(f"rollback to {name}")
            raise
        finally:
            if self._is_under_way():
                self.connection.execute(f"release {name}")
            self._writing -= 1

    @contextmanager
    def read(self, *, public: bool = False) -> Iterator[sqlite3.Connection]:
        """One unchanging sight of the book, however long a report takes; `public`: as anybody may read it.

        Raises BusyBook, DamagedFile.
        """
        with faults_spoken(self.path), ExitStack() as stack:
            if public:
                from donations.store.public import shown_to_all  # most sights are the treasurer's own

                stack.enter_context(shown_to_all(self.connection))
            if self.connection.in_transaction:
                yield self.connection
                return
            self.connection.execute("begin")
            try:
                self._patiently("select 1 from book")  # the sight begins here
                yield self.connection
            finally:
                self.connection.rollback()  # ends the sight; nothing was written

    def expect_crowds(self) -> None:
        """Until this sight ends, entries with thousands of parties are read in a thousandth of the time; for reports that name who stands in many."""
        from donations.store.crowds import looked_up  # most sights name nobody

        if self.connection.in_transaction and not self._writing:  # what ends the sight takes back what was made for it
            looked_up(self.connection)

    def is_in_place(self) -> bool:
        """Whether the file that was opened still has its name."""
        return _file_at(self.path) == self._file

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def _note(connection: sqlite3.Connection, act: str, now: str) -> None:
    from donations.store.changes import Change, note_change  # who only reads does without

    note_change(connection, Change("book", 1, act), now)


def open_book(path: Path, *, writing: bool, of_any_age: bool = False) -> Book:
    """The book at `path`; one of an older schema only where `of_any_age`, for who knows what it has.

    Raises NoBook, NotABook, OlderBook, NewerBook, DamagedFile, HeldBook, BusyBook, CannotRead; the file is left as it is.
    """
    refuse_other_files(path)
    with _unrecorded() if writing else nullcontext(), faults_spoken(path):
        return patiently(path, lambda: _opened(path, writing=writing, of_any_age=of_any_age))


@contextmanager
def _unrecorded() -> Iterator[None]:
    """Where the book is in use, say that nothing was recorded: not to those who only read, nor to who has recorded before."""
    try:
        yield
    except errors.HeldBook as held:
        raise errors.HeldUnrecorded(**held.facts) from held
    except errors.BusyBook as busy:
        raise errors.BusyUnrecorded(**busy.facts) from busy


def _opened(path: Path, *, writing: bool, of_any_age: bool) -> Book:
    book = Book(path, connect(path, writing=writing))
    try:
        version = version_of(book)
        if not of_any_age:
            _refuse_older(book, version)
        for pragma in WRITER_PRAGMAS if writing else READER_PRAGMAS:
            book.connection.execute(f"pragma {pragma}")
    except BaseException:
        book.close()
        raise
    wait_at_most(book.connection, connecting.BUSY_SECONDS)
    return book


def _refuse_older(book: Book, version: int) -> None:
    if version < SCHEMA_VERSION:
        raise errors.OlderBook(path=book.path, found=version, known=SCHEMA_VERSION)


# In one statement: another program may be upgrading the book between two.
_VERSION = """
select (select user_version from pragma_user_version),
  (select count(*) from _sqlite_migrations where migration_set = 'donations')
"""


# What only our books have, whatever their header says.
_OURS = ("entry", "line", "day_total", "register_change", "_sqlite_migrations")
_NO_VERSION = 10_000
"""More steps than any program will ever have."""


def version_of(book: Book) -> int:
    """How many steps the book's schema has. Raises NotABook, NewerBook, DamagedFile."""
    [application] = book.connection.execute("pragma application_id").fetchone()
    if application != APPLICATION_ID:
        tables = {name for [name] in book.connection.execute("select name from sqlite_master where type = 'table'")}
        if tables.issuperset(_OURS):
            raise errors.DamagedFile(path=book.path, reason="its header is overwritten")
        raise errors.NotABook(path=book.path, found="another program's SQLite file")
    version, applied = book.connection.execute(_VERSION).fetchone()
    if not 0 <= version < _NO_VERSION:
        raise errors.DamagedFile(path=book.path, reason="its header is overwritten")
    if version > SCHEMA_VERSION:
        raise errors.NewerBook(path=book.path, found=version, known=SCHEMA_VERSION)
    if applied > version:  # a step of some other program's making
        raise errors.NewerBook(path=book.path, found=applied, known=SCHEMA_VERSION)
    return int(version)


def _links(connection: sqlite3.Connection) -> int:
    row = connection.execute("select max(rowid) from chain").fetchone()  # whatever the schema
    return int(row[0] or 0)


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from another that takes its name; opening it would let SQLite's locks on it go."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
