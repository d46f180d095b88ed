"""Lists whose title says that what they list went back to those who gave it, 捐款退还明细: nothing of it came in."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, UNCLEAR, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of

RETURNED = N_(
    "gifts that came: the title says that these went back. Take back those that are in the book with `donations refund`, `return` or `reverse`, and leave this list out; where they didn't go back, take the word out of the title"
)
_RETURNED = pattern_of(
    r"(?<![及和与、含未不可免拒])(?:退款|退捐|退还|退回|返还)(?:捐[款赠]|善款|爱心款|物资|款物|款项?)?(?:明细|名单|清单|登记|公示|公告|情况|统计|一览|记录|台账){1,3}表?(?=$|[\s(（])"
)
"""But 捐款及退款明细 lists both, and 不退款."""


def judge(groups: Sequence[Group], title: Title) -> None:
    """Refuses a list of gifts whose title says that they went back, unless the user says of its amounts what they are."""
    if not _RETURNED.search(title.text):
        return
    for group in groups:
        is_list = group.sort in (GOODS_IN, MONEY_IN) and not group.has("spent", "direction")
        if is_list and not any(column.by_user for column in group.of("money", "quantity")):
            group.sort, group.why = UNCLEAR, RETURNED
