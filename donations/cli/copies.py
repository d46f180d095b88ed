"""Verbs that keep a book safe: backup, restore."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donations import errors
from donations.cli import clock, options, waiting
from donations.cli.facts import in_order, on_screen
from donations.cli.progress import Progress
from donations.cli.questions import agrees
from donations.cli.registry import Registry
from donations.cli.session import Run, book_path, chosen_book, is_attended, opened, tell
from donations.errors.families import reason_of
from donations.files import COMPANIONS, beside, free_name, real_file
from donations.i18n import N_, _, filled
from donations.output.cleaning import clean

if TYPE_CHECKING:
    from donations.services.backing_up import Backup, Offer
    from donations.store.standing import Standing

FOLDER = "backups"
DIGEST_SHOWN = 12

verbs = Registry(heading=N_("The book"))


def parse_place_of_backup(text: str) -> Path:
    """A file's name or a folder. Raises NoFolder where it is said to be a folder and none is there (a stick not plugged in)."""
    path = Path(text)
    if text.endswith(("/", os.sep)) and not path.is_dir():
        raise errors.NoFolder(path=text)
    return path


@verbs.verb(
    "backup",
    help=N_(
        "Copy the book, and hold the copy against the book's rules.\n\n"
        "Others can go on recording meanwhile. A book that is not in order is copied as it is, and that is said."
    ),
    epilog="""
donations backup
donations backup /media/usb
donations backup 审计前.db --format json
""",
)
def backup(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar=N_("FILE"), parser=parse_place_of_backup,
            help=N_("The backup's name, or the folder for it; else the folder `backups` beside the book."),
        ),
    ] = None,
    format_name: Annotated[
        str | None, typer.Option("--format", metavar="json", help=N_("Say where it is as JSON, for programs."))
    ] = None,
    force: Annotated[bool, typer.Option("--force", help=N_("Replace an older backup of this book."))] = False,
    book: options.BookOption = None,
) -> None:  # fmt: skip
    """A copy of the book: where it is, how many entries it has, and their digest."""
    if format_name not in (None, "json"):
        raise errors.UnknownFormat(got=format_name, formats="json")
    from donations.services.backing_up import back_up, back_up_damaged  # needs the database

    path = book_path(chosen_book(book))
    target = _backup_path(path, file)
    lost = 0
    try:
        with opened(book, writing=False) as open_book, Progress() as progress:
            made = back_up(open_book, target, progress, force=force)
            lost = open_book.missing()
    except errors.DamagedFile as damaged:  # a copy of it is wanted most of all
        made = back_up_damaged(path, target, str(damaged.facts["reason"]))
    _say_backup(made, lost, as_json=format_name == "json")
    if made.problems:
        raise errors.BackupOfUnsound(path=made.path, count=len(made.problems))


def _backup_path(book: Path, named: Path | None) -> Path:
    """Where the backup goes. Raises BackupOntoBook, CannotWrite."""
    folder = book.parent / FOLDER if named is None else named
    if named is None and book.is_file():  # else it is refused, and no folder is left
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise errors.CannotWrite(path=folder, reason=reason_of(error)) from error
    if folder.is_dir():
        return free_name(folder / f"{book.stem}-{clock.stamp()}.db")
    of_book = {os.path.realpath(beside(book, suffix)) for suffix in ("", ".lock", *COMPANIONS)}
    if os.path.realpath(folder) in of_book:
        raise errors.BackupOntoBook(path=folder)
    return folder


def _say_backup(made: "Backup", lost: int, *, as_json: bool) -> None:
    entries, digest = (made.standing.entries, made.standing.digest) if made.standing else (None, None)
    if as_json:
        import json  # only programs ask for it

        print(json.dumps({"backup": str(made.path), "entries": entries, "digest": digest}, ensure_ascii=False))
        return
    print(_("Backup: {path}").format(path=clean(str(made.path))))
    if made.problems:
        number = "?" if entries is None else entries
        print(filled(_("{entries} entries, digest {digest}."), entries=number, digest=_short(digest)))
    else:
        print(on_screen("\n".join(in_order(entries or 0, _short(digest), lost)), sys.stdout))


