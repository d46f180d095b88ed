"""The sums kept beside the journal, made anew from its lines."""

import sqlite3

from donations.store.changes import Change, note_change

# Only the sums are written; the views derive them from the lines, as `check` does: months from days, which are right by then.
_ANEW = (
    "delete from day_total",
    "insert into day_total select * from day_total_again",
    "delete from month_total",
    "insert into month_total select * from month_total_again",
    "delete from day_stock",
    "insert into day_stock select * from day_stock_again",
)


def make_anew(connection: sqlite3.Connection, now: str) -> None:
    """Put what the lines add up to in the place of the kept sums, and note that it was done; the caller holds the transaction."""
    for statement in _ANEW:
        connection.execute(statement)
    note_change(connection, Change("book", 1, "sums"), now)
