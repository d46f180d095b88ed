"""What papers about gifts share: whether an entry still stands, and the columns in which its lines are shown."""

from donations import errors
from donations.i18n import N_
from donations.reports.table import Column, Screen, Type
from donations.reports.totals import CERTAINTY, DECIMALS, ITEM, UNIT, sure
from donations.store.book import Book

GIFTS = ("receipt", "relay")
"""The types of entries that are gifts."""

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


__all__ = ["AMOUNT", "DATE", "DECIMALS", "ENTRY", "GIFTS", "GOODS", "PURPOSE", "SUM", "standing"]
