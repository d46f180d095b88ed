"""The pieces of a text between its signs, what only goes on about the goods before put back to them: 口罩500个，价值2000元."""

from functools import cache, lru_cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.quantities import name as names
from donations.domain.quantities.beside import ends_gift, joining_at
from donations.domain.quantities.chain import chains
from donations.domain.quantities.count import counts
from donations.domain.quantities.goods import TEXTS_AT_ONCE, fold, lowered
from donations.domain.quantities.included import said_as_part
from donations.domain.quantities.packing import fits
from donations.domain.quantities.price import WORTH, per_unit, priced
from donations.domain.quantities.words import each_behind


class Segment(NamedTuple):
    text: str
    low: str
    separator: str  # what stood in front of it

    @property
    def names_only(self) -> bool:
        """Whether it is a name without any amount."""
        return not chains(self.low) and "@" not in self.low


def segments(text: str) -> list[Segment]:
    """The pieces of `text`, each of which says something of its own.

    Raises SeveralReadings where a piece may go on about the goods before or be a gift, ValueForSeveral.
    """
    text = said_as_part(text)
    return _joined(_apart(text, lowered(fold(text))), text)


@cache
def _numbering() -> Pattern[str]:
    return pattern(r"\(?[0-9]{1,2}(?:[.、)]|\) ?)\s*(?=[^0-9\s万千百])")


@cache
def _separator() -> Pattern[str]:
    return pattern(r"[、;。\n]|(?<![0-9]),|,(?![0-9])|;")


@cache
def _wide_comma() -> Pattern[str]:
    """A comma of Chinese texts that no three digits follow: 口罩500，20箱 is no number, whatever 口罩5，000 is."""
    return pattern(r"，(?![0-9]{3}(?![0-9]))")


@cache
def _is_worth() -> Pattern[str]:
    """价值2000元 on a line of its own is what the goods on the line before are worth."""
    return pattern(rf"(?:{WORTH}|折)(?:人民币|约|近|为|是|:| )*[0-9¥]")


@cache
def _continues() -> Pattern[str]:
    """What goes on about the goods before: 每箱2000只, 单价3.5元, 共5000个, 规格大小不一."""
    return pattern(
        rf"\s*(?:{WORTH}|折(?=[约0-9¥])|每(?!日|周)|单价|均价|合计|合共|累计|共计|总计|总共|一共|共(?!享)|[合计](?=[约0-9¥]|人民币|rmb)|金额|总额|花费|花了|用去|费用|规格|型号|品牌(?=[:为是])|其中|均为|用于|捐给|送给|送往|送至|"
        r"数量|有效期|保质期|生产日期|大小不|尺码|worth|at |each |valued|total)"
    )


def _apart(text: str, low: str) -> list[Segment]:
    edges: list[tuple[int, int, str]] = []
    depth = start = 0
    before = ""
    for position, character in enumerate(low):
        depth = max(0, depth + (character == "(") - (character == ")"))
        if depth and low.find(")", position) >= 0:
            continue
        if position < start:
            continue
        wide = _wide_comma().match(text, position)
        if wide or _separator().match(low, position) or (character == "+" and ends_gift(low[start:], position - start)):
            edges.append((start, position, before))
            start, before = position + 1, character
        elif joining := joining_at(low, start, position):
            edges.append((start, position, before))
            start, before = position + joining, "+"
    edges.append((start, len(low), before))
    found = []
    for first, last, separator in edges:
        piece = text[first:last].strip()
        number = _numbering().match(lowered(fold(piece))) if separator in ("", "\n", ";", "。") else None
        piece = piece[number.end() :] if number else piece
        if piece:
            found.append(Segment(piece, lowered(fold(piece)), separator))
    return found


def _joined(segments: list[Segment], got: str) -> list[Segment]:
    """The segments, what only goes on about the goods before put back to them."""
    found: list[Segment] = []
    for segment in segments:
        below = segment.separator == "\n" and _is_worth().match(segment.low) is None
        if not found or below or segment.separator == "+":
            found.append(segment)
            continue
        last = found[-1]
        if len(found) > 1 and _values_all(found, segment):
            raise errors.ValueForSeveral(count=len(found))
        if segment.separator == "," and _may_be_price(last, segment):
            raise errors.SeveralReadings(got=got[:60], readings=f"{segment.text}、@@{segment.text}")
        if _goes_on(segment):
            _refuse_two_amounts(last, segment, got)
            # without the blank 24瓶/件，400 were one number
            text = f"{last.text},{' ' * segment.low[0].isdigit()}{segment.text}"
            found[-1] = Segment(text, lowered(fold(text)), last.separator)
        else:
            found.append(segment)
    return found


@lru_cache(maxsize=TEXTS_AT_ONCE)
def _goes_on(segment: Segment) -> bool:
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


def _refuse_two_amounts(last: Segment, segment: Segment, got: str) -> None:
    """Refuse 口罩500、300个, two numbers of which neither goes on about the other. Raises SeveralReadings."""
    before, behind = counts(last.low), counts(segment.low)
    if not before or not behind or before[-1].end < len(last.low) or not names.is_lead(segment.low[: behind[0].start]):
        return
    one, other = before[-1], behind[0]
    is_total = other.start > 0 and fits(one, other)  # 口罩500，共20箱
    if one.unit is None and not (one.currency or one.per or one.is_vague or other.currency or other.per or is_total):
        readings = f"{last.low[one.start :]}, {segment.low[: other.end]}"
        raise errors.SeveralReadings(got=got[:60], readings=readings)


def _values_all(found: list[Segment], segment: Segment) -> bool:
    """口罩500个、手套20双，价值约5万元: what all of them are worth together, which can't be said of one."""
    price = priced(f"物品{segment.low}", segment.text).price if _continues().match(segment.low) else None
    before = found[-2].low
    return price is not None and price.whole and priced(before, before).price is None and bool(chains(before))


def _may_be_price(goods: Segment, money: Segment) -> bool:
    """口罩500个,17500元: a second gift, or what the masks are worth."""
    amounts = chains(money.low)
    if len(amounts) != 1 or not amounts[0].first.currency or _continues().match(money.low):
        return False
    (amount,) = amounts
    if money.low[: amount.start].strip() or money.low[amount.end :].strip():
        return False
    before = chains(goods.low)
    return bool(before) and not any(chain.first.currency for chain in before) and "@" not in goods.low
