"""Counts that the book no longer agrees with: a count is evidence of what there was at the end of a day."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from donations.domain.entry import BrokenCount
from donations.services.amounts import shown
from donations.services.rules import pile_of, place_of
from donations.store import counts, items, journal
from donations.store.counts import Count
from donations.store.stock import Pile, counted_from, on_hand


def of_piles(connection: sqlite3.Connection, moved: Mapping[Pile, Counter[str]]) -> Iterator[BrokenCount]:
    """The counts that the book no longer agrees with after what moved these piles on each day: those that need a word of their own."""
    for pile, changes in moved.items():
        begin = min(day for day, change in changes.items() if change)
        before = 0
        for day in counted_from(connection, pile, begin):
            count = counts.of_day(connection, pile, day)
            if count is None or not sum(change for at, change in changes.items() if at <= day):
                continue
            have = on_hand(connection, pile, date.fromisoformat(day))
            if count.off(have) not in (0, before):  # what is off as the count before is right once that is
                is_same_day = not any(change for at, change in changes.items() if at < day)
                yield _told(connection, pile, day, count, have, is_same_day=is_same_day)
            before = count.off(have)


def all_broken(connection: sqlite3.Connection) -> list[BrokenCount]:
    """Every count of the book that it doesn't agree with, the oldest first; those that follow from one before are left out."""
    broken = []
    at, before = None, 0
    for pile, day, count, have in counts.of_all(connection):
        before = before if pile == at else 0
        if count.off(have) not in (0, before):
            broken.append(_told(connection, pile, day, count, have))
        at, before = pile, count.off(have)
    return sorted(broken, key=lambda one: (one.day, one.entry))


def of_entry(connection: sqlite3.Connection, number: int) -> list[BrokenCount]:
    """What was counted by an entry, as far as it is a count that stands, and the book doesn't agree with it."""
    entry = journal.read(connection, number)
    broken = []
    for pile in dict.fromkeys(pile_of(connection, line) for line in entry.lines if line.counted_minor is not None):
        count = counts.of_day(connection, pile, entry.date.isoformat())
        have = on_hand(connection, pile, entry.date)
        if count is not None and count.entry == number and count.off(have):
            broken.append(_told(connection, pile, entry.date.isoformat(), count, have))
    return broken


def still_broken(connection: sqlite3.Connection, told: Iterable[BrokenCount]) -> list[BrokenCount]:
    """Of counts that acts were told to break, those that are broken when all is done."""
    wanted = {(one.entry, one.item) for one in told}
    return [one for one in all_broken(connection) if (one.entry, one.item) in wanted]


def broken_since(connection: sqlite3.Connection, before: Iterable[BrokenCount]) -> list[BrokenCount]:
    """The counts that the book doesn't agree with by now; not those that were so `before`, by as much."""
    known = {(one.entry, one.item, one.have) for one in before}
    return [one for one in all_broken(connection) if (one.entry, one.item, one.have) not in known]


def _told(
    connection: sqlite3.Connection, pile: Pile, day: str, count: Count, have: int, *, is_same_day: bool = False
) -> BrokenCount:
    item = items.by_number(connection, pile.item)
    counted = shown(count.counted, item, place_of(connection, pile))
    return BrokenCount(
        count.entry, date.fromisoformat(day), item.label, counted, shown(have, item), is_same_day=is_same_day
    )
