"""The numbers of payments, and what a spreadsheet makes of long ones: it keeps 15 digits and writes zeros for all behind."""

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import NUMBER_LOST, Misfit, sound

_ZEROED = pattern_of(r"[1-9][0-9]{14}0{5,}")
"""It begins with no zero, which a spreadsheet leaves out. Of a number of sixteen to nineteen digits nobody can tell: some end in zeros of their own."""


def is_zeroed(number: str) -> bool:
    """Whether a spreadsheet has put zeros for the last digits: many payments of a day then seem to have one number."""
    return _ZEROED.fullmatch(number) is not None


def known_by(number: str) -> str | None:
    """What a row of a table with this number is known by; None where no digit stands there. Raises Misfit."""
    if not any(map(str.isdigit, number)):
        return None
    if is_zeroed(number):
        raise Misfit(NUMBER_LOST)
    return f"table:{sound(number)}"
