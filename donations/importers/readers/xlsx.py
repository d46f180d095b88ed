"""XLSX sheets: read as a stream by expat, each cell as the program that wrote it shows it in full."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from donations import errors
from donations.importers.readers.formats import in_part_as
from donations.importers.readers.merging import MOST_COLUMNS, MOST_ROWS, Merging, Range, column_of, letters_of
from donations.importers.readers.numbers import ISO_DAY, natural, number_text
from donations.importers.readers.package import LARGEST_PART, Package
from donations.importers.readers.source import Source, inside
from donations.importers.readers.struck_text import RichText, Runs, left_of
from donations.importers.readers.summed_rows import SummedRows
from donations.importers.readers.xlsx_book import LONGEST_TEXT, Workbook, unescaped, workbook
from donations.importers.sheet import Sheet, Struck

if TYPE_CHECKING:
    from donations.importers.readers.formats import Shown

MOST_RANGES: Final = 200_000
"""Merged ranges of a sheet, which are held in memory."""

_RANGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})[\"']"
)
_OVERLAP = 200
_LETTERS = 3
"""`XFD` is the last column."""
_TRUTH = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


def read(source: Source, package: Package) -> Iterator[Sheet]:
    """The sheets of a workbook, hidden ones too, in their order. Raises what `Package` does, and as they are read
    TooWide, TooLong, CellTooLong.
    """
    book = workbook(package)
    for name, part in book.sheets:
        sheet = Sheet(name, iter(()), is_hidden=part in book.hidden)
        sheet.rows = _rows(source, package, book, sheet, part)
        yield sheet


def _rows(source: Source, package: Package, book: Workbook, sheet: Sheet, part: str) -> Iterator[tuple[int, list[str]]]:
    place = inside(source.name, sheet.name or "")
    cells = _Cells(book, place, Merging(place, _ranges(package, place, part)), sheet.hidden)
    for _pause in package.parsed(part, cells, LARGEST_PART):
        if sum(map(len, cells.pieces)) + cells.runs.length > LONGEST_TEXT:
            raise errors.CellTooLong(file=place, row=cells.number, limit=LONGEST_TEXT)
        yield from cells.rows
        cells.rows.clear()


def _ranges(package: Package, place: str, part: str) -> list[Range]:
    """The merged ranges of a sheet: they stand behind its cells, so its bytes are looked through for them first."""
    ranges: list[Range] = []
    rest = b""
    for chunk in package.chunks(part, LARGEST_PART):
        here = rest + chunk
        if b"mergeCell" in here:
            for left, top, right, bottom in _RANGE.findall(here):
                ranges.append(Range(int(top), column_of(left.decode()), int(bottom), column_of(right.decode())))
            rest = here[here.rfind(b"<") :][-_OVERLAP:]
            rest = b"" if b">" in rest else rest
        else:
            rest = here[-_OVERLAP:]
            rest = rest[rest.rfind(b"<") :] if b"<" in rest else b""
        if len(ranges) > MOST_RANGES:
            raise errors.TooLong(file=place, limit=MOST_ROWS)
    return ranges


class _Columns(dict[str, int]):
    """Letters of a column → its number; worked out once each."""

    def __missing__(self, letters: str) -> int:
        column = column_of(letters) if letters.isascii() and letters.isupper() and len(letters) <= _LETTERS else -1
        self[letters] = column
        return column


class _Cells:
    """The handler of a sheet: puts its finished rows into `rows`. A million cells go through it, so its ways are short."""

    def __init__(self, book: Workbook, place: str, merging: Merging, hidden: set[int]) -> None:
        """`hidden` gets the numbers of the rows that aren't shown."""
        self.rows: list[tuple[int, list[str]]] = []
        self.number = 0
        self.pieces: list[str] = []
        self.text = self.pieces.append
        self._book, self._texts, self._place, self._merging = book, book.texts, place, merging
        self._formats: dict[str, Shown] = {str(number): shown for number, shown in enumerate(book.formats)}
        self._columns = _Columns()
        self._hidden, self._is_hidden = hidden, False
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._column = -1
        self._value = ""
        self._formula: str | None = None
        self._said: dict[str, str] = {}
        self._formula_shared: str | None = None
        self._sums = SummedRows()
        self._in_reading = self._has_runs = False
        self.runs = Runs()
        self._struck: list[int] = []
        self._may_strike = bool(book.struck or book.rich)
        self._c = self._v = self._f = self._t = self._row = self._reading = ""
        self._of_runs: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; all bear the prefix of the first, `worksheet`."""
        if name == self._c:
            self._cell = attributes
        elif name in {self._v, self._t, self._f}:
            self.pieces.clear()
            self._said = attributes
        elif name == self._row:
            self._begin_row(attributes)
        elif name == self._reading:
            self._in_reading = True
        elif name in self._of_runs:
            self._style_run(self._of_runs[name], attributes)
        elif not self._c:
            prefix = name[: name.rfind(":") + 1]
            self._c, self._v, self._f, self._t = prefix + "c", prefix + "v", prefix + "f", prefix + "t"
            self._row, self._reading = prefix + "row", prefix + "rPh"
            self._of_runs = {prefix + word: word for word in ("r", "rPr", "strike", "vertAlign")}

    def end(self, name: str) -> None:
        """An element ends."""
        if name == self._v:
            self._value = "".join(self.pieces)
        elif name == self._c:
            self._end_cell()
        elif name == self._row:
            self._end_row()
        elif name == self._f:
            self._formula, self._formula_shared = "".join(self.pieces), self._said.get("si")
        elif name == self._t and not self._in_reading:
            if self._value and not self._has_runs:  # several texts, of which none is said to be a run
                self.runs.add(self._value)
                self._has_runs = True
            if self._has_runs:
                self.runs.add("".join(self.pieces))
            else:
                self._value = "".join(self.pieces)
        elif name == self._reading:
            self._in_reading = False

    def _style_run(self, word: str, attributes: dict[str, str]) -> None:
        """A run of a text that stands in its cell begins, or something of its style."""
        match word:
            case "r":
                self._has_runs = self._may_strike = True
                self.runs.begin_run()
            case "rPr":
                self.runs.style()
            case "vertAlign":
                self.runs.align(attributes.get("val"))
            case _:
                self.runs.strike(attributes.get("val"))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        said = natural(attributes.get("r"))
        self.number = self.number + 1 if said is None else said
        if self.number > MOST_ROWS:
            raise errors.TooLong(file=self._place, limit=MOST_ROWS)
        self._column = -1
        self._is_hidden = attributes.get("hidden") in {"1", "true"}

    def _end_cell(self) -> None:
        reference = self._cell.get("r")
        self._column = column = self._columns[reference.rstrip("0123456789")] if reference else self._column + 1
        rich = None
        if self._has_runs:
            (self._value, rich), self._has_runs = self.runs.end(), False
        value = self._value
        if not value and self._formula is None:
            return
        sort = self._cell.get("t", "n")
        if self._formula is not None:
            value, sort = self._calculated(value, sort)
        text = self._shared(value) if sort == "s" else self._shown(value, sort)
        self._value = ""
        if self._may_strike:
            text = self._unstruck(text, self._book.rich.get(int(value)) if sort == "s" else rich)
        if column == len(self._cells) < MOST_COLUMNS:
            self._cells.append(text)
        elif text:
            self._put(column, text)

    def _unstruck(self, text: str, rich: RichText | None) -> str:
        """The text of a cell without what is struck through; where all of it is, that is kept in mind."""
        left, is_struck = left_of(text, rich, in_struck=self._cell.get("s", "") in self._book.struck)
        if is_struck:
            self._struck.append(self._column)
        return left if left is text else unescaped(left)

    def _put(self, column: int, text: str) -> None:
        cells = self._cells
        if not 0 <= column < MOST_COLUMNS:
            raise errors.TooWide(file=self._place, row=self.number, column=letters_of(column), limit=MOST_COLUMNS)
        if column >= len(cells):
            cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text

    def _end_row(self) -> None:
        cells = self._cells
        self.pieces.clear()
        if cells:
            self._merging.fill(self.number, cells)
            summed = self._sums.of(cells)
            self.rows.append((self.number, Struck(cells, self._struck) if self._struck else summed or cells))
            self._cells = []
            self._struck.clear()
            if self._is_hidden:
                self._hidden.add(self.number)

    def _shown(self, value: str, sort: str) -> str:
        """The text of a cell of type `sort` (attribute `t`) that is not in the shared texts."""
        match sort:
            case "n":
                return self._formats.get(self._cell.get("s", ""), number_text)(value)
            case "inlineStr" | "str":
                return unescaped(value)
            case "b":
                return _TRUTH.get(value, value)
            case "d":
                found = ISO_DAY.fullmatch(value)
                day = value if found is None else " ".join(filter(None, found.groups()))
                return in_part_as(day, self._formats.get(self._cell.get("s", "")), from_1904=self._book.from_1904)
            case _:
                return value

    def _calculated(self, value: str, sort: str) -> tuple[str, str]:
        """What is saved of a formula's result and its type, or the formula itself where nothing is."""
        formula, self._formula = self._formula, None
        self._sums.hear(self._column, formula or "", self._formula_shared)
        if (not value and sort != "str") or (value == "0" and self._book.not_calculated):
            return f"={formula}", "e"
        return value, sort

    def _shared(self, value: str) -> str:
        try:
            return self._texts[int(value)] if value[0] != "-" else self._texts[len(self._texts)]
        except (ValueError, IndexError):
            raise errors.DamagedPaper(file=self._place, part="sharedStrings") from None
