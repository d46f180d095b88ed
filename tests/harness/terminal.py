"""The program on a terminal of its own, as a treasurer has it: what it shows, what is typed, signals, how it ends."""

import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from harness.program import PROGRAM, surroundings

PATIENCE = 120.0
BROKEN = "from harness import patches; [*map(patches.apply, {patches})]; from donations.__main__ import main; main()"
"""The program broken on purpose."""


class Terminal:
    """A terminal with one program in it, which may be broken on purpose by `patches`."""

    def __init__(self, words: Sequence[str], home: Path, patches: Sequence[str] = ()) -> None:
        self.shown = b""
        self._status: int | None = None
        environment = surroundings(home, {"TERM": "xterm", "COLUMNS": "100", "LINES": "40"})
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            for number in (
                signal.SIGINT,
                signal.SIGTERM,
                signal.SIGHUP,
            ):  # whoever runs the tests may have them ignored
                signal.signal(number, signal.SIG_DFL)
            program = [sys.executable, "-c", BROKEN.format(patches=list(patches))] if patches else PROGRAM
            os.execve(program[0], [*program, *words], environment)
        self.settings_before = self.settings()

    def settings(self) -> list[object]:
        """How the terminal is set: echo, line by line, what Ctrl-C does."""
        return list(termios.tcgetattr(self._master))

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._master, keys)

    def send(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def await_text(self, text: bytes) -> None:
        """Read until `text` is shown; a program that ends without it fails the test."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert self._read(deadline - time.monotonic()), self.shown.decode(errors="replace")

    def _read(self, seconds: float) -> bool:
        """Read what is shown; False where nothing comes any more."""
        if not select.select([self._master], [], [], max(0, seconds))[0]:
            return False
        try:
            more = os.read(self._master, 65536)
        except OSError:  # the other side is closed
            return False
        self.shown += more
        return bool(more)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._master)
        self._master = -1

    def wait(self) -> int:
        """The exit code as a shell has it: 128 and the signal's number where one ended it."""
        deadline = time.monotonic() + PATIENCE
        while self._status is None:
            if self._master >= 0:
                self._read(0.01)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise TimeoutError(self.shown.decode(errors="replace"))
            else:
                time.sleep(0.005)
        while self._master >= 0 and self._read(0.05):
            pass
        return 128 - self._status if self._status < 0 else self._status

    def close(self) -> None:
        """Let go of the terminal."""
        if self._master >= 0:
            self.hang_up()
