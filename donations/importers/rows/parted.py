"""Rows of delimited text in which a comma without quotation marks parted a cell: 1,200元 is 1 and 200元 then."""

from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.rows.rows import RowReader
from donations.importers.table import Slip
from donations.importers.words import cells as one
from donations.importers.words.remark_words import may_be_behind

ONE_AMOUNT = N_(
    "one amount: its comma parted it, and what stood behind the comma is in the next column; put quotes around the cell, or leave the comma out"
)
_BEFORE = pattern_of(r"[¥￥]?\s*[1-9][0-9]{0,2}")


def parted(group: RowReader, cells: Sequence[str], width: int, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row of more cells than headings, or whose amount goes on in the remark beside it."""
    if extra := [cell for cell in cells[width:] if one.shown(cell)]:
        return (Slip(None, one.AS_MANY, " ".join(extra)[:60]),)
    for column in (*group.by_field.get("money", []), *group.by_field.get("spent", [])):
        beside = next((other for other in group.columns if other.index == column.index + 1), None)
        amount = texts.get(column.index, "")
        if beside is not None and beside.field == "note" and _BEFORE.fullmatch(amount):
            behind = texts.get(beside.index, "")
            if may_be_behind(behind):
                return (Slip(column.heading, ONE_AMOUNT, f"{amount},{behind}"),)
    return ()
