"""Names and amounts below words that tell how much came and how much went, 共收到捐款600元，支出275元: the list may be of either."""

from collections.abc import Sequence
from fractions import Fraction

from donations.i18n import N_
from donations.importers.columns.columns import MONEY_IN, UNCLEAR, Column, Group
from donations.importers.columns.shops import SAYS_GIVEN
from donations.importers.columns.title import Title
from donations.importers.columns.title_ways import amounts_told, leaves_open, names_either
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
    amounts = [column for group in groups for column in group.of("money")]
    if any(SAYS_GIVEN.search(column.in_words) for group in groups for column in group.columns):
        return
    is_all = names_either(title.text)  # 收到捐款600元，全部用于慰问: as much came as went
    if not is_all and _made_by(amounts, rows) & amounts_told(title.text, "in") - amounts_told(title.text, "out"):
        return
    for group in groups:
        if group.sort == MONEY_IN and amounts and _may_be_either(group):
            group.sort, group.why = UNCLEAR, EITHER


def _may_be_either(group: Group) -> bool:
    """Whether those named gave as far as was known, but their heading doesn't say so, and nobody else is named."""
    named = group.of("donor")
    is_said = any(column.by_user or column.said.sense == "donor" for column in named)
    is_said = is_said or any(column.signed for column in group.columns) or "spent" in group.says  # 收入 over its side
    return bool(named) and not is_said and not group.has("spent", "recipient", "direction")


def _made_by(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> set[Fraction]:
    """What the amounts below make, in yuan, as the words above may count it."""
    records = [row for row in rows if not sums_up(row)]
    found = [number_of_yuan(shown_at(row, column.index)) for column in columns for row in records]
    made = sum((number for number in found if number is not None), Fraction(0))
    return {made * measure for measure in _MEASURES}
