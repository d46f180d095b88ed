"""Number formats: what a cell's format makes of the number in it, as a function from the saved number to its text."""

import operator
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial

from donations.importers.patterns import pattern_of
from donations.importers.readers.numbers import day_text, decimal_of, elapsed_text, number_text, percent
from donations.importers.sheet import Divided, MonthAlone, NoYear

Shown = Callable[[str], str]
_FIRST_DAY, _FIRST_DAY_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)

_BUILT_IN = {
    **dict.fromkeys((9, 10), "0%"),
    **dict.fromkeys((14, 15, 30, 31), "yyyy-mm-dd"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-mm"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), "mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56), "h:mm:ss"),
    22: "yyyy-mm-dd h:mm",
    46: "[h]:mm:ss",
}
"""Formats that a number stands for and the file does not spell out, as Chinese programs have them (27–36, 50–58)."""

_ELAPSED = pattern_of(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_ASIDE = pattern_of(r'\[[^\]]*\]|"[^"]*"|[\\!].|[_*].', re.DOTALL)
"""Colours, conditions and languages in brackets, words in quotation marks, single characters, blanks and filling."""
_CONDITION = pattern_of(r"\[([<>=]{1,2})\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\]")
_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_PARTS = pattern_of(r'"[^"]*"|[\\!_*].|.', re.DOTALL)
_DAYS = pattern_of(r"[yd]|(?<![0#?.])e(?![+-])|aaa", re.IGNORECASE)
_HOURS = pattern_of(r"[hs]|am/pm|上午/下午", re.IGNORECASE)
_MONTHS = pattern_of(r"m", re.IGNORECASE)
_PARTS_OF_A_DAY = {"year": pattern_of("[ye]"), "month": pattern_of("m"), "day": pattern_of("d")}
_TOKEN = pattern_of(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<single>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].'
    r"|(?P<number>general|g/通用格式|[0#?][0#?.,/ ]*)|(?P<bare>[$€£¥￥]|[^\x00-\x7f])|.",
    re.IGNORECASE | re.DOTALL,
)
_SCALED = pattern_of(r"[0#?],+(?![0#?])|[0#?][.,]?[\\!\"]+[.,]")
"""A comma that divides by a thousand, or a decimal point that is only painted (`0!.0,"万"`): what is shown is not what is meant."""
_PAINTED_POINT = pattern_of(r'[\\!]\.|"\."')
_WORDS = pattern_of(r'\[[^\]]*\]|"[^"]*"|[\\!_*].', re.DOTALL)
_THOUSANDS = pattern_of(r"[0#?](,+)(?![0#?,.])")
_DIVISORS = (1_000, 10_000, 1_000_000, 100_000_000)
_OURS = pattern_of(r"\s*(?:[¥￥]|RMB|CNY|CN¥|人民币)?\s*", re.IGNORECASE)
"""Signs of the yuan, which a number of money is without them too."""
_AS_IT_STANDS = pattern_of(r"(?P<before>\D*)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<behind>\D*)", re.ASCII)
_LONGEST_SHOWN = 200
_GROUPING = pattern_of(r"(?<=\d)[.' \u00a0\u202f](?=\d{3}(?!\d))", re.ASCII)
_EUROPEAN = str.maketrans({",": "."})
"""1.500,00 € and 1 500,00 € are 1500.00 €."""


def shown_as(number: int, code: str | None, *, from_1904: bool) -> Shown:
    """What format `number`, which the file spells `code` if it does, makes of a saved number."""
    return _shown(code if code is not None else _BUILT_IN.get(number, "General"), from_1904)


@lru_cache(maxsize=1_000)
def _shown(code: str, from_1904: bool) -> Shown:
    sections = _sections(code)
    ways = [_shown_by(section, from_1904) for section in sections]
    if all(way is ways[0] for way in ways):
        return ways[0]
    rules = [
        (found[1], Decimal(found[2])) if (found := _CONDITION.search(section)) and found[1] in _HOLDS else None
        for section in sections
    ]
    if len(ways) == 2 and not any(rules):  # noqa: PLR2004 - one for what is below zero
        return lambda saved: ways[saved[:1] == "-"](saved)
    return lambda saved: ways[_section_for(decimal_of(saved), rules)](saved)


def _sections(code: str) -> list[str]:
    """The parts of a format that are for numbers; a semicolon within quotation marks or behind a stroke parts nothing."""
    parts = [""]
    for token in _PARTS.finditer(code):
        if token[0] == ";":
            parts.append("")
        else:
            parts[-1] += token[0]
    return parts[:3]


def _section_for(number: Decimal | None, rules: Sequence[tuple[str, Decimal] | None]) -> int:
    """Which part of a format is for a number: by what the parts say, or for those above zero, below it, and for zero."""
    last = len(rules) - 1
    if number is None:
        return 0
    if not any(rules):
        return 0 if number > 0 else 1 if number < 0 else last
    return next((at for at, rule in enumerate(rules) if rule is not None and _HOLDS[rule[0]](number, rule[1])), last)


