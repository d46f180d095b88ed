"""Whether a column of numbers says one for each payment, or one that several givers share: that of what was paid out of their gifts."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.foot import total_of

_OF_GIFT = ("date", "money", "amount", "item", "quantity", "currency")
_GIVERS = ("donor", "party", "payer", "name_part", "unit_or_party", "name")


def settle(senses: Senses) -> None:
    """Passes over a number that stands in rows of different givers: rows known by it would be taken for one gift."""
    named = [column for column in senses.columns if column.field in _GIVERS]
    for column in senses.columns:
        if column.field == "number" and not column.by_user and _is_shared(senses, column, named):
            column.field = PASSED


def _is_shared(senses: Senses, numbers: Column, named: list[Column]) -> bool:
    first: dict[str, tuple[str, ...]] = {}
    parts: dict[tuple[str, ...], str] = {}
    of_gift = [column.index for column in senses.columns if column.field in _OF_GIFT]
    purpose = next((column.index for column in senses.columns if column.field == "purpose"), None)
    for row in senses.below:
        number = shown_at(row, numbers.index)
        who = tuple(shown_at(row, column.index) for column in named)
        is_row = number and any(who) and not any(total_of(shown(cell)) for cell in row)
        if is_row and first.setdefault(number, who) != who:
            return True
        meant = "" if purpose is None else shown_at(row, purpose)
        gist = (number, *(shown_at(row, index) for index in of_gift))
        if is_row and parts.setdefault(gist, meant) != meant:
            return True  # as much for each of two purposes
    return False
