"""What lists say of a lot of goods: its batch, until when it keeps, for how long, and when it was made; its headings and cells."""

import re
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from donations import errors
from donations.domain.period import MONTHS
from donations.domain.quantities.goods import fold
from donations.domain.quantities.numerals import number
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

BATCH, EXPIRES, PRODUCED = "batch", "expires_on", "produced_on"
LOTS = (BATCH, EXPIRES, PRODUCED)
LONGEST_BATCH = 100

_OF = r"(?:生产|产品|商品|物资|物品|货物|药品|疫苗|试剂|食品|出厂|制造|厂家|item|product(?:ion)?|food|batch|lot|manufactur(?:er|ing)|mfg)?"
_NUMBER = r"(?:nos?|nr|nums?|numbers?|codes?|ids?)?"
_END = r"(?:日期?|时间|年月日?|date|day|on|time|dt)?"
_EXPIRES = "有[效効]|失效|过期|到期|保质"
_SENSES = (
    (
        BATCH,
        pattern_of(
            rf"{_OF}(?:批(?:号|次号|次|号码|编号|次编号)|(?:batch|lot){_NUMBER}|ロット(?:番号|no)?|[制製]造番号)"
        ),
    ),
    (
        EXPIRES,
        pattern_of(
            rf"{_OF}(?:(?:{_EXPIRES}|最佳(?:食用|使用|赏味))(?:使用)?(?:期限?|日期?|时间|年月日?)(?:至|到|截止|止)?{_END}|有效(?:至|到)"
            rf"|(?:有效)?效期(?:至|到)?|(?:保存|保鲜|货架)期限?|(?:使用|赏味|消费)期限|exp(?:iry|iration|ires?|d)?{_END}|dateof(?:expiry|expiration)"
            rf"|b(?:est|b)(?:by|before){_END}|bb[de]|use(?:by|before){_END}|shelflife|valid(?:(?:ity|until|till|to|thru){_END}|date))"
        ),
    ),
    (
        PRODUCED,
        pattern_of(
            rf"{_OF}(?:(?:生产|[制製]造|出厂|出产)(?:日期?|时间|年月日?)|(?:manufactur(?:e|ed|ing)|production|mfg|mfd){_END}|dateof(?:manufacture|production))"
        ),
    ),
)
_SPLIT = pattern_of(r"[/、,·&|+]|或者?|及|与|和")
_OPENING = pattern_of(rf"[(\[【]|(?<=号)(?={_EXPIRES}|效期)")
"""Where a second sense begins: 批号(效期), 批号 有效期."""
_BRACKETED = pattern_of(r"[(\[【][^()\[\]【】]{0,40}[)\]】]")
_COUNTED = pattern_of(r".{2,20}?[(\[/]?(个?月|天|日|年|months?|days?|years?)数?[)\]]?")
_SIGNS = pattern_of(r"[\s._#:*\-]+")
_CHINESE, _LATIN = pattern_of(r"[\u3041-\u30ff\u3400-\u9fff]+"), pattern_of(r"[a-z]+")
_TRANCHE = pattern_of(
    r"第.{1,4}[批次期轮]|(?:batch|lot)? ?[0-9]{1,2}|[一二三四五六七八九十]{1,3}[批次期轮]?|首批", re.IGNORECASE
)
"""Which of several deliveries a row is of, and no number of a lot."""

_NONE = pattern_of(
    r"长期(?:有效|保存)?|永久(?:有效)?|(?:无|没有|不设|未标|未注明|未标注|暂无)(?:有效期|保质期|效期|期限|限期?|时间|日期)?|无限期?|不限|不适用|不详|未知"
    r"|n/?a|none|nil|null|no(?:t)? ?(?:expiry|expir(?:y|ation) ?date|applicable)|never|indefinite(?:ly)?|unlimited|9999[-./年]?12[-./月]?31日?"
)
_LABEL = pattern_of(
    rf"(?:有效(?:使用)?期限?|有效|失效(?:日期|期)|保质期限?|效期|到期日?期?|exp(?:iry|ires?)?(?: ?date)?|best before|use by|bbe?)[:.]?(?:至|到)?[:.]?\s?(?=[0-9一二三四五六七八九十两半]|(?:{'|'.join(MONTHS)}))"
)
_BEHIND = pattern_of(r"(?<=[0-9日月年])(?:前|止|底|末|前使用|到期|前有效|有效)$")
_UNITS = {
    "年": (12, 0), "y": (12, 0), "yr": (12, 0), "yrs": (12, 0), "year": (12, 0), "years": (12, 0),
    "月": (1, 0), "个月": (1, 0), "m": (1, 0), "mo": (1, 0), "mth": (1, 0), "mths": (1, 0), "month": (1, 0), "months": (1, 0),
    "天": (0, 1), "日": (0, 1), "d": (0, 1), "day": (0, 1), "days": (0, 1),
    "周": (0, 7), "星期": (0, 7), "w": (0, 7), "week": (0, 7), "weeks": (0, 7),
}  # fmt: skip
"""How many months, and how many days, one of it is."""
_ONE_SPAN = pattern_of(
    r"([0-9]{1,4}(?:\.5)?|[一二两三四五六七八九十]{1,3}|半)\s?(个?月|年|天|日|周|星期|[a-z]{1,6})(半)?"
)
_OF_CALENDAR = {"月": 12, "日": 31}
"""Up to so many, 3月 is a month of a year that nobody said, or three of them."""
_PARTED = pattern_of(r"(.{1,12}年)[零又]?(.{1,8}月)")
_HALF = Fraction(1, 2)
_LONGEST = 1200
"""So many months, or a hundredth of so many days: nothing keeps longer."""
_MOST_SIGNS = 40


