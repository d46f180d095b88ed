"""HTML: every table that says something, with the text that stands above it; Excel's pages under the name .xls too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from donations import errors
from donations.importers.readers.merging import MOST_COLUMNS, MOST_ROWS, Merging, Range, letters_of
from donations.importers.readers.numbers import natural, number_text
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.readers.strokes import Strokes
from donations.importers.readers.text import first_fault, known_encoding, text_of
from donations.importers.sheet import Sheet, Struck

LARGEST: Final = 24 * MEGABYTE
"""It is held in memory as a whole, in about ten times its size, and a MB takes a second."""
CHUNK: Final = 1 << 16
LONGEST_TAG: Final = 1 << 20
"""Characters without a tag ending: the parser begins anew with each chunk."""
MOST_PIECES: Final = CHUNK // 3
"""Pieces of text in a chunk: `<b>x` is the shortest that a page has, a mere `<` costs as much."""
MOST_NESTED: Final = 50
ABOVE: Final = 8
"""Lines of text before a table that are taken along, so that its title is seen."""

_CHARSET = re.compile(rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "template", "noscript", "svg", "textarea", "select"})
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
        "li",
        "dt",
        "dd",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "title",
        "tr",
        "br",
    ]
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AS_NUMBER = re.compile(r"[-(]?[¥￥]?[-\d,. ]+\)?")

Row = tuple[int, list[str]]


def read(source: Source) -> Iterator[Sheet]:
    """A sheet for each table. Raises what `encoding_of` does, PaperTooLarge, NoTableInside, TooWide, TooLong, TooMuchInside."""
    source.require_at_most(LARGEST)
    page = _Page(source.name)
    with text_of(source, _charset(source)) as text:
        while chunk := text.read(CHUNK):
            page.pieces = 0
            page.feed(chunk)
            if len(page.rawdata) > LONGEST_TAG or page.pieces > MOST_PIECES:
                raise errors.TooMuchInside(file=source.name, part="HTML")
    page.close()
    while page.open_tables:
        page.handle_endtag("table")
    tables = [table for table in page.tables if table.rows]
    if not tables:
        raise errors.NoTableInside(file=source.name, sort="HTML")
    for number, table in enumerate(tables, 1):
        yield Sheet(str(number) if len(tables) > 1 else None, _numbered(table))


def _charset(source: Source) -> str | None:
    """What the page says of itself, if that is true of all of it, and nobody said otherwise."""
    beginning = source.beginning()
    said = _CHARSET.search(beginning)
    if source.opening.encoding or said is None or beginning[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return None
    try:
        encoding = known_encoding(said[1].decode())
    except errors.UnknownEncoding:
        return None
    return encoding if first_fault(source, encoding) is None else None


def _numbered(table: "_Table") -> Iterator[Row]:
    """The lines above a table and its rows, numbered from 1; blank ones are counted and left out."""
    for number, line in enumerate(table.above, 1):
        yield number, [line]
    for number, cells in table.rows:
        yield number + len(table.above), cells


@dataclass(slots=True)
class _Cell:
    """A cell that is open."""

    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """The same without what is struck through."""
    down: int = 1
    right: int = 1
    number: str | None = None


@dataclass(slots=True)
class _Table:
    """A table, open or done."""

    place: str
    above: list[str]
    merging: Merging
    rows: list[Row] = field(default_factory=list)
    number: int = 0
    cells: list[str] | None = None
    begun: list[tuple[Range, str]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    """Column → the last row in which a cell from above takes its place."""
    column: int = 0
    cell: _Cell | None = None
    struck: set[int] = field(default_factory=set)
    """Which cells of the row are struck through."""

    def begin_row(self) -> None:
        """`<tr>`."""
        self.end_row()
        self.number += 1
        self.cells, self.begun, self.column, self.struck = [], [], 0, set()
        if self.number > MOST_ROWS:
            raise errors.TooLong(file=self.place, limit=MOST_ROWS)

    def end_cell(self) -> None:
        """`</td>`, said or not."""
        cell, self.cell = self.cell, None
        if cell is None or self.cells is None:
            return
        while self.taken.get(self.column, 0) >= self.number:
            self.column += 1
        column, self.column = self.column, self.column + cell.right
        if self.column > MOST_COLUMNS:
            raise errors.TooWide(
                file=self.place, row=self.number, column=letters_of(self.column - 1), limit=MOST_COLUMNS
            )
        if cell.down > 1:
            self.taken |= dict.fromkeys(range(column, self.column), self.number + cell.down - 1)
        text, is_struck = _left(cell)
        self.struck |= {column} if is_struck else set()
        if text:
            self.cells.extend([""] * (column + 1 - len(self.cells)))
            self.cells[column] = text
        if cell.down > 1 or cell.right > 1:
            merged = Range(self.number, column, self.number + cell.down - 1, self.column - 1)
            self.begun.append((merged, text))

    def end_row(self) -> None:
        """`</tr>`, said or not."""
        self.end_cell()
        cells, self.cells = self.cells, None
        if cells is None:
            return
        self.merging.fill(self.number, cells)
        for merged, of in self.begun:
            self.merging.begin(merged, of, cells, self.number)
        if any(cells):
            self.rows.append((self.number, Struck(cells, self.struck) if self.struck else cells))


def _left(cell: _Cell) -> tuple[str, bool]:
    """What a cell says without what is struck through, and whether that is all of it."""
    if len(cell.left) == len(cell.said):
        return _text(cell, cell.said), False
    left = _text(cell, cell.left)
    return (left, False) if left else (whole := _text(cell, cell.said), bool(whole))


def _text(cell: _Cell, said: Sequence[str]) -> str:
    """What a cell says: blanks as a page shows them; of a number of Excel's, rounded for the eye, the whole."""
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(said).split("\x00"))
    text = "\n".join(lines).strip("\n")
    if cell.number and _AS_NUMBER.fullmatch(text):
        return number_text(cell.number)
    return text


