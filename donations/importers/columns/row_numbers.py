"""What rows are numbered or called by: an ID that is a name, Number that only counts, the id that a program made."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

has_digit = pattern_of("[0-9]").search
_ID = pattern_of(r"id|(?:transfer)?wise\s?id|balancetransactionid")
_WRITTEN = pattern_of("(?:payment|transfer|bank)?reference")
"""What people write with a payment, which may be a number."""
_NUMBER = pattern_of("numbers?|num")
_ROW_NUMBER = pattern_of(r"(?:[A-Za-z]{1,12}[0-9]{0,4}[-/](?:[0-9]{1,8}[-/]){0,3})?[0-9]+")
_INSTITUTION = pattern_of("机构(?:名称)?")


def called_by_id(senses: Senses) -> Column | None:
    """The column of an ID that is a name, and neither a number nor what a program calls its rows by, ch_1; or 机构, which
    is a branch only where a bank lists it.
    """
    ids = [column for column in senses.of("serial") if normal(column.heading).endswith("id")]
    ids += [each for each in senses.columns if not each.by_user and _INSTITUTION.fullmatch(normal(each.heading))]
    return next((one for one in ids if (cells := senses.cells(one)) and not all(map(has_digit, cells))), None)


def numbers_of_nothing(senses: Senses) -> None:
    """Number below which every row says another one, beside money and no goods, is that of the row."""
    goods = senses.has("item", "unit", "specification", "price", "value", "money_or_goods", "goods")
    for column in senses.columns if senses.has("money") and not goods else ():
        cells = senses.cells(column) if column.field == "quantity" and _NUMBER.fullmatch(column.said_as) else []
        if len(cells) > 1 and len(set(cells)) == len(cells) and all(map(_ROW_NUMBER.fullmatch, cells)):
            column.field = PASSED


def numbered_by_id(senses: Senses) -> None:
    """What a program calls its rows by, ch_1 below id, is the number of each payment, where no other column has it: Reference is
    what whoever paid wrote, the same for several, and a remark beside it.
    """
    numbers = senses.of("number")
    if any(column.by_user or not _WRITTEN.fullmatch(column.joined) for column in numbers):
        return
    for column in senses.columns:
        is_id = column.field in ("serial", "", PASSED) and not column.by_user and _ID.fullmatch(column.joined)
        cells = senses.cells(column) if is_id else []
        if numbers and len(set(cells)) < len(cells):
            continue  # of those who paid, beside what is of each payment
        if cells and all(has_digit(cell) and not cell.isdigit() for cell in cells):
            column.field = "number"
            for other in numbers:
                other.field = "note"
            return
