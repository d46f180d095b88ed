"""A file that is read: its bytes, what people call it, and what the user said of it."""

from dataclasses import dataclass
from typing import BinaryIO

from donations import errors
from donations.importers.sheet import Opening

MEGABYTE = 1_000_000
BEGINNING = 65_536
"""As much as is looked at to tell what a file is."""

_INSIDE = " › "


@dataclass(frozen=True, slots=True)
class Source:
    """A seekable file, open for reading. `name` is what people call it, the member of an archive included."""

    name: str
    file: BinaryIO
    size: int
    opening: Opening
    in_archive: bool = False

    def beginning(self) -> bytes:
        """Its first bytes."""
        self.file.seek(0)
        return self.file.read(BEGINNING)

    def require_at_most(self, limit: int) -> None:
        """Raises PaperTooLarge beyond `limit` bytes."""
        if self.size > limit:
            raise errors.PaperTooLarge(file=self.name, size=-(-self.size // MEGABYTE), limit=limit // MEGABYTE)

    def content(self, limit: int) -> bytes:
        """All of it. Raises PaperTooLarge beyond `limit` bytes."""
        self.require_at_most(limit)
        self.file.seek(0)
        return self.file.read(limit)

    def place(self, sheet: str | None) -> str:
        """What people call a sheet of it."""
        return inside(self.name, sheet)


def inside(name: str, part: str | None) -> str:
    """What people call a part of what they call `name`."""
    return f"{name}{_INSIDE}{part}" if part else name


def last_part(name: str) -> str:
    """The innermost part of what `inside` has put together."""
    return name.rpartition(_INSIDE)[2]
