"""Columns that tell one lot of goods from another: its batch, the day it keeps until, the day it was made; and the days in them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.domain.period import MONTHS
from donations.domain.quantities.goods import fold
from donations.i18n import N_
from donations.importers.columns.columns import (
    GONE,
    GOODS,
    GOODS_IN,
    GOODS_OUT,
    SPENDING,
    Around,
    Column,
    Group,
    Layout,
)
from donations.importers.columns.day_order import month_first, with_year_first
from donations.importers.columns.days import read_day
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import WHICH_ORDER, Misfit, plain_number, sound
from donations.importers.words.heading_words import without_number
from donations.importers.words.lots import (
    BATCH,
    EXPIRES,
    LOTS,
    PRODUCED,
    bare,
    both_in,
    counted_in,
    is_tranche,
    says_none,
    sense_of,
    span,
)

A_DAY = N_(
    "the day until which the goods keep, with its year, such as 2026-03-01 or 2026年3月; where nobody knows it, leave the cell blank, or pass the column over with --map HEADING=-"
)
LOST_ZERO_OF_MONTH = N_("the month with all its digits, 2026-01 or 2026-10: a spreadsheet makes 2026.1 of 2026.10, too")
_OF_DAYS = (EXPIRES, PRODUCED)
_BASES = date(2003, 12, 31), date(2098, 12, 31)
"""A day that says its year is the same whatever year it is."""
_SHORT = pattern_of(r"(?P<year>[0-9]{2})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})")
_BEHIND_MONTH = pattern_of(r"([0-9]{1,2})[-/.](20[0-9]{2})")
_NAMED_MONTH = pattern_of(r"([a-z]{3})[a-z]{0,6}\.?[-/']{1,2}(?:20)?([0-9]{2})")
_JANUARY, _OCTOBER = pattern_of(r"20[0-9]{2}\.1"), pattern_of(r"20[0-9]{2}\.10")
_SIX_DIGITS = pattern_of(r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_RANGE = pattern_of(r"(.{6,24}?)\s*(?:至|到|~|～|--|—{1,2}|\s-\s)\s*(.{6,24})|([^-]{6,12})-([^-]{6,12})")
_SAYS_A_DAY = pattern_of(rf"[0-9\s./\-年月日号:,]+|(?=.*[0-9])[0-9\s./\-,]*(?:{'|'.join(MONTHS)})[a-z]*[0-9\s./\-,]*")
"""What is nothing but a day, be it a day of no calendar."""
_ONLY_DELIVERIES = pattern_of(r"批次|batch|lot")
_MOST_SIGNS = 60
_BETWEEN = pattern_of(r"\s*[/／、,，;；|()（）]\s*|\s+")
_ONE_NUMBER = pattern_of(r"[0-9]{6,8}")
_BATCH_LABEL = pattern_of(r"^(?:生产)?(?:批次?号[:：]?|批次?[:：])\s*|^(?:lot|batch)(?: ?no)?[.:：]\s*", re.IGNORECASE)
_THINGS = ("item", "money_or_goods", GOODS)
_OF_GOODS = (GOODS_IN, GOODS_OUT, GONE, SPENDING)
_CENTURY, _LAST_MONTH, _FIRST_YEAR = 2000, 12, 20


def settle(group: Group, around: Around) -> None:
    """Gives the columns of lots their fields, in a list of goods, of those that nobody reads; the user's go before them.

    Where a column only says how long goods keep, and none when they were made, it stays unread.
    """
    if group.sort not in _OF_GOODS or not group.has(*(("quantity",) if group.sort == SPENDING else _THINGS)):
        return
    senses = Senses(group.columns, around)
    unread = [column for column in senses.of("", PASSED) if column.heading and not column.by_user]
    found = {
        sense: [column for column in unread if sense_of(without_number(column.said_as)) == sense] for sense in LOTS
    }
    batches = [column for column in found[BATCH] if not _tells_deliveries(column, senses.cells(column))]
    _first(senses, BATCH, batches)
    if not any((*found.values(), *(group.of(*LOTS)))):
        both = [column for column in unread if both_in(without_number(column.said_as))]
        _first(senses, BATCH, both)
        for column in both:
            column.is_lot = column.field == BATCH
    made = found[PRODUCED] or senses.of(PRODUCED)
    ranked = [(_rank(column, senses.cells(column), is_made=bool(made)), column) for column in found[EXPIRES]]
    _first(senses, EXPIRES, [column for rank, column in sorted(ranked, key=lambda one: one[0]) if rank < _NEVER])
    if senses.has(EXPIRES):
        _first(senses, PRODUCED, found[PRODUCED])


def _first(senses: Senses, field: str, columns: Sequence[Column]) -> None:
    """The first of the columns in which something stands, or the first, is that field, where no column is it yet."""
    if columns and not senses.has(field):
        next((column for column in columns if senses.cells(column)), columns[0]).field = field


def _tells_deliveries(column: Column, cells: Sequence[str]) -> bool:
    """Whether a column 批次 says which of several deliveries a row is of."""
    return bool(_ONLY_DELIVERIES.fullmatch(column.said_as)) and bool(cells) and all(map(is_tranche, cells))


_NEVER = 3


def _rank(column: Column, cells: Sequence[str], *, is_made: bool) -> int:
    """How surely a column says until when goods keep; _NEVER of one that only says for how long, from no day, or mere numbers."""
    unit = unit_of(column)
    if any(_is_day(cell) for cell in cells if not (unit and cell.isdigit())):
        return 0
    spans = [cell for cell in cells if span(cell, unit) is not None]
    if spans:
        return 1 if is_made else _NEVER
    return _NEVER if cells and all(plain_number(cell) is not None for cell in cells) else 2


def unit_of(column: Column) -> str:
    """What a column counts for how long goods keep in, 保质期（月）; "" where its heading doesn't say it."""
    found = counted_in(column.said_as)
    return found[1] if found else ""


