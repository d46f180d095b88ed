"""Whether a column of numbers says one for each payment, or one that many givers share: that of what was paid out of their gifts."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.foot import total_of

_GIVERS = ("donor", "party", "payer", "name_part", "unit_or_party", "name")


def settle(senses: Senses) -> None:
    """Passes over a number that stands in rows of many givers: rows known by it would be taken for one gift."""
    named = [column for column in senses.columns if column.field in _GIVERS]
    for column in senses.columns:
        if column.field == "number" and not column.by_user and _is_shared(senses, column, named):
            column.field = PASSED


def _is_shared(senses: Senses, numbers: Column, named: list[Column]) -> bool:
    """Whether the numbers are half as many as the rows, or fewer, and one of them is of two givers.

    Of a few that come again nothing is concluded: the same list, sorted anew, must be known by the same numbers.
    """
    givers: dict[str, set[tuple[str, ...]]] = {}
    rows = 0
    for row in senses.below:
        number, who = shown_at(row, numbers.index), tuple(shown_at(row, column.index) for column in named)
        if number and any(who) and not any(total_of(shown(cell)) for cell in row):
            givers.setdefault(number, set()).add(who)
            rows += 1
    return 2 * len(givers) <= rows and any(len(each) > 1 for each in givers.values())
