"""Signals that end a program: heard as exceptions where something is to be rolled back, else at once."""

import os
import signal
from collections.abc import Callable
from types import FrameType

EXIT_CODE_OF_SIGNALS = 128
"""What shells add to a signal's number."""

_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(BaseException):
    """The process was asked to end (SIGTERM), or its terminal is gone (SIGHUP)."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = EXIT_CODE_OF_SIGNALS + number


class Unanswered(KeyboardInterrupt):
    """Ctrl-C, or the end of the input, at a question: every one is asked before anything is changed."""


_heard: list[int] = []


def raise_lost() -> None:
    """Raise once more a signal in whose place something else was raised: SQLite gives an error of its own for what a function of ours raises."""
    if _heard:
        _raise(_heard[-1], None)


def leave_at_once() -> None:
    """From now on a signal ends the process without a word: nothing is being written."""
    _handle(lambda number, _frame: os._exit(EXIT_CODE_OF_SIGNALS + number))


def raise_here() -> None:
    """From now on a signal is raised where the program stands, as KeyboardInterrupt or Stopped, so that it can undo."""
    _heard.clear()
    _handle(_raise)


def _raise(number: int, _frame: FrameType | None) -> None:
    _heard.append(number)
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Stopped(number)


def _handle(handler: Callable[[int, FrameType | None], object]) -> None:
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, handler)
