"""What rows say of money, yuan or foreign, in the smallest unit of its currency."""

from fractions import Fraction

from donations.domain.amount import MONEY, MONEY_DECIMALS, Item, to_minor
from donations.domain.currencies import DECIMALS, FOREIGN
from donations.domain.quantity import Quantity
from donations.importers.table import Record


def in_minor(number: Fraction, currency: str) -> int:
    """`number` of a currency (by its item) in its smallest unit; raises as `to_minor` does."""
    return to_minor(
        number, Item(0, currency, None, FOREIGN.get(currency, "元"), DECIMALS.get(currency, MONEY_DECIMALS))
    )


def currency_of(record: Record) -> str:
    """The currency (its item) of a row that is one gift of money."""
    return next((each.item for each in _money_in(record)), MONEY)


def all_in_minor(record: Record) -> int:
    """How much money the row speaks of, in the smallest unit."""
    return sum(in_minor(each.number, each.item) for each in _money_in(record) if each.number is not None)


def back_in_minor(record: Record) -> int:
    """How much of its one gift of money a row says was given back, in the smallest unit."""
    return 0 if record.refunded is None else in_minor(record.refunded, currency_of(record))


def _money_in(record: Record) -> list[Quantity]:
    said = [line.quantity for draft in record.drafts for line in draft.lines]
    return [each for each in said if each.item == MONEY or each.item in FOREIGN]
