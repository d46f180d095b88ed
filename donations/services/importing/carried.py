"""What tables say was there before their rows, 上月结转, held against what the book has until then; with --opening, booked."""

import sqlite3
from datetime import date, timedelta
from fractions import Fraction

from donations import errors
from donations.domain.amount import LARGEST_MINOR, Amount
from donations.domain.imported import Outcome
from donations.services.importing.opening import opened
from donations.services.importing.rows import Wishes
from donations.store import items, stock
from donations.store.stock import Pile

_STORE = _PURPOSE = 1
"""Where nothing says otherwise."""


def hold(connection: sqlite3.Connection, outcome: Outcome, wishes: Wishes, now: str) -> None:
    """Say of each table whose rows are in the book how much it has of what the table says was there before; book what is missing
    with --opening, on the last day of the month before, so that the month of these rows opens with it.

    Where the book was opened on that day already, or on a later one, nothing is booked: that opening may be of another account, or
    has this. Raises AmountTooLarge, and OpeningInClosedMonth where that month is closed.
    """
    tables = [
        (table.carried, table) for file in outcome.files for table in file.tables if table.carried and table.is_held
    ]
    for carried, table in sorted(tables, key=lambda one: one[0].day):
        item = items.find(connection, carried.money)
        if item is None:
            continue
        pile = Pile(items.stands_for(connection, item), _STORE, _PURPOSE)
        before = carried.day - timedelta(days=1)
        scale = 10**item.decimals
        in_book = Fraction(stock.of_all_piles(connection, pile.item, before), scale)
        missing = (carried.stated - in_book) * scale
        later = _other_opening(
            connection, pile.item, carried.day, carried.stated * scale, missing, is_new=bool(table.imported)
        )
        table.carried = carried._replace(in_book=in_book, later=later)
        if missing > LARGEST_MINOR:
            raise errors.AmountTooLarge(got=f"{item.label} {carried.stated}", largest=f"{LARGEST_MINOR / scale}")
        if wishes.opens and missing > 0 and missing.denominator == 1 and later is None:
            amount = Amount(missing.numerator, item)
            outcome.opened.append(
                opened(connection, pile, amount, _month_before(carried.day), wishes, now, wishes.carried_note)
            )
            table.carried = carried._replace(in_book=carried.stated)


def _month_before(day: date) -> date:
    """The last day of the month before that of `day`."""
    return day.replace(day=1) - timedelta(days=1)


def _other_opening(
    connection: sqlite3.Connection, item: int, day: date, stated: Fraction, missing: Fraction, *, is_new: bool
) -> tuple[int, str] | None:
    """The opening in the book that nothing may be booked beside; where nothing is missing only one that a new table, whose
    account may be another, finds before its first `day`.
    """
    openings = stock.openings(connection, item, _month_before(day)) if missing > 0 or (missing and is_new) else []
    if missing < 0:
        openings = [one for one in openings if one[1] < day.isoformat()]
        if any(minor == stated for _entry, _day, minor in openings):  # this account's own stands beside the other's
            return None
    return openings[0][:2] if openings else None


def awaits_opening(connection: sqlite3.Connection, outcome: Outcome, pile: Pile) -> bool:
    """Whether a table of that money says what was there before, and it could not be booked: what its rows lack is a part of it."""
    later = (table.carried for file in outcome.files for table in file.tables if table.carried and table.carried.later)
    moneys = [item for carried in later if (item := items.find(connection, carried.money)) is not None]
    return any(items.stands_for(connection, item) == pile.item for item in moneys)
