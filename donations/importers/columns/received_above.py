"""接收单位：市一医院 above a list of who gave: their gifts may have gone on to it, or it may be whose list this is."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, UNCLEAR, Group
from donations.importers.columns.headed import keeps_no_list
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of

WENT_ON_TO_THEM = N_(
    "whether these gifts went on to those whom a line above the headings names as having received them: where they did, write them into a column 接收单位 beside each gift; where they came to whose book this is, delete that line"
)
_OF_RECEIVING = pattern_of(r"(?:接[收受](?!单位|方|人|机构|地)|收到|入库|受赠(?!单位|方|人))")
"""Titles of lists of what came, which whoever received it keeps: 接收捐赠物资登记表."""


def judge(groups: Sequence[Group], title: Title) -> None:
    """Asks about lists whose columns say who gave and not who received, below a line that names a hospital, a school or the like as
    having received all of it, and nothing else says that the list is its own.
    """
    if title.headed is None or title.headed[0] != "recipient":
        return
    name = title.headed[1]
    if not keeps_no_list(name) or title.text.count(name) > 1 or _OF_RECEIVING.search(title.text):
        return
    for group in groups:
        givers = [column for column in group.of("donor") if column.heading]
        if group.sort in (GOODS_IN, MONEY_IN) and givers and not group.has("recipient", "beneficiary", "via"):
            group.sort, group.why = UNCLEAR, WENT_ON_TO_THEM
