"""How many of the goods came or went, by a heading that says no more than that they did: 实收, Received, Issued."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number
from donations.importers.words.counting import goods_in
from donations.importers.words.foot import sums_up

_CAME = pattern_of(r"[实已][收到]|接收|收到|到货|入库|签收|received|delivered|donated")
_WENT = pattern_of(r"[实已][发领]|发放|发出|领[用取]|出库|issued|distributed|handedout|givenout|dispatched")
_FREE = ("", "taken_in", "paid_out")
_COUNTS = ("quantity", "money_or_goods", "item_or_quantity", "money", "amount", "total", "spent")


def count_deeds(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """Where goods are named, without how many of them, and nothing else says how many there were, the one such column does below which numbers stand, of
    what came beside who gave it, and of what went beside who got it.
    """
    fields = {column.field for column in columns}
    rows = [row for row in below if not sums_up(row)]
    names = [cell for column in columns if column.field == "item" for cell in column.texts(rows)]
    if "item" not in fields or not fields.isdisjoint(_COUNTS) or any(map(goods_in, names)):
        return
    words = [way for way, party in ((_CAME, "donor"), (_WENT, "recipient")) if party in fields]
    free = [column for column in columns if column.field in _FREE and not column.by_user]
    found = [column for column in free if any(way.fullmatch(column.joined) for way in words)]
    if len(found) == 1 and (cells := found[0].texts(rows)) and all(plain_number(cell) is not None for cell in cells):
        found[0].field = "quantity"
