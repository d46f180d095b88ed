"""What was counted, booked as its difference from what the book says."""

import sqlite3
from datetime import date

from donations import errors
from donations.domain.amount import Amount, Certainty
from donations.domain.entry import Adjustment, Entry, Flow, Line
from donations.services.amounts import shown
from donations.store import items
from donations.store.stock import Pile, on_hand


def difference(connection: sqlite3.Connection, line: Line, day: date) -> Line:
    """`line`, whose amount is what was counted, as the difference from what was on hand at the end of `day`.

    Raises CountUnknown; CountAgrees for a rough count that says what the book says.
    """
    if line.amount.minor is None:
        raise errors.CountUnknown(item=line.item.label)
    gained = line.amount.minor - on_hand(
        connection, Pile(items.stands_for(connection, line.item), line.store, line.purpose), day
    )
    # A rough count moves the stock but settles nothing: the sums stay about.
    counted = line.amount.minor if line.amount.certainty is Certainty.EXACT else None
    if gained == 0 and counted is None:
        raise errors.CountAgrees(item=line.item.label, have=shown(line.amount.minor, line.item))
    amount = Amount(abs(gained), line.item, line.amount.certainty)
    return line._replace(amount=amount, flow=Flow.GAINED if gained >= 0 else Flow.LOST, counted_minor=counted)


def as_counted(entry: Entry) -> Entry:
    """A count with what was counted as its amounts, as far as that was exact; other entries as they are."""
    if entry.reason != Adjustment.COUNT:
        return entry
    return entry._replace(
        lines=tuple(
            line if line.counted_minor is None else line._replace(amount=Amount(line.counted_minor, line.item))
            for line in entry.lines
        ),
    )
