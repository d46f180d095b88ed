"""Merged cells: which cells of a row lie under one that says something."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from donations import errors
from donations.importers.sheet import Covered, Merged, Spanning

MOST_COLUMNS: Final = 1_024
"""What is read of a row: no list has more columns, and one cell at the far end would make every row that long."""
MOST_ROWS: Final = 1_048_576
"""As many as a sheet can have."""
MOST_MERGED: Final = 1_000_000
"""Cells under merged ones in a sheet, as far as they are in rows that are read."""


class Range(NamedTuple):
    """Rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Merging:
    """Fills the cells of each row, in their order, that lie in one of `ranges`; more may be added as they are met."""

    def __init__(self, place: str, ranges: Sequence[Range] = ()) -> None:
        self._place = place
        self._waiting = sorted(ranges, reverse=True)
        self._open: list[tuple[Range, str]] = []
        self._filled = 0

    def fill(self, number: int, cells: list[str]) -> None:
        """Put a `Merged` where a cell of row `number` is empty and lies in a range, a `Covered` where it says something else;
        `cells` may grow.
        """
        if self._open:
            self._open = [(merged, of) for merged, of in self._open if merged.bottom >= number]
            for merged, of in self._open:
                self._put(merged, of, cells, down=True)
        while self._waiting and self._waiting[-1].top <= number:
            merged = self._waiting.pop()
            if merged.bottom < number:
                continue
            of = cells[merged.left] if merged.top == number and merged.left < len(cells) else ""
            self.begin(merged, of, cells, number)

    def begin(self, merged: Range, of: str, cells: list[str], number: int) -> None:
        """A range whose first cell, in row `number` or in one before that was left out, says `of`."""
        if not of:
            return
        self._put(merged, of, cells, down=False)
        if merged.bottom > number:
            if merged.left < len(cells) and cells[merged.left] == of:
                cells[merged.left] = Spanning(of)
            self._open.append((merged, of))

    def _put(self, merged: Range, of: str, cells: list[str], *, down: bool) -> None:
        right = min(merged.right, MOST_COLUMNS - 1)
        if right >= len(cells):
            cells.extend([""] * (right + 1 - len(cells)))
        for column in range(merged.left, right + 1):
            if not down and column == merged.left:
                continue
            if not cells[column]:
                cells[column] = Merged(of, down=down)
            elif cells[column] != of:
                cells[column] = Covered(cells[column])
        self._filled += max(1, right + 1 - merged.left)
        if self._filled > MOST_MERGED:
            raise errors.TooLong(file=self._place, limit=MOST_ROWS)


def column_of(letters: str) -> int:
    """`A` → 0, `AA` → 26."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def letters_of(column: int) -> str:
    """0 → `A`, 26 → `AA`."""
    letters = ""
    column += 1
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters or "?"
