"""What was said of appeals for gifts, and of yearly reports: the last act of this name on the book says it all."""

import sqlite3

from donations.store.changes import Change, note_change

ACT = "appeals"
"""What the act is called that says it."""

_LAST = (
    "select after from register_change where register = 'book' and subject = 1 and act = ? order by number desc limit 1"
)


def said(connection: sqlite3.Connection) -> str | None:
    """What was said last, as JSON; None where nothing ever was."""
    row = connection.execute(_LAST, (ACT,)).fetchone()
    return None if row is None else str(row[0])


def say(connection: sqlite3.Connection, before: str | None, after: str, now: str) -> None:
    """Keep what is said now."""
    note_change(connection, Change("book", 1, ACT, before, after), now)
