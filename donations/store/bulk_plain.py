"""Entries with one party and one exact amount each, sealed and written by the thousand.

Their values are handed to SQLite column by column, each as one blob of cells of equal width, out of which one statement
a table makes all rows: so SQLite is called a few times for a thousand rows instead of five times for each.
"""

import sqlite3
from binascii import hexlify
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from itertools import repeat
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

from donations.store import bulk_columns, bulk_evidence
from donations.store.bulk_amounts import Sums
from donations.store.bulk_evidence import PartyRow
from donations.store.journal import LineValues

if TYPE_CHECKING:
    from donations.store.bulk import Bulk
    from donations.store.bulk_tables import Act

BATCH = 2000
"""So many are written at a time; with more the processor's own memory overflows."""

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
insert into entry_party (entry, role, position, name) select {number}, r.role, 1, {name} from bulk_place as n
cross join plain_role as r on r.number = {role} where n.number < :many""",
    "insert into chain (number, entry, digest) select {link}, {number}, {digest} from bulk_place as n where n.number < :many",
)
_EACH_AMOUNT = """
insert into plain_sum (head, goods, amount) select {head}, {goods}, {minor} from bulk_place as n where n.number < :many"""
_FROM_ROWS = "select {number}, :source, {row}, {identity}, 0 from bulk_place as n where n.number < :many"
_ROWS = f"import_row (entry, source, row, identity, is_numbered) {_FROM_ROWS}"
_ROWS_APART = f"plain_row (entry, source, row, identity, is_numbered) {_FROM_ROWS}"
_COUNTED = ("number", "link", "row")
_NUMBERS = ("number", "link", "head", "role", "name", "goods", "minor", "row")
_TEXTS = ("digits", "digest")
_BLOBS = ("identity",)
_EVEN = ("digest",)
"""Texts that are all of one length."""
_EVEN_NUMBER = b"%09d"  # so that cells needn't be filled up
_COLUMNS = (*_NUMBERS, *_TEXTS, *_BLOBS)
_KNOWN = """
select n.number, count(*) from bulk_place as n cross join import_row as r indexed by import_row_identity
on r.identity = substr(:identities, n.number * :width + 1, :width)
where n.number < :many and r.identity is not null and r.entry < :before group by n.number
"""


def _cell(column: str) -> str:
    """The SQL that cuts the cell of a row out of its column."""
    cell = f"substr(:{column}, n.number * :{column}_width + 1, :{column}_width)"
    if column in _NUMBERS:
        return f"cast({cell} as integer)"
    text = f"cast({cell} as text)"
    return cell if column in _BLOBS else text if column in _EVEN else f"rtrim({text})"


@cache
def _statements(consecutive: frozenset[str], rows: str, *, with_amounts: bool) -> tuple[str, ...]:
    """What writes the tables; of columns that are `consecutive` only the first number is told. `rows`: where rows go."""
    more = (_EACH_AMOUNT,) if with_amounts else ()
    cells = {column: f"(:{column}_first + n.number)" if column in consecutive else _cell(column) for column in _COLUMNS}
    return tuple(statement.format(**cells) for statement in (*_WRITE, *more, f"insert into {rows}"))


class Head(NamedTuple):
    """What stands at the head of entries of one sort, day and place: its number, and what the chain covers of it."""

    number: bytes
    covered: bytes
    sums: Sums


class Party(NamedTuple):
    """Who stands in entries: the numbers of the recorded name and of the role, and what the chain covers of it."""

    name: bytes
    role: bytes
    covered: bytes


class Goods(NamedTuple):
    """What the lines of one item have in common: its number, what the chain covers around their amounts and words, its sums' place."""

    number: bytes
    before: bytes
    behind: bytes
    end: bytes
    place: int


class PlainEntries(NamedTuple):
    """Entries in their order, column by column; the last are the paper's rows, and what these are known by."""

    heads: Sequence[Head]
    parties: Sequence[Party]
    goods: Sequence[Goods]
    minors: Sequence[int]
    digits: Sequence[str]
    notes: Sequence[str | None]
    rows: Sequence[int]
    identities: Sequence[bytes]


class PlainStage:
    """The columns of such entries until they are written."""

    def __init__(self) -> None:
        self.columns: dict[str, list[bytes]] = {column: [] for column in _COLUMNS}

    @property
    def many(self) -> int:
        """How many they are."""
        return len(self.columns["number"])

    def told(self) -> dict[str, object]:
        """What statements are told of them all: blobs of cells, and where numbers go one by one the first of them."""
        said: dict[str, object] = {}
        if not self.many:
            return said
        for name, column in self.columns.items():
            if name in _COUNTED and _is_consecutive(column):
                said[f"{name}_first"] = int(column[0])
                continue
            widths = set(map(len, column))
            said[f"{name}_width"] = width = max(widths)
            said[name] = b"".join(column if len(widths) == 1 else map(bytes.ljust, column, repeat(width)))
        return said


