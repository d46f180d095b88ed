"""One row of an exported book, cell by cell: texts, words of ours, numbers and days, or what is wrong with a cell."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from donations.domain.amount import Certainty
from donations.domain.entry import ENTRY_TYPES, Flow
from donations.domain.masking import ANONYMOUS, NAMED, ORGANISATION, PERSON, UNNAMED
from donations.domain.spreadsheet import GUARD, unguarded
from donations.domain.text import tidy
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip

NUMBER = N_("a whole number")
_DECIMAL = N_("an exact number without grouping, such as 1500 or 28.16")
_DAY = N_("a day such as 2020-02-01")
_WORD = N_("one of {words}")
SOMETHING = N_("something in this column")
_MOST_DIGITS = 15
_DECIMALS = pattern_of(r"(-?)0*([0-9]{1,16})(?:\.([0-9]{1,6}?)0*)?")
_DAYS = pattern_of(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?: 0?0:00(?::00)?)?")
_WORDS: Mapping[str, frozenset[str]] = {
    "type": frozenset(ENTRY_TYPES),
    "flow": frozenset(map(str, Flow)),
    "certainty": frozenset(map(str, Certainty)),
    "value_certainty": frozenset({"exact", "about"}),
    "consent": frozenset({NAMED, ANONYMOUS}),
    "sort": frozenset({PERSON, ORGANISATION, UNNAMED}),
}
_TIDY = frozenset({"name", "city", "county", "item", "unit", "store", "purpose", "own_recipient", "specification"})


tidied = lru_cache(maxsize=16384)(tidy)
"""A name without what can't be seen; names come again and again."""


class Misfit(Exception):  # noqa: N818 - no error of the program: becomes a slip
    """What can't be taken in one cell."""

    def __init__(self, column: str | None, expected: str, got: str = "", **facts: object) -> None:
        super().__init__(expected)
        self.slip, self.facts = Slip(column, expected, got[:60]), facts


class Cells:
    """One row, cell by cell."""

    def __init__(self, cells: list[str], places: Mapping[str, int], *, is_guarded: bool) -> None:
        self._cells, self._places, self._is_guarded = cells, places, is_guarded

    def text(self, column: str) -> str | None:
        """A text as it was exported; None where there is none."""
        at = self._places[column]
        if at >= len(self._cells) or not (cell := self._cells[at]):
            return None
        if self._is_guarded and cell.startswith(GUARD):
            cell = unguarded(cell)
        return (tidied(cell) if column in _TIDY else cell) or None

    def needed(self, column: str) -> str:
        """A text that must be there."""
        found = self.text(column)
        if found is None:
            raise Misfit(column, SOMETHING)
        return found

    def word(self, column: str) -> str | None:
        """A word of ours."""
        found, words = self.text(column), _WORDS[column]
        if found is not None and found not in words:
            raise Misfit(column, _WORD, found, words=", ".join(sorted(words)))
        return found

    def term(self, column: str) -> str:
        """A word of ours that must be there."""
        self.needed(column)
        return self.word(column) or ""

    def number(self, column: str) -> int | None:
        """A whole number."""
        found = self.text(column)
        if found is None:
            return None
        if not (found.isascii() and found.isdigit() and len(found) <= _MOST_DIGITS):
            raise Misfit(column, NUMBER, found)
        return int(found)

    def decimal(self, column: str) -> str | None:
        """An exact decimal, without zeros that say nothing."""
        found = self.text(column)
        if found is None:
            return None
        parts = _DECIMALS.fullmatch(found.strip())
        if parts is None:
            raise Misfit(column, _DECIMAL, found)
        sign, whole, part = parts.groups()
        decimal = f"{whole}{'.' + part if part else ''}"
        return decimal if decimal == "0" else sign + decimal

    def day(self, column: str) -> str | None:
        """A day, ISO 8601."""
        found = self.text(column)
        if found is None:
            return None
        parts = _DAYS.fullmatch(found.strip())
        try:
            return date(*map(int, parts.groups())).isoformat() if parts else self._no_day(column, found)
        except ValueError:
            return self._no_day(column, found)

    @staticmethod
    def _no_day(column: str, found: str) -> str:
        raise Misfit(column, _DAY, found)
