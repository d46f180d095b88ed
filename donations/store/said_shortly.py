"""Entries whose numbers begin alike, with what a person needs to know them by: for a shell that completes a number."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from donations.domain.entry import SaidShortly

_MOST_DIGITS = 18

_SHORTLY = """
select e.number, e.date, iif(e.type = 'return' and e.donor is not null, 'refund', e.type),
  coalesce(e.donor, e.supplier, e.recipient), iif(e.donor is null and e.supplier is null, null, e.recipient),
  l.item_name || iif(l.specification is null, '', '（' || l.specification || '）'), l.unit, l.amount_minor, l.decimals, l.certainty,
  (select count(*) from line as n where n.entry = e.number)
from entries as e left join lines as l on l.entry = e.number and l.position = 1
where e.number = ?
"""
_NUMBERS = """
select e.number from entry as e
where e.number between :first and :last
  and (not :standing or e.reverses is null and not exists (select 1 from entry as mirror where mirror.reverses = e.number))
  and (:types = '[]' or e.type in (select value from json_each(:types)))
order by e.number desc limit :most
"""


def entries_beginning(
    connection: sqlite3.Connection, begin: str, most: int, types: Sequence[str] = (), *, standing: bool
) -> list[SaidShortly]:
    """Entries whose number begins with `begin`, of these types (or any), at most `most`: the latest.

    `standing`: only what was not taken back, and takes nothing back.
    """
    [(last,)] = connection.execute("select coalesce(max(number), 0) from entry")
    found: list[int] = []
    for first, until in _ranges(begin, int(last)):
        values = {"first": first, "last": until, "standing": standing, "types": json.dumps(types)}
        found += [row[0] for row in connection.execute(_NUMBERS, {**values, "most": most - len(found)})]
        if len(found) == most:
            break
    return [SaidShortly._make(connection.execute(_SHORTLY, (number,)).fetchone()) for number in found]


def _ranges(begin: str, last: int) -> Iterator[tuple[int, int]]:
    """From where to where numbers up to `last` lie that begin so, the highest first."""
    if not begin:
        yield 1, last
        return
    if not (begin.isascii() and begin.isdigit()) or begin.startswith("0") or len(begin) > _MOST_DIGITS:
        return
    for more in range(len(str(last)) - len(begin), -1, -1):
        first = int(begin) * 10**more
        if first <= last:
            yield first, min(first + 10**more - 1, last)
