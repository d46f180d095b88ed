"""Verbs for papers: import, imports."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, completing, options, words
from donations.cli.facts import on_screen
from donations.cli.options import parse_day
from donations.cli.paper_files import Papers, Said, mapped, password
from donations.cli.questions import agrees
from donations.cli.registry import Registry
from donations.cli.saving import wants_json
from donations.cli.session import Run, is_attended, opened, tell
from donations.cli.showing import Showing, ShowingOptions, refuse_place, show
from donations.domain.place import Place, parse_place
from donations.domain.text import name
from donations.i18n import N_, _

if TYPE_CHECKING:
    from donations.domain.imported import Outcome
    from donations.services.importing.rows import Wishes
    from donations.services.undoing import Undone
    from donations.store.book import Book

verbs = Registry(heading=N_("Papers"))

LEFT_OUT = N_("{rejected} of the rows can't be taken: left out; what is wrong with each is listed above.")


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
        parser=name,
        autocompletion=completing.parties,
        help=N_("Of rows that name no donor: of a list of one donor's gifts, or of a bill."),
    ),
]
DryOption = Annotated[bool, typer.Option("--dry-run", help=N_("Only say what would be imported."))]
GoodOption = Annotated[
    bool, typer.Option("--accept-good", help=N_("Import the good rows of a sheet where others can't be taken."))
]
NewOption = Annotated[
    bool, typer.Option("--as-new", help=N_("Book the rows of a list even if an earlier paper said the whole list."))
]
OpeningOption = Annotated[
    bool,
    typer.Option(
        "--opening",
        help=N_(
            "Book as there before what was given out and never came in, and what an account says was brought forward."
        ),
    ),
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


@verbs.verb(
    "import",
    help=N_(
        "Import papers into the book: tables (CSV, workbooks) and bills, every row once.\n\n"
        "On a terminal it shows first how it understands them, and asks. Rows that were imported before, also from other "
        "files, are not imported again; of a sheet with a row that can't be taken nothing is. What is imported of all files is one act. "
        "A book that `donations export book` wrote is taken as a whole, or added to this one."
    ),
    epilog="""
