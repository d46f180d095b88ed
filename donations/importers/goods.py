"""What a row gave: goods and money out of the cells of item, quantity, unit, price, value and money."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import Certainty
from donations.domain.quantity import Price, Quantity
from donations.importers import cells as one
from donations.importers.cells import InField, Misfit
from donations.importers.counting import (
    Counted,
    counted,
    is_money,
    item_and_specification,
    item_named,
    named_quantities,
    unit_of,
)
from donations.importers.heading_words import Heading, measure_named, normal

_INSTEAD = ("item", "quantity", "money_or_goods", "money", "spent", "value")
"""Where one of these says something, a zero in the column of money says that there is none."""
_MONEY_UNITS = {"元": 1, "圆": 1, "万元": 10**4, "人民币": 1, "rmb": 1, "元人民币": 1}


class Given(NamedTuple):
    """What the cells of a row say was given: goods with what they are worth beside them, and money."""

    goods: tuple[Quantity, ...] = ()
    money: tuple[Quantity, ...] = ()
    units: tuple[str, ...] = ()
    """The unit of each of the goods as written."""
    worth: Fraction | None = None
    """Yuan that all the goods are worth, by a cell of its own."""
    note: str | None = None


class GoodsReader:
    """Reads what a row gave; `said` are the headings of its columns by field."""

    def __init__(self, said: Mapping[str, Heading], columns: Mapping[str, str], *, cash: bool) -> None:
        """`columns` names the item of each column that holds the numbers of one, "" for one more of money; `cash` says
        that money is never a value.
        """
        self.said, self.columns, self.cash = said, columns, cash
        self.counts = "quantity" in said

    def read(self, cells: Mapping[str, str]) -> Given:
        """What the cells (tidied, by field) say. Raises InField."""
        mixed = self._mixed(cells)
        price = self._yuan(cells, "price")
        worth = self._yuan(cells, "value")
        money = self._money(cells, "money")
        item, quantity = cells.get("item", ""), cells.get("quantity", "")
        named = item or cells.get("money_or_goods", "")
        if worth is not None and not quantity and not money and is_money(named):
            return Given((), (replace(one.cash(f"{named}{cells['value']}", worth[0]), certainty=worth[1]),))
        if worth is not None and mixed and not item:
            return _several(mixed, "", Price(*worth, whole=True, per=None), worth, self._worth_shown(cells))
        if worth is not None and not item and not quantity and not mixed and self._was_money("value"):
            written = cells["value"]
            return Given((), (one.cash(written, worth[0]),))
        if money and all(each.is_money for each in money) and item and not self.cash and not is_money(item):
            worth, money = (money[0].number or Fraction(0), money[0].certainty), ()
        given = self._goods(cells, price, worth)
        columns = self._by_column(cells)
        others = [each for each in (*columns, *mixed, *money) if not each.is_money]
        goods = (*given.goods, *others)
        units = (*given.units, *(each.unit or "" for each in others))
        cash = (*given.money, *(each for each in (*mixed, *money, *columns) if each.is_money))
        return given._replace(goods=goods, units=units, money=cash)

    def spent(self, cells: Mapping[str, str]) -> tuple[Quantity, ...]:
        """Money paid out. Raises InField."""
        return self._money(cells, "spent")

    def cost(self, cells: Mapping[str, str]) -> Fraction | None:
        """Unit price times number, where nothing else says what was paid. Raises InField."""
        price, number = self._yuan(cells, "price"), one.plain_number(cells.get("quantity", ""))
        return price[0] * number if price and number else None

    def _was_money(self, field: str) -> bool:
        return self.said[field].sense == "money"

    def _by_column(self, cells: Mapping[str, str]) -> list[Quantity]:
        """The goods of the columns that are called after one."""
        found: list[Quantity] = []
        for field, item in self.columns.items():
            text, heading = cells.get(field, ""), self.said[field]
            if not text or one.plain_number(text) == 0:
                continue
            if not item:
                found += self._cash(cells, field)
                continue
            try:
                count = counted(text, heading.unit or "", heading.factor)
                name, specification, _ = item_named(item)
            except Misfit as misfit:
                raise InField(field, misfit.expected, text) from None
            if not isinstance(count, Counted):
                raise InField(field, one.ONE_QUANTITY, text)
            found.append(
                Quantity(
                    f"{item}{text}{heading.unit or ''}", name, specification, count.number, count.unit, count.certainty,
                    count.packs, count.pack_unit, count.price,
                )
            )  # fmt: skip
        return found

    def _cash(self, cells: Mapping[str, str], field: str) -> tuple[Quantity, ...]:
        heading = self.said[field]
        try:
            return one.money(cells[field], heading.factor, heading.currency)
        except Misfit as misfit:
            raise InField(field, misfit.expected, cells[field]) from None

    def _mixed(self, cells: Mapping[str, str]) -> tuple[Quantity, ...]:
        text = cells.get("money_or_goods", "")
        if not text:
            return ()
        heading = self.said["money_or_goods"]
        try:
            if one.plain_number(text) is not None:
                unit = cells.get("unit", "")
                measure = (unit and measure_named(normal(unit))) or (heading.factor, heading.currency, None)
                factor, currency, counted_in = measure
                if counted_in is not None:
                    raise InField("money_or_goods", one.A_QUANTITY, f"{text}{unit}")
                return one.money(text, factor, currency)
            found = self._named(text, heading)
        except Misfit as misfit:
            raise InField("money_or_goods", misfit.expected, text) from None
        known = any(each.number is not None for each in found)
        unsaid = is_money(text) and not known and not cells.get("value")  # cash, and nowhere how much
        if not found or unsaid or any(each.is_bare for each in found):
            raise InField("money_or_goods", one.A_QUANTITY, text)
        return found

    def _named(self, text: str, heading: Heading) -> tuple[Quantity, ...]:
        """Goods and money with their amounts; ¥88 微信转账 is read as in a column of money. Raises Misfit."""
        try:
            return named_quantities(text)
        except Misfit:
            if text[:1] not in "¥￥":
                raise
            return one.money(text, heading.factor, heading.currency)

    def _yuan(self, cells: Mapping[str, str], field: str) -> tuple[Fraction, Certainty] | None:
        text = cells.get(field, "")
        if not text:
            return None
        try:
            found = one.yuan(text, self.said[field].factor)
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None
        if field == "value" and found and (found[0] * 100).denominator != 1:
            raise InField(field, one.TO_THE_FEN, text)
        return found

    def _money(self, cells: Mapping[str, str], field: str) -> tuple[Quantity, ...]:
        text = cells.get(field, "")
        if not text:
            return ()
        heading = self.said[field]
        try:
            if one.plain_number(text) == 0 and any(
                one.plain_number(cells.get(other, "0") or "0") != 0 for other in _INSTEAD if other != field
            ):
                return ()
            return one.money(text, heading.factor, _currency(cells) or heading.currency)
        except InField:
            raise
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None

    def _goods(
        self,
        cells: Mapping[str, str],
        price: tuple[Fraction, Certainty] | None,
        worth: tuple[Fraction, Certainty] | None,
    ) -> Given:
        item, quantity, unit = cells.get("item", ""), cells.get("quantity", ""), cells.get("unit", "")
        if not item and not quantity:
            return Given()
        cost = Price(*worth, whole=True, per=None) if worth else Price(*price, whole=False, per=None) if price else None
        found = self._count(item, quantity, unit)
        if isinstance(found, Counted):
            return self._one(cells, found, cost, worth)
        if found and not (worth and len(found) > 1 and all(each.number is None for each in found)):
            return _several(found, unit, cost, worth, self._worth_shown(cells))
        if worth is None:
            raise InField("quantity" if self.counts else "item", one.A_QUANTITY, quantity if self.counts else item)
        return self._one(cells, Counted(None, None, Certainty.UNKNOWN), cost, worth)

    def _worth_shown(self, cells: Mapping[str, str]) -> str:
        return _shown(cells.get("value", ""), self.said.get("value", Heading(None)).factor)

    def _count(self, item: str, quantity: str, unit: str) -> Counted | tuple[Quantity, ...]:
        heading = self.said.get("quantity", Heading(None))
        try:
            if quantity:
                return _of_item(item, counted(quantity, unit or heading.unit or "", heading.factor))
        except Misfit as misfit:
            raise InField("quantity", misfit.expected, quantity) from None
        try:
            return named_quantities(item)
        except Misfit as misfit:
            raise InField("item", misfit.expected, item) from None

    def _one(
        self,
        cells: Mapping[str, str],
        count: Counted,
        cost: Price | None,
        worth: tuple[Fraction, Certainty] | None,
    ) -> Given:
        text, unit = cells.get("item", ""), cells.get("unit", "") or self.said.get("quantity", Heading(None)).unit or ""
        if not text:
            raise InField("item", one.A_NAME, "")
        if is_money(text) and count.number is not None and (unit or count.unit or "元") in _MONEY_UNITS:
            factor = _MONEY_UNITS[unit or count.unit or "元"]
            try:
                return Given((), (one.cash(f"{text}{cells.get('quantity', '')}{unit}", count.number * factor),))
            except Misfit as misfit:
                raise InField("quantity", misfit.expected, cells.get("quantity", "")) from None
        try:
            item, specification, whole = item_and_specification(text, cells.get("specification", ""))
        except Misfit as misfit:
            raise InField("item", misfit.expected, text) from None
        shown = f"{item}（{specification}）" if specification else item
        amount = cells.get("quantity", "")
        written = f"{shown}{amount}{unit}" if unit and not amount.endswith(unit) else f"{shown}{amount}"
        price = cost or count.price
        if price is not None and not price.whole and count.number is None:
            price = None
        quantity = Quantity(
            written, item, specification, count.number, count.unit, count.certainty, count.packs, count.pack_unit, price
        )
        own = unit if one.plain_number(amount) is not None and count.packs is None else count.unit or ""
        return Given((quantity,), (), (own or count.unit or "",), worth and worth[0], whole)


def _currency(cells: Mapping[str, str]) -> str | None:
    """The currency that a cell of its own names. Raises InField."""
    text = cells.get("currency", "")
    if not text:
        return None
    measure = measure_named(normal(text))
    if measure is None or measure[1] is None:
        raise InField("currency", one.A_CURRENCY, text)
    return measure[1]


def _of_item(item: str, found: Counted | tuple[Quantity, ...]) -> Counted | tuple[Quantity, ...]:
    """What a cell of quantities says, which may name goods only where the item is none or only says that they are goods."""
    if isinstance(found, Counted) or not item or item.endswith(("物资", "物品", "用品", "款物", "等")):
        return found
    if any(quantity.item not in item and item not in quantity.item for quantity in found):
        raise Misfit(one.ONE_QUANTITY)
    return found


def _several(
    found: tuple[Quantity, ...],
    unit: str,
    cost: Price | None,
    worth: tuple[Fraction, Certainty] | None,
    value: str,
) -> Given:
    """What one cell names: several goods, or one with its amount; a value of several can't be split, and is noted."""
    goods = tuple(each for each in found if not each.is_money)
    money = tuple(each for each in found if each.is_money)
    note = None
    if len(goods) == 1:
        [first] = goods
        own = first.unit or (unit_of(unit) if first.number is not None else None)
        price = cost if cost and (cost.whole or first.number is not None) else first.price
        goods = (_with(first, own, price),)
    elif goods and worth is not None:
        note = f"合计价值{value}"
    if money and not goods and worth is not None:  # 捐款3.9亿 beside 39000万元 is one amount, said twice
        if sum((each.number or Fraction(0) for each in money), Fraction(0)) != worth[0]:
            raise InField("value", one.SAID_TWICE, value)
        worth = None
    return Given(goods, money, tuple(each.unit or "" for each in goods), worth and worth[0], note)


def _shown(value: str, factor: int) -> str:
    """An amount of yuan as people write it."""
    return f"{value}{'万' if factor == 10**4 else ''}元" if one.plain_number(value) is not None else value


def _with(quantity: Quantity, unit: str | None, price: Price | None) -> Quantity:
    return Quantity(
        quantity.written, quantity.item, quantity.specification, quantity.number, unit, quantity.certainty,
        quantity.packs, quantity.pack_unit, price,
    )  # fmt: skip
