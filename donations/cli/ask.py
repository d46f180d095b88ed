"""The verb for one's own questions: a SELECT over the views of the book, and nothing else."""

import os
import sys
from contextlib import suppress
from typing import Annotated

import typer

from donations import errors
from donations.cli import options
from donations.cli.facts import speak
from donations.cli.registry import Registry
from donations.cli.session import opened
from donations.cli.showing import ShowingOptions, show
from donations.i18n import N_, _

verbs = Registry(heading=N_("Read back"))

SECONDS = 2
_FROM_INPUT = "-"
_LONGEST = 50_000


@verbs.verb(
    "sql",
    help=N_(
        "Ask the book by a SELECT of your own.\n\nOnly reading is possible, over the views that are listed where no query is given; their amounts are exact decimals, and whole numbers in the columns that end in _minor."
    ),
    epilog="""
donations sql
donations sql "select donor, gifts, last_gift from donors"
donations sql "select city, received from totals_by_city where item = '口罩'"
donations sql "select date, donor, amount from gifts_and_goods" -o gifts.csv
cat query.sql | donations sql -
""",
)
def sql(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("QUERY"),
            help=N_("One SELECT, in quotes; - reads it from the input; left out, it lists the views."),
        ),
    ] = None,
    seconds: Annotated[
        int,
        typer.Option("--seconds", metavar=N_("SECONDS"), min=1, max=3600, help=N_("Stop a query that takes longer.")),
    ] = SECONDS,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What a query finds, or the views that can be asked."""
    from donations.reports import queries
    from donations.store import query as asking

    with opened(book, writing=False) as open_book:
        if query is None:
            columns = {view: asking.columns_of(open_book.connection, view) for view in queries.PUBLIC_VIEWS}
            described = {view: _(holds) for view, holds in queries.PUBLIC_VIEWS.items()}
            show(queries.views(open_book, described, columns), showing)
            return
        text = _from_input() if query == _FROM_INPUT else query
        names, rows = asking.ask(open_book.path, text, seconds, queries.PUBLIC_VIEWS, stuck=lambda: _give_up(seconds))
        show(queries.answer(open_book, names, rows), showing)


def _from_input() -> str:
    """The query that stands in the input. Raises NotText."""
    if sys.stdin is None:
        return ""
    try:
        return sys.stdin.read(_LONGEST + 1).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise errors.NotText(got=_FROM_INPUT) from None


def _give_up(seconds: int) -> None:
    """End the program: SQLite is inside one single step, where it can't be stopped. Nothing of this verb is printed yet."""
    with suppress(OSError, ValueError, AttributeError):  # what a file of commands printed before
        sys.stdout.flush()
    error = errors.QueryTooLong(seconds=seconds)
    os.write(2, f"{_('Error: ')}{speak(error)}\n".encode())
    os._exit(error.exit_code)
