"""What was there before the rows of an import: what its tables say of it, and what was booked."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Carried(NamedTuple):
    """How much money a table says was there before its rows, and how much of it the book has at the end of the day before."""

    money: str
    """CNY, or what the foreign money is called."""
    stated: Fraction
    in_book: Fraction | None
    """None where it was not held against the book, as of a table that is not imported."""
    day: date
    """The first day of the rows."""
    later: tuple[int, str] | None = None
    """An opening of that money which the book has from the end of the month before on, by its entry and day, where the two differ."""


class Opened(NamedTuple):
    """What was booked as stock that was there before: how much of which item, and on which day."""

    entry: int
    item: str
    date: str
    amount: str
    unit: str
