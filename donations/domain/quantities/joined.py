"""Money and goods in one text, 6000元和口罩500只: what joins them is made a comma, so that each is read by itself."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as pattern

from donations.domain.quantities.goods import fold

_NUMBER = r"[0-9][0-9,]{0,30}(?:\.[0-9]{1,30})?\s{0,9}[万亿]?\s{0,9}"
_MONEY = rf"(?:[¥￥]\s*{_NUMBER}|{_NUMBER}(?:元整?|圆整?|块钱|人民币|rmb|yuan))"
_JOINED = r"[\s,，、;；]{0,9}(?:[+＋]|和|以?及|与|并且?|同时|外加|另外?|另有|[再另]加|(?<=[0-9个只件箱盒瓶包袋桶双副套元])加|(?<![a-z])(?:and|plus)(?![a-z]))\s*(?:又?捐(?:赠|款|了)?|赠送?)?\s*"


@cache
def _behind_money() -> Pattern[str]:
    return pattern(rf"{_MONEY}(?P<join>{_JOINED})(?=[^\s元圆][^,，、;；]*?(?:[0-9]|[一两几]批|若干|一些))", IGNORECASE)


@cache
def _before_money() -> Pattern[str]:
    return pattern(
        rf"(?<=[^\s0-9+＋元圆])(?P<join>{_JOINED})(?=(?:现金|人民币|捐款|善款|资金)?\s*{_MONEY}(?:现金)?\s*(?:$|[,，、;；+＋]))",
        IGNORECASE,
    )


def parted(text: str) -> str:
    """The text with a comma for each word that joins money to goods."""
    if not any(sign in text for sign in "元圆圓¥￥") and "yuan" not in text:
        return text
    return _cut(_before_money(), _cut(_behind_money(), text))


def _cut(joins: Pattern[str], text: str) -> str:
    """The text with a comma for each group `join`, which is looked for in simplified characters too: 口罩和現金1000元."""
    pieces, at = list[str](), 0
    for found in joins.finditer(fold(text)):
        pieces += (text[at : found.start("join")], "、")
        at = found.end("join")
    return "".join(pieces) + text[at:]
