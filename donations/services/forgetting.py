"""Forgetting somebody: what goes, what stays, and the act itself."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donations import errors
from donations.domain import text
from donations.domain.masking import BEFORE_ERASED
from donations.services import naming
from donations.store import imports, journal, parties, privacy
from donations.store.book import Book
from donations.store.parties import Party

_NUMBER = re.compile(rf"{BEFORE_ERASED}?([0-9]{{1,18}})号?")
"""A party by its number, as in reports once its name is gone: 3, 3号, （已删除）3号, (erased) no. 3."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Who is to be forgotten, or was, and what goes and what stays with them."""

    party: Party
    names: tuple[str, ...]
    """All that goes: every name the party, and who was merged into it, has or had."""
    entries: tuple[int, ...]
    """Where it stands; these stay."""
    contact: tuple[str, ...]
    """The fields that are kept of it."""
    notes: tuple[int, ...]
    """Entries whose note goes."""
    reasons: tuple[int, ...]
    """Acts on the registers whose reason goes."""
    kept_notes: Mapping[int, str]
    """By entry, the notes of its own entries that stay: none of its names stands in them."""
    other_notes: Mapping[int, str]
    """By entry, the notes that stay in entries it does not stand in, though a name of it stands in them."""
    left_over: Mapping[str, Sequence[int]]
    """Where a name also stands, by the kind of place; of these only notes can be erased."""
    is_by_number: bool
    """Whether the party was not named, but meant by its number."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing goes."""
        return not (self.names or self.contact or self.notes or self.reasons)


def to_forget(book: Book, who: str, *, all_notes: bool, notes: Sequence[int] = ()) -> Forgetting:
    """What `forget` would do. Raises UnknownParty, UnknownEntry."""
    with book.read() as connection:
        party, is_by_number = _meant(connection, who)
        family = privacy.family(connection, party.number)
        names = privacy.names_of(connection, family)
        entries = privacy.entries_of(connection, family)
        own = privacy.notes_of(connection, entries)
        for entry in notes:
            journal.read(connection, entry)
        asked = privacy.notes_of(connection, notes)
        going = sorted({*asked, *(entry for entry, note in own.items() if all_notes or privacy.holds(note, names))})
        left = privacy.left_over(connection, names, family, going)
        return Forgetting(
            party, tuple(names), tuple(entries),
            tuple(sorted({known for known, _value in privacy.contact_of(connection, family)})), tuple(going),
            tuple(privacy.reasons_with(connection, names)),
            {entry: note for entry, note in own.items() if entry not in going},
            privacy.notes_of(connection, left.get("notes", [])), left, is_by_number,
        )  # fmt: skip


def _meant(connection: sqlite3.Connection, who: str) -> tuple[Party, bool]:
    """The party of that name, else (True) the one of that number: its name may be gone. Raises UnknownParty."""
    match = _NUMBER.fullmatch(who.strip())
    if match is not None and parties.find(connection, who) is None:
        numbered = parties.numbered(connection, int(match[1]))
        if numbered is not None:
            return numbered, True
    return naming.known_party(connection, who), False


def _going(found: Forgetting) -> tuple[object, ...]:
    """Whose names go, and what with them."""
    return found.party.number, found.names, found.contact, found.notes, found.reasons


def forget(
    book: Book,
    who: str,
    reason: str | None,
    now: str,
    *,
    all_notes: bool,
    notes: Sequence[int] = (),
    agreed: Forgetting,
) -> Forgetting:
    """Erase all that is personal of a party, and of those merged into it; its entries and amounts stay.

    The notes of the entries `notes` go too, whosever they are; `agreed` is what somebody was shown that goes. The bytes
    are gone from the file on return; where nothing goes nothing is written. Raises UnknownParty, UnknownEntry,
    ReasonNames, ForgetChanged where something else would go by now, NotRewritten (then they are gone from the register,
    and may be left in the file's free space).
    """
    reason = text.note(reason) if reason else None
    with book.write():
        found = to_forget(book, who, all_notes=all_notes, notes=notes)
        if _going(found) != _going(agreed):
            raise errors.ForgetChanged
        if reason and privacy.holds(reason, found.names):
            raise errors.ReasonNames
        if not found.is_empty:
            with book.erase(now) as connection:
                erased = privacy.Erased(found.notes, found.reasons)
                privacy.erase(connection, privacy.family(connection, found.party.number), erased, reason, now)
                imports.erase(connection, (*found.entries, *found.notes))
        return found
