"""Whether a row came before: into the book, in this import, or in this very file."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from donations.domain.entry import Draft
from donations.importers.table import Record
from donations.services.importing import drafts, short_numbers
from donations.services.importing.numbers import Numbers, without_numbers
from donations.services.importing.plain_identities import cut
from donations.services.importing.unbooked import GonePayments
from donations.store import import_sheets, imports
from donations.store.bulk import plain
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.numbers_met import Met

Recognised = tuple[bytes, int | None]
"""What a row is known by, and the entry it became before; 0 where that can't be said any more, None where it never came."""


class Gone(NamedTuple):
    """A row that is passed over since it went back by its own word, and what its gift may be known by."""

    sheet: str | None
    row: int
    names: tuple[bytes, ...]


class Claims(NamedTuple):
    """What the rows of a file were found to be: how often one came that the book knows, and entries known by their numbers."""

    connection: sqlite3.Connection
    first: int
    """The first entry that the file may have brought itself."""
    seen: Mapping[bytes, int]
    met: set[int]
    gone: list[Gone]
    """What the file says of gifts that went back."""

    def has(self, entry: int, identity: bytes | None) -> bool:
        """Whether a row was found to be that entry, which is known by `identity`."""
        return entry in self.met or (identity is not None and entry in self.claimed(identity))

    def claimed(self, identity: bytes) -> Sequence[int]:
        """The entries known by `identity` that rows were found to be."""
        if (times := self.seen.get(identity, 0)) == 0:
            return ()
        known = [one for one in imports.entries_known_by(self.connection, identity) if one < self.first]
        return known[:times]


