"""Certificates and handover sheets of a damaged book, said again in the new one as far as they are whole."""

import json
import sqlite3
from collections.abc import Collection, Iterable

from donations.store import certificates
from donations.store.certificates import Certificate
from donations.store.evidence import commitment
from donations.store.shapes import Row, number_of


def certify_again(connection: sqlite3.Connection, rows: Iterable[Row], names: Collection[int], now: str) -> None:
    """Keep every certificate under its number; of those that are lost in between the number alone."""
    left = {number_of(row, "number"): row for row in rows}
    for number in range(1, max(left, default=0) + 1):
        row = left.get(number)
        lost = Certificate(number, None, (), now[:10])
        certificates.add(connection, lost if row is None else _certificate(row, names), now)


def _certificate(row: Row, names: Collection[int]) -> Certificate:
    name = row["name"] if row["name"] in names else None
    assert name is None or isinstance(name, int), row
    entries = tuple(json.loads(str(row["entries"])))
    return Certificate(number_of(row, "number"), name, entries, str(row["issued_on"]))


def void_again(connection: sqlite3.Connection, rows: Iterable[Row], acts: Iterable[Row], now: str) -> None:
    """Declare void what was, with the reason where it is left."""
    reasons = {}
    for act in acts:
        if act["act"] == certificates.VOID and isinstance(act["after"], str):
            reasons[json.loads(act["after"])["certificate"]] = _reason(act)
    last = certificates.last_number(connection)
    for row in sorted(rows, key=lambda row: number_of(row, "certificate")):
        number = number_of(row, "certificate")
        if number <= last:
            certificates.add_void(connection, number, reasons.get(number), now, str(row["voided_on"]))


def _reason(act: Row) -> str | None:
    """The reason of an act, where it is the one that was sealed."""
    reason, salt = act["reason"], act["salt"]
    if isinstance(reason, str) and isinstance(salt, bytes) and commitment(salt, reason) == act["commitment"]:
        return reason
    return None


def file_again(connection: sqlite3.Connection, rows: Iterable[Row], entries: Collection[int], now: str) -> None:
    """Say of each entry whether its sheet is filed: the last word that is left on it."""
    words = {number_of(row, "entry"): row for row in sorted(rows, key=lambda row: number_of(row, "number"))}
    for entry, row in sorted(words.items()):
        if entry in entries and row["is_filed"]:
            certificates.say_filed(connection, entry, None, now, filed=True, noted_on=str(row["noted_on"]))
