"""Stock that was there before the book began, booked as an import needs it."""

import sqlite3
from datetime import date

from donations.domain.amount import Amount, minor_text
from donations.domain.entry import Adjustment, Entry, Flow, Line
from donations.domain.imported import Opened
from donations.services import closing
from donations.services.importing.rows import Wishes
from donations.store.stock import Pile


def opened(connection: sqlite3.Connection, pile: Pile, amount: Amount, day: str, wishes: Wishes, now: str) -> Opened:
    """Book `amount` as stock that was there before, on `day`. Raises Closed where that month is closed."""
    line = Line(amount, Flow.GAINED, store=pile.store, purpose=pile.purpose)
    note = wishes.opening_note
    entry = Entry("adjustment", date.fromisoformat(day), (line,), note=note, reason=Adjustment.OPENING.value)
    number = closing.append(connection, entry, now, wishes.into_closed).number
    item, minor = amount.item, amount.minor
    return Opened(
        number,
        item.label,
        day,
        "?" if minor is None else minor_text(minor, item.decimals),
        "" if minor is None else item.unit,
    )
