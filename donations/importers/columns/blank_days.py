"""What blank days mean: the day of the row above, or none at all."""

from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.days import is_moment
from donations.importers.words.cells import NO_DATE, cell_at

_MOMENT = "moment"
WHEN_PAID = N_(
    "a date: the rows above say to the minute when they were paid, so a blank means none of these; write the day, or delete the row if nothing was paid"
)
_NO_DAY = frozenset(["-", "--", "---", "—", "——", "–", "－", "/", "//", "\\", "_", "无"])


def above(
    last: Mapping[str, str],
    row: dict[str, str],
    cells: Sequence[str],
    by_field: Mapping[str, Sequence[Column]],
    *,
    is_money: bool,
) -> Mapping[str, str]:
    """What blank cells of a row mean of the one above, `last`: not its day where the row says that there is none, or where money came
    at the minute that it says; which is kept in the row.
    """  # fmt: skip
    if say_none(cells, by_field):
        return {**last, "date": ""}
    if is_money and row.get("date") == "" and (is_moment(last.get("date", "")) or _MOMENT in last):
        row[_MOMENT] = "1"
        return {**last, "date": ""}
    return last


def may_be_unpaid(row: Mapping[str, str]) -> bool:
    """Whether the rows above say to the minute when they were paid, and this one says nothing."""
    return _MOMENT in row


def unsaid(row: Mapping[str, str]) -> str:
    """What is expected of a row without a day."""
    return WHEN_PAID if may_be_unpaid(row) else NO_DATE


def say_none(cells: Sequence[str], by_field: Mapping[str, Sequence[Column]]) -> bool:
    """Whether what stands where the day of a row belongs says that there is none, - or 无: no blank, which means the day above."""
    written = {cell_at(cells, column.index).strip() for column in by_field.get("date", ())} - {""}
    return bool(written) and written <= _NO_DAY
