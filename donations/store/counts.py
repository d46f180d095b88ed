"""What was counted exactly and stands, beside what the book says by now of the end of that day."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from donations.store.stock import SAME_ITEM, Pile

_STANDING = """
select coalesce(i.merged_into, i.number), l.store, l.purpose, e.date, e.number, l.item, l.counted_minor
from entry as e cross join line as l on l.entry = e.number cross join item as i on i.number = l.item
where e.reason = 'count' and l.counted_minor is not null and +e.reverses is null
  and not exists (select 1 from entry as r where r.reverses = e.number)
"""
_OF_DAY = f"""
{_STANDING}
  and e.date = :day and l.{SAME_ITEM} and l.store = :store and l.purpose = :purpose order by e.number, l.position
"""
_OF_ALL = f"""
{_STANDING}
  and e.date in (select date from day_stock where counts > 0) order by e.number, l.position
"""  # noqa: S608 - a constant
_ON_HAND = """
with counted as (
  select distinct coalesce(i.merged_into, i.number) as item from day_stock as d join item as i on i.number = d.item where d.counts > 0
)
select item, store, purpose, date, on_hand from (
  select item, store, purpose, date, sum(sum(change)) over (partition by item, store, purpose order by date) as on_hand, sum(counts) as counts
  from (
    select coalesce(i.merged_into, i.number) as item, d.store, d.purpose, d.date, d.change, d.counts
    from day_stock as d join item as i on i.number = d.item
    where coalesce(i.merged_into, i.number) in (select item from counted)
  )
  group by item, store, purpose, date
) where counts > 0 order by item, store, purpose, date
"""

_Row = tuple[int, int, int, str, int, int, int]


class Count(NamedTuple):
    """The last count of a pile on a day: which entry it is, what was counted, and what it and its like of that day may mean."""

    entry: int
    counted: int
    together: int
    """All that was counted that day of items which were merged since: they may speak as one."""

    def off(self, on_hand: int) -> int:
        """By how much the book says more, or less, than was counted."""
        return 0 if on_hand == self.together else on_hand - self.counted


def of_day(connection: sqlite3.Connection, pile: Pile, day: str) -> Count | None:
    """The count of a pile on a day that speaks, if one stands."""
    found = _spoken(connection.execute(_OF_DAY, {**pile._asdict(), "day": day}))
    return found.get((pile, day))


def of_all(connection: sqlite3.Connection) -> Iterator[tuple[Pile, str, Count, int]]:
    """Every count that speaks, pile by pile and day by day, with what is on hand then."""
    counts = _spoken(connection.execute(_OF_ALL))
    for item, store, purpose, day, on_hand in connection.execute(_ON_HAND) if counts else ():
        pile = Pile(item, store, purpose)
        if (count := counts.get((pile, day))) is not None:
            yield pile, day, count, int(on_hand)


def _spoken(rows: Iterable[_Row]) -> dict[tuple[Pile, str], Count]:
    """Of each pile and day the last count, with the last ones of each item as it was recorded."""
    own: dict[tuple[Pile, str], dict[int, int]] = defaultdict(dict)
    last: dict[tuple[Pile, str], tuple[int, int]] = {}
    for item, store, purpose, day, entry, recorded_item, counted in rows:
        key = Pile(item, store, purpose), day
        own[key][recorded_item] = counted
        last[key] = entry, counted
    return {key: Count(entry, counted, sum(own[key].values())) for key, (entry, counted) in last.items()}
