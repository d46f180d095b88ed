"""Request ids: the same act said twice under one id is done once."""

import sqlite3

from donations import errors
from donations.domain.entry import RUN_REQUEST, Entry, Recorded, Role
from donations.store import journal, parties


def recorded_before(connection: sqlite3.Connection, entry: Entry, *, told: bool) -> Recorded | None:
    """The entry already recorded under the same request id; raises RequestReused where that one says something else.

    `told`: whether the city was told, or followed from the parties, which may have been renamed or moved since.
    """
    number = journal.with_request(connection, entry.request) if entry.request else None
    if number is None:
        return None
    earlier = journal.read(connection, number)
    if entry.request and entry.request.startswith(RUN_REQUEST):
        return Recorded(number, earlier, journal.digest_of(connection, number))
    entry = _with_givers(connection, _with_worth_found(entry, earlier), earlier)
    if _as_said(connection, earlier) != _as_said(connection, entry) or (told and earlier.city != entry.city):
        raise errors.RequestReused(request=entry.request, number=number)
    return Recorded(number, earlier, journal.digest_of(connection, number))


def _with_worth_found(entry: Entry, earlier: Entry) -> Entry:
    """What goes back with the worth that was found for it the first time, where nobody stated one."""
    if entry.type != "return" or len(entry.lines) != len(earlier.lines):
        return entry
    lines = tuple(
        new._replace(worth=old.worth) if new.worth is None and new.written == old.written else new
        for new, old in zip(entry.lines, earlier.lines, strict=True)
    )
    return entry._replace(lines=lines)


def _with_givers(connection: sqlite3.Connection, entry: Entry, earlier: Entry) -> Entry:
    """What goes back to a donor, with all to whom it went the first time: who they are follows from gifts that may have changed since."""
    donors, before = (
        {parties.number_of(connection, name) for name in each.parties.get(Role.DONOR, ())} for each in (entry, earlier)
    )
    if entry.type != "return" or donors.isdisjoint(before):
        return entry
    return entry._replace(parties={**entry.parties, Role.DONOR: earlier.parties[Role.DONOR]})


def recorded_by_run(connection: sqlite3.Connection, request: str | None) -> Recorded | None:
    """The entry that the same line of a file of commands has recorded before: asked before any name is looked up.

    A name that was erased since must not come back because a file is run again.
    """
    if request is None or not request.startswith(RUN_REQUEST):
        return None
    number = journal.with_request(connection, request)
    return (
        None
        if number is None
        else Recorded(number, journal.read(connection, number), journal.digest_of(connection, number))
    )


def _as_said(connection: sqlite3.Connection, entry: Entry) -> tuple[object, ...]:
    """What a person said; what follows from it (a count's difference, a party's present name) may have changed since."""
    named = {
        role: sorted(parties.number_of(connection, name) for name in names)
        for role, names in entry.parties.items()
        if names
    }
    goods = [(line.written, line.store, line.purpose, line.worth) for line in entry.lines if line.written]
    paid = sorted((line.flow, line.store, line.purpose) for line in entry.lines if not line.written)
    return entry.type, entry.date, entry.reason, entry.note, entry.reverses, entry.corrects, named, goods, paid
