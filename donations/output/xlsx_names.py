"""Names of sheets that every spreadsheet takes: short, without certain characters, each once."""

import re

from donations.output.cleaning import clean

LONGEST = 31
"""UTF-16 units."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_ADDED = re.compile(r"\s*[(（:：]")
_RESERVED = frozenset({"history"})
_NO_NAME = "Sheet"


class SheetNames:
    """Gives each sheet of one workbook its name."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, wanted: str) -> str:
        """`wanted` as a name that no sheet has yet, however it is capitalised: with a number behind it where need be."""
        base = " ".join(_FORBIDDEN.sub(" ", _short(clean(wanted))).split()).strip(" '") or _NO_NAME
        number, name = 1, _cut(base, LONGEST)
        while name.casefold() in self._taken or name.casefold() in _RESERVED:
            number += 1
            behind = f" ({number})"
            name = _cut(base, LONGEST - len(behind)) + behind
        self._taken.add(name.casefold())
        return name


def _short(text: str) -> str:
    """A title that is too long without what it adds in brackets or behind a colon."""
    if _units(text) <= LONGEST:
        return text
    return _ADDED.split(text, maxsplit=1)[0] or text


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    """The first characters of `text` that take at most `most` UTF-16 units."""
    while _units(text) > most:
        text = text[:-1]
    return text.rstrip(" '")
