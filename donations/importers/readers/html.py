"""HTML: every table that says something, with the text that stands above it, or a list in lines; Excel's pages under the name .xls too."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import chain
from typing import Final

from donations import errors
from donations.importers.readers.held import MOST_OF_PAGES, Held
from donations.importers.readers.merging import Merging
from donations.importers.readers.page_lists import PageText, list_of_gifts
from donations.importers.readers.page_parts import hidden_in, rows_in, rows_of, together
from donations.importers.readers.page_strikes import PageStrikes
from donations.importers.readers.page_tables import BLANKS, PageTable, cell_of, is_hidden
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.readers.struck_text import raised
from donations.importers.readers.text import first_fault, known_encoding, text_of
from donations.importers.readers.totals_below import totals_below
from donations.importers.readers.years_said import YearsSaid
from donations.importers.sheet import OnePage, Sheet

LARGEST: Final = 24 * MEGABYTE
"""It is held in memory as a whole, in about ten times its size, and a MB takes a second."""
CHUNK: Final = 1 << 16
LONGEST_TAG: Final = 1 << 20
"""Characters without a tag ending: the parser begins anew with each chunk."""
MOST_PIECES: Final = CHUNK // 3
"""Pieces of text in a chunk: `<b>x` is the shortest that a page has, a mere `<` costs as much."""
MOST_UNFINISHED: Final = 1 << 24
"""How many tags stand in the last one, which never ends, times its characters: at its end the parser tries each of them to the end."""
MOST_NESTED: Final = 50
ABOVE: Final = 8
"""Lines of text before a table that are taken along, so that its title is seen."""

_CHARSET = re.compile(rb"<meta[^<>]+?charset\s*=\s*[\"']?\s*([\w:-]+)", re.IGNORECASE)
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
_LEVELS = {"thead": 0, "tbody": 0, "tfoot": 0, "tr": 1, "td": 2, "th": 2}
"""The parts of a table, which end those of their own and deeper levels."""


def read(source: Source) -> Iterator[Sheet]:
    """A sheet for each table; one of a list in lines (`<li>李华：100元</li>`), where the page has none. Raises what `encoding_of` does, PaperTooLarge, NoTableInside, TooWide, TooLong, TooMuchInside."""
    source.require_at_most(LARGEST)
    page = _Page(source.name)
    with text_of(source, _charset(source)) as text:
        while chunk := text.read(CHUNK):
            page.pieces = 0
            page.feed(chunk)
            if len(page.rawdata) > LONGEST_TAG or page.pieces > MOST_PIECES:
                raise errors.TooMuchInside(file=source.name, part="HTML")
    if page.rawdata.count("<") * len(page.rawdata) > MOST_UNFINISHED:
        raise errors.TooMuchInside(file=source.name, part="HTML")
    page.close()
    while page.open_tables:
        page.handle_endtag("table")
    tables = [table for table in page.tables if table.rows]
    if not tables and (listed := list_of_gifts(page.text)):
        yield Sheet(None, iter(listed), is_lines=True)
        return
    if not tables:
        raise errors.NoTableInside(file=source.name, sort="HTML")
    parts, years, page_sums = list(together(tables)), YearsSaid(), OnePage(is_text=True)
    for number, each in enumerate(parts, 1):
        rows, hidden = rows_of(each, years.above(each[0].above)), hidden_in(each)
        if len(parts) > 1:
            yield Sheet(str(number), rows, page=page_sums, hidden=hidden)
        else:  # what is said below several may be of several
            below = totals_below(enumerate(page.below(), rows_in(each) + 1))
            yield Sheet(None, chain(rows, below), hidden=hidden)


def _charset(source: Source) -> str | None:
    """What the page says of itself, if that is true of all of it, and nobody said otherwise; UTF-8 where it is that, which
    other encodings can read too, as something else.
    """
    beginning = source.beginning()
    said = _CHARSET.search(beginning)
    if source.opening.encoding or said is None or beginning[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return None
    try:
        encoding = known_encoding(said[1].decode())
    except errors.UnknownEncoding:
        return None
    if first_fault(source, encoding) is not None:
        return None
    is_utf_8 = first_fault(source, "ascii") is not None and first_fault(source, "utf-8") is None
    return "utf-8" if is_utf_8 else encoding


class _Page(HTMLParser):
    """Collects tables, innermost first, and the text before each."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[PageTable] = []
        self.open_tables: list[PageTable] = []
        self.pieces = 0
        self._name, self._held = name, Held(name, "HTML", MOST_OF_PAGES)
        self._above: list[str] = []
        self._line: list[str] = []
        self.text = PageText()
        self._silent = 0
        self._is_raised = False
        self._is_link = False
        self._strikes = PageStrikes()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; those that HTML lets end unsaid are ended."""
        if tag in _SILENT:
            self._silent += 1
            if tag == "style":
                self._strikes.begin_styles()
        if tag in _BLOCKS:
            self._end_line()
        self.text.begin(tag)
        self._is_link = tag == "a" or (self._is_link and tag not in _LEVELS)
        self._is_raised = tag == "sup" or (self._is_raised and tag not in _LEVELS)
        table = self.open_tables[-1] if self.open_tables else None
        self._strike(tag, dict(attrs), table)
        if tag == "table":
            self._begin_table()
        elif table is not None and tag == "tr":
            table.begin_row(is_hidden=is_hidden(dict(attrs)))
        elif table is not None and tag in {"td", "th"}:
            table.end_cell()
            if table.cells is None:
                table.begin_row()
            table.cell = cell_of(dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>`; in HTML the stroke of `<td/>` says nothing."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        self._strikes.end(tag)
        self._is_raised = self._is_raised and tag != "sup"
        self._is_link = self._is_link and tag != "a"
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            self._strikes.end_styles()
        if tag in _BLOCKS:
            self._end_line()
        self.text.end(tag)
        if not self.open_tables:
            return
        table = self.open_tables[-1]
        if tag in {"td", "th"}:
            table.end_cell()
        elif tag == "tr":
            table.end_row()
        elif tag == "table":
            table.end_row()
            self._strikes.end_to(table.strikes[0])
            self.tables.append(self.open_tables.pop())

    def handle_data(self, data: str) -> None:
        """Text: of the open cell, else of what stands around tables."""
        self.pieces += 1
        if self._silent:
            self._strikes.add_styles(data)
            return
        table = self.open_tables[-1] if self.open_tables else None
        if table is None:
            self._line.append(data)
        elif table.cell is not None:
            data = raised(data) if self._is_raised else data
            table.cell.add(data.replace("\x00", ""), is_struck=bool(self._strikes), is_link=self._is_link)
        else:  # a caption
            self._line.append(data)

    def _strike(self, tag: str, attributes: dict[str, str | None], table: PageTable | None) -> None:
        """Heed whether an element strikes through what it holds; the parts of a table end those before them."""
        level = _LEVELS.get(tag)
        if table is not None and level is not None:
            self._strikes.end_to(table.strikes[level])
        self._strikes.begin(tag, attributes)
        if table is not None and level is not None:
            table.strikes[level + 1 :] = [self._strikes.depth] * (len(table.strikes) - level - 1)

    def _begin_table(self) -> None:
        self._end_line()
        if len(self.open_tables) == MOST_NESTED:
            raise errors.TooMuchInside(file=self._name, part="HTML")
        above, self._above = self._above, []
        for outer in self.open_tables[-1:]:  # one that only lays the page out: what it says above is the title
            said = (" ".join(filter(None, cells)) for _number, cells in outer.rows[-ABOVE:])
            above = [*outer.above, *said, *outer.begin_within()]
        table = PageTable(self._name, above[-ABOVE:], Merging(self._name), self._held)
        table.strikes = [self._strikes.depth] * len(table.strikes)
        self.open_tables.append(table)

    def below(self) -> list[str]:
        """The text below the last table, where that says something."""
        return self._above if self.tables and self.tables[-1].rows else []

    def _end_line(self) -> None:
        """A line of a cell, of a caption or of the text around ends."""
        line = BLANKS.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        table = self.open_tables[-1] if self.open_tables else None
        if table is not None and table.cell is not None:
            if table.cell.said and table.cell.said[-1] != "\x00":
                table.cell.add("\x00", is_struck=False)
        elif line and table is not None and not table.rows:
            table.above.append(line)
        elif line:
            self._above.append(line)
            self.text.add(line)
