"""Goods shared out among recipients with a column for each: 物资名称 单位 市一院 市二院 合计."""

from collections.abc import Sequence
from dataclasses import replace

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import GOODS_OUT, Around, Column, Group
from donations.importers.columns.row_sums import adds_up
from donations.importers.words.heading_words import understood
from donations.importers.words.names_alone import is_taker

_FEWEST = 2
_MEANT = {"item": "item", "name": "item", "unit": "unit", "unit_or_party": "unit"}
_BESIDE = (*_MEANT, "specification", "serial", "note", "date", PASSED)
_SUMS = ("total", "quantity")
_NAMES = ("", "party", "group")


def is_spanned(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row has names below a heading of the first that means recipients, and nothing else."""
    filled = [index for index, text in enumerate(second) if text]
    below = [_over(first, index) for index in filled]
    return len(filled) >= _FEWEST and all(understood(over).sense == "recipient" for over in below)


def shared_out(columns: Sequence[Column], around: Around, *, spanned: bool = False) -> list[Group] | None:
    """A group of columns for each recipient; None where the headings are of no such table, or its sums say otherwise.

    `spanned`: whether a heading above the names says that they are recipients; else the title must.
    """
    items = [column for column in columns if _MEANT.get(column.field) == "item"]
    takers = [(column, name) for column in columns if column.goods is None and (name := _name(column, spanned))]
    rest = [column for column in columns if column.heading and all(column is not taker for taker, _ in takers)]
    sums = [column for column in rest if column.field in _SUMS]
    if len(items) != 1 or len(takers) < _FEWEST or len(sums) > 1 or not (spanned or around.way == "out"):
        return None
    if any(column.field not in (*_BESIDE, *_SUMS) for column in rest) or not adds_up(
        [taker for taker, _ in takers], sums[0] if sums else None, around.below, rest
    ):
        return None
    for column in rest:
        column.field = PASSED if column in sums else _MEANT.get(column.field, column.field)
    return [_group(rest, *taker, sums[0] if sums else None) for taker in takers]


def _name(column: Column, spanned: bool) -> str:
    """What the column calls who took what it says; "" where it calls nobody."""
    if not spanned:
        return column.heading if column.field in _NAMES and is_taker(column.in_words) else ""
    over, _, name = column.whole.partition(" ")
    return name if understood(over).sense == "recipient" else ""


def _group(rest: Sequence[Column], taker: Column, name: str, sums: Column | None) -> Group:
    taker.field, taker.heading = "quantity", name
    return Group(GOODS_OUT, [*(replace(column) for column in rest), taker], says={"recipient": name}, sums=sums)


def _over(first: Sequence[str], index: int) -> str:
    """The heading of the first row that stands above a place, or before it."""
    return next((text for text in reversed(first[: index + 1]) if text), "")
