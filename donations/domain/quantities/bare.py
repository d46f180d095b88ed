"""Numbers without a unit: 口罩5000, 三千口罩, 24/箱; and those that belong to a name (75%, 5号, N95, 四季豆)."""

from functools import cache
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain import units
from donations.domain.amount import Certainty
from donations.domain.quantities import words
from donations.domain.quantities.counted import Count
from donations.domain.quantities.front import behind_about
from donations.domain.quantities.glue import glued
from donations.domain.quantities.numerals import HAN_DIGITS, Numeral, Style
from donations.domain.quantities.unit import packaged, unit_at
from donations.domain.units import Rank

_MULTIPLIERS = "百千万亿佰仟"

_NAME_BEHIND = frozenset("号型式系代层味季度年月日岁级寸码色合维轮星期线路股孔位档速芯核款门分角元%℃°‰#") - frozenset(
    "门元角"
)


@cache
def _lasting() -> Pattern[str]:
    """3 个月QQ会员 and 2小时家政 say for how long, and not how many."""
    return pattern(
        r" ?(?:个?(?:月(?!饼|季|光|球|亮|子|嫂)|星期|小时|学期|工作日)|分钟|周年|年[期级]|年(?=[^ ]{0,6}(?:会员|保险|保修|质保|服务|租))|天(?=[^ ]{0,6}(?:会员|保险|服务|住宿|食宿|酒店))|[课学]时|[岁级号])(?=[^ 0-9,，、;；)）])"
    )


def bare(text: str, numeral: Numeral, count: Count) -> Count | None:
    """A number without a unit; None where it belongs to a name (75%, 5号, N95, 四季豆)."""
    behind = text[count.end : count.end + 1]
    before = text[numeral.start - 1 : numeral.start]
    written = text[numeral.start : numeral.end]
    if "/" in written or "分之" in written or (numeral.style is Style.ENGLISH and _says_share(written)):
        return count._replace(fault=errors.NoNumber)  # 3/4 of nothing that is measured
    if numeral.fault is errors.NoNumber:
        return None if before.isascii() and before.isalpha() else count
    about = words.about_behind().match(text, count.end)
    if about:
        return count._replace(end=about.end(), certainty=Certainty.ABOUT)
    if (
        behind in _NAME_BEHIND
        or _lasting().match(text, count.end)
        or packaged(text, count.end)
        or (behind == "-" and text[count.end + 1 : count.end + 2].isalpha())
        or (numeral.style is Style.ENGLISH and text.endswith(" for ", 0, numeral.start))  # Dinner for two may come
    ):
        return None
    if numeral.style is Style.DIGITS:
        return None if glued(text, numeral.start, count.end) else _with_pack(text, _with_rare_unit(text, count))
    return _with_pack(text, count) if numeral.style is Style.ENGLISH else _in_han(text, numeral, count)


def _says_share(written: str) -> bool:
    """One third, three quarters of a."""
    return any(word in written for word in ("third", "quarter", "fourth", "fifth", "sixth", "eighth", "tenth"))


def _in_han(text: str, numeral: Numeral, count: Count) -> Count | None:
    """A Chinese number without a unit: 三千口罩 says one, 一心一意 none, and what 十万火急 says is not guessed."""
    behind, before = text[count.end : count.end + 1], text[numeral.start - 1 : numeral.start]
    alone = (not before or before in " :：×,") and (not behind or behind == " ")
    if alone or count.certainty is Certainty.ABOUT or behind_about(text, numeral.start, 0)[1]:
        return count
    written = text[numeral.start : numeral.end]
    if len(written) == 1 or not any(character in _MULTIPLIERS for character in written):
        return None
    if len(text[count.end :].strip()) == 1:
        return None
    counted = any(character in HAN_DIGITS or character.isdigit() for character in written)
    return count if counted else count._replace(fault=errors.NoNumber)


def _with_pack(text: str, count: Count) -> Count:
    """24/箱, 50 per box."""
    per = words.per_pack().match(text, count.end) if count.unit is None else None
    unit = unit_at(text, per.end()) if per else None
    return count if unit is None or unit[1].rank <= Rank.MEASURE else count._replace(end=unit[0], per=unit[1])


def _with_rare_unit(text: str, count: Count) -> Count:
    """门5樘: one character behind a number that ends its gift is a unit, known or not."""
    found = words.rare_unit().match(text, count.start)
    if not found or found.end() != count.end + 1 or found[1] in "等的余多":
        return count
    return count._replace(end=found.end(), unit=units.unit_named(found[1]))
