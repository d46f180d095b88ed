"""Numbers in digits: 5000, 5,000, 1,0000,0000, 5 000, 3.5, 1/2, 1½; and those that are none: 1,50, 10,2000, 1e5, 1/0, 5 0 0."""

from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as pattern

TOO_LARGE = 10**15
"""No amount reaches this; compared before anything is multiplied further."""


_FEW = 4
"""A mixed number has no more digits before its fraction."""

LONGEST_DIGITS = 30
"""A longer run of digits is refused without being read."""


@cache
def _digits() -> Pattern[str]:
    return pattern(r"[0-9](?:[0-9.,'_]*[0-9])?")


@cache
def _spaced() -> Pattern[str]:
    """5 000; but in 10×20 500块 the blank parts a size from what it is the size of."""
    apart = r"(?:(?<![0-9][×x])(?<![0-9] [×x])(?<![0-9][×x] )(?<![0-9] [×x] )|(?=[0-9]{1,3} 0))"
    return pattern(apart + r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,]| ?(?:ml|mg|g|cc|毫升|毫克|克)(?![a-z]))(?= ?[^0-9 ])")


@cache
def _well_formed() -> Pattern[str]:
    """Groups of four only where there are two: in 10,2000 a digit may be too many, or the comma between two amounts."""
    return pattern(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,3}(?:,[0-9]{4}){2,})(?:\.[0-9]+)?")


@cache
def _calculation() -> Pattern[str]:
    """What makes a sum or a scientific number of digits: 1e5, 2^63, 2**63, 1/0."""
    return pattern(r"e[+-]?[0-9]+(?![a-z0-9])|\^[0-9]*|\*\*[0-9]*|/[0-9][0-9.,]*")


@cache
def _proper() -> Pattern[str]:
    return pattern(r"(?:([0-9]{1,3}) )?([1-9][0-9]?)/([1-9][0-9]?)(?![0-9a-z.,/%-])")


@cache
def _apart() -> Pattern[str]:
    return pattern(r"[0-9](?:(?: [0-9]){2,}| 0)(?![0-9.,a-z/%])")


VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
"""Fractions that are one character."""


def fraction_at(text: str, start: int) -> tuple[int, Fraction] | None:
    """End and value of 1/2, 1 1/2, ½ or 1½ at `start`; None where no proper fraction stands there."""
    found = _proper().match(text, start)
    if found and int(found[2]) < int(found[3]):
        return found.end(), Fraction(int(found[1] or 0)) + Fraction(int(found[2]), int(found[3]))
    digits = start
    while digits < len(text) and digits - start < _FEW and text[digits] in "0123456789":
        digits += 1
    part = VULGAR.get(text[digits : digits + 1])
    return None if part is None else (digits + 1, int(text[start:digits] or 0) + part)


def _pointed(text: str, start: int) -> bool:
    """Whether nothing but a point stands before digits, as in .5 and 大米.5斤 (half a 斤, or five?), but not No.5."""
    earlier = text[max(0, start - 2) : start - 1]
    return text[start - 1 : start] == "." and not (earlier.isascii() and earlier.isalnum()) and earlier != "."


@cache
def _letters() -> Pattern[str]:
    return pattern(r"(?<![a-z])([a-wyz]|[a-z]{2,3})$")


_MODEL = frozenset(
    ("n90", "n95", "n99", "n100", "kn90", "kn95", "kn100", "kf80", "kf94", "kf99", "ffp1", "ffp2", "ffp3")
)


def _of_model(text: str, start: int, written: str) -> str | None:
    """The 95 of KN95,500 and the 4 of A4,10, which no thousands can be; None where the comma is within a number."""
    letters = _letters().search(text, max(0, start - 4), start)
    whole = written.partition(",")[0]
    if letters is None or not (letters[1] + whole in _MODEL or _well_formed().fullmatch(written) is None):
        return None
    return whole


def digits_at(text: str, start: int) -> tuple[int, Fraction | None] | None:
    """End and value of the digits at `start`; the value is None where they are no number (1,50 or 1e5)."""
    letter = text[start - 1 : start]
    spaced = None if letter.isascii() and letter.isalpha() else _spaced().match(text, start)  # B12 100瓶
    if spaced:
        return spaced.end(), Fraction(spaced[0].replace(" ", ""))
    apart = None if letter and letter in "0123456789." else _apart().match(text, start)
    if apart:
        return apart.end(), None
    found = _digits().match(text, start)
    if not found:
        return None
    end, written = found.end(), found[0]
    if "," in written and (model := _of_model(text, start, written)):
        end, written = start + len(model), model
    calculation = _calculation().match(text, end)
    if calculation or _pointed(text, start):
        return calculation.end() if calculation else end, None
    if len(written) > LONGEST_DIGITS:
        whole = written.partition(".")[0]
        return end, Fraction(TOO_LARGE) if len(whole) > LONGEST_DIGITS // 2 else None
    return end, Fraction(written.replace(",", "")) if _well_formed().fullmatch(written) else None


def of_letters(text: str, end: int) -> bool:
    """Whether several digits that end at `end` hang on a Latin letter: the 95 of KN95十只."""
    start = end
    while start and text[start - 1] in "0123456789":
        start -= 1
    letter = text[start - 1 : start]
    return end - start > 1 and letter.isascii() and letter.isalpha() and letter != "x"  # ×12百
