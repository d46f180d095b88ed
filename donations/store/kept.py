"""What was kept of a gift, where its donor was given something back."""

import json
import sqlite3

from donations.domain.kept import Kept, Moved, kept
from donations.store.given import GIVEN_ON

_ITEMS = "select distinct item from lines where entry = ? and flow in ('received', 'relayed')"
_DONORS = "select distinct party from party_entries where entry = ? and role = 'donor'"
_IS_LESSENED = """
select 1 from party_entries as p join entries_dated as d on d.number = p.entry join lines as l on l.entry = p.entry
where p.party in (select value from json_each(:parties)) and p.role = 'donor' and p.entry > :first
  and d.type = 'return' and d.is_standing and l.flow = 'refunded' and l.item = :item limit 1
"""
_BEGAN_WITH = """
(with recursive back (number) as (
  select e.number
  union all
  select c.parent from back as b join entry_links as c on c.number = b.number and c.reverses is null
  where c.parent is not null)
select min(number) from back)
"""
_MOVED = f"""
select e.number, l.position, {_BEGAN_WITH}, {GIVEN_ON.format(e="e")}, l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty,
  (select json_group_array(party) from party_entries where entry = e.number and role = 'donor')
from entries_dated as e join lines as l on l.entry = e.number
where e.number in (select entry from party_entries where role = 'donor' and party in (select value from json_each(:parties)))
  and e.is_standing and l.item = :item and l.flow in ('received', 'relayed', 'refunded')
"""  # noqa: S608 - every part is a constant of this file


def kept_of(connection: sqlite3.Connection, entry: int) -> dict[int, Kept]:
    """What was kept of the lines of gift `entry`, by position: only lines of which something went back to the donor."""
    parties = {int(row[0]) for row in connection.execute(_DONORS, (entry,))}
    first = connection.execute(f"select {_BEGAN_WITH} from entries_dated as e where e.number = ?", (entry,)).fetchone()  # noqa: S608 - a constant
    found: dict[int, Kept] = {}
    for [item] in connection.execute(_ITEMS, (entry,)).fetchall():
        values = {"parties": json.dumps(sorted(parties)), "item": item, "first": first[0]}
        if connection.execute(_IS_LESSENED, values).fetchone() is None:
            continue
        left = kept(_moved(connection, parties, item))
        found |= {position: line for (of, position), line in left.items() if of == entry and line.back}
    return found


def gave_all_back(connection: sqlite3.Connection, entry: int) -> int | None:
    """The last entry by which the donor of gift `entry` got all of it back; None where some of it was kept."""
    left = kept_of(connection, entry)
    [lines] = connection.execute("select count(*) from lines where entry = ?", (entry,)).fetchone()
    if not left or len(left) < lines or not all(line.is_nothing for line in left.values()):
        return None
    return max(back.entry for line in left.values() for back in line.back)


def _moved(connection: sqlite3.Connection, parties: set[int], item: int) -> list[Moved]:
    """All that came of the item from these donors and went back to them, and from whoever gave together with one of them."""
    while True:
        rows = connection.execute(_MOVED, {"parties": json.dumps(sorted(parties)), "item": item}).fetchall()
        moved = [Moved._make((*row[:-1], frozenset(json.loads(row[-1])))) for row in rows]
        together = {party for line in moved for party in line.parties}
        if together <= parties:
            return moved
        parties = parties | together
