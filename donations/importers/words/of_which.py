"""Rows that only say of which parts the row above is made: 其中：N95口罩, of which: books. Booked, they would count twice."""

import re
from collections.abc import Mapping

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import NO_PART, InField

_PART = pattern_of(r"\s*(?:其中|(?:of which|thereof)\b)", re.IGNORECASE)


def calls_a_part(text: str) -> bool:
    """Whether goods, costs or a purpose are called a part of what the row above says. No name of theirs begins so."""
    return _PART.match(text) is not None


def refuse_part(row: Mapping[str, str]) -> None:
    """Raises InField where a row by its item is a part of the one above."""
    if calls_a_part(item := row.get("item", "")):
        raise InField("item", NO_PART, item)


def whole_purpose(text: str) -> str:
    """A purpose; raises InField where it says of which part the row is. 其中200元助学 says how much of this very gift is for that."""
    if calls_a_part(text) and not any(map(str.isdigit, text)):
        raise InField("purpose", NO_PART, text)
    return text
