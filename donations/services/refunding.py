"""A refund that says which gift it is of: held against that gift, and noted with it."""

import sqlite3

from donations import errors
from donations.domain.entry import Entry, Flow, Recorded, Role
from donations.services.amounts import shown
from donations.services.giving_back import Gone, going_back, let_through, party_names
from donations.store import giving_back, items, journal, parties, refund_of
from donations.store.kept import kept_of, taken_off

_CAME = (Flow.RECEIVED, Flow.RELAYED)


def to_all_givers(connection: sqlite3.Connection, entry: Entry, gift: int | None) -> Entry:
    """A refund of a joint gift goes back to all who gave it, unsplit as it was given; `gift`: the entry that was said to have brought it.

    Where none was said, it is of joint gifts only where all that the donor gave of it was given together with the same others.
    A refund that is corrected goes back to those of the gift that is said now, who may be fewer.
    """
    donors = {parties.number_of(connection, name) for name in entry.parties.get(Role.DONOR, ())}
    if not donors or all(line.flow is not Flow.REFUNDED for line in entry.lines):
        return entry
    if len(donors) > 1 and (gift is None or entry.corrects is None):
        return entry
    if gift is None:
        gift = _joint_gift(connection, entry, *donors)
    if gift is None:
        return entry
    gift = journal.right_by_now(connection, gift)  # what the others say of its givers was wrong
    given = journal.read(connection, gift)
    if not any(_has(connection, given, items.stands_for(connection, line.item)) for line in entry.lines):
        return entry  # another gift is meant, as is said of it then
    names = given.parties.get(Role.DONOR, ())
    givers = {parties.number_of(connection, name): name for name in reversed(names)}  # those merged since, once
    if donors.isdisjoint(givers) or donors == givers.keys():
        return entry
    return entry._replace(parties={**entry.parties, Role.DONOR: tuple(reversed(givers.values()))})


def _joint_gift(connection: sqlite3.Connection, entry: Entry, donor: int) -> int | None:
    day = entry.date.isoformat()
    found = {
        giving_back.last_joint_gift(connection, donor, items.stands_for(connection, line.item), day)
        for line in entry.lines
    }
    return found.pop() if len(found) == 1 else None


def say_gift(connection: sqlite3.Connection, recorded: Recorded, number: int, now: str) -> None:
    """Note that what was just given back is of entry `number`; `now` is an ISO timestamp in UTC.

    Raises UnknownEntry, RefundOfCorrected, RefundOfTakenBack, RefundOfOther, RefundBeforeGift, RefundBeyondGift,
    RefundBeyondGuessed.
    """
    gift = journal.read(connection, number)
    _refuse_taken_back(connection, number, gift)
    every = list(going_back(connection, recorded.entry))
    for gone in every:
        if not _came_by(connection, gone, gift):
            raise errors.RefundOfOther(
                number=number, item=gone.item.label, party=party_names(connection, recorded.entry, gone)
            )
    if gift.date > recorded.entry.date:
        raise errors.RefundBeforeGift(number=number, day=gift.date, on=recorded.entry.date)
    refund_of.say_gift(connection, recorded.number, number, now)
    for gone in every:
        _refuse_more(connection, recorded.number, gone, number, gift)


def keep_gift(connection: sqlite3.Connection, number: int, recorded: Recorded, now: str) -> None:
    """Note that what says refund `number` aright is of the same gift, where one was said: of what stands for that by now.

    What gives back no more than before, and no sooner, is let through, whatever became of the gift meanwhile. Raises as `say_gift`.
    """
    gift = refund_of.gift_said(connection, number)
    if gift is None:
        return
    gift = journal.right_by_now(connection, gift)
    day = recorded.entry.date.isoformat()
    before = let_through(connection, number)
    is_let_through = all(
        gone.back in before and gone.minor <= before[gone.back][0] and day >= before[gone.back][1]
        for gone in going_back(connection, recorded.entry)
    )
    if is_let_through or journal.reversal_of(connection, gift) is not None:
        refund_of.say_gift(connection, recorded.number, gift, now)
    else:
        say_gift(connection, recorded, gift, now)


def taken_off_apart(connection: sqlite3.Connection, *donors: int) -> dict[int, frozenset[int]]:
    """Of each entry that gave something back to one of these donors, who are about to become one, the gifts that it is taken off."""
    return {refund: gifts for each in donors for refund, gifts in taken_off(connection, frozenset({each})).items()}


def keep_apart(connection: sqlite3.Connection, before: dict[int, frozenset[int]], donor: int, now: str) -> None:
    """Note of what went back `before` givers became this `donor` which gift it is of, where it would be taken off one of the other's by now.

    Else its worth went off a gift that is worth less, and the receipts of both said other than totals. What was taken off several gifts is left.
    """
    if not before:
        return
    by_now = taken_off(connection, frozenset({donor}))
    for refund, gifts in sorted(before.items()):
        if len(gifts) == 1 and by_now.get(refund) != gifts and not _is_said(connection, refund):
            [gift] = gifts
            refund_of.say_gift(connection, refund, gift, now)


def _refuse_taken_back(connection: sqlite3.Connection, number: int, gift: Entry) -> None:
    if gift.reverses is not None:
        raise errors.RefundOfTakenBack(number=number)
    if journal.reversal_of(connection, number) is None:
        return
    if (by := journal.right_by_now(connection, number)) != number:
        raise errors.RefundOfCorrected(number=number, by=by)
    raise errors.RefundOfTakenBack(number=number)


def _came_by(connection: sqlite3.Connection, gone: Gone, gift: Entry) -> bool:
    """Whether this entry brought something of the item from one of those it goes back to."""
    donors = {parties.number_of(connection, name) for name in gift.parties.get(Role.DONOR, ())}
    return not donors.isdisjoint(gone.back.parties) and _has(connection, gift, gone.back.item)


def _has(connection: sqlite3.Connection, gift: Entry, item: int) -> bool:
    """Whether this entry brought something of the item."""
    return any(line.flow in _CAME and items.stands_for(connection, line.item) == item for line in gift.lines)


def _refuse_more(connection: sqlite3.Connection, refund: int, gone: Gone, number: int, gift: Entry) -> None:
    """Refuse what goes back beyond what was left of the gift."""
    of_item = {
        position
        for position, line in enumerate(gift.lines, 1)
        if items.stands_for(connection, line.item) == gone.back.item
    }
    backs = [
        back
        for (entry, position), kept in kept_of(connection, [number]).items()
        if entry == number and position in of_item
        for back in kept.back
    ]
    parts = [back.minor for back in backs if back.entry == refund]
    if any(part is None for part in parts):  # nobody knows how much there was, or goes back
        return
    left = sum(part or 0 for part in parts)
    if left >= gone.minor:
        return
    want, have = shown(gone.minor, gone.item), shown(left, gone.item)
    guessed = [back.entry for back in backs if back.entry != refund and not _is_said(connection, back.entry)]
    if guessed:
        raise errors.RefundBeyondGuessed(number=number, item=gone.item.label, want=want, have=have, by=guessed[-1])
    raise errors.RefundBeyondGift(number=number, item=gone.item.label, want=want, have=have)


def _is_said(connection: sqlite3.Connection, refund: int) -> bool:
    """Whether somebody, or the bill it came from, said which gift the refund is of; else it was taken off the likeliest."""
    of_first, _back = refund_of.said_of(connection, journal.first_said(connection, refund))
    return of_first is not None or refund_of.gift_said(connection, refund) is not None
