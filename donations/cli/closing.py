"""The verb that closes a month."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.facts import on_screen
from donations.cli.registry import Registry
from donations.cli.session import Run, is_attended, opened
from donations.cli.showing import ShowingOptions, show
from donations.domain.period import Period
from donations.i18n import N_, _, filled

if TYPE_CHECKING:
    from donations.store.book import Book

verbs = Registry(heading=N_("Publish"))


@verbs.verb(
    "close",
    help=N_(
        "Close a month, and every day before it: its figures change only by what --into-closed lets in.\n\n"
        "What is dated in it afterwards is refused, unless --into-closed says why. What takes back or corrects an entry of "
        "it is dated today. A closed month is never opened again, so that on a terminal it is asked about."
    ),
    epilog="donations close 2020-02\ndonations close --list",
)
def close(
    month: Annotated[Period | None, options.A_MONTH] = None,
    listed: Annotated[bool, typer.Option("--list", help=N_("List the closed months."))] = False,
    yes: options.MeantOption = False,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """Close a month, or list the closed ones."""
    if listed == (month is not None):
        raise errors.MonthOrList
    if month is not None:
        with opened(book, writing=True) as open_book:
            _close(open_book, month, yes=yes)
        return
    from donations.reports.closings import closings

    with opened(book, writing=False) as open_book, open_book.read():
        show(closings(open_book), showing)


def _close(book: "Book", month: Period, *, yes: bool) -> None:
    from donations.services import closing
    from donations.store.closings import closed_until

    before = closed_until(book.connection)
    if is_attended() and not yes:
        closing.refuse_to_close(book.connection, month, clock.today())
        _ask(month, before)
    try:
        done = closing.close(book, month, clock.today(), clock.now())
    except errors.AlreadyClosed:
        if Run.current is None:
            raise
        return  # a file of commands may be run again
    if Run.current is not None:
        return
    if before is None:
        sentence = _("{month} is closed, with everything before it: {entries} entries by now.")
    else:
        sentence = _("{month} is closed, with everything since {before}: {entries} entries by now.")
    print(on_screen(filled(sentence, month=done.month, before=before, entries=done.entries), sys.stdout))
    sentence = _("Entries dated up to {day} need --into-closed REASON from now on.")
    print(on_screen(sentence.format(day=done.last_day), sys.stdout))


def _ask(month: Period, before: str | None) -> None:
    """Ask whether the month is meant, since it stays closed. Raises NotClosed."""
    from donations.cli.questions import agrees

    assert month.end is not None, month
    if before is None:
        question = _("Close {month}, with everything before it? A closed month is never opened again. [y/N]")
    else:
        question = _("Close {month}, with everything since {before}? A closed month is never opened again. [y/N]")
    if not agrees(filled(question, month=f"{month.end:%Y-%m}", before=before)):
        raise errors.NotClosed
