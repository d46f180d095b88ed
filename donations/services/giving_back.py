"""Nothing goes back to a donor that never came from them, nor comes back from a recipient that never went to them."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from donations import errors
from donations.domain.amount import Item
from donations.domain.entry import Entry, Flow, Recorded, Role, Unmatched
from donations.services.amounts import shown
from donations.store import giving_back, items, journal, parties
from donations.store.giving_back import ONE_AT_LEAST
from donations.store.moved_back import Back

ROLES = {Flow.REFUNDED: Role.DONOR, Flow.RETURNED: Role.RECIPIENT}
"""Who stands at the other end of what goes back: to whom it is refunded, or who returns it."""
_CAME = {Role.DONOR: (Flow.RECEIVED, Flow.RELAYED), Role.RECIPIENT: (Flow.DISTRIBUTED, Flow.RELAYED)}


class Gone(NamedTuple):
    """Goods that go back, by an entry: between whom, of which item, how many smallest units in all."""

    back: Back
    item: Item
    minor: int


def enforce(connection: sqlite3.Connection, recorded: Recorded) -> None:
    """Hold what was just appended against what had come by its day, and by later days on which more goes back.

    So much as the entry that it corrects gave back was let through once. Raises RefundBeyond, ReturnBeyond and their kin, RefundOfJoint.
    """
    day = recorded.entry.date.isoformat()
    through = let_through(connection, recorded.entry.corrects)
    for gone in going_back(connection, recorded.entry):
        met: set[int] = set()
        before, was_on = through.get(gone.back, (0, day))
        for on in (*sorted({day, *giving_back.later_days_back(connection, gone.back, day)}), None):
            missing = giving_back.beyond(connection, gone.back, recorded.number, on, met)
            if missing > 0 and (on is None or was_on <= on):
                missing = min(missing, gone.minor - before)
            if missing > 0:
                raise _refusal(connection, recorded, gone, missing, on or day)
        if gone.back.role == Role.DONOR and (met or len(gone.back.parties) > 1):
            _refuse_joint(connection, recorded, gone, gone.minor - before)


def _refuse_joint(connection: sqlite3.Connection, recorded: Recorded, gone: Gone, more: int) -> None:
    """Nobody goes below nothing by what others gave with them: of a joint gift it goes back to all of its givers. `more`: than before.

    Raises RefundOfJoint.
    """
    missing = min(giving_back.beyond(connection, gone.back._replace(exactly=True), recorded.number), more)
    if missing > 0:
        raise errors.RefundOfJoint(
            item=gone.item.label,
            party=party_names(connection, recorded.entry, gone),
            want=shown(gone.minor, gone.item),
            have=shown(max(gone.minor - missing, 0), gone.item),
        )


def let_through(connection: sqlite3.Connection, corrected: int | None) -> dict[Back, tuple[int, str]]:
    """How much the entry that is corrected gave back, and when."""
    if corrected is None:
        return {}
    entry = journal.read(connection, corrected)
    return {gone.back: (gone.minor, entry.date.isoformat()) for gone in going_back(connection, entry)}


def _refusal(
    connection: sqlite3.Connection, recorded: Recorded, gone: Gone, missing: int, on: str
) -> errors.DonationsError:
    facts: dict[str, object] = {"party": party_names(connection, recorded.entry, gone), "item": gone.item.label}
    is_refund = gone.back.role == Role.DONOR
    facts |= {"want": shown(gone.minor, gone.item), "have": shown(max(gone.minor - missing, 0), gone.item)}
    if giving_back.beyond(connection, gone.back, recorded.number) < missing:  # it came, but later
        return (errors.RefundBefore if is_refund else errors.ReturnBefore)(**facts, day=on)
    if missing >= gone.minor:
        return (errors.RefundOfNothing if is_refund else errors.ReturnOfNothing)(**facts)
    return (errors.RefundBeyond if is_refund else errors.ReturnBeyond)(**facts)


def unmatched(
    connection: sqlite3.Connection, number: int, first: Entry, right: Entry | None = None
) -> tuple[Unmatched, ...]:
    """What went back though, now that entry `number` (`first`) is taken back or said aright, it no longer came: no more than that brought.

    Of a joint gift it no longer came, too, where `right` says that others gave it. Only where something went back by the latest
    entries of a party, so that it costs the same however many it has.
    """
    found = []
    number = journal.first_said(connection, number)  # what went back since then may have been of it
    comes = {came.back: came.minor for came in _came(connection, right)} if right else {}
    for came in _came(connection, first):
        if not giving_back.later_days_back(connection, came.back, first.date.isoformat()):
            continue
        missing = min(giving_back.beyond(connection, came.back, number), came.minor)
        if missing <= 0 and came.back.role == Role.DONOR:
            exactly = giving_back.beyond(connection, came.back._replace(exactly=True), number)
            missing = min(exactly, came.minor - comes.get(came.back, 0))
        if missing > 0:
            names = party_names(connection, first, came)
            found.append(Unmatched(Role(came.back.role), names, came.item.label, shown(missing, came.item)))
    return tuple(found)


class Watched(NamedTuple):
    """What goes back by later entries than some, between whom, and how much more of it than came before these are taken back.

    `more_exactly`: the same of what concerns just these parties and nobody with them.
    """

    parties: str
    gone: Gone
    more: int
    more_exactly: int

    def still_more(self, connection: sqlite3.Connection, first: int) -> int:
        """How much more than that goes back by now, as entries from `first` on say it; what others gave with a donor makes nothing good."""
        back = self.gone.back
        more = giving_back.beyond(connection, back, first) - self.more
        if more <= 0 and back.role == Role.DONOR:
            more = giving_back.beyond(connection, back._replace(exactly=True), first) - self.more_exactly
        return more


def watched(connection: sqlite3.Connection, first: int, last: int) -> list[Watched]:
    """What goes back by entries behind `last`, as it stands while entries `first` to `last` do."""
    found: dict[Back, Watched] = {}
    for number in giving_back.standing_returns(connection, last):
        entry = journal.read(connection, number)
        for gone in going_back(connection, entry):
            if gone.back not in found:
                more = giving_back.beyond(connection, gone.back, first)
                exactly = giving_back.beyond(connection, gone.back._replace(exactly=True), first)
                found[gone.back] = Watched(party_names(connection, entry, gone), gone, more, exactly)
    return list(found.values())


def unmatched_by_now(connection: sqlite3.Connection, first: int, before: Iterable[Watched]) -> tuple[Unmatched, ...]:
    """Of what was `watched`, that of which more goes back than came, now that entries from `first` on are taken back."""
    return tuple(
        Unmatched(Role(one.gone.back.role), one.parties, one.gone.item.label, shown(more, one.gone.item))
        for one in before
        if (more := one.still_more(connection, first)) > 0
    )


def _came(connection: sqlite3.Connection, entry: Entry) -> Iterator[Gone]:
    """What `entry` brought from donors and handed to recipients, an item at a time, as far as it was counted."""
    for role, flows in _CAME.items():
        found: dict[int, tuple[Item, int]] = {}
        for line in entry.lines:
            if line.flow in flows and line.amount.minor is not None:
                stands = items.stands_for(connection, line.item)
                found[stands] = line.item, line.amount.minor + (found[stands][1] if stands in found else 0)
        who = tuple(sorted({parties.number_of(connection, name) for name in entry.parties.get(role, ())}))
        for number, (item, minor) in found.items():
            yield Gone(Back(str(role), who, number), item, minor)


def going_back(connection: sqlite3.Connection, entry: Entry) -> Iterator[Gone]:
    """What goes back by `entry`, an item at a time; nothing where it takes another entry back."""
    if entry.type != "return" or entry.reverses is not None:
        return
    found: dict[tuple[Role, int], tuple[Item, int]] = {}
    for line in entry.lines:
        key = ROLES[line.flow], items.stands_for(connection, line.item)
        before = found[key][1] if key in found else 0
        found[key] = line.item, before + (ONE_AT_LEAST if line.amount.minor is None else line.amount.minor)
    for (role, number), (item, minor) in found.items():
        who = sorted({parties.number_of(connection, name) for name in entry.parties.get(role, ())})
        yield Gone(Back(str(role), tuple(who), number), item, minor)


def unpurposed(connection: sqlite3.Connection, entry: Entry) -> Iterator[tuple[str, list[str]]]:
    """Items that `entry` gives back for no purpose, with the purposes that all of the latest of them came (or went out) for."""
    bare = {
        items.stands_for(connection, line.item)
        for line in entry.lines
        if not items.name_of(connection, "purpose", line.purpose)
    }
    for gone in going_back(connection, entry) if bare else ():
        meant = giving_back.purposes(connection, gone.back) if gone.back.item in bare else set[str]()
        if meant:
            yield gone.item.label, sorted(meant)


def place(connection: sqlite3.Connection, entry: Entry) -> tuple[str | None, str | None]:
    """City and county of what `entry` gives back, by the latest that came or went; none where that isn't one city."""
    places = {found for gone in going_back(connection, entry) for found in giving_back.places(connection, gone.back)}
    cities = {city for city, _county in places}
    if len(cities) != 1:
        return None, None
    return cities.pop(), places.pop()[1] if len(places) == 1 else None


def party_names(connection: sqlite3.Connection, entry: Entry, gone: Gone) -> str:
    """Whom it goes back to or comes back from, as people read it."""
    return "、".join(parties.shown(connection, name) for name in entry.parties.get(Role(gone.back.role), ()))
