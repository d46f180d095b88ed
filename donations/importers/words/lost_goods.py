"""Whether goods that a cell names may be lost between the amounts of others: 面膜60包 20袋 校服, 50斤面粉和面包20箱."""

from collections.abc import Sequence
from typing import NamedTuple

from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.name import is_remark
from donations.domain.quantity import Quantity
from donations.importers.patterns import pattern_of

_JOINED = pattern_of(r"[和及与+＋/]|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff0-9a-z])")
"""Between two names that may be those of two things."""
_COUNTED = frozenset("个只件箱盒瓶袋双条份把顶套副支台桶包斤升吨") | {"公斤", "千克"}
"""What goods are counted in, and not what says how big one of them is."""
_SORT = pattern_of(r"[套入用组门]|.{0,4}装")
"""4件套, 10斤装: what stands behind such a number in a name."""
_A_LIANG = pattern_of(r"[0-9]两$")
"""iPhone12两: 两万 of them."""
_TWO = 2


class _Part(NamedTuple):
    """What was read of a part of a cell, and the amounts that stand in it."""

    quantity: Quantity
    low: str
    said: tuple[Chain, ...]


def may_lose(found: Sequence[Quantity]) -> bool:
    """Whether one of several amounts may belong to a name that was taken for a remark, or for a part of another name."""
    low = [lowered(fold(quantity.written)) for quantity in found]
    parts = [_Part(quantity, text, chains(text)) for quantity, text in zip(found, low, strict=True)]
    if any(_holds_amount(part) or _left_over(part) for part in parts):
        return True
    joined, twice = any(map(_is_joined, parts)), any(map(_says_twice, parts))
    return (joined and twice and len(parts) >= _TWO) or any(_is_joined(part) and _is_between(part) for part in parts)


def has_name_and_amount(line: str) -> bool:
    """Whether a line holds an amount with its unit and, beside that, what may be a name."""
    low = lowered(fold(line))
    said = chains(low) if any(map(str.isalnum, low)) else ()
    letters = sum(map(str.isalpha, low)) - sum(sum(map(str.isalpha, low[each.start : each.end])) for each in said)
    return any(each.first.unit is not None for each in said) and letters >= _TWO


def _is_joined(part: _Part) -> bool:
    """Whether what stands beside the amounts may be two names."""
    start, rest = 0, []
    for chain in part.said:
        rest.append(part.low[start : chain.start])
        start = chain.end
    return not part.quantity.is_money and any(_JOINED.search(text.strip()) for text in (*rest, part.low[start:]))


def _says_twice(part: _Part) -> bool:
    """Whether two amounts stand beside each other with nothing between them that says how they belong together."""
    pairs = ((one, other) for each in part.said for one, other in zip(each.counts, each.counts[1:], strict=False))
    return any(part.low[one.end : other.start].strip(" ") in ("", "/") for one, other in pairs)


def _is_between(part: _Part) -> bool:
    """Whether the name stands between two amounts."""
    return len(part.said) >= _TWO and part.said[0].start == 0 and part.low[part.said[0].end : part.said[-1].start] != ""


def _left_over(part: _Part) -> bool:
    """Whether two amounts stand between two names, of which only one can have both."""
    if not part.said or not (len(part.said) >= _TWO or _says_twice(part)):
        return False
    between = part.low[part.said[0].end : part.said[1].start] if len(part.said) >= _TWO else ""
    if between.lstrip(" (,").startswith("其中"):
        return False  # 口罩800只（其中100只N95口罩）
    before, behind = part.low[: part.said[0].start].strip(" :"), part.low[part.said[-1].end :].strip(" 。.)")
    if not before or not any(map(str.isalpha, behind)) or is_remark(behind):
        return False
    return _SORT.match(behind) is None and behind not in lowered(fold(part.quantity.item))


def _holds_amount(part: _Part) -> bool:
    """Whether the name holds the amount of another thing: 月饼 80斤苹果, 50斤面粉和面包."""
    low = lowered(fold(part.quantity.item))
    if part.quantity.is_money or not any(map(str.isdigit, low)):
        return False
    joined = _JOINED.search(low) is not None
    for chain in chains(low):
        unit, before, behind = chain.first.unit, low[: chain.start], low[chain.end :].strip()
        if unit is None or unit.name not in _COUNTED:
            continue
        is_of_other = any(map(str.isalpha, before)) and any(map(str.isalpha, behind)) and not _SORT.match(behind)
        if is_of_other or (joined and not _SORT.match(behind)):
            return True
    return _A_LIANG.search(low) is not None