@verbs.verb(
    "restore",
    help=N_(
        "Put a backup in the book's place, after holding it against the book's rules.\n\n"
        "The book that stood there is kept beside it. The backup itself is left as it is."
    ),
    epilog="""
donations restore backups/book-20200301-180000.db
donations restore /media/usb/book-20200301-180000.db --book restored.db
""",
)
def restore(
    file: Annotated[Path, typer.Argument(metavar=N_("FILE"), readable=False, help=N_("The backup."))],
    yes: Annotated[bool, typer.Option("--yes", help=N_("Replace the book that is there without asking."))] = False,
    book: options.BookOption = None,
) -> None:
    """The backup as the book; what stood there before is kept under another name."""
    if Run.current is not None:
        raise errors.RestoreInsideRun
    path = book_path(chosen_book(book))
    if not file.exists():
        raise errors.NoFile(path=file)
    if path.exists() and file.samefile(path):
        raise errors.RestoreOfItself(path=file)
    from donations.cli.erased_since import said_of  # these need the database
    from donations.services.backing_up import accept, offer

    waiting.say_what_for()
    with Progress() as progress, offer(real_file(file), path, clock.now(), progress) as offered:
        progress.end()
        kept = path.with_name(f"{path.stem}-replaced-{clock.stamp()}.db")
        back = said_of(offered)
        if offered.is_there:
            _agree(offered, kept, back, yes=yes)
        kept_at = accept(offered, kept)
    print(_("Restored: {path}").format(path=clean(str(path))))
    with opened(path, writing=False) as restored:
        entries, digest = restored.last()
        lost = restored.missing()
    print(on_screen("\n".join(in_order(entries, _short(digest), lost)), sys.stdout))
    if kept_at is not None:
        print(_("The book that was there is kept as {path}").format(path=clean(str(kept_at))))
    for line in back:
        tell(line)


def _agree(offered: "Offer", kept: Path, back: list[str], *, yes: bool) -> None:
    """Say what would be replaced, and go on only where `yes` or the person at the terminal agrees. Raises ReplacesBook, Declined."""
    difference = _difference(offered)
    if not yes and not is_attended():
        raise errors.ReplacesBook(path=offered.target, difference=difference)
    tell(_("{path} is already there: {difference}").format(path=clean(str(offered.target)), difference=difference))
    tell(_("  now:    {book}").format(book=_line(offered.present)))
    tell(_("  backup: {book}").format(book=_line(offered.backup)))
    if yes:
        return
    tell(_("The present book would be kept as {path}").format(path=clean(str(kept))))
    for line in back:
        tell(line)
    if not agrees(_("Replace it by the backup? [y/N]")):
        raise errors.Declined


def _difference(offered: "Offer") -> str:
    """How the present book stands to the backup, in a sentence."""
    difference, present, backup = offered.difference, offered.present, offered.backup
    if difference is None or present is None:
        return _("what is there can't be read as a book.")
    if not difference.is_same_book:
        return _("it is another book than the backup.")
    if difference.differs_from is not None:
        return _("it and the backup went different ways from entry {number} on.").format(number=difference.differs_from)
    if difference.more:
        return _("entries that the backup lacks: {count} (from no. {number} on).").format(
            count=difference.more, number=backup.entries + 1
        )
    if difference.is_ahead:
        return _("it has no entries that the backup lacks, but names or other registers were changed since.")
    return _("it has nothing that the backup lacks.") if difference.is_behind else _("both are the same.")


def _line(book: "Standing | None") -> str:
    if book is None:
        return _("can't be read")
    return _("{name}, entries: {entries}, last of {date}, digest {digest}").format(
        name=clean(book.name), entries=book.entries, date=book.last_date or "-", digest=_short(book.digest)
    )


def _short(digest: str | None) -> str:
    return digest[:DIGEST_SHOWN] if digest else "-"
