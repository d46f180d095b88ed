"""What our own code stumbles over in a book: a fault of ours where the book is in order, else the book's."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from donations import errors
from donations.store.faults import STUMBLES, faults_spoken


@contextmanager
def faults_told_apart(path: Path) -> Iterator[None]:
    """What is raised while the book at `path` is used, as our own errors. Raises BookUnsound where its rules are broken."""
    try:
        with faults_spoken(path):
            yield
    except UnicodeEncodeError:  # of what was typed
        raise
    except STUMBLES as fault:
        if rules := _broken_rules(path):
            raise errors.BookUnsound(path=path, rules=rules) from fault
        raise


def _broken_rules(path: Path) -> list[str]:
    """Which rules `check` finds broken; none where it can't look."""
    from donations.services.checking import check  # only where something failed
    from donations.store.book import open_book

    try:
        with closing(open_book(path, writing=False)) as book:
            return list(dict.fromkeys(problem.rule for problem in check(book)))
    except errors.DonationsError:
        return []
