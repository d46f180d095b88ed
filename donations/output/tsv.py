"""Plain tab-separated text for pipes: a line of column keys, then a line a row; totals are left out."""

from collections.abc import Sequence
from typing import TextIO

from donations.domain.text import one_line
from donations.output.harmless import Harmless, Texts
from donations.output.streams import writer
from donations.reports.table import Report


def render(report: Report, stream: TextIO, *, raw: bool = False) -> int:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`.

    As in CSV a text that a spreadsheet could take for a formula gets an apostrophe, unless `raw`; gives how many did. A
    tab or a line break in a text is a blank all the same: nothing else keeps the cells apart.
    """
    write = writer(stream)
    harmless = Harmless(_one_line, "\t", raw=raw)
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        harmless.write(table, _lines, write)
    return harmless.guarded


def _lines(columns: Sequence[Texts]) -> str:
    return "\n".join([*map("\t".join, zip(*columns, strict=True)), ""])


def _one_line(texts: Texts) -> Texts:
    return texts if "".join(texts).isprintable() else list(map(one_line, texts))
