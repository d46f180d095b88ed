"""Verbs that publish: an issue, and what was corrected since."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.options import chosen_period
from donations.cli.registry import Registry
from donations.cli.session import Run, is_attended, opened, tell
from donations.cli.showing import Showing, ShowingOptions, is_screen, show
from donations.domain.period import Period
from donations.i18n import N_, _, chosen_language, speaking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from donations.domain.issue import Alike, Scope
    from donations.reports.table import Report
    from donations.store.book import Book

verbs = Registry(heading=N_("Publish"))
_MOST_TOLD = 10

MonthArgument = Annotated[
    Period | None,
    typer.Argument(metavar=N_("MONTH"), parser=options.parse_month, help=N_("The month; else what follows the last issue.")),
]  # fmt: skip
DryOption = Annotated[bool, typer.Option("--dry-run", help=N_("Only show what would be published."))]
ReasonOption = Annotated[
    str | None, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why something was corrected, where the journal doesn't say."))
]  # fmt: skip
YesOption = Annotated[
    bool, typer.Option("--yes", help=N_("Don't ask; dates, repetitions, names and a clock that look like slips are meant: what that lets pass is said."))
]  # fmt: skip
ListOption = Annotated[bool, typer.Option("--list", help=N_("List the issues."))]
ReprintOption = Annotated[int | None, typer.Option("--reprint", metavar=N_("NUMBER"), min=1, help=N_("Print an issue as it went out."))]  # fmt: skip


@verbs.verb(
    "publish",
    help=N_(
        "Publish an issue: who gave, who received, running totals, corrections, and how it all ties out.\n\n"
        "Issues are numbered and follow each other without a gap; who didn't agree to be named isn't. What doesn't tie out "
        "is refused. On a terminal it is shown first, and asked about. Once out, an issue is kept, and printed again "
        "exactly as it was with --reprint."
    ),
    epilog="""
donations publish 2020-02 --dry-run
donations publish 2020-02 -o 第1期.csv
donations publish --from 2020-03-01 --to 2020-03-05
donations publish --list
donations publish --reprint 1
""",
)
def publish(
    month: MonthArgument = None,
    begin: options.FromOption = None,
    end: options.UntilOption = None,
    dry_run: DryOption = False,
    reason: ReasonOption = None,
    yes: YesOption = False,
    listed: ListOption = False,
    reprint: ReprintOption = None,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """Publish the next issue, preview it, or show one that is out."""
    period = chosen_period(month, begin=begin, end=end)
    is_stated = period != Period(None, None)
    if sum((listed, reprint is not None, is_stated or dry_run)) > 1:
        raise errors.OneOfPublish
    if listed or reprint is not None:
        _show_published(showing, reprint, book)
        return
    if Run.current is not None:
        raise errors.PublishInRun
    with opened(book, writing=not dry_run, doubts_clock=False) as open_book:
        wished = _Wished(period if is_stated else None, reason, yes)
        if is_attended() and not (yes or dry_run):
            seen = _agreed(open_book, wished)
            is_read = is_screen() and showing.output is None and showing.format in (None, "table")
            kept = _publish(open_book, wished, seen)
        else:
            is_read = False
            kept = _preview(open_book, wished) if dry_run else _publish(open_book, wished)
    if not is_read:  # a moment ago, by whoever agreed
        _show(kept, showing)
    if dry_run:
        tell(_("This is a preview: nothing was published."))


def _show_published(showing: Showing, number: int | None, book: "Path | None") -> None:
    """The list of issues, or one as it went out."""
    from donations.reports.issues import issues
    from donations.services import publishing

    with opened(book, writing=False) as open_book, open_book.read():
        if number is None:
            show(issues(open_book), showing)
            return
        kept = publishing.published(open_book, number).report
    assert kept is not None, number
    _show(kept, showing)


def _show(kept: str, showing: Showing) -> None:
    """Print an issue from what is kept of it, in the language it went out in."""
    from donations.reports import frozen

    report, language = frozen.from_json(kept)
    with speaking(language):
        show(report, showing)


@dataclass(frozen=True, slots=True)
class _Wished:
    """What was said of the issue to be."""

    period: Period | None
    reason: str | None
    yes: bool


class _Seen(NamedTuple):
    """What somebody agreed to publish, and the book it is of."""

    scope: "Scope"
    kept: str
    standing: tuple[int, str | None]


def _preview(book: "Book", wished: _Wished) -> str:
    with book.read():
        return _titled_preview(_prepared(book, wished)[1])


def _titled_preview(kept: str) -> str:
    """What is kept of an issue, called a preview."""
    from donations.reports import frozen

    report, language = frozen.from_json(kept)
    title = _("{title} (preview, not published)").format(title=report.title)
    return frozen.to_json(report._replace(title=title), language)


def _agreed(book: "Book", wished: _Wished) -> _Seen:
    """Show the next issue, and ask whether it goes out: that can't be taken back. Raises NotPublished, and as `_prepared`."""
    from donations.cli.questions import agrees

    with book.read():
        seen = _Seen(*_prepared(book, wished), book.last())
    if is_screen():
        _show(_titled_preview(seen.kept), Showing())
    question = _("Publish this as issue {number}, {begin} to {end}? That can't be taken back. [y/N]")
    scope = seen.scope
    if not agrees(question.format(number=scope.number, begin=scope.begin, end=scope.end)):
        raise errors.NotPublished
    return seen


