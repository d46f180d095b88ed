"""Which months are closed: since when, how many entries the book had then, and the digest of their figures."""

from donations.i18n import N_
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.store.book import Book

_COLUMNS = (
    Column("month", N_("Month")),
    Column("last_day", N_("Closed up to"), Type.DATE),
    Column("entries", N_("Entries by then"), Type.INTEGER),
    Column("closed_at", N_("Closed at")),
    Column("digest", N_("Digest of its figures"), screen=Screen.NEVER),
)
_CLOSINGS = "select month, last_day, entries, closed_at, digest from closings order by number"


def closings(book: Book) -> Report:
    """Every closing, in order."""
    table = Table("closings", N_("Closed months"), _COLUMNS, rows(book, _CLOSINGS, {}), empty=N_("None yet."))
    return report(book, "closings", N_("Closed months"), [table], None)
