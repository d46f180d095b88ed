"""Options that many verbs share: the book, the period, what a report is limited to and how it is shown."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from donations import errors
from donations.cli import clock, completing
from donations.cli.option_sets import OptionSet, retold
from donations.domain.period import Period, parse_date, spoken_day, spoken_month
from donations.domain.place import Place, parse_place
from donations.i18n import N_
from donations.output.formats import FORMAT_NAMES


def parse_day(text: str) -> date:
    """The day `text` means, seen from today. Raises NoDate, YearUnlikely."""
    today = clock.today()
    return spoken_day(text, today) or parse_date(text, today)


def parse_month(text: str) -> Period:
    """The month `text` means, seen from today. Raises NoPeriod."""
    return spoken_month(text, clock.today()) or Period.month(text)


BookOption = Annotated[
    Path | None,
    typer.Option(
        "--book",
        metavar=N_("FILE"),
        readable=False,
        help=N_("The book to use; if left out, DONATIONS_BOOK, then the default one."),
    ),
]

DateOption = Annotated[
    date | None,
    typer.Option(
        "--date",
        metavar=N_("DATE"),
        parser=parse_day,
        help=N_("When it happened: 2020-02-01, 2月1日, yesterday; today if left out."),
    ),
]
CityOption = Annotated[
    Place | None,
    typer.Option(
        "--city", metavar=N_("CITY"), parser=parse_place, autocompletion=completing.cities,
        help=N_("The city (or county) that benefits; else the recipient's, else the donor's."),
    ),
]  # fmt: skip
PartyArgument = Annotated[
    str,
    typer.Argument(metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("The name as it is now.")),
]
NumberArgument = Annotated[
    int,
    typer.Argument(metavar=N_("NUMBER"), min=1, autocompletion=completing.entries, help=N_("The entry's number.")),
]
StandingArgument = Annotated[
    int,
    typer.Argument(
        metavar=N_("NUMBER"), min=1, autocompletion=completing.standing_entries, help=N_("The entry's number.")
    ),
]
"""The same, where it is an entry that nothing took back."""
GiftArgument = Annotated[
    int, typer.Argument(metavar=N_("NUMBER"), min=1, autocompletion=completing.gifts, help=N_("The entry's number."))
]
"""The same, where it is a gift."""
A_MONTH = typer.Argument(metavar=N_("MONTH"), parser=parse_month, help=N_("The month, such as 2020-02."))
"""A month typed as a word: some verbs require it and others don't, so each states its type."""
ENTRY_OR_DONOR = typer.Argument(
    metavar=N_("ENTRY|DONOR"), autocompletion=completing.gifts_or_parties, help=N_("A gift's number, or who gave.")
)
"""Which gifts a paper is about; some verbs require it, others don't."""
NewOption = Annotated[
    bool, typer.Option("--new", help=N_("A name that isn't known yet is a new one, even if it looks like a known one."))
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why; kept with the act."))]
NeededReasonOption = Annotated[
    str | None, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why: this must be said; kept with the act."))
]
MeantOption = Annotated[bool, typer.Option("--yes", help=N_("Don't ask: it is meant."))]

# --- what is shown

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMAT_NAMES),
        autocompletion=completing.formats,
        help=N_("How to print it; a table on a terminal, tab-separated text elsewhere."),
    ),
]
RecordedFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json",
        autocompletion=lambda incomplete: [name for name in ("table", "json") if name.startswith(incomplete)],
        help=N_("Say what was recorded in a few lines, or as JSON, for programs."),
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=N_("FILE"), readable=False, help=N_("Write to a file; its ending says the format.")
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it is there."))]
RawOption = Annotated[bool, typer.Option("--raw", help=N_("CSV and TSV for programs: text as stored, without BOM."))]
PublicOption = Annotated[
    bool, typer.Option("--public", help=N_("As it may be published: who didn't agree isn't named, notes are left out."))
]
MonthOption = Annotated[
    Period | None, typer.Option("--month", metavar="2020-02", parser=parse_month, help=N_("One month."))
]
QuarterOption = Annotated[
    Period | None, typer.Option("--quarter", metavar="2020-Q1", parser=Period.quarter, help=N_("One quarter."))
]
YearOption = Annotated[Period | None, typer.Option("--year", metavar="2020", parser=Period.year, help=N_("One year."))]
FromOption = Annotated[
    date | None, typer.Option("--from", metavar=N_("DATE"), parser=parse_day, help=N_("From this day on."))
]
UntilOption = Annotated[
    date | None, typer.Option("--to", metavar=N_("DATE"), parser=parse_day, help=N_("Up to and with this day."))
]
OnlyCityOption = Annotated[Place | None, retold(CityOption, N_("Only this city or county."))]
OnlyItemOption = Annotated[
    str | None, typer.Option("--item", metavar=N_("ITEM"), autocompletion=completing.items, help=N_("Only this item."))
]
OnlyPartyOption = Annotated[
    str | None,
    typer.Option(
        "--party", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Only entries that name this party.")
    ),
]
OnlyPurposeOption = Annotated[
    str | None,
    typer.Option(
        "--purpose",
        metavar=N_("PURPOSE"),
        autocompletion=completing.purposes,
        help=N_("Only what is tied to this purpose."),
    ),
]
OnlyStoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar=N_("STORE"),
        autocompletion=completing.stores,
        help=N_("Only what lies in this store, bank account or cash box."),
    ),
]


class Limits(NamedTuple):
    """What a report is limited to, as typed; no name is looked up yet."""

    city: OnlyCityOption = None
    item: OnlyItemOption = None
    party: OnlyPartyOption = None
    purpose: OnlyPurposeOption = None


def chosen_period(
    month: MonthOption = None,
    quarter: QuarterOption = None,
    year: YearOption = None,
    begin: FromOption = None,
    end: UntilOption = None,
) -> Period:
    """The one period that was stated; everything where none was. Raises PeriodTwice, PeriodBackwards."""
    stated = [period for period in (month, quarter, year) if period is not None]
    if begin is not None or end is not None:
        stated.append(Period(begin, end))
    if len(stated) > 1:
        raise errors.PeriodTwice
    if begin is not None and end is not None and end < begin:
        raise errors.PeriodBackwards(begin=begin, end=end)
    return stated[0] if stated else Period(None, None)


LimitOptions = Annotated[Limits, OptionSet(Limits)]
PeriodOptions = Annotated[Period, OptionSet(chosen_period)]
