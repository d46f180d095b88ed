"""Numbers of a spreadsheet as texts: exact decimals, and days counted from 1900 or 1904 as dates."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import lru_cache

from donations.importers.patterns import pattern_of

SIGNIFICANT = 15
"""Digits that spreadsheets keep of a number."""

_LONGEST_COUNT = 9
_NUMBER = pattern_of(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?", re.ASCII)
_FIFTEEN = Context(prec=SIGNIFICANT, rounding=ROUND_HALF_EVEN, Emax=20_000, Emin=-20_000)
_LAST_DAY = 2_958_465
"""31 December 9999 in the count from 1900."""
_DAYS_TO_1904 = 1_462
_NO_DAY = 60
"""29 February 1900, which spreadsheets count though there was none."""
_SECONDS = 86_400
ISO_DAY = pattern_of(r"(\d{4}-\d\d-\d\d)(?:T00:00:00|T(\d\d:\d\d:\d\d))?(?:\.\d*)?Z?")
"""A day, and the time where it isn't midnight, as workbooks of XML save them."""


def natural(said: str | None) -> int | None:
    """`012` → 12; None for what is no number of at most nine digits."""
    is_one = said is not None and said.isascii() and said.isdigit() and len(said) <= _LONGEST_COUNT
    return int(said) if is_one and said else None


@lru_cache(maxsize=50_000)
def number_text(saved: str) -> str:
    """A number as the file has it (`28.160000000000004`, `1.5E3`) → its shortest exact decimal at 15 digits (`28.16`, `1500`).

    From 10^15 on in its exponent form, since digits may be lost; what is no number as it stands.
    """
    if saved.isascii() and saved.isdigit() and len(saved) <= SIGNIFICANT and saved[0] != "0":
        return saved
    number = decimal_of(saved)
    return saved if number is None else plain(number)


def decimal_of(saved: str) -> Decimal | None:
    """What a spreadsheet takes the number for, 15 digits of it; None for what is none."""
    saved = saved.strip()
    return _FIFTEEN.create_decimal(saved) if _NUMBER.fullmatch(saved) else None


def plain(number: Decimal) -> str:
    """`1500`, `28.16`; outside of what spreadsheets keep, `1.10101199003071E+17`."""
    if not number:
        return "0"
    number = number.normalize(_FIFTEEN)
    if abs(number.adjusted()) >= SIGNIFICANT:
        return f"{number:E}"
    return f"{number:f}"


def percent(saved: str) -> str:
    """`0.125` → `12.5%`, as a cell with a format of percent shows it."""
    number = decimal_of(saved)
    return saved if number is None else f"{plain(number.scaleb(2, _FIFTEEN))}%"


@lru_cache(maxsize=10_000)
def day_text(saved: str, *, from_1904: bool, time_only: bool) -> str:
    """A count of days as `2020-02-01`, `2020-02-01 14:10:00` or, of a cell for times and less than a day, `14:10:00`.

    Day 60 is 1900-02-29 and day 0 is 1900-01-00, as they are shown; what lies outside of the calendar stays a number.
    """
    number = decimal_of(saved)
    if number is None:
        return saved
    with localcontext(_FIFTEEN):
        seconds = int((number * _SECONDS).to_integral_value()) if abs(number) <= _LAST_DAY else -1
    days, rest = divmod(seconds, _SECONDS)
    if seconds < 0 or days > _LAST_DAY - (_DAYS_TO_1904 if from_1904 else 0):
        return plain(number)
    time = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    if time_only and not days:
        return time
    day = _day(days, from_1904=from_1904)
    return f"{day} {time}" if rest else day


def elapsed_text(saved: str) -> str:
    """A count of days as hours that go on after 24: `30:00:00`."""
    number = decimal_of(saved)
    if number is None or not 0 <= number <= _LAST_DAY:
        return saved if number is None else plain(number)
    with localcontext(_FIFTEEN):
        seconds = int((number * _SECONDS).to_integral_value())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _day(days: int, *, from_1904: bool) -> str:
    if from_1904:
        return str(date(1904, 1, 1) + timedelta(days))
    if not days:
        return "1900-01-00"
    if days == _NO_DAY:
        return "1900-02-29"
    return str(date(1899, 12, 31 if days < _NO_DAY else 30) + timedelta(days))
