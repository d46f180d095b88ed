"""What a file says it is, without SQLite: by its first bytes, and by its name."""

from pathlib import Path

from donations import errors
from donations.errors.families import reason_of
from donations.files import COMPANIONS

APPLICATION_ID = 0x446F6E61
"""`Dona`, in the header of every book: tells our files from other programs'."""

MAGIC = b"SQLite format 3\x00"
"""What every file of SQLite's begins with."""
"""How every SQLite file begins."""


def refuse_other_files(path: Path) -> None:
    """Raises NoBook, BookIsFolder, CannotRead, and NotABook or NoSQLiteFile for what is no SQLite file."""
    if path.is_dir():
        raise errors.BookIsFolder(path=path, example=path / "book.db")
    try:
        refuse_pipes(path)
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        raise errors.NoBook(path=path) from None
    except OSError as error:
        raise errors.CannotRead(path=path, reason=reason_of(error)) from error
    if not head:
        raise errors.NotABook(path=path, found="an empty file")
    if head != MAGIC:
        raise errors.NoSQLiteFile(path=path)


def refuse_pipes(path: Path) -> None:
    """Raises NotABook for a pipe or a device: whoever opened it would wait for what it says. Raises OSError."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise errors.NotABook(path=path, found="no regular file")


def owners_of(path: Path) -> set[Path]:
    """The file at `path`, and the one that it would belong to by its name, as locks and journals belong to a book."""
    return {Path(str(path).removesuffix(suffix)) for suffix in ("", ".lock", *COMPANIONS)}


def is_book(file: Path) -> bool:
    """Whether the header of `file` says that it is a book; nothing that is no regular file is opened."""
    try:
        if not file.is_file():
            return False
        with file.open("rb") as opened:
            head = opened.read(72)
    except OSError:
        return False
    return head.startswith(MAGIC) and head[68:] == APPLICATION_ID.to_bytes(4)
