"""What papers say of payments that the book doesn't have, this import's and those of earlier ones: kept in mind by their numbers."""

import sqlite3
from collections.abc import Callable, Iterator
from fractions import Fraction

from donations.i18n import N_
from donations.importers.table import Record
from donations.services.importing.drafts import digest
from donations.services.importing.money_said import in_minor
from donations.services.importing.numbers import other_names
from donations.store import imports, unbooked
from donations.store.imports import Source
from donations.store.unbooked import Waiting

ENDED_BEFORE = N_("a refund that did not go through, as another paper said before")
SAID_BEFORE = N_("given back in full, as another paper said before")


class Unbooked:
    """Both sorts of it: what went back, and what waits to go back."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.gone, self.waiting = GonePayments(connection), WaitingRefunds(connection)

    @property
    def has_news(self) -> bool:
        """Whether the papers say anything of it that the book doesn't keep yet."""
        return bool(self.gone.new or self.waiting.new)

    def keep(self, connection: sqlite3.Connection, of_import: int | None, now: str) -> None:
        """Keep in the book what is new; `of_import`: None where the papers brought nothing else."""
        if self.gone.new:
            unbooked.say_gone(connection, of_import, self.gone.new, now)
        for table, refunds in self.waiting.new.items():
            unbooked.say_waiting(connection, of_import, table, refunds, now)


class GonePayments:
    """Payments that went back whole before they were booked, and refunds that did not go through.

    An older paper doesn't book them, nor is a refund of theirs taken for another's.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[bytes, int] | None = None
        self.new: dict[bytes, int] = {}
        """What the book doesn't keep yet: what each is known by → how many fen."""

    @property
    def has_any(self) -> bool:
        """Whether a paper said so of any."""
        return bool(self.new or self._of_book())

    def note(self, identity: bytes, minor: int) -> None:
        """Note a payment of `minor` fen, known by its number, that went back whole and isn't booked."""
        if not self.knows(identity):
            self.new[identity] = minor

    def has(self, identity: bytes, minor: int, number: str) -> bool:
        """Whether a paper said it of the payment of `minor` fen that the row is known by; `number`: as its own paper calls it."""
        names = [identity, *(map(digest, other_names(number)) if identity == digest(number) else ())]
        return any(self._minor(name) == minor for name in names)

    def knows(self, identity: bytes) -> bool:
        """Whether a paper said it of the payment, or refund, that is known by its number."""
        return self._minor(identity) is not None

    def is_of_one(self, payment: str) -> bool:
        """Whether a refund is of such a payment, by the number that its row gives of it."""
        return any(self.knows(digest(name)) for name in (payment, *other_names(payment)))

    def _minor(self, identity: bytes) -> int | None:
        return self._of_book().get(identity, self.new.get(identity))

    def _of_book(self) -> dict[bytes, int]:
        if self._known is None:
            self._known = unbooked.gone(self._connection)
        return self._known


class WaitingRefunds:
    """Refunds that found no payment, and which of them find it now."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept = list(unbooked.waiting(connection))
        self._known = {refund.known_by for _table, refunds in self._kept for refund in refunds}
        self.new: dict[Source, list[Waiting]] = {}
        """Those that the book doesn't keep yet, by the tables that say them."""

    @property
    def are_kept(self) -> bool:
        """Whether earlier imports kept any in mind."""
        return bool(self._kept)

    def due(self, finds: Callable[[Waiting], bool]) -> Iterator[tuple[Source, list[Waiting]]]:
        """Those of earlier imports whose payment the book has by now, by the tables that said them."""
        for table, refunds in self._kept:
            found = [one for one in refunds if not self._is_booked(one) and finds(one)]
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
        refund = Waiting(record.row, known_by, names, draft.date.isoformat(), minor, given.item)
        self.new.setdefault(table, []).append(refund)

    def _is_booked(self, refund: Waiting) -> bool:
        return bool(imports.entries_known_by(self._connection, refund.known_by))
