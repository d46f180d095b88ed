"""What one cell names: goods, or several of them, with what they are worth together."""

from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY, Certainty
from donations.domain.quantity import Price, Quantity
from donations.i18n import N_
from donations.importers.words import cells as one
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.counting import Counted, unit_of
from donations.importers.words.own_units import is_of_unit
from donations.importers.words.paired import apart

WITH_CASH = N_(
    "what the goods are worth alone: this may count the cash beside them; write it behind them, 大米10袋（价值1000元）, or pass the column over with --map HEADING=-"
)
GOODS = "物资"
"""What goods are called in a table that only says what they are worth."""


class Given(NamedTuple):
    """What the cells of a row say was given: goods with what they are worth beside them, and money."""

    goods: tuple[Quantity, ...] = ()
    money: tuple[Quantity, ...] = ()
    units: tuple[str, ...] = ()
    """The unit of each of the goods as written."""
    worth: Fraction | None = None
    """Yuan that all the goods are worth, by a cell of its own."""
    note: str | None = None
    counts_as_money: bool = False
    """Whether the worth stands among amounts of money, and in the totals of them."""


def of_item(item: str, found: Counted | tuple[Quantity, ...]) -> Counted | tuple[Quantity, ...]:
    """What a cell of quantities says, which may name goods only where the item is none or only says that they are goods."""
    if isinstance(found, Counted) or not item or item.endswith(("物资", "物品", "用品", "款物", "等")):
        return found
    if any(quantity.item not in item and item not in quantity.item for quantity in found):
        raise Misfit(one.ONE_QUANTITY)
    return found


def several(
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
    if goods and money and worth is not None and (alone := _beside_cash(goods, money, worth, value)) != worth:
        cost, worth = None, alone
    if len(goods) == 1:
        [first] = goods
        own = first.unit or (unit_of(unit) if first.number is not None else None)
        price = cost if cost and (cost.whole or first.number is not None) else first.price
        goods = (_with(first, own, price),)
    elif goods and worth is not None and (cost or any(each.price is None for each in goods)):
        note = f"合计价值{value}"
    if money and not goods and worth is not None:  # 捐款3.9亿 beside 39000万元 is one amount, said twice
        if sum((each.number or Fraction(0) for each in money), Fraction(0)) != worth[0]:
            raise InField("value", one.SAID_TWICE, value)
        worth = None
    return Given(goods, money, tuple(each.unit or "" for each in goods), worth and worth[0], note)


def _beside_cash(
    goods: tuple[Quantity, ...], money: tuple[Quantity, ...], worth: tuple[Fraction, Certainty], value: str
) -> tuple[Fraction, Certainty] | None:
    """What goods are worth by the amount beside 现金5000元、大米10袋, which may count the cash too; None where it counts nothing else.
    Raises InField where nobody can tell.
    """
    cash = sum((each.number or Fraction(0) for each in money if each.item == MONEY), Fraction(0))
    prices = [each.price for each in goods if each.price is not None and each.price.whole]
    own = sum((price.yuan for price in prices), Fraction(0))
    if len(prices) == len(goods) and worth[0] in (own, own + cash):
        return own, worth[1]
    if worth[0] > cash > 0:
        raise InField("value", WITH_CASH, value)
    return None if worth[0] == cash else worth


def with_specification(given: Given, beside: str) -> Given:
    """What was given, with what the column of specifications says, where the goods were named with their amounts (防护服50套).

    Of one of them it is its own; of which of several it is nobody knows, and it is noted.
    """
    says = [each.specification for each in given.goods if each.specification]
    if is_of_unit(beside) and {each.unit for each in given.goods} == {unit_of(beside)}:
        return given
    if not given.goods or not beside or any(f"，{beside}，" in f"，{said}，" for said in says):
        return given
    if len(given.goods) > 1 and says and set(says) <= set(apart(beside)):
        return given
    if len(given.goods) > 1:
        return given._replace(note="；".join(filter(None, (f"规格：{beside}", given.note))))
    [one_good] = given.goods
    if beside == one_good.item or (beside[0].isdigit() and one_good.written.endswith(beside)):
        return given
    both = "，".join(filter(None, (one_good.specification, beside)))
    return given._replace(goods=(replace(one_good, specification=both),))


def with_others(given: Given, worth: tuple[Fraction, Certainty] | None, value: str) -> Given:
    """Goods of which is only said what they are worth together with those of the rows below: it can't be split, and is noted.

    `worth` where each of them has a price of its own besides, which it keeps.
    """
    if worth is not None:
        return given._replace(worth=worth[0])
    if given.worth is None:
        return given
    goods = tuple(_with(each, each.unit, None) for each in given.goods)
    return given._replace(goods=goods, note=f"与下面的物资合计价值{value}")


def yuan_shown(value: str, factor: int) -> str:
    """An amount of yuan as people write it."""
    return f"{value}{'万' if factor == 10**4 else ''}元" if one.plain_number(value) is not None else value


def _with(quantity: Quantity, unit: str | None, price: Price | None) -> Quantity:
    return Quantity(
        quantity.written, quantity.item, quantity.specification, quantity.number, unit, quantity.certainty,
        quantity.packs, quantity.pack_unit, price,
    )  # fmt: skip


def is_one_thing(found: tuple[Quantity, ...]) -> bool:
    """Whether a cell of money or goods names goods of one sort alone, of which the price beside it is."""
    return len(found) == 1 and not found[0].is_money and found[0].number is not None
