"""Accounts in whose one column of amounts a sign, or the balance beside it, says which way each went."""

from collections.abc import Sequence

from donations.importers.columns.balances import by_balance, signs_fit
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import balances_in
from donations.importers.words.accounts import is_signed

_OTHERS = ("donor", "recipient", "party", "supplier", "item", "quantity", "unit", "price", "value", "money_or_goods")
"""Beside one of these an amount is no account's, whatever is left."""


def signed(senses: Senses) -> bool:
    """Whether a sign tells which way each amount went: one column for all of a bank's list, beside whoever it went to, or
    beside what was written of it and what was left.
    """
    amounts = senses.of("money", "amount")
    if len(amounts) != 1 or senses.has("spent", "direction", "debit", "credit"):
        return False
    balance = balances_in(senses)
    if (
        not senses.has("payer")
        and not _balances_agree(senses, amounts[0], balance)
        and (not balance or senses.has(*_OTHERS) or not senses.has("project", "note", "content", "summary"))
    ):
        return False
    if not balance and not any(is_signed(cell) for cell in senses.cells(amounts[0])):
        return False
    amounts[0].field, amounts[0].signed = "money", True
    return True


def _balances_agree(senses: Senses, amount: Column, balances: Sequence[Column]) -> bool:
    """Whether amounts bear signs, and the balance says the same of them: beside whoever stands in the row."""
    if len(balances) != 1 or not any(is_signed(cell) for cell in senses.cells(amount)):
        return False
    return signs_fit(senses.below, amount.index, balances[0].index)


def by_their_balance(senses: Senses) -> bool:
    """Whether the balance says which way each amount went that bears no sign."""
    [amount] = [column for column in senses.columns if column.signed]
    balances = balances_in(senses)
    if len(balances) != 1:
        return False
    day = next((column.index for column in senses.of("date")), None)
    amount.by_balance = by_balance(senses.below, amount.index, balances[0].index, day)
    return amount.by_balance is not None


def has_signs(senses: Senses) -> bool:
    """Whether some amount bears a sign, or there is none yet."""
    cells = [cell for column in senses.columns if column.signed for cell in senses.cells(column)]
    return not cells or any(is_signed(cell) for cell in cells)
