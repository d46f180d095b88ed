"""What a heading says that its numbers are counted in: 金额（万元）, 物（折款，万元）, 金额（人民币）万元, 数量/箱."""

import re
from collections.abc import Callable
from functools import lru_cache

from donations.domain.amount import MONEY
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.money_measures import TIMES, amount_in, measure_within, money_measure

LONGEST_HEADING = 40

BRACKETED = pattern_of(r"[(\[【〔〈<《]([^()\[\]【】〔〕]*)[)\]】〕〉>》]?")
_BEHIND = pattern_of(
    r"(?:(?<=[额款值价出入资金计付物放])[:,/—-]?|(?<=数)[:,/—-])(?:单位[:/]?)?((?:人民币|rmb|cny)?(?:[十百千]?[万亿]元?|元)|[a-z]{3}|[a-z]{0,3}\$|[¥€£])$|(?:(?<=amount)|(?<=amt)|(?<=[额款入出值价合]))[:/-]?(?:in)?((?:us|hk|nt|ca|au)?\$|hkd|usd|twd|cad|aud|gbp|eur|cny|rmb|[£€]|港[币元]|美[元金]|新?台币)$"
)
_BEHIND_BRACKETS = pattern_of(r"[:/-]?([十百千]?[万亿]?元|[十百千]?[万亿])$")
"""金额（人民币）万元"""
_CONVERTED = pattern_of(r"[已均]?(?:折|约合)")
"""金额（折合人民币） is what amounts make, and not another word for these."""
_COUNTED = pattern_of(r"(?<=数量|合计|总计|总数)/(.{1,3})$")
_GIVEN = pattern_of(r"^捐[赠献助]?(?![赠献助款资物]|.*[箱点站]$)(?=.)")
_GOODS_COUNTED = pattern_of(r"((?=.*[\u3400-\u9fff])[^/()]{2,20})/([\u3400-\u9fff]{1,2})")
"""口罩/个, 84消毒液/瓶"""
_IN_FRONT = pattern_of(r"/([百千万亿]?元)(?=\()")
"""借方发生额/元(支取)"""
_OF_UNIT = pattern_of(r"^(?:单位|计量单位|币种|货币|金额单位|in(?=['0tm][0hi]))?[:/为]*")
_SAID = {1: "", 100: "百", 1000: "千", 10**4: "万", 10**6: "百万", 10**8: "亿"}
_SHORT = 2
"""Of so few letters are also other words: k, w, mn."""

_OF_PEOPLE = ("人", "户", "次")
_PRICE = pattern_of(r"[单均进]价|price")
_OF_ONE = pattern_of(r"(?:人民币)?元[/每]([\u3400-\u9fffa-z]{1,3})")

Stated = tuple[int, str | None, str | None, str]


def measure_stated(plain: str, counts_money: Callable[[str], bool]) -> Stated:
    """Factor, currency and unit that a heading (normal) states in brackets or behind it, and the heading without them;
    `counts_money` tells of a heading whether it is one of money.
    """
    plain = _IN_FRONT.sub(r"(\1)", plain)
    for found in BRACKETED.finditer(plain):
        if (stated := _in_brackets(plain, found, counts_money)) is not None:
            return stated
    behind = _BEHIND.search(plain) or _COUNTED.search(plain)
    measured = measure_named(next(filter(None, behind.groups()))) if behind else None
    if behind and measured:
        return *measured, plain[: behind.start()]
    if (amount := amount_in(plain)) is not None:
        return *amount[1], None, amount[0]
    return 1, None, None, plain


def _in_brackets(plain: str, found: re.Match[str], counts_money: Callable[[str], bool]) -> Stated | None:
    """The same of what one pair of brackets says, 金额（万元）, 金额（人民币）万元, 物（折款，万元）."""
    measured = measure_named(word := _OF_UNIT.sub("", found[1]))
    if (unit := _priced(plain, word)) is not None:
        return 1, MONEY, unit, plain[: found.start()] + plain[found.end() :]
    is_long = len(plain) - len(found[0]) > LONGEST_HEADING  # a text with thousands of brackets is put together once
    if measured is not None and measured[2] not in _OF_PEOPLE:
        behind = _BEHIND_BRACKETS.match(plain, found.end()) if measured[:2] != (1, None) else None
        factor, end = (1, found.end()) if behind is None else ((measure_named(behind[1]) or (1,))[0], behind.end())
        return measured[0] * factor, measured[1], measured[2], plain[: found.start()] + plain[end:]
    without = "" if is_long else plain[: found.start()] + plain[found.end() :]
    opened = "" if is_long else plain[: found.start()] + found[1] + plain[found.end() :]
    is_whole = not counts_money(without) or _CONVERTED.match(word) is not None
    rest = opened if is_whole and counts_money(opened) else without
    if not counts_money(rest) or (money := measure_within(word)) is None:
        return None
    return *money, None, rest


def _priced(plain: str, word: str) -> str | None:
    """The unit of which a heading (normal) of prices says in brackets that they are of one, 单价（元/个）."""
    found = _OF_ONE.fullmatch(word) if len(plain) <= LONGEST_HEADING else None
    unit = spellings().get(found[1]) if found and _PRICE.search(plain) else None
    return None if unit is None or unit.name in _OF_PEOPLE else unit.name


def goods_counted(plain: str, sense_of: Callable[[str], str | None]) -> tuple[str, str | None]:
    """The goods of a heading (normal) that says their unit behind a stroke, 口罩/个 or 图书/册, and that; the heading and None where
    other words that `sense_of` knows stand before it, or no unit behind.
    """
    found = _GOODS_COUNTED.fullmatch(plain)
    unit = spellings().get(found[2]) if found else None
    if found is None or unit is None or unit.name in _OF_PEOPLE or sense_of(found[1]) not in (None, "item"):
        return plain, None
    return found[1], unit.name


def without_giving(goods: str) -> str:
    """The goods of a heading without the word that they were given: 捐水泥 is cement; 捐款箱 is a box."""
    return _GIVEN.sub("", goods)


@lru_cache(maxsize=1024)
def measure_named(word: str) -> tuple[int, str | None, str | None] | None:
    """Factor, currency and unit that a word (normal) means: 万元, usd, 个, 千只; None where it is no measure."""
    money = money_measure(word)
    if money is not None and (money.currency or not word.isascii() or len(word) > _SHORT):
        return *money, None
    if (unit := spellings().get(word)) is not None:
        return 1, None, unit.name
    for times, factor in TIMES.items():
        unit = spellings().get(word.removeprefix(times)) if word.startswith(times) and len(times) != len(word) else None
        if unit is not None and (len(times) > _SHORT or not times.isascii()):
            return factor, None, unit.name
    return None


def times_said(factor: int) -> str:
    """How people write behind a number what it is to be multiplied with: 万; nothing for 1."""
    return _SAID.get(factor, f"×{factor}")
