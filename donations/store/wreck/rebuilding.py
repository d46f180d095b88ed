"""Registers and entries that were recovered, written into a new book under their old numbers."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from donations.domain.entry import MISSING, Entry
from donations.store import closings, imports, issues, journal
from donations.store.changes import Change, note_change
from donations.store.evidence import STATES, commitment, is_salt
from donations.store.privacy import FORGET, Erased
from donations.store.wreck.pages import Stored
from donations.store.wreck.shapes import Row, number_of

_ADD = {
    "store": "insert into store (number, name, created_at) values (:number, :name, :created_at)",
    "purpose": "insert into purpose (number, name, created_at) values (:number, :name, :created_at)",
    "party": "insert into party (number, sort, city, county, consent, created_at)"
    " values (:number, :sort, :city, :county, :consent, :created_at)",
    "party_name": "insert into party_name (number, party, name, key, salt, commitment, is_main, created_at)"
    " values (:number, :party, :name, :key, :salt, :commitment, :is_main, :created_at)",
    "item": "insert into item (number, first_name, name, specification, english, unit, decimals, category, is_money, created_at)"
    " values (:number, :first_name, :name, :specification, :english, :unit, :decimals, :category, :is_money, :created_at)",
    "item_name": "insert into item_name (key, item, name) values (:key, :item, :name)",
    "item_pack": "insert into item_pack (item, unit, amount_minor) values (:item, :unit, :amount_minor)",
    "contact": "insert into contact (party, field, value) values (:party, :field, :value)",
    "import": "insert into import (number, first_entry, last_entry, imported_at) values (:number, :first_entry, :last_entry, :imported_at)",
    "import_undo": "insert into import_undo (import, undone_at) values (:import, :undone_at)",
    "import_source": "insert into import_source (number, import, file, sha256, sheet, layout, heading_row)"
    " values (:number, :import, :file, :sha256, :sheet, :layout, :heading_row)",
    "import_row": "insert into import_row (entry, source, row, identity, is_numbered, returns)"
    " values (:entry, :source, :row, :identity, :is_numbered, :returns)",
    "layout": "insert into layout (headings, columns, remembered_at) values (:headings, :columns, :remembered_at)",
    "gift_consent": "insert into gift_consent (entry, consent) values (:entry, :consent)",
}
_COLUMNS = (
    "sort", "city", "county", "consent", "created_at", "name", "key", "salt", "commitment", "specification", "english", "category",
)  # fmt: skip
"""What a row may lack."""


def add_rows(connection: sqlite3.Connection, table: str, rows: Iterable[Mapping[str, Stored]], now: str) -> None:
    """Write recovered rows; what happened at a time that is lost is dated `now`.

    A row that a law of the schema refuses is left out: its bytes were overwritten. Entries that need it are refused then.
    """
    for row in rows:
        values = {**dict.fromkeys(_COLUMNS), **row}
        values["created_at"] = values["created_at"] or now
        with suppress(sqlite3.IntegrityError):
            connection.execute(_ADD[table], values)


def add_names(connection: sqlite3.Connection, names: Iterable[Mapping[str, Stored]], now: str) -> None:
    """Write recovered names of parties; one that is lost gets the text in its `written`, and a commitment of its own."""
    for name in names:
        written = name.get("written")
        if isinstance(written, str):
            salt = os.urandom(16)
            name = {**name, "name": written, "salt": salt, "commitment": commitment(salt, written)}  # noqa: PLW2901
        add_rows(connection, "party_name", [name], now)


def names_in(connection: sqlite3.Connection) -> frozenset[int]:
    """The numbers of the names of parties that are in the new book."""
    return frozenset(int(row[0]) for row in connection.execute("select number from party_name"))


def merge(connection: sqlite3.Connection, table: str, number: int, into: int) -> None:
    """Say again that a party or item is shown as another, where there is such a one."""
    assert table in {"party", "item"}, table
    with suppress(sqlite3.IntegrityError):
        connection.execute(f"update {table} set merged_into = ? where number = ?", (into, number))  # noqa: S608 - one of two words


def set_language(connection: sqlite3.Connection, language: str) -> None:
    """The language of what is printed and published."""
    connection.execute("update book set language = ?", (language,))


def append(connection: sqlite3.Connection, entry: Entry, recorded_at: str) -> bool:
    """Write one entry as it was, under the next number; False where a law of the schema refuses it, and nothing is kept."""
    connection.execute("savepoint entry")
    try:
        journal.append(connection, entry, recorded_at)
    except sqlite3.IntegrityError:
        connection.execute("rollback to entry")
        return False
    finally:
        connection.execute("release entry")
    return True


def append_missing(connection: sqlite3.Connection, day: date, reason: str, now: str) -> None:
    """Keep the next number for an entry that is lost; `reason` is a word of ours that says why."""
    journal.append(connection, Entry(MISSING, day, (), reason=reason), now)


def note_forgotten(connection: sqlite3.Connection, now: str) -> None:
    """Say again of each party whose names were erased that it was forgotten: the acts of the old book are not taken over."""
    query = "select distinct party from party_name where name is null order by party"
    for [party] in connection.execute(query).fetchall():
        note_change(connection, Change("party", party, FORGET, after=Erased().as_text()), now)


def note_source(connection: sqlite3.Connection, source: str, now: str) -> None:
    """Seal what every register says now, and that of the book with where it came from."""
    for register, states in STATES.items():
        for subject, _state in connection.execute(f"{states} order by number").fetchall():
            after = source if register == "book" else None
            note_change(connection, Change(register, subject, "salvaged", after=after), now)


def close_again(connection: sqlite3.Connection, days: Iterable[str], now: str) -> None:
    """Close the months that end on these days, with the figures that are left; digests of lost figures can't be kept."""
    for day in sorted(days):
        with suppress(sqlite3.IntegrityError):
            closings.add(connection, day[:7], day, now)


