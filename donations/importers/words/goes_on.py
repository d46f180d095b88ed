"""Remarks beside goods that came which say to whom they went on: 转赠市一院, 其中50双已送往向阳社区."""

from collections.abc import Iterable

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.shares import shares

_MAY_SAY = pattern_of("[转轉送往给給拨撥援分交达達运運发發定捐赠贈]|[0-9]")
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
_TO_BODY = pattern_of(
    r"(?:定向|指定|直接|已|现|均|都|全部)*(?:捐[赠给往至]?|送[给往至到]?|给予?|赠[给送予]?|转[赠交给]给?|发[给往放]给?|拨[给付]给?|运[往至到]|支援|援助|(?<=[向定]))[给往至到]?(?P<whom>[\u3400-\u9fff][\u3400-\u9fff0-9·]{1,24}?)(?:使用|收)?"
)
_ASIDE = pattern_of(r"[(（]([^()（）]{3,60})[)）]")
_LONGEST = 60


def says_where(remark: str) -> bool:
    """Whether a remark says that goods went on to somebody, or go there: 转赠市一院, 定向市二院, 其中市一院500个."""
    if len(remark) > _LONGEST or _MAY_SAY.search(remark) is None:
        return False
    plain = simplified(remark).strip()
    found = _GOES.fullmatch(plain)
    if found is not None:
        return _NOT_YET.search(found["before"]) is None and _is_body(found["whom"])
    direct = _TO_BODY.fullmatch(plain)
    names = [direct["whom"]] if direct else [share.name for share in shares(plain.removeprefix("其中").lstrip(":： "))]
    return bool(names) and all(map(_is_body, names))


def where_in(cells: Iterable[str]) -> str:
    """What stands in brackets behind goods and says so, 口罩1000个（其中市一院500个、市二院500个）; "" where none does."""
    asides = (aside for cell in cells if "(" in cell or "（" in cell for aside in _ASIDE.findall(cell))
    return next(filter(says_where, asides), "")


def _is_body(name: str) -> bool:
    return _BODY.fullmatch(name) is not None and not _OURS.search(name)
