"""PayPal's activity as it is downloaded in German or French, or with decimal commas below English headings: the same as in English."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from donations.importers.patterns import pattern_of
from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.paypal_words import IN_ENGLISH, kind, state

_LOOKED_AT = 30
"""Such headings stand in so many rows: most sheets have none, and are passed on as they come."""
_NEEDED = {"Date", "Time", "Currency", "Gross", "Fee", "Net", "Name", "Transaction ID"}
_SORTS = ("Type", "Description")
_AMOUNTS = ("Gross", "Fee", "Net", "Balance")
_ENGLISH = frozenset({*_NEEDED, *_SORTS, "Status", "Balance", "Reference Txn ID"})
_DAY = pattern_of(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_WITH_CENTS = pattern_of(r"[-−]?[0-9]{1,3}(?:[.'][0-9]{3})*,[0-9]{2}|[-−]?[0-9]+,[0-9]{2}")
_IN_THOUSANDS = pattern_of(r"[-−]?[0-9]{1,3}(?:\.[0-9]{3})+")


def in_english(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a sheet; those of such a list below English headings, with days and amounts that mean one thing only."""
    first = list(islice(rows, _LOOKED_AT))
    rows = chain(first, rows)
    at = next((place for place, (_, cells) in enumerate(first) if _headings(cells)), None)
    return rows if at is None else _rewritten(rows, at)


def _headings(cells: Sequence[str]) -> list[str]:
    """The headings in English, where they are those of PayPal's activity; else none."""
    said = [shown(cell) for cell in cells]
    english = [word if word in _ENGLISH else IN_ENGLISH.get(word.casefold().replace("’", "'"), word) for word in said]
    return english if english and set(english) >= _NEEDED and any(sort in english for sort in _SORTS) else []


def _rewritten(rows: Iterator[Row], at: int) -> Iterator[Row]:
    yield from islice(rows, at)
    number, cells = next(rows)
    headings = _headings(cells)
    is_translated = headings != [shown(cell) for cell in cells]
    places = {heading: place for place, heading in reversed(list(enumerate(headings)))}
    if is_translated:
        headings[places["Date"]] = "Date (DD/MM/YYYY)"
    yield number, headings if is_translated else cells
    for number, cells in rows:
        row = list(cells)
        for heading in _AMOUNTS:
            if cell_at(row, place := places.get(heading, len(row))):
                row[place] = _amount(row[place], is_translated=is_translated)
        if is_translated:
            _translate(row, places)
        yield number, Struck(row, cells.places) if isinstance(cells, Struck) else row


def _translate(row: list[str], places: dict[str, int]) -> None:
    """Puts the day, the sort and the state of a row in English; where nobody knows one of these, its word stays beside the amount,
    which then can't be taken: it may be no payment at all.
    """
    date, gross = places["Date"], places["Gross"]
    if (day := _DAY.fullmatch(shown(cell_at(row, date)))) is not None:
        row[date] = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    for headings, meaning in ((_SORTS, kind), (("Status",), state)):
        place = next((places[heading] for heading in headings if heading in places), len(row))
        if not (word := shown(cell_at(row, place))):
            continue
        if (english := meaning(word)) is not None:
            row[place] = english
        elif cell_at(row, gross):
            row[gross] = f"{word}? {row[gross]}"


def _amount(cell: str, *, is_translated: bool) -> str:
    """An amount with its cents behind a comma as it is written in English; below translated headings also one of thousands."""
    text = re.sub(r"(?<=[0-9])[\s'](?=[0-9]{3})", "", shown(cell))
    if _WITH_CENTS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text.replace(".", "") if is_translated and _IN_THOUSANDS.fullmatch(text) else cell
