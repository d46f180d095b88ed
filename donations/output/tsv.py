"""Plain tab-separated text for pipes: a line of column keys, then a line a row; totals are left out."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TextIO

from donations.output.cells import program_cells, program_columns
from donations.output.streams import writer
from donations.reports.table import Report, Table

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LINES_AT_ONCE = 500


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`."""
    write = writer(stream)
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        lines = _lines(table)
        while batch := "".join(islice(lines, _LINES_AT_ONCE)):
            write(batch)


def one_line(text: str) -> str:
    """`text` with tabs, line breaks, control and direction characters replaced by a blank each."""
    return _UNPRINTABLE.sub(" ", text)


def _lines(table: Table) -> Iterator[str]:
    yield _line(column.key for column in program_columns(table))
    cells = program_cells(table)
    for row in table.rows():
        yield _line("" if cell is None else cell if isinstance(cell, str) else str(cell) for cell in cells(row))


def _line(cells: Iterable[str]) -> str:
    texts = list(cells)
    if not "".join(texts).isprintable():
        texts = [one_line(text) for text in texts]
    return "\t".join(texts) + "\n"
