"""Say once what one pack of an item always holds."""

from donations import errors
from donations.domain.amount import Item, to_minor
from donations.domain.parsing import parse_quantity
from donations.domain.quantity import Quantity
from donations.domain.units import factor_between
from donations.services import amounts, naming
from donations.store import items
from donations.store.book import Book


def set_pack(book: Book, name: str, pack: str, now: str) -> Item:
    """State what one pack of the item always holds, as in `1箱=2000个` (or `2000个=1箱`).

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
                raise errors.PackOfCounted(
                    got=pack, item=item.label, unit=item.unit, other_unit=held.unit, held=held.unit, apart=apart
                )
            raise _no_pack(item, pack)
        if converts not in (None, held.number * factor):  # the pack would be kept, listed, and never counted by
            right = amounts.shown(to_minor(converts, item), item)
            raise errors.PackConverts(got=pack, one_unit=outer.unit, amount=right)
        items.set_pack(connection, item, outer.unit or "", to_minor(held.number * factor, item), now)
        return item


def _sides(item: Item, pack: str) -> tuple[Quantity, Quantity]:
    """One pack, and what it holds, whichever is written first. Raises NoPack."""
    sides = [side.strip() for side in pack.replace("＝", "=").split("=")]
    if len(sides) != 2 or not all(sides):  # noqa: PLR2004 - a pack on the one side, what it holds on the other
        raise _no_pack(item, pack)
    try:
        outer, held = (parse_quantity(f"{item.name} {side if side[0].isdigit() else '1' + side}") for side in sides)
    except errors.BadInput:  # its sentence would speak of the item's name and of numbers that nobody wrote
        raise _no_pack(item, pack) from None
    if outer.number != 1 and held.number == 1:
        outer, held = held, outer
    if outer.unit is None or outer.number != 1:
        raise _no_pack(item, pack)
    return outer, held


def _no_pack(item: Item, pack: str) -> errors.NoPack:
    example = f"1{'车' if item.unit == '箱' else '箱'}=2000{item.unit or '个'}"
    return errors.NoPack(got=pack, item=item.label, unit=item.unit or "个", example=example)
