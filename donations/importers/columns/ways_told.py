"""Columns whose words say which way the amount of each row went: 收入 and 支出, alone or among others."""

import re

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.accounts import goes_out, is_direction, says_way, tells_ways
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import normal

_ASKED = (PASSED, "", "category", "content", "project", "summary")
_MINUS = frozenset("-−－(（")
_BALANCE = re.compile(r".*(?:余额|结余)(?:/元|\(元\))?|余[额款]?|结余金额|.*balance|runningbal\.?")


def is_of_balances(heading: str) -> bool:
    """Whether a column is of what is left."""
    return _BALANCE.fullmatch(normal(heading)) is not None


def balances_in(senses: Senses) -> list[Column]:
    """The columns of what is left."""
    return [column for column in senses.columns if is_of_balances(column.heading)]


def settle(senses: Senses) -> None:
    """A column whose cells say 收入 or 支出 and nothing else tells which way the amount beside it went; where others say
    something else beside both, a row of these goes no way that is known.
    """
    for column in senses.columns:
        cells = senses.cells(column) if column.field in _ASKED else []
        is_only = cells and set(map(is_direction, cells)) == {True} and set(cells) != {"其他"}
        if (is_only or _is_told(senses, column, cells)) and not senses.has("direction"):
            column.field = "direction"


def _is_told(senses: Senses, column: Column, cells: list[str]) -> bool:
    """Whether it is told among other words, and neither by signs nor, where some of them say no way, by what is left."""
    amounts = [each.index for each in senses.columns if each.field in ("money", "amount")]
    if not amounts or senses.has("spent", "debit", "credit") or not tells_ways(cells):
        return False
    went = [row for row in senses.below if goes_out(shown_at(row, column.index))]
    by_sign = all(any(shown_at(row, place)[:1] in _MINUS for place in amounts) for row in went)
    return not by_sign and (all(map(says_way, cells)) or not balances_in(senses))
