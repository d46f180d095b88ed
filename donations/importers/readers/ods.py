"""ODS sheets: `content.xml` read as a stream, repeated cells and rows within limits, covered cells as merged ones."""

import re
from collections.abc import Callable, Iterator
from copy import copy
from typing import Final, NamedTuple

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.formats import in_part, with_words_of
from donations.importers.readers.merging import MOST_COLUMNS, MOST_ROWS, Merging, Range, letters_of
from donations.importers.readers.numbers import ISO_DAY, natural, number_text, percent
from donations.importers.readers.ods_looks import STYLE, TABLE, Looks
from donations.importers.readers.package import LARGEST_PART, LARGEST_SMALL_PART, Package
from donations.importers.readers.source import Source, inside
from donations.importers.readers.summed_rows import SummedRows
from donations.importers.readers.xlsx_book import LONGEST_TEXT
from donations.importers.sheet import Sheet, Struck

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
MOST_REPEATED: Final = 10_000
"""Rows that say the same, told in one: no list has so many, and the file costs nothing."""

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_SPAN = pattern_of(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?", re.ASCII)
_OF_OTHER_FILES = pattern_of(r"'.*'#\$.*", re.DOTALL)
"""How LibreOffice calls what it keeps of other files that formulas look into, which it shows nowhere: no sheet can be called so."""
_YUAN = frozenset({"CNY", "RMB", ""})


def read(source: Source, package: Package) -> Iterator[Sheet]:
    """The sheets of a document in their order. Raises what `Package` does, LockedPaper, TooWide, TooLong, CellTooLong."""
    if MANIFEST in package.names and any(
        b"encryption-data" in chunk for chunk in package.chunks(MANIFEST, LARGEST_SMALL_PART)
    ):
        raise errors.LockedPaper(file=source.name)
    content = _Content(source)
    pauses = package.parsed(CONTENT, content, LARGEST_PART, spaces=True)
    while content.wait_for_sheet(pauses):
        name, is_hidden = content.sheets.pop(0)
        sheet = Sheet(name, iter(()), is_hidden=is_hidden)
        sheet.rows = rows = content.rows_of_sheet(pauses, sheet.hidden)
        if _OF_OTHER_FILES.fullmatch(name) is None:
            yield sheet
        for _left in rows:
            pass


class _Rows(NamedTuple):
    """Rows that say the same, told in one."""

    numbers: range
    cells: list[str]
    begun: list[tuple[Range, str]]
    """The merged cells that begin in the first of them."""
    struck: list[int]
    is_hidden: bool
    merging: Merging

    def each(self) -> Iterator[tuple[int, list[str]]]:
        """One after another, so that no more than one is held in memory."""
        for number in self.numbers:
            cells = copy(self.cells)
            self.merging.fill(number, cells)
            for merged, of in self.begun if number == self.numbers.start else ():
                self.merging.begin(merged, of, cells, number)
            yield number, Struck(cells, self.struck) if self.struck else cells


class _Content:
    """The handler of the content: sheets begin in `sheets`, hidden or not, their finished rows stand in `rows` until the next sheet."""

    def __init__(self, source: Source) -> None:
        self.sheets: list[tuple[str, bool]] = []
        self.text: Callable[[str], object] = self._take
        self._source = source
        self._rows: list[_Rows | None] = []
        self._place = source.name
        self._next_row = 1
        self._cells: list[str] = []
        self._column = self._repeated = self._row_repeated = 0
        self._is_hidden = False
        self._attributes: dict[str, str] = {}
        self._merging = Merging(source.name)
        self._begun: list[tuple[Range, str]] = []
        self._said: list[str] = []
        self._looks = Looks()
        self._struck: list[int] = []
        self._sums = SummedRows()
        self._paragraphs = self._aside = self._in_paragraph = self._depth = 0

    def wait_for_sheet(self, pauses: Iterator[None]) -> bool:
        """Read on until a sheet begins; whether one does."""
        while not self.sheets:
            if next(pauses, self) is self:
                return False
        return True

    def rows_of_sheet(self, pauses: Iterator[None], hidden: set[int]) -> Iterator[tuple[int, list[str]]]:
        """The rows of the sheet that has begun, to its end; `hidden` gets the numbers of those that aren't shown."""
        while True:
            rows = self._rows
            end = rows.index(None) if None in rows else len(rows)
            for some in rows[:end]:
                assert some is not None
                for row in some.each():
                    if some.is_hidden:
                        hidden.add(row[0])
                    yield row
            ended = end < len(rows)
            del rows[: end + ended]
            if ended:
                return
            next(pauses)
            if sum(map(len, self._said)) > LONGEST_TEXT:
                raise errors.CellTooLong(file=self._place, row=self._next_row, limit=LONGEST_TEXT)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _blank, local = name.rpartition(" ")
        if self._aside or name in {_OFFICE + "annotation", TABLE + "shapes"}:
            self._aside += 1  # a comment, or a picture that lies on the cell
        elif space == TABLE[:-1]:
            match local:
                case "table":
                    self._begin_table(attributes)
                case "table-column":
                    self._looks.add_columns(attributes, _count(attributes.get(TABLE + "number-columns-repeated")))
                case "table-row":
                    self._cells, self._begun, self._struck = [], [], []
                    self._looks.begin_row(attributes)
                    self._column = 0
                    self._is_hidden = attributes.get(TABLE + "visibility", "visible") != "visible"
                    self._row_repeated = _count(attributes.get(TABLE + "number-rows-repeated"))
                case "table-cell" | "covered-table-cell":
                    self._attributes = attributes
                    self._said.clear()
                    self._paragraphs = 0
        elif space == _TEXT[:-1]:
            self._begin_text(local, attributes)
        elif space == STYLE[:-1]:
            self._looks.begin_style(local, attributes)

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > 1:
            raise errors.DamagedPaper(file=self._source.name, part=CONTENT)
        name = attributes.get(TABLE + "name", "")
        self.sheets.append((name, self._looks.begin_table(attributes)))
        self._place = inside(self._source.name, name)
        self._merging, self._next_row = Merging(self._place), 1

    def _begin_text(self, local: str, attributes: dict[str, str]) -> None:
        match local:
            case "p" | "h":
                if self._paragraphs:
                    self._add("\n")
                self._paragraphs += 1
                self._in_paragraph += 1
            case "s":
                self._add(" " * min(_count(attributes.get(_TEXT + "c")), 1_000))
            case "tab":
                self._add("\t")
            case "line-break":
                self._add("\n")
            case "span":
                self._looks.begin_span(attributes.get(_TEXT + "style-name", ""))

    def _take(self, data: str) -> None:
        if self._in_paragraph and not self._aside:
            self._add(data)

    def _add(self, data: str) -> None:
        self._said.append(data)
        if self._looks.are_any:
            self._looks.add(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
            return
        if name in {_TEXT + "p", _TEXT + "h"}:
            self._in_paragraph -= 1
        elif name == _TEXT + "span":
            self._looks.end_span()
        elif name in {TABLE + "table-cell", TABLE + "covered-table-cell"}:
            self._end_cell()
        elif name == TABLE + "table-row":
            self._end_row()
        elif name == TABLE + "table" and self._depth:
            self._depth -= 1
            self._rows.append(None)

    def _end_cell(self) -> None:
        text = self._shown()
        repeated = _count(self._attributes.get(TABLE + "number-columns-repeated"))
        column, self._column = self._column, self._column + repeated
        is_struck = False
        if self._looks.are_any:
            is_text = self._attributes.get(_OFFICE + "value-type") in {"string", None}
            text, is_struck = self._looks.end_cell(self._attributes, column, text, is_text=is_text)
        if not text:
            return
        if self._column > MOST_COLUMNS:
            column = self._column - 1
            raise errors.TooWide(file=self._place, row=self._next_row, column=letters_of(column), limit=MOST_COLUMNS)
        self._cells.extend([""] * (column - len(self._cells)))
        self._cells.extend([text] * repeated)
        if formula := self._attributes.get(TABLE + "formula"):
            self._sums.hear(column, formula)
        if is_struck:
            self._struck.extend(range(column, self._column))
        down = _count(self._attributes.get(TABLE + "number-rows-spanned"))
        right = _count(self._attributes.get(TABLE + "number-columns-spanned"))
        if down > 1 or right > 1:
            row = self._next_row
            self._begun.append((Range(row, column, row + down - 1, column + right - 1), text))

    def _end_row(self) -> None:
        first, self._next_row = self._next_row, self._next_row + self._row_repeated
        if not self._cells:
            return
        if self._row_repeated > MOST_REPEATED or self._next_row > MOST_ROWS + 1:
            raise errors.TooLong(
                file=self._place, limit=MOST_REPEATED if self._row_repeated > MOST_REPEATED else MOST_ROWS
            )
        numbers = range(first, self._next_row)
        cells = self._sums.of(self._cells) or self._cells
        self._rows.append(_Rows(numbers, cells, self._begun, self._struck, self._is_hidden, self._merging))

    def _shown(self) -> str:  # noqa: PLR0911 - a table of the sorts of value
        """The text of the cell that ends."""
        attributes, said = self._attributes, "".join(self._said)
        match attributes.get(_OFFICE + "value-type"):
            case "float":
                return with_words_of(attributes.get(_OFFICE + "value", said), said)
            case "percentage":
                return percent(attributes.get(_OFFICE + "value", said))
            case "currency":
                saved, currency = attributes.get(_OFFICE + "value", said), attributes.get(_OFFICE + "currency", "")
                return with_words_of(saved, said) if currency in _YUAN else f"{currency}{number_text(saved)}"
            case "date":
                day = attributes.get(_OFFICE + "date-value", said).replace("T00:00:00", "").replace("T", " ")
                return in_part(day, said) if ISO_DAY.fullmatch(day) else day
            case "time":
                return _time(attributes.get(_OFFICE + "time-value", said))
            case "boolean":
                return attributes.get(_OFFICE + "boolean-value", said).upper()
            case None if not said and TABLE + "formula" in attributes:
                return "=" + attributes[TABLE + "formula"].partition("=")[2]
            case _:
                return said or attributes.get(_OFFICE + "string-value", "")


def _count(text: str | None) -> int:
    """A number of repetitions or spans: at least 1, and not above what `MOST_ROWS` refuses."""
    return min(max(1, natural(text) or 1), MOST_ROWS + 1)


def _time(saved: str) -> str:
    """`PT14H10M00S` → `14:10:00`."""
    found = _SPAN.fullmatch(saved)
    if found is None:
        return saved
    return ":".join(f"{int(part or 0):02}" for part in found.groups())
