"""A workbook for Excel, WPS and LibreOffice: a sheet a table, real numbers and dates, ready to print (a paper is one sheet); no formula, no link."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.heading import digest_line, period
from donations.output.sheets import Sheet, sheets
from donations.output.xlsx_looks import FONT, Looks
from donations.output.xlsx_names import SheetNames
from donations.output.xlsx_page import Context, Page
from donations.output.xlsx_paper import Paper, is_short
from donations.output.xlsx_rows import RowSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donations.reports.table import Report, Row

MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's time has no zone
"""What every workbook says of when it was made: the same book and command give the same bytes on every day."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(report: Report, stream: IO[bytes]) -> None:
    """Write `report` to `stream`; its rows pass through temporary files, which only their owner can read."""
    with tempfile.TemporaryDirectory(prefix="donations-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "report.xlsx"
        _write(report, path)
        with path.open("rb") as made:
            shutil.copyfileobj(made, stream)


def _write(report: Report, path: Path) -> None:
    """Make the workbook at `path`. Raises OSError."""
    font = {**FONT}  # it is changed there, and the next workbook would be another
    book = Workbook(str(path), {**_OPTIONS, "default_format_properties": font, "tmpdir": str(path.parent)})
    book.use_zip64()  # a million rows may need more than the old limit
    reader, names = Reader(public=report.is_public), SheetNames()
    context = Context(report, reader, Looks(book), clean(reader.say(report.title)))
    book.set_properties(
        {
            "title": context.title,
            "subject": period(report, reader),
            "company": clean(report.source.name),
            "comments": digest_line(report, reader),
            "created": MADE,
        }
    )
    shown = list(sheets(report, reader)) if report.is_paper or report.is_whole else None
    if shown and is_short(shown, report):
        Paper(context, shown[0], book.add_worksheet(names.name(context.title), RowSheet)).tables(shown)
    elif shown and report.is_whole:
        _add_whole(book, shown, context, names)
    else:
        for sheet in shown or sheets(report, reader):
            _add(book, sheet, context, names)
    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error


def _add_whole(book: Workbook, shown: Sequence[Sheet], context: Context, names: SheetNames) -> None:
    """Add worksheets for the tables that have rows; of those that have none, the first of these says so."""
    first, *others = [sheet for sheet in shown if not sheet.empty]
    _add(book, first, context._replace(leads=first, empty=[sheet for sheet in shown if sheet.empty]), names)
    for sheet in others:
        _add(book, sheet, context._replace(leads=first), names)


def _add(book: Workbook, sheet: Sheet, context: Context, names: SheetNames) -> None:
    """Add as many worksheets as the rows of `sheet` take."""
    rows: Iterator[Row] | None = iter(sheet.rows)
    while rows is not None:
        page = Page(context, sheet, book.add_worksheet(names.name(sheet.title or context.title), RowSheet))
        page.head()
        rows = page.rows(rows)
        page.foot(is_last=rows is None)
