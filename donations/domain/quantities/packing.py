"""What several counts say together: 50箱×2000只 multiplies, 1400瓶60箱 is one gift in two packagings."""

from fractions import Fraction
from functools import cache
from itertools import pairwise
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities.counted import Count
from donations.domain.quantities.frames import is_frame
from donations.domain.quantities.words import each_behind
from donations.domain.units import SAME_PIECE, Rank, Unit

_LIGHTEST_TOTAL = {"mass": 100_000, "volume": 100_000}
"""From here on (100 kg, 100 l) a measure beside a count of packs is their total: nobody packs that much in one."""
_SIZES = frozenset({"克", "毫克", "毫升", "毫米", "厘米", "米"})
"""Measures that beside a count say how big one of it is (20瓶500ml), never how much there is."""


_HOLDERS = frozenset({"瓶", "罐", "听", "杯", "碗", "壶", "盆", "盒"})
"""Pieces that hold others: 100片×50瓶 is counted in 片."""

_SETS = frozenset({"套", "打", "令", "刀", "盘", "串", "束", "挂"})
"""Pieces that are several of others by their own word: 500张×10令 is counted in 张."""
_PAIRS = frozenset({"双", "副", "对"})
"""The same of two, in which more is counted: 2只×50双 in 只, 5双×20套 in 双."""


_FEW = 6
"""Pieces a pack from which on packs needn't hold equally many to be counted beside what they hold."""


_BUNDLES = frozenset({"提", "捆", "扎", "摞", "沓", "组", "筐", "篓", "编织袋", "大袋", "大包"})
"""Packs that hold other packs: 24盒×10提 is counted in 盒."""


_PEOPLE = frozenset({"人", "人次", "次", "场"})


class Packed(NamedTuple):
    """One amount: `number` in the innermost `unit`, and the packs it came in; `fault` as with counts."""

    number: Fraction | None
    unit: Unit | None
    certainty: Certainty
    packs: Fraction | None = None
    pack_unit: Unit | None = None
    fault: type[errors.DonationsError] | None = None
    rival: str | None = None
    """What is said beside it, and differs."""


@cache
def _times() -> Pattern[str]:
    return pattern(r"[ ),]*(?:×以?|x|times) *\(? *|[ ),]*")


@cache
def _same() -> Pattern[str]:
    return pattern(
        r"[ (),:=/]*(?:合计|合共|共计|总计|总共|一共|共有|共|计|合|即|也就是|折合|总数|总量|数量|in|packed in|total|a total of|分装|分|装|装在|每|内有|内装|里有)?[ (:=]*"
    )


@cache
def _says_total() -> Pattern[str]:
    return pattern(r"合计|共|总|计|=|total|即")


def joins(text: str, first: Count, second: Count) -> bool:
    """Whether two neighbouring counts of `text` belong to one amount (which may still have a fault)."""
    gap = text[first.end : second.start]
    if first.currency or second.currency or first.is_vague or second.is_vague or first.glued or second.glued:
        return False
    if is_times(gap) or (gap.strip() == "of" and first.unit is not None):
        return is_times(gap) or second.unit is None or first.unit is None or second.unit.rank < first.unit.rank
    filling = _fills_pack(first, second) or _fills_pack(second, first)
    if each_behind().match(text, second.end):
        return False
    if filling or not _same().fullmatch(gap):
        return filling and _same().fullmatch(gap) is not None
    says_total = _says_total().search(gap) is not None
    # 10箱（2000只/箱）共20000只: the total of a product stands behind it
    plain = (
        (first.unit or "(" in gap or says_total) and second.unit and not second.per and (says_total or not first.per)
    )
    if (first.unit is None and not fits(first, second)) or (is_rating(first) and not gap.strip()):
        return False
    return bool(plain) and _two_packagings(gap, text, first, second)


def is_rating(count: Count) -> bool:
    """Whether a count beside another says how strong the goods are: 空调1.5匹2台."""
    return count.unit is not None and count.unit.name == "匹"


def is_times(gap: str) -> bool:
    """Whether what stands between two counts multiplies them."""
    return any(sign in gap for sign in ("×", "x", "times")) and _times().fullmatch(gap) is not None


