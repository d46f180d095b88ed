"""A spreadsheet packed as a ZIP of XML parts: opened within limits, read as a stream, and no XML but the plain sort."""

import errno
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final, Protocol, cast
from xml.parsers import expat

from donations import errors
from donations.importers.readers.source import MEGABYTE, Source
from donations.importers.readers.strong_lock import METHOD, lock_of, unlocked

LARGEST_FILE: Final = 256 * MEGABYTE
LARGEST_CONTENTS: Final = 2 * MEGABYTE
"""Bytes of the archive's table of contents: read at once by `zipfile`, about 80 for each part."""
MOST_PARTS: Final = 10_000
"""A workbook has about ten, and one for each sheet and picture."""
LARGEST_SMALL_PART: Final = 16 * MEGABYTE
"""Bytes of parts that say something of the workbook: its sheets, styles, relations."""
LARGEST_PART: Final = 2_000 * MEGABYTE
"""Bytes of a sheet or its texts; 1,048,576 rows of 20 columns have half of it."""
TIGHTEST: Final = 150
TIGHT_FROM: Final = 8 * MEGABYTE
"""Parts of so many bytes that were packed to less than one in `TIGHTEST` are bombs: sheets pack to one in 5 to 30, one
that says the same in every row to one in 100; the method allows one in 1,000."""
LONGEST_TOKEN: Final = 2 * MEGABYTE
"""Bytes without a tag ending or a text in between: expat holds them all, and begins anew with each chunk."""
CHUNK: Final = 1 << 16

FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    expat.ExpatError,
    RuntimeError,  # also for a way of packing that `zipfile` lacks, or a wrong password
    ValueError,
    LookupError,
)
"""What `zipfile`, `zlib` and expat raise for content that is not as it should be."""


class Handler(Protocol):
    """What is told of the elements of a part."""

    @property
    def text(self) -> Callable[[str], object]: ...

    def start(self, name: str, attributes: dict[str, str], /) -> None: ...
    def end(self, name: str, /) -> None: ...


class Package:
    """The parts of an open archive by name. Raises DamagedPaper, TooMuchInside, LockedPaper, PaperTooLarge."""

    def __init__(self, source: Source) -> None:
        self.name = source.name
        source.require_at_most(LARGEST_FILE)
        self._file = cast("BinaryIO", _Guarded(source))
        try:
            self._zip = zipfile.ZipFile(self._file)
        except (*FAULTS, OverflowError) as error:
            raise errors.DamagedPaper(file=source.name, part="ZIP") from error
        if len(self._zip.filelist) > MOST_PARTS:
            raise errors.TooMuchInside(file=source.name, part=f"{len(self._zip.filelist)} ×")
        self.parts = self._zip.filelist
        self.names = {part.filename: part for part in self.parts}

    def chunks(self, name: str, limit: int = LARGEST_SMALL_PART, password: bytes | None = None) -> Iterator[bytes]:
        """The bytes of the only part of that name, as they are unpacked. Raises DamagedPaper, LockedPaper, TooMuchInside."""
        part = self.names.get(name)
        if part is None or (len(self.names) < len(self.parts) and self._is_twice(name)):
            raise errors.DamagedPaper(file=self.name, part=name)
        yield from self.chunks_of(part, limit, password)

    def _is_twice(self, name: str) -> bool:
        """Whether several parts bear a name, of which nobody can tell which is meant."""
        return sum(1 for part in self.parts if part.filename == name) > 1

    def chunks_of(self, part: zipfile.ZipInfo, limit: int, password: bytes | None = None) -> Iterator[bytes]:
        """The same of one part, which may share its name with others."""
        name = part.filename
        if part.flag_bits & 1 and password is None:
            raise errors.LockedPaper(file=self.name)
        bomb = part.file_size > TIGHT_FROM and part.file_size > TIGHTEST * max(1, part.compress_size)
        if bomb or part.file_size > limit:
            raise errors.TooMuchInside(file=self.name, part=name)
        try:
            yield from self._unpacked(part, password)
        except FAULTS as error:
            raise errors.DamagedPaper(file=self.name, part=name) from error

    def _unpacked(self, part: zipfile.ZipInfo, password: bytes | None) -> Iterator[bytes]:
        """The bytes of a part, no more than its `file_size` says."""
        lock = lock_of(part) if part.compress_type == METHOD else None
        if lock is not None and password is not None:
            yield from unlocked(self._file, part, lock, password)
            return
        with self._zip.open(part, pwd=password) as opened:
            while chunk := opened.read(CHUNK):
                yield chunk

    def parsed(
        self, name: str, handler: Handler, limit: int = LARGEST_SMALL_PART, *, spaces: bool = False
    ) -> Iterator[None]:
        """Tell `handler` of a part, and pause after each chunk; with `spaces`, names are `namespace name`.

        Raises DamagedPaper, TooMuchInside, LockedPaper, ForeignDefinitions.
        """
        parser = expat.ParserCreate(None, " " if spaces else None)
        parser.buffer_text = True
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = self._refuse_doctype(name)
        read = 0
        try:
            for chunk in self.chunks(name, limit):
                read += len(chunk)
                parser.Parse(chunk, False)
                if read - max(0, parser.CurrentByteIndex) > LONGEST_TOKEN:
                    raise errors.TooMuchInside(file=self.name, part=name)
                yield
            parser.Parse(b"", True)
        except FAULTS as error:
            raise errors.DamagedPaper(file=self.name, part=name) from error
        yield

    def parse(self, name: str, handler: Handler) -> None:
        """Tell `handler` of a small part, all of it."""
        for _pause in self.parsed(name, handler):
            pass

    def _refuse_doctype(self, part: str) -> Callable[[str, str | None, str | None, bool], object]:
        def refuse(*_declared: object) -> None:
            raise errors.ForeignDefinitions(file=self.name, part=part)

        return refuse


class _NowhereError(zipfile.BadZipFile, OSError):
    """A place before the beginning: a fault of the file, not of the disk. `zipfile` itself expects an OSError at times."""


class _Guarded:
    """A file for `zipfile`, which reads the table of contents in one piece, however large it claims to be."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.tell, self.seekable = source.file.tell, source.file.seekable

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go where a table of contents says; before the beginning there is nothing."""
        try:
            return self._source.file.seek(offset, whence)
        except OSError as error:
            if error.errno == errno.EINVAL:
                raise _NowhereError from error
            raise

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            size = max(0, self._source.size - self.tell())
        if size > LARGEST_CONTENTS:
            raise errors.TooMuchInside(file=self._source.name, part="ZIP")
        return self._source.file.read(size)


def local(name: str) -> str:
    """An element's name without the prefix of its namespace."""
    return name.rpartition(":")[2]


def resolved(base: str, target: str) -> str:
    """The name of the part that `target` means where it stands in part `base`; only ever looked up in the archive."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")
