"""Patterns that are compiled when they are first asked: a paper needs a third of some seven hundred."""

import re
from collections.abc import Callable
from typing import Any, cast

from donations.domain.traditional import find_traditional, in_both

_ASKED = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")
_OFTEN = 1000
"""Questions after which asking each text costs more than compiling the pattern for both."""


def pattern_of(text: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` would give, but compiled when it is first asked, and matching its words in traditional characters too.

    Compiling all of them took a fifth of what a small paper takes, and compiling each for both took half as much again: that is done
    when a text has any, or when texts come so often that looking for them takes longer. On all others both patterns say the same.
    A faulty one is seen by a test, which asks each.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands for a pattern, and has its methods from the first question on."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method of a pattern, or one of the two patterns
        """Called for what isn't here yet. Raises AttributeError for what no pattern is asked."""
        if name == "simple":
            made: Any = re.compile(self.pattern, self._flags)
        elif name == "both":
            widened = in_both(self.pattern)
            made = self.simple if widened == self.pattern else re.compile(widened, self._flags)
        elif name == "sub":
            made = self._substitute
        elif name in _ASKED:
            made = self._asking(name)
        else:
            raise AttributeError(name)
        self.__dict__[name] = made
        return made

    def _asking(self, name: str) -> Callable[..., Any]:
        """A method that asks the pattern for simplified characters as long as texts have no others, and come seldom."""
        simple, left = getattr(self.simple, name), iter(range(_OFTEN))

        def ask(text: str, *more: int, **named: int) -> Any:  # noqa: ANN401 - what that method gives
            if text.isascii() or (find_traditional(text) is None and next(left, None) is not None):
                return simple(text, *more, **named)
            self.__dict__[name] = both = getattr(self.both, name)
            return both(text, *more, **named)

        return ask

    def _substitute(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        of_both = not text.isascii() and find_traditional(text) is not None
        return cast("str", (self.both if of_both else self.simple).sub(by, text, count))
