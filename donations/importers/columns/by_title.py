"""What the words above a table say of its groups, once these are laid out: each of these rules in its order."""

from collections.abc import Sequence

from donations.importers.columns import names_beside, received_by, told_both, whose_money
from donations.importers.columns.columns import Group
from donations.importers.columns.title import Title


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Refuses what the title leaves open or says is none of this book, and says of rows what only it tells; `rows` stand below."""
    for rule in (received_by, told_both, whose_money, names_beside):
        rule.judge(groups, title, rows)
