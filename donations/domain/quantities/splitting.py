"""Several goods in one text: 口罩5万只、消毒液100件, 口罩500个和护目镜20个, masks 500, goggles 20 pcs."""

from functools import cache
from itertools import pairwise
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.quantities import name as names
from donations.domain.quantities.beside import ends_gift, is_amount, refuse_unparted, with_odd_ones, without_sizes
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.count import counts
from donations.domain.quantities.goods import fold, lowered
from donations.domain.quantities.money import is_money_word
from donations.domain.quantities.numbering import numbered_lines, refuse_range
from donations.domain.quantities.price import per_unit, priced
from donations.domain.quantities.unit import unit_at
from donations.domain.quantities.worded import each_a_gift
from donations.domain.quantities.words import each_behind
from donations.domain.units import Rank

MOST_GOODS = 40
"""A text of more amounts than these is refused: nobody types it as one argument."""

_MASK = "\x01"


class _Segment(NamedTuple):
    text: str
    low: str
    separator: str  # what stood in front of it

    @property
    def names_only(self) -> bool:
        """Whether it is a name without any amount."""
        return not chains(self.low) and "@" not in self.low


@cache
def _numbering() -> Pattern[str]:
    return pattern(r"\(?[0-9]{1,2}(?:[.、)]|\) ?)\s*(?=[^0-9\s万千百])")


@cache
def _separator() -> Pattern[str]:
    return pattern(r"[、;。\n]|(?<![0-9]),|,(?![0-9])|;")


@cache
def _continues() -> Pattern[str]:
    """What goes on about the goods before: 每箱2000只, 单价3.5元, 共5000个, 规格大小不一."""
    return pattern(
        r"\s*(?:每(?!日|周)|单价|均价|价值|总价|市值|货值|折合|折价|估值|合计|共计|总计|总共|一共|共(?!享)|合(?=[约0-9¥])|计(?=[约0-9¥])|金额|总额|花费|花了|用去|费用|规格|型号|品牌(?=[:为是])|其中|均为|用于|捐给|送给|送往|送至|"
        r"数量|有效期|保质期|生产日期|大小不|尺码|worth|at |each |valued|total)"
    )


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
    segments = _joined(_segments(text, low), text)
    parts: list[str] = []
    for segment in _shared(segments, text):
        parts.extend(each_a_gift(segment.text) or with_odd_ones(segment.text, segment.low) or _alternating(segment))
    if len(parts) > MOST_GOODS:
        raise errors.SeveralReadings(got=text[:60], readings=", ".join(parts[:3]))
    return tuple(parts)


def _segments(text: str, low: str) -> list[_Segment]:
    edges: list[tuple[int, int, str]] = []
    depth = start = 0
    before = ""
    for position, character in enumerate(low):
        depth = max(0, depth + (character == "(") - (character == ")"))
        if depth and low.find(")", position) >= 0:
            continue
        if _separator().match(low, position) or (character == "+" and ends_gift(low[start:], position - start)):
            edges.append((start, position, before))
            start, before = position + 1, character
    edges.append((start, len(low), before))
    found = []
    for first, last, separator in edges:
        piece = text[first:last].strip()
        number = _numbering().match(lowered(fold(piece))) if separator in ("", "\n", ";", "。") else None
        piece = piece[number.end() :] if number else piece
        if piece:
            found.append(_Segment(piece, lowered(fold(piece)), separator))
    return found


def _joined(segments: list[_Segment], got: str) -> list[_Segment]:
    """The segments, what only goes on about the goods before put back to them."""
    found: list[_Segment] = []
    for segment in segments:
        if not found or segment.separator in ("\n", "+"):
            found.append(segment)
            continue
        last = found[-1]
        if len(found) > 1 and _values_all(found, segment):
            raise errors.ValueForSeveral(count=len(found))
        if segment.separator == "," and _may_be_price(last, segment):
            raise errors.SeveralReadings(got=got[:60], readings=f"{segment.text}、@@{segment.text}")
        if _goes_on(segment):
            text = f"{last.text},{segment.text}"
            found[-1] = _Segment(text, lowered(fold(text)), last.separator)
        else:
            found.append(segment)
    return found


