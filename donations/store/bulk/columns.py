"""Rows handed to SQLite column by column: each is one blob of cells of equal width, out of which one statement makes all rows."""

import sqlite3
from collections.abc import Sequence
from functools import cache
from itertools import repeat

_FEWEST = 8
"""Fewer rows than this are handed over one by one."""
_MOST_BYTES = 1_000_000
"""How large one column may become."""
_MORE_PLACES = """
insert into bulk_place with recursive place (number) as (
  select (select count(*) from bulk_place) union all select number + 1 from place where number + 1 < :many
) select number from place where number < :many
"""
Rows = Sequence[tuple[object, ...]]


def count_places(connection: sqlite3.Connection, many: int) -> None:
    """Make sure that `many` rows can be made out of columns."""
    connection.execute(_MORE_PLACES, {"many": many})


def insert(connection: sqlite3.Connection, table: str, columns: str, rows: Rows) -> None:
    """Insert the rows, of whole numbers, texts and blobs; `columns` are the names of theirs."""
    if not rows:
        return
    said = _told(columns.split(", "), rows) if len(rows) >= _FEWEST else None
    if said is None:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into {table} ({columns}) values ({marks})", rows)  # noqa: S608 - names of ours
        return
    values, cells = said
    count_places(connection, len(rows))
    connection.execute(_statement(table, columns, cells), {**values, "many": len(rows)})


@cache
def _statement(table: str, columns: str, cells: tuple[str, ...]) -> str:
    return f"insert into {table} ({columns}) select {', '.join(cells)} from bulk_place as n where n.number < :many"  # noqa: S608


def _told(names: Sequence[str], rows: Rows) -> tuple[dict[str, object], tuple[str, ...]] | None:
    """The values that a statement is told, and the SQL of each column; None where they can't be handed over so."""
    values: dict[str, object] = {}
    cells: list[str] = []
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        if len(set(column)) == 1:
            values[name] = column[0]
            cells.append(f":{name}")
            continue
        sorts = set(map(type, column))
        told = _bytes(column, sorts)
        width = max(map(len, told)) if told is not None else 0
        if told is None or width * len(rows) > _MOST_BYTES:
            return None
        values[name], values[f"{name}_width"] = b"".join(map(bytes.ljust, told, repeat(width))), width
        cells.append(_sql(name, sorts))
    return values, tuple(cells)


def _bytes(column: Sequence[object], sorts: set[type]) -> list[bytes] | None:
    """The cells of a column; None where padding would change them, or where there are several sorts of them."""
    if sorts == {int}:
        return list(map(b"%d".__mod__, column))
    if sorts == {bytes}:
        return list(column) if len(set(map(len, column))) == 1 else None  # type: ignore[arg-type]
    if sorts <= {str, type(None)}:
        told = [b"" if cell is None else cell.encode() for cell in column]  # type: ignore[attr-defined]
        if "" in column or any(cell.endswith(b" ") for cell in told):
            return None
        return told
    return None


def _sql(name: str, sorts: set[type]) -> str:
    """What cuts the cell of a row out of its column."""
    cell = f"substr(:{name}, n.number * :{name}_width + 1, :{name}_width)"
    if bytes in sorts:
        return cell
    if int in sorts:
        return f"cast({cell} as integer)"
    text = f"rtrim(cast({cell} as text))"
    return f"nullif({text}, '')" if type(None) in sorts else text
