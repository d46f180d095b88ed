"""Comma-separated values that spreadsheets open as they are: marked as UTF-8, and never taken for a formula."""

import csv
import os
import re
import stat
from collections.abc import Iterator
from functools import lru_cache
from typing import TextIO

from donations.output.cells import program_cells, program_columns
from donations.output.streams import writer
from donations.output.tsv import one_line
from donations.reports.table import Report, Table, Type

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the local code page."""

_FORMULA = re.compile(r"[ \xa0\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]*[=+\-@\t\r\n＝＋－＠﹦﹢﹣﹫−]")
_NUMBERS = frozenset({Type.INTEGER, Type.NUMBER, Type.QUANTITY, Type.MONEY})

_LINE_END = "\r\n"
"""What csv.writer ends lines with, so that it quotes either character inside a cell; we write a line feed alone."""

Cell = str | int | None


class _Lines:
    """What csv.writer writes into: gives each line back instead."""

    def write(self, line: str) -> str:
        return line


def render(report: Report, stream: TextIO, *, raw: bool = False) -> None:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`.

    A text that a spreadsheet could take for a formula gets an apostrophe before it, unless `raw`.
    """
    write = writer(stream)
    if _wants_mark(stream):
        stream.write(BYTE_ORDER_MARK)
    line = csv.writer(_Lines(), lineterminator=_LINE_END).writerow
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        for cells in _rows(table, raw=raw):
            write(str(line(cells)).removesuffix(_LINE_END) + "\n")


def _wants_mark(stream: TextIO) -> bool:
    """Whether UTF-8 goes into a file: a program at the other end of a pipe would take the mark for text."""
    if (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8":
        return False
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return True


def _rows(table: Table, *, raw: bool) -> Iterator[list[Cell]]:
    columns = program_columns(table)
    yield [column.key if raw else harmless(column.key) for column in columns]
    cells = program_cells(table)
    if raw:
        yield from map(cells, table.rows())
        return
    texts = [position for position, column in enumerate(columns) if column.type not in _NUMBERS]
    for row in table.rows():
        read = cells(row)
        for position in texts:
            read[position] = _harmless_cell(read[position])
        yield read


def _harmless_cell(cell: Cell) -> Cell:
    return harmless(cell) if isinstance(cell, str) else cell


@lru_cache(maxsize=16384)
def harmless(text: str) -> str:
    """`text` without control characters, and with an apostrophe before what a spreadsheet would calculate."""
    return ("'" if _FORMULA.match(text) else "") + one_line(text)
