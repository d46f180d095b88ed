"""Names with characters hidden by stars, as banks and payment services print them: 李*, *建国, 甲***公司."""

import re
import unicodedata

from donations.domain import text

_LONGEST = 40
_HIDING = "*×○◯●□■某xX"
SAYS_LESS = f"*[{_HIDING}＊Ｘｘ]*"
"""A pattern of SQLite that any name with hidden characters matches, and few others."""
_SURNAME_ALONE = re.compile("[\u3400-\u9fff]{1,2}(?:某{1,3}|[xX]{2,3})")
_TELLING = 4
"""Digits: whoever shows so many of a number (138****1234) is hardly one of several."""


def may_be(masked: str, name: str) -> bool:
    """Whether `name`, which hides nothing, may be who stands as `masked`; each row of stars hides one character or more."""
    if "*" not in masked or "*" in name or len(masked) > _LONGEST:
        return False
    begin, end = masked.partition("*")[0], masked.rpartition("*")[2]
    return bool(begin or end) and len(name) > len(begin + end) and name.startswith(begin) and name.endswith(end)


def hides(name: str) -> bool:
    """Whether characters of the name are hidden, so that several may stand under it: 张**, *建国, 李某某; not 李华*, a mark."""
    folded = unicodedata.normalize("NFKC", name)
    if sum(map(str.isdigit, folded)) >= _TELLING:
        return False
    is_starred = "*" in text.party_key(folded) or folded.rstrip().endswith("**")
    return is_starred or _SURNAME_ALONE.fullmatch(text.tidy(folded)) is not None
