"""Stored text made safe to show: no control, bidirectional or invisible character gets through."""

import re
import unicodedata
from functools import lru_cache

MARKS_KEPT = 3
"""How many combining marks may stand on one character; more would flood the lines above and below."""

_SEEMING = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\ufe0f\uffa0")
"""What `_UNSEEN` has of characters that Python takes for printable ones."""

_WIDE_BLANK = "\u3000"

# Plain text, compiled on first use (and kept by re): nearly no text has any of it, and a class takes a while.
_LINE_BREAKS = r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]"
_UNSEEN = (
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f]+"
)
_SURROGATES = "[\ud800-\udfff]"
_PARTED = r"[\s'\"$&|;<>()*?!#~\\`]"
"""What a shell makes something else of than a part of a word."""


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """`text` safe to show: no control, bidirectional or invisible character, no line break, no flood of marks.

    What is left is printed as it stands: `[red]` and `:smile:` are a donor's own words.
    """
    if not text.replace(_WIDE_BLANK, "").isprintable() or not _SEEMING.isdisjoint(text):
        text = re.sub(_SURROGATES, "\ufffd", re.sub(_UNSEEN, "", re.sub(_LINE_BREAKS, " ", text)))
    return text if text.isascii() else _without_floods(text)


def as_typed(text: str) -> str:
    """`text` (already cleaned) as one word of a command that can be copied: in quotes where a shell would part it."""
    return "'{}'".format(text.replace("'", "'\\''")) if re.search(_PARTED, text) else text


def _without_floods(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MARKS_KEPT:
            kept.append(character)
    return "".join(kept)
