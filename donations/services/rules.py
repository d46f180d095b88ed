"""The rules that every new entry is held against; `check` holds the whole book against them."""

import sqlite3

from donations import errors
from donations.domain.entry import LEAVING, Line, Recorded
from donations.services.amounts import shown
from donations.store import items, stock


def enforce(connection: sqlite3.Connection, *recorded: Recorded) -> None:
    """Hold what was just appended against the rules it touches. Raises NotOnHand and its kin, NothingOnHand."""
    touched: dict[tuple[int, int, int], Line] = {}
    for entry in recorded:
        for line in entry.entry.lines:
            key = (line.item.number, line.store, line.purpose)
            touched[key] = line if key not in touched or _takes(line) else touched[key]
    for key, line in touched.items():
        _enough_on_every_day(connection, key, line, recorded)
    for entry in recorded:
        for line in entry.entry.lines:
            _something_to_take_from(connection, line, entry)


def _takes(line: Line) -> bool:
    return (line.flow in LEAVING) != (line.amount.minor is not None and line.amount.minor < 0)


def _enough_on_every_day(connection: sqlite3.Connection, key: tuple[int, int, int], line: Line, recorded: tuple[Recorded, ...]) -> None:
    """On no day has more been given out than had come in."""
    shortage = stock.first_shortage(connection, *key)
    if shortage is None:
        return
    taken = -sum(_change(other) for entry in recorded for other in entry.entry.lines if _key(other) == key)
    item = line.item
    facts = {
        "item": item.label, "day": shortage.day,
        "want": shown(max(taken, 0), item), "have": shown(max(shortage.running + taken, 0), item),
    }  # fmt: skip
    _item, store, purpose = key
    if purpose == 1 and (tied := stock.tied(connection, item.number, store, shortage.day)):
        raise errors.NotOnHandUntied(**facts, tied="、".join(f"{name} {shown(minor, item)}" for name, minor in tied))
    place = _place(connection, store, purpose)
    if place:
        raise errors.NotOnHandThere(**facts, place=place)
    raise errors.NotOnHand(**facts)


def _something_to_take_from(connection: sqlite3.Connection, line: Line, recorded: Recorded) -> None:
    """An unknown amount leaves only what something had come into."""
    leaves_unknown = line.amount.minor is None and line.flow in LEAVING and recorded.entry.reverses is None
    if leaves_unknown and not stock.ever_came_in(connection, *_key(line), recorded.entry.date):
        raise errors.NothingOnHand(item=line.item.label, day=recorded.entry.date.isoformat())


def _key(line: Line) -> tuple[int, int, int]:
    return line.item.number, line.store, line.purpose


def _change(line: Line) -> int:
    minor = line.amount.minor or 0
    if line.flow == "relayed":
        return 0
    return -minor if line.flow in LEAVING else minor


def _place(connection: sqlite3.Connection, store: int, purpose: int) -> str:
    names = (items.name_of(connection, "store", store), items.name_of(connection, "purpose", purpose))
    return " · ".join(name for name in names if name)
