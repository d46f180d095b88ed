"""Tables that lie on their side: the headings stand below each other in the first column, and each gift is a column."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.words.cells import shown
from donations.importers.words.heading_words import understood

SIDEWAYS = N_(
    "headings beside each other; here they stand below each other: copy the table and paste it turned round (Paste special, Transpose)"
)
_TELLING = (
    "donor",
    "recipient",
    "item",
    "quantity",
    "unit",
    "unit_or_party",
    "specification",
    "date",
    "value",
    "money",
    "note",
)
_FEWEST = 3


def lies_sideways(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first cells of most rows are headings of different sorts, who or what and how many among them."""
    first = [text for row in rows if row and (text := shown(row[0]))]
    senses = [sense for text in first if (sense := understood(text).sense) in _TELLING]
    return (
        len(set(senses)) >= _FEWEST
        and 2 * len(senses) > len(first)
        and not {"quantity", "money", "value"}.isdisjoint(senses)
        and not {"donor", "recipient", "item"}.isdisjoint(senses)
    )
