"""Sheets that three sign when goods are handed over: whether the signed one is filed."""

from datetime import date

from donations import errors
from donations.domain import text
from donations.domain.entry import HANDING_OVER
from donations.services.certifying import stands
from donations.store import certificates, journal
from donations.store.book import Book


def say_filed(book: Book, number: int, note: str | None, today: date, now: str, *, filed: bool, again: bool) -> None:
    """Say that the signed sheet of entry `number` is filed, or, after all, that it isn't. `again`: said before is no error.

    Raises UnknownEntry, TakenBack, CorrectedSince, NothingHandedOver, AlreadyFiled, NotFiled.
    """
    with book.write() as connection:
        entry = journal.read(connection, number)
        if filed:
            stands(connection, number)
        if entry.type not in HANDING_OVER:
            raise errors.NothingHandedOver(number=number)
        if certificates.is_filed(connection, number) == filed:
            if again:
                return
            raise errors.AlreadyFiled(number=number) if filed else errors.NotFiled(number=number)
        tidied = text.note(note) if note else None
        certificates.say_filed(connection, number, tidied, now, filed=filed, noted_on=today.isoformat())
