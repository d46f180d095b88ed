"""Which columns of a table people see, and how wide each is on a terminal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice

from donations.i18n import N_
from donations.output.cells import Reader, place
from donations.output.width import pad, width
from donations.reports.table import Column, Row, Screen, Table, Type

_GAP, _NARROW_GAP = 2, 1
"""Blanks between columns, and where one is all that is left."""

SAMPLE = 20_000
"""So many rows decide the widths and the columns in use; what comes after streams."""

_EASY_READING, _STILL_READABLE = 14, 8
"""Cells that a text column keeps while there is another way to save room, and in any case."""

_EASY = ((_EASY_READING, _GAP), (_EASY_READING, _NARROW_GAP))
_CRAMPED = ((_STILL_READABLE, _GAP), (_STILL_READABLE, _NARROW_GAP))
"""The narrowest a text column gets, and the gap, in the order they are tried."""

_NARROWEST_TITLE = 4
_NUMBERS = frozenset({Type.INTEGER, Type.NUMBER, Type.QUANTITY, Type.MONEY})
_AMOUNTS = frozenset({Type.QUANTITY, Type.MONEY})
_SOLID = _NUMBERS | {Type.DATE}
_LONGEST_TERM = 20
"""Cells: a longer one is broken over lines like any text."""

TOTAL = N_("Total")

Read = Callable[[Row], str]


@dataclass(frozen=True, slots=True)
class Field:
    """One column of the screen: how its cell reads, and how wide it is."""

    title: str
    read: Read
    right: bool
    amount: bool
    solid: bool
    """Whether its cells are never broken over lines."""
    floor: int
    """The cells it can't do without."""
    width: int
    word: int = 0
    """The cells of its longest Latin word, which is broken last."""
    none: str = ""
    """What stands in it where there is nothing: not under the rule, where all groups are summed."""
    at: int = -1
    """The place of its column in the table."""


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
    kept, fields, gap = _with_room(table, shown, measured, reader, room)
    used = sum(field.width for field in fields) + gap * (len(fields) - 1) if gap else room
    rows = chain(sample, more, stream) if more else sample
    hidden = [reader.title(table.columns[index]) for index in shown if index not in kept]
    return Layout(fields, rows, table.totals, None if more else len(sample), gap, used, hidden)


def _of_all_groups(table: Table, row: Row) -> Row:
    """A row of totals as it is printed: no “not stated” where all groups are summed."""
    return tuple(
        "" if value is None and column.none else value for value, column in zip(row, table.columns, strict=True)
    )


def _with_room(
    table: Table, shown: Sequence[int], rows: Sequence[Row], reader: Reader, room: int
) -> tuple[Sequence[int], list[Field], int]:
    """The columns there is room for: those of WHERE_ROOM go, the last first, before texts get hard to read."""
    fewer = [index for index in reversed(shown) if table.columns[index].screen is Screen.WHERE_ROOM]
    for given_up in range(len(fewer) + 1):
        kept = [index for index in shown if index not in fewer[:given_up]]
        fields, gap = _fit(table, kept, rows, reader, room, _EASY)
        if gap:
            return kept, fields, gap
    fields, gap = _fit(table, kept, rows, reader, room, _CRAMPED)
    return (kept, fields, gap) if gap else (shown, *_fit(table, shown, rows, reader, room, _CRAMPED))


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
    if table.columns[index].type is not Type.QUANTITY:
        return False
    read = reader.number_or_text(table, index)
    return any(read(row) == reader.unknown for row in rows)


def _fit(
    table: Table, shown: Sequence[int], rows: Sequence[Row], reader: Reader, room: int, tries: Sequence[tuple[int, int]]
) -> tuple[list[Field], int]:
    """The fields with their widths, and the gap between them: none where they have to be stacked.

    Where room is short, titles are broken, then texts; then the units move from beside each number into a column of
    their own; then texts and gaps get narrow.
    """
    apart = with_unit(table, shown)

    @cache
    def fields_with(*, unit_beside: bool) -> list[Field]:
        return _fields(table, shown if unit_beside else apart, rows, reader, unit_beside=unit_beside)

    choices = [False] if apart == list(shown) else [True, False]
    for narrowest, gap in tries:
        for unit_beside in choices:
            fields = fields_with(unit_beside=unit_beside)
            fitting = _shrunk(fields, narrowest, room - gap * (len(fields) - 1))
            if fitting:
                return fitting, gap
    return fields_with(unit_beside=choices[0]), 0


