"""One web page that holds everything it needs: for screens of any width, light or dark, and for paper."""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import IO

from donations.i18n import ENGLISH
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.fields import Field
from donations.output.heading import circumstances, digest_line, lead, no_chart, notes, signature_lines, tables
from donations.output.pictures import pictures
from donations.output.sheets import Sheet, sheets
from donations.output.svg import drawn, escaped
from donations.reports.table import Report

_PIECES_AT_ONCE = 500
_SHORT_TEXT, _WIDE_TEXT = 8, 24
"""Cells: texts up to the first stay on one line, up to the second where the screen is wide."""

_MOST_TOGETHER = 12
"""Up to this many rows are never parted on paper."""

_POLICY = "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
"""Nothing is loaded, run or sent, whatever the page may hold; the one style sheet is known by its hash."""


def render(report: Report, stream: IO[bytes]) -> None:
    """Write `report` to `stream`, in UTF-8."""
    pieces = _page(report, Reader(public=report.is_public))
    while batch := list(islice(pieces, _PIECES_AT_ONCE)):
        stream.write("".join(batch).encode("utf-8"))


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


def _page(report: Report, reader: Reader) -> Iterator[str]:
    say = reader.say
    title = escaped(clean(say(report.title)))
    about = escaped(circumstances(report, reader))
    language = "en" if reader.language == ENGLISH else "zh-CN"
    policy = _POLICY.format(hash=base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode())
    yield (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="format-detection" content="telephone=no">\n'
        f"<title>{title} · {about}</title>\n<style>{_style()}</style>\n</head>\n<body{_PAPER if report.is_paper else ''}>\n"
        f'<header>\n<h1>{title}</h1>\n<p class="about">{about}</p>\n'
    )
    yield from _contents(report, reader)
    yield "</header>\n<main>\n"
    yield from _paragraphs(lead(report, reader))
    for number, sheet in enumerate(sheets(report, reader), 1):
        yield from _section(sheet, number, title, reader)
    yield "</main>\n<footer>\n"
    yield from _paragraphs(notes(report, reader))
    yield from (f'<p class="sign">{escaped(line)}</p>\n' for line in signature_lines(report, reader))
    yield f"<p>{escaped(digest_line(report, reader))}</p>\n</footer>\n</body>\n</html>\n"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    return (f"<p>{escaped(text)}</p>\n" for text in texts)


def _contents(report: Report, reader: Reader) -> Iterator[str]:
    """Where the tables stand on the page, where there are several; a paper is short."""
    if len(report.tables) > 1 and not report.is_paper:
        links = (
            f'<a href="#t{number}">{escaped(clean(reader.say(table.title)))}</a>'
            for number, table in enumerate(tables(report), 1)
            if table.title
        )
        yield f"<nav>{''.join(links)}</nav>\n"


def _section(sheet: Sheet, number: int, title: str, reader: Reader) -> Iterator[str]:
    yield f'<section id="t{number}">\n'
    if sheet.title:
        yield f"<h2>{escaped(sheet.title)}</h2>\n"
    if sheet.empty:
        yield f"<p>{escaped(sheet.empty)}</p>\n</section>\n"
        return
    yield from _charts(sheet, number, reader)
    if sheet.unit:
        yield f'<p class="unit">{escaped(sheet.unit)}</p>\n'
    name = escaped(sheet.title) or title
    yield f'<div class="box{_WHOLE if _is_short(sheet) else ""}" role="region" tabindex="0" aria-label="{name}">\n'
    yield from _table(sheet, name)
    yield "</div>\n"
    yield from (f'<p class="under">{escaped(sentence)}</p>\n' for sentence in sheet.explained())
    yield "</section>\n"


def _charts(sheet: Sheet, number: int, reader: Reader) -> Iterator[str]:
    shown, left_out = pictures(sheet.table, reader)
    if shown:
        yield '<div class="charts">\n'
        for at, picture in enumerate(shown, 1):
            yield f"<figure><figcaption>{escaped(picture.title)}</figcaption>{drawn(picture, reader, f'c{number}-{at}')}</figure>\n"
        yield "</div>\n"
    if left_out:
        yield f'<p class="unit">{escaped(no_chart(left_out, reader))}</p>\n'


def _table(sheet: Sheet, name: str) -> Iterator[str]:
    yield f'<table aria-label="{name}">\n<thead><tr>'
    for field in sheet.fields:
        yield f'<th scope="col"{_NUMBER if field.right else ""}>{escaped(field.title)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    yield from _rows(sheet.cells(), sheet.fields)
    yield "</tbody>\n"
    if sheet.totals:
        yield "<tfoot>\n"
        yield from _rows(sheet.totals, sheet.fields)
        yield "</tfoot>\n"
    yield "</table>\n"


def _is_short(sheet: Sheet) -> bool:
    """Whether the table is kept together on paper: a page that begins with its last row is hard to read."""
    return sheet.layout.length is not None and sheet.layout.length + len(sheet.totals) <= _MOST_TOGETHER


_NUMBER = ' class="n"'
_PAPER = ' class="paper"'
_WHOLE = " whole"


def _rows(rows: Iterable[Sequence[str]], fields: Sequence[Field]) -> Iterator[str]:
    opened = [f"<td{_looks(field)}>" for field in fields]
    for cells in rows:
        inside = "".join([f"{tag}{escaped(cell)}</td>" for tag, cell in zip(opened, cells, strict=True)])
        yield f"<tr>{inside}</tr>\n"


def _looks(field: Field) -> str:
    if field.right:
        return _NUMBER
    if field.solid or field.width <= _SHORT_TEXT:
        return ' class="s"'
    return ' class="w"' if field.width > _WIDE_TEXT else ' class="t"'
