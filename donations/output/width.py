"""How many terminal cells a text takes, and how it is broken over lines without losing a character."""

import re
import unicodedata
from functools import lru_cache

_NO_CELL = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_JAMO_PARTS = range(0x1160, 0x1200)
"""Medial and final letters of Korean syllables: drawn into the cell of the first."""

_CLOSING = frozenset("、，。．；：？！…）】》」』〕〉｝”’％,.;:!?)]}%")
_OPENING = frozenset("（【《「『〔〈｛“‘([{￥¥")
_BEFORE_NUMBERS = "约"
_HYPHENS = "-/"
_RUN = r"(?s)\s+|[\u0021-\u024f]+|."
"""Blanks; letters and digits that stay together; or one character of a script that breaks anywhere."""

_TYPED = r"`[^`\n]*`"
"""A command or option to type: over two lines, a terminal would paste two commands."""

_PAIR = r"[^\s；;`]{1,40} → [^\s；;`]{1,40}[；;]?"
"""A heading and what it is taken for."""

_WHOLES = (rf"{_TYPED}|{_PAIR}", _TYPED)
"""What stays in one line where all of it fits into one: as much as possible."""

_RUN_OR_WHOLE = r"(?s){whole}|\s+|[\u0021-\u005f\u0061-\u024f]+|."

_FURTHER_IN = "    "

NARROWEST = 2
"""No column is narrower: a Chinese character takes two cells."""


@lru_cache(maxsize=8192)
def _cells(character: str) -> int:
    if unicodedata.category(character) in _NO_CELL or ord(character) in _JAMO_PARTS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@lru_cache(maxsize=32768)
def _sum_of_cells(text: str) -> int:
    return sum(map(_cells, text))


def width(text: str) -> int:
    """The number of cells that `text` (already cleaned) takes on a terminal: Chinese and emoji 2, combining marks 0."""
    return len(text) if text.isascii() else _sum_of_cells(text)


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """`text` filled with blanks to `cells` cells, on its left where it is aligned `right`; never cut."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


@lru_cache(maxsize=4096)
def wrap(text: str, cells: int) -> tuple[str, ...]:
    """`text` as lines of at most `cells` cells (at least NARROWEST).

    Chinese breaks anywhere but before closing and after opening punctuation, other words at blanks; only a word wider
    than the line is broken inside. Blanks at a break are dropped, nothing else.
    """
    return (text,) if width(text) <= cells else _filled(_pieces(text, _RUN), max(cells, NARROWEST))


def _filled(pieces: list[str], cells: int) -> tuple[str, ...]:
    """Lines of at most `cells` cells, each with as many of `pieces` as it holds."""
    lines: list[str] = []
    line = blanks = ""
    for piece in pieces:
        if piece.isspace():
            blanks = piece
            continue
        if line and width(line) + width(blanks) + width(piece) > cells:
            lines.append(line)
            line = blanks = ""
        line += (blanks if line else "") + piece
        blanks = ""
        while width(line) > cells:
            first, line = _split(line, cells)
            lines.append(first)
    return (*lines, line) if line or not lines else tuple(lines)


def folded(line: str, cells: int) -> list[str]:
    """`line` over lines of at most `cells` cells; those after the first stand a little further in than it does.

    What is to be typed (between backticks) stays in one line where it fits into one, and so does a pair (a → b).
    """
    if width(line) <= cells:
        return [line]
    text = line.lstrip(" ")
    inside = " " * (len(line) - len(text))
    room = max(cells - len(inside) - len(_FURTHER_IN), NARROWEST)
    runs = _RUN
    for whole in _WHOLES:
        if all(width(one) < room for one in re.findall(whole, text)):  # with the full stop behind it
            runs = _RUN_OR_WHOLE.format(whole=whole)
            break
    first, *others = _filled(_pieces(text, runs), room)
    return [inside + first, *(inside + _FURTHER_IN + other for other in others)]


def _pieces(text: str, runs: str) -> list[str]:
    """What `text` may be broken between: punctuation, and 约 before a number, stay with what they belong to."""
    pieces: list[str] = []
    for run in re.findall(runs, text):
        before = pieces[-1] if pieces else " "
        is_number = before[-1] in _BEFORE_NUMBERS and run[0] in "-0123456789"
        joined = run[0] in _CLOSING or before[-1] in _OPENING or is_number or not _cells(run[0])
        if joined and not before.isspace() and not run.isspace():
            pieces[-1] += run
        else:
            pieces.append(run)
    return pieces


def _split(word: str, cells: int) -> tuple[str, str]:
    """A word too wide for its line, as what fits and what is left; after a hyphen where it has one."""
    taken = end = 0
    for character in word:
        taken += _cells(character)
        if taken > cells:
            break
        end += 1
    hyphen = max(word.rfind(sign, 0, end) for sign in _HYPHENS) + 1
    return (word[:hyphen], word[hyphen:]) if hyphen > 1 else (word[:end], word[end:])