def with_unit(table: Table, shown: Sequence[int]) -> list[int]:
    """The places of `shown`, and that of the unit where amounts are among them."""
    unit_at = place(table.columns, "unit")
    if unit_at is None or unit_at in shown or not any(table.columns[at].type is Type.QUANTITY for at in shown):
        return list(shown)
    return sorted([*shown, unit_at])


def _fields(
    table: Table, shown: Sequence[int], rows: Sequence[Row], reader: Reader, *, unit_beside: bool
) -> list[Field]:
    fields = [_field(table, index, rows, reader, unit_beside=unit_beside) for index in shown]
    if fields and table.totals:
        fields[0] = _with_room_for_total(fields, table.totals, reader)
    return fields


def _field(table: Table, index: int, rows: Sequence[Row], reader: Reader, *, unit_beside: bool) -> Field:
    column = table.columns[index]
    read = reader.number_or_text(table, index)
    content = _widest(map(read, rows))
    if column.type is Type.QUANTITY and unit_beside:
        unit = reader.unit(table, number_at=index)
        longest_unit = _widest(map(unit, rows))
        if longest_unit:
            read = _with_unit(read, unit, content, longest_unit)
            content += 1 + longest_unit
    title = reader.title(column)
    solid = _is_solid(column, content)
    floor = max(content if solid else min(content, _STILL_READABLE), _narrowest_title(title))
    right, amount = column.type in _NUMBERS, column.type in _AMOUNTS
    word = 0 if solid or content <= floor else _longest_word(map(read, rows))
    return Field(
        title, read, right, amount, solid, floor, max(content, width(title)), word, reader.say(column.none), index
    )


def _is_solid(column: Column, content: int) -> bool:
    """Whether cells of the column are never broken: numbers, days, units, and words of ours that are not whole sentences."""
    if column.type is Type.TERM:
        return content <= _LONGEST_TERM
    return column.type in _SOLID or (column.key == "unit" and not column.is_verbatim)


def _with_room_for_total(fields: Sequence[Field], totals: Sequence[Row], reader: Reader) -> Field:
    """The first field, wide enough for what stands in it under the table."""
    first = fields[0]
    needed = _widest(cells[0] for cells in total_cells(fields, totals, reader))
    return replace(
        first, floor=max(first.floor, needed) if first.solid else first.floor, width=max(first.width, needed)
    )


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split() if word.isascii()), default=0)


def _widest(texts: Iterable[str]) -> int:
    return max(map(width, texts), default=0)


def _narrowest_title(title: str) -> int:
    return max((width(word) if word.isascii() else _NARROWEST_TITLE for word in title.split()), default=0)


def _with_unit(number: Read, unit: Read, number_cells: int, unit_cells: int) -> Read:
    """Number and unit in columns of their own, so that digits stand under digits."""

    def read(row: Row) -> str:
        text = number(row)
        return f"{pad(text, number_cells, right=True)} {pad(unit(row), unit_cells)}" if text else ""

    return read


def _shrunk(fields: Sequence[Field], narrowest_text: int, room: int) -> list[Field] | None:
    """The fields within `room` cells, texts no narrower than `narrowest_text`; None where that is too little."""
    if sum(field.width for field in fields) <= room:
        return list(fields)
    widths = [field.floor if field.solid else field.width for field in fields]
    floors = [min(cells, max(field.floor, narrowest_text)) for field, cells in zip(fields, widths, strict=True)]
    if sum(floors) > room:
        return None
    whole = [max(floor, field.word) for field, floor in zip(fields, floors, strict=True)]
    while sum(widths) > room:
        places = [
            at for at in range(len(widths)) if widths[at] > whole[at]
        ]  # words are broken only where nothing else gives
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


def total_cells(fields: Sequence[Field], totals: Sequence[Row], reader: Reader) -> list[list[str]]:
    """The cells of the rows of totals, the word for it in the first: once where that is empty, else before each."""
    label = reader.say(TOTAL)
    rows: list[list[str]] = []
    for row in totals:
        first, *others = [field.read(row) for field in fields]
        first = "" if first == fields[0].none else first
        named = f"{label} {first}" if first else label if not rows else ""
        rows.append([named, *others])
    return rows
