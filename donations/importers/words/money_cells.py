"""A cell in a column of money: an amount, what it is counted in, and goods where the cell says so."""

import re
from dataclasses import replace
from fractions import Fraction

from donations import errors
from donations.domain.amount import MONEY, Certainty
from donations.domain.catalogue import common_named
from donations.domain.parsing import parse_quantities
from donations.domain.quantities.gone import is_gone
from donations.domain.quantities.goods import fold
from donations.domain.quantities.money import UNIT_OF, is_money_name
from donations.domain.quantities.two_amounts import refuse_two_amounts
from donations.domain.quantity import Quantity
from donations.domain.text import LONGEST_NAME
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.amount_marks import is_below_zero, is_of_each, is_red
from donations.importers.words.cells import (
    ABOVE_ZERO,
    CONTINENTAL,
    KEPT,
    MONEY_AND_GOODS,
    MONEY_WANTED,
    NOT_BELOW_ZERO,
    SAID_TWICE,
    TO_THE_FEN,
    WORTH_IN_YUAN,
    Misfit,
    looks_like_a_date,
    plain_number,
    refused,
    sound,
)
from donations.importers.words.foot import number_in
from donations.importers.words.heading_measures import measure_named, times_said
from donations.importers.words.heading_words import normal
from donations.importers.words.japanese_headings import in_chinese
from donations.importers.words.mixed import holds_both, is_joined, with_unit
from donations.importers.words.money_measures import (
    OTHER,
    OTHER_MONEY,
    SIGN_OF,
    has_other_sign,
    is_other_money,
    money_measure,
)
from donations.importers.words.own_currency import in_its_own
from donations.importers.words.sign_alone import without_sign

AMOUNT_MISSING = N_("an amount; where there was none, write 0 or take the row out")
_YUAN = pattern_of(r"(?:人民币|rmb|[¥￥])?\s*([0-9][0-9,， ]*(?:\.[0-9 ]+)?)\s*(?:元整?|圆整?|rmb)?", re.IGNORECASE)
_SAYS_CURRENCY = pattern_of(
    r"[元圆币$¥￥€£角分]|rmb|usd|cny|hkd|eur|(?<=[0-9一二两三四五六七八九十百千万])\s?块(?:钱|整)?$", re.IGNORECASE
)
_SAYS_UNIT = pattern_of(_SAYS_CURRENCY.pattern + "|[万亿千]", re.IGNORECASE)
_SIGNED_CONTINENTAL = pattern_of(rf"([^0-9]{{0,4}})({CONTINENTAL.pattern})([^0-9]{{0,4}})")


def says_yuan(text: str) -> bool:
    """Whether the cell is an amount of yuan that says so: ¥200, 50元."""
    return _YUAN.fullmatch(text) is not None and _SAYS_UNIT.search(text) is not None


_REMARKED = pattern_of(r"([^(（)）]*[0-9元圆整万])\s*[(（]([^()（）0-9]*)[)）]")
"""1000（现金）, 500（美元）: an amount, and how it came or what it is counted in."""


_UNSAID = pattern_of(r"(?:金额|数额|数目)?(?:若干|不详|不明)(?:元|现金|人民币)?")


_SIGNED = pattern_of(r"([$¥￥€£])\s?([0-9][0-9,]*(?:\.[0-9]+)?)\s?([a-z]{3})", re.IGNORECASE)
"""$10.00 USD, as payment services write it."""
_ADORNED = pattern_of(
    r"[\s\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]*([^\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]+?)[\s\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]*"
)
"""88.88🧧: an amount with little pictures around it."""


_ROUND_ZERO = pattern_of("(?<=[一二三四五六七八九十百千万萬])[○◯](?=[一二三四五六七八九○◯百千万萬元圓圆])")
"""一萬○一百元: a circle for 〇."""


def plain_money(text: str) -> str:
    """The amount without pictures around it, with its currency said once and 〇 for circles within it."""
    text = text if text.isascii() or len(text) > LONGEST_NAME else _ROUND_ZERO.sub("〇", text)
    adorned = None if text.isascii() or len(text) > LONGEST_NAME else _ADORNED.fullmatch(text)
    text = adorned[1] if adorned else text
    signed = _SIGNED.fullmatch(text)
    if signed is None or signed[3].upper() not in SIGN_OF["¥" if signed[1] == "￥" else signed[1]]:
        return text
    return f"{signed[2]} {signed[3]}"


_BY_HAND = pattern_of(
    r"(.*[0-9k元圆圓])\s*(?:in |by |[(（])?\s*(?:cash|check|cheque|card|credit card|paypal|venmo|zelle|现金|現金|支票)[)）]?",
    re.IGNORECASE,
)
"""$500 cash: how it came is no part of the amount."""


