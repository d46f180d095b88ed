"""What tables say was there before their rows, 上月结转, held against what the book has until then; with --opening, booked."""

import sqlite3
from datetime import timedelta
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
    """Say of each table that brings something new how much the book has of what it says was there before; book what is missing
    with --opening, on the last day of the month before, so that the month of these rows opens with it; but once only: what a second
    paper says may be a part of it (of an earlier month), or come to it (of another account), and nobody can tell.

    Raises AmountTooLarge, and Closed where that month is closed.
    """
    tables = [
        (table.carried, table) for file in outcome.files for table in file.tables if table.carried and table.imported
    ]
    for carried, table in sorted(tables, key=lambda one: one[0].day):
        item = items.find(connection, carried.money)
        if item is None:
            continue
        pile = Pile(items.stands_for(connection, item), _STORE, _PURPOSE)
        before = carried.day - timedelta(days=1)
        scale = 10**item.decimals
        in_book = Fraction(stock.of_all_piles(connection, pile.item, before), scale)
        table.carried = carried._replace(in_book=in_book, is_begun=stock.has_opening(connection, pile.item))
        missing = (carried.stated - table.carried.in_book) * scale
        if missing > LARGEST_MINOR:
            raise errors.AmountTooLarge(got=f"{item.label} {carried.stated}", largest=f"{LARGEST_MINOR / scale}")
        if wishes.opens and not table.carried.is_begun and missing > 0 and missing.denominator == 1:
            amount = Amount(missing.numerator, item)
            month_before = carried.day.replace(day=1) - timedelta(days=1)
            outcome.opened.append(opened(connection, pile, amount, month_before.isoformat(), wishes, now))
            table.carried = carried._replace(in_book=carried.stated)
