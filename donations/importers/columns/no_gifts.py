"""Tables that look like gifts and list none: dues that members pay, 党费 and 会费, fees beside gifts, and what is published of projects (IATI)."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import GOODS, MONEY_IN, UNCLEAR, Column, Group
from donations.importers.columns.sums_of_money import CALLED_SUM
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.dues import is_owed
from donations.importers.words.heading_measures import BRACKETED, LONGEST_HEADING
from donations.importers.words.heading_words import normal
from donations.importers.words.row_reasons import DUES_PAID, GIVEN, IS_JOURNAL, OF_DUES, OF_JOURNAL

OF_PROJECTS = N_(
    "a list of gifts: this is what was published of projects by the standard of IATI, in sums and not gift by gift; import the list of gifts that it was made from"
)
_OF_PROJECTS = pattern_of(r"(?:activity[-_]?)?iati[-_]?(?:activity[-_]?)?(?:identifier|id)")
_SUM = pattern_of(rf"{CALLED_SUM.pattern}|^total")
_GIVEN_TOO = pattern_of(rf"{GIVEN.pattern}|donat|gift|collected|raised")
_KEPT = pattern_of(
    r"手续费|服务费|^(?!(?:registration|entry|admission|membership|member|course|annual|joining)\b).*\bfees?$"
)
"""What a platform kept of each gift, and nobody paid besides."""
_FOR_PUPILS = pattern_of(r"学费|学杂费|书本?费|校服费|伙食费")
"""What givers pay for somebody else: 学费 and 生活费 below 捐款人."""
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
    if _count_what_was_owed(group, amounts):
        return True
    if any(_is_dues(column) for column in amounts if not column.by_user):
        return True
    said = [title.text, *(column.heading for column in group.columns if column.field != PASSED)]
    is_told = any(column.by_user for column in amounts) or any(map(GIVEN.search, said))
    return not is_told and OF_DUES.search(title.text) is not None


def _is_dues(column: Column) -> bool:
    """Whether a heading says dues, and no gift beside them: 党费, 应缴会费."""
    said = normal(column.whole or column.heading)
    return OF_DUES.search(said) is not None and GIVEN.search(said) is None


def _count_what_was_owed(group: Group, amounts: Sequence[Column]) -> bool:
    """Whether what was owed or paid for something is among several amounts, 报名费 beside 捐款, or in the one sum that is read of them."""
    if len(amounts) > 1:
        return any(_is_owed(column) for column in amounts if not column.by_user)
    sums = [column for column in amounts if _SUM.search(normal(column.heading)) and not column.by_user]
    if not sums or _GIVEN_TOO.search(sums[0].in_words.casefold()):
        return False
    unread = [column for column in group.columns if column.field == PASSED and not column.by_user]
    owed = [column.in_words.casefold() for column in unread if _is_owed(column)]
    gave = any(GIVEN.search(column.said_as) for column in group.of("donor"))
    return not all(_KEPT.search(said) or (gave and _FOR_PUPILS.fullmatch(said)) for said in owed)


def _is_owed(column: Column) -> bool:
    if len(column.heading) > LONGEST_HEADING:
        return False
    return is_owed(BRACKETED.sub("", " ".join(column.in_words.casefold().split())))
