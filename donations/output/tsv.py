"""Plain tab-separated text for pipes: a line of column keys, then a line a row; totals are left out."""

from collections.abc import Iterable
from itertools import islice
from typing import TextIO

from donations.domain.text import one_line
from donations.output.harmless import Cell, Harmless
from donations.output.streams import writer
from donations.reports.table import Report

_LINES_AT_ONCE = 500


def render(report: Report, stream: TextIO, *, raw: bool = False) -> int:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`.

    As in CSV a text that a spreadsheet could take for a formula gets an apostrophe, unless `raw`; gives how many did. A
    tab or a line break in a text is a blank all the same: nothing else keeps the cells apart.
    """
    write = writer(stream)
    harmless = Harmless(raw=raw)
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        lines = map(_line, harmless.rows(table))
        while batch := "".join(islice(lines, _LINES_AT_ONCE)):
            write(batch)
    return harmless.guarded


def _line(cells: Iterable[Cell]) -> str:
    texts = ["" if cell is None else cell if isinstance(cell, str) else str(cell) for cell in cells]
    if not "".join(texts).isprintable():
        texts = [one_line(text) for text in texts]
    return "\t".join(texts) + "\n"