donations import 接收明细.xlsx 发放明细.xlsx --dry-run
donations import 微信支付账单.csv --city 九江市
donations import 捐赠.csv --map 数目=quantity --map 备用=- --date 2020-02-03
donations import 某公司捐赠清单.xlsx --donor 某公司 --date 2020-02-03
donations import --undo 3
""",
)
def import_(
    files: FilesArgument = None,
    sheet: SheetOption = None,
    columns: MapOption = None,
    day: DayOption = None,
    city: CityOption = None,
    donor: DonorOption = None,
    dry_run: DryOption = False,
    accept_good: GoodOption = False,
    as_new: NewOption = False,
    opening: OpeningOption = False,
    into_closed: words.IntoClosedOption = None,
    encoding: EncodingOption = None,
    yes: YesOption = False,
    undo: UndoOption = None,
    format_name: ResultOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    book: options.BookOption = None,
) -> None:
    """Papers into the book, or an import taken back."""
    as_json = wants_json(format_name)
    if (undo is None) == (not files):
        raise errors.PapersOrUndo
    if undo is not None and dry_run:
        raise errors.UndoNotDry
    refuse_place(output, force=force)
    showing = Showing("json" if as_json else None, output, force)
    with opened(book, writing=True) as open_book:
        if undo is not None:
            _undo(open_book, undo, into_closed, showing)
            return
        from donations.importers.sheet import Opening

        meant = mapped(columns or ())
        papers = Papers(open_book, files or [], Opening(encoding, sheet, password), Said(meant, day, city, donor))
        wishes = _wishes(meant, into_closed, is_dry=dry_run, accepts_good=accept_good, as_new=as_new, opens=opening)
        is_asked = is_attended() and not (yes or dry_run or as_json)
        if not is_asked or _is_meant(papers, wishes):
            _import(open_book, papers, wishes, showing, again=is_asked)


def _import(book: "Book", papers: Papers, wishes: "Wishes", showing: Showing, *, again: bool) -> None:
    """Import them and say what became of it; `again`: whether that was shown before, and agreed to."""
    from donations.cli.counts import watched

    with watched(book):
        outcome = papers.imported(wishes)
        if Run.current is None or showing.format == "json":  # a file of commands reports once, at its end
            _say(outcome, showing, again=again)
    _refuse(outcome, wishes)


def _wishes(
    columns: Mapping[str, str], into_closed: str | None, *, is_dry: bool, accepts_good: bool, as_new: bool, opens: bool
) -> "Wishes":
    from donations.services.closing import IfClosed
    from donations.services.importing.rows import Wishes

    refunded, before = _("Given back, as the bill says."), _("Was there before the first entry.")
    if_closed = IfClosed(clock.today(), into_closed)
    return Wishes(is_dry, accepts_good, as_new, opens, columns, refunded, before, _("Brought forward."), if_closed)


def _is_meant(papers: Papers, wishes: "Wishes") -> bool:
    """Show how the papers are understood, and ask. Raises NotImported, and what `_refuse` does where nothing can be imported."""
    from dataclasses import replace

    from donations.output import imported
    from donations.output.streams import screen_width

    outcome = papers.imported(replace(wishes, is_dry=True))
    tell(imported.for_people(outcome, cells=screen_width(sys.stderr)).rstrip("\n"))
    if outcome.number is None or outcome.refused is not None:
        _refuse(outcome, wishes)
        return outcome.remembers and outcome.refused is None  # nothing is booked: there is nothing to ask about
    if not agrees(_("Import this? [Y/n]"), unless_said=True):
        raise errors.NotImported
    return True


def _say(outcome: "Outcome", showing: Showing, *, again: bool) -> None:
    """What was imported, for people or programs; `again`: a preview of it was shown."""
    from donations.output import imported, imported_json
    from donations.output.streams import screen_width

    on_stdout = showing.output is None
    if _is_json(showing):
        text = imported_json.as_json(outcome)
    else:
        cells = screen_width(sys.stdout) if on_stdout else None
        text = imported.for_people(outcome, again=again and on_stdout, cells=cells)
    _put(text, showing)


def _is_json(showing: Showing) -> bool:
    return showing.format == "json" or (showing.output is not None and showing.output.suffix == ".json")


def _put(text: str, showing: Showing) -> None:
    """Print `text`, or write it to the file that was named."""
    if showing.output is None:
        if sys.stdout is not None:  # closed: what was imported is imported, though nobody is told
            sys.stdout.write(text)
        return
    from donations.output.file import write_file

    write_file(showing.output, lambda stream: stream.write(text), force=showing.force)


def _refuse(outcome: "Outcome", wishes: "Wishes") -> None:
    """Raises what the exit code says: RowsRejected, or the rule that says no; rows left out as was asked are only told."""
    if outcome.refused is not None and wishes.accepts_good:
        raise outcome.refused
    if rejected := outcome.count("rejected"):
        withheld = outcome.count("accepted") - outcome.count("imported")
        if wishes.accepts_good and not withheld and outcome.number is not None and outcome.refused is None:
            tell(_(LEFT_OUT).format(rejected=rejected))
            return
        if not withheld:
            raise errors.NoRowTaken(rejected=rejected)
        raise errors.RowsRejected(rejected=rejected, withheld=withheld)
    if outcome.refused is not None:
        raise outcome.refused
    if outcome.problems:
        raise errors.PapersUnclear(problems=outcome.problems)


def _undo(book: "Book", number: int, into_closed: str | None, showing: Showing) -> None:
    from donations.cli.counts import watched
    from donations.cli.saving import say_unmatched
    from donations.services.closing import IfClosed
    from donations.services.undoing import undo_import

    note, if_closed = _("Import {number} was undone.").format(number=number), IfClosed(clock.today(), into_closed)
    with watched(book):
        done = undo_import(book, number, note, clock.now(), if_closed)
        say_unmatched(done.unmatched)
    _say_undone(done, showing)


def _say_undone(done: "Undone", showing: Showing) -> None:
    """What took an import back; nothing, where every entry of it had been taken back by hand."""
    entries = done.last - done.first + 1
    first, last = (done.first, done.last) if entries else (None, None)
    if _is_json(showing):
        import json  # only programs ask for it

        content = {
            "import": done.number, "undone": True, "entries": entries, "first_entry": first, "last_entry": last,
        }  # fmt: skip
        _put(json.dumps(content, ensure_ascii=False) + "\n", showing)
        return
    if not entries:
        sentence = _("Import {number} is undone: no entry of it stood any more, and its rows can be imported again.")
    elif entries == 1:
        sentence = _("Import {number} is undone: entry {first} takes it back, and its rows can be imported again.")
    else:
        sentence = _("Import {number} is undone: entries {first} to {last} take it back, and its rows can be imported again.")  # fmt: skip
    text = sentence.format(number=done.number, first=first, last=last)
    _put((on_screen(text, sys.stdout) if showing.output is None else text) + "\n", showing)


@verbs.verb(
    "imports",
    help=N_("Every import: when, which files, which entries, and whether it was undone."),
    epilog="donations imports",
)
def imports_(
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What was imported."""
    from donations.reports import imports

    with opened(book, writing=False) as open_book:
        show(imports.imports(open_book), showing)
