"""Lists of what is needed, or lies in store: 需求数量 or 库存数量 beside goods, of which nobody gave or got any; and what came to it and
went in all: 上月结存 本月接收 本月发放 本月结存.
"""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import number_in, sums_up

_TOLD = pattern_of(
    r"(?:物资|物品)?(?:需求|所需|急需|需要|缺口|(?:现有|当前|剩余|实际|目前)?库存|现存|结存)(?:数量?|总?量)?"
)
_TIME, _MANY = r"(?:本[期月日周次年]|当[月日]|累计|总)?", r"(?:数量?|总?量)?"
_BEFORE = pattern_of(rf"(?:上[期月日周年]|期初|月初|年初)(?:结存|库存|结余|余额?)?{_MANY}")
_CAME = pattern_of(rf"{_TIME}(?:接收|收到|收入|入库|进库|受赠|捐赠|采购){_MANY}")
_WENT = pattern_of(rf"{_TIME}(?:发放|发出|出库|领用|领取|使用|支出|分发|消耗){_MANY}")
_LEFT = pattern_of(rf"(?:{_TIME}|期末|月末|年末|现有|当前|目前|剩余)(?:结存|库存|结余|剩余|余){_MANY}")
_WHO = (
    "date",
    "donor",
    "recipient",
    "party",
    "payer",
    "beneficiary",
    "money",
    "spent",
    "value",
    "price",
    "direction",
)
_GIVEN = (
    "quantity", "money_or_goods", "goods", "item_or_quantity", "date", "donor", "payer", "money", "spent", "amount", "total", "channel", "debit", "credit", "value",
)  # fmt: skip


def tell_no_gifts(senses: Senses) -> bool:
    """Whether all that is told of goods is how many are needed or there, and no title says that they came or went."""
    if not senses.has("item") or senses.way is not None or senses.has(*_GIVEN):
        return False
    told = [each for each in senses.columns if each.field in ("", PASSED) and _TOLD.fullmatch(each.said_as)]
    cells = [cell for column in told if not column.by_user for cell in senses.cells(column)]
    beside = [each for each in senses.columns if each.field in ("", PASSED, "figure") and each not in told]
    if any(_are_numbers(senses.cells(column)) for column in beside):  # 当日接收数量, 当日消耗数量
        return False
    return _are_numbers(cells)


def sum_up_stock(senses: Senses) -> bool:
    """Whether each row says of some goods what came and went in all, with what was there before, if that is said, and what is left,
    which this makes in every row; and nobody and no day is named.
    """
    bodies = [cell for column in senses.of("unit_or_party") for cell in senses.cells(column) if cell not in spellings()]
    if senses.given or bodies or not senses.has("item", "name") or senses.has(*_WHO):
        return False
    before, came, went, left = (
        [column for column in senses.columns if said.fullmatch(column.said_as) and not column.by_user]
        for said in (_BEFORE, _CAME, _WENT, _LEFT)
    )
    if len(before) > 1 or not came or not went or len(left) != 1:
        return False
    rows = [row for row in senses.below if not sums_up(row)]
    found = [tuple(_sum_of(row, columns) for columns in ((*before, *came), went, left)) for row in rows]
    told = [each for each in found if None not in each]
    return len(told) == len(found) > 0 and all(there - gone == rest for there, gone, rest in told)  # type: ignore[operator]


def _sum_of(row: Sequence[str], columns: Sequence[Column]) -> Fraction | None:
    """What the columns say in a row together, a blank as nothing; None where one of them says anything else."""
    said = [shown_at(row, column.index) for column in columns]
    numbers = [number_in(text) if text else Fraction(0) for text in said]
    return None if None in numbers else sum((number for number in numbers if number is not None), Fraction(0))


def _are_numbers(cells: Sequence[str]) -> bool:
    return bool(cells) and all(number_in(cell) is not None for cell in cells)
