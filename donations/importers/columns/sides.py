"""Accounts with a column for each side: which of both says what came, as the balance beside them tells."""

from donations.importers.columns.balances import side_that_came
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import balances_in
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.foot import line_of_account, total_of

_LEFT = pattern_of(r"结存(?:金?额)?")
"""What a store calls so, cash books do, too."""
_DEBIT, _CREDIT = pattern_of(r"debits?(?:amount)?(?:[(].*)?"), pattern_of(r"credits?(?:amount)?(?:[(].*)?")


def by_sides(senses: Senses) -> bool:
    """Gives 借方 and 贷方 their fields where the balance beside them says which of them came in."""
    sides = [senses.of(name)[0] for name in ("debit", "credit")]
    came = _that_came(senses, sides[0], sides[1])
    for side in sides if came is not None else ():
        side.field = "money" if side is came else "spent"
    return came is not None


def are_turned_round(senses: Senses) -> bool:
    """Whether the balance grew by Debit, which a bank calls what went out, and fell by Credit: one's own books say so of what came
    in, and a card of what was bought by it.
    """
    named = [
        [column for column in senses.of(field) if heading.fullmatch(column.joined)]
        for field, heading in (("spent", _DEBIT), ("money", _CREDIT))
    ]
    if any(len(columns) != 1 or columns[0].by_user for columns in named):
        return False
    [debit], [credit] = named
    return _that_came(senses, debit, credit) is debit


def _that_came(senses: Senses, one: Column, other: Column) -> Column | None:
    balances = balances_in(senses) or [column for column in senses.columns if _LEFT.fullmatch(column.said_as)]
    if len(balances) != 1:
        return None
    rows = [row for row in senses.below if not any(map(sums_up_in_account, map(shown, row)))]
    came = side_that_came(rows, (one.index, other.index), balances[0].index)
    return next((side for side in (one, other) if side.index == came), None)


def sums_up_in_account(text: str) -> bool:
    """Whether a word says that the row adds up others, or what was there before or is left."""
    return (total_of(text) or line_of_account(text)) is not None
