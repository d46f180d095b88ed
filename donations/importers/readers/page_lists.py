"""The text of a page line by line, as Markdown would write it, and the list of gifts that it may hold: <li>李华：100元</li>."""

from typing import Final

from donations.importers.stream import Row
from donations.importers.words.gift_lists import ABOVE, begin_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_ITEM: Final = "li"


class PageText:
    """The lines of a page: headings and items of lists with their mark before them, and a blank one around each list and heading."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._mark = ""

    def begin(self, tag: str) -> None:
        """An element begins, after the line before it has ended."""
        if tag in _LISTS or tag in _HEADINGS:
            self._part()
        if tag == _ITEM or tag in _HEADINGS:
            self._mark = "- " if tag == _ITEM else "# "

    def end(self, tag: str) -> None:
        """An element ends, after its last line has."""
        if tag in _LISTS or tag in _HEADINGS:
            self._part()
        if tag == _ITEM or tag in _HEADINGS:
            self._mark = ""

    def add(self, line: str) -> None:
        """A line of text."""
        self.lines.append(f"{self._mark}{line}")
        self._mark = ""

    def _part(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")


def list_of_gifts(text: PageText) -> list[Row]:
    """The lines of a list of gifts, each with its place in the page, from shortly above the first; none where there is no such list."""
    begin = begin_of(text.lines)
    if begin is None:
        return []
    above = [at for at in range(begin) if text.lines[at]][-ABOVE:]
    return [(at + 1, [text.lines[at]]) for at in range(above[0] if above else begin, len(text.lines))]
