"""Verbs about the book itself: init, run, info; and what `donations` alone says."""

import shlex
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from donations import __version__, errors
from donations.cli import clock, options
from donations.cli.ask import verbs as asking
from donations.cli.frame import NAME, run_words, verb_at
from donations.cli.read import verbs as reading
from donations.cli.registry import Registry
from donations.cli.session import (
    FAR_BACK,
    Run,
    book_path,
    chosen_book,
    opened,
    refuse_other_book,
    tell,
    warn_of_others,
)
from donations.domain import text
from donations.domain.entry import RUN_REQUEST
from donations.errors.families import reason_of
from donations.i18n import CHINESE, ENGLISH, N_, _, chosen_language, filled
from donations.output.cleaning import clean
from donations.output.width import pad, width

_Commands = list[tuple[int, list[str]]]
"""Commands with the numbers of their lines."""

_AFTERWARDS = ("amend", "backup", "check", "due", "info", "salvage")
"""Besides reports: verbs that open the book's file once more, which would let go of the locks of what is being recorded."""

_LANGUAGES = {CHINESE: "中文", ENGLISH: "English"}

verbs = Registry(heading=N_("The book"))


@verbs.verb("init", help=N_("Make a new, empty book."), epilog="donations init --name 吉安永丰县义工协会")
def init(
    name: Annotated[
        str, typer.Option("--name", metavar=N_("NAME"), help=N_("The association's name, printed on every report."))
    ] = "",
    book: options.BookOption = None,
) -> None:
    """A new book; where it is, and what to do next."""
    from donations.store.making import create_book

    path = book_path(chosen_book(book))
    refuse_other_book(path)
    name = text.name(name) if name else text.one_line(text.file_name(path.stem)).strip() or NAME
    if Run.current is not None and path.exists():
        return  # a file of commands run again: its book is there
    created = create_book(path, name, clock.now())
    if Run.current is not None:
        Run.current.begin(created)
        return
    created.close()
    warn_of_others(path)
    print(_("Made the book of {name}: {path}").format(name=clean(name), path=clean(str(path))))
    print(_("Next: donations receive 李华 口罩500个 --city 九江市"))


@verbs.verb(
    "run",
    help=N_(
        "Run the commands written in files, one a line: all of them or none.\n\n"
        "What was recorded from the same file before is not recorded again. Lines that begin with # are remarks."
    ),
    epilog="donations run sample_data/february.txt",
)
def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=N_("FILE..."),
            readable=False,
            help=N_("Text files (UTF-8) with one command a line, without `donations`."),
        ),
    ],
    book: options.BookOption = None,
) -> int:
    """A file of commands as one act: recording first, then the reports it asks for; exits as the worst of those did."""
    path = book_path(chosen_book(book))
    worst = 0
    for file in files:
        recorded, code = _run_file(file, path)
        tell(filled(_("{file}: {count} entries recorded."), file=clean(file.name), count=recorded))
        worst = max(worst, code)
    return worst


def _run_file(file: Path, path: Path) -> tuple[int, int]:
    """Run one file: what it records in one transaction, then its reports.

    Gives how many entries are new, and the worst exit code of its reports: a `check` that finds something refuses nothing.
    """
    from donations.cli.boundary import faults_told_apart  # help pages do without

    lines = _commands(file)
    Run.current = current = Run(path)
    code = 0
    try:
        with faults_told_apart(path):
            count, reports = _record_file(file, lines, current)
        for number, words in reports:  # everything is on disk by now: what fails from here on undoes nothing
            try:
                with faults_told_apart(path):
                    code = max(code, run_words(words))
            except errors.DonationsError as error:
                facts = {"path": file, "line": number, "reason": error, "count": count, "code": error.exit_code}
                raise errors.ReportRefused(**facts) from error
    finally:
        Run.current = None
        current.close()
        if days := [day for _number, day in current.far_back]:
            sentence = (
                _("{file}: {count} entries are dated more than {days} days back, from {first} to {last}.")
                if min(days) < max(days)
                else _("{file}: {count} entries are dated more than {days} days back, on {first}.")
            )
            facts = {"count": len(days), "days": FAR_BACK.days, "first": min(days), "last": max(days)}
            tell(filled(sentence, file=clean(file.name), **facts))
        if current.broken:
            from donations.cli.counts import say_broken  # most files set the book against no count

            say_broken(current.broken)
    return count, code


def _record_file(file: Path, lines: _Commands, current: Run) -> tuple[int, _Commands]:
    """Record all lines or none; gives how many entries are new, and the lines that only read."""
    try:
        if lines and _verb(lines[0][1]) == "init":
            _run_line(file, *lines.pop(0))
        book = current.open()
        with book.write():
            before, _digest = book.last()
            reports = _record_lines(file, lines, current)
            last, _digest = book.last()
            if current.broken:
                from donations.services import broken_counts

                current.broken = broken_counts.still_broken(book.connection, current.broken)
        current.far_back = [(number, day) for number, day in current.far_back if number > before]
    except BaseException:
        current.far_back.clear()
        current.broken.clear()
        current.undo()
        raise
    return last - before, reports


