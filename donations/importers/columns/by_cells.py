"""Columns that are told by what stands in them, where their headings alone don't say what they are."""

from collections.abc import Sequence

from donations.importers.columns.called_gifts import name_money
from donations.importers.columns.columns import Column
from donations.importers.columns.counted_columns import name_goods
from donations.importers.columns.counted_deeds import count_deeds
from donations.importers.columns.signed_ways import name_signed
from donations.importers.columns.weighed import weigh_goods


def tell_by_cells(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """Gives such columns their goods and fields; `below` are the rows below the headings."""
    name_goods(columns, below)
    weigh_goods(columns, below)
    count_deeds(columns, below)
    name_money(columns, below)
    name_signed(columns, below)
