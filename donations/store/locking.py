"""The side lock: writers of one book take turns on `BOOK.lock`, whatever program of ours they are."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from donations import errors

_PAUSE_SECONDS = 0.01


@contextmanager
def held(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock beside the book at `path`; raises BusyBook where it isn't free within `seconds`.

    Where the folder can't be written the lock is left out: SQLite then refuses the write with its own reason.
    """
    try:
        descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        deadline = time.monotonic() + seconds
        while not _taken(descriptor):
            if time.monotonic() > deadline:
                raise errors.BusyBook(path=path)
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(descriptor)  # lets the lock go, also when the process dies


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
