"""Remarks beside goods that came which say to whom they went on: 转赠市一院, 其中50双已送往向阳社区."""

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

_MARKS = "转轉送往给給拨撥援分交达達运運发發"
_GOES = pattern_of(
    r"(?P<before>[^，。；;,、]{0,12}?)(?:已|现|全部|均|都|直接|统一|随后|后|并)*"
    r"(?:转[赠交送给至到发]|捐[往至给到]|[送发运][往至给到达]|调?拨[给付往至到]|分[发配送给]至?给?|支援|驰援|交[给付到])(?:了|往|给|至|到)?"
    r"(?P<whom>[\u3400-\u9fff][\u3400-\u9fff0-9（）()·]{1,24}?)(?:[0-9]{1,9}[\u3400-\u9fff]{1,2})?(?:使用|收)?(?:[，。；;,、].*)?"
)
_BODY = pattern_of(
    r".*(?:院|中心|社区|街道|校|小学|[一二三四五六七八九十]中|中学|幼儿园|村|乡|镇|县|市|区|所|站|局|队|支部|公司|科|委会|家庭|户|厂|营|营地|红十字会|慈善会|慈善总会)[）)]?"
)
_NOT_YET = pattern_of(r"[未没将拟请待]|计划|准备|打算|希望|愿|要求|用[于来以]|为了?$")
_OURS = pattern_of(r"本|我[会方们]|仓|库房|保管")
_LONGEST = 60


def says_where(remark: str) -> bool:
    """Whether a remark says that goods went on to somebody."""
    if len(remark) > _LONGEST or not any(mark in remark for mark in _MARKS):
        return False
    found = _GOES.fullmatch(simplified(remark))
    if found is None or _NOT_YET.search(found["before"]):
        return False
    return _BODY.fullmatch(found["whom"]) is not None and not _OURS.search(found["whom"])
