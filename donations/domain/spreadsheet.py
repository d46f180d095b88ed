"""What spreadsheet programs make of a text in a file: a formula, a number, a day; and the apostrophe that keeps it a text."""

import re
from functools import lru_cache

from donations.domain.period import MONTHS

GUARD = "'"

_UNSEEN = "\\s\u180e\u200b-\u200f\u2060\ufeff"
_SIGNS = "=+\\-@\t\r\n＝＋－＠﹦﹢﹣﹫−"
# Plain text, compiled on first use (and kept by re): reports with nothing suspicious in them do without.
_SUSPECT = frozenset(GUARD + "=+-@＝＋－＠﹦﹢﹣﹫−\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_FORMULA = rf"'*(?:[\t\r\n]|[{_UNSEEN}]*[{_SIGNS}])"
"""What begins like a formula, apostrophes before it or not: so that one apostrophe more can be taken off again."""

_MARKS = r"\s.,:;/\\%+\-()¥￥$€£eE％．，：／－"
_CLOCK = "年月日号时点分秒上下午早晚中凌晨周星期季度世纪一二三四五六七八九十零〇AaPpMmTtZz"
_NUMBER = rf"'*(?=.*\d)[\d{_MARKS}{_CLOCK}]+"
_DAY = rf"(?i)'*[\d\W]*(?:{'|'.join(MONTHS)})[a-z]*[\d\W]*|'*\s*(?:true|false)\s*"


def is_calculated(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    first = text[:1]
    return (first in _SUSPECT or first.isspace()) and re.match(_FORMULA, text) is not None


def is_converted(text: str) -> bool:
    """Whether it could take it for a formula, a number, a day, a time or a truth, and write something else back (00123)."""
    return (
        is_calculated(text)
        or re.fullmatch(_NUMBER, text, re.DOTALL) is not None
        or re.fullmatch(_DAY, text) is not None
    )


@lru_cache(maxsize=16384)
def guarded(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would convert."""
    return GUARD + text if is_converted(text) else text


@lru_cache(maxsize=16384)
def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if text.startswith(GUARD) and is_converted(text[1:]) else text
