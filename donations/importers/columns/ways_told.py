"""Columns whose words say which way the amount of each row went: 收入 and 支出, alone or among others."""

from collections.abc import Sequence
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import (
    goes_out,
    is_direction,
    is_interest,
    is_neutral,
    is_transfer,
    is_way_of_books,
    says_way,
    tells_ways,
)
from donations.importers.words.amount_marks import MINUS
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.cost_accounts import COST, is_of_accounts
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import normal
from donations.importers.words.reversal_words import is_of_refunds

CAME_OR_WENT = N_(
    "which way each amount went, since some may have been paid out: add a column of 收入 or 支出 (a bill as it was downloaded has one); where all of it came in, say --map HEADING=money of the amounts"
)
PURSE = pattern_of(r"(?:转[入出]|收[付支]款?|资金)?账户(?:名称?)?[0-9一二]?|account(?:name)?[0-9]?")
"""Headings of where one's own money is: 账户, 转出账户."""
_NO_WAY = ({"其他"}, {"捐出"}, {"Send", "send", "SEND"}, {"Receive", "receive", "RECEIVE"})
"""What may be of something else where it stands alone: of a letter of thanks, or of whoever gave."""
_PARTNER = pattern_of(
    r"(?:customer|client|partner)s?(?:name)?|(?:customer|client)s?/(?:vendor|supplier)s?|(?:vendor|supplier)s?/(?:customer|client)s?"
)
_NAMED = ("donor", "party", "payer", "name", "name_part")
_ASKED = (PASSED, "", "category", "content", "project", "summary")
_OF_CARDS = pattern_of(
    r".*(?:cards?(?:type|funding|kind|brand)?|funding(?:source|type)?|tender(?:type)?|method)|.*卡片?(?:种类?|类型?|类别|性质|别)"
)
"""Headings of how something was paid: credit and debit below them are cards."""
_OF_PROGRESS = pattern_of(r"进[度展]|状态|情况|去向|流向|落实|执行|票据|[收凭]据|发票|证书|回执|感谢|纪念|锦旗|奖牌")
"""Headings of what became of each gift, and of what who gave got for it: 发放 beside a receipt says that they have it."""
_NO_ZERO = frozenset("123456789")
_AMOUNT_ALONE = pattern_of(r"(?:交易|发生|记账|入账)?金?额(?:/?\(?元\)?)?|(?:transaction)?amount")
_WENT = pattern_of(
    r"[^\W\d_]{0,8}(?:转出|支出|汇出|付出|划出|消费|取款|取现|支取|代扣|扣款|扣费|付款|缴费|手续费|收费|往账|转支|网银借记)|(?:购买?|采购)[^\W\d_]{1,12}"
)
"""What banks, and those who pay, write beside an amount that went out."""
_CAME_BY_STATE = pattern_of(r"已存入零钱.*|已转入零钱|已收[钱款]")
_WENT_BY_STATE = pattern_of(r"支付成功|(?:对方|朋友|好友)已收[钱款]|提现已到账|已转账")
"""States of payments in a bill of WeChat: where one list has both, some of its amounts went out."""
_OF_BILLS, _OTHER_SIDE = pattern_of(r"商户单号|商家订单号|收/?付款方式"), "交易对方"
"""Headings that bills of WeChat and Alipay alone have, and that of whoever paid or was paid there."""
_BALANCE = pattern_of(r".*(?:余额|结余)(?:/元|\(元\))?|余[额款]?|结余金额|.*balance(?:[(][^()]*[)])?|runningbal\.?")


_WHERE_IT_LIES = pattern_of(r"(?:银行存款|[库备]存?现金|现金|其[他它]货币资金|零用金|备用金)(?:[-—–_/:：].{1,30})?")
"""Accounts that a payment stands in besides, in a journal."""
_HANDED_OUT = pattern_of(
    r"(?:物资|物品|实际|实)?(?:发放|领[取用]|分发|派发|下发)(?:日期|时间|数量?|[份件袋]数|物[资品](?:名称)?)"
)
_SIGNED_FOR = pattern_of(r"(?:领[取用物款]|受[助赠]|受益)[人者]?(?:本人)?(?:签[字名收章]|确认)|签领人?|领讫")
_TAKEN_IN = pattern_of(r"捐|赠|接收|收到|入库|进库|来源|提供|赞助|资助")


