"""The sums kept beside the journal, made anew from its lines where they don't agree."""

from donations import errors
from donations.services.problem import Problem
from donations.store import sums
from donations.store.book import Book

_OF_SUMS = {"sums", "balance"}
"""The rules that wrong sums break, and that right ones mend."""

_BESIDE = {*_OF_SUMS, "on_hand"}
"""What a journal may break and yet be the one that was recorded: wrong sums let more be given out than there was."""


def make_anew(book: Book, problems: list[Problem], now: str) -> bool:
    """Make the kept sums anew where `problems`, which `check` found, are about them; whether there was a need.

    Raises SumsOfUnsound where the journal itself is not as it was recorded: its sums would make that look right.
    """
    if not any(problem.rule in _OF_SUMS for problem in problems):
        return False
    others = [problem.rule for problem in problems if problem.rule not in _BESIDE]
    if others:
        raise errors.SumsOfUnsound(path=book.path, rules=list(dict.fromkeys(others)))
    with book.write() as connection:
        sums.make_anew(connection, now)
    return True
