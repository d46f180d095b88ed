"""How unlikely the amounts of a text are as the amount of a gift, and as a part of its name."""

from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from donations import errors
from donations.domain.quantities import name as names
from donations.domain.quantities.chain import Chain
from donations.domain.quantities.counted import Count
from donations.domain.quantities.numerals import Style
from donations.domain.quantities.packing import is_rating
from donations.domain.units import Rank

REFUSED = 10
"""A reading as dear as this leaves a whole second amount inside a name: it is refused."""

_LARGEST_MODEL = 1000
_HEAVIEST = 50_000
"""No sack of goods weighs more grams."""


class Costs(NamedTuple):
    """What the chains of a text cost as parts of a name, summed up to each, and which stand in brackets."""

    summed: list[int]
    bracketed: list[bool]

    @classmethod
    def of(cls, low: str, found: tuple[Chain, ...]) -> "Costs":
        summed = accumulate((absorbed(low, chain) for chain in found), initial=0)
        return cls(list(summed), [_in_brackets(low, chain) for chain in found])

    def beside(self, place: int, *, behind: bool) -> int:
        """What all chains but the one at `place` cost, those behind it only where asked for."""
        before = self.summed[place]
        return before + (self.summed[-1] - self.summed[place + 1] if behind else 0)


def _in_brackets(low: str, chain: Chain) -> bool:
    inside = low.count("(", 0, chain.start) > low.count(")", 0, chain.start)
    return inside and ")" not in low[chain.start : chain.end]  # （12瓶/箱）5箱 goes on outside


def base(chain: Chain) -> int:
    """How unlikely a chain is as the amount, by itself."""
    count = chain.first
    if len(chain.counts) > 1:
        return 0
    if count.unit is None and not count.is_vague:
        return 5
    if count.unit is not None and (count.unit.rank is Rank.MEASURE or count.glued):
        return 1
    return 2 if _is_one_han(count) else 0


def _is_one_han(count: Count) -> bool:
    """三杯, 两面: short enough to begin a name."""
    return count.style is Style.HAN and count.number is not None and count.number <= Fraction(10)


def absorbed(low: str, chain: Chain) -> int:
    """How unlikely a chain is as part of a name."""
    if _in_brackets(low, chain):
        return _absorbed_in_brackets(low, chain)
    count = chain.first
    is_whole = len(chain.counts) > 1 or count.currency is not None or count.fault is errors.PartTooLarge
    if is_whole or _is_no_size(low, chain):
        return REFUSED
    if count.per is not None:
        return 2  # 50只/盒 tells how it is packed
    misread = count.fault is not None and count.fault is not errors.NotPositive and count.style is Style.DIGITS
    if count.unit is None:
        before, behind = low[: chain.start], low[chain.end :]
        detached = (not before or before.endswith(" ")) and (not behind or behind.startswith(" "))
        least = 4 if misread else 2
        added = low[chain.end - 1] == "+" and behind[:1].isdigit()  # 口罩100+20个
        return REFUSED if added or (not misread and (detached or count.is_vague)) else least
    if count.unit.rank is Rank.MEASURE or count.glued or is_rating(count):
        return REFUSED if low.startswith(("+", " +"), chain.end) else 3  # 苹果100斤+梨
    return 4 if misread or _is_one_han(count) else REFUSED


def _is_no_size(low: str, chain: Chain) -> bool:
    """Whether an amount is too large for the size of one of the goods, 1000斤苹果, or stands by itself: 矿泉水三个 手套."""
    count = chain.first
    if count.unit is None or count.per is not None or count.fault not in (None, errors.NotPositive):
        return False
    if count.glued:
        return (count.number or 0) >= _LARGEST_MODEL
    if count.unit.rank is Rank.MEASURE:
        is_store = low[chain.end - 1] == "t"  # 硬盘2T
        return not is_store and count.unit.dimension == "mass" and (count.number or 0) * count.unit.factor > _HEAVIEST
    return _is_one_han(count) and chain.start > 0 and low[chain.end : chain.end + 1] == " "


def _absorbed_in_brackets(low: str, chain: Chain) -> int:
    """（50只装） tells of the goods, （手套20双） names others."""
    unit = chain.first.unit
    within = low[low.rfind("(", 0, chain.start) + 1 : chain.start]
    name = names.before_amount(within, within)
    named = name and not (names.is_aside(within) or names.is_size(name))
    return REFUSED if unit and unit.rank > Rank.MEASURE and named else 1


def counts_again(low: str, chain: Chain) -> bool:
    """Whether brackets hold nothing but one more number of pieces, （2万套）, which can't be a size."""
    count = chain.first
    alone = low[: chain.start].endswith("(") and low[chain.end : chain.end + 1] in (")", "")
    return alone and count.unit is not None and count.unit.rank > Rank.MEASURE and not count.per and count.number != 1
