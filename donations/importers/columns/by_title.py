"""What the title and all rows together tell of a table that its columns alone don't, asked in this order."""

from collections.abc import Sequence
from datetime import date

from donations.importers.columns import (
    contrary_moneys,
    day_parts,
    double_entry,
    each_or_all,
    fetched,
    lost_givers,
    names_beside,
    received_above,
    received_by,
    returned,
    told_both,
    typed_days,
    whose_money,
)
from donations.importers.columns.columns import Group
from donations.importers.columns.title import Title


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]], today: date, sheet: str | None) -> None:
    """Changes the groups where title, the name of the sheet and `rows`, those below the headings, say who gave, of what money the
    amounts are or which day it was; makes them unclear, with what is to be asked, where they leave that open.
    """
    for judged in (
        received_by, told_both, whose_money, contrary_moneys, double_entry, names_beside, lost_givers, day_parts,
    ):  # fmt: skip
        judged.judge(groups, title, rows)
    received_above.judge(groups, title)
    returned.judge(groups, title)
    each_or_all.judge(groups, rows)
    fetched.judge(groups, title, sheet)
    typed_days.judge(groups, title, rows, today)
