"""The first rows of a table, as they are shown before it is imported."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple


class Shown(NamedTuple):
    """One thing of a row, as it is shown."""

    written: str
    """As it stands there; of money that is a number alone, the number."""
    unit: str = ""
    """The unit of such money."""
    what_for: str = ""


class Sample(NamedTuple):
    """One of the first rows, as it was understood."""

    row: int
    type: str
    date: str
    parties: str
    goods: tuple[Shown, ...]
    is_donor_above: bool = False
    """Whether the donor is that of the row above."""
    refunded: Fraction | None = None
    """How much of it was given back, where that is a part of it: yuan, or what its unit says."""
    refunded_in: str | None = None
    details: Mapping[str, str] = {}
    """What else the row says, by field: purpose, store, city, note, who stands between."""
    is_more: bool = False
    """Whether it is a further entry of the row before it: what was paid, beside what came."""
