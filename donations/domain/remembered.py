"""What was made of each value of a column, kept for the rows below: quicker than a cached function, and bounded alike."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

MOST = 8192
Key = TypeVar("Key")
Made = TypeVar("Made")


class Remembered(dict[Key, Made]):
    """What `make` made of each value that was asked for; begins anew where there are too many."""

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: Key) -> Made:
        if len(self) >= MOST:
            self.clear()
        made = self[value] = self._make(value)
        return made


def in_place_of(
    made: Remembered[tuple[Any, ...], tuple[Any, ...]], *columns: Sequence[Any]
) -> Iterator[tuple[Any, ...]]:
    """The columns of what was `made` of what stands beside each other in `columns`."""
    return zip(*map(made.__getitem__, zip(*columns, strict=True)), strict=True)
