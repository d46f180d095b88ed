"""Verbs for papers: import, imports."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from donations import errors
from donations.cli import clock, options, paper_words, words
from donations.cli.frame import Registry
from donations.cli.progress import Progress
from donations.cli.saving import wants_json
from donations.cli.session import Run, ask, is_attended, opened, tell
from donations.cli.showing import Showing, refuse_place, show
from donations.i18n import N_, _

if TYPE_CHECKING:
    from donations.domain.imported import Outcome
    from donations.domain.place import Place
    from donations.importers.sheet import Opening
    from donations.importers.table import Settings
    from donations.services.import_rows import Wishes
    from donations.services.importing import Paper
    from donations.store.book import Book

verbs = Registry(heading=N_("Papers"))

LEFT_OUT = N_("{rejected} rows can't be taken and were left out; what is wrong with each is listed above.")
_YES = ("", "y", "yes", "是", "好")
_BLOCK = 1 << 20


@verbs.verb(
    "import",
    help=N_(
        "Import papers into the book: tables (CSV, workbooks) and bills, every row once.\n\n"
        "On a terminal it shows first how it understands them, and asks. Rows that were imported before, also from other "
        "files, are not imported again; of a sheet with a row that can't be taken nothing is. All files are one act."
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
    files: paper_words.FilesArgument = None,
    sheet: paper_words.SheetOption = None,
    columns: paper_words.MapOption = None,
    day: paper_words.DayOption = None,
    city: paper_words.CityOption = None,
    donor: paper_words.DonorOption = None,
    dry_run: paper_words.DryOption = False,
    accept_good: paper_words.GoodOption = False,
    opening: paper_words.OpeningOption = False,
    into_closed: words.IntoClosedOption = None,
    encoding: paper_words.EncodingOption = None,
    yes: paper_words.YesOption = False,
    undo: paper_words.UndoOption = None,
    format_name: paper_words.ResultOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    book: options.BookOption = None,
) -> None:
    """Papers into the book, or an import taken back."""
    as_json = wants_json(format_name)
    if (undo is None) == (not files):
        raise errors.PapersOrUndo
    refuse_place(output, force=force)
    with opened(book, writing=True) as open_book:
        if undo is not None:
            _undo(open_book, undo, into_closed, as_json=as_json)
            return
        from donations.importers.sheet import Opening

        mapped = _mapped(columns or ())
        papers = _Papers(open_book, files or [], Opening(encoding, sheet, _password), _Said(mapped, day, city, donor))
        wishes = _wishes(mapped, into_closed, is_dry=dry_run, accepts_good=accept_good, opens=opening)
        is_asked = is_attended() and not (yes or dry_run or as_json)
        if is_asked and not _is_meant(papers, wishes):
            return
        outcome = papers.imported(wishes)
        if Run.current is None or as_json:  # a file of commands reports once, at its end
            _say(outcome, Showing("json" if as_json else None, output, force), again=is_asked)
        _refuse(outcome, wishes)


def _wishes(
    columns: Mapping[str, str], into_closed: str | None, *, is_dry: bool, accepts_good: bool, opens: bool
) -> "Wishes":
    from donations.services.closing import IfClosed
    from donations.services.import_rows import Wishes

    refunded, before = _("Given back, as the bill says."), _("Was there before the first entry.")
    if_closed = IfClosed(clock.today(), into_closed)
    return Wishes(is_dry, accepts_good, opens, columns, refunded, before, if_closed)


class _Said(NamedTuple):
    """What is said of the files beside what stands in them."""

    columns: Mapping[str, str]
    day: date | None
    city: "Place | None"
    donor: str | None


class _Papers:
    """The files of one command; they are read once for a preview, and once for the import."""

    def __init__(self, book: "Book", files: list[Path], opening: "Opening", said: _Said) -> None:
        self._book, self._files, self._opening, self._said = book, files, opening, said

    def imported(self, wishes: "Wishes") -> "Outcome":
        """What importing them did, or would do."""
        from donations.services.importing import import_papers

        with Progress() as progress:
            return import_papers(self._book, self._papers(), wishes, clock.now(), progress.rows)

    def _papers(self) -> Iterator["Paper"]:
        from donations.importers.files import sheets
        from donations.importers.tables import tables
        from donations.services.importing import Paper

        for file in self._files:
            digest = _digest(file)
            found = (table for sheet in sheets(file, self._opening) for table in tables(sheet, self._settings()))
            yield Paper(file.name, digest, found)

    def _settings(self) -> "Settings":
        from donations.importers.table import Settings
        from donations.store import imports

        connection = self._book.connection
        return Settings(
            clock.today(),
            self._said.columns,
            lambda headings: imports.columns_of(connection, headings),
            self._said.day,
            self._said.city,
            self._said.donor,
        )


def _digest(file: Path) -> str:
    """The digest of a file's bytes. Raises NoFile, CannotRead."""
    digest = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
    except FileNotFoundError:
        raise errors.NoFile(path=file) from None
    except OSError as error:
        raise errors.CannotRead(path=file, reason=error.strerror or type(error).__name__) from error
    return digest.hexdigest()


