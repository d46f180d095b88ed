"""Tables of earlier papers that a new paper says again, with what stands of them."""

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

MOST = 100_000
"""Of a table with more entries than these nothing is looked at."""

_MOST_TABLES = 20
_SOURCES = "select distinct source from import_row where entry in (select value from json_each(?))"
# An import that runs still has no row of its own: what it brought goes on to its last entry.
_TABLES = """
with new as (
  select sheet, layout, heading_row, import from import_source where sha256 = :digest and import = (
    select max(import) from import_source)),
said as materialized (select value from json_each(:said))
select s.number, s.number in (select value from said), s.file in (
    select file from import_source where sha256 = :digest) as is_of_name, coalesce(i.first_entry, 1), coalesce(i.last_entry, :last)
from import_source as s left join import as i on i.number = s.import
where s.sha256 <> :digest and s.layout <> 'book' and not exists (select 1 from import_undo where import = s.import)
  and (s.number in (select value from said) or exists (
    select 1 from new where new.sheet is s.sheet and new.layout = s.layout and new.heading_row = s.heading_row and s.import < new.import))
order by 2 desc, 3 desc, s.number desc limit :most
"""
# The plus keeps SQLite from the index on `reverses`.
_STANDING = """
select r.entry, r.row, e.date, r.identity, r.is_numbered from import_row as r join entry as e on e.number = r.entry
where r.entry between ? and ? and r.source = ? and r.returns is null and +e.reverses is null
  and not exists (select 1 from entry where reverses = r.entry) order by r.entry limit ?
"""
_BROUGHT = """
select r.entry, r.row, e.date, r.identity, r.is_numbered from import_row as r join entry as e on e.number = r.entry
where r.entry between ? and ? and r.returns is null and r.source in (select number from import_source where sha256 = ?)
"""


class OlderTable(NamedTuple):
    """A table that an earlier paper held, and between which entries its own lie."""

    source: int
    is_said: int
    """Whether an entry of it was given as said."""
    is_of_name: int
    """Whether its paper was called as the new one is."""
    first: int
    last: int


class Standing(NamedTuple):
    """An entry of a paper that stands."""

    entry: int
    row: int
    date: str
    identity: bytes | None
    is_numbered: int


def tables_before(connection: sqlite3.Connection, digest: str, said: Iterable[int], last: int) -> list[OlderTable]:
    """The tables of earlier papers that brought the entries `said`, and then those that stand in theirs as the new paper's do:
    in a sheet of that name, with their headings in that row; `digest`: of the new paper, `last`: the last entry before it.
    """
    sources = [source for [source] in connection.execute(_SOURCES, (json.dumps(list(said)),))]
    facts = {"digest": digest, "said": json.dumps(sources), "last": last, "most": _MOST_TABLES}
    return [OlderTable(*row) for row in connection.execute(_TABLES, facts)]


def standing(connection: sqlite3.Connection, table: OlderTable) -> list[Standing]:
    """The entries of a table that stand, as they are numbered."""
    facts = (table.first, table.last, table.source, MOST)
    return [Standing(*row) for row in connection.execute(_STANDING, facts)]


def brought(connection: sqlite3.Connection, digest: str, first: int, last: int) -> list[Standing]:
    """Which of the entries from `first` to `last`, that are new, a paper brought."""
    return [Standing(*row) for row in connection.execute(_BROUGHT, (first, last, digest))]
