"""Say once what one pack of an item always holds."""

import sqlite3
from fractions import Fraction
from typing import NamedTuple

from donations import errors
from donations.domain.amount import Certainty, Counted, Item, to_minor
from donations.domain.parsing import parse_quantity
from donations.domain.quantity import Quantity
from donations.domain.units import factor_between
from donations.services import amounts, naming
from donations.store import items
from donations.store.book import Book


class Packed(NamedTuple):
    """What one `unit` of the item holds from now on, and what it was said to hold until now (None where it is no other)."""

    item: Item
    unit: str
    holds: Counted
    before: Counted | None


def set_pack(book: Book, name: str, pack: str, now: str) -> Packed:
    """State what one pack of the item always holds, as in `1箱=2000个` (or `2000个=1箱`, `一箱=两千个`).

    Raises UnknownItem, NoPack, PackOfCounted, PackBeforeUnit, PackConverts.
    """
    with book.write() as connection:
        item = naming.known_item(connection, name)
        outer, held = _sides(item, pack)
        factor = factor_between(held.unit or item.unit, item.unit)
        converts = factor_between(outer.unit or "", item.unit)
        if factor is None or held.number is None:
            if held.unit and not items.is_counted(connection, item):
                raise errors.PackBeforeUnit(got=pack, item=item.label, other_unit=held.unit, held=held.unit)
            if held.unit and converts is not None:
                apart = amounts.counted_apart(item, held.unit).label
                is_there = items.find(connection, apart) is not None
                raise (errors.PackOfCountedBeside if is_there else errors.PackOfCounted)(
                    got=pack, item=item.label, unit=item.unit, other_unit=held.unit, held=held.unit, apart=apart
                )
            raise _no_pack(item, pack)
        if converts not in (None, held.number * factor):  # the pack would be kept, listed, and never counted by
            right = amounts.shown(to_minor(converts, item), item)
            raise errors.PackConverts(got=pack, one_unit=outer.unit, amount=right)
        return _kept(connection, item, outer.unit or "", held.number * factor, now, pack)


def _kept(connection: sqlite3.Connection, item: Item, unit: str, number: Fraction, now: str, pack: str) -> Packed:
    try:
        minor = to_minor(number, item)
    except errors.TooFine:  # which says to write about: a pack that holds about so much isn't counted by
        raise _no_pack(item, pack) from None
    before = items.pack(connection, item, unit)
    items.set_pack(connection, item, unit, minor, now)
    was = None if before in (None, minor) else amounts.shown(before, item)
    return Packed(item, unit, amounts.shown(minor, item), was)


def _sides(item: Item, pack: str) -> tuple[Quantity, Quantity]:
    """One pack, and what it holds, whichever is written first. Raises NoPack."""
    sides = [side.strip() for side in pack.replace("＝", "=").split("=")]
    if len(sides) != 2 or not all(sides):  # noqa: PLR2004 - a pack on the one side, what it holds on the other
        raise _no_pack(item, pack)
    outer, held = (_side(item, side, pack) for side in sides)
    if outer.number != 1 and held.number == 1:
        outer, held = held, outer
    if outer.unit is None or outer.number != 1:
        raise _no_pack(item, pack)
    return outer, held


def _side(item: Item, side: str, pack: str) -> Quantity:
    """What one side says: 2000个, 两千个, or a unit alone, of which one is meant. Raises NoPack."""
    try:
        found = _read(item, side) or _read(item, f"1{side}")
        plain = parse_quantity(f"{item.name} 1个")
    except errors.BadInput:  # its sentence would speak of the item's name and of numbers that nobody wrote
        raise _no_pack(item, pack) from None
    whose = (plain.item, plain.specification)  # the name may hold a specification
    if found is None or (found.item, found.specification) != whose or found.certainty is not Certainty.EXACT:
        raise _no_pack(item, pack)  # some of it was read as part of the name (1两千个), or it is no exact amount
    return found


def _read(item: Item, side: str) -> Quantity | None:
    try:
        found = parse_quantity(f"{item.name} {side}")
    except errors.NoQuantity:
        return None
    return None if found.is_bare else found


def _no_pack(item: Item, pack: str) -> errors.NoPack:
    example = f"1{'车' if item.unit == '箱' else '箱'}=2000{item.unit or '个'}"
    return errors.NoPack(got=pack, item=item.label, unit=item.unit or "个", example=example)
