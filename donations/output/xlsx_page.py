"""One worksheet: what stands above the rows, the rows as they stream in, and what stands below; and how it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from donations.i18n import N_
from donations.output.cells import clean
from donations.output.heading import circumstances, digest_line, period
from donations.output.width import width, wrap
from donations.output.xlsx_cells import Cell, reading, within_a_cell
from donations.output.xlsx_looks import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from xlsxwriter.worksheet import Worksheet

    from donations.output.cells import Reader
    from donations.output.layout import Field
    from donations.output.sheets import Sheet
    from donations.output.xlsx_looks import Looks
    from donations.reports.table import Report, Row

    Put = Callable[[int, int, str], object]
    """Writes a text, as what it is, into the cell at that row and column."""

MOST_ROWS = 1_048_576
_ROWS_AROUND = 40
"""Kept free on a worksheet for what stands above and below the rows."""

_WIDEST, _NARROWEST, _ROOM, _BUTTON = 42, 6, 3, 3
"""Cells: a wider text is broken into lines; no column is narrower; what stands beside a text, and beside a title."""

_LINE_HEIGHT, _TITLE_HEIGHT = 15, 28
_A4 = 9
_IN_A_HEADER = 50
"""Characters of one text in a page's header: there is room for 255 in all."""

_PAGES = N_("page {page} of {pages}")
_GOES_ON = N_("Continued on the next sheet.")
_RICH = "<r>"
"""Where the library takes a text that begins so for mark-up of its own."""


@dataclass(frozen=True, slots=True)
class Context:
    """What all worksheets of a workbook share."""

    report: Report
    reader: Reader
    looks: Looks
    title: str


