"""What the cells of plain rows mean, each worked out once: amounts apart from what is counted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from donations.domain.amount import Certainty
from donations.domain.entry import DraftLine, Flow
from donations.domain.quantity import Quantity
from donations.importers.columns.columns import GOODS_IN, MONEY_IN
from donations.importers.columns.gift_sorts import in_kind
from donations.importers.columns.record_kinds import may_promise
from donations.importers.patterns import pattern_of
from donations.importers.quick.quick import TYPES, Unplain, as_row, days_of, note_of, refuse_words, where_of, who_of
from donations.importers.rows.drafting import purpose_of, scaled
from donations.importers.rows.places import WHERE
from donations.importers.rows.reversals import contrary_of
from donations.importers.rows.rows import ROLES, RowReader
from donations.importers.table import PlainDay, PlainGoods, PlainNumber
from donations.importers.words.accounts import is_spent_sort
from donations.importers.words.cells import plain_number
from donations.importers.words.counting import UNCOUNTED, item_and_specification, unit_of
from donations.importers.words.foot import is_note
from donations.importers.words.goes_on import where_in
from donations.importers.words.heading_measures import times_said
from donations.importers.words.money_cells import refuse_two
from donations.importers.words.money_items import money_item
from donations.importers.words.naming_words import without_wish
from donations.importers.words.of_which import refuse_part
from donations.importers.words.own_currency import MONEY_UNITS
from donations.importers.words.own_units import is_of_unit, own_unit, unit_of_many
from donations.importers.words.paired import refuse_one_amount
from donations.importers.words.promise_words import thing_went_back
from donations.importers.words.unit_cells import own_amount

_EXACT_DIGITS = 15
_FEN = 100
_MOST_WRITTEN = 16
"""So many signs an amount may be written in."""
OF_GOODS = ("item", "specification", "unit", "purpose", "store")
_MONEY = ("purpose", "store", "type")
_AROUND = pattern_of(r"([¥￥]?)([0-9][0-9.,]*)([^\W\d_]{0,4})")
"""An amount with what it is counted in: 500个, ¥1,500.00, 200元."""
_OF_TIME = frozenset("年月日号點点时岁")
"""Behind digits these may say a day."""
_SAMPLE = "918273"
"""Digits that stand in no name."""

Around = tuple[str, str]
"""What stands before and behind the digits of an amount."""


class Template(NamedTuple):
    """What all rows of one item, specification and unit share."""

    written: str
    item: str
    specification: str | None
    unit: str | None
    times: str
    behind: str
    store: str | None
    purpose: str | None


class Meanings:
    """What the cells of one table mean, column by column."""

    def __init__(self, group: RowReader, *, passes_on: bool) -> None:
        """`passes_on`: whether behind the cells of days and of goods stands if their row is passed straight on."""
        self._group, self._passes_on = group, passes_on
        self.is_money = group.sort == MONEY_IN
        self._amount = "money" if self.is_money else "quantity"
        self._what = [field for field in (_MONEY if self.is_money else OF_GOODS) if field in group.by_field]
        self._has_date = "date" in group.by_field
        self.fields: tuple[Sequence[str], ...] = (
            ["date"], list(ROLES), list(WHERE), self._what, [self._amount], ["note"],
        )  # fmt: skip
        self.around: list[Around | None] = []
        """For each of the different amounts what stands around its digits, in their order; None where they are bare."""
        self.is_worded = False
        """Whether before the cells of goods stands what is around the digits of their amount."""

    def works(self) -> Sequence[Callable[[Any], Any]]:
        """What works out what the cells of each column mean; where there is no such column, the same of all."""
        group, has = self._group, self._group.by_field.keys()
        read_day, undated, place = days_of(group).work, group.undated or date.min, group.settings.place
        return (
            lambda key: self._day(key, read_day, undated),
            who_of(group)[0].work,
            where_of(group)[0].work if has & set(WHERE) else lambda _blank: place,
            self._line,
            self._number,
            (lambda text: note_of(group, text)) if "note" in has else lambda _blank: None,
        )

    def _apart(self, key: Any) -> tuple[tuple[Any, ...], bool]:  # noqa: ANN401 - a cell, or the cells of several columns
        """The cells, and whether what their row says is passed straight on to who stands in it."""
        cells = key if isinstance(key, tuple) else (key,)
        return (cells[:-1], cells[-1]) if self._passes_on else (cells, False)

    def _day(self, key: Any, read: Callable[[str], date], undated: date) -> PlainDay:  # noqa: ANN401 - as above
        cells, is_passed_on = self._apart(key)
        of_type = "relay" if is_passed_on else TYPES[self._group.sort][0]
        return PlainDay(of_type, read(cells[0]) if self._has_date else undated)

    def _line(self, key: Any) -> PlainGoods:  # noqa: ANN401 - as above
        around, key = key if self.is_worded else (None, key)
        cells, is_passed_on = self._apart(key)
        row = as_row(self._what, cells)
        if self.is_money:
            refuse_words(row)
            kind, purpose = row.get("type", ""), row.get("purpose", "") if self._group.fates.kinds else ""
            if in_kind(kind) or is_spent_sort(kind) or any(map(may_promise, (kind, purpose))) or self._takes_back(row):
                raise Unplain
            said = self._dealt(row, around)
        elif around is None:
            said = self._goods(template(self._group, row))
        else:
            template(self._group, row)
            said = self._dealt(row, around)
        return said._replace(line=replace(said.line, flow=Flow.RELAYED)) if is_passed_on else said

    def _takes_back(self, row: dict[str, str]) -> bool:
        """Whether the purpose or the sort of money of somebody's says that it takes back a gift."""
        of_somebody = {**row, "money": _SAMPLE, "donor": _SAMPLE}
        return contrary_of(of_somebody, self._group.sort, self._group.columns) is not None

    def _goods(self, template: Template) -> PlainGoods:
        written, item, specification, unit, times, behind, store, purpose = template
        said = f"{written}1{times}{behind}"
        quantity = Quantity(said, item, specification, Fraction(1), unit, Certainty.EXACT, None, None, None)
        return PlainGoods(
            DraftLine(quantity, TYPES[self._group.sort][1], store, purpose), written, times + behind, behind
        )

    def _dealt(self, row: dict[str, str], around: Around | None) -> PlainGoods:
        """What the careful way makes of some number, and would of any; raises Unplain where that isn't one plain line."""
        before, behind = around or ("", "")
        deal = self._group.dealer.deal({**row, self._amount: f"{before}{_SAMPLE}{behind}"}, relayed=False)
        lines = [line for _type, some in deal.lines for line in some]
        if len(lines) != 1 or len(deal.sums) != 1 or deal.note:
            raise Unplain
        quantity, [counted_as] = lines[0].quantity, deal.sums
        times = 1 if around else self._group.said[self._amount].factor
        is_plain = quantity.number == int(_SAMPLE) * times and quantity.certainty is Certainty.EXACT
        if quantity.is_money is not self.is_money:  # 5袋大米 below 捐款金额 is in no total of money
            raise Unplain
        if not is_plain or quantity.packs or quantity.price or quantity.written.count(_SAMPLE) != 1:
            raise Unplain
        before, _sample, behind = quantity.written.partition(_SAMPLE)
        one = replace(quantity, written=f"{before}1{behind}", number=Fraction(1))
        return PlainGoods(replace(lines[0], quantity=one), before, behind, counted_as)

    def _number(self, text: str) -> PlainNumber:
        around, digits, times = None, text, self._group.said[self._amount].factor
        found = _AROUND.fullmatch(text) if len(text) <= 2 * _MOST_WRITTEN else None
        if found is not None and (found[1] or found[3]):
            around, digits, times = (found[1], found[3]), found[2], 1
            if found[3][:1] in _OF_TIME or without_wish(text) is not None:
                raise Unplain
            if "," in found[2]:
                refuse_two(text)
        meant = PlainNumber(digits, money(digits, times) if self.is_money else number(digits, times)[0])
        self.around.append(around)
        return meant


