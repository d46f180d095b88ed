"""What a party gave or received and what has gone back of it since: walked from the latest entry on, only as far as needed."""

import heapq
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from donations.store.moved_back import FLOWS, Back, moved
from donations.store.parties import recorded_names

_LATER = """
select e.date from (
  select entry from entry_party where name = :name and role = :role order by entry desc limit :latest
) as ep
cross join entry as e on e.number = ep.entry and e.type = 'return' and e.date >= :first and e.reverses is null
cross join line as l on l.entry = ep.entry and l.flow = :back
where l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
"""
_PLACES = """
select e.city, e.county from (
  select entry from entry_party where name = :name and role = :role order by entry desc limit :latest
) as ep
cross join entry as e on e.number = ep.entry and e.reverses is null
cross join line as l on l.entry = ep.entry and l.flow in ('relayed', :came)
where l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
"""
_PURPOSES = """
select p.name from (
  select entry from entry_party where name = :name and role = :role order by entry desc limit :latest
) as ep
cross join entry as e on e.number = ep.entry and e.reverses is null
cross join line as l on l.entry = ep.entry and l.flow in ('relayed', :came)
join purpose as p on p.number = l.purpose
where l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
"""
_SHARED_WITH = """
select coalesce(p.merged_into, p.number) from line as l
join entry_party as ep on ep.entry = l.entry and ep.role = :role
join party_name as n on n.number = ep.name join party as p on p.number = n.party
where l.entry = :entry and l.position = :position and (l.recipient is null or :role <> 'recipient')
"""
_RETURNS = """
select r.source, r.row, e.number from entry as e join import_row as r on r.entry = e.number
where e.number >= ? and e.type = 'return' and e.reverses is null order by e.number
"""
_RETURNS_AFTER = """
select e.number from entry as e where e.number > ? and e.type = 'return' and e.reverses is null
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number) order by e.number
"""
_CORRECTED = """
select first.date, mirror.date, first.corrects from entry as first join entry as mirror on mirror.reverses = first.number
where first.number = ?
"""
LATEST = 12
"""How many of a party's latest entries are searched for what goes back on later days, and for where it had come."""
ONE_AT_LEAST = 1
"""An unknown amount that goes back is one of the smallest unit at least."""

_TOGETHER = """
select ep.entry, (
  select json_group_array(coalesce(p.merged_into, p.number)) from entry_party as o
  join party_name as n on n.number = o.name join party as p on p.number = n.party
  where o.entry = ep.entry and o.role = 'donor')
from entry_party as ep
cross join line as l on l.entry = ep.entry and l.flow in ('received', 'relayed')
cross join entry as e on e.number = ep.entry and e.reverses is null and e.date <= :day
where ep.name = :name and ep.role = 'donor' and l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
order by ep.entry desc
"""


class _Line(NamedTuple):
    """A line that moved something, and the entry in whose turn it stands."""

    turn: int
    entry: int
    position: int
    flow: str
    minor: int | None


def beyond(
    connection: sqlite3.Connection, back: Back, first: int, day: str | None = None, met: set[int] | None = None
) -> int:
    """How many smallest units more go back, in entries from `first` on, than had come (by `day`); 0 where none.

    What went back beyond what had come in earlier entries was of gifts that the book doesn't know: it lessens no other.
    What came from several together is there once for all of them: so those are weighed together, and whom they share with, who are
    put into `met`.
    """
    while True:
        missing, came = _weighed(connection, back, first, day)
        if back.exactly:
            return missing
        together = {party for line in came for party in _sharers(connection, back.role, line)} - {*back.parties}
        if met is not None:
            met |= together
        if missing > 0 or not together:
            return missing
        back = back._replace(parties=tuple(sorted({*back.parties, *together})), alone=True)


def _weighed(connection: sqlite3.Connection, back: Back, first: int, day: str | None) -> tuple[int, list[_Line]]:
    """What `beyond` says of just these parties, and the lines by which something came, as far as they were needed."""
    total = unknown = 0
    best: int | None = None
    came: list[_Line] = []
    for line in _in_turn(connection, back, first, day):
        if line.turn < first:
            best = total if best is None else max(best, total)
            if best >= 0 or unknown > 0:
                return 0, came
        if line.flow == FLOWS[back.role][1]:
            total -= ONE_AT_LEAST if line.minor is None else line.minor
            continue
        came.append(line)
        if line.minor is None:
            unknown += 1
        else:
            total += line.minor
    if unknown > 0:
        return 0, came
    return max(-max(total, total if best is None else best), 0), came


