"""What is said where the book no longer agrees with a stocktaking, and what puts it right."""

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from donations.cli.facts import said
from donations.cli.session import Run, tell
from donations.i18n import N_, _, filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from donations.domain.entry import BrokenCount, Recorded
    from donations.store.book import Book

_MOST_NAMED = 3
_MOST_LISTED = 20

_BROKEN = N_(
    "Entry {number} counted {counted} of {item} at the end of {day}, but the book now says {have}: if so much was there, `donations correct {number} --date {day}` books the difference anew."
)
_SAME_DAY = N_(
    "Entry {number} counted {counted} of {item} at the end of {day}, but the book now says {have}: if it was counted before what moved that day, `donations correct {number} --date {before}` says so; if after it, `donations correct {number} --date {day}` books the difference anew."
)
_SEVERAL = N_(
    "The book no longer agrees with {count} counts ({which}): `donations check` says of each what was counted, and what to do."
)
_ONE_OF_SEVERAL = N_("no. {number}, {item} on {day}")
_FURTHER = N_("Further counts that the book does not agree with: {count}.")
_ELSEWHERE = N_(
    "{item}: entry {number} books {gained} as found in the usual store for no purpose, and the book has more elsewhere: {places}. If those were counted, `donations correct {number}` with --for (purpose) or --store says so."
)


def say_elsewhere(book: "Book", recorded: "Recorded") -> None:
    """Say of what a count found that it may lie in the book already, elsewhere: twice there, it would be nowhere."""
    from donations.services import counting  # most of what is recorded is no count

    for item, gained, places in counting.counted_elsewhere(book.connection, recorded.entry):
        tell(said(_ELSEWHERE, {"item": item, "number": recorded.number, "gained": gained, "places": places}))


def say_broken(broken: "Sequence[BrokenCount]") -> None:
    """Say what an act set the book against, in one sentence; a file of commands says it once, at its end."""
    if Run.current is not None:
        Run.current.broken += broken
    elif len(broken) == 1:
        tell(_sentence(broken[0]))
    elif broken:
        tell(_several(broken))


def listed(broken: "Sequence[BrokenCount]") -> list[str]:
    """A sentence for each, for whoever asks what is wrong; past the first few, only how many more there are."""
    sentences = [_sentence(one) for one in broken[:_MOST_LISTED]]
    if more := len(broken) - _MOST_LISTED:
        sentences += [filled(_(_FURTHER), count=more)] if more > 0 else []
    return sentences


@contextmanager
def watched(book: "Book") -> "Iterator[None]":
    """After the body, say which counts the book no longer agrees with because of what was done in it."""
    from donations.services import broken_counts  # help pages do without

    before = broken_counts.all_broken(book.connection)
    yield
    say_broken(broken_counts.broken_since(book.connection, before))


def _sentence(broken: "BrokenCount") -> str:
    facts = {
        "number": broken.entry,
        "counted": broken.counted,
        "item": broken.item,
        "day": broken.day,
        "have": broken.have,
    }
    if broken.is_same_day:
        return said(_SAME_DAY, {**facts, "before": broken.day - timedelta(days=1)})
    return said(_BROKEN, facts)


def _several(broken: "Sequence[BrokenCount]") -> str:
    named = [
        said(_ONE_OF_SEVERAL, {"number": one.entry, "item": one.item, "day": one.day}) for one in broken[:_MOST_NAMED]
    ]
    which = _("; ").join(named) + "…" * (len(broken) > _MOST_NAMED)
    return filled(_(_SEVERAL), count=len(broken), which=which)
