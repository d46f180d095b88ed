"""What papers about gifts share: whether an entry still stands, and the columns in which its lines are shown."""

from collections.abc import Iterator, Mapping

from donations import errors
from donations.domain.kept import Kept
from donations.i18n import N_
from donations.reports.table import Column, Row, Screen, Table, Type
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, ITEM_LABEL, UNIT, sure
from donations.store.book import Book

ENTRY = Column("entry", N_("No."), Type.INTEGER)
DATE = Column("date", N_("Date"), Type.DATE)
AMOUNT = Column("amount", N_("Amount"), Type.QUANTITY, show_zero=True)
GOODS = (ITEM, UNIT, AMOUNT, CERTAINTY)
"""An item with an amount of it; DECIMALS has to follow somewhere."""

PURPOSE = Column("purpose", N_("Purpose"), screen=Screen.WHERE_USED)

SUM = f"""
iif(count({{minor}}) = 0, null, sum({{minor}})),
iif(count({{minor}}) = 0, 'unknown', {sure("(count(*) - count({minor}))", "sum(certainty = 'about') > 0")})"""
"""A sum with its certainty, where an unknown amount is never counted as 0."""

GIVEN_BACK = N_(
    "What was given back stands with a minus, and is off the amounts above. Where a donor gave the same several times, it is off the gift that the refund, or its bill, names, else off what was given for the same purpose by then, alone before together with others, the last first."
)
_ITEM = f"select {ITEM_LABEL}, unit, decimals from lines where entry = ? and position = ?"  # noqa: S608 - a constant
_GAVE_BACK = "select 1 from lines where entry = ? and flow = 'refunded' limit 1"
_STANDING = "select type, reversed_by, corrected_by, reverses from entries where number = ?"


def standing(book: Book, number: int) -> str:
    """The type of entry `number`, which nothing took back. Raises UnknownEntry, OnlyTakesBack, TakenBack, CorrectedSince."""
    last, _digest = book.last()
    row = book.connection.execute(_STANDING, (number,)).fetchone() if 0 < number <= last else None
    if row is None:
        raise errors.UnknownEntry(number=number, entries=last)
    type_, reversed_by, corrected_by, reverses = row
    if corrected_by is not None:
        raise errors.CorrectedSince(number=number, by=corrected_by)
    if reversed_by is not None:
        raise errors.TakenBack(number=number, by=reversed_by)
    if reverses is not None:
        raise errors.OnlyTakesBack(number=number, of=reverses)
    return str(type_)


def gave_back(book: Book, number: int) -> bool:
    """Whether entry `number` gave something back to its donor."""
    return book.connection.execute(_GAVE_BACK, (number,)).fetchone() is not None


def given_back(book: Book, kept: Mapping[tuple[int, int], Kept]) -> Table:
    """What went back to the donor of the lines of gifts that `kept` holds, by entry and position."""
    found = [(back, line) for line, left in kept.items() for back in left.back]
    found.sort(key=lambda each: (each[0].entry, each[1]))

    def each() -> Iterator[Row]:
        for back, line in found:
            item, unit, decimals = book.connection.execute(_ITEM, line).fetchone()
            yield (
                back.entry,
                back.day,
                item,
                unit,
                None if back.minor is None else -back.minor,
                back.certainty,
                decimals,
            )

    return Table("given_back", N_("Given back since"), (ENTRY, DATE, *GOODS, DECIMALS), each)
