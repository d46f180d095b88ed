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
_BESIDES = (
    Column("what", N_("What"), Type.TERM),
    Column("fate", N_("State"), Type.TERM),
    Column("count", N_("Count"), Type.INTEGER),
    Column("which", N_("Which")),
    Column("reason", N_("Reason")),
)
_SUMMARY = (
    Column("what", N_("What"), Type.TERM),
    Column("count", N_("Count"), Type.INTEGER),
)


def salvage_report(
    book: Book, entries: Sequence[Row], besides: Sequence[Row], summary: Sequence[Row], *, are_names_lost: bool
) -> Report:
    """The report on a salvage.

    `entries`: number, date, state and reason (in the user's language) of each; `besides`: what became of the rest, as
    `_BESIDES` has it; `summary`: what was counted, and how often.
    """
    proven = N_("Every entry is there, and proven.")
    nameless = N_("Every entry is there, and proven, but for names that are lost.")
    tables = [
        Table(
            "salvage",
            N_("Entries to look at"),
            _COLUMNS,
            lambda: entries,
            empty=nameless if are_names_lost else proven,
        ),
        Table("summary", N_("Summary"), _SUMMARY, lambda: summary),
        Table(
            "besides",
            N_("Besides entries"),
            _BESIDES,
            lambda: besides,
            empty=N_("All that it kept besides entries is there."),
        ),
    ]
    return report(book, "salvage", N_("Salvage"), tables, None)
