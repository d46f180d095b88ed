"""What SQLite says of a file, as our own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from donations import errors
from donations.store import locking
from donations.store.connecting import connect

_NO_TEXT = "bytes that are no text"
_OURS = ("journal:", "register:", "book:")
"""What triggers of ours begin with: the book isn't as we left it."""
_LEADS_NOWHERE = "a reference leads nowhere"
_OF_ANOTHER_KIND = "a value of another kind than its column's"
_OVER_SUCH = (AttributeError, TypeError, ValueError, LookupError, ArithmeticError, AssertionError)
"""What our own code stumbles with over a value that no column of its kind can hold: a page that lies in another's place."""
STUMBLES = (sqlite3.Error, *_OVER_SUCH)
"""What is left of them where SQLite finds nothing wrong with the file: what another program wrote into it may break our rules alone."""


@contextmanager
def faults_spoken(path: Path) -> Iterator[None]:
    """What SQLite says of a file while the body runs, raised as our own errors: DamagedFile, BusyBook, CannotWrite and their like."""
    try:
        yield
    except sqlite3.Error as error:
        raise _spoken(path, error) from error
    except UnicodeDecodeError as error:  # sqlite3 itself could not read the name of a table, or its own message
        raise errors.DamagedFile(path=path, reason=_NO_TEXT) from error
    except _OVER_SUCH as error:
        if _is_unsound(path):
            raise errors.DamagedFile(path=path, reason=_OF_ANOTHER_KIND) from error
        raise


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
    outside = reason if reason.startswith(_OURS) else _LEADS_NOWHERE
    if outside is reason or (code == sqlite3.SQLITE_CONSTRAINT and _leads_nowhere(path)):
        return errors.ChangedFromOutside(path=path, reason=outside)
    # An index that lacks a row refuses the next one.
    refused = code == sqlite3.SQLITE_CONSTRAINT and _is_unsound(path)
    if refused or "missing" in reason or (code == sqlite3.SQLITE_ERROR and _is_schema_changed(path)):
        return errors.DamagedFile(path=path, reason=reason)
    raise error


def _is_unsound(path: Path) -> bool:
    """Whether SQLite itself finds the file damaged: what it refuses then is no fault of ours."""
    try:
        with closing(connect(path, writing=False)) as connection:
            return bool(connection.execute("pragma integrity_check(1)").fetchone()[0] != "ok")
    except sqlite3.Error:
        return True


def _leads_nowhere(path: Path) -> bool:
    """Whether something that every book has was taken out of it by another program: what needs it is refused."""
    try:
        with closing(connect(path, writing=False)) as connection:
            return connection.execute("pragma foreign_key_check").fetchone() is not None
    except sqlite3.Error:
        return False


def _is_schema_changed(path: Path) -> bool:
    """Whether the book's schema is not ours (a table is gone, a view rewritten): what SQLite can't run is no fault of ours."""
    from donations.store import guards  # only where something failed

    try:
        with closing(connect(path, writing=False)) as connection:
            return any(guards.differences(connection))
    except sqlite3.Error:
        return True
