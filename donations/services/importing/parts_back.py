"""Of which purposes of a gift goes back what goes back of it."""

import sqlite3
from collections.abc import Sequence

from donations import errors
from donations.domain.amount import minor_text
from donations.domain.entry import Line
from donations.store import payments


def parts_back(
    connection: sqlite3.Connection, payment: int, lines: Sequence[Line], minor: int
) -> list[tuple[Line, int]]:
    """How much of `minor` smallest units goes back of each of the lines of money of a payment: what is left of each, where it is
    all of it, or of the only one of which any is left. Raises PartOfWhich where nobody can tell.
    """
    gone = payments.given_back_by_purpose(connection, payment)
    left = list[tuple[Line, int]]()
    for line in lines:
        given, pile = line.amount.minor or 0, (line.purpose, line.store)
        before = min(given, gone.get(pile, 0))
        gone[pile] = gone.get(pile, 0) - before
        left += [(line, given - before)] if given > before else []
    if minor == sum(each for _, each in left):
        return left
    if len({(line.purpose, line.store) for line, _ in left}) > 1:
        item, gift = lines[0].item, sum(line.amount.minor or 0 for line in lines)
        amount, whole = (f"{minor_text(each, item.decimals)}{item.unit}" for each in (minor, gift))
        raise errors.PartOfWhich(amount=amount, whole=whole)
    return [(left[0][0] if left else lines[0], minor)]
