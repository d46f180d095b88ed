"""Values as programs read them, exact and raw: by columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice, repeat
from operator import itemgetter
from typing import NamedTuple

from donations.domain.amount import MONEY_DECIMALS, minor_text, program_word
from donations.domain.remembered import Remembered, in_place_of
from donations.output.counted import Count
from donations.reports.table import Cells, Column, InColumns, Part, Row, Step, Table, Type, Value, whole

Piece = Callable[[Row], Row]
"""What makes of the cells that neighbouring columns have in a row, as programs get them, what is written of them."""


def program_columns(table: Table) -> list[Column]:
    """The columns that programs get: all but DECIMALS and those for people alone."""
    return [column for column in table.columns if _is_given(column)]


def program_cells(table: Table, rows: Callable[[], Iterable[Row]], nothing: str | None = None) -> Iterator[list[Cells]]:
    """Of `rows` (those of the table, or its totals), some after the other, the cells of each of `program_columns`.

    Amounts are strings of exact decimals, or `nothing`; integers stay integers, everything else is text as stored, or None.
    """
    in_columns = rows if isinstance(rows, InColumns) else InColumns(lambda: [rows()])
    return _given(in_columns, table.columns, nothing)


def written(
    table: Table, made: Callable[[Table], Iterator[str]], write: Callable[[str], object], count: Count | None = None
) -> None:
    """Write what `made` makes of the rows of `table`, in their order, and counts in `count`; of many by two processes, where they may be."""
    rows, pieces = table.rows, None
    if isinstance(rows, InColumns) and rows.in_pieces is not None:
        from donations.output import two_processes  # most tables are short

        pieces = rows.in_pieces() if two_processes.are_possible() else None
    if pieces is None:
        for text in made(table):
            write(text)
        return
    with closing(two_processes.texts(pieces, lambda part: made(table._replace(rows=part)), count or Count())) as found:
        for text in found:
            write(text)


class InPieces(NamedTuple):
    """A table in which what a report makes of a row together is written together: it is alike in many rows, and made once.

    Each column of `cells` stands for the program columns beside it in `columns`: for one, it holds its cells; for several, pieces.
    """

    columns: Sequence[Sequence[Column]]
    cells: Iterator[list[Cells]]


def in_pieces(table: Table, piece: Callable[[Sequence[Column]], Piece], nothing: str | None = None) -> InPieces:
    """The cells of `table` as `program_cells` gives them; `piece` makes two of those of several columns: what is written, and a number."""
    rows = table.rows if isinstance(table.rows, InColumns) else InColumns(lambda: [table.rows()])
    if not rows.parts:
        return InPieces([[column] for column in program_columns(table)], program_cells(table, rows, nothing))
    parts: list[Part] = []
    columns: list[Column] = []
    told: list[Sequence[Column]] = []
    left = iter(table.columns)
    for part in rows.parts:
        own = list(islice(left, part.width))
        given = list(filter(_is_given, own))
        if part.make is None or len(given) < _FEWEST_TOGETHER or not _is_whole(own, table.columns):
            parts.append(part)
            columns += own
            told += [[column] for column in given]
        else:
            parts.append(Part(part.of, 2, _written(part.make, own, piece(given), nothing)))
            columns += (_WRITTEN, _NUMBER)
            told += (given, ())
    return InPieces(told, _given(InColumns(rows.reads, parts), columns, nothing))


_FEWEST_TOGETHER = 4
"""Fewer columns are written as quickly one by one, and it costs less where a row is like no other."""
_OF_AMOUNTS = (Type.QUANTITY, Type.DECIMALS)
_WRITTEN, _NUMBER = Column("", ""), Column("", "", Type.INTEGER)


def _is_given(column: Column) -> bool:
    return column.type is not Type.DECIMALS and column.for_programs


def _is_whole(part: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether the amounts of `part` are none, or all that `columns` have, beside how many decimals they have."""
    own, all_ = ([column for column in some if column.type in _OF_AMOUNTS] for some in (part, columns))
    return not own or own == all_


