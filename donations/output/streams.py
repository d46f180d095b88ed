"""Text on its way to a stream: what its encoding lacks, and how wide it may be."""

import codecs
import shutil
from collections.abc import Callable
from typing import TextIO

from donations.output.width import folded, width

BY_WIDTH, BY_CODE = "donations.by-width", "backslashreplace"
"""What stands for a missing character: as many question marks as it has cells, or its code."""


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join("?" * width(character) for character in missing), error.end


codecs.register_error(BY_WIDTH, _question_marks)


def screen_width(stream: TextIO | None) -> int | None:
    """How many cells a line of the terminal behind `stream` has; None where there is no terminal, or the stream was closed."""
    return shutil.get_terminal_size().columns if stream is not None and stream.isatty() else None


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
