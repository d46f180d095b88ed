"""The options of `correct`: what is not said stays as it was, and '' says that there is none."""

from datetime import date
from typing import Annotated, NamedTuple

import typer

from donations.cli import completing, options, words
from donations.domain.place import Place, parse_place
from donations.i18n import N_

NOWHERE = Place("", "", None)
"""What is said by `--city ''`."""


def parse_place_or_none(text: str) -> Place:
    """The place meant by `text`, NOWHERE where it is blank. Raises as `parse_place`."""
    return parse_place(text) if text.strip() else NOWHERE


ToOption = Annotated[
    list[str] | None,
    typer.Option(
        "--to", metavar=N_("RECIPIENT"), autocompletion=completing.parties,
        help=N_("Who received it; several receive it together, unsplit. `''` where it went to nobody yet, but into stock."),
    ),
]  # fmt: skip
ViaOption = Annotated[
    list[str] | None,
    typer.Option(
        "--via", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who arranged it; `''` for nobody.")
    ),
]
WithOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with", metavar=N_("DONOR"), autocompletion=completing.parties,
        help=N_("A further donor of the same joint gift; `''` where there is none."),
    ),
]  # fmt: skip
SupplierOption = Annotated[
    list[str] | None,
    typer.Option(
        "--from", metavar=N_("PARTY"), autocompletion=completing.parties, help=N_("Who sold it; `''` for nobody.")
    ),
]
PayerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--payer", metavar=N_("PARTY"), autocompletion=completing.parties,
        help=N_("Who paid; `''` where it was the donor, or of a purchase the book's money."),
    ),
]  # fmt: skip
BeneficiaryOption = Annotated[
    list[str] | None,
    typer.Option(
        "--benefits", metavar=N_("PARTY"), autocompletion=completing.parties,
        help=N_("Whom it is meant for in the end; `''` for nobody."),
    ),
]  # fmt: skip
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar=N_("ITEM"), autocompletion=completing.items, help=N_("Leave the lines of this item out.")
    ),
]
PurposeOption = Annotated[
    str | None,
    typer.Option(
        "--for", metavar=N_("PURPOSE"), autocompletion=completing.purposes,
        help=N_("The purpose it is tied to; `''` for none."),
    ),
]  # fmt: skip
CityOption = Annotated[
    Place | None,
    typer.Option(
        "--city", metavar=N_("CITY"), parser=parse_place_or_none, autocompletion=completing.cities,
        help=N_("The city (or county) that benefits; `''` where none is known."),
    ),
]  # fmt: skip
DateOption = Annotated[
    date | None,
    typer.Option(
        "--date",
        metavar=N_("DATE"),
        parser=options.parse_day,
        help=N_("When it happened: 2020-02-01, 2月1日, yesterday."),
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", metavar=N_("STORE"), autocompletion=completing.stores,
        help=N_("The store, bank account or cash box it lies in; `''` for the usual one."),
    ),
]  # fmt: skip
NoteOption = Annotated[
    str | None,
    typer.Option(
        "--note", metavar=N_("TEXT"), help=N_("A remark kept with the entry; `''` takes away what there was.")
    ),
]
WhyCorrectedOption = Annotated[
    str | None,
    typer.Option(
        "--reason", metavar=N_("TEXT"), help=N_("Why; kept with the act, and published where the entry was published.")
    ),
]


class Right(NamedTuple):
    """What is to be different in the right entry, as typed."""

    to: ToOption = None
    via: ViaOption = None
    with_: WithOption = None
    supplier: SupplierOption = None
    payer: PayerOption = None
    benefits: BeneficiaryOption = None
    without: WithoutOption = None
    purpose: PurposeOption = None
    city: CityOption = None
    day: DateOption = None
    store: StoreOption = None
    value: words.ValueOption = None
    basis: words.BasisOption = None
    given_before: words.GivenBeforeOption = False
    gift: words.GiftOption = None
    note: NoteOption = None
    reason: WhyCorrectedOption = None
