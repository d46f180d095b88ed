"""Rows that are passed over since they went back, or are void, by their own word, of gifts that the book has and counts."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace

from donations.domain.imported import FileOutcome, StillBooked
from donations.importers.table import Record
from donations.services.importing import drafts
from donations.services.importing.before import Claims
from donations.store import imports, journal


def names_of(record: Record, title: str) -> tuple[bytes, ...]:
    """What the gift of such a row may be known by: its number, or what it says, maybe without the remark that says so."""
    if record.identity is not None:
        return (drafts.digest(record.identity),)
    words = None if record.has_date else title
    without_note = tuple(replace(draft, note=None) for draft in record.would_be)
    ways = (drafts.content, drafts.content_before)
    return tuple(dict.fromkeys(way(said, words) for way in ways for said in (record.would_be, without_note)))


def still_booked(
    connection: sqlite3.Connection, files: Sequence[FileOutcome], claims: Sequence[Claims]
) -> list[StillBooked]:
    """Those rows whose gift the book had before their file, and no other row of that file is."""
    found: dict[tuple[str, str | None], StillBooked] = {}
    for file, some in zip(files, claims, strict=False):
        booked: dict[bytes, Iterator[int]] = {}
        for sheet, row, names in some.gone:
            standing = (booked.setdefault(name, _standing(connection, some, name)) for name in names)
            entry = next((entry for entries in standing for entry in entries), None)
            if entry is not None:
                one = found.setdefault((file.file, sheet), StillBooked(file.file, sheet, [], []))
                one.rows.append(row)
                one.entries.append(entry)
    return list(found.values())


def _standing(connection: sqlite3.Connection, claims: Claims, name: bytes) -> Iterator[int]:
    """The entries of before that are known by `name`, stand, and that no row of the file was found to be."""
    claimed = {*claims.met, *claims.claimed(name)}
    for entry in imports.entries_known_by(connection, name):
        if entry < claims.first and entry not in claimed:
            standing = journal.standing(connection, entry)
            if standing is not None:
                yield standing
