"""Connections to a book's file: how they are set up, and how they wait for other programs."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from donations import errors
from donations.store.locking import Waiting

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
READER_PRAGMAS = ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON")
Result = TypeVar("Result")


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection to the existing file at `path`, which has been read from. Raises OldSQLite, sqlite3.Error."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise errors.OldSQLite(found=sqlite3.sqlite_version, needed=needed)
    # A reader may have to roll back what a crash left, so it too opens for writing where it may; query_only guards the book.
    for mode in ("rw",) if writing else ("rw", "ro"):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PAUSE_SECONDS,
            isolation_level=None,
            check_same_thread=not writing,  # a large import hands it to a thread
        )
        try:
            connection.execute("select count(*) from sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if writing or mode == "ro" or is_busy(error):
                raise
        else:
            return connection
    raise AssertionError


def wait_at_most(connection: sqlite3.Connection, seconds: float) -> None:
    """How long SQLite itself waits for others in one call, in which no signal is heard."""
    connection.execute(f"pragma busy_timeout={round(seconds * 1000)}")


def patiently(path: Path, act: Callable[[], Result]) -> Result:
    """Do `act` as soon as nobody who uses the book at `path` is in the way, for at most BUSY_SECONDS; Ctrl-C is heard meanwhile."""
    waiting = Waiting(path, BUSY_SECONDS)
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or not waiting.goes_on():
                raise


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another program is in the way, so that trying again helps."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
