"""Goods shared out among recipients with a column for each: 物资名称 单位 市一院 市二院 合计."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import GOODS_OUT, UNCLEAR, Around, Column, Group
from donations.importers.columns.row_sums import adds_up, is_left
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.names_alone import is_taker
from donations.importers.words.turn_words import SHARING

_FEWEST = 2
_MEANT = {"item": "item", "name": "item", "unit": "unit", "unit_or_party": "unit"}
_BESIDE = (*_MEANT, "specification", "serial", "note", "date", PASSED)
_SUMS = ("total", "quantity")
_CAME = pattern_of(r"(?:物资|捐赠)?(?:接收|收到|入库|到货|收货|捐赠|实收)(?:物资)?(?:数量?|总数|总量|量)?(?:[(].*)?")
_NAMES = ("", "party", "group")


def is_spanned(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row has names below a heading of the first that means recipients, and nothing else."""
    filled = [index for index, text in enumerate(second) if text]
    below = [_over(first, index) for index in filled]
    if len(filled) < _FEWEST or not all(map(_is_over_takers, below)):
        return False
    names = [second[index] for index in filled if not is_left(second[index])]
    are_takers = 2 * sum(map(is_taker, names)) >= len(names) and not any(understood(name).sense for name in names)
    return are_takers or all(understood(over).sense == "recipient" for over in below)


def _is_over_takers(heading: str) -> bool:
    """Whether a heading means that what stands below it are recipients: 接收单位, 分配情况."""
    return understood(heading).sense == "recipient" or SHARING.fullmatch(normal(heading)) is not None


def shared_out(columns: Sequence[Column], around: Around, *, spanned: bool = False) -> list[Group] | None:
    """A group of columns for each recipient; None where the headings are of no such table, or its sums say otherwise.

    `spanned`: whether a heading above the names says that they are recipients; else the title must.
    """
    for column in columns if spanned else ():
        over, _, name = column.whole.partition(" ")
        if is_left(name) and _is_over_takers(over):
            column.field, column.heading = PASSED, name
    items = [column for column in columns if _MEANT.get(column.field) == "item"]
    takers = [
        (column, name)
        for column in columns
        if column.goods is None and column.field != PASSED and (name := _name(column, spanned))
    ]
    rest = [column for column in columns if column.heading and all(column is not taker for taker, _ in takers)]
    sums = [column for column in rest if column.field in _SUMS]
    gives = [column for column in rest if column.field == "donor"]
    if len(items) != 1 or len(takers) < _FEWEST or len(sums) > 1 or not (spanned or around.way == "out" or gives):
        return None
    if any(column.field not in (*_BESIDE, *_SUMS, "donor") for column in rest) or len(gives) > 1:
        return None
    parts, whole = [taker for taker, _ in takers], sums[0] if sums else None
    came = whole is not None and _CAME.fullmatch(normal(whole.heading)) is not None
    if not adds_up(parts, whole, around.below, rest) and not (came and _is_within(parts, sums[0], around.below)):
        return None
    if gives and not (whole is not None and _is_within(parts, whole, around.below)):
        return None
    for column in rest:
        column.field = PASSED if column in sums else _MEANT.get(column.field, column.field)
    checked = None if came or gives else whole
    given = [_received(rest, sums[0])] if gives else []
    rest = [column for column in rest if not gives or column not in (*gives, *sums)]
    return [*given, *(_group(rest, *taker, checked) for taker in takers)]


def _received(rest: Sequence[Column], whole: Column) -> Group:
    """What came in, before it was shared out."""
    whole.field = "quantity"
    return Group(UNCLEAR, [replace(column) for column in rest])


def _is_within(parts: Sequence[Column], whole: Column, below: Sequence[Sequence[str]]) -> bool:
    """Whether no row shares out more than stands in the column of what came, and some row says how much that was."""
    rows = [row for row in below if not sums_up(row)]
    numbers = [[plain_number(shown_at(row, column.index)) or Fraction(0) for column in (whole, *parts)] for row in rows]
    told = [(came, sum(shares, Fraction(0))) for came, *shares in numbers if came or any(shares)]
    return bool(told) and all(came >= shared for came, shared in told)


def _name(column: Column, spanned: bool) -> str:
    """What the column calls who took what it says; "" where it calls nobody."""
    if not spanned:
        return column.heading if column.field in _NAMES and is_taker(column.in_words) else ""
    over, _, name = column.whole.partition(" ")
    return name if _is_over_takers(over) else ""


def _group(rest: Sequence[Column], taker: Column, name: str, sums: Column | None) -> Group:
    taker.field, taker.heading = "quantity", name
    return Group(
        GOODS_OUT, [*(replace(column) for column in rest), taker], says={"recipient": name.rstrip(" :：")}, sums=sums
    )


def _over(first: Sequence[str], index: int) -> str:
    """The heading of the first row that stands above a place, or before it."""
    return next((text for text in reversed(first[: index + 1]) if text), "")
