"""Rows that formulas make of other sheets of the file, where what they say stands too, and is read."""

from collections.abc import Sequence

from donations.importers.columns.columns import AMOUNTS
from donations.importers.rows.rows import RowReader
from donations.importers.sheet import Summed
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import number_in


def are_of_others(groups: Sequence[RowReader], cells: Sequence[str]) -> bool:
    """Whether the cells add up other sheets, and no amount that is read was typed there, whatever else was, 人数; but 500元 is one, with what
    other sheets say beside it, 累计.
    """
    if not isinstance(cells, Summed):
        return False
    columns = {column.index for group in groups for column in group.group.of(*AMOUNTS, "price")}
    said = {index for index in columns if number_in(shown_at(cells, index))}
    return said <= cells.computed and (cells.is_all or not said.isdisjoint(cells.added))
