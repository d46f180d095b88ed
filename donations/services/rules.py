"""The rules that every new entry is held against; `check` holds the whole book against them."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from donations import errors
from donations.domain.amount import MONEY, USUALLY, Counted, Item
from donations.domain.entry import LEAVING, Flow, Line, Recorded
from donations.services.amounts import few, shown
from donations.store import items, stock
from donations.store.stock import Pile


def enforce(connection: sqlite3.Connection, *recorded: Recorded) -> None:
    """Hold what was just appended against the rules it touches. Raises NotOnHand and its kin, NeededSince, NothingOnHand, NothingLeftBehind."""
    touched: dict[Pile, list[_Moved]] = {}
    for entry in recorded:
        for line in entry.entry.lines:
            touched.setdefault(pile_of(connection, line), []).append(_Moved(entry.entry.date.isoformat(), line))
    for pile, moved in touched.items():
        if any(change_of(line) < 0 for _day, line in moved):  # what only comes in leaves enough on every day
            _enough_on_every_day(connection, pile, touched, [entry.number for entry in recorded])
    for entry in recorded:
        for line in entry.entry.lines:
            _something_to_take_from(connection, line, entry)
    if any(entry.entry.reverses is not None for entry in recorded):
        for pile, moved in touched.items():
            if any(line.flow not in LEAVING for _day, line in moved):
                something_left_behind(connection, pile, moved[0].line.item)


class _Moved(NamedTuple):
    """A line of the act, and the day of its entry: a correction may say another one than what it takes back."""

    day: str
    line: Line


def _enough_on_every_day(
    connection: sqlite3.Connection, pile: Pile, touched: Mapping[Pile, list[_Moved]], numbers: Sequence[int]
) -> None:
    """On no day has more been given out than had come in; `touched`: all that the same act moves, by entries of these `numbers`."""
    shortage = stock.first_shortage(connection, pile)
    if shortage is None:
        return
    by_then = {at: sum(change_of(line) for day, line in moved if day <= shortage.day) for at, moved in touched.items()}
    lines = [line for _day, line in touched[pile]]
    taken, item = -by_then[pile], lines[0].item
    facts = {
        "item": item.label, "day": shortage.day,
        "want": shown(max(taken, 0), item), "have": shown(max(shortage.running + taken, 0), item),
    }  # fmt: skip
    takes_back = any(line.flow not in LEAVING and change_of(line) < 0 for line in lines)
    if takes_back and not stock.is_uncounted(connection, pile, shortage.day):
        needing = stock.leaving(connection, pile, shortage.day, min(numbers), max(numbers))
        missing = shown(-shortage.running, item)
        raise errors.NeededSince(
            item=item.label, day=shortage.day, want=facts["want"], missing=missing, entries=few(needing)
        )
    beside = {place_of(connection, at): change for at, change in by_then.items() if at.item == pile.item}
    elsewhere = [(name, minor - beside.get(name, 0)) for name, minor in stock.elsewhere(connection, pile, shortage.day)]
    if there := [(name, minor) for name, minor in elsewhere if minor > 0]:
        buys = any(line.flow is Flow.BOUGHT for moved in touched.values() for _day, line in moved)
        places = [shown(minor, item, name or USUALLY) for name, minor in there]
        most, in_all = max(minor for _name, minor in there), sum(minor for _name, minor in there)
        if takes_back or most >= taken:
            raise _on_hand_elsewhere({line.flow for line in lines}, buys=buys)(**facts, elsewhere=places)
        if in_all + max(shortage.running + taken, 0) < taken:
            raise errors.NotOnHandInAll(**facts, elsewhere=places)
        raise errors.NotOnHandInOne(**facts, elsewhere=places)
    if stock.is_uncounted(connection, pile, shortage.day):
        raise errors.NotOnHandUncounted(**facts)
    place = place_of(connection, pile)
    if place:
        raise errors.NotOnHandThere(**facts, place=place)
    if others := namesakes(connection, pile, shortage.day):
        raise errors.NotOnHandSo(**facts, others=others)
    if item.name != MONEY and not stock.ever_came_in(connection, pile, date.max):
        raise errors.NeverCameIn(item=item.label, want=facts["want"])
    raise errors.NotOnHand(**facts)


def _on_hand_elsewhere(flows: set[Flow], *, buys: bool) -> type[errors.DonationsError]:
    """The refusal that names the options by which this command says where it takes from."""
    if flows == {Flow.SPENT} and buys:
        return errors.NotOnHandToPay
    return errors.NotOnHandToMove if Flow.MOVED_OUT in flows else errors.NotOnHandHere


def namesakes(connection: sqlite3.Connection, pile: Pile, day: str) -> list[Counted]:
    """What lies there at the end of `day` of items of the same name with another specification or unit, for a sentence."""
    found = [(items.by_number(connection, number), minor) for number, minor in stock.namesakes(connection, pile, day)]
    return [shown(minor, item, item.label) for item, minor in found]


def _something_to_take_from(connection: sqlite3.Connection, line: Line, recorded: Recorded) -> None:
    """An unknown amount leaves only what something had come into."""
    leaves_unknown = line.amount.minor is None and line.flow in LEAVING and recorded.entry.reverses is None
    if leaves_unknown and not stock.ever_came_in(connection, pile_of(connection, line), recorded.entry.date):
        raise errors.NothingOnHand(item=line.item.label, day=recorded.entry.date.isoformat())


def moved_before_counts(connection: sqlite3.Connection, recorded: Iterable[Recorded]) -> dict[Pile, Counter[str]]:
    """By how much what was just appended moves each pile on each day, of the piles that were counted on such a day or later."""
    moved: dict[Pile, Counter[str]] = {}
    for act in recorded:
        for line in act.entry.lines:
            moved.setdefault(pile_of(connection, line), Counter())[act.entry.date.isoformat()] += change_of(line)
    days = {
        pile: min((day for day, change in changes.items() if change), default=None) for pile, changes in moved.items()
    }
    return {
        pile: moved[pile] for pile, day in days.items() if day is not None and stock.counted_from(connection, pile, day)
    }


def something_left_behind(connection: sqlite3.Connection, pile: Pile, item: Item) -> None:
    """What came in isn't taken back where nothing else had come in of which an unknown amount has left. Raises NothingLeftBehind."""
    left = stock.first_uncounted_out(connection, pile)
    if left is not None and not stock.ever_came_in(connection, pile, left[1]):
        raise errors.NothingLeftBehind(item=item.label, number=left[0], day=left[1].isoformat())


def pile_of(connection: sqlite3.Connection, line: Line) -> Pile:
    """Where a line lies, its item as it stands now."""
    return Pile(items.stands_for(connection, line.item), line.store, line.purpose)


def change_of(line: Line) -> int:
    """By how many smallest units a line moves what is on hand."""
    minor = line.amount.minor or 0
    if line.flow is Flow.RELAYED:
        return 0
    return -minor if line.flow in LEAVING else minor


def place_of(connection: sqlite3.Connection, pile: Pile) -> str:
    """Store and purpose of a pile in words; the usual store and no purpose have none."""
    names = (items.name_of(connection, "store", pile.store), items.name_of(connection, "purpose", pile.purpose))
    return " · ".join(name for name in names if name)
