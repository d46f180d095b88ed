"""What is on hand, from the sums kept beside the journal: one look-up a question, however large the book."""

import sqlite3
from datetime import date
from typing import NamedTuple

SAME_ITEM = "item in (select number from item where number = :item or merged_into = :item)"
"""An item's stock is its own and that of every item merged into it."""
_ON_HAND = f"""
select coalesce(sum(change), 0) from day_stock
where {SAME_ITEM} and store = :store and purpose = :purpose and date <= :day
"""  # noqa: S608 - a constant above
_OF_ALL = f"select coalesce(sum(change), 0) from day_stock where {SAME_ITEM} and date <= :day"  # noqa: S608 - a constant above
_OPENINGS = f"""
select e.number, e.date, l.amount_minor from entry as e join line as l on l.entry = e.number
where e.reason = 'opening' and e.date >= :day and l.{SAME_ITEM}
  and e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number)
order by e.date, e.number
"""  # noqa: S608 - a constant above
_FIRST_BELOW_ZERO = f"""
select date, running from (
  select date, sum(sum(change)) over (order by date) as running
  from day_stock where {SAME_ITEM} and store = :store and purpose = :purpose group by date
) where running < 0 order by date limit 1
"""  # noqa: S608 - a constant above
_LOWEST = f"""
select min(date), min(running) from (
  select date, sum(sum(change)) over (order by date) as running
  from day_stock where {SAME_ITEM} and store = :store and purpose = :purpose group by date
) where running < 0
"""  # noqa: S608 - a constant above
# The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
_EVER_IN = f"""
select 1 from line as l join entry as e on e.number = l.entry join flow as f on f.name = l.flow
where l.{SAME_ITEM} and l.store = :store and l.purpose = :purpose and f.stock > 0 and +e.date <= :day
  and +e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number)
limit 1
"""  # noqa: S608 - a constant above
_UNKNOWN_DAYS = f"""
select distinct date from day_stock
where {SAME_ITEM} and store = :store and purpose = :purpose
  and (unknowns <> 0 or date in (  -- what is taken back may make up for it
    select e.date from entry as e cross join line as l on l.entry = e.number
    where e.reverses > 0 and l.amount_minor is null and l.{SAME_ITEM}))
order by date
"""  # noqa: S608 - a constant above
_COUNTED = f"""
select distinct date from day_stock
where {SAME_ITEM} and store = :store and purpose = :purpose and date >= :day and counts > 0 order by date
"""  # noqa: S608 - a constant above
_UNKNOWN_OUT = f"""
select e.number from entry as e cross join line as l on l.entry = e.number cross join flow as f on f.name = l.flow
where e.date = :day and l.{SAME_ITEM} and l.store = :store and l.purpose = :purpose and f.stock < 0 and l.amount_minor is null
  and +e.reverses is null and not exists (select 1 from entry as r where r.reverses = e.number)
order by e.number limit 1
"""  # noqa: S608 - a constant above
_LEAVING = f"""
select distinct e.number from line as l join entry as e on e.number = l.entry join flow as f on f.name = l.flow
where l.{SAME_ITEM} and l.store = :store and l.purpose = :purpose and f.stock < 0 and +e.date <= :day
  and e.number not between :first and :last and +e.reverses is null
  and not exists (select 1 from entry as r where r.reverses = e.number)
order by e.date desc, e.number desc limit 20
"""  # noqa: S608 - a constant above
_ELSEWHERE = f"""
select s.name, p.name, sum(d.change) from day_stock as d
join store as s on s.number = d.store join purpose as p on p.number = d.purpose
where d.{SAME_ITEM} and (d.store, d.purpose) <> (:store, :purpose) and d.date <= :day
group by d.store, d.purpose having sum(d.change) > 0 order by d.purpose, d.store
"""  # noqa: S608 - a constant above
_NAMESAKES = """
select i.number, sum(d.change) from item as i join day_stock as d on d.item = i.number
where i.name = (select name from item where number = :item) and i.number <> :item and i.merged_into is null
  and d.store = :store and d.purpose = :purpose and d.date <= :day
group by i.number having sum(d.change) > 0 order by i.number limit 5
"""
_EVER_UNCOUNTED = f"""
select 1 from day_stock
where {SAME_ITEM} and store = :store and purpose = :purpose and unknowns > 0 and date <= :day and date > coalesce((
  select max(date) from day_stock
  where {SAME_ITEM} and store = :store and purpose = :purpose and counts > 0 and date <= :day), '')
limit 1
"""  # noqa: S608 - a constant above


