"""Values as programs read them, exact and raw: by columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter

from donations.domain.amount import MONEY_DECIMALS, minor_text
from donations.domain.remembered import Remembered
from donations.output.cells import certainty_word, place_of_decimals, whole
from donations.reports.table import Cells, Column, InColumns, Row, Table, Type, Value

_Read = Callable[[Sequence[Cells]], Cells]


def program_columns(table: Table) -> list[Column]:
    """The columns that programs get: all but DECIMALS and those for people alone."""
    return [column for column in table.columns if _is_for_programs(column)]


def _is_for_programs(column: Column) -> bool:
    return column.type is not Type.DECIMALS and column.for_programs


def program_cells(table: Table, rows: Callable[[], Iterable[Row]]) -> Iterator[list[Cells]]:
    """Of `rows` (those of the table, or its totals), some after the other, the cells of each of `program_columns`.

    Amounts are strings of exact decimals, integers stay integers, everything else is text as stored, or None.
    """
    reads = [_reader(table, at) for at, column in enumerate(table.columns) if _is_for_programs(column)]
    in_columns = rows if isinstance(rows, InColumns) else InColumns(rows)
    return ([read(columns) for read in reads] for columns in in_columns.columns())


def _reader(table: Table, at: int) -> _Read:
    """How to read the column at `at` for programs, where the cells of all columns are given."""
    column = table.columns[at]
    if column.type is Type.QUANTITY:
        decimals_at = place_of_decimals(table)
        return _exact(at, lambda columns: repeat(0) if decimals_at is None else columns[decimals_at])
    if column.type is Type.MONEY:
        return _exact(at, lambda _columns: repeat(MONEY_DECIMALS))
    if column.key.endswith("certainty"):
        words = Remembered(certainty_word)
        return lambda columns: [words[said] for said in columns[at]]
    return itemgetter(at)


def _exact(at: int, decimals: Callable[[Sequence[Cells]], Iterable[Value]]) -> _Read:
    """Exact decimals of smallest units, of which so many `decimals` are behind the point."""
    texts = Remembered(_decimal)
    return lambda columns: list(map(texts.__getitem__, zip(columns[at], decimals(columns), strict=False)))


def _decimal(amount: tuple[Value, Value]) -> Value:
    minor, decimals = amount
    return None if minor is None else minor_text(whole(minor), whole(decimals))