def _is_day(text: str) -> bool:
    try:
        return day_of(text, LotDays(), year_first=True) is not None
    except Misfit as misfit:
        return misfit.expected == WHICH_ORDER


class LotDays(NamedTuple):
    """How the days of lots are written in a table."""

    month_first: bool | None = None
    """Whether 3/4/2026 is the fourth of March, where anything tells it."""
    keeps_zeros: bool = True
    """Whether 2026.1 is January: elsewhere a spreadsheet may have made it of 2026.10."""


def lot_days(layout: Layout, rows: Sequence[Sequence[str]], otherwise: bool | None) -> LotDays:
    """How the days of goods are written in a table with these rows; `otherwise` is the order of its other days."""
    columns = {column.index for group in layout.groups for column in group.of(*_OF_DAYS)}
    cells = [fold(row[index]).strip() for index in columns for row in rows if index < len(row)]
    order = month_first(layout, rows, *_OF_DAYS) if cells else None
    loses = any(map(_JANUARY.fullmatch, cells)) and not any(map(_OCTOBER.fullmatch, cells))
    return LotDays(otherwise if order is None else order, not loses)


def day_of(text: str, written: LotDays, *, year_first: bool) -> date | None:
    """The day until which goods keep, or on which they were made; of a month or a year the last; None of words.

    `year_first` where 26.3.1 begins with its year.
    Raises Misfit for what is a day, but for its year, or for the calendar.
    """
    said = bare(sound(text)[:_MOST_SIGNS])
    if len(text) > _MOST_SIGNS or says_none(text):
        return None
    if (parts := _RANGE.fullmatch(said)) is not None:
        days = [day_of(part, written, year_first=year_first) for part in parts.groups() if part]
        return days[1] if None not in days else None
    if not written.keeps_zeros and _JANUARY.fullmatch(said):
        raise Misfit(LOST_ZERO_OF_MONTH)
    order = written.month_first
    found = _month(said) or _short(said, year_first=year_first and order is None)
    if found is None and order is not None:
        said = with_year_first(said, is_month_first=order)
    found = found or _with_its_year(said)
    if _SAYS_A_DAY.fullmatch(said) if found is None else found.year < _CENTURY:
        raise Misfit(A_DAY)
    return found


def batch_and_day(text: str, written: LotDays, *, year_first: bool, day_first: bool = False) -> tuple[str, str] | None:
    """A cell that says a batch and until when it keeps, A123/2026-03-01, parted so that as much as can be is the day; a batch or
    a day alone too; `day_first` where the heading names it first. None where it can't be told, as of several lots, or of digits
    alone that may be the day on which a batch was made.
    """

    def is_day(part: str) -> bool:
        part = part.strip(" ()（）")
        try:
            return span(part) is not None or says_none(part) or day_of(part, written, year_first=year_first) is not None
        except Misfit:
            return False

    if _ONE_NUMBER.fullmatch(said := text.strip()) and is_day(said):
        return None
    if not said or len(said) > _MOST_SIGNS or is_day(said):
        return ("", said) if len(said) <= _MOST_SIGNS else None
    parts = [(said[: found.start()], said[found.end() :]) for found in _BETWEEN.finditer(said)]
    whole = [(batch, day) for batch, day in parts if is_day(day)]
    ahead = [(batch, day) for day, batch in reversed(parts) if is_day(day)]
    whole = ahead + whole if day_first else whole + ahead
    pieces = [piece for batch, _ in whole[:1] for piece in _BETWEEN.split(batch) if piece]
    if parts and (not pieces or (len(pieces) > 1 and any(map(is_day, pieces)))):
        return None
    batch, day = whole[0] if whole else (said, "")
    return _BATCH_LABEL.sub("", batch.strip(" ()（）")), day.strip(" ()（）")


def _with_its_year(text: str) -> date | None:
    """The day that says its year itself. Raises Misfit where nothing tells day and month apart."""
    found: set[date | None] = set()
    for base in _BASES:
        try:
            found.add(read_day(text, base))
        except Misfit as misfit:
            if misfit.expected == WHICH_ORDER:
                raise
            found.add(None)
    return found.pop() if len(found) == 1 else None


def _short(text: str, *, year_first: bool) -> date | None:
    """26.3.1 and 260301, which begin with their year below a Chinese heading. Raises Misfit where they may end with it as well."""
    in_one = _SIX_DIGITS.fullmatch(text)
    if (found := in_one or _SHORT.fullmatch(text)) is None:
        return None
    year, month, last = (int(found[part]) for part in ("year", "month", "day"))
    day = _day(year, month, last)
    if in_one and year == _CENTURY // 100 and 1 <= last <= _LAST_MONTH:
        if day is not None:
            raise Misfit(A_DAY)  # 201203 may be of 2012 or of 2020
        return None  # 202603, a month
    if not year_first:
        return None
    if year <= _LAST_MONTH or (year < _FIRST_YEAR <= last):
        raise Misfit(A_DAY)
    return day


def _month(text: str) -> date | None:
    """The last day of 03/2026, or Mar-26 as spreadsheets show it."""
    if (found := _BEHIND_MONTH.fullmatch(text)) is not None:
        return _end(int(found[2]), int(found[1]))
    found = _NAMED_MONTH.fullmatch(text)
    return _end(_CENTURY + int(found[2]), MONTHS.index(found[1]) + 1) if found and found[1] in MONTHS else None


def _end(year: int, month: int) -> date | None:
    return read_day(f"{year}-{month:02}", _BASES[1]) if 1 <= month <= _LAST_MONTH else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(_CENTURY + year, month, day)
    except ValueError:
        return None
