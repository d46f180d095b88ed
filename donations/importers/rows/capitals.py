"""大写 beside 金额: a row says its amount twice, in figures and in the capital numerals of receipts, and both must agree."""

from collections.abc import Mapping, Sequence

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.table import Slip
from donations.importers.words.cells import Misfit
from donations.importers.words.heading_words import normal
from donations.importers.words.money_cells import yuan

SAME = N_("the amount of the figures beside it in the row: one of the two is wrong")
_HEADING = pattern_of(r"(?:人民币|金额|捐款|合计|数额|[(（])*大写(?:金额|人民币|数额|[)）])*")
_CAPITALS = pattern_of(
    r"(?:人民币|[:：(（)）\s])*([零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億]+[元圆圓][零壹贰貳叁參肆伍陆陸柒捌玖角分]*整?正?)[)）]?"
)


def are_capitals(column: Column) -> bool:
    """Whether a column that isn't read says amounts in capital numerals."""
    return column.field == PASSED and _HEADING.fullmatch(normal(column.heading)) is not None


def otherwise(columns: Sequence[Column], texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row whose amount in capital numerals isn't that of its figures; what can't be read as capitals is no amount."""
    beside = [column for column in columns if are_capitals(column)]
    money = [column for column in columns if column.field in ("money", "spent")] if beside else []
    if len(beside) != 1 or len(money) != 1:
        return ()
    said = _CAPITALS.fullmatch(texts.get(beside[0].index, ""))
    figures = texts.get(money[0].index, "")
    if said is None or not figures or money[0].said.currency not in (None, MONEY):
        return ()
    try:
        first, second = yuan(figures, money[0].said.factor), yuan(said[1].removesuffix("正"), 1)
    except Misfit:
        return ()  # which the amount itself is refused for
    return () if first is None or second is None or first[0] == second[0] else (Slip(beside[0].heading, SAME, said[0]),)
