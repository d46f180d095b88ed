"""What programs for forms write beside the answers: when each was sent, who sent it, and numbers instead of the words chosen."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.asked import without_question
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal

IN_WORDS = N_(
    "the words of the answers: this file holds the numbers of the options that were chosen, and -3 or -2 where nothing was; download it again with the texts of the options (按选项文本下载)"
)
_SENT = pattern_of(
    r"提交(?:答卷)?时间|填写时间|填表时间|答题时间|完成时间|时间戳记?|timestamp|completiontime|_?submission_?(?:date|time)|submitdate.*|submitted(?:at|on)"
)
_BEGUN = ("starttime", "开始时间")
_ENDED = ("completiontime", "完成时间")
_RESPONDENT, _LAST_ANSWER = ("respondentid", "受访者id", "回答者id"), ("enddate", "结束日期", "终了日期")
_ACCOUNT = ("name", "名称")
_OPTION = pattern_of(r"q?([0-9]{1,3})[、.]?[(][^()]+[)]")
_SKIPPED = ("-3", "-2")
_CODES = frozenset({"0", "1", *_SKIPPED})
_NAMES = ("donor", "party", "payer")


def are_answers(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is what somebody sent by a form: it says when that was. Where some don't, 填写时间 was written by people,
    and a blank is what stands above.
    """
    ends = _ends(columns)
    sent = [column.index for column in columns if _SENT.fullmatch(column.said_as) or column in ends]
    return any(all(shown_at(row, index) for row in rows if _says_something(row)) for index in sent)


def _ends(columns: Sequence[Column]) -> list[Column]:
    """End Date beside Respondent ID is when whoever filled in a form had done so."""
    if not any(normal(column.heading) in _RESPONDENT for column in columns):
        return []
    return [column for column in columns if normal(column.heading) in _LAST_ANSWER and not column.by_user]


def _says_something(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if shown(cell)]
    return len(filled) > 1 and not sums_up(filled)


def settle(senses: Senses) -> str | None:
    """Who filled in a form is not who gave where the form asks for that; says what would have to be said where the answers are
    numbers of options.
    """
    if not are_answers(senses.columns, senses.below):
        return None
    if not senses.has("date"):
        for column in _ends(senses.columns):
            column.field = "date"
    _without_accounts(senses)
    return IN_WORDS if _are_codes(senses) else None


def _without_accounts(senses: Senses) -> None:
    """Name beside Start time and Completion time is the account that the form was filled in with: blank, or whose that is; but 名称
    is that of goods whose name no other column says.
    """
    headings = {normal(column.heading) for column in senses.columns}
    if headings.isdisjoint(_BEGUN) or headings.isdisjoint(_ENDED):
        return
    if senses.has("quantity", "unit") and not senses.has(
        "item", "goods", "money_or_goods", "item_or_quantity", "content"
    ):
        return
    accounts = [column for column in senses.columns if normal(column.heading) in _ACCOUNT and not column.by_user]
    if any(column.field in _NAMES and column not in accounts for column in senses.columns):
        for column in accounts:
            column.field = PASSED


def _are_codes(senses: Senses) -> bool:
    """Whether options have a column each, 3(口罩), with 1 where they were chosen, or -3 stands where a question was skipped."""
    options = [
        found[1]
        for column in senses.columns
        if (found := _OPTION.fullmatch(normal(column.heading)))
        and (cells := senses.cells(column))
        and _CODES.issuperset(cells)
    ]
    if len(options) != len(set(options)):
        return True
    asked = [column for column in senses.columns if normal(column.heading) != without_question(normal(column.heading))]
    return any(cell in _SKIPPED for column in asked for cell in senses.cells(column))
