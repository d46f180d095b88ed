"""Reports into files."""

import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

from donations import errors
from donations.errors.families import reason_of
from donations.files import new_file, new_files
from donations.output.pager import plain_output

STANDARD_OUTPUT = "-"


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


def write_files(
    folder: Path, named: Iterable[tuple[str, Callable[[IO[Any]], object]]], *, force: bool = False, binary: bool = False
) -> None:
    """As `write_file`, for many files of one folder, each a name and who produces it: none has its name before all are whole.

    Raises FileInTheWay, CannotWrite, and whatever a producer raises: nothing is left behind then.
    """
    try:
        with new_files(folder, force=force) as new:
            for name, produce in named:
                with _opened(new(name), binary=binary) as stream:
                    produce(stream)
    except OSError as error:
        raise errors.CannotWrite(path=folder, reason=reason_of(error)) from error


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _opened(file: Path, *, binary: bool) -> IO[Any]:
    return file.open("wb") if binary else file.open("w", encoding="utf-8", newline="")


def _write_new(target: Path, produce: Callable[[IO[Any]], object], *, force: bool, binary: bool) -> None:
    with new_file(target, force=force) as temporary, _opened(temporary, binary=binary) as stream:
        produce(stream)
