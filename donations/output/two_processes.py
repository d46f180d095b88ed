"""The rows of a long table made text by two processes: this one, and one that it is forked into. Who is free takes the next piece.

Both read the numbers of the pieces from one file in memory, each number once. The child's texts come by a pipe, and stand in
their order among those that are made here.
"""

import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, suppress
from itertools import chain, islice
from struct import Struct
from typing import BinaryIO, NoReturn

from donations.output.counted import Count
from donations.reports.table import InColumns, Pieces

Texts = Callable[[InColumns], Iterator[str]]
"""What makes some texts, one after the other, of rows."""

ONE_ALONE = "DONATIONS_PROCESSES"
"""1 in this setting keeps all in one process."""

_NUMBER = Struct("=i")
_HEAD, _END = Struct("=qq"), -1
"""Before each of the child's texts: its length in bytes, and what was counted in it. Behind the last one of a piece stands no length."""
_PIPE_BYTES = 1 << 20
"""What the child may be ahead of this process."""
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def are_possible() -> bool:
    """Whether there are two processors, on a system on which this process, as it is, may be forked."""
    if os.environ.get(ONE_ALONE) == "1" or not (hasattr(os, "sched_getaffinity") and hasattr(os, "memfd_create")):
        return False  # Linux alone has both
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def texts(pieces: Pieces, made: Texts, count: Count) -> Generator[str, None, None]:
    """What `made` gives of all pieces, in their order; what it counts is in `count`. Closing it ends the child.

    Where the child can't be had, or ends before its time, this process does what it left.
    """
    try:
        child = _Child(pieces, made, count)
    except OSError:
        yield from made(pieces.here(range(pieces.number)))
        return
    with closing(child):
        written = 0
        for number, own in _by_piece(pieces.here, child.numbers(), made, count):
            yield from chain.from_iterable(map(child.piece, range(written, number)))
            yield from (text for text, _counted in own)
            written = number + 1
        yield from chain.from_iterable(map(child.piece, range(written, pieces.number)))


def _by_piece(
    rows: Callable[[Iterable[int]], InColumns | None], numbers: Iterable[int], made: Texts, count: Count
) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """The number and the texts of each piece whose number comes, with what was counted in each text.

    All are made at one go: what was made of a cell once is known for the next pieces, too.
    """
    begun: list[tuple[int, list[tuple[str, int]]]] = []

    def told() -> Iterator[int]:
        for number in numbers:
            begun.append((number, []))
            yield number

    if (all_of_them := rows(told())) is None:
        return
    before = count.guarded
    for text in made(all_of_them):
        while len(begun) > 1:
            yield begun.pop(0)
        begun[0][1].append((text, count.guarded - before))
        before = count.guarded
    yield from begun


class _Child:
    """The process that makes what this one doesn't."""

    def __init__(self, pieces: Pieces, made: Texts, count: Count) -> None:
        """Raises OSError where there can't be another process."""
        self._pieces, self._made, self._count = pieces, made, count
        with ExitStack() as undone:
            self._left = _opened(os.memfd_create("pieces"), undone)
            os.write(self._left, b"".join(map(_NUMBER.pack, range(pieces.number))))
            os.lseek(self._left, 0, os.SEEK_SET)
            reader, writer = os.pipe()
            _opened(reader, undone)
            heard = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)  # the child hears none as an exception
            try:
                self._process = os.fork()
                if not self._process:
                    self._be_child(reader, writer)
            finally:
                os.close(writer)
                signal.pthread_sigmask(signal.SIG_SETMASK, heard)
            undone.pop_all()
        self._said = os.fdopen(reader, "rb", _PIPE_BYTES)

    def numbers(self) -> Iterator[int]:
        """Those of the pieces that nobody has taken yet: whoever asks takes them, one by one."""
        while number := os.read(self._left, _NUMBER.size):
            yield _NUMBER.unpack(number)[0]

    def piece(self, number: int) -> Iterator[str]:
        """The texts of a piece that is the child's; those that it leaves are made here."""
        before, taken = self._count.guarded, 0
        while len(head := self._said.read(_HEAD.size)) == _HEAD.size:
            length, counted = _HEAD.unpack(head)
            if length == _END:
                return
            if len(said := self._said.read(length)) < length:
                break
            self._count.guarded += counted
            taken += 1
            yield said.decode("utf-8", "surrogatepass")
        self._count.guarded = before
        yield from islice(self._made(self._pieces.here([number])), taken, None)

    def close(self) -> None:
        """End it: it is no longer needed."""
        self._said.close()
        os.close(self._left)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def _be_child(self, reader: int, writer: int) -> NoReturn:
        """What it fails with isn't said, for the first process meets it, too."""
        try:
            os.close(reader)
            for number in _ENDING:
                if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
                    signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
            _widen(writer)
            with os.fdopen(writer, "wb", _PIPE_BYTES) as said:
                for _number, own in _by_piece(self._pieces.there, self.numbers(), self._made, self._count):
                    _say(said, own)
        finally:
            os._exit(0)


def _say(said: BinaryIO, own: Iterable[tuple[str, int]]) -> None:
    for text, counted in own:
        data = text.encode("utf-8", "surrogatepass")
        said.write(_HEAD.pack(len(data), counted))
        said.write(data)
    said.write(_HEAD.pack(_END, 0))
    said.flush()


def _opened(file: int, until: ExitStack) -> int:
    until.callback(os.close, file)
    return file


def _widen(pipe: int) -> None:
    import fcntl

    with suppress(OSError):  # no more than others have
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
