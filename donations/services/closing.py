"""Close a month for good, and let no entry into a closed one unless somebody says why: the one place of that rule."""

import sqlite3
from datetime import date
from typing import NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.entry import Entry, Recorded
from donations.domain.period import Period
from donations.store import closings, journal
from donations.store.book import Book
from donations.store.closings import Closing


class IfClosed(NamedTuple):
    """What an act does that would be dated in a closed month: say `reason` and go there, else be dated `today`."""

    today: date
    reason: str | None = None

    def day_for(self, connection: sqlite3.Connection, day: date) -> date:
        """The day that what takes back an entry of `day` carries: that one, or today where its month is closed."""
        return self.today if not self.reason and is_closed(connection, day) else day


def is_closed(connection: sqlite3.Connection, day: date) -> bool:
    """Whether `day` lies in a closed month."""
    until = closings.closed_until(connection)
    return until is not None and day.isoformat() <= until


def admit(connection: sqlite3.Connection, day: date, reason: str | None) -> str | None:
    """The reason to note for an entry of `day`, None where its month is open. Raises ClosedMonth where none is said."""
    if not is_closed(connection, day):
        return None
    tidied = text.note(reason) if reason else None
    if not tidied:
        until = closings.closed_until(connection) or ""
        raise errors.ClosedMonth(day=day.isoformat(), month=until[:7])
    return tidied


def append(connection: sqlite3.Connection, entry: Entry, now: str, into_closed: str | None = None) -> Recorded:
    """Append an entry, if its month is open or `into_closed` says why it goes there all the same. Raises ClosedMonth."""
    reason = admit(connection, entry.date, into_closed)
    if reason is not None:
        number, _recorded_at = journal.last_recorded(connection)
        closings.let_in(connection, number + 1, reason, now)
    return journal.append(connection, entry, now)


def let_in(connection: sqlite3.Connection, first: int, last: int, reason: str | None, now: str) -> None:
    """Note why those of the entries `first` to `last` that are dated in a closed month are there. Raises ClosedMonth."""
    for number, day in closings.dated_in_closed(connection, first, last):
        said = admit(connection, date.fromisoformat(day), reason)
        assert said is not None, number
        closings.let_in(connection, number, said, now)


def refuse_to_close(connection: sqlite3.Connection, month: Period, today: date) -> None:
    """Raises MonthNotOver, AlreadyClosed."""
    assert month.end is not None, month
    named = f"{month.end:%Y-%m}"
    if month.end >= today:
        raise errors.MonthNotOver(month=named, today=today)
    until = closings.closed_until(connection)
    if until is not None and month.end.isoformat() <= until:
        raise errors.AlreadyClosed(month=named, last=until[:7])


def close(book: Book, month: Period, today: date, now: str) -> Closing:
    """Close `month` and every day before it; what is dated up to its last day can't be recorded any more.

    Raises as `refuse_to_close`, and NotInOrder; then nothing is closed.
    """
    from donations.services import checking  # who records needs only to know whether a month is closed

    assert month.end is not None, month
    named = f"{month.end:%Y-%m}"
    with book.write() as connection:
        refuse_to_close(connection, month, today)
        problems = checking.check(book)
        if problems:
            raise errors.NotInOrder(count=len(problems))
        return closings.add(connection, named, month.end.isoformat(), now)
