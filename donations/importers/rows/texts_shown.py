"""Numbers that their cells show otherwise: divided, below a heading that says by how much, or not at all under a merged one."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS, Column
from donations.importers.rows.row_fields import key_of, text_in
from donations.importers.sheet import Covered, Divided, Spanning
from donations.importers.words.cells import InField
from donations.importers.words.heading_words import Heading

OTHERWISE_SHOWN = N_(
    "an amount in the measure of its heading: the number format of the cell shows it divided by another number; write it as it is meant, without that format"
)
COVERED = N_(
    "an amount in sight: this one lies hidden under a merged cell that shows another; unmerge the cells, and write in each row what it gives"
)
_DIVIDED = {Covered, Divided, Spanning}
_FIELDS = frozenset({*AMOUNTS, "price"})


def texts_shown(columns: Sequence[Column], cells: Sequence[str], said: Mapping[str, Heading]) -> dict[int, str]:
    """The tidied cells of a row by their place; 15000 that is shown as 1.5 below 万元 is 1.5.

    Raises InField where a cell shows its number in another measure than its heading says, or doesn't show it at all under a
    merged one, Misfit for what is no text.
    """
    shown = {column.index: text_in(cells, column) for column in columns}
    if _DIVIDED.isdisjoint(map(type, cells)):
        return shown
    for column in columns:
        cell = cells[column.index] if column.index < len(cells) else ""
        cell = cell.of if isinstance(cell, Spanning) else cell
        if column.field in _FIELDS and isinstance(cell, Covered):
            raise InField(column.field, COVERED, str(cell))
        if column.field not in _FIELDS or not isinstance(cell, Divided) or said[key_of(column)].factor == 1:
            continue
        if cell.by != said[key_of(column)].factor:
            raise InField(column.field, OTHERWISE_SHOWN, str(cell))
        shown[column.index] = decimal_text(Fraction(str(cell)) / cell.by)
    return shown
