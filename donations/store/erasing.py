"""To erase bytes and all: the file is written anew after what was deleted, and the book's own acts say whether it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from donations import errors
from donations.store.changes import Change, note_change

_ERASED, _REWRITTEN = "erase", "rewrite"
_LAST_ACT = """
select act from register_change where register = 'book' and subject = 1 and act in (:erased, :rewritten) order by number desc limit 1
"""


def begin(connection: sqlite3.Connection) -> None:
    """From now on what is deleted is overwritten with zeros."""
    connection.execute("pragma secure_delete=ON")


def note(connection: sqlite3.Connection, now: str) -> None:
    """Note, with the erasing itself, that the file is to be written anew."""
    note_change(connection, Change("book", 1, _ERASED), now)


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether something was erased and the file not written anew since."""
    row = connection.execute(_LAST_ACT, {"erased": _ERASED, "rewritten": _REWRITTEN}).fetchone()
    return row is not None and row[0] == _ERASED


def rewrite(path: Path, connection: sqlite3.Connection, patiently: Callable[[str], None], now: str) -> None:
    """Write the file anew and note it; the caller holds the side lock and is in no transaction. Raises NotRewritten."""
    try:
        patiently("vacuum")  # one transaction of SQLite's own: killed within it, the file is as before
        patiently("begin immediate")
        note_change(connection, Change("book", 1, _REWRITTEN), now)
        patiently("commit")
    except sqlite3.Error as error:
        raise errors.NotRewritten(path=path, reason=str(error)) from error
    finally:
        if connection.in_transaction:
            connection.execute("rollback")