def _fills_pack(inner: Count, outer: Count) -> bool:
    return inner.per is not None and (outer.unit == inner.per or (outer.unit is None and outer.per is None))


def _two_packagings(gap: str, text: str, first: Count, second: Count) -> bool:
    """Whether two counts side by side count one thing twice, and not a thing and its size (20瓶500ml)."""
    measure = next((count for count in (first, second) if count.unit and count.unit.rank is Rank.MEASURE), None)
    if measure is None:
        # 消毒液（10片）5盒: what stands in brackets before the amount describes the goods
        return not gap.lstrip().startswith(")") or (first.per is not None and _says_total().search(gap) is not None)
    if _says_total().search(gap):
        return True
    if ")" in gap or _is_size(measure):
        return False
    if "(" in gap:
        return _is_total(measure)
    if measure is first and (measure.number or 0) < (second.number or 0):
        return False  # 5升20桶: no drum holds a quarter of a litre
    # 20袋25公斤大米: what stands between the amount and the name is a size
    return measure is first or _is_total(measure) or not text[second.end :].strip(" )")


def _is_size(count: Count) -> bool:
    return count.unit is not None and count.unit.name in _SIZES


def _is_total(count: Count) -> bool:
    assert count.unit is not None
    lightest = _LIGHTEST_TOTAL.get(count.unit.dimension or "")
    return lightest is not None and (count.number or 0) * count.unit.factor >= lightest


def packed(text: str, chain: tuple[Count, ...]) -> Packed:
    """The one amount that a chain of joined counts says."""
    fault = next((count.fault for count in chain if count.fault), None)
    certainty = Certainty.EXACT
    for count in chain:
        certainty = certainty.also(count.certainty)
    if len(chain) == 1:
        (only,) = chain
        apart = errors.RateAlone if is_frame(only.per) else errors.SeveralReadings
        alone = apart if only.per and not fault else fault
        return Packed(only.number, only.unit, certainty, fault=alone)
    if fault is not None:
        return Packed(None, None, certainty, fault=fault)
    product = _leading_product(text, chain)
    if len(product) == 1:
        return _side_by_side(text, chain)
    whole = multiplied(product, certainty)
    rest = chain[len(product) :]
    if rival := next((count for count in rest if not _agrees(count, whole)), None):
        return whole._replace(fault=errors.SeveralReadings, rival=text[rival.start : rival.end])  # 5箱×20个=90个
    return whole


def _leading_product(text: str, chain: tuple[Count, ...]) -> tuple[Count, ...]:
    """The counts that are multiplied; what follows them repeats the result (=100000只)."""
    length = 1
    while length < len(chain):
        first, second = chain[length - 1], chain[length]
        gap = text[first.end : second.start]
        filling = _fills_pack(first, second) or _fills_pack(second, first)
        if not (is_times(gap) or filling or gap.strip() == "of"):
            break
        length += 1
    return chain[:length]


def _agrees(count: Count, whole: Packed) -> bool:
    if count.unit == whole.unit or count.unit is None or whole.unit is None:
        return count.number == whole.number
    if {count.unit.name, whole.unit.name} <= SAME_PIECE:
        return count.number == whole.number
    if count.unit.dimension is not None and count.unit.dimension == whole.unit.dimension and whole.number is not None:
        return count.number == whole.number * whole.unit.factor / count.unit.factor  # 20袋×25公斤=0.5吨
    return count.unit == whole.pack_unit and count.number == whole.packs


