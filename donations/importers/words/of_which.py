"""Rows that only say of which parts the row above is made: 其中：N95口罩, of which: books. Booked, they would count twice."""

import re
from collections.abc import Mapping

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import NO_PART, InField

_PART = pattern_of(r"\s*(?:其中|(?:of which|thereof)\b)", re.IGNORECASE)

_SO_MUCH = pattern_of(
    r"[0-9]|[零〇一二两兩三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]\s?[元块万成]|半|部分|全部|其余|\b(?:half|rest|some|all|part(?:ly)?)\b",
    re.IGNORECASE,
)
"""How much of this very gift a purpose speaks of: 其中三百元助学, 其中一半助学."""


def calls_a_part(text: str) -> bool:
    """Whether goods, costs or a purpose are called a part of what the row above says. No name of theirs begins so."""
    return _PART.match(text) is not None


def refuse_part(row: Mapping[str, str]) -> None:
    """Raises InField where a row by its item is a part of the one above."""
    if calls_a_part(item := row.get("item", "")):
        raise InField("item", NO_PART, item)


def whole_purpose(text: str) -> str:
    """A purpose; raises InField where it says of which part the row is, and not how much of this very gift is for what."""
    if calls_a_part(text) and not _SO_MUCH.search(text):
        raise InField("purpose", NO_PART, text)
    return text
