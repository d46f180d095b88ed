"""What was imported: when, which files, which entries, and whether it was undone."""

from donations.i18n import N_
from donations.reports.selection import report, rows
from donations.reports.table import Column, Report, Screen, Table, Type
from donations.store.book import Book

_COLUMNS = (
    Column("import", N_("Import"), Type.INTEGER),
    Column("imported_at", N_("Imported at")),
    Column("files", N_("Files")),
    Column("rows", N_("Rows"), Type.INTEGER),
    Column("first", N_("First entry"), Type.INTEGER),
    Column("last", N_("Last one"), Type.INTEGER),
    Column("undone_at", N_("Undone at"), screen=Screen.WHERE_USED),
)
_IMPORTS = (
    "select number, imported_at, files, rows_imported, first_entry, last_entry, undone_at from imports order by number"
)


def imports(book: Book) -> Report:
    """Every import, in order."""
    table = Table("imports", N_("Imports"), _COLUMNS, rows(book, _IMPORTS, {}), empty=N_("None yet."))
    return report(book, "imports", N_("Imports"), [table], None)
