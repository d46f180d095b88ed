"""What this book's people were warned of once, so that they aren't with every command."""

import hashlib

from donations.store.book import Book


def first_time(book: Book, what: str, now: str) -> bool:
    """Whether nobody was told of `what` before; from now on somebody was. Kept as a digest: it may name a folder."""
    key = hashlib.sha256(what.encode(errors="surrogateescape")).hexdigest()[:32]
    if book.connection.execute("select 1 from told where what = ?", (key,)).fetchone():
        return False
    with book.write() as connection:
        connection.execute("insert or ignore into told (what, told_at) values (?, ?)", (key, now))
    return True
