"""Quantities as written turned into exact amounts of an item, and what they are worth into whole fen."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from donations import errors
from donations.domain.amount import Amount, Certainty, Counted, Item, decimal_text, fen, minor_text, to_minor
from donations.domain.catalogue import common_named
from donations.domain.entry import Flow, Line, Worth
from donations.domain.quantity import Price, Quantity
from donations.domain.units import Rank, factor_between, unit_named
from donations.store import items

MOST_NAMED = 10
"""How many numbers a sentence names at most."""

BY_UNIT = "按{unit}计"
"""The specification of an item that comes in a unit its item isn't counted in; it stands in the book, in Chinese."""


def counted_apart(item: Item, unit: str) -> Item:
    """What goods are, though not yet in the register, that come in a unit of which nobody has said what it holds of the item."""
    said = BY_UNIT.format(unit=unit)
    specification = f"{item.specification} {said}" if item.specification else said
    return item._replace(number=0, specification=specification, unit=unit, decimals=unit_named(unit).decimals)


def amount_of(connection: sqlite3.Connection, quantity: Quantity, item: Item) -> Amount:
    """The quantity in the item's smallest unit.

    Raises OtherUnit and SmallerUnit where nobody has said how its unit converts; TooFine, AmountTooLarge.
    """
    if quantity.number is None:
        return Amount(None, item, Certainty.UNKNOWN)
    number = whole_packs(quantity, item) or quantity.number
    if quantity.unit is not None:
        each = factor(connection, quantity.unit, item)
        if each is None and quantity.packs is not None and quantity.pack_unit == item.unit:
            number, each = quantity.packs, Fraction(1)  # 1400瓶60箱 of something counted in 箱
        if each is None:
            raise _unconverted(connection, item, number, quantity.unit)
        number *= each
    return Amount(to_minor(number, item), item, quantity.certainty)


def in_pieces(quantity: Quantity, item: Item) -> Quantity:
    """The quantity; where English counts goods without a unit that come in packs here (60 masks, of masks in boxes), so many pieces."""
    if quantity.unit is not None or quantity.number is None or quantity.packs is not None or not item.unit:
        return quantity
    common = common_named(item.name)
    if (
        common is None
        or item.unit == common.unit
        or not (quantity.written.isascii() and quantity.written[:1].isdigit())
    ):
        return quantity
    is_packed = unit_named(item.unit).rank >= Rank.PACK > unit_named(common.unit).rank == Rank.PIECE
    return replace(quantity, unit=common.unit) if is_packed else quantity


def whole_packs(quantity: Quantity, item: Item) -> Fraction | None:
    """How many of the item's own unit there are where nothing says in what the content of the packs is counted, and the item is
    counted in these packs: 3 of water, 3 cases of 24. None of everything else.
    """
    return quantity.packs if quantity.unit is None and quantity.pack_unit == item.unit else None


def _unconverted(connection: sqlite3.Connection, item: Item, number: Fraction, unit: str) -> errors.BadInput:
    """Why so many of `unit` can't be counted in the item's own: a box may hold pieces, but a piece holds no boxes."""
    got = f"{decimal_text(number)}{unit}"
    facts = {"item": item.label, "unit": item.unit, "got": got, "one_unit": unit}
    rank = unit_named(item.unit).rank
    if rank >= Rank.PACK and rank > unit_named(unit).rank:
        example = f"{item.name}{got}（N{item.unit}）"
        apart = counted_apart(item, unit).label
        facts = {**facts, "other_unit": unit, "example": example}
        if items.find(connection, apart) is not None:
            return errors.SmallerUnitBeside(**facts, of_apart=f"{apart}{got}")
        return errors.SmallerUnit(**facts, held=unit, apart=apart)
    return errors.OtherUnit(**facts, example=f"{item.name}{got}×N{item.unit}")


def factor(connection: sqlite3.Connection, unit: str, item: Item) -> Fraction | None:
    """How many of the item's units one `unit` of it is, exactly; None where nobody has said so."""
    each = factor_between(unit, item.unit)
    if each is None and (held := items.pack(connection, item, unit)) is not None:
        each = Fraction(held, 10**item.decimals)
    return each


def worth_of(quantity: Quantity, basis: str | None) -> Worth | None:
    """What the quantity is worth by the price beside it, to the nearest fen; None where none is stated.

    Raises PriceWithoutQuantity, PricePerOtherUnit.
    """
    price = quantity.price
    if price is None:
        return None
    if price.whole:
        return Worth(fen(price.yuan), price.certainty, basis)
    if quantity.number is None:
        raise errors.PriceWithoutQuantity(got=quantity.written)
    exact = price.yuan * _priced_units(quantity, price)
    certainty = price.certainty.also(quantity.certainty)
    return Worth(max(fen(_to_the_fen(exact)), 1), certainty, basis)


def _priced_units(quantity: Quantity, price: Price) -> Fraction:
    assert quantity.number is not None
    if price.per is None or price.per == quantity.unit:
        return quantity.number
    if price.per == quantity.pack_unit and quantity.packs is not None:
        return quantity.packs
    each = factor_between(quantity.unit, price.per) if quantity.unit else None
    if each is None:
        raise errors.PricePerOtherUnit(got=quantity.written, per=price.per)
    return quantity.number * each


def _to_the_fen(yuan: Fraction) -> Fraction:
    """`yuan` rounded to whole fen, halves up, as an invoice rounds unit price times quantity."""
    return Fraction((yuan * 100 * 2 + 1) // 2, 100)


def payment(goods: Sequence[Line], money: Item, purpose: int, store: int = 1) -> tuple[Line, ...]:
    """What the goods cost, as money leaving the store (else the usual one); nothing where no price is known."""
    known = [line.worth for line in goods if line.worth is not None]
    if not known:
        return ()
    certainty = Certainty.ABOUT if any(worth.certainty is Certainty.ABOUT for worth in known) else Certainty.EXACT
    return (
        Line(Amount(sum(worth.minor for worth in known), money, certainty), Flow.SPENT, store=store, purpose=purpose),
    )


def few(numbers: Iterable[int]) -> list[str]:
    """The first of the numbers, for a sentence; where there are more, that is said behind the last."""
    named = [str(number) for number in numbers]
    return [*named[: MOST_NAMED - 1], f"{named[MOST_NAMED - 1]}…"] if len(named) > MOST_NAMED else named


def shown(minor: int, item: Item, where: str = "") -> Counted:
    """A known amount for a sentence: `500 个`."""
    return Counted(minor_text(minor, item.decimals), item.unit, where)
