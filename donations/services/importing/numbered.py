"""What the numbered cells of plain rows are to whoever takes them, each worked out once."""

from collections.abc import Callable
from itertools import repeat
from typing import Any


class ByNumber:
    """What the cells of a column are by their numbers, in several parts, worked out when they are first met."""

    def __init__(self, parts: int, work: Callable[[Any], tuple[Any, ...]] | None) -> None:
        """`work` gives the parts of one cell from what it means; None where that is said by `put` alone."""
        self._work, self._means = work, list[Any]()
        self.parts: tuple[list[Any], ...] = tuple([] for _part in range(parts))

    def follow(self, means: list[Any]) -> int:
        """Know all cells of which that is the meaning; gives the number of the first that is new."""
        if means is not self._means:  # numbers began anew
            self._means = means
            for part in self.parts:
                part.clear()
        known = len(self.parts[0])
        if known == len(means):
            return known
        if self._work is None:
            for part in self.parts:
                part.extend(repeat(None, len(means) - known))
            return known
        for part, values in zip(self.parts, zip(*map(self._work, means[known:]), strict=True), strict=True):
            part.extend(values)
        return known

    def knows(self, number: int) -> bool:
        """Whether it was said what that cell is."""
        return self.parts[0][number] is not None

    def put(self, number: int, values: tuple[Any, ...]) -> None:
        """Know better what the cell is."""
        for part, value in zip(self.parts, values, strict=True):
            part[number] = value
