"""Rows that whoever keeps the list took back, struck through, and left to be seen, or said a second time."""

from collections.abc import Mapping, Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.rows.rows import RowReader
from donations.importers.sheet import SaidAgain, Struck
from donations.importers.table import Record, Slip
from donations.importers.words.foot import total_of
from donations.importers.words.lots import LOTS
from donations.importers.words.row_reasons import IN_TABLE, STRUCK

IN_PART = N_(
    "a row that is struck through as a whole or not at all: delete what doesn't count, or take the stroke away"
)

_ASIDE = ("serial", "note", "status", "", PASSED)
"""What may be struck through or not whatever the row is: 作废 behind it mostly isn't."""


def is_void(group: RowReader, cells: Sequence[str], texts: Mapping[int, str]) -> bool:
    """Whether all that a row says is struck through, its number, remarks and lot aside."""
    if not isinstance(cells, Struck):
        return False
    told = [column for column in _told(group, texts) if column.field not in LOTS]
    return bool(told) and all(column.index in cells.places for column in told)


def void_total(number: int, texts: Mapping[int, str]) -> Record | None:
    """The record of a row that is struck through and states a total, which is held against nothing; None of others."""
    return Record(number, ignored=STRUCK) if any(map(total_of, texts.values())) else None


def judged(group: RowReader, cells: Sequence[str], texts: Mapping[int, str], record: Record) -> Record:
    """The record of a row as it is; ignored where the row is struck through, or said in a table too, refused where something in it is."""
    if isinstance(cells, SaidAgain):
        return Record(record.row, ignored=IN_TABLE, sums=record.sums)
    if not isinstance(cells, Struck):
        return record
    if is_void(group, cells, texts):
        return Record(record.row, ignored=STRUCK, sums=record.sums)
    first = next((column for column in _told(group, texts) if column.index in cells.places), None)
    if first is None:
        return record
    return Record(record.row, slips=(Slip(first.heading or None, IN_PART, texts[first.index][:60]),))


def _told(group: RowReader, texts: Mapping[int, str]) -> list[Column]:
    return [column for column in group.columns if column.field not in _ASIDE and texts.get(column.index)]
