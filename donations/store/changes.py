"""What was done to the registers of parties and items, kept for ever and sealed like the journal."""

import os
import sqlite3
from typing import NamedTuple

from donations.store.evidence import STATES, commitment, seal, state_of

_ADD = """
insert into register_change (number, register, subject, act, before, after, reason, salt, commitment, state, changed_at)
values (
  (select coalesce(max(number), 0) + 1 from register_change),
  :register, :subject, :act, :before, :after, :reason, :salt, :commitment, :state, :now
) returning number
"""


class Change(NamedTuple):
    """One act on a register. Personal names stand in `before` and `after` by the number of their party_name."""

    register: str
    subject: int
    act: str
    before: str | None = None
    after: str | None = None
    reason: str | None = None


def note_change(connection: sqlite3.Connection, change: Change, now: str) -> None:
    """Keep `change`, done at `now` (ISO timestamp in UTC), with what the register says after it, and seal it."""
    salt = os.urandom(16) if change.reason else None
    [number] = connection.execute(
        _ADD,
        {
            "register": change.register, "subject": change.subject, "act": change.act,
            "before": change.before, "after": change.after, "reason": change.reason, "salt": salt,
            "commitment": commitment(salt, change.reason) if salt and change.reason else None,
            "state": state_of(connection, change.register, change.subject), "now": now,
        },
    ).fetchone()  # fmt: skip
    seal(connection, change=number)


def said_of_book(connection: sqlite3.Connection, act: str) -> list[str]:
    """What all acts of this name on the book itself say, in their order."""
    return [said for said, _at in said_and_when(connection, act)]


def said_and_when(connection: sqlite3.Connection, act: str) -> list[tuple[str, str]]:
    """As `said_of_book`, each with when it was done."""
    query = "select after, changed_at from register_change where register = 'book' and subject = 1 and act = ? order by number"
    return [(str(said), str(at)) for said, at in connection.execute(query, (act,))]


def seal_registers(connection: sqlite3.Connection, now: str) -> None:
    """Seal what was done before acts were sealed, and what each register says by now: the last step of an upgrade."""
    reasons = connection.execute("select number, reason from register_change where reason is not null").fetchall()
    for number, reason in reasons:
        salt = os.urandom(16)
        connection.execute(
            "update register_change set salt = ?, commitment = ? where number = ?",
            (salt, commitment(salt, reason), number),
        )
    for [number] in connection.execute("select number from register_change order by number").fetchall():
        seal(connection, change=number)
    for register, states in STATES.items():
        for subject, _state in connection.execute(f"{states} order by number").fetchall():
            note_change(connection, Change(register, subject, "sealed"), now)


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the last act on the registers."""
    [number] = connection.execute("select coalesce(max(number), 0) from register_change").fetchone()
    return int(number)


def added_since(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    """The names of parties and items added after the act `number`."""
    query = """
        select coalesce(n.name, c.after) from register_change as c
        left join party_name as n on c.register = 'party' and n.number = cast(c.after as integer)
        where c.number > ? and c.act = 'add' and c.after <> 'CNY' order by c.number
    """
    return tuple(str(row[0]) for row in connection.execute(query, (number,)))
