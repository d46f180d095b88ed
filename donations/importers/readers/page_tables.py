"""Tables of a page of HTML as they are read: cells over several rows and columns, and what is struck through in them."""

from dataclasses import dataclass, field

from donations import errors
from donations.importers.patterns import pattern_of
from donations.importers.readers.held import Held
from donations.importers.readers.merging import MOST_COLUMNS, MOST_ROWS, Merging, Range, letters_of
from donations.importers.readers.numbers import natural, number_text
from donations.importers.readers.text import kept_as_text
from donations.importers.sheet import Struck

BLANKS = pattern_of(r"[ \t\r\n\f]+")
_MENU = pattern_of(r"\S\s*[|｜>»]\s*\S|^\s*[上下]一?[篇页条]")
"""支出公示 | 捐款名单 | 联系我们 says nothing of the table."""
_AS_NUMBER = pattern_of(r"[-(]?[¥￥]?[-\d,. ]+\)?")

Row = tuple[int, list[str]]


@dataclass(slots=True)
class Cell:
    """A cell that is open."""

    said: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """What isn't struck through of it."""
    down: int = 1
    right: int = 1
    number: str | None = None
    above: int = 0
    """How much of what it said stands above the table before the one that begins in it now."""

    links: set[int] = field(default_factory=set)
    """Which pieces of what it said lead elsewhere: they are a menu, no title of a table."""

    def add(self, text: str, *, is_struck: bool, is_link: bool = False) -> None:
        if is_link:
            self.links.add(len(self.said))
        self.said.append(text)
        if not is_struck:
            self.left.append(text)


@dataclass(slots=True)
class PageTable:
    """A table, open or done."""

    place: str
    above: list[str]
    merging: Merging
    held: Held
    rows: list[Row] = field(default_factory=list)
    number: int = 0
    cells: list[str] | None = None
    struck: list[int] = field(default_factory=list)
    begun: list[tuple[Range, str]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    """Column → the last row in which a cell from above takes its place."""
    column: int = 0
    width: int = 0
    cell: Cell | None = None
    hidden: set[int] = field(default_factory=set)
    """The rows that a page doesn't show."""
    strikes: list[int] = field(default_factory=lambda: [0, 0, 0])
    """How many elements strike through what the table, a row and a cell of it stand in."""
    holds_tables: bool = False
    """Whether others stand in its cells: it lays a page out."""

    def begin_within(self) -> list[str]:
        """The lines that the open cell, in which a table begins, says above that one; not those above an earlier one."""
        self.holds_tables = True
        if self.cell is None:
            return []
        cell, begin = self.cell, self.cell.above
        cell.above = len(cell.said)
        text = _text([cell.said[place] for place in range(begin, cell.above) if place not in cell.links])
        return [line for line in text.split("\n") if line and not _MENU.search(line)]

    def begin_row(self, *, is_hidden: bool = False) -> None:
        """`<tr>`."""
        self.end_row()
        self.number += 1
        if is_hidden:
            self.hidden.add(self.number)
        self.cells, self.begun, self.struck, self.column = [], [], [], 0
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
        self.width = max(self.width, self.column)
        if cell.down > 1:
            self.taken |= dict.fromkeys(range(column, self.column), self.number + cell.down - 1)
        text, is_struck = _unstruck(cell)
        if is_struck:
            self.struck.append(column)
        if text:
            self.cells.extend([""] * (column + 1 - len(self.cells)))
            self.cells[column] = kept_as_text(text) if text[0] == "=" else text
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
            self.held.row(range(merged.left, merged.right))  # cells under merged ones take twice the room
        if any(cells):
            self.held.row(cells)
            self.rows.append((self.number, Struck(cells, self.struck) if self.struck else cells))


def _unstruck(cell: Cell) -> tuple[str, bool]:
    """What a cell says without what is struck through, and whether all of it is; of a number of Excel's, rounded for the
    eye, the whole.
    """
    text, left = _text(cell.said), _text(cell.left)
    if left and left != text:
        return left, False
    if cell.number and _AS_NUMBER.fullmatch(text):
        text = number_text(cell.number)
    return text, bool(text) and not left


def _text(said: list[str]) -> str:
    """Blanks as a page shows them."""
    lines = (BLANKS.sub(" ", line).strip(" ") for line in "".join(said).split("\x00"))
    return "\n".join(lines).strip("\n")


def cell_of(attributes: dict[str, str | None]) -> Cell:
    """A cell with those attributes."""
    return Cell(
        down=_span(attributes.get("rowspan"), MOST_ROWS),
        right=_span(attributes.get("colspan"), MOST_COLUMNS + 1),
        number=attributes.get("x:num"),
    )


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether a page doesn't show an element with those attributes: spreadsheet programs save rows so that a filter hides."""
    styles = (declaration.partition(":") for declaration in (attributes.get("style") or "").split(";"))
    return "hidden" in attributes or any(
        name.strip().casefold() == "display" and value.split("!")[0].strip().casefold() == "none"
        for name, _colon, value in styles
    )


def _span(said: str | None, most: int) -> int:
    return min(max(1, natural((said or "").strip()) or 1), most)
