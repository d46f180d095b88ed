"""Columns of money beside each other of which one says what was meant to be given or paid, and another what was: 应付, 已付."""

import re
from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import yuan_in
from donations.importers.patterns import pattern_of

_REAL = pattern_of(
    r"实|到账|到位|入账|已|(?<!un)(?<!to be )paid|received|collected|fulfilled|^payments?$", re.IGNORECASE
)
_NOT_YET = pattern_of(r"未|待|尚|not (?:yet )?(?:paid|received)", re.IGNORECASE)
_PROMISED = r"承诺|意向|[未待](?:到[账帐]|收|兑现)|pledge|promised|committed"
_MEANT = pattern_of(
    rf"订单总?(?:金额|额|价)|原价|标价|(?<!确)认|拟|应|计划|预算|目标|标准|expected|{_PROMISED}", re.IGNORECASE
)
_PLEDGED = pattern_of(rf"(?<!确)认捐|拟捐|{_PROMISED}", re.IGNORECASE)
_OWED = pattern_of(r"^应|标准$")
"""What is to be given or paid; nothing else may be said beside it where all of it was."""
_ELSE = {"money": pattern_of(r"退|用|票|支|发|拨|分配|领"), "spent": pattern_of(r"退|票|收")}
"""What happened to it afterwards: 已使用金额 beside 认捐金额 is no gift."""


def are_pledged(sums: Sequence[Column]) -> bool:
    """Whether one says what was promised, which is no gift."""
    return any(_PLEDGED.search(column.in_words) for column in sums)


def unread_that_came(senses: Senses, sums: Sequence[Column], field: str) -> list[Column]:
    """Beside what was promised, or is owed, columns of amounts whose headings nobody understands but for that they speak of what
    came, or was paid: 已到账金额, 已付.
    """
    if not (are_pledged(sums) or any(_OWED.search(column.said_as) for column in sums)):
        return []
    unread = [c for c in senses.columns if c.said.sense is None and c.field != "status" and _came(c)]
    unread = [c for c in unread if not _ELSE[field].search(c.in_words)]
    return [c for c in unread if (cells := senses.cells(c)) and all(yuan_in(cell, c) is not None for cell in cells)]


def came_of_meant(sums: list[Column]) -> bool:
    """Of what was meant to be given and what came, what came is read; False where one of them doesn't say which it is."""
    real = [column for column in sums if _came(column)]
    if len(real) != 1 or not any(_MEANT.search(column.in_words) for column in sums):
        return False
    others = [column for column in sums if column is not real[0]]
    if not all(_MEANT.search(column.in_words) or _NOT_YET.search(column.in_words) for column in others):
        return False  # 本次捐款 beside 应捐 and 已捐
    field = next(column.field for column in sums if column.field not in ("", PASSED))
    for column in sums:
        column.field = field if column is real[0] else PASSED
    return True


def _came(column: Column) -> bool:
    heading = column.in_words
    return bool(_REAL.search(heading)) and not (_MEANT.search(heading) or _NOT_YET.search(heading))
