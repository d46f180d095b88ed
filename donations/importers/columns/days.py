"""The day a cell means: 2020.01.22, 2020年03月06日 下午14点10分, 25-Jan, 43861, 2月1日-7日."""

import re
from datetime import date, datetime, timedelta

from donations import errors
from donations.domain.period import MONTHS, Period, parse_date
from donations.domain.quantities.goods import fold
from donations.domain.quantities.numerals import number
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import A_DATE, A_MONTH, WHICH_ORDER, Misfit, sound
from donations.importers.words.eras import BEFORE_JAPAN, YEARS_BEFORE_TAIWAN

_HALF = r"(?:上午|下午|中午|晚上|晚|凌晨|早上|早|傍晚|am|pm)?"
_CLOCK = pattern_of(
    rf"(?:[tT]|,?\s+at(?=\s))?\s*{_HALF}\s*[0-9]{{1,2}}\s*(?::\s*[0-9]{{1,2}}(?::\s*[0-9]{{1,2}}(?:\.[0-9]+)?)?|[点时](?:\s*[0-9]{{1,2}}\s*分?(?:\s*[0-9]{{1,2}}\s*秒?)?)?)\s*(?:am|pm|z|左右|许|前|止)?$",
    re.IGNORECASE,
)
_HALF_ALONE = pattern_of(rf"(?<=[0-9日号])\s*{_HALF.removesuffix('?')}$", re.IGNORECASE)
_WEEKDAY = pattern_of(
    r"[(（\[]?(?:星期|周)[一二三四五六日天][)）\]]?|(?:^|(?<=[0-9 (]))\(?(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:s|nes|rs|ur|urs)?(?:day)?\b[),.]? ?",
    re.IGNORECASE,
)
_FEAST = pattern_of(
    r"(?<=[0-9日号])\s*[(（](?:[农阴夏旧][历曆]?)?(?:[正腊臘冬二三四五六七八九十]+月)?(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九十]|除夕夜?|大年[初三][一二三四五六七八九十]|小年|立春|(?:春|元旦|元宵|清明|端午|七夕|中秋|重阳|国庆|劳动|五一|妇女|儿童|青年|教师|护士)节?)[)）]"
)
"""2月4日（除夕): what else the day is called."""
_SERIAL = pattern_of(r"((?:2[1-9]|[3-6][0-9])[0-9]{3})(?:\.[0-9]+)?")
"""But 20203 is a year with a month or a day, and no day of 1955."""
_LONGEST_SERIAL, _FIRST, _LAST = 5, 36526, 55153
_FIRST_SERIAL = date(1899, 12, 30)
_CLOCK_OF_PROGRAMS = pattern_of(r"(1[0-9]{9})(?:[0-9]{3})?")
"""Seconds, or thousandths of them, since 1970: what many programs keep of a time."""
_EPOCH = datetime(1970, 1, 1, 8)  # noqa: DTZ001 - when that began in China, whose days these are
_ENGLISH_DAY = pattern_of(r"([0-9]{1,2})(?:st|nd|rd|th)?[-/ .]*([a-z]{3})[a-z]*\.?[-/ .,]*([0-9]{4}|[0-9]{2})?")
_ENGLISH_MONTH = pattern_of(r"([a-z]{3})[a-z]*\.?[-/ .]*([0-9]{1,2})(?:st|nd|rd|th)?(?:[ ,]+([0-9]{4}))?")
_AMERICAN = pattern_of(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_EITHER = pattern_of(r"(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|1[0-2])\1(?:20)?[0-9]{2}")
_MONTH_IN_ENGLISH = pattern_of(r"([a-z]{3})[a-z]*\.?[ ,]+(20[0-9]{2})")
_SHORT_YEAR = pattern_of(r"([0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_OFFSET = pattern_of(
    r"(?<=:[0-9]{2})(?:\.[0-9]+)?\s*(?:\(?(?:utc|gmt)?[+-][0-9]{1,2}(?::?[0-9]{2})?\)?(?:\s*(?:\(?[a-z]{3,4}\)?|\([^()]{1,60}\)))?|\(?(?!am|pm)[a-z]{3,4}\)?)$",
    re.IGNORECASE,
)
"""+08:00, UTC, +0800 CST or GMT+0800 (China Standard Time) behind a time."""
_IN_UTC = pattern_of(
    r"(20[0-9]{2})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,9})?)? ?(?:[Zz]|\+00:?00|utc|UTC)"
)
"""What programs keep of a moment, which is none of anybody's clock."""
_DIGITS = "〇一二三四五六七八九零"
_YEAR_IN_WORDS = pattern_of(r"[一二][〇零一二三四五六七八九]{3}(?=年)")
_IN_WORDS = pattern_of(
    r"(?<![一二三四五六七八九十])(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])"
)
_YEAR_OF_TWO = pattern_of(r"^([12][0-9])年(?=[0-9]{1,2}月)")
_OF_TAIWAN = pattern_of(
    r"(?:民[国國]\s*)?(1[0-4][0-9]|(?<=[国國])[0-9]{2})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?"
)
"""113/4/5: its years are counted from 1912."""
_TIME_OF_TAIWAN = pattern_of(
    r"(?:(?:民[国國]\s*)?(1[0-4][0-9])|民[国國]\s*([0-9]{2}))\s*年\s*([0-9]{1,2})\s*月份?|民[国國]\s*([0-9]{2,3})\s*年度?"
)
"""108年10月, and 民國109年: a year without these words may be how many years."""
_OF_JAPAN = pattern_of(
    r"(令和|平成|[rh](?=\s*[0-9]))\s*(元|[0-9]{1,2})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?",
    re.IGNORECASE,
)
"""令和2年2月1日, R2.2.1: counted from 2019, and 平成 from 1989."""
_COMPACT_OF_TAIWAN = pattern_of(r"(1[01][0-9])([01][0-9])([0-3][0-9])")
_YEAR_OF_TAIWAN_IN_WORDS = pattern_of(r"(?<=民[国國])[〇零一二三四五六七八九十百]{2,5}(?=年)")
_SPLIT_BY_A_WORD = pattern_of(r"\s*(?:[—–－~～至到]+|--+|(?<=\s)-(?=\s))\s*")
_SPLIT_BY_A_HYPHEN = pattern_of(r"(?<=[0-9日号])-+(?=[0-9])")
_PART = pattern_of(r"(?:(?:([0-9]{4})[-./年])?([0-9]{1,2})[-./月])?([0-9]{1,2})[日号]?")
_MONTH_ALONE = pattern_of(r"([0-9]{1,2})月份?")
YEAR_ALONE = pattern_of(r"((?:19|20)[0-9]{2})(?:年度?)?")
_OF_A_CLOCK = pattern_of(
    r"(20[0-9]{6}|20[0-9]{2}-[0-9]{2}-[0-9]{2})[-_ t]?(?:[0-9]{6}|[0-9]{2}\.[0-9]{2}\.[0-9]{2}(?:\.[0-9]{1,9})?)"
)
"""20200203-181609 or 2020-02-03-18.16.09: a day and a time as programs and databases write them."""

_MINUTE = pattern_of(r"(?<![0-9:])([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)")
_MIDNIGHT = frozenset(("0:00", "00:00", "0:00:00", "00:00:00"))
_DAY_ALONE = pattern_of(r"(3[01]|[12][0-9]|0?[1-9])[日号]?")
_OF_SMALL_NUMBERS = (1900, 1)
"""What spreadsheets show for a 1 or a 5 in a cell for dates."""
_SIX_DIGITS = pattern_of("[0-9]{6}")
_FEW_YEARS = 5
_MONTHS_OF_A_YEAR = 12


def with_century(text: str, today: date) -> str:
    """20.7.5, which begins with its year, with all its digits; the text as it is where it is no such day."""
    short = _SHORT_YEAR.fullmatch(fold(text).strip())
    if short is None or not _MONTHS_OF_A_YEAR < int(short[1]) <= today.year % 100:
        return text
    return f"20{short[1]}-{short[3]}-{short[4]}"


def counts_days(text: str) -> bool:
    """Whether the cell is the number of a day from 2000 to 2050, as spreadsheets count them."""
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_SERIAL and _FIRST <= int(text) <= _LAST


def is_moment(text: str) -> bool:
    """Whether a cell says the minute of something too, as programs do; midnight stands behind days that have none."""
    found = _MINUTE.search(text)
    return _CLOCK_OF_PROGRAMS.fullmatch(text) is not None if found is None else found[1] not in _MIDNIGHT


def day_within(text: str, span: tuple[date, date], today: date) -> date | None:
    """The day that a text means in a table of the time `span`. Raises Misfit."""
    return _alone(text, *span) or _within(text, *span, today)


def _alone(text: str, begin: date, end: date) -> date | None:
    """The day that 5日 is of the one month that the table is of; None where the cell says more, or there are several."""
    found = _DAY_ALONE.fullmatch(fold(text).strip())
    if found is None or begin < end.replace(day=1):
        return None
    if (day := _day(end.year, end.month, int(found[1]))) is None:
        raise Misfit(A_DATE)  # the 31st of a month that has 30
    return day


def _within(text: str, begin: date, end: date, today: date) -> date | None:
    """The day, of the time from `begin` to `end` if it has no year itself, else of the year of `end`. Raises Misfit."""
    found = read_day(text, min(end, today))
    if found is None or begin <= found <= end:
        return found
    found = read_day(text, date(end.year, 12, 31))
    if found is not None and found.year != end.year and f"{found.year % 100:02}" not in fold(text):
        raise Misfit(A_DATE)  # 2月29日 of a year that has none
    return found


def read_day(text: str, base: date) -> date | None:
    """The day; None where the cell holds only a time of day. Raises Misfit."""
    if (moment := _IN_UTC.fullmatch(text)) and (day := _day_in_china(*map(int, moment.groups()))) is not None:
        return day
    called = _FEAST.sub("", _WEEKDAY.sub("", fold(sound(text))))
    plain = _in_digits(_OFFSET.sub("", called)).strip().rstrip(".")
    without = _HALF_ALONE.sub("", _CLOCK.sub("", plain)).strip()
    if not without and plain:
        return None
    found = _one(without, base) or _other_ways(without.lower(), base) or _last_of_range(without, base)
    if found is None or (found.year, found.month) == _OF_SMALL_NUMBERS:
        wanted = WHICH_ORDER if _EITHER.fullmatch(without) else A_MONTH if _DAY_ALONE.fullmatch(without) else A_DATE
        raise Misfit(wanted)
    return found


def _day_in_china(year: int, month: int, day: int, hour: int, minute: int) -> date | None:
    """The day in China of a moment in UTC; None where there is no such moment."""
    try:
        return (datetime(year, month, day, hour, minute) + timedelta(hours=_EPOCH.hour)).date()  # noqa: DTZ001 - as _EPOCH
    except ValueError:
        return None


def _in_digits(text: str) -> str:
    """The text with the digits that are written in Chinese as digits, and a year of two digits in full: 二〇二〇年二月三日."""
    if "年" not in text:
        return text
    text = _YEAR_OF_TAIWAN_IN_WORDS.sub(_year_of_taiwan, text)
    text = _YEAR_IN_WORDS.sub(lambda found: _digit_by_digit(found[0]), text)
    text = _IN_WORDS.sub(lambda found: str(number(found[0])), text)
    return _YEAR_OF_TWO.sub(r"20\1年", text)


def _year_of_taiwan(found: re.Match[str]) -> str:
    """一〇九 and 一百零九, in digits."""
    by_digits = not any(word in found[0] for word in "十百")
    return _digit_by_digit(found[0]) if by_digits else str(number(found[0]))


def _digit_by_digit(text: str) -> str:
    return "".join(str(_DIGITS.index(digit) % 10) for digit in text)


def _one(text: str, base: date) -> date | None:
    try:
        return parse_date(text, base)
    except errors.DonationsError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    return _one(f"{year:04}-{month}-{day}", date.max)


def _other_ways(text: str, base: date) -> date | None:
    if (counted := _counted(text)) is not None:
        return counted
    if found := _ENGLISH_DAY.fullmatch(text):
        return _english(found[2], found[1], found[3], base)
    if (found := _ENGLISH_MONTH.fullmatch(text)) and (found[3] or " " in text):  # Jan-20 is of 2020
        return _english(found[1], found[2], found[3], base)
    if found := _AMERICAN.fullmatch(text):
        return _either_way(*(int(group) for group in found.groups()))
    if (found := _SHORT_YEAR.fullmatch(text)) and int(found[1]) in (base.year % 100, base.year % 100 - 1):
        return _day(base.year // 100 * 100 + int(found[1]), int(found[3]), int(found[4]))
    return _of_six_digits(text, base) if _SIX_DIGITS.fullmatch(text) else _month(text, base)


def _of_six_digits(text: str, base: date) -> date | None:
    """The last day of a month, 202002, or the day of a year in two digits, 200203; None where it may be either."""
    year = int(text[:2])
    day, month = _day(base.year // 100 * 100 + year, int(text[2:4]), int(text[4:])), _month(text, base)
    if day is None:
        return month
    is_near = year in (base.year % 100, base.year % 100 - 1)
    return day if is_near and (month is None or month.year < base.year - _FEW_YEARS) else None


def _counted(text: str) -> date | None:
    """The day of a number that counts days, as spreadsheets do, or seconds, as other programs do; or years from 1912."""
    if found := _SERIAL.fullmatch(text):
        return _FIRST_SERIAL + timedelta(days=int(found[1]))
    if found := _OF_TAIWAN.fullmatch(text) or _COMPACT_OF_TAIWAN.fullmatch(text):
        return _day(YEARS_BEFORE_TAIWAN + int(found[1]), int(found[2]), int(found[3]))
    if found := _OF_JAPAN.fullmatch(text):
        year = 1 if found[2] == "元" else int(found[2])
        return _day(BEFORE_JAPAN[found[1].lower()] + year, int(found[3]), int(found[4]))
    if found := _OF_A_CLOCK.fullmatch(text):
        return _one(found[1], date.max)
    found = _CLOCK_OF_PROGRAMS.fullmatch(text)
    return (_EPOCH + timedelta(seconds=int(found[1]))).date() if found else None


def _either_way(first: int, second: int, year: int) -> date | None:
    """1/25/2020 or 25/1/2020; None for 2/3/2020, which may be either."""
    if (first > 12) == (second > 12) and first != second:  # noqa: PLR2004 - months
        return None
    return _day(year, min(first, second), max(first, second))


def _english(month: str, day: str, year: str | None, base: date) -> date | None:
    if month not in MONTHS:
        return None
    number = MONTHS.index(month) + 1
    if year is None:
        return _one(f"{number}月{day}日", base)
    return _day(int(year) if len(year) > 2 else base.year // 100 * 100 + int(year), number, int(day))  # noqa: PLR2004


def _month(text: str, base: date) -> date | None:
    """The last day of a month, or of a year."""
    if found := YEAR_ALONE.fullmatch(text):
        return _day(int(found[1]), 12, 31)
    if found := _TIME_OF_TAIWAN.fullmatch(text):
        text = f"{YEARS_BEFORE_TAIWAN + int(found[1] or found[2] or found[4])}-{found[3] or 12}"
    if found := _MONTH_ALONE.fullmatch(text):
        first = _one(f"{found[1]}月1日", base)
        text = f"{first.year}-{first.month}" if first else text
    if (found := _MONTH_IN_ENGLISH.fullmatch(text)) and found[1] in MONTHS:
        text = f"{found[2]}-{MONTHS.index(found[1]) + 1}"
    try:
        end = Period.month(text).end
    except errors.DonationsError:
        return None
    return end


def _last_of_range(text: str, base: date) -> date | None:
    parts = _SPLIT_BY_A_WORD.split(text)
    if len(parts) == 1:
        parts = _SPLIT_BY_A_HYPHEN.split(text)
    if len(parts) != 2:  # noqa: PLR2004
        return None
    first, second = (_PART.fullmatch(_HALF_ALONE.sub("", _CLOCK.sub("", part)).strip()) for part in parts)
    if first is None or second is None:
        return None
    year, month = second[1] or first[1], second[2] or first[2]
    if month is None:
        return None
    begin = _one(f"{first[1]}-{first[2]}-{first[3]}" if first[1] else f"{first[2]}月{first[3]}日", base)
    end = _day(int(year), int(month), int(second[3])) if year else _one(f"{month}月{second[3]}日", base)
    return end if begin is not None and end is not None and begin <= end else None
