"""The grammar of quantities: what a text of one or several gifts says."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.quantities.allowance import money_for_each
from donations.domain.quantities.count import counts
from donations.domain.quantities.counted import Count
from donations.domain.quantities.dimensions import refuse_dimensions
from donations.domain.quantities.gone import refuse_gone
from donations.domain.quantities.goods import TEXTS_AT_ONCE, fold, lowered, prepared
from donations.domain.quantities.joined import parted
from donations.domain.quantities.mistyped import refuse_left_over, refuse_letters, with_its_currency
from donations.domain.quantities.money import YUAN, is_money_word
from donations.domain.quantities.name import is_remark
from donations.domain.quantities.numerals import TOO_LARGE
from donations.domain.quantities.price import priced
from donations.domain.quantities.reading import read
from donations.domain.quantities.size import in_order
from donations.domain.quantities.splitting import split
from donations.domain.quantities.two_amounts import refuse_two_amounts
from donations.domain.quantity import Quantity
from donations.domain.text import tidy

LONGEST = 300
"""A longer text is refused unread."""
_SUM = re.compile(r"(?:=\s*|[^\W\d]*)[0-9.,]+(?:\s*[+＋]\s*[0-9.,]+)+\s*[^\W\d]{0,2}")
"""1+1, =1+1, 5+3个, 口罩5+3个: what a calculator takes."""


def gifts(text: str) -> tuple[Quantity, ...]:
    """Every gift in `text`, one or several, in order; raises as `parsing.parse_quantity` does, for the first that is refused."""
    if len(text) > LONGEST:
        raise errors.NoQuantity(got=tidy(text[:60]))
    if _SUM.fullmatch(tidy(text)):
        raise errors.SumTyped(got=tidy(text)[:60])
    refuse_two_amounts(text)
    lines = (in_order(prepared(line)) for line in parted(text).splitlines())
    parts = split("\n".join(line for line in lines if line))
    if not parts:
        raise errors.NoQuantity(got=tidy(text)[:60])
    alone = tidy(text) if len(parts) == 1 else None
    found = _said_once([_one(part, alone) for part in parts])
    _refuse_worth_of_all(found, parts[-1])
    refuse_dimensions(text, found)
    return found


@cache
def _capitals() -> Pattern[str]:
    return pattern(r"大写|[零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬]{2}|[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟][元圆圓万亿]")


@cache
def _nothing_but_words() -> Pattern[str]:
    return pattern(
        r"(?:大写|小写|人民币|金额|即|合计|合共|共计|总计|为|[ :：()（）])*[〇零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓角分]+[整正]?[ )）。.]*"
    )


def _said_once(found: list[Quantity]) -> tuple[Quantity, ...]:
    """Money said in digits and again in words, ¥5000，大写伍仟元整, is one gift. Raises SeveralReadings where they differ and one is
    called the other's 大写 or 小写.
    """
    kept: list[Quantity] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is None or not (before.is_money and before.item == each.item and _is_in_words(before, each)):
            kept.append(each)
        elif each.number == before.number:
            kept[-1] = replace(before, written=f"{before.written}（{each.written}）")
        elif "写" in before.written + each.written:
            raise errors.SeveralReadings(got=each.written[:60], readings=f"{before.written}, {each.written}")
        else:
            kept.append(each)
    return tuple(kept)


def _is_in_words(one: Quantity, other: Quantity) -> bool:
    """Whether one of them is written in the numerals of cheques, which say nothing else, and the other isn't: 支票伍仟元 beside
    现金5000元 is another gift.
    """
    in_words = [each.written for each in (one, other) if _capitals().search(each.written)]
    return len(in_words) == 1 and ("大写" in in_words[0] or _nothing_but_words().fullmatch(in_words[0]) is not None)


@cache
def _in_all() -> Pattern[str]:
    return pattern(
        r"(?:合计|合共|共计|总计|总共|一共|[共总])(?:价值|价款|价|值|计|折合|折款|金额|人民币|约|为|是|[:：¥ ])*[0-9]"
    )


def _refuse_worth_of_all(found: tuple[Quantity, ...], last: str) -> None:
    """Refuse 口罩1000个和手套20双共2000元: what several goods are worth in all is none of the last. Raises ValueForSeveral."""
    goods = [each for each in found if not each.is_money]
    if len(goods) < 2 or goods[-1] is not found[-1] or not _in_all().search(lowered(fold(last))):  # noqa: PLR2004
        return
    price = goods[-1].price
    if price is not None and price.whole and not any(each.price for each in goods[:-1]):
        raise errors.ValueForSeveral(count=len(goods))


@lru_cache(maxsize=TEXTS_AT_ONCE)
def _one(part: str, written: str | None) -> Quantity:
    part = part.replace("\n", " ").strip()
    shown = written or tidy(part)
    part = with_its_currency(part, lowered(fold(part)))
    low = lowered(fold(part))
    refuse_gone(low, shown)
    refuse_letters(low, shown)
    if (total := money_for_each(low, shown)) is not None:
        return Quantity(shown, YUAN.item, None, total[0], YUAN.unit, total[1], None, None, None)
    taken = priced(low, shown)
    result = read(taken.of(part), taken.of(low), shown)
    amount = result.amount
    if amount.number is not None:
        refuse_left_over(result.item, low, shown)
    quantity = Quantity(
        written=shown,
        item=result.item,
        specification=result.specification,
        number=amount.number,
        unit=amount.unit.name if amount.unit else None,
        certainty=amount.certainty if amount.number is not None else Certainty.UNKNOWN,
        packs=amount.packs,
        pack_unit=amount.pack_unit.name if amount.pack_unit else None,
        price=taken.price,
    )
    if quantity.is_money and taken.price is not None:
        raise errors.MoneyWithValue(got=shown[:60])
    return quantity


def money(text: str) -> tuple[Fraction, Certainty]:
    """Yuan as `text` says them: 3.5, 1,500.00元, ¥28.16, 约11万元; also finer than the fen.

    Raises NotMoney, NoNumber, NotPositive, QuantityRange, MarkedGone or AmountTooLarge.
    """
    shown = tidy(text[:LONGEST])
    if len(text) > LONGEST:
        raise errors.NotMoney(got=shown[:60])
    low = lowered(fold(prepared(text)))
    refuse_gone(low, shown)
    found = counts(low)
    if len(found) != 1:
        raise errors.NotMoney(got=shown[:60])
    (count,) = found
    before, behind = low[: count.start].strip(" :"), low[count.end :].strip(" 。.")
    if (before and not is_money_word(before)) or (behind and not (is_money_word(behind) or is_remark(behind))):
        raise errors.NotMoney(got=shown[:60])
    return _checked(count, shown), count.certainty


def _checked(count: Count, shown: str) -> Fraction:
    if count.fault is errors.AmountTooLarge or (count.number or 0) >= TOO_LARGE:
        raise errors.AmountTooLarge(got=shown[:60], largest=str(TOO_LARGE - 1))
    if count.fault is not None:
        raise count.fault(got=shown[:60])
    other = count.currency not in (None, YUAN) or count.per is not None
    if count.number is None or other or (count.unit is not None and not count.loose):
        raise errors.NotMoney(got=shown[:60])
    return count.number
