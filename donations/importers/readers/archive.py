"""ZIP archives that hold papers: each member in turn, unlocked with a password that is asked for once."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, Final, cast

from donations import errors
from donations.importers.readers.package import Package
from donations.importers.readers.source import MEGABYTE, Source, inside
from donations.importers.readers.strong_lock import METHOD, WrongKeyError, lock_of
from donations.importers.sheet import Sheet

LARGEST_MEMBER: Final = 512 * MEGABYTE
IN_MEMORY: Final = 32 * MEGABYTE
"""What is unpacked beyond that goes to a file without a name, which the system removes."""
CHUNK: Final = 1 << 18
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_OTHER_LOCKS: Final = 0x2040
"""Marks of members, or of whole tables of contents, that are locked as hardly any program does."""
_UTF_8_NAME: Final = 0x800
_NO_PAPERS: Final = ("__MACOSX/",)


def read(source: Source, package: Package, sheets_of: Callable[[Source], Iterator[Sheet]]) -> Iterator[Sheet]:
    """The sheets of the papers in an archive; where there are several, with the name of the member before theirs.

    Raises LockedArchive, WrongPassword, StrongArchive, TooMuchInside, DamagedPaper, EmptyPaper, and what the papers do.
    """
    members = [part for part in package.parts if _is_paper(part)]
    if not members:
        raise errors.EmptyPaper(file=source.name)
    password: bytes | None = None
    for member in members:
        *folders, name = _path(member)
        if not _can_open(member):
            raise errors.StrongArchive(file=inside(source.name, name), method=member.compress_type)
        if member.flag_bits & 1 and password is None:
            password = _asked(source)
        with SpooledTemporaryFile(max_size=IN_MEMORY) as unpacked:
            size = _unpack(source, package, member, password, unpacked)
            paper = Source(inside(source.name, name), cast("BinaryIO", unpacked), size, source.opening, in_archive=True)
            for sheet in sheets_of(paper):
                named = replace(sheet, name=inside(name, sheet.name)) if len(members) > 1 else sheet
                named.files = tuple(reversed([*folders, name.rpartition(".")[0] or name]))
                yield named


def _is_paper(part: zipfile.ZipInfo) -> bool:
    """Not a folder, and not what computers put beside files on their own."""
    last = part.filename.rpartition("/")[2]
    return bool(last) and not last.startswith(".") and last != "Thumbs.db" and not part.filename.startswith(_NO_PAPERS)


def _can_open(part: zipfile.ZipInfo) -> bool:
    """Whether a member is packed and locked in ways that are known here."""
    known = lock_of(part) is not None if part.compress_type == METHOD else part.compress_type in _METHODS
    return known and not part.flag_bits & _OTHER_LOCKS


def _path(part: zipfile.ZipInfo) -> list[str]:
    """A member's folders and its name; those without the mark of UTF-8 are in the code page of Chinese Windows."""
    name = part.filename
    if not part.flag_bits & _UTF_8_NAME:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = part.filename
    return name.split("/")


def _asked(source: Source) -> bytes:
    """The password, from the user. Raises LockedArchive."""
    said = source.opening.password(source.name) if source.opening.password else None
    if said is None:
        raise errors.LockedArchive(file=source.name)
    return said.encode()


def _unpack(source: Source, package: Package, member: zipfile.ZipInfo, password: bytes | None, into: IO[bytes]) -> int:
    """Unpack a member into a file; how many bytes it has."""
    try:
        for chunk in package.chunks_of(member, LARGEST_MEMBER, password):
            into.write(chunk)
    except errors.DamagedPaper as error:
        is_wrong = member.compress_type != METHOD or isinstance(error.__cause__, WrongKeyError)
        if password is not None and member.flag_bits & 1 and is_wrong:
            raise errors.WrongPassword(file=source.name) from error
        raise
    size = into.tell()
    into.seek(0)
    return size
