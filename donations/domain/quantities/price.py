"""What goods cost or are worth: @3.5元, @@约11万元, 单价3.5元, 每箱700元, 价值约11万元, 3.5元/只."""

from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import number_name_at
from donations.domain.quantities.money import YUAN, is_money_word
from donations.domain.quantities.numerals import TOO_LARGE
from donations.domain.quantities.unit import unit_at
from donations.domain.quantities.words import TOGETHER
from donations.domain.quantity import Price


class Priced(NamedTuple):
    """A text with its price taken out: the parts of the text that remain, and the price."""

    kept: tuple[tuple[int, int], ...]
    price: Price | None

    def of(self, text: str) -> str:
        """What remains of `text`."""
        return " ".join(text[start:end] for start, end in self.kept)


WORTH = r"(?:总|市场|共)?(?:价值|市值|总值|货值|估值|估价|市场价|折价|折款|折算|折合|折现|总价|总价款|作价|市价|售价|原价|总货值)"
"""The words that say what goods are worth."""


@cache
def _strong_cue() -> Pattern[str]:
    return pattern(
        rf"[ ,;，；(]*(?:{WORTH}|(?<!打)折"
        r"|(?<![a-z])(?:worth|valued at|with a value of|a value of|total value|value))(?:人民币|总计|合计|合共|共计|为|是|:| |of|共)*$"
    )


@cache
def _weak_cue() -> Pattern[str]:
    return pattern(
        rf"[ ,;，；(]*(?:合人民币|总金额|金额|总额|总共|一共|合计|{TOGETHER}|累计|共计|总计|小计|合|共花费?|共用|花了|花费|用去|共|计|费用|价款|=|(?<![a-z])(?:for|total|in total))(?:人民币|为|是|:| )*$"
    )


@cache
def _unit_cue() -> Pattern[str]:
    return pattern(r"[ ,;，；(]*(?:单价|均价|进价|单个|×|(?<![a-z])(?:unit price|at|each))(?:人民币|为|是|:| )*$")


@cache
def _per() -> Pattern[str]:
    return pattern(r" ?(?:/|每|一|per |a |an ) ?(?:[1一] ?)?")


@cache
def _each() -> Pattern[str]:
    return pattern(r" ?(?:each|apiece|a piece|per piece|per unit|every)(?![a-z])")


@cache
def _closing() -> Pattern[str]:
    return pattern(r" ?的?[ )]*")


def priced(text: str, written: str) -> Priced:
    """Takes the price out of `text` (folded, lower case).

    Raises NotMoney where no yuan can be read behind @, NotPositive at zero or less, AmountTooLarge.
    """
    at = text.find("@")
    if at >= 0:
        return _behind_at(text, at, written)
    found: list[tuple[int, int, Price]] = []
    for count in counts(text):
        span = _in_words(text, count, written)
        if span is not None:
            start = max(span[0], found[-1][1]) if found else span[0]
            found.append((start, span[1], span[2]))
    if not found:
        return Priced(((0, len(text)),), None)
    price = next((price for _, _, price in found if price.whole), found[0][2])
    result = Priced(_around(found, len(text)), price)
    rest = result.of(text).strip(" ,;:()的，；：。")
    return Priced(((0, len(text)),), None) if not rest or is_money_word(rest) else result


def _around(found: list[tuple[int, int, Price]], length: int) -> tuple[tuple[int, int], ...]:
    edges = [0, *(edge for start, end, _ in found for edge in (start, end)), length]
    return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start)


def _behind_at(text: str, at: int, written: str) -> Priced:
    whole = text.startswith("@@", at)
    start = at + (2 if whole else 1)
    tail = text[start:]
    found = counts(tail)
    count = found[0] if found else None
    if count is None or tail[: count.start].strip(" :"):
        raise errors.NotMoney(got=written[:60])
    yuan = _yuan(count, written)
    end, per = per_unit(tail, count.end)
    rest = tail[end:]
    if (rest and rest[0] not in " ,;。，；()") or "@" in rest:
        raise errors.NotMoney(got=written[:60])
    price = Price(yuan, count.certainty, whole, per or (count.per.name if count.per else None))
    kept = ((0, at), (start + end, len(text))) if counts(rest) else ((0, at),)
    return Priced(kept, price)


def _yuan(count: Count, written: str) -> Fraction:
    if count.fault is errors.NotPositive or (count.number is not None and count.number <= 0 and not count.fault):
        raise errors.NotPositive(got=written[:60])
    if count.fault is errors.AmountTooLarge:
        raise errors.AmountTooLarge(got=written[:60], largest=str(TOO_LARGE - 1))
    foreign = count.currency not in (None, YUAN)
    if count.fault or count.number is None or foreign or (count.unit is not None and not count.loose):
        raise errors.NotMoney(got=written[:60])
    return count.number


def per_unit(text: str, position: int) -> tuple[int, str | None]:
    """The end and unit of /箱, 每箱, 一箱, per box, each behind money."""
    each = _each().match(text, position)
    if each:
        return each.end(), None
    per = _per().match(text, position)
    name = per is not None and number_name_at(text, position + per[0].startswith(" "))  # 3.5元 一次性
    unit = unit_at(text, per.end()) if per and not name else None
    return (unit[0], unit[1].name) if unit else (position, None)


def _in_words(text: str, count: Count, written: str) -> tuple[int, int, Price] | None:
    """The span and the price where `count` is money with a word that says what it is the price of."""
    money = count.currency is not None or count.loose
    strong, unit = _strong_cue().search(text, 0, count.start), _unit_cue().search(text, 0, count.start)
    weak = _weak_cue().search(text, 0, count.start) if money else None
    end, per = per_unit(text, count.end)
    per = per or (count.per.name if count.per and (money or strong or unit) else None)
    bare = count.unit is None and not count.is_vague
    if not (
        money or (bare and (strong or (unit and text[unit.start() : unit.end()].strip(" ,;(:") in ("单价", "均价"))))
    ):
        return None
    each = end > count.end or per is not None or unit is not None
    cue = strong or unit or weak
    if cue is None and not each:
        return None
    start = _start(text, cue.start() if cue else count.start)
    if unit and not (strong or per):
        start, per = _named_unit(text, start, unit.start())
    whole = not each
    yuan = _yuan(count, written)
    closing = _closing().match(text, end)
    return start, closing.end() if closing else end, Price(yuan, count.certainty, whole, per)


@cache
def _before_unit_cue() -> Pattern[str]:
    return pattern(r"[ ,;(]*每$")


def _named_unit(text: str, start: int, cue: int) -> tuple[int, str | None]:
    """每只单价3.5元: the unit that stands in front of 单价."""
    for first in range(max(0, cue - 3), cue):
        unit = unit_at(text, first)
        every = _before_unit_cue().search(text, 0, first)
        if unit and unit[0] == cue and every:
            return every.start(), unit[1].name
    return start, None


def _start(text: str, start: int) -> int:
    while start and text[start - 1] in " ,;，；(":
        start -= 1
    return start
