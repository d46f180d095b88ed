"""Hold certificates and handover sheets against what the book's acts say: one generator a rule."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.problem import Problem
from donations.store import certificates
from donations.store.changes import said_of_book


def certificates_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every certificate is there under its number, for the gifts it was issued for, and void ones are those declared so."""
    every = certificates.every(connection)
    said = said_of_book(connection, certificates.CERTIFY)
    if [certificate.told() for certificate in every] != said:
        yield Problem("certificates", N_("the certificates are not those that the book's acts say"))
    if sorted(certificates.said_void(connection)) != certificates.voided(connection):
        yield Problem("certificates", N_("the void certificates are not those that the book's acts say"))


def handovers_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every word on a handover sheet is the one that was sealed."""
    if certificates.handovers(connection) != list(certificates.said_filed(connection)):
        yield Problem("handovers", N_("the filed handover sheets are not those that the book's acts say"))