def were_handed_out(senses: Senses) -> bool:
    """Whether the heading of the day, of the goods or of the amounts says that goods were given out, 发放日期 or 领取数量, or who got
    them signed for it, 领取人签字, and no heading says that any came.
    """
    said = [normal(column.heading) for column in senses.columns if column.field in ("date", "item", "quantity")]
    signed = [normal(column.heading) for column in senses.columns if column.field in ("", PASSED)]
    if not any(map(_HANDED_OUT.fullmatch, said)) and not any(map(_SIGNED_FOR.fullmatch, signed)):
        return False
    return not any(_TAKEN_IN.search(column.in_words) for column in senses.columns)


def is_of_balances(heading: str) -> bool:
    """Whether a heading is that of the balance, what is left after each row."""
    return _BALANCE.fullmatch(normal(heading)) is not None


def balances_in(senses: Senses) -> list[Column]:
    """The columns of the balance."""
    return [column for column in senses.columns if is_of_balances(column.heading)]


def settle(senses: Senses) -> None:
    """A column whose cells say 收入 or 支出 and nothing else tells which way the amount beside it went; where others say
    something else beside both, a row of these goes no way that is known.
    """
    for column in senses.columns:
        is_asked = column.field in _ASKED and not _OF_CARDS.fullmatch(normal(column.heading))
        cells = senses.cells(column) if is_asked else []
        is_only = (
            cells and set(map(is_direction, cells)) == {True} and not any(set(cells) <= words for words in _NO_WAY)
        )
        is_told = bool(cells) and (  # of thousands of columns that nobody asks each would look at all others
            is_only
            or _of_cash_book(senses, cells)
            or _is_told(senses, column, cells)
            or _of_accounts(senses, column, cells)
            or _between_accounts(senses, cells)
        )
        if (is_told or _are_ways(senses, column)) and not senses.has("direction"):
            column.field = "direction"
    _partners(senses)


def _are_ways(senses: Senses, column: Column) -> bool:
    """Whether 流入 and 流出, or 收入 alone, stand where others name who got it: 资金流向; a name among them is asked about.

    Of goods that went a list of gifts tells nothing.
    """
    is_asked = column.field == "recipient" and not column.by_user and not senses.has("item", "quantity", "goods")
    cells = senses.cells(column) if is_asked else []
    ways = [cell for cell in cells if not is_neutral(cell)]
    return tells_ways(ways) or any(map(is_way_of_books, ways))


def _partners(senses: Senses) -> None:
    """Customer/Vendor is whoever paid or was paid, where a column says which way each amount went."""
    if not senses.has("direction") or senses.has(*_NAMED, "supplier", "recipient"):
        return
    for column in senses.columns:
        if column.field in ("", PASSED) and not column.by_user and _PARTNER.fullmatch(normal(column.heading)):
            column.field = "payer"
            return


def may_have_gone(senses: Senses) -> bool:
    """Whether words beside whoever stands on the other side of an account speak of amounts that went out, and nothing says which
    way any amount went: a bank's list without 收/支, or a bill without it and all that tells it besides.
    """
    amounts = senses.of("money", "amount")
    if len(amounts) != 1 or amounts[0].by_user or not _AMOUNT_ALONE.fullmatch(normal(amounts[0].heading)):
        return False
    if senses.has("item", "quantity", "unit", "spent", "direction", "debit", "credit", "supplier", "recipient", "type"):
        return False
    said = senses.of("note", "purpose", *_ASKED)
    if _is_bill(senses) or any(_WENT.fullmatch(cell) for column in said for cell in senses.cells(column)):
        return True
    states = {cell for column in senses.of("status") for cell in senses.cells(column)}
    return any(map(_CAME_BY_STATE.fullmatch, states)) and any(map(_WENT_BY_STATE.fullmatch, states))


def _is_bill(senses: Senses) -> bool:
    """Whether it has the columns of a person's bill, in which what was paid stands among what came."""
    headings = [column.said_as for column in senses.columns]
    return _OTHER_SIDE in headings and any(map(_OF_BILLS.fullmatch, headings))


def _is_told(senses: Senses, column: Column, cells: list[str]) -> bool:
    """Whether it is told among other words, and neither by signs nor, where some of them say no way, by what is left."""
    if _OF_PROGRESS.search(column.said_as) or not tells_ways(cells):
        return False  # 拨付: what became of a gift
    amounts = [each.index for each in senses.columns if each.field in ("money", "amount")]
    if not amounts or senses.has("spent", "debit", "credit"):
        return False
    went = [row for row in senses.below if goes_out(shown_at(row, column.index))]
    by_sign = all(any(shown_at(row, place)[:1] in MINUS for place in amounts) for row in went)
    if by_sign:  # of who paid or was paid, or beside what is left, the sign alone says it
        return not senses.has("payer") and not balances_in(senses) and all(map(_says_any_way, cells))
    return all(map(says_way, cells)) or not balances_in(senses)


