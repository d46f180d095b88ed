"""What was published: each issue with its days, how far the book was, and the sha256 of what went out."""

from donations.i18n import N_
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.store.book import Book

_COLUMNS = (
    Column("issue", N_("Issue"), Type.INTEGER),
    Column("begin", N_("From"), Type.DATE),
    Column("end", N_("To"), Type.DATE),
    Column("entries", N_("Entries by then"), Type.INTEGER),
    Column("published_at", N_("Published at")),
    Column("is_lost", N_("Lost"), screen=Screen.WHERE_USED),
    Column("sha256", "sha256", screen=Screen.NEVER),
)
_ISSUES = """
select number, begin_day, end_day, entries, published_at, iif(is_lost, '✗', null), sha256 from issues order by number
"""


def issues(book: Book) -> Report:
    """Every issue, in order."""
    table = Table("issues", N_("Published issues"), _COLUMNS, rows(book, _ISSUES, {}), empty=N_("None yet."))
    return report(book, "issues", N_("Published issues"), [table], None)
