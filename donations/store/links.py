"""The chain of a book, link by link: what a digest seals, and how far two chains agree."""

import sqlite3
from dataclasses import dataclass

_OF_VERSION = {
    1: ("chain", "entry"),
    2: ("chain", "number"),
    3: ("chain", "number"),
}
"""Where a book of each schema version has its links, and what numbers them: in the first, each sealed an entry."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of the book behind `connection`, of any schema version."""

    connection: sqlite3.Connection
    version: int

    def length(self) -> int:
        """How many links it has."""
        table, number = _OF_VERSION[self.version]
        [length] = self.connection.execute(f"select coalesce(max({number}), 0) from {table}").fetchone()  # noqa: S608
        return int(length)

    def digest(self, link: int) -> str | None:
        """The digest of one link; of none before the first, the identity that the chain begins with."""
        table, number = _OF_VERSION[self.version]
        query = "select identity from book" if link == 0 else f"select digest from {table} where {number} = {link:d}"  # noqa: S608
        row = self.connection.execute(query).fetchone()
        return None if row is None else str(row[0])

    def entries(self, link: int) -> int:
        """How many entries are sealed by that link and those before it."""
        table, number = _OF_VERSION[self.version]
        query = f"select coalesce(max(entry), 0) from {table} where {number} <= ?"  # noqa: S608
        return int(self.connection.execute(query, (link,)).fetchone()[0])

    def sealed_with(self, digest: str) -> int | None:
        """The link whose digest begins so; None where there is none."""
        table, number = _OF_VERSION[self.version]
        query = f"select {number} from {table} where substr(digest, 1, ?) = ? order by {number} limit 1"  # noqa: S608
        row = self.connection.execute(query, (len(digest), digest)).fetchone()
        return None if row is None else int(row[0])


def agreeing(one: Chain, other: Chain) -> int:
    """The last link that both have in common; each digest seals all before it, so halving finds it. -1: not one book."""
    if one.digest(0) != other.digest(0):
        return -1
    low, high = 0, min(one.length(), other.length())
    while low < high:
        middle = (low + high + 1) // 2
        if one.digest(middle) == other.digest(middle):
            low = middle
        else:
            high = middle - 1
    return low
