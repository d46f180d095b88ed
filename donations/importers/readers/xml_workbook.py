"""“XML Spreadsheet 2003”: a workbook in one XML file, as systems of the web still send it under the name .xls."""

from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from donations import errors
from donations.importers.readers.formats import Shown, in_part_as, shown_as
from donations.importers.readers.held import MOST_OF_PAGES, Held
from donations.importers.readers.merging import MOST_COLUMNS, MOST_ROWS, Merging, Range, letters_of
from donations.importers.readers.numbers import ISO_DAY, natural, number_text
from donations.importers.readers.source import MEGABYTE, Source, inside
from donations.importers.readers.struck_text import Runs, left_of
from donations.importers.readers.text import text_of
from donations.importers.sheet import Sheet, Struck

LARGEST: Final = 60 * MEGABYTE
"""Its sheets are held in memory, in about three times its size."""
CHUNK: Final = 1 << 16
LONGEST_TEXT: Final = 1_000_000
"""Characters of a cell; spreadsheets hold 32,767."""

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet "
_STRIKES, _RAISES = _WITHIN_TEXT = ("http://www.w3.org/TR/REC-html40 S", "http://www.w3.org/TR/REC-html40 Sup")
"""What is struck through within a text, and what stands above its line."""
_VISIBLE = "urn:schemas-microsoft-com:office:excel Visible"
_NOT_SHOWN = frozenset({"SheetHidden", "SheetVeryHidden"})
_FROM_1904 = "urn:schemas-microsoft-com:office:excel Date1904"
_CUSTOM = 200
"""A number that no format of its own has."""
_NAMED = {
    "Percent": "0%",
    **dict.fromkeys(("Long Date", "Medium Date", "Short Date"), "yyyy-mm-dd"),
    "General Date": "yyyy-mm-dd h:mm",
    **dict.fromkeys(("Long Time", "Medium Time", "Short Time"), "h:mm:ss"),
    **dict.fromkeys(
        (
            "",
            "General Number",
            "Currency",
            "Euro Currency",
            "Fixed",
            "Standard",
            "Scientific",
            "Yes/No",
            "True/False",
            "On/Off",
        ),
        "General",
    ),
}
"""Formats that have a name instead of a code."""
_NO_DAY = "1899-12-31"
"""The day of a time without one."""

Row = tuple[int, list[str]]


def read(source: Source) -> Iterator[Sheet]:
    """The sheets of the workbook. Raises what `text_of` does, PaperTooLarge, DamagedPaper, ForeignDefinitions, TooWide,
    TooLong, CellTooLong, TooMuchInside.
    """
    source.require_at_most(LARGEST)
    workbook = _Workbook(source.name)
    parser = expat.ParserCreate("utf-8", " ")  # what the file says of its own encoding is true of its bytes alone
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = workbook.start, workbook.end
    parser.CharacterDataHandler = workbook.text
    parser.StartDoctypeDeclHandler = workbook.refuse
    try:
        with text_of(source) as text:
            while chunk := text.read(CHUNK):
                parser.Parse(chunk.encode(), False)
            parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise errors.DamagedPaper(file=source.name, part="XML") from error
    for name, rows, hidden in workbook.sheets:
        yield Sheet(name, iter(rows), is_hidden=name in workbook.hidden, hidden=hidden)


