"""One worksheet for all tables of a paper that is printed, signed and handed over as one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from donations.output.xlsx_looks import Look
from donations.output.xlsx_page import PART_HEIGHT, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donations.output.sheets import Sheet
    from donations.reports.table import Report

_BESIDE = 3
"""Cells beside the title of a column."""

_SHORT, _SHORT_OF_REPORT = 200, 60
"""Rows of a paper, and of another report: where there are more, filters and titles that stay in sight are worth more than one sheet."""

_ONE_PAGE, _BEFORE_PAGES_END = 40, 20
"""Rows: those that one page holds, and those of other tables that leave room on it for the beginning of a longer one."""

_WITH_ITS_TITLE = 120
"""Points: the title of a table, those of its columns and its first rows, which stand on one page."""


def is_short(shown: Sequence[Sheet], report: Report) -> bool:
    """Whether all tables of `report` go on one sheet: they have few rows together, and one of them alone more than a page holds.

    Only the titles of one table are printed again on the next page. What is signed is one sheet where it is short.
    """
    lengths = list(map(_length, shown))
    longest = max(lengths, default=0)
    fits = longest <= _ONE_PAGE or sum(lengths) - longest <= _BEFORE_PAGES_END
    return sum(lengths) <= (_SHORT if report.is_paper else _SHORT_OF_REPORT) and (bool(report.signatures) or fits)


def _length(sheet: Sheet) -> int:
    """How many rows a table has with its sums; more than few where they were not counted."""
    return _SHORT + 1 if sheet.layout.length is None else sheet.layout.length + len(sheet.totals)


def _continued(shown: Sequence[Sheet]) -> Sheet:
    """The table that goes on on the next page: the longest where it takes more than one, else the last that has rows."""
    longest = max(shown, key=_length)
    if _length(longest) > _ONE_PAGE:
        return longest
    return next((sheet for sheet in reversed(shown) if not sheet.empty), longest)


class Paper(Page):
    """A worksheet with one table under the other; a column is as wide as the widest of them needs it."""

    def tables(self, shown: Sequence[Sheet]) -> None:
        """Write all tables of the paper, and what stands above and below them."""
        self._above(self.context.title)
        continued, repeated = _continued(shown), 0
        parts = []
        for sheet in shown:
            self.sheet = sheet
            self.row += 1
            parts.append((self.row, self._points()))
            if sheet.title:
                self._high(PART_HEIGHT)
                self._line(sheet.title, Look.PART)
            self._line(sheet.unit, Look.ABOUT)
            if not sheet.empty:
                self._titles(_BESIDE)
                repeated = self.heading if sheet is continued else repeated
                self._write(sheet.cells(), Look.ROW)
            self._below_rows()
        self.row += 1
        parts.append((self.row, self._points()))
        self._end()
        self._view()
        self._printing()
        lies = self._lies()
        if repeated and not self._fits_one_page(lies=lies):
            self.worksheet.repeat_rows(repeated)
            self.worksheet.set_h_pagebreaks(list(self._breaks(parts, self._points_a_page(lies=lies))))

    def _breaks(self, parts: Sequence[tuple[int, int]], room: float) -> Iterator[int]:
        """The rows that pages begin with so that none ends within a part that fits on one; `parts` has of each its row and the points above it."""
        page = 0.0
        for (row, begin), (_row, end) in pairwise([*parts, (self.row, self._points())]):
            is_begun = begin > page and end > page + room
            if is_begun and (end - begin <= room or begin + _WITH_ITS_TITLE > page + room):
                page = begin
                yield row
            while end > page + room:
                page += room
