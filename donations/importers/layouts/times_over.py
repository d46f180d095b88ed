"""Goods with a heading for each time above columns of their own, 2月1日 over 口罩（个） | 手套（双）, or with the times below each of them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import UNCLEAR, Around, Column, Group, Layout
from donations.importers.columns.headed import unseen
from donations.importers.columns.row_sums import adds_up
from donations.importers.layouts.across import says_sum
from donations.importers.layouts.layout import columns_of, goods_named, laid_out
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import cell_at
from donations.importers.words.heading_words import Heading, understood

_FEWEST = 2
_COUNTED = ("quantity", "money", "amount", "value")
_WITH = (*_COUNTED, "unit", "specification", "price")
_NOT_BESIDE = (*_COUNTED, "date", "item", "item_or_quantity", "content", "money_or_goods", "unit", "price")
_NO_NUMBER = pattern_of(r"[月日号年季/-]|[qQ][1-4]")
"""5 and 1.20 are amounts as well."""
Time = Callable[[str], str | None]
"""The time that a heading calls, None of others."""


def by_time_over(first: Sequence[str], second: Sequence[str], around: Around, time_of: Time) -> Layout | None:
    """The layout of a table with such headings in two rows (its cells tidied); None where there are no such headings. `around` is
    what stands around both.
    """

    def calls_time(text: str) -> bool:
        return _NO_NUMBER.search(text) is not None and time_of(text) is not None

    starts = [index for index, text in enumerate(first) if text]
    ends = [*starts[1:], max(len(first), len(second))]
    found = {first[begin]: _filled(second, begin, end) for begin, end in zip(starts, ends[: len(starts)], strict=True)}
    if len(found) < len(starts):
        return None
    texts = [low or top for top, low in zip_longest(first, second, fillvalue="")]
    over = {name: places for name, places in found.items() if places and calls_time(name)}
    if len(over) >= _FEWEST:
        if any(len(places) == 1 for name, places in found.items() if name not in over and not says_sum(name)):
            return None  # 制表日期 2020-03-05 审核日期 2020-03-06, a row of its own above the headings
        sums = [index for name, places in found.items() if says_sum(name) for index in places]
        return _times_above(texts, over, sums, around, time_of)
    below = {
        name: places
        for name, places in found.items()
        if goods_named(name) and len(places) >= _FEWEST and all(calls_time(second[index]) for index in places)
    }
    return _times_below(texts, below, around, time_of) if below else None


def _filled(second: Sequence[str], begin: int, end: int) -> list[int]:
    """The places below a heading, up to the first that has none of its own."""
    return list(range(begin, next((index for index in range(begin, end) if not cell_at(second, index)), end)))


def _beside(columns: Sequence[Column], within: set[int]) -> list[Column] | None:
    """The columns that each gift has; None where they say what was given, or when, themselves."""
    shared = [column for column in columns if column.index not in within and column.heading]
    for column in shared:
        if says_sum(column.heading):
            column.field, column.goods = PASSED, None
    is_said = any(column.field in _NOT_BESIDE or column.goods for column in shared)
    return None if is_said or not any(column.field for column in shared) else shared


def _times_above(
    texts: Sequence[str], over: dict[str, list[int]], sums: Sequence[int], around: Around, time_of: Time
) -> Layout | None:
    columns = columns_of(texts, None, {})
    within = {index for places in over.values() for index in places} | set(sums)
    own = [columns[index] for places in over.values() for index in places]
    shared = _beside(columns, within)
    if shared is None or any(not column.goods and column.field not in _WITH for column in own):
        return None
    if not all(any(columns[at].goods or columns[at].field in _COUNTED for at in places) for places in over.values()):
        return None
    for index in sums:
        parts = [column for column in own if column.heading == columns[index].heading]
        if not parts or not adds_up(parts, columns[index], around.below):
            return None
        columns[index].field, columns[index].goods = PASSED, None
    groups = []
    for name, places in over.items():
        for index in places:
            columns[index].whole = f"{name} {columns[index].heading}"
        mine = [columns[index] for index in places]
        groups.append(Group(UNCLEAR, [*map(replace, shared), *mine], says={"date": time_of(name) or ""}))
    return laid_out(columns, groups, around, 2)


def _times_below(texts: Sequence[str], below: dict[str, list[int]], around: Around, time_of: Time) -> Layout | None:
    columns = columns_of(texts, None, {})
    shared = _beside(columns, {index for places in below.values() for index in places})
    if shared is None:
        return None
    groups = []
    for name, places in below.items():
        for column in (columns[index] for index in places):
            column.whole, column.field, column.goods = f"{name} {column.heading}", "quantity", None
            column.said = Heading("quantity", unit=understood(name).unit)
            says = {"item": goods_named(name) or name, "date": time_of(column.heading) or ""}
            groups.append(Group(UNCLEAR, [*map(replace, shared), unseen("item"), column], says=says))
    if not adds_up([columns[index] for places in below.values() for index in places], None, around.below):
        return None
    return laid_out(columns, groups, around, 2)