class Span(NamedTuple):
    """For how long goods keep."""

    months: int
    days: int

    def after(self, made: date, *, in_month: bool = False) -> date | None:
        """The day so long after that one; the last of its month where that has fewer days, or where only the month is known
        in which the goods were made. None beyond the calendar.
        """
        years, month = divmod(made.year * 12 + made.month - 1 + self.months, 12)
        if years >= date.max.year:
            return None
        last = (date(years + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day  # noqa: PLR2004 - December
        return date(years, month + 1, last if in_month else min(made.day, last)) + timedelta(days=self.days)


def sense_of(heading: str) -> str | None:
    """What a heading (normal) says of a lot: BATCH, EXPIRES or PRODUCED; None where it says none of them, or several."""
    if len(heading) > _MOST_SIGNS or both_in(heading):
        return None
    own = heading.rpartition(".")[2]  # items.expiryDate, as JSON has it
    for reading in (heading, _BRACKETED.sub("", heading), (counted_in(heading) or ("",))[0], own):
        if reading and (found := _sense(reading)) is not None:
            return found
    return None


def both_in(heading: str) -> tuple[str, ...] | None:
    """BATCH and EXPIRES in the order in which a heading (normal) is of both, 批号/有效期, 批号(效期); None of any other."""
    parts = _SPLIT.split(_OPENING.sub("/", heading)) if len(heading) <= _MOST_SIGNS else ()
    senses = tuple(_one_sense(part) or "" for part in parts if part.strip(")]】"))
    return senses if senses in ((BATCH, EXPIRES), (EXPIRES, BATCH)) else None


def _sense(heading: str) -> str | None:
    senses = {_one_sense(part) for part in _SPLIT.split(heading) if part}
    if senses == {BATCH, PRODUCED}:
        return BATCH  # 生产日期/批号: either, as the goods have it
    return senses.pop() if len(senses) == 1 else None


def _one_sense(heading: str) -> str | None:
    bare = _SIGNS.sub("", heading.strip("()[]【】"))
    if (found := _of_rules(bare)) is not None:
        return found
    chinese, latin = "".join(_CHINESE.findall(bare)), "".join(_LATIN.findall(bare))
    found = _of_rules(chinese) if chinese and latin else None
    return found if found is not None and found == _of_rules(latin) else None


def _of_rules(bare: str) -> str | None:
    return next((sense for sense, pattern in _SENSES if pattern.fullmatch(bare)), None)


def counted_in(heading: str) -> tuple[str, str] | None:
    """A heading (normal) without the unit that it counts for how long goods keep in, 保质期(月), and that; None of others."""
    found = _COUNTED.fullmatch(heading)
    without = heading[: found.start(1)].rstrip("([/") if found else ""
    return (without, found[1]) if found and _one_sense(without) == EXPIRES and without != heading else None


def is_tranche(text: str) -> bool:
    """Whether a cell says which of several deliveries its row is of: 第一批, 2."""
    return _TRANCHE.fullmatch(text) is not None


def says_none(text: str) -> bool:
    """Whether a cell says that goods keep for ever, or that nobody knows until when."""
    return _NONE.fullmatch(fold(text).strip().lower()) is not None


def bare(text: str) -> str:
    """What a cell says of a day of expiry, without the words around it: 有效期至2025年3月前 is 2025年3月."""
    folded = fold(text).strip().lower()
    return _BEHIND.sub("", _LABEL.sub("", folded, count=1) if _LABEL.match(folded) else folded).strip()


def is_month(text: str) -> bool:
    """Whether a cell that says a day says its month alone: 2026年3月, 202603, Mar 2026."""
    said = bare(text)
    numbers = re.findall("[0-9]+", said)
    is_named = any(map(str.isalpha, said)) and said.isascii()
    return len(numbers) + is_named == 2 or (len(numbers) == 1 and re.fullmatch("20[0-9]{4}", numbers[0]) is not None)  # noqa: PLR2004


def span(text: str, unit: str = "") -> Span | None:
    """For how long goods keep by a cell, 18个月, 一年半, 24 months, or 24 below a heading that says the unit; None of others."""
    said = bare(text) if len(text) <= _MOST_SIGNS else ""
    if unit and said.isascii() and said.isdigit():
        said += {"月": "个月", "日": "天"}.get(unit, unit)
    if (parted := _PARTED.fullmatch(said)) is not None:
        parts = [_span(part) for part in parted.groups()]
        return None if None in parts else Span(sum(part.months for part in parts if part), 0)
    return _span(said)


def _span(said: str) -> Span | None:
    found = _ONE_SPAN.fullmatch(said)
    unit = "" if found is None else simplified(found[2])
    if found is None or unit not in _UNITS:
        return None
    months, days = _UNITS[unit]
    many = Fraction(found[1]) if found[1][0].isdigit() else _in_words(found[1])
    if found[3]:
        many += _HALF
    together = many * (months or days)
    if many <= _OF_CALENDAR.get(unit, 0):
        return None
    if together.denominator != 1 or not 0 < together <= (_LONGEST if months else _LONGEST * 100):
        return None
    return Span(int(together), 0) if months else Span(0, int(together))


def _in_words(text: str) -> Fraction:
    """The number that Chinese words write; 0 of none."""
    try:
        return _HALF if text == "半" else number(text)
    except errors.DonationsError:
        return Fraction(0)
