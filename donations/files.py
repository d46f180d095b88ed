"""New files: written whole or not at all, for their owner only, and never over another by accident."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from donations import errors

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextmanager
def new_file(target: Path, *, force: bool = False) -> Iterator[Path]:
    """A new, empty file beside `target` (mode 0600) for the body to fill; after it, that file is called `target`.

    It is brought to disk, then renamed. Where the body raises, nothing is left behind. Raises FileInTheWay where
    `target` exists (or has come to exist) and is not to be replaced by `force`, OSError.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not force and os.path.lexists(target):
        raise errors.FileInTheWay(path=target)
    temporary = target.with_name(f".donations-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    os.close(os.open(temporary, _NEW_FILE, 0o600))
    try:
        yield temporary
        to_disk(temporary)
        _give_name(temporary, target, force=force)
        folder_to_disk(target.parent)
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


def to_disk(file: Path) -> None:
    """Bring what was written to `file` to disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def folder_to_disk(folder: Path) -> None:
    """Bring new names in `folder` to disk too, where the system lets folders be opened."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def new_folders(folder: Path) -> None:
    """Make `folder`, and those above it that are missing, for their owner only. Raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def is_open_to_others(file: Path) -> bool:
    """Whether other people of this computer can read or write our own `file`, as far as the system's modes tell."""
    if sys.platform == "win32":
        return False
    try:
        status = file.stat()
        folders = all(folder.stat().st_mode & 0o011 for folder in file.absolute().parents)
    except OSError:
        return False
    return status.st_uid == os.geteuid() and folders and bool(status.st_mode & 0o066)


def free_name(wanted: Path) -> Path:
    """`wanted`, or with the first number behind it that no file has, as in `book-v1-2.db`."""
    path, number = wanted, 1
    while os.path.lexists(path):
        number += 1
        path = wanted.with_stem(f"{wanted.stem}-{number}")
    return path
