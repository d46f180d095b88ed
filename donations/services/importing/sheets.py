"""Sheets of one file that say the same gifts twice: a list of all beside a list of each month, or sums beside the details."""

import sqlite3
from collections.abc import Mapping
from fractions import Fraction

from donations import errors
from donations.domain.imported import FileOutcome, TableOutcome
from donations.services.importing.exchange import LAYOUT
from donations.store.import_sheets import stands_in

_FEWEST = 2
"""So many rows are no chance."""

Sources = Mapping[int, tuple[FileOutcome, str | None]]


def said_twice(connection: sqlite3.Connection, sources: Sources, first: int) -> errors.SheetAgain | None:
    """Why nothing of an import is kept whose entries begin with `first`; None where no sheet says what others do."""
    files = {id(file): file for file, _ in sources.values()}
    for key, file in files.items():
        numbers = [number for number, (one, _) in sources.items() if id(one) == key]
        pairs = zip(numbers, file.tables, strict=True)
        tables = {number: table for number, table in pairs if table.imported and table.layout != LAYOUT}
        for number, table in tables.items():
            beside = {n: one for n, one in tables.items() if one.sheet != table.sheet and one.sort == table.sort}
            if _is_dated(table):
                same = list(beside) if _repeats(connection, number, table, beside, first) else []
            else:
                same = _summed_up(table, beside)
            if same:
                others = "、".join(dict.fromkeys(beside[n].sheet or "" for n in same))
                return errors.SheetAgain(file=file.file, sheet=table.sheet, others=others)
    return None


def _is_dated(table: TableOutcome) -> bool:
    return "date" in table.columns.values()


def _repeats(
    connection: sqlite3.Connection, number: int, table: TableOutcome, beside: Mapping[int, TableOutcome], first: int
) -> bool:
    """Whether every row of a table stands in those beside it too."""
    return bool(beside) and table.imported >= _FEWEST and stands_in(connection, number, beside, first)


def _summed_up(table: TableOutcome, beside: Mapping[int, TableOutcome]) -> list[int]:
    """The tables with days that together make what one without days does, of no more rows than theirs; none of else."""
    dated = {number: one for number, one in beside.items() if _is_dated(one)}
    together: dict[str, Fraction] = {}
    for one in dated.values():
        for unit, number in one.sums.items():
            together[unit] = together.get(unit, Fraction(0)) + number
    rows = sum(one.imported for one in dated.values())
    return list(dated) if together and rows >= max(_FEWEST, table.imported) and together == table.sums else []