def _goes_on(segment: _Segment) -> bool:
    if _continues().match(segment.low) or (segment.names_only and names.is_remark(segment.low)):
        return True
    amounts = chains(segment.low)
    if len(amounts) == 2 and amounts[0].first.currency:  # noqa: PLR2004 - 3.5元 and 一个
        return per_unit(segment.low, amounts[0].end)[0] == amounts[1].end
    if len(amounts) != 1:
        return False
    (amount,) = amounts
    if each_behind().match(segment.low, amount.end) and not segment.low[: amount.start].strip():
        return True  # 50 kg each
    if amount.first.currency or amount.first.loose:
        return per_unit(segment.low, amount.end)[0] > amount.end  # 3.5元/个
    return names.is_lead(segment.low[: amount.start]) and names.is_remark(segment.low[amount.end :])


def _values_all(found: list[_Segment], segment: _Segment) -> bool:
    """口罩500个、手套20双，价值约5万元: what all of them are worth together, which can't be said of one."""
    price = priced(f"物品{segment.low}", segment.text).price if _continues().match(segment.low) else None
    before = found[-2].low
    return price is not None and price.whole and priced(before, before).price is None and bool(chains(before))


def _may_be_price(goods: _Segment, money: _Segment) -> bool:
    """口罩500个,17500元: a second gift, or what the masks are worth."""
    amounts = chains(money.low)
    if len(amounts) != 1 or not amounts[0].first.currency or _continues().match(money.low):
        return False
    (amount,) = amounts
    if money.low[: amount.start].strip() or money.low[amount.end :].strip():
        return False
    before = chains(goods.low)
    return bool(before) and not any(chain.first.currency for chain in before) and "@" not in goods.low


def _shared(segments: list[_Segment], got: str) -> list[_Segment]:
    """Names in a row with one amount behind the last: each its own (各), one for all (等, 共), or not to be said."""
    found: list[_Segment] = []
    waiting: list[_Segment] = []
    for segment in segments:
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


def _of_each(waiting: list[_Segment], segment: _Segment, start: int, end: int) -> list[_Segment]:
    """口罩、护目镜和手套各100个."""
    named = [piece for piece in _and().split(segment.text[:start]) if piece.strip()]
    texts = [f"{name.strip()} {segment.text[end:]}" for name in (*(one.text for one in waiting), *named)]
    texts = texts or [segment.text[end:]]
    return [_Segment(text, lowered(fold(text)), segment.separator) for text in texts]


def _with_names(waiting: list[_Segment], segment: _Segment, got: str) -> list[_Segment]:
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
    if amount and names.is_lead(segment.low[: amount[0].start]):
        return [*waiting, segment]  # 后勤物资、500个口罩: the amount stands before its own name
    raise errors.SeveralReadings(got=got[:60], readings=f"{waiting[-1].text}一批、{segment.text}; 各, 共")


def _one(segments: list[_Segment]) -> _Segment:
    text = "".join(
        segment.text if not place else (segment.separator or "、") + segment.text
        for place, segment in enumerate(segments)
    )
    return _Segment(text, lowered(fold(text)), segments[0].separator)


# --- goods one after another without a sign between them


def _alternating(segment: _Segment) -> list[str]:
    """口罩500个 护目镜20个 or 500个口罩和20个护目镜: cut where name and amount follow each other evenly."""
    low = without_sizes(_masked(segment.low), _MASK)
    found = chains(low)
    if len(found) < 2 or not all(_is_solid(low, found, place) for place in range(len(found))):  # noqa: PLR2004 - one is a single gift
        return [segment.text]
    gaps = [low[first.end : second.start] for first, second in pairwise(found)]
    if not all(_holds_name(gap) for gap in gaps):
        return [segment.text]
    lead, tail = low[: found[0].start], low[found[-1].end :]
    if not names.is_lead(lead) and names.is_remark(tail):
        cuts = [_past_price(low, chain.end) for chain in found[:-1]]
    elif names.is_lead(lead) and _holds_name(tail):
        cuts = [chain.start for chain in found[1:]]
    else:
        return [segment.text]
    bracketed = any(gap.lstrip().startswith("(") for gap in gaps)
    if bracketed or any(low.count("(", 0, cut) > low.count(")", 0, cut) for cut in cuts):
        # 物资一批（口罩500个、手套20双）: what brackets list may be all of it or a part
        raise errors.SeveralReadings(got=segment.text[:60], readings=", ".join(low[c.start : c.end] for c in found[:4]))
    edges = [0, *cuts, len(low)]
    pieces = [segment.text[first:last] for first, last in pairwise(edges)]
    last = len(pieces) - 1
    return [names.without_connectors(piece, first=not place, last=place == last) for place, piece in enumerate(pieces)]


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
