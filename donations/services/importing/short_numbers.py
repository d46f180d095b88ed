"""Numbers of rows, of which short ones may come again: whether the entry that the book knows by one is the row's own."""

import re
import sqlite3
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from donations.domain.masking import KIND_PERSON
from donations.importers.table import Record
from donations.store import journal, parties

_SHORT = re.compile(r"table:.{1,15}")
"""A bank's, or a terminal's, may count anew each day; longer ones no two payments share."""
_ENOUGH = 2


class _Told(NamedTuple):
    """What tells a payment from others: its day, its amounts, and with whom it was, as far as anybody is named."""

    day: date
    amounts: tuple[Fraction, ...] | None
    """None of goods, which may be counted in another unit than they were written in."""
    who: frozenset[int]


def is_short(identity: str) -> bool:
    """Whether another payment may bear the number too."""
    return _SHORT.fullmatch(identity) is not None


def is_of(connection: sqlite3.Connection, record: Record, entry: int, *, surely: bool) -> bool:
    """Whether an entry known by the number of a row says what the row does: the same day and amounts, or where it need not be
    `surely` so, two of these and the name.
    """
    row, booked = _of_row(connection, record), _of_entry(connection, entry)
    alike = [row.day == booked.day, row.amounts is None or row.amounts == booked.amounts]
    if surely:
        return all(alike)
    return sum([*alike, bool(row.who & booked.who)]) >= _ENOUGH


def _of_row(connection: sqlite3.Connection, record: Record) -> _Told:
    draft = record.drafts[0]
    named = [name for names in draft.parties.values() for name in names if name != KIND_PERSON]
    found = [party.number for name in named if (party := parties.find(connection, name)) is not None]
    amounts = tuple(sorted(line.quantity.number or Fraction(0) for line in draft.lines))
    is_money = all(line.quantity.is_money for line in draft.lines)
    return _Told(draft.date, amounts if is_money else None, frozenset(found))


def _of_entry(connection: sqlite3.Connection, number: int) -> _Told:
    entry = journal.read(connection, number)
    amounts = sorted(Fraction(line.amount.minor or 0, 10**line.item.decimals) for line in entry.lines)
    named = [name for names in entry.parties.values() for name in names]
    return _Told(entry.date, tuple(amounts), frozenset(parties.number_of(connection, name) for name in named))
