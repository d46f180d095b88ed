"""The verb that says what must be published by when."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options
from donations.cli.registry import Registry
from donations.cli.session import opened
from donations.cli.showing import ShowingOptions, show
from donations.i18n import N_

if TYPE_CHECKING:
    from donations.domain.deadlines import Appeals
    from donations.store.book import Book

verbs = Registry(heading=N_("Publish"))


class Appeal(StrEnum):
    """What can be over."""

    EMERGENCY = "emergency"
    CAMPAIGN = "campaign"


@verbs.verb(
    "due",
    help=N_(
        "By when something must be published, and what asks for it; what is overdue is said.\n\n"
        "What the book can't know is said once, and remembered: since when an emergency is appealed for, from when to when a "
        "campaign runs, and which yearly report is in."
    ),
    epilog="""
donations due
donations due --emergency 2020-01-27
donations due --campaign 2020-02-01 --campaign-end 2020-12-31
donations due --over emergency
donations due --reported 2025
""",
)
def due(
    emergency: Annotated[
        date | None,
        typer.Option(
            "--emergency", metavar=N_("DATE"), parser=options.parse_day, help=N_("Since when an emergency is appealed for.")
        ),
    ] = None,
    campaign: Annotated[
        date | None, typer.Option("--campaign", metavar=N_("DATE"), parser=options.parse_day, help=N_("When a campaign began."))
    ] = None,
    campaign_end: Annotated[
        date | None,
        typer.Option("--campaign-end", metavar=N_("DATE"), parser=options.parse_day, help=N_("When it ends, or ended.")),
    ] = None,
    over: Annotated[
        list[Appeal] | None, typer.Option("--over", help=N_("Count this appeal no longer."))
    ] = None,
    reported: Annotated[
        int | None,
        typer.Option("--reported", metavar=N_("YEAR"), min=1900, max=9999, help=N_("The yearly report of this year is in.")),
    ] = None,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """What must be published by when; what is said of it is kept first."""
    from donations.domain.deadlines import Appeals
    from donations.reports.due import due as report

    if campaign is not None and campaign_end is not None and campaign_end < campaign:
        raise errors.CampaignUnclear
    said = Appeals(emergency, campaign, campaign_end, reported)
    is_said = bool(over) or said != Appeals()
    with opened(book, writing=is_said) as open_book:
        appeals = _appeals(open_book, said, over or [], is_said=is_said)
        with open_book.read():
            show(report(open_book, clock.today(), appeals), showing)


def _appeals(book: "Book", said: "Appeals", over: list[Appeal], *, is_said: bool) -> "Appeals":
    from donations.services import reminding

    if not is_said:
        return reminding.remembered(book)
    return reminding.remember(book, said, frozenset(appeal.value for appeal in over), clock.now())
