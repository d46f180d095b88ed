"""Goods with columns of their own below their name: 口罩 above 数量 | 单位 each, or above its sorts, N95 | 医用外科."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from donations.domain.catalogue import common_named
from donations.importers.columns.columns import UNCLEAR, Column, Group
from donations.importers.columns.headed import unseen
from donations.importers.layouts.layout import columns_of, goods_named
from donations.importers.layouts.time_columns import time_of
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number
from donations.importers.words.heading_words import normal, understood, without_measure

_BELOW = ("quantity", "unit", "unit_or_party", "specification", "price", "value", "amount", "money")
_COUNTS = ("quantity",)
_FEWEST = 2
_WEIGHED = pattern_of(r"[毛皮净]重量?|(?:gross|tare|net)(?:weight)?|[gnt]\.?w\.?")
_BATCH = pattern_of(r"第.{1,3}[批次期轮]")
"""When some of them came, and no sort of them."""
_NAMES = ("item", "item_or_quantity", "content", "category", "name")


def spans(first: Sequence[str], second: Sequence[str]) -> list[tuple[str, range]]:
    """The headings of the first row that stand above several of the second, each with the places of those."""
    starts = [index for index, text in enumerate(first) if text]
    ends = [*starts[1:], max(len(first), len(second))][: len(starts)]
    filled = {index for index, text in enumerate(second) if text}
    found = [(first[begin], range(begin, end)) for begin, end in zip(starts, ends, strict=True)]
    return [
        (name, places)
        for name, places in (
            (name, range(each[0], max(filled.intersection(each), default=-1) + 1)) for name, each in found
        )
        if len(places) >= _FEWEST and filled.issuperset(places)
    ]


def blocks(first: Sequence[str], second: Sequence[str]) -> tuple[list[Column], list[Group]] | None:
    """The columns, and a group of them for each of the goods that the first row names above numbers, units and the like."""
    found = spans(first, second)
    names = [name for name, _ in found]
    if len(found) < _FEWEST or not any(goods_named(name) for name in names) or len(set(names)) < len(names):
        return None
    if any(understood(name).sense is not None or time_of(name) or plain_number(name) is not None for name in names):
        return None
    if any(one.stop > other.start for (_, one), (_, other) in pairwise(found)):
        return None
    within = {index for _, places in found for index in places}
    columns = columns_of([text or over for text, over in zip(second, [*first, *second], strict=False)], None, {})
    shared = [column for column in columns if column.index not in within and column.heading]
    groups = []
    for name, places in found:
        own = [columns[index] for index in places]
        if any(column.field not in _BELOW for column in own) or sum(c.field in _COUNTS for c in own) != 1:
            return None
        unit = understood(name).unit
        counts = next(column for column in own if column.field in _COUNTS)
        if unit and not counts.said.unit:
            counts.said = counts.said._replace(unit=unit)
        for column in own:
            column.whole = f"{name} {column.heading}"
            column.field = "unit" if column.field == "unit_or_party" else column.field
            column.field = "value" if column.field in ("amount", "money") else column.field
        item = goods_named(name) or name
        groups.append(Group(UNCLEAR, [*map(replace, shared), unseen("item"), *own], says={"item": item}))
    return (columns, groups) if not any(column.field in _NAMES for column in shared) else None


def sorts(first: Sequence[str], second: Sequence[str]) -> list[str] | None:
    """One row of headings out of two, where the second names sorts of the goods above them: 口罩（N95）（个）.

    Beside them goods with their units may stand below what is no goods, 酒精（瓶） below 消毒用品.
    """
    found = [
        (name, places)
        for name, places in spans(first, second)
        if goods_named(name) or all(understood(second[index]).unit for index in places)
    ]
    within = {index for _, places in found for index in places}
    if not any(goods_named(name) for name, _ in found) or any(
        text and index not in within for index, text in enumerate(second)
    ):
        return None
    if any(understood(second[index]).sense is not None or plain_number(second[index]) is not None for index in within):
        return None
    row = [*first, *[""] * (len(second) - len(first))]
    for name, places in found:
        unit = understood(name).unit
        for index in places:
            is_whole = goods_named(name) is None and goods_named(second[index])
            row[index] = second[index] if is_whole else _sort_named(goods_named(name) or name, second[index], unit)
            if goods_named(row[index]) is None:
                return None  # which would be passed over
    return row


def weights(first: Sequence[str], second: Sequence[str]) -> list[str] | None:
    """One row of headings out of two, where the second only says what 重量（公斤） above it is with: 毛重（公斤）, 皮重（公斤） and 净重（公斤）."""
    found = spans(first, second)
    within = {index for _, places in found for index in places}
    if len(found) != 1 or any(text and index not in within for index, text in enumerate(second)):
        return None
    [(name, places)] = found
    if not all(_WEIGHED.fullmatch(without_measure(normal(second[index]))) for index in places):
        return None
    row = [*first, *[""] * (len(second) - len(first))]
    for index in places:
        unit = understood(second[index]).unit or understood(name).unit
        alone = second[index] if understood(second[index]).unit or not unit else f"{second[index]}（{unit}）"
        row[index] = alone
    return row


def _sort_named(goods: str, sort: str, unit: str | None) -> str:
    own = understood(sort).unit or unit
    alone = re.sub(r"\s*[(（][^()（）]*[)）]$", "", sort) if understood(sort).unit else sort
    if _BATCH.fullmatch(alone):
        named = goods
    elif common_named(normal(alone)):
        named = alone
    elif common_named(normal(alone + goods)):
        named = alone + goods
    else:
        named = f"{goods}（{alone}）"
    return f"{named}（{own}）" if own else named
