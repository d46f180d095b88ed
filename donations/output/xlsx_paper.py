"""One worksheet for all tables of a paper that is printed, signed and handed over as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donations.output.xlsx_looks import Look
from donations.output.xlsx_page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donations.output.sheets import Sheet

_BESIDE = 3
"""Cells beside the title of a column."""

_PART_HEIGHT = 24
"""Points: the title of a table."""

_SHORT, _ONE_PAGE, _BEFORE_PAGES_END = 200, 40, 20
"""Rows: where there are more, filters and titles that stay in sight are worth more than one sheet; so many are printed on one
page; and so many of other tables than the longest leave one page for its beginning."""


def is_short(shown: Sequence[Sheet], *, is_signed: bool) -> bool:
    """Whether all tables go on one sheet: they have few rows together, and one of them alone more than a page holds.

    Only the titles of one table are printed again on the next page. What is signed is one sheet where it is short.
    """
    lengths = [_SHORT + 1 if sheet.is_long else (sheet.layout.length or 0) + len(sheet.totals) for sheet in shown]
    rows, others = sum(lengths), sum(lengths) - max(lengths, default=0)
    return rows <= _SHORT and (is_signed or rows <= _ONE_PAGE or others <= _BEFORE_PAGES_END)


class Paper(Page):
    """A worksheet with one table under the other; a column is as wide as the widest of them needs it."""

    def tables(self, shown: Sequence[Sheet]) -> None:
        """Write all tables of the paper, and what stands above and below them."""
        self._above(self.context.title)
        longest = max(shown, key=lambda sheet: sheet.layout.length or 0)
        repeated = 0
        for sheet in shown:
            self.sheet = sheet
            self.row += 1
            if sheet.title:
                self._high(_PART_HEIGHT)
                self._line(sheet.title, Look.PART)
            self._line(sheet.unit, Look.ABOUT)
            if not sheet.empty:
                self._titles(_BESIDE)
                repeated = self.heading if sheet is longest else repeated
                self._write(sheet.cells(), Look.ROW)
            self._below_rows()
        self.row += 1
        self._end()
        self._view()
        self._printing()
        if repeated and not self._fits_one_page(lies=self._lies()):
            self.worksheet.repeat_rows(repeated)
