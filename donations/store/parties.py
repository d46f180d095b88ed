"""The register of parties: every name a party has or had, and the one it now goes by."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from donations.domain import text
from donations.domain.place import Place
from donations.store.changes import Change, note_change
from donations.store.evidence import commitment

_BY_KEY = """
select q.number, m.name, m.number, q.sort, q.city, q.county
from party_name as n
join party as p on p.number = n.party
join party as q on q.number = coalesce(p.merged_into, p.number)
join party_name as m on m.party = q.number and m.is_main = 1
where n.key in (:key, :exact) order by n.key = :exact desc limit 1
"""
_WITH_KEY = """
select number, name, party, key from party_name where key in (:key, :exact) order by key = :exact desc limit 1
"""
_BY_NUMBER = """
select q.number, w.name, w.name_number, q.sort, q.city, q.county
from party as p
join party as q on q.number = coalesce(p.merged_into, p.number)
join party_name as m on m.party = q.number and m.is_main = 1
join name_now as w on w.name_number = m.number
where p.number = ?
"""
_RECORDED = """
select n.number from party_name as n where n.party = :party
union all select n.number from party as p join party_name as n on n.party = p.number where p.merged_into = :party
"""
_GOES_BY = """
select 1 from party_name as n join party as p on p.number = n.party
where n.name = :name and :party in (p.number, p.merged_into)
"""
_GIVING_AGAIN = """
select n.name from party_name as n
where n.name glob :hiding
  and exists (select 1 from entry_party where name = n.number and entry between :first and :last and role = 'donor')
  and (
    select count(*) from (
      select 1 from entry_party as p join entry as e on e.number = p.entry
      where p.name = n.number and p.role = 'donor' and e.reverses is null
        and not exists (select 1 from entry as mirror where mirror.reverses = e.number)
      limit 2)) > 1
