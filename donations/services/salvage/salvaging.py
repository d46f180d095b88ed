"""Make a sound book of what is left of a damaged one: every whole entry under its old number, every lost number kept."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from donations import errors
from donations.services import reminding
from donations.services.salvage import again
from donations.services.salvage.acts import acts_of
from donations.services.salvage.altered import say_what_was_altered
from donations.services.salvage.besides import Beside, Besides, Fate, What
from donations.services.salvage.entries import entries_of, highest_seen, is_end_known
from donations.services.salvage.imports import imports_of, unbooked
from donations.services.salvage.lost import say_what_is_lost
from donations.services.salvage.registers import Registers, registers_of
from donations.services.salvage.states import Found, State, Why
from donations.store import appeals, certificates, closings, issues, refund_of
from donations.store.making import create_book
from donations.store.unbooked import say_again
from donations.store.wreck import papers_again, rebuilding, wreck
from donations.store.wreck.shapes import number_of
from donations.store.wreck.wreck import Wreck

_MOST_LOST = 1_000_000
"""For more entries that may be lost no numbers are kept: each takes its room in the new book, and its time."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of every entry of the damaged book; the new one is on disk."""

    found: Sequence[Found]
    names_lost: int
    is_end_known: bool
    """Whether the old book is known to have had no more entries."""
    had_journal: bool
    besides: Sequence[Beside]
    """What became of all that isn't entries and names."""

    def counts(self) -> Counter[State]:
        """How many entries are in each state."""
        return Counter(said.state for said in self.found)

    @property
    def lost(self) -> list[int]:
        """The numbers that are in the new book without what they said."""
        return [said.number for said in self.found if said.entry is None]

    @property
    def is_all_there(self) -> bool:
        """Whether nothing is lost, and nothing may be; what only can't be proven is there."""
        is_part_lost = any(said.why in (Why.NOTE, Why.PART) for said in self.found)
        return not (self.lost or self.names_lost or self.lost_besides or is_part_lost)

    @property
    def lost_besides(self) -> list[Beside]:
        """What else is lost or changed, or maybe lost."""
        return [said for said in self.besides if said.fate is not Fate.BACK]


def salvage(damaged: Path, target: Path, now: str, entries: int | None = None) -> Salvaged:
    """Make a new book at `target` of what is left of `damaged`, which is only read; `now`: ISO timestamp in UTC.

    `entries`: how many the old book had, where somebody knows it. Raises NoBook, CannotRead, EntriesUnlikely, NothingLeft,
    BookExists, CannotWrite; then there is no new book.
    """
    if target.exists():
        raise errors.BookExists(path=target)
    left = wreck.read(damaged)
    registers = registers_of(left)
    if (entries or 0) > (most := highest_seen(left) + _MOST_LOST):
        raise errors.EntriesUnlikely(count=entries, path=damaged, highest=most - _MOST_LOST, most=most)
    found = entries_of(left, registers, entries or 0)
    if not found and registers.book is None:
        raise errors.NothingLeft(path=damaged)
    is_known = is_end_known(left, highest_seen(left)) if entries is None else True
    name = str(registers.book["name"]) if registers.book is not None else damaged.stem
    making = _Making(registers, found, Besides(left, acts_of(left)), _source(left, registers, found), now)
    create_book(target, name, now, making.fill).close()
    return Salvaged(found, registers.names_lost, is_known, left.has_journal, making.told.in_order)


def _source(left: Wreck, registers: Registers, found: Sequence[Found]) -> str:
    """Where the new book comes from: identity, number of entries and last digest of the old one, as far as known."""
    identity = registers.book["identity"] if registers.book is not None else None
    links = left.table("chain")
    digest = links[-1]["digest"] if links else None
    return json.dumps({"identity": identity, "entries": len(found), "digest": digest})


