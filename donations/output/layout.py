"""Which columns of a table people see, and how wide each is on a terminal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from donations.output.cells import Reader
from donations.output.fields import STILL_READABLE, Field, fields_of, with_unit
from donations.output.signs import Signs
from donations.reports.table import Row, Screen, Table, Type

_GAP, _NARROW_GAP = 2, 1
"""Blanks between columns, and where one is all that is left."""

SAMPLE = 20_000
"""How many rows decide the widths and the columns in use; what comes after them streams."""

_EASY_READING = 14
"""Cells that a text column keeps while there is another way to save room."""


class _Try(NamedTuple):
    """One way to save room."""

    narrowest: int
    """The narrowest that a text column gets."""
    gap: int
    is_brief: bool = False
    """Whether a year that all days share stands in their title, and words of ours are broken where they have blanks."""
    longest_word: int = 0
    """Words of up to this many cells are not broken."""


_EASY = (_Try(_EASY_READING, _GAP), _Try(_EASY_READING, _NARROW_GAP))
_CRAMPED: tuple[_Try, ...] = (
    _Try(_EASY_READING, _NARROW_GAP, is_brief=True),
    _Try(STILL_READABLE, _NARROW_GAP, is_brief=True, longest_word=_EASY_READING),
)
_WORDS_BROKEN: tuple[_Try, ...] = (_Try(STILL_READABLE, _NARROW_GAP, is_brief=True),)
"""What is tried at last, each in the order in which it is tried."""

_LEFT_OUT = (Screen.WHERE_ROOM, Screen.UNLESS_STACKED)
"""Columns that may go, in the order in which they do."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a table, its rows and totals, and the room they take."""

    fields: Sequence[Field]
    rows: Iterable[Row]
    """Read once only where there are more than SAMPLE."""
    totals: Sequence[Row]
    length: int | None
    """How many rows there are; None where there are more than SAMPLE."""
    gap: int
    """How many blanks stand between two columns; none where the rows are stacked."""
    width: int
    signs: Signs
    """What has to be explained under the table: known once its rows were read."""
    hidden: Sequence[str] = ()
    """Titles of the columns there was no room for."""

    @property
    def stacked(self) -> bool:
        """Whether no line holds a row, so that each becomes a block of `title: value`."""
        return not self.gap


def lay_out(table: Table, reader: Reader, room: int, *, unit_apart: bool = False) -> Layout:
    """How `table` is shown in `room` cells; reads its rows once, the first SAMPLE of them before it answers.

    Units stand beside their numbers while there is room, unless they are wanted in a column of their own (`unit_apart`).
    """
    stream = iter(table.rows())
    sample = list(islice(stream, SAMPLE))
    more = list(islice(stream, 1))
    measured = [*sample, *(_of_all_groups(table, row) for row in table.totals)]
    shown = _shown(table, measured, reader, all_used=bool(more))
    if unit_apart:
        shown = with_unit(table, shown)
    kept, fields, gap = _with_room(table, shown, measured, reader, room, are_all=not more)
    used = sum(field.width for field in fields) + gap * (len(fields) - 1) if gap else room
    signs = Signs(table, kept)
    signs.look_at(measured)
    rows = chain(sample, signs.passing(chain(more, stream))) if more else sample
    hidden = [reader.title(table.columns[index]) for index in shown if index not in kept]
    return Layout(fields, rows, table.totals, None if more else len(sample), gap, used, signs, hidden)


def _of_all_groups(table: Table, row: Row) -> Row:
    """A row of totals as it is printed: no “not stated” where all groups are summed."""
    return tuple(
        "" if value is None and column.none else value for value, column in zip(row, table.columns, strict=True)
    )