class Before:
    """What there was before a row, by its own transaction number where it has one, else by what it says."""

    def __init__(self, bulk: Bulk, gone: GonePayments, numbers: Numbers) -> None:
        self._bulk, self._gone, self._numbers = bulk, gone, numbers
        self._looks_up = imports.has_rows(bulk.connection) or imports.has_notes_with_numbers(bulk.connection)
        self._has_files, self._files = False, list[Claims]()
        self._lotless: dict[int, bool] = {}
        """Of the tables of before whether no row of theirs says a batch or an expiry."""
        self._seen: dict[bytes, int] = {}
        """How often a row that the book knows has come in this file."""
        self._met: set[int] = set()
        """The entries that rows of this file with such numbers were found to be."""
        self.source = 0
        """The table that the rows stand in."""

    # --- where it is

    def begin_file(self, known: Iterable[tuple[str | None, int]]) -> None:
        """A new file; `known`: sheet and row of what was imported of this very file before."""
        self._looks_up |= self._has_files
        if self._looks_up:
            self._bulk.look_up_identities()
        if self._has_files:
            self._bulk.flush()
            self._numbers.forget()
        self._has_files = True
        self._first_of_file = self._bulk.last + 1
        self._seen, self._met = {}, set()
        self._files.append(Claims(self._bulk.connection, self._first_of_file, self._seen, self._met, []))
        self._known: dict[str | None, bytearray] = {}
        for sheet, row in known:
            rows = self._known.setdefault(sheet, bytearray())
            if row // 8 >= len(rows):
                rows.extend(bytes(row // 8 + 1 - len(rows)))
            rows[row // 8] |= 1 << row % 8

    def begin_table(self, source: int, sheet: str | None, title: str) -> None:
        """A new table of the file."""
        self.source, self._sheet, self._title = source, sheet, title
        self._rows_known = self._known.get(sheet, b"")

    def mark(self) -> None:
        """Remember how far it is, to come back to."""
        self._marked = dict(self._seen), set(self._met)

    def go_back(self) -> None:
        """Forget what came since `mark`; the book has already."""
        self._seen, self._met = self._marked
        gone = [one for one in self._files[-1].gone if one.sheet != self._sheet]
        self._files[-1] = Claims(self._bulk.connection, self._first_of_file, self._seen, self._met, gone)

    def hear_gone(self, row: int, names: Callable[[str], tuple[bytes, ...]]) -> None:
        """A row that went back by its own word; `names`: what its gift may be known by, below the words above its table."""
        if self._looks_up:
            self._files[-1].gone.append(Gone(self._sheet, row, names(self._title)))

    def claims(self) -> list[Claims]:
        """Of each file what its rows were found to be."""
        return self._files

    # --- rows by the thousand

    def perhaps(self, rows: Sequence[int], identities: bytes) -> dict[int, int]:
        """The places of those of the rows that may have come before, and how many entries are known by each."""
        if not self._looks_up:
            return {}
        found = plain.known_by(self._bulk.connection, identities, len(rows), self._first_of_file)
        if self._rows_known:
            for place, row in enumerate(rows):
                if self._was_here(row):
                    found.setdefault(place, 0)
        return found

    def known_before(self, many: int, identities: bytes, before: Callable[[], bytes]) -> frozenset[int]:
        """The places of those of `many` rows that the book knows by what alone earlier versions knew them by; `before`
        gives that of all, b"" where it is no other for any.
        """
        said = before() if self._looks_up else b""
        known = plain.known_by(self._bulk.connection, said, many, self._first_of_file) if said else ()
        return frozenset(at for at in known if cut(said, at, at + 1) != cut(identities, at, at + 1))

    def comes_again(self, row: int, identity: bytes, entries: int) -> bool:
        """Whether the row, known by as many entries, came before; said in the order of the rows, once of each."""
        times = self._seen.get(identity, 0)
        if entries:
            self._seen[identity] = times + 1
        return times < entries or self._was_here(row)

    def numbers_met(self, rows: Sequence[int], numbers: Sequence[str], identities: bytes, gists: bytes) -> set[int]:
        """The places of those of the rows whose transaction number came before, here or in the book, and of its twins."""
        if self._gone.has_any:  # which is asked one by one
            return set(range(len(rows)))
        again = self._bulk.numbers.again(cut(identities, 0, len(rows)))
        if not self._looks_up:
            return again
        own = b"".join(map(drafts.own, numbers, cut(gists, 0, len(rows))))
        before = {*self.perhaps(rows, identities), *self.perhaps(rows, own)}
        return again | before | self._numbers.said_elsewhere(numbers)

    def note_numbers(self, identities: Sequence[bytes], gists: Sequence[bytes]) -> None:
        """Remember rows that have become entries by their numbers."""
        self._bulk.numbers.put_each(identities, self.source, gists)

    # --- a row of its own

    def recognised(self, record: Record) -> Recognised:
        """What the row is known by, and the entry that it became in an earlier import."""
        if record.identity is not None:
            return self._by_number(record, record.identity)
        identity = drafts.content(record.drafts, None if record.has_date else self._title)
        if not self._looks_up:
            return identity, None
        entries = self._older(identity)
        times = self._seen.get(identity, 0)
        if entries:
            self._seen[identity] = times + 1
        if times < len(entries):
            return identity, entries[times]
        return self._before_read(record) or (identity, self._by_note_or_place(record))

    def _before_read(self, record: Record) -> Recognised | None:
        """As `recognised`, of a row that was imported before an s told parties apart, or with a batch, an expiry or a number in its note
        before these were read; None where it wasn't.
        """
        connection, without_lots = self._bulk.connection, import_sheets.is_without_lots
        if drafts.are_named_otherwise(record.drafts):
            found = self._known_as(record, record.drafts, lambda _entry: True)
            if found is not None:
                return found
        if (plain := drafts.without_lots(record.drafts)) is not None:
            return self._known_as(record, plain, lambda entry: without_lots(connection, entry, self._lotless))
        plain = without_numbers(record.drafts)
        return None if plain is None else self._known_as(record, plain, lambda _entry: True)

    def _known_as(self, record: Record, plain: tuple[Draft, ...], was_so: Callable[[int], bool]) -> Recognised | None:
        """As `recognised`, of a row that earlier versions may have read as `plain` says; `was_so`: whether an entry may come of such a
        reading.
        """
        identity = drafts.content_before(plain, None if record.has_date else self._title)
        entries = [entry for entry in self._older(identity) if was_so(entry)]
        times = self._seen.get(identity, 0)
        if times >= len(entries):
            return None
        self._seen[identity] = times + 1
        return identity, entries[times]

    def _by_number(self, record: Record, number: str) -> Recognised:
        """As `recognised`, of a row with a transaction number; of several that share one, the others are known by their gists too."""
        identity, now = drafts.digest(number), Met(self.source, drafts.gist(record.drafts))
        own, numbers = drafts.own(number, now.gist), self._bulk.numbers
        before = numbers.of(identity)
        if before is None:
            numbers.put(identity, now)
        elif before.gist == now.gist or (before.source != self.source and not self._is_another(record, identity)):
            return identity, self._became(record, identity)
        elif numbers.of(own) is not None:
            return own, self._became(record, own)
        else:
            numbers.put(own, now)
        if not self._looks_up:
            return identity if before is None else own, None
        return self._of_book(record, number, own, is_first=before is None)

    def _of_book(self, record: Record, number: str, own: bytes, *, is_first: bool) -> Recognised:
        """What the row is to the book; `is_first`: this import has not met its number before."""
        identity = drafts.digest(number)
        plain = drafts.without_lots(record.drafts)
        for one in (own, *([] if plain is None else [drafts.own(number, drafts.gist(plain))])):
            if entries := self._older(one):
                self._met.add(entries[0])
                return one, entries[0]
        known = [*self._older(identity), *self._numbers.elsewhere(record, self._met)]
        if known and (entry := self._in_older_books(record, number)) is not None:
            self._met.add(entry)
            return own, entry
        is_sure = is_first and short_numbers.is_sure(record, number)
        # The row of another lot, or purpose, was that one.
        is_another = (plain is not None or drafts.has_purpose(record.drafts)) and not self._met.isdisjoint(known[:1])
        if known and not is_another and (is_sure or self._says(record, known[0], surely=not is_first)):
            self._met.add(known[0])
            return identity, known[0]
        return identity if is_first and not known else own, self._by_place(record)

    def _in_older_books(self, record: Record, number: str) -> int | None:
        """The entry of a row known by what once told rows of one number apart, unless another row of this file was that one."""
        without_purpose = drafts.own(number, drafts.gist(record.drafts, of_purposes=False))
        found = self._older(drafts.own_before(number, record.drafts)) or self._older(without_purpose)
        return next((entry for entry in found if entry not in self._met), None)

    def _became(self, record: Record, identity: bytes) -> int:
        """The entry that a row of this import with the same number became, where this one says more was given back; else 0."""
        if record.refunded is None:
            return 0
        self._bulk.look_up_identities()
        return next(iter(imports.entries_known_by(self._bulk.connection, identity)), 0)

    def _is_another(self, record: Record, identity: bytes) -> bool:
        """Whether a row of this import with the same short number, in another table, became the entry of another payment."""
        assert record.identity is not None, record
        self._bulk.look_up_identities()
        is_short = short_numbers.is_short(record.identity)
        entries = imports.entries_known_by(self._bulk.connection, identity) if is_short else []
        return bool(entries) and not self._says(record, entries[-1], surely=False)

    def _says(self, record: Record, entry: int, *, surely: bool) -> bool:
        self._bulk.flush()
        return short_numbers.is_of(self._bulk.connection, record, entry, surely=surely)

    def _older(self, identity: bytes) -> list[int]:
        """The entries known by it that this file did not bring."""
        known = imports.entries_known_by(self._bulk.connection, identity)
        return [entry for entry in known if entry < self._first_of_file]

    def _by_note_or_place(self, record: Record) -> int | None:
        """The entry of a payment whose number the note of a row says that has none itself, or what `_by_place` says."""
        found = self._numbers.said_in_note(record, self._met)
        self._met.update(found[:1])
        return found[0] if found else self._by_place(record)

    def _by_place(self, record: Record) -> int | None:
        return 0 if self._looks_up and self._was_here(record.row) else None

    def _was_here(self, row: int) -> bool:
        """Whether that row of this very file was imported before."""
        return row // 8 < len(self._rows_known) and bool(self._rows_known[row // 8] >> row % 8 & 1)
