"""Lists of what is only planned: 预算 above amounts to be spent that have no day."""

import re
from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import SPENDING, UNCLEAR, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of

ONLY_PLANNED = N_(
    "what was spent: the words above speak of a budget (预算), and no row says a day. What is only planned is not recorded; where it was spent, say --map HEADING=spent of the amounts"
)
_PLANNED = pattern_of(
    r"预算(?![内外])|概算|(?:预计|计划|拟)(?:支出|开支|采购|使用)|\bbudget(?:ed)?\b|\bplanned (?:spending|expen|purchases?)|\bestimated (?:costs?|expen)",
    re.IGNORECASE,
)
_DONE = pattern_of(
    r"决算|结算|执行|实际|已[支使采]|\b(?:actuals?|spent|(?:under|over|within|on|off|vs\.?) (?:the )?budget)\b",
    re.IGNORECASE,
)


def judge(groups: Sequence[Group], title: Title, _rows: Sequence[Sequence[str]]) -> None:
    """Asks of a list of what was spent whether it was, where the title calls it a plan and nothing says when."""
    if not _PLANNED.search(title.text) or _DONE.search(title.text):
        return
    for group in groups:
        is_said = any(column.by_user for column in group.of("spent"))
        if group.sort == SPENDING and not is_said and not group.has("date"):
            group.sort, group.why = UNCLEAR, ONLY_PLANNED
