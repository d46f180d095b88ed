"""The whole book as one table that another book can take: names, then entries, a row a line."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from donations.domain import exchange as said
from donations.domain.exchange import (
    AMOUNTS,
    COLUMNS,
    DAYS,
    NUMBERS,
    OF_LINE,
    ROLES,
    BookSaid,
    ClosingSaid,
    EndSaid,
    EntrySaid,
    ItemSaid,
    NamedSaid,
    PackSaid,
    PartySaid,
    Statement,
)
from donations.i18n import N_
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Table, Type, Value
from donations.store.book import Book

Cells = Mapping[str, Value]


def exchange(book: Book, statements: Callable[[], Iterable[Statement]]) -> Report:
    """The book as `statements` say it, read anew each time."""
    table = Table("book", N_("Book"), tuple(map(_column, COLUMNS)), lambda: _rows(statements()))
    return report(book, "book", N_("Book"), [table], None)


def _column(key: str) -> Column:
    if key in NUMBERS:
        return Column(key, key, Type.INTEGER, is_verbatim=True)
    if key in AMOUNTS:
        return Column(key, key, Type.NUMBER, is_verbatim=True)
    return Column(key, key, Type.DATE if key in DAYS else Type.TEXT, is_verbatim=True, is_exact=key not in DAYS)


def _rows(statements: Iterable[Statement]) -> Iterator[Row]:
    for statement in statements:
        for cells in _cells(statement):
            yield tuple(map(cells.get, COLUMNS))


def _cells(statement: Statement) -> Iterator[Cells]:
    """The cells of each row that says the statement, by their columns."""
    match statement:
        case EntrySaid():
            yield from _of_entry(statement)
        case PartySaid(name, also, sort, city, county, consent):
            yield {"record": "party", "name": name, "also": said.joined(also), "sort": sort, "city": city, "county": county, "consent": consent}  # fmt: skip
        case ItemSaid(name, specification, unit, decimals, english, category, also):
            yield {
                "record": "item", "name": name, "specification": specification, "unit": unit or None, "decimals": decimals,
                "english": english, "category": category, "also": said.joined(also),
            }  # fmt: skip
        case PackSaid(item, unit, amount):
            yield {"record": "pack", "item": item, "unit": unit, "amount": amount}
        case NamedSaid(register, name):
            yield {"record": register, "name": name}
        case ClosingSaid(last_day):
            yield {"record": "closing", "date": last_day}
        case EndSaid(statements, digest):
            yield {"record": "end", "line": statements, "note": digest}
        case BookSaid(version, entries, rows):
            yield {"record": "book", "type": version, "entry": entries, "line": rows, "note": said.SIGN}


def _of_entry(entry: EntrySaid) -> Iterator[Cells]:
    """A row a line; one row for an entry without lines, which keeps the number of one that is lost."""
    head: dict[str, Value] = {"record": "entry", "entry": entry.number}
    for key in ("date", "type", "reason", "reverses", "corrects", "city", "county", "note", "consent", "into_closed", "returns", "known_by", "reversed_by"):  # fmt: skip
        head[key] = getattr(entry, key)
    for role in ROLES:
        head[role] = said.joined(entry.parties.get(role, ()))
    if not entry.lines:
        yield head
    for position, line in enumerate(entry.lines, 1):
        yield head | {"line": position} | {key: getattr(line, key) for key in OF_LINE}
