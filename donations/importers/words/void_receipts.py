"""What became of the receipt of a gift, 票据状态: one that was made void, 作废, is of no gift; others say nothing of it."""

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

_OF_RECEIPTS = pattern_of(r"(?:公益|捐[赠款]|电子|非税)*(?:票据|收据|发票|票证)(?:使用)?(?:状态|情况|标[志识记])")
_OF_WRITING = pattern_of(r"(?:开票|开具)(?:状态|情况|标[志识记])")
_NUMBER = pattern_of(r"(?:公益|捐[赠款]|电子|非税)*(?:票据|收据|发票|票证|票)(?:号码?|编号|代码)")
_VOID = pattern_of(
    r"(?:票据|收据)?已?作废.{0,6}|(?:票据|收据)?(?:已经?|被)*(?:红[冲票字]|冲红|冲销)(?:票据?)?|(?:票据|收据)?[已被]+注销"
)
_AGAIN = pattern_of(r"(?:作废|红[冲票字]|冲红).{0,4}(?:重[新开]|[换补另]开)")


def is_of_receipts(heading: str) -> bool:
    """Whether a heading (normal) says what became of receipts."""
    return _OF_RECEIPTS.fullmatch(heading) is not None or is_of_writing(heading)


def is_of_writing(heading: str) -> bool:
    """Whether it may be of receipts that are yet to be written, beside gifts: 开票状态; in a book of receipts it is of these."""
    return _OF_WRITING.fullmatch(heading) is not None


def is_number_of_receipt(heading: str) -> bool:
    """Whether a heading (normal) is that of the numbers of receipts: 票据号码, 票号."""
    return _NUMBER.fullmatch(heading) is not None


def is_void_receipt(said: str) -> bool:
    """Whether a cell says that a receipt was made void, 作废, or was written in red, or that a red one took it back: 已冲红. What it
    was for has a row of its own where it was issued again.
    """
    return _VOID.fullmatch(simplified(said).strip()) is not None


def is_written_again(said: str) -> bool:
    """Whether a state says that another receipt was written for one that is void, 作废重开: the gift stands, in this row or its own."""
    return _AGAIN.search(simplified(said)) is not None