def multiplied(factors: tuple[Count, ...], certainty: Certainty) -> Packed:
    """50箱×2000只: the product, in the innermost unit; the outermost count is the packs."""
    named = _named(factors)
    if sum(count.unit is None for count in named) > 1 or (len(factors) > 2 and any(c.unit is None for c in named)):  # noqa: PLR2004
        return Packed(None, None, certainty, fault=errors.SeveralReadings)
    inner = _innermost(named)
    rest = [count for count in named if count is not inner]
    filled = {count.per for count in factors}
    outer = max(rest, key=lambda count: (count.unit.rank if count.unit else Rank.LOAD, count.unit in filled))
    if outer.unit is not None and inner.unit is not None and outer.unit.rank is Rank.MEASURE:
        return Packed(None, None, certainty, fault=errors.SeveralReadings)  # 120cm×60cm is a size
    if is_frame(outer.unit) and inner.unit is not None and inner.unit.name in _PEOPLE:
        return Packed(None, None, certainty, fault=errors.SeveralReadings)  # 5人×10天: persons, or times?
    if any(count.unit is None and count.number is not None and count.number.denominator > 1 for count in named):
        return Packed(None, None, certainty, fault=errors.SeveralReadings)  # 500个×3.5: a price
    number: Fraction | None = Fraction(1)
    for count in named:
        number = None if number is None or count.number is None else number * count.number
    if number is None:
        certainty = Certainty.UNKNOWN
    if number is None or outer.unit is None or is_frame(outer.unit):
        return Packed(number, inner.unit, certainty)
    return Packed(number, inner.unit, certainty, outer.number, outer.unit)


def _named(factors: tuple[Count, ...]) -> list[Count]:
    """The factors, a bare one named by the pack its neighbour fills: 24瓶/件×400 has 400 件."""
    per = next((count.per for count in factors if count.per), None)
    if per is None or any(count.unit == per for count in factors):
        return list(factors)
    return [count._replace(unit=per) if count.unit is None and not count.per else count for count in factors]


def _innermost(factors: list[Count]) -> Count:
    bare = next((count for count in factors if count.unit is None), None)
    if bare is not None:
        other = next(count for count in factors if count is not bare)
        assert other.unit is not None
        return bare if other.unit.rank > Rank.PIECE else other
    inside = next((count for count in factors if count.per), None)
    lowest = min(_rank(count) for count in factors)
    if inside is not None and _rank(inside) == lowest:
        return inside
    lightest = [count for count in factors if _rank(count) == lowest]
    loose = [count for count in lightest if count.unit and count.unit.name not in _BUNDLES]
    lightest = loose or lightest
    for outer in (_SETS, _HOLDERS, _PAIRS):
        lightest = [count for count in lightest if count.unit and count.unit.name not in outer] or lightest
    return lightest[-1]


def _rank(count: Count) -> Rank:
    return count.unit.rank if count.unit else Rank.PIECE


def _side_by_side(text: str, chain: tuple[Count, ...]) -> Packed:
    """1400瓶60箱: one gift counted twice, kept in the inner unit."""
    inner = min(chain, key=lambda count: (_rank(count), -(count.number or 0)))
    outer = max(chain, key=lambda count: (_rank(count), -(count.number or 0)))
    result = Packed(inner.number, inner.unit, inner.certainty, outer.number, outer.unit)
    unlike = len({count.unit for count in chain}) == len(chain) and fits(inner, outer) and not is_frame(outer.unit)
    total = any(_says_total().search(text[a.end : b.start]) for a, b in pairwise(chain))
    if not unlike or (is_odd(inner, outer) and not total):
        return result._replace(fault=errors.SeveralReadings)
    measure = inner if _rank(inner) is Rank.MEASURE else None
    if measure is not None and not total and not _is_total(measure):
        return result._replace(fault=errors.SeveralReadings)  # 25公斤20袋: in all, or each?
    return result


def is_odd(inner: Count, outer: Count) -> bool:
    """3箱5瓶, 24瓶10箱: hardly that many packs holding so few in all; rather so many in each, or single ones besides."""
    assert inner.number is not None
    assert outer.number is not None
    each = inner.number / outer.number
    return _rank(inner) is not Rank.MEASURE and (each < 2 or (each < _FEW and each.denominator > 1))  # noqa: PLR2004 - a pack holds two


def fits(inner: Count, outer: Count) -> bool:
    """Whether `inner` and `outer` can be one gift counted in two packagings."""
    if outer.unit is None or outer.unit.rank <= Rank.PIECE or inner.number is None or outer.number is None:
        return False
    if inner.unit is None:
        return inner.number > outer.number
    if inner.unit.rank is Rank.MEASURE:
        return True
    return inner.number > outer.number and inner.unit.rank <= outer.unit.rank
