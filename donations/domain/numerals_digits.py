"""Numbers in digits: 5000, 5,000, 1,0000, 5 000, 3.5; and those that are none: 1,50, 1e5, 1/0."""

from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as pattern

TOO_LARGE = 10**15
"""No amount reaches this; compared before anything is multiplied further."""


LONGEST_DIGITS = 30
"""A longer run of digits is refused without being read."""


@cache
def _digits() -> Pattern[str]:
    return pattern(r"[0-9](?:[0-9.,'_]*[0-9])?")


@cache
def _spaced() -> Pattern[str]:
    return pattern(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,])(?= ?[^0-9 ])")


@cache
def _well_formed() -> Pattern[str]:
    return pattern(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:,[0-9]{4})+)(?:\.[0-9]+)?")


@cache
def _calculation() -> Pattern[str]:
    """What makes a sum or a scientific number of digits: 1e5, 2^63, 2**63, 1/0."""
    return pattern(r"e[+-]?[0-9]+(?![a-z0-9])|\^[0-9]*|\*\*[0-9]*|/[0-9][0-9.,]*")


def digits_at(text: str, start: int) -> tuple[int, Fraction | None] | None:
    """End and value of the digits at `start`; the value is None where they are no number (1,50 or 1e5)."""
    letter = text[start - 1 : start]
    spaced = None if letter.isascii() and letter.isalpha() else _spaced().match(text, start)  # B12 100瓶
    if spaced:
        return spaced.end(), Fraction(spaced[0].replace(" ", ""))
    found = _digits().match(text, start)
    if not found:
        return None
    end, written = found.end(), found[0]
    calculation = _calculation().match(text, end)
    if calculation:
        return calculation.end(), None
    if len(written) > LONGEST_DIGITS:
        whole = written.partition(".")[0]
        return end, Fraction(TOO_LARGE) if len(whole) > LONGEST_DIGITS // 2 else None
    return end, Fraction(written.replace(",", "")) if _well_formed().fullmatch(written) else None
