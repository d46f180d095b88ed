"""What the shell offers when TAB is pressed: names from the book, cities from the table."""

from contextlib import closing, suppress
from pathlib import Path

import typer

from donations.errors import DonationsError
from donations.output.cells import clean

MOST_OFFERED = 50


def cities(incomplete: str) -> list[str]:
    """Prefecture-level cities that begin so."""
    from donations.domain.place import known_cities  # the table is read only where TAB asks for it

    return [city for city in known_cities() if city.startswith(incomplete)][:MOST_OFFERED]


def parties(context: typer.Context, incomplete: str) -> list[str]:
    """Known parties that begin so."""
    return _from_book(
        context,
        "select name from parties where substr(name, 1, length(:begin)) = :begin order by name limit :most",
        incomplete,
    )


def items(context: typer.Context, incomplete: str) -> list[str]:
    """Known items that begin so."""
    return _from_book(
        context,
        "select name from items where substr(name, 1, length(:begin)) = :begin order by name limit :most",
        incomplete,
    )


def _from_book(context: typer.Context, query: str, incomplete: str) -> list[str]:
    from donations.cli.session import book_path  # imports the store, needed only where TAB asks for it
    from donations.store.book import open_book

    named = context.params.get("book") or context.find_root().params.get("book")
    with (
        suppress(DonationsError, OSError),
        closing(open_book(book_path(Path(named) if named else None), writing=False)) as book,
    ):
        found = book.connection.execute(query, {"begin": incomplete, "most": MOST_OFFERED}).fetchall()
        return [clean(str(row[0])) for row in found]
    return []