_WISHED = pattern_of(
    r"((?:人民币|[¥￥])?\s?[0-9][0-9,]*(?:\.[0-9]{1,2})?\s?万?(?:元整?)?)\s*[/，,、;；\s]\s*([\u3400-\u9fff，。！!～~]{2,30})"
)
_WISH = pattern_of(r"加油|平安|祝|祈福|致敬|支持|感谢|谢谢|辛苦|保重|必胜|挺住|早日|心意|健康|顺利|安康|好运|祝福|愿")
_NO_WISH = pattern_of(
    r"[未退欠拟待每各共已另还余]|认捐|其中|[一二三四五六七八九十两几数百千万半][箱份袋件盒个包瓶桶套台双只本副批吨斤提捆条张把顶床支枚升罐篮筐车](?!心意|爱心|祝福|力量|关[爱怀心]|温暖|支持)"
)
"""What says something of the amount, 已退 or 每月; or goods beside it, 平安果十箱, as 一份心意 doesn't."""


def wished(text: str) -> tuple[str, str] | None:
    """An amount and the words of whoever gave it behind it, 100元/加油; None of all other cells."""
    found = _WISHED.fullmatch(simplified(text)) if len(text) <= LONGEST_NAME else None
    if found is None or not _WISH.search(found[2]) or _NO_WISH.search(found[2]) or common_named(found[2]):
        return None
    return found[1].strip(), text[found.start(2) :].strip()


_WORDED = pattern_of(r"([a-z]{2,4}|[a-z]{0,2}\$)\.? ?[0-9][0-9,.]*|[0-9][0-9,.]* ?([a-z]{3,8})\.?")


def _is_worded_otherwise(text: str) -> bool:
    """Whether the amount has a word of money that isn't kept: RM500, Php 500, NZ$500, 500 pesos."""
    found = _WORDED.fullmatch(text.casefold()) if text.isascii() and len(text) <= LONGEST_NAME else None
    word = "" if found is None else found[1] or found[2]
    return word != "" and money_measure(word) is None and is_other_money(word)


def _in_english_figures(text: str) -> str:
    """€1.234,50 as €1234.50."""
    found = _SIGNED_CONTINENTAL.fullmatch(text)
    return text if found is None else f"{found[1]}{found[2].replace('.', '').replace(',', '.')}{found[3]}"


BESIDE_ANOTHER = N_(
    "one amount without a comma, such as 100200元, or two with 、 between them and their currency, 100元、200元: nobody can tell which this is"
)


def refuse_two(text: str) -> None:
    """Raises Misfit where the digits may be of two amounts: 美元100，100元."""
    try:
        refuse_two_amounts(text[:LONGEST_NAME])
    except errors.AmountsBeside:
        raise Misfit(BESIDE_ANOTHER) from None


def money(text: str, factor: int, currency: str | None) -> tuple[Quantity, ...]:
    """What stands in a column of money: usually one amount; goods where the cell says so. Raises Misfit."""
    text = plain_money(sound(in_chinese(text) if "원" in text else text))
    text = words[0] if (words := wished(text)) else text
    paid = _BY_HAND.fullmatch(text) if len(text) <= LONGEST_NAME else None
    text = in_its_own(without_sign(paid[1] if paid else text, factor, currency), currency)
    if currency == OTHER or has_other_sign(text) or _is_worded_otherwise(text):
        raise Misfit(OTHER_MONEY)
    refuse_two(text)
    text = _in_english_figures(text)
    unit = UNIT_OF[currency or MONEY]
    number = plain_number(text)
    if number is None and currency in (None, MONEY) and (found := _YUAN.fullmatch(text)):
        if (number := plain_number(found[1])) is None and " " in found[1].strip():
            raise Misfit(MONEY_WANTED)  # 100.0 0元
        factor = factor if not _SAYS_UNIT.search(text) else 1
    if number is not None:
        written = f"{text}{'' if _SAYS_UNIT.search(text) else times_said(factor) + unit}"
        return (cash(written, number * factor, currency or MONEY),)
    if looks_like_a_date(text) or is_of_each(text):
        raise Misfit(MONEY_WANTED)
    if _UNSAID.fullmatch(text):
        return (Quantity(text, currency or MONEY, None, None, unit, Certainty.UNKNOWN, None, None, None),)
    if is_below_zero(text) or is_gone(simplified(fold(text))) or is_red(simplified(text)):
        raise Misfit(NOT_BELOW_ZERO if is_below_zero(text) else KEPT)
    return _written(text, factor, currency)


