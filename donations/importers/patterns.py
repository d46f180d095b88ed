"""Patterns that are compiled when they are first asked: a paper needs a third of some seven hundred."""

import re
from collections.abc import Callable
from typing import Any, cast

from donations.domain.traditional import in_both, is_traditional

_ASKED = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")


def pattern_of(text: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` would give, but compiled when it is first asked; then its methods are found here at once.

    Compiling all of them took a fifth of what a small paper takes. A faulty one is seen by a test, which asks each.
    Once traditional characters were heard of, it matches words in them, too.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Heard:
    """Whether anything that was read so far has traditional characters, and which patterns were compiled before it had.

    A pattern for both takes twice as long to compile, and most papers need none: on a text in simplified characters both are one.
    """

    def __init__(self) -> None:
        self.is_traditional = False
        self.compiled: list[_Pattern] = []

    def hear(self, text: str) -> None:
        """Has patterns match traditional characters too, if the text has any."""
        if self.is_traditional or text.isascii() or not is_traditional(text):
            return
        self.is_traditional = True
        for pattern in self.compiled:
            pattern.forget()
        self.compiled.clear()


class _Pattern:
    """Stands for a pattern, and has its methods from the first question on."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def forget(self) -> None:
        """Have it compiled anew when it is asked again."""
        for each in _ASKED:
            del self.__dict__[each]

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Called for what isn't here yet. Raises AttributeError for what no pattern is asked."""
        if name not in _ASKED:
            raise AttributeError(name)
        if _HEARD.is_traditional:
            compiled = re.compile(in_both(self.pattern), self._flags)
        else:
            compiled = re.compile(self.pattern, self._flags)
            _HEARD.compiled.append(self)
        self.__dict__.update({each: getattr(compiled, each) for each in _ASKED})
        asked: Callable[..., Any] = self.__dict__[name]
        return asked


_HEARD = _Heard()


def hear(text: str) -> None:
    """To be told of all that is read of a file before any pattern is asked about it: which characters its words are in."""
    _HEARD.hear(text)
