"""Models whose letters a number hangs on: what is the model and what the amount in KN95，500只, KN95500只, P4020台."""

from functools import cache
from re import Match, Pattern
from re import compile as pattern

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.quantities.counted import Count

_SIZES = frozenset({"s", "m", "l"})
"""Letters that are sizes by themselves: 防护服L25套."""
_ALONE = ("素c", "素e")
"""Vitamins that bear no number: 维生素C120片."""
_OF_A_NAME = 4
"""Digits from which on several letters are rather those of a model than a word, as PVC or LED is."""


@cache
def _glued() -> Pattern[str]:
    return pattern(r"([a-z]+)([0-9]+)(?:,([0-9,]+))?")


@cache
def _known() -> Pattern[str]:
    return pattern(r"(?:k?n(?:90|95|99|100)|kf(?:80|94|99)|ffp[123])(?=[1-9])")


def refuse_glued(low: str, count: Count, got: str) -> None:
    """Refuse an amount whose first digits may belong to a model: KN95500只, P4020台, B12,100片; but not PVC100双 or L25套.

    Raises SeveralReadings.
    """
    first = count.start
    while count.glued and first and low[first - 1].isascii() and low[first - 1].isalpha():
        first -= 1
    found = _glued().match(low, first) if first < count.start else None
    parts = _parts(low, found, first, got) if found else None
    if found is not None and parts is not None:
        unit, digits = low[found.end() : count.end].strip(), found[0][len(found[1]) :].replace(",", "")
        readings = f"{parts[0].upper()} {parts[1]}{unit}; {found[1].upper()} {digits}{unit}"
        raise errors.SeveralReadings(got=got[:60], readings=readings)


@cache
def _behind() -> Pattern[str]:
    return pattern(r"[/.-]([0-9][0-9,]*(?:\.[0-9]+)?) ?$")


def refuse_number_behind(low: str, start: int, end: int, got: str) -> None:
    """Refuse a bare number that hangs on the amount between `start` and `end` by a sign: 50只/20 may be of two goods, or 20 of 50 each.

    Raises SeveralReadings.
    """
    if (found := _behind().match(low, end)) is not None:
        raise errors.SeveralReadings(got=got[:60], readings=f"{low[start:end].strip()}, {found[1]}")


def _parts(low: str, found: Match[str], first: int, got: str) -> tuple[str, str] | None:
    """A model and an amount that letters and digits may be; None where all the digits can only be the amount."""
    letters, digits, behind = found.groups()
    many = low[found.end() : found.end() + 1]
    if many in "千万亿仟萬億" and many and _known().match(f"{letters}{digits}1"):
        return letters + digits, ""  # KN95万只
    known = _known().match(letters + digits)
    if known is not None:
        return known[0], (letters + digits)[known.end() :] + (f",{behind}" if behind else "")
    if letters in _SIZES or low[max(0, first - 1) : first + 1] in _ALONE or common_named(letters) is not None:
        return None
    if behind:
        return None if behind.startswith("0") else (letters + digits, behind)  # PVC1,000双
    splits = [place for place in range(1, len(digits)) if digits[place] != "0"]
    is_abbreviation = len(letters) > 1 and letters.upper() in got  # PVC100双, but iPhone125台
    if not splits or (is_abbreviation and len(digits) < _OF_A_NAME):
        return None
    place = splits[len(splits) // 2]
    return letters + digits[:place], digits[place:]
