"""Refunds that papers said before the book had what they give back: they wait until a paper brings it."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import Any, NamedTuple

from donations.store.changes import Change, note_change
from donations.store.imports import Source

ACT = "refunds_waiting"
"""What the act is called that says it, since of such a refund there is no entry that could."""

_SAID = "select after from register_change where register = 'book' and subject = 1 and act = ? order by number"
_UNDONE = "select import from import_undo"


class Refund(NamedTuple):
    """A row that gives back: what it is known by, what its payment may be known by, the day, and how much of
    which money, in its smallest unit.
    """

    row: int
    known_by: bytes
    payment: tuple[bytes, ...]
    day: str
    minor: int
    money: str


def said(connection: sqlite3.Connection) -> Iterator[tuple[Source, list[Refund]]]:
    """Each table that had some, with them; an import that was undone says nothing any more."""
    undone = {int(row[0]) for row in connection.execute(_UNDONE)}
    for [after] in connection.execute(_SAID, (ACT,)).fetchall():
        told = json.loads(after)
        if told["import"] not in undone:
            yield refunds_in(told)


def refunds_in(told: Mapping[str, Any]) -> tuple[Source, list[Refund]]:
    """The same of one act. Raises ValueError where it is damaged."""
    try:
        return Source(*told["table"]), [_read(*refund) for refund in told["refunds"]]
    except (KeyError, TypeError) as error:
        raise ValueError(ACT) from error


def say(
    connection: sqlite3.Connection, of_import: int | None, table: Source, refunds: Sequence[Refund], now: str
) -> None:
    """Keep what a table says; `of_import`: the import that it came in, None where it made no entry."""
    told = [
        [one.row, one.known_by.hex(), [name.hex() for name in one.payment], one.day, one.minor, one.money]
        for one in refunds
    ]
    after = json.dumps({"import": of_import, "table": astuple(table), "refunds": told}, ensure_ascii=False)
    note_change(connection, Change("book", 1, ACT, after=after), now)


def _read(row: int, known_by: str, payment: Sequence[str], day: str, minor: int, money: str) -> Refund:
    return Refund(row, bytes.fromhex(known_by), tuple(map(bytes.fromhex, payment)), day, minor, money)
