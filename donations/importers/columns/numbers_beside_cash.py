"""Numbers below Cheque or Card beside amounts of cash: what that was paid by, or amounts more."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in, makes_sum
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

AMOUNTS_OR_NUMBERS = N_(
    "whether the numbers beside the cash are amounts that came besides, or those of cheques or cards: say --map HEADING=money of both columns where they are amounts, --map HEADING=- of that of the numbers where they are not"
)
_CARDS, _CHECKS = pattern_of(r"cards?"), pattern_of(r"che(?:ck|que)s?|支票")
_NUMBER, _LAST_FOUR, _OF_CHECK = pattern_of(r"[0-9]{3,}(?<!0)"), pattern_of(r"[0-9]{4}"), pattern_of(r"[0-9]{4,}")
_LONG = pattern_of(r"[0-9]{6,}(?<!00)")
_SEVERAL, _OF_ONE_BOOK, _NEXT = 3, 50, 5
"""How far apart the numbers of cheques of one book are at most, and those of two."""


def are_numbers(senses: Senses, column: Column) -> bool:
    """Whether 1023 and 1024 below Cheque, each beside an amount of cash, may be no amounts more, but numbers of what that was paid by."""
    heading = normal(column.heading)
    cells = senses.cells(column) if _CARDS.fullmatch(heading) or _CHECKS.fullmatch(heading) else []
    cash = [each for each in senses.columns if normal(each.heading).startswith(("cash", "现金"))]
    if not cells or column.by_user or not all(map(_NUMBER.fullmatch, cells)):
        return False
    if senses.has("total") or makes_sum(senses, [column, *cash]):
        return False
    return all(any(paid) for number, *paid in amounts_in(senses, [column, *cash]) if number)


def asks(senses: Senses) -> str | None:
    """What would have to be said of such numbers that are passed over, and may be amounts: 125 and 1688; None of others."""
    passed = [each for each in senses.of("channel") if are_numbers(senses, each)]
    return AMOUNTS_OR_NUMBERS if any(not _surely(each, senses.cells(each)) for each in passed) else None


def _surely(column: Column, cells: Sequence[str]) -> bool:
    """Whether the numbers are all the last four of cards, or all of one chequebook; one alone may be anything, and so may two that
    don't follow each other.
    """
    if all(map(_LONG.fullmatch, cells)):
        return True
    many = len(set(cells))
    if many < 2 or many < len(cells):  # noqa: PLR2004 - several
        return False
    if _CARDS.fullmatch(normal(column.heading)):
        return many >= _SEVERAL and all(map(_LAST_FOUR.fullmatch, cells))
    numbers = [int(cell) for cell in cells if _OF_CHECK.fullmatch(cell)]
    apart = max(numbers, default=0) - min(numbers, default=0)
    return len(numbers) == many and apart < (_OF_ONE_BOOK if many >= _SEVERAL else _NEXT)
