"""The quick way for rows of goods with money beside them, given too or what they are worth, or with their lots: what a cell means is kept."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from donations.domain.amount import Certainty
from donations.domain.entry import DraftLine
from donations.domain.quantity import Price, Quantity
from donations.importers.columns.columns import GOODS_IN
from donations.importers.quick.meanings import OF_GOODS, number, template
from donations.importers.quick.quick import (
    FEW_KEPT,
    MOST_KEPT,
    TYPES,
    Kept,
    Quick,
    Unplain,
    as_row,
    days_of,
    getter_of,
    has_plain_rows,
    index_of,
    note_of,
    refuse_words,
    row_way,
)
from donations.importers.rows.drafting import Deal
from donations.importers.rows.lots import Lot, is_of_no_lot, with_lot
from donations.importers.rows.places import WHERE
from donations.importers.rows.rows import ROLES, RowReader
from donations.importers.sums.stated import Stated
from donations.importers.table import VALUE
from donations.importers.words import cells as one
from donations.importers.words.foot import total_of
from donations.importers.words.lots import LOTS

_PAID = ("money", "purpose", "store")
_BESIDE = {"money", "value", "price"}
_NEEDED = {"donor", "item", "quantity"}
_FIELDS = {*ROLES, "date", *WHERE, "note", "serial", *OF_GOODS, *_BESIDE, "quantity", *LOTS}


def quick_way(group: RowReader, width: int, stated: Stated) -> Quick | None:
    """What reads plain rows of money or lots beside goods, and gives None for all others; None where the table has no such rows."""
    fields = set(group.by_field)
    if (
        group.ways.is_signed
        or group.sort != GOODS_IN
        or not _NEEDED <= fields <= _FIELDS
        or not fields & {*_BESIDE, *LOTS}
        or ("price" in fields and group.said["price"].unit)  # which may be another than that of a row
    ):
        return None
    if not has_plain_rows(group):
        return None
    return _row(group, width, stated)


def _row(group: RowReader, width: int, stated: Stated) -> Quick:
    texts_of, deal_of, marked = _amounts_at(group), _deals(group), _lots(group)

    def lines(cells: list[str]) -> tuple[tuple[DraftLine, ...], Mapping[str, Fraction], Deal]:
        deal = deal_of(cells)
        return marked(cells, deal.lines[0][1]), deal.sums, deal

    def add(deal: Deal, cells: list[str]) -> None:
        stated.add(group, deal, {index: cells[index] for index in texts_of})

    return row_way(group, width, lines, lambda text: _noted(group, text), add)


def _lots(group: RowReader) -> Callable[[list[str], tuple[DraftLine, ...]], tuple[DraftLine, ...]]:
    """What gives the lines of a row the lot of its goods; raises Unplain where something is to be told of that."""
    fields = [field for field in LOTS if field in group.by_field]
    if (get_said := getter_of(group, fields)) is None:
        return lambda _cells, lines: lines
    at = [index for field in fields if (index := index_of(group, field)) is not None]
    days, day_at, undated = days_of(group), index_of(group, "date"), group.undated or date.min
    found = Kept(lambda key: _lot(group, as_row(fields, key)), MOST_KEPT)

    def marked(cells: list[str], lines: tuple[DraftLine, ...]) -> tuple[DraftLine, ...]:
        if any(type(cells[index]) is not str for index in at):  # 2026-03 looks like the first of its days
            raise Unplain
        lot: Lot = found[get_said(cells)]
        if lot.batch is None and lot.expires_on is None:
            return lines
        day = undated if day_at is None else days[cells[day_at]]
        if (lot.expires_on is not None and lot.expires_on < day) or all(map(is_of_no_lot, lines)):
            raise Unplain
        return tuple(line if is_of_no_lot(line) else with_lot(line, lot) for line in lines)

    return marked


def _lot(group: RowReader, row: Mapping[str, str]) -> Lot:
    lot = group.lots.of(row)
    if lot.unread:
        raise Unplain
    refuse_words(row)
    return lot


def _noted(group: RowReader, text: str) -> str | None:
    if total_of(one.tidied(text)):
        raise Unplain
    return note_of(group, text)


def _amounts_at(group: RowReader) -> list[int]:
    return [index for field in ("money", "value", "quantity") if (index := index_of(group, field)) is not None]


def _deals(group: RowReader) -> Callable[[list[str]], Deal]:
    """What says which deal a row is: money, goods or both, in plain numbers."""
    goods, pay = _goods(group), _payments(group)
    count_at, money_at = index_of(group, "quantity"), index_of(group, "money")
    goods_at = [at for field in (*OF_GOODS[:3], "value", "price") if (at := index_of(group, field)) is not None]
    assert count_at is not None

    def deal(cells: list[str]) -> Deal:
        if cells[count_at]:
            given = goods(cells)
        elif any(cells[index] for index in goods_at):
            raise Unplain
        else:
            return pay(cells)
        if money_at is None or not cells[money_at]:
            return given
        [(kind, lines)], sums, money, _, note, _ = pay(cells)
        together = {**given.sums, **sums}
        if VALUE in together:
            together[VALUE] = together.pop(VALUE)  # behind the money
        return Deal(((kind, (*lines, *given.lines[0][1])),), together, money, given.quantity, note)

    return deal


def _payments(group: RowReader) -> Callable[[list[str]], Deal]:
    """What says the money of a row; raises Unplain."""
    paid = [field for field in _PAID if field in group.by_field]
    get_paid = getter_of(group, paid)

    def money(key: Any) -> Deal:  # noqa: ANN401 - of itemgetter
        row = as_row(paid, key)
        if not one.plain_number(row.get("money", "")):
            raise Unplain
        refuse_words(row)
        return group.dealer.deal(row, relayed=False)

    payments = Kept(money, FEW_KEPT)
    return (lambda cells: payments[get_paid(cells)]) if get_paid is not None else _unpaid


def _unpaid(_cells: list[str]) -> Deal:
    """No money at all: a table without a column for it."""
    raise Unplain


def _goods(group: RowReader) -> Callable[[list[str]], Deal]:
    """What says the goods of a row with their value, alone; raises Unplain."""
    what = [field for field in OF_GOODS if field in group.by_field]
    get_what, count_at = getter_of(group, what), index_of(group, "quantity")
    value_at, price_at = index_of(group, "value"), index_of(group, "price")
    assert get_what is not None
    assert count_at is not None
    templates = Kept(lambda key: template(group, as_row(what, key)), MOST_KEPT)
    numbers, worths, prices = _numbers(group, "quantity"), _numbers(group, "value"), _numbers(group, "price")
    values = Kept(lambda text: _to_the_fen(worths[text]), FEW_KEPT)
    kind, flow = TYPES[GOODS_IN]
    counts_worth = "money" not in group.said

    def goods(cells: list[str]) -> Deal:
        text = cells[count_at]
        written, item, specification, unit, times, behind, store, purpose = templates[get_what(cells)]
        count, amount = numbers[text]
        price, sums, money = None, {behind: count}, 0
        if value_at is not None and (value := cells[value_at]):
            worth, scaled_worth = values[value]
            price, sums[VALUE] = Price(worth, Certainty.EXACT, whole=True, per=None), worth
            money = scaled_worth if counts_worth else 0
        if price_at is not None and (each := cells[price_at]):
            of_one = Price(prices[each][0], Certainty.EXACT, whole=False, per=None)  # which may be a fault
            price = price or of_one
        quantity = Quantity(
            f"{written}{text}{times}{behind}", item, specification, count, unit, Certainty.EXACT, None, None, price
        )
        return Deal(((kind, (DraftLine(quantity, flow, store, purpose),)),), sums, money, amount)

    return goods


def _to_the_fen(found: tuple[Fraction, int]) -> tuple[Fraction, int]:
    if (found[0] * 100).denominator != 1:
        raise Unplain
    return found


def _numbers(group: RowReader, field: str) -> Kept:
    """What the plain numbers of a column say, and the same as Stated counts it."""
    factor = group.said[field].factor if field in group.said else 1
    return Kept(lambda text: number(text, factor), FEW_KEPT)
