"""What was erased from a book and stands in an older copy of it: who comes back where that copy is restored."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from donations.domain.masking import ANONYMOUS, NAMED
from donations.store import locking, privacy
from donations.store.connecting import connect, is_busy, patiently


@dataclass(frozen=True, slots=True)
class ComingBack:
    """What comes back with a backup though it had been erased since."""

    parties: tuple[int, ...] = ()
    """Parties whose names do."""
    notes: tuple[int, ...] = ()
    """Entries whose note does, and isn't erased with those names again."""
    contact: tuple[int, ...] = ()
    """Parties that were not forgotten, but some of whose contact was erased or replaced."""
    named: tuple[int, ...] = ()
    """Parties that were not forgotten, and of which more may be named by what the backup says than by what was said since."""
    gifts: tuple[int, ...] = ()
    """Entries of whose donors that holds."""

    def __bool__(self) -> bool:
        return any((self.parties, self.notes, self.contact, self.named, self.gifts))


_WITH_CONTACT = 2
"""The step of the schema from which on anything can be erased."""

_PARTIES = """
select distinct coalesce(p.merged_into, p.number) as number from party_name as n join party as p on p.number = n.party
where n.name is not null and n.commitment in (select value from json_each(?)) order by number
"""
_NOTES = """
select entry from entry_note where note is not null and commitment in (select value from json_each(?)) order by entry
"""
_CONTACT_ACTS = """
select c.subject, coalesce(c.before, '') || ',' || coalesce(c.after, ''), c.number, c.changed_at
from register_change as c where c.register = 'party' and c.act = 'contact'
"""
_CONTACT = """
select coalesce(p.merged_into, p.number), c.field, c.value from contact as c join party as p on p.number = c.party
"""


_CONSENT = """
select p.number, head.consent from party as p join party as head on head.number = coalesce(p.merged_into, p.number)
"""
_GIFTS = "select e.number, g.consent from entry as e join gift_consent as g on g.entry = e.number"
_LAST = "select coalesce(max(number), 0) from entry"


def coming_back(present: Path, backup: Path) -> ComingBack | None:
    """What was erased from the book at `present` and stands in `backup`, a copy that is up to date.

    Names and notes are the same where their commitments are. None where nobody can read that. Raises BusyBook.
    """
    try:
        with (
            closing(patiently(present, lambda: connect(present, writing=False))) as now,
            closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as then,
        ):
            now.execute("begin")
            patiently(present, lambda: now.execute("select 1 from sqlite_master").fetchone())
            if now.execute("pragma user_version").fetchone()[0] < _WITH_CONTACT:
                return ComingBack()
            return _compared(now, then)
    except sqlite3.Error as error:
        if is_busy(error):
            raise locking.busy(present) from error
        return None


def _compared(now: sqlite3.Connection, then: sqlite3.Connection) -> ComingBack:
    names = _gone(now, "select commitment from party_name where name is null")
    notes = _gone(now, "select commitment from entry_note where note is null")
    parties = tuple(int(row[0]) for row in then.execute(_PARTIES, (names,)))
    again = {entry for party in parties for entry in _notes_erased_with(then, party)}
    return ComingBack(
        parties,
        tuple(int(row[0]) for row in then.execute(_NOTES, (notes,)) if row[0] not in again),
        tuple(sorted(_contact(now, then) - set(parties))),
        tuple(sorted(_more_public(now, then, _CONSENT) - set(parties))),
        tuple(sorted(_more_public(now, then, _GIFTS))),
    )


def _notes_erased_with(then: sqlite3.Connection, party: int) -> list[int]:
    """Entries of a party whose notes hold a name of its own."""
    family = privacy.family(then, party)
    names = privacy.names_of(then, family)
    notes = privacy.notes_of(then, privacy.entries_of(then, family))
    return [entry for entry, note in notes.items() if privacy.holds(note, names)]


def _gone(now: sqlite3.Connection, query: str) -> str:
    return json.dumps([row[0] for row in now.execute(query)])


def _contact(now: sqlite3.Connection, then: sqlite3.Connection) -> set[int]:
    """Parties of one book some of whose details were erased or replaced since the copy was made."""
    if not _is_same(now, then):
        return set()
    heads = dict(now.execute("select number, coalesce(merged_into, number) from party").fetchall())
    since = set(now.execute(_CONTACT_ACTS)) - set(then.execute(_CONTACT_ACTS))
    changed = {(heads.get(act[0]), detail) for act in since for detail in act[1].split(",") if detail}
    kept = {(field, value) for _party, field, value in now.execute(_CONTACT)}
    return {
        party
        for party, field, value in then.execute(_CONTACT)
        if (heads.get(party), field) in changed and (field, value) not in kept
    }


def _more_public(now: sqlite3.Connection, then: sqlite3.Connection, consents: str) -> set[int]:
    """Whose consent to be named was withdrawn since, or who asked since not to be named: parties, or gifts that both have."""
    if not _is_same(now, then):
        return set()
    said, said_then = dict(now.execute(consents)), dict(then.execute(consents))
    both = set(said_then) if consents == _CONSENT else set(range(1, then.execute(_LAST).fetchone()[0] + 1))
    return {
        number
        for number in both & (said.keys() | said_then.keys())
        if said.get(number) != said_then.get(number)
        and (said.get(number) == ANONYMOUS or said_then.get(number) == NAMED)
    }


def _is_same(now: sqlite3.Connection, then: sqlite3.Connection) -> bool:
    ours, theirs = (each.execute("select identity from book").fetchone() for each in (now, then))
    return bool(ours == theirs)
