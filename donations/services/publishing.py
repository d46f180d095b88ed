"""Publish an issue: its days follow those of the last, everything in it ties out, and it is kept as it went out."""

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta

from donations import errors
from donations.domain.amount import Counted, minor_text
from donations.domain.issue import Findings, Scope, Tie
from donations.domain.period import Period
from donations.services.undoing import few
from donations.store import issues, journal
from donations.store.book import Book
from donations.store.issues import Issue

_YEAR = timedelta(days=366)
_DAY = timedelta(days=1)

_REASONS: Mapping[str, type[errors.Refused]] = {
    "details_money_in": errors.DetailsDiffer,
    "details_goods_in": errors.DetailsDiffer,
    "details_goods_out": errors.DetailsDiffer,
    "details_money_out": errors.DetailsDiffer,
    "as_before": errors.PublishedDiffers,
    "running_in": errors.RunningDiffers,
    "running_out": errors.RunningDiffers,
    "cities": errors.CitiesDiffer,
    "money_on_hand": errors.BalanceDiffers,
    "goods_on_hand": errors.BalanceDiffers,
}
"""What is said where two ways to a figure differ."""


def plan(book: Book, period: Period | None, today: date) -> Scope:
    """The issue that would be the next: of `period`, else of the month that follows what was published.

    Raises NothingRecordedYet, PeriodSkipped, PeriodOverlaps, EarlierEntries, PeriodAhead, PeriodFarBack, PeriodBeforeAll, ClockBehind, NothingToPublish.
    """
    with book.read() as connection:
        last, first = issues.last(connection), journal.first_day(connection)
        if last is None and first is None:
            raise errors.NothingRecordedYet
        begin, end = _days(period, last, first, today)
        if last is None:
            _refuse_first(connection, begin, end, first)
            scope = Scope(1, begin, end, today, first_day=begin)
        else:
            _refuse_next(begin, last, today)
            until = date.fromisoformat(last.end_day)
            scope = Scope(
                last.number + 1, begin, end, today, last.entries, until, issues.first_day(connection), last.report
            )
    if end >= today:
        raise errors.PeriodAhead(end=end, today=today)
    return scope


def _days(period: Period | None, last: Issue | None, first: date | None, today: date) -> tuple[date, date]:
    """The days that are meant; where none are said, from where the last issue ended to the end of that month, or yesterday."""
    following = date.fromisoformat(last.end_day) + _DAY if last else (first or today).replace(day=1)
    begin = period.begin if period and period.begin else following
    if period and period.end:
        return begin, period.end
    if begin >= today:
        raise errors.NothingToPublish(until=begin - _DAY) if last else errors.PeriodAhead(end=begin, today=today)
    month_after = (begin.replace(day=1) + timedelta(days=32)).replace(day=1)
    return begin, min(month_after, today) - _DAY


def _refuse_first(connection: sqlite3.Connection, begin: date, end: date, first: date | None) -> None:
    """Nothing happened before the first issue, something in it or before its end, and it doesn't begin long before that."""
    if first is not None and first < begin:
        raise errors.EarlierEntries(entry=journal.first_of(connection, first), day=first, begin=begin)
    if first is not None and first - begin > _YEAR:
        raise errors.PeriodFarBack(begin=begin, first=first)
    if first is not None and end < first:
        raise errors.PeriodBeforeAll(begin=begin, end=end, first=first, month=first.isoformat()[:7])


def _refuse_next(begin: date, last: Issue, today: date) -> None:
    """An issue begins the day after the last one ended, and goes out no earlier than that did."""
    wanted = date.fromisoformat(last.end_day) + _DAY
    facts = {"last": last.number, "until": last.end_day, "wanted": wanted, "begin": begin}
    if begin > wanted:
        raise errors.PeriodSkipped(**facts)
    if begin < wanted:
        raise errors.PeriodOverlaps(**facts)
    went_out = date.fromisoformat(last.published_at[:10])
    if today < went_out - _DAY:  # the timestamp is in UTC
        raise errors.ClockBehind(today=today, last=last.number, then=went_out)


def hold(scope: Scope, found: Findings, *, meant: bool) -> None:
    """Refuse what must not go out; `meant`: who publishes has looked at what could be a slip, and means it.

    Raises LinePublishedTwice, DetailsDiffer and its kin, AmendmentUnexplained, DatedBeforeAll, RecipientTwice, PersonNamed.
    """
    for entry, who in found.printed_twice:
        raise errors.LinePublishedTwice(entry=entry, who=who)
    for tie in sorted(found.ties, key=lambda tie: not tie.falls):  # what falls says most of what happened
        _hold_tie(scope, tie)
    if found.unexplained:
        raise errors.AmendmentUnexplained(entries=few(found.unexplained))
    for name, text in found.named.items():
        if text == name or not meant:
            raise errors.PersonNamed(who=name, found=text)
    if meant:
        return
    if found.too_early:
        early = few(entry for entry, _day in found.too_early)
        raise errors.DatedBeforeAll(entries=early, first=scope.first_day)
    for who, item, entries in found.alike:
        raise errors.RecipientTwice(entries=few(entries), who=who, item=item)


def _hold_tie(scope: Scope, tie: Tie) -> None:
    if tie.holds:
        return
    facts = {"item": tie.item, "one": _said(tie, tie.one), "other": _said(tie, tie.other), "last": scope.number - 1}
    if tie.falls and tie.before is not None:
        raise errors.RunningFell(**facts, before=_said(tie, tie.before))
    raise _REASONS[tie.key](**facts)


def _said(tie: Tie, minor: int) -> Counted:
    return Counted(minor_text(minor, tie.decimals), tie.unit)


def since_last(book: Book, today: date) -> Scope:
    """All that comes after the last issue, whenever it is dated: to look for what was corrected since."""
    with book.read() as connection:
        last = issues.last(connection)
    seen, until = (last.entries, date.fromisoformat(last.end_day)) if last else (0, None)
    return Scope(0, date.min, date.max, today, seen, until)  # of no issue


def was_published(book: Book, number: int) -> bool:
    """Whether entry `number` went out with an issue."""
    with book.read() as connection:
        day = journal.read(connection, number).date.isoformat()
        last = issues.last(connection)
    return last is not None and number <= last.entries and day <= last.end_day


def publish(book: Book, scope: Scope, report: str, now: str) -> Issue:
    """Keep the issue as it goes out: `report` is its canonical JSON. The caller holds `Book.write()` since the plan."""
    with book.write() as connection:
        entries, _recorded_at = journal.last_recorded(connection)
        issue = Issue(
            scope.number, scope.begin.isoformat(), scope.end.isoformat(), entries, issues.links(connection), report,
            issues.sha256_of(report), now,
        )  # fmt: skip
        issues.add(connection, issue, now)
        return issue


def published(book: Book, number: int) -> Issue:
    """Issue `number` as it went out. Raises UnknownIssue, LostIssue, ChangedFromOutside."""
    with book.read() as connection:
        issue = issues.find(connection, number)
        if issue is None:
            raise errors.UnknownIssue(number=number, issues=len(issues.every(connection)))
    if issue.report is None:
        raise errors.LostIssue(number=number)
    if not issue.is_as_published:
        raise errors.ChangedFromOutside(path=book.path, reason=f"issue {number}")
    return issue
