"""One worksheet: what stands above the rows, the rows as they stream in, and what stands below; and how it is printed."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from donations.i18n import N_
from donations.output import heading, xlsx_rows
from donations.output.cleaning import clean
from donations.output.width import width, wrap
from donations.output.xlsx_cells import reading, within_a_cell
from donations.output.xlsx_header import page_header
from donations.output.xlsx_looks import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from donations.output.cells import Reader
    from donations.output.fields import Field
    from donations.output.sheets import Sheet
    from donations.output.xlsx_looks import Looks
    from donations.output.xlsx_rows import MarkUp, RowSheet
    from donations.reports.table import Report, Row

MOST_ROWS = 1_048_576
_ROWS_AROUND = 40
"""Kept free on a worksheet for what stands above and below the rows."""

_WIDEST, _NARROWEST, _ROOM, _BUTTON = 42, 6, 3, 3
"""Cells: a wider text is broken into lines; no column is narrower; what stands beside a text, and beside a title."""

_PARAGRAPH = 92
"""Cells that a line of a paragraph may take at least: what fits on an upright page."""

_TITLE = 57
"""Cells of a title that take as much room, in its larger letters."""

_UPRIGHT, _NEARLY_UPRIGHT, _LYING = 92, 130, 138
"""Cells: what fits on an upright page; what fits made a little smaller, for long tables and papers; and on a lying page."""

_ROOM_LYING, _ROOM_STANDING = 490, 737
"""Points between the margins of a page that lies, or stands."""

_SMALLEST, _SMALLEST_PAPER = 0.78, 0.66
"""The smallest scale at which rows are squeezed onto one page, beyond what their columns need; and that of a paper."""

_LINE_HEIGHT, _TITLE_HEIGHT, _TO_SIGN = 15, 28, 36
PART_HEIGHT = 24
"""Points: the title of a table that isn't the first."""
_USUAL_HEIGHT = _LINE_HEIGHT + 1
"""Points: a line of a text, the title, and a line to sign on; and any other row."""

_FEW_TOTALS = 12
"""Rows of totals that are taken in at a glance."""

_REMEMBERED = 4096
"""Texts of a column that are remembered with their mark-up."""

_A4 = 9

_GOES_ON = N_("Continued on the next sheet.")


class Context(NamedTuple):
    """What all worksheets of a workbook share."""

    report: Report
    reader: Reader
    looks: Looks
    title: str
    leads: Sheet | None = None
    """The sheet above which the paragraphs stand; none where that is the first table's."""
    empty: Sequence[Sheet] = ()
    """Tables without a row, of which the worksheet says so."""


