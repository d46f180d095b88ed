"""Days and the periods totals are made for, read from what people type. What day it is today is told, never asked."""

import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple, Self

from donations import errors
from donations.domain.text import tidy

FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""As English names of months begin."""

_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}
# Plain text, compiled on first use (and kept by re): most commands read one sort of them at most.
_YEAR = r"([0-9]{4})年?度?"
_MONTH = r"([0-9]{4})(?:[-./]([0-9]{1,2})|([0-9]{2})|年([0-9]{1,2})月份?)"
_QUARTER = r"([0-9]{4})(?:[-./]?q([1-4])|年?-?第?([1-4一二三四])季度?)"
_DAY = r"([0-9]{4})(?:-([0-9]{1,2})-|\.([0-9]{1,2})\.|/([0-9]{1,2})/|年([0-9]{1,2})月|([0-9]{2})(?=[0-9]{2}$))([0-9]{1,2})[日号]?"
_DAY_OF_YEAR = r"([0-9]{1,2})(?:-|\.|/|月)([0-9]{1,2})[日号]?"
_CHINESE_DAY = r"(?:([0-9]{4}|[〇○零一二三四五六七八九]{4})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿卅]{1,3})[日号]?"
_DAYS_AGO = {"今天": 0, "今日": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2, "前日": 2, "大前天": 3}
_SO_LONG_AGO = r"(?:([0-9]{1,3})|([一二两三四五六七八九十]{1,3}))(?:天(?:以|之)?前|days?ago)"
_MONTHS_AGO = {"本月": 0, "这个月": 0, "这月": 0, "当月": 0, "thismonth": 0, "上月": 1, "上个月": 1, "lastmonth": 1}
_MONTH_ALONE = r"(?:([0-9]{1,2})|([一二三四五六七八九十]{1,2}))月份?"
_DAY_OF_MONTH = r"([0-9]{1,2})[日号]"
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Period(NamedTuple):
    """The days from `begin` to `end`, both within; None is open."""

    begin: date | None
    end: date | None

    @classmethod
    def month(cls, text: str) -> Self:
        """2020-02, 2020.2, 2020/02, 202002, 2020年2月; raises NoPeriod."""
        found = re.fullmatch(_MONTH, _plain(text))
        months = _months(found, 1)
        if months is None:
            raise errors.NoPeriod(got=tidy(text)[:40], period="month", example="2020-02")
        return cls(*months)

    @classmethod
    def quarter(cls, text: str) -> Self:
        """2020-Q1, 2020Q1, 2020年第1季度, 2020年一季度; raises NoPeriod."""
        found = re.fullmatch(_QUARTER, _plain(text))
        months = _months(found, 3)
        if months is None:
            raise errors.NoPeriod(got=tidy(text)[:40], period="quarter", example="2020-Q1")
        return cls(*months)

    @classmethod
    def year(cls, text: str) -> Self:
        """2020, 2020年; raises NoPeriod."""
        found = re.fullmatch(_YEAR, _plain(text))
        months = _months(found, 12)
        if months is None:
            raise errors.NoPeriod(got=tidy(text)[:40], period="year", example="2020")
        return cls(*months)


def spoken_day(text: str, today: date) -> date | None:
    """The day meant by 昨天, 三天前, 5 days ago or 5号 (the latest such day that isn't after `today`): so people type it; of a paper
    nobody knows on which day it was written.
    """
    plain = _plain(text)
    if plain in _DAYS_AGO:
        return _days_before(today, _DAYS_AGO[plain])
    if found := re.fullmatch(_SO_LONG_AGO, plain):
        days_ago = int(found[1]) if found[1] else _chinese_number(found[2].replace("两", "二")) or None
        return None if days_ago is None else _days_before(today, days_ago)
    if found := re.fullmatch(_DAY_OF_MONTH, plain):
        months = ((today.year - (today.month <= back), (today.month - back - 1) % 12 + 1) for back in range(3))
        days = (_date(year, month, int(found[1])) for year, month in months)
        return next((day for day in days if day is not None and day <= today), None)
    return None


def spoken_month(text: str, today: date) -> Period | None:
    """The month meant by 本月, 上个月, last month, or 11月 (the latest such month that has begun `today`); None where it is said otherwise."""
    plain = _plain(text)
    if plain in _MONTHS_AGO:
        years, month = divmod(today.year * 12 + today.month - 1 - _MONTHS_AGO[plain], 12)
    elif found := re.fullmatch(_MONTH_ALONE, plain):
        month = (int(found[1]) if found[1] else _chinese_number(found[2])) - 1
        years = today.year - (month + 1 > today.month)
    else:
        return None
    return Period.month(f"{years}-{month + 1}") if 0 <= month < 12 else None  # noqa: PLR2004 - months


def parse_date(text: str, today: date) -> date:
    """The day meant by 2020-02-01, 2020年2月1日, 20200201 or 2月1日; raises NoDate, YearUnlikely.

    Without a year it is the latest such day that isn't after `today`.
    """
    plain = _plain(text)
    day: date | None
    if found := re.fullmatch(_DAY, plain):
        year, month, number = (int(group) for group in found.groups() if group)
        day = _date(year, month, number)
        if day is None and _is_a_day(year, month, number):
            raise errors.YearUnlikely(got=tidy(text)[:40], first=FIRST_YEAR, last=LAST_YEAR)
    elif found := re.fullmatch(_DAY_OF_YEAR, plain):
        day = _latest(int(found[1]), int(found[2]), today)
    elif found := re.fullmatch(_CHINESE_DAY, plain):
        month, number = _chinese_number(found[2]), _chinese_number(found[3])
        day = (
            _date(int(found[1].translate(_CHINESE_DIGITS)), month, number)
            if found[1]
            else _latest(month, number, today)
        )
    else:
        day = None
    if day is None:
        raise errors.NoDate(got=tidy(text)[:40])
    return day


def _plain(text: str) -> str:
    """Narrow, small letters without blanks, and one sort of hyphen."""
    folded = unicodedata.normalize("NFKC", tidy(text)).casefold()
    return re.sub("[\u2010-\u2015\u2212]", "-", folded).replace("。", ".").replace(" ", "")


def _months(found: re.Match[str] | None, length: int) -> tuple[date, date] | None:
    """The first and the last day of a month, quarter or year (`length` months) that was matched."""
    if found is None:
        return None
    year, *numbers = (group for group in found.groups() if group)
    number = (_QUARTERS.get(numbers[0]) if length == 3 else int(numbers[0])) if numbers else 1  # noqa: PLR2004 # months
    if number is None or not 1 <= number <= 12 // length:
        return None
    begin = _date(int(year), (number - 1) * length + 1, 1)
    if begin is None:
        return None
    years, month = divmod(number * length, 12)
    return begin, date(begin.year + years, month + 1, 1) - timedelta(days=1)


def _date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none or its year is out of any gift book's range."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_a_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _days_before(today: date, days: int) -> date | None:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        return None


def _latest(month: int, day: int, today: date) -> date | None:
    """The latest such day not after `today`; 29 February may lie eight years back (1896 to 1904)."""
    for year in range(today.year, today.year - 9, -1):
        found = _date(year, month, day)
        if found is not None and found <= today:
            return found
    return None


def _chinese_number(text: str) -> int:
    """十二 is 12, 廿九 is 29, 三十 is 30; 0, no number of a day, for what is no number."""
    digits = "一二三四五六七八九"
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, units = text.rpartition("十")
    if len(tens) > 1 or len(units) > 1 or "十" in tens:
        return 0
    return 10 * (digits.find(tens) + 1 if tens else 1) * bool(ten) + (digits.find(units) + 1 if units else 0)
