"""Text in one line, for files that have a row a line."""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    """`text` with tabs, line breaks, control and direction characters replaced by a blank each."""
    return _UNPRINTABLE.sub(" ", text)
