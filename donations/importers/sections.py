"""Rows that say what the rows below them are: 一、机关单位, with what those add up to or without, or a day."""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from donations.importers import cells as one
from donations.importers.foot import is_section, total_of
from donations.importers.rows import RowReader
from donations.importers.stream import Stream

_NAMES = ("donor", "recipient", "item")
_LONGEST = 300
"""Rows of one section that are looked at."""
_NUMERAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]?")

Amount = Callable[[RowReader, Mapping[int, str]], Fraction | None]


def sums_up_below(group: RowReader, texts: Mapping[int, str], below: Stream, amount: Amount) -> bool:
    """Whether a numbered row, 一、机关单位 3000, has just the sum of the rows down to the next of its sort."""
    if not _begins_section(group, texts):
        return False
    stated, found = amount(group, texts), Fraction(0)
    for _, cells in below.peek(_LONGEST) if stated else ():
        row = _texts(texts, cells)
        if _begins_section(group, row) or any(total_of(text) for text in row.values() if text):
            break
        found += amount(group, row) or 0
    return stated is not None and found == stated


def heads_rows(group: RowReader, texts: Mapping[int, str], below: Stream) -> bool:
    """Whether a row without an amount has a number of another sort than the rows below it: 一 above 1, 2 and 3."""
    serials = [column.index for column in group.by_field.get("serial", [])]
    if not any(_NUMERAL.fullmatch(texts.get(index, "")) for index in serials):
        return False
    following = [_texts(texts, cells) for _, cells in below.peek(1)]
    return any(row.get(index, "").isdigit() for row in following for index in serials)


def _begins_section(group: RowReader, texts: Mapping[int, str]) -> bool:
    named = any(is_section(texts.get(column.index, "")) for field in _NAMES for column in group.by_field.get(field, []))
    return named or any(_NUMERAL.fullmatch(texts.get(column.index, "")) for column in group.by_field.get("serial", []))


def _texts(like: Mapping[int, str], cells: Sequence[str]) -> dict[int, str]:
    return {**dict.fromkeys(like, ""), **{index: one.shown(cell) for index, cell in enumerate(cells)}}


def lacks_amount(group: RowReader, filled: Sequence[tuple[int, str]]) -> bool:
    """Whether cells of several fields are filled as those of a record are."""
    fields = {column.index: column.field for column in group.columns}
    said = {fields[index] for index, _ in filled if index in fields}
    return len(said & {"donor", "recipient", "item", "date"}) > 1


def is_day(group: RowReader, text: str) -> bool:
    if one.looks_like_a_date(text):
        return True
    try:
        return group.days(text) is not None and not text.isdigit()
    except one.Misfit:
        return False