def _with_room(
    table: Table, shown: Sequence[int], rows: Sequence[Row], reader: Reader, room: int, *, are_all: bool
) -> tuple[Sequence[int], list[Field], int]:
    """The columns there is room for: those of WHERE_ROOM go, the last first, before texts get hard to read.

    Those of UNLESS_STACKED go before words are broken. A year is left out only where `rows` are all that there are.
    """
    cramped, words_broken = (
        tries if are_all else tuple(one._replace(is_brief=False) for one in tries)
        for tries in (_CRAMPED, _WORDS_BROKEN)
    )
    none: list[int] = []
    first, second = ([at for at in reversed(shown) if table.columns[at].screen is screen] for screen in _LEFT_OUT)
    for gone, going, tries in ((none, first, _EASY), (first, second, cramped), (first, second, words_broken)):
        for count in range(len(going) + 1):
            kept = [at for at in shown if at not in gone and at not in going[:count]]
            fields, gap = _fit(table, kept, rows, reader, room, tries)
            if gap:
                return kept, fields, gap
    return shown, *_fit(table, shown, rows, reader, room, (*cramped, *words_broken))


def _shown(table: Table, rows: Sequence[Row], reader: Reader, *, all_used: bool) -> list[int]:
    """The places of the columns that people see."""
    return [
        index
        for index, column in enumerate(table.columns)
        if column.type is not Type.DECIMALS
        and column.screen is not Screen.NEVER
        and (column.screen is Screen.ALWAYS or all_used or _is_used(table, index, rows, reader))
    ]


def _is_used(table: Table, index: int, rows: Sequence[Row], reader: Reader) -> bool:
    if any(row[index] for row in rows):
        return True
    if table.columns[index].type not in {Type.QUANTITY, Type.MONEY}:
        return False
    texts = map(reader.number_or_text(table, index), rows)
    return any(text == reader.unknown or reader.is_about(text) for text in texts)


def _fit(
    table: Table, shown: Sequence[int], rows: Sequence[Row], reader: Reader, room: int, tries: Sequence[_Try]
) -> tuple[list[Field], int]:
    """The fields with their widths, and the gap between them: none where they have to be stacked.

    Where room is short, titles are broken, then texts; then the units move from beside each number into a column of
    their own; then texts and gaps get narrow.
    """
    apart = with_unit(table, shown)

    @cache
    def fields_with(*, unit_beside: bool, is_brief: bool) -> list[Field]:
        at = shown if unit_beside else apart
        return fields_of(table, at, rows, reader, unit_beside=unit_beside, is_brief=is_brief)

    choices = [False] if apart == list(shown) else [True, False]
    for one in tries:
        for unit_beside in choices:
            fields = fields_with(unit_beside=unit_beside, is_brief=one.is_brief)
            fitting = _shrunk(fields, one, room - one.gap * (len(fields) - 1))
            if fitting:
                return fitting, one.gap
    return fields_with(unit_beside=choices[0], is_brief=False), 0


def _shrunk(fields: Sequence[Field], how: _Try, room: int) -> list[Field] | None:
    """The fields within `room` cells, texts no narrower than `how` allows; None where that is too little."""
    if sum(field.width for field in fields) <= room:
        return list(fields)
    widths = [field.floor if field.solid else field.width for field in fields]
    floors = [
        min(cells, max(field.floor, how.narrowest, min(field.word, how.longest_word)))
        for field, cells in zip(fields, widths, strict=True)
    ]
    if sum(floors) > room:
        return None
    whole = [max(floor, field.word) for field, floor in zip(fields, floors, strict=True)]
    while sum(widths) > room:
        # Words are broken only where nothing else gives.
        places = [at for at in range(len(widths)) if widths[at] > whole[at]]
        places = places or [at for at in range(len(widths)) if widths[at] > floors[at]]
        widths[max(places, key=lambda at: widths[at])] -= 1
    return _with_whole_titles(fields, widths, room - sum(widths))


def _with_whole_titles(fields: Sequence[Field], widths: Sequence[int], spare: int) -> list[Field]:
    """The fields at `widths`; `spare` cells go to those whose titles can be whole again."""
    fitting: list[Field] = []
    for field, cells in zip(fields, widths, strict=True):
        missing = field.width - cells if field.width - cells <= spare else 0
        spare -= missing
        fitting.append(replace(field, width=cells + missing))
    return fitting
