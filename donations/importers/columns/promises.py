"""What was promised, or is on its way, is no gift yet: which tables say so, and which columns tell what came."""

import re

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns import receipt_books, record_kinds
from donations.importers.columns.columns import GOODS, GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING, UNCLEAR, Column, Group
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, number_of_yuan, plain_number, shown_at
from donations.importers.words.heading_words import normal
from donations.importers.words.nothing import is_never
from donations.importers.words.promise_words import Said, promises, says_came
from donations.importers.words.void_receipts import is_of_receipts
from donations.importers.words.yes_no import NO, YES, asks_whether_it_came, may_ask, stands

PROMISES = N_(
    "amounts that came: by its headings or its title this is a list of promises, which are no gifts yet. Add a column 到账日期 or 状态 that says of each row whether it came; or, if all of it came, say --map HEADING=money (or =quantity)"
)
PLANNED = N_(
    "what was given or paid: by the words above it this is a budget or a plan, and nothing says that any of it was done. Add a column 日期 that says of each row when it was; or, if all of it was, say --map HEADING=money of its amounts (=spent of what was paid, =quantity of goods)"
)

_MODES = frozenset({"live", "test", "livemode", "testmode", "正式", "测试", "正式环境", "测试环境"})
_REFUNDED = pattern_of(
    r"(?:fully|partially|part)?refunded|(?:已|全额|部分|已全额|已部分)退款(?:成功)?|退款(?:成功|完成)"
)
REFUNDED_ON = pattern_of(r"refund(?:ed)?(?:date|at|on|time)(?:[(].*)?|退款(?:日期|时间|完成时间|成功时间)")
_ASKS_BACK = pattern_of(r"(?:is|was|hasbeen)refunded\??")
_SAYS_WHETHER = pattern_of(r"[是否yn√✓✔✅×✗✘❌已未有]|无退|部分", re.IGNORECASE)
_SORT = pattern_of(
    r"(?:transaction|event|trans|record|entry|row)?[-_]?(?:type|kind|sort|category)|(?:交易|业务|收支|流水|记录)?(?:类型|类别|种类)"
)
_OF_ARRIVAL = pattern_of(
    r"(?:款项|货物|物资|资金|捐款|捐赠)?(?:到[账帐货位达]|收[货款]|物流|运输|兑现|落实|履[行约]|入[账帐库]|签收|付款|缴款)(?:情况|进度|进展|与否)"
)
"""Headings of what became of each gift, whatever their cells say."""
_AMOUNTS = ("quantity", "money", "money_or_goods", GOODS)
_NAMED = ("item", "donor", "date")
_SORTS = (GOODS_IN, MONEY_IN, GOODS_OUT, SPENDING)
"""What a plan may be of."""
_MAY_ASK = ("", PASSED, "money", "spent", "amount", "recipient", "supplier", "paid_for", "date")
"""What a heading may seem to be of that asks whether a gift came: Paid, 收款."""
_UNREAD, _READ_ELSE = ("", PASSED), ("content", "category")
"""What a column may be taken for that tells the states of gifts, 进度 or 到货情况; those that may well tell something else, 捐赠类别."""

_MEANT = pattern_of(r"due|expected|goal|target|total|应|计划|目标|总")
"""What an amount is called of which only a part may have been paid."""
_MUCH = 100
_OFTEN = pattern_of(r".*(?:frequency|cadence|recurrence|频率|周期)")
"""Beside a promise whose state is that of its last payment: of how many before nothing says anything (Patreon's list of members)."""


def settle(senses: Senses) -> None:
    """A column whose cells are nothing but states of gifts tells those, whatever it is called; and so does one of receipts some of which
    were made void, where no other tells what became of the gifts.
    """
    _by_states(senses)
    if not senses.has("status"):
        receipt_books.states(senses)


def _by_states(senses: Senses) -> None:
    record_kinds.settle(senses)
    _modes(senses)
    _given_back(senses)
    for column in senses.columns:
        if column.field in _MAY_ASK and not column.by_user:
            column.field = "status" if _asks(senses, column) else column.field
    if senses.has("spent", "debit", "credit", "direction"):
        return  # of an account, whose amounts came
    for column in senses.columns:
        if column.by_user or column.field not in (*_UNREAD, *_READ_ELSE) or column.said_as.endswith("状态"):
            continue  # 开票状态 is of something else
        if _OF_ARRIVAL.fullmatch(column.said_as) and not any(map(_says_when, senses.cells(column))):
            column.field = "status"
            continue
        said = [Said(cell) for cell in senses.cells(column)]
        waits = any(each.waits or each.refused or each.reviewed or each.promised for each in said)
        if said and all(each.is_known or each.approved for each in said) and (waits or column.field in _UNREAD):
            column.field = "status"


def _asks(senses: Senses, column: Column) -> bool:
    """Whether a column asks of each row whether the gift came, ✅, 1 or 已到 below 到账, or whether it holds, 否 below 有效."""
    is_of_gift = stands(column.joined) is not None
    if not (is_of_gift or may_ask(column.said_as)):
        return False
    cells = [normal(cell) for row in senses.records() if (cell := shown_at(row, column.index))]
    if is_of_gift:
        return bool(cells) and all(cell in YES | NO or Said(cell).is_known for cell in cells)
    if asks_whether_it_came(column.said_as, cells, beside_amounts=_beside_amounts(senses, column)):
        return True
    known = [cell for cell in cells if Said(cell).is_known]
    return bool(known) and all(cell in known or looks_like_a_date(cell) for cell in cells)


