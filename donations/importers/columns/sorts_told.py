"""What would have to be said of tables that list sorts of income among gifts, or what came among what was spent."""

from typing import Final

from donations.i18n import N_
from donations.importers.columns import sources
from donations.importers.columns.balanced_sums import STATEMENT, parts_of_income, tell_of_funds
from donations.importers.columns.columns import SPENDING, UNCLEAR
from donations.importers.columns.figures import OF_EITHER_WAY, SORT_OF_INCOME
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import is_sort_of_money
from donations.importers.words.heading_words import normal
from donations.importers.words.owed import is_cost

SORTS_TOLD: Final = N_(
    "those who gave alone: among them stand sorts of income (会费, 政府补助, 门票收入), which are nobody's gifts; delete their rows, or say --map HEADING=donor where each of them gave"
)
BOTH_WAYS: Final = N_(
    "what was spent alone, or what came: here both stand below one heading (社会捐款, 运费), and nothing tells them apart; put what was spent in a column of its own, 支出金额, and what came in one called 收入金额"
)
_CAME = pattern_of(
    r"(?![付退转向给汇拨送发])[\u3400-\u9fff]{0,12}(?:(?:捐款|捐赠|善款|募捐|捐资)(?:收入|款)?|收入|利息)"
    r"|[\u3400-\u9fff0-9“”\"'《》·]{1,20}(?:募集|筹款|众筹)(?:善款|资金|款)?"
)
"""What may stand beside 运费 and was not spent: 社会捐款, 利息收入, 99公益日募集."""


def sorts_told(senses: Senses, sort: str) -> str | None:
    """What would have to be said of a table that nobody reads since it lists such sorts, or since what came stands in it among what
    was spent; None of any other.
    """
    if parts_of_income(senses) is not None or tell_of_funds(senses) or (sort == SPENDING and _is_of_budgets(senses)):
        return STATEMENT
    if sort == SPENDING and _goes_both_ways(senses):
        return BOTH_WAYS
    if sort != UNCLEAR or not lists_sorts(senses):
        return None
    return sources.SORTS_OF_GOODS if sources.tell_sorts(senses) else SORTS_TOLD


def _is_of_budgets(senses: Senses) -> bool:
    """Whether each row sums up what a project cost, 执行金额 beside 预算金额, and none says a day."""
    headings = [column.said_as for column in senses.columns if not column.by_user]
    return not senses.has("date") and all(any(word in heading for heading in headings) for word in ("执行", "预算"))


def _goes_both_ways(senses: Senses) -> bool:
    """Whether 社会捐款 stands beside 运费 below 项目, and neither the title nor a heading says that all of it was spent."""
    if senses.way is not None or senses.buys or any(column.said.sense == "spent" for column in senses.columns):
        return False
    told = [each for each in senses.columns if OF_EITHER_WAY.fullmatch(each.said_as) and not each.by_user]
    words = [normal(cell) for column in told for cell in senses.cells(column)]
    return any((_CAME.fullmatch(word) or SORT_OF_INCOME.fullmatch(word)) and not is_cost(word) for word in words)


def lists_sorts(senses: Senses) -> bool:
    """Whether a column of sources says of what sort some of the money was, 会费 or 政府补助, and so may not say who gave it."""
    said = [cell for column in sources.columns_of(senses) for cell in senses.cells(column)]
    return any(map(is_sort_of_money, said)) or sources.tell_sorts(senses)
