"""Comma-separated values that spreadsheets open as they are: marked as UTF-8, and never taken for a formula."""

import csv
import os
import stat
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import islice
from typing import TextIO

from donations.domain.text import one_line
from donations.output.harmless import Cell, Harmless
from donations.output.streams import writer
from donations.reports.table import Report

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the local code page."""

_LINE_END = "\r\n"
"""What csv.writer ends lines with, so that it quotes either character inside a cell; we write a line feed alone."""

_LINES_AT_ONCE = 500


def render(report: Report, stream: TextIO, *, raw: bool = False) -> int:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`.

    A text that a spreadsheet could take for a formula gets an apostrophe before it, unless `raw`; gives how many did.
    """
    write = writer(stream)
    if not raw and _wants_mark(stream):
        stream.write(BYTE_ORDER_MARK)
    harmless = Harmless(raw=raw)
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        rows = harmless.rows(table)
        while batch := list(islice(rows, _LINES_AT_ONCE)):
            write(_lines(batch))
    return harmless.guarded


def _lines(rows: Sequence[Iterable[Cell]]) -> str:
    """The lines of `rows`, a line feed at the end of each."""
    written = StringIO()
    csv.writer(written, lineterminator=_LINE_END).writerows(rows)
    lines = written.getvalue()
    if lines.count(_LINE_END) == len(rows):
        return lines.replace(_LINE_END, "\n")
    return "".join(_lines([row]) for row in rows) if len(rows) > 1 else lines.removesuffix(_LINE_END) + "\n"


def _wants_mark(stream: TextIO) -> bool:
    """Whether UTF-8 goes into a file: a program at the other end of a pipe would take the mark for text."""
    if (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8":
        return False
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return True