class _Page(HTMLParser):
    """Collects tables, innermost first, and the text before each."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self.open_tables: list[_Table] = []
        self.pieces = 0
        self._name = name
        self._above: list[str] = []
        self._line: list[str] = []
        self._silent = 0
        self._strokes = Strokes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; those that HTML lets end unsaid are ended."""
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self._end_line()
        table = self.open_tables[-1] if self.open_tables else None
        if tag == "table":
            self._begin_table()
        elif table is not None and tag == "tr":
            table.begin_row()
        elif table is not None and tag in {"td", "th"}:
            table.end_cell()
            if table.cells is None:
                table.begin_row()
            table.cell = _cell(dict(attrs))
        self._strokes.begin(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`; in HTML the stroke of `<td/>` says nothing."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)
            self._strokes.end(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        if tag in _BLOCKS:
            self._end_line()
        self._strokes.end(tag)
        if not self.open_tables:
            return
        table = self.open_tables[-1]
        if tag in {"td", "th"}:
            table.end_cell()
        elif tag == "tr":
            table.end_row()
        elif tag == "table":
            table.end_row()
            self.tables.append(self.open_tables.pop())

    def handle_data(self, data: str) -> None:
        """Text: of the open cell, else of what stands around tables."""
        self.pieces += 1
        if self._silent:
            return
        table = self.open_tables[-1] if self.open_tables else None
        if table is None:
            self._line.append(data)
        elif table.cell is not None:
            text = data.replace("\x00", "")
            table.cell.said.append(text)
            table.cell.left += [] if self._strokes else [text]
        else:  # a caption
            self._line.append(data)

    def _begin_table(self) -> None:
        self._end_line()
        if len(self.open_tables) == MOST_NESTED:
            raise errors.TooMuchInside(file=self._name, part="HTML")
        above, self._above = self._above, []
        for outer in self.open_tables[-1:]:  # one that only lays the page out: what it says above is the title
            said = (" ".join(filter(None, cells)) for _number, cells in outer.rows[-ABOVE:])
            above = [*outer.above, *said]
        self.open_tables.append(_Table(self._name, above[-ABOVE:], Merging(self._name)))

    def _end_line(self) -> None:
        """A line of a cell, of a caption or of the text around ends."""
        line = _BLANKS.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        table = self.open_tables[-1] if self.open_tables else None
        if table is not None and table.cell is not None:
            if table.cell.said and table.cell.said[-1] != "\x00":
                table.cell.said.append("\x00")
                table.cell.left.append("\x00")
        elif line and table is not None and not table.rows:
            table.above.append(line)
        elif line:
            self._above.append(line)


def _cell(attributes: dict[str, str | None]) -> _Cell:
    return _Cell(
        down=_span(attributes.get("rowspan"), MOST_ROWS),
        right=_span(attributes.get("colspan"), MOST_COLUMNS + 1),
        number=attributes.get("x:num"),
    )


def _span(said: str | None, most: int) -> int:
    return min(max(1, natural((said or "").strip()) or 1), most)
