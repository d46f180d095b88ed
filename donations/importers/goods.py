"""What a row gave: goods and money out of the cells of item, quantity, unit, price, value and money."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from donations import errors
from donations.domain import text as texts
from donations.domain.amount import MONEY, Certainty
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.money import is_money_name
from donations.domain.quantities.name import named
from donations.domain.quantity import Price, Quantity, parse_quantities
from donations.domain.units import unit_named
from donations.importers import cells as one
from donations.importers.cells import Misfit
from donations.importers.heading_words import Heading

_ANYTHING = "物资"
"""Stands for the item where a quantity is read that doesn't name it."""
_MONEY_UNITS = {"元": 1, "圆": 1, "万元": 10**4, "人民币": 1, "rmb": 1, "元人民币": 1}
_LONGEST_ITEM = 60
_SERVICES = (
    "费",
    "费用",
    "服务",
    "税",
    "工资",
    "补贴",
    "补助",
    "劳务",
    "租金",
    "保险",
    "利息",
    "手续费",
    "运输",
    "捐款",
    "善款",
    "慰问金",
    "奖学金",
    "助学金",
    "救助金",
    "资助",
    "款",
)


class Counted(NamedTuple):
    """How much of something, without what it is of."""

    number: Fraction | None
    unit: str | None
    certainty: Certainty = Certainty.EXACT
    packs: Fraction | None = None
    pack_unit: str | None = None
    price: Price | None = None


class Given(NamedTuple):
    """What the cells of a row say was given: goods with what they are worth beside them, and money."""

    goods: tuple[Quantity, ...] = ()
    money: tuple[Quantity, ...] = ()
    units: tuple[str, ...] = ()
    """The unit of each of the goods as written."""
    worth: Fraction | None = None
    """Yuan that all the goods are worth, by a cell of its own."""
    note: str | None = None


class InField(Misfit):
    """A misfit, with the field it stands in and what was got."""

    def __init__(self, field: str, expected: str, got: str) -> None:
        super().__init__(expected)
        self.field, self.got = field, got


@lru_cache(maxsize=8192)
def item_named(text: str) -> tuple[str, str | None, str | None]:
    """Item, specification in brackets behind it, and the whole text where it is too long for a name. Raises Misfit."""
    one.sound(text)
    if len(text) > texts.LONGEST_NAME:
        head = text[:_LONGEST_ITEM]
        cut = max(head.rfind(sign) for sign in "、，,;； ")
        return f"{head[:cut] if cut > 0 else head}等", None, text
    try:
        item, specification = named(text, text)
    except errors.DonationsError:
        item, specification = one.party(text), None
    return item, specification, None


def item_and_specification(text: str, beside: str) -> tuple[str, str | None, str | None]:
    """As `item_named`, with the specification that stands in a column of its own. Raises Misfit."""
    item, specification, whole = item_named(text)
    both = "，".join(part for part in (specification, beside) if part and part != item)
    return item, (both or None), whole


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str | None:
    """The unit as it is counted: its usual name where it is a known one."""
    return (unit_named(text).name if text else None) or None


@lru_cache(maxsize=8192)
def counted(text: str, unit: str, factor: int) -> Counted | tuple[Quantity, ...]:
    """How much a cell of quantities says, or the goods where it names them itself. Raises Misfit."""
    one.sound(text)
    number = one.plain_number(text)
    if number is not None:
        if not number:
            raise Misfit(one.ABOVE_ZERO)
        return Counted(number * factor, unit_of(unit))
    if one.looks_like_a_date(text):
        raise Misfit(one.NOT_A_DATE)
    if text[:1] in "-−－(（" and one.plain_number(text.strip("-−－()（）")) is not None:
        raise Misfit(one.ABOVE_ZERO)
    found = _read(_ANYTHING, text)
    if len(found) == 1 and found[0].item == _ANYTHING:
        [quantity] = found
        if quantity.is_bare:
            raise Misfit(one.A_QUANTITY)
        own = quantity.unit or (unit_of(unit) if quantity.number is not None else None)
        return Counted(quantity.number, own, quantity.certainty, quantity.packs, quantity.pack_unit, quantity.price)
    found = _read("", text)
    if any(quantity.is_bare for quantity in found):
        raise Misfit(one.A_QUANTITY)
    return found


def _read(front: str, text: str) -> tuple[Quantity, ...]:
    try:
        return parse_quantities(front + text)
    except errors.NoQuantity:
        if not front:
            raise Misfit(one.A_QUANTITY) from None
        return ()
    except errors.DonationsError as error:
        raise one.refused(error, one.A_QUANTITY) from None


@lru_cache(maxsize=8192)
def named_quantities(text: str) -> tuple[Quantity, ...]:
    """The goods and the money that one cell names with their amounts; none where it holds no amount. Raises Misfit."""
    one.sound(text)
    try:
        found = parse_quantities(text)
    except errors.NoQuantity:
        return ()
    except errors.DonationsError as error:
        raise one.refused(error, one.A_QUANTITY) from None
    return () if all(quantity.number is None and not _says_unknown(quantity) for quantity in found) else found


