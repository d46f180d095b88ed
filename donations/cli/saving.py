"""What a recording verb does: draft in, entry out, and a word on what was saved."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from donations import errors
from donations.cli import clock
from donations.cli.session import Run, opened, say_far_back, with_names

if TYPE_CHECKING:
    from donations.domain.entry import Draft, Recorded
    from donations.store.book import Book


def save(
    draft: "Draft", *, new: bool, yes: bool, into_closed: str | None, format_name: str | None, book: Path | None
) -> None:
    """Record the draft and say what was saved, which is printed only once it is on disk; `yes`: its date is meant.

    `into_closed`: why it is dated in a month that is closed.
    """
    from donations.services import naming, recording  # help pages do without

    wants_json(format_name)
    draft = replace(draft, into_closed=into_closed)
    with opened(book, writing=True) as open_book:
        recorded = with_names(
            lambda meant: naming.unclear_names(open_book.connection, draft, meant),
            lambda meant: recording.record(open_book, draft, clock.now(), meant),
            new=new,
        )
        say_saved(open_book, recorded, format_name)
        say_far_back(recorded, yes=yes)


def wants_json(format_name: str | None) -> bool:
    """Whether the result is to be JSON; raises UnknownFormat, before anything is written."""
    if format_name not in (None, "json", "table"):
        raise errors.UnknownFormat(got=format_name, formats=("table", "json"))
    return format_name == "json"


def say_saved(book: "Book", recorded: "Recorded", format_name: str | None) -> None:
    """Print what was recorded: a few lines for people, or the JSON of the contract."""
    from donations.output import confirmation  # rendered only after the entry is on disk
    from donations.services.recording import shown_names

    if Run.current is not None and format_name is None:
        return  # a file of commands reports once, at its end
    if wants_json(format_name):
        text = confirmation.as_json(recorded)
    else:
        text = confirmation.for_people(recorded, shown_names(book, recorded.entry))
    sys.stdout.write(text)
