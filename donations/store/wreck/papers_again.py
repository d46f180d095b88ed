"""Certificates and handover sheets of a damaged book, said again in the new one as far as they are known."""

import json
import sqlite3
from collections.abc import Iterable

from donations.store import certificates
from donations.store.certificates import Certificate
from donations.store.wreck.shapes import Row, number_of


def certify_again(connection: sqlite3.Connection, rows: Iterable[Row], now: str) -> None:
    """Keep every certificate under its number; of those that are lost the number alone."""
    for row in rows:
        name, entries = row["name"], tuple(json.loads(str(row["entries"])))
        assert name is None or isinstance(name, int), row
        issued_on = str(row["issued_on"] or now[:10])
        certificates.add(connection, Certificate(number_of(row, "number"), name, entries, issued_on), now)


def void_again(connection: sqlite3.Connection, rows: Iterable[Row], now: str) -> None:
    """Declare void what was, with the `reason` where it is left."""
    for row in rows:
        reason = row["reason"]
        assert reason is None or isinstance(reason, str), row
        certificates.add_void(connection, number_of(row, "certificate"), reason, now, str(row["voided_on"]))