class Page:
    """A worksheet for the rows of one sheet, or as many of them as it holds."""

    def __init__(self, context: Context, sheet: Sheet, worksheet: Worksheet) -> None:
        self.context, self.sheet, self.worksheet = context, sheet, worksheet
        self.looks = context.looks
        self.row = self.heading = 0
        """The next free row, and that of the titles of the columns."""

    def head(self) -> None:
        """Write what stands above the rows."""
        context, sheet = self.context, self.sheet
        title = f"{context.title} · {sheet.title}" if sheet.title else context.title
        self.worksheet.set_default_row(_LINE_HEIGHT + 1)
        self.worksheet.set_row(0, _TITLE_HEIGHT)
        self._line(title, Look.TITLE)
        self._line(circumstances(context.report, context.reader), Look.ABOUT)
        if sheet.unit:
            self._line(sheet.unit, Look.ABOUT)
        self.row += 1
        self.heading = self.row
        for column, field in enumerate(sheet.fields):
            cells = max(width(field.title) + _BUTTON, field.width + _ROOM, _NARROWEST)
            self.worksheet.set_column(column, column, min(cells, _WIDEST))
            self._text(column, field.title, Look.NUMBER_HEADING if field.right else Look.HEADING)
        self.row += 1

    def rows(self, rows: Iterator[Row]) -> Iterator[Row] | None:
        """Write rows while there is room; those that are left, None where there are none."""
        puts = self._puts(Look.PLAIN if self.sheet.is_long else Look.ROW)
        plan = [(column, field.read, put) for column, (field, put) in enumerate(zip(self.sheet.fields, puts, strict=True))]  # fmt: skip
        broken = [field.read for field in self.sheet.fields if self._is_broken(field)]
        at = self.row
        for row in islice(rows, MOST_ROWS - self.row - _ROWS_AROUND - len(self.sheet.totals)):
            for column, read, put in plan:
                put(at, column, read(row))
            if broken:
                self._make_room(at, (read(row) for read in broken))
            at += 1
        if at > self.row:
            self.worksheet.autofilter(self.heading, 0, at - 1, len(plan) - 1)
        self.row = at
        left = list(islice(rows, 1))
        return chain(left, rows) if left else None

    def foot(self, *, is_last: bool) -> None:
        """Write what stands below the rows, and how the worksheet is shown and printed."""
        say = self.context.reader.say
        if not is_last:
            self._line(say(_GOES_ON), Look.NOTE)
        elif self.sheet.empty:
            self._line(self.sheet.empty, Look.NOTE)
        else:
            self._totals()
        self.row += 1
        for note in self.context.report.notes:
            self._line(clean(say(note)), Look.NOTE)
        self._line(digest_line(self.context.report, self.context.reader), Look.FOOT)
        self._view()
        self._printing()

    def _totals(self) -> None:
        puts = self._puts(Look.TOTAL)
        puts[:1] = [self._text_put(self.sheet.fields[0], Look.TOTAL)]  # the word for it stands there
        for cells in self.sheet.totals:
            for column, (put, text) in enumerate(zip(puts, cells, strict=True)):
                put(self.row, column, text)
            self.row += 1

    def _view(self) -> None:
        self.worksheet.freeze_panes(self.heading + 1, 0)
        self.worksheet.hide_gridlines(2)
        self.worksheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def _printing(self) -> None:
        sheet, report, reader = self.worksheet, self.context.report, self.context.reader
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
        sheet.repeat_rows(self.heading)
        named, titled, when = map(_in_header, (report.source.name, self.context.title, period(report, reader)))
        sheet.set_header(f"&L{named}&C{titled}&R{when}")
        sheet.set_footer(f"&C{reader.say(_PAGES).format(page='&P', pages='&N')}")

    def _line(self, text: str, look: Look) -> None:
        if text:
            self._text(0, text, look)
            self.row += 1

    def _text(self, column: int, text: str, look: Look) -> None:
        self.worksheet.write_string(self.row, column, within_a_cell(text), self.looks.format(look))

    def _puts(self, look: Look) -> list[Put]:
        return [self._number_put(field, look) or self._text_put(field, look) for field in self.sheet.fields]

    def _text_put(self, field: Field, look: Look) -> Put:
        write, blank = self.worksheet.write_string, self._blank(look)
        form = self.looks.format(look, right=field.right, wrapped=self._is_broken(field))

        def put(row: int, column: int, text: str) -> None:
            if not text:
                blank(row, column, text)
            elif text[0] == _RICH[0] and text.startswith(_RICH):
                self.worksheet.write_rich_string(row, column, text[:1], form, text[1:], form)
            else:
                write(row, column, within_a_cell(text), form)

        return put

    def _number_put(self, field: Field, look: Look) -> Put | None:
        """How numbers and dates are written; None where the column holds text."""
        read = reading(self.sheet.table.columns[field.at].type, self.context.reader)
        if read is None:
            return None
        blank, as_text, write = self._blank(look), self._text_put(field, look), self.worksheet.write_number
        looks = self.looks

        def put(row: int, column: int, text: str) -> None:
            if not text:
                blank(row, column, text)
                return
            cell: Cell = read(text)
            if isinstance(cell.content, str):
                as_text(row, column, cell.content)
            else:
                write(row, column, cell.content, looks.format(look, cell.number_format))

        return put

    def _is_broken(self, field: Field) -> bool:
        """Whether texts of the column go over several lines; not in a table that is too long to be printed."""
        return field.width + _ROOM > _WIDEST and not self.sheet.is_long

    def _make_room(self, row: int, texts: Iterable[str]) -> None:
        """Make the row as high as the longest of `texts`: not every program does so by itself."""
        lines = max(len(wrap(text, _WIDEST - _ROOM)) for text in texts)
        if lines > 1:
            self.worksheet.set_row(row, _LINE_HEIGHT * lines + 1)

    def _blank(self, look: Look) -> Put:
        """What an empty cell gets: the rule under its row, where rows are ruled."""
        if look is Look.PLAIN:
            return lambda _row, _column, _text: None
        write, form = self.worksheet.write_blank, self.looks.format(look)
        return lambda row, column, _text: write(row, column, None, form)


def _in_header(text: str) -> str:
    return clean(text)[:_IN_A_HEADER].replace("&", "&&")
