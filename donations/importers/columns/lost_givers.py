"""Names that nobody reads beside those of who got money: those named may have given it, and would be lost."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import SPENDING, UNCLEAR, Column, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of

WHO_OF_BOTH = N_(
    "whether those in the column of names gave this: another column says who got it. Say --map HEADING=donor of their column where they gave, or --map HEADING=- where they didn't"
)
_NAME = pattern_of(r"(?:full)?names?|姓名|名字|名称|昵称")
_SPENT = pattern_of(
    r"[支付拨发领补助慰出奖救]|报销|费|工资|paid|pay|spen[dt]|expens|disburs|grant|aid|allowance|benefit|stipend|cost|out"
)
"""What an amount is called that surely went out."""
_OTHERS = ("donor", "payer", "supplier", "direction", "money", "debit", "credit")


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Asks about a list of money of which neither the title nor the amounts say which way it went, with Name beside Recipient Name."""
    for group in groups if title.way is None and not title.buys else ():
        amounts = group.of("spent")
        if group.sort != SPENDING or not group.has("recipient") or group.has(*_OTHERS) or not amounts:
            continue
        is_open = not any(column.by_user or _SPENT.search(column.said_as) for column in amounts)
        if is_open and any(_is_lost(column, group, rows) for column in group.of(PASSED)):
            group.sort, group.why = UNCLEAR, WHO_OF_BOTH


def _is_lost(column: Column, group: Group, rows: Sequence[Sequence[str]]) -> bool:
    """Whether names stand below the heading of one, and not just the names of who got it."""
    named = {text for each in group.of("recipient") for text in each.texts(rows)}
    is_of_names = column.said.sense == "party" and _NAME.fullmatch(column.joined) is not None
    return is_of_names and not column.by_user and not named.issuperset(column.texts(rows))