def _publish(book: "Book", wished: _Wished, seen: _Seen | None = None) -> str:
    """Publish the issue, the one that was `seen` where one was; gives it as it is kept. Said only once it is on disk.

    Raises IssueChanged, and as `_prepared`.
    """
    from donations.services import publishing

    with book.write():
        if seen is not None and book.last() != seen.standing:
            raise errors.IssueChanged
        scope, kept = (seen.scope, seen.kept) if seen is not None else _prepared(book, wished)
        issue = publishing.publish(book, scope, kept, clock.now())
    sentence = (
        _("Issue {number} is published and kept: {begin} to {end}, sha256 {sha256}.")
        if issue.begin_day != issue.end_day
        else _("Issue {number} is published and kept: {begin}, sha256 {sha256}.")
    )
    tell(sentence.format(number=issue.number, begin=issue.begin_day, end=issue.end_day, sha256=issue.sha256))
    return kept


def _prepared(book: "Book", wished: _Wished) -> "tuple[Scope, str]":
    """The next issue as it is to be kept; raises what speaks against publishing it."""
    from donations.cli.read import warn
    from donations.output.issue_words import worded
    from donations.reports import frozen
    from donations.reports.selection import Selection
    from donations.services import publishing

    scope = publishing.plan(book, wished.period, clock.today())
    report = _held(book, scope, wished)
    with book.read(public=True):
        warn(book, Selection(scope.period), public=True)
    facts = {
        "number": scope.number, "organisation": report.source.name, "date": scope.published_on, "entries": report.source.entries,
    }  # fmt: skip
    return scope, frozen.to_json(worded(report, facts), chosen_language())


def _held(book: "Book", scope: "Scope", wished: _Wished) -> "Report":
    """The issue, once nothing speaks against it."""
    from donations.cli.read import warn_of_names
    from donations.domain.issue import Findings
    from donations.reports import amendments as amended
    from donations.reports import issue as made
    from donations.reports import issue_doubles, issue_names
    from donations.services import publishing
    from donations.services.amounts import few

    found = amended.amendments(book, scope)
    if waiting := amended.waiting(book, scope, found):
        sentence = _(
            "Corrections dated after {end} go out with the issue of their day (`donations amend`): entries {entries}."
        )
        tell(sentence.format(end=scope.end, entries=_(", ").join(few(waiting))))
    reasons = amended.reasons_of(book, found)
    unexplained = [root for root, reason in reasons.items() if reason is None and not wished.reason]
    early = made.too_early(scope, found)
    alike = issue_doubles.alike(book, scope, found)
    told = _told(book, {root: reason or wished.reason or "" for root, reason in reasons.items()})
    with book.read(public=True):
        report, ties, twice = made.issue(book, scope, found, told)
        masked = issue_names.masked_parties(book, scope, found)
    named = issue_names.named_in(book, report, issue_names.names_of(book, masked))
    findings = Findings(ties, twice, alike, early, unexplained, named, _clock_behind(book))
    passed = publishing.hold(scope, findings, meant=wished.yes)
    _tell_doubts(passed, [one for one in alike if one.is_usual])
    warn_of_names(book, report, public=True, told=named)
    return report


def _clock_behind(book: "Book") -> "Mapping[str, str | int] | None":
    """The facts of it, where the last entry was recorded at a time that is still to come."""
    from donations.store import journal

    number, recorded_at = journal.last_recorded(book.connection)
    behind = clock.behind(recorded_at)
    return None if behind is None else {"now": behind[0], "number": number, "then": behind[1]}


def _tell_doubts(passed: "Sequence[errors.Doubted]", usual: "Sequence[Alike]") -> None:
    """Say what --yes let pass, and which gifts of money are alike: that is no refusal, since both may well have been given."""
    from donations.cli.facts import said
    from donations.services.amounts import few

    for doubt in passed[:_MOST_TOLD]:
        tell(said(type(doubt).passed, doubt.facts))
    if len(passed) > _MOST_TOLD:
        tell(said(N_("Passed by --yes: {count} more of these."), {"count": len(passed) - _MOST_TOLD}))
    for one in usual[:_MOST_TOLD]:
        sentence = N_(
            "Entries {entries} say that {who} gave the same money on one day: if one is a repetition, reverse it before you publish."
        )
        tell(said(sentence, {"entries": few(one.entries), "who": one.who}))
    if len(usual) > _MOST_TOLD:
        sentence = N_("Gave the same money twice on one day, besides these: {count}.")
        tell(said(sentence, {"count": len(usual) - _MOST_TOLD}))


def _told(book: "Book", reasons: dict[int, str]) -> dict[int, str]:
    """The reasons of corrections as anybody may read them."""
    from donations.domain.masking import mask_names
    from donations.reports import issue_names, names_told
    from donations.reports.amendments import LATE

    if all(reason == LATE for reason in reasons.values()):
        return {root: _(reason) for root, reason in reasons.items()}
    ours = issue_names.parties_as_named(book)
    with book.read(public=True):
        shown = issue_names.parties_as_named(book)
    unnamed = names_told.in_place_of(book, (party for party, _name in ours - shown), "\n".join(reasons.values()))
    return {root: _(reason) if reason == LATE else mask_names(reason, unnamed) for root, reason in reasons.items()}


@verbs.verb(
    "amend",
    help=N_(
        "What was corrected since it was published: old, new, why, and which entries. The issue of its day carries it by itself."
    ),
    epilog="donations amend",
)
def amend(
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What the next issue will correct."""
    from donations.reports import amendments as amended
    from donations.services import publishing

    with opened(book, writing=False) as open_book, open_book.read():
        scope = publishing.since_last(open_book, clock.today())
        found = amended.amendments(open_book, scope)
        reasons = {root: _(reason) for root, reason in amended.reasons_of(open_book, found).items() if reason}
        show(amended.report_of(open_book, found, reasons), showing)
