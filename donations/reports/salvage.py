"""What `salvage` recovered, as tables: the entries that are not simply there, and how many are in each state."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Table, Type
from donations.store.book import Book

_COLUMNS = (
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("state", N_("State"), Type.TERM),
    Column("reason", N_("Reason")),
)
_SUMMARY = (
    Column("what", N_("What"), Type.TERM),
    Column("count", N_("Count"), Type.INTEGER),
)


def salvage_report(book: Book, entries: Sequence[Row], summary: Sequence[Row], *, names_lost: int) -> Report:
    """`entries`: number, date, state and reason (in the user's language) of each; `summary`: what was counted, and how often."""
    proven = N_("Every entry is there, and proven.")
    nameless = N_("Every entry is there, and proven, but for names that are lost.")
    tables = [
        Table(
            "salvage",
            N_("Entries to look at"),
            _COLUMNS,
            lambda: entries,
            empty=nameless if names_lost else proven,
        ),
        Table("summary", N_("Summary"), _SUMMARY, lambda: summary),
    ]
    return report(book, "salvage", N_("Salvage"), tables, None)
