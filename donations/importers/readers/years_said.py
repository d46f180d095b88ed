"""The year that stands above one table of a page or workbook, and is meant below it too: 2021年防汛捐赠公示, and 7月24日 in the second."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from donations.importers.patterns import pattern_of
from donations.importers.sheet import Sheet
from donations.importers.words.eras import in_common_years

_BEGINNING = 12
"""So many rows at the beginning of a sheet may say of which year it is."""
_DAY = pattern_of(
    r"\s*((?:19|20)[0-9]{2})\s{0,2}[-/.年]\s{0,2}[0-9]{1,2}\s{0,2}[-/.月]\s{0,2}[0-9]{1,2}(?![0-9]).{0,20}", re.DOTALL
)
_YEAR_OF_SHEET = pattern_of(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_YEAR = pattern_of(r"(?<![0-9])((?:19|20)[0-9]{2})\s{0,2}(?:年|[-/.][0-9]{1,2}(?![0-9]))")


class YearsSaid:
    """What the texts above the tables of a file say of years, in their order."""

    def __init__(self) -> None:
        self._year: str | None = None

    def above(self, lines: Iterable[str]) -> list[str]:
        """The line to be read above the next table, above which those lines stand: the one year that was said last, where
        they say none themselves.
        """
        years = {found[1] for line in lines for found in _YEAR.finditer(in_common_years(line))}
        said = [f"{self._year}年"] if self._year and not years else []
        if years:
            self._year = years.pop() if len(years) == 1 else None
        return said


def told_of_years(sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    """The sheets of a workbook; each that says no year at its beginning is told the one that those before it say alike."""
    before: set[str] = set()
    for sheet in sheets:
        if sheet.name is not None:
            first = list(islice(sheet.rows, _BEGINNING))
            sheet.rows = chain(first, sheet.rows)
            years = set(_YEAR_OF_SHEET.findall(sheet.name)).union(*(_years_in(cells) for _, cells in first))
            if not years and len(before) == 1:
                [sheet.year_before] = before
            before |= years
        yield sheet


def _years_in(cells: Sequence[str]) -> Iterator[str]:
    """The years that a row says: of days, and above a table in any words."""
    texts = {text for text in cells if text.strip()}
    found = map(_DAY.fullmatch, texts) if len(texts) > 1 else chain.from_iterable(map(_YEAR.finditer, texts))
    return (year[1] for year in found if year is not None)
