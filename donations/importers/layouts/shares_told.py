"""What headings and cells say of goods that were shared out: 分配单位 分配数量, 600个."""

from collections.abc import Sequence
from fractions import Fraction

from donations.importers.layouts.stock_books import counts_stock
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.heading_words import normal, understood, unmarked
from donations.importers.words.turn_words import SHARED_OUT

PLACE = pattern_of(r"(?:物资)?(?:发放|分配|分发|接收|下发|调拨|投放|配发|使用)地[点区方]?|(?:物资)?去向")
LEFT = pattern_of(r"(?:剩余|结余|结存|库存|余)(?:数量?|量)?")
"""How much of it is left."""
SHARED = pattern_of(
    r"(?:分配|发放|分发|调拨|配发|下发|拨付|转[赠交送]|捐出|下拨|去向|流向|投放|送[达出]|使用|领[用取])(?:数量?|量)(?:[(].*)?"
)
_OF_SHARES = pattern_of(rf"(?:{SHARED_OUT}|转赠|捐出|下发).*")
_WITH_UNIT = pattern_of(r"(?P<number>[0-9][0-9,]{0,12}(?:\.[0-9]+)?)\s?(?P<unit>[^\d\s,，、;；()（）]{1,4})")


def where_shared(headings: Sequence[str]) -> int:
    """Where the headings of what was shared out begin, 分配时间 分配单位 分配数量 behind 捐赠单位 物资 数量; 0 where they don't."""
    headings = list(map(unmarked, headings))
    shared = [index for index, text in enumerate(headings) if SHARED.fullmatch(normal(text))]
    if len(shared) != 1 or counts_stock(headings) or not any(understood(text).sense == "donor" for text in headings):
        return 0
    begin = shared[0]
    while begin and _is_of_share(headings[begin - 1]):
        begin -= 1
    return begin


def _is_of_share(heading: str) -> bool:
    """Whether a heading says who got a share, or when."""
    sense = understood(heading).sense
    return sense == "recipient" or (sense == "date" and _OF_SHARES.fullmatch(normal(heading)) is not None)


def number_at(cells: Sequence[str], index: int) -> Fraction | None:
    """The number at that place of a row, with its unit or without; 0 of a blank cell, None of anything else."""
    text = shown_at(cells, index)
    found = _WITH_UNIT.fullmatch(text)
    return plain_number(found["number"] if found else text) if text else Fraction(0)


def unit_at(cells: Sequence[str], index: int) -> str:
    """The unit behind a number, 1000个; "" where none stands there."""
    found = _WITH_UNIT.fullmatch(shown_at(cells, index))
    return found["unit"] if found else ""
