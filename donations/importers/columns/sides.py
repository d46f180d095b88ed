"""Accounts with a column for each side: which of both says what came, as the balance beside them tells."""

from donations.i18n import N_
from donations.importers.columns.balances import side_that_came
from donations.importers.columns.columns import Column
from donations.importers.columns.in_and_out import WRITTEN
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import balances_in
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown, shown_at
from donations.importers.words.counting import goods_in
from donations.importers.words.foot import is_amount, line_of_account, total_of
from donations.importers.words.heading_measures import BRACKETED

_LEFT = pattern_of(r"结存(?:金?额)?")
"""What a store calls so, cash books do, too."""
_DEBIT, _CREDIT = pattern_of(r"debits?(?:amount)?(?:[(].*)?"), pattern_of(r"credits?(?:amount)?(?:[(].*)?")

_CAME_IN = pattern_of(
    r"(?:现金|资金|捐款|善款)?(?:收入|进账|入账|收款)(?:金额|数额|额)?|(?:amount|money|cash)(?:in|received)|receipts?|income"
)
GOODS_PAID_FOR = N_(
    "what came in and what was paid out in a table each: in some row goods stand beside an amount of the one or the other, and nobody can tell whether they were given, bought, or worth so much; leave out the column that is no money with --map HEADING=-"
)


def came_apart(senses: Senses) -> list[Column]:
    """The column of what came in, beside goods in an account: no row has an amount in it and in the one of what was paid out, and none
    in it and goods, which it could be the worth of.
    """
    came = list(filter(_came_in, senses.of("money")))
    paid = senses.of("spent")
    if len(came) != 1 or len(paid) != 1 or not _stand_apart(senses, came[0], paid[0]):
        return []
    beside = [column.index for column in senses.of("item", "quantity")]
    rows = [row for row in senses.records() if is_amount(shown_at(row, came[0].index))]
    if any(_says_goods(shown_at(row, index)) for row in rows for index in beside):
        return []
    items = senses.of("item")
    for column in items if len(items) > 1 else ():  # Description beside Item is what was written of each row
        column.field = "note" if column.said_as in WRITTEN and not column.by_user else column.field
    return came


def goods_paid_for(senses: Senses, sort: str) -> str | None:
    """What would have to be said of a list of goods, for some of which something was paid, where another column says what goods are
    worth: one of both would be passed over.
    """
    paid = [column for column in senses.columns if column.said.sense == "spent" and not column.by_user]
    other = [column for column in senses.of("value") if column not in paid]
    if paid and sort in ("goods_in", "spending") and any(map(_came_in, senses.of("value"))):
        return GOODS_PAID_FOR  # else what came in would be the worth of goods, or what they cost
    if sort != "goods_in" or len(paid) != 1 or len(other) != 1 or not _stand_apart(senses, other[0], paid[0]):
        return None
    items, givers = senses.of("item"), [column for column in senses.of("donor") if column.said.sense == "donor"]
    rows = [row for row in senses.records() if is_amount(shown_at(row, paid[0].index))]
    said = [all(any(shown_at(row, each.index) for each in columns) for columns in (items, givers)) for row in rows]
    return GOODS_PAID_FOR if any(said) else None


def _came_in(column: Column) -> bool:
    return not column.by_user and _CAME_IN.fullmatch(BRACKETED.sub("", column.joined)) is not None


def _stand_apart(senses: Senses, one: Column, other: Column) -> bool:
    """Whether amounts stand in both columns, and never in both of a row."""
    filled = [[is_amount(shown_at(row, column.index)) for column in (one, other)] for row in senses.records()]
    return [True, True] not in filled and all(any(each) for each in zip(*filled, strict=True))


def _says_goods(cell: str) -> bool:
    return plain_number(cell) not in (None, 0) or bool(goods_in(cell))


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