class _Workbook:
    """The handler of the file: puts finished sheets into `sheets`."""

    def __init__(self, file: str) -> None:
        self.sheets: list[tuple[str, list[Row], set[int]]] = []
        """Their names and rows, and which of these aren't shown."""
        self.hidden: set[str] = set()
        """The names of sheets that aren't shown."""
        self._file = self._place = file
        self._held = Held(file, "XML", MOST_OF_PAGES)
        self._codes: dict[str, str] = {}
        self._formats: dict[str, Shown] = {}
        self._from_1904 = self._in_sheet = False
        self._style, self._is_hidden = "", False
        self._columns: list[str] = []
        self._of_table = ""
        self._visible: str | None = None
        self._number = self._column = 0
        self._cells: list[str] = []
        self._begun: list[Range] = []
        self._cell: dict[str, str] = {}
        self._sort = ""
        self._length = 0
        self._aside = self._in_data = self._in_struck = self._in_raised = 0
        self._runs = Runs()
        self._struck_styles: set[str] = set()
        self._struck: list[int] = []

    def refuse(self, *_declared: object) -> None:
        """A DTD is refused before anything in it is looked at."""
        raise errors.ForeignDefinitions(file=self._file, part="XML")

    def text(self, data: str) -> None:
        """Characters, which count inside of `Data` alone."""
        if self._in_data and not self._aside:
            self._runs.begin_run()
            if self._in_struck:
                self._runs.strike(None)
            if self._in_raised:
                self._runs.align("superscript")
            self._runs.add(data)
            self._length += len(data)
            if self._length > LONGEST_TEXT:
                raise errors.CellTooLong(file=self._place, row=self._number, limit=LONGEST_TEXT)
        elif self._visible is not None:
            self._visible += data

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        own = {key.removeprefix(_SPACE): value for key, value in attributes.items()}
        match name.removeprefix(_SPACE):
            case "Comment":
                self._aside += 1
            case "Worksheet":
                self._begin_sheet(own.get("Name", ""))
            case "Table" | "Column" | "Row" | "Cell" as part:
                self._begin_part(part, own)
            case "Data" if not self._aside:
                self._sort, self._in_data = own.get("Type", "String"), 1
            case "Style" | "Font" | "NumberFormat" as part if not self._in_sheet:
                self._begin_style(part, own)
            case _ if name == _FROM_1904:
                self._from_1904 = True
            case _ if name == _VISIBLE and self._in_sheet:
                self._visible = ""
            case _ if name in _WITHIN_TEXT:
                self._begin_within(name, 1)

    def end(self, name: str) -> None:
        """An element ends."""
        match name.removeprefix(_SPACE):
            case "Comment":
                self._aside -= 1
            case "Data" if not self._aside:
                self._in_data = 0
            case "Cell":
                self._end_cell()
            case "Row":
                self._end_row()
            case "Worksheet":
                self._in_sheet = False
            case _ if name == _VISIBLE and self._visible:
                self.hidden.update([self.sheets[-1][0]] if self._visible in _NOT_SHOWN else [])
                self._visible = None
            case _ if name in _WITHIN_TEXT:
                self._begin_within(name, -1)

    def _begin_within(self, name: str, one: int) -> None:
        """A part of a text begins that is struck through or raised, or ends."""
        self._in_struck += one if name == _STRIKES else 0
        self._in_raised += one if name == _RAISES else 0

    def _begin_part(self, part: str, own: dict[str, str]) -> None:
        """A part of a sheet begins."""
        match part:
            case "Table":
                self._of_table = own.get("StyleID", "Default")
            case "Column":
                self._add_columns(own)
            case "Row":
                self._begin_row(own)
            case _:
                self._begin_cell(own)

    def _begin_sheet(self, name: str) -> None:
        self._place, self._in_sheet = inside(self._file, name), True
        self.sheets.append((name, [], set()))
        self._merging, self._number = Merging(self._place), 0
        self._columns, self._of_table = [], "Default"
        self._formats = {
            style: shown_as(_CUSTOM, code, from_1904=self._from_1904) for style, code in self._codes.items()
        }

    def _begin_style(self, part: str, own: dict[str, str]) -> None:
        match part:
            case "Style":
                self._style, parent = own.get("ID", ""), own.get("Parent")
                if parent in self._codes:
                    self._codes[self._style] = self._codes[parent]
                self._struck_styles.update([self._style] if parent in self._struck_styles else [])
            case "Font" if own.get("StrikeThrough") == "1":
                self._struck_styles.add(self._style)
            case "Font" if "StrikeThrough" in own:
                self._struck_styles.discard(self._style)
            case "NumberFormat":
                code = own.get("Format", "")
                self._codes[self._style] = _NAMED.get(code, code)

    def _add_columns(self, own: dict[str, str]) -> None:
        """Columns with one style, which is that of their cells that have none of their own."""
        begin = (natural(own.get("Index")) or len(self._columns) + 1) - 1
        end = min(begin + 1 + (natural(own.get("Span")) or 0), MOST_COLUMNS)
        self._columns += [""] * (min(begin, MOST_COLUMNS) - len(self._columns))
        self._columns += [own.get("StyleID", "")] * (end - len(self._columns))

    def _style_of_cell(self) -> str:
        by_column = self._columns[self._column] if self._column < len(self._columns) else ""
        return self._cell.get("StyleID") or self._style or by_column or self._of_table

    def _begin_row(self, own: dict[str, str]) -> None:
        self._number = natural(own.get("Index")) or self._number + 1
        self._span = natural(own.get("Span")) or 0
        if not self._in_sheet:
            raise errors.DamagedPaper(file=self._file, part="XML")
        if self._number > MOST_ROWS:
            raise errors.TooLong(file=self._place, limit=MOST_ROWS)
        self._cells, self._begun, self._struck, self._column = [], [], [], -1
        self._style, self._is_hidden = own.get("StyleID", ""), own.get("Hidden") == "1"

    def _begin_cell(self, own: dict[str, str]) -> None:
        index = natural(own.get("Index"))
        self._column = index - 1 if index else self._column + 1
        if not 0 <= self._column < MOST_COLUMNS:
            column = letters_of(self._column)
            raise errors.TooWide(file=self._place, row=self._number, column=column, limit=MOST_COLUMNS)
        self._cell, self._length = own, 0

    def _end_cell(self) -> None:
        said, rich = self._runs.end()
        style = self._style_of_cell()
        shown = self._shown(said, self._formats.get(style))
        text, is_struck = left_of(shown, rich, in_struck=style in self._struck_styles)
        if is_struck:
            self._struck.append(self._column)
        if text:
            self._cells.extend([""] * (self._column + 1 - len(self._cells)))
            self._cells[self._column] = text
        right, down = (natural(self._cell.get(name)) or 0 for name in ("MergeAcross", "MergeDown"))
        if right or down:
            self._begun.append(Range(self._number, self._column, self._number + down, self._column + right))
        self._column += right
        self._sort = ""

    def _shown(self, said: str, by_format: Shown | None) -> str:
        if not said:
            formula = self._cell.get("Formula", "")
            return f"={formula.removeprefix('=')}" if formula else ""
        match self._sort:
            case "Number":
                return (by_format or number_text)(said)
            case "DateTime":
                found = ISO_DAY.fullmatch(said)
                parts = [part for part in (found.groups() if found else (said,)) if part and part != _NO_DAY]
                return in_part_as(" ".join(parts), by_format, from_1904=self._from_1904)
            case "Boolean":
                return {"1": "TRUE", "0": "FALSE"}.get(said, said)
            case _:
                return said

    def _end_row(self) -> None:
        said = {merged: self._cells[merged.left] if merged.left < len(self._cells) else "" for merged in self._begun}
        self._merging.fill(self._number, self._cells)
        for merged, text in said.items():
            self._merging.begin(merged, text, self._cells, self._number)
        if self._cells:
            cells = Struck(self._cells, self._struck) if self._struck else self._cells
            self.sheets[-1][1].append((self._number, self._held.row(cells)))
            self.sheets[-1][2].update([self._number] if self._is_hidden else [])
        self._number += self._span