order by n.number
"""
_ADD_NAME = """
insert into party_name (party, name, key, salt, commitment, is_main, created_at) values (?, ?, ?, ?, ?, ?, ?)
"""


class Party(NamedTuple):
    """A person or organisation as the register has it now; `name_number` is that of the recorded name it now goes by."""

    number: int
    name: str
    name_number: int
    sort: str | None
    city: str | None
    county: str | None


def find(connection: sqlite3.Connection, name: str) -> Party | None:
    """The party that goes or went by `name` (width, case, blanks and punctuation don't count)."""
    row = connection.execute(_BY_KEY, _keys(name)).fetchone()
    return None if row is None else Party(*row)


def written_alike(connection: sqlite3.Connection, name: str) -> str:
    """The recorded name by which `name` finds its party, as it is written there; `name` itself where it finds none."""
    row = connection.execute(_WITH_KEY, _keys(name)).fetchone()
    return name if row is None or row[1] is None else str(row[1])


def goes_by(connection: sqlite3.Connection, party: Party, name: str) -> bool:
    """Whether `name`, just as it is written, is or was a name of the party or of one merged into it."""
    return connection.execute(_GOES_BY, {"party": party.number, "name": name}).fetchone() is not None


def giving_again(connection: sqlite3.Connection, hiding: str, first: int, last: int) -> Iterator[str]:
    """The names matching the pattern `hiding` under which one of these entries was given, and that or another before or after it."""
    facts = {"hiding": hiding, "first": first, "last": last}
    return (str(name) for [name] in connection.execute(_GIVING_AGAIN, facts))


def found_exactly(connection: sqlite3.Connection) -> frozenset[str]:
    """The names that find their party only as they are written: other parties are called so but for blanks or signs."""
    query = "select name from party_name where key >= '=' and key < '>'"
    return frozenset(str(row[0]) for row in connection.execute(query))


def are_there(connection: sqlite3.Connection) -> bool:
    """Whether the book knows anybody."""
    return connection.execute("select 1 from party_name limit 1").fetchone() is not None


def numbered(connection: sqlite3.Connection, number: int) -> Party | None:
    """The party with that number, or the one that it is merged into; its name may be erased."""
    row = connection.execute(_BY_NUMBER, (number,)).fetchone()
    return None if row is None else Party(*row)


def names(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every known name, with the name its party now goes by."""
    return connection.execute(
        "select n.name, w.name from party_name as n join name_now as w on w.name_number = n.number where n.name is not null"
    )


def place_of(connection: sqlite3.Connection, name_number: int) -> tuple[str | None, str | None]:
    """City and county of the party with that recorded name, each None where not known."""
    row = connection.execute(
        "select p.city, p.county from name_now as n join party as p on p.number = n.party where n.name_number = ?",
        (name_number,),
    ).fetchone()
    return (row[0], row[1]) if row else (None, None)


def recorded_names(connection: sqlite3.Connection, parties: Iterable[int]) -> list[int]:
    """The recorded names of each of the parties, and of whoever was merged into one of them."""
    return [row[0] for party in parties for row in connection.execute(_RECORDED, {"party": party})]


def number_of(connection: sqlite3.Connection, name_number: int) -> int:
    """The party that a recorded name now stands for."""
    [number] = connection.execute("select party from name_now where name_number = ?", (name_number,)).fetchone()
    return int(number)


def shown(connection: sqlite3.Connection, name_number: int) -> str:
    """The name that the party with that recorded name now goes by."""
    [name] = connection.execute("select name from name_now where name_number = ?", (name_number,)).fetchone()
    return str(name)


def add(connection: sqlite3.Connection, name: str, place: Place | None, sort: str | None, now: str) -> int:
    """A new party; returns the number of its recorded name."""
    cursor = connection.execute(
        "insert into party (sort, city, county, created_at) values (?, ?, ?, ?)",
        (sort, place and place.city, place and place.county, now),
    )
    party = cursor.lastrowid
    assert party is not None
    number = _add_name(connection, party, name, text.party_key(name), is_main=True, now=now)
    note_change(connection, Change("party", party, "add", after=str(number)), now)
    return number


def add_alias(connection: sqlite3.Connection, party: Party, name: str, now: str) -> None:
    """One more name by which the party is found."""
    number = _add_name(connection, party.number, name, text.party_key(name), is_main=False, now=now)
    note_change(connection, Change("party", party.number, "alias", after=str(number)), now)


def add_former(connection: sqlite3.Connection, party: int, name: str, now: str) -> int:
    """A name that the party had, by which it is found unless another is; gives the number of the recorded name."""
    is_free = connection.execute(_WITH_KEY, _keys(name)).fetchone() is None
    number = _add_name(connection, party, name, text.party_key(name) if is_free else None, is_main=False, now=now)
    note_change(connection, Change("party", party, "alias", after=str(number)), now)
    return number


def rename(connection: sqlite3.Connection, party: Party, name: str, reason: str | None, now: str) -> None:
    """The party goes by `name` from now on; it is still found by the old one. `name` is new, or one of its own."""
    row = connection.execute(_WITH_KEY, _keys(name)).fetchone()
    connection.execute("update party_name set is_main = 0 where number = ?", (party.name_number,))
    if row is not None and row[1] == name and row[2] == party.number:
        number = int(row[0])
        connection.execute("update party_name set is_main = 1 where number = ?", (number,))
    else:
        if row is not None:  # in another spelling, or a merged party's: the new name takes over its key
            connection.execute("update party_name set key = null where number = ?", (row[0],))
        key = text.party_key(name) if row is None else row[3]
        number = _add_name(connection, party.number, name, key, is_main=True, now=now)
    note_change(connection, Change("party", party.number, "rename", str(party.name_number), str(number), reason), now)


def merge(connection: sqlite3.Connection, party: Party, into: Party, reason: str, now: str) -> None:
    """From now on everything of `party` is shown and found as `into`; the journal stays as it is."""
    query = "update party set merged_into = ? where number = ? or merged_into = ? returning number"
    moved = connection.execute(query, (into.number, party.number, party.number)).fetchall()
    for [number] in moved:
        note_change(connection, Change("party", number, "merge", after=str(into.number), reason=reason), now)


def settle(connection: sqlite3.Connection, party: Party, place: Place | None, sort: str | None, now: str) -> None:
    """State where the party is, and whether it is a person or an organisation, as far as given and not so already."""
    if place is not None and (place.city, place.county) != (party.city, party.county):
        connection.execute(
            "update party set city = ?, county = ? where number = ?", (place.city, place.county, party.number)
        )
        note_change(connection, Change("party", party.number, "place", party.city, place.city), now)
    if sort is not None and sort != party.sort:
        connection.execute("update party set sort = ? where number = ?", (sort, party.number))
        note_change(connection, Change("party", party.number, "sort", party.sort, sort), now)


def _keys(name: str) -> dict[str, str]:
    return {"key": text.party_key(name), "exact": text.exact_key(name)}


def _add_name(
    connection: sqlite3.Connection, party: int, name: str, key: str | None, *, is_main: bool, now: str
) -> int:
    salt = os.urandom(16)
    cursor = connection.execute(_ADD_NAME, (party, name, key, salt, commitment(salt, name), int(is_main), now))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def beginning(connection: sqlite3.Connection, begin: str, most: int) -> list[str]:
    """The names that begin so, at most `most`."""
    query = "select name from parties where substr(name, 1, length(:begin)) = :begin order by name limit :most"
    return [str(row[0]) for row in connection.execute(query, {"begin": begin, "most": most})]
