"""Refunds that papers said before what they give back was booked, this import's and those of earlier ones."""

import sqlite3
from collections.abc import Iterator
from fractions import Fraction

from donations.importers.table import Record
from donations.services.importing.drafts import digest
from donations.services.importing.given_back import in_minor
from donations.services.importing.numbers import other_names
from donations.store import imports, waiting_refunds
from donations.store.imports import Source
from donations.store.waiting_refunds import Refund


class Waiting:
    """Keeps in mind which refunds found no payment, and knows which of them find it now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._said = list(waiting_refunds.said(connection))
        self._known = {refund.known_by for _table, refunds in self._said for refund in refunds}
        self._new: dict[Source, list[Refund]] = {}

    @property
    def has_any(self) -> bool:
        """Whether earlier imports kept any in mind."""
        return bool(self._said)

    def due(self) -> Iterator[tuple[Source, list[Refund]]]:
        """Those of earlier imports whose payment the book has by now, by the tables that said them."""
        for table, refunds in self._said:
            found = [one for one in refunds if self._finds(one)]
            if found:
                yield table, found

    def note(self, table: Source, record: Record) -> None:
        """A row that gives back what nothing brought yet."""
        assert record.identity is not None, record
        assert record.gives_back is not None, record
        known_by, [draft] = digest(record.identity), record.drafts
        if known_by in self._known:
            return
        self._known.add(known_by)
        names = tuple(map(digest, (record.gives_back, *other_names(record.gives_back))))
        given = draft.lines[0].quantity
        minor = in_minor(given.number or Fraction(0), given.item)
        refund = Refund(record.row, known_by, names, draft.date.isoformat(), minor, given.item)
        self._new.setdefault(table, []).append(refund)

    @property
    def has_news(self) -> bool:
        """Whether there are any that the book doesn't keep yet."""
        return bool(self._new)

    def say(self, connection: sqlite3.Connection, of_import: int | None, now: str) -> None:
        """Keep them in the book; `of_import`: None where the papers brought nothing else."""
        for table, refunds in self._new.items():
            waiting_refunds.say(connection, of_import, table, refunds, now)

    def _finds(self, refund: Refund) -> bool:
        def is_known(name: bytes) -> bool:
            return bool(imports.entries_known_by(self._connection, name))

        return not is_known(refund.known_by) and any(map(is_known, refund.payment))