def import_again(connection: sqlite3.Connection, rows: Iterable[Row], undone: Iterable[Row], now: str) -> None:
    """Note the imports that were done, and taken back, and seal both."""
    told = {}
    for row in rows:
        number, first, last = (number_of(row, column) for column in ("number", "first_entry", "last_entry"))
        told[number] = imports.told(number, first, last)
        add_rows(connection, "import", [row], now)
        note_change(connection, Change("book", 1, imports.IMPORT, after=told[number]), now)
    for row in undone:
        add_rows(connection, "import_undo", [row], now)
        note_change(connection, Change("book", 1, imports.UNDO, before=told[number_of(row, "import")]), now)


def publish_again(connection: sqlite3.Connection, rows: Iterable[Row], now: str) -> None:
    """Keep every issue whose report is whole; of others, and between them, the number with the days it was of."""
    kept = {row["number"]: row for row in rows if isinstance(row["number"], int)}
    begin = date.min
    for number in range(1, max(kept, default=0) + 1):
        issue = _issue(kept[number]) if number in kept else _lost_issue(number, begin, kept, now)
        begin = date.fromisoformat(issue.end_day) + timedelta(days=1)
        with suppress(sqlite3.IntegrityError):
            issues.add(connection, issue, now)


def _issue(row: Row) -> issues.Issue:
    """The issue of a row, without its report where that is not what was published."""
    issue = issues.Issue(*(row[name] for name in issues.COLUMNS))  # type: ignore[arg-type]  # their shape is known
    return issue if issue.is_as_published else replace(issue, report=None, sha256=issues.LOST)


def _lost_issue(number: int, begin: date, kept: Mapping[int, Row], now: str) -> issues.Issue:
    """The issue of that number, of which nothing is left: the days from `begin` on, up to the next one that is `kept`.

    Where several are lost in a row, nobody knows who had which days: each after the first gets one, as it must have some.
    """
    following = min(other for other in kept if other > number)
    before = date.fromisoformat(str(kept[following]["begin_day"])).toordinal() - (following - number)
    end = date.fromordinal(max(before, date.min.toordinal()))
    entries = number_of(kept[following], "entries")
    return issues.Issue(number, begin.isoformat(), end.isoformat(), entries, 0, None, issues.LOST, now)


def notes_of(rows: Iterable[Row]) -> dict[int, tuple[str | None, bool]]:
    """By entry its note, None where it was erased; and whether what is left is what was recorded."""
    found = {}
    for row in rows:
        entry, note, salt = row["entry"], row["note"], row["salt"]
        assert isinstance(entry, int), row
        is_erased = note is None and salt is None
        is_right = (
            is_salt(salt)
            and isinstance(salt, bytes)
            and isinstance(note, str)
            and commitment(salt, note) == row["commitment"]
        )
        found[entry] = (note if is_right and isinstance(note, str) else None, is_erased or is_right)
    return found