def _written(text: str, factor: int, currency: str | None) -> tuple[Quantity, ...]:
    """An amount with more than a number, which says of itself how it came or what it is of; goods with or without one."""
    if (remarked := _REMARKED.fullmatch(text)) and (is_money_name(remarked[2]) or not common_named(remarked[2])):
        measured = measure_named(remarked[2].casefold()) or (factor, currency, None)
        said = number_in(remarked[2])  # 大写：伍仟元整
        if measured[2] is None:
            amount, of = remarked[1].strip(), measured[1] or currency
            found = money(amount if of in (None, MONEY) else amount.rstrip("整元圆"), measured[0], of)  # 500元（台币）
            if said is not None and any(each.number != said for each in found):
                raise Misfit(SAID_TWICE)
            return found
    unit = UNIT_OF[currency or MONEY]
    times = {10**4: "万", 10**8: "亿"}.get(factor, "")
    both = with_unit(text, times + unit) if times or factor == 1 else text
    try:
        return _read_money(both, factor, unit)
    except Misfit as misfit:
        raise Misfit(
            MONEY_AND_GOODS if misfit.expected == MONEY_WANTED and holds_both(text) else misfit.expected
        ) from None


_LETTER = pattern_of("[a-z]", re.IGNORECASE)
_MARKS = "!！?？~～。.^…*♥❤ "
_LONGEST_FACE = 8


def _without_marks(text: str) -> str:
    """The words without the marks and faces that end a wish: 加油！, 谢谢(^_^), 支持你们~."""
    text = text.rstrip(_MARKS)
    opened = max(text.rfind("("), text.rfind("（"))
    face = text[opened:] if opened > 0 and text.endswith((")", "）")) else ""
    if 0 < len(face) <= _LONGEST_FACE and not any(map(str.isalnum, face)):
        return text[:opened].rstrip(_MARKS)
    return text


def cash(written: str, number: Fraction, currency: str = MONEY) -> Quantity:
    """Money as a quantity; raises Misfit below the fen and at zero."""
    if number <= 0:
        raise Misfit(ABOVE_ZERO)
    if (number * 100).denominator != 1:
        raise Misfit(TO_THE_FEN)
    return Quantity(written, currency, None, number, UNIT_OF[currency], Certainty.EXACT, None, None, None)


def _read_money(text: str, factor: int, unit: str, *, marked: bool = True) -> tuple[Quantity, ...]:
    has_unit = _SAYS_CURRENCY.search(text) is not None
    times = 1 if _SAYS_UNIT.search(text) else factor
    try:
        found = parse_quantities(text) if has_unit else _times(text, unit, times)
    except errors.DonationsError as error:
        try:
            found = () if has_unit else parse_quantities(text)
        except errors.DonationsError:
            raise refused(error, MONEY_WANTED) from None
        if not found:
            raise refused(error, MONEY_WANTED) from None
    if any(is_joined(each.item) for each in found):
        raise Misfit(MONEY_AND_GOODS)
    if marked and not found[0].is_money and found[0].number is None and (plain := _without_marks(text)) != text:
        _read_money(plain, factor, unit, marked=False)  # words alone are no gift, and none with marks behind them
    for each in found:
        unsaid = each.number is None if each.is_money else each.number is not None and each.unit is None
        is_code = not each.is_money and money_measure(normal(each.item)) is not None  # USD 1.2m
        if (
            each.is_bare or unsaid or is_code or each.item == unit or each.item[:1].isdigit()
        ):  # 500个: of what, nobody says
            raise Misfit(MONEY_WANTED)
        if each.is_money and each.number is not None and (each.number * 100).denominator != 1:
            raise Misfit(TO_THE_FEN)
    return found


def _times(text: str, unit: str, factor: int) -> tuple[Quantity, ...]:
    """What a cell without a currency says in a column that counts so many: 约5 of 百万元. Raises Misfit, DonationsError."""
    found = parse_quantities(f"{text}{unit}")
    if not any(each.is_money for each in found):
        return parse_quantities(text)  # 500个口罩 is of 口罩, and not of 口罩元
    if factor != 1 and any(each.is_money for each in found) and _LETTER.search(text):
        raise Misfit(MONEY_WANTED)  # 5w in a column of 万元
    return tuple(
        each if factor == 1 or not each.is_money or each.number is None else replace(each, number=each.number * factor)
        for each in found
    )


def yuan(text: str, factor: int) -> tuple[Fraction, Certainty] | None:
    """A price or a value; None where it is zero, which says nothing. Raises Misfit."""
    number = plain_number(sound(text))
    if number is not None:
        return (number * factor, Certainty.EXACT) if number else None
    if text.startswith("-"):
        raise Misfit(NOT_BELOW_ZERO)
    found = money(text, factor, None)
    if any(each.is_money and each.item != MONEY for each in found):
        raise Misfit(WORTH_IN_YUAN)
    if len(found) != 1 or found[0].item != MONEY or found[0].number is None:
        raise Misfit(MONEY_WANTED)
    return found[0].number, found[0].certainty
