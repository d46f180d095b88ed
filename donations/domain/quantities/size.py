"""How big one of the goods is, beside how many there are: the 500ml of 酒精500ml×30瓶 belongs to the name."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as pattern

from donations import errors
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.counted import Count
from donations.domain.quantities.numerals import numeral_at
from donations.domain.quantities.packing import is_odd, is_times
from donations.domain.quantities.unit import unit_at
from donations.domain.units import Rank, Unit, units

_SMALL = frozenset({"克", "毫克", "毫升"})
"""Measures that beside a count are always a size."""

_BOTTLES = frozenset({"瓶", "罐", "听", "杯", "壶", "小瓶", "大瓶", "支", "盒"})
"""What holds no more than one person carries: 1.25L×12瓶 are twelve bottles, 5L×4桶 are twenty litres."""

_LARGEST = 2000
"""The largest size of a bottle, in grams or millilitres."""


@cache
def _size_inside() -> Pattern[str]:
    return pattern(
        r"(?<![0-9.,])([0-9]{1,9})(?: ?[x×*] ?| )([0-9][0-9.]{0,9}[ -]?(?:kgs?|g|ml|l|lbs?)) (bags?|bottles?|box(?:es)?|cans?|drums?|packs?|sacks?|barrels?|cartons?|jars?)(?![a-z])",
        IGNORECASE,
    )


def in_order(text: str) -> str:
    """20 x 50kg bags of rice and 20 50kg bags of rice as 20 bags x 50kg of rice."""
    return _size_inside().sub(lambda found: f"{found[1]} {found[3]} x {found[2].replace('-', ' ')}", text)


def is_size(measure: Count, container: Count) -> bool:
    """Whether `measure` says how big one of what `container` counts is."""
    if measure.currency or container.currency or measure.number is None or measure.fault or container.fault:
        return False
    if container.unit is None or container.unit.rank is Rank.MEASURE:
        return container.unit is None and _is_small(measure.unit)
    return holds(container.unit, measure)


def holds(unit: Unit, measure: Count) -> bool:
    """Whether one `unit` of goods comes in the size `measure`."""
    if _is_small(measure.unit):
        return True
    if measure.unit is None or measure.unit.dimension not in ("mass", "volume") or unit.name not in _BOTTLES:
        return False
    return (measure.number or 0) * measure.unit.factor <= _LARGEST


def _is_small(unit: Unit | None) -> bool:
    return unit is not None and unit.name in _SMALL


def without_size(text: str, low: str) -> tuple[str, str, str]:
    """The text without the size of what it counts, and that size; empty where it says none. Raises SeveralReadings."""
    found = chains(low)
    for chain in found:
        for place, count in enumerate(chain.counts):
            if not _among(count, chain, found):
                continue
            start, end = _span(low, chain, place)
            size = written_size(text, low, count)
            at, fills = _filling(low, chain, place, found)
            if at > start:
                return (
                    text[:start] + text[end:at] + fills + text[at:],
                    low[:start] + low[end:at] + fills + low[at:],
                    size,
                )
            return text[:at] + fills + text[at:start] + text[end:], low[:at] + fills + low[at:start] + low[end:], size
    return text, low, ""


def _among(count: Count, chain: Chain, found: tuple[Chain, ...]) -> bool:
    """Whether `count` is the size of what another count of its chain, or of the text, counts."""
    if count.unit is None or count.unit.rank is not Rank.MEASURE:
        return False
    others = [other for other in chain.counts if other is not count]
    if count.per is not None:
        many = len(others) or len(found) > 1
        return bool(many) and count.fault is None and holds(count.per, count)
    if not others:
        return False
    holders = [other for other in others if other.unit is not None and other.unit.rank > Rank.MEASURE]
    container = min(holders, key=lambda other: other.unit.rank if other.unit else Rank.LOAD) if holders else others[0]
    return is_size(count, container) and not _is_total(count, others)


def _is_total(count: Count, others: list[Count]) -> bool:
    """大米500000克20袋: too much to be a size."""
    heavy = units()["公斤"].factor * 100
    assert count.unit is not None
    return bool(others) and (count.number or 0) * count.unit.factor >= heavy


def _filling(low: str, chain: Chain, place: int, found: tuple[Chain, ...]) -> tuple[int, str]:
    """Where /箱 is missing in 5箱（500ml×12瓶）, and what is missing: how many 瓶 each of the 箱 holds."""
    counts = chain.counts
    first = last = place
    while first and is_times(low[counts[first - 1].end : counts[first].start]):
        first -= 1
    while last + 1 < len(counts) and is_times(low[counts[last].end : counts[last + 1].start]):
        last += 1
    said = counts[first : last + 1]
    inside = [count for count in said if count is not counts[place]]
    outside = [count for other in found for count in other.counts if not first <= place_in(count, counts) <= last]
    if len(inside) != 1 or inside[0].per is not None or len(outside) != 1 or outside[0].per is not None:
        return 0, ""
    inner, outer = inside[0].unit, outside[0].unit
    if _depth(low, outside[0]) > _depth(low, inside[0]):
        return 0, ""  # 500ml×60瓶（5箱） counts the bottles of all five
    packs = outer is not None and outer.rank >= Rank.PACK and outer.rank > (inner.rank if inner else Rank.PIECE)
    if not packs or outer is None:
        return 0, ""
    many, packed = inside[0].number or 0, outside[0].number or 0
    one, other = sorted((inside[0], outside[0]), key=lambda count: count.start)
    each = packed and is_odd(inside[0], outside[0]) and "," not in low[one.end : other.start]  # 24瓶 10箱
    if _depth(low, inside[0]) == 0 and many > packed and not each:
        readings = ", ".join(low[count.start : count.end] for count in (*said, outside[0]))
        raise errors.SeveralReadings(got=low[:60], readings=readings)  # 500ml×60瓶 5箱: in all, or each?
    return inside[0].end, f"/{outer.name}"


def _depth(low: str, count: Count) -> int:
    return low.count("(", 0, count.start) - low.count(")", 0, count.start)


def place_in(count: Count, counts: tuple[Count, ...]) -> int:
    return counts.index(count) if count in counts else len(counts)


def _span(low: str, chain: Chain, place: int) -> tuple[int, int]:
    """What goes with the size at `place` of a chain: the sign that multiplies, and brackets around it."""
    count = chain.counts[place]
    start, end = count.start, count.end
    if place:
        start = chain.counts[place - 1].end
    elif len(chain.counts) > 1:
        end = chain.counts[1].start
    else:
        while start and low[start - 1] in " ,，(":
            start -= 1
    opened = low.count("(", start, end) - low.count(")", start, end)
    if opened > 0 and (closing := low.find(")", end)) >= 0:
        end = closing + 1
    elif opened < 0 and low[start - 1 : start] == "(":
        start -= 1
    return start, end


def written_size(text: str, low: str, count: Count) -> str:
    """The number and unit of a count, without 每瓶 and 约."""
    for start in range(count.start, count.end):
        numeral = numeral_at(low, start)
        if numeral is None:
            continue
        blank = 1 if low[numeral.end : numeral.end + 1] == " " else 0
        unit = unit_at(low, numeral.end + blank)
        if unit is not None:
            return text[numeral.start : numeral.end] + text[numeral.end + blank : unit[0]]
    return text[count.start : count.end].strip()
