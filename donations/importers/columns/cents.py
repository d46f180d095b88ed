"""Amounts that are counted in 分 or 角, which are read in no table."""

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

NO_CENTS = N_("amounts of yuan: a column of them is counted in 分 or 角, a hundredth or a tenth")
_OBJECT = pattern_of(r"charge|payment(?:_?intent)?|checkout\.session|balance_transaction|invoice|order|refund|payout")
"""What such an answer calls each of its things."""


def in_cents(senses: Senses) -> str | None:
    """What would have to be said of a column that is counted in 分 or 角, which is read in no table."""
    found = NO_CENTS if senses.has("cents") or _is_of_interface(senses) else None
    senses.become("cents", PASSED)
    return found


def _is_of_interface(senses: Senses) -> bool:
    """Whether the table is what the programming interface of a payment service answers, which counts in cents, and no export."""
    kinds = (column for column in senses.columns if normal(column.heading) in ("object", "entity"))
    return any((cells := senses.cells(column)) and all(map(_OBJECT.fullmatch, cells)) for column in kinds)
