"""What ODS sheets look like, as far as it means something: what is struck through by the style of a cell, of its row or
column, or of a part of its text; and which sheets are hidden.
"""

from collections.abc import Mapping
from typing import Final

from donations.importers.readers.merging import MOST_COLUMNS
from donations.importers.readers.struck_text import Runs, left_of

STYLE: Final = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_NONE = "none"
_STYLE_OF = TABLE + "style-name"
_BY_DEFAULT = TABLE + "default-cell-style-name"


def is_raised(position: str) -> bool:
    """Whether a position of a text, `super 58%` or `33% 58%`, is above the line."""
    first = position.split()[:1]
    return first == ["super"] or bool(first and first[0].rstrip("%").isdigit() and int(first[0].rstrip("%")[:3]) > 0)


class Looks:
    """Heeds the styles of a document, and tells which cells of its sheets are struck through, and which sheets are hidden."""

    def __init__(self) -> None:
        self.are_any = False
        """Whether anything in the document may be struck through; the styles stand before its sheets."""
        self._says: dict[tuple[str, str], bool] = {}
        self._style = ("", "")
        self._raised: set[tuple[str, str]] = set()
        self._raising: list[bool] = []
        self._hidden: set[str] = set()
        self._columns: list[str] = []
        self._row = ""
        self._spans: list[bool | None] = []
        self._runs = Runs()

    def begin_style(self, local: str, attributes: Mapping[str, str]) -> None:
        """An element of the styles."""
        if local == "style":
            self._style = attributes.get(STYLE + "family", ""), attributes.get(STYLE + "name", "")
        elif local == "text-properties":
            if is_raised(attributes.get(STYLE + "text-position", "")):
                self._raised.add(self._style)
                self.are_any = True
            said = [attributes.get(f"{STYLE}text-line-through-{part}") for part in ("style", "type")]
            if any(part is not None for part in said):
                self._says[self._style] = _NONE not in said
                self.are_any = self.are_any or _NONE not in said
        elif local == "table-properties" and attributes.get(TABLE + "display") == "false":
            self._hidden.add(self._style[1])

    def begin_table(self, attributes: Mapping[str, str]) -> bool:
        """A sheet begins; whether it is hidden."""
        self._columns, self._row = [], ""
        return attributes.get(_STYLE_OF) in self._hidden

    def add_columns(self, attributes: Mapping[str, str], many: int) -> None:
        """The next `many` columns have this style."""
        many = min(many, MOST_COLUMNS - len(self._columns))
        self._columns += [attributes.get(_BY_DEFAULT, "")] * many

    def begin_row(self, attributes: Mapping[str, str]) -> None:
        """A row begins."""
        self._row = attributes.get(_BY_DEFAULT, "")

    def begin_span(self, style: str) -> None:
        """A part of a text begins that has a style of its own."""
        self._raising.append(("text", style) in self._raised or (bool(self._raising) and self._raising[-1]))
        self._spans.append(self._says.get(("text", style), self._spans[-1] if self._spans else None))

    def end_span(self) -> None:
        """Such a part of a text ends."""
        if self._spans:
            self._spans.pop()
            self._raising.pop()

    def add(self, text: str) -> None:
        """Some text of a cell."""
        self._runs.begin_run()
        if self._spans and (said := self._spans[-1]) is not None:
            self._runs.style()
            self._runs.strike("true" if said else "false")
        self._runs.align("superscript" if self._raising and self._raising[-1] else None)
        self._runs.add(text)

    def end_cell(self, attributes: Mapping[str, str], column: int, text: str, *, is_text: bool) -> tuple[str, bool]:
        """What a cell says without what is struck through, and whether all of it is; `is_text`: no number, nor a day."""
        left, rich = self._runs.end()
        by_column = self._columns[column] if column < len(self._columns) else ""
        style = attributes.get(_STYLE_OF) or self._row or by_column
        in_struck = self._says.get(("table-cell", style), False)
        return (
            left_of(left, rich, in_struck=in_struck) if is_text and left else left_of(text, None, in_struck=in_struck)
        )
