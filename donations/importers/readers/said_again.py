"""Lines of a list of gifts that say again what stands in a table of the same text."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from donations.importers.patterns import pattern_of
from donations.importers.readers.markdown_cells import shown_line
from donations.importers.sheet import SaidAgain
from donations.importers.stream import Row
from donations.importers.words.gift_lines import GiftLine, gifts_of

_FIGURES = pattern_of(r"[0-9]+")
_ZEROS = pattern_of(r"(?<=[0-9])(?:,(?=[0-9]{3})|\.0{1,2}(?![0-9]))")
_OF_DAY = 3
_MOST = 16
"""Columns in which the day and the amount of a gift are looked for."""

Figures = tuple[int, ...]


def told_again(lines: Sequence[Row], tables: Iterable[Iterable[Row]]) -> list[Row]:
    """The lines, with a SaidAgain for each whose gifts all stand in a row of a table, with giver, day and amount: they'd be booked twice."""
    gifts = {number: gifts_of(shown_line(cells[0])) for number, cells in lines}
    names = {gift.name for each in gifts.values() for gift in each}
    said: set[tuple[str, frozenset[Figures]]] = set()
    for cells in (cells for rows in tables if names for _, cells in rows):
        for name in names.intersection(cells):
            said.update((name, frozenset(each)) for each in combinations(set(map(_figures, cells[:_MOST])), 2))
    gone = {number for number, each in gifts.items() if each and all(_key(gift) in said for gift in each)}
    return [(number, SaidAgain(cells) if number in gone else cells) for number, cells in lines]


def _key(gift: GiftLine) -> tuple[str, frozenset[Figures]]:
    return gift.name, frozenset((_figures(gift.day), _figures(gift.amount)))


def _figures(text: str) -> Figures:
    """The numbers in a cell: of a day its year, month and day."""
    return tuple(int(number[:18]) for number in _FIGURES.findall(_ZEROS.sub("", text[:60]))[:_OF_DAY])
