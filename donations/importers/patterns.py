"""Patterns that are compiled when they are first asked: a paper needs a third of some seven hundred."""

import re
from collections.abc import Callable
from typing import Any, cast

from donations.domain.traditional import in_both

_ASKED = ("match", "fullmatch", "search", "sub", "split", "findall", "finditer")


def pattern_of(text: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` would give, but compiled when it is first asked; then its methods are found here at once.

    Compiling all of them took a fifth of what a small paper takes. A faulty one is seen by a test, which asks each.
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands for a pattern, and has its methods from the first question on."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern, self._flags = text, flags

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Called for what isn't here yet. Raises AttributeError for what no pattern is asked."""
        if name not in _ASKED:
            raise AttributeError(name)
        compiled = re.compile(in_both(self.pattern), self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _ASKED})
        asked: Callable[..., Any] = self.__dict__[name]
        return asked
