"""Which lot the goods of a row are of: their batch, and until when they keep."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from donations.domain.entry import Draft, DraftLine
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.lots import LotDays, batch_and_day, day_of, unit_of
from donations.importers.sheet import Merged, MonthAlone, NoYear, Spanning
from donations.importers.table import Told
from donations.importers.words.cells import MADE_A_DATE, InField, Misfit, cell_at, sound
from donations.importers.words.heading_words import without_number
from donations.importers.words.lots import (
    BATCH,
    EXPIRES,
    LONGEST_BATCH,
    LOTS,
    PRODUCED,
    both_in,
    is_month,
    says_none,
    span,
)

NO_EXPIRY = N_(
    "Booked without an expiry, since {column} says no day, nor for how long from a day of production: {rows}"
)
OF_WHICH = N_("Booked without what stands in {column}, beside no goods or several: {rows}")
EXPIRED = N_("Past its expiry on its own day, and booked all the same: {rows}")
BATCH_AND_DAY = N_(
    "one batch and the day until which it keeps, such as A123/2026-03-01, since digits alone may be either; of several lots a row each"
)
A_BATCH = N_("the number of one batch, of at most 100 characters")
BEFORE_MADE = N_("a day of expiry that is not before the one on which the goods were made, beside it")
_SHORT = "shown short"
"""What a row is told of a batch that is a day in the workbook, of which it doesn't show all."""


class Lot(NamedTuple):
    """What a row says of the lot that its goods are of."""

    batch: str | None = None
    expires_on: date | None = None
    unread: tuple[str, ...] = ()
    """The headings below which stands what nobody can read."""


class Lots:
    """Reads them below the columns of one table."""

    def __init__(self, columns: Mapping[str, Sequence[Column]], written: LotDays) -> None:
        """`columns` by field; `written`: how the days below them are."""
        self._columns = {field: columns[field][0] for field in LOTS if field in columns}
        self._written, self._in_one = written, BATCH in self._columns and self._columns[BATCH].is_lot
        if self._in_one:
            self._columns[EXPIRES] = self._columns[BATCH]
        self._unit = unit_of(self._columns[EXPIRES]) if EXPIRES in self._columns else ""

    def settle(self, row: dict[str, str], cells: Sequence[str]) -> None:
        """A day of which the workbook shows the month alone is that month in the row (its cells by field)."""
        for field, column in self._columns.items():
            cell = cell_at(cells, column.index)
            cell = cell.of if isinstance(cell, Merged | Spanning) else cell
            if self._in_one:
                row[BATCH] = cell[:7] if isinstance(cell, MonthAlone) and row.get(BATCH) == cell else row.get(BATCH, "")
            elif field == BATCH:
                row[_SHORT] = "1" if isinstance(cell, MonthAlone | NoYear) else ""
            elif isinstance(cell, MonthAlone) and row.get(field) == cell:
                row[field] = cell[:7]

    def of(self, row: Mapping[str, str]) -> Lot:
        """What the row says. Raises InField."""
        if not self._columns:
            return Lot()
        row = self._parted(row) if self._in_one else row
        expires_on, is_unread = self._expires_on(row)
        return Lot(self._batch(row), expires_on, (self._heading(EXPIRES),) if is_unread else ())

    def _parted(self, row: Mapping[str, str]) -> Mapping[str, str]:
        """The row with what one cell says of batch and expiry apart. Raises InField."""
        text = row.get(BATCH, "")
        column = self._columns[BATCH]
        order = both_in(without_number(column.said_as)) or (BATCH, EXPIRES)
        parted = batch_and_day(
            text, self._written, year_first=not column.heading.isascii(), day_first=order[0] == EXPIRES
        )
        if parted is None:
            raise InField(BATCH, BATCH_AND_DAY, text)
        return {**row, BATCH: parted[0], EXPIRES: parted[1]}

    def _heading(self, field: str) -> str:
        return self._columns[field].heading or field

    def _batch(self, row: Mapping[str, str]) -> str | None:
        text = row.get(BATCH, "")
        if text and row.get(_SHORT):
            raise InField(BATCH, MADE_A_DATE, text)
        try:
            sound(text)
        except Misfit as spoilt:
            raise InField(BATCH, spoilt.expected, text) from None
        if len(text) > LONGEST_BATCH:
            raise InField(BATCH, A_BATCH, text)
        return None if not text or says_none(text) else text

    def _expires_on(self, row: Mapping[str, str]) -> tuple[date | None, bool]:
        """Until when the goods keep, and whether what stands there says neither that nor that nobody knows."""
        text = row.get(EXPIRES, "")
        if not text or says_none(text):
            return None, False
        made = self._made_on(row)
        if (keeps := span(text, self._unit)) is not None:
            found = None if made is None else keeps.after(made, in_month=is_month(row.get(PRODUCED, "")))
            return found, found is None
        found = self._day(EXPIRES, text)
        if found is not None and made is not None and found < made.replace(day=1):
            raise InField(EXPIRES, BEFORE_MADE, text)
        return found, found is None

    def _made_on(self, row: Mapping[str, str]) -> date | None:
        try:
            return self._day(PRODUCED, row.get(PRODUCED, "")) if row.get(PRODUCED) else None
        except InField:
            return None  # it is read for this alone

    def _day(self, field: str, text: str) -> date | None:
        try:
            return day_of(text, self._written, year_first=not self._columns[field].heading.isascii())
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None

    def marked(self, drafts: tuple[Draft, ...], lot: Lot) -> tuple[tuple[Draft, ...], tuple[Told, ...]]:
        """The drafts of a row with the lot that their goods are of, where they are of one sort; and what is to be told of it."""
        told = tuple(Told(NO_EXPIRY, heading) for heading in lot.unread)
        if lot.batch is None and lot.expires_on is None:
            return drafts, told
        goods = {
            (line.quantity.item, line.quantity.specification)
            for draft in drafts
            for line in draft.lines
            if not is_of_no_lot(line)
        }
        if len(goods) != 1:
            said = ((BATCH, lot.batch), (EXPIRES, lot.expires_on))
            return drafts, (*told, *(Told(OF_WHICH, self._heading(field)) for field, each in said if each))
        marked = tuple(
            replace(draft, lines=tuple(line if is_of_no_lot(line) else with_lot(line, lot) for line in draft.lines))
            for draft in drafts
        )
        is_expired = lot.expires_on is not None and lot.expires_on < drafts[0].date
        return marked, (*told, Told(EXPIRED, None)) if is_expired else told


def is_of_no_lot(line: DraftLine) -> bool:
    """Whether a line is none of goods."""
    return line.quantity.is_money


def with_lot(line: DraftLine, lot: Lot) -> DraftLine:
    """The line of goods of that lot."""
    return replace(line, batch=lot.batch, expires_on=lot.expires_on)
