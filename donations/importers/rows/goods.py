"""What a row gave: goods and money out of the cells of item, quantity, unit, price, value and money."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from donations.domain.amount import MONEY, Certainty
from donations.domain.quantity import Price, Quantity
from donations.importers.columns.columns import ABROAD
from donations.importers.columns.foreign_values import says_none
from donations.importers.columns.gift_sorts import in_kind, inside
from donations.importers.rows.goods_columns import amount_written, by_column, with_columns
from donations.importers.rows.worth_apart import noted, with_worth_apart, worth_abroad
from donations.importers.words import cells as one
from donations.importers.words import money_cells
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.counting import (
    Counted,
    and_such,
    counted,
    is_money,
    item_and_specification,
    leave_unsaid,
    names_amount,
    unit_of,
)  # fmt: skip
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.money_items import (
    cash_beside,
    cash_counted,
    cash_of,
    measured_in,
    money_in,
    refuse_measure_in_note,
)  # fmt: skip
from donations.importers.words.own_currency import named_in, of_list
from donations.importers.words.own_units import with_own_unit
from donations.importers.words.paired import paired, refuse_one_amount
from donations.importers.words.row_reasons import THE_GOODS
from donations.importers.words.several import GOODS, Given, is_one_thing, of_item, several, with_others, yuan_shown
from donations.importers.words.unit_cells import refuse_unit_of_money, with_unit_alone, without_own_amount

_INSTEAD = ("item", "quantity", "money_or_goods", "money", "spent", "value", ABROAD)
"""Where one of these says something, a zero in the column of money says that there is none."""
_NAMING = {"item", "quantity", "money_or_goods", "spent"}


class GoodsReader:
    """Reads what a row gave; `said` are the headings of its columns by field."""

    def __init__(
        self, said: Mapping[str, Heading], columns: Mapping[str, str], *, cash: bool, each: str | None = None,
        told: bool = False, gifts: bool = False,
    ) -> None:  # fmt: skip
        """`columns` names the item of each column that holds the numbers of one, "" for one more of money; `cash` says that money is never
        a value, `told` that it is none beside goods with their amount, `gifts` that goods were given even where 支出 stands beside their worth.
        """
        self.said, self.columns, self.each = said, columns, each
        self.cash, self.told = cash or "value" in said, told
        self.counts = "quantity" in said
        self.names_none = (
            not columns
            and any(said.get(field, Heading(None)).sense == "value" for field in ("value", ABROAD))
            and not said.keys() & (_NAMING - {"spent"} if gifts else _NAMING)
        )

    def read(self, cells: Mapping[str, str]) -> Given:
        """What the cells (tidied, by field) say. Raises InField."""
        try:
            return self._read(with_worth_apart(cells))
        except InField as wrong:
            if wrong.field != "value" or "value" in self.said:
                raise
            raise InField("money", wrong.expected, wrong.got) from None  # what goods are worth stands there

    def _read(self, cells: Mapping[str, str]) -> Given:
        named, note = cells.get("item") or cells.get("quantity"), "" if "spent" in self.said else cells.get("note", "")
        in_kind_row = in_kind(cells.get("type", "")) or in_kind(note)  # its sort, or its whole note: 物资折价
        if in_kind_row and not named and (money := self._money(cells, "money")):
            return self._in_kind(cells, money)
        money, item = self._money(cells, "money"), cells.get("item", "")
        is_worth = bool(money and item) and all(each.is_money for each in money)
        is_worth = is_worth and (in_kind_row or not self._is_given(item))
        if is_worth and (abroad := worth_abroad(money[0])) is not None:
            return noted(self._beside({**cells, ABROAD: cells["money"], "money": ""}, (), is_worth=False), abroad)
        return self._beside(cells, money, is_worth=is_worth)

    def _beside(self, cells: Mapping[str, str], money: tuple[Quantity, ...], *, is_worth: bool) -> Given:
        """What goods, amounts and what they are worth say beside each other; `is_worth`: the money is what the goods are worth."""
        mixed, price, worth = self._mixed(cells), self._yuan(cells, "price"), self._yuan(cells, "value")
        if price is not None and worth is None and cells.get("priced"):
            raise InField("price", one.PRICE_OF_ONE, cells["price"])
        item, quantity = cells.get("item", ""), cells.get("quantity", "")
        named = item or cells.get("money_or_goods", "")
        if worth is not None and not quantity and not money and is_money(named):
            return Given((), (replace(money_cells.cash(f"{named}{cells['value']}", worth[0]), certainty=worth[1]),))
        if price is not None and worth is None and not item and not quantity and is_one_thing(mixed):
            return several(mixed, "", Price(*price, whole=False, per=None), None, "")
        if worth is not None and mixed and not item:
            return several(mixed, "", Price(*worth, whole=True, per=None), worth, self._worth_shown(cells))
        if worth is not None and not item and not quantity and not mixed and self.said["value"].sense == "money":
            return Given((), (money_cells.cash(cells["value"], worth[0]),))
        if is_worth:
            worth, money = (money[0].number or Fraction(0), money[0].certainty), ()
            cells = {**cells, "value": cells["money"]}
        has_worth = worth is not None or not says_none(cells.get(ABROAD) or "0")
        thing: Mapping[str, str] = {**cells, "item": GOODS} if has_worth and self.names_none else cells
        thing = {} if money and not quantity and is_money(item) else thing  # 现金 beside how much
        together = worth if cells.get("together") and price else None  # then each of the goods has its own price
        has_goods = thing.get("item") or thing.get("quantity")
        columns = by_column(self.columns, self.said, cells)
        counts = [each for each in columns if not each.is_money]
        own = (None, None) if counts else (price, None if together else worth)
        given = self._all_goods(thing, *own) if has_goods else Given()
        given = with_columns(given, counts, price, worth, self._worth_shown(cells), cells) if self.columns else given
        given = with_others(given, together, self._worth_shown(cells)) if cells.get("together") else given
        others = [each for each in (*mixed, *money) if not each.is_money]
        units = (*given.units, *(each.unit or "" for each in others))
        cash = (*given.money, *(each for each in (*mixed, *money, *columns) if each.is_money))
        as_money = worth is not None and not cash and cells.get("value") == cells.get("money")
        return given._replace(goods=(*given.goods, *others), units=units, money=cash, counts_as_money=as_money)

    def _in_kind(self, cells: Mapping[str, str], money: tuple[Quantity, ...]) -> Given:
        """Goods of which only is said what they are worth, and which they are at most in brackets: 实物（电脑50台）. Raises InField."""
        [each, *more] = money
        if more or each.item != MONEY or each.number is None:
            wanted = one.WORTH_IN_YUAN if each.is_money and each.item != MONEY else one.MONEY_WANTED
            raise InField("money", wanted, cells["money"])
        worth, price = (each.number, each.certainty), Price(each.number, each.certainty, whole=True, per=None)
        name = inside(cells.get("type", "")) or GOODS
        if (found := self._count(name, "", "")) and not isinstance(found, Counted):
            given = several(found, "", price, worth, self._worth_shown({"value": cells["money"]}))
        else:
            given = self._one({"item": name}, Counted(None, None, Certainty.UNKNOWN), price, worth)
        return given._replace(counts_as_money=True)

    def _is_given(self, item: str) -> bool:
        """Whether money beside an item is given too, or is all that it names."""
        return self.cash or is_money(item) or (self.told and names_amount(item))

    def spent(self, cells: Mapping[str, str]) -> tuple[Quantity, ...]:
        """Money paid out. Raises InField."""
        return self._money(cells, "spent")

    def cost(self, cells: Mapping[str, str]) -> Fraction | None:
        """Unit price times number, where nothing else says what was paid. Raises InField."""
        price, number = self._yuan(cells, "price"), one.plain_number(cells.get("quantity", ""))
        return price[0] * number if price and number else None

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
                return money_cells.money(text, factor, currency)
            found = self._named(text, heading)
        except Misfit as misfit:
            raise InField("money_or_goods", misfit.expected, text) from None
        known = any(each.number is not None for each in found)
        unsaid = is_money(text) and not known and not cells.get("value")  # cash, and nowhere how much
        if not found or unsaid or leave_unsaid(found):
            raise InField("money_or_goods", one.A_QUANTITY, text)
        return found

    def _named(self, text: str, heading: Heading) -> tuple[Quantity, ...]:
        """Goods and money with their amounts; ¥88 微信转账 is read as in a column of money. Raises Misfit."""
        try:
            return named_in(and_such(text), heading.currency)
        except Misfit:
            if text[:1] not in "¥￥":
                raise
            return money_cells.money(text, heading.factor, heading.currency)

    def _yuan(self, cells: Mapping[str, str], field: str) -> tuple[Fraction, Certainty] | None:
        if not (text := cells.get(field, "")):
            return None
        try:
            found = money_cells.yuan(text, self.said.get(field, Heading(None)).factor)
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None
        if field == "value" and found and (found[0] * 100).denominator != 1:
            raise InField(field, one.TO_THE_FEN, text)
        return found

    def _money(self, cells: Mapping[str, str], field: str) -> tuple[Quantity, ...]:
        text = cells.get(field, "")
        if not text:
            return ()
        # A row that takes back another may be of a side that has no column: it stands in that of the other side.
        heading = self.said.get(field) or self.said["spent" if field == "money" else "money"]
        try:
            if says_none(text) and any(
                one.number_of_yuan(cells.get(other, "0") or "0") != 0
                for other in (*_INSTEAD, *self.columns)
                if other != field
            ):
                return ()
            refuse_measure_in_note(cells, field)
            factor, currency = measured_in(cells, field) or (heading.factor, None)
            return money_in(cells, text, factor, currency or heading.currency)
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
        heading = self.said.get("quantity", Heading(None))
        stated = None if heading.of_table else heading.unit
        cells = with_own_unit(with_unit_alone(cells), stated)
        item, quantity, unit = cells.get("item", ""), cells.get("quantity", ""), cells.get("unit", "")
        beside, is_alone = cash_beside(cells, ABROAD, self.said, worth), price is None and worth is None
        if (cash := beside or cash_of(item, quantity, unit or stated or "", heading.factor, is_alone)) is not None:
            if beside or is_alone or (worth and [(each.item, each.number) for each in cash] == [(MONEY, worth[0])]):
                return Given((), cash if beside else of_list(cash, self.said["item"].currency))
            if all(each.item != MONEY for each in cash):  # its rate stands beside it, and what it makes
                return Given((), cash, (), worth and worth[0], self._worth_shown(cells) if worth else None)
        cost = Price(*worth, whole=True, per=None) if worth else Price(*price, whole=False, per=None) if price else None
        found = self._count(item, quantity, unit)
        if isinstance(found, Counted):
            refuse_one_amount(cells, found.packs)
            return self._one(without_own_amount(cells, found), found, cost, worth)
        unsaid = is_money(item) and not quantity  # 现金, and nowhere how much
        if found and not unsaid and not (worth and len(found) > 1 and all(each.number is None for each in found)):
            return several(found, unit, cost, worth, self._worth_shown(cells))
        if self.each is not None and not found and not quantity:
            return self._one(cells, Counted(Fraction(1), unit_of(unit or self.each)), cost, worth)
        if worth is None and not (cells.get(ABROAD) and item):
            raise InField("quantity" if self.counts else "item", one.A_QUANTITY, quantity if self.counts else item)
        return self._one(cells, Counted(None, None, Certainty.UNKNOWN), cost, worth)

    def _all_goods(
        self,
        cells: Mapping[str, str],
        price: tuple[Fraction, Certainty] | None,
        worth: tuple[Fraction, Certainty] | None,
    ) -> Given:
        """The goods of a row; several, where its cells list them, each with its own amount."""
        if (pairs := paired(cells)) is None:
            return self._goods(cells, price, worth)
        given = [self._goods({**cells, **pair}, None, None) for pair in pairs]
        found = tuple(quantity for each in given for quantity in (*each.goods, *each.money))
        together = several(found, "", None, worth, self._worth_shown(cells) if worth else "")
        return together._replace(units=tuple(unit for each in given for unit in each.units))

    def _worth_shown(self, cells: Mapping[str, str]) -> str:
        heading = self.said.get("value") or self.said.get("money", Heading(None))
        return yuan_shown(cells.get("value", ""), heading.factor)

    def _count(self, item: str, quantity: str, unit: str) -> Counted | tuple[Quantity, ...]:
        heading = self.said.get("quantity", Heading(None))
        try:
            if quantity and not (item and quantity.startswith("各")):
                return of_item(item, counted(quantity, unit or heading.unit or "", heading.factor))
        except Misfit as misfit:
            raise InField("quantity", misfit.expected, quantity) from None
        own, of_list = (unit or heading.unit or "") if quantity[-1:].isdigit() else "", self.said.get("item", heading)
        try:
            return named_in(f"{item}{quantity}{own}", of_list.currency)  # 大米、面粉 beside 各50: as many of each
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
            raise InField("item", THE_GOODS, "")
        if is_money(text) and (cash := cash_counted(cells, count.number, unit or count.unit, cost)) is not None:
            return Given((), (cash,))
        refuse_unit_of_money(cells, count)
        try:
            item, specification, whole = item_and_specification(text, cells.get("specification", ""))
        except Misfit as misfit:
            raise InField("item", misfit.expected, text) from None
        shown, amount = f"{item}（{specification}）" if specification else item, cells.get("quantity", "")
        is_own = bool(unit) and unit not in amount and (count.packs or count.unit in (None, unit_of(unit)))
        written = shown + amount_written(amount, self.said.get("quantity"), unit if is_own else "")
        price = None if (price := cost or count.price) and not price.whole and count.number is None else price
        quantity = Quantity(
            written, item, specification, count.number, count.unit, count.certainty, count.packs, count.pack_unit, price
        )
        own = unit if one.plain_number(amount) is not None and count.packs is None else count.unit or ""
        return Given((quantity,), (), (own or count.unit or "",), worth and worth[0], whole)
