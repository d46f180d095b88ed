"""What is told on a terminal while something takes long: one line on stderr, gone at the end."""

import sys
from threading import Timer
from types import TracebackType
from typing import Self

from donations.i18n import N_, _

QUIET_SECONDS = 1.0
"""What is over by then is never reported on."""

CLEAR_LINE = "\r\x1b[K"
_COPYING = N_("Copying: {percent} %")
_READING = N_("Reading {file}: {rows} rows")
_CHECKING = N_("Checking {number} of {count}: {rule}")


class Progress:
    """How far a long act is; `pages` and `rule` are what services tell. Shows nothing where nobody sits at a terminal."""

    def __init__(self) -> None:
        self._text = ""
        self._shown = False
        self._timer = Timer(QUIET_SECONDS, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if sys.stderr is not None and sys.stderr.isatty():
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def pages(self, done: int, count: int) -> None:
        """`done` of `count` pages are copied."""
        self._say(_(_COPYING).format(percent=done * 100 // max(count, 1)))

    def rule(self, name: str, number: int, count: int) -> None:
        """The book is being held against a rule."""
        from donations.output.rule_terms import RULE_TERMS  # --help does without

        self._say(_(_CHECKING).format(number=number, count=count, rule=_(RULE_TERMS[name])))

    def rows(self, file: str, count: int) -> None:
        """`count` rows of a file are read."""
        from donations.output.cleaning import clean  # --help does without

        self._say(_(_READING).format(file=clean(file), rows=f"{count:,}"))

    def end(self) -> None:
        """Take the line away; nothing is shown any more."""
        self._timer.cancel()
        if self._timer.ident is not None:
            self._timer.join()
        if self._shown:
            self._shown = False
            self._write(CLEAR_LINE)

    def _say(self, text: str) -> None:
        self._text = text
        if self._shown:
            self._write(CLEAR_LINE + text)

    def _begin(self) -> None:
        self._shown = True
        self._write(CLEAR_LINE + self._text)

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):  # nobody is left to be told
            self._shown = False
