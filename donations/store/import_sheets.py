"""What the sheets of an imported paper have in common."""

import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

_STANDS_ALONE = """
select 1 from import_row as r where r.source = ? and r.entry >= ? and (r.identity is null or not exists (
  select 1 from import_row as o where o.identity = r.identity and o.entry >= ? and o.source in ({others}))) limit 1
"""
_SAID = """
select e.date, l.item, l.amount_minor, (
  select group_concat(n.party) from entry_party as p join party_name as n on n.number = p.name where p.entry = e.number)
from import_row as r join entry as e on e.number = r.entry join line as l on l.entry = e.number
where r.source = ? and r.entry >= ?
"""


class SaidLine(NamedTuple):
    """What an imported row says, its note and its place in the paper aside."""

    date: str
    item: int
    amount: int | None
    parties: str
    """Their numbers; "" of nobody."""


def stands_in(connection: sqlite3.Connection, source: int, others: Collection[int], first: int) -> bool:
    """Whether each row of a source, among entries from `first` on, stands in one of `others` too, known by its content."""
    query = _STANDS_ALONE.format(others=", ".join("?" * len(others)))
    return connection.execute(query, (source, first, first, *others)).fetchone() is None


def lines_of(connection: sqlite3.Connection, source: int, first: int) -> Iterator[SaidLine]:
    """What the rows of a source say, among entries from `first` on."""
    for date, item, amount, parties in connection.execute(_SAID, (source, first)):
        yield SaidLine(date, item, amount, ",".join(sorted((parties or "").split(","))))
