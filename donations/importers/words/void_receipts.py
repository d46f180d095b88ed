"""What became of the receipt of a gift, 票据状态: one that was made void, 作废, is of no gift; others say nothing of it."""

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

_OF_RECEIPTS = pattern_of(r"(?:公益|捐[赠款]|电子|非税)*(?:票据|收据|发票|票证)(?:状态|情况)")
_VOID = pattern_of(r"(?:票据|收据)?已?作废.{0,6}|(?:票据|收据)?[已被]+(?:红冲|冲红|冲销|注销)")


def is_of_receipts(heading: str) -> bool:
    """Whether a heading (normal) says what became of receipts; 开票状态 may be of what is yet to be written."""
    return _OF_RECEIPTS.fullmatch(heading) is not None


def is_void_receipt(said: str) -> bool:
    """Whether a cell says that a receipt was made void: 作废, 已冲红. What it was for has a row of its own where it was issued again."""
    return _VOID.fullmatch(simplified(said).strip()) is not None
