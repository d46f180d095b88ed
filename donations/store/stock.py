"""What is on hand, from the sums kept beside the journal: one look-up a question, however large the book."""

import sqlite3
from dataclasses import dataclass
from datetime import date

_ON_HAND = """
select coalesce(sum(change), 0) from day_stock
where item = ? and store = ? and purpose = ? and date <= ?
"""
_FIRST_BELOW_ZERO = """
select date, running from (
  select date, sum(change) over (order by date) as running
  from day_stock where item = ? and store = ? and purpose = ?
) where running < 0 order by date limit 1
"""
_EVER_IN = """
select 1 from line as l join entry as e on e.number = l.entry join flow as f on f.name = l.flow
where l.item = ? and l.store = ? and l.purpose = ? and f.stock > 0 and e.date <= ?
  and e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number)
limit 1
"""
_TIED = """
select p.name, sum(d.change) from day_stock as d join purpose as p on p.number = d.purpose
where d.item = ? and d.store = ? and d.purpose > 1 and d.date <= ?
group by d.purpose having sum(d.change) > 0 order by d.purpose
"""


@dataclass(frozen=True, slots=True)
class Shortage:
    """The first day on which more had gone than come, and by how many smallest units (below zero)."""

    day: str
    running: int


def on_hand(connection: sqlite3.Connection, item: int, store: int, purpose: int, day: date) -> int:
    """How many smallest units there are at the end of `day`; lines of unknown amount don't count."""
    [minor] = connection.execute(_ON_HAND, (item, store, purpose, day.isoformat())).fetchone()
    return int(minor)


def first_shortage(connection: sqlite3.Connection, item: int, store: int, purpose: int) -> Shortage | None:
    """The first day that ends below zero; what comes in on a day counts before what goes out that day."""
    row = connection.execute(_FIRST_BELOW_ZERO, (item, store, purpose)).fetchone()
    return Shortage(*row) if row else None


def ever_came_in(connection: sqlite3.Connection, item: int, store: int, purpose: int, day: date) -> bool:
    """Whether anything of it, known or unknown, had come in by the end of `day`, and was not taken back."""
    return connection.execute(_EVER_IN, (item, store, purpose, day.isoformat())).fetchone() is not None


def tied(connection: sqlite3.Connection, item: int, store: int, day: str) -> list[tuple[str, int]]:
    """What is on hand for each purpose at the end of `day`."""
    return [(str(name), int(minor)) for name, minor in connection.execute(_TIED, (item, store, day))]
