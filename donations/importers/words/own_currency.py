"""Amounts whose sign or unit only repeats the currency that the heading says: $1,000 of HK$, 1000元整 of 新台币."""

import re

from donations.domain.quantities.money import CURRENCIES, UNIT_OF
from donations.domain.traditional import simplified
from donations.importers.words.money_measures import SIGN_OF

_CALLED_YUAN = SIGN_OF["$"]
"""Currencies whose unit is 元 in Chinese, and $ their sign."""
_SIGN = {each.item: each.before[0] for each in CURRENCIES if each.item in _CALLED_YUAN}
_DOLLAR = re.compile(r"(?<![A-Za-z$])\$")
_YEN = re.compile(r"^(?:jp)?[¥￥]\s*", re.IGNORECASE)
_YUAN = re.compile(r"[元圆圓][整正]?")
_OF_ONE = re.compile(r"[¥￥€£]|人民币|rmb|cny|usd|[美港欧日韩澳加坡币]|[a-z] ?\$", re.IGNORECASE)
"""What says which currency it is."""


def in_its_own(text: str, currency: str | None) -> str:
    """The amount with its currency written out, where its sign or unit may be of any that is called so."""
    if currency == "JPY":
        return _YEN.sub("jp¥", text, count=1)
    if currency not in _CALLED_YUAN or _OF_ONE.search(simplified(text)):
        return text
    if _DOLLAR.search(text):
        return _YUAN.sub("", _DOLLAR.sub(_SIGN[currency], text, count=1))
    return _YUAN.sub(UNIT_OF[currency], text, count=1)
