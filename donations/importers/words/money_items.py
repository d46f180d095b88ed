"""Money in the column of goods: 现金 beside 500元, 美元 beside 100, 现金 100 美元, 现金（元）."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from donations.domain.amount import MONEY, Certainty
from donations.domain.quantities.money import CURRENCIES, is_money_name
from donations.domain.quantity import Price, Quantity
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words import cells as one
from donations.importers.words import money_cells
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.counting import is_money
from donations.importers.words.giving_words import GIVING
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.own_currency import MONEY_UNITS, WHOSE_SIGN

SAID_IN_NOTE = N_("an amount with what it is counted in behind it: the remark says that")
ONE_CURRENCY = N_("one currency: the cells of the row name two, or a unit that no money has")

HOW_MUCH_CASH = N_("how much money it was, such as 500 or 1元: 1 alone may say how many gifts came")
NO_PRICE_OF_MONEY = N_(
    "what each of so many was, or nothing: the same number stands as the quantity; leave the column out with --map HEADING=-"
)
_CHECKS = ("check", "cheque", "checks", "cheques", "支票")
TIMES = ("人", "笔", "户", "家", "位", "名", "次", "批")
"""How often it was given, or by how many."""
OFTEN = (*TIMES, "项", "宗")
_COUNTED = ("item", "quantity", "money_or_goods", "specification")
"""Beside one of these a unit is that of goods."""
_MEASURED = pattern_of(r"(.+)\(([^()]+)\)")
_LONGEST_MEASURE = 8
_CODE = 4
"""Longer words of a currency are no other thing, as mop and won are."""


@lru_cache(maxsize=4096)
def money_item(item: str) -> tuple[int, str | None] | None:
    """The factor and currency of the money that an item is, None as the currency where any is meant; None where it is goods."""
    plain = normal(item)
    measured = _MEASURED.fullmatch(plain)
    if measured:
        factor, currency, _unit = measure_named(measured[2]) or (1, None, None)
        if currency is None or not (is_money_name(measured[1]) or _currency(measured[1])):
            return (1, None) if is_money(item) else None
        return factor, currency
    currency = _currency(plain) or (MONEY if item == MONEY else None)
    return (1, currency) if currency or is_money(item) else None


def _currency(plain: str) -> str | None:
    word = plain.removesuffix("现金").removesuffix("现钞") or plain
    for currency in CURRENCIES:
        told = not word.isascii() or len(word) > _CODE or word == "us$"
        if (told and word in (*currency.behind, *currency.before)) or word == currency.item.casefold() == "usd":
            return currency.item
    return None


def cash_of(item: str, quantity: str, unit: str, times: int, alone: bool) -> tuple[Quantity, ...] | None:
    """The money that an item with its quantity and unit is; None where it is goods, or says no amount.

    `times`: what the heading says of the numbers below it; `alone`: nothing says what it is worth. Raises InField, also for one
    check, or one donation in English, of which nobody says how much it was.
    """
    found = money_item(item) if item and quantity else None
    if found is None:
        return None
    factor, currency = found
    counted = (measure_named(normal(unit)) or (1, None, unit)) if unit else (1, None, None)
    if counted[2] is not None and currency in (None, MONEY):
        if alone and unit in OFTEN:
            raise InField("quantity", HOW_MUCH_CASH, f"{quantity}{unit}")
        return None  # 红包 5 个 are goods
    beside = counted[1]
    if counted[2] is not None or (beside and currency and beside not in (currency, MONEY)):
        raise InField("unit", ONE_CURRENCY, unit)
    currency = currency or beside
    if alone and quantity == "1" and not (unit or currency) and item.casefold() in GIVING and item.isascii():
        raise InField("quantity", HOW_MUCH_CASH, quantity)
    number = one.plain_number(quantity)
    try:
        if number is not None:
            return (
                money_cells.cash(f"{item}{quantity}{unit}", number * factor * times * counted[0], currency or MONEY),
            )
        return None if unit else _said(quantity, factor * times, currency)
    except Misfit as misfit:
        raise InField("quantity", misfit.expected, quantity) from None


def cash_beside(
    cells: Mapping[str, str], abroad: str, said: Mapping[str, Heading], worth: tuple[Fraction, Certainty] | None
) -> tuple[Quantity, ...] | None:
    """The money that an item is of which a column of worth says how much, of yuan or the one of foreign money, `abroad`.

    None where no such column does. Raises InField.
    """
    return _cash_abroad(cells, abroad, said) or _cash_worth(cells, worth, said.get("quantity"))


def _cash_abroad(cells: Mapping[str, str], field: str, said: Mapping[str, Heading]) -> tuple[Quantity, ...] | None:
    """The money that an item is of which only a column of foreign worth, `field`, says how much: Cash beside $100. Raises InField."""
    item, worth, heading = cells.get("item", ""), cells.get(field, ""), said.get(field)
    if heading is None or not worth or cells.get("quantity", "") not in ("", "1") or cells.get("unit"):
        return None
    found = money_item(item) or ((1, None) if item.casefold() in _CHECKS else None)
    if found is None or found[1] not in (None, heading.currency):
        return None
    try:
        return money_cells.money(worth, heading.factor, heading.currency)
    except Misfit as misfit:
        raise InField(field, misfit.expected, worth) from None


def _cash_worth(
    cells: Mapping[str, str], worth: tuple[Fraction, Certainty] | None, heading: Heading | None
) -> tuple[Quantity, ...] | None:
    """The money that an item is which a row only counts as one, 现金 1 or 现金 3 笔, by the column of worth beside it.

    None where there is no such worth, or it is the number again. Raises InField where it is another: 现金 50 beside 100元.
    """
    item, quantity = cells.get("item", ""), cells.get("quantity", "")
    number = one.plain_number(quantity) if worth is not None and quantity else None
    found = None if number is None else money_item(item)
    if worth is None or number is None or found is None or found[1] not in (None, MONEY):
        return None
    unit, factor = cells.get("unit", "") or (heading and heading.unit) or "", heading.factor if heading else 1
    measure = (measure_named(normal(unit)) if unit else None) or (1, None, unit or None)
    if measure[2] is None and number * found[0] * measure[0] * factor == worth[0]:
        return None
    if unit in OFTEN or (not unit and (number == 1 or cells.get("price"))):
        return (replace(money_cells.cash(f"{item}{cells.get('value', '')}", worth[0]), certainty=worth[1]),)
    if measure[2] is None:
        raise InField("quantity", one.SAID_TWICE, f"{item} {quantity}{unit}")
    return None  # 红包 5 个 are goods


def cash_counted(
    cells: Mapping[str, str], number: Fraction | None, unit: str | None, cost: Price | None
) -> Quantity | None:
    """Money in the place of goods, so much of its own or, with a price of one, as many times that: Donation 2 at 25, 捐款 2笔 of 500.

    None where the unit is one of goods, or nobody says how many. Raises InField.
    """
    item, quantity = cells["item"], cells.get("quantity", "")
    each = cost.yuan if cost is not None and not cost.whole else None
    unit = None if unit in OFTEN and each is not None else unit
    if number is None or (unit or "元") not in MONEY_UNITS:
        return None
    if each is not None and each == number != 1:
        raise InField("price", NO_PRICE_OF_MONEY, cells.get("price", ""))
    try:
        return money_cells.cash(f"{item}{quantity}{unit or ''}", number * MONEY_UNITS[unit or "元"] * (each or 1))
    except Misfit as misfit:
        raise InField("quantity", misfit.expected, quantity) from None


def _said(quantity: str, factor: int, currency: str | None) -> tuple[Quantity, ...]:
    """500元, $100 and 5万 beside the name of money."""
    found = money_cells.money(quantity, factor, currency)
    if not all(each.is_money for each in found) or any(each.item != (currency or each.item) for each in found):
        raise Misfit(ONE_CURRENCY)
    return found


def counts_money(word: str) -> bool:
    """Whether a cell says what an amount is counted in, and nothing else: 万元, 美元; not what may be a place, US or HK."""
    if len(word) > _LONGEST_MEASURE or (word.isascii() and len(word) < 3 and word.isalpha()):  # noqa: PLR2004
        return False
    measure = measure_named(normal(word))
    return measure is not None and measure[2] is None


def is_counted_so(word: str) -> bool:
    """The same of anything but plain yuan."""
    return counts_money(word) and (measure_named(normal(word)) or ())[:2] not in ((1, None), (1, MONEY))


def refuse_measure_in_note(cells: Mapping[str, str], field: str) -> None:
    """Raises InField for a bare amount whose remark alone says what it is counted in."""
    note = cells.get("note", "")
    if note and not cells.get("unit") and one.plain_number(cells[field]) is not None and is_counted_so(note):
        raise InField(field, SAID_IN_NOTE, f"{cells[field]} {note}")


def measured_in(cells: Mapping[str, str], field: str) -> tuple[int, str | None] | None:
    """Factor and currency that a cell of units beside nothing but money says: 万元. Raises InField where it is no money."""
    unit = cells.get("unit", "")
    if not unit or one.plain_number(cells[field]) is None or any(cells.get(other) for other in _COUNTED):
        return None
    measure = measure_named(normal(unit))
    if measure is None or measure[2] is not None:
        raise InField("unit", one.A_CURRENCY, unit)
    return measure[0], measure[1]


def money_in(cells: Mapping[str, str], text: str, factor: int, currency: str | None) -> tuple[Quantity, ...]:
    """The amount of a row, in the currency that a cell of its own names, else in `currency`. Raises Misfit, InField.

    Where the amount says another, ¥100 beside 美元, one of the two is a slip, and nobody can tell which.
    """
    named = _currency_in(cells)
    try:
        found = money_cells.money(text, factor, named or currency)
    except Misfit as misfit:
        raise Misfit(ONE_CURRENCY if named and misfit.expected == WHOSE_SIGN else misfit.expected) from None
    if named is not None and any(each.is_money and each.item != named for each in found):
        raise Misfit(ONE_CURRENCY)
    return found


def _currency_in(cells: Mapping[str, str]) -> str | None:
    """The currency that a cell of its own names. Raises InField."""
    text = cells.get("currency", "")
    if not text:
        return None
    measure = measure_named(normal(text))
    if measure is None or measure[1] is None:
        raise InField("currency", one.A_CURRENCY, text)
    return measure[1]
