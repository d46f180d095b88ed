"""Which gift an entry gives back, which entries give back of a gift, and out of which paper an entry came."""

import sqlite3

REFUND_OF = "refund_of"
"""What the act is called that says which gift an entry gives back."""

REFUNDED_BY = "refunded_by"
"""What the act on that gift is called, so that it is found as soon from there."""

GIFT_SAID = f"""
(select cast(g.after as integer) from register_change as g
 where g.register = 'entry' and g.subject = {{e}}.number and g.act = '{REFUND_OF}' order by g.number desc limit 1)
"""  # noqa: S608 - a constant of this file
"""SQL for the entry that brought what entry `{e}` gives back, where whoever recorded that said it."""

# The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
_SAID_OF = f"""
with recursive same (number) as (
  select :entry
  union select e.corrects from same as s join entry as e on e.number = s.number where e.corrects is not null and +e.reverses is null
  union select e.number from same as s join entry as e on e.corrects = s.number and +e.reverses is null
), back (number) as (
  select cast(g.after as integer) from same as s
  join register_change as g on g.register = 'entry' and g.subject = s.number and g.act = '{REFUNDED_BY}'
  union select entry from import_row where returns in (select number from same)
)
select coalesce({GIFT_SAID.format(e="e")}, (select returns from import_row where entry = e.number)), (
  select group_concat(number, '、') from (
    select number from back where not exists (select 1 from entry where reverses = back.number) order by number))
from (select :entry as number) as e
"""  # noqa: S608 - constants of this file
_OF_ALL = f"""
with recursive gift (refund, number) as (
  select e.number, coalesce({GIFT_SAID.format(e="e")}, (select returns from import_row where entry = e.number))
  from entry as e where e.type = 'return'
  union select g.refund, c.number from gift as g join entry as c on c.corrects = g.number and +c.reverses is null
)
select refund, max(number) from gift where number is not null group by refund
"""  # noqa: S608 - a constant of this file
_SAID = f"select {GIFT_SAID.format(e='e')} from (select ? as number) as e"  # noqa: S608 - a constant of this file
_PAPER = """
select s.import, s.file, s.sheet, r.row from import_row as r join import_source as s on s.number = r.source where r.entry = ?
"""


def say_gift(connection: sqlite3.Connection, entry: int, gift: int, now: str) -> None:
    """Note that entry `entry` gives back what entry `gift` brought: acts on both, sealed like every other."""
    from donations.store.changes import Change, note_change  # reports, which read here, do without

    note_change(connection, Change("entry", entry, REFUND_OF, after=str(gift)), now)
    note_change(connection, Change("entry", gift, REFUNDED_BY, after=str(entry)), now)


def gift_said(connection: sqlite3.Connection, entry: int) -> int | None:
    """The entry that brought what entry `entry` gives back; None where nobody said it."""
    [gift] = connection.execute(_SAID, (entry,)).fetchone()
    return None if gift is None else int(gift)


def said_of(connection: sqlite3.Connection, entry: int) -> tuple[int | None, str | None]:
    """The gift that an entry gives back, and the entries that give back of it (of what it says aright, too), 、 between them."""
    gift, back = connection.execute(_SAID_OF, {"entry": entry}).fetchone()
    return gift, back


def gifts_of_refunds(connection: sqlite3.Connection) -> dict[int, int]:
    """By entry that gives something back: the gift it is of, where that was said, as that gift stands by now."""
    return dict(connection.execute(_OF_ALL).fetchall())


def paper_of(connection: sqlite3.Connection, entry: int) -> tuple[int, str, str | None, int] | None:
    """Import, file, sheet and row that an entry came from; None where it came from no paper."""
    row = connection.execute(_PAPER, (entry,)).fetchone()
    return None if row is None else tuple(row)
