"""How far a book is: whose it is, its entries and their digests, and how two of them stand to each other."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be said of a book in a line."""

    identity: str
    name: str
    entries: int
    last_date: str | None
    digest: str | None
    """Of all that was done up to now; None in a book of the first schema in which nothing was."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How the book `now` stands to its `backup`. Where both went on by themselves, from which entry on."""

    is_same_book: bool = True
    more: int = 0
    """Entries that only the present book has, where it goes on from the backup."""
    is_ahead: bool = False
    is_behind: bool = False
    differs_from: int | None = None


def standing(connection: sqlite3.Connection) -> Standing:
    """How far a book of any version is. Raises sqlite3.Error."""
    identity, name = connection.execute("select identity, name from book").fetchone() or ("", "")
    entries, last_date = connection.execute("select coalesce(max(number), 0), max(date) from entry").fetchone()
    # rowid is the order of the chain in every version: the number of the link, and in the first one that of the entry
    link = connection.execute("select digest from chain order by rowid desc limit 1").fetchone()
    return Standing(identity, name, entries, last_date, link and link[0])


def difference(now: sqlite3.Connection, backup: sqlite3.Connection) -> Difference:
    """How the present book stands to a backup, by their digests; each covers all that was done before. Raises sqlite3.Error."""
    mine, other = standing(now), standing(backup)
    if mine.identity != other.identity:
        return Difference(is_same_book=False)
    if mine.digest == other.digest:
        return Difference()
    if _has(now, other.digest):
        return Difference(is_ahead=True, more=mine.entries - other.entries)
    if _has(backup, mine.digest):
        return Difference(is_behind=True)
    return Difference(differs_from=_last_in_common(now, backup) + 1)


def _has(connection: sqlite3.Connection, digest: str | None) -> bool:
    return (
        digest is None or connection.execute("select 1 from chain where digest = ?", (digest,)).fetchone() is not None
    )


def _last_in_common(one: sqlite3.Connection, other: sqlite3.Connection) -> int:
    query = "select entry, digest from chain where entry is not null order by entry"
    last = 0
    for mine, theirs in zip(one.execute(query), other.execute(query), strict=False):
        if mine != theirs:
            break
        last = mine[0]
    return last
