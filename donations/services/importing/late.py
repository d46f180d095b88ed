"""What gives back a payment that stood nowhere above it: taken behind the last file, of this import and of earlier ones."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from donations import errors
from donations.domain.imported import FileOutcome, TableOutcome
from donations.importers.table import Record
from donations.services.importing import words
from donations.services.importing.drafts import digest
from donations.services.importing.rows import Rows
from donations.services.importing.waiting import Waiting
from donations.store import imports
from donations.store.bulk.bulk import Bulk
from donations.store.imports import Source
from donations.store.waiting_refunds import Refund

_WAITING = "waiting"

Sources = dict[int, tuple[FileOutcome, str | None]]
"""The number of each table that rows came from → its file and sheet."""


class Late:
    """The rows of one import that wait for a later file, and those that earlier ones kept in mind."""

    def __init__(self, connection: sqlite3.Connection, bulk: Bulk, rows: Rows, sources: Sources) -> None:
        self._connection, self._bulk, self._rows, self._sources = connection, bulk, rows, sources
        self._refunds = Waiting(connection)
        self._rows_of: list[tuple[TableOutcome, int, Record]] = []
        self.files: list[FileOutcome] = []
        """The papers of earlier imports whose refunds were booked now."""

    def wait(self, table: TableOutcome, source: int, record: Record) -> None:
        """A row that gives back what no file has brought so far, with the number of its table."""
        self._rows_of.append((table, source, record))

    def forget(self, tables: Sequence[TableOutcome]) -> None:
        """None of these tables is imported."""
        self._rows_of = [one for one in self._rows_of if all(one[0] is not table for table in tables)]

    def take(self) -> None:
        """Rows of this import whose payment a later file brought; what still finds none is kept in mind."""
        for table, source, record in self._rows_of:
            if self._rows.went_back.knows(digest(record.identity or "")):
                continue  # a later file says that it did not go through
            with suppress(errors.BadInput, errors.Refused):  # it stays ignored; imported again it says why
                became = self._rows.take_late(source, record)
                if became == "accepted" and record.otherwise is not None:
                    table.take_late(record.otherwise, *words.refunded_by(record))
                elif became == record.otherwise:
                    file, sheet = self._sources[source]
                    self._refunds.note(Source(file.file, file.sha256, sheet, table.layout, table.heading_row), record)

    def catch_up(self, of_import: int, source: int) -> int:
        """Refunds of earlier imports whose payment came now, each as of the row that said it; gives how many went back.

        `source`: the number of the next table.
        """
        caught_up = 0
        if self._refunds.has_any:
            self._bulk.flush()
            self._bulk.look_up_identities()
        for said, refunds in self._refunds.due():
            self._bulk.mark(_WAITING)
            table = TableOutcome(said.sheet, said.layout, "bill", said.heading_row, {})
            file = FileOutcome(said.file, said.sha256, [table])
            self._sources[source] = file, said.sheet
            imports.add_source(self._connection, source, of_import, said)
            if went := sum(self._goes_back(source, refund) for refund in refunds):
                caught_up, source = caught_up + went, source + 1
                self.files.append(file)
                self._bulk.go_on(_WAITING)
            else:
                del self._sources[source]
                self._bulk.go_back(_WAITING)
        return caught_up

    @property
    def has_news(self) -> bool:
        """Whether the papers say anything of payments that the book doesn't have, and it doesn't keep in mind yet."""
        return self._rows.went_back.has_news or self._refunds.has_news

    def remember(self, connection: sqlite3.Connection, of_import: int | None, now: str) -> None:
        """Keep it in mind; `of_import`: None where the papers brought nothing else."""
        self._rows.went_back.say(connection, of_import, now)
        self._refunds.say(connection, of_import, now)

    def _goes_back(self, source: int, refund: Refund) -> bool:
        if self._rows.went_back.knows(refund.known_by):
            return False  # it did not go through
        with suppress(errors.Refused):  # its month is closed: it waits on
            return self._rows.take_waiting(source, refund)
        return False
