"""Issues that were published: each with its report as it was, for good."""

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from datetime import date

from donations.store.changes import Change, note_change

ACT = "publish"
"""What the act is called that publishes an issue."""

LOST = ""
"""Stands for the sha256 of a report that is lost."""

COLUMNS = ("number", "begin_day", "end_day", "entries", "link", "report", "sha256", "published_at")
_COLUMNS = ", ".join(COLUMNS)
_ADD = f"insert into issue ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class Issue:
    """A published issue: its period, how many entries and links the book had, and its report as JSON (None where lost)."""

    number: int
    begin_day: str
    end_day: str
    entries: int
    link: int
    report: str | None
    sha256: str
    published_at: str

    @property
    def is_as_published(self) -> bool:
        """Whether the report is what its sha256 says, or known to be lost."""
        return self.sha256 == (LOST if self.report is None else sha256_of(self.report))

    def told(self) -> str:
        """What the act that published it says."""
        said = {
            "issue": self.number,
            "from": self.begin_day,
            "to": self.end_day,
            "entries": self.entries,
            "link": self.link,
        }
        return json.dumps({**said, "sha256": self.sha256})


def sha256_of(report: str) -> str:
    """The sha256 of a report as JSON."""
    return hashlib.sha256(report.encode()).hexdigest()


def find(connection: sqlite3.Connection, number: int) -> Issue | None:
    """The issue of that number; None where there is none."""
    query = f"select {_COLUMNS} from issue where number = ?"  # noqa: S608 - a constant
    row = connection.execute(query, (number,)).fetchone() if number < 2**63 else None
    return None if row is None else Issue(*row)


def last(connection: sqlite3.Connection) -> Issue | None:
    """The issue published last; None where none was."""
    row = connection.execute(f"select {_COLUMNS} from issue order by number desc limit 1").fetchone()  # noqa: S608 - a constant
    return None if row is None else Issue(*row)


def every(connection: sqlite3.Connection) -> list[Issue]:
    """All issues in order."""
    return [Issue(*row) for row in connection.execute(f"select {_COLUMNS} from issue order by number")]  # noqa: S608 - a constant


def first_day(connection: sqlite3.Connection) -> date | None:
    """The first day that was ever published; None where nothing was."""
    [day] = connection.execute("select min(begin_day) from issue").fetchone()
    return None if day is None else date.fromisoformat(day)


def links(connection: sqlite3.Connection) -> int:
    """How many links the chain has."""
    return int(connection.execute("select coalesce(max(number), 0) from chain").fetchone()[0])


def add(connection: sqlite3.Connection, issue: Issue, now: str) -> None:
    """Keep an issue under its number, and seal what it is."""
    values = (
        issue.number, issue.begin_day, issue.end_day, issue.entries, issue.link, issue.report, issue.sha256, issue.published_at,
    )  # fmt: skip
    connection.execute(_ADD, values)
    note_change(connection, Change("book", 1, ACT, after=issue.told()), now)
