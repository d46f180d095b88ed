"""How many of the goods came or went, by a heading that says no more than that they did: 实收, Received, Issued."""

from collections.abc import Sequence

from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number
from donations.importers.words.counting import goods_in
from donations.importers.words.foot import sums_up

_CAME = pattern_of(r"[实已][收到]|接收|收到|到货|入库|签收|received|delivered|donated")
_WENT = pattern_of(r"[实已][发领]|发放|发出|领[用取]|出库|issued|distributed|handedout|givenout|dispatched")
_BACK = pattern_of(r"退|返还|归还|returned|takenback|cameback")
"""What went back of it, which would be lost."""
_DAY = pattern_of(r"20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]|3[6-9][0-9]{3}|4[0-9]{4}(?:\.[0-9]+)?")
"""20200301, and 43891 as sheets count days."""
_NO_COUNT = pattern_of(r"0[0-9]+")
_FREE = ("", "taken_in")
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
    if len(found) == 1 and not any(_BACK.search(column.joined) for column in columns) and _count(found[0].texts(rows)):
        found[0].field = "quantity"


def _count(cells: Sequence[str]) -> bool:
    """Whether cells say how many there are: numbers, and neither days, nor 0900, nor whether it came, 1 and 0."""
    if set(cells) <= {"0", "1"} or all(map(_DAY.fullmatch, cells)):
        return False
    return all(plain_number(cell) is not None and not _NO_COUNT.fullmatch(cell) for cell in cells)
