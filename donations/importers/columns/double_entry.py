"""Journals of double entry by what their accounts are called: Assets:Bank in one row, and Income:Donations in the next."""

import re
from collections.abc import Sequence

from donations.importers.columns.columns import MONEY_IN, SPENDING, UNCLEAR, Column, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.row_reasons import OF_JOURNAL

_HELD = pattern_of(r"(?:assets?|liabilit(?:y|ies)|equity|资产|负债|权益)\s?[:：>＞/\\].+", re.IGNORECASE)
"""An account of what is there, or owed."""
_CAME_OR_WENT = pattern_of(
    r"(?:incomes?|revenues?|expenses?|收入|支出|费用)\s?[:：>＞/\\].+|(?:imbalance|orphan|不平衡|孤立)-.+",
    re.IGNORECASE,
)
_SHARE = 4
"""One row in so many at least is of either sort: what was paid for several things stands in a row for each, and in one for the bank."""


def judge(groups: Sequence[Group], _title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Refuses the lists that have each payment twice, with either sign: the rows of the bank would be gifts of the shops that were paid."""
    for group in groups:
        if group.sort in (MONEY_IN, SPENDING, UNCLEAR) and any(
            _is_of_accounts(column, rows) for column in group.columns
        ):
            group.sort, group.why = UNCLEAR, OF_JOURNAL


def _is_of_accounts(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    texts = column.texts(rows)
    held = sum(_HELD.fullmatch(text) is not None for text in texts)
    moved = sum(_CAME_OR_WENT.fullmatch(text) is not None for text in texts)
    return held + moved == len(texts) and min(held, moved) * _SHARE >= len(texts) > 0
