"""Tables that look like gifts and list none: dues that members pay, 党费 and 会费, and what is published of projects (IATI)."""

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import GOODS, MONEY_IN, UNCLEAR, Column, Group
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal
from donations.importers.words.row_reasons import DUES_PAID, GIVEN, IS_JOURNAL, OF_DUES, OF_JOURNAL

OF_PROJECTS = N_(
    "a list of gifts: this is what was published of projects by the standard of IATI, in sums and not gift by gift; import the list of gifts that it was made from"
)
_OF_PROJECTS = pattern_of(r"(?:activity[-_]?)?iati[-_]?(?:activity[-_]?)?(?:identifier|id)")
_IN_ACCOUNTS = ("spent", "direction")


def judge(groups: list[Group], title: Title) -> None:
    """Refuses amounts that their heading calls dues, or the title where it speaks of nothing that was given.

    Among what came and went in an account each row says itself what it is.
    """
    for group in groups:
        if any(_OF_PROJECTS.fullmatch(column.said_as) for column in group.columns):
            group.sort, group.why = UNCLEAR, OF_PROJECTS
        elif any(IS_JOURNAL.search(column.heading) for column in group.columns):
            group.sort, group.why = UNCLEAR, OF_JOURNAL
        elif group.sort == MONEY_IN and not group.has(*_IN_ACCOUNTS) and _are_dues(group, title):
            group.sort, group.why = UNCLEAR, DUES_PAID


def _are_dues(group: Group, title: Title) -> bool:
    amounts = [column for column in group.columns if column.field == "money" or (column.field == GOODS and column.cash)]
    if any(_is_dues(column) for column in amounts if not column.by_user):
        return True
    said = [title.text, *(column.heading for column in group.columns if column.field != PASSED)]
    is_told = any(column.by_user for column in amounts) or any(map(GIVEN.search, said))
    return not is_told and OF_DUES.search(title.text) is not None


def _is_dues(column: Column) -> bool:
    """Whether a heading says dues, and no gift beside them: 党费, 应缴会费."""
    said = normal(column.whole or column.heading)
    return OF_DUES.search(said) is not None and GIVEN.search(said) is None
