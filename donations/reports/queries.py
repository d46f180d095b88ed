"""What a query of one's own found, and the views that can be asked."""

import re
from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Screen, Table, Type
from donations.store.book import Book

PUBLIC_VIEWS = {
    "gifts_and_goods": N_("every line of every entry: what came, went or was changed, from whom and to whom"),
    "totals_by_city": N_("sums per city and item, as in `donations totals`"),
    "totals_by_month": N_("sums per month and item"),
    "totals_by_city_and_month": N_("sums per month, city and item"),
    "stock_on_hand": N_("what is on hand per item, store and purpose"),
    "donors": N_("who gave: how many gifts, the first and the last"),
    "recipients": N_("who received: how many deliveries, the first and the last"),
    "item_list": N_("items with their units, packs and other names"),
    "corrections": N_("entries that were taken back: by which, why, and what stands in their place"),
}
"""The views that people and other programs may build on, with what they hold."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
"""What can only be a number, so that no spreadsheet takes it for a formula."""

_LIST_COLUMNS = (
    Column("view", N_("View")),
    Column("holds", N_("What it holds")),
    Column("columns", N_("Columns")),
)


def answer(book: Book, names: Sequence[str], found: Sequence[Row]) -> Report:
    """What a query found: its columns are called as the query calls them, and no word is translated."""
    columns = [
        Column(name, name, _type([row[place] for row in found]), Screen.ALWAYS, is_verbatim=True)
        for place, name in enumerate(names)
    ]
    table = Table("sql", N_("Answer"), columns, lambda: found, empty=N_("Nothing was found."))
    return report(book, "sql", N_("Answer"), [table], None)


def views(book: Book, described: Mapping[str, str], columns: Mapping[str, Sequence[str]]) -> Report:
    """The public views of the book: what each holds (`described`, in the user's language) and its columns."""
    found: list[Row] = [
        (name, holds, " ".join(columns[name])) for name, holds in described.items() if columns.get(name)
    ]
    table = Table("views", N_("Views"), _LIST_COLUMNS, lambda: found, empty=N_("This book has no views to ask."))
    return report(book, "views", N_("Views"), [table], None)


def _type(values: Sequence[object]) -> Type:
    """Numbers stand on the right, and are no formulas; whatever else may be in it, a column is text."""
    stated = [value for value in values if value is not None]
    if stated and all(isinstance(value, int) for value in stated):
        return Type.INTEGER
    if stated and all(isinstance(value, int) or _NUMBER.fullmatch(str(value)) for value in stated):
        return Type.NUMBER
    return Type.TEXT
