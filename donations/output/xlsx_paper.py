"""One worksheet for all tables of a paper that is printed, signed and handed over as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from donations.output.xlsx_looks import Look
from donations.output.xlsx_page import PART_HEIGHT, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from donations.output.sheets import Sheet
    from donations.reports.table import Report

_BESIDE = 3
"""Cells beside the title of a column."""

_SHORT, _SHORT_OF_REPORT = 200, 60
"""Rows of a paper, and of another report: where there are more, filters and titles that stay in sight are worth more than one sheet."""


def is_short(shown: Sequence[Sheet], report: Report) -> bool:
    """Whether all tables of `report` together have few rows."""
    most = _SHORT if report.is_paper else _SHORT_OF_REPORT
    return sum(most + 1 if sheet.layout.length is None else sheet.layout.length for sheet in shown) <= most


class Paper(Page):
    """A worksheet with one table under the other; a column is as wide as the widest of them needs it."""

    def tables(self, shown: Sequence[Sheet]) -> None:
        """Write all tables of the paper, and what stands above and below them."""
        self._above(self.context.title)
        for sheet in shown:
            self.sheet = sheet
            self.row += 1
            if sheet.title:
                self._high(PART_HEIGHT)
                self._line(sheet.title, Look.PART)
            self._line(sheet.unit, Look.ABOUT)
            if not sheet.empty:
                self._titles(_BESIDE)
                self._write(sheet.cells(), Look.ROW)
            self._below_rows()
        self.row += 1
        self._end()
        self._view()
        self._printing()
