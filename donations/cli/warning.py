"""What people are warned of when the book is opened for writing: where it lies, and a clock that can't be right."""

import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from donations.cli import clock
from donations.i18n import _

if TYPE_CHECKING:
    from donations.store.book import Book

CLOCKS_DIFFER = timedelta(minutes=5)
"""What the clocks of two computers that share a book may differ by, unnoticed."""


def of_place(book: "Book") -> None:
    """Say once of a book that it lies where copies of it may go apart, or locks fail."""
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
        print(sentence.format(name=drive or program), file=sys.stderr)


def of_clock(book: "Book") -> None:
    """Say that the computer's clock stands before the last entry: what is dated today would be dated wrongly."""
    from donations.store import journal  # a verb that records needs it anyway
    from donations.store.faults import faults_spoken

    with faults_spoken(book.path):
        number, recorded_at = journal.last_recorded(book.connection)
    moment = clock.moment(recorded_at)
    now = clock.moment(clock.now())  # asked after the book was: others may just have recorded
    if moment is not None and now is not None and moment - now > CLOCKS_DIFFER:
        sentence = _(
            "This computer's clock says {now}, but entry {number} was recorded at {then}: is the clock right? Entries keep their order by number."
        )
        print(sentence.format(now=_minute(now), number=number, then=_minute(moment)), file=sys.stderr)


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
