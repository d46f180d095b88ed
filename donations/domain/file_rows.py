"""Which rows of a file records were in, where they come in no order: what is given back is told once its gift is found."""

from collections.abc import Sequence

_MOST_GAPS = 1_000
"""So many gaps between rows that were met are kept, the last ones: rows that come later lie not far behind."""


class FileRows:
    """The rows that were met: a number, and the gaps before it."""

    def __init__(self) -> None:
        self.last = 0
        self._gaps: list[tuple[int, int]] = []

    def again(self, rows: Sequence[int]) -> int:
        """How many of `rows`, those of some records, were met before, or stand there more than once."""
        if rows and rows[0] > self.last and rows[-1] - rows[0] + 1 == len(rows):  # each once, one behind the other
            self._go_to(rows[0])
            self.last = rows[-1]
            return 0
        return sum(1 for row in rows if not self._is_new(row))

    def _is_new(self, row: int) -> bool:
        if row > self.last:
            self._go_to(row)
            return True
        for place in reversed(range(len(self._gaps))):
            first, last = self._gaps[place]
            if first <= row <= last:
                self._gaps[place : place + 1] = [
                    (one, other) for one, other in ((first, row - 1), (row + 1, last)) if one <= other
                ]
                return True
            if last < row:
                return False
        return False

    def _go_to(self, row: int) -> None:
        if row > self.last + 1:
            self._gaps.append((self.last + 1, row - 1))
            del self._gaps[:-_MOST_GAPS]
        self.last = row
