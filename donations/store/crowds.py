"""Entries in which thousands stand: each party is told once, and whether it stood before is looked up by an index.

The views of a book look at everybody who stands before a party in its entry, which takes a thousand times as long for a
thousand times as many squared. While a sight lasts, TEMP views take their place that say the same.
"""

import sqlite3

STOOD_BEFORE = """exists (
  select 1 from main.party as f
  cross join main.party_name as w on w.party = f.number
  cross join main.entry_party as o on o.name = w.number and o.entry = ep.entry
  where coalesce(f.merged_into, f.number) = {party} and o.role = ep.role and o.position < ep.position)"""
"""A condition on rows `ep` of `entry_party`: whether `party`, as it is now, stands there before by another of its names. It is an
expression: the index `party_now`, which is of one, is not used for a column."""

_ENTRY_NAMES = f"""
create temp view entry_names as
select ep.entry, ep.role, ep.position, n.party, n.name, 0 as is_masked
from main.entry_party as ep
join main.name_now as n on n.name_number = ep.name
where ep.position = 1 or not {STOOD_BEFORE.format(party="n.party")}"""  # noqa: S608 - constants above
_READERS = ("entries",)
"""The views that are made anew, word for word, since a view of the book can't read one that is TEMP."""

VIEWS = ("entry_names", *_READERS)
"""What is there a second time while crowds are expected."""


def looked_up(connection: sqlite3.Connection) -> None:
    """Make the TEMP views, unless there are such already: those of what the public may see look up, too."""
    [[is_there]] = connection.execute("select exists (select 1 from temp.sqlite_master where name = 'entry_names')")
    if is_there:
        return
    [guarded] = connection.execute("pragma query_only").fetchone()
    connection.execute("pragma query_only=OFF")  # a TEMP view counts as writing
    try:
        connection.execute(_ENTRY_NAMES)
        for name in _READERS:
            [sql] = connection.execute("select sql from main.sqlite_master where name = ?", (name,)).fetchone()
            connection.execute(f"create temp view {name}{sql.partition(name)[2]}")
    finally:
        connection.execute(f"pragma query_only={guarded}")
