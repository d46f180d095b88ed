"""Copies of a book: consistent while others write, whole or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

from donations.files import free_name, new_file
from donations.store.book import Book, connect, patiently


def copy_to(book: Book, target: Path, *, force: bool = False) -> None:
    """What `book` holds on disk now, as one file at `target`, on disk before it has that name.

    Raises FileInTheWay (unless `force`), OSError, sqlite3.Error; then there is no file.
    """
    with new_file(target, force=force) as temporary, closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
        copy.execute("pragma journal_mode=OFF")  # a copy that fails is thrown away
        copy.execute("pragma synchronous=OFF")  # new_file brings the whole of it to disk
        with closing(connect(book.path, writing=False)) as source:  # one that writes can't be copied from
            source.execute("begin")
            patiently(lambda: source.execute("select 1 from sqlite_master"))  # one sight: nothing is copied twice
            source.backup(copy)
            source.rollback()


def keep_aside(book: Book, mark: str) -> Path:
    """Copy the book beside itself under a name with `mark` in it that no file has; gives that name."""
    path = free_name(book.path.with_stem(f"{book.path.stem}-{mark}"))
    copy_to(book, path)
    return path
