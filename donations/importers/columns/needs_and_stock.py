"""Lists of what is needed, or lies in store: 需求数量 or 库存数量 beside goods, of which nobody gave or got any."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import number_in

_TOLD = pattern_of(
    r"(?:物资|物品)?(?:需求|所需|急需|需要|缺口|(?:现有|当前|剩余|实际|目前)?库存|现存|结存)(?:数量?|总?量)?"
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


def _are_numbers(cells: Sequence[str]) -> bool:
    return bool(cells) and all(number_in(cell) is not None for cell in cells)
