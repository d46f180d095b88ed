"""Hold closed months and published issues against what they were: one generator a rule."""

import sqlite3
from collections.abc import Iterator

from donations.i18n import N_
from donations.services.problem import Problem
from donations.store import closings, issues
from donations.store.changes import said_of_book


def closings_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A closed month has the figures it had; what was let in since has a reason; each closing is the one that was sealed."""
    every, said = closings.every(connection), said_of_book(connection, closings.ACT)
    if [closing.told() for closing in every] != said:
        yield Problem("closings", N_("the closed months are not those that the book's acts say"))
    for closing in closings.differing(connection):
        yield Problem(
            "closings", N_("the figures of {month} are not what they were when it was closed"), {"month": closing.month}
        )
    for number, day, month in closings.stolen_in(connection):
        yield Problem(
            "closings",
            N_("entry {number} is dated in {month}, which was closed before it, and no reason is kept"),
            {"number": number, "month": month},
            number,
            day,
        )


def issues_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every issue is there under its number, with the report and the period that were published."""
    every, said = issues.every(connection), said_of_book(connection, issues.ACT)
    if [issue.told() for issue in every] != said:
        yield Problem("issues", N_("the published issues are not those that the book's acts say"))
    for issue in every:
        if not issue.is_as_published:
            yield Problem("issues", N_("issue {number} is not what was published"), {"number": issue.number})
