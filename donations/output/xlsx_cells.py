"""What goes into a cell of a workbook: numbers and dates as such, everything else as text that nothing can calculate."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from donations.domain.amount import LESS
from donations.output.cells import Reader
from donations.reports.table import Type

MOST_CHARACTERS = 32_767
"""How many UTF-16 units a cell holds; more would be cut without a word."""

_CUT = "…"
_MOST_DIGITS = 15
"""Spreadsheets keep no more: a longer number stays text, in full."""

_NUMBER = re.compile(r"-?[0-9,]+(?:\.([0-9]+))?")
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it spreadsheets count a day that never was."""

_GROUPED = "#,##0"
DATE_FORMAT = "yyyy-mm-dd"
_AMOUNTS = frozenset({Type.QUANTITY, Type.MONEY})

Content = str | int | Decimal


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, or a number with the format that shows it as `Reader` reads it."""

    content: Content
    number_format: str = ""


Read = Callable[[str], Cell]


def reading(type_: Type, reader: Reader) -> Read | None:
    """How a text that `reader` made of a value of `type_` becomes a cell again; None where it is text anyway."""
    if type_ is Type.DATE:
        return _day
    if type_ in _AMOUNTS:
        less = reader.beside[LESS]
        return lambda text: _amount(text, reader.sign_of(text), less)
    if type_ in {Type.INTEGER, Type.NUMBER}:
        return _plain_number
    return None


@lru_cache(maxsize=4096)
def _day(text: str) -> Cell:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Cell(text)
    return Cell(text) if day < _FIRST_DAY else Cell((day - _DAY_ZERO).days, DATE_FORMAT)


def _amount(text: str, sign: str, less: str) -> Cell:
    """`约5,500.5` → 5500.5, shown with its sign and its decimals; what is no number (不详) stays text.

    What is below 0 has a part of its own in the format (约-50), or the minus would stand before the sign; `less` has it in itself.
    """
    digits, shown = text.removeprefix(sign), f'"{sign}"' * bool(sign) + _GROUPED
    if sign.startswith(less):
        return _number(text, f"-{digits}", shown, shown)
    if sign and digits.startswith("-"):
        return _number(text, digits, shown, f'"{sign}"-{_GROUPED}')
    return _number(text, digits, shown)


def _plain_number(text: str) -> Cell:
    return _number(text, text, "0")


def _number(text: str, digits: str, *shown: str) -> Cell:
    found = _NUMBER.fullmatch(digits)
    bare = digits.replace(",", "")
    if not found or sum(map(str.isdigit, bare)) > _MOST_DIGITS:
        return Cell(text)
    part = found[1]
    number_format = ";".join(f"{one}.{'0' * len(part)}" if part else one for one in shown)
    return Cell(Decimal(bare) if part else int(bare), number_format)


def within_a_cell(text: str) -> str:
    """`text`, cut where it is longer than a cell, which shows."""
    if len(text) * 2 <= MOST_CHARACTERS or len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return text
    return text[: MOST_CHARACTERS // 2 - len(_CUT)] + _CUT
