"""Marks beside an amount by which it didn't come or didn't stay: 300（退款）, 300元(作废), 500未到账, 退300, 10(退2)."""

from functools import cache
from re import Pattern
from re import compile as pattern

from donations import errors

_GONE = r"退(?:[款货回还掉]|回款|还款)?|作废|废|撤销|取消|冲销|冲正|红冲|无效|未到[账帐款货]?|未收到?|没到[账帐]?|未付|未兑现"
_SAID = rf"(?:已全?额?|全额|全部|部分|待|现|后)?(?:{_GONE})了?"
_ENGLISH = r"refund(?:ed)?|void(?:ed)?|cancell?ed|returned|reversed|not received|given back"


@cache
def _mark() -> Pattern[str]:
    return pattern(
        rf"\( ?(?:{_SAID}|{_ENGLISH}) ?\)"
        rf"|\( ?(?:其中|包?含)?(?:{_SAID}) ?[0-9][0-9.,]{{0,12}} ?[^0-9()]{{0,4}}\)"
        rf"|(?<=[0-9元]) ?(?:已?退[款货回还]?|{_SAID})[ 。.!]{{0,9}}$|[0-9].{{0,200}}(?:已退[款货回还]?|已?作废|未到[账帐])[ 。.!]{{0,9}}$"
        r"|^(?:已)?退(?:了|还|回)?[ :]*[0-9¥]"
    )


def is_gone(low: str) -> bool:
    """Whether an amount (`low`: folded, in lower case) is marked as given back, void or not arrived."""
    return _mark().search(low) is not None


def refuse_gone(low: str, got: str) -> None:
    """Refuse an amount that is. Raises MarkedGone."""
    if is_gone(low):
        raise errors.MarkedGone(got=got[:60])
