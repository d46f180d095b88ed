"""Payments that papers said went back whole before anything of them was booked, this import's and those of earlier ones."""

import sqlite3

from donations.i18n import N_
from donations.services.importing.drafts import digest
from donations.services.importing.numbers import other_names
from donations.store import went_back

ENDED_BEFORE = N_("a refund that did not go through, as another paper said before")
SAID_BEFORE = N_("given back in full, as another paper said before")


class WentBack:
    """Knows such payments by their numbers, so that an older paper doesn't book them, nor is a refund taken for another's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[bytes, int] | None = None
        self._new: dict[bytes, int] = {}

    def kept(self) -> dict[bytes, int]:
        """What is new so far, to come back to."""
        return dict(self._new)

    def go_back(self, kept: dict[bytes, int]) -> None:
        """Forget what is new since."""
        self._new = kept

    def note(self, identity: bytes, minor: int) -> None:
        """A payment of so many fen, known by its number, went back whole and isn't booked."""
        if self._minor(identity) is None:
            self._new[identity] = minor

    def has(self, identity: bytes, minor: int, number: str) -> bool:
        """Whether a paper said it of the payment of so many fen that the row is known by; `number`: as its own paper calls it."""
        names = [identity, *(map(digest, other_names(number)) if identity == digest(number) else ())]
        return any(self._minor(name) == minor for name in names)

    def knows(self, identity: bytes) -> bool:
        """Whether a paper said of a refund, known by its number, that its money came back."""
        return self._minor(identity) is not None

    def is_of_one(self, payment: str) -> bool:
        """Whether a refund is of such a payment, by the number that its row gives of it."""
        return any(self._minor(digest(name)) is not None for name in (payment, *other_names(payment)))

    @property
    def has_news(self) -> bool:
        """Whether the papers say anything of it that the book doesn't keep yet."""
        return bool(self._new)

    def say(self, connection: sqlite3.Connection, of_import: int | None, now: str) -> None:
        """Keep in the book what is new; `of_import`: None where the papers brought nothing else."""
        if self._new:
            went_back.say(connection, of_import, self._new, now)

    def _minor(self, identity: bytes) -> int | None:
        if self._known is None:
            self._known = went_back.known(self._connection)
        return self._known.get(identity, self._new.get(identity))
