"""What the shell offers when TAB is pressed: names and entries from the book, cities from the table, words of ours."""

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from donations.domain.amount import MONEY
from donations.errors import DonationsError
from donations.i18n import ENGLISH, N_, _, chosen_language
from donations.output.cleaning import clean
from donations.output.formats import FORMAT_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from sqlite3 import Connection
    from typing import TypeVar

    Found = TypeVar("Found")

MOST_OFFERED = 50


def cities(incomplete: str) -> list[str]:
    """Prefecture-level cities that begin so, in Latin letters too, and behind them counties, once something is typed."""
    from donations.domain.place import (  # the table is read only where TAB asks for it
        counties_beginning,
        known_cities,
        latin_beginning,
    )

    if incomplete and incomplete.isascii():
        return latin_beginning(incomplete)[:MOST_OFFERED]
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


def entries(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Entries whose number begins so, the latest first, each with what it says."""
    return _entries(context, incomplete)


def standing_entries(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """As `entries`, of those that can be taken back or corrected."""
    return _entries(context, incomplete, standing=True)


def gifts(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """As `entries`, of gifts that stand."""
    from donations.domain.entry import GIFTS  # only where TAB asks for it

    return _entries(context, incomplete, GIFTS, standing=True)


def handed_over(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """As `entries`, of what stands and hands something over to a recipient."""
    from donations.domain.entry import HANDING_OVER  # only where TAB asks for it

    return _entries(context, incomplete, HANDING_OVER, standing=True)


def gifts_or_parties(context: typer.Context, incomplete: str) -> list[str | tuple[str, str]]:
    """Gifts where a number was begun, else parties."""
    return [*(gifts(context, incomplete) if incomplete[:1].isdigit() else ()), *parties(context, incomplete)]


def _entries(
    context: typer.Context, incomplete: str, types: "Sequence[str]" = (), *, standing: bool = False
) -> list[tuple[str, str]]:
    from donations.output.said_shortly import said_shortly  # only where TAB asks for it
    from donations.store.said_shortly import entries_beginning

    def look_up(connection: "Connection") -> list[tuple[str, str]]:
        found = entries_beginning(connection, incomplete, MOST_OFFERED, types, standing=standing)
        return [(str(entry.number), said_shortly(entry)) for entry in found]

    return _look_up(context, look_up)


def either(words: "Mapping[str, str]") -> "Callable[[str], list[tuple[str, str]]]":
    """What offers words that are understood in Chinese and in English, the other word beside each; `words`: by the Chinese one.

    Before anything is typed only those of the user's own language are offered.
    """

    def begin_so(incomplete: str) -> list[tuple[str, str]]:
        chinese = [(each, str(english)) for each, english in words.items()]
        english = [(word, each) for each, word in chinese]
        if not incomplete:
            return english if chosen_language() == ENGLISH else chinese
        return [pair for pair in (*chinese, *english) if pair[0].startswith(incomplete)]

    return begin_so


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
    return _look_up(context, lambda connection: [clean(name) for name in look_up(connection, incomplete, MOST_OFFERED)])


def _look_up(context: typer.Context, look_up: "Callable[[Connection], list[Found]]") -> "list[Found]":
    """What the book has; nothing where there is none, or none that can be read and said, such as one that another program wrote into."""
    from donations.cli.session import book_path  # needed only where TAB asks for it
    from donations.store.book import open_book
    from donations.store.faults import STUMBLES

    named = context.params.get("book") or context.find_root().params.get("book")
    path = book_path(Path(named) if named else None)
    with suppress(DonationsError, OSError, *STUMBLES), closing(open_book(path, writing=False)) as book:
        return look_up(book.connection)
    return []
