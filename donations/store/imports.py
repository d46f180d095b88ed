"""What was imported: which entry came from which row of which paper, and what the headings of papers mean."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from donations.store.changes import Change, note_change
from donations.store.stock import Pile

_LAST = "select coalesce((select max(number) from import), 0), coalesce((select max(number) from import_source), 0)"
_ADD = "insert into import (number, first_entry, last_entry, imported_at) values (?, ?, ?, ?)"
_ADD_SOURCE = (
    "insert into import_source (number, import, file, sha256, sheet, layout, heading_row) values (?, ?, ?, ?, ?, ?, ?)"
)
_KNOWN = "select entry from import_row where identity = ? order by entry"
_DIGITS = 16
_NOTES = f"select entry, note from entry_note where note glob '*{'[0-9]' * _DIGITS}*' order by entry"  # noqa: S608 - digits only
_ROWS_OF_FILE = """
select s.sheet, r.row from import_source as s join import_row as r on r.source = s.number
where s.sha256 = ? and s.import < ? and not exists (select 1 from import_undo where import = s.import)
"""
_TWINS = """
select source, min(row), max(row), count(*) from import_row where entry >= :first and identity is not null and returns is null
group by source, identity having count(*) > 1 order by source, min(row) limit :most
"""
_TWINS_OF_MANY = """
with again as materialized (
  select identity from import_row indexed by import_row_identity
  where identity is not null and entry >= :first group by identity having count(*) > 1)
select r.source, min(r.row), max(r.row), count(*) from again as a
cross join import_row as r indexed by import_row_identity on r.identity = a.identity
where r.identity is not null and r.entry >= :first and r.returns is null
group by r.source, r.identity having count(*) > 1 order by r.source, min(r.row) limit :most
"""
"""The same by the index, in whose order equal ones lie beside each other: quicker where most of the book is new."""
_MOST_NEW = 3
_UNCOUNTED = """
select l.item, l.store, l.purpose, e.date, r.source, r.row from line as l
join import_row as r on r.entry = l.entry join entry as e on e.number = l.entry join flow as f on f.name = l.flow
where l.entry >= ? and f.stock < 0 and l.amount_minor is null and e.reverses is null
  and not exists (select 1 from entry as mirror where mirror.reverses = e.number) order by e.date, l.entry
"""
_LEAVING = """
select r.source, r.row, l.amount_minor from line as l
join import_row as r on r.entry = l.entry join entry as e on e.number = l.entry join flow as f on f.name = l.flow
where l.entry >= :first and l.item in (select number from item where number = :item or merged_into = :item)
  and l.store = :store and l.purpose = :purpose and f.stock < 0 and l.amount_minor > 0 and e.date <= :day
order by e.date desc, l.entry desc
"""
_UNDOABLE = """
select e.number from entry as e
where e.number between ? and ? and +e.reverses is null and not exists (select 1 from entry where reverses = e.number)
order by e.number
"""
IMPORT, UNDO = "import", "undo_import"
"""What the acts are called by which papers come in and are taken back."""

_IMPORT = "select first_entry, last_entry, (select undone_at from import_undo where import = number) from import where number = ?"


@dataclass(frozen=True, slots=True)
class Source:
    """A table of a sheet of a file."""

    file: str
    sha256: str
    sheet: str | None
    layout: str
    heading_row: int


@dataclass(frozen=True, slots=True)
class Import:
    """An import: the numbers of its first and last entry, and when it was undone."""

    number: int
    first: int
    last: int
    undone_at: str | None


def next_numbers(connection: sqlite3.Connection) -> tuple[int, int]:
    """The number that the next import gets, and that of the next source."""
    last, source = connection.execute(_LAST).fetchone()
    return int(last) + 1, int(source) + 1


def has_rows(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever imported."""
    return connection.execute("select 1 from import_row limit 1").fetchone() is not None


def add_source(connection: sqlite3.Connection, number: int, of_import: int, source: Source) -> None:
    """Note a table that rows came from."""
    values = (number, of_import, source.file, source.sha256, source.sheet, source.layout, source.heading_row)
    connection.execute(_ADD_SOURCE, values)


def add(connection: sqlite3.Connection, number: int, first: int, last: int, now: str) -> None:
    """Note the import whose entries are `first` to `last`, and seal it."""
    connection.execute(_ADD, (number, first, last, now))
    note_change(connection, Change("book", 1, IMPORT, after=told(number, first, last)), now)


def told(number: int, first: int, last: int) -> str:
    """What the act says that seals an import."""
    return json.dumps({"import": number, "first": first, "last": last})


def entries_known_by(connection: sqlite3.Connection, identity: bytes) -> list[int]:
    """The entries that rows known by `identity` became; those that give back are none."""
    return [int(row[0]) for row in connection.execute(_KNOWN, (identity,))]


