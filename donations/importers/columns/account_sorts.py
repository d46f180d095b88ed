"""Of what sort each row of an account is, by a column of such words: a refund, money of one's own on its way, 捐款 or 工资."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.gift_sorts import in_kind
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import balances_in
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import goes_out, is_repaid, is_sort_of_income
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import normal
from donations.importers.words.reversal_words import is_of_refunds

_SORT = pattern_of(r"(?:transaction|event|trans)?(?:type|kind)|reportingcategory|reporting_category|类型")
_KIND = pattern_of(r"(?:交易|业务|支付|订单)(?:类型|种类)")
_CATEGORY = pattern_of(r"(?:收支|账单|交易|[一二]级|父|子|大|小|main|sub)?-?(?:类别|分类|类目|类|category)")
_PAID_WITH = pattern_of(r"(?:支付|付款|收/?付款)方式")


def settle(senses: Senses) -> None:
    """Gives the column of an account that says of what sort its rows are the field `type`."""
    columns = senses.columns
    refunds = [column for column in columns if normal(column.heading) == "isrefund"]
    for column in refunds:  # a row of its own, so that what it is of is no less for the word isRefunded
        column.field = "type"
    for column in columns if refunds else ():
        column.field = PASSED if normal(column.heading) == "isrefunded" else column.field
    for says in (_is_sort, _is_category):
        found = next((column for column in columns if says(senses, column)), None)
        if found is not None and not senses.has("type"):
            found.field = "type"


def has_categories(senses: Senses) -> bool:
    """Whether a column says under which category each row was kept, as programs for cash books do."""
    return any(_CATEGORY.fullmatch(normal(column.heading)) for column in senses.columns)


def _is_sort(senses: Senses, column: Column) -> bool:
    """Whether a column says it by its heading, or of a list of payments by its words."""
    is_free = column.field in ("", PASSED, "category") and not column.by_user
    return (is_free and _SORT.fullmatch(normal(column.heading)) is not None) or _says_kinds(senses, column)


def _says_kinds(senses: Senses, column: Column) -> bool:
    """Whether a list of payments says by 交易类型 what went back to who paid, or paid for what was bought on credit; a bank,
    which says what is left, writes it of all sorts.
    """
    if column.said.sense != "summary" or not _KIND.fullmatch(normal(column.heading)) or balances_in(senses):
        return False
    ways = [each for each in senses.columns if each.field == "direction"]
    went = [row for row in senses.below if all(goes_out(shown_at(row, way.index)) for way in ways)]
    kinds = [shown_at(row, column.index) for row in went]
    on_credit = senses.has("number") and any(_PAID_WITH.fullmatch(normal(each.heading)) for each in senses.columns)
    return any(map(is_of_refunds, kinds)) or (on_credit and any(map(is_repaid, kinds)))


def _is_category(senses: Senses, column: Column) -> bool:
    """Whether 类别 of a cash book, in which a word says which way each row went, says that some of what came was given, or earned, and of
    nothing that came that it was goods.
    """
    if column.by_user or column.field not in ("", PASSED, "category") or not senses.has("direction"):
        return False
    if not _CATEGORY.fullmatch(normal(column.heading)):
        return False
    ways = [each for each in senses.columns if each.field == "direction"]
    came = [row for row in senses.below if not all(goes_out(shown_at(row, way.index)) for way in ways)]
    cells = [cell for row in came if (cell := shown_at(row, column.index))]
    return any(map(is_sort_of_income, cells)) and not any(map(in_kind, cells))
