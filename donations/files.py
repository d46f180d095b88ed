"""New files: written whole or not at all, for their owner only, and never over another by accident."""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from donations import errors

_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


JOURNALS = ("-journal", "-wal")
"""What SQLite puts behind a file's name for those that it applies to its content."""

COMPANIONS = (*JOURNALS, "-shm")
"""What SQLite puts behind a file's name for all files that belong to it."""

_LEFTOVER = rf"\.donations-\d+-[0-9a-f]{{12}}\.tmp({'|'.join(COMPANIONS)})?"  # compiled where a file is written
_LEFTOVER_SECONDS = 24 * 60 * 60.0
_SIDE_BY_SIDE = 16
"""How many files are brought to disk at once."""


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
    with temporary_beside(target) as temporary:
        yield temporary
        to_disk(temporary)
        give_name(temporary, target, force=force)


@contextmanager
def temporary_beside(target: Path) -> Iterator[Path]:
    """A new, empty file (mode 0600) in the folder of `target`; gone after the body unless that has renamed it."""
    _remove_leftovers(target.parent)
    temporary = _made_beside(target)
    try:
        yield temporary
    finally:
        for name in ("", *COMPANIONS):
            with suppress(OSError):
                beside(temporary, name).unlink()


@contextmanager
def new_files(folder: Path, *, force: bool = False) -> Iterator[Callable[[str], Path]]:
    """Many new files in `folder`: the body asks for each by its name, and fills the file it gets; after the body, each has its name.

    All are brought to disk side by side, then renamed, then the folder is brought to disk, once. Where the body raises,
    nothing is left behind. Raises FileInTheWay where one of the names exists and is not to be replaced by `force` (one that
    came to exist during the renaming too: the files before it have their names by then), OSError.
    """
    _remove_leftovers(folder)
    made: list[tuple[Path, Path]] = []

    def new(name: str) -> Path:
        if not force and os.path.lexists(folder / name):
            raise errors.FileInTheWay(path=folder / name)
        made.append((folder / name, _made_beside(folder / name)))
        return made[-1][1]

    try:
        yield new
        _all_to_disk([temporary for _target, temporary in made])
        try:
            for target, temporary in made:
                _rename(temporary, target, force=force)
        finally:
            folder_to_disk(folder)
    finally:
        for _target, temporary in made:
            with suppress(OSError):
                temporary.unlink()


def _made_beside(target: Path) -> Path:
    temporary = target.with_name(f".donations-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    os.close(os.open(temporary, _NEW_FILE, 0o600))
    return temporary


def beside(path: Path, suffix: str) -> Path:
    """The file whose name is that of `path` with `suffix` behind it."""
    return path.parent / (path.name + suffix)  # a folder's root has no name that could be another


def real_file(path: Path) -> Path:
    """The file that `path` leads to where it is a link: locks, journals and copies lie beside that one. Else `path` as it is."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def is_leftover(name: str) -> bool:
    """Whether a file of that name is one that a program of ours was writing when it was killed, or is writing now."""
    return re.fullmatch(_LEFTOVER, name) is not None


def _remove_leftovers(folder: Path) -> None:
    """Remove temporary files that killed programs of ours left in `folder` more than a day ago, as far as that can be done."""
    with suppress(OSError):
        for file in os.scandir(folder):
            if not is_leftover(file.name):
                continue
            with suppress(OSError):
                status = file.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > _LEFTOVER_SECONDS:
                    Path(file.path).unlink()


def give_name(temporary: Path, target: Path, *, force: bool) -> None:
    """Rename, and bring that to disk; without `force` in a way that fails where somebody has made `target` in the meantime.

    Raises FileInTheWay, OSError.
    """
    try:
        _rename(temporary, target, force=force)
    finally:
        folder_to_disk(target.parent)


def _rename(temporary: Path, target: Path, *, force: bool) -> None:
    if force:
        temporary.replace(target)
    else:
        _link(temporary, target)


def _link(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError as error:
        raise errors.FileInTheWay(path=target) from error
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise errors.FileInTheWay(path=target) from None
        temporary.replace(target)


def to_disk(file: Path) -> None:
    """Bring what was written to `file` to disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _all_to_disk(files: Sequence[Path]) -> None:
    """Bring them to disk side by side: a disk that is asked for many at once takes little longer than for one."""
    from concurrent.futures import ThreadPoolExecutor  # not needed for a single file

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as threads:
        for _done in threads.map(to_disk, files):
            pass


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


def other_names(file: Path) -> list[Path]:
    """Under which other names of its folder the same `file` is there (hard links), in order; none where the folder can't be read."""
    try:
        if file.stat().st_nlink == 1:
            return []
        return sorted(one for one in file.parent.iterdir() if one.name != file.name and one.samefile(file))
    except OSError:
        return []


def free_name(wanted: Path) -> Path:
    """`wanted`, or with the first number behind it that no file has, as in `book-v1-2.db`."""
    path, number = wanted, 1
    while os.path.lexists(path):
        number += 1
        path = wanted.with_stem(f"{wanted.stem}-{number}")
    return path


# Plain text, compiled on first use (and kept by re).
_NOT_IN_NAMES = r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]'
_DEVICES = r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?"
_LONGEST_NAME = 100
"""Bytes, so that a number and an ending fit into the 255 that a folder takes, also where it is encrypted (143)."""


def safe_name(text: str) -> str:
    """`text` as (a part of) a file's name on every system: no separator, no hidden file, no device of Windows, not too long."""
    name = re.sub(_NOT_IN_NAMES, "_", text).strip(" .") or "_"
    name = f"_{name}" if re.fullmatch(_DEVICES, name) or name.startswith(("-", "~")) else name
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip(" .") or "_"
