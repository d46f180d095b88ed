"""What every verb does around its one call: find and open the book, say what there is to say, ask about unclear names."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from donations import errors
from donations.cli import clock, waiting
from donations.cli.facts import on_screen, speak
from donations.cli.frame import book_before_verb
from donations.i18n import _

if TYPE_CHECKING:
    from donations.domain.entry import BrokenCount, Recorded
    from donations.services.naming import Meant, Unclear
    from donations.store.book import Book

BOOK_SETTING = "DONATIONS_BOOK"
FAR_BACK = timedelta(days=31)

Result = TypeVar("Result")


def book_path(named: Path | None) -> Path:
    """The book that is meant, itself where a link to it is named: so that lock, journal and backups are those beside it.

    Raises BookUnnamed, BookIsFolder.
    """
    from donations.files import real_file  # only where there is a book

    path = _named_book(named)
    if not path.name:  # what --book '' comes to, or the root of all folders
        raise errors.BookUnnamed if path == Path() else errors.BookIsFolder(path=path, example=path / "book.db")
    return real_file(path)


def _named_book(named: Path | None) -> Path:
    """Named in the command, else that of the file being run, else in DONATIONS_BOOK, else the default."""
    if named is not None:
        return named
    if Run.current is not None:
        return Run.current.path
    if setting := os.environ.get(BOOK_SETTING):
        return Path(setting)
    from platformdirs import user_data_path  # needed only where nobody names a book

    return user_data_path("donations", appauthor=False) / "book.db"


def chosen_book(verb_value: Path | None) -> Path | None:
    """The book named after the verb, else the one named before it, else None (the environment and default decide then)."""
    return book_before_verb() if verb_value is None else verb_value


@contextmanager
def opened(named: Path | None, *, writing: bool, doubts_clock: bool = True) -> Iterator["Book"]:
    """The book, open while the verb runs; a clock that runs behind is said, unless the verb itself speaks of it."""
    path = book_path(chosen_book(named))
    if (book := _book_of_run(path)) is not None:  # a file of commands is being run: all its lines are one act
        yield book
        return
    if writing:
        refuse_other_book(path)
    from donations.cli.boundary import faults_told_apart  # help pages do without

    book = open_up_to_date(path, writing=writing, doubts_clock=doubts_clock)
    try:
        if writing:
            _end_erasing(book)
        with faults_told_apart(path):
            yield book
    finally:
        book.close()


def _end_erasing(book: "Book") -> None:
    """End an erasing that was interrupted; where that fails once more it is said, and the command goes on."""
    try:
        book.rewrite_if_due(clock.now())
    except errors.NotRewritten as failed:
        say(speak(failed))


def open_up_to_date(path: Path, *, writing: bool, doubts_clock: bool = True) -> "Book":
    """The book at `path`, upgraded where it is of an older version; a place where it isn't safe is warned of once."""
    waiting.say_what_for()
    book = _open_or_upgrade(path, writing=writing)
    if writing and doubts_clock:
        _warn_of_clock(book)
    if writing:
        _warn_of_place(book)
    return book


def _warn_of_place(book: "Book") -> None:
    from donations import surroundings  # verbs that only read do without

    program, drive = surroundings.synchronised_by(book.path), surroundings.remote_drive(book.path)
    if program is None and drive is None:
        return
    from donations.store.told import first_time

    if first_time(book, f"place {book.path.absolute()}", clock.now()):
        if drive is not None:
            sentence = _("The book lies on a network drive ({name}), where locks often fail: keep it on this computer's own disk, and put backups there.")  # fmt: skip
        else:
            sentence = _("The book lies in a folder of {name}: record on one computer at a time, and wait until it is transferred; `donations check --against FILE` shows whether two copies went apart.")  # fmt: skip
        say(sentence.format(name=drive or program))


def _open_or_upgrade(path: Path, *, writing: bool) -> "Book":
    from donations.store.book import open_book  # imports sqlite3, which --help doesn't need

    try:
        book = open_book(path, writing=writing)
    except errors.OlderBook as older:
        from donations.store.upgrading import upgrade  # once in a book's life

        kept = upgrade(path, clock.now(), records=writing)
        if kept is not None:
            sentence = _("{path} was of an older version and was brought up to date; as it was it is kept as {kept}.")
            from donations.output.cleaning import clean

            say(sentence.format(path=clean(str(older.facts["path"])), kept=clean(str(kept))))
        book = open_book(path, writing=writing)
    return book


def _warn_of_clock(book: "Book") -> None:
    """Say that the computer's clock stands before the last entry: what is dated today would be dated wrongly."""
    from donations.store import journal  # a verb that records needs it anyway
    from donations.store.faults import faults_spoken

    with faults_spoken(book.path):
        number, recorded_at = journal.last_recorded(book.connection)
    behind = clock.behind(recorded_at)  # asked after the book was: others may just have recorded
    if behind is not None:
        sentence = _(
            "This computer's clock says {now}, but entry {number} was recorded at {then}: is the clock right? Entries keep their order by number."
        )
        say(sentence.format(now=behind[0], number=number, then=behind[1]))


