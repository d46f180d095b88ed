"""Sums under a table that come to nothing though its rows do not: the 0 is said."""

from collections.abc import Callable, Iterable, Sequence

from donations.domain.amount import EVEN, Certainty
from donations.reports.table import Column, Row, Type


def with_what_evens_out(
    columns: Sequence[Column], rows: Callable[[], Iterable[Row]], below: Iterable[Row]
) -> list[Row]:
    """The sums `below`, one an item, less those of which no row says anything; a 0 that rows of the table come to is `EVEN`.

    Behind the cells of its columns each sum has, for each figure, whether anything moved: else no row is asked.
    """
    keys = [column.key for column in columns]
    item_at, certainty_at, value_at = keys.index("item"), keys.index("certainty"), keys.index("value")
    figures = [at for at, column in enumerate(columns) if column.type is Type.QUANTITY]
    sums = [(row[: len(columns)], row[len(columns) :]) for row in below]
    doubtful = {
        (row[item_at], at)
        for row, moved in sums
        for at, has_moved in zip(figures, moved, strict=True)
        if has_moved and row[at] == 0 and row[at + 1] == Certainty.EXACT
    }
    even = {(row[item_at], at) for row in rows() for at in figures if row[at] != 0} & doubtful if doubtful else set()

    def said(row: Row) -> Row:
        return tuple(EVEN if (row[item_at], at - 1) in even else cell for at, cell in enumerate(row))

    def is_any(row: Row) -> bool:
        moved = row[certainty_at] != Certainty.EXACT or row[value_at] is not None
        return moved or any(row[at] != 0 or (row[item_at], at) in even for at in figures)

    return [said(row) for row, _moved in sums if is_any(row)]
