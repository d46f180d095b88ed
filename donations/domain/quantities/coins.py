"""Money in the way of speech: 5元3角2分, 12块5, 3角5分, 5毛."""

from fractions import Fraction

from donations.domain.quantities import words
from donations.domain.quantities.numerals import numeral_at


def _digit(character: str | None) -> Fraction:
    found = numeral_at(character, 0) if character else None
    return found.value if found else Fraction(0)


def dimes_behind(text: str, end: int) -> tuple[int, Fraction]:
    """The end and value of 3角2分 behind 元 at `end`, also of a mere 整."""
    found = words.dimes().match(text, end)
    return (found.end(), _digit(found[1]) / 10 + _digit(found[2]) / 100) if found else (end, Fraction(0))


def coins_behind(text: str, end: int, number: Fraction) -> tuple[int, Fraction, bool] | None:
    """The end and yuan of `number` with 块5 or 角5分 behind it, where nothing else follows.

    The last is True for a plain 块, which is a unit of goods where goods are named.
    """
    found = words.kuai().match(text, end)
    if found:
        value = number + _digit(found[1]) / 10 + _digit(found[2]) / 100
        return found.end(), value, found[0].strip() == "块"
    found = words.small_coins().match(text, end)
    if not found:
        return None
    return found.end(), number / 100 if found[2] else number / 10 + _digit(found[1]) / 100, False
