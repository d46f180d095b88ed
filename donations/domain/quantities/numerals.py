"""Numbers as people write them: 5,000, 1.5万, 1万2, 三千, 壹万贰仟, 几百, 5k, five thousand."""

from enum import Enum
from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from donations import errors
from donations.domain.quantities import goods
from donations.domain.quantities.numerals_digits import TOO_LARGE, VULGAR, digits_at, fraction_at, of_letters
from donations.domain.quantities.numerals_english import english_at, is_article, share_behind
from donations.domain.quantities.numerals_tally import Tally
from donations.domain.quantities.unit import unit_at

__all__ = ["HAN_DIGITS", "TOO_LARGE", "Numeral", "Style", "check", "number", "numeral_at"]

HAN_DIGITS = {
    character: value
    for value, characters in enumerate(
        ("〇○零", "一壹", "二贰貳弍两兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for character in characters
}
_TIMES = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
    "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8,
}  # fmt: skip
_MYRIAD = 10**4
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_NOT_A_MULTIPLIER = ("千克", "千米", "千瓦", "千卡", "千斤顶", "万向", "百分")
"""A multiplier that begins one of these belongs to the word."""


class Style(Enum):
    """How a number was written."""

    DIGITS = "digits"
    HAN = "han"
    ENGLISH = "english"


class Numeral(NamedTuple):
    """A number found in a text, from `start` to `end`; `fault` is why it can't be counted with.

    `weak`: it says a number only beside a unit or 近 (百, 半, 5w, 1/2). `about`: its words say that it is rough (几百).
    """

    start: int
    end: int
    value: Fraction
    style: Style
    about: bool = False
    weak: bool = False
    fault: type[errors.DonationsError] | None = None


def number(text: str) -> Fraction:
    """The number that the whole of `text` writes; raises NoNumber, NotPositive, AmountTooLarge or QuantityRange."""
    folded = goods.fold(text).lower()
    sign = folded[:1] in ("-", "负")
    found = numeral_at(folded, 1 if sign else 0)
    if found is None or found.end != len(folded):
        raise errors.NoNumber(got=text[:40])
    check(found, text)
    if sign or found.value <= 0:
        raise errors.NotPositive(got=text[:40])
    return found.value


def is_han(text: str) -> bool:
    """Whether `text` is a number in Chinese words and nothing else."""
    return text[:1] != "半" and bool(text) and all(character in HAN_DIGITS or character in _TIMES for character in text)


def check(found: Numeral, text: str) -> None:
    """Raises the fault of a numeral, with the words it stands in, and AmountTooLarge."""
    if found.fault is errors.AmountTooLarge:
        raise errors.AmountTooLarge(got=text[:40], largest=str(TOO_LARGE - 1))
    if found.fault is not None:
        raise found.fault(got=text[:40])


def numeral_at(text: str, start: int) -> Numeral | None:
    """The longest number that begins at `start` of `text` (folded, lower case); None where none begins there."""
    first = text[start : start + 1]
    if not first:
        return None
    fraction = fraction_at(text, start) if first in "0123456789" or first in VULGAR else None
    if fraction is not None:
        return Numeral(start, fraction[0], fraction[1], Style.DIGITS, weak=True)
    if first.isascii() and first.isalpha():
        found = _in_english(text, start)
    elif first in "0123456789" or first in HAN_DIGITS or first in _TIMES or first in _TENS or first in "几半数好幾數":
        found = _counted(text, start)
    else:
        return None
    if found is not None and found.fault is None and found.value >= TOO_LARGE:
        return found._replace(fault=errors.AmountTooLarge)
    return found


# --- Chinese words, also mixed with digits (1万2千)


def _counted(text: str, start: int) -> Numeral | None:
    """A number in digits or Chinese words, with multipliers, and with 余, 多, 几 in front of 万."""
    if text[start] in "几数好幾數":
        return _several(text, start)
    if text[start] == "半":
        return Numeral(start, start + 1, Fraction(1, 2), Style.HAN, weak=True)
    style = Style.DIGITS if text[start] in "0123456789" else Style.HAN
    tally = Tally()
    end, fault = _parts(text, start, tally)
    if end == start:
        return None
    lone = style is Style.HAN and end == start + 1 and text[start] in _TIMES and text[start] not in "十拾"
    found = Numeral(start, end, tally.value(), style, weak=lone, fault=fault)
    if text.startswith(("百十", "千百"), start) and end == start + 2:
        return found._replace(value=Fraction(_TIMES[text[start]]), about=True)
    if lone and text.startswith("把", end) and text[end + 1 : end + 2] in goods.COUNTERS:
        return found._replace(end=end + 1, about=True, weak=False)  # 千把个
    return _share(text, found) or _mixed(text, found) or _slang(text, _rough_myriads(text, found))


def _mixed(text: str, found: Numeral) -> Numeral | None:
    """三又四分之一 and 1又1/2, with `found` the whole part."""
    part = numeral_at(text, found.end + 1) if text.startswith("又", found.end) and found.fault is None else None
    if part is None or not part.weak or part.value >= 1:
        return None
    return found._replace(end=part.end, value=found.value + part.value, weak=True)


def _share(text: str, found: Numeral) -> Numeral | None:
    """三分之一, with `found` the 三 of it; None where no proper fraction stands there."""
    if not text.startswith("分之", found.end) or found.fault is not None:
        return None
    tally = Tally()
    end, fault = _parts(text, found.end + len("分之"), tally)
    part = tally.value()
    if fault is not None or not 0 < part < found.value or part.denominator > 1:
        return None
    return found._replace(end=end, value=part / found.value, weak=True)


def _parts(text: str, start: int, tally: Tally) -> tuple[int, type[errors.DonationsError] | None]:
    """Feeds `tally` from `start`; where the number ends, and what is wrong with it."""
    position = start
    fault: type[errors.DonationsError] | None = None
    while position < len(text):
        part_fault: type[errors.DonationsError] | None = None
        following = _multiplier(text, position, tally)
        if following == position:
            following, part_fault = _digit_part(text, position, tally, first=position == start)
        if following == position:
            break
        position, fault = following, fault or part_fault
    return position, fault


def _multiplier(text: str, position: int, tally: Tally) -> int:
    """The position behind a multiplier taken at `position`, or `position` where none was."""
    is_apart = text[position] == " " and text[position - 1 : position].isdigit()
    here = position + (is_apart and text[position + 1 : position + 2] in "万萬亿億")
    factor = _TIMES.get(text[here : here + 1])
    of_model = tally.current is not None and factor in (10, 100) and of_letters(text, here)
    if factor is None or of_model or text.startswith(_NOT_A_MULTIPLIER, here):
        return position
    if (
        position and tally.current is not None and goods.begins_with_multiplier(text, here, tally.current)
    ) or not tally.times(factor):
        return position
    return here + 1


def _digit_part(
    text: str, position: int, tally: Tally, *, first: bool
) -> tuple[int, type[errors.DonationsError] | None]:
    """The position behind the digits (of either kind) taken at `position`, and what is wrong with them."""
    character = text[position]
    if character in "0123456789":
        return _plain_part(text, position, tally, first=first)
    if character in "零〇" and tally.last_times and tally.current is None:
        tally.after_zero = True
        # 零 ends no number: in 一百零食 it belongs to what follows
        following = text[position + 1 : position + 2]
        return (position + 1 if following in HAN_DIGITS or following in tuple("123456789") else position), None
    if character in "点點" and text[position + 1 : position + 2] in HAN_DIGITS and not first:
        return _decimals(text, position + 1, tally), None
    if character in _TENS and tally.current is None and tally.last_small > 10:  # noqa: PLR2004 - 廿 is two tens
        tally.section += _TENS[character]
        tally.last_times = tally.last_small = 10
        return position + 1, None
    # 二十两, 一百两: no number ends in 两, so that it is the unit
    is_unit = character in "两兩" and not first and text[position + 1 : position + 2] not in _TIMES
    if character in HAN_DIGITS and not is_unit:
        return _han_part(text, position, tally, first=first)
    return position, None


def _plain_part(
    text: str, position: int, tally: Tally, *, first: bool
) -> tuple[int, type[errors.DonationsError] | None]:
    found = digits_at(text, position)
    if found is None:
        return position, None
    end, value = found
    if value is None:
        return (end, errors.NoNumber) if first else (position, None)
    behind = text[end : end + 1]
    # 5千84消毒液, 5百3M口罩: digits that begin a name don't continue the number
    on_letter = behind.isascii() and behind.isalpha() and unit_at(text, end) is None  # but 1千5kg
    if not first and (goods.number_name_at(text, position) or behind == "%" or on_letter):
        return position, None
    return (end if tally.takes(value, single=end == position + 1) else position), None


def _han_part(text: str, position: int, tally: Tally, *, first: bool) -> tuple[int, type[errors.DonationsError] | None]:
    """One Chinese digit; several in a row are a place-value number (一五〇〇) or a range (三五, 七八)."""
    if text.startswith(("一两", "一兩"), position) and text[position + 2 : position + 3] in goods.COUNTERS:
        return (position + 2 if tally.takes(Fraction(1), single=False) else position), errors.QuantityRange
    end = position + 1
    while end < len(text) and text[end] in HAN_DIGITS and (text[end] not in "两兩"):
        end += 1
    run = [HAN_DIGITS[character] for character in text[position:end]]
    if len(run) == 1:
        return (end if tally.takes(Fraction(run[0]), single=True) else position), None
    if not tally.takes(Fraction(run[0]), single=False):
        return position, None
    if first and (len(run) > 2 or 0 in run):  # noqa: PLR2004 - two digits in a row are a range
        tally.current = Fraction(int("".join(map(str, run))))
        return end, None
    if len(run) == 2 and (run[1] == run[0] + 1 or run == [3, 5]):  # noqa: PLR2004
        return end, errors.QuantityRange
    return position + 1, None


def _decimals(text: str, position: int, tally: Tally) -> int:
    scale = Fraction(1, 10)
    value = tally.section + (tally.current or 0)
    while position < len(text) and text[position] in HAN_DIGITS:
        value += HAN_DIGITS[text[position]] * scale
        scale /= 10
        position += 1
    tally.section, tally.current, tally.short = Fraction(0), value, False
    return position


@cache
def _several_pattern() -> Pattern[str]:
    return pattern(r"(?:好?[几幾]|[数數])([十百千拾佰仟]?)([万萬亿億]?)")


def _several(text: str, start: int) -> Numeral | None:
    """几百, 数千, 几十万: rough, with its floor as the number."""
    found = _several_pattern().match(text, start)
    if not found or not (found[1] or found[2]) or goods.number_name_at(text, found.start(1)):
        return None
    value = Fraction(_TIMES.get(found[1], 1) * _TIMES.get(found[2], 1))
    return Numeral(start, found.end(), value, Style.HAN, about=True)


@cache
def _rough_tail() -> Pattern[str]:
    return pattern(r"\s?(?:余|餘|多|来|來|几|幾|\+)\s?([十百千]?[万萬]?[亿億]?)(?<=[十百千万萬亿億])")


def _rough_myriads(text: str, found: Numeral) -> Numeral:
    """20余万, 十几万: what stands before the multiplier is rough."""
    tail = _rough_tail().match(text, found.end)
    if not tail or text.startswith(_NOT_A_MULTIPLIER, tail.end() - 1):
        return found
    factor = 1
    for character in tail[1]:
        factor *= _TIMES[character]
    return found._replace(end=tail.end(), value=found.value * factor, about=True, weak=False)


def _slang(text: str, found: Numeral) -> Numeral:
    """5k and, beside a unit only, 5w."""
    if text.startswith(" k ", found.end) and found.style is Style.DIGITS:
        return found._replace(end=found.end + 2, value=found.value * 1000)
    letter, behind = text[found.end : found.end + 1], text[found.end + 1 : found.end + 2]
    if found.style is not Style.DIGITS or letter not in ("k", "w") or (behind.isascii() and behind.isalnum()):
        return found
    factor = 1000 if letter == "k" else _MYRIAD
    longer = found._replace(end=found.end + 1, value=found.value * factor, weak=letter == "w")
    return _rough_myriads(text, longer)


def _in_english(text: str, start: int) -> Numeral | None:
    found = english_at(text, start)
    if found is None:
        return None
    end, value, about = found
    share = share_behind(text, end, value)
    if share is not None:
        return Numeral(start, share[0], share[1], Style.ENGLISH, weak=True)
    return Numeral(start, end, value, Style.ENGLISH, about=about, weak=is_article(text[start:end]))