def _record_lines(file: Path, lines: _Commands, current: Run) -> _Commands:
    """Run the lines that record; gives back those that only read, for when everything is on disk."""
    import hashlib  # only files of commands need it; it loads OpenSSL

    reports = []
    said_before: Counter[str] = Counter()
    for number, words in lines:
        if _verb(words) in {*reading.entries, *asking.entries, *_AFTERWARDS}:
            reports.append((number, words))
            continue
        said = shlex.join(words)
        said_before[said] += 1
        told_apart = f"{file.resolve()}\n{said}\n{said_before[said]}"
        current.request = RUN_REQUEST + hashlib.sha256(told_apart.encode(errors="surrogatepass")).hexdigest()[:32]
        _run_line(file, number, words)
    return reports


def _commands(file: Path) -> _Commands:
    """The commands of a file with their line numbers. Raises NoFile, CannotRead, CommandsNotUtf8, LineRefused."""
    try:
        content = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise errors.NoFile(path=file) from None
    except UnicodeDecodeError as error:
        raise errors.CommandsNotUtf8(path=file) from error
    except OSError as error:
        raise errors.CannotRead(path=file, reason=reason_of(error)) from error
    commands = []
    for number, line in enumerate(content.split("\n"), 1):  # no other sign ends a line: a note may have U+2028
        try:
            words = shlex.split(line, comments=True)
        except ValueError:
            raise errors.LineRefused(path=file, line=number, reason=errors.QuoteOpen(), code=65) from None
        if any("\0" in word for word in words):  # nobody can type it, and no file has it in its name
            reason = errors.NotText(got=text.one_line(line)[:40])
            raise errors.LineRefused(path=file, line=number, reason=reason, code=reason.exit_code)
        words = words[1:] if words[:1] == ["donations"] else words
        if words:
            commands.append((number, words))
    return commands


def _verb(words: list[str]) -> str:
    """The verb of a command; nothing where it has none."""
    return next(iter(words[verb_at(words) :]), "")


def _run_line(file: Path, number: int, words: list[str]) -> None:
    try:
        if _verb(words) == "run":
            raise errors.RunInsideRun
        run_words(words)
    except errors.DonationsError as error:
        raise errors.LineRefused(path=file, line=number, reason=error, code=error.exit_code) from error


@verbs.verb("info", help=N_("Where the book is, and what is in it."), epilog="donations info")
def info(book: options.BookOption = None) -> None:
    """The book's place, name, size and digest, and what the program goes by."""
    path = book_path(chosen_book(book))
    warn_of_others(path)
    rows = [(_("Book"), str(path.absolute()))]
    if path.exists():
        with opened(book, writing=False) as open_book:
            entries, digest = open_book.last()
            rows += [
                (_("Association"), open_book.name),
                (_("Entries"), str(entries)),
                *_missing(open_book.missing()),
                (_("Digest"), digest or "-"),
                (_("Size"), _("{count} bytes").format(count=f"{path.stat().st_size:,}")),
            ]
    else:
        rows.append((_("State"), _("not made yet: donations init --name NAME")))
    rows += [(_("Program"), f"donations {__version__}"), (_("Language"), _LANGUAGES[chosen_language()])]
    longest = max(width(title) for title, _text in rows)
    for title, content in rows:
        print(f"{pad(title, longest)}  {clean(content)}")


def _missing(count: int) -> list[tuple[str, str]]:
    """The row of `info` on entries that are lost, where there are any."""
    if not count:
        return []
    sentence = _("{count}: only their numbers are kept; no figure has what they said")
    return [(_("Lost"), sentence.format(count=count))]


@verbs.verb("start", help=N_("Where the book is and what to do next."), hidden=True)
def start(book: options.BookOption = None) -> None:
    """What `donations` alone says: the first minute."""
    path = book_path(chosen_book(book))
    warn_of_others(path)
    if not path.exists():
        print(_("There is no book yet; it would be at {path}.").format(path=clean(str(path))))
        print(_("Make one:      donations init --name NAME"))
        print(_("All commands:  donations --help"))
        return
    with opened(book, writing=False) as open_book:
        entries, _digest = open_book.last()
        print(
            filled(
                _("The book of {name}: {entries} entries, at {path}."),
                name=clean(open_book.name),
                entries=entries,
                path=clean(str(path)),
            )
        )
    print(_("Record a gift: donations receive 李华 口罩500个 --city 九江市"))
    if entries:
        print(_("Totals:        donations totals"))
        print(_("On hand:       donations stock"))
    print(_("All commands:  donations --help"))
