"""How a verb shows its report: on the standard output or in a file, in the format that was asked for."""

import sys
from typing import IO, TYPE_CHECKING, Annotated, Any, NamedTuple

from donations import errors
from donations.cli import options
from donations.cli.option_sets import OptionSet
from donations.cli.session import Run, is_same_file, tell
from donations.i18n import N_, _, filled

if TYPE_CHECKING:
    from pathlib import Path

    from donations.output.formats import Format
    from donations.reports.table import Report


GUARDED = N_(
    "Texts that a spreadsheet would make something else of have an apostrophe before them: {count}. --raw leaves it out."
)


class Showing(NamedTuple):
    """How a report is to be shown: in which format, where to, and whether a file may be replaced."""

    format: options.FormatOption = None
    output: options.OutputOption = None
    force: options.ForceOption = False
    raw: options.RawOption = False


def _showable(
    format: options.FormatOption = None,  # noqa: A002 - the option's name
    output: options.OutputOption = None,
    force: options.ForceOption = False,
    raw: options.RawOption = False,
) -> Showing:
    """How it is to be shown, made sure of before the verb reads, says or writes anything. Raises as `refuse_unshowable`."""
    showing = Showing(format, output, force, raw)
    refuse_unshowable(showing)
    return showing


ShowingOptions = Annotated[Showing, OptionSet(_showable)]
UnaskedShowing = Annotated[Showing, OptionSet(Showing)]
"""The same, of a verb that asks `refuse_unshowable` itself, since it may write a folder of files."""


def show(report: "Report", showing: Showing) -> None:
    """Print or write `report`. Raises UnknownFormat, NotForScreens, ReportOntoBook, FileInTheWay, CannotWrite."""
    refuse_place(showing.output, force=showing.force)
    path, chosen = showing.output, _chosen(showing)
    if path is not None:
        guarded = write_guarded(path, report, chosen, showing)
        if str(path) != "-":
            tell_written(path, report)
    else:
        from donations.output.printing import print_report

        is_alone = Run.current is None  # a file of commands runs through
        guarded = print_report(report, chosen, raw=showing.raw, pages=is_alone)
    if guarded:
        tell(_(GUARDED).format(count=guarded))
    if not chosen.has_notes and report.source.missing:
        from donations.output.cells import of_missing  # few books lack an entry; what programs read does without

        if lost := of_missing(report):
            tell(lost)


def write_guarded(path: "Path", report: "Report", chosen: "Format", showing: Showing) -> int:
    """Write `report` to the file at `path`; gives how many texts were kept from being taken for formulas."""
    from donations.output import formats
    from donations.output.file import write_file

    guarded: list[int] = []

    def produce(stream: "IO[Any]") -> None:
        guarded.append(formats.render(report, chosen.name, stream, raw=showing.raw))

    write_file(path, produce, force=showing.force, binary=chosen.binary)
    return sum(guarded)


def refuse_unshowable(showing: Showing) -> None:
    """Make sure, before something is done for good, that it can be shown this way. Raises what `show` raises before it writes."""
    refuse_place(showing.output, force=showing.force)
    chosen = _chosen(showing)
    if showing.output is None and chosen.binary and is_screen():
        raise errors.NotForScreens(format=chosen.name)


def _chosen(showing: Showing) -> "Format":
    """The format that is meant. Raises UnknownFormat, EndingMissing."""
    from donations.output import formats

    path = showing.output
    if showing.format is not None:
        return formats.format_named(showing.format)
    if path is not None and str(path) != "-":
        try:
            return formats.format_for(path.suffix or path.name)
        except errors.UnknownFormat:
            if path.suffix:
                raise
            raise errors.EndingMissing(path=path) from None
    return formats.format_named("table" if is_screen() else "tsv")


def is_screen() -> bool:
    """Whether the standard output is a terminal; one that was closed before we began is none."""
    return sys.stdout is not None and sys.stdout.isatty()


def refuse_place(path: "Path | None", *, force: bool) -> None:
    """Raises ReportOntoBook where `path` is a book, or would lie beside one as a part of it, OutputIsFolder, and FileInTheWay.

    Whoever changes the book asks this first.
    """
    if path is None or str(path) == "-":
        return
    if path.is_dir():
        raise errors.OutputIsFolder(path=path)
    from donations.store.headers import is_book, owners_of  # a report has it imported

    owners, run = owners_of(path), Run.current
    # The book of a file of commands is not looked into: closing it a second time would let its locks go.
    if (run is not None and any(is_same_file(run.path, owner) for owner in owners)) or any(map(is_book, owners)):
        raise errors.ReportOntoBook(path=path)
    if path.is_file() and not force:
        raise errors.FileInTheWay(path=path)


def tell_written(path: "Path", report: "Report") -> None:
    """Say what was written, with the digest that it can be held against later: not every format has room for it."""
    from donations.output.cleaning import clean

    sentence = _("Written: {path} · {entries} entries in the book · digest {digest}")
    facts = {"entries": report.source.entries, "digest": report.source.digest or "-"}
    tell(filled(sentence, path=clean(str(path)), **facts))
