"""Rows for spreadsheets: texts that they would calculate get an apostrophe, and how many did is known."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from donations.domain import spreadsheet
from donations.domain.text import one_line
from donations.output.cells import program_cells, program_columns
from donations.reports.table import Column, Table, Type

Cell = str | int | None

_NUMBERS = frozenset({Type.INTEGER, Type.NUMBER, Type.QUANTITY, Type.MONEY})


class Harmless:
    """Makes the rows of tables harmless, unless they are wanted `raw`; `guarded` counts the cells that got an apostrophe."""

    def __init__(self, *, raw: bool) -> None:
        self._raw = raw
        self.guarded = 0

    def rows(self, table: Table) -> Iterator[list[Cell]]:
        """The column keys, then the cells of each row as programs get them."""
        columns = program_columns(table)
        rows = map(program_cells(table), table.rows())
        return chain([self._keys(columns)], rows if self._raw else self._made_harmless(rows, columns))

    def _keys(self, columns: Iterable[Column]) -> list[Cell]:
        return [column.key if self._raw else harmless(column.key) for column in columns]

    def _made_harmless(self, rows: Iterable[list[Cell]], columns: Sequence[Column]) -> Iterator[list[Cell]]:
        texts = [
            (position, exactly if column.is_exact else harmless)
            for position, column in enumerate(columns)
            if column.type not in _NUMBERS
        ]
        for row in rows:
            for position, make in texts:
                cell = row[position]
                if isinstance(cell, str) and cell:
                    made = make(cell)
                    if made != cell:
                        row[position] = made
                        self.guarded += len(made) > len(cell)
            yield row


@lru_cache(maxsize=16384)
def harmless(text: str) -> str:
    """`text` without control characters, and with an apostrophe before what a spreadsheet would calculate."""
    return (spreadsheet.GUARD if spreadsheet.is_calculated(text) else "") + one_line(text)


@lru_cache(maxsize=16384)
def exactly(text: str) -> str:
    """The same with an apostrophe also before what it would take for a number or a day."""
    return spreadsheet.guarded(one_line(text)) if not spreadsheet.is_calculated(text) else harmless(text)
