"""What a book's own connection sees, seen again by a process that this one is forked into.

SQLite wants each process to open the file for itself. A reader's lock keeps the file as it is, and those of this process aren't
the child's: so it opens the file as one that doesn't change, and sees what it holds for as long as this process reads.
"""

import sqlite3

from donations.store import connecting, crowds
from donations.store.book import Book

_IS_AS_IN_FILE = f"""
select (select query_only from pragma_query_only)
  and (select journal_mode from pragma_journal_mode) in ('delete', 'truncate', 'persist')
  and not exists (select 1 from temp.sqlite_master where name not in ({", ".join(f"'{name}'" for name in crowds.VIEWS)}))"""  # noqa: S608 - a constant


def can_be_seen_again(book: Book) -> bool:
    """Whether `book` reads what its file holds, and nothing else: it writes nothing, and names are masked for nobody."""
    if not book.connection.in_transaction:
        return False
    [[is_as_in_file]] = book.connection.execute(_IS_AS_IN_FILE)
    return bool(is_as_in_file)


def seen_again(book: Book, last: tuple[int, str | None]) -> Book | None:
    """In a forked process: `book` on a connection of its own, to be read as long as the first process has its sight of it.

    None where it isn't the same: where it doesn't end with what was `last` there.
    """
    connection = sqlite3.connect(f"{book.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    for pragma in connecting.READER_PRAGMAS:
        connection.execute(f"pragma {pragma}")
    again = Book(book.path, connection)
    connection.execute("begin")
    return again if book.is_in_place() and again.last() == last else None
