"""What a column beside an amount says against it: another amount in capital numerals, or that a part of it has not come."""

from collections.abc import Mapping, Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.rows import capitals
from donations.importers.table import Slip
from donations.importers.words.foot import number_in
from donations.importers.words.heading_words import normal
from donations.importers.words.promise_words import says_came

PART_LACKS = N_(
    "nothing, or 0: a part of the amount beside it has not come, by this column. Write below the heading of the amount what came; where that is what stands there, pass this column over with --map HEADING=-"
)
_LACKS = pattern_of(
    r"(?:其中)?(?:[未待](?:到[账帐位款货]?|[收付缴交](?:到|款|讫|清)?|入[账帐库]|支付)|尚?欠[款缴交]?)(?:金?额|款项?|数量?|部分)?(?:[(（].*)?"
    r"|(?:amount)?(?:outstanding|unpaid|stillowed|notyet(?:paid|received))(?:amount|balance)?(?:[(].*)?"
)


def may_contradict(column: Column) -> bool:
    """Whether a column may say something against the amount beside it."""
    return capitals.are_capitals(column) or _says_what_lacks(column)


def contradicted(columns: Sequence[Column], texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row whose amount isn't what a column beside it says; `texts` are its own cells."""
    return capitals.otherwise(columns, texts) or _not_all(columns, texts)


def _says_what_lacks(column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and not column.by_user
    return is_unread and _LACKS.fullmatch(column.joined) is not None


def _not_all(columns: Sequence[Column], texts: Mapping[int, str]) -> tuple[Slip, ...]:
    lacking = [column for column in columns if _says_what_lacks(column) and number_in(texts.get(column.index, ""))]
    amounts = [column for column in columns if column.field in ("money", "quantity")]
    came = [each for each in amounts if each.said.sense != "channel" and says_came(normal(each.whole))]  # not 支付宝
    if not lacking or not amounts or came:
        return ()
    return (Slip(lacking[0].heading, PART_LACKS, texts[lacking[0].index][:60]),)
