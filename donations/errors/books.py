"""What is wrong with a book, a file, or the way it is to be read and written."""

from donations.errors.families import BadInput, Busy, DamagedBook, Failed, NotThere, Refused, WrongUsage
from donations.i18n import N_

# --- the book


class NoBook(NotThere):
    sentence = N_(
        "There is no book at {path}: make one with `donations init --name NAME`, or name another with --book."
    )


class BookExists(Refused):
    sentence = N_("There already is a book at {path}: name another file. Nothing was changed.")


class OtherFileInTheWay(Refused):
    sentence = N_(
        "{path} is already there, and is no book of donations: it was left as it is. Name another file for the new book, with `--book`."
    )


class BookIsFolder(NotThere):
    sentence = N_("{path} is a folder, not a book: name the file in it, such as {example}.")


class BookUnnamed(WrongUsage):
    sentence = N_(
        "`--book` names no file: say which, such as `--book book.db`, or leave `--book` out for the usual book."
    )


class FileInTheWay(Refused):
    sentence = N_("{path} is already there: choose another name, or add --force to replace it.")


class NotABook(DamagedBook):
    sentence = N_("{path} is not a book of donations ({found}); it was left as it is.")


class NoSQLiteFile(NotABook):
    """Another program's file, or a book whose beginning is overwritten: from its first bytes nobody can tell."""

    sentence = N_(
        "{path} is not a book of donations (not an SQLite file); it was left as it is. If it was a book, its beginning is damaged: restore the newest backup, or take what can still be read: `donations salvage {path}`."
    )


class NewerBook(DamagedBook):
    sentence = N_(
        "{path} was written by a newer donations (book version {found}; this program knows up to {known}): fetch that version, and `pip install .` in its folder."
    )


class DamagedFile(DamagedBook):
    sentence = N_(
        "{path} is damaged ({reason}): keep a copy. Restore the newest backup, or take what can still be read: `donations salvage {path}`."
    )


class SumsOfUnsound(DamagedBook):
    sentence = N_(
        "{path}: the kept sums were left as they are, since the journal itself is not as it was recorded ({rules}): `donations check` says where. Restore the newest backup, or take what can still be read: `donations salvage {path}`."
    )


class BookUnsound(DamagedBook):
    sentence = N_(
        "{path} is not in order ({rules}), and this can't be done with it: `donations check` says what is wrong. Restore the newest backup, or take what can still be read: `donations salvage {path}`."
    )


class NothingLeft(DamagedBook):
    sentence = N_("{path}: nothing of a book can be read in it any more. Nothing was made; take the newest backup.")


class ChangedFromOutside(DamagedBook):
    sentence = N_("{path} is not as this program left it ({reason}): run `donations check`. Nothing was recorded.")


class OlderBook(DamagedBook):
    """Said where it can't be brought up to date; who opens a book to use it upgrades it first."""

    sentence = N_(
        "{path} was written by an older donations (book version {found}; this program uses {known}): open it once with a command that records, where it can be written."
    )


class BackupOntoBook(WrongUsage):
    sentence = N_("{path} is the book itself, or a file that belongs to it: choose another place for the backup.")


class ReportOntoBook(WrongUsage):
    sentence = N_(
        "{path} is a book of donations, or a file that belongs to one, and no report replaces it: choose another name."
    )


class BackupLoses(Refused):
    sentence = N_(
        "{path} is no earlier state of this book, and would be lost: --force replaces older backups of the same book only. Choose another name."
    )


class NoFolder(NotThere):
    sentence = N_("There is no folder {path}: is the disk plugged in? Nothing was copied.")


class UnsoundReplacesNothing(Refused):
    sentence = N_(
        "{path} is already there, and the copy of a book that is damaged or not in order replaces nothing: choose another name, and run `donations check`."
    )


class BackupDiffers(Failed):
    sentence = N_(
        "The copy of {path} was not the same as the book: it was not kept. Try again, and run `donations check`."
    )


class BackupOfUnsound(Refused):
    """The backup was made and kept; what is in it is wrong in the book too."""

    sentence = N_(
        "The backup {path} was made, but the book is not in order (problems: {count}): run `donations check`."
    )


class RestoreOfItself(WrongUsage):
    sentence = N_("{path} is the book itself: name a backup of it.")


class RestoreInsideRun(WrongUsage):
    sentence = N_("a file of commands can't restore a book.")


class BackupUnsound(DamagedBook):
    sentence = N_(
        "{path} is not in order (problems: {count}): nothing was restored. `donations check --book {path}` says what is wrong."
    )


class ReplacesBook(Refused):
    sentence = N_(
        "{path} is already there: {difference} Nothing was restored; with --yes it is replaced, and kept under another name."
    )


