"""What was added in bulk and isn't in the book yet, and how it comes there."""

import sqlite3
from dataclasses import dataclass

from donations.store.bulk import columns as bulk_columns
from donations.store.bulk import plain, tables
from donations.store.bulk.notes import Notes

Rows = dict[str, list[tuple[object, ...]]]
"""Those of every table, by its name."""


@dataclass(frozen=True)
class Added:
    """Rows of every table, entries of any sort, and `many` plain ones, of which `said` tells, with their notes."""

    rows: Rows
    staged: list[tuple[object, ...]]
    many: int
    notes: Notes
    said: dict[str, object]
    keeps_rows_apart: bool
    with_amounts: bool

    def write(self, connection: sqlite3.Connection) -> None:
        """Bring it into the book."""
        for table, columns in {**tables.COMMON, **tables.BEFORE_ENTRIES}.items():
            bulk_columns.insert(connection, table, columns, self.rows[table])
        if self.staged:
            connection.executemany(tables.ADD_STAGED, self.staged)
            for statement in tables.FROM_STAGE:
                connection.execute(statement, self.said)
        if self.many:
            plain.write(
                connection, self.many, self.said, keeps_rows_apart=self.keeps_rows_apart, with_amounts=self.with_amounts
            )
            self.notes.write(connection)
        for table, columns in tables.BEHIND_ENTRIES.items():
            bulk_columns.insert(connection, table, columns, self.rows[table])
