"""Payments that went back whole before they were ever booked: an older paper, which doesn't know it yet, must not book them."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from donations.store.changes import Change, note_change

ACT = "went_back"
"""What the act is called that says it, since of such a payment there is no entry that could."""

_SAID = "select after from register_change where register = 'book' and subject = 1 and act = ? order by number"
_UNDONE = "select import from import_undo"


def known(connection: sqlite3.Connection) -> dict[bytes, int]:
    """What each of these payments is known by → how many fen it was; an import that was undone says nothing any more."""
    undone = {int(row[0]) for row in connection.execute(_UNDONE)}
    said = (json.loads(row[0]) for row in connection.execute(_SAID, (ACT,)))
    found: dict[bytes, int] = {}
    for each in said:
        if each["import"] not in undone:
            found.update(payments_in(each))
    return found


def payments_in(said: Mapping[str, Any]) -> dict[bytes, int]:
    """The same of one act. Raises ValueError where it is damaged."""
    payments = said.get("payments")
    if not isinstance(payments, dict) or not all(isinstance(minor, int) for minor in payments.values()):
        raise ValueError(ACT)
    return {bytes.fromhex(known_by): minor for known_by, minor in payments.items()}


def say(connection: sqlite3.Connection, of_import: int | None, payments: Mapping[bytes, int], now: str) -> None:
    """Keep more of them; `of_import`: the import whose papers say it, None where it made no entry."""
    told = {known_by.hex(): payments[known_by] for known_by in sorted(payments)}
    note_change(connection, Change("book", 1, ACT, after=json.dumps({"import": of_import, "payments": told})), now)
