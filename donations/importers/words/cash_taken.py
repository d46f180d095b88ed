"""Cash that somebody took from the account: what a bank writes of it, ATM取款, where no word says what it was for."""

import re
from collections.abc import Mapping

from donations.importers.patterns import pattern_of

_FIELDS = ("note", "purpose", "type", "besides")
_TAKEN = pattern_of(
    r"(?:(?:银联|跨行|本行|他行|同城|异地|境内|境外|自助(?:设备|终端)?|柜[台面员]|网点|atm机?|crs|cdm|无卡|扫码|手机|借记卡|银行卡|卡|现金|网银|对公)\s*){0,4}"
    r"(?:取款|取现|支取现金|提取?现金|取现金|现金支取|提取?备用金|备用金提取|支取备用金)"
    r"|(?:atm|cash|mobile|counter|branch|card|cardless|self[- ]service)(?: cash)? withdrawals?(?:\s+\(?[0-9][0-9a-z]{1,11}\)?)?(?: [^0-9,，]{1,30} (?:branch|atm))?",
    re.IGNORECASE,
)
_PLACE = pattern_of(
    r"[^，]{0,14}(?:银行|[支分]行|分理处|营业[部厅室]|信用社|农商行|储蓄所|atm)[^，]{0,8}|自助(?:设备|终端|渠道)|柜[台面]|现金|备用金",
    re.IGNORECASE,
)


def is_cash_taken(row: Mapping[str, str]) -> bool:
    """Whether all that the words of a row say is that cash was taken from the account, and where: it is spent once it is paid."""
    said = [part.strip() for field in _FIELDS for part in row.get(field, "").split("，") if part.strip()]
    is_taken = any(map(_TAKEN.fullmatch, said))
    return is_taken and all(_TAKEN.fullmatch(part) or _PLACE.fullmatch(part) for part in said)
