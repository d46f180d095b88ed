"""Columns of the sizes of one thing, 防护服（S） 防护服（M） 防护服（L）: M and L are none of the metres and litres that they are elsewhere."""

import unicodedata
from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_SIZED = pattern_of(r"(.*[^()])\(((?:x{0,4}|[2-6]x)[sml])\)")

A_ROW_EACH = N_(
    "a row for each size, with the size in a column 规格, or the goods in the headings of the sizes, 防护服（M）: below 数量（S） and 数量（M） of goods that a column names, the second would be passed over"
)


def are_sizes(columns: Sequence[Column]) -> None:
    """Makes sizes of such letters behind the name of one thing that has columns of several."""
    found = [(column, _SIZED.fullmatch(normal(column.heading))) for column in columns if _may_be_sized(column)]
    sizes: dict[str, set[str]] = {}
    for _column, one in found:
        if one is not None:
            sizes.setdefault(one[1], set()).add(one[2])
    for column, one in found:
        if one is not None and len(sizes[one[1]]) > 1:
            column.said = column.said._replace(unit=None)
            column.goods = "".join(unicodedata.normalize("NFKC", column.heading).split())


def _may_be_sized(column: Column) -> bool:
    return column.goods is not None and not column.field and column.heading[-1:] in ")）"


def count_sizes(senses: Senses) -> str | None:
    """What would have to be said where several columns of how many there are, 数量（S） and 数量（M）, are each of another size."""
    headings = [
        normal(column.heading) for column in senses.columns if column.said.sense == "quantity" and not column.by_user
    ]
    return A_ROW_EACH if sum(1 for heading in headings if _SIZED.fullmatch(heading)) > 1 else None
