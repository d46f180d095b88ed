"""What rows are numbered or called by: an ID that is a name, Number that only counts, the id that a program made."""

from collections.abc import Sequence
from itertools import pairwise

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
_FEWEST, _SURELY, _OF_CHEQUES, _GAPS, _MOST_DIGITS = 2, 4, 100, 2, 18
_INSTITUTION = pattern_of("机构(?:名称)?")
_TAKEN = pattern_of(r"收到|接[收受]|[受获募劝]捐|领|发放|[分调][配拨]|拨付|使用")
"""What is said of gifts of others."""


def called_by_id(senses: Senses) -> Column | None:
    """The column of an ID that is a name, and neither a number nor what a program calls its rows by, ch_1; or 机构, which
    is a branch only where a bank lists it.
    """
    ids = [column for column in senses.of("serial") if normal(column.heading).endswith("id")]
    ids += [each for each in senses.columns if _is_institution(each)]
    return next((one for one in ids if (cells := senses.cells(one)) and not all(map(has_digit, cells))), None)


def may_give(column: Column, headings: Sequence[str]) -> bool:
    """Whether 机构 stands beside what was given (捐款): those are no branches of a bank, but who gave; not beside 接收捐款 or 已拨付."""
    said = "捐" in "".join(headings) and not any(map(_TAKEN.search, map(normal, headings)))
    return _is_institution(column) and said


def _is_institution(column: Column) -> bool:
    return not column.by_user and _INSTITUTION.fullmatch(normal(column.heading)) is not None


def numbers_of_nothing(senses: Senses) -> None:
    """Number below which every row says another one, beside money and no goods, is that of the row."""
    goods = senses.has("item", "unit", "specification", "price", "value", "money_or_goods", "goods")
    for column in senses.columns if senses.has("money") and not goods else ():
        cells = senses.cells(column) if column.field == "quantity" and _NUMBER.fullmatch(column.said_as) else []
        if len(cells) > 1 and len(set(cells)) == len(cells) and all(map(_ROW_NUMBER.fullmatch, cells)):
            column.field = PASSED


def numbers_that_count(senses: Senses) -> None:
    """Number below which the rows are counted, 101, 102, 104, is that of the row, or of a cheque, also beside goods (of fewer than
    four not behind them: Masks 100, Soap 105); and so is one in a list that says which way each amount went.
    """
    is_account = senses.has("debit", "paid_out") and senses.has("credit", "taken_in", "money")
    others = [column for column in senses.of("quantity") if not _NUMBER.fullmatch(column.said_as)]
    for column in senses.columns if senses.has("money", "amount", "spent", "debit", "credit", "total") else ():
        if column.field != "quantity" or column.by_user or not _NUMBER.fullmatch(column.said_as):
            continue
        is_first = column is senses.columns[0] or bool(others)
        cells = senses.cells(column)
        is_behind = not others and any(each.index < column.index for each in senses.of("item"))
        counts_up = _count_up(cells, is_first=is_first) and (len(cells) >= _SURELY or not is_behind)
        if (is_account and not senses.has("unit", "price")) or counts_up:
            column.field = PASSED


def _count_up(cells: Sequence[str], *, is_first: bool) -> bool:
    """Whether numbers only count what stands beside them: 0012, 0013; 101, 102, 104; four from 1 on, or fewer in front of a row.
    So many pieces of goods may be 1 and 2, or 20 and 50.
    """
    if len(cells) < _FEWEST or not all(cell.isascii() and cell.isdigit() for cell in cells):
        return False
    if all(cell.startswith("0") for cell in cells):
        return True
    numbers = [int(cell[:_MOST_DIGITS]) for cell in cells]
    rises = all(before < after for before, after in pairwise(numbers))
    if numbers[0] >= _OF_CHEQUES:
        return rises and numbers[-1] - numbers[0] < _GAPS * len(numbers)
    are_next = all(before + 1 == after for before, after in pairwise(numbers))
    return are_next and (is_first or len(numbers) >= _SURELY)


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
