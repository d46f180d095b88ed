"""Verbs for papers that are numbered or signed: certificates of thanks, and handover sheets."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, completing, options
from donations.cli.facts import said
from donations.cli.registry import Registry
from donations.cli.session import Run, opened, tell
from donations.cli.showing import Showing, ShowingOptions, show
from donations.i18n import N_, _

if TYPE_CHECKING:
    from donations.domain.period import Period
    from donations.store.book import Book
    from donations.store.certificates import Certificate

verbs = Registry(heading=N_("Papers for people"))

_BESIDE = N_(
    "Gifts of certificate {number} are in others too, which are not void: no. {others}. If only one is to stand, ask for the other paper back, and declare it void: `donations certificate --void {other} --reason …`."
)


@verbs.verb(
    "certificate",
    help=N_(
        "A certificate of thanks for a gift, or for all that a donor gave, under a number of its own.\n\n"
        "Numbers run without gaps and are never used twice. What is asked for again is a reprint, and says so; a void one "
        "stays in the list."
    ),
    epilog="""
donations certificate 12
donations certificate 李华 --year 2020 -o 感谢状.txt
donations certificate --reprint 3
donations certificate --void 3 --reason 姓名有误
donations certificate --list
""",
)
def certificate(
    which: Annotated[str | None, options.ENTRY_OR_DONOR] = None,
    reprint: Annotated[
        int | None,
        typer.Option("--reprint", metavar=N_("NUMBER"), min=1, help=N_("Print this certificate once more.")),
    ] = None,
    void: Annotated[
        int | None,
        typer.Option("--void", metavar=N_("NUMBER"), min=1, help=N_("Declare this certificate void; needs --reason.")),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help=N_("List all certificates: not for the public."))] = False,
    reason: options.ReasonOption = None,
    *,
    period: options.PeriodOptions,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """Issue, print again, declare void or list certificates."""
    _only_one(**{"ENTRY|DONOR": which, "reprint": reprint, "void": void, "list": listed or None})
    _only_beside(
        any(period), _("A period (--month, --from …)"), _("a donor's name"), bool(which) and not str(which).isdecimal()
    )
    _only_beside(reason, "--reason", "--void", void)
    if void is not None:
        _declare_void(void, reason, book)
    elif listed:
        _list(showing, book)
    elif reprint is not None:
        from donations.services.certifying import to_print_again

        with opened(book, writing=False) as open_book:
            _print(open_book, to_print_again(open_book, reprint), showing, is_reprint=True)
    else:
        assert which is not None, "one of them is said"
        with opened(book, writing=True) as open_book:
            issued, is_reprint = _issued(open_book, which, period)
            _print(open_book, issued, showing, is_reprint=is_reprint)
            if not is_reprint:
                _say_beside(open_book, issued)


def _only_one(**said: object) -> None:
    """Raises OneOfThese where none or several of these were said."""
    if sum(value is not None for value in said.values()) != 1:
        names = [_(name) if name.isupper() else f"--{name}" for name in said]
        raise errors.OneOfThese(choices=names)


def _only_beside(said: object, option: str, beside: str, other: object) -> None:
    """Raises OnlyBeside where `option` was said without what it belongs to: it would be passed over."""
    if said and not other:
        raise errors.OnlyBeside(option=option, beside=beside)


def _issued(book: "Book", which: str, period: "Period") -> "tuple[Certificate, bool]":
    from donations.services.certifying import certify_donor, certify_entry

    if which.isdecimal():
        return certify_entry(book, int(which), clock.today(), clock.now())
    return certify_donor(book, which, period, clock.today(), clock.now())


def _say_beside(book: "Book", issued: "Certificate") -> None:
    """Say which other certificates thank for some of the same: with both, the donor could show more than was given."""
    from donations.store.certificates import beside

    with book.read() as connection:
        others = beside(connection, issued)
    if others:
        tell(said(_BESIDE, {"number": issued.number, "others": others, "other": others[0]}))


def _print(book: "Book", issued: "Certificate", showing: Showing, *, is_reprint: bool) -> None:
    from donations.reports.certificate import certificate as report

    with book.read():
        show(report(book, issued.number, is_reprint=is_reprint), showing)


def _declare_void(number: int, reason: str | None, book: Path | None) -> None:
    from donations.services.certifying import declare_void

    with opened(book, writing=True) as open_book:
        declare_void(open_book, number, reason, clock.today(), clock.now(), again=Run.current is not None)
        tell(_("Certificate {number} is void; its number stays in the list.").format(number=number))


def _list(showing: Showing, book: Path | None) -> None:
    from donations.reports.certificate import certificates

    with opened(book, writing=False) as open_book, open_book.read():
        show(certificates(open_book), showing)


@verbs.verb(
    "handover",
    help=N_(
        "The sheet that donor, association and recipient sign when goods are handed over, and what became of it.\n\n"
        "A signed sheet that is filed is said with --filed; --open lists those that are still out."
    ),
    epilog="""
donations handover 12
donations handover --filed 12 --note 扫描件存档
donations handover --open --month 2020-02
""",
)
def handover(
    number: Annotated[
        int | None,
        typer.Argument(metavar=N_("NUMBER"), min=1, autocompletion=completing.handed_over, help=N_("A distribution, or a gift given straight through.")),
    ] = None,
    filed: Annotated[
        int | None, typer.Option("--filed", metavar=N_("NUMBER"), min=1, autocompletion=completing.handed_over, help=N_("The signed sheet of this entry is filed."))
    ] = None,
    not_filed: Annotated[
        int | None, typer.Option("--not-filed", metavar=N_("NUMBER"), min=1, autocompletion=completing.handed_over, help=N_("After all it isn't."))
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar=N_("TEXT"), help=N_("Where it lies, who signed."))] = None,
    still_out: Annotated[bool, typer.Option("--open", help=N_("List what was handed over without a filed sheet."))] = False,
    *,
    period: options.PeriodOptions,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """Print a sheet, say that it is filed, or list those that aren't."""
    from donations.reports.handover import handover as sheet
    from donations.reports.handover import open_handovers

    _only_one(**{"NUMBER": number, "filed": filed, "not-filed": not_filed, "open": still_out or None})
    _only_beside(any(period), _("A period (--month, --from …)"), "--open", still_out)
    said = filed if filed is not None else not_filed
    _only_beside(note, "--note", "--filed", said)
    if said is not None:
        _say_filed(said, note, book, filed=filed is not None)
        return
    with opened(book, writing=False) as open_book, open_book.read():
        report = sheet(open_book, number) if number is not None else open_handovers(open_book, period)
        show(report, showing)


def _say_filed(number: int, note: str | None, book: Path | None, *, filed: bool) -> None:
    from donations.services.handing_over import say_filed

    with opened(book, writing=True) as open_book:
        say_filed(open_book, number, note, clock.today(), clock.now(), filed=filed, again=Run.current is not None)
        sentence = _("The signed sheet of entry {number} is filed.") if filed else _("The sheet of entry {number} is open again.")  # fmt: skip
        tell(sentence.format(number=number))