def warn_of_others(path: Path) -> None:
    """Say where others can read the book, which holds people's names: it was copied from elsewhere, or meant to be shared."""
    from donations.files import is_open_to_others
    from donations.output.cleaning import clean
    from donations.store.headers import is_book

    if is_open_to_others(path) and is_book(path):  # of other files, and of folders, it would be bad advice
        sentence = _("Others on this computer can read the book: `chmod 600 {path}` keeps it to you.")
        tell(sentence.format(path=clean(str(path))))


class Run:
    """A file of commands being run: its book, kept open over all its lines."""

    current: "Run | None" = None

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Book | None = None
        self._made: tuple[int, str | None] | None = None
        """What the book that the file made was, before anything was recorded in it."""
        self.request: str | None = None
        """What makes the line being run safe to run again."""
        self.far_back: list[tuple[int, date]] = []
        """The entries that are dated far back, for a word at the end."""
        self.broken: list[BrokenCount] = []
        """The counts that its lines set the book against, for the same."""

    def open(self) -> "Book":
        """The book that all lines are recorded in. Raises NoBook and its kin."""
        if self.book is None:
            self.book = open_up_to_date(self.path, writing=True)
        return self.book

    def begin(self, book: "Book") -> None:
        """The file made this book itself."""
        self.book, self._made = book, book.last()

    def undo(self) -> None:
        """Take away the book that the file made, unless another program has recorded in it meanwhile."""
        if self._made is not None and self.book is not None:
            from donations.store.making import take_away  # only where a file is refused

            take_away(self.book, self._made)

    def close(self) -> None:
        """Let go of the book."""
        if self.book is not None:
            self.book.close()


def _book_of_run(path: Path) -> "Book | None":
    run = Run.current
    return run.book if run is not None and is_same_file(run.path, path) else None


def refuse_other_book(path: Path) -> None:
    """Raises OtherBookInRun where the file of commands being run has another book than that at `path`."""
    if (run := Run.current) is not None and not is_same_file(run.path, path):
        raise errors.OtherBookInRun(path=path, book=run.path)


def is_same_file(one: Path, other: Path) -> bool:
    """However they are spelled: opened a second time, the file would let go of the first one's locks."""
    return one.samefile(other) if one.exists() and other.exists() else one.resolve() == other.resolve()


def request_id(given: str | None) -> str | None:
    """The request id that was given, else the one that the run file's line has."""
    return given or (Run.current.request if Run.current is not None else None)


def is_attended() -> bool:
    """Whether somebody sits at the terminal and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty() and Run.current is None


def tell(text: str) -> None:
    """Say something beside the result, on stderr; not while a file of commands is run, which may still be refused."""
    if Run.current is None:
        say(text)


def say(text: str) -> None:
    """Say something on stderr; where that can't be written nobody is left to be told, and what was done stays done."""
    with suppress(OSError, ValueError):
        print(on_screen(text, sys.stderr), file=sys.stderr, flush=True)


def settled_date(given: date | None, *, yes: bool) -> date:
    """The date of an entry: today's where none is given.

    A date ahead of today needs --yes; one more than 31 days back is asked about where somebody can be asked.
    Raises DateAhead, Declined.
    """
    today = clock.today()
    if given is None:
        return today
    if given > today and not yes:
        raise errors.DateAhead(date=given, today=today)
    if not yes and today - given > FAR_BACK and is_attended():
        from donations.cli.questions import agrees  # most dates are near

        days = f"{(today - given).days:,}"
        question = _("{date} is {days} days ago. Is the date right? [Y/n]").format(date=given, days=days)
        if not agrees(question, unless_said=True):
            raise errors.Declined
    return given


def say_far_back(recorded: "Recorded", *, yes: bool) -> None:
    """Say of an entry just saved that it is dated far back, where nobody could be asked: a wrong year is easily typed."""
    number, day = recorded.number, recorded.entry.date
    days = (clock.today() - day).days
    if yes or days <= FAR_BACK.days or is_attended():
        return
    if Run.current is not None:
        Run.current.far_back.append((number, day))
    sentence = _(
        "Entry {number} is dated {days} days back ({date}): if that is a slip, `donations correct {number} --date …`."
    )
    tell(sentence.format(number=number, days=f"{days:,}", date=day))


def with_names(unclear: Callable[["Meant"], "list[Unclear]"], act: Callable[["Meant"], Result], *, new: bool) -> Result:
    """Run `act`; where somebody sits at the terminal, ask first about names that look like known ones."""
    from donations.services.naming import Meant

    meant = Meant(new=new)
    if not new and is_attended():
        meant = Meant(names={case.name: _which(case) for case in unclear(meant)})
    return act(meant)


def _which(case: "Unclear") -> str | None:
    """The one that is meant, None for a new one. Raises Unanswered, Declined."""
    from donations.cli.questions import ask
    from donations.output.cleaning import clean

    tell(_("“{name}” is not known yet. It looks like:").format(name=clean(case.name)))
    for number, candidate in enumerate(case.candidates, 1):
        tell(f"  {number}  {clean(candidate)}")
    while True:
        answer = ask(_("Number of the one that is meant, n for a new one, q to leave:"))
        if answer in ("q", "quit", "退出"):
            raise errors.Declined
        if answer in ("n", "新"):
            return None
        if answer.isdecimal() and 0 < int(answer) <= len(case.candidates):
            return case.candidates[int(answer) - 1]
