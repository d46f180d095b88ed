"""What was counted, booked as its difference from what the book says."""

import sqlite3
from datetime import date
from typing import NamedTuple

from donations import errors
from donations.domain.amount import USUALLY, Amount, Certainty, Counted
from donations.domain.entry import Adjustment, Entry, Flow, Line
from donations.services.amounts import shown
from donations.store import items, stock
from donations.store.stock import Pile, on_hand

USUAL, NO_PURPOSE = 1, 1
"""The store and the purpose that nobody named."""


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


class Elsewhere(NamedTuple):
    """A count that found more in the usual store, for no purpose, while the book has the same goods, or money, elsewhere."""

    item: str
    gained: Counted
    places: tuple[Counted, ...]


def counted_elsewhere(connection: sqlite3.Connection, entry: Entry) -> list[Elsewhere]:
    """What a count that names neither store nor purpose is likely to have counted of other piles, and booked as found besides.

    Where the pile had nothing before, or what was found is more than half of what lies elsewhere.
    """
    found = []
    for line in entry.lines if entry.reason == Adjustment.COUNT else ():
        pile = Pile(items.stands_for(connection, line.item), line.store, line.purpose)
        gained = line.amount.minor or 0
        if line.flow is not Flow.GAINED or not gained or (line.store, line.purpose) != (USUAL, NO_PURPOSE):
            continue
        others = stock.elsewhere(connection, pile, entry.date.isoformat())
        had = stock.on_hand(connection, pile, entry.date) - gained
        if others and (had <= 0 or 2 * gained > sum(minor for _place, minor in others)):
            places = tuple(shown(minor, line.item, place or USUALLY) for place, minor in others)
            found.append(Elsewhere(line.item.label, shown(gained, line.item), places))
    return found


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
