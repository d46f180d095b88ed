"""Hold closed months and published issues against what they were: one generator a rule."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.problem import Problem
from donations.store import closings, issues
from donations.store.changes import said_and_when, said_of_book


def closings_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A closed month has the figures it had; what was let in since has a reason; each closing is the one that was sealed."""
    every = closings.every(connection)
    if _differ(connection, closings.ACT, [(closing.told(), closing.closed_at) for closing in every]):
        yield Problem("closings", N_("the closed months are not those that the book's acts say"))
    for closing in closings.differing(connection):
        yield Problem(
            "closings", N_("the figures of {month} are not what they were when it was closed"), {"month": closing.month}
        )
    for number, day, month in closings.without_reason(connection):
        yield Problem(
            "closings",
            N_("entry {number} is dated in {month}, which was closed before it, and no reason is kept"),
            {"number": number, "month": month},
            number,
            day,
        )


def issues_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every issue is there under its number, with the report and the period that were published."""
    every = issues.every(connection)
    if _differ(connection, issues.ACT, [(issue.told(), issue.published_at) for issue in every]):
        yield Problem("issues", N_("the published issues are not those that the book's acts say"))
    for issue in every:
        if not issue.is_as_published:
            yield Problem("issues", N_("issue {number} is not what was published"), {"number": issue.number})


def _differ(connection: sqlite3.Connection, act: str, kept: list[tuple[str, str]]) -> bool:
    """Whether what is kept, and of when, isn't what the acts say; in a salvaged book these are of the day it was made anew."""
    if said_of_book(connection, "salvaged"):
        return [said for said, _at in kept] != said_of_book(connection, act)
    return kept != said_and_when(connection, act)
