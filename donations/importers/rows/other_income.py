"""Rows of income that is no gift, 利息 among those who gave: passed over, with the amount that the total of the list may count."""

from collections.abc import Mapping

from donations.importers.columns.columns import MONEY_IN
from donations.importers.rows.drafting import Deal, Dealer
from donations.importers.rows.row_fields import is_filled
from donations.importers.table import Record
from donations.importers.words.cells import Misfit


def passed_over(
    number: int, why: str, row: Mapping[str, str], dealer: Dealer, others: tuple[str, ...]
) -> tuple[Record, Deal | None]:
    """The record of a row that is none for that reason; where it is one of the `others`, income that stands among gifts, with
    what came, as far as that can be told.
    """
    if why not in others or dealer.sort != MONEY_IN or is_filled(row.get("spent", "")):
        return Record(number, ignored=why), None
    try:
        deal = dealer.deal(row, relayed=False)
    except Misfit:
        return Record(number, ignored=why), None
    return Record(number, ignored=why, sums=deal.sums), deal
