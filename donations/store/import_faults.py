"""What the rows of imports say that can't be so, for `check`: another program changed them, or what they came to."""

import sqlite3
from collections.abc import Iterator

_UNDONE_OF = "exists (select 1 from import_undo as u where u.import = s.import)"
_ASTRAY = """
select r.entry, e.date from import_row as r
join import_source as s on s.number = r.source join import as i on i.number = s.import left join entry as e on e.number = r.entry
where r.entry not between i.first_entry and i.last_entry order by r.entry
"""
# Opening stock that an import had to book comes from no row.
_WITHOUT_ROWS = """
select number from import as i where exists (
  select 1 from entry as e where e.number between i.first_entry and i.last_entry and e.reason is not 'opening'
  and not exists (select 1 from import_row where entry = e.number)
) order by number
"""
_STANDING = """
select e.number, i.number, e.date from import_undo as u join import as i on i.number = u.import
join entry as e on e.number between i.first_entry and i.last_entry
where +e.reverses is null and not exists (select 1 from entry where reverses = e.number) order by e.number
"""
_UNKNOWN = f"""
select r.entry, e.date from import_row as r join import_source as s on s.number = r.source join entry as e on e.number = r.entry
where r.identity is null and not {_UNDONE_OF} and (r.is_numbered or not (
  exists (select 1 from entry_party as p join party_name as n on n.number = p.name where p.entry = r.entry and n.name is null)
  or exists (select 1 from line as l join party_name as n on n.number = l.recipient where l.entry = r.entry and n.name is null)
  or exists (select 1 from entry_note as t where t.entry = r.entry and t.note is null)))
order by r.entry
"""  # noqa: S608 - only words of ours are put together
# Of what it gives back it holds whatever that said, or was corrected to: a giver and goods of both are the same.
_OF_OTHERS = """
select r.entry, e.date from import_row as r join entry as e on e.number = r.entry
where r.returns is not null and not (e.type = 'return' and r.returns < r.entry and exists (
  with recursive gift (number) as (
    select r.returns
    union select c.number from gift as g join entry as c on c.corrects = g.number and +c.reverses is null)
  select 1 from gift as g
  join entry_party as giver on giver.entry = g.number and giver.role = 'donor'
  join name_now as one on one.name_number = giver.name
  join entry_party as back on back.entry = r.entry and back.role = 'donor'
  join name_now as other on other.name_number = back.name and other.party = one.party
  join line as came on came.entry = g.number and came.flow in ('received', 'relayed')
  join item_now as of on of.item_number = came.item
  join line as gone on gone.entry = r.entry and gone.flow = 'refunded'
  join item_now as same on same.item_number = gone.item and same.item = of.item))
order by r.entry
"""


def rows_astray(connection: sqlite3.Connection) -> Iterator[tuple[int, str | None]]:
    """Number and date of entries with a row of an import that doesn't hold them."""
    return connection.execute(_ASTRAY)


def without_rows(connection: sqlite3.Connection) -> Iterator[tuple[int]]:
    """Imports of which an entry has no row."""
    return connection.execute(_WITHOUT_ROWS)


def standing_though_undone(connection: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    """Number, import and date of entries that an undone import left."""
    return connection.execute(_STANDING)


def unknown_again(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Number and date of entries whose rows are known by nothing, though nothing was taken back and nobody forgotten."""
    return connection.execute(_UNKNOWN)


def giving_back_others(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Number and date of entries that are said to give back a gift which was none of the same giver's and goods."""
    return connection.execute(_OF_OTHERS)
