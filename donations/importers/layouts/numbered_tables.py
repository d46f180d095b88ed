"""A table for each of several who gave or got, with their numbered names above its headings: 一、甲公司, 品名 数量; 二、乙公司, 品名 数量."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import plain_number, shown
from donations.importers.words.heading_words import understood
from donations.importers.words.names_alone import name_alone, unnumbered

_NAMING = ("donor", "party", "payer", "name_part", "group", "recipient", "beneficiary", "supplier", "via")
"""Headings of who gave or got each: then the name above says no more than whose table it is."""
_LOOKED_AT, _MOST, _FEWEST = 15, 5000, 2


def laid_out(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; in one of such tables each name stands below the headings and not above them, as in one table of all."""
    first = list(islice(rows, _LOOKED_AT))
    begin = next((place for place in range(len(first) - 1) if _begins(first, place)), None)
    if begin is None:
        return chain(first, rows)
    every = [*first, *islice(rows, _MOST)]
    if len(every) >= _MOST or not _are_all(every, begin):
        return chain(every, rows)
    starts = {place for place in range(begin, len(every) - 1) if _begins(every, place)}
    order = [
        place + 1 if place in starts else place - 1 if place - 1 in starts else place for place in range(len(every))
    ]
    return (every[place] for place in order)


def _begins(rows: Sequence[Row], place: int) -> bool:
    """Whether a numbered name stands alone in a row above one of headings."""
    text = _alone(rows[place])
    is_numbered = text is not None and unnumbered(text) != text and name_alone(text) is not None
    return is_numbered and _are_headings(rows[place + 1])


def _alone(row: Row) -> str | None:
    """What stands in a row alone."""
    filled = [text for cell in row[1] if (text := shown(cell))]
    return filled[0] if len(filled) == 1 and not isinstance(row[1], Struck) else None


def _are_headings(row: Row) -> bool:
    filled = [text for cell in row[1] if (text := shown(cell))]
    are_words = not any(plain_number(text) is not None for text in filled)
    said = {understood(text).sense for text in filled}
    return len(filled) >= _FEWEST and are_words and None not in said and said.isdisjoint(_NAMING)


def _are_all(rows: Sequence[Row], begin: int) -> bool:
    """Whether there are several such names, each another, and above the same headings, which stand nowhere else."""
    headings = [shown(cell) for cell in rows[begin + 1][1]]
    starts = [place for place in range(begin, len(rows) - 1) if _begins(rows, place)]
    names = {_alone(rows[place]) for place in starts}
    again = [place for place in range(begin, len(rows)) if _are_headings(rows[place])]
    are_same = all([shown(cell) for cell in rows[place][1]] == headings for place in again)
    return len(names) == len(starts) >= _FEWEST and are_same and again == [place + 1 for place in starts]
