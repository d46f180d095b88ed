"""Values as programs read them, exact and raw: by columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from donations.domain.amount import MONEY_DECIMALS, minor_text, program_word
from donations.domain.remembered import Remembered, in_place_of
from donations.reports.table import Cells, Column, InColumns, Row, Step, Table, Type, Value, whole


def program_columns(table: Table) -> list[Column]:
    """The columns that programs get: all but DECIMALS and those for people alone."""
    return [table.columns[at] for at in _places(table)]


def _places(table: Table) -> list[int]:
    return [at for at, column in enumerate(table.columns) if column.type is not Type.DECIMALS and column.for_programs]


def program_cells(table: Table, rows: Callable[[], Iterable[Row]], nothing: str | None = None) -> Iterator[list[Cells]]:
    """Of `rows` (those of the table, or its totals), some after the other, the cells of each of `program_columns`.

    Amounts are strings of exact decimals, or `nothing`; integers stay integers, everything else is text as stored, or None.
    """
    places, decimals_at = _places(table), table.decimals_at()
    steps = [
        _amounts([at for at in places if table.columns[at].type is Type.QUANTITY], decimals_at, 0, nothing),
        _amounts([at for at in places if table.columns[at].type is Type.MONEY], None, MONEY_DECIMALS, nothing),
        _certainties([at for at in places if table.columns[at].key.endswith("certainty")]),
    ]
    in_columns = rows if isinstance(rows, InColumns) else InColumns(rows)
    return ([columns[at] for at in places] for columns in in_columns.columns(*steps))


def _amounts(places: Sequence[int], decimals_at: int | None, decimals: int, nothing: str | None) -> Step:
    """Exact decimals in the `places` of smallest units, of which as many are behind the point as stands in their row, or `decimals`."""
    text = Remembered(partial(_decimal, nothing))

    def row(amounts: Row) -> Row:
        return tuple([text[minor, amounts[-1]] for minor in amounts[:-1]])

    texts = Remembered(row)

    def step(some: Sequence[Cells]) -> Sequence[Cells]:
        behind = [decimals] * len(some[0]) if decimals_at is None else some[decimals_at]
        return _with(some, places, in_place_of(texts, *[some[at] for at in places], behind))

    return step if places else lambda some: some


def _decimal(nothing: str | None, amount: Row) -> str | None:
    minor, decimals = amount
    return nothing if minor is None else minor_text(whole(minor), whole(decimals))


def _certainty(said: Value) -> Value:
    return program_word(said) if isinstance(said, str) else said


def _certainties(places: Sequence[int]) -> Step:
    words = Remembered(_certainty)
    return lambda some: _with(some, places, [list(map(words.__getitem__, some[at])) for at in places])


def _with(some: Sequence[Cells], places: Sequence[int], other: Iterable[Cells]) -> Sequence[Cells]:
    """The columns with `other` ones in those places."""
    changed = dict(zip(places, other, strict=True))
    return [changed.get(at, cells) for at, cells in enumerate(some)]
