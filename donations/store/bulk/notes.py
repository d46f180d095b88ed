"""Notes of plain entries, written by the thousand as the entries are."""

import sqlite3
from binascii import hexlify
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice, repeat

from donations.store.bulk.plain import LARGE_NUMBER, cell_of

_MOST_BYTES = 1_000_000
"""How large all notes may become together, where each takes as much room as the longest."""
_COLUMNS = ("number", "note", "salt", "commitment")
_WRITE = f"""
insert into entry_note (entry, note, salt, commitment)
select cast({cell_of("number")} as integer), rtrim(cast({cell_of("note")} as text)), {cell_of("salt")},
  cast({cell_of("commitment")} as text)
from bulk_place as n where n.number < :notes
"""  # noqa: S608 - names of ours
_WRITE_EACH = "insert into entry_note (entry, note, salt, commitment) values (?, ?, ?, ?)"


class Notes:
    """Those that aren't in the book yet, column by column."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._notes: list[bytes] = []
        self._salts: list[bytes] = []
        self._commitments: list[bytes] = []

    def add(self, first: int, notes: Sequence[bytes | None], salts: Iterator[bytes]) -> Iterable[bytes]:
        """Keep the notes of entries from number `first` on, of which some have one; gives what the chain covers of each."""
        told = [note for note in notes if note is not None]
        if not told:
            return repeat(b"null")
        own_salts = list(islice(salts, len(told)))
        commitments = [hexlify(sha256(salt + note).digest()) for salt, note in zip(own_salts, told, strict=True)]
        places = [place for place, note in enumerate(notes) if note is not None]
        covered = [b"null"] * len(notes)
        for place, commitment in zip(places, commitments, strict=True):
            covered[place] = b'"' + commitment + b'"'
        self._numbers += map(first.__add__, places)
        self._notes += told
        self._salts += own_salts
        self._commitments += commitments
        return covered

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring them into the book, where as many places are counted as there are entries."""
        if not self._numbers:
            return
        many, longest = len(self._notes), max(map(len, self._notes))
        if many * longest > _MOST_BYTES or any(map(bytes.endswith, self._notes, repeat(b" "))):
            texts, committed = map(bytes.decode, self._notes), map(bytes.decode, self._commitments)
            connection.executemany(_WRITE_EACH, zip(self._numbers, texts, self._salts, committed, strict=True))
            return
        cells = (
            map(LARGE_NUMBER.__mod__, self._numbers), map(bytes.ljust, self._notes, repeat(longest)), self._salts,
            self._commitments,
        )  # fmt: skip
        said: dict[str, object] = {"notes": many}
        for name, column in zip(_COLUMNS, map(b"".join, cells), strict=True):
            said |= {name: column, f"{name}_width": len(column) // many}
        connection.execute(_WRITE, said)
