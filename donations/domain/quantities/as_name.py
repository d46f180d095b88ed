"""Amounts that stand where a name belongs: 5000元, 500斤, 口罩500个, 王小明5000元."""

from enum import Enum
from typing import NamedTuple

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.goods import fold, lowered, prepared
from donations.domain.quantities.numerals import numeral_at
from donations.domain.quantities.reading import read
from donations.domain.units import Unit, units

_OF_PEOPLE = frozenset({"人", "人次", "次", "场", "部", "组", "座", "间", "排", "门", "节", "面", "队"})
"""What names count that are names: 王小明等3人, 市场2部, 高三5组, 第二十中学8人次."""


class Certain(Enum):
    """How surely a text is an amount rather than a name."""

    SURELY = "surely"
    LIKELY = "likely"


class AmountWithin(NamedTuple):
    """The amount in a text; `apart` is what could be meant: the name in front of the money, and the money."""

    certain: Certain
    apart: str | None = None


def amount_within(name: str) -> AmountWithin | None:
    """The amount that `name` says instead of naming anybody; None where it is a name like any other."""
    text = prepared(name)
    low = lowered(fold(text))
    found = chains(low)
    if len(found) != 1 or found[0].first.number is None:
        return None
    (chain,) = found
    has_digits = any(character.isdigit() for character in low)
    if not low[: chain.start].strip() and not low[chain.end :].strip():
        return _alone(low, chain, has_digits=has_digits)
    if chain.first.currency is not None and has_digits:
        before = text[: chain.start].strip(" :：")
        return AmountWithin(Certain.LIKELY, f"{before} {text[chain.start : chain.end].strip()}" if before else None)
    return AmountWithin(Certain.LIKELY) if has_digits and _is_of_goods(text, low) else None


def may_be_amount(name: str) -> bool:
    """Whether `name` may say an amount too, though names of people are like it: 5000, 三箱口罩, 一杯茶公益, 一批志愿者."""
    text = prepared(name)
    low = lowered(fold(text))
    found = chains(low)
    if len(found) == 1 and not (low[: found[0].start] + low[found[0].end :]).strip():
        return True
    return _is_of_goods(text, low) or _is_some(low, found) or _is_number_first(low, found)


def _is_some(low: str, found: tuple[Chain, ...]) -> bool:
    """一堆旧衣服, 旧衣服一堆, a batch of masks: goods of unknown amount, said at either end."""
    some = [chain for chain in found if chain.first.number is None]
    return any(not low[: chain.start].strip() or not low[chain.end :].strip() for chain in some)


def _is_number_first(low: str, found: tuple[Chain, ...]) -> bool:
    """500 masks: in English a number needs no unit."""
    first = found[0] if low.isascii() and found else None
    return first is not None and first.start == 0 and first.first.unit is None and low[first.end :][:1] == " "


def _alone(low: str, chain: Chain, *, has_digits: bool) -> AmountWithin | None:
    """5000元 is an amount; 五千元 can be a name, and 三元 or 八两 are as likely names as not."""
    count = chain.first
    if count.currency is None and not (count.unit is not None and _counts_goods(count.unit)):
        return None
    if has_digits:
        return AmountWithin(Certain.SURELY)
    numeral = next(filter(None, (numeral_at(low, place) for place in range(chain.start, chain.end))), None)
    several = numeral is not None and numeral.end - numeral.start > 1
    return AmountWithin(Certain.LIKELY) if several or count.certainty is Certainty.ABOUT else None


def _is_of_goods(text: str, low: str) -> bool:
    try:
        amount = read(text, low, text).amount
    except errors.DonationsError:
        return False
    return amount.number is not None and amount.unit is not None and _counts_goods(amount.unit)


def _counts_goods(unit: Unit) -> bool:
    return unit.name in units() and unit.name not in _OF_PEOPLE
