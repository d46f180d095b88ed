"""Thank people: certificates under gapless numbers; one that is asked for again is the same one."""

import sqlite3
from datetime import date

from donations import errors
from donations.domain import text
from donations.domain.entry import GIFTS, Flow, Role
from donations.domain.period import Period
from donations.services import naming
from donations.store import certificates, journal, kept
from donations.store.book import Book
from donations.store.certificates import Certificate

_BEGIN, _END = "0000-01-01", "9999-12-31"


def certify_entry(book: Book, number: int, today: date, now: str) -> tuple[Certificate, bool]:
    """The certificate for one gift, and whether it was issued before. Raises UnknownEntry, NoGift, GaveBack, AllGivenBack, TakenBack, CorrectedSince."""
    with book.write() as connection:
        stands(connection, number)
        entry = journal.read(connection, number)
        donors = entry.parties.get(Role.DONOR, ())
        if any(line.flow == Flow.REFUNDED for line in entry.lines):
            raise errors.GaveBack(number=number)
        if entry.type not in GIFTS or not donors:
            raise errors.NoGift(number=number)
        if whole := kept.given_back_whole(connection, [number]):
            raise errors.AllGivenBack(number=number, by=whole[number])
        return _issue(connection, donors[0] if len(donors) == 1 else None, (number,), today, now)


def certify_donor(book: Book, name: str, period: Period, today: date, now: str) -> tuple[Certificate, bool]:
    """The certificate for all that a donor gave in a period, and whether it was issued before.

    Raises UnknownParty, NoGiftsOf.
    """
    with book.write() as connection:
        party = naming.known_party(connection, name)
        begin = period.begin.isoformat() if period.begin else _BEGIN
        end = period.end.isoformat() if period.end else _END
        gifts = certificates.gifts_of(connection, party.number, begin, end)
        whole = kept.given_back_whole(connection, gifts)
        gifts = [gift for gift in gifts if gift not in whole]
        if not gifts:
            raise errors.NoGiftsOf(name=party.name)
        return _issue(connection, certificates.main_name(connection, party.number), tuple(gifts), today, now)


def stands(connection: sqlite3.Connection, number: int) -> None:
    """Raises UnknownEntry, OnlyTakesBack, TakenBack or CorrectedSince where no paper is given for the entry."""
    entry = journal.read(connection, number)
    if entry.reverses is not None:
        raise errors.OnlyTakesBack(number=number, of=entry.reverses)
    reversed_by, corrected_by = certificates.taken_back(connection, number)
    if corrected_by is not None:
        raise errors.CorrectedSince(number=number, by=corrected_by)
    if reversed_by is not None:
        raise errors.TakenBack(number=number, by=reversed_by)


def _issue(
    connection: sqlite3.Connection, name: int | None, entries: tuple[int, ...], today: date, now: str
) -> tuple[Certificate, bool]:
    before = certificates.issued_for(connection, name, entries)
    if before is not None:
        return before, True
    issued = Certificate(certificates.last_number(connection) + 1, name, entries, today.isoformat())
    certificates.add(connection, issued, now)
    return issued, False


def declare_void(book: Book, number: int, reason: str | None, today: date, now: str, *, again: bool) -> None:
    """Declare a certificate void; its number stays. `again`: what is void already is no error.

    Raises ReasonMissing, UnknownCertificate, AlreadyVoid.
    """
    tidied = text.note(reason) if reason else None
    if not tidied:
        raise errors.ReasonMissing
    with book.write() as connection:
        found = known(connection, number)
        if found.is_void and not again:
            raise errors.AlreadyVoid(number=number)
        if not found.is_void:
            certificates.add_void(connection, number, tidied, now, today.isoformat())


def to_print_again(book: Book, number: int) -> Certificate:
    """A certificate that can be printed once more.

    Raises UnknownCertificate, VoidCertificate, LostCertificate, OutdatedCertificate, AllGivenBack.
    """
    with book.read() as connection:
        found = known(connection, number)
        if found.is_void:
            raise errors.VoidCertificate(number=number)
        if not found.entries:
            raise errors.LostCertificate(number=number)
        for entry in found.entries:
            reversed_by, corrected_by = certificates.taken_back(connection, entry)
            if (by := corrected_by or reversed_by) is not None:
                raise errors.OutdatedCertificate(number=number, entry=entry, by=by)
        whole = kept.given_back_whole(connection, found.entries)
        if len(whole) == len(found.entries):
            raise errors.AllGivenBack(number=found.entries[0], by=whole[found.entries[0]])
        return found


def known(connection: sqlite3.Connection, number: int) -> Certificate:
    """The certificate of that number. Raises UnknownCertificate."""
    found = certificates.find(connection, number)
    if found is None:
        raise errors.UnknownCertificate(number=number, count=certificates.last_number(connection))
    return found
