"""What papers said of payments that the book doesn't have, as acts on the book: no entry could say it.

A payment that went back whole before it was booked must not be booked by an older paper, which doesn't know it yet; and
a refund that came before its payment waits until a paper brings that.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple

from donations.store.changes import Change, note_change, said_of_book
from donations.store.imports import Source

GONE, WAITING = "went_back", "refunds_waiting"
"""What the acts are called: payments that went back whole, and refunds that wait for their payment."""

_UNDONE = "select import from import_undo"

Said = Mapping[str, Any]
"""What such an act says: `import`, None where its papers made no entry; and what it is called for."""


class Waiting(NamedTuple):
    """A row that gives back: what it is known by, what its payment may be known by, the day, and how much of
    which money, in its smallest unit.
    """

    row: int
    known_by: bytes
    payment: tuple[bytes, ...]
    day: str
    minor: int
    money: str


def gone(connection: sqlite3.Connection) -> dict[bytes, int]:
    """What each payment is known by that went back whole → how many fen it was."""
    found: dict[bytes, int] = {}
    for said in _standing(connection, GONE):
        found.update(gone_in(said))
    return found


def gone_in(said: Said) -> dict[bytes, int]:
    """What one act of `say_gone` says, as `gone` gives it. Raises ValueError where it is damaged."""
    payments = said.get("payments")
    if not isinstance(payments, dict) or not all(isinstance(minor, int) for minor in payments.values()):
        raise ValueError(GONE)
    return {bytes.fromhex(known_by): minor for known_by, minor in payments.items()}


def say_gone(connection: sqlite3.Connection, of_import: int | None, payments: Mapping[bytes, int], now: str) -> None:
    """Keep that these payments went back whole; `of_import`: the import whose papers say it, None where it made no entry."""
    told = {known_by.hex(): payments[known_by] for known_by in sorted(payments)}
    _say(connection, GONE, {"import": of_import, "payments": told}, now)


def waiting(connection: sqlite3.Connection) -> Iterator[tuple[Source, list[Waiting]]]:
    """Each table of an earlier import that had refunds which found no payment, with them."""
    return map(waiting_in, _standing(connection, WAITING))


def waiting_in(said: Said) -> tuple[Source, list[Waiting]]:
    """What one act of `say_waiting` says, as `waiting` gives it. Raises ValueError where it is damaged."""
    try:
        return Source(*said["table"]), [_read(*refund) for refund in said["refunds"]]
    except (KeyError, TypeError) as error:
        raise ValueError(WAITING) from error


def say_waiting(
    connection: sqlite3.Connection, of_import: int | None, table: Source, refunds: Sequence[Waiting], now: str
) -> None:
    """Keep those of one more table; `of_import`: the import that it came in, None where it made no entry."""
    told = [
        [one.row, one.known_by.hex(), [name.hex() for name in one.payment], one.day, one.minor, one.money]
        for one in refunds
    ]
    _say(connection, WAITING, {"import": of_import, "table": astuple(table), "refunds": told}, now)


def say_again(connection: sqlite3.Connection, act: str, said: Said, now: str) -> None:
    """Keep in a new book what an act of a damaged one says; of the imports there nobody is sure."""
    _say(connection, act, {**said, "import": None}, now)


def _standing(connection: sqlite3.Connection, act: str) -> Iterator[Said]:
    """What acts of that name say; an import that was undone says nothing any more."""
    undone = {int(row[0]) for row in connection.execute(_UNDONE)}
    for after in said_of_book(connection, act):
        said = json.loads(after)
        if said["import"] not in undone:
            yield said


def _say(connection: sqlite3.Connection, act: str, said: Said, now: str) -> None:
    note_change(connection, Change("book", 1, act, after=json.dumps(said, ensure_ascii=False)), now)


def _read(row: int, known_by: str, payment: Sequence[str], day: str, minor: int, money: str) -> Waiting:
    return Waiting(row, bytes.fromhex(known_by), tuple(map(bytes.fromhex, payment)), day, minor, money)