class BookChanged(Busy):
    sentence = N_("{path} was changed by another program meanwhile: run the command again. Nothing was replaced.")


class IssueChanged(Busy):
    sentence = N_("The book was changed meanwhile: look at the issue again. Nothing was published.")


class OldSQLite(Failed):
    sentence = N_(
        "This computer's SQLite ({found}) is too old: donations needs {needed} or a later one. Nothing was read or written."
    )


class HeldBook(Busy):
    sentence = N_("The book {path} is in use by process {process}: close that program, or try again in a moment.")


class HeldUnrecorded(HeldBook):
    """Said to who wanted to record."""

    sentence = N_(
        "The book {path} is in use by process {process}: close that program, or try again in a moment. Nothing was recorded."
    )


class BookReplaced(Busy):
    sentence = N_("{path} was replaced by another file meanwhile: run the command again. Nothing was recorded.")


class BusyBook(Busy):
    sentence = N_("The book {path} is in use by another program: try again in a moment.")


class BusyUnrecorded(BusyBook):
    """Said to who wanted to record."""

    sentence = N_("The book {path} is in use by another program: try again in a moment. Nothing was recorded.")


class CannotWrite(Failed):
    sentence = N_("Writing {path} failed ({reason}): nothing was kept.")


class KeptUnsurely(Failed):
    sentence = N_(
        "The disk reported an error ({reason}) after {path} was written: what was recorded stands in the book, but a power cut could still take it; make a copy on another disk, and run `donations check`."
    )


class SavedUnsaid(Failed):
    """The entry is on disk; what failed came after."""

    sentence = N_(
        "Entry {number} was saved; only its confirmation could not be printed ({reason}). Don't record it again."
    )


class NotRewritten(Failed):
    sentence = N_(
        "What was to be erased is erased, but {path} could not be written anew ({reason}), so traces of it may be left in the file: make room, close other programs that use it, and run any command that records."
    )


class CannotRead(Failed):
    sentence = N_("Reading {path} failed ({reason}).")


class CommandsNotUtf8(CannotRead):
    sentence = N_("{path} isn't saved as UTF-8: save it again as text in UTF-8. Nothing was recorded.")


class NoFile(NotThere):
    sentence = N_("There is no file {path}.")


class UnknownFormat(WrongUsage):
    sentence = N_("“{got}” is no format: choose one of {formats}.")


class EndingMissing(WrongUsage):
    sentence = N_("{path} has no ending that says the format: write one, such as {path}.csv, or say --format.")


class OutputIsFolder(WrongUsage):
    sentence = N_("{path} is a folder: name the file to write in it. Nothing was written.")


class NotForScreens(WrongUsage):
    sentence = N_("{format} is no text that a terminal can show: write it to a file, such as `-o 汇总.{format}`.")


class NoPdfMaker(NotThere):
    sentence = N_(
        "A PDF needs two more packages: install them with `pip install '.[pdf]'` in the folder of the program; web pages and workbooks can be printed without."
    )


class NoGlyphs(BadInput):
    sentence = N_(
        "No font for {characters} in {places}: the PDF would show holes. Write it as xlsx or html instead, or spell that otherwise (a name by `rename`, a note by `correct NUMBER --note …`)."
    )


class TooLongForPdf(WrongUsage):
    sentence = N_(
        "The report is too long for a PDF (more than {most} cells): limit it to a month or a city, or write it as xlsx."
    )


class FormatMissing(WrongUsage):
    sentence = N_(
        "Say which program the journal is for: --format with one of {formats}, or a file that ends in {endings}."
    )


class RunInsideRun(WrongUsage):
    sentence = N_("a file of commands can't run another.")


class OtherBookInRun(WrongUsage):
    sentence = N_("{path}: a file of commands changes one book only, which is {book}.")


class _OfLine(BadInput):
    """What was refused in one line of a file of commands; carries the exit code of its reason."""

    def __init__(self, **facts: object) -> None:
        super().__init__(**facts)
        code = facts.get("code")
        if isinstance(code, int):
            self.exit_code = code  # type: ignore[misc]  # an error that speaks for another


class ReportRefused(_OfLine):
    """A report at the end of a file of commands was refused; what the file records is on disk."""

    sentence = N_("{path}, line {line}: {reason} What the file records was recorded ({count} new entries).")


class LineRefused(_OfLine):
    sentence = N_("{path}, line {line}: {reason} Nothing of the file was recorded.")


class NotEnoughMemory(Failed):
    sentence = N_(
        "There is not enough memory for this, and nothing was kept: close other programs, or take less at a time."
    )
