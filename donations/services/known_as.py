"""What stands in the tables of a book, as people know it: whoever, not the row that keeps them."""

import sqlite3

from donations.domain.thing import Thing

_NAMES = {
    "party": "select name from party_name where party = ? and is_main = 1",
    "item": "select name from item where number = ?",
    "store": "select name from store where number = ?",
    "purpose": "select name from purpose where number = ?",
}
_FIRST_WITH = """
select min(entry) from (
  select min(entry) as entry from entry_party where name = :name
  union all select min(entry) from line where recipient = :name)
"""


def thing(connection: sqlite3.Connection, kind: str, number: int) -> Thing:
    """One thing that a register keeps, with its present name; a table read, since a damaged book may lack views."""
    row = connection.execute(_NAMES[kind], (number,)).fetchone() if kind in _NAMES else None
    return Thing(kind, number, row and row[0])


def act_of(connection: sqlite3.Connection, number: int | None) -> dict[str, object]:
    """What an act on the registers was done to, and on which day, as facts of a sentence."""
    query = "select register, subject, substr(changed_at, 1, 10) from register_change where number = ?"
    row = connection.execute(query, (number,)).fetchone()
    if row is None:
        return {"subject": Thing("book", 1), "day": "?"}
    register, subject, day = row
    return {"subject": thing(connection, register, subject), "day": day}


def first_entry_with(connection: sqlite3.Connection, name: int) -> int | None:
    """The first entry that a recorded name of a party stands in; None where it stands in none."""
    [first] = connection.execute(_FIRST_WITH, {"name": name}).fetchone()
    return None if first is None else int(first)
