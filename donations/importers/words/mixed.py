"""Money and goods in one cell, 6000元+口罩500只: what joins them is made a comma, so that each is read by itself."""

import re

_NUMBER = r"[0-9][0-9,]{0,30}(?:\.[0-9]{1,30})?\s{0,9}[万亿]?\s{0,9}"
_MONEY = rf"(?:[¥￥]\s*{_NUMBER}|{_NUMBER}(?:元整?|圆整?|块钱|人民币|rmb))"
_JOINED = r"[\s,，、;；]{0,9}(?:[+＋]|和|以?及|与|并且?|同时|外加|另外?|另有|再加)\s*(?:又?捐(?:赠|款|了)?|赠送?)?\s*"
_BEHIND_MONEY = re.compile(
    rf"({_MONEY}){_JOINED}(?=[^\s元圆][^,，、;；]*?(?:[0-9]|[一两几]批|若干|一些))", re.IGNORECASE
)
_BEFORE_MONEY = re.compile(
    rf"(?<=[^\s0-9+＋元圆]){_JOINED}(?=(?:现金|人民币|捐款|善款|资金)?\s*{_MONEY}\s*(?:$|[,，、;；+＋]))", re.IGNORECASE
)
_BARE = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*[+＋]\s*(?=[^\s0-9+＋])")
_GOODS = re.compile(r"[0-9]\s*[只个箱瓶套双件盒桶袋包台吨斤支副张份条把枚]|[一两几]批|若干")


def parted(text: str) -> str:
    """The text with a comma for each word that joins money to goods."""
    if "元" not in text and "圆" not in text and "¥" not in text and "￥" not in text:
        return text
    return _BEFORE_MONEY.sub("、", _BEHIND_MONEY.sub(r"\1、", text))


def is_joined(item: str) -> bool:
    """Whether a name still has a number joined to its front: 6000+口罩."""
    return _BARE.match(item) is not None


def with_unit(text: str, unit: str) -> str:
    """6000+口罩500只 in a column of money: its first number is so many of what the column counts."""
    return _BARE.sub(rf"\g<1>{unit}、", text, count=1) if _BARE.match(text) else text


def holds_both(text: str) -> bool:
    """Whether a cell of money seems to hold goods as well, so that a hint at how to write both is due."""
    return _GOODS.search(text) is not None and re.search(r"[元圆¥￥]", text) is not None
