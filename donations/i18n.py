"""The language a person is spoken to in: chosen once, from the environment, before anything is said."""

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CHINESE, ENGLISH = "zh_CN", "en"
DOMAIN = "donations"
CATALOGUES = Path(__file__).parent / "locale"
_SETTINGS = ("DONATIONS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


_ONE = {
    "entries": "entry",
    "parties": "party",
    "items": "item",
    "rows": "row",
    "statements": "statement",
    "days": "day",
}
_COUNTED = rf"(\{{(\w+)\}} (?:new )?)({'|'.join(_ONE)})\b( are\b)?"
"""A number in an English sentence and the things that it counts, for which `_ONE` has the singular; compiled on first use, and kept by re."""

_spoken: list[str] = []


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` for a while, whatever the environment says: what was published in it stays in it."""
    _spoken.append(language)
    try:
        yield
    finally:
        _spoken.pop()


def chosen_language() -> str:
    """`zh_CN` or `en`: what DONATIONS_LANG says, else the locale; Chinese where neither names a language of ours."""
    if _spoken:
        return _spoken[-1]
    for setting in _SETTINGS:
        value = os.environ.get(setting, "").lower()
        if value.startswith("zh"):
            return CHINESE
        if value.startswith("en"):
            return ENGLISH
    return CHINESE


class _Catalogue:
    """A compiled catalogue (.mo), whose messages are sorted: each is looked for where it stands.

    Python's own reader parses all of them first: a tenth of a short command's time, for the few that it prints.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._count, self._messages, self._translations = (self._number(at) for at in (8, 12, 16))
        self._found: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """The translation of `message`, or itself where there is none."""
        found = self._found.get(message)
        if found is None:
            found = self._found[message] = self._look_for(message)
        return found

    def _look_for(self, message: str) -> str:
        wanted = message.encode("utf-8", "surrogatepass")
        first, behind = 0, self._count
        while first < behind:
            middle = (first + behind) // 2
            found = self._text(self._messages, middle)
            if found == wanted:
                return self._text(self._translations, middle).decode()
            first, behind = (middle + 1, behind) if found < wanted else (first, middle)
        return message

    def _text(self, table: int, number: int) -> bytes:
        """The text whose length and place entry `number` of the table at `table` gives."""
        begin = self._number(table + 8 * number + 4)
        return self._content[begin : begin + self._number(table + 8 * number)]

    def _number(self, at: int) -> int:
        return int.from_bytes(self._content[at : at + 4], "little")


_NO_MESSAGES = bytes(20)


@cache
def _catalogue(language: str) -> _Catalogue:
    """The catalogue of `language`; an empty one where there is none, as for English."""
    file = CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return _Catalogue(file.read_bytes() if file.exists() else _NO_MESSAGES)


def gettext_in(language: str, text: str) -> str:
    """`text` (English, as it stands in the code) in `language`."""
    return _catalogue(language).gettext(text) if text else text


def _(text: str) -> str:
    """`text` in the language of this run."""
    return gettext_in(chosen_language(), text)


def N_(text: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """`text` unchanged: marks what is translated later, when it is printed."""
    return text


def filled(sentence: str, **facts: object) -> str:
    """`sentence`, translated, with the facts in its braces: where there is one of a thing, English says `1 entry`."""

    def counted(found: re.Match[str]) -> str:
        number, name, things, verb = found.groups()
        return f"{number}{_ONE[things]}{' is' if verb else ''}" if str(facts.get(name)) == "1" else found[0]

    return re.sub(_COUNTED, counted, sentence).format(**facts)


def teach_the_frame() -> None:
    """Let Typer's own words (Options, Commands, default …) come from our catalogue: it asks the global gettext."""
    os.environ["LANGUAGE"] = chosen_language()
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
