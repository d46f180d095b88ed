"""What a party gave or received and what has gone back of it since: walked from the latest entry on, only as far as needed."""

import heapq
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

_NAMES = """
select n.number from party_name as n where n.party = :party
union all select n.number from party as p join party_name as n on n.party = p.number where p.merged_into = :party
"""
# Latest first, by the index on names: where little goes back of much, only a few rows are read, however many there are.
_MOVED = """
select ep.entry, l.position, l.flow, l.amount_minor, e.reverses is not null
from entry_party as ep
cross join line as l on l.entry = ep.entry
cross join entry as e on e.number = ep.entry
where ep.name = :name and ep.role = :role
  and l.item in (select number from item where number = :item or merged_into = :item)
  and l.flow in ('relayed', :came, :back)
  and (l.recipient is null or :role <> 'recipient' or l.recipient in (select value from json_each(:names)))
order by ep.entry desc, l.position desc
"""
_RETURNS = """
select r.source, r.row, e.number from entry as e join import_row as r on r.entry = e.number
where e.number >= ? and e.type = 'return' and e.reverses is null order by e.number
"""
_FLOWS = {"donor": ("received", "refunded"), "recipient": ("distributed", "returned")}
ONE_AT_LEAST = 1
"""An unknown amount that goes back is one of the smallest unit at least."""

Moved = tuple[int, int, str, int | None, int]


@dataclass(frozen=True, slots=True)
class Back:
    """Goods of one item (by the number it now stands for) that go back between the book and parties in one role."""

    role: str
    parties: tuple[int, ...]
    item: int


def beyond(connection: sqlite3.Connection, back: Back, first: int) -> int:
    """How many smallest units more go back, in entries from `first` on, than had come; 0 where none.

    What went back beyond what had come in earlier entries was of gifts that the book doesn't know: it lessens no other.
    """
    total = unknown = 0
    best: int | None = None
    for entry, _position, flow, minor, is_mirror in _moved(connection, back):
        if entry < first:
            best = total if best is None else max(best, total)
            if best >= 0 or unknown > 0:
                return 0
        is_back = flow == _FLOWS[back.role][1]
        sign = -1 if is_mirror else 1
        if is_back:
            total -= sign * ONE_AT_LEAST if minor is None else minor
        elif minor is None:
            unknown += sign
        else:
            total += minor
    if unknown > 0:
        return 0
    return max(-max(total, total if best is None else best), 0)


def _moved(connection: sqlite3.Connection, back: Back) -> Iterator[Moved]:
    """What came from (or went to) any of the parties and what went back, the latest first, each line once."""
    names = [row[0] for party in back.parties for row in connection.execute(_NAMES, {"party": party})]
    came, gone = _FLOWS[back.role]
    values = {
        "role": back.role,
        "item": back.item,
        "came": came,
        "back": gone,
        "names": f"[{','.join(map(str, names))}]",
    }
    walks = [connection.execute(_MOVED, {**values, "name": name}) for name in names]
    before = None
    for row in heapq.merge(*walks, key=lambda row: (-row[0], -row[1])):
        if row[:2] != before:
            yield row
        before = row[:2]


def returns_by_rows(connection: sqlite3.Connection, first: int) -> list[tuple[int, int, int]]:
    """Source, row and number of the entries from `first` on by which something goes back, as rows of papers said."""
    return [tuple(row) for row in connection.execute(_RETURNS, (first,))]
