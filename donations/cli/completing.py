"""What the shell offers when TAB is pressed: names from the book, cities from the table."""

import os
from contextlib import closing, suppress
from pathlib import Path

from donations.errors import DonationsError
from donations.output.cells import clean

MOST_OFFERED = 50


def cities(incomplete: str) -> list[str]:
    """Prefecture-level cities that begin so."""
    from donations.domain.place import known_cities  # the table is read only where TAB asks for it

    return [city for city in known_cities() if city.startswith(incomplete)][:MOST_OFFERED]


def parties(incomplete: str) -> list[str]:
    """Known parties that begin so."""
    return _from_book("select name from parties where name like :begin || '%' order by name limit :most", incomplete)


def items(incomplete: str) -> list[str]:
    """Known items that begin so."""
    return _from_book("select name from items where name like :begin || '%' order by name limit :most", incomplete)


def _from_book(query: str, incomplete: str) -> list[str]:
    from donations.cli.session import book_path  # imports the store, needed only where TAB asks for it
    from donations.store.book import open_book

    named = os.environ.get("COMP_WORDS", "").split()  # the shell hands the words typed so far
    path = Path(named[named.index("--book") + 1]) if "--book" in named[:-1] else None
    with suppress(DonationsError, OSError), closing(open_book(book_path(path), writing=False)) as book:
        found = book.connection.execute(query, {"begin": incomplete, "most": MOST_OFFERED}).fetchall()
        return [clean(str(row[0])) for row in found]
    return []