def _beside_amounts(senses: Senses, column: Column) -> bool:
    """Whether what was paid, or much that was promised, stands in another column: 1 and 0 below Paid are no amounts then, as
    databases write yes and no.
    """
    others = [each for each in senses.columns if each is not column and each.field in ("money", "amount")]
    paid = [each for each in others if not promises(each.said_as) and not _MEANT.search(each.said_as)]
    promised = [each for each in others if promises(each.said_as)]
    return any(set(senses.cells(each)) - YES - NO for each in paid) or any(_is_much(senses, each) for each in promised)


def _is_much(senses: Senses, promised: Column) -> bool:
    """Whether nobody would pay 1 of what was promised: of 1000 yuan. Of 20 that may be counted in 万元 it is a part."""
    if promised.said.factor != 1 or senses.factor != 1:
        return False
    cells = [number_of_yuan(cell) for row in senses.records() if (cell := shown_at(row, promised.index))]
    numbers = [number for number in cells if number is not None]  # 1万元 says its measure
    return min(numbers, default=_MUCH) > 1 and max(numbers, default=_MUCH) >= _MUCH


def _given_back(senses: Senses) -> None:
    """退款 above yes and no, or words, says whether a payment went back, and not how much of it."""
    has_amount = senses.has("refund")
    for column in senses.columns:
        words = [cell for cell in senses.cells(column) if not any(map(str.isdigit, cell))]
        if REFUNDED_ON.fullmatch(column.said_as) and not column.by_user and not has_amount:
            cells = [cell for cell in senses.cells(column) if not is_never(cell)]
            column.field = "status" if all(map(looks_like_a_date, cells)) else column.field
        asked = [normal(cell) for cell in (senses.cells(column) if _ASKS_BACK.fullmatch(column.joined) else words)]
        answers = any(map(_SAYS_WHETHER.match, words)) or (bool(asked) and all(cell in YES | NO for cell in asked))
        if column.field == "refund" and not column.by_user and answers:
            column.field = "status"


def _modes(senses: Senses) -> None:
    """Live or test below Mode says whether anything was paid; and so does a cell that says nothing but that it was refunded."""
    for column in senses.columns:
        if column.by_user or column.field not in (*_UNREAD, *_READ_ELSE) or column.said_as.endswith("状态"):
            continue
        cells = {normal(cell) for cell in senses.cells(column)}
        is_sort = _SORT.fullmatch(column.said_as) is not None  # of the row: one of refunds
        if cells and (cells <= _MODES or (not is_sort and any(map(_REFUNDED.fullmatch, cells)))):
            column.field = "status"


def _says_when(cell: str) -> bool:
    """Whether a cell is a day or an amount alone."""
    return looks_like_a_date(cell) or plain_number(cell) is not None


def judge(groups: list[Group], title: Title) -> None:
    """Of tables that list promises each row is asked for what came of it; where no row can say, the table is refused. So is a budget,
    or a plan.
    """
    planned = [group for group in groups if _is_planned(group, title)]
    promised = [
        group
        for group in groups
        if group.sort in (GOODS_IN, MONEY_IN) and (group in planned or _is_promised(group, title))
    ]
    others = [group for group in groups if group not in promised]
    if others and any(map(_says_came, groups)):  # 拟捐赠 beside 实际捐赠
        groups[:] = others
    for group in groups:
        group.is_promised = group in promised and _may_tell(group)
        if group in (*planned, *promised) and not group.is_promised:
            group.sort, group.why = UNCLEAR, PLANNED if group in planned else PROMISES


def _may_tell(group: Group) -> bool:
    """Whether each row may say what came of it."""
    may_tell = came_on(group) or any(each.by_user or not is_of_receipts(each.said_as) for each in group.of("status"))
    return bool(may_tell) and not any(_OFTEN.fullmatch(each.said_as) for each in group.columns)


def _is_promised(group: Group, title: Title) -> bool:
    """Whether what is read of the amounts is what was promised."""
    amounts = group.of(*_AMOUNTS) or group.of("item")
    if any(column.by_user for column in amounts):
        return False
    if any(_promises(column) for column in amounts):
        return True
    named = title.is_promised or any(_promises(column) for column in group.of(*_NAMED))
    return named and not any(says_came(column.said_as) for column in amounts)


def _is_planned(group: Group, title: Title) -> bool:
    """Whether the table is a budget or a plan by its title, and says neither when something was done nor that it was."""
    if not title.is_planned or title.is_promised is False or group.sort not in _SORTS or group.of("date"):
        return False
    amounts = group.of(*_AMOUNTS, "spent") or group.of("item")
    return not any(column.by_user or says_came(normal(column.whole)) for column in amounts)


def _says_came(group: Group) -> bool:
    """Whether its amounts are called what came."""
    return any(says_came(normal(column.whole)) for column in group.of(*_AMOUNTS, "item"))


def _promises(column: Column) -> bool:
    return promises(column.said_as) or promises(normal(column.whole))


def came_on(group: Group) -> list[Column]:
    """The columns that say on which day a gift came."""
    return [column for column in group.of("date") if says_came(column.said_as)]
