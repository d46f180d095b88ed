"""Several columns of money beside each other: gifts each, or one amount said in several ways."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from donations.importers.cells import Misfit, money, shown
from donations.importers.foot import total_of
from donations.importers.heading_words import normal
from donations.importers.neighbours import PASSED, Senses

if TYPE_CHECKING:
    from donations.importers.layout import Column

_REAL = re.compile(r"实|到账|入账|已")
_MEANT = re.compile(r"认|拟|应|计划|预算|承诺|意向|目标")
_SUM = re.compile(r"合计|总计|小计|总额|总金额|共计")


def find(senses: Senses) -> None:
    """Columns called after the ways that money comes in, 微信 or 线上, hold money if there are numbers in them."""
    ways = [column for column in senses.columns if column.field == "channel"]
    others = senses.has("money", "total", "amount")
    for column in ways:
        cells = senses.cells(column)
        is_money = bool(cells) and all(_yuan(cell, column) is not None for cell in cells)
        column.field = "money" if is_money and (others or len(ways) > 1) else PASSED


def settle(senses: Senses, field: str) -> bool:
    """What becomes of the second column of money and those behind it; False where nobody can tell.

    Each is a gift where they are of different currencies, where a row fills only one, or where they add up to a column
    beside them. Where all say the same, the first is read, and of what was meant and what came the second.
    """
    sums = [column for column in senses.columns if column.field == field]
    if len(sums) < 2:  # noqa: PLR2004 - one is as it should be
        return True
    if any(_SUM.search(normal(column.heading)) for column in sums):
        sums = _without_sums(sums)
    if len(_currencies(sums)) == len(sums) > 1 or _add_up(senses, sums):
        for column in sums[1:]:
            column.field, column.cash = "goods", True
        return True
    rows = _amounts(senses, sums)
    if all(len(set(filter(None, row))) < 2 for row in rows):  # noqa: PLR2004 - all say the same
        return True
    return _choose(sums)


def _without_sums(sums: list["Column"]) -> list["Column"]:
    """Those that are no sum of the others, which is passed over; the first alone where all are called so."""
    parts = [column for column in sums if not _SUM.search(normal(column.heading))]
    for column in sums:
        if parts and column not in parts:
            column.field = PASSED
    return parts or sums


def _choose(sums: list["Column"]) -> bool:
    """Of what was meant to be given and what came, what came."""
    real = [column for column in sums if _REAL.search(column.heading) and not _MEANT.search(column.heading)]
    if len(real) != 1 or not any(_MEANT.search(column.heading) for column in sums):
        return False
    for column in sums:
        if column is not real[0]:
            column.field = PASSED
    return True


def _currencies(sums: Sequence["Column"]) -> set[str]:
    return {column.said.currency or "CNY" for column in sums}


def _add_up(senses: Senses, sums: Sequence["Column"]) -> bool:
    """Whether every row fills only one of the columns, or they make the sum that stands in one beside them."""
    rows = _amounts(senses, sums)
    if not any(any(row) for row in rows):
        return False
    if all(sum(1 for amount in row if amount) < 2 for row in rows):  # noqa: PLR2004 - one
        return True
    totals = [c for c in senses.columns if _SUM.search(normal(c.heading)) and c not in sums]
    return any(
        all(sum(filter(None, row), Fraction(0)) == said for row, [said] in zip(rows, beside, strict=True))
        for beside in (_amounts(senses, [total]) for total in totals)
    )


def _amounts(senses: Senses, columns: Sequence["Column"]) -> list[list[Fraction]]:
    """What stands in the columns, row by row, without rows that are totals."""
    return [
        [_yuan(row[c.index], c) or Fraction(0) if c.index < len(row) else Fraction(0) for c in columns]
        for row in senses.below
        if not any(total_of(shown(cell)) for cell in row)
    ]


def _yuan(cell: str, column: "Column") -> Fraction | None:
    """The amount in a cell; 0 where it says that there is none, None where it is no amount."""
    text = shown(cell)
    if not text or not text.strip("0."):
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
