"""Which gift an entry gives back, where whoever recorded it said so: an act on the entry, sealed like every other."""

import sqlite3

from donations.store.changes import Change, note_change
from donations.store.refund_of import REFUND_OF, REFUNDED_BY

_SAID = """
select cast(after as integer) from register_change
where register = 'entry' and subject = ? and act = ? order by number desc limit 1
"""


def say_gift(connection: sqlite3.Connection, entry: int, gift: int, now: str) -> None:
    """Note that entry `entry` gives back what entry `gift` brought."""
    note_change(connection, Change("entry", entry, REFUND_OF, after=str(gift)), now)
    note_change(connection, Change("entry", gift, REFUNDED_BY, after=str(entry)), now)


def gift_said(connection: sqlite3.Connection, entry: int) -> int | None:
    """The entry that brought what entry `entry` gives back; None where nobody said it."""
    row = connection.execute(_SAID, (entry, REFUND_OF)).fetchone()
    return None if row is None else int(row[0])
