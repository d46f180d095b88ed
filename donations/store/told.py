"""What this book's people were warned of once, so that not every command warns them again."""

import hashlib

from donations.store.book import Book
from donations.store.faults import faults_spoken


def first_time(book: Book, what: str, now: str) -> bool:
    """Whether nobody was told of `what` before; from now on somebody was. Kept as a digest: it may name a folder.

    Raises BusyBook, CannotWrite, DamagedFile.
    """
    key = hashlib.sha256(what.encode(errors="surrogateescape")).hexdigest()[:32]
    with faults_spoken(book.path):
        was_told = book.connection.execute("select 1 from told where what = ?", (key,)).fetchone() is not None
    if was_told:
        return False
    with book.write() as connection:
        connection.execute("insert or ignore into told (what, told_at) values (?, ?)", (key, now))
    return True
