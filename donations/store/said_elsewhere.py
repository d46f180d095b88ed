"""What the entries of an import say, among those of the same days: to be held against what other papers said, or hands."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

_MOST = 100_000
"""So many entries of one import are looked at: of a paper that says more the first tell enough."""

_SPAN = """
select min(e.date), max(e.date) from entry as e join import_row as r on r.entry = e.number where e.number between :first and :last
"""
_HAS_OTHERS = """
select exists (select 1 from entry where number < :first and date between date(:begin, '-1 day') and date(:end, '+1 day'))
  or (select count(distinct sha256) from import_source where number >= (select min(source) from import_row where entry >= :first)) > 1
"""
# Each entry near those days that stands, with what it adds up to where this import says as much; then whose it is, by the numbers
# of the parties that are one by now. Like sums stand together, so that whoever compares them holds no more than those. The plus keeps
# SQLite from the index on `reverses`.
_QUERY = """
with nobody as materialized (select party from party_name where name in (select value from json_each(:nobody))),
counted as (
  select e.number, e.date, l.item, l.flow in ('received', 'relayed') as is_in, sum(l.amount_minor) as total
  from near cross join entry as e indexed by entry_date on e.date = near.date and e.number <= :last join line as l on l.entry = e.number
  where +e.reverses is null and l.flow in ('received', 'relayed', 'spent', 'distributed')
    and l.item in (select item from line where entry between :first and :last)
  group by e.number, l.item, is_in having total > 0 and count(l.amount_minor) = count(*)),
new_days as materialized (select distinct date from entry where number between :first and :last),
near as materialized (select distinct date(date, value || ' days') as date from new_days, json_each('[-3, -2, -1, 0, 1, 2, 3]')),
fresh as materialized (
  select l.item, l.flow in ('received', 'relayed') as is_in, sum(l.amount_minor) as total from line as l
  where l.entry between :first and :last group by l.entry, l.item, is_in),
alike as materialized (
  select * from counted where (item, is_in, total) in (select item, is_in, total from fresh)
    and not exists (select 1 from entry where reverses = counted.number))
select is_in, item, total, is_money, date, number, who, digest, layout, identity, is_numbered, source, row, import, file,
  (select name from party_name where party = who and is_main) as name from (
  select a.number, a.date, a.item, a.total, a.is_in, i.is_money, ifnull(s.sha256, '') as digest, s.layout, r.source, r.row, s.import,
    s.file, ifnull(r.is_numbered, 0) as is_numbered, r.identity, (
      select group_concat(one, ',') from (
        select distinct coalesce(p.merged_into, p.number) as one
        from entry_party as ep join party_name as pn on pn.number = ep.name join party as p on p.number = pn.party
        where ep.entry = a.number and iif(a.is_in, ep.role = 'donor', ep.role in ('supplier', 'recipient'))
          and p.sort is not 'unnamed' and pn.party not in (select party from nobody)
        order by one)) as who
  from alike as a join item as i on i.number = a.item
  left join import_row as r on r.entry = a.number left join import_source as s on s.number = r.source)
where who is not null order by is_in, item, total, date, number
"""


class Said(NamedTuple):
    """How much of an item came in or went out by an entry, on which day, whose it was, and which paper says it."""

    is_in: bool
    item: int
    total: int
    is_money: bool
    date: str
    entry: int
    who: str
    """The numbers of the parties."""
    digest: str
    """Of the paper; "" where it was typed."""
    layout: str | None
    identity: bytes | None
    is_numbered: bool
    source: int | None
    row: int | None
    of_import: int | None
    file: str | None
    name: str | None
    """The main name, where it is one party."""


def said_beside(connection: sqlite3.Connection, first: int, last: int, nobody: Collection[str]) -> Iterator[Said]:
    """What entries up to `last` say on the days of this import's, which are those from `first` on; like sums beside each other.

    Nothing where no other paper or hand said anything on those days. Whoever is one of `nobody` may be many, and is left out.
    """
    facts: dict[str, object] = {"first": first, "last": min(last, first + _MOST)}
    begin, end = connection.execute(_SPAN, facts).fetchone()
    facts |= {"begin": begin, "end": end, "nobody": json.dumps(sorted(nobody))}
    if begin is not None and connection.execute(_HAS_OTHERS, facts).fetchone()[0]:
        yield from map(Said._make, connection.execute(_QUERY, facts))
