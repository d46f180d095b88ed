"""Columns of text for spreadsheets: what they would calculate gets an apostrophe, and how many did is known."""

from collections.abc import Callable, Iterator, Sequence

from donations.domain import spreadsheet
from donations.domain.remembered import Remembered
from donations.domain.text import one_line
from donations.output.for_programs import program_cells, program_columns
from donations.reports.table import Cells, Column, Table, Type

Texts = Sequence[str]
"""What stands in one column, some rows of it."""

_COUNTED = frozenset({Type.INTEGER, Type.NUMBER})
_AMOUNTS = frozenset({Type.QUANTITY, Type.MONEY})


class Harmless:
    """Makes the texts of tables harmless, unless they are wanted `raw`; `guarded` counts the cells that got an apostrophe.

    `write` is how a format writes a column of texts that may hold anything; numbers it takes as they are.
    """

    def __init__(self, write: Callable[[Texts], Texts], *, raw: bool) -> None:
        self._write, self._raw = write, raw
        self.guarded = 0

    def columns(self, table: Table) -> Iterator[list[Texts]]:
        """The key of each column; then some rows after the other, the texts of each column as programs get them."""
        columns = program_columns(table)
        yield [self._write([column.key if self._raw else harmless(column.key)]) for column in columns]
        reads = [self._reader(column) for column in columns]
        for some in program_cells(table, table.rows, nothing=""):
            yield [read(cells) for read, cells in zip(reads, some, strict=True)]

    def _reader(self, column: Column) -> Callable[[Cells], Texts]:
        """How to make texts of the cells of `column`."""
        if column.type in _AMOUNTS:
            return lambda cells: cells  # type: ignore[return-value]  # texts all of them
        if column.type in _COUNTED:
            return lambda cells: ["" if cell is None else str(cell) for cell in cells]
        if self._raw:
            return lambda cells: self._write(_texts(cells))
        made = Remembered(exactly if column.is_exact else harmless)

        def guarding(cells: Cells) -> Texts:
            texts = _texts(cells)
            kept = list(map(made.__getitem__, texts))
            if kept != texts:
                self.guarded += sum(len(safe) > len(text) for safe, text in zip(kept, texts, strict=True))
            return self._write(kept)

        return guarding


def _texts(cells: Cells) -> Texts:
    return ["" if cell is None else cell for cell in cells]  # type: ignore[misc]  # only _COUNTED columns hold numbers


def harmless(text: str) -> str:
    """`text` without control characters, and with an apostrophe before what a spreadsheet would calculate."""
    return (spreadsheet.GUARD if spreadsheet.is_calculated(text) else "") + one_line(text)


def exactly(text: str) -> str:
    """The same with an apostrophe also before what it would take for a number or a day."""
    return spreadsheet.guarded(one_line(text)) if not spreadsheet.is_calculated(text) else harmless(text)
