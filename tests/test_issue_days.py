"""Which days the next issue is of: those that follow the last, else from the month in which everything began."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from gifts import imported, money

from donations import errors
from donations.domain.period import Period
from donations.services import publishing
from donations.store.book import Book, open_book

BEGUN = date(2020, 2, 10)
"""The day of the first entry, which is the second in the book."""
LATER = date(2020, 6, 1)


def day(said: str) -> date:
    """A day of 2020, or of another year."""
    return date.fromisoformat(said if len(said) > 5 else f"2020-{said}")


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    """A book with two gifts, the later one recorded first."""
    with closing(open_book(book_path, writing=True)) as opened:
        imported(opened, [money(day=date(2020, 3, 5)), money(day=BEGUN)])
        yield opened


def planned(book: Book, days: tuple[str | None, str | None] | None, today: str) -> Any:
    """First and last day of the issue, else why there is none, with facts."""
    period = None if days is None else Period(*(None if each is None else day(each) for each in days))
    try:
        scope = publishing.plan(book, period, day(today))
    except errors.DonationsError as refused:
        return type(refused), refused.facts
    return scope.begin, scope.end


@pytest.mark.parametrize(
    ("days", "today", "begin", "end"),
    [
        (None, "06-01", "02-01", "02-29"),
        (None, "03-01", "02-01", "02-29"),
        (None, "02-29", "02-01", "02-28"),
        (None, "02-11", "02-01", "02-10"),
        (("02-10", "02-10"), "02-11", "02-10", "02-10"),
        (("02-10", None), "06-01", "02-10", "02-29"),
        ((None, "04-30"), "05-01", "02-01", "04-30"),
        (("2019-02-09", "02-10"), "06-01", "2019-02-09", "02-10"),
    ],
)
def test_the_first_issue(
    book: Book, days: tuple[str | None, str | None] | None, today: str, begin: str, end: str
) -> None:
    assert planned(book, days, today) == (day(begin), day(end))
    assert publishing.plan(book, Period(BEGUN, BEGUN), LATER).number == 1


@pytest.mark.parametrize(
    ("days", "today", "why", "facts"),
    [
        (("02-11", "02-29"), "06-01", errors.EarlierEntries, {"entry": 2, "day": BEGUN, "begin": day("02-11")}),
        (("2019-02-08", "02-29"), "06-01", errors.PeriodFarBack, {"begin": day("2019-02-08"), "first": BEGUN}),
        (("02-01", "02-09"), "06-01", errors.PeriodBeforeAll, {"begin": day("02-01"), "end": day("02-09"), "first": BEGUN, "month": "2020-02"}),
        (("02-01", "02-29"), "02-29", errors.PeriodNotOver, {"end": day("02-29"), "today": day("02-29"), "over": day("02-28")}),
        (("02-01", None), "02-01", errors.PeriodAhead, {"end": day("02-01"), "today": day("02-01")}),
    ],
)  # fmt: skip
def test_what_can_not_be_the_first_issue(
    book: Book, days: tuple[str | None, str | None], today: str, why: type[errors.DonationsError], facts: dict[str, Any]
) -> None:
    assert planned(book, days, today) == (why, facts)


def test_an_empty_book_has_nothing_to_publish(book_path: Path) -> None:
    with closing(open_book(book_path, writing=True)) as book:
        assert planned(book, None, "06-01") == (errors.NothingRecordedYet, {})


@pytest.fixture
def published(book: Book) -> Book:
    """One with an issue of February, which went out on April 1."""
    scope = publishing.plan(book, None, day("04-01"))
    publishing.publish(book, scope, "{}", "2020-04-01T08:00:00Z")
    return book


@pytest.mark.parametrize(
    ("days", "today", "begin", "end"),
    [
        (None, "04-01", "03-01", "03-31"),
        (None, "03-31", "03-01", "03-30"),
        (("03-01", "05-31"), "06-01", "03-01", "05-31"),
        ((None, "03-01"), "06-01", "03-01", "03-01"),
    ],
)
def test_the_next_issue_follows(
    published: Book, days: tuple[str | None, str | None] | None, today: str, begin: str, end: str
) -> None:
    assert planned(published, days, today) == (day(begin), day(end))
    scope = publishing.plan(published, None, LATER)
    assert (scope.number, scope.seen, scope.until, scope.first_day, scope.last_report) == (
        2, 2, day("02-29"), day("02-01"), "{}",
    )  # fmt: skip


FACTS = {"last": 1, "until": "2020-02-29", "wanted": day("03-01")}


@pytest.mark.parametrize(
    ("days", "today", "why", "facts"),
    [
        (("03-02", "03-31"), "06-01", errors.PeriodSkipped, {**FACTS, "begin": day("03-02")}),
        (("02-29", "03-31"), "06-01", errors.PeriodOverlaps, {**FACTS, "begin": day("02-29")}),
        (None, "03-30", errors.ClockBehind, {"today": day("03-30"), "last": 1, "then": day("04-01")}),
        (None, "03-01", errors.NothingToPublish, {"until": day("02-29")}),
        (
            ("03-01", "04-30"),
            "04-30",
            errors.PeriodNotOver,
            {"end": day("04-30"), "today": day("04-30"), "over": day("04-29")},
        ),
    ],
)
def test_what_can_not_be_the_next_issue(
    published: Book,
    days: tuple[str | None, str | None] | None,
    today: str,
    why: type[errors.DonationsError],
    facts: dict[str, Any],
) -> None:
    assert planned(published, days, today) == (why, facts)


def test_an_issue_that_is_not_there_is_told_with_how_many_there_are(published: Book) -> None:
    with pytest.raises(errors.UnknownIssue) as refused:
        publishing.published(published, 2)
    assert refused.value.facts == {"number": 2, "issues": 1}
    assert publishing.published(published, 1).report == "{}"
