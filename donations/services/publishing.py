"""Publish an issue: its days follow those of the last, everything in it ties out, and it is kept as it went out."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from donations import errors
from donations.domain.amount import Counted, minor_text
from donations.domain.issue import Findings, Scope, Tie
from donations.domain.period import Period
from donations.services.amounts import few
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

    Raises NothingRecordedYet, PeriodSkipped, PeriodOverlaps, EarlierEntries, PeriodAhead, PeriodFarBack, PeriodBeforeAll, PeriodBeforeBegun,
    EarlierUntilLater, ClockBehind, NothingToPublish.
    """
    with book.read() as connection:
        last = issues.last(connection)
        begin, end = _days(period, last, None if last else _first(connection, today), today)
        if last is None:
            begin = _from_opening(connection, begin, end)
            _refuse_first(connection, begin, end, today)
            scope = Scope(1, begin, end, today, first_day=begin)
        else:
            _refuse_next(begin, last, today)
            until = date.fromisoformat(last.end_day)
            scope = Scope(
                last.number + 1, begin, end, today, last.entries, until, issues.first_day(connection), last.report
            )
    if end >= today > begin:
        raise errors.PeriodNotOver(end=end, today=today, over=today - _DAY)
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


def _first(connection: sqlite3.Connection, today: date) -> date:
    """The day on which everything began that still stands, else on which anything did; behind an opening the day after it.

    Raises NothingRecordedYet.
    """
    standing, first = journal.first_standing(connection, today), journal.first_day(connection)
    if first is None:
        raise errors.NothingRecordedYet
    begun = standing[1] if standing else first
    return begun + _DAY if begun + _DAY < today and journal.is_opening(connection, begun) else begun


def _from_opening(connection: sqlite3.Connection, begin: date, end: date) -> date:
    """Where the first issue begins: on the day before `begin` where what was there before the book is booked on it, and nothing else."""
    found = journal.first_standing(connection, end)
    is_opened = found is not None and found[1] == begin - _DAY and journal.is_opening(connection, found[1])
    return begin - _DAY if is_opened else begin


def _refuse_first(connection: sqlite3.Connection, begin: date, end: date, today: date) -> None:
    """Nothing that stands at its end happened before the first issue, something in it, and it doesn't begin long before that."""
    found = journal.first_standing(connection, end)
    if found is None:
        return
    entry, first = found
    if first < begin:
        _refuse_earlier(connection, entry, begin, first)
    if first - begin > _YEAR:
        raise errors.PeriodFarBack(begin=begin, first=first)
    if end < first:
        is_over = (first.year, first.month) < (today.year, today.month)
        why = errors.PeriodBeforeAll if is_over else errors.PeriodBeforeBegun
        raise why(begin=begin, end=end, first=first, month=first.isoformat()[:7])


def _refuse_earlier(connection: sqlite3.Connection, entry: int, begin: date, day: date) -> None:
    by = journal.reversal_of(connection, entry)
    if by is None:
        raise errors.EarlierEntries(entry=entry, day=day, begin=begin)
    then = journal.day_of(connection, by)  # of a closed month: the day on which it was put right
    raise errors.EarlierUntilLater(entry=entry, day=day, begin=begin, by=by, then=then)


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


def hold(scope: Scope, found: Findings, *, meant: bool) -> list[errors.Doubted]:
    """Refuse what must not go out; `meant`: who publishes has looked at what could be a slip, and means it: that is given back.

    Raises LinePublishedTwice, DetailsDiffer and its kin, AmendmentUnexplained, PersonNamed and other doubts.
    """
    for entry, who in found.printed_twice:
        raise errors.LinePublishedTwice(entry=entry, who=who)
    for tie in sorted(found.ties, key=lambda tie: not tie.falls):  # what falls says most of what happened
        _hold_tie(scope, tie)
    if found.unexplained:
        raise errors.AmendmentUnexplained(entries=few(found.unexplained))
    doubts = list(_doubts(scope, found))
    for doubt in doubts:
        is_bare = isinstance(doubt, errors.PersonNamed) and doubt.facts["found"] == doubt.facts["who"]
        if not meant or is_bare:
            raise doubt
    return doubts


def _doubts(scope: Scope, found: Findings) -> Iterator[errors.Doubted]:
    """What could be a slip, and could be meant."""
    if found.behind is not None:
        yield errors.ClockBehindEntries(**found.behind)
    for name, text in found.named.items():
        yield errors.PersonNamed(who=name, found=text)
    if found.too_early:
        yield errors.DatedBeforeAll(entries=few(found.too_early), first=scope.first_day)
    for one in found.alike:
        if one.is_usual:
            continue
        if len(one.entries) == 1:
            yield errors.SaidTwice(entry=one.entries[0], who=one.who, item=one.item)
        else:
            yield errors.PublishedAlike(entries=few(one.entries), who=one.who, item=one.item)


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
