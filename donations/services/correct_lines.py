"""The lines of an entry said aright: what is named anew replaces what stood there, the rest stays."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from donations import errors
from donations.domain.amount import MONEY, Item
from donations.domain.entry import Entry, Flow, Line, Worth
from donations.domain.parsing import parse_quantity
from donations.domain.quantity import Price, Quantity
from donations.services import amounts, naming
from donations.services.as_labelled import as_labelled
from donations.services.changes import Changes
from donations.services.naming import Meant
from donations.store import items


def corrected(
    connection: sqlite3.Connection,
    number: int,
    first: Entry,
    changes: Changes,
    meant: Meant,
    now: str,
    *,
    is_paid: bool,
) -> tuple[Line, ...]:
    """The right lines of entry `number`, which was `first`; `is_paid`: from now on the book's money pays for them.

    A quantity of an item that stands there replaces its lines; where none of the items stands there, all quantities are
    said anew. Raises NotInEntry, CorrectionUnclear, NoLinesLeft, MoneyWithValue, UnknownItem, ValueTwice, ValueForSeveral,
    BasisWithoutValue and what recording raises.
    """
    goods = [line for line in first.lines if first.type != "purchase" or line.flow is not Flow.SPENT]
    dropped = {_standing(connection, number, goods, name) for name in changes.without}
    kept = [line for line in goods if items.stands_for(connection, line.item) not in dropped]
    said = [as_labelled(connection, quantity) for quantity in changes.quantities]
    named = [(quantity, naming.item_for(connection, quantity, meant, now)) for quantity in said]
    lines = _with_named(connection, number, kept or goods, kept, named)
    if not lines:
        raise errors.NoLinesLeft(number=number)
    lines = _worth_anew(lines, changes)
    if is_paid:  # the payment follows the worth of the goods
        paid_from = next((line.store for line in first.lines if line.flow is Flow.SPENT), 1)
        lines += amounts.payment(lines, naming.money_item(connection, now), lines[0].purpose, paid_from)
    return lines


def _worth_anew(lines: tuple[Line, ...], changes: Changes) -> tuple[Line, ...]:
    """The lines with the worth, or without it, and on the basis that was said apart from them; what wasn't said stays."""
    priced = [said for said in changes.quantities if said.price is not None]
    if priced and (changes.worth is not None or changes.without_worth):
        raise errors.ValueTwice(got=priced[0].written)
    if changes.gift is not None:  # what goes back is of another gift: what nobody stated follows from that
        lines = tuple(
            line._replace(worth=None) if line.flow is Flow.REFUNDED and _price_written(line) is None else line
            for line in lines
        )
    if changes.without_worth:
        lines = tuple(line._replace(worth=None) for line in lines)
    elif changes.worth is not None:
        if len(lines) > 1:
            raise errors.ValueForSeveral(count=len(lines))
        if lines[0].item.name == MONEY:
            raise errors.MoneyWithValue(got=lines[0].written or MONEY)
        before = lines[0].worth.basis if lines[0].worth else None
        lines = (lines[0]._replace(worth=changes.worth._replace(basis=before)),)
    if changes.basis is None:
        return lines
    if all(line.worth is None for line in lines):
        raise errors.BasisWithoutValue
    return tuple(line._replace(worth=line.worth and line.worth._replace(basis=changes.basis)) for line in lines)


def _standing(connection: sqlite3.Connection, number: int, goods: Sequence[Line], name: str) -> int:
    item = naming.known_item(connection, name)
    if all(items.stands_for(connection, line.item) != item.number for line in goods):
        raise errors.NotInEntry(number=number, item=item.label)
    return item.number


def _with_named(
    connection: sqlite3.Connection,
    number: int,
    models: Sequence[Line],
    kept: Sequence[Line],
    named: Sequence[tuple[Quantity, Item]],
) -> tuple[Line, ...]:
    if not named:
        return tuple(kept)
    said = {item.number for _quantity, item in named}
    replaced = [line for line in kept if items.stands_for(connection, line.item) in said]
    if kept and not replaced:
        if len({line.item.number for line in kept}) > len(said):
            raise errors.CorrectionUnclear(number=number, item=named[0][1].label)
        return tuple(new for quantity, item in named for new in _said_anew(connection, quantity, item, models))
    lines: list[Line] = []
    waiting = list(named)
    for line in kept:  # each new line where the old one stood
        if line not in replaced:
            lines.append(line)
            continue
        here = [
            (quantity, item) for quantity, item in waiting if item.number == items.stands_for(connection, line.item)
        ]
        waiting = [pair for pair in waiting if pair not in here]
        for at, (quantity, item) in enumerate(here):
            old = [other for other in replaced if items.stands_for(connection, other.item) == item.number]
            lines += _said_anew(connection, quantity, item, _stood_there(old, at))
    return (*lines, *(new for quantity, item in waiting for new in _said_anew(connection, quantity, item, models)))


def _stood_there(old: Sequence[Line], at: int) -> Sequence[Line]:
    """Of the old lines of an item, those that the new one number `at` replaces, one of each flow; worth is never handed on twice."""
    by_flow: dict[Flow, list[Line]] = {}
    for line in old:
        by_flow.setdefault(line.flow, []).append(line)
    return [of[at] if at < len(of) else _without_whole_worth(of[-1]) for of in by_flow.values()]


def _without_whole_worth(line: Line) -> Line:
    price = _price_written(line)
    return line if price is not None and not price.whole else line._replace(worth=None)


def _said_anew(connection: sqlite3.Connection, quantity: Quantity, item: Item, models: Sequence[Line]) -> list[Line]:
    """The quantity in place of `models`: once for each thing they did (a transfer leaves one store and enters another)."""
    amount = amounts.amount_of(connection, amounts.in_pieces(quantity, item), item)
    by_flow = {line.flow: line for line in reversed(models)}
    return [
        model._replace(amount=amount, worth=_worth(quantity, model, item), written=quantity.written)
        for model in reversed(by_flow.values())
    ]


def _worth(quantity: Quantity, model: Line, item: Item) -> Worth | None:
    """By the price said now, else by the unit price said first, else as it was; what goes back has its share of what came anew."""
    basis = model.worth.basis if model.worth else None
    if quantity.price is not None or model.worth is None:
        return amounts.worth_of(quantity, basis)
    if model.item.number != item.number:
        return None
    price = _price_written(model)
    if price is None and model.flow in (Flow.REFUNDED, Flow.RETURNED):
        return None  # it is found anew
    if price is None or price.whole or quantity.number is None:
        return model.worth
    return amounts.worth_of(replace(quantity, price=price), basis)


def _price_written(model: Line) -> Price | None:
    try:
        return parse_quantity(model.written).price if model.written else None
    except errors.BadInput:
        return None
