"""The standard output: page by page on a terminal, plain in a pipe, and quiet when the reader has gone."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from donations import errors
from donations.errors.families import reason_of
from donations.i18n import N_, _

if TYPE_CHECKING:
    import subprocess

_LESS = "less -RFX"
_NO_PAGER = ("", "cat")
_OUTPUT = N_("standard output")


@contextmanager
def paged(*, wanted: bool = True) -> Iterator[TextIO]:
    """A text stream that ends up on the standard output.

    On a terminal what exceeds the screen goes through $PAGER (else less) as it is written; without a pager, in a pipe,
    or where it is not `wanted`, it is the standard output itself. A reader who leaves early ends it quietly: what the
    body still had to write is dropped. Raises CannotWrite where the output fails otherwise.
    """
    with plain_output() as output:
        stream = cast("TextIO", output)
        command = _pager() if wanted and stream.isatty() else None
        if not command:
            yield stream
            return
        pages = _Pages(stream, command)
        try:
            with suppress(BrokenPipeError):
                yield cast("TextIO", pages)
        finally:
            pages.finish()


@contextmanager
def plain_output(*, binary: bool = False) -> Iterator[IO[Any]]:
    """The standard output (its bytes where `binary`), flushed at the end; quiet when the reader has gone.

    Raises CannotWrite where it can't take what is written (a full disk).
    """
    text = sys.stdout
    stream: IO[Any] = _closed(binary=binary) if text is None else text.buffer if binary else text
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        _drop_the_rest()
    except OSError as error:
        _drop_the_rest()
        raise errors.CannotWrite(path=_(_OUTPUT), reason=reason_of(error)) from error


def _closed(*, binary: bool) -> IO[Any]:
    """What stands for a standard output that was closed before we began."""
    return io.BytesIO() if binary else io.StringIO()


def _drop_the_rest() -> None:
    """Point the standard output nowhere, so that what is still buffered fails no second time when Python ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _pager() -> list[str] | None:
    """The words of the pager's command; None where there is none, or none is wanted."""
    import shlex

    try:
        command = shlex.split(os.environ.get("PAGER", _LESS))
    except ValueError:
        return None
    if not command or command[0] in _NO_PAGER or not shutil.which(command[0]):
        return None
    return command


class _Pages(io.TextIOBase):
    """Keeps what fits the screen; starts the pager with the first line more, and hands it everything from there on."""

    def __init__(self, terminal: TextIO, command: list[str]) -> None:
        self._terminal = terminal
        self._command = command
        self._room = shutil.get_terminal_size().lines - 1
        self._kept: list[str] = []
        self._lines = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._terminal.encoding or "utf-8"

    def isatty(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        """Keep `text`, or pass it on; raises BrokenPipeError once the reader has left the pager."""
        if self._process:
            return self._pass_on(text)
        self._kept.append(text)
        self._lines += text.count("\n")
        if self._lines > self._room:
            self._start()
        return len(text)

    def _start(self) -> None:
        import subprocess

        environment = {"LESS": "RFX", **os.environ}
        if self.encoding.lower().replace("-", "") == "utf8":
            environment["LESSCHARSET"] = "utf-8"
        with suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 - the pager that this user has chosen
                self._command,
                stdin=subprocess.PIPE,
                text=True,
                encoding=self.encoding,
                errors="replace",
                env=environment,
            )
        kept, self._kept = "".join(self._kept), []
        self._pass_on(kept)
        if not self._process:
            self._room = sys.maxsize

    def _pass_on(self, text: str) -> int:
        if self._process and self._process.stdin:
            return self._process.stdin.write(text)
        return self._terminal.write(text)

    def finish(self) -> None:
        """Print what fitted the screen, or wait until the reader has left the pager."""
        if not self._process:
            self._terminal.write("".join(self._kept))
            return
        try:
            with suppress(BrokenPipeError):
                self._process.communicate()
        finally:
            while self._process.poll() is None:
                with suppress(KeyboardInterrupt):
                    self._process.wait()
