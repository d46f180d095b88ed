"""Stock that was there before the book began, booked as an import needs it."""

import sqlite3
from datetime import date

from donations import errors
from donations.domain.amount import Amount, minor_text
from donations.domain.entry import Adjustment, Entry, Flow, Line
from donations.domain.there_before import Opened
from donations.services import closing
from donations.services.amounts import shown
from donations.services.importing.rows import Wishes
from donations.store import closings
from donations.store.stock import Pile


def opened(
    connection: sqlite3.Connection, pile: Pile, amount: Amount, day: date, wishes: Wishes, now: str, note: str
) -> Opened:
    """Book `amount` as stock that was there before, on `day`. Raises OpeningInClosedMonth where nobody says why it goes there."""
    item, minor = amount.item, amount.minor
    until = closings.closed_until(connection) or ""
    if day.isoformat() <= until and not wishes.into_closed:
        facts = {"item": item.label, "amount": "?" if minor is None else shown(minor, item)}
        raise errors.OpeningInClosedMonth(**facts, day=day, month=until[:7])
    line = Line(amount, Flow.GAINED, store=pile.store, purpose=pile.purpose)
    entry = Entry("adjustment", day, (line,), note=note, reason=Adjustment.OPENING.value)
    number = closing.append(connection, entry, now, wishes.into_closed).number
    return Opened(
        number,
        item.label,
        day.isoformat(),
        "?" if minor is None else minor_text(minor, item.decimals),
        "" if minor is None else item.unit,
    )
