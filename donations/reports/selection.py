"""What part of a book a report is about, and the header that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from donations.domain.period import Period
from donations.reports.table import Report, Row, Source, Table, Value, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from donations.store.book import Book  # imports sqlite3, which help pages do without

EVERYTHING = Period(None, None)


class Selection(NamedTuple):
    """The period, and the city, items, party and purpose (by their numbers) a report is limited to; None for all."""

    period: Period = EVERYTHING
    city: str | None = None
    county: str | None = None
    items: tuple[int, ...] | None = None
    party: int | None = None
    purpose: int | None = None

    def days(self) -> tuple[str, str]:
        """The first and the last day, as a book has them."""
        begin, end = self.period
        return begin.isoformat() if begin else "0000-01-01", end.isoformat() if end else "9999-12-31"

    def is_whole(self) -> bool:
        """Whether nothing but the period limits it."""
        return self == Selection(self.period)

    def parameters(self) -> dict[str, str | int | None]:
        """What stands for the selection in SQL."""
        begin, end = self.days()
        return {
            "begin": begin, "end": end,
            "city": self.city, "county": self.county, "party": self.party, "purpose": self.purpose,
            "items": None if self.items is None else f"[{','.join(map(str, self.items))}]",
        }  # fmt: skip


WHERE_SUMS = """
(:city is null or city = :city)
and (:items is null or item in (select value from json_each(:items)))
"""
"""What both the kept sums of a period and the lines can be limited by."""

_DATED = "date between :begin and :end"
# The plus keeps SQLite from reading everybody's entries of the period: a party has few.
_OF_PARTY = f"""+{_DATED} and entry in (
  select entry from entry_roles where name_number in (select name_number from name_now where party = :party))"""  # noqa: S608 - a constant above


def where(selection: Selection) -> str:
    """What the lines of entries are limited by, in SQL."""
    parts = [_DATED if selection.party is None else _OF_PARTY, WHERE_SUMS]
    parts += [f"{limit} = :{limit}" for limit in ("county", "purpose") if getattr(selection, limit) is not None]
    return " and ".join(parts)


_MORE_LINES = """
select exists (
  select 1 from (select l.*, e.date, e.city, e.county from lines as l join entries as e on e.number = l.entry)
  where {where} limit 1 offset :than)
"""


def has_more_lines(book: Book, selection: Selection, than: int) -> bool:
    """Whether more than `than` lines of entries belong to `selection`, without putting one of them together."""
    parameters = {**selection.parameters(), "than": than}
    [[has_more]] = book.connection.execute(_MORE_LINES.format(where=where(selection)), parameters)
    return bool(has_more)


def rows(book: Book, query: str, parameters: Mapping[str, Value]) -> Callable[[], Iterable[Row]]:
    """The rows of `query`, read anew each time they are asked for."""
    return lambda: book.connection.execute(query, parameters)


def report(book: Book, key: str, title: Words, tables: list[Table], period: Period | None = EVERYTHING) -> Report:
    """The tables with the book and the period they are about; None for what is about no period."""
    entries, digest = book.last()
    source = Source(book.name, entries, digest, book.missing())
    if period is None:
        return Report(key, title, source, tables, is_timeless=True)
    return Report(key, title, source, tables, period.begin, period.end)


def numbers_of(entries: Iterable[int]) -> str:
    """The numbers of entries as a parameter that SQL takes apart by `json_each`."""
    return f"[{','.join(map(str, entries))}]"
