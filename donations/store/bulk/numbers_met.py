"""The transaction numbers that an import has met, and the gists of their rows: the last in memory, the others in a temporary table."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

IN_MEMORY = 8192
"""How many of the last are kept in memory, where most that come again are found."""

_SIGNS = 1 << 24
"""How many signs, in 2 MB, tell which numbers the table can't have: with a million in it, all others but one in seventy."""
_TABLE = "create temp table number_met (identity blob primary key, source integer, gist blob) without rowid"
_FIND = "select source, gist from temp.number_met where identity = ?"
_PUT = "insert or replace into temp.number_met (identity, source, gist) values (?, ?, ?)"


class Met(NamedTuple):
    """The table whose row had the number, and the gist of that row, which tells it from another that has the same."""

    source: int
    gist: bytes


class NumbersMet:
    """Numbers by what they are known by: digests, of any width above 5 bytes, whose bytes are as good as random."""

    def __init__(self, settled: Callable[[], sqlite3.Connection]) -> None:
        """`settled` gives the connection of the import, when all that was passed on is in the book."""
        self._settled = settled
        self._last: dict[bytes, Met] = {}
        self._signs: bytearray | None = None
        settled().execute(_TABLE)

    def of(self, identity: bytes) -> Met | None:
        """What was met under that number; None where nothing was."""
        found = self._last.get(identity)
        if found is None and self._may_have(identity):
            row = self._settled().execute(_FIND, (identity,)).fetchone()
            return None if row is None else Met(*row)
        return found

    def again(self, identities: Sequence[bytes]) -> set[int]:
        """The places of those that were met, or stand among them before."""
        first = dict(zip(reversed(identities), range(len(identities) - 1, -1, -1), strict=True))
        met = self._last.keys() & first.keys()
        if self._signs is not None:
            met |= {each for each in filter(self._may_have, first) if self.of(each) is not None}
        if not met and len(first) == len(identities):
            return set()
        return {place for place, each in enumerate(identities) if each in met or first[each] != place}

    def put(self, identity: bytes, met: Met) -> None:
        """Remember what was met under that number, instead of anything before."""
        self._last[identity] = met
        if len(self._last) >= IN_MEMORY:
            self.settle()

    def put_each(self, identities: Iterable[bytes], source: int, gists: Iterable[bytes]) -> None:
        """As `put`, of all rows of the table numbered `source`."""
        self._last.update(zip(identities, (Met(source, each) for each in gists), strict=True))
        if len(self._last) >= IN_MEMORY:
            self.settle()

    def settle(self) -> None:
        """Put all of them into the table, so that savepoints hold them too; in its order, which costs a part of any other."""
        if not self._last:
            return
        if self._signs is None:
            self._signs = bytearray(_SIGNS >> 3)
        for identity in self._last:
            for sign in _signs_of(identity):
                self._signs[sign >> 3] |= 1 << (sign & 7)
        rows = sorted((identity, *met) for identity, met in self._last.items())
        self._settled().executemany(_PUT, rows)
        self._last.clear()

    def go_back(self) -> None:
        """The connection went back to when they were settled; signs of what is gone do no harm."""
        self._last.clear()

    def end(self) -> None:
        """None is asked for any more."""
        self._settled().execute("drop table temp.number_met")

    def _may_have(self, identity: bytes) -> bool:
        """Whether the table may have the number."""
        signs = self._signs
        return signs is not None and all(signs[sign >> 3] >> (sign & 7) & 1 for sign in _signs_of(identity))


def _signs_of(identity: bytes) -> tuple[int, int]:
    return int.from_bytes(identity[:3]), int.from_bytes(identity[3:6])
