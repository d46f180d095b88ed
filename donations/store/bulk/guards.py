"""Guards and indexes taken away for a transaction, and put back word for word before its end."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from donations.store.book import Book

_KIBIBYTES = 8 * 1024
"""What SQLite may keep of the file in memory while many rows are written."""

_SORTED_KIBIBYTES = 4 * 1024
"""What is sorted at once for an index, by each of two threads: more is no quicker."""

_SORTERS = 1
"""How many threads sort what an index is made of, beside the one that reads it: with two cores more gain nothing."""

_GUARDED = (
    "entry", "entry_note", "entry_party", "line", "chain", "party", "party_name", "register_change", "import_row",
)  # fmt: skip
_HEAVY = ("entry", "entry_party", "line", "chain")
_IDENTITIES = "import_row"
_OF_ALL_ROWS = "sql not like '% where %'"
_BY_IDENTITY = "name = 'import_row_identity'"


@contextmanager
def write_many(book: Book) -> Iterator[sqlite3.Connection]:
    """As `Book.write()`, for many rows whose references are known to lead somewhere: SQLite doesn't look each one up."""
    if book.connection.in_transaction:  # a part of another act, within which that can't be switched
        with book.write() as connection:
            yield connection
        return
    settings = {"foreign_keys": "OFF", "cache_size": -_KIBIBYTES, "threads": _SORTERS}
    before = {name: book.connection.execute(f"pragma {name}").fetchone()[0] for name in settings}
    try:
        for name, value in settings.items():
            book.connection.execute(f"pragma {name}={value}")
        with book.write() as connection:
            yield connection
    finally:
        for name, value in before.items():
            book.connection.execute(f"pragma {name}={value}")


class Spared:
    """What is taken away by now; whoever is killed meanwhile leaves the book with all of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._guards = self._take("trigger", _GUARDED)
        self._indexes: list[str] = []
        self._identities: list[str] = []
        self.is_spare = False

    def spare_indexes(self, *, keeps_identities: bool) -> None:
        """Take those indexes away that are quicker made anew at the end than kept: not those of few rows, or that of the chain,
        which grows at its end; all of these say of which rows they are.
        """
        self.is_spare = True
        self._indexes = self._take("index", _HEAVY, _OF_ALL_ROWS)
        if not keeps_identities:
            self.spare_identities()

    def spare_identities(self) -> None:
        """Take the index away by which rows are known."""
        self._identities += self._take("index", (_IDENTITIES,), _BY_IDENTITY)

    def put_identities_back(self) -> None:
        """What rows are known by is looked up from now on."""
        self._make(self._identities)

    def put_indexes_back(self) -> None:
        """Make the indexes anew."""
        self._connection.execute(f"pragma cache_size={-_SORTED_KIBIBYTES}")
        self._make(self._identities)
        self._make(self._indexes)

    def put_guards_back(self) -> None:
        """Make the guards anew."""
        self._make(self._guards)

    def state(self) -> tuple[bool, list[str], list[str]]:
        """What is taken away by now, to come back to."""
        return self.is_spare, list(self._indexes), list(self._identities)

    def go_back(self, state: tuple[bool, list[str], list[str]]) -> None:
        """The book was rolled back to when this was taken away."""
        self.is_spare, self._indexes, self._identities = state

    def _take(self, sort: str, tables: tuple[str, ...], which: str = "sql is not null") -> list[str]:
        marks = ", ".join("?" for _table in tables)
        query = f"select name, sql from main.sqlite_master where type = ? and {which} and tbl_name in ({marks}) order by rowid"  # noqa: S608
        found = self._connection.execute(query, (sort, *tables)).fetchall()
        for name, _sql in found:
            self._connection.execute(f'drop {sort} main."{name}"')
        return [str(sql) for _name, sql in found]

    def _make(self, statements: list[str]) -> None:
        for statement in statements:
            self._connection.execute(statement)
        statements.clear()
