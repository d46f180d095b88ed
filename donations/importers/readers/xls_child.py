"""Old XLS workbooks, read by xlrd in a process of its own: one line of JSON a row, for the reader that started it.

Told on the command line are seconds and megabytes it may use, and an encoding ("" for what the file says); the file
comes in on stdin. Its lines are `{"sheet": name, "hidden": …}`, `[number, cells, struck, hidden]`, and at last `{"end": …}` with what went wrong
or "". A merged cell is `[text, down]`; `struck` are the places of the cells that are struck through.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

from donations.importers.readers.formats import Shown, shown_as
from donations.importers.readers.merging import MOST_COLUMNS, Merging, Range
from donations.importers.readers.struck_text import RichText, Runs, left_of
from donations.importers.sheet import Covered, Divided, Merged, MonthAlone, NoYear, Spanning

_NUMBERS = frozenset({2, 3})
"""How xlrd marks numbers, and those whose format makes them a date; 4 is true or false, 5 a fault."""
_TEXT = 1
MEGABYTE = 1 << 20


def main(seconds: int, megabytes: int, encoding: str) -> None:
    """Read stdin, write to stdout; whatever goes wrong is told in the last line."""
    import xlrd  # noqa: F401 - before the limits: what it needs itself is no fault of the file

    with suppress(ImportError, ValueError, OSError):  # Windows has none, and macOS refuses some
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    out = sys.stdout
    try:
        for line in _lines(sys.stdin.buffer.read(), encoding or None):
            out.write(json.dumps(line) + "\n")
        end = ""
    except MemoryError:
        end = "memory"
    except UnicodeError:
        end = "encoding"
    except Exception as error:  # noqa: BLE001 - xlrd raises what comes for a damaged file, and all of it means that
        end = "locked" if "encrypted" in str(error).lower() else "damaged"
    out.write(json.dumps({"end": end}) + "\n")
    out.flush()


def _lines(content: bytes, encoding: str | None) -> Iterator[object]:
    import io

    import xlrd

    book = xlrd.open_workbook(
        file_contents=content, logfile=io.StringIO(), formatting_info=True, encoding_override=encoding, on_demand=True
    )
    for index, name in enumerate(book.sheet_names()):
        sheet = book.sheet_by_index(index)
        yield {"sheet": name, "hidden": bool(sheet.visibility)}
        yield from _rows(book, sheet)
        book.unload_sheet(index)


def _rows(book: Any, sheet: Any) -> Iterator[object]:  # noqa: ANN401 - xlrd has no types
    ranges = [Range(top + 1, left, bottom, right - 1) for top, bottom, left, right in sheet.merged_cells]
    merging = Merging(sheet.name, ranges)
    formats, strikes = _Formats(book), _Strikes(book, sheet)
    for index in range(sheet.nrows):
        sorts, values = sheet.row_types(index), sheet.row_values(index)
        if len(values) > MOST_COLUMNS:
            raise ValueError
        cells = [
            formats[sheet.cell_xf_index(index, column)](_decimal(value)) if sort in _NUMBERS else _shown(sort, value)
            for column, (sort, value) in enumerate(zip(sorts, values, strict=True))
        ]
        struck = strikes.taken_from(index, cells) if strikes.are_any else []
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            merging.fill(index + 1, cells)
            shown = [_merged(cell) for cell in cells]
            row = sheet.rowinfo_map.get(index)
            yield [index + 1, shown, struck, bool(row is not None and row.hidden)]


def _merged(cell: str) -> object:
    """A cell as it is handed on, with whether it lies under another, or over others."""
    if isinstance(cell, Merged):
        return [cell.of, cell.down]
    if isinstance(cell, Spanning):
        return [cell]
    if isinstance(cell, Divided):
        return [cell, None, Divided.__name__, cell.by]
    return [cell, None, type(cell).__name__] if isinstance(cell, Covered | MonthAlone | NoYear) else cell


def _decimal(value: Any) -> str:  # noqa: ANN401
    """A number of xlrd's as the digits that tell it from every other."""
    return str(Decimal(repr(value)))


def _shown(sort: int, value: Any) -> str:  # noqa: ANN401
    """The text of a cell that is no number."""
    match sort:
        case 4:
            return "TRUE" if value else "FALSE"
        case 5:
            return _ERRORS.get(value, "#N/A")
        case _:
            return str(value)


_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class _Strikes:
    """What is struck through in the cells of a sheet, by their own font or by that of a part of their text."""

    def __init__(self, book: Any, sheet: Any) -> None:  # noqa: ANN401
        self._book, self._sheet = book, sheet
        self.are_any = any(font.struck_out or font.escapement == 1 for font in book.font_list)

    def taken_from(self, row: int, cells: list[str]) -> list[int]:
        """Leave in the cells of the row what isn't struck through; gives the places of those that are so as a whole."""
        struck = []
        for column, text in enumerate(cells):
            if not text:
                continue
            style = self._book.xf_list[self._sheet.cell_xf_index(row, column)]
            in_struck = self._is_struck(style.font_index)
            parts = self._sheet.rich_text_runlist_map.get((row, column))
            rich = None
            if parts and self._sheet.cell_type(row, column) == _TEXT:
                text, rich = self._runs(text, parts)  # noqa: PLW2901 - what is left of it
            cells[column], is_struck = left_of(text, rich, in_struck=in_struck)
            if is_struck:
                struck.append(column)
        return struck

    def _runs(self, text: str, parts: list[tuple[int, int]]) -> tuple[str, RichText | None]:
        runs, at = Runs(), 0
        for begin, font in parts:
            runs.add(text[at:begin])
            runs.begin_run()
            runs.style()
            runs.strike("1" if self._is_struck(font) else "0")
            runs.align("superscript" if self._is_raised(font) else None)
            at = begin
        runs.add(text[at:])
        return runs.end()

    def _is_raised(self, font: int) -> bool:
        fonts = self._book.font_list
        return 0 <= font < len(fonts) and fonts[font].escapement == 1

    def _is_struck(self, font: int) -> bool:
        fonts = self._book.font_list
        return 0 <= font < len(fonts) and bool(fonts[font].struck_out)


class _Formats(dict[int, Shown]):
    """The number of a cell's style → what its format makes of a number."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._book = book

    def __missing__(self, style: int) -> Shown:
        number = self._book.xf_list[style].format_key
        said = self._book.format_map.get(number)
        code = said.format_str if said is not None and said.format_str else None
        self[style] = shown = shown_as(number, code, from_1904=bool(self._book.datemode))
        return shown
