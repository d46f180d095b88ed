"""What the shell offers when TAB is pressed: names from the book, cities from the table."""

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from donations.domain.amount import MONEY
from donations.errors import DonationsError
from donations.i18n import N_, _
from donations.output.cleaning import clean
from donations.output.formats import FORMAT_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

MOST_OFFERED = 50


def cities(incomplete: str) -> list[str]:
    """Prefecture-level cities that begin so, and behind them counties, once something is typed."""
    from donations.domain.place import counties_beginning, known_cities  # the table is read only where TAB asks for it

    found = [city for city in known_cities() if city.startswith(incomplete)]
    return [*found, *(counties_beginning(incomplete) if incomplete else ())][:MOST_OFFERED]


def formats(incomplete: str) -> list[str]:
    """Formats that begin so."""
    return _so(list(FORMAT_NAMES), incomplete)


def parties(context: typer.Context, incomplete: str) -> list[str]:
    """Known parties that begin so."""
    from donations.store.parties import beginning  # only where TAB asks for it

    return _from_book(context, beginning, incomplete)


def items(context: typer.Context, incomplete: str) -> list[str]:
    """Known items that begin so; money by the words that reports have for it."""
    from donations.domain.currencies import FOREIGN  # only where TAB asks for it
    from donations.store.items import beginning

    def known(connection: "Connection", begin: str, most: int) -> list[str]:
        abroad = {code: unit for code, unit in FOREIGN.items() if begin and unit.startswith(begin)}
        called = [unit for code, unit in abroad.items() if code in beginning(connection, code, 1)]
        return [*beginning(connection, begin, most), *called]

    goods = [item for item in _from_book(context, known, incomplete) if item != MONEY]
    return [*_so([_(N_("money"))], incomplete), *goods]


def stores(context: typer.Context, incomplete: str) -> list[str]:
    """Known stores that begin so."""
    from donations.store.items import known  # only where TAB asks for it

    return _from_book(context, lambda connection, begin, _most: _so(known(connection, "store"), begin), incomplete)


def purposes(context: typer.Context, incomplete: str) -> list[str]:
    """Known purposes that begin so."""
    from donations.store.items import known  # only where TAB asks for it

    return _from_book(context, lambda connection, begin, _most: _so(known(connection, "purpose"), begin), incomplete)


def columns(incomplete: str) -> list[str]:
    """What the column that stands before the = can be said to be."""
    from donations.domain.paper_fields import FIELDS  # only where TAB asks for it

    heading, equals, field = incomplete.rpartition("=")
    return [f"{heading}={known}" for known in FIELDS if known.startswith(field)] if equals else []


def _so(names: list[str], begin: str) -> list[str]:
    return [name for name in names if name.startswith(begin)]


def _from_book(
    context: typer.Context, look_up: "Callable[[Connection, str, int], list[str]]", incomplete: str
) -> list[str]:
    from donations.cli.session import book_path  # imports the store, needed only where TAB asks for it
    from donations.store.book import open_book

    named = context.params.get("book") or context.find_root().params.get("book")
    path = book_path(Path(named) if named else None)
    with suppress(DonationsError, OSError), closing(open_book(path, writing=False)) as book:
        return [clean(name) for name in look_up(book.connection, incomplete, MOST_OFFERED)]
    return []