def number(text: str, factor: int) -> tuple[Fraction, int]:
    """The number that plain digits are, and the same as Stated counts it; raises Unplain."""
    whole, point, part = text.partition(".")
    digits = whole + part
    if not (
        digits.isdigit() and digits.isascii() and whole and len(digits) <= _EXACT_DIGITS and bool(point) == bool(part)
    ):
        raise Unplain
    found = Fraction(int(digits) * factor, 10 ** len(part)) if part else Fraction(int(digits) * factor)
    if not found:
        raise Unplain
    return found, scaled(found)


def money(text: str, factor: int) -> Fraction:
    """How much of what a column of money counts plain digits are, in threes or not; raises Unplain."""
    digits = text.replace(",", "").replace(".", "")
    if -1 < text.find(".") < text.rfind(","):  # 1.234,50 is written in another way
        raise Unplain
    found = plain_number(text) if digits.isdigit() and text.isascii() and len(text) <= _MOST_WRITTEN else None
    if not found or (found * factor * _FEN).denominator != 1:
        raise Unplain
    return found * factor


def template(group: RowReader, row: dict[str, str]) -> Template:
    """What the cells of goods say; raises Unplain."""
    text = row["item"]
    if not text or is_note([text]) or money_item(text) or own_unit(text) or own_amount(text) or thing_went_back(text):
        raise Unplain
    if group.sort == GOODS_IN and where_in((text,)):
        raise Unplain
    refuse_part(row)
    refuse_words(row)
    refuse_one_amount(row, None)
    item, specification, whole = item_and_specification(text, row.get("specification", ""))
    if whole:
        raise Unplain
    heading = group.said["quantity"]
    unit, times = row.get("unit", "") or heading.unit or "", times_said(heading.factor)
    if (heading.of_table or not unit) and is_of_unit(row.get("specification", "")):
        raise Unplain
    is_word = all(character.isalpha() for character in unit)
    if unit_of_many(unit) or unit in UNCOUNTED or row.get("unit") in MONEY_UNITS or not is_word:  # 24瓶/箱, 箱（24瓶）
        raise Unplain
    shown = f"{item}（{specification}）" if specification else item
    purpose = purpose_of(row.get("purpose", "")) if group.sort == GOODS_IN else None
    return Template(shown, item, specification, unit_of(unit), times, unit, row.get("store") or None, purpose)
