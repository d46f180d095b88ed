"""Hold every reference of a book against what it leads to."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.known_as import thing
from donations.services.problem import Problem


def references_lead_somewhere(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every reference leads to something that is there; what has one that doesn't is named as people know it."""
    for table, row, parent, constraint in connection.execute("pragma foreign_key_check").fetchall():
        yield _in_words(connection, table, row, parent, constraint) or Problem(
            "references",
            N_("row {row} of {table} names a row of {parent} that isn't there"),
            {"row": row or "?", "table": table, "parent": parent},
        )


def _in_words(
    connection: sqlite3.Connection, table: str, row: int | None, parent: str, constraint: int
) -> Problem | None:
    """What lacks what; None of a table that people know nothing of."""
    holder = "entry" if table in _OF_ENTRIES else "party" if table in _OF_PARTIES else None
    if row is None or holder is None or parent not in _MISSING:
        return None
    [column] = [each[3] for each in connection.execute(f"pragma foreign_key_list({table})") if each[0] == constraint]
    query = f"select {holder}, {column} from {table} where rowid = ?"  # noqa: S608 - names from our own schema
    [held_by, lost] = connection.execute(query, (row,)).fetchone()
    if holder == "entry" and parent == "entry":
        return Problem(
            "references", N_("entry {number} is missing, but not all that was kept of it"), {"number": lost}, lost
        )
    if holder == "entry":
        facts: dict[str, object] = {"subject": thing(connection, "entry", held_by), "number": lost}
        return Problem("references", _MISSING[parent], facts, held_by)
    facts = {"subject": thing(connection, "party", held_by), "number": lost}
    return Problem("references", _MISSING[parent], facts)


_OF_ENTRIES = {"line", "entry_party", "entry_note", "import_row", "gift_consent", "handover", "chain"}
_OF_PARTIES = {"party_name", "contact"}
_MISSING = {
    "entry": N_("{subject} needs entry {number}, which is missing"),
    "item": N_("{subject} needs item no. {number} of the register, which is missing"),
    "store": N_("{subject} needs store no. {number} of the register, which is missing"),
    "purpose": N_("{subject} needs purpose no. {number} of the register, which is missing"),
    "party": N_("{subject} needs party no. {number} of the register, which is missing"),
    "party_name": N_("{subject} needs a name of a party, no. {number} of those recorded, which is missing"),
}
