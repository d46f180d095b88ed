"""What was done to the registers of parties and items, kept for ever beside the journal."""

import sqlite3
from dataclasses import dataclass

_ADD = """
insert into register_change (register, subject, act, before, after, reason, changed_at)
values (:register, :subject, :act, :before, :after, :reason, :now)
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One act on a register. Personal names stand in `before` and `after` by the number of their party_name."""

    register: str
    subject: int
    act: str
    before: str | None = None
    after: str | None = None
    reason: str | None = None


def note_change(connection: sqlite3.Connection, change: Change, now: str) -> None:
    """Keep `change`, done at `now` (ISO timestamp in UTC)."""
    connection.execute(
        _ADD,
        {
            "register": change.register, "subject": change.subject, "act": change.act,
            "before": change.before, "after": change.after, "reason": change.reason, "now": now,
        },
    )  # fmt: skip


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
