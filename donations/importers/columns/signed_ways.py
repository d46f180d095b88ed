"""Amounts of either way below the words for both: 收入/支出 above +100.00 and -20.00, where no other column has amounts."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import SIGNS, takes_off
from donations.importers.words.cells import number_of_yuan
from donations.importers.words.foot import sums_up

_EITHER_WAY = pattern_of(
    r"(?:交易)?(?:收/?支|收入/?支出|支出/?收入|收/?付|存入?/?支?取|转入/?转出|[进入]/?出账?)(?:[(]元[)]|/元)?"
)
_AMOUNTS = ("money", "amount", "spent", "total", "debit", "credit", "money_or_goods", "quantity", "value", "price")


def name_signed(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """A column headed so is of amounts, where nothing but those stand in it and some bear the sign of what went out."""
    if any(column.field in _AMOUNTS or column.goods for column in columns):
        return
    found = [column for column in columns if _may_be(column)]
    if len(found) != 1:
        return
    cells = found[0].texts(row for row in below if not sums_up(row))
    if any(map(takes_off, cells)) and all(number_of_yuan(cell.strip(SIGNS)) is not None for cell in cells):
        found[0].field = "amount"


def _may_be(column: Column) -> bool:
    is_unread = column.field in ("", "direction") and not column.by_user
    return is_unread and _EITHER_WAY.fullmatch(column.said_as) is not None
