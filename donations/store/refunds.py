"""Which gift an entry gives back, where whoever recorded it said so: an act on the entry, sealed like every other."""

import sqlite3

from donations.store.changes import Change, note_change
from donations.store.refund_of import GIFT_SAID, REFUND_OF, REFUNDED_BY

_SAID = f"select {GIFT_SAID.format(e='e')} from (select ? as number) as e"  # noqa: S608 - a constant


def say_gift(connection: sqlite3.Connection, entry: int, gift: int, now: str) -> None:
    """Note that entry `entry` gives back what entry `gift` brought."""
    note_change(connection, Change("entry", entry, REFUND_OF, after=str(gift)), now)
    note_change(connection, Change("entry", gift, REFUNDED_BY, after=str(entry)), now)


def gift_said(connection: sqlite3.Connection, entry: int) -> int | None:
    """The entry that brought what entry `entry` gives back; None where nobody said it."""
    [gift] = connection.execute(_SAID, (entry,)).fetchone()
    return None if gift is None else int(gift)
