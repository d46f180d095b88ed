"""Months that are closed: up to which day, what their figures were then, and which entries were let in since."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from donations.store.changes import Change, note_change

ACT, LET_IN = "close", "into_closed"
"""What the acts are called that close a month, and that let an entry into a closed one."""

_BEFORE_ALL = "0000-01-01"
_ALL = "select number, month, last_day, entries, digest, closed_at from closing order by number"
_ADD = "insert into closing (number, month, last_day, entries, digest, closed_at) values (?, ?, ?, ?, ?, ?)"
# Figures by the items that entries were recorded under, so that merging and renaming them changes nothing here.
_FIGURES = """
select e.date, coalesce(e.city, ''), l.item,
  sum(f.received * coalesce(l.amount_minor, 0)), sum(f.bought * coalesce(l.amount_minor, 0)), sum(f.spent * coalesce(l.amount_minor, 0)),
  sum(f.distributed * coalesce(l.amount_minor, 0)), sum(f.adjusted * coalesce(l.amount_minor, 0)), sum(f.stock * coalesce(l.amount_minor, 0)),
  sum((l.amount_minor is null) * iif(e.reverses is null, 1, -1)), sum((l.certainty = 'about') * iif(e.reverses is null, 1, -1)),
  sum(coalesce(l.value_minor, 0)), count(*)
from entry as e join line as l on l.entry = e.number join flow as f on f.name = l.flow
where e.date > ? and e.date <= ? and e.number <= ?
group by e.date, coalesce(e.city, ''), l.item order by 1, 2, 3
"""
_LET_IN = """
select e.number, e.date from entry as e where e.number > ? and e.date > ? and e.date <= ? and e.type <> 'missing'
  and not exists (select 1 from register_change where register = 'entry' and subject = e.number and act = 'into_closed')
order by e.number
"""


class Closing(NamedTuple):
    """A month that was closed, and with it every day before; `entries`: how many the book had by then."""

    number: int
    month: str
    last_day: str
    entries: int
    digest: str
    closed_at: str

    def told(self) -> str:
        """What the act that closed it says."""
        return json.dumps({"closing": self.number, "month": self.month, "entries": self.entries, "digest": self.digest})


def closed_until(connection: sqlite3.Connection) -> str | None:
    """The last day that is closed; None where none is."""
    [day] = connection.execute("select max(last_day) from closing").fetchone()
    return None if day is None else str(day)


def every(connection: sqlite3.Connection) -> list[Closing]:
    """All closings in order."""
    return [Closing(*row) for row in connection.execute(_ALL)]


def add(connection: sqlite3.Connection, month: str, last_day: str, now: str) -> Closing:
    """Close the month with all days before, and seal what its figures are now. No entry of these days may follow."""
    before = every(connection)
    [entries] = connection.execute("select coalesce(max(number), 0) from entry").fetchone()
    after = before[-1].last_day if before else _BEFORE_ALL
    digest = _digest(connection, after, last_day, entries)
    closing = Closing(len(before) + 1, month, last_day, entries, digest, now)
    values = (closing.number, month, last_day, entries, digest, now)
    connection.execute(_ADD, values)
    note_change(connection, Change("book", 1, ACT, after=closing.told()), now)
    return closing


def let_in(connection: sqlite3.Connection, entry: int, reason: str | None, now: str) -> None:
    """Note why an entry is dated in a closed month; None where the reason was erased or is lost."""
    note_change(connection, Change("entry", entry, LET_IN, reason=reason), now)


def dated_in_closed(connection: sqlite3.Connection, first: int, last: int) -> list[tuple[int, str]]:
    """Those of the entries `first` to `last` that are dated in a closed month, with their dates."""
    query = (
        "select number, date from entry where number between ? and ? and date <= (select max(last_day) from closing)"
    )
    return [(int(number), str(day)) for number, day in connection.execute(query, (first, last))]


def differing(connection: sqlite3.Connection) -> Iterator[Closing]:
    """The closings whose figures are not what they were then."""
    after = _BEFORE_ALL
    for closing in every(connection):
        if _digest(connection, after, closing.last_day, closing.entries) != closing.digest:
            yield closing
        after = closing.last_day


def without_reason(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Entries that came into a closed month while no act says why: number, date and month."""
    after = _BEFORE_ALL
    for closing in every(connection):
        for number, day in connection.execute(_LET_IN, (closing.entries, after, closing.last_day)):
            yield number, day, closing.month
        after = closing.last_day


def _digest(connection: sqlite3.Connection, after: str, until: str, entries: int) -> str:
    """The digest of the figures of the days after `after` up to `until`, as the first `entries` entries made them."""
    digest = hashlib.sha256()
    for row in connection.execute(_FIGURES, (after, until, entries)):
        digest.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()
