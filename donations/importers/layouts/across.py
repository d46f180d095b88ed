"""Tables whose gifts stand in a column for each time or purpose: which columns these are, and what stands beside them."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from donations.importers.columns.columns import Column
from donations.importers.layouts.layout import columns_of
from donations.importers.words.foot import may_sum_up, total_of


class Across(NamedTuple):
    """All columns of a table, those across it, those that sum these up, and the others that have a heading."""

    columns: list[Column]
    parts: list[Column]
    sums: list[Column]
    beside: list[Column]


def says_sum(heading: str) -> bool:
    """Whether a heading calls a column that may sum up those beside it: 合计, 全年, 总."""
    return total_of(heading) is not None or may_sum_up(heading)


def across(
    headings: Sequence[str], places: Collection[int], said: Mapping[str, str], fields: Collection[str]
) -> Across:
    """The columns of a table with amounts in those at `places`; the `fields` of others are what may sum these up."""
    columns = columns_of(["" if index in places else text for index, text in enumerate(headings)], None, said)
    parts = [column for column in columns if column.index in places]
    rest = [column for column in columns if column.index not in places and column.heading]
    sums = [column for column in rest if column.field in fields or says_sum(column.heading)]
    return Across(columns, parts, sums, [column for column in rest if column not in sums])
