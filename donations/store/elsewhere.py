"""Where a book's content lies besides the book: copies under whatever name, and what killed programs left."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from donations.files import COMPANIONS, is_leftover
from donations.store.book import Book

_MARK = r"-(?:v\d+|replaced-\d{8}-\d{6}|salvaged|\d{8}-\d{6})(?:-\d+)?"
"""What this program puts behind a book's name: -v1, -v1-2, -replaced-20200301-180000, -salvaged, -20200301-180000."""

_SOURCE = "select after from register_change where register = 'book' and act = 'salvaged' and after is not null"


def copies_of(book: Book, backups: str) -> list[Path]:
    """Every file that holds the book or a part of it, in the folder where it lies and in the folder `backups` there.

    A file that can be read as a book is told by what it says; one that can't by its name.
    """
    homes = {book.path.absolute().parent, Path(os.path.realpath(book.path)).parent}
    identities = _identities(book.connection)
    named = _names_like(book.path)
    found: dict[str, Path] = {}
    for folder in sorted(homes | {home / backups for home in homes}):
        for file in _files_in(folder):
            if not _belongs_to(file, book.path) and (is_leftover(file.name) or _is_copy(file, identities, named)):
                real = os.path.realpath(file)
                # Deleting a link would delete nothing.
                found.setdefault(real, Path(real) if file.is_symlink() else file)
    return list(found.values())


def is_made_copy(file: Path, backups: str) -> bool:
    """Whether this program made `file` as a copy, by its name or where it lies: anything else may be the book that others keep."""
    owner = _owner(file)
    return is_leftover(file.name) or file.parent.name == backups or re.fullmatch(f".+{_MARK}", owner.stem) is not None


def _files_in(folder: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        yield from sorted(Path(entry.path) for entry in entries if entry.is_file())


def _belongs_to(file: Path, book: Path) -> bool:
    """Whether `file` is the book itself, however it is called, or a file that lies beside it while it is used."""
    with suppress(OSError):
        if file.samefile(book):
            return True
    names = {path.name + suffix for path in (book, Path(os.path.realpath(book))) for suffix in (".lock", *COMPANIONS)}
    return file.name in names


def _is_copy(file: Path, identities: set[str], named: re.Pattern[str]) -> bool:
    owner = _owner(file)
    found = identities_in(owner)
    return named.fullmatch(owner.name) is not None if found is None else bool(found & identities)


def _owner(file: Path) -> Path:
    """The book that `file` is, or that it was put beside by SQLite."""
    for suffix in COMPANIONS:
        file = file.with_name(file.name.removesuffix(suffix))
    return file


def identities_in(file: Path) -> set[str] | None:
    """Which book the file says it is, and was made of; None where nobody can read that. Nothing beside it is touched."""
    try:
        with file.open("rb") as opened:
            if opened.read(16) != b"SQLite format 3\x00":
                return None
        sight = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(sight, uri=True)) as connection:
            return _identities(connection) or None
    except (OSError, sqlite3.Error):
        return None


def _identities(connection: sqlite3.Connection) -> set[str]:
    """That of the book, and that of the damaged one which it was salvaged from."""
    found = {str(row[0]) for row in connection.execute("select identity from book")}
    for [source] in connection.execute(_SOURCE):
        with suppress(ValueError, AttributeError):
            found.add(str(json.loads(source).get("identity")))
    return found - {"None"}  # where that was lost


def _names_like(book: Path) -> re.Pattern[str]:
    """The names that this program gives to copies of a book, and to the book that this one may be a copy of."""
    base = re.sub(rf"(?:{_MARK})+$", "", book.stem) or book.stem
    stems = "|".join(map(re.escape, dict.fromkeys((book.stem, base, Path(os.path.realpath(book)).stem))))
    return re.compile(rf"(?:{stems})(?:{_MARK})*(?:{re.escape(book.suffix)}|\.db)")
