"""What stands where a name, or a number, would in a row that sums up those above it: an amount in capitals, a number of people, 总, or 合 beside 计."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import NamedTuple

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import RowReader
from donations.importers.words.foot import GRAND, PART, is_in_capitals, may_sum_up, total_of
from donations.importers.words.money_items import TIMES

NAMED = ("donor", "recipient", "item")
ENDS_OF_TIMES = frozenset(TIMES) | frozenset("筆戶")
PEOPLE = pattern_of(rf"[0-9]+\s*(?:人次|个单位|{'|'.join(TIMES)})")
_IN_ALL = pattern_of(
    rf"(?P<whose>[^0-9共计合]{{0,12}}?)[共计合总]{{0,3}}(?P<many>[0-9]+)\s*(?:人次|个单位|{'|'.join(TIMES)})"
)
"""2人 or 一班共2人, where the rows above have their number, or their class."""
_HOW_MANY = pattern_of("(?:人|户|单位|笔|个|次)数")
"""Headings of how many gave what stands in each row."""


class Sums(NamedTuple):
    """How many rows there were, all and since the last subtotal, what these add up to as `scaled` says it, whether some summed up
    those below, and what a row states.
    """

    rows: int
    since: int
    sum: int
    part: int
    in_sections: bool
    amount: Callable[[RowReader, Mapping[int, str]], Fraction | None]


def total_for_name(group: RowReader, texts: Mapping[int, str], sums: Sums, is_last: Callable[[], bool]) -> str | None:
    """What such a row is the total of; None where a name stands there, or nothing."""
    is_sum = sums.rows > 1 and (_counts_people(group, texts, sums, is_last) or _names_sum(group, texts, sums))
    if is_sum or _names_capitals(group, texts):
        return GRAND
    return _counted_beside(group, texts, sums, is_last) or _in_pieces(group, texts)


def has_serial(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether the row has a number."""
    return any(texts.get(column.index) for column in group.by_field.get("serial", []))


def _names_capitals(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether an amount in capitals stands for a name; beside somebody's name 贰仟伍佰元整 in the column of goods is a gift."""
    named = [texts.get(column.index, "") for field in NAMED[:2] for column in group.by_field.get(field, [])]
    items = [] if any(named) else [texts.get(column.index, "") for column in group.by_field.get("item", [])]
    return any(map(is_in_capitals, (*named, *items)))


def _names_sum(group: RowReader, texts: Mapping[int, str], sums: Sums) -> bool:
    """Whether 总 or 全部 stands for a name beside the sum of the rows above."""
    said = [texts.get(column.index, "") for field in NAMED for column in group.by_field.get(field, [])]
    stated = sums.amount(group, texts) if any(map(may_sum_up, said)) else None
    return stated is not None and scaled(stated) == sums.sum


def _counted_beside(group: RowReader, texts: Mapping[int, str], sums: Sums, is_last: Callable[[], bool]) -> str | None:
    """What a row is the total of that names nobody and says before the place of the name, or in that of its number, of how many
    its amount is: 2人 below 序号. It is the sum of as many rows above, or in the place of a number nothing else.
    """
    names = [column.index for field in NAMED for column in group.by_field.get(field, [])]
    if not names or any(texts.get(index) for index in names) or not sums.rows:
        return None
    numbered = {column.index for column in group.by_field.get("serial", [])}
    said = [
        (column, _IN_ALL.fullmatch(simplified(text)))
        for column in group.columns
        if (text := texts.get(column.index)) and (column.index in numbered or column.index < min(names))
    ]
    found = [(column, one) for column, one in said if one is not None]
    stated = sums.amount(group, texts)
    if not found or stated is None:
        return None
    [(column, one), *_] = found
    is_number, is_all = column.index in numbered, scaled(stated) == sums.sum
    if is_all or scaled(stated) == sums.part:
        is_total = is_number or (is_all and sums.rows > 1 and not one["whose"] and is_last())
        if not is_total and (_HOW_MANY.search(column.joined) or not _counts_rows(int(one["many"]), sums)):
            return None  # so many gave as much together as those above, 二班5人
        return GRAND if is_all and is_last() else PART
    return (GRAND if is_last() else PART) if is_number and not one["whose"] else None


def _counts_rows(many: int, sums: Sums) -> bool:
    """Whether so many rows are above, or since the last subtotal: a single one where subtotals came before."""
    return many in (sums.rows, sums.since) and (many > 1 or sums.since < sums.rows)


def _in_pieces(group: RowReader, texts: Mapping[int, str]) -> str | None:
    """What a row is the total of whose word stands in several cells, a sign in each: 合 beside 计."""
    units = [column.index for column in group.by_field.get("unit", [])]
    signs = [text for index, text in texts.items() if text and not text[0].isdigit() and index not in units]
    return total_of("".join(signs)) if len(signs) == 2 and all(len(sign) == 1 for sign in signs) else None  # noqa: PLR2004


def _counts_people(group: RowReader, texts: Mapping[int, str], sums: Sums, is_last: Callable[[], bool]) -> bool:
    """Whether a number of people stands for a name, 12人, beside what all of them gave: as many as rows, or at the foot."""
    said = [
        found for column in group.by_field.get("donor", []) if (found := PEOPLE.fullmatch(texts.get(column.index, "")))
    ]
    if not said or has_serial(group, texts):
        return False  # a group of people gives as anybody else
    stated = sums.amount(group, texts)
    is_sum = stated is not None and scaled(stated) == sums.sum
    return is_sum and (f"{sums.rows}" in re.findall("[0-9]+", said[0][0]) or is_last())
