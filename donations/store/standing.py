"""How far a book is: whose it is, its entries and their digests, and how two of them stand to each other."""

import sqlite3
from dataclasses import dataclass

from donations.store.links import Chain, compare
from donations.store.schema_files import SCHEMA_VERSION


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
    """How the present book stands to a backup, each of any version. Raises sqlite3.Error."""
    found = compare(_chain(now), _chain(backup))
    if not found.is_same_book:
        return Difference(is_same_book=False)
    if found.is_fork:
        return Difference(differs_from=found.common + 1)
    return Difference(is_ahead=found.is_ahead, is_behind=found.is_behind, more=found.ours - found.common)


def _chain(connection: sqlite3.Connection) -> Chain:
    [version] = connection.execute("pragma user_version").fetchone()
    return Chain(connection, min(version, SCHEMA_VERSION) or SCHEMA_VERSION)
