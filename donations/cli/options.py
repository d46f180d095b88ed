"""Options that many verbs share."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from donations.cli import clock, completing
from donations.cli.frame import root_value
from donations.domain.amount import Certainty
from donations.domain.period import Period, parse_date
from donations.domain.place import Place, parse_place
from donations.domain.quantity import Quantity, parse_money, parse_quantities
from donations.errors import PeriodBackwards, PeriodTwice
from donations.i18n import N_


def parse_day(text: str) -> date:
    """The day `text` means, seen from today. Raises NoDate."""
    return parse_date(text, clock.today())


@dataclass(frozen=True, slots=True)
class Goods:
    """The quantities of one argument (口罩5万只、消毒液100件 are two). Typer takes no list of tuples."""

    quantities: tuple[Quantity, ...]

    @classmethod
    def parse(cls, text: str) -> "Goods":
        """What `text` says. Raises NoQuantity and its kin."""
        return cls(parse_quantities(text))


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of yuan typed for an option."""

    yuan: Fraction
    certainty: Certainty

    @classmethod
    def parse(cls, text: str) -> "Money":
        """What `text` says. Raises NotMoney and its kin."""
        return cls(*parse_money(text))


class Basis(StrEnum):
    """What the value of goods rests on."""

    INVOICE = "invoice"
    CUSTOMS = "customs"
    AGREEMENT = "agreement"
    MARKET = "market"


BookOption = Annotated[
    Path | None,
    typer.Option("--book", metavar=N_("FILE"), help=N_("The book to use, else DONATIONS_BOOK, else the default one.")),
]

# --- what happened

QuantityArguments = Annotated[
    list[Goods],
    typer.Argument(
        metavar=N_("QUANTITY..."), parser=Goods.parse,
        help=N_("What and how much, as people write it: 口罩5000个, 150万元, 约500斤蔬菜, 后勤物资@@约11万元."),
    ),
]  # fmt: skip
DateOption = Annotated[
    date | None,
    typer.Option("--date", metavar=N_("DATE"), parser=parse_day, help=N_("When it happened: 2020-02-01, 2月1日, 昨天; today if left out.")),
]
CityOption = Annotated[
    Place | None,
    typer.Option(
        "--city", metavar=N_("CITY"), parser=parse_place, autocompletion=completing.cities,
        help=N_("The city (or county) that benefits; else the recipient's, else the donor's."),
    ),
]  # fmt: skip
PurposeOption = Annotated[str | None, typer.Option("--for", metavar=N_("PURPOSE"), help=N_("The purpose it is tied to."))]
StoreOption = Annotated[str | None, typer.Option("--store", metavar=N_("STORE"), help=N_("The store, bank account or cash box it lies in; else the usual one."))]
NoteOption = Annotated[str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_("A remark kept with the entry."))]
ValueOption = Annotated[
    Money | None,
    typer.Option("--value", metavar=N_("YUAN"), parser=Money.parse, help=N_("What the goods are worth in yuan, such as 约11万元; one quantity only.")),
]
BasisOption = Annotated[Basis | None, typer.Option("--basis", help=N_("What that value rests on."))]
NewOption = Annotated[bool, typer.Option("--new", help=N_("Names not yet known are meant, even where they look like known ones."))]
YesOption = Annotated[bool, typer.Option("--yes", help=N_("A date ahead of today is meant."))]
RequestOption = Annotated[
    str | None,
    typer.Option("--request-id", metavar=N_("ID"), help=N_("Makes a retry safe: the same id is recorded once.")),
]
ReasonOption = Annotated[str | None, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why; kept with the act."))]
DonorArgument = Annotated[str, typer.Argument(metavar=N_("DONOR"), autocompletion=completing.parties, help=N_("Who gave."))]
RecipientArgument = Annotated[str, typer.Argument(metavar=N_("RECIPIENT"), autocompletion=completing.parties, help=N_("Who received."))]
ToOption = Annotated[
    list[str] | None,
    typer.Option("--to", metavar=N_("RECIPIENT"), autocompletion=completing.parties, help=N_("Who received it; several receive it together, unsplit.")),
]
ViaOption = Annotated[
    list[str] | None, typer.Option("--via", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who arranged it."))
]
BeneficiaryOption = Annotated[
    list[str] | None, typer.Option("--benefits", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Whom it is meant for in the end."))
]

# --- what is shown

FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="table|tsv|csv|json", help=N_("How to print it; a table on a terminal, tab-separated text elsewhere.")),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write to a file; its ending says the format.")),
]
ForceOption = Annotated[bool, typer.Option("--force", help=N_("Replace the file if it is there."))]
RawOption = Annotated[bool, typer.Option("--raw", help=N_("CSV for programs: text as stored, without BOM."))]
MonthOption = Annotated[Period | None, typer.Option("--month", metavar="2020-02", parser=Period.month, help=N_("One month."))]
QuarterOption = Annotated[Period | None, typer.Option("--quarter", metavar="2020-Q1", parser=Period.quarter, help=N_("One quarter."))]
YearOption = Annotated[Period | None, typer.Option("--year", metavar="2020", parser=Period.year, help=N_("One year."))]
FromOption = Annotated[date | None, typer.Option("--from", metavar=N_("DATE"), parser=parse_day, help=N_("From this day on."))]
UntilOption = Annotated[date | None, typer.Option("--to", metavar=N_("DATE"), parser=parse_day, help=N_("Up to and with this day."))]
OnlyCityOption = Annotated[
    Place | None,
    typer.Option("--city", metavar=N_("CITY"), parser=parse_place, autocompletion=completing.cities, help=N_("Only this city or county.")),
]
OnlyItemOption = Annotated[str | None, typer.Option("--item", metavar=N_("ITEM"), autocompletion=completing.items, help=N_("Only this item."))]
OnlyPartyOption = Annotated[
    str | None, typer.Option("--party", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Only entries that name this party."))
]
OnlyPurposeOption = Annotated[str | None, typer.Option("--purpose", metavar=N_("PURPOSE"), help=N_("Only what is tied to this purpose."))]


def chosen_book(verb_value: Path | None) -> Path | None:
    """The book named after the verb, else the one named before it, else None (the environment and default decide then)."""
    if verb_value is not None:
        return verb_value
    value = root_value("book")
    return None if value is None else Path(value)


def chosen_period(*named: Period | None, begin: date | None = None, end: date | None = None) -> Period:
    """The one period that was stated; everything where none was. Raises PeriodTwice, PeriodBackwards."""
    stated = [period for period in named if period is not None]
    if begin is not None or end is not None:
        stated.append(Period(begin, end))
    if len(stated) > 1:
        raise PeriodTwice
    if begin is not None and end is not None and end < begin:
        raise PeriodBackwards(begin=begin, end=end)
    return stated[0] if stated else Period(None, None)


def flat(goods: list[Goods] | None) -> tuple[Quantity, ...]:
    """All quantities typed, in one row."""
    return tuple(quantity for several in goods or () for quantity in several.quantities)


def worth(value: Money | None) -> tuple[Fraction, Certainty] | None:
    """The stated value as a draft has it."""
    return None if value is None else (value.yuan, value.certainty)
