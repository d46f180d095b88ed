"""A bill with two columns of one heading, as where somebody copied a column or put two bills side by side."""

from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.importers.bills.layouts import folded
from donations.importers.bills.row import plain, yuan_in
from donations.importers.sheet import Struck
from donations.importers.table import Slip

ONE_CELL = N_(
    "the same in both columns of this heading, or one of them blank: the bill has it twice; delete the column that isn't the bill's, and put two bills that stand side by side below each other"
)

_AROUND = "\"'`/ "


def twins_of(columns: Mapping[str, int], headings: Sequence[str]) -> dict[int, list[int]]:
    """Place of a column that is read → those of others with the same heading; a bill as it was downloaded has none.

    A second 备注 is whoever keeps the bill's own.
    """
    names = [folded(heading) for heading in headings]
    if len(set(filter(None, names))) == sum(map(bool, names)):
        return {}
    found = {
        at: [place for place, name in enumerate(names) if name == names[at] and place != at]
        for field, at in columns.items()
        if field != "remark"
    }
    return {at: others for at, others in found.items() if others}


def as_one(
    cells: Sequence[str], twins: Mapping[int, Sequence[int]], headings: Sequence[str]
) -> tuple[Sequence[str], list[Slip]]:
    """The cells of a row, where what one column of a heading leaves blank is taken from the other, and what both say otherwise."""
    if isinstance(cells, Struck):
        return cells, []
    joined, slips = list(cells), []
    for at, others in twins.items():
        told = [cells[place] for place in (at, *others) if place < len(cells) and plain(cells[place]).strip(_AROUND)]
        if len({_value(cell) for cell in told}) > 1:
            slips.append(Slip(plain(headings[at]), ONE_CELL, " ≠ ".join(plain(cell) for cell in told)[:60]))
        elif told and at < len(joined):
            joined[at] = told[0]
    return joined, slips


def _value(cell: str) -> object:
    """What a cell says: ¥100.00 and 100 are one amount."""
    said = plain(cell).strip(_AROUND)
    return said if (amount := yuan_in(said)) is None else amount
