"""What gives back a payment that stood nowhere above it: taken behind the last file, of this import and of earlier ones."""

from collections.abc import Sequence
from contextlib import suppress

from donations import errors
from donations.domain.imported import FileOutcome, TableOutcome
from donations.importers.table import Record
from donations.services.importing import words
from donations.services.importing.rows import Rows
from donations.services.importing.unbooked import WaitingRefunds
from donations.store import imports
from donations.store.bulk.bulk import Bulk
from donations.store.imports import Source
from donations.store.unbooked import Waiting

_WAITING = "waiting"

Sources = dict[int, tuple[FileOutcome, str | None]]
"""The number of each table that rows came from → its file and sheet."""


class Late:
    """The rows of one import that wait for a later file, and those that earlier ones kept in mind."""

    def __init__(self, bulk: Bulk, rows: Rows, waiting: WaitingRefunds, sources: Sources) -> None:
        self._bulk, self._rows, self._waiting, self._sources = bulk, rows, waiting, sources
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
            with suppress(errors.BadInput, errors.Refused):  # it stays ignored; imported again it says why
                became = self._rows.take_late(source, record)
                if became == "accepted" and record.otherwise is not None:
                    table.take_late(record.otherwise, *words.refunded_by(record))
                elif became == record.otherwise:
                    file, sheet = self._sources[source]
                    self._waiting.note(Source(file.file, file.sha256, sheet, table.layout, table.heading_row), record)

    def catch_up(self, of_import: int, source: int) -> int:
        """Refunds of earlier imports whose payment came now, each as of the row that said it; gives how many went back.

        `source`: the number of the next table.
        """
        caught_up = 0
        if self._waiting.are_kept:
            self._bulk.flush()
            self._bulk.look_up_identities()
            self._rows.numbers.forget()
        for said, refunds in self._waiting.due(self._rows.finds):
            self._bulk.mark(_WAITING)
            table = TableOutcome(said.sheet, said.layout, "bill", said.heading_row, {})
            file = FileOutcome(said.file, said.sha256, [table])
            self._sources[source] = file, said.sheet
            imports.add_source(self._bulk.connection, source, of_import, said)
            if went := sum(self._goes_back(source, refund) for refund in refunds):
                caught_up, source = caught_up + went, source + 1
                self.files.append(file)
                self._bulk.go_on(_WAITING)
            else:
                del self._sources[source]
                self._bulk.go_back(_WAITING)
        return caught_up

    def _goes_back(self, source: int, refund: Waiting) -> bool:
        with suppress(errors.Refused):  # its month is closed: it waits on
            return self._rows.take_waiting(source, refund)
        return False
