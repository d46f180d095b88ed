"""Sheets that say whose each number is, 会员号 | 姓名: no gifts, but names for the gifts of other sheets."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import AMOUNTS
from donations.importers.layouts.layout import columns_of
from donations.importers.sheet import Sheet
from donations.importers.words.cells import shown
from donations.importers.words.heading_words import normal

_FURTHEST = 15
"""The headings of a register are looked for in so many rows."""
_MOST = 200_000
_NAMES = ("donor", "party", "name", "unit_or_party", "name_part")
_CODES = ("code", "serial")
_COUNTING = ("序号", "序", "no", "nr", "#", "行号")
_NEVER = (*AMOUNTS, "amount", "total", "item", "content", "item_or_quantity", "channel", "debit", "credit", "number")


def is_register(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the rows are a register: nothing stands below its headings but where those are."""
    for place, cells in enumerate(rows[:_FURTHEST]):
        if _register(cells) is not None:
            own = {index for index, cell in enumerate(cells) if shown(cell)}
            return all(index in own or not shown(cell) for row in rows[place:] for index, cell in enumerate(row))
    return False


class _Register(NamedTuple):
    code: int
    names: tuple[int, ...]
    heading: str


def registers(sheets: Iterable[Sheet]) -> dict[str, dict[str, str]]:
    """For each heading of numbers (normal) the name that each of them has; numbers with two names have none."""
    found: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        rows = (cells for _, cells in sheet.rows)
        register = next(filter(None, map(_register, islice(rows, _FURTHEST))), None)
        if register is not None:
            names = found.setdefault(register.heading, {})
            for code, name in islice(_pairs(rows, register), _MOST):
                names[code] = name if names.get(code, name) == name else ""
    return {heading: {code: name for code, name in names.items() if name} for heading, names in found.items()}


def _register(cells: Sequence[str]) -> _Register | None:
    """Where the numbers and the names stand, if the cells are the headings of a register."""
    texts = [shown(cell) for cell in cells]
    columns = [column for column in columns_of(texts, None, {}) if column.heading]
    fields = [column.field for column in columns]
    codes = [column for column in columns if column.field in _CODES and normal(column.heading) not in _COUNTING]
    codes.sort(key=lambda column: column.field != "code")
    named = [column for column in columns if column.field in _NAMES]
    parts = tuple(column.index for column in named if column.field == "name_part")
    if not codes or not named or any(field in _NEVER for field in fields if field != PASSED):
        return None
    if any(any(map(str.isdigit, text)) for text in texts):
        return None
    return _Register(codes[0].index, parts or (named[0].index,), normal(codes[0].heading))


def _pairs(rows: Iterator[Sequence[str]], register: _Register) -> Iterator[tuple[str, str]]:
    for cells in rows:
        code = shown(cells[register.code]) if register.code < len(cells) else ""
        name = " ".join(text for index in register.names if index < len(cells) and (text := shown(cells[index])))
        if code and name:
            yield code, name
