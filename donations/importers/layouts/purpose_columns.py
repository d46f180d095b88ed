"""Gifts with a column for each purpose: 姓名 日期 助学基金 抗疫专项 一般捐款 合计."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import REMARK, UNCLEAR, Around, Group, Layout
from donations.importers.columns.row_sums import adds_up
from donations.importers.layouts.across import across
from donations.importers.layouts.layout import laid_out
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import Heading, normal, understood
from donations.importers.words.purpose_words import purpose_called

_FEWEST = 2
_GIVING = pattern_of(r"捐|善款|功德|随喜|香油|奉献|[不非无](?:指定|定向|限定)")
"""What headings say of gifts; out of a 基金 much is given to others."""
_WHO = ("donor", "party", "payer", "name")
_SUMS = ("total", "money", "amount")
_BESIDE = (
    *_WHO,
    "group",
    "date",
    "serial",
    "note",
    "county",
    "city",
    "via",
    "status",
    "currency",
    "anonymous",
    REMARK,
    PASSED,
)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[bool, str]:
    """Whether a heading calls a purpose, or that there is none; and which, "" for none."""
    if not 1 < len(text) <= LONGEST_HEADING or understood(text).unit:
        return False, ""
    called = purpose_called(normal(text))
    return called is not None, (text.strip() if called and called.isascii() else called) or ""


def by_purpose(rows: Sequence[Sequence[str]], around: Around, said: Mapping[str, str]) -> Layout | None:
    """The layout of a table with a group of columns for each purpose; None where no purposes stand beside each other in a
    row of headings, or in the second of two.
    """
    first = [shown(cell) for cell in rows[0]]
    if len(found := _purposes(first, said)) >= 1:
        return _layout(first, found, replace(around, below=rows[1:]), said, [first])
    second = [shown(cell) for cell in rows[1]] if len(rows) > 1 else []
    if len(found := _purposes(second, said)) < _FEWEST or any(map(str.isdigit, "".join(second))):
        return None
    if not _heads(first, second, found):
        return None
    both = [text or over for text, over in zip_longest(second, first, fillvalue="")]
    return _layout(both, found, replace(around, below=rows[2:]), said, [first, second])


def _heads(first: Sequence[str], second: Sequence[str], purposes: Mapping[int, str]) -> bool:
    """Whether an upper row has headings of columns that the lower one leaves blank; a title stands above any."""
    above = [index for index, text in enumerate(first) if text and index not in purposes]
    return bool(above) and not any(cell_at(second, index) for index in above)


def _purposes(texts: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """The purposes that headings call, by their place; none where only what has no purpose is called, or one twice."""
    found = {index: _said(text)[1] for index, text in enumerate(texts) if _said(text)[0] and normal(text) not in said}
    names = [name for name in found.values() if name]
    return found if names and len(set(found.values())) == len(found) else {}


def _layout(
    headings: Sequence[str],
    purposes: Mapping[int, str],
    around: Around,
    said: Mapping[str, str],
    rows: Sequence[Sequence[str]],
) -> Layout | None:
    """The layout, or None; `rows` are those that the headings were put together from."""
    columns, parts, found, beside = across(headings, purposes, said, _SUMS)
    sums = found[0] if found else None
    others = [column for column in beside if not column.field]
    if sums is not None and others and adds_up([*parts, *others], sums, around.below):  # so they are parts as well
        more = {column.index: column.heading for column in others}
        return _layout(headings, {**purposes, **more}, around, said, rows)
    if len(purposes) < _FEWEST:
        return None
    if any(column.field not in _BESIDE for column in beside) or not any(column.field in _WHO for column in beside):
        return None
    given = around.way == "in" or any(column.field == "donor" for column in beside)
    if not given and (around.way or not any(_GIVING.search(normal(text)) for row in rows for text in row)):
        return None
    if len(found) > 1 or not adds_up(parts, sums, around.below):
        return None
    measure = understood(sums.heading) if sums else Heading(None)
    for part in parts:
        part.heading = part.whole = headings[part.index]
        own = understood(part.heading)
        own = own if own.currency or own.factor != 1 else measure
        part.field, part.said = "money", Heading("money", own.factor, own.currency)
    for column in found:
        column.field = PASSED
    groups = [
        Group(UNCLEAR, [*map(replace, beside), part], says={"purpose": purposes[part.index]}, sums=sums)
        for part in parts
    ]
    return laid_out(columns, groups, around, len(rows))
