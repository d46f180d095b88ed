"""Whoever took a gift in and signed for it, Received By and 接收人: beside those who gave they received nothing."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from donations.domain.paper_fields import PASSED
from donations.domain.slip_words import may_be_person
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import number_in
from donations.importers.words.heading_words import normal

_TAKEN_IN = pattern_of(r"received_?by|receivers?(?:name)?|(?:accepted|collected)by")
_TAKEN_OVER = pattern_of(r"(?:物资|物品)?(?:接收|收货|验收)人员?(?:姓名|签[名字])?")
"""The same of goods alone: of money it may be who needed it."""
_WENT_ON = pattern_of("发放|分发|领[取用]|转[赠交]|去向|流向|送达|受[助益]|用途|(?:住|地)址")
"""Headings of lists that say who was given the goods, or where they live."""
_BETWEEN = pattern_of("[、,，/ ]")
_HIDDEN = pattern_of("[*xX○]")
_NUMBER = pattern_of(r"^[约近]?[0-9,，.]+[万千百]?\s?")
TAKER = pattern_of(".{1,12}(?:院|镇|乡|村|街道|社区|县|区|局|站|所|队|校|中心|会|社协|办|馆)")
_PLACE = pattern_of(r".家[\u3400-\u9fff]|.+[庄屯寨坝湾沟坪堡点口舱寺庙庵园厂店科室部组班学]")
"""What may begin like a surname, and is where goods go: 李家庄, 安置点, 方舱."""
_FAMILIAR = pattern_of(
    r"[小老阿][\u3400-\u9fff]|[\u3400-\u9fff]{1,3}(?:师傅|老师|主任|经理|队长|同志|女士|先生|[姐哥])"
)
"""What people who work together call each other: 小王, 老李, 张师傅."""
BODY = pattern_of(
    r"医院|学校|社区|协会|学会|中心|公司|委员会|政府|局$|院$|\b(?:hospital|clinic|centre|center|school|church|home|house|shelter|pantry|bank|association|society|foundation|council|department|dept|university|college|inc|ltd|health|medical|city|county)\b",
    re.IGNORECASE,
)
_MANY, MORE, _WEIGHED = 10, 50, 50
TAKEN_OR_GIVEN = N_(
    "whether those named took the gifts in for the association or were given them: say --map HEADING=- of their column where they took them in, =recipient where they were given them"
)


def settle(senses: Senses) -> None:
    """Received By, or of goods 接收人, beside who gave is whoever took it in and signed for it; a hospital, or an association, is given it."""
    if not senses.has("donor") or senses.way == "out":
        return
    for column in senses.columns:
        if column.field != "recipient" or column.by_user:
            continue
        is_taken_in = _TAKEN_IN.fullmatch(normal(column.heading)) is not None
        if (is_taken_in and not any(map(BODY.search, senses.cells(column)))) or _took_over(senses, column):
            column.field = PASSED


def may_have_taken(senses: Senses, sort: str) -> str | None:
    """What has to be said of a list of gifts of money where persons below 接收人 stand beside several who gave each: a register
    says who took the money in, a list of help whom it was for. Each beside one who gave is helped.
    """
    if sort not in (GOODS_IN, MONEY_IN) or senses.way == "out" or not senses.has("donor"):
        return None
    if not senses.has("money", "money_or_goods") or any(_WENT_ON.search(normal(one.heading)) for one in senses.columns):
        return None
    for column in senses.of("recipient"):
        cells = [] if column.by_user else senses.cells(column)
        is_headed = _TAKEN_OVER.fullmatch(normal(column.heading)) is not None
        if cells and is_headed and all(map(are_persons, cells)) and _are_shared(senses, column):
            column.is_asked = True
            return TAKEN_OR_GIVEN
    return None


def _took_over(senses: Senses, column: Column) -> bool:
    """Whether persons alone stand below 接收人, and took in what others are to get: the goods of several who gave, or more in
    each row than anybody needs. 张三 who got a coat was given it, and so was whoever has an address.
    """
    counts_goods = senses.has("item", "goods", "quantity") and not senses.has("spent", "money_or_goods")
    if senses.has("money") and not _are_goods_too(senses):
        return False
    cells = senses.cells(column)
    if not counts_goods or not cells or _TAKEN_OVER.fullmatch(normal(column.heading)) is None:
        return False
    if any(_WENT_ON.search(normal(other.heading)) for other in senses.columns):
        return False
    return all(map(are_persons, cells)) and (are_many(senses.columns, senses.records()) or _are_shared(senses, column))


def _are_goods_too(senses: Senses) -> bool:
    """Whether rows say how many goods came beside columns of money: 捐赠金额, 物资名称, 数量."""
    return any(_things(senses.columns, counted, row) for row in senses.records() for counted in senses.of("quantity"))


def are_many(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether nobody needs as many things as stand in each row, and somebody hardly in all; 20斤 is what a family eats."""
    counts = counts_in(columns, rows)
    return bool(counts) and min(counts) >= _MANY and max(counts) >= MORE


def counts_in(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Fraction]:
    """How many things the rows say, one by one, without those that say none."""
    counted = [column for column in columns if column.field == "quantity"]
    return [each for row in rows for column in counted if (each := _things(columns, column, row))]


def _things(columns: Sequence[Column], counted: Column, row: Sequence[str]) -> Fraction:
    """How many things a row says, those that are weighed in so many heaps."""
    cell = shown_at(row, counted.index)
    beside = next((said for column in columns if column.field == "unit" and (said := shown_at(row, column.index))), "")
    unit = spellings().get((_NUMBER.sub("", cell) or beside or counted.said.unit or "").casefold())
    number = number_in(cell) or Fraction(0)
    return number / _WEIGHED if unit is not None and unit.dimension else number


def _are_shared(senses: Senses, column: Column) -> bool:
    """Whether somebody stands beside several who gave, and few of them beside all; two gifts to one of many children are for it."""
    met: dict[str, set[str]] = {}
    records = senses.records()
    for row, donor in product(records, senses.of("donor")):
        taker, giver = shown_at(row, column.index), shown_at(row, donor.index)
        if taker and giver:
            met.setdefault(taker, set()).add(giver)
    return any(len(givers) > 1 for givers in met.values()) and 2 * len(met) <= len(records)


def are_persons(cell: str) -> bool:
    """Whether a cell may name a person, or several, and no body or place: 张三, and not 东乡镇."""
    names = [_HIDDEN.sub("某", name) for name in _BETWEEN.split(simplified(cell)) if name]
    return bool(names) and all(
        _FAMILIAR.fullmatch(name) or (may_be_person(name) and not (TAKER.fullmatch(name) or _PLACE.fullmatch(name)))
        for name in names
    )