def _says_unknown(quantity: Quantity) -> bool:
    return not quantity.is_bare and quantity.number is None


class GoodsReader:
    """Reads what a row gave; `said` are the headings of its columns by field."""

    def __init__(self, said: Mapping[str, Heading], columns: Mapping[str, str], *, cash: bool) -> None:
        """`columns` names the item of each column that holds the numbers of one; `cash` says that money is never a value."""
        self.said, self.columns, self.cash = said, columns, cash
        self.counts = "quantity" in said

    def read(self, cells: Mapping[str, str]) -> Given:
        """What the cells (tidied, by field) say. Raises InField."""
        mixed = self._mixed(cells)
        price = self._yuan(cells, "price")
        worth = self._yuan(cells, "value")
        money = self._money(cells, "money")
        item, quantity = cells.get("item", ""), cells.get("quantity", "")
        if worth is not None and not item and not quantity and not mixed and self._was_money("value"):
            written = cells["value"]
            return Given((), (one.cash(written, worth[0]),))
        if money and all(each.is_money for each in money) and item and not self.cash and not is_money(item):
            worth, money = (money[0].number or Fraction(0), money[0].certainty), ()
        given = self._goods(cells, price, worth)
        others = [*self._by_column(cells), *(each for each in (*mixed, *money) if not each.is_money)]
        goods = (*given.goods, *others)
        units = (*given.units, *(each.unit or "" for each in others))
        cash = (*given.money, *(each for each in (*mixed, *money) if each.is_money))
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
        found = []
        for field, item in self.columns.items():
            text, heading = cells.get(field, ""), self.said[field]
            if not text or one.plain_number(text) == 0:
                continue
            try:
                count = counted(text, heading.unit or "", heading.factor)
                if not isinstance(count, Counted):
                    raise Misfit(one.ONE_QUANTITY)
                name, specification, _ = item_named(item)
            except Misfit as misfit:
                raise InField(field, misfit.expected, text) from None
            found.append(
                Quantity(
                    f"{item}{text}{heading.unit or ''}", name, specification, count.number, count.unit, count.certainty,
                    count.packs, count.pack_unit, count.price,
                )
            )  # fmt: skip
        return found

    def _mixed(self, cells: Mapping[str, str]) -> tuple[Quantity, ...]:
        text = cells.get("money_or_goods", "")
        if not text:
            return ()
        heading = self.said["money_or_goods"]
        try:
            if one.plain_number(text) is not None:
                return one.money(text, heading.factor, heading.currency)
            found = named_quantities(text)
            if not found or any(each.is_bare for each in found):
                raise Misfit(one.A_QUANTITY)
        except Misfit as misfit:
            raise InField("money_or_goods", misfit.expected, text) from None
        return found

    def _yuan(self, cells: Mapping[str, str], field: str) -> tuple[Fraction, Certainty] | None:
        text = cells.get(field, "")
        if not text:
            return None
        try:
            found = one.yuan(text, self.said[field].factor)
            if field == "value" and found and (found[0] * 100).denominator != 1:
                raise Misfit(one.TO_THE_FEN)
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None
        return found

    def _money(self, cells: Mapping[str, str], field: str) -> tuple[Quantity, ...]:
        text = cells.get(field, "")
        if not text:
            return ()
        heading = self.said[field]
        try:
            if one.plain_number(text) == 0 and (cells.get("item") or cells.get("money_or_goods")):
                return ()
            return one.money(text, heading.factor, heading.currency)
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
            return _several(
                found, unit, cost, worth, _shown(cells.get("value", ""), self.said.get("value", Heading(None)).factor)
            )
        if worth is None:
            raise InField("quantity" if self.counts else "item", one.A_QUANTITY, quantity if self.counts else item)
        return self._one(cells, Counted(None, None, Certainty.UNKNOWN), cost, worth)

    def _count(self, item: str, quantity: str, unit: str) -> Counted | tuple[Quantity, ...]:
        heading = self.said.get("quantity", Heading(None))
        try:
            if quantity:
                return counted(quantity, unit or heading.unit or "", heading.factor)
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
        own = count.unit or "" if one.plain_number(amount) is None else unit
        return Given((quantity,), (), (own or count.unit or "",), worth and worth[0], whole)


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
    return Given(goods, money, tuple(each.unit or "" for each in goods), worth and worth[0], note)


def _shown(value: str, factor: int) -> str:
    """An amount of yuan as people write it."""
    return f"{value}{'万' if factor == 10**4 else ''}元" if one.plain_number(value) is not None else value


def _with(quantity: Quantity, unit: str | None, price: Price | None) -> Quantity:
    return Quantity(
        quantity.written, quantity.item, quantity.specification, quantity.number, unit, quantity.certainty,
        quantity.packs, quantity.pack_unit, price,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def is_money(item: str) -> bool:
    """Whether the item is money: 现金, 捐款."""
    return is_money_name(lowered(fold(item))) or item in ("捐款", MONEY)


def is_service(item: str) -> bool:
    """Whether what was paid for is no thing that comes into stock: 运费, 保险."""
    return item.endswith(_SERVICES) or is_money(item)
