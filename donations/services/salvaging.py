"""Make a sound book of what is left of a damaged one: every whole entry under its old number, every lost number kept."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from donations import errors
from donations.services.salvaged_entries import entries_of, highest_seen, is_end_known
from donations.services.salvaged_registers import Registers, registers_of
from donations.services.salvaged_states import Found, State, Why
from donations.store import papers_again, rebuilding, wreck
from donations.store.making import create_book
from donations.store.shapes import number_of
from donations.store.wreck import Wreck


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of every entry of the damaged book; the new one is on disk."""

    found: Sequence[Found]
    names_lost: int
    is_end_known: bool
    """Whether the old book is known to have had no more entries."""
    had_journal: bool

    def counts(self) -> Counter[State]:
        """How many entries are in each state."""
        return Counter(said.state for said in self.found)

    @property
    def lost(self) -> list[int]:
        """The numbers that are in the new book without what they said."""
        return [said.number for said in self.found if said.entry is None]


def salvage(damaged: Path, target: Path, now: str, entries: int | None = None) -> Salvaged:
    """Make a new book at `target` of what is left of `damaged`, which is only read; `now`: ISO timestamp in UTC.

    `entries`: how many the old book had, where somebody knows it. Raises NoBook, CannotRead, NothingLeft, BookExists,
    CannotWrite; then there is no new book.
    """
    if target.exists():
        raise errors.BookExists(path=target)
    left = wreck.read(damaged)
    registers = registers_of(left)
    found = entries_of(left, registers, entries or 0)
    if not found and registers.book is None:
        raise errors.NothingLeft(path=damaged)
    is_known = is_end_known(left, highest_seen(left)) if entries is None else True
    name = str(registers.book["name"]) if registers.book is not None else damaged.stem
    source = _source(left, registers, found)
    create_book(target, name, now, lambda connection: _fill(connection, left, registers, found, source, now)).close()
    return Salvaged(found, registers.names_lost, is_known, left.has_journal)


def _source(left: Wreck, registers: Registers, found: Sequence[Found]) -> str:
    """Where the new book comes from: identity, number of entries and last digest of the old one, as far as known."""
    identity = registers.book["identity"] if registers.book is not None else None
    links = left.table("chain")
    digest = links[-1]["digest"] if links else None
    return json.dumps({"identity": identity, "entries": len(found), "digest": digest})


def _fill(
    connection: sqlite3.Connection, left: Wreck, registers: Registers, found: Sequence[Found], source: str, now: str
) -> None:
    _fill_registers(connection, registers, now)
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
    kept = {said.number for said in found if said.entry is not None}
    consents = [row for row in left.table("gift_consent") if row["entry"] in kept]
    rebuilding.add_rows(connection, "gift_consent", consents, now)
    _fill_imports(connection, left, kept, len(found), now)
    rebuilding.close_again(connection, left.table("closing"), now)
    rebuilding.publish_again(connection, left.table("issue"), now)
    papers_again.certify_again(connection, left.table("certificate"), registers.names, now)
    papers_again.void_again(connection, left.table("certificate_void"), left.table("register_change"), now)
    papers_again.file_again(connection, left.table("handover"), kept, now)
    rebuilding.note_forgotten(connection, now)
    rebuilding.note_source(connection, source, now)


def _fill_imports(connection: sqlite3.Connection, left: Wreck, kept: set[int], entries: int, now: str) -> None:
    """What was imported, as far as it is whole: rows whose entry is lost may be imported again."""
    sound = [row for row in left.table("import") if number_of(row, "last_entry") <= entries]
    wanted = [row["number"] for row in sorted(sound, key=lambda row: number_of(row, "number"))]
    numbers = set(wanted[: next((at for at, number in enumerate(wanted, 1) if number != at), len(wanted) + 1) - 1])
    sources = [row for row in left.table("import_source") if row["import"] in numbers]
    rows = [row for row in left.table("import_row") if row["entry"] in kept and row["returns"] in {None, *kept}]
    known = {row["number"] for row in sources}
    rebuilding.add_rows(connection, "import", [row for row in sound if row["number"] in numbers], now)
    rebuilding.add_rows(
        connection, "import_undo", [row for row in left.table("import_undo") if row["import"] in numbers], now
    )
    rebuilding.add_rows(connection, "import_source", sources, now)
    rebuilding.add_rows(connection, "import_row", [row for row in rows if row["source"] in known], now)
    rebuilding.add_rows(connection, "layout", left.table("layout"), now)


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
