"""Several goods in one text: 口罩5万只、消毒液100件, 口罩500个和护目镜20个, masks 500, goggles 20 pcs."""

from functools import cache, lru_cache
from itertools import pairwise
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain.quantities import name as names
from donations.domain.quantities.beside import is_amount, refuse_unparted, with_odd_ones, without_sizes
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.count import counts
from donations.domain.quantities.goods import TEXTS_AT_ONCE, fold, lowered
from donations.domain.quantities.money import is_money_word
from donations.domain.quantities.numbering import numbered_lines, refuse_range
from donations.domain.quantities.packing import is_times
from donations.domain.quantities.price import priced
from donations.domain.quantities.segments import Segment, segments
from donations.domain.quantities.unit import unit_at
from donations.domain.quantities.worded import each_a_gift
from donations.domain.units import Rank

MOST_GOODS = 40
"""A text of more amounts than these is refused: nobody types it as one argument."""

_MASK = "\x01"


@cache
def _each_of() -> Pattern[str]:
    return pattern(r"各(?:捐赠?|有)?(?=约|近|逾|超|[0-9一二两三四五六七八九十百千万几数半])")


@cache
def _and() -> Pattern[str]:
    return pattern(r" ?(?:以及|和|与|及|、| and |&) ?")


def split(text: str) -> tuple[str, ...]:
    """The texts of the single gifts in `text`, in order; raises SeveralReadings where it can't be said which."""
    text = numbered_lines(text)
    low = lowered(fold(text))
    refuse_range(low)
    parts: list[str] = []
    for segment in _shared(segments(text), text):
        parts.extend(each_a_gift(segment.text) or with_odd_ones(segment.text, segment.low) or _alternating(segment))
    if len(parts) > MOST_GOODS:
        raise errors.SeveralReadings(got=text[:60], readings=", ".join(parts[:3]))
    return tuple(parts)


def _shared(pieces: list[Segment], got: str) -> list[Segment]:
    """Names in a row with one amount behind the last: each its own (各), one for all (等, 共), or not to be said."""
    found: list[Segment] = []
    waiting: list[Segment] = []
    for segment in pieces:
        each = _each_of().search(segment.low)
        if each:
            if not waiting:
                refuse_unparted(segment.text[: each.start()], segment.text)
            found.extend(_of_each(waiting, segment, each.start(), each.end()))
            waiting = []
        elif segment.names_only and not names.is_remark(segment.low):
            waiting.append(segment)
        else:
            found.extend(_with_names(waiting, segment, got) if waiting else [segment])
            waiting = []
    if len(waiting) > 1 and "等" in waiting[-1].low:
        waiting = [_one(waiting)]
    return found + waiting


def _of_each(waiting: list[Segment], segment: Segment, start: int, end: int) -> list[Segment]:
    """口罩、护目镜和手套各100个."""
    named = [piece for piece in _and().split(segment.text[:start]) if piece.strip()]
    texts = [f"{name.strip()} {segment.text[end:]}" for name in (*(one.text for one in waiting), *named)]
    texts = texts or [segment.text[end:]]
    return [Segment(text, lowered(fold(text)), segment.separator) for text in texts]


def _with_names(waiting: list[Segment], segment: Segment, got: str) -> list[Segment]:
    if is_money_word(waiting[-1].low) or segment.separator == "\n":
        return [*waiting, segment]
    amount = chains(segment.low)
    total = amount and any(word in segment.low[: amount[0].start] for word in ("共", "合计", "总计", "等", "total"))
    if total or "等" in segment.low:
        return [_one([*waiting, segment])]
    if amount and all(chain.first.number is None for chain in amount):
        return [*waiting, segment]
    if amount and amount[0].first.currency:
        return [*waiting, segment]
    if amount and names.is_lead(segment.low[: amount[0].start]) and not _is_followed(segment.low, amount):
        return [*waiting, segment]  # 后勤物资、500个口罩: the amount stands before its own name
    raise errors.SeveralReadings(got=got[:60], readings=f"{waiting[-1].text}一批、{segment.text}; 各, 共")


