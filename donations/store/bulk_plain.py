"""Entries with one party and one exact amount each, sealed and written by the thousand."""

import sqlite3
from hashlib import sha256
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

from donations.store import bulk_evidence
from donations.store.bulk_evidence import PartyRow
from donations.store.journal import LineValues

if TYPE_CHECKING:
    from donations.store.bulk import Bulk

BATCH = 1000
"""So many are written at a time; with more the processor's own memory overflows."""

_ENTRY = "insert into entry (number, type, date, city, county, recorded_at) values (?, ?, ?, ?, ?, {now})"
_LINE = (
    "insert into line (entry, position, item, flow, amount_minor, certainty, store, purpose, written)"
    " values (?, 1, ?, ?, ?, 'exact', ?, ?, ?)"
)
_PARTY = "insert into entry_party (entry, role, position, name) values (?, ?, 1, ?)"
_CHAIN = "insert into chain (number, entry, digest) values (?, ?, ?)"
_ROW = "insert into import_row (entry, source, row, identity, is_numbered) values (?, {source}, ?, ?, 0)"


class Head(NamedTuple):
    """What stands at the head of entries of one sort, day and place."""

    covered: str
    type: str
    date: str
    city: str | None
    county: str | None


class Party(NamedTuple):
    """Who stands in entries, with the role, and what the chain covers of it."""

    name: int
    role: str
    covered: str


class Goods(NamedTuple):
    """What the lines of one item have in common; the last are what stands around their amounts, and in their words."""

    item: int
    flow: str
    store: int
    purpose: int
    before: str
    behind: str
    words_before: str
    words_behind: str
    end: str


PlainEntry = tuple[Head, Party, Goods, int, str, str | None, int, bytes]
"""Then the amount, the digits it was written in, the note, the row, and what that is known by."""


class PlainStage:
    """The rows of such entries until they are written."""

    def __init__(self) -> None:
        self.entries: list[tuple[object, ...]] = []
        self.lines: list[tuple[object, ...]] = []
        self.parties: list[tuple[object, ...]] = []
        self.chain: list[tuple[object, ...]] = []
        self.rows: list[tuple[object, ...]] = []

    def hand_over(self, connection: sqlite3.Connection, now: str, source: int | None) -> None:
        """Write them all, and be empty; `now` is quoted as SQL wants it.

        SQLite needn't hold each value against the checks again: days, roles, flows and amounts were made by what the
        checks say the same of.
        """
        if not self.entries:
            return
        connection.execute("pragma ignore_check_constraints=on")
        try:
            connection.executemany(_ENTRY.format(now=now), self.entries)
            connection.executemany(_LINE, self.lines)
            connection.executemany(_PARTY, self.parties)
            connection.executemany(_CHAIN, self.chain)
            connection.executemany(_ROW.format(source=source), self.rows)
        finally:
            connection.execute("pragma ignore_check_constraints=off")
        for rows in (self.entries, self.lines, self.parties, self.chain, self.rows):
            rows.clear()


class PlainWriter:
    """Appends such entries to those that are being appended."""

    def __init__(self, bulk: "Bulk") -> None:
        self._bulk = bulk

    def head(self, sort: str, day: str, place: tuple[str | None, str | None]) -> Head:
        """The head of entries of that sort."""
        covered = self._bulk.covered.head(bulk_evidence.Head(sort, day, *place), self._bulk.moment)
        return Head(covered, sort, day, *place)

    def party(self, party: PartyRow) -> Party:
        """The only party of entries."""
        role, _position, name = party
        return Party(name, role, self._bulk.covered.parties((party,)))

    def goods(self, line: LineValues, words: tuple[str, str]) -> Goods:
        """What has no amount yet; `words`: what is written before and behind its digits."""
        item, flow, _minor, certainty, *_values, store, purpose, _recipient, _batch, _expires, _written = line
        before, behind = self._bulk.covered.kind((item, flow, certainty, store, purpose, False))
        begin, end = (quoted(word)[1:-1] for word in words)
        return Goods(item, flow, store, purpose, f"[[1{before}", f'{behind}"{begin}', *words, f'{end}"]]]')

    def add(self, entries: list[PlainEntry]) -> None:
        """Append the entries in their order."""
        bulk = self._bulk
        stage, number, link, digest = bulk.plain, bulk.last, bulk.link, bulk.digest
        add_entry, add_line, add_party = stage.entries.append, stage.lines.append, stage.parties.append
        add_link, add_row = stage.chain.append, stage.rows.append
        for (covered, sort, day, city, county), (
            name,
            role,
            joint,
        ), goods, minor, digits, note, row, identity in entries:
            number += 1
            link += 1
            item, flow, store, purpose, before, behind, words_before, words_behind, end = goods
            committed = "null" if note is None else bulk.note(number, note)
            said = f"{digest}\n[{number}{covered}{committed},{joint},{before}{minor}{behind}{digits}{end}"
            digest = sha256(said.encode()).hexdigest()
            add_entry((number, sort, day, city, county))
            add_line((number, item, flow, minor, store, purpose, f"{words_before}{digits}{words_behind}"))
            add_party((number, role, name))
            add_link((link, number, digest))
            add_row((number, row, identity))
        bulk.last, bulk.link, bulk.digest = number, link, digest
        if len(stage.entries) >= BATCH:
            bulk.flush()
