"""What is gone from a book held against the acts by which `forget` erases: one taken away with another program is none of these."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from donations.domain import text
from donations.i18n import N_
from donations.services.known_as import act_of, first_entry_with, thing
from donations.services.problem import Problem
from donations.store.privacy import FORGET

_ACTS = "select number, subject, after, state from register_change where register = 'party' and act = ? order by number"
_STANDS_IN = """
select 1 from chain as e join chain as c on c.change = :act and c.number > e.number
where e.entry = :entry and (
  exists (select 1 from entry_party as p join party_name as n on n.number = p.name where p.entry = e.entry and n.party = :party)
  or exists (select 1 from line as l join party_name as n on n.number = l.recipient where l.entry = e.entry and n.party = :party))
"""
_FOUND_INSTEAD = """
select 1 from party as p, party_name as k join party as q on q.number = k.party
where p.number = :party and k.key in (:key, :exact) and (
  coalesce(q.merged_into, q.number) = coalesce(p.merged_into, p.number)
  or exists (select 1 from register_change where register = 'party' and subject = :party and act = 'salvaged'))
"""
"""Which name took the key over; in a book that was salvaged, the merge that led to it may be lost."""


@dataclass
class _Forgotten:
    """What the acts of forgetting say that they erased."""

    names: set[object] = field(default_factory=set)
    notes: set[object] = field(default_factory=set)
    reasons: set[object] = field(default_factory=set)
    unsaid: list[tuple[int, int]] = field(default_factory=list)
    """Acts, with their parties, of a version that didn't keep whose notes and reasons it erased."""


def what_is_gone_was_erased(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every name, note and reason that is gone was erased by an act of forgetting, whole; every other name is found."""
    forgotten = _forgotten(connection)
    yield from _names(connection, forgotten)
    yield from _notes(connection, forgotten)
    yield from _reasons(connection, forgotten)


def _forgotten(connection: sqlite3.Connection) -> _Forgotten:
    found = _Forgotten()
    for number, party, after, state in connection.execute(_ACTS, (FORGET,)):
        match _read(state):
            case [_, _, _, _, _, _, list(names)]:
                found.names |= {name[0] for name in names if isinstance(name, list) and name}
        match _read(after):
            case {"notes": list(notes), "reasons": list(reasons)}:
                found.notes |= set(map(str, notes))
                found.reasons |= set(map(str, reasons))
            case None:
                found.unsaid.append((number, party))
    return found


def _read(written: str | None) -> object:
    """What an act keeps as JSON; an empty text where it is none, which the chain knows of too."""
    try:
        return None if written is None else json.loads(written)
    except ValueError:
        return ""


def _names(connection: sqlite3.Connection, forgotten: _Forgotten) -> Iterator[Problem]:
    query = "select number, party, name, key, salt from party_name where name is null or key is null order by number"
    for number, party, name, key, salt in connection.execute(query):
        facts: dict[str, object] = {"party": thing(connection, "party", party)}
        if name is None and number not in forgotten.names:
            yield Problem("erased", _GONE["name"], facts, since=first_entry_with(connection, number))
        elif name is None and (key is not None or salt is not None):
            yield Problem("erased", _HALF["name"], facts)
        elif name is not None:
            looked_up = {"party": party, "key": text.party_key(name), "exact": text.exact_key(name)}
            if connection.execute(_FOUND_INSTEAD, looked_up).fetchone() is None:
                yield Problem("erased", _NOT_FOUND, facts)


def _notes(connection: sqlite3.Connection, forgotten: _Forgotten) -> Iterator[Problem]:
    query = "select n.entry, n.salt, e.date from entry_note as n left join entry as e on e.number = n.entry where n.note is null order by n.entry"
    for entry, salt, day in connection.execute(query):
        is_said = str(entry) in forgotten.notes or any(
            connection.execute(_STANDS_IN, {"act": act, "entry": entry, "party": party}).fetchone()
            for act, party in forgotten.unsaid
        )
        if not is_said or salt is not None:
            sentence = (_HALF if is_said else _GONE)["note"]
            yield Problem("erased", sentence, {"number": entry}, entry, day, since=None if is_said else entry)


def _reasons(connection: sqlite3.Connection, forgotten: _Forgotten) -> Iterator[Problem]:
    query = "select number, salt from register_change where reason is null and (commitment is not null or salt is not null) order by number"
    for number, salt in connection.execute(query):
        is_said = str(number) in forgotten.reasons or any(act > number for act, _party in forgotten.unsaid)
        if not is_said or salt is not None:
            yield Problem("erased", (_HALF if is_said else _GONE)["reason"], act_of(connection, number))


_GONE = {
    "name": N_("a name of {party} is gone, and no `forget` erased it: it was taken away from outside"),
    "note": N_("the note of entry {number} is gone, and no `forget` erased it: it was taken away from outside"),
    "reason": N_(
        "the reason of what was done to {subject} on {day} is gone, and no `forget` erased it: it was taken away from outside"
    ),
}
_HALF = {
    "name": N_("a name of {party} was erased, but not what finds or proves it: this was changed from outside"),
    "note": N_("the note of entry {number} was erased, but not what proves it: this was changed from outside"),
    "reason": N_(
        "the reason of what was done to {subject} on {day} was erased, but not what proves it: this was changed from outside"
    ),
}
_NOT_FOUND = N_(
    "a name of {party} finds nobody any more, and no other name took its place: this was changed from outside"
)
