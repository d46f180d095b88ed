"""Cells of sheets that are held in memory as a whole: a small file can say of a few that they stand far from each other."""

from collections.abc import Sized
from typing import Final, TypeVar

from donations import errors

MOST_OF_PAGES: Final = 2_500_000
"""Of files that say each of their cells with tags around it: the largest that are read hold fewer."""
MOST: Final = 10_000_000

Row = TypeVar("Row", bound=Sized)


class Held:
    """Counts the cells of one file."""

    def __init__(self, file: str, part: str, most: int = MOST) -> None:
        """`part`: what the refusal calls what holds them."""
        self._file, self._part, self._left = file, part, most

    def row(self, cells: Row) -> Row:
        """One more row, as it is. Raises TooMuchInside."""
        self._left -= len(cells)
        if self._left < 0:
            raise errors.TooMuchInside(file=self._file, part=self._part)
        return cells
