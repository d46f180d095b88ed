"""The catalogue: what each id promises, in one line."""

import re

PROMISES = {
    "A1": "Killed anywhere while a file is recorded: the book holds all of the file or nothing of it, and all of before",
    "A2": "Killed anywhere between single entries: every entry that was confirmed is in the book",
    "A3": "Power cut anywhere: every entry that was confirmed is in the book, and the book is whole",
    "A4": "Killed anywhere while a book is brought up to a newer version: it has the old schema or the new one",
    "A5": "The same request, sent again, is recorded once",
    "A6": "What is read back is what was confirmed",
    "A7": "Ctrl-C, SIGTERM and SIGHUP undo what was begun, restore the terminal, and show no traceback",
    "A8": "Killed while writing an export or a backup: a file with the final name is whole",
    "B1": "Many programs record at once: no entry is lost, numbers have no gap, nobody sees an error",
    "B2": "Many programs give out the last units: as many succeed as there are, stock is never below zero",
    "B3": "Reports beside writers: no error, and the figures of one report belong together",
    "B4": "Many programs make the same book: one makes it, the others are told, all can record in it",
    "B5": "Another program holds the book: told so in time, nothing is written, and it works again at once",
    "B6": "Another program reads the book for long: writers wait, and no entry is lost",
    "C1": "Writing fails once, at any point: the book is as before or whole, and one sentence says what happened",
    "C2": "The disk is full: the book is as before or whole, and one sentence says so",
    "C3": "A file may grow no further: the book is as before or whole, and one sentence says so",
    "C4": "What is printed can't be written: exit 74 and one sentence, for every report and format",
    "C5": "A book or folder that can only be read: reports work, writes are refused, no byte changes",
    "C6": "Little memory: a large file is imported, or refused with nothing kept",
    "C7": "A backup taken beside writers is whole and a beginning of the final book",
    "C8": "A book restored from its backup gives every report byte for byte",
    "C9": "A copy that went its own way (cloud folders) is recognised, with the first entry that differs",
    "D1": "A flipped bit that changes a stored value is found by check",
    "D2": "A damaged book is refused in one sentence and left as it is",
    "D3": "What was changed, deleted or renumbered by hand is found by check",
    "D4": "A digest written down earlier still verifies after later entries",
    "D5": "What lies on undamaged pages of a damaged book can be recovered",
    "D6": "No other program changes, replaces or deletes an entry",
    "E1": "A book of a newer version is refused with both versions, and no byte changes",
    "E2": "Another program's file is refused, and no byte changes",
    "E3": "A book of every released version is brought up to date with the same totals",
    "E4": "A clock that goes back or ahead changes no order and stops nothing",
    "E5": "A date far from today is asked about, never taken in silence",
    "E6": "No encoding of the terminal stops a command",
    "E7": "The tests pass with old and new versions of SQLite",
    "E8": "It installs in an empty environment, and starts quickly",
    "F1": "Random acts of a treasurer, right and wrong, agree with a plain model after every hundred",
    "F2": "On no day of the past is less than nothing on hand",
    "F3": "What came in less what went out is what is on hand",
    "F4": "An amount of nothing, less than nothing, or no number is refused",
    "F5": "A count that differs is shown with its difference, and settled by an explicit act only",
    "F6": "A correction moves stock by the difference, and both entries stay",
    "F7": "The figures of a closed month stay the same for ever",
    "F8": "Every report and format gives the same totals",
    "F9": "Totals agree with those of an independent program on the exported journal",
    "F10": "Amounts are exact, whatever is added up",
    "F11": "Units convert exactly, and are never mixed without a stated factor",
    "H8": "A name never leads a file out of its folder or over another",
    "H9": "Book, journal and exports can be read by their owner only",
    "H10": "A reader that leaves early, or a closed output, is no error",
    "I1": "No stored text moves the cursor, sets a colour or breaks a table",
    "I2": "A query typed by a person changes nothing and ends in time",
    "I3": "Words of SQL in any argument are stored as they stand",
    "I4": "Installed plug-ins of libraries are not run",
    "I5": "Every sentence is there in Chinese and in English, and none in the other language",
    "I6": "Columns line up with wide characters at every width",
    "I7": "A negative amount gets a sentence",
    "J1": "No private detail is in anything published",
    "J2": "Without consent no name is published",
    "J3": "No private detail is in a message, log or traceback",
    "J4": "A person's details can be erased, and the chain still verifies",
}
"""Every id with its promise, in the order of the catalogue."""

_IN_NAME = re.compile(r"^test((?:_[A-J]\d+)+)_")


def ids_in_name(name: str) -> tuple[str, ...]:
    """The ids that the name of a test begins with: `test_E1_E2_what…` has E1 and E2."""
    found = _IN_NAME.match(name)
    return tuple(found[1].strip("_").split("_")) if found else ()