class Pile(NamedTuple):
    """What is on hand of one item (by the number it now stands for), in one store, for one purpose."""

    item: int
    store: int
    purpose: int


class Shortage(NamedTuple):
    """The first day on which more had gone than come, and by how many smallest units (below zero)."""

    day: str
    running: int


def on_hand(connection: sqlite3.Connection, pile: Pile, day: date) -> int:
    """How many smallest units there are at the end of `day`; lines of unknown amount don't count."""
    [minor] = connection.execute(_ON_HAND, {**pile._asdict(), "day": day.isoformat()}).fetchone()
    return int(minor)


def of_all_piles(connection: sqlite3.Connection, item: int, day: date) -> int:
    """How many smallest units of an item there are at the end of `day`, in all stores and for all purposes."""
    [minor] = connection.execute(_OF_ALL, {"item": item, "day": day.isoformat()}).fetchone()
    return int(minor)


def openings(connection: sqlite3.Connection, item: int, day: date) -> list[tuple[int, str, int | None]]:
    """What entries of `day` or later say was there before of an item: each with its day and its amount in smallest units."""
    return connection.execute(_OPENINGS, {"item": item, "day": day.isoformat()}).fetchall()


def first_shortage(connection: sqlite3.Connection, pile: Pile) -> Shortage | None:
    """The first day that ends below zero; what comes in on a day counts before what goes out that day."""
    row = connection.execute(_FIRST_BELOW_ZERO, pile._asdict()).fetchone()
    return Shortage(*row) if row else None


def lowest(connection: sqlite3.Connection, pile: Pile) -> Shortage | None:
    """The first day that ends below zero, with the lowest that any day ends with: what was missing from then on."""
    row = connection.execute(_LOWEST, pile._asdict()).fetchone()
    return None if row[0] is None else Shortage(*row)


def leaving(connection: sqlite3.Connection, pile: Pile, day: str, first: int, last: int) -> list[int]:
    """The entries, but for `first` to `last`, that took from a pile by the end of `day` and stand yet, the latest first."""
    values = {**pile._asdict(), "day": day, "first": first, "last": last}
    return [int(row[0]) for row in connection.execute(_LEAVING, values)]


def ever_came_in(connection: sqlite3.Connection, pile: Pile, day: date) -> bool:
    """Whether anything of it, known or unknown, had come in by the end of `day`, and was not taken back."""
    return connection.execute(_EVER_IN, {**pile._asdict(), "day": day.isoformat()}).fetchone() is not None


def first_uncounted_out(connection: sqlite3.Connection, pile: Pile) -> tuple[int, date] | None:
    """The first entry that stands by which an unknown amount of it left, and its day."""
    for [day] in connection.execute(_UNKNOWN_DAYS, pile._asdict()).fetchall():
        row = connection.execute(_UNKNOWN_OUT, {**pile._asdict(), "day": day}).fetchone()
        if row is not None:
            return int(row[0]), date.fromisoformat(day)
    return None


def counted_from(connection: sqlite3.Connection, pile: Pile, day: str) -> list[str]:
    """The days from `day` on at whose end it was counted."""
    return [str(row[0]) for row in connection.execute(_COUNTED, {**pile._asdict(), "day": day})]


def elsewhere(connection: sqlite3.Connection, pile: Pile, day: str) -> list[tuple[str, int]]:
    """Where else the item is at the end of `day`: store and purpose in words, and how many smallest units."""
    rows = connection.execute(_ELSEWHERE, {**pile._asdict(), "day": day})
    return [(" · ".join(name for name in (store, purpose) if name), int(minor)) for store, purpose, minor in rows]


def namesakes(connection: sqlite3.Connection, pile: Pile, day: str) -> list[tuple[int, int]]:
    """Items of the same name with another specification or unit that lie there at the end of `day`: number, and how many smallest units."""
    return connection.execute(_NAMESAKES, {**pile._asdict(), "day": day}).fetchall()


def is_uncounted(connection: sqlite3.Connection, pile: Pile, day: str) -> bool:
    """Whether an unknown amount of it came or went by the end of `day`, since the day it was last counted."""
    return connection.execute(_EVER_UNCOUNTED, {**pile._asdict(), "day": day}).fetchone() is not None
