"""The rows of a sheet, one after another, with a look at those to come."""

from collections import deque
from collections.abc import Iterator
from itertools import islice

Row = tuple[int, list[str]]


class Stream:
    """Rows that are read once, can be looked at ahead and given back."""

    def __init__(self, rows: Iterator[Row], *, is_lines: bool = False, is_records: bool = False) -> None:
        """`is_lines`, `is_records`: as a Sheet says of its rows."""
        self.is_lines, self.is_records = is_lines, is_records
        self._rows = iter(rows)
        self._ahead: deque[Row] = deque()

    def __iter__(self) -> Iterator[Row]:
        ahead, rows = self._ahead, self._rows
        while True:
            while ahead:
                yield ahead.popleft()
            for row in rows:
                yield row
                if ahead:
                    break
            else:
                if not ahead:
                    return

    def next(self) -> Row | None:
        """The next row; None at the end."""
        return self._ahead.popleft() if self._ahead else next(self._rows, None)

    def take(self, most: int) -> list[Row]:
        """The next rows, at most `most`; none at the end."""
        ahead = self._ahead
        taken = [ahead.popleft() for _row in range(min(most, len(ahead)))]
        taken += islice(self._rows, most - len(taken))
        return taken

    def peek(self, many: int) -> list[Row]:
        """The next rows, at most `many`, which are still to come."""
        if len(self._ahead) < many:
            self._ahead.extend(islice(self._rows, many - len(self._ahead)))
        return list(islice(self._ahead, many))

    def ahead(self, most: int) -> Iterator[Row]:
        """As `peek`, one by one, so that no more rows are read than are looked at."""
        for place in range(most):
            if place == len(self._ahead):
                row = next(self._rows, None)
                if row is None:
                    return
                self._ahead.append(row)
            yield self._ahead[place]

    def give_back(self, row: Row) -> None:
        """The row is still to come."""
        self._ahead.appendleft(row)
