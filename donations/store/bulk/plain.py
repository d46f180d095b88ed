"""Entries with one exact amount each, sealed and written by the thousand.

Their values are handed to SQLite column by column, each as one blob of cells of equal width, out of which one statement
a table makes all rows: so SQLite is called a few times for a thousand rows instead of five times for each.
"""

import sqlite3
from array import array
from functools import cache
from operator import is_

from donations.store.bulk import columns

BATCH = 2000
"""How many are written at a time; more would overflow the processor's own memory."""

_STAGES = """
create temp table bulk_place (number integer primary key);
create temp table plain_head (number integer primary key, type, date, city, county);
create temp table plain_role (number integer primary key, role);
create temp table plain_goods (number integer primary key, item, flow, store, purpose, before, behind);
create temp table plain_row (entry integer primary key, source, row, identity, is_numbered);
create temp table plain_sum (head, goods, amount)
"""
_WRITE = (
    """
insert into entry (number, type, date, city, county, recorded_at)
select {number}, h.type, h.date, h.city, h.county, :now from bulk_place as n
cross join plain_head as h on h.number = {head} where n.number < :many""",
    """
insert into line (entry, position, item, flow, amount_minor, certainty, store, purpose, written)
select {number}, 1, g.item, g.flow, {minor}, 'exact', g.store, g.purpose, g.before || {digits} || g.behind
from bulk_place as n cross join plain_goods as g on g.number = {goods} where n.number < :many""",
    """
insert into entry_party (entry, role, position, name) select {number}, {role}, 1, {name} from bulk_place as n {roles}
where n.number < :many""",
    "insert into chain (number, entry, digest) select {link}, {number}, {digest} from bulk_place as n where n.number < :many",
)
_EACH_AMOUNT = """
insert into plain_sum (head, goods, amount) select {head}, {goods}, {minor} from bulk_place as n where n.number < :many"""
_FROM_ROWS = "select {number}, :source, {row}, {identity}, :is_numbered from bulk_place as n where n.number < :many"
_ROWS = f"import_row (entry, source, row, identity, is_numbered) {_FROM_ROWS}"
_ROWS_APART = f"plain_row (entry, source, row, identity, is_numbered) {_FROM_ROWS}"
_COUNTED = ("number", "link", "row")
_NUMBERS = ("number", "link", "head", "role", "name", "goods", "minor", "row")
_TEXTS = ("digits", "digest")
_BLOBS = ("identity",)
_EVEN = ("digest",)
"""Texts that are all of one length."""
EVEN_NUMBER, LARGE_NUMBER = b"%09d", b"%016d"  # so that cells needn't be filled up
LAST = (1 << 63) - 1
"""No entry has a higher number."""
DIGITS = 16
"""How many characters of a number are written at most, a point included."""
_COLUMNS = (*_NUMBERS, *_TEXTS, *_BLOBS)
_KNOWN = """
select n.number, count(*) from bulk_place as n cross join import_row as r indexed by import_row_identity
on r.identity = substr(:identities, n.number * :width + 1, :width)
where n.number < :many and r.identity is not null and r.entry < :before group by n.number
"""


def cell_of(column: str) -> str:
    """The SQL of the bytes of a row's cell in its column."""
    return f"substr(:{column}, n.number * :{column}_width + 1, :{column}_width)"


def _cell(column: str) -> str:
    """The SQL that cuts the cell of a row out of its column."""
    cell = cell_of(column)
    if column in _NUMBERS:
        return f"cast({cell} as integer)"
    text = f"cast({cell} as text)"
    return cell if column in _BLOBS else text if column in _EVEN else f"rtrim({text})"


@cache
def _statements(short: frozenset[str], rows: str, *, with_amounts: bool) -> tuple[str, ...]:
    """What writes the tables; of columns that are `short` the first cell tells all. `rows`: where rows go."""
    more = (_EACH_AMOUNT,) if with_amounts else ()
    cells = {column: _cell(column) for column in _COLUMNS}
    cells |= {column: f"(:{column}_first + n.number)" for column in _COUNTED if column in short}
    if "digits" in short:
        cells["digits"] = cells["minor"]
    cells["roles"] = "" if "role" in short else f"cross join plain_role as r on r.number = {cells['role']}"
    cells["role"] = "(select role from plain_role where number = :role_first)" if "role" in short else "r.role"
    return tuple(statement.format(**cells) for statement in (*_WRITE, *more, f"insert into {rows}"))


