"""The columns of a table as people see them: how each cell reads, and how narrow it may get."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from donations.i18n import N_
from donations.output.cells import Reader, place
from donations.output.width import pad, width
from donations.reports.table import Column, Row, Table, Type

STILL_READABLE = 8
"""Cells that a text column keeps in any case."""

_NARROWEST_TITLE = 4
_NUMBERS = frozenset({Type.INTEGER, Type.NUMBER, Type.QUANTITY, Type.MONEY})
_AMOUNTS = frozenset({Type.QUANTITY, Type.MONEY})
_SOLID = _NUMBERS | {Type.DATE}
_LONGEST_TERM = 20
"""Cells: a longer one is broken over lines like any text."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2}-[0-9]{2})")

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


def with_unit(table: Table, shown: Sequence[int]) -> list[int]:
    """The places of `shown`, and that of the unit where amounts are among them."""
    unit_at = place(table.columns, "unit")
    if unit_at is None or unit_at in shown or not any(table.columns[at].type is Type.QUANTITY for at in shown):
        return list(shown)
    return sorted([*shown, unit_at])


def fields_of(
    table: Table,
    shown: Sequence[int],
    rows: Sequence[Row],
    reader: Reader,
    *,
    unit_beside: bool,
    is_brief: bool = False,
) -> list[Field]:
    """The columns at the places `shown`, as wide as `rows` make them.

    Where `is_brief`, a year that all days of a column share stands in its title, and words of ours may be broken at blanks.
    """
    fields = [_field(table, index, rows, reader, unit_beside=unit_beside, is_brief=is_brief) for index in shown]
    if fields and table.totals:
        fields[0] = _with_room_for_total(fields, table.totals, reader)
    return fields


def _field(
    table: Table, index: int, rows: Sequence[Row], reader: Reader, *, unit_beside: bool, is_brief: bool
) -> Field:
    column, title = table.columns[index], reader.title(table.columns[index])
    read = reader.number_or_text(table, index)
    if is_brief and column.type is Type.DATE and (year := _only_year(map(read, rows))):
        read, title = _without_year(read), f"{title} {year}"
    content = _widest(map(read, rows))
    if column.type is Type.QUANTITY and unit_beside:
        unit = reader.unit(table, number_at=index)
        longest_unit = _widest(map(unit, rows))
        if longest_unit:
            read = _with_unit(read, unit, content, longest_unit)
            content += 1 + longest_unit
    solid = _is_solid(column, content) and not (is_brief and _has_words(column, map(read, rows)))
    floor = max(content if solid else min(content, STILL_READABLE), _narrowest_title(title))
    word = 0 if solid or content <= floor else _longest_word(map(read, rows))
    if column.type is Type.TERM:
        floor = max(floor, min(word, _LONGEST_TERM))
    right, amount = column.type in _NUMBERS, column.type in _AMOUNTS
    return Field(
        title, read, right, amount, solid, floor, max(content, width(title)), word, reader.say(column.none), index
    )


def _only_year(days: Iterable[str]) -> str:
    """The year of all these days; nothing where there are several, or what is no day."""
    found = [_DAY.fullmatch(day) for day in days if day]
    years = {day[1] if day else "" for day in found}
    return years.pop() if len(years) == 1 else ""


def _without_year(read: Read) -> Read:
    return lambda row: read(row).partition("-")[2]


def _has_words(column: Column, texts: Iterable[str]) -> bool:
    """Whether the column holds words of ours that can be broken at a blank."""
    return column.type is Type.TERM and all(map(str.isascii, texts))


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