def _mapped(said: list[str] | tuple[str, ...]) -> dict[str, str]:
    """Headings with their fields. Raises ColumnUnclear."""
    columns = {}
    for word in said:
        heading, equals, field = word.rpartition("=")
        if not equals or not heading.strip() or field.strip() not in paper_words.FIELDS:
            raise errors.ColumnUnclear(got=word, fields=", ".join(paper_words.FIELDS))
        columns[heading.strip()] = field.strip()
    return columns


def _password(name: str) -> str | None:
    """The password of an archive, asked where somebody can be."""
    if not is_attended():
        return None
    from getpass import getpass

    from donations.output.cells import clean

    return getpass(_("Password of {file}:").format(file=clean(name)) + " ", stream=sys.stderr) or None


def _is_meant(papers: _Papers, wishes: "Wishes") -> bool:
    """Show how the papers are understood, and ask. Raises what `_refuse` does where nothing can be imported."""
    from dataclasses import replace

    from donations.output import imported

    outcome = papers.imported(replace(wishes, is_dry=True))
    tell(imported.for_people(outcome).rstrip("\n"))
    if outcome.number is None or outcome.refused is not None:
        _refuse(outcome, wishes)
        return False
    if ask(_("Import this? [Y/n]")).lower() in _YES:
        return True
    tell(_("Nothing was imported."))
    return False


def _say(outcome: "Outcome", showing: Showing, *, again: bool) -> None:
    """What was imported, for people or programs; `again`: a preview of it was shown."""
    from donations.output import imported

    path = showing.output
    as_json = showing.format == "json" or (path is not None and path.suffix == ".json")
    text = imported.as_json(outcome) if as_json else imported.for_people(outcome, again=again and path is None)
    if path is not None:
        from donations.output.file import write_file

        write_file(path, lambda stream: stream.write(text), force=showing.force)
        return
    sys.stdout.write(text)


def _refuse(outcome: "Outcome", wishes: "Wishes") -> None:
    """Raises what the exit code says: RowsRejected, or the rule that says no; rows left out as was asked are only told."""
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


def _undo(book: "Book", number: int, into_closed: str | None, *, as_json: bool) -> None:
    from donations.services.closing import IfClosed
    from donations.services.undoing import undo_import

    note, if_closed = _("Import {number} was undone.").format(number=number), IfClosed(clock.today(), into_closed)
    done = undo_import(book, number, note, clock.now(), if_closed)
    entries = done.last - done.first + 1
    if as_json:
        import json  # only programs ask for it

        content = {
            "import": number,
            "undone": True,
            "entries": entries,
            "first_entry": done.first,
            "last_entry": done.last,
        }
        print(json.dumps(content, ensure_ascii=False))
        return
    sentence = _(
        "Import {number} is undone: entries {first} to {last} take it back, and its rows can be imported again."
    )
    print(sentence.format(number=number, first=done.first, last=done.last))


@verbs.verb(
    "imports",
    help=N_("Every import: when, which files, which entries, and whether it was undone."),
    epilog="donations imports",
)
def imports_(
    format_name: options.FormatOption = None,
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    raw: options.RawOption = False,
    book: options.BookOption = None,
) -> None:
    """What was imported."""
    from donations.reports import imports

    with opened(book, writing=False) as open_book:
        show(imports.imports(open_book), Showing(format_name, output, force, raw))