def write(
    connection: sqlite3.Connection, many: int, said: dict[str, object], *, keeps_rows_apart: bool, with_amounts: bool
) -> None:
    """Write all entries that `told` told of; `keeps_rows_apart`: their rows are put in place later; `with_amounts`: each amount is
    told too, since nobody adds them up.

    SQLite needn't hold each value against the checks again: days, roles, flows and amounts were made by what the
    checks say the same of.
    """
    said = {**said, "many": many}
    consecutive = frozenset(column for column in _COUNTED if f"{column}_first" in said)
    bulk_columns.count_places(connection, many)
    connection.execute("pragma ignore_check_constraints=on")
    try:
        rows = _ROWS_APART if keeps_rows_apart else _ROWS
        for statement in _statements(consecutive, rows, with_amounts=with_amounts):
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


def known_by(connection: sqlite3.Connection, identities: Sequence[bytes], before: int) -> dict[int, int]:
    """How many entries below `before` are known by each of them, by its place; those by which none is are left out."""
    said = {"identities": b"".join(identities), "width": len(identities[0]), "many": len(identities), "before": before}
    bulk_columns.count_places(connection, len(identities))
    return dict(connection.execute(_KNOWN, said).fetchall())


class PlainWriter:
    """Appends such entries to those that are being appended."""

    def __init__(self, bulk: "Bulk") -> None:
        self._bulk = bulk
        self._roles: dict[str, bytes] = {}

    def _part(self, table: str, *values: object) -> bytes:
        """Note what many entries have in common; gives its number."""
        number = self._bulk.next_part()
        self._bulk.tell(table, (number, *values))
        return _EVEN_NUMBER % number

    def head(self, sort: str, day: str, place: tuple[str | None, str | None]) -> Head:
        """The head of entries of that sort."""
        covered = self._bulk.covered.head(bulk_evidence.Head(sort, day, *place), self._bulk.moment)
        number = self._part("plain_head", sort, day, *place)
        return Head(number, covered.encode(), self._bulk.amounts.of_head(int(number)))

    def party(self, party: PartyRow) -> Party:
        """The only party of entries."""
        role, _position, name = party
        number = self._roles.get(role)
        if number is None:
            number = self._roles[role] = self._part("plain_role", role)
        return Party(_EVEN_NUMBER % name, number, b",%b,[[1" % self._bulk.covered.parties((party,)).encode())

    def goods(self, line: LineValues, words: tuple[str, str]) -> Goods:
        """What has no amount yet; `words`: what is written before and behind its digits."""
        item, flow, _minor, certainty, *_values, store, purpose, _recipient, _batch, _expires, _written = line
        before, behind = self._bulk.covered.kind((item, flow, certainty, store, purpose, False))
        begin, end = (quoted(word)[1:-1] for word in words)
        number = self._part("plain_goods", item, flow, store, purpose, *words)
        return Goods(
            number,
            before.encode(),
            f'{behind}"{begin}'.encode(),
            f'{end}"]]]'.encode(),
            self._bulk.amounts.place_of(int(number)),
        )

    def add(self, entries: PlainEntries, acts: Sequence[tuple[int, "Act"]] = ()) -> None:
        """Append the entries in their order, and each of the acts before the entry at its place."""
        bulk, many = self._bulk, len(entries.rows)
        if not bulk.amounts.has_room(entries.minors):
            bulk.hand_each_amount_over()
        stage, first = bulk.plain.columns, bulk.last + 1
        numbers, minors = _written(range(first, first + many)), _written(entries.minors)
        digits = [digits.encode() for digits in entries.digits]
        head, head_covered, sums = zip(*entries.heads, strict=True)
        name, role, party_covered = zip(*entries.parties, strict=True)
        goods, before, behind, end, places = zip(*entries.goods, strict=True)
        bulk.amounts.add(first, sums, places, entries.minors)
        notes = bulk.committed(first, entries.notes)
        said = zip(
            repeat(b"\n["), numbers, head_covered, notes, party_covered, before, minors, behind, digits, end,
            strict=False,
        )  # fmt: skip
        links, digests = self._chained(list(map(b"".join, said)), acts)
        columns = {
            "number": numbers, "link": links, "head": head, "role": role, "name": name, "goods": goods, "minor": minors,
            "row": _written(entries.rows), "digits": digits, "digest": digests, "identity": entries.identities,
        }  # fmt: skip
        for column, cells in columns.items():
            stage[column] += cells
        bulk.last += many
        if bulk.plain.many >= BATCH:
            bulk.pass_on()

    def _chained(self, said: list[bytes], acts: Sequence[tuple[int, "Act"]]) -> tuple[list[bytes], list[bytes]]:
        """The links of the entries and their digests; each act is sealed before the entry at its place."""
        bulk, begun = self._bulk, 0
        links: list[bytes] = []
        digests: list[bytes] = []
        add, digest = digests.append, bulk.digest.encode()
        for place, act in (*acts, (len(said), None)):
            for each in said[begun:place]:
                digest = hexlify(sha256(digest + each).digest())
                add(digest)
            links += _written(range(bulk.link + 1, bulk.link + 1 + place - begun))
            bulk.link, begun = bulk.link + place - begun, place
            if act is not None:
                digest = bulk.seal_act(act, digest)
        bulk.digest = digest.decode()
        return links, digests


def _is_consecutive(numbers: list[bytes]) -> bool:
    first, last = int(numbers[0]), int(numbers[-1])
    return last - first == len(numbers) - 1 and numbers == _written(range(first, last + 1))


def _written(numbers: Iterable[int]) -> list[bytes]:
    return list(map(b"%d".__mod__, numbers))
