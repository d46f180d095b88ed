"""Verbs that tell a donor what was given and where it went: statement, receipt, trace."""

from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from donations import errors
from donations.cli import completing, options
from donations.cli.registry import Registry
from donations.cli.session import opened, tell
from donations.cli.showing import Showing, ShowingOptions, UnaskedShowing, refuse_unshowable, show
from donations.domain.credit_code import parse_credit_code
from donations.i18n import N_, _, chosen_language, filled
from donations.output.cleaning import clean

if TYPE_CHECKING:
    from donations.reports.selection import Selection
    from donations.reports.statement import Donor
    from donations.store.book import Book

verbs = Registry(heading=N_("Papers for people"))

DEFAULT_IN_FOLDER = "csv"
"""The format of statements in a folder where none is named."""


@verbs.verb(
    "statement",
    help=N_(
        "All that a donor gave, entry by entry, with totals, and where straight-through gifts went.\n\n"
        "The paper with values is the board's. --without-values makes the donor's own: no values, no notes, and who "
        "received something is named as in public."
    ),
    epilog="""
donations statement 李华
donations statement 李华 --year 2020 --without-values
donations statement --all -o 对账单/ --without-values
""",
)
def statement(
    donor: Annotated[
        str | None,
        typer.Argument(metavar=N_("DONOR"), autocompletion=completing.parties, help=N_("Who gave, as known now.")),
    ] = None,
    all_donors: Annotated[
        bool, typer.Option("--all", help=N_("All donors: a table each, or a file each where -o names a folder/."))
    ] = False,
    with_values: Annotated[
        bool, typer.Option("--with-values/--without-values", show_default=False, help=N_("With (if nothing is said) or without what goods are worth."))
    ] = True,
    *,
    period: options.PeriodOptions,
    showing: UnaskedShowing,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """The statement of one donor, or of all."""
    from donations.reports.selection import Selection

    if all_donors == (donor is not None):
        raise errors.WhoseStatement
    if donor is not None and showing.output is not None and showing.output.is_dir():
        raise errors.FolderForOne(path=showing.output)
    if donor is not None or showing.output is None or not _is_folder(showing.output):
        refuse_unshowable(showing)
    selection = Selection(period)
    with opened(book, writing=False) as open_book:
        if donor is None:
            _of_all(open_book, selection, showing, with_values=with_values)
        else:
            _of_one(open_book, donor, selection, showing, with_values=with_values)


def _of_one(book: "Book", donor: str, selection: "Selection", showing: Showing, *, with_values: bool) -> None:
    from donations.reports.statement import one_donor
    from donations.reports.statement import statement as report
    from donations.services.naming import known_party

    with book.read():
        party = known_party(book.connection, donor)
    with book.read(public=not with_values):
        who = one_donor(book, party.number, party.name)
        show(report(book, who, selection, with_values=with_values), showing)


def _of_all(book: "Book", selection: "Selection", showing: Showing, *, with_values: bool) -> None:
    from donations.reports.statement import donors, statements

    with book.read():
        named = donors(book, selection)
    with book.read(public=not with_values):
        if showing.output is None or not _is_folder(showing.output):
            show(statements(book, named, selection, with_values=with_values), showing)
        else:
            _into_folder(book, named, selection, showing, with_values=with_values)


def _is_folder(path: Path) -> bool:
    """Whether `path` is one, or is to be: a name without an ending that nothing has yet."""
    return path.is_dir() or (not path.suffix and str(path) != "-" and not path.exists())


def _into_folder(
    book: "Book", named: "list[Donor]", selection: "Selection", showing: Showing, *, with_values: bool
) -> None:
    """A file for each of the donors; none is written where one of them is in the way."""
    from donations.files import new_folders, safe_name
    from donations.output import formats
    from donations.output.file import write_files
    from donations.reports.statement import statement as report

    folder = showing.output
    assert folder is not None, showing
    chosen = formats.format_named(showing.format or DEFAULT_IN_FOLDER)
    names = {who.party: f"{safe_name(who.name)}-{who.party}{chosen.suffixes[0]}" for who in named}
    for name in names.values():
        if (folder / name).exists() and not showing.force:
            raise errors.FileInTheWay(path=folder / name)
    new_folders(folder)

    def written(who: "Donor", stream: IO[Any]) -> None:
        made = report(book, who, selection, with_values=with_values)
        formats.render(made, chosen.name, stream, raw=showing.raw)

    each = ((names[who.party], partial(written, who)) for who in named)
    write_files(folder, each, force=showing.force, binary=chosen.binary)
    tell(filled(_("Written: {count} statements into {path}"), count=len(named), path=clean(str(folder))))


@verbs.verb(
    "receipt",
    help=N_(
        "The fields of the official donation receipt for a gift, with the total in capitals.\n\n"
        "The program can't issue that receipt; it says what to fill in: what was received and kept, without what was given "
        "back to the donor."
    ),
    epilog="donations receipt 12\ndonations receipt 12 --credit-code 91350100M000100Y43",
)
def receipt(
    number: Annotated[int, typer.Argument(metavar=N_("NUMBER"), min=1, autocompletion=completing.gifts, help=N_("The gift's number."))],
    credit_code: Annotated[
        str | None,
        typer.Option(
            "--credit-code", metavar=N_("CODE"), parser=parse_credit_code,
            help=N_("The payer's unified social credit code, where it is an organisation."),
        ),
    ] = None,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """What the official receipt for one gift has to say."""
    from donations.reports.receipt import receipt as report

    with opened(book, writing=False) as open_book, open_book.read():
        show(report(open_book, number, credit_code), showing)


@verbs.verb(
    "trace",
    help=N_(
        "Where a gift went: through purchases and purposes to its recipients, to the unit.\n\n"
        "Like things lie together, so this follows one rule, which stands under the table: first in, first out."
    ),
    epilog="donations trace 12\ndonations trace 李华\ndonations trace 李华 --public",
)
def trace(
    which: Annotated[str, options.ENTRY_OR_DONOR],
    public: options.PublicOption = False,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What became of one gift, or of all that a donor gave."""
    from donations.cli.read import warn_of_names
    from donations.output.unnamed import giver_in_title
    from donations.reports.statement import name_of
    from donations.reports.trace import name_in_public, trace_donor, trace_entry
    from donations.services.naming import known_party

    with opened(book, writing=False) as open_book:
        party = None
        if not which.isdecimal():
            with open_book.read():
                party = known_party(open_book.connection, which)
                name = name_of(open_book, party.number)
                if public:
                    name = giver_in_title(chosen_language(), name_in_public(open_book, party.number))
        with open_book.read(public=public):
            found = trace_entry(open_book, int(which)) if party is None else trace_donor(open_book, party.number, name)
            warn_of_names(open_book, found, public=public)
            show(found._replace(is_public=public), showing)
