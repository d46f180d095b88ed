"""Books of the receipts that were written for gifts: which of them are void, and for how much they were made out."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan
from donations.importers.words.void_receipts import is_number_of_receipt, is_of_receipts, is_of_writing

_AMOUNT = pattern_of(r"(?:电子)?(?:票据|收据|开票|票面|开具)总?(?:金额|额)(?:合计)?")
_IN_ALL = ("money", "amount", "total", "money_or_goods", "channel", "value")


def states(senses: Senses) -> None:
    """The state of a receipt is that of its gift where it is void, which may be said only far below; others say nothing of it."""
    is_book = any(is_number_of_receipt(column.said_as) for column in senses.columns)
    for column in senses.columns:
        is_unread = column.field in ("", PASSED) and not column.by_user
        if is_unread and is_of_receipts(column.said_as) and (is_book or not is_of_writing(column.said_as)):
            column.field = "status"


def amounts(senses: Senses) -> None:
    """What a receipt is made out for is the gift where no other amount stands there."""
    for column in senses.columns:
        if column.field == "amount" and not column.by_user and _AMOUNT.fullmatch(column.said_as):
            others = [each for each in senses.of(*_IN_ALL) if each is not column]
            told = [cell for other in senses.of("content") for cell in senses.entries(other)]  # 捐赠 above 100元
            column.field = PASSED if others or any(number_of_yuan(cell) for cell in told) else column.field
