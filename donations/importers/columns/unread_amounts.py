"""Numbers that nobody understands beside the money that was given, and wholes beside them that count more than is read."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in, is_sum, totals, yuan_in
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

OF_GOODS: Final = (
    "item",
    "quantity",
    "goods",
    "money_or_goods",
    "item_or_quantity",
    "unit",
    "specification",
    "price",
    "content",
)
FEE: Final = pattern_of(r"手续费|服务费|(?<![党团会班])费率?$|\bfees?$", re.IGNORECASE)
EARLIER: Final = pattern_of(
    r"(?:以前|之前|此前|往[年期次届]|上[年月期次届周日]|[昨前]日|去年|前期|历[史年次届]|原有|已有|结转|上?结余)"
)
"""What came before the list, and stands in the total behind it: 本月捐款, 以前, 合计."""

_FIRST = pattern_of(r"(?:首|第一)[次批期笔轮]")
"""首批捐款, behind which more of the same gift may have come."""


def in_total(senses: Senses, sums: Sequence[Column]) -> list[Column]:
    """Columns that nobody understands but that make, with those of money, the total beside them: 捐款 义卖 合计."""
    numbers = numbers_in(senses)
    for total in totals(senses, sums) if sums and numbers else ():
        every = [column for column in numbers if column is not total]  # 手续费总额 makes itself
        for others in ([], every, *([column] for column in every)):  # 人数 may stand beside them
            if is_sum(senses, [*sums, *others], total):
                for column in others:
                    column.field = sums[0].field
                return list(others)
    return []


def numbers_in(senses: Senses) -> list[Column]:
    """The columns of numbers whose headings nobody understands."""
    unread = [column for column in senses.columns if not column.field and column.heading and column.said.sense is None]
    own = [column for column in unread if not (EARLIER.match(normal(column.heading)) or FEE.search(column.in_words))]
    return [c for c in own if (cells := senses.cells(c)) and all(yuan_in(cell, c) for cell in cells)]


def has_earlier(senses: Senses) -> bool:
    """Whether a column says what came before the list, 上次捐款, which wholes count too."""
    return any(EARLIER.match(normal(column.heading)) for column in senses.columns if column.heading)


def is_short(senses: Senses, sums: Sequence[Column]) -> bool:
    """Whether a total beside the one column of gifts counts more than these, and what came another way or after the first of them, or a
    column that nobody understands, may be what.
    """
    if len(sums) != 1 or sums[0].by_user or sums[0].field != "money" or senses.has(*OF_GOODS, "value", "spent"):
        return False
    numbers = numbers_in(senses)
    for total in totals(senses, sums):
        rows = [row for row in amounts_in(senses, [sums[0], total]) if any(row)]
        others = [column for column in numbers if column is not total and _fits_in(senses, [sums[0], column], total)]
        is_of_some = sums[0].said.sense == "channel" and not has_earlier(senses)  # another way may have no column
        is_first = _FIRST.match(sums[0].in_words) is not None
        may_lack = bool(others) or is_of_some or is_first
        if (
            may_lack
            and not runs_on(rows)
            and any(own != said for own, said in rows)
            and all(own <= said for own, said in rows)
        ):
            return True
    return False


def runs_on(rows: Sequence[Sequence[Fraction]]) -> bool:
    """Whether the second amount of each row is that of the row before with the first: a sum so far."""
    return len(rows) > 1 and all(later[1] == row[1] + later[0] for row, later in pairwise(rows))


def _fits_in(senses: Senses, parts: Sequence[Column], total: Column) -> bool:
    """Whether the amounts of the parts make in no row more than the total says: 积分 beside 捐款 are no part of it."""
    return all(said >= sum(each, Fraction(0)) for *each, said in amounts_in(senses, [*parts, total]))
