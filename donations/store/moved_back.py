"""What came from parties (or went to them) and what went back, line by line from the latest on; one, or thousands together."""

import heapq
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from donations.store.parties import recorded_names

# Latest first, by the index on names: where little goes back of much, only a few rows are read, however many there are.
_MOVED = """
select ep.entry, l.position, l.flow, l.amount_minor, e.date, e.corrects, l.recipient
from entry_party as ep
cross join line as l on l.entry = ep.entry
cross join entry as e on e.number = ep.entry
where ep.name = :name and ep.role = :role
  and l.item in (select number from item where number = :item or merged_into = :item)
  and l.flow in ('relayed', :came, :back)
  and e.reverses is null and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
  and ep.entry <= :entry and (ep.entry < :entry or l.position < :position)
order by ep.entry desc, l.position desc limit :most
"""
_STANDING = """
select o.name, coalesce(p.merged_into, p.number) from entry_party as o
join party_name as n on n.number = o.name join party as p on p.number = n.party
where o.entry = ? and o.role = ?
"""
FLOWS = {"donor": ("received", "refunded"), "recipient": ("distributed", "returned")}
"""By the role of who gave or received: the flow by which goods come, beside that of what is passed straight on, and that by which they go back."""

_MOST_OPEN = 32
"""How many names are walked by a query each that stays open."""
_AT_FIRST, _AT_MOST = 4, 4096
"""How many lines of a name are read at once where there are more: few at first, then twice as many each time."""
_BEHIND_ALL = 2**62

Moved = tuple[int, int, str, int | None, str, int | None, int | None]
"""A line: its entry and position, flow, amount, the day of the entry and which one that corrects, and its own recipient."""


class Back(NamedTuple):
    """Goods of one item (by the number it now stands for) that go back between the book and parties in one role."""

    role: str
    parties: tuple[int, ...]
    item: int
    alone: bool = False
    """Whether only what concerns nobody else counts, of what went back."""
    exactly: bool = False
    """Whether only what concerns all of them and nobody else counts, of what came too."""


def moved(connection: sqlite3.Connection, back: Back) -> Iterator[Moved]:
    """What came from (or went to) any of the parties and what went back, the latest first, each line once; read only as far as it is asked for.

    What was taken back, and what took it back, are left out.
    """
    came, gone = FLOWS[back.role]
    names = recorded_names(connection, back.parties)
    values: dict[str, str | int] = {"role": back.role, "item": back.item, "came": came, "back": gone}
    walk = _walked if len(names) > _MOST_OPEN else _opened
    walks = [walk(connection, {**values, "name": name}) for name in names]
    concerns = _concerning(connection, back, frozenset(names), gone)
    before = None
    for row in heapq.merge(*walks, key=lambda row: (-row[0], -row[1])):
        if row[:2] != before and concerns(row):
            yield row
        before = row[:2]


def _opened(connection: sqlite3.Connection, values: Mapping[str, str | int]) -> Iterator[Moved]:
    """The lines of one recorded name, the latest first."""
    return connection.execute(_MOVED, {**values, "entry": _BEHIND_ALL, "position": _BEHIND_ALL, "most": -1})


def _walked(connection: sqlite3.Connection, values: Mapping[str, str | int]) -> Iterator[Moved]:
    """The same, some at a time, so that no query stays open: SQLite goes through all open ones for each that it opens."""
    entry = position = _BEHIND_ALL
    most = _AT_FIRST
    while True:
        page = connection.execute(_MOVED, {**values, "entry": entry, "position": position, "most": most}).fetchall()
        yield from page
        if len(page) < most:
            return
        entry, position, *_rest = page[-1]
        most = min(2 * most, _AT_MOST)


def _concerning(
    connection: sqlite3.Connection, back: Back, names: frozenset[int], gone: str
) -> Callable[[Moved], bool]:
    """Whether a line is between the parties of these `names` and the book, and between nobody else where that is asked for.

    Who stands in an entry is looked up once, though thousands may stand there together, by each of whom it is found.
    """

    @lru_cache(maxsize=1)
    def are_those_asked_for(entry: int) -> bool:
        who = connection.execute(_STANDING, (entry, back.role)).fetchall()
        if back.exactly:
            return {party for _name, party in who} == {*back.parties}
        return all(name in names for name, _party in who)

    def concerns(line: Moved) -> bool:
        entry, _position, flow, _minor, _on, _corrects, own = line
        if back.role == "recipient" and own is not None and own not in names:
            return False
        return not (back.exactly or (back.alone and flow == gone)) or are_those_asked_for(entry)

    return concerns
