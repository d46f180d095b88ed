"""Colours as a second sign, for terminals that show them."""

import os
from typing import TextIO

PLAIN, BOLD, DIM, ABOUT, UNKNOWN = "", "1", "2", "33", "2;31"
"""What stands between ESC [ and m; nothing for text as it is."""

RICH_STYLES = {PLAIN: "", BOLD: "bold", ABOUT: "yellow", UNKNOWN: "dim red"}
"""The same in Rich's words."""


class Paint:
    """Colours text, or leaves it as it is where the stream is no terminal or its owner wants no colour."""

    def __init__(self, *, coloured: bool) -> None:
        self.coloured = coloured

    def __call__(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.coloured and style and text else text


def paint_for(stream: TextIO) -> Paint:
    """Colours for a terminal, unless NO_COLOR is set, the terminal is dumb, or a Windows console of the old kind."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    able = os.name != "nt" or "WT_SESSION" in os.environ
    return Paint(coloured=wanted and able and stream.isatty())
