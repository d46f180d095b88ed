"""Text on its way to a stream: what its encoding lacks, and why writing to it failed."""

import codecs
import errno
import shutil
from collections.abc import Callable
from typing import TextIO

from donations.i18n import N_, _
from donations.output.width import folded, width

BY_WIDTH, BY_CODE = "donations.by-width", "backslashreplace"
"""What stands for a missing character: as many question marks as it has cells, or its code."""

_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EACCES: N_("not allowed"),
    errno.EPERM: N_("not allowed"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
}


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join("?" * width(character) for character in missing), error.end


codecs.register_error(BY_WIDTH, _question_marks)


def screen_width(stream: TextIO) -> int | None:
    """How many cells a line of the terminal behind `stream` has; None where there is no terminal."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def fitted(text: str, stream: TextIO) -> str:
    """`text` with its lines broken between words where `stream` is a terminal.

    Elsewhere it stays as it is: scripts, and people who search a log, have a sentence on one line.
    """
    cells = screen_width(stream)
    return text if cells is None else "\n".join(part for line in text.split("\n") for part in folded(line, cells))


def takes_everything(stream: TextIO) -> bool:
    """Whether every character can be written to `stream`."""
    encoding = getattr(stream, "encoding", None)
    return not encoding or codecs.lookup(encoding).name.startswith("utf")


def writer(stream: TextIO, missing: str = BY_CODE) -> Callable[[str], object]:
    """How to write text to `stream`: characters its encoding lacks are replaced as `missing` says, never refused."""
    if takes_everything(stream):
        return stream.write
    encoding = stream.encoding

    def write(text: str) -> object:
        return stream.write(text.encode(encoding, missing).decode(encoding))

    return write


def reason_of(error: OSError) -> str:
    """Why the system refused, in the words of this run's language where we know them."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or str(error)
