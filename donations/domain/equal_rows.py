"""Equal rows of one file, which are all kept: one by one, and whole blocks of them that stand there twice."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

_FEWEST = 5
"""So many rows that differ from each other, and come again in their order, are a block: fewer may be gifts that were given again."""
_NEXT = 2
"""How far the next row of a block may be: a subtotal, or a blank row, may stand between."""


class Twins(NamedTuple):
    """Equal rows of one file that were all kept: the first, the last, and how many."""

    file: str
    sheet: str | None
    first: int
    last: int
    rows: int


class BlockAgain(NamedTuple):
    """Rows of one file that stand in it again, in the same order, as by a double paste: where they begin and end, the first time
    and the last, how many they are, and how often they stand there.
    """

    file: str
    sheet: str | None
    first: int
    first_end: int
    last: int
    last_end: int
    rows: int
    times: int

    def holds(self, twins: Twins) -> bool:
        """Whether these equal rows are of the block."""
        is_within = self.first <= twins.first <= self.first_end and self.last <= twins.last <= self.last_end
        return is_within and (self.file, self.sheet, self.times) == (twins.file, twins.sheet, twins.rows)


def blocks_again(twins: Sequence[Twins]) -> Iterator[BlockAgain]:
    """The blocks that stand twice or more often among equal rows, which come by the table and by the first of them."""
    distance = 0
    far: list[int] = [0]
    for one, other in pairwise(twins):
        distance += not _goes_on(one, other)
        far.append(distance)
    for _distance, found in groupby(zip(far, twins, strict=False), key=lambda pair: pair[0]):
        block = [one for _far, one in found]
        begin, end = block[0], block[-1]
        if len(block) >= _FEWEST and end.first < begin.last:
            yield BlockAgain(*begin[:3], end.first, begin.last, end.last, len(block), begin.rows)


def _goes_on(one: Twins, other: Twins) -> bool:
    """Whether the rows below these ones are equal, too, and as far from each other."""
    steps = (other.first - one.first, other.last - one.last)
    return steps[0] == steps[1] and 0 < steps[0] <= _NEXT and one[:2] == other[:2] and one.rows == other.rows
