"""A PDF of A4 pages with its font inside: made by Typst, to which all that is stored comes as data, never as mark-up."""

import json
import re
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from donations import errors
from donations.i18n import ENGLISH, N_
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.fields import Field
from donations.output.heading import (
    circumstances,
    digest_line,
    lead,
    no_chart,
    notes,
    pages,
    period,
    running,
    signature_lines,
)
from donations.output.holes import holes
from donations.output.pictures import pictures
from donations.output.sheets import Sheet, sheets
from donations.output.svg import drawn
from donations.reports.table import Report

if TYPE_CHECKING:
    from types import ModuleType

MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""What every PDF says of when it was made: the same book and command give the same bytes on every day."""

STANDARD = "a-2b"
"""PDF/A: a page that looks the same in ten years, and no character that the font lacks."""

MOST_CELLS = 40_000
"""Typst holds all pages in memory, some 15 kB a cell."""

_UPRIGHT, _ACROSS = 140, 190
"""How many cells of a table an upright page holds, and how many one across does in its largest letters."""

_SHORT = 16
"""Cells: columns up to here are as wide as their texts; longer ones share what is left."""

_LARGEST_SHARE, _AROUND = 44, 4
"""Cells that a long text counts for, and what stands around one."""

_SIZES = ((0, 9.5), (125, 8.5), (_UPRIGHT + 1, 9.5), (_ACROSS, 8.5), (215, 7.5))
"""From how many cells on letters have which size, in points."""

_FORMAL_UPRIGHT, _FORMAL_SIZE = 108, 11
"""What is signed has letters of that size where no table has more cells."""

_FEW, _LAST, _FIRST = 12, 2, 3
"""How many sums at most stay together on a page, with how many of the rows above them; and how many rows stay with the titles of the columns."""

_LONG = 120
"""Characters: rows with longer texts than that may be too high to be held together."""

_COMMA = N_(", ")
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


def render(report: Report, stream: IO[bytes]) -> None:
    """Write `report` to `stream`. Raises NoPdfMaker, NoGlyphs, TooLongForPdf."""
    typst, font = _maker()
    reader = Reader(public=report.is_public)
    data = _data(report, reader)
    with tempfile.TemporaryDirectory(prefix="donations-") as nothing:  # all the files that there are for Typst
        try:
            made = typst.compile(
                _template(),
                root=nothing,
                font_paths=_fonts(typst, font),
                sys_inputs={"report": json.dumps(data, ensure_ascii=False)},
                pdf_standards=[STANDARD],
                timestamp=MADE,
            )
        except typst.TypstError as error:
            missing = _MISSING.findall(error.diagnostic)
            if not missing:
                raise
            characters = dict.fromkeys("".join(missing))
            places = reader.say(_COMMA).join(holes(data, characters, reader))
            raise errors.NoGlyphs(characters=" ".join(characters), places=places) from error
    stream.write(made)


def _maker() -> tuple["ModuleType", Path]:
    """Typst and the folder of its font, which an extra brings. Raises NoPdfMaker."""
    try:
        import pylopdf_fonts_zh_cn
        import typst
    except ImportError as error:
        raise errors.NoPdfMaker from error
    return typst, Path(pylopdf_fonts_zh_cn.sans_path()).parent


@cache
def _fonts(typst: "ModuleType", folder: Path) -> object:
    """That font alone: what else a computer has would make other bytes there."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


@cache
def _template() -> bytes:
    return Path(__file__).with_name("report.typ").read_bytes()


