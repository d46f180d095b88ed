"""Files written whole or not at all, for their owner only, and never over another by accident."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from donations import errors
from donations.output.pager import plain_output
from donations.output.streams import reason_of

STANDARD_OUTPUT = "-"
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_file(
    path: str | Path | None, produce: Callable[[IO[Any]], object], *, force: bool = False, binary: bool = False
) -> None:
    """Let `produce` write into a stream (of text in UTF-8, or bytes where `binary`) that becomes the file at `path`.

    It is written under a temporary name (mode 0600) in the same folder, brought to disk, then renamed. None or `-` is
    the standard output; what is no regular file (a device, a pipe) is written to as it stands.
    Raises FileInTheWay where `path` exists and is not to be replaced by `force`, CannotWrite where writing fails: in
    both cases, and whatever `produce` raises, nothing is left behind.
    """
    if path is None or str(path) == STANDARD_OUTPUT:
        with plain_output(binary=binary) as stream:
            produce(stream)
        return
    target = Path(path)
    try:
        if _is_device(target):
            with _opened(target, binary=binary) as stream:
                produce(stream)
        else:
            _write_new(target, produce, force=force, binary=binary)
    except OSError as error:
        raise errors.CannotWrite(path=target, reason=reason_of(error)) from error


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _opened(file: Path | int, *, binary: bool) -> IO[Any]:
    if binary:
        return open(file, "wb")  # noqa: PTH123 - also of a descriptor
    return open(file, "w", encoding="utf-8", newline="")  # noqa: PTH123


def _write_new(target: Path, produce: Callable[[IO[Any]], object], *, force: bool, binary: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not force and os.path.lexists(target):
        raise errors.FileInTheWay(path=target)
    temporary = target.with_name(f".donations-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    descriptor = os.open(temporary, _NEW_FILE, 0o600)
    try:
        with _opened(descriptor, binary=binary) as stream:
            produce(stream)
            stream.flush()
            os.fsync(stream.fileno())
        _give_name(temporary, target, force=force)
        _to_disk(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _give_name(temporary: Path, target: Path, *, force: bool) -> None:
    """Rename; without `force` in a way that fails where somebody has made `target` in the meantime."""
    if not force:
        try:
            os.link(temporary, target)
        except FileExistsError as error:
            raise errors.FileInTheWay(path=target) from error
        except OSError:
            if os.path.lexists(target):
                raise errors.FileInTheWay(path=target) from None
        else:
            return
    temporary.replace(target)


def _to_disk(folder: Path) -> None:
    """Bring the new name to disk too, where the system lets folders be opened."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
