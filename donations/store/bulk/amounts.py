"""What plain entries come to, by their heads and goods: added up as they come, so that SQLite needn't sort them all at the end."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TypeAlias

from donations.store.bulk import columns

MOST_CELLS = 1 << 20
"""How many sums are kept in memory, of 8 bytes each."""
_LARGEST = 1 << 62
"""Larger sums might not fit into 8 bytes."""
_TOGETHER = 5000
_FEWEST_HEADS = 64

Sums: TypeAlias = "array[int]"
"""Those of some goods, by the places of the heads."""


class Amounts:
    """The sums of one import. Where they would become too many, or too large, SQLite is handed every amount instead."""

    def __init__(self) -> None:
        self.is_full = False
        """Whether amounts are handed on one by one from now on."""
        self.entries = array("q")
        """The first and the last number of each run of plain entries."""
        self.sums: dict[int, Sums] = {}
        """Of all goods, by their numbers."""
        self.heads: list[int] = []
        """The number of the head at each place."""
        self._width = _FEWEST_HEADS
        self._total = 0

    def of_goods(self, number: int) -> Sums:
        """The sums of new goods."""
        self.sums[number] = sums = array("q", bytes(0 if self.is_full else 8 * self._width))
        return sums

    def place_of(self, head: int) -> int:
        """Where the sums of a new head stand."""
        self.heads.append(head)
        return len(self.heads) - 1

    def has_room(self, minors: Sequence[int]) -> bool:
        """Whether these amounts can be added too."""
        if self.is_full:
            return True
        self._total += sum(minors)
        if self._width < len(self.heads):
            self._widen()
        return self._total <= _LARGEST and self._width * len(self.sums) <= MOST_CELLS

    def _widen(self) -> None:
        """Make room for more heads, as long as that isn't too much."""
        while self._width < len(self.heads):
            self._width *= 2
        if self._width * len(self.sums) <= MOST_CELLS:
            for sums in self.sums.values():
                sums.frombytes(bytes(8 * (self._width - len(sums))))

    def add(self, first: int, sums: Sequence[Sums], places: Sequence[int], minors: Sequence[int]) -> None:
        """Add the amounts of entries, from number `first` on."""
        if self.entries and self.entries[-1] == first - 1:
            self.entries[-1] += len(minors)
        else:
            self.entries.extend((first, first + len(minors) - 1))
        if not self.is_full:
            for each, place, minor in zip(sums, places, minors, strict=True):
                each[place] += minor

    def hand_over(self, connection: sqlite3.Connection) -> None:
        """Put the sums where SQLite finds them, and begin anew."""
        rows = chain.from_iterable(self._rows_of(number, sums) for number, sums in self.sums.items())
        while some := list(islice(rows, _TOGETHER)):
            columns.insert(connection, "plain_sum", "head, goods, amount", some)
        self._total = 0
        self.forget()

    def forget(self) -> None:
        """What was added since the sums were handed over was rolled back."""
        for sums in self.sums.values():
            sums[:] = array("q", bytes(8 * len(sums)))

    def go_back(self, last: int) -> None:
        """Entries above `last` were rolled back."""
        self.forget()
        while self.entries and self.entries[-2] > last:
            del self.entries[-2:]
        if self.entries and self.entries[-1] > last:
            self.entries[-1] = last

    def others(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The first and the last of each run of entries, from `first` to `last`, that aren't plain."""
        for begin, end in zip(self.entries[::2], self.entries[1::2], strict=True):
            if first < begin:
                yield first, begin - 1
            first = end + 1
        if first <= last:
            yield first, last

    def _rows_of(self, goods: int, sums: Sums) -> Iterator[tuple[object, ...]]:
        return ((self.heads[place], goods, amount) for place, amount in enumerate(sums) if amount)