def _is_followed(low: str, amounts: tuple[Chain, ...]) -> bool:
    """Whether another amount follows the first, which then is rather that of the name before: 口罩，100盒 消毒液20瓶."""
    found = amounts[0].counts
    is_product = any(count.per for count in found) or any(
        is_times(low[one.end : other.start]) for one, other in pairwise(found)
    )
    return len(amounts) > 1 or (len(found) > 1 and not is_product)


def _one(segments: list[Segment]) -> Segment:
    text = "".join(
        segment.text if not place else (segment.separator or "、") + segment.text
        for place, segment in enumerate(segments)
    )
    return Segment(text, lowered(fold(text)), segments[0].separator)


# --- goods one after another without a sign between them


@lru_cache(maxsize=TEXTS_AT_ONCE)
def _alternating(segment: Segment) -> tuple[str, ...]:
    """口罩500个 护目镜20个 or 500个口罩和20个护目镜: cut where name and amount follow each other evenly."""
    low = without_sizes(_masked(segment.low), _MASK)
    found = chains(low)
    if len(found) < 2 or not all(_is_solid(low, found, place) for place in range(len(found))):  # noqa: PLR2004 - one is a single gift
        return (segment.text,)
    gaps = [low[first.end : second.start] for first, second in pairwise(found)]
    if not all(_holds_name(gap) for gap in gaps):
        return (segment.text,)
    lead, tail = low[: found[0].start], low[found[-1].end :]
    if not names.is_lead(lead) and names.is_remark(tail):
        cuts = [_past_price(low, chain.end) for chain in found[:-1]]
    elif names.is_lead(lead) and _holds_name(tail):
        cuts = [chain.start for chain in found[1:]]
    else:
        return (segment.text,)
    bracketed = any(gap.lstrip().startswith("(") for gap in gaps)
    if bracketed or any(low.count("(", 0, cut) > low.count(")", 0, cut) for cut in cuts):
        # 物资一批（口罩500个、手套20双）: what brackets list may be all of it or a part
        raise errors.SeveralReadings(got=segment.text[:60], readings=", ".join(low[c.start : c.end] for c in found[:4]))
    edges = [0, *cuts, len(low)]
    pieces = [segment.text[first:last] for first, last in pairwise(edges)]
    last = len(pieces) - 1
    return tuple(
        names.without_connectors(piece, first=not place, last=place == last) for place, piece in enumerate(pieces)
    )


def _holds_name(gap: str) -> bool:
    stripped = gap.replace(_MASK, " ")
    return bool(names.behind_amount(stripped, stripped)) and not names.is_aside(stripped)


def _is_solid(low: str, found: tuple[Chain, ...], place: int) -> bool:
    """Whether the chain at `place` can only be an amount of its own, and no part of a name."""
    chain = found[place]
    count = chain.first
    behind = low[chain.end : chain.end + 1]
    before = low[chain.start - 1 : chain.start]
    if count.glued:
        return False
    if len(chain.counts) > 1 or count.currency or count.is_vague:
        return True
    if count.unit is None:
        return behind in ("", " ", _MASK) and before in ("", " ", ":")
    if count.unit.rank is Rank.MEASURE:
        alone = behind in ("", " ", _MASK) or low[chain.end :].startswith(("和", "及", "与", " and")) or not before
        return alone or is_amount(low, found, place)
    return True


def _past_price(low: str, position: int) -> int:
    while position < len(low) and low[position] in (_MASK, " ", ")"):
        position += 1
    return position


def _masked(low: str) -> str:
    """`low` with its prices blanked out, so that they are no amounts."""
    position = low.find("@")
    if position < 0:
        kept = priced(low, low).kept
        return "".join(
            character if any(a <= place < b for a, b in kept) else _MASK for place, character in enumerate(low)
        )
    while position >= 0:
        start = position + (2 if low.startswith("@@", position) else 1)
        following = low.find("@", start)
        found = counts(low[start : following if following >= 0 else len(low)])
        end = start + (found[0].end if found and not low[start : start + found[0].start].strip() else 0)
        if low.startswith(("/", "每"), end) and (unit := unit_at(low, end + 1)):
            end = unit[0]
        low = low[:position] + _MASK * (end - position) + low[end:]
        position = low.find("@", end)
    return low
