"""What was kept of gifts, where their donors were given something back."""

import json
import sqlite3
from collections.abc import Iterable

from donations.domain.kept import Kept, Moved, kept
from donations.store.given import GIVEN_ON
from donations.store.parties import recorded_names
from donations.store.refund_of import GIFT_SAID

_OF_GIFT = """
select distinct l.item, (select json_group_array(distinct party) from party_entries where entry = :entry and role = 'donor')
from lines as l where l.entry = :entry and l.flow in ('received', 'relayed')
"""
_IS_LESSENED = """
select 1 from entry_party as ep
cross join entry as e on e.number = ep.entry and e.type = 'return' and e.reverses is null
cross join line as l on l.entry = ep.entry and l.flow = 'refunded'
where ep.name in (select value from json_each(:names)) and ep.role = 'donor'
  and l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
limit 1
"""
_BEGAN_WITH = """
(with recursive back (number) as (
  select {e}
  union all
  select c.parent from back as b join entry_links as c on c.number = b.number and c.reverses is null
  where c.parent < c.number)
select min(number) from back)
"""
_OF = f"coalesce({GIFT_SAID.format(e='e')}, (select returns from import_row where entry = {_BEGAN_WITH.format(e='e.number')}))"  # noqa: S608 - constants
_MOVED = f"""
select e.number, l.position, {_BEGAN_WITH.format(e="e.number")}, {GIVEN_ON.format(e="e")}, l.flow, l.amount_minor, l.certainty, l.value_minor, l.value_certainty,
  iif(l.flow = 'refunded', {_BEGAN_WITH.format(e=_OF)}, null), l.purpose,
  (select json_group_array(distinct party) from party_entries where entry = e.number and role = 'donor')
from entries_dated as e join lines as l on l.entry = e.number
where e.number in (select entry from entry_party where role = 'donor' and name in (select value from json_each(:names)))
  and e.is_standing and l.item = :item and l.flow in ('received', 'relayed', 'refunded')
"""  # noqa: S608 - every part is a constant of this file

_REFUNDED_ITEMS = """
select distinct l.item from entry_party as ep
cross join entry as e on e.number = ep.entry and e.type = 'return' and e.reverses is null
cross join lines as l on l.entry = ep.entry and l.flow = 'refunded'
where ep.name in (select value from json_each(:names)) and ep.role = 'donor'
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
"""
_LATEST = """
select l.value_minor is not null from entry_party as ep
cross join line as l on l.entry = ep.entry and l.flow in ('relayed', iif(:role = 'donor', 'received', 'distributed'))
cross join entry as e on e.number = ep.entry and e.reverses is null
where ep.name = :name and ep.role = :role
  and l.item in (select number from item where number = :item or merged_into = :item)
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
order by ep.entry desc limit :most
"""
_HANDED = f"""
select e.number, l.position, {_BEGAN_WITH.format(e="e.number")}, {GIVEN_ON.format(e="e")},
  iif(l.flow = 'returned', 'refunded', 'received'), l.amount_minor, l.certainty, l.value_minor, l.value_certainty, null, l.purpose,
  iif(
    l.recipient is null,
    (select json_group_array(distinct party) from party_entries where entry = e.number and role = 'recipient'),
    (select json_array(party) from name_now where name_number = l.recipient))
from entries_dated as e join line as l on l.entry = e.number
where e.number in (select entry from entry_party where role = 'recipient' and name in (select value from json_each(:names)))
  and e.is_standing and l.flow in ('distributed', 'relayed', 'returned')
  and l.item in (select number from item where number = :item or merged_into = :item)
  and (l.recipient is null or l.recipient in (select value from json_each(:names)))
"""  # noqa: S608 - every part is a constant of this file


def latest_are_valued(
    connection: sqlite3.Connection, role: str, parties: Iterable[int], item: int, most: int
) -> list[bool]:
    """Of each of the latest lines by which the item came from donors, or went to recipients, whether it has a value: `most` a name."""
    values = {"role": role, "item": item, "most": most}
    names = recorded_names(connection, sorted(parties))
    return [bool(row[0]) for name in names for row in connection.execute(_LATEST, {**values, "name": name})]


