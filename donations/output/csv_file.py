"""Comma-separated values that spreadsheets open as they are: marked as UTF-8, and never taken for a formula."""

import os
import stat
from collections.abc import Sequence
from typing import TextIO

from donations.domain.text import one_line
from donations.output.harmless import Harmless, Texts
from donations.output.streams import writer
from donations.reports.table import Report

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the local code page."""

_SIGNS = frozenset(',"\r\n')
"""What can't stand in a cell without quotes."""

_EMPTY = '""'
"""An empty cell that is alone in its line, which would be no line else."""


def render(report: Report, stream: TextIO, *, raw: bool = False) -> int:
    """Write `report` to `stream`; a second and further table follow a blank line and a line `# key`.

    A text that a spreadsheet could take for a formula gets an apostrophe before it, unless `raw`; gives how many did.
    """
    write = writer(stream)
    if not raw and _wants_mark(stream):
        stream.write(BYTE_ORDER_MARK)
    harmless = Harmless(_quoted, ",", raw=raw)
    for number, table in enumerate(report.tables):
        if number:
            write(f"\n# {one_line(table.key)}\n")
        harmless.write(table, _lines, write)
    return harmless.guarded


def _lines(columns: Sequence[Texts]) -> str:
    """The lines of `columns`, a line feed at the end of each: to the letter what csv.writer writes, which looks at every character."""
    if len(columns) == 1:
        columns = [[text or _EMPTY for text in columns[0]]]
    return "\n".join([*map(",".join, zip(*columns, strict=True)), ""])


def _quoted(texts: Texts) -> Texts:
    """The texts, those in quotes that need them; all are looked at together, since few columns have any."""
    everything = "".join(texts)
    if not any(sign in everything for sign in _SIGNS):
        return texts
    return [text if _SIGNS.isdisjoint(text) else '"' + text.replace('"', '""') + '"' for text in texts]


def _wants_mark(stream: TextIO) -> bool:
    """Whether UTF-8 goes into a file: a program at the other end of a pipe would take the mark for text."""
    if (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8":
        return False
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:
        return True
