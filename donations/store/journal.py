"""The journal's rows: append an entry, read one back; nothing here changes or deletes one."""

import os
import sqlite3
from datetime import date

from donations import errors
from donations.domain.amount import Amount, Certainty
from donations.domain.entry import Entry, Flow, Line, Recorded, Role, Worth
from donations.store import items
from donations.store.evidence import commitment, seal

_ADD_ENTRY = """
insert into entry (number, type, date, city, county, reason, reverses, corrects, request, recorded_at)
values (:number, :type, :date, :city, :county, :reason, :reverses, :corrects, :request, :recorded_at)
"""
_ADD_NOTE = "insert into entry_note (entry, note, salt, commitment) values (?, ?, ?, ?)"
_ADD_PARTY = "insert into entry_party (entry, role, position, name) values (?, ?, ?, ?)"
_ADD_LINE = """
insert into line (
  entry, position, item, flow, amount_minor, certainty, value_minor, value_certainty, value_basis,
  counted_minor, store, purpose, recipient, batch, expires_on, written
) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_LAST = "select coalesce(max(number), 0) from entry"
_ENTRY = "select type, date, city, county, reason, reverses, corrects, request from entry where number = ?"
_PARTIES = "select role, name from entry_party where entry = ? order by role, position"
_LINES = """
select item, flow, amount_minor, certainty, value_minor, value_certainty, value_basis,
  counted_minor, store, purpose, recipient, batch, expires_on, written
