"""Old XLS workbooks (BIFF): handed to a process of their own, which may run out of time and memory without harm."""

import json
import subprocess
import sys
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Final, cast

from donations import errors
from donations.errors.families import reason_of
from donations.importers.readers.others import refuse_compound
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.readers.text import known_encoding
from donations.importers.sheet import Covered, Divided, Merged, MonthAlone, NoYear, Sheet, Spanning, Struck

LARGEST: Final = 64 * MEGABYTE
SECONDS: Final = 60
"""Of the processor; a sheet that is full to its 65,536th row takes five."""
MEMORY: Final = 300
"""MB of address space, the interpreter's own included."""
LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""The name of the stream in which Office keeps an XLSX with a password."""

_SEEN_IN_PART = (MonthAlone, NoYear, Covered)
_CHILD = "import sys; sys.path[:] = sys.argv[4:]; from donations.importers.readers.xls_child import main; main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])"


def read(source: Source) -> Iterator[Sheet]:
    """The sheets of an old workbook. Raises PaperTooLarge, LockedPaper, DamagedPaper, SlowPaper, NoChild, UnknownEncoding."""
    content = source.content(LARGEST)
    if LOCKED in content:
        raise errors.LockedPaper(file=source.name)
    refuse_compound(source.name, content)
    encoding = source.opening.encoding
    with TemporaryFile() as given:
        given.write(content)
        del content
        given.seek(0)
        child = _started(source, given, known_encoding(encoding) if encoding else "")
    try:
        lines = _Lines(source, cast("IO[bytes]", child.stdout))
        while (name := lines.next_sheet) is not None:
            lines.next_sheet = None
            sheet = Sheet(name, iter(()), is_hidden=lines.is_hidden)
            sheet.rows = lines.rows(sheet.hidden)
            yield sheet
            lines.leave()
    finally:
        child.kill()
        child.wait()
        cast("IO[bytes]", child.stdout).close()


def _started(source: Source, given: IO[bytes], encoding: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _CHILD, str(SECONDS), str(MEMORY), encoding, *sys.path]
    try:
        return subprocess.Popen(words, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - ourselves
    except OSError as error:
        raise errors.NoChild(file=source.name, reason=reason_of(error)) from error


class _Lines:
    """What the child writes, understood."""

    def __init__(self, source: Source, lines: IO[bytes]) -> None:
        self._source, self._lines = source, lines
        self.next_sheet: str | None = None
        self.is_hidden = False
        """Whether that sheet is hidden."""
        self._ended = False
        self.leave()

    def rows(self, hidden: set[int]) -> Iterator[tuple[int, list[str]]]:
        """The rows up to the next sheet, or the end; `hidden` gets the numbers of those that aren't shown."""
        for line in self._lines:
            said = json.loads(line)
            if isinstance(said, dict):
                self._heed(said)
                return
            number, found, struck, is_hidden = said
            if is_hidden:
                hidden.add(number)
            cells = [cell if isinstance(cell, str) else _merged(*cell) for cell in found]
            yield number, Struck(cells, struck) if struck else cells
        raise errors.SlowPaper(
            file=self._source.name, seconds=SECONDS, memory=MEMORY
        )  # it was stopped, and told nothing

    def leave(self) -> None:
        """Pass over what is left of a sheet."""
        if self.next_sheet is None and not self._ended:
            for _row in self.rows(set()):
                pass

    def _heed(self, said: dict[str, str]) -> None:
        """The next sheet begins, or the child ends."""
        self.next_sheet, self.is_hidden = said.get("sheet"), bool(said.get("hidden"))
        if self.next_sheet is not None:
            return
        self._ended = True
        match said["end"]:
            case "locked":
                raise errors.LockedPaper(file=self._source.name)
            case "memory":
                raise errors.SlowPaper(file=self._source.name, seconds=SECONDS, memory=MEMORY)
            case "":
                return
            case _:
                raise errors.DamagedPaper(file=self._source.name, part="XLS")


def _merged(of: str, down: bool | None = None, in_part: str | None = None, by: int = 1) -> str:
    """A cell that lies under another, or over others, or is a day of which a part is shown, a number shown divided, or covered."""
    if by > 1:
        return Divided(of, by)
    if in_part is not None:
        return next(sort for sort in _SEEN_IN_PART if sort.__name__ == in_part)(of)
    return Spanning(of) if down is None else Merged(of, down=down)
