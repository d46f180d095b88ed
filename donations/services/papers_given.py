"""Hold certificates and handover sheets against what the book's acts say: one generator a rule."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from donations.i18n import N_
from donations.services.problem import Problem
from donations.store import certificates
from donations.store.changes import said_and_when, said_of_book

_A_DAY = timedelta(days=1)


def certificates_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every certificate is there under its number, for the gifts and of the day it was issued, and void ones are those declared so."""
    issued = [(certificate.told(), certificate.issued_on) for certificate in certificates.every(connection)]
    if _differ(connection, issued, said_and_when(connection, certificates.CERTIFY)):
        yield Problem("certificates", N_("the certificates are not those that the book's acts say"))
    if _differ(connection, certificates.voided(connection), certificates.said_void(connection)):
        yield Problem("certificates", N_("the void certificates are not those that the book's acts say"))


def handovers_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every word on a handover sheet is the one that was sealed, and of its day."""
    if _differ(connection, certificates.handovers(connection), certificates.said_filed(connection)):
        yield Problem("handovers", N_("the filed handover sheets are not those that the book's acts say"))


def _differ(
    connection: sqlite3.Connection, kept: Sequence[tuple[object, str]], said: Sequence[tuple[object, str]]
) -> bool:
    """Whether what is kept, each with its day, isn't what acts say, each with its moment; a salvaged book says it again much later."""
    if [what for what, _day in kept] != [what for what, _at in said]:
        return True
    if said_of_book(connection, "salvaged"):
        return False
    return not all(_is_its_day(day, at) for (_what, day), (_same, at) in zip(kept, said, strict=True))


def _is_its_day(day: str, at: str) -> bool:
    """Whether somewhere on earth it was `day` at that moment, which is told in UTC."""
    try:
        return abs(date.fromisoformat(day) - date.fromisoformat(at[:10])) <= _A_DAY
    except ValueError:
        return False
