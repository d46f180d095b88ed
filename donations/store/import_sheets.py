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
_HANDED = """
select l.item, l.amount_minor, e.type = 'relay' or exists (
  select 1 from import_row as n join entry as o on o.number = n.entry
  where n.entry = r.entry + 1 and n.source = r.source and n.row = r.row and o.type in ('distribution', 'expense')), coalesce((
  select group_concat(n.party) from entry_party as p join party_name as n on n.number = p.name where p.entry = e.number and p.role = 'donor'), '')
from import_row as r join entry as e on e.number = r.entry join line as l on l.entry = e.number
where r.source = ? and r.entry >= ? and e.type in ('receipt', 'relay')
"""
_CALLED = "select party, name from party_name where party in ({parties}) and is_main = 1"
_SOURCE = """
select r.source, s.layout = 'book', i.first_entry, i.last_entry
from import_row as r join import_source as s on s.number = r.source left join import as i on i.number = s.import where r.entry = ?
"""
_SAYS_LOTS = """
select 1 from import_row as r join line as l on l.entry = r.entry
where r.source = ? and r.entry between coalesce(?, (select coalesce(max(last_entry), 0) from import)) and coalesce(?, 9e18)
  and (l.batch is not null or l.expires_on is not null) limit 1
"""

_MANY = 500
"""So many are asked for at once."""


class SaidLine(NamedTuple):
    """What an imported row says, its note and its place in the paper aside."""

    date: str
    item: int
    amount: int | None
    parties: str
    """Their numbers; "" of nobody."""


class Handed(NamedTuple):
    """What an imported row says came, and whether it says that it went on, on the same day or later."""

    item: int
    amount: int | None
    is_relay: bool
    donors: str
    """Their numbers; "" of nobody."""


def stands_in(connection: sqlite3.Connection, source: int, others: Collection[int], first: int) -> bool:
    """Whether each row of a source, among entries from `first` on, stands in one of `others` too, known by its content."""
    query = _STANDS_ALONE.format(others=", ".join("?" * len(others)))
    return connection.execute(query, (source, first, first, *others)).fetchone() is None


def is_without_lots(connection: sqlite3.Connection, entry: int, known: dict[int, bool]) -> bool:
    """Whether no row of the table that an entry came from said a batch or an expiry, so that its columns may not have been read;
    of another book's entry nobody knows. `known` is what was found of tables so far.
    """
    source, is_book, first, last = connection.execute(_SOURCE, (entry,)).fetchone()
    if source not in known:
        said = None if is_book else connection.execute(_SAYS_LOTS, (source, first, last)).fetchone()
        known[source] = said is None
    return known[source]


def lines_of(connection: sqlite3.Connection, source: int, first: int) -> Iterator[SaidLine]:
    """What the rows of a source say, among entries from `first` on."""
    for date, item, amount, parties in connection.execute(_SAID, (source, first)):
        yield SaidLine(date, item, amount, ",".join(sorted((parties or "").split(","))))


def handed(connection: sqlite3.Connection, source: int, first: int) -> Iterator[Handed]:
    """What the rows of a source say that came, among entries from `first` on."""
    for item, amount, is_relay, donors in connection.execute(_HANDED, (source, first)):
        yield Handed(item, amount, bool(is_relay), ",".join(sorted(donors.split(","))))


def called(connection: sqlite3.Connection, parties: Collection[str]) -> dict[str, str]:
    """What parties are called, by their numbers as `SaidLine` has them; those that are several have no name."""
    numbers = sorted({int(one) for one in parties if one.isdigit()})
    names: dict[str, str] = {}
    for begin in range(0, len(numbers), _MANY):
        some = numbers[begin : begin + _MANY]
        found = connection.execute(_CALLED.format(parties=", ".join("?" * len(some))), some)
        names.update((str(party), name) for party, name in found if name)
    return names
