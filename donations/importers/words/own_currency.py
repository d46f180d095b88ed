"""Amounts whose sign or unit only repeats the currency that the heading says: $1,000 of HK$, 1000元整 of 新台币."""

import re
from dataclasses import replace

from donations.domain.amount import MONEY
from donations.domain.quantities.money import CURRENCIES, UNIT_OF
from donations.domain.quantity import Quantity
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import WORTH_IN_YUAN, Misfit
from donations.importers.words.counting import named_quantities
from donations.importers.words.money_measures import OTHER, SIGN_OF

WHOSE_YUAN = N_(
    "an amount of the money that its column or row names, 50欧元 below 欧元, or one that says whose 元 it is, 人民币50元: 元 alone may be either"
)
WHOSE_SIGN = N_(
    "an amount of the money that the list names, such as HK$1,000 or 1000港元, or one that says whose it is, 人民币1000元: the sign ¥ alone may be either"
)
_CALLED_YUAN = SIGN_OF["$"]
"""Currencies whose unit is 元 in Chinese, and $ their sign."""
_SIGN = {each.item: each.before[0].upper() for each in CURRENCIES if each.item in _CALLED_YUAN}
_DOLLAR = pattern_of(r"(?<![A-Za-z$])\$")
_YEN = pattern_of(r"^(?:jp)?[¥￥]\s*", re.IGNORECASE)
_YUAN_SIGN = pattern_of(r"(?<![A-Za-z])(?<!人民币)[¥￥]")
_YUAN = pattern_of(r"[元圆圓][整正]?")
_ONLY_YUAN = pattern_of(
    r"[0-9零〇一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟][0-9零〇一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟,， .]*元[整正]?"
)
_ROUND = pattern_of(r"(?<=[0-9十百千万拾佰仟])\s?[圆圓][整正]?$")
"""What yen are called as well as yuan."""
_OF_ONE = pattern_of(r"[¥￥€£]|人民币|rmb|cny|usd|[美港欧日韩澳加坡币]|[a-z] ?\$", re.IGNORECASE)
"""What says which currency it is."""
_SAYS_WHOSE = pattern_of(r"[¥￥€£]|人民币|rmb|cny|usd|hkd|[美港欧日韩澳加坡台]\s?[元圆币]|[a-z] ?\$", re.IGNORECASE)
"""The same beside goods, whose names may have any sign: 加湿器."""
_SAYS_ANY = pattern_of(rf"{_SAYS_WHOSE.pattern}|[元圆块]", re.IGNORECASE)
"""The same in a list of money that nobody calls 元."""
MONEY_UNITS = {
    "元": 1, "圆": 1, "圓": 1, "万元": 10**4, "萬元": 10**4, "人民币": 1, "人民幣": 1, "rmb": 1, "元人民币": 1,
}  # fmt: skip
"""What cash among goods is counted in, and how many yuan that is."""


def in_its_own(text: str, currency: str | None) -> str:
    """The amount with its currency written out, where its sign or unit may be of any that is called so.

    Raises Misfit for 50元 in euros or yen, which nobody calls 元, and for ￥50 in a list of any money but yuan and yen.
    """
    if currency not in (None, MONEY, OTHER, "JPY") and _YUAN_SIGN.search(text):
        raise Misfit(WHOSE_SIGN)
    if currency not in (None, MONEY, OTHER, *_CALLED_YUAN) and _ONLY_YUAN.fullmatch(simplified(text)):
        raise Misfit(WHOSE_YUAN)
    if currency == "JPY":
        marked = _YEN.sub("JP¥", text, count=1)
        return _ROUND.sub("日元", text) if marked == text else marked
    if currency not in _CALLED_YUAN or _OF_ONE.search(simplified(text)):
        return text
    if _DOLLAR.search(text):
        return _YUAN.sub("", _DOLLAR.sub(_SIGN[currency], text, count=1))
    return _YUAN.sub(UNIT_OF[currency], text, count=1)


def named_in(text: str, currency: str | None) -> tuple[Quantity, ...]:
    """What a cell of a list in that currency names: money that it only calls 元 is of it. Raises Misfit where goods are worth so."""
    found = named_quantities(text)
    if currency not in _CALLED_YUAN:
        return found
    unsaid = [each for each in found if not _SAYS_WHOSE.search(simplified(each.written))]
    if any(each.price is not None for each in unsaid):
        raise Misfit(WORTH_IN_YUAN)
    return of_list(found, currency)


def of_list(found: tuple[Quantity, ...], currency: str | None) -> tuple[Quantity, ...]:
    """The quantities, where money that is only called 元, or nothing but a number beside 现金, is of the list in that currency."""
    if currency in (None, MONEY):
        return found
    others = _SAYS_WHOSE if currency in _CALLED_YUAN else _SAYS_ANY
    return tuple(
        replace(each, item=currency, unit=UNIT_OF[currency])
        if each.item == MONEY and not others.search(simplified(each.written))
        else each
        for each in found
    )