def came_and_went_back(connection: sqlite3.Connection, role: str, parties: frozenset[int], item: int) -> list[Moved]:
    """All that came of the item from donors and went back to them, or went to recipients and came back.

    With whoever gave (or received) together with one of them; what recipients got stands as what was received, what came back
    from them as refunded.
    """
    if role == "donor":
        return _moved(connection, item, parties)
    rows = connection.execute(_HANDED, {"names": _names(connection, parties), "item": item}).fetchall()
    return [Moved._make((*row[:-1], frozenset(json.loads(row[-1])))) for row in rows]


def taken_off(connection: sqlite3.Connection, donors: frozenset[int]) -> dict[int, frozenset[int]]:
    """Of each entry that gave something back to these donors, the gifts that it is taken off."""
    found: dict[int, frozenset[int]] = {}
    values = {"names": _names(connection, donors)}
    for [item] in connection.execute(_REFUNDED_ITEMS, values).fetchall():
        for (gift, _position), left in kept(_moved(connection, int(item), donors)).items():
            for back in left.back:
                found[back.entry] = found.get(back.entry, frozenset()) | {gift}
    return found


def kept_of(connection: sqlite3.Connection, gifts: Iterable[int]) -> dict[tuple[int, int], Kept]:
    """What was kept of the lines of `gifts`, by entry and position: only lines of which something went back to the donor.

    Gifts of the same item from the same donors are looked at once, however many they are.
    """
    walked: dict[tuple[int, frozenset[int]], dict[int, dict[tuple[int, int], Kept]]] = {}
    found: dict[tuple[int, int], Kept] = {}
    for gift in gifts:
        for item, donors in connection.execute(_OF_GIFT, {"entry": gift}).fetchall():
            key = int(item), frozenset(json.loads(donors))
            if key not in walked:
                walked[key] = _lessened(connection, *key)
            found |= walked[key].get(gift, {})
    return found


def given_back_whole(connection: sqlite3.Connection, gifts: Iterable[int]) -> dict[int, int]:
    """Those of `gifts` of which nothing was kept, each with the last entry by which its donor got something of it back."""
    lessened: dict[int, list[Kept]] = {}
    for (gift, _position), left in kept_of(connection, gifts).items():
        lessened.setdefault(gift, []).append(left)
    whole = {}
    for gift, lines in lessened.items():
        [count] = connection.execute("select count(*) from line where entry = ?", (gift,)).fetchone()
        if len(lines) == count and all(left.is_nothing for left in lines):
            whole[gift] = max(back.entry for left in lines for back in left.back)
    return whole


def _lessened(
    connection: sqlite3.Connection, item: int, donors: frozenset[int]
) -> dict[int, dict[tuple[int, int], Kept]]:
    """By gift, then by entry and position, what is left of the item where something of it went back to these donors."""
    values = {"names": _names(connection, donors), "item": item}
    if connection.execute(_IS_LESSENED, values).fetchone() is None:
        return {}
    found: dict[int, dict[tuple[int, int], Kept]] = {}
    for (gift, position), left in kept(_moved(connection, item, donors)).items():
        if left.back:
            found.setdefault(gift, {})[gift, position] = left
    return found


def _moved(connection: sqlite3.Connection, item: int, donors: frozenset[int]) -> list[Moved]:
    """All that came of the item from these donors and went back to them, and from whoever gave together with one of them."""
    while True:
        rows = connection.execute(_MOVED, {"names": _names(connection, donors), "item": item}).fetchall()
        moved = [Moved._make((*row[:-1], frozenset(json.loads(row[-1])))) for row in rows]
        together = donors.union(*(line.parties for line in moved))
        if together == donors:
            return moved
        donors = together


def _names(connection: sqlite3.Connection, parties: Iterable[int]) -> str:
    """The recorded names of the parties, and of whoever was merged into one of them."""
    return json.dumps(recorded_names(connection, sorted(parties)))
