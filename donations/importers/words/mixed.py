"""Money and goods in one cell of a column that counts money: 6000+口罩500只."""

import re

from donations.importers.patterns import pattern_of

_BARE = pattern_of(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*[+＋]\s*(?=[^\s0-9+＋])")
_GOODS = pattern_of(r"[0-9]\s*[只个箱瓶套双件盒桶袋包台吨斤支副张份条把枚]|[一两几]批|若干")


def is_joined(item: str) -> bool:
    """Whether a name still has a number joined to its front: 6000+口罩."""
    return _BARE.match(item) is not None


def with_unit(text: str, unit: str) -> str:
    """6000+口罩500只 in a column of money: its first number is so many of what the column counts."""
    return _BARE.sub(rf"\g<1>{unit}、", text, count=1) if _BARE.match(text) else text


def holds_both(text: str) -> bool:
    """Whether a cell of money seems to hold goods as well, so that a hint at how to write both is due."""
    return _GOODS.search(text) is not None and re.search(r"[元圆¥￥]", text) is not None
