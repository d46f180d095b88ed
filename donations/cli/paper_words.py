"""What is typed of papers to import: the files, and what they don't say themselves."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from donations.cli import completing
from donations.cli.options import parse_day
from donations.domain.place import Place, parse_place
from donations.domain.text import name
from donations.i18n import N_

FIELDS = (
    "date", "donor", "via", "payer", "supplier", "recipient", "beneficiary", "item", "specification", "unit", "quantity",
    "price", "value", "money", "spent", "direction", "money_or_goods", "note", "city", "county", "purpose", "store",
    "serial", "number", "status", "currency", "-",
)  # fmt: skip
"""What a column can be said to be."""


def parse_donor(text: str) -> str:
    """A name of somebody who gave. Raises NameMissing, NameTooLong."""
    return name(text)


FilesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar=N_("FILE..."), readable=False, help=N_("The papers."))
]
SheetOption = Annotated[str | None, typer.Option("--sheet", metavar=N_("NAME"), help=N_("Only this sheet."))]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar=N_("COLUMN=FIELD"),
        autocompletion=completing.columns,
        help=N_("What a column is, by its heading; - passes it over. It is remembered for tables with these headings."),
    ),
]
DayOption = Annotated[
    date | None,
    typer.Option("--date", metavar=N_("DATE"), parser=parse_day, help=N_("Of rows that have no date of their own.")),
]
CityOption = Annotated[
    Place | None,
    typer.Option(
        "--city",
        metavar=N_("CITY"),
        parser=parse_place,
        autocompletion=completing.cities,
        help=N_("Of rows that have no city of their own."),
    ),
]
DonorOption = Annotated[
    str | None,
    typer.Option(
        "--donor",
        metavar=N_("NAME"),
        parser=parse_donor,
        autocompletion=completing.parties,
        help=N_("Of rows that name no donor: of a list of one donor's gifts, or of a bill."),
    ),
]
DryOption = Annotated[bool, typer.Option("--dry-run", help=N_("Only say what would be imported."))]
GoodOption = Annotated[
    bool, typer.Option("--accept-good", help=N_("Import the good rows of a sheet where others can't be taken."))
]
OpeningOption = Annotated[
    bool,
    typer.Option("--opening", help=N_("Book what was given out and never came in as stock that was there before.")),
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", metavar="gb18030", help=N_("How the text of a file is written."))
]
YesOption = Annotated[bool, typer.Option("--yes", help=N_("Import without asking."))]
UndoOption = Annotated[
    int | None, typer.Option("--undo", metavar=N_("NUMBER"), min=1, help=N_("Take a whole import back."))
]
ResultOption = Annotated[
    str | None,
    typer.Option("--format", metavar="table|json", help=N_("Say what was imported as JSON, for programs.")),
]
