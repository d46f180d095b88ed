"""Amounts of money in columns beside each other, row by row, and which of these are called, and are, the sum of others."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit, number_of_yuan, shown
from donations.importers.words.heading_words import normal
from donations.importers.words.money_cells import money

CALLED_SUM = pattern_of(
    r"合计|总计|小计|总额|总金额|共计|总(?:捐[赠款助资献]|赞助|善款)款?(?:金额|数额|额)?(?:[(].*)?$|(?:grand|row)?totals?(?:[(].*)?$"
)


def parts_of_sums(columns: Sequence[Column]) -> list[Column]:
    """The columns that are not called a sum."""
    return [column for column in columns if not CALLED_SUM.search(normal(column.heading))]


def makes_sum(senses: Senses, parts: Sequence[Column]) -> bool:
    """Whether the amounts of the parts make what a column called a sum says in every row, and more than one of them says any."""
    filled = [any(column) for column in zip(*amounts_in(senses, parts), strict=True)]
    return filled.count(True) > 1 and any(is_sum(senses, parts, total) for total in totals(senses, parts))


def totals(senses: Senses, parts: Sequence[Column]) -> list[Column]:
    """The columns called a total, but for one that the user passes over."""
    named = [column for column in senses.columns if CALLED_SUM.search(normal(column.heading)) and column not in parts]
    return [column for column in named if column.said.sense != PASSED]


def is_sum(senses: Senses, parts: Sequence[Column], total: Column) -> bool:
    """Whether the amounts of the parts make that of the total in every row that says one, and some row does."""
    rows, beside = amounts_in(senses, parts), [said for [said] in amounts_in(senses, [total])]
    pairs = [(sum(row, Fraction(0)), said) for row, said in zip(rows, beside, strict=True) if said]
    return bool(pairs) and all(made == said for made, said in pairs)


def amounts_in(senses: Senses, columns: Sequence[Column]) -> list[list[Fraction]]:
    """What stands in the columns, row by row, without rows that are totals."""
    return [
        [yuan_in(row[c.index], c) or Fraction(0) if c.index < len(row) else Fraction(0) for c in columns]
        for row in senses.records()
    ]


def yuan_in(cell: str, column: Column) -> Fraction | None:
    """The amount in a cell; 0 where it says that there is none, None where it is no amount."""
    text = shown(cell)
    if not text or not text.strip("0.") or number_of_yuan(text) == 0:
        return Fraction(0)
    try:
        found = money(text, column.said.factor, column.said.currency)
    except Misfit:
        return None
    return (
        sum((each.number or Fraction(0) for each in found), Fraction(0))
        if all(each.is_money for each in found)
        else None
    )
