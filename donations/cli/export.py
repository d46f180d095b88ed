"""Verbs whose results leave the house: the journal for accounting programs, the month in words."""

from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.options import chosen_period
from donations.cli.read import selected, warn, warn_of_names
from donations.cli.registry import Registry
from donations.cli.session import opened, tell
from donations.cli.showing import Showing, refuse_place, show, tell_written
from donations.domain.period import Period
from donations.i18n import N_
from donations.output.formats import FORMAT_NAMES
from donations.output.journals import JOURNAL_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from donations.reports.table import Report

verbs = Registry(heading=N_("Hand out"))
PARAGRAPHS = ("text", "md")
"""The formats that hold the paragraph alone; every other one holds the figures too."""

BULLETINS = tuple(dict.fromkeys((*PARAGRAPHS, *FORMAT_NAMES)))


@verbs.verb(
    "bulletin",
    help=N_(
        "A month in words, to be posted.\n\nOne paragraph, in the language of the run: what came in from how many, what was spent and given out to how many and where, what is on hand at the end. Nobody is named. Every number stands in the tables that --format json shows with it."
    ),
    epilog="""
donations bulletin 2020-02
donations bulletin --from 2020-02-01 --to 2020-02-15 --city 九江市
donations bulletin 2020-02 -o bulletin.txt
""",
)
def bulletin(
    month: Annotated[Period | None, options.A_MONTH] = None,
    begin: options.FromOption = None,
    end: options.UntilOption = None,
    city: options.OnlyCityOption = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(BULLETINS),
            help=N_("The paragraph alone (text, md), or with the figures it is made of."),
        ),
    ] = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    book: options.BookOption = None,
) -> None:
    """The paragraph of a period."""
    from donations.output.bulletin import SUFFIXES, render, with_sentences
    from donations.reports.bulletin import bulletin as report

    period = chosen_period(month, begin=begin, end=end)
    if period.begin is None or period.end is None:
        raise errors.PeriodOpen
    today = clock.today()
    if period.begin > today:
        raise errors.PeriodNotBegun(begin=period.begin, today=today, month=f"{today:%Y-%m}")
    is_over, period = period.end < today, Period(period.begin, min(period.end, today))
    if format_name is not None and format_name.lower() not in BULLETINS:
        raise errors.UnknownFormat(got=format_name, formats=BULLETINS)
    ending = output.suffix.lower() if output else ".txt"
    chosen = format_name.lower() if format_name is not None else SUFFIXES.get(ending, ending)
    with opened(book, writing=False) as open_book, open_book.read(public=True):
        told = report(open_book, selected(open_book, period, options.Limits(city)))
        warn_of_names(open_book, told, public=True)
        if chosen not in PARAGRAPHS:
            show(with_sentences(told, is_over=is_over), Showing(format_name, output, force))
            return
        _hand_out(told, partial(render, told, markdown=chosen == "md", is_over=is_over), output, force=force)


def _hand_out(report: "Report", produce: "Callable[[IO[Any]], object]", output: Path | None, *, force: bool) -> None:
    """Write text to a file or the output, and say on stderr what it has no room for: the digest, and what of the book is lost."""
    from donations.output.cells import of_missing
    from donations.output.file import write_file

    write_file(output, produce, force=force)
    if output is not None and str(output) != "-":
        tell_written(output, report)
    if lost := of_missing(report):
        tell(lost)


exported = verbs.group(
    "export", help=N_("The book for other programs."),
    epilog="donations export journal -o book.journal\ndonations export book -o book.csv",
)  # fmt: skip


@exported.verb(
    "journal",
    help=N_(
        "The journal for hledger or Beancount.\n\nThese programs come to our balances of every item, store and purpose on every day, or refuse the file: what is on hand stands at its end. With --from it begins with what was on hand before. Amounts that nobody knows move nothing and are told in tags, and so is what things are worth."
    ),
    epilog="""
donations export journal --format hledger -o book.journal
donations export journal --year 2020 -o 2020.beancount
donations export journal --public -o public.journal
""",
)
def journal(
    *,
    period: options.PeriodOptions,
    item: options.OnlyItemOption = None,
    purpose: options.OnlyPurposeOption = None,
    public: options.PublicOption = False,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(JOURNAL_NAMES),
            help=N_("The program it is for; a file's ending (.journal, .beancount) says it too."),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=N_("FILE"), readable=False, help=N_("Write to a file.")),
    ] = None,
    force: options.ForceOption = False,
    book: options.BookOption = None,
) -> None:
    """Every entry with its postings, in the order of their days."""
    from donations.output.journals import journal_for, render
    from donations.reports.postings import postings

    chosen = journal_for(format_name, output.suffix if output else "")
    with opened(book, writing=False) as open_book, open_book.read(public=public):
        selection = selected(open_book, period, options.Limits(item=item, purpose=purpose))
        warn(open_book, selection, public=public)
        report = postings(open_book, selection)
        warn_of_names(open_book, report, public=public)
        _hand_out(report, partial(render, report, chosen), output, force=force)


BOOK_FORMATS = ("csv", "tsv", "json")
"""The formats in which a whole book goes out: those that keep every text as it is."""


@exported.verb(
    "book",
    help=N_(
        "The whole book, to be imported into another.\n\nNames, entries with all that was said of them, closed months: `donations import` reads the file into an empty book, which then says the same, or adds to a book what it doesn't have yet. It holds every name in full, and is for nobody but who keeps the other book. What was published, certificates, contact and the times of recording stay: to move a book as it is, copy it with `donations backup`."
    ),
    epilog="""
donations export book -o book.csv
donations export book -o book.json
donations init --book new.db
donations import book.csv --book new.db
""",
)
def whole_book(
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="|".join(BOOK_FORMATS), help=N_("How to write it; a file's ending says it too.")
        ),
    ] = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    raw: options.RawOption = False,
    book: options.BookOption = None,
) -> None:
    """Everything that another book can take."""
    from donations.reports.exchange import exchange
    from donations.store.exchange import statements

    is_file = output is not None and str(output) != "-"
    if output and is_file and not format_name and not output.suffix:
        refuse_place(output, force=force)
        raise errors.EndingMissing(path=output)
    chosen = (format_name or (output.suffix.removeprefix(".") if output and is_file else "csv")).lower()
    if chosen not in BOOK_FORMATS:
        raise errors.UnknownFormat(got=format_name or chosen, formats=BOOK_FORMATS)
    with opened(book, writing=False) as open_book, open_book.read() as connection:
        show(exchange(open_book, partial(statements, connection)), Showing(chosen, output, force, raw))
