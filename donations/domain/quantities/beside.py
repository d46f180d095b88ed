"""Amounts that stand beside each other and are two: 矿泉水3箱零5瓶, 苹果100斤+梨50斤, 苹果100斤梨50斤."""

from functools import cache
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.quantities import name as names
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import fold, lowered, number_name_at
from donations.domain.quantities.numerals import numeral_at
from donations.domain.quantities.unit import unit_at
from donations.domain.quantities.words import AND
from donations.domain.units import Rank

_HEAVY = 50_000
"""From 50 kg (or litres) on nothing is the size of a piece: 苹果100斤鸡蛋200个 are two gifts."""

_TWO_NAMES = 4
"""A shorter name is hardly two."""


@cache
def _odd() -> Pattern[str]:
    return pattern(r" ?(?:零|又|和|另加|外加|加上|加|另有|另|还有|\+) ?(?=[0-9一二两三四五六七八九十百千万半])")


def with_odd_ones(text: str, low: str) -> tuple[str, str] | None:
    """矿泉水3箱零5瓶 as 矿泉水5瓶 and 矿泉水3箱: packs, and single ones beside them; None where it says no such thing.

    The single ones come first, so that they are what the goods are counted in.
    """
    for count in counts(low):
        if count.unit is None or count.unit.rank <= Rank.PIECE or count.number is None or count.per or count.fault:
            continue
        odd = _odd().match(low, count.end)
        numeral = numeral_at(low, odd.end()) if odd else None
        blank = 1 if numeral and low[numeral.end : numeral.end + 1] == " " else 0
        unit = unit_at(low, numeral.end + blank) if numeral else None
        if odd is None or unit is None or unit[1].rank >= count.unit.rank:
            continue
        before, behind = text[: count.start], text[unit[0] :]
        if counts(low[: count.start]) or counts(low[unit[0] :]) or _holds_both(low, count.start, unit[0]):
            return None
        return f"{before}{text[odd.end() : unit[0]]}{behind}", f"{before}{text[count.start : count.end]}{behind}"
    return None


def _holds_both(low: str, start: int, end: int) -> bool:
    """Whether names stand before and behind: 口罩3箱加5个护目镜."""
    before, behind = low[:start], low[end:]
    named = not names.is_lead(before) and names.before_amount(before, before)
    return bool(named) and not names.is_remark(behind) and bool(names.behind_amount(behind, behind))


def ends_gift(low: str, plus: int) -> bool:
    """Whether the + at `plus` stands between two gifts: 苹果100斤+梨50斤, 5000元 + 口罩500个, but not A+B套餐 or 500+个."""
    return _stands_between(low[:plus].rstrip(), low[plus + 1 :].lstrip())


@cache
def _joining() -> Pattern[str]:
    return pattern(rf" ?(?:以及|{AND}|及|[/|｜&]) ?")


def joining_at(low: str, start: int, position: int) -> int:
    """The length of 和, 及 or / at `position` between two gifts of the piece from `start`, 口罩500个和手套20双; else 0."""
    found = _joining().match(low, position) if position > start and low[position - 1] not in " ,.0123456789" else None
    if found is None or unit_at(low, found.end()) is not None or low.startswith("每", found.end()):
        return 0  # 24瓶/件×400
    if "/" in found[0] and low[position - 1] in "元整":
        return 0  # 200元/口罩5只: a gift, or the price of one
    return len(found[0]) if _stands_between(low[start:position], low[found.end() :]) else 0


def _stands_between(before: str, behind: str) -> bool:
    """Whether an amount ends the one, and a name and its amount begin the other."""
    amounts = counts(behind)
    if not behind or not amounts or (behind[0] in "0123456789¥$,、;)" and not number_name_at(behind, 0)):
        return False
    if names.is_lead(behind[: amounts[0].start]) and unit_at(behind, 0) is not None:
        return False
    bracket = before.endswith(")")  # 口罩（500个）和手套（20双）, but not 帐篷（12平方米）和被子20床
    return any(
        count.end == len(before) - bracket
        and ((count.unit is not None and (not bracket or count.unit.rank > Rank.MEASURE)) or count.currency is not None)
        for count in counts(before)
    )


def is_amount(low: str, found: tuple[Chain, ...], place: int) -> bool:
    """Whether a measure with a name right behind it, which often is a size (金龙鱼5升调和油20桶), is an amount of its own.

    The measure is that of the amount at `place` of all that were `found`.
    """
    chain = found[place]
    if not _weighs(chain.first) or low[chain.end : chain.end + 1] in "(装":
        return False
    if names.is_lead(low[: found[0].start]):
        return place > 0 and _weighs(found[place - 1].first)  # 100斤苹果50斤梨
    if place + 1 == len(found):
        return False
    count, other = chain.first, found[place + 1].first
    if _weighs(other) or (place and _weighs(found[place - 1].first) and is_amount(low, found, place - 1)):
        return True  # 苹果100斤梨50斤
    if count.number is not None and count.unit is not None and count.number * count.unit.factor >= _HEAVY:
        return other.unit is not None and other.unit.rank == Rank.PIECE
    begin = found[place - 1].end if place else 0
    before = names.before_amount(low[begin : chain.start], low[begin : chain.start])
    behind = low[chain.end : found[place + 1].start]
    return _is_common(before) and _is_common(names.before_amount(behind, behind))


@cache
def _brackets() -> Pattern[str]:
    return pattern(r"(?<=[^ ,(])\([^()]{2,20}\)(?= ?[0-9])")


def without_sizes(low: str, mask: str) -> str:
    """`low` with `mask` for the sizes in brackets between a name and its amount, which are none: 消毒液(500ml)2瓶."""
    return _brackets().sub(lambda found: mask * len(found[0]) if _is_measure(found[0][1:-1]) else found[0], low)


def _is_measure(inside: str) -> bool:
    found = chains(inside)
    unit = found[0].first.unit if len(found) == 1 and len(found[0].counts) == 1 else None
    return unit is not None and unit.rank is Rank.MEASURE and found[0].end - found[0].start == len(inside)


def refuse_unparted(names_before: str, got: str) -> None:
    """Refuse 各 behind names that nothing parts: 被子褥子各10床 are two gifts, 一次性手套各50双 can only be one.

    Raises SeveralReadings.
    """
    low = lowered(fold(names_before))
    name = names.before_amount(low, low)
    parted = len(name) < _TWO_NAMES or _and().search(low) or name.isascii() or "(" in name or counts(low)
    if parted or _is_common(name) or name.endswith(("物资", "物品", "用品")):
        return
    if not any(_is_common(name[place:]) and not _is_common(name[:place]) for place in range(1, len(name))):
        raise errors.SeveralReadings(got=got[:60], readings=f"{name[:2]}、{name[2:]}")


@cache
def _and() -> Pattern[str]:
    return pattern(r"以及|[和与及、&]| and ")


def _weighs(count: Count) -> bool:
    return count.unit is not None and count.unit.name in ("斤", "公斤", "吨", "升")


def _is_common(name: str) -> bool:
    return bool(name) and common_named(name) is not None