def _shown_by(first: str, from_1904: bool) -> Shown:
    if _ELAPSED.search(first):
        return elapsed_text
    bare = _ASIDE.sub("", first).lower()
    hours, days = bool(_HOURS.search(bare)), bool(_DAYS.search(bare))
    if (hours or days or _MONTHS.search(bare)) and "general" not in bare:
        said = partial(day_text, from_1904=from_1904, time_only=hours and not days)
        parts = {part for part, sign in _PARTS_OF_A_DAY.items() if sign.search(bare)}
        return said if hours or len(parts) == len(_PARTS_OF_A_DAY) else partial(_in_part, said, frozenset(parts))
    if "%" in bare:
        return percent
    return _with_words(first)


def _in_part(said: Shown, parts: frozenset[str], saved: str) -> str:
    """A day of which only some parts are shown."""
    text = said(saved)
    if "year" not in parts:
        return NoYear(text)
    return MonthAlone(text) if "day" not in parts and text.endswith("-01") else text


def in_part(day: str, shown: str) -> str:
    """The same of a day (2026-03-01) by the text that a program shows of it, where nothing is known of its format."""
    numbers = [int(digits) for digits in re.findall(r"[0-9]{1,4}", shown[:_LONGEST_SHOWN])]
    year, named = int(day[:4]), bool(re.search(r"[A-Za-z]{3}", shown))
    is_day = numbers == [int(part) for part in (day[8:],) if named] or numbers == [int(day[5:7]), int(day[8:])]
    if year not in numbers and (year % 100 not in numbers or (is_day and day[8:] != "01")):
        return NoYear(day) if numbers else day
    return MonthAlone(day) if day[8:] == "01" and len(numbers) == 2 - named else day


def in_part_as(day: str, shown: Shown | None, *, from_1904: bool) -> str:
    """The same by its format, of a day that is saved in words."""
    try:
        counted = date.fromisoformat(day) - (_FIRST_DAY_OF_1904 if from_1904 else _FIRST_DAY)
    except ValueError:
        return day
    text = day if shown is None else shown(str(counted.days))
    return type(text)(day) if isinstance(text, MonthAlone | NoYear) else day


def _with_words(code: str) -> Shown:
    """The number with the words that its format puts around it: `5万元` of `0"万元"`, `US$5` of `[$US$-409]0`; ¥ is left out."""
    if _SCALED.search(code):
        return partial(_divided, _divisor(code))
    around = ["", ""]
    after = 0
    for token in _TOKEN.finditer(code):
        if token["number"] is not None:
            after = 1
        around[after] += token["quoted"] or token["single"] or token["currency"] or token["bare"] or ""
    before, behind = (words.strip() for words in around)
    if before[:1] == "(" and behind[-1:] == ")":  # what is below zero
        before, behind = before[1:], behind[:-1]
    before, behind = _said(before.strip("-+ ")), _said(behind)
    if not after or not (before or behind):
        return number_text
    return lambda saved: f"{before}{number_text(saved)}{behind}"


def _divisor(code: str) -> int:
    """What a format divides the number by that it shows: 10,000 of `0!.0,`, 1,000 of `#,##0,`."""
    point = _PAINTED_POINT.search(code)
    places = len(re.findall("[0#?]", _WORDS.sub("", code[point.end() :]))) if point else 0
    found = _THOUSANDS.search(_WORDS.sub("", code))
    return int(10**places * 1_000 ** (len(found[1]) if found else 0))


def _divided(by: int, saved: str) -> str:
    """A saved number as it is, and that less of it is shown."""
    text = number_text(saved)
    return Divided(text, by) if by > 1 and decimal_of(text) else text


def _said(words: str) -> str:
    """Words around a number without blanks; "" for signs of the yuan and for brackets around what is negative."""
    words = words.strip()
    return "" if _OURS.fullmatch(words) or not re.search(r"[^\s()\-+]", words) else words


def _standing(number: Decimal, shown: str) -> re.Match[str] | None:
    """The words around a number in a text that shows it as it is, if this does."""
    found = _AS_IT_STANDS.fullmatch(shown[:_LONGEST_SHOWN])
    if found is None:
        return None
    digits = Decimal(found["digits"].replace(",", ""))
    half = Decimal((0, (5,), int(digits.as_tuple().exponent) - 1))  # what is shown may be rounded
    return found if abs(abs(number) - digits) <= half else None


def with_words_of(saved: str, shown: str) -> str:
    """A saved number with the words around it in the text that a program shows of it, of whose format nothing is known.

    5 shown as `5.0万` is 5万; 50000 shown so is 50000, since then its format divides it.
    """
    number = decimal_of(saved)
    if number is None:
        return number_text(saved)
    found = _standing(number, shown) or _standing(number, _GROUPING.sub("", shown).translate(_EUROPEAN))
    if found is None:
        by = next(
            (by for by in _DIVISORS if (less := _standing(number / by, shown)) and re.search("[1-9]", less[0])), 1
        )
        return _divided(by, saved)
    if not re.search(r"[^\d\s().,+-]", shown):
        return number_text(saved)
    return f"{_said(found['before'].strip('-+( '))}{number_text(saved)}{_said(found['behind'].strip(') '))}"
