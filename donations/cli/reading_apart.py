"""A large paper read by a process of its own, while this one brings what it finds into the book."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import IO, Any, cast

from donations import errors
from donations.cli.reading_child import Asked
from donations.importers.table import Exchanged, Plain, Record, Table
from donations.services.importing.packed import Packed, Unpacker

_PIPE_BYTES = 1 << 20
_CHILD = "import sys; sys.path[:] = sys.argv[1:]; from donations.cli.reading_child import main; main()"


class Apart:
    """The process that reads a file; `tables` gives what it finds, and ends it."""

    def __init__(self, asked: Asked) -> None:
        """Raises OSError where none can be started."""
        self._file = asked.file
        words = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _CHILD, *sys.path]
        self._child = subprocess.Popen(  # noqa: S603 - ourselves
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=-1
        )
        self._said = cast("IO[bytes]", self._child.stdout)
        with suppress(BrokenPipeError), cast("IO[bytes]", self._child.stdin) as stdin:
            pickle.dump(asked, stdin)
        with suppress(ImportError, AttributeError, OSError):  # Linux alone has it
            import fcntl

            fcntl.fcntl(self._said, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

    def tables(self) -> Iterator[Table]:
        """Every table of the file; the records of each are read before the next is asked for. Raises what its reader does."""
        try:
            while (said := self._next()) is not None:
                if isinstance(said, tuple):
                    reason, facts = said
                    raise reason(**facts)
                table = Table(**said, records=iter(()))
                table.records = records = self._records(table)
                yield table
                for _record in records:  # what nobody has read lies before the next table
                    pass
        finally:
            self.end()

    def end(self) -> None:
        """End the process: it is no longer needed."""
        self._child.kill()
        self._child.wait()
        self._said.close()

    def _records(self, table: Table) -> Iterator[Record | Plain | Exchanged]:
        unpacker = Unpacker()
        while not isinstance(said := self._next(), dict):
            if isinstance(said, Packed):
                yield unpacker.unpack(said)
            elif isinstance(said, list):
                yield from said
            else:
                reason, facts = said
                raise reason(**facts)
        for name, value in said.items():
            setattr(table, name, value)

    def _next(self) -> Any:  # noqa: ANN401 - one of several messages
        try:
            return pickle.load(self._said)  # noqa: S301 - of the process that was started here
        except (EOFError, pickle.UnpicklingError):
            raise errors.ReaderEnded(file=self._file, reason=_reason(self._child.wait())) from None


def _reason(status: int) -> str:
    """Why the process ended before its time."""
    return f"exit {status}" if status >= 0 else f"signal {-status}"
