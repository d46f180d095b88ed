"""Rows in which each of several parties gave, or got, as much: 甲公司、乙公司 beside 各500只."""

from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.rows.reversals import ONE_PAYMENT
from donations.importers.words.cells import InField
from donations.importers.words.names_alone import parts_of
from donations.importers.words.reversal_words import puts_right

TOGETHER = N_(
    "what they gave or got together: nobody can tell how many there are of whom each had as much; write their names with 、 between them, or a row for each"
)

_EACH = pattern_of(
    r"(?:各自?|每[人家户位]|每个?(?:单位|企业|公司|机构|村|社区|学校|医院|乡镇)|[人户]均)(?:捐[赠款献资助]?|发放?|领取?|分?得|分)?"
    r"(?=\s?(?:人民币|港[币元]|美[元金]|HK|US|NT)?\s?[约近逾超0-9０-９一二两三四五六七八九十百千万几数半壹贰叁肆伍陆柒捌玖拾佰仟¥￥$€£₩])"
)
_UNTOLD = pattern_of(r"各(?![种类色项款式样型级界])")
"""But 各类口罩500个 are goods."""
_MANY = pattern_of(
    r"夫[妇妻]|父[子女]|母[子女]|兄弟|[姐姊]妹|[一全]家|全体|[0-9一二两三四五六七八九十百千][人位名家户个]|各[村镇乡县市区校院组科室单]|等$|们$"
)
"""Parties of whom nobody can tell how many they are, or who."""
_MONEY = ("money", "spent")
_AMOUNTS = (*_MONEY, "quantity", "money_or_goods", "item")
_PARTIES = ("donor", "recipient", "supplier", "beneficiary")


def parts(row: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    """The row (its cells by field), once for each party where each of them had its amount; as it is in most. Raises InField."""
    found = next(((field, each) for field in _AMOUNTS if (each := _EACH.search(row.get(field, "")))), None)
    if found is None and (untold := next((each for each in _MONEY if _UNTOLD.match(row.get(each, ""))), None)):
        raise InField(untold, TOGETHER, row[untold])
    if found is None or _names_several(row):
        return (row,)
    field, each = found
    text = row[field]
    if puts_right(row.get("note", "")):
        raise InField(field, ONE_PAYMENT, text)
    names = {party: parts_of(row.get(party, "")) for party in _PARTIES}
    several = [party for party, each_name in names.items() if len(each_name) > 1]
    is_of_money = field in _MONEY
    if len(several) != 1 or any(map(_MANY.search, names[several[0]])):
        named = "".join(row.get(party, "") for party in _PARTIES)
        if is_of_money or several or _MANY.search(named):
            raise InField(field, TOGETHER, text)
        return (row,)  # 一次性手套 beside 各50双, of one
    plain = text[: each.start()] + text[each.end() :].lstrip()
    return [{**row, field: plain, several[0]: name} for name in names[several[0]]]


def _names_several(row: Mapping[str, str]) -> bool:
    """Whether the row names several goods, of each of which there was as much."""
    return any(len(parts_of(row.get(field, ""))) > 1 for field in ("item", "money_or_goods"))
