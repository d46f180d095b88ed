"""Rows written straight into a worksheet: each cell's mark-up is made once a text, not once a cell."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from xlsxwriter.format import Format

    from donations.output.xlsx_cells import Cell

    MarkUp = Callable[[str], str]
    """What follows `<c r="A1"` for a text of one column; nothing where the cell is left out."""

_ROWS_AT_ONCE = 500
_LIKE_A_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheets would take for a character's code within a text."""

_MARK_UP = "<r>"
"""Where the library takes a text that begins so for mark-up of its own."""


class RowSheet(Worksheet):  # type: ignore[misc]  # the library says nothing of its types
    """A worksheet in constant memory that takes whole rows.

    The library writes a cell in eight calls, which is all the time that a long report takes. This class adds rows to the
    file in which it keeps finished ones; what it uses of the library's inside is why pyproject.toml names a newest version.
    """

    def write_rows(self, first: int, rows: Iterable[tuple[int | None, Sequence[str]]]) -> int:
        """Write rows, each its height (None for the usual one) and the mark-up of its cells, from row `first` on.

        The row after them is given back.
        """
        self._write_single_row(first)
        lines = (_row(number, height, cells) for number, (height, cells) in enumerate(rows, first + 1))
        after = first
        while batch := list(islice(lines, _ROWS_AT_ONCE)):
            self.fh.write("".join(batch))
            after += len(batch)
        if after > first:
            self._check_dimensions(after - 1, self.dim_colmax or 0)
        self.previous_row = after
        return after

    def write_text(self, row: int, column: int, content: str, form: Format) -> None:
        """Write a text into one cell by the library's own way, whatever the text begins with."""
        if content.startswith(_MARK_UP):
            self.write_rich_string(row, column, content[:1], form, content[1:], form)
        else:
            self.write_string(row, column, content, form)


_column = lru_cache(maxsize=1024)(xl_col_to_name)


def _row(number: int, height: int | None, cells: Sequence[str]) -> str:
    more = f' ht="{height}" customHeight="1"' if height else ""
    inside = "".join([f'<c r="{_column(at)}{number}"{cell}' for at, cell in enumerate(cells) if cell])
    return f'<row r="{number}"{more}>{inside}</row>'


def text(content: str, form: Format) -> str:
    """The mark-up of a text: inline, and nothing but a text."""
    escaped = _LIKE_A_CODE.sub("_x005F_", content).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f' s="{_index(form)}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'


def number(cell: Cell, form: Format) -> str:
    """The mark-up of a number, digit by digit as it stands in the book."""
    return f' s="{_index(form)}"><v>{cell.content}</v></c>'


def blank(form: Format) -> str:
    """The mark-up of an empty cell that has a look."""
    return f' s="{_index(form)}"/>'


def _index(form: Format) -> int:
    return int(form._get_xf_index())  # noqa: SLF001 - see RowSheet
