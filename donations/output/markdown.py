"""Markdown tables that read well as they are, too; no stored text becomes mark-up, a link or another cell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TextIO

from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.fields import Field
from donations.output.heading import circumstances, digest_line, lead, notes, signature_lines
from donations.output.sheets import Sheet, sheets
from donations.output.streams import writer
from donations.output.width import pad, width
from donations.reports.table import Report

_LINES_AT_ONCE = 500
_NARROWEST = 3
"""Dashes that make a rule."""

_MARKS = re.compile(r"[\\`*_\[\]<>|~&$@#!{}]")
_LINK = re.compile(r"(?i)(?<=\bwww)\.|:(?=//)|(?<=mailto):|(?<=xmpp):")
"""Where a reader would make a link of bare words."""

_BLOCK = re.compile(r"^(\s*)(?:([-+=])|([0-9]+)([.)]))")
"""What makes a list, a title or a rule of a line that begins with it."""

Line = Sequence[str]


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream`."""
    write = writer(stream)
    lines = _lines(report, Reader(public=report.is_public))
    while batch := list(islice(lines, _LINES_AT_ONCE)):
        write("\n".join(batch) + "\n")


def literal(text: str) -> str:
    """`text` (cleaned) within a line of Markdown, shown as it stands."""
    return _LINK.sub(_escaped, _MARKS.sub(_escaped, text))


def paragraph(text: str) -> str:
    """`text` (cleaned) as a paragraph of its own, shown as it stands."""
    return _BLOCK.sub(lambda found: f"{found[1]}{found[3] or ''}\\{found[2] or found[4]}", literal(text))


def _escaped(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _lines(report: Report, reader: Reader) -> Iterator[str]:
    yield "# " + literal(clean(reader.say(report.title)))
    yield ""
    yield paragraph(circumstances(report, reader))
    for text in lead(report, reader):
        yield ""
        yield paragraph(text)
    for sheet in sheets(report, reader):
        if sheet.title:
            yield ""
            yield "## " + literal(sheet.title)
        if sheet.unit:
            yield ""
            yield paragraph(sheet.unit)
        yield ""
        yield from [paragraph(sheet.empty)] if sheet.empty else _table(sheet)
        for sentence in sheet.explained():
            yield ""
            yield paragraph(sentence)
    for note in (*notes(report, reader), *signature_lines(report, reader)):
        yield ""
        yield paragraph(note)
    if report.source.digest:
        yield ""
        yield paragraph(digest_line(report, reader))


def _table(sheet: Sheet) -> Iterator[str]:
    """The table with its columns aligned, as far as its cells are known before they are written."""
    fields = sheet.fields
    titles = [literal(field.title) for field in fields]
    totals = [[_bold(literal(cell)) for cell in cells] for cells in sheet.totals]
    rows: Iterable[Line] = ([literal(cell) for cell in cells] for cells in sheet.cells())
    if sheet.is_long:
        widths = [_NARROWEST] * len(fields)
    else:
        rows = list(rows)
        columns = zip(titles, *rows, *totals, strict=True)
        widths = [max(_NARROWEST, *map(width, column)) for column in columns]
    yield _line(titles, fields, widths)
    yield _line(["-" * (cells - 1) + ":" if field.right else "-" * cells for field, cells in zip(fields, widths, strict=True)], fields, widths)  # fmt: skip
    for row in rows:
        yield _line(row, fields, widths)
    for row in totals:
        yield _line(row, fields, widths)


def _bold(text: str) -> str:
    return f"**{text}**" if text else ""


def _line(cells: Line, fields: Sequence[Field], widths: Sequence[int]) -> str:
    padded = (pad(cell, taken, right=field.right) for cell, field, taken in zip(cells, fields, widths, strict=True))
    return f"| {' | '.join(padded)} |"
