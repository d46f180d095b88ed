"""What belongs to an amount and stands apart from it: 100箱矿泉水，每箱24瓶; 50箱口罩5000个; 5000个口罩左右."""

from collections.abc import Callable
from functools import cache
from re import Pattern
from re import compile as pattern

from donations.domain.amount import Certainty
from donations.domain.quantities import name as names
from donations.domain.quantities import words
from donations.domain.quantities.chain import Chain, Read
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.packing import Packed, fits, multiplied
from donations.domain.quantities.rates import without_rate
from donations.domain.quantities.size import is_size, written_size
from donations.domain.quantities.swallowed import names_two
from donations.domain.units import Rank


@cache
def _about_last() -> Pattern[str]:
    return pattern(
        r"(?<=[^ ,，、。(])(?: *\((?:约|大约|估|估计|左右|上下|以上)\)| *(?:左右|上下|以上|以下|开外|之多|or so|or more))[ 。.!！]*$"
    )


@cache
def _about_first() -> Pattern[str]:
    # 约克空调, 约束带: goods whose name begins so; 近视镜 is why 近 isn't among them
    return pattern(r"(?:[ 共总计捐赠]*)(?:大约|大概|约有|约计|估计有?|约莫?(?![克旦翰瑟伯束定会书拍])) *(?=[^ 0-9])")


def without_about(text: str, low: str) -> tuple[str, str, bool]:
    """5000个口罩左右 or 大约口罩5000个 without its 左右 or 大约, and whether it had one."""
    found = counts(low)
    if not found or found[-1].is_vague:
        return text, low, False
    last = _about_last().search(low)
    if last and found[-1].end <= last.start():
        return text[: last.start()], low[: last.start()], True
    first = _about_first().match(low)
    if first and found[0].start >= first.end():
        return text[first.end() :], low[first.end() :], True
    return text, low, False


@cache
def _times_last() -> Pattern[str]:
    return pattern(r"^(.*[^ ]) ?(?:×|(?<![a-z])x) ?$")


def around_name(text: str, low: str, found: tuple[Chain, ...]) -> Read | None:
    """A name between two counts of one amount: 50箱口罩5000个, 2 cartons masks x 2000; None where it is not that."""
    if len(found) != 2 or any(len(chain.counts) > 1 or chain.first.fault for chain in found):  # noqa: PLR2004 - two ends
        return None
    first, second = found
    if not names.is_lead(low[: first.start]) or not names.is_remark(low[second.end :]):
        return None
    middle = slice(first.end, second.start)
    times = _times_last().match(low[middle])
    if times:
        amount = _times_apart(first.first, second.first)
    elif _packs_last().search(low[middle]):
        amount = _packed_last(first.first, second.first)
    else:
        amount = _counted_twice(first.first, second.first)
    if amount is None:
        return None
    end = times.end(1) if times else len(low[middle])
    name = names.before_amount(text[middle][:end], _packs_last().sub("", low[middle][:end]))
    name = names.behind_amount(name, lowered(fold(name))) if name else ""
    if not name or names_two(lowered(fold(name))) or first.first.glued or second.first.glued:
        return None  # 300包牛奶 防护服200瓶
    name = without_rate(name, (first.first, second.first), text)
    item, specification = names.named(name, text)
    for count, other in ((first.first, second.first), (second.first, first.first)):
        if times and is_size(count, other):
            return Read(
                names.sized(item, written_size(text, low, count)),
                specification,
                Packed(other.number, other.unit, other.certainty),
            )
    return Read(item, specification, amount)


@cache
def _packs_last() -> Pattern[str]:
    return pattern(r"(?: *[(,，、] *(?:共|合计|合共|共计|计|分装|装)?| (?:packed )?in ) *$")


def _packed_last(inner: Count, outer: Count) -> Packed | None:
    """5000个口罩（50箱）, 2000 masks in 2 cartons: the packs stand behind the name."""
    if outer.unit is None or outer.per or inner.per or not fits(inner, outer) or inner.currency or outer.currency:
        return None
    if outer.unit.rank <= (inner.unit.rank if inner.unit else Rank.PIECE):
        return None
    return Packed(inner.number, inner.unit, inner.certainty, outer.number, outer.unit)


def _times_apart(first: Count, second: Count) -> Packed | None:
    """2 cartons (N95 masks) x 2000: multiplied, where one of them is packs."""
    if first.unit is None or first.unit == second.unit or first.per or second.per:
        return None
    if first.number is None or second.number is None or first.currency or second.currency:
        return None
    return multiplied((first, second), first.certainty.also(second.certainty))


def _counted_twice(outer: Count, inner: Count) -> Packed | None:
    """50箱(口罩)5000个: one gift in two packagings."""
    if not fits(inner, outer) or inner.unit is None or inner.unit.rank is Rank.MEASURE or inner.per is not None:
        return None
    if inner.unit == outer.unit or outer.unit is None or outer.unit.rank <= inner.unit.rank:
        return None
    return Packed(inner.number, inner.unit, inner.certainty, outer.number, outer.unit)


def filled(text: str, low: str, found: tuple[Chain, ...], read: Callable[[str, str], Read]) -> Read | None:
    """100箱矿泉水，每箱24瓶 or 20 bags, 50 kg each: what fills a pack stands apart; None where nothing does."""
    for chain in found:
        inner = chain.first
        each = None if inner.per else words.each_behind().match(low, chain.end)
        if len(chain.counts) > 1 or (inner.per is None and each is None) or inner.fault or inner.currency:
            continue
        if not any(_is_filled(inner, other.counts[-1]) for other in found if other is not chain):
            continue
        start, end = chain.start, each.end() if each else chain.end
        while start and low[start - 1] in " ,(":
            start -= 1
        while end < len(low) and low[end] in " ,)的":
            end += 1
        rest = read(f"{text[:start]} {text[end:]}".strip(), f"{low[:start]} {low[end:]}".strip())
        if inner.per is None and is_size(inner, Count(0, 0, rest.amount.number, rest.amount.unit)):
            return rest._replace(item=names.sized(rest.item, written_size(text, low, inner)))
        return _with_filling(rest, inner)
    return None


def _is_filled(inner: Count, outer: Count) -> bool:
    """Whether `outer` counts the packs that hold `inner` each."""
    if inner.per is not None:
        return outer.unit == inner.per
    return outer.unit is not None and outer.unit.rank > (inner.unit.rank if inner.unit else Rank.PIECE)


def _with_filling(rest: Read, inner: Count) -> Read | None:
    whole = rest.amount
    if whole.unit is None or (inner.per is not None and whole.unit != inner.per):
        return None
    if whole.number is None or inner.number is None:
        return rest._replace(amount=Packed(None, inner.unit, Certainty.UNKNOWN))
    certainty = whole.certainty.also(inner.certainty)
    amount = Packed(whole.number * inner.number, inner.unit, certainty, whole.number, whole.unit)
    return rest._replace(amount=amount)