@dataclass(frozen=True, slots=True)
class _Making:
    """What goes into the new book, and what is said of it."""

    registers: Registers
    found: Sequence[Found]
    told: Besides
    source: str
    now: str

    def fill(self, connection: sqlite3.Connection) -> None:
        """Write all of it, in one transaction of the caller's."""
        say_what_is_lost(self.told, self.registers)
        _fill_registers(connection, self.registers, self.now)
        say_what_was_altered(self.told, connection)
        _fill_entries(connection, self.found, self.now)
        kept = {said.number for said in self.found if said.entry is not None}
        rebuilding.add_rows(connection, "gift_consent", again.consents(self.told, kept), self.now)
        for entry, gift in again.refunds_of(self.told, kept).items():
            refund_of.say_gift(connection, entry, gift, self.now)
        self._imports(connection, kept)
        self._months_and_issues(connection, kept)
        self._papers(connection, kept)
        self._appeals(connection)
        rebuilding.note_forgotten(connection, self.now)
        rebuilding.note_source(connection, self.source, self.now)

    def _imports(self, connection: sqlite3.Connection, kept: set[int]) -> None:
        """What was imported; rows whose entry is lost may be imported again."""
        imported = imports_of(self.told, kept, len(self.found), self.now)
        rebuilding.import_again(connection, imported.imports, imported.undone, self.now)
        rebuilding.add_rows(connection, "import_source", imported.sources, self.now)
        rebuilding.add_rows(connection, "import_row", imported.rows, self.now)
        rebuilding.add_rows(connection, "layout", self.told.wreck.table("layout"), self.now)
        self.told.say_maybe(What.COLUMNS, "layout", is_known=False)
        for act, said in unbooked(self.told):
            say_again(connection, act, said, self.now)

    def _months_and_issues(self, connection: sqlite3.Connection, kept: set[int]) -> None:
        rebuilding.close_again(connection, again.closed_days(self.told), self.now)
        for entry, reason in again.let_in(self.told, kept).items():
            closings.let_in(connection, entry, reason, self.now)
        issued = again.published(self.told)
        rebuilding.publish_again(connection, issued, self.now)
        whole = {issue.number for issue in issues.every(connection) if issue.report is not None}
        highest = max((number_of(row, "number") for row in issued), default=0)
        self.told.say(What.ISSUES, Fate.LOST, set(range(1, highest + 1)) - whole)

    def _papers(self, connection: sqlite3.Connection, kept: set[int]) -> None:
        papers_again.certify_again(connection, again.certified(self.told, rebuilding.names_in(connection)), self.now)
        papers_again.void_again(connection, again.voids(self.told), self.now)
        for entry, sheet in again.filed(self.told, kept).items():
            certificates.say_filed(connection, entry, sheet.note, self.now, filed=True, noted_on=sheet.noted_on)

    def _appeals(self, connection: sqlite3.Connection) -> None:
        """What was said last of appeals and yearly reports; only the acts say it."""
        said = [str(act["after"]) for act, _content in self.told.acts.on_book(appeals.ACT)]
        if said and reminding.can_be_read(said[-1]):
            appeals.say(connection, None, said[-1], self.now)
        self.told.say_maybe(What.APPEALS, "register_change")


def _fill_entries(connection: sqlite3.Connection, found: Sequence[Found], now: str) -> None:
    """Every entry under its number; one that is lost, or that a law of the schema refuses, keeps the number alone."""
    day = next((said.day for said in found if said.day is not None), date.fromisoformat(now[:10]))
    for said in found:
        day = said.day or day
        if said.entry is not None and said.entry.reverses is not None and found[said.entry.reverses - 1].entry is None:
            said.entry, said.state, said.why = None, State.MISSING, Why.ORIGINAL
        if said.entry is not None and not rebuilding.append(connection, said.entry, said.recorded_at or now):
            said.entry, said.state, said.why = None, State.MISSING, Why.REFUSED
        if said.entry is None:
            rebuilding.append_missing(connection, day, said.why or Why.DAMAGED, now)
            said.day = day


def _fill_registers(connection: sqlite3.Connection, registers: Registers, now: str) -> None:
    """Everything that entries point to; merges last, since they may point to what comes later."""
    if registers.book is not None and isinstance(registers.book["language"], str):
        rebuilding.set_language(connection, registers.book["language"])
    for table, named in (("store", registers.stores), ("purpose", registers.purposes)):
        rebuilding.add_rows(connection, table, (row for number, row in named.items() if number != 1), now)
    rebuilding.add_rows(connection, "party", registers.parties.values(), now)
    rebuilding.add_names(connection, registers.names.values(), now)
    rebuilding.add_rows(connection, "item", registers.items.values(), now)
    rebuilding.add_rows(connection, "item_name", registers.item_names.values(), now)
    rebuilding.add_rows(connection, "item_pack", registers.packs.values(), now)
    rebuilding.add_rows(connection, "contact", registers.contacts, now)
    for table, rows in (("party", registers.parties), ("item", registers.items)):
        for number, row in rows.items():
            into = row.get("merged_into")
            if isinstance(into, int):
                rebuilding.merge(connection, table, number, into)
