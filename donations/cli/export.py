"""Verbs whose results leave the house: the journal for accounting programs, the month in words."""

from pathlib import Path
from typing import Annotated

import typer

from donations.cli import options
from donations.cli.frame import Registry
from donations.cli.options import chosen_period
from donations.cli.read import selected, warn
from donations.cli.session import opened, tell_written
from donations.i18n import N_
from donations.output.journals import JOURNAL_NAMES

verbs = Registry(heading=N_("Hand out"))
exported = verbs.group("export", help=N_("The book for other programs."))


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
    month: options.MonthOption = None,
    quarter: options.QuarterOption = None,
    year: options.YearOption = None,
    begin: options.FromOption = None,
    end: options.UntilOption = None,
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
    from donations.output.file import write_file
    from donations.output.journals import journal_for, render
    from donations.reports.postings import postings

    chosen = journal_for(format_name, output.suffix if output else "")
    period = chosen_period(month, quarter, year, begin=begin, end=end)
    with opened(book, writing=False) as open_book, open_book.read(public=public):
        selection = selected(open_book, period, None, item, None, purpose)
        warn(open_book, selection, public=public)
        report = postings(open_book, selection)
        write_file(output, lambda stream: render(report, chosen, stream), force=force)
        if output is not None and str(output) != "-":
            tell_written(output, report)