from line where entry = ? order by position
"""


_FIRST_STANDING = """
with pairs as (
  select e.number as taken_back, r.number as taking_back from entry as r join entry as e on e.number = r.reverses
  where r.reverses is not null and e.date <= :until and r.date <= :until
)
select number, date from entry
where number not in (select taken_back from pairs union all select taking_back from pairs) order by date, number limit 1
"""
_LARGEST_NUMBER = 2**63 - 1


def append(connection: sqlite3.Connection, entry: Entry, now: str) -> Recorded:
    """Write `entry` under the next number, and seal it with its digest. `now`: ISO timestamp in UTC.

    The caller holds `Book.write()`; the schema refuses what no entry may be.
    """
    [last] = connection.execute(_LAST).fetchone()
    number = int(last) + 1
    connection.execute(
        _ADD_ENTRY,
        {
            "number": number, "type": entry.type, "date": entry.date.isoformat(), "city": entry.city,
            "county": entry.county, "reason": entry.reason, "reverses": entry.reverses, "corrects": entry.corrects,
            "request": entry.request, "recorded_at": now,
        },
    )  # fmt: skip
    if entry.note:
        salt = os.urandom(16)
        connection.execute(_ADD_NOTE, (number, entry.note, salt, commitment(salt, entry.note)))
    for role, names in entry.parties.items():
        for position, name in enumerate(names, 1):
            connection.execute(_ADD_PARTY, (number, role, position, name))
    for position, line in enumerate(entry.lines, 1):
        connection.execute(_ADD_LINE, (number, position, *line_values(line)))
    return Recorded(number, entry, seal(connection, entry=number))


LineValues = tuple[
    int, str, int | None, str, int | None, str | None, str | None, int | None, int, int, int | None, str | None,
    str | None, str | None,
]  # fmt: skip


def line_values(line: Line) -> LineValues:
    """The line as its row has it, from the item on."""
    worth = line.worth
    return (
        line.item.number, str(line.flow), line.amount.minor, str(line.amount.certainty),
        None if worth is None else worth.minor, None if worth is None else str(worth.certainty),
        None if worth is None else worth.basis, line.counted_minor, line.store, line.purpose, line.recipient,
        line.batch, None if line.expires_on is None else line.expires_on.isoformat(), line.written,
    )  # fmt: skip


def read(connection: sqlite3.Connection, number: int) -> Entry:
    """Entry `number` as it was recorded; raises UnknownEntry."""
    row = connection.execute(_ENTRY, (number,)).fetchone() if number <= _LARGEST_NUMBER else None
    if row is None:
        [last] = connection.execute(_LAST).fetchone()
        raise errors.UnknownEntry(number=number, entries=last)
    entry_type, day, city, county, reason, reverses, corrects, request = row
    note = connection.execute("select note from entry_note where entry = ?", (number,)).fetchone()
    parties: dict[Role, tuple[int, ...]] = {}
    for role, name in connection.execute(_PARTIES, (number,)):
        parties[Role(role)] = (*parties.get(Role(role), ()), name)
    return Entry(
        type=entry_type, date=date.fromisoformat(day), lines=_lines(connection, number), parties=parties,
        city=city, county=county, note=note and note[0], reason=reason, reverses=reverses, corrects=corrects, request=request,
    )  # fmt: skip


def _lines(connection: sqlite3.Connection, number: int) -> tuple[Line, ...]:
    lines = []
    for row in connection.execute(_LINES, (number,)).fetchall():
        (
            item,
            flow,
            minor,
            certainty,
            value,
            value_certainty,
            basis,
            counted,
            store,
            purpose,
            recipient,
            batch,
            expires,
            written,
        ) = row
        lines.append(
            Line(
                Amount(minor, items.by_number(connection, item), Certainty(certainty)), Flow(flow),
                None if value is None else Worth(value, Certainty(value_certainty), basis), counted, store, purpose, recipient,
                batch, date.fromisoformat(expires) if expires else None, written,
            )
        )  # fmt: skip
    return tuple(lines)


def digest_of(connection: sqlite3.Connection, number: int) -> str:
    """The digest that entry `number` was sealed with."""
    [digest] = connection.execute("select digest from chain where entry = ?", (number,)).fetchone()
    return str(digest)


def last_recorded(connection: sqlite3.Connection) -> tuple[int, str | None]:
    """The last entry's number, and when it was recorded; 0 and None in an empty book."""
    row = connection.execute("select number, recorded_at from entry order by number desc limit 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, None)


def first_day(connection: sqlite3.Connection) -> date | None:
    """The earliest date of any entry; None in an empty book."""
    [day] = connection.execute("select min(date) from entry").fetchone()
    return None if day is None else date.fromisoformat(day)


def first_standing(connection: sqlite3.Connection, until: date) -> tuple[int, date] | None:
    """The earliest entry, and its day, that wasn't taken back by the end of `until`; nor is it what took one back."""
    row = connection.execute(_FIRST_STANDING, {"until": until.isoformat()}).fetchone()
    return (int(row[0]), date.fromisoformat(row[1])) if row else None


def is_opening(connection: sqlite3.Connection, day: date) -> bool:
    """Whether all that was recorded of `day` is what was there before the book began, or takes that back."""
    query = "select exists (select 1 from entry where date = ? and not (type = 'adjustment' and reason = 'opening') and +reverses is null)"
    return not connection.execute(query, (day.isoformat(),)).fetchone()[0]


def day_of(connection: sqlite3.Connection, number: int) -> date:
    """The date of entry `number`, which is there."""
    [day] = connection.execute("select date from entry where number = ?", (number,)).fetchone()
    return date.fromisoformat(day)


def reversal_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The entry that reverses entry `number`, where there is one."""
    row = connection.execute("select number from entry where reverses = ?", (number,)).fetchone()
    return int(row[0]) if row else None


def with_request(connection: sqlite3.Connection, request: str) -> int | None:
    """The entry that was recorded under the request id, where there is one."""
    row = connection.execute("select number from entry where request = ?", (request,)).fetchone()
    return int(row[0]) if row else None


def correction_of(connection: sqlite3.Connection, number: int) -> int | None:
    """The entry that says aright what entry `number` said, where there is one: a later one, whatever another program wrote."""
    # The plus keeps SQLite from the index on `reverses`: nearly every entry has none.
    row = connection.execute("select number from entry where corrects = ? and +reverses is null", (number,)).fetchone()
    return int(row[0]) if row and row[0] > number else None


def standing(connection: sqlite3.Connection, number: int) -> int | None:
    """The entry that says by now what entry `number` said; None where it was taken back."""
    while reversal_of(connection, number) is not None:
        right = correction_of(connection, number)
        if right is None:
            return None
        number = right
    return number


def right_by_now(connection: sqlite3.Connection, number: int) -> int:
    """The entry that says aright by now what entry `number` said: itself, where none does."""
    while (right := correction_of(connection, number)) is not None:
        number = right
    return number


def first_said(connection: sqlite3.Connection, number: int) -> int:
    """The entry that entry `number` says aright, and that may say aright another, down to the first; itself, where it corrects none."""
    while (corrects := read(connection, number).corrects) is not None and corrects < number:
        number = corrects
    return number
