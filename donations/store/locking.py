"""The side lock: writers of one book take turns on `BOOK.lock`, whatever program of ours they are."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from donations import errors

Listener: TypeAlias = Callable[[Path, str | None, float], None]
"""Is told of a book that is waited for: its path, the process that holds it where that is known, how many seconds at most."""

QUIET_SECONDS = 2.0
"""Who waits longer than that is told what for."""

_PAUSE_SECONDS = 0.01
_listeners: list[Listener] = []


def tell_of_waiting(listener: Listener) -> None:
    """From now on `listener`, and nobody else, is told of a book that is waited for; it hears of each wait once."""
    _listeners[:] = [listener]


class Waiting:
    """One wait for those who use the book at `path`, for at most `seconds`."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path, self._seconds = path, seconds
        self._since = time.monotonic()
        self._is_told = False

    def goes_on(self) -> bool:
        """Whether to try once more; asked after each try that failed."""
        waited = time.monotonic() - self._since
        if waited > self._seconds:
            return False
        if waited > QUIET_SECONDS and not self._is_told:
            self._is_told = True
            process = _holder_of(self._path)
            for listener in _listeners:
                listener(self._path, process, self._seconds)
        return True


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock beside the book at `path`; raises BusyBook where it isn't free within `seconds`.

    Where the folder can't be written the lock is left out: SQLite then refuses the write with its own reason.
    """
    try:
        descriptor = os.open(lock_beside(path), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        waiting = Waiting(path, seconds)
        while not _taken(descriptor):
            if not waiting.goes_on():
                raise busy(path)
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(descriptor)  # lets the lock go, also when the process dies


def busy(path: Path) -> errors.DonationsError:
    """What to say of a book that another program holds: which process it is, where the system tells."""
    process = _holder_of(path)
    return errors.HeldBook(path=path, process=process) if process else errors.BusyBook(path=path)


def _holder_of(path: Path) -> str | None:
    """The process that has a lock on the book or on its side file, as Linux tells; opening the book would let ours go."""
    try:
        inodes = {str(file.stat().st_ino) for file in (path, lock_beside(path)) if file.exists()}
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            words = line.split()  # 1: POSIX ADVISORY WRITE 4711 08:01:1234 0 EOF
            if "->" not in words and words[5].split(":")[-1] in inodes and words[4] != str(os.getpid()):
                return words[4]
    except (OSError, IndexError):
        pass
    return None


def lock_beside(path: Path) -> Path:
    """The side file that the lock of the book at `path` is on."""
    return path.with_name(path.name + ".lock")


if sys.platform == "win32":
    import msvcrt

    def _taken(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
