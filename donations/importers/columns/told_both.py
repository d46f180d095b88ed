"""Names and amounts below words that tell how much came and how much went, 共收到捐款600元，支出275元: the list may be of either."""

from collections.abc import Sequence
from fractions import Fraction

from donations.i18n import N_
from donations.importers.columns.columns import MONEY_IN, UNCLEAR, Column, Group
from donations.importers.columns.shops import SAYS_GIVEN
from donations.importers.columns.title import Title
from donations.importers.columns.title_ways import amounts_come, leaves_open
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.foot import sums_up

EITHER = N_(
    "whether those named gave or received: the words above speak of what came and of what went. Where they gave, say --map HEADING=donor (of a column without a heading its letter, --map A=donor), where they received, =recipient"
)
_MEASURES = (1, 10_000)
"""What the amounts of a list may count beside words in yuan: 单位：万元."""


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Asks who those named are, where only such words could tell and the amounts below don't make what came."""
    if title.way is not None or not leaves_open(title.text):
        return
    for group in groups:
        named, amounts = group.of("donor"), group.of("money")
        is_said = any(column.by_user or column.said.sense == "donor" for column in named)
        if (
            group.sort != MONEY_IN
            or not named
            or not amounts
            or is_said
            or group.has("spent", "recipient", "direction")
        ):
            continue
        if not any(SAYS_GIVEN.search(column.in_words) for column in group.columns) and not _are_what_came(
            amounts, title, rows
        ):
            group.sort, group.why = UNCLEAR, EITHER


def _are_what_came(columns: Sequence[Column], title: Title, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the amounts below make what the words say came."""
    records = [row for row in rows if not sums_up(row)]
    found = [number_of_yuan(shown_at(row, column.index)) for column in columns for row in records]
    made = sum((number for number in found if number is not None), Fraction(0))
    return any(made * measure in amounts_come(title.text) for measure in _MEASURES)
