"""What goods that go back are worth: their share of the value of what they are of, frozen on the line like any other value.

Without it totals would keep the whole value of a gift of which half went back.
"""

import sqlite3

from donations import errors
from donations.domain.amount import MONEY, MONEY_DECIMALS, Certainty, Counted, Item, minor_text
from donations.domain.entry import Entry, Flow, Line, Recorded, Worth
from donations.domain.kept import Moved, can_be_of, kept, worth_of
from donations.services.giving_back import ROLES
from donations.store import items, journal, parties, refund_of
from donations.store.kept import came_and_went_back, latest_are_valued

_LATEST = 3
"""How many of the latest lines by which an item came (or went out) are looked at: of more, nobody can say which is meant."""


def with_worth(connection: sqlite3.Connection, entry: Entry, gift: int | None) -> tuple[Entry, tuple[str, ...]]:
    """The entry with the worth of what goes back by it, where none was stated; `gift`: the entry that was said to have brought it.

    And the items that have none though some of what came (or went out) has: several entries could be meant, or nobody knows the part.
    """
    gift = None if gift is None else journal.right_by_now(connection, gift)
    walked: dict[tuple[Flow, int], list[Moved] | None] = {}
    lines: list[Line] = []
    unclear: dict[str, None] = {}
    for position, line in enumerate(entry.lines, 1):
        key = line.flow, items.stands_for(connection, line.item)
        if line.flow not in ROLES or line.item.name == MONEY:
            lines.append(line)
            continue
        if key not in walked:
            walked[key] = _walked(connection, entry, *key, gift)
        before = walked[key]
        worth, is_unclear = line.worth, before is None
        if before is not None:
            back = _moved(connection, entry, position, line, _began_with(before, gift))
            found = worth_of(before, back)
            worth = worth or _worth(found)
            is_unclear = found is None and any(each.value is not None for each in can_be_of(before, back))
            before.append(_moved(connection, entry, position, line._replace(worth=worth), back.of))
        if worth is None and is_unclear:
            unclear[line.item.label] = None
        lines.append(line._replace(worth=worth))
    return entry._replace(lines=tuple(lines)), tuple(unclear)


def refuse_more(connection: sqlite3.Connection, recorded: Recorded, said: Entry) -> None:
    """What was just recorded as going back is worth no more than is left of what it is of, so that nobody gave less than nothing.

    `said`: the entry as it was typed, since a share that was found is never too much. As much as the entry that it corrects gave back
    was let through once. Raises RefundWorthBeyond, RefundWorthBeyondGift,
    ReturnWorthBeyond.
    """
    entry, corrects = recorded.entry, recorded.entry.corrects
    before = {} if corrects is None else _worths(connection, journal.read(connection, corrects))
    worths = _worths(connection, entry)
    for key in _worths(connection, said):
        (flow, number), (item, worth) = key, worths[key]
        if worth <= before.get(key, (item, 0))[1]:
            continue
        who = frozenset(parties.number_of(connection, name) for name in entry.parties.get(ROLES[flow], ()))
        have = _worth_left(came_and_went_back(connection, str(ROLES[flow]), who, number), recorded.number)
        if worth > have:
            want, there = (Counted(minor_text(each, MONEY_DECIMALS), "元") for each in (worth, have))
            facts = {"item": item.label, "want": want, "have": there}
            if flow is not Flow.REFUNDED:
                raise errors.ReturnWorthBeyond(**facts)
            if (gift := refund_of.gift_said(connection, recorded.number)) is not None:
                raise errors.RefundWorthBeyondGift(**facts, number=journal.right_by_now(connection, gift))
            raise errors.RefundWorthBeyond(**facts)


def _worths(connection: sqlite3.Connection, entry: Entry) -> dict[tuple[Flow, int], tuple[Item, int]]:
    """What goes back by the entry is worth, by the way it goes and the item, where it has a value."""
    found: dict[tuple[Flow, int], tuple[Item, int]] = {}
    for line in entry.lines:
        if line.flow in ROLES and line.worth is not None:
            key = line.flow, items.stands_for(connection, line.item)
            found[key] = line.item, line.worth.minor + found.get(key, (line.item, 0))[1]
    return found


def _worth_left(moved: list[Moved], number: int) -> int:
    """How much worth was left for entry `number` to give back: of the gift that it is taken off, or, where that has no value, of all that it can be of."""
    backs = [move for move in moved if move.entry == number]
    without = kept([move for move in moved if move.entry != number])
    with_it = kept(moved)
    off = [key for key, left in with_it.items() if any(back.entry == number for back in left.back)]
    if not off or any(without[key].value is None for key in off):
        off = [(line.entry, line.position) for back in backs[:1] for line in can_be_of(moved, back)]
    return sum(without[key].value or 0 for key in off)


def _walked(
    connection: sqlite3.Connection, entry: Entry, flow: Flow, item: int, gift: int | None
) -> list[Moved] | None:
    """What came and went back already, if any of it has a value; None where it has, and is so much that several could be meant.

    Where no gift is said it costs the same however many there are.
    """
    role = ROLES[flow]
    who = frozenset(parties.number_of(connection, name) for name in entry.parties.get(role, ()))
    if gift is None:
        valued = latest_are_valued(connection, str(role), who, item, _LATEST + 1)
    else:
        valued = [line.worth is not None for line in journal.read(connection, gift).lines]
    if not any(valued):
        return []
    if gift is None and len(valued) > _LATEST:
        return None
    return came_and_went_back(connection, str(role), who, item)


def _began_with(walked: list[Moved], gift: int | None) -> int | None:
    """The entry with which the gift began, as those that were walked have it; one that is none of them is of nothing."""
    return None if gift is None else next((move.turn for move in walked if move.entry == gift), gift)


def _worth(found: tuple[int, Certainty] | None) -> Worth | None:
    return None if found is None or not found[0] else Worth(*found)


def _moved(connection: sqlite3.Connection, entry: Entry, position: int, line: Line, of: int | None) -> Moved:
    """The line as `domain.kept` takes it, in the turn of what will be recorded next."""
    turn = journal.last_recorded(connection)[0] + 1
    who = frozenset(parties.number_of(connection, name) for name in entry.parties.get(ROLES[line.flow], ()))
    worth = line.worth
    return Moved(
        turn, position, turn, entry.date.isoformat(), Flow.REFUNDED, line.amount.minor, line.amount.certainty,
        worth and worth.minor, worth and worth.certainty, of, line.purpose, who,
    )  # fmt: skip