def _of_accounts(senses: Senses, column: Column, cells: list[str]) -> bool:
    """Whether 会计科目 beside one amount says of some rows that they were spent, 业务活动成本 or 管理费用, and of others that they came,
    or was only held, 银行存款, or stands beside names. Below 支出明细, or where all others are of no income, all of it was spent.
    """
    if senses.has("spent", "debit", "credit", "item", "quantity") or not is_of_accounts(column.said_as):
        return False
    if len(senses.of("money", "amount")) != 1:
        return False
    others = [cell for cell in cells if not COST.fullmatch(cell)]
    is_named = senses.way != "out" and senses.has(*_NAMED)
    return len(others) < len(cells) and (is_named or any(_is_no_expense(cell) for cell in others))


def _is_no_expense(account: str) -> bool:
    """Whether an account is of what came, or of where the money lies: 捐赠收入, 银行存款, 上年结余."""
    came = is_interest(account) or (says_way(account) and not goes_out(account))
    return came or _WHERE_IT_LIES.fullmatch(account) is not None or sums_up([account])


def _of_cash_book(senses: Senses, cells: list[str]) -> bool:
    """Whether cells of a list that names nobody say 收入 or 支出, and of all others that money only moved or came back: 收入, 转账, 退款."""
    if any(each.field in _NAMED and not PURSE.fullmatch(normal(each.heading)) for each in senses.columns):
        return False
    said = [cell for cell in cells if not is_transfer(cell) and not is_of_refunds(cell)]
    return bool(said) and all(is_way_of_books(cell) for cell in said)


def _says_any_way(cell: str) -> bool:
    return is_direction(cell) or is_transfer(cell)


def _between_accounts(senses: Senses, cells: list[str]) -> bool:
    """Whether it says Deposit, Withdrawal or Transfer of what went from one account to another, which stand in each row."""
    if not cells or not all(map(_says_any_way, cells)):
        return False
    return {normal(each.heading) for each in senses.columns} >= {"source_name", "destination_name"}


def said_twice(senses: Senses) -> None:
    """Passes over 收/支 where a column of its own for each way says it: 0.00 stands in the other.

    Where what went out stands in the first of them, that is of either way, and the other of something else: 报销金额.
    """
    if not (senses.has("direction") and senses.has("money") and senses.has("spent")):
        return
    ways = senses.of("direction")
    came, paid = ([c.index for c in senses.columns if c.field == field] for field in ("money", "spent"))
    rows = [(_has_amount(row, came), _has_amount(row, paid), row) for row in senses.below]
    if any(is_paid and not is_in for is_in, is_paid, _row in rows):
        if not any(is_neutral(cell) for way in ways for cell in senses.cells(way)):
            senses.become("direction", PASSED)
    elif any(is_in and (is_paid or _went(row, ways)) for is_in, is_paid, row in rows):
        for column in senses.columns:
            column.field = PASSED if column.field == "spent" and not column.by_user else column.field


def with_sign_too(senses: Senses) -> None:
    """Passes over amounts whose signs say of each row what a column for each way beside them says: 金额 -120, and 120 below 支出."""
    amounts = [column for column in senses.of("money", "amount") if not column.by_user]
    of_either = [column for column in amounts if _AMOUNT_ALONE.fullmatch(normal(column.heading))]
    came = [column for column in amounts if column not in of_either]
    went = senses.of("spent")
    if not len(of_either) == len(came) == len(went) == 1:
        return
    places = [each.index for each in (*of_either, *came, *went)]
    rows = [[_number(shown_at(row, place)) for place in places] for row in senses.below]
    said = [[number for number in row if number is not None] for row in rows]
    is_same = all(len(row) == len(places) and row[0] == row[1] - abs(row[2]) for row in said)
    if is_same and any(row[0] < 0 for row in said):
        of_either[0].field = PASSED


def _number(text: str) -> Fraction | None:
    """An amount with its sign; a blank one is nothing, None what is no number."""
    plain = number_of_yuan(text.strip("+＋-−－()（） ")) if text else Fraction(0)
    return -plain if plain is not None and text[:1] in MINUS else plain


def _has_amount(row: Sequence[str], places: Sequence[int]) -> bool:
    return any(not _NO_ZERO.isdisjoint(shown_at(row, place)) for place in places)


def _went(row: Sequence[str], ways: Sequence[Column]) -> bool:
    return any(goes_out(shown_at(row, way.index)) for way in ways)
