"""What the rows of an import say, row by row, beside those of other papers that say as much of the same day."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

MOST = 100_000
"""Of an import with more entries than these nothing is looked at, nor of a paper that brought more."""

_SAMPLE = 20
_MAY_BE = """
select count(*) from (
  select e.number, e.date, l.item, l.amount_minor from entry as e join line as l on l.entry = e.number and l.position = 1
  where e.number between :first and :last limit :sample) as new
where exists (
  select 1 from entry as o join line as l on l.entry = o.number join import_row as r on r.entry = o.number
  where o.date = new.date and o.number < :first and l.item = new.item and l.amount_minor is new.amount_minor)
"""
_WHO = """(
    select group_concat(said, ' ') from (
      select p.role || coalesce(party.merged_into, party.number) as said from entry_party as p
      join party_name on party_name.number = p.name join party on party.number = party_name.party
      where p.entry = e.number order by said))"""
# The plus keeps SQLite from the index on `reverses`. Who stands there is asked last, for it takes the longest.
_ALIKE = f"""
with nobody as materialized (select party from party_name where name in (select value from json_each(:nobody))),
fresh as materialized (
  select distinct e.date, e.type, l.item, coalesce(l.amount_minor, -1) as minor, coalesce({_WHO}, '') as who
  from entry as e join line as l on l.entry = e.number where e.number between :first and :last),
days as materialized (select distinct date from fresh),
alike as materialized (
  select e.number from days cross join entry as e indexed by entry_date on e.date = days.date and e.number <= :last
  where +e.reverses is null and (e.number >= :first or exists (
    select 1 from line as l where l.entry = e.number
      and (e.date, e.type, l.item, coalesce(l.amount_minor, -1)) in (select date, type, item, minor from fresh)
      and (e.date, e.type, l.item, coalesce(l.amount_minor, -1), coalesce({_WHO}, '')) in (select * from fresh))))
"""  # noqa: S608 - a constant of this file
_OF_ENTRIES = """
with nobody as materialized (select party from party_name where name in (select value from json_each(:nobody))),
alike as materialized (select value as number from json_each(:entries))
"""
_SAID = f"""
select e.number, s.import, s.sha256, s.sheet, s.file, r.source, r.row, r.identity, r.is_numbered, e.date, n.note, e.city, {_WHO} as who, (
    select group_concat(said, char(10)) from (
      select json_array(item, flow, amount_minor, certainty, store, purpose, recipient, batch, expires_on) as said
      from line where entry = e.number order by said)) as what, e.type, exists (
    select 1 from entry_party as p join party_name as name on name.number = p.name join party on party.number = name.party
    where p.entry = e.number and party.sort is not 'unnamed' and name.party not in (select party from nobody)) as is_named,
  not exists (select 1 from line join item on item.number = line.item where line.entry = e.number and not item.is_money) as is_money, (
    select group_concat(value_minor) from (select value_minor from line where entry = e.number order by value_minor)) as worth,
  not exists (select 1 from entry where reverses = e.number) as is_standing
from alike join entry as e on e.number = alike.number
join import_row as r on r.entry = e.number and r.returns is null
join import_source as s on s.number = r.source and s.layout <> 'book' and s.import not in (select import from import_undo)
left join entry_note as n on n.entry = e.number
order by e.number
"""  # noqa: S608 - a constant of this file
_OF_PAPER = """
select r.entry, e.date, r.identity from import_source as s join import_row as r on r.source = s.number join entry as e on e.number = r.entry
where s.import = ? and s.sha256 = ? and r.returns is null and +e.reverses is null
  and not exists (select 1 from entry where reverses = e.number) limit ?
"""
_BECAME = "select min(entry) from import_row where source = ? and row = ?"


class SaidRow(NamedTuple):
    """An entry that a row of a paper became, with all that it says."""

    entry: int
    of_import: int
    digest: str
    """Of the paper."""
    sheet: str | None
    file: str
    source: int
    row: int
    identity: bytes | None
    is_numbered: int
    date: str
    note: str | None
    city: str | None
    who: str | None
    what: str
    type: str
    is_named: int
    """Whether anybody stands there who isn't one of many without a name."""
    is_money: int
    """Whether it is of nothing else."""
    worth: str | None
    """What goods are said to be worth."""
    is_standing: int
    """Whether no hand took it back, or corrected it."""

    @property
    def said(self) -> tuple[str, str, str | None, str]:
        """What is the same in both papers: day, sort, who, and how much of what."""
        return self.date, self.type, self.who, self.what

    @property
    def is_gift_of_money(self) -> bool:
        """Goods come and go at noon and at night, the same in one list as in another with a word beside it."""
        return self.type == "receipt" and bool(self.is_money)


class OfPaper(NamedTuple):
    """An entry of a paper that stands."""

    entry: int
    date: str
    identity: bytes | None


def may_be_said(connection: sqlite3.Connection, first: int, last: int) -> bool:
    """Whether of the first entries of an import, which are those from `first` on, half or more say a day and an amount that
    an earlier paper said.
    """
    facts = {"first": first, "last": last, "sample": _SAMPLE}
    found = connection.execute(_MAY_BE, facts).fetchone()[0]
    return bool(2 * found >= min(_SAMPLE, last - first + 1))


def rows_beside(connection: sqlite3.Connection, first: int, last: int, nobody: Collection[str]) -> Iterator[SaidRow]:
    """The entries from `first` to `last`, and those of papers before them that say as much of the same day, as they are numbered.

    Those that were taken back alone are among them, and none of an import that was taken back.
    """
    facts = {"first": first, "last": last, "nobody": json.dumps(sorted(nobody))}
    return map(SaidRow._make, connection.execute(_ALIKE + _SAID, facts))


def rows_of(connection: sqlite3.Connection, entries: Iterable[int], nobody: Collection[str]) -> Iterator[SaidRow]:
    """These entries, as far as they came of papers and none of their rows gives back, as they are numbered."""
    facts = {"entries": json.dumps(list(entries)), "nobody": json.dumps(sorted(nobody))}
    return map(SaidRow._make, connection.execute(_OF_ENTRIES + _SAID, facts))


def of_paper(connection: sqlite3.Connection, of_import: int, digest: str) -> list[OfPaper]:
    """The entries of a paper that stand."""
    return [OfPaper(*row) for row in connection.execute(_OF_PAPER, (of_import, digest, MOST))]


def became(connection: sqlite3.Connection, source: int, row: int) -> int:
    """The first entry that a row of a table became; 0 where it became none."""
    return int(connection.execute(_BECAME, (source, row)).fetchone()[0] or 0)