def _data(report: Report, reader: Reader) -> dict[str, object]:
    shown = list(sheets(report, reader))
    if sum(map(_size, shown)) > MOST_CELLS:
        raise errors.TooLongForPdf(most=f"{MOST_CELLS:,}")
    widest = max((_cells(sheet) for sheet in shown), default=0)
    room = _ACROSS if widest > _UPRIGHT else _UPRIGHT
    return {
        "title": clean(reader.say(report.title)),
        "running": running(clean(reader.say(report.title)), report, reader),
        "organisation": clean(report.source.name),
        "about": circumstances(report, reader),
        "period": period(report, reader),
        "pages": pages(reader),
        "lang": "en" if reader.language == ENGLISH else "zh",
        "region": "US" if reader.language == ENGLISH else "CN",
        "formal": bool(report.signatures),
        "wide": widest > _UPRIGHT,
        "size": _size_of_letters(widest, is_formal=bool(report.signatures)),
        "sheets": [
            _sheet(sheet, number, reader, room, fills_page=bool(report.signatures))
            for number, sheet in enumerate(shown, 1)
        ],
        "notes": notes(report, reader),
        "lead": lead(report, reader),
        "signatures": signature_lines(report, reader),
        "digest": digest_line(report, reader),
    }


def _size_of_letters(widest: int, *, is_formal: bool) -> float:
    """How large the letters are, in points, where the widest table is `cells` cells wide."""
    if is_formal and widest <= _FORMAL_UPRIGHT:
        return _FORMAL_SIZE
    return [size for cells, size in _SIZES if widest >= cells][-1]


def _size(sheet: Sheet) -> int:
    """How many cells `sheet` has; too many, where they are not known yet."""
    rows = MOST_CELLS + 1 if sheet.layout.length is None else sheet.layout.length
    return rows * len(sheet.fields)


def _cells(sheet: Sheet) -> int:
    """How many terminal cells a row takes, as far as it is not to be broken over lines."""
    return sum(min(field.width, _LARGEST_SHARE) + _AROUND for field in sheet.fields)


def _share(field: Field) -> int:
    """How much of the room that is left the column takes; nothing where it is as wide as its texts."""
    return 0 if field.solid or field.width <= _SHORT else min(field.width, _LARGEST_SHARE)


def _together(rows: Sequence[Sequence[str]], totals: Sequence[Sequence[str]]) -> int:
    """How many of the last rows, sums among them, stand on one page: none alone, and a few sums all."""
    last = [*rows[-_LAST:], *totals] if len(totals) <= _FEW else totals[-_LAST:]
    return 0 if any(len(text) > _LONG for row in last for text in row) else len(last)


def _at_the_start(rows: Sequence[Sequence[str]]) -> int:
    """How many of the first rows stay with the titles of the columns."""
    return 0 if any(len(text) > _LONG for row in rows[:_FIRST] for text in row) else _FIRST


def _is_headed(totals: Sequence[Sequence[str]]) -> bool:
    """Whether the word for sums goes above them: they are many, and have it before the first alone."""
    return len(totals) > _FEW and not any(row[0] for row in totals[1:])


def _sheet(sheet: Sheet, number: int, reader: Reader, room: int, *, fills_page: bool) -> dict[str, Any]:
    shown, left_out = pictures(sheet.table, reader)
    is_crowded = sum(field.width + _AROUND for field in sheet.fields) > (_FORMAL_UPRIGHT if fills_page else room)
    rows = list(sheet.cells())
    return {
        "title": sheet.title,
        "unit": sheet.unit,
        "empty": sheet.empty,
        "fields": [
            {
                "title": field.title,
                "number": field.right,
                "share": _share(field) if is_crowded else field.width + _AROUND if fills_page else 0,
            }
            for field in sheet.fields
        ],
        "rows": rows,
        "totals": sheet.totals,
        "begin": _at_the_start(rows),
        "together": _together(rows, sheet.totals),
        "headed": _is_headed(sheet.totals),
        "explained": sheet.explained(),
        "charts": [
            {
                "title": picture.title,
                "svg": drawn(picture, reader, f"c{number}-{at}"),
                "told": picture.told(reader),
            }
            for at, picture in enumerate(shown, 1)
        ],
        "left_out": no_chart(left_out, reader),
    }