class PlainStage:
    """The columns of such entries until they are written."""

    def __init__(self) -> None:
        self.counted = {column: array("q") for column in _COUNTED}
        """Numbers that mostly go one by one."""
        self.cells: dict[str, list[bytes]] = {column: [] for column in _COLUMNS if column not in _COUNTED}
        """Cells of one width, those of several entries at once."""
        self.roles: set[bytes] = set()
        self.is_numbered = False
        """Whether they are known by transaction numbers of their own, as all of one table are, or none."""

    @property
    def many(self) -> int:
        """How many they are."""
        return len(self.counted["number"])

    def told(self) -> dict[str, object]:
        """What statements are told of them all: blobs of cells, and where numbers go one by one the first of them."""
        said: dict[str, object] = {"is_numbered": int(self.is_numbered)}
        if not self.many:
            return said
        for name, numbers in self.counted.items():
            if numbers[-1] - numbers[0] == self.many - 1:  # they never go back
                said[f"{name}_first"] = numbers[0]
            else:
                said[name] = b"".join(map(LARGE_NUMBER.__mod__, numbers))
        cells = dict(self.cells)
        if all(map(is_, cells["digits"], cells["minor"])):
            said["digits_first"] = None  # they are the amounts'
            del cells["digits"]
        if len(self.roles) == 1:
            said["role_first"] = int(next(iter(self.roles)))
            del cells["role"]
        for name, told in cells.items():
            said[name] = b"".join(told)
        return said | {f"{name}_width": len(said[name]) // self.many for name in _COLUMNS if name in said}  # type: ignore[arg-type]


def write(
    connection: sqlite3.Connection, many: int, said: dict[str, object], *, keeps_rows_apart: bool, with_amounts: bool
) -> None:
    """Write all entries that `told` told of; `keeps_rows_apart`: their rows are put in place later; `with_amounts`: each amount is
    told too, since nobody adds them up.

    SQLite needn't hold each value against the checks again: days, roles, flows and amounts were made by what the
    checks say the same of.
    """
    said = {**said, "many": many}
    short = frozenset(column for column in _COLUMNS if f"{column}_first" in said)
    columns.count_places(connection, many)
    connection.execute("pragma ignore_check_constraints=on")
    try:
        rows = _ROWS_APART if keeps_rows_apart else _ROWS
        for statement in _statements(short, rows, with_amounts=with_amounts):
            connection.execute(statement, said)
    finally:
        connection.execute("pragma ignore_check_constraints=off")


def has_rows_apart(connection: sqlite3.Connection) -> bool:
    """Whether rows are kept apart from those of earlier files."""
    return connection.execute("select 1 from temp.plain_row limit 1").fetchone() is not None


def put_rows_in_place(connection: sqlite3.Connection) -> None:
    """Put the rows that were kept apart where they belong."""
    connection.execute(
        "insert into import_row (entry, source, row, identity, is_numbered) select * from temp.plain_row order by entry"
    )
    connection.execute("delete from temp.plain_row")


def begin(connection: sqlite3.Connection) -> None:
    """Make what entries are put together from."""
    for statement in _STAGES.split(";"):
        connection.execute(statement)


def end(connection: sqlite3.Connection) -> None:
    """Take that away."""
    for table in ("bulk_place", "plain_head", "plain_role", "plain_goods", "plain_row", "plain_sum"):
        connection.execute(f"drop table temp.{table}")


def known_by(connection: sqlite3.Connection, identities: bytes, many: int, before: int) -> dict[int, int]:
    """How many entries below `before` are known by each of the `many` identities, by its place; those by which none is are left out."""
    said = {"identities": identities, "width": len(identities) // many, "many": many, "before": before}
    columns.count_places(connection, many)
    return dict(connection.execute(_KNOWN, said).fetchall())