def _sharers(connection: sqlite3.Connection, role: str, line: _Line) -> list[int]:
    """All from whom (or to whom) the line came (or went) together."""
    values = {"role": role, "entry": line.entry, "position": line.position}
    return [row[0] for row in connection.execute(_SHARED_WITH, values)]


def last_joint_gift(connection: sqlite3.Connection, party: int, item: int, day: str) -> int | None:
    """The last gift of the item by `day` that a donor made together with others, where all of its gifts are theirs together; else None."""
    values = {"item": item, "day": day}
    last, givers = None, None
    for name in recorded_names(connection, (party,)):
        for number, parties in connection.execute(_TOGETHER, {**values, "name": name}):
            together = frozenset(json.loads(parties))
            if len(together) == 1 or givers not in (None, together):
                return None
            last, givers = max(last or 0, number), together
    return last


def later_days_back(connection: sqlite3.Connection, back: Back, first: str) -> list[str]:
    """The days from `first` on at which any of it goes back, by the parties' latest entries: however many they have, few are read."""
    values = {"role": back.role, "item": back.item, "back": FLOWS[back.role][1], "first": first, "latest": LATEST}
    names = recorded_names(connection, back.parties)
    return [row[0] for name in names for row in connection.execute(_LATER, {**values, "name": name})]


def places(connection: sqlite3.Connection, back: Back) -> set[tuple[str | None, str | None]]:
    """City and county of what had come (or gone out), by the parties' latest entries."""
    values = {"role": back.role, "item": back.item, "came": FLOWS[back.role][0], "latest": LATEST}
    names = recorded_names(connection, back.parties)
    return {tuple(row) for name in names for row in connection.execute(_PLACES, {**values, "name": name})}


def purposes(connection: sqlite3.Connection, back: Back) -> set[str]:
    """What all of it had come (or gone out) for, by the parties' latest entries; nothing where some of it was for nothing in particular."""
    values = {"role": back.role, "item": back.item, "came": FLOWS[back.role][0], "latest": LATEST}
    found: set[str] = set()
    for name in recorded_names(connection, back.parties):
        for (purpose,) in connection.execute(_PURPOSES, {**values, "name": name}):
            if not purpose:
                return set()
            found.add(purpose)
    return found


def _in_turn(connection: sqlite3.Connection, back: Back, first: int, day: str | None) -> Iterator[_Line]:
    """What moved by `day`, the latest first.

    What says an earlier entry aright stands in the turn of that one, else what lies between would be weighed without it;
    entries from `first` on stand where they are.
    """
    waiting: list[tuple[int, int, _Line]] = []
    for entry, position, flow, minor, on, corrects, _own in moved(connection, back):
        while waiting and -waiting[0][0] > entry:
            yield heapq.heappop(waiting)[-1]
        turn, day_of_it = (entry, on) if corrects is None else _first_said(connection, corrects, on)
        if day is None or day_of_it <= day:
            turn = entry if entry >= first else turn
            heapq.heappush(waiting, (-turn, -position, _Line(turn, entry, position, flow, minor)))
    while waiting:
        yield heapq.heappop(waiting)[-1]


def _first_said(connection: sqlite3.Connection, corrects: int | None, on: str) -> tuple[int, str]:
    """The entry with which it began, and the day of what was corrected: that of the first, where its month was closed."""
    first = 0
    while corrects is not None and (not first or corrects < first):  # whatever another program wrote
        first = corrects
        day, day_of_mirror, corrects = connection.execute(_CORRECTED, (first,)).fetchone()
        on = day if on == day_of_mirror else on
    return first, on


def returns_by_rows(connection: sqlite3.Connection, first: int) -> list[tuple[int, int, int]]:
    """Source, row and number of the entries from `first` on by which something goes back, as rows of papers said."""
    return [tuple(row) for row in connection.execute(_RETURNS, (first,))]


def standing_returns(connection: sqlite3.Connection, after: int) -> list[int]:
    """The entries behind number `after` by which something goes back, without what was taken back itself."""
    return [row[0] for row in connection.execute(_RETURNS_AFTER, (after,))]
