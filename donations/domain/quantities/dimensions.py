"""How long and wide goods are, which is no amount of them: the 3m×6m of 布3m×6m, the 3*4m of 帐篷3*4m."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from re import IGNORECASE, Pattern
from re import compile as pattern

from donations import errors
from donations.domain.quantity import Quantity
from donations.domain.text import tidy
from donations.domain.units import units

_LENGTH = "(?:[cm]?m|米|厘米|毫米|公分|英?[尺寸]|吋)"
_FURTHEST = 50
"""绳2×100米 are two of as much, and no size."""


def refuse_dimensions(text: str, found: Iterable[Quantity]) -> None:
    """Raises SizeAlone where how long and wide goods are was taken for how much of them there is."""
    if not any(each.unit in _lengths() for each in found):
        return
    for said in _size().finditer(text):
        if said[2] or Fraction(said[4]) < _FURTHEST or not said[5].startswith(("m", "M", "米")):
            raise errors.SizeAlone(got=tidy(text)[:60], size=tidy(said[0]))


@cache
def _lengths() -> frozenset[str]:
    return frozenset(name for name, unit in units().items() if unit.dimension == "length")


@cache
def _size() -> Pattern[str]:
    number = "[0-9]{1,6}(?:[.][0-9]{1,4})?"
    return pattern(
        rf"(?<![0-9.a-z])({number}) ?({_LENGTH}|) ?([x×*]) ?({number}) ?({_LENGTH})(?![a-wyz0-9²³平立方])", IGNORECASE
    )