def _decimals_at(columns: Sequence[Column]) -> int | None:
    return next((at for at, column in enumerate(columns) if column.type is Type.DECIMALS), None)


def _written(make: Callable[[Row], Row], columns: Sequence[Column], piece: Piece, nothing: str | None) -> Piece:
    """What makes of what was read the piece of `columns`, whose cells `make` makes of it."""
    places = [at for at, column in enumerate(columns) if _is_given(column)]
    given, decimals_at = itemgetter(*places), _decimals_at(columns)
    text = Remembered(partial(_decimal, nothing))
    if decimals_at is not None and all(columns[at].type is Type.QUANTITY for at in places):

        def amounts(read: Row) -> Row:
            row = make(read)
            return piece(tuple(map(text.__getitem__, zip(given(row), repeat(row[decimals_at])))))

        return amounts
    ways = [_way(columns[at], text) for at in places]

    def written(read: Row) -> Row:
        row = make(read)
        decimals = None if decimals_at is None else row[decimals_at]
        return piece(tuple([way(cell, decimals) for way, cell in zip(ways, given(row), strict=True)]))

    return written


def _way(column: Column, text: Remembered[Row, str | None]) -> Callable[[Value, Value], Value]:
    """How a cell of `column` becomes one for programs, in a row of so many decimals."""
    if column.type is Type.QUANTITY:
        return lambda cell, decimals: text[cell, decimals]
    if column.type is Type.MONEY:
        return lambda cell, _decimals: text[cell, MONEY_DECIMALS]
    if column.key.endswith("certainty"):
        return lambda cell, _decimals: _certainty(cell)
    return lambda cell, _decimals: cell


def _given(rows: InColumns, columns: Sequence[Column], nothing: str | None) -> Iterator[list[Cells]]:
    """The cells of those of `columns` that programs get."""
    places = [at for at, column in enumerate(columns) if _is_given(column)]
    steps = [
        _amounts([at for at in places if columns[at].type is Type.QUANTITY], _decimals_at(columns), 0, nothing),
        _amounts([at for at in places if columns[at].type is Type.MONEY], None, MONEY_DECIMALS, nothing),
        _certainties([at for at in places if columns[at].key.endswith("certainty")]),
    ]
    return ([some[at] for at in places] for some in rows.columns(*filter(None, steps)))


def _amounts(places: Sequence[int], decimals_at: int | None, decimals: int, nothing: str | None) -> Step | None:
    """Exact decimals in the `places` of smallest units, of which as many are behind the point as stands in their row, or `decimals`."""
    if not places:
        return None
    text = Remembered(partial(_decimal, nothing))

    def row(amounts: Row) -> Row:
        return tuple([text[minor, amounts[-1]] for minor in amounts[:-1]])

    texts = Remembered(row)

    def step(some: Sequence[Cells]) -> Sequence[Cells]:
        behind = [decimals] * len(some[0]) if decimals_at is None else some[decimals_at]
        return _with(some, places, in_place_of(texts, *[some[at] for at in places], behind))

    return step


def _decimal(nothing: str | None, amount: Row) -> str | None:
    minor, decimals = amount
    if minor is None:
        return nothing
    return (
        minor_text(minor, decimals)
        if type(minor) is type(decimals) is int
        else minor_text(whole(minor), whole(decimals))
    )


def _certainty(said: Value) -> Value:
    return program_word(said) if isinstance(said, str) else said


def _certainties(places: Sequence[int]) -> Step | None:
    if not places:
        return None
    words = Remembered(_certainty)
    return lambda some: _with(some, places, [list(map(words.__getitem__, some[at])) for at in places])


def _with(some: Sequence[Cells], places: Sequence[int], other: Iterable[Cells]) -> Sequence[Cells]:
    """The columns with `other` ones in those places."""
    changed = dict(zip(places, other, strict=True))
    return [changed.get(at, cells) for at, cells in enumerate(some)]
