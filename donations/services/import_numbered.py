"""What the numbered cells of plain rows are to whoever takes them, each worked out once."""

from collections.abc import Callable
from typing import Any


class ByNumber:
    """What the cells of a column are by their numbers, in several parts, worked out when they are first met."""

    def __init__(self, parts: int, work: Callable[[Any], tuple[Any, ...]]) -> None:
        """`work` gives the parts of one cell from what it means."""
        self._work, self._means = work, list[Any]()
        self.parts: tuple[list[Any], ...] = tuple([] for _part in range(parts))

    def follow(self, means: list[Any]) -> int:
        """Know all cells of which that is the meaning; gives the number of the first that is new."""
        if means is not self._means:  # numbers began anew
            self._means = means
            for part in self.parts:
                part.clear()
        known = len(self.parts[0])
        for meaning in means[known:]:
            for part, value in zip(self.parts, self._work(meaning), strict=True):
                part.append(value)
        return known

    def knows(self, number: int) -> bool:
        """Whether it was said what that cell is."""
        return self.parts[0][number] is not None

    def put(self, number: int, values: tuple[Any, ...]) -> None:
        """Know better what the cell is."""
        for part, value in zip(self.parts, values, strict=True):
            part[number] = value
