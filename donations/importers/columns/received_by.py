"""Lists of what each of several bodies received, 全省民政部门接收捐款情况: those named there gave nothing."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, UNCLEAR, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import total_of

RECEIVED = N_(
    "whether those named gave or received: the title says what bodies like these received. Where they gave, say --map HEADING=donor (of a column without a heading its letter, --map A=donor); what others received is none of this book"
)
_SEVERAL = pattern_of(
    r"(?:部门|系统|各[省市县区州地乡镇街]\S{0,10}|全[国省市县区州]\S{0,8}(?:会|机构|组织|单位))(?:共|已|累计)?(?:接收|接受|收到)(?:的|到)?(?:社会)?(?:各界)?(?:捐|款物|物资)"
)
"""Whose gifts a title speaks of, where these are several bodies; 某市红十字会接收捐款名单 names those who gave."""
_BODY = pattern_of(
    r".*(?:民政[局厅所部]|慈善(?:总会|会|协会|联合会)|红十字会|教育局|卫[生健](?:局|委|委员会)|人民政府|政府|办事处|指挥部|总工会|[省市州县区镇乡])"
)
_FEWEST_OF_ALL = 2
"""Of so many named one must be such a body."""


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Refuses a list whose title says that such bodies received, and whose headings don't say that those named gave."""
    if not _SEVERAL.search(title.text):
        return
    for group in groups:
        named = [column for column in group.of("donor") if column.said.sense != "donor"]
        if group.sort not in (GOODS_IN, MONEY_IN) or not named or any(column.by_user for column in group.of("donor")):
            continue
        names = [name for name in named[0].texts(rows) if total_of(name) is None]
        bodies = sum(1 for name in names if _BODY.fullmatch(name))
        if bodies and _FEWEST_OF_ALL * bodies >= len(names):
            group.sort, group.why = UNCLEAR, RECEIVED
