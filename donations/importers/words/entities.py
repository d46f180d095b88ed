"""What programs write for signs, &amp;, &nbsp; and &#20013;, or before numbers, and others leave in the cells that they export."""

import re
from html import unescape
from html.entities import html5

from donations.importers.patterns import pattern_of

_ENTITY = pattern_of(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});")
_GUARDED = pattern_of(r"'[0-9,.]+")
_TWICE = 2
"""&amp;#20013; was written so by two programs, one after the other."""


def without_entities(text: str) -> str:
    """The text with the signs themselves; what is called by no such name, R&D; or a&b, stays as it is."""
    for _time in range(_TWICE):
        text = _ENTITY.sub(_sign, text)
    return text


def _sign(found: re.Match[str]) -> str:
    return unescape(found[0]) if found[0][1] == "#" or found[0][1:] in html5 else found[0]


def without_guard(text: str) -> str:
    """A number without the apostrophe by which a spreadsheet was told to keep it as text: '1500."""
    return text[1:] if text[:1] == "'" and _GUARDED.fullmatch(text) else text