class Page:
    """A worksheet for the rows of one sheet, or as many of them as it holds."""

    def __init__(self, context: Context, sheet: Sheet, worksheet: RowSheet) -> None:
        self.context, self.sheet, self.worksheet = context, sheet, worksheet
        self.looks = context.looks
        self.row = self.heading = self.extra = 0
        """The next free row, that of the titles of the columns, and the points by which rows are higher than usual."""
        self.widths: dict[int, int] = {}
        """The cells that each column takes."""

    def head(self) -> None:
        """Write what stands above the rows."""
        context, sheet = self.context, self.sheet
        self._above(f"{context.title} · {sheet.title}" if sheet.title else context.title)
        self._line(sheet.unit, Look.ABOUT)
        self.row += 1
        self._titles(_BUTTON)

    def _above(self, title: str) -> None:
        """The title, whose report it is, and the paragraphs above the first of its tables."""
        context = self.context
        self.worksheet.set_default_row(_USUAL_HEIGHT)
        for line in wrap(title, _TITLE):
            self._high(_TITLE_HEIGHT)
            self._line(line, Look.TITLE)
        for part in heading.circumstances_within(context.report, context.reader, self._across()):
            self._paragraph(part, Look.ABOUT)
        leads = heading.tables(context.report)[0] if context.leads is None else context.leads.table
        paragraphs = heading.lead(context.report, context.reader)
        if paragraphs and self.sheet.table is leads:
            self.row += 1
            for paragraph in paragraphs:
                self._paragraph(paragraph)

    def _titles(self, beside: int) -> None:
        """The titles of the columns, each with at least `beside` cells to spare."""
        self.heading = self.row
        for column, field in enumerate(self.sheet.fields):
            cells = max(width(field.title) + beside, field.width + _ROOM, _NARROWEST)
            self.widths[column] = max(self.widths.get(column, 0), min(cells, _WIDEST))
            self.worksheet.set_column(column, column, self.widths[column])
            self._text(column, field.title, Look.NUMBER_HEADING if field.right else Look.HEADING)
        self.row += 1

    def rows(self, rows: Iterator[Row]) -> Iterator[Row] | None:
        """Write rows while there is room; those that are left, None where there are none."""
        first, fields = self.row, self.sheet.fields
        reads = [field.read for field in fields]
        room = MOST_ROWS - first - _ROWS_AROUND - len(self.sheet.totals)
        texts = ([read(row) for read in reads] for row in islice(rows, room))
        self._write(texts, Look.PLAIN if self.sheet.is_long else Look.ROW)
        if self.row > first:
            self.worksheet.autofilter(self.heading, 0, self.row - 1, len(fields) - 1)
        left = list(islice(rows, 1))
        return chain(left, rows) if left else None

    def _write(self, rows: Iterable[Sequence[str]], look: Look) -> None:
        """Write rows of texts, each as what it is."""
        marks = [self._marks(field, look) for field in self.sheet.fields]
        if look is Look.TOTAL:
            marks[0] = self._text_marks(self.sheet.fields[0], look)  # the word for it stands there
        broken = [at for at, field in enumerate(self.sheet.fields) if self._is_broken(field)]
        lines = (
            (self._height(texts, broken), [mark(text) for mark, text in zip(marks, texts, strict=True)])
            for texts in rows
        )
        self.row = self.worksheet.write_rows(self.row, lines)

    def _height(self, texts: Sequence[str], broken: Sequence[int]) -> int | None:
        """How high a row is made for the longest of its `broken` texts, which not every program does by itself."""
        lines = max((len(wrap(texts[at], _WIDEST - _ROOM)) for at in broken), default=1)
        if lines == 1:
            return None
        self.extra += _LINE_HEIGHT * (lines - 1)
        return _LINE_HEIGHT * lines + 1

    def foot(self, *, is_last: bool) -> None:
        """Write what stands below the rows, and how the worksheet is shown and printed."""
        if is_last:
            self._below_rows()
        else:
            self._line(self.context.reader.say(_GOES_ON), Look.NOTE)
        self.row += 1
        self._end()
        self.worksheet.freeze_panes(self.heading + 1, 0)
        self.worksheet.repeat_rows(self.heading)
        self._view()
        self._printing()

    def _below_rows(self) -> None:
        """The totals, or what is said where there is no row, and what explains the signs above."""
        if self.sheet.empty:
            self._line(self.sheet.empty, Look.NOTE)
        else:
            self._write(self._totals(), Look.TOTAL)
        for sentence in self.sheet.explained():
            self._paragraph(sentence, Look.ABOUT)
        for sheet in self.context.empty:
            self.row += 1
            self._high(PART_HEIGHT)
            self._line(sheet.title, Look.PART)
            self._line(sheet.empty, Look.NOTE)

    def _totals(self) -> Sequence[Sequence[str]]:
        """The rows of totals; many have their word before each, as a page may begin with any of them."""
        totals = self.sheet.totals
        if len(totals) <= _FEW_TOTALS or any(row[0] for row in totals[1:]):
            return totals
        return [[totals[0][0], *row[1:]] for row in totals]

    def _end(self) -> None:
        """What stands under all: notes, who signs, and the digest."""
        for note in heading.notes(self.context.report, self.context.reader):
            self._paragraph(note)
        for line in heading.signature_lines(self.context.report, self.context.reader):
            self._high(_TO_SIGN)
            self._line(line, Look.NOTE)
        self._line(heading.digest_line(self.context.report, self.context.reader), Look.FOOT)

    def _view(self) -> None:
        self.worksheet.hide_gridlines(2)
        self.worksheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})

    def _printing(self) -> None:
        sheet, report, reader = self.worksheet, self.context.report, self.context.reader
        sheet.set_paper(_A4)
        lies = self._lies()
        if lies:
            sheet.set_landscape()
        sheet.fit_to_pages(1, int(self._fits_one_page(lies=lies)))
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.7)
        above = heading.running(self.context.title, report, reader)
        named, title, when = map(clean, (report.source.name, above, heading.period(report, reader)))
        sheet.set_header(page_header(named, title, when, _LYING if lies else _UPRIGHT))
        before, between, behind = heading.pages(reader)
        sheet.set_footer(
            f"&L&8{heading.digest_line(report, reader, heading.DIGEST_SHOWN).replace('&', '&&')}&C{before}&P{between}&N{behind}"
        )

    def _lies(self) -> bool:
        """Whether it is printed on pages that lie."""
        wide, is_paper = sum(self.widths.values()), self.context.report.is_paper
        if wide <= _UPRIGHT:
            return False
        lying, standing = self._fits_one_page(lies=True), self._fits_one_page(lies=False)
        if wide > _NEARLY_UPRIGHT:
            return lying or not (is_paper and standing and _UPRIGHT / wide >= _SMALLEST_PAPER)
        return not is_paper and (lying or not (standing or _UPRIGHT / wide >= _SMALLEST))

    def _fits_one_page(self, *, lies: bool) -> bool:
        """Whether all is printed on one page, made a little smaller if need be: a page with the last line alone is waste."""
        smallest = _SMALLEST_PAPER if self.context.report.is_paper else _SMALLEST
        return self._points() * smallest <= self._points_a_page(lies=lies)

    def _points(self) -> int:
        """How high all is that was written so far."""
        return self.row * _USUAL_HEIGHT + self.extra

    def _points_a_page(self, *, lies: bool) -> float:
        """How high what goes on one page is, in letters that let the columns fit beside each other."""
        room, across = (_ROOM_LYING, _LYING) if lies else (_ROOM_STANDING, _UPRIGHT)
        return room / min(1, across / max(sum(self.widths.values()), 1))

    def _high(self, points: int) -> None:
        """Make the next row `points` high."""
        self.worksheet.set_row(self.row, points)
        self.extra += points - _USUAL_HEIGHT

    def _paragraph(self, text: str, look: Look = Look.NOTE) -> None:
        """A text over as many lines as it takes: none is wider than the columns, which a printed page would cut."""
        for line in wrap(text, self._across()):
            self._line(line, look)

    def _across(self) -> int:
        """Cells that a line of text may take."""
        return max(_PARAGRAPH, sum(self.widths.values()))

    def _line(self, text: str, look: Look) -> None:
        if text:
            self._text(0, text, look)
            self.row += 1

    def _text(self, column: int, text: str, look: Look) -> None:
        self.worksheet.write_text(self.row, column, within_a_cell(text), self.looks.format(look))

    def _marks(self, field: Field, look: Look) -> MarkUp:
        """How the texts of a column are written: as numbers and dates where they are some."""
        read, as_text = (
            reading(self.sheet.table.columns[field.at].type, self.context.reader),
            self._text_marks(field, look),
        )
        if read is None:
            return as_text
        to_cell, looks = read, self.looks

        @lru_cache(maxsize=_REMEMBERED)
        def marks(text: str) -> str:
            cell = to_cell(text)
            if isinstance(cell.content, str):
                return as_text(text)
            return xlsx_rows.number(cell, looks.format(look, cell.number_format))

        return marks

    def _text_marks(self, field: Field, look: Look) -> MarkUp:
        """How texts are written; an empty one as the rule under its row, where rows are ruled."""
        form = self.looks.format(look, right=field.right, wrapped=self._is_broken(field))
        empty = "" if look is Look.PLAIN else xlsx_rows.blank(form)

        @lru_cache(maxsize=_REMEMBERED)
        def marks(text: str) -> str:
            return xlsx_rows.text(within_a_cell(text), form) if text else empty

        return marks

    def _is_broken(self, field: Field) -> bool:
        """Whether texts of the column go over several lines; not in a table that is too long to be printed."""
        return field.width + _ROOM > _WIDEST and not self.sheet.is_long
