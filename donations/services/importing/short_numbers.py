"""Numbers of rows, of which short ones may come again: whether the entry that the book knows by one is the row's own."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from donations.domain.entry import Entry
from donations.domain.nameless import KIND_PERSON
from donations.domain.quantity import Quantity
from donations.importers.table import Record
from donations.services import amounts, naming
from donations.store import items, journal, parties

_SHORT = re.compile(r"table:.{1,15}")
"""A bank's, or a terminal's, may count anew each day; longer ones no two payments share."""
_ENOUGH = 2


class _Told(NamedTuple):
    """What tells a payment from others: its day, its amounts, and with whom it was, as far as anybody is named."""

    day: date
    amounts: tuple[Fraction, ...]
    who: frozenset[int]


def is_short(identity: str) -> bool:
    """Whether another payment may bear the number too."""
    return _SHORT.fullmatch(identity) is not None


def is_sure(record: Record, identity: str) -> bool:
    """Whether what the book knows by the number is the row's own, whatever else they say: no two payments share it."""
    return _is_money(record) and not is_short(identity)


def is_of(connection: sqlite3.Connection, record: Record, entry: int, *, surely: bool) -> bool:
    """Whether an entry known by the number of a row says what the row does: the same day and amounts, or where it need not be
    `surely` so, two of these and the name. Goods, which may be counted in another unit than they were written in, are told by what
    they are: one order has a row for each.
    """
    booked = journal.read(connection, entry)
    row, known = _of_row(connection, record), _of_entry(connection, booked)
    if not _is_money(record):
        told = row.day == known.day, bool(row.who & known.who)
        return _has_its_items(connection, record, booked) and (all(told) if surely else any(told))
    alike = [row.day == known.day, row.amounts == known.amounts]
    if surely:
        return all(alike)
    return sum([*alike, bool(row.who & known.who)]) >= _ENOUGH


def has_its_amounts(connection: sqlite3.Connection, record: Record, entry: int) -> bool:
    """Whether an entry says the amounts of a row."""
    return _of_row(connection, record).amounts == _of_entry(connection, journal.read(connection, entry)).amounts


def _is_money(record: Record) -> bool:
    return all(line.quantity.is_money for draft in record.drafts for line in draft.lines)


def _of_row(connection: sqlite3.Connection, record: Record) -> _Told:
    draft = record.drafts[0]
    named = [name for names in draft.parties.values() for name in names if name != KIND_PERSON]
    found = [party.number for name in named if (party := parties.find(connection, name)) is not None]
    amounts = tuple(sorted(line.quantity.number or Fraction(0) for line in draft.lines))
    return _Told(draft.date, amounts, frozenset(found))


def _of_entry(connection: sqlite3.Connection, entry: Entry) -> _Told:
    """Of one that takes back what was spent the amount stands below zero, and its day may be that of the payment."""
    amounts = sorted(abs(Fraction(line.amount.minor or 0, 10**line.item.decimals)) for line in entry.lines)
    named = [name for names in entry.parties.values() for name in names]
    return _Told(entry.date, tuple(amounts), frozenset(parties.number_of(connection, name) for name in named))


def _has_its_items(connection: sqlite3.Connection, record: Record, entry: Entry) -> bool:
    """Whether all goods of the row are in the entry, be it counted apart since they came in another unit."""
    booked = {items.stands_for(connection, line.item) for line in entry.lines}
    return all(not booked.isdisjoint(_called(connection, line.quantity)) for line in record.drafts[0].lines)


def _called(connection: sqlite3.Connection, quantity: Quantity) -> Iterator[int]:
    """The items that the goods may have become."""
    item = naming.find_item(connection, naming.item_label(quantity))
    if item is not None:
        yield item.number
        apart = items.find(connection, amounts.counted_apart(item, quantity.unit or "").label)
        if apart is not None:
            yield apart.number
