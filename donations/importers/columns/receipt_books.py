"""Books of the receipts that were written for gifts: which of them were void, or written in red to take back another."""

from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_STATE = pattern_of(r"(?:电子)?(?:票据|发票|收据|开票|开具)(?:使用|开具)?(?:状态|情况|标[志识记])")
"""Mostly this says whether a receipt was written at all, 已开票, which tells nothing of the gift."""
_VOID = pattern_of(r"(?:已|被)*(?:作废|红[冲票字]|冲红|冲销)(?:票据?)?")
_AMOUNT = pattern_of(r"(?:电子)?(?:票据|收据|开票|票面|开具)总?(?:金额|额)(?:合计)?")
_IN_ALL = ("money", "amount", "total", "money_or_goods", "channel", "value")


def settle(senses: Senses) -> None:
    """The state of a receipt is that of its gift where some are void, for who gave had another one written; what it is made
    out for is the gift where no other amount stands there.
    """
    for column in senses.columns:
        if column.by_user:
            continue
        if column.field in ("", PASSED) and _STATE.fullmatch(column.said_as):
            is_void = any(_VOID.fullmatch(simplified(cell)) for cell in senses.cells(column))
            column.field = "status" if is_void else column.field
        if column.field == "amount" and _AMOUNT.fullmatch(column.said_as):
            others = [each for each in senses.of(*_IN_ALL) if each is not column]
            column.field = PASSED if others else column.field