def notes_with_numbers(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """The entries in whose notes a number stands that is as long as those of payments, each with its note."""
    return connection.execute(_NOTES)


def has_notes_with_numbers(connection: sqlite3.Connection) -> bool:
    """Whether there is any such note."""
    return next(notes_with_numbers(connection), None) is not None


def rows_of_file(connection: sqlite3.Connection, sha256: str, before: int) -> Iterator[tuple[str | None, int]]:
    """Sheet and row of all that was imported of this very file, before import `before`."""
    return connection.execute(_ROWS_OF_FILE, (sha256, before))


def twins(connection: sqlite3.Connection, first: int, most: int) -> list[tuple[int, int, int, int]]:
    """Equal rows among entries from `first` on: their source, the first and the last row, and how many they are."""
    [last] = connection.execute("select max(entry) from import_row").fetchone()
    query = _TWINS_OF_MANY if last is not None and (last - first) * _MOST_NEW >= last else _TWINS
    return [tuple(row) for row in connection.execute(query, {"first": first, "most": most})]


def rows_leaving(connection: sqlite3.Connection, first: int, pile: Pile, day: str) -> Iterator[tuple[int, int, int]]:
    """Source, row and amount of what entries from `first` on take from a pile by the end of `day`, the latest first."""
    return connection.execute(_LEAVING, {"first": first, "day": day, **pile._asdict()})


def leaving_uncounted(connection: sqlite3.Connection, first: int) -> sqlite3.Cursor:
    """Item, store, purpose, day, source and row of what entries from `first` on take out in an unknown amount."""
    return connection.execute(_UNCOUNTED, (first,))


# --- taking one back


def find(connection: sqlite3.Connection, number: int) -> Import | None:
    """The import of that number; None where there is none."""
    row = connection.execute(_IMPORT, (number,)).fetchone() if number < 2**63 else None
    return None if row is None else Import(number, *row)


def to_reverse(connection: sqlite3.Connection, done: Import) -> list[int]:
    """The entries of an import that stand yet."""
    return [int(row[0]) for row in connection.execute(_UNDOABLE, (done.first, done.last))]


def undone_entries(connection: sqlite3.Connection) -> frozenset[int]:
    """The entries of all imports that were taken back."""
    query = """
        select entry.number from import join import_undo on import = import.number
        join entry on entry.number between first_entry and last_entry
    """
    return frozenset(number for [number] in connection.execute(query))


def corrected(connection: sqlite3.Connection, done: Import) -> list[tuple[int, int]]:
    """The entries of an import that were corrected since, each with the entry that says it aright."""
    # The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
    query = "select corrects, number from entry where corrects between ? and ? and +reverses is null order by corrects"
    return connection.execute(query, (done.first, done.last)).fetchall()


def reversals_in(connection: sqlite3.Connection, done: Import) -> list[int]:
    """The entries of before that an import took back: undone with it, they would have to stand again."""
    query = "select reverses from entry where number between ? and ? and reverses < ? order by reverses"
    return [int(row[0]) for row in connection.execute(query, (done.first, done.last, done.first))]


def undo(connection: sqlite3.Connection, done: Import, now: str) -> None:
    """Note that an import was taken back: its rows may come again."""
    connection.execute("insert into import_undo (import, undone_at) values (?, ?)", (done.number, now))
    connection.execute("update import_row set identity = null where entry between ? and ?", (done.first, done.last))
    before = told(done.number, done.first, done.last)
    note_change(connection, Change("book", 1, UNDO, before=before), now)


# --- what `check` asks


def every(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every import, as the act says it that sealed it, and when it was done."""
    query = "select imported_at, number, first_entry, last_entry from import order by number"
    return [(told(*row), str(at)) for at, *row in connection.execute(query)]


def undone(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Every import that was taken back, as the act says it that sealed this, and when it was done, sorted."""
    query = "select undone_at, number, first_entry, last_entry from import join import_undo on import = number"
    return sorted((told(*row), str(at)) for at, *row in connection.execute(query))


def acts_of_undoing(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """What the acts say that take imports back, and when they were done, sorted."""
    query = "select before, changed_at from register_change where register = 'book' and subject = 1 and act = ?"
    return sorted((str(said), str(at)) for said, at in connection.execute(query, (UNDO,)))


# --- what headings mean


def columns_of(connection: sqlite3.Connection, headings: str) -> Mapping[str, str] | None:
    """What was said of the columns of a table with these headings; None where nothing was."""
    row = connection.execute("select columns from layout where headings = ?", (headings,)).fetchone()
    return None if row is None else dict(json.loads(row[0]))


def remembered(connection: sqlite3.Connection) -> Mapping[str, Mapping[str, str]]:
    """What was said of the columns of tables, by their headings."""
    return {
        headings: dict(json.loads(columns))
        for headings, columns in connection.execute("select headings, columns from layout")
    }


def remember(connection: sqlite3.Connection, headings: str, columns: Mapping[str, str], now: str) -> None:
    """From now on a table with these headings is read so."""
    connection.execute(
        "insert into layout (headings, columns, remembered_at) values (?, ?, ?) on conflict (headings)"
        " do update set columns = excluded.columns, remembered_at = excluded.remembered_at",
        (headings, json.dumps(dict(columns), ensure_ascii=False), now),
    )


# --- forgetting


def erase(connection: sqlite3.Connection, entries: Iterable[int]) -> None:
    """Erase what the rows of these entries are known by, but for their transaction numbers: nobody can guess a name by it."""
    connection.executemany(
        "update import_row set identity = null where entry = ? and is_numbered = 0 and identity is not null",
        ((entry,) for entry in entries),
    )
