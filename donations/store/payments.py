"""Payments in the book by who they were with and how much they were; and what went back of one."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

_WITH = """
select e.number from entry_party as p cross join entry as e on e.number = p.entry cross join line as l on l.entry = e.number
where p.name in (
  select n.number from party_name as n join party as q on q.number = n.party
  where coalesce(q.merged_into, q.number) = (
    select coalesce(r.merged_into, r.number) from party_name as m join party as r on r.number = m.party where m.number = :name))
  and e.type = :type and e.date <= :day and e.reverses is null
  and l.item = :item and (select count(*) from line where entry = e.number) = 1
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
  and not exists (
    select 1 from import_row as i join import_source as s on s.number = i.source
    where i.entry = e.number and s.layout not in ('table', 'book'))
"""
_STANDING = f"""{_WITH}
  and l.amount_minor = :minor
  and not exists (
    select 1 from import_row as back where back.returns = e.number
    and not exists (select 1 from entry as mirror where mirror.reverses = back.entry))
order by e.date desc, e.number desc
"""  # noqa: S608 - of our own words
_LEFT = f"""{_WITH}
  and l.amount_minor - :minor >= (
    select coalesce(sum(given.amount_minor), 0) from import_row as back join line as given on given.entry = back.entry
    where back.returns = e.number and not exists (select 1 from entry as mirror where mirror.reverses = back.entry))
order by e.date desc, e.number desc
"""  # noqa: S608 - of our own words
_OF_BILL = """
select 1 from import_row as i join import_source as s on s.number = i.source where i.entry = ? and s.layout not in ('table', 'book')
"""
_RETURNS = """
select r.identity, sum(l.amount_minor), e.date, s.layout, i.imported_at from import_row as r
join line as l on l.entry = r.entry join entry as e on e.number = r.entry
join import_source as s on s.number = r.source left join import as i on i.number = s.import
where r.returns = ? and not exists (select 1 from entry where reverses = r.entry) group by r.entry order by r.entry
"""
_BY_PURPOSE = """
select l.purpose, l.store, sum(l.amount_minor) from import_row as r join line as l on l.entry = r.entry
where r.returns = ? and not exists (select 1 from entry where reverses = r.entry) group by l.purpose, l.store
"""


class Returned(NamedTuple):
    """An entry that gives back of a payment: what its row is known by, of which layout it is, and when it was imported."""

    identity: bytes | None
    minor: int
    day: str
    layout: str
    imported_at: str | None
    """None: by the import that runs."""


def returns_of(connection: sqlite3.Connection, entry: int) -> list[Returned]:
    """Each entry that gives back of another's payment, in their order."""
    return [Returned(*row) for row in connection.execute(_RETURNS, (entry,))]


def given_back(connection: sqlite3.Connection, entry: int) -> int:
    """How much of a payment was given back since, in the smallest unit, as imports said."""
    return sum(one.minor for one in returns_of(connection, entry))


def given_back_by_purpose(connection: sqlite3.Connection, entry: int) -> dict[tuple[int, int], int]:
    """As `given_back`, by purpose and store."""
    return {(purpose, store): minor for purpose, store, minor in connection.execute(_BY_PURPOSE, (entry,))}


def layout_of(connection: sqlite3.Connection, source: int) -> str:
    """The layout of an imported table."""
    [layout] = connection.execute("select layout from import_source where number = ?", (source,)).fetchone()
    return str(layout)


def is_of_bill(connection: sqlite3.Connection, entry: int) -> bool:
    """Whether a bill brought an entry, and not a table, a book or a hand."""
    return connection.execute(_OF_BILL, (entry,)).fetchone() is not None


def identity_of(connection: sqlite3.Connection, entry: int) -> bytes | None:
    """What the row is known by that brought an entry; None where none did, or it must not be known any more."""
    row = connection.execute("select identity from import_row where entry = ?", (entry,)).fetchone()
    return None if row is None or row[0] is None else bytes(row[0])


def standing(
    connection: sqlite3.Connection,
    entry_type: str,
    names: Sequence[int],
    item: int,
    minor: int,
    day: str,
    *,
    in_part: bool = False,
) -> int | None:
    """The latest entry, until `day`, of one line of `minor` with each of these parties, however they are called.

    It stands: nobody took it back, whole or in part, nor did it come from a bill, which says itself what was given back;
    `in_part`: that at least `minor` of it is left is enough. None where there is none.
    """
    query = _LEFT if in_part else _STANDING
    facts = {"type": entry_type, "item": item, "minor": minor, "day": day}
    found = [
        [int(row[0]) for row in connection.execute(query, {**facts, "name": name})] for name in dict.fromkeys(names)
    ]
    return next((entry for entry in found[0] if all(entry in others for others in found[1:])), None) if found else None
