"""What `check` found, as a table."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Table, Type
from donations.store.book import Book

_COLUMNS = (
    Column("rule", N_("Rule"), Type.TERM),
    Column("entry", N_("No."), Type.INTEGER),
    Column("date", N_("Date"), Type.DATE),
    Column("item", N_("Item")),
    Column("message", N_("What is wrong")),
)


def problems_report(book: Book, rows: Sequence[Row]) -> Report:
    """The problems found, each a row: rule, entry, date, item, message (in the user's language)."""
    table = Table("problems", N_("Problems"), _COLUMNS, lambda: rows, empty=N_("The book is in order."))
    return report(book, "check", N_("Check"), [table], None)
