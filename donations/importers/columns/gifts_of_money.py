"""Donation and Monthly gift below Description: what was given is the money beside it, and no thing of that name."""

from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of

_SORTS = (
    "a|the|my|our|his|her|general|monthly|weekly|quarterly|annual|yearly|year-end|one-?time|single|recurring|regular|first|second|initial|final|additional"
    "|online|cash|che(?:ck|que)|bank|wire|paypal|venmo|stripe|credit|card|memorial|tribute|legacy|anonymous|personal|individual|family|corporate|company|business"
    "|restricted|unrestricted|charitable|generous|special|major|end of year|sunday|church|membership|fundraising|donor|monetary|money|financial"
)
_GIFT = pattern_of(
    rf"(?:(?:{_SORTS}) ){{0,4}}(?:donations?|gifts?|contributions?|offerings?|tithes?)(?: received)?(?: (?:from|by|for|to|towards?|in memory of|in honou?r of|-) .{{1,80}})?[.!]?"
)
"""But a food donation is of food, and gift baskets are things."""


def settle(senses: Senses) -> None:
    """Below a heading of goods that names nothing but gifts of money beside one amount they are a remark."""
    if not senses.has("money", "amount") or senses.has("quantity", "unit", "price", "specification", "value"):
        return
    for column in senses.columns:
        cells = senses.cells(column) if column.field == "item" and not column.by_user else []
        if cells and all(_GIFT.fullmatch(" ".join(cell.casefold().split())) for cell in cells):
            column.field = "note"
