"""Columns of text for spreadsheets: what they would calculate gets an apostrophe, and how many did is known."""

from collections.abc import Callable, Iterator, Sequence

from donations.domain import spreadsheet
from donations.domain.remembered import Remembered
from donations.domain.text import one_line
from donations.output.counted import Count
from donations.output.for_programs import Piece, in_pieces, program_columns, written
from donations.reports.table import Cells, Column, Row, Table, Type

Texts = Sequence[str]
"""What stands in one column, some rows of it."""

_COUNTED = frozenset({Type.INTEGER, Type.NUMBER})
_AMOUNTS = frozenset({Type.QUANTITY, Type.MONEY})


class Harmless(Count):
    """Makes the texts of tables harmless, unless they are wanted `raw`; `guarded` counts the cells that got an apostrophe.

    `write` is how a format writes a column of texts that may hold anything; numbers it takes as they are. `between` keeps cells apart.
    """

    def __init__(self, write: Callable[[Texts], Texts], between: str, *, raw: bool) -> None:
        self._write, self._between, self._raw = write, between, raw

    def write(self, table: Table, lines: Callable[[Sequence[Texts]], str], write: Callable[[str], object]) -> None:
        """Write the key of each column, then its texts as programs get them; `lines` makes the lines of some rows of the columns."""
        keys = [column.key if self._raw else harmless(column.key) for column in program_columns(table)]
        write(lines([self._write([key]) for key in keys]))
        written(table, lambda part: map(lines, self._columns(part)), write, self)

    def _columns(self, table: Table) -> Iterator[list[Texts]]:
        """Some rows after the other, the texts of each column.

        What is alike in many rows stands together in one text already, `between` between its cells.
        """
        told, cells = in_pieces(table, self._piece, nothing="")
        reads = [self._reader(columns) for columns in told]
        for some in cells:
            texts = [read(cells) for read, cells in zip(reads, some, strict=True)]
            yield [column for column in texts if column is not None]

    def _reader(self, columns: Sequence[Column]) -> Callable[[Cells], Texts | None]:
        """How to make texts of the cells of a column; None of the number behind a piece."""
        if not columns:
            return self._count
        if len(columns) > 1 or columns[0].type in _AMOUNTS:
            return lambda cells: cells  # type: ignore[return-value]  # texts all of them
        if columns[0].type in _COUNTED:
            return lambda cells: (
                list(map(str, cells)) if None not in cells else ["" if cell is None else str(cell) for cell in cells]
            )
        if self._raw:
            return lambda cells: self._write(_texts(cells))
        made = _safe(columns[0])

        def guarding(cells: Cells) -> Texts:
            texts = list(_texts(cells))
            kept = list(map(made.__getitem__, texts))
            if kept != texts:
                self.guarded += sum(len(safe) > len(text) for safe, text in zip(kept, texts, strict=True))
            return self._write(kept)

        return guarding

    def _count(self, guarded: Cells) -> None:
        self.guarded += sum(guarded)  # type: ignore[arg-type]  # numbers all of them

    def _piece(self, columns: Sequence[Column]) -> Piece:
        """What makes one text of the cells of `columns`, and says how many of them got an apostrophe."""
        if all(column.type in _AMOUNTS for column in columns):
            return lambda amounts: (self._between.join(amounts), 0)  # type: ignore[arg-type]  # texts all of them
        made = [None if self._raw or column.type in _COUNTED | _AMOUNTS else _safe(column) for column in columns]

        def piece(cells: Row) -> Row:
            texts = ["" if cell is None else str(cell) for cell in cells]
            kept = [text if safe is None else safe[text] for safe, text in zip(made, texts, strict=True)]
            guarded = sum(len(safe) > len(text) for safe, text in zip(kept, texts, strict=True)) if kept != texts else 0
            return self._between.join(self._write(kept)), guarded

        return piece


def _safe(column: Column) -> Remembered[str, str]:
    return Remembered(exactly if column.is_exact else harmless)


def _texts(cells: Cells) -> Texts:
    if None not in cells:
        return cells  # type: ignore[return-value]  # only _COUNTED columns hold numbers
    return ["" if cell is None else cell for cell in cells]  # type: ignore[misc]  # only _COUNTED columns hold numbers


def harmless(text: str) -> str:
    """`text` without control characters, and with an apostrophe before what a spreadsheet would calculate."""
    return (spreadsheet.GUARD if spreadsheet.is_calculated(text) else "") + one_line(text)


def exactly(text: str) -> str:
    """As `harmless`, with an apostrophe also before what a spreadsheet would take for a number or a day."""
    return spreadsheet.guarded(one_line(text)) if not spreadsheet.is_calculated(text) else harmless(text)
