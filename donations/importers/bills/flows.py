"""Rows of a merchant's other bills: Alipay's trades and its account, and the account of WeChat Pay."""

from fractions import Fraction

from donations.domain.amount import MONEY, decimal_text
from donations.domain.entry import Draft, DraftLine, Flow
from donations.domain.text import LONGEST_NOTE
from donations.i18n import N_
from donations.importers.bills.layouts import Layout
from donations.importers.bills.payments import (
    NOTHING,
    SPENT,
    receipt,
    refund_record,
    yuan,
)
from donations.importers.bills.row import BillRow, yuan_in
from donations.importers.bills.words import SETTLED, is_owed_by
from donations.importers.patterns import pattern_of
from donations.importers.table import Record, Settings
from donations.importers.words.accounts import INTEREST, NEUTRAL, OTHER_INCOME
from donations.importers.words.amount_marks import MINUS

FEE = N_("a fee, which is not booked: `donations spend` records fees")
NOT_GIVEN_BACK = N_("a refund that did not go through: its money came back")
NOT_LESS_THE_FEE = N_("the amount beside it, with or without the fee")
NO_SIGN = N_("which way it went: its sign, -50.00, or a column 收支类型 with 收入 or 支出")
NO_SORT = N_("a known sort of business, like 交易 or 退款")

_FEES = pattern_of(r"收费|服务费|手续费|佣金|费率|技术费")
_MOVED = pattern_of(r"提现|充值|转存|冻结|解冻|内部|归集|理财|余额宝|余利宝|结算到卡")
_OWN_MONEY = pattern_of(
    r"(?:余额宝|余利宝|零钱通).{0,6}(?:转[入出]|赎回)|转[入出](?:到|至)?(?:余额|余利宝|零钱|银行卡)|(?:提现|充值)(?:[-—]|失败|退回|退票|撤销|$)"
)
"""What is written with money of one's own on its way, where its sort (转账, 其它) doesn't say it."""
_CLOSED_REFUND = "退款关闭"
_INTEREST = pattern_of(r"收益发放|结息|利息|(?:余额宝|余利宝|理财|基金).{0,12}收益")
_TRADES = pattern_of(r"交易|支付|收款")
_PAID = pattern_of(r"交易|支付|付款|收款|转账|其[它他]|赞赏|捐|红包")
_ACCOUNT = pattern_of(r"\s*[(（][^()（）]*[@*0-9][^()（）]*[)）]\s*$")
_BEHIND_ACCOUNT = pattern_of(r"\s*(?:[^@\s()（）]*@[^\s()（）]+|[+0-9*][-+0-9* ]{4,})\s*[(（](.*)[)）]\s*$")
_NO_NAME = pattern_of(r"[^@\s]*@\S+|[-+0-9* ]+")
"""What Alipay shows of an account: 张三 (123***@qq.com), 138***@qq.com(张三), or the account alone."""

_PAYMENT_AT_WECHAT = pattern_of(r"(?:4[0-9]{3}|1000)0[0-9]{20,27}")
"""How the numbers of payments begin: other numbers of as many digits, with the merchant's in front, are of the account."""


Refunds = dict[str, list[str]]
"""Which refunds of a bill have one payment, day and amount: their own numbers, in the order of the bill."""


def read_flow(layout: Layout, row: BillRow, settings: Settings, refunds: Refunds) -> tuple[Fraction, Record]:
    """What came in by a row, for the bill's own sums, and its record; `refunds` are those of the rows above."""
    came, went = _amounts(layout, row, _words(row))
    if row.slips or came is None or went is None:
        return Fraction(0), Record(row.number, slips=tuple(row.slips))
    return came, _record(layout, row, settings, refunds, came, went)


def closed_refund(row: BillRow) -> str | None:
    """The number of a refund that didn't go through, so that its money came back; None where the row says no such thing."""
    return row.text("number") or None if _CLOSED_REFUND in row.text("kind") else None


def _amounts(layout: Layout, row: BillRow, words: str) -> tuple[Fraction | None, Fraction | None]:
    """What came in and what went out: in columns of their own, or by the row's own word for its way."""
    if layout.key == "alipay_account":
        return row.size("amount", is_signed=False), row.size("spent")
    is_outwards = "退" in words if layout.key == "alipay_trades" else _went(row, words)
    if is_outwards is None:
        row.refuse("amount", NO_SIGN)
        return None, None
    size = row.size("amount", is_signed=is_outwards)
    return (Fraction(0), size) if is_outwards else (size, Fraction(0))


def _went(row: BillRow, words: str) -> bool | None:
    """Whether an amount of WeChat's account went out: by 收支类型; where somebody deleted that, by its sign, or else its sort."""
    if row.has("direction"):
        return row.text("direction") != "收入"
    sign = row.text("amount")[:1]
    if sign in ("+", *MINUS):
        return sign != "+"
    return (
        False if _TRADES.fullmatch(row.text("kind")) else True if _FEES.search(words) or _MOVED.search(words) else None
    )


def _words(row: BillRow) -> str:
    fields = ("kind", "sort") if row.has("kind", "sort") else ("goods", "remark")
    return " ".join(filter(None, map(row.text, fields)))


def _record(
    layout: Layout, row: BillRow, settings: Settings, refunds: Refunds, came: Fraction, went: Fraction
) -> Record:
    words = _words(row)
    if came and layout.key == "wechat_account" and closed_refund(row):
        return _closed(layout, row, settings, came)
    if why := _why_neither(layout, row, words, came, went):
        return Record(row.number, ignored=why)
    if went:
        return _given_back(layout, row, settings, refunds, _whole(row, went))
    if row.has("kind", "sort") and not _PAID.search(words):
        row.refuse("kind" if row.text("kind") else "sort", NO_SORT)
        return Record(row.number, slips=tuple(row.slips))
    return _gift(layout, row, settings, _whole(row, came))


def _why_neither(layout: Layout, row: BillRow, words: str, came: Fraction, went: Fraction) -> str | None:
    """Why a row is neither a gift nor one given back; None where it may be either."""
    if not came and not went:
        return NOTHING
    if _FEES.search(words) or (went and layout.key == "alipay_account" and _FEES.search(row.text("remark"))):
        return FEE
    beside = [row.text("goods"), row.text("remark")]
    if _MOVED.search(words) or any(map(_OWN_MONEY.match, beside)):
        return NEUTRAL
    if "退" in words:
        came_back = NOT_GIVEN_BACK if _CLOSED_REFUND in words else OTHER_INCOME
        return None if went else came_back
    if came and _INTEREST.search(" ".join((words, *beside))):
        return INTEREST
    return SPENT if went else None


def donor_of(said: str) -> str:
    """The name that Alipay shows of who paid, without the account beside it; "" where there is only an account."""
    if len(said) > LONGEST_NOTE:
        return said  # no name, and refused as it stands
    name = _BEHIND_ACCOUNT.sub(r"\1", _ACCOUNT.sub("", said)).strip()
    return "" if _NO_NAME.fullmatch(name) else name


def _gift(layout: Layout, row: BillRow, settings: Settings, amount: Fraction) -> Record:
    draft = receipt(row, amount, settings, donor_of(row.text("donor")))
    number = row.transaction("number")
    if row.slips or draft is None:
        return Record(row.number, slips=tuple(row.slips))
    if is_owed_by(draft.note):
        return Record(row.number, ignored=OTHER_INCOME)
    identity = f"{layout.provider}:{number}" if number else None
    return Record(row.number, (draft,), identity, sums={MONEY: amount})


def _given_back(layout: Layout, row: BillRow, settings: Settings, refunds: Refunds, amount: Fraction) -> Record:
    """A refund is a row of its own: what it is of may stand in the bill of another day."""
    given = receipt(row, amount, settings, donor_of(row.text("donor")))
    number, entry = row.transaction("number"), row.transaction("entry")
    if row.slips or given is None:
        return Record(row.number, slips=tuple(row.slips))
    draft = Draft(
        "return", given.date, (DraftLine(yuan(amount), Flow.REFUNDED),), given.parties, given.place, note=given.note
    )
    if layout.provider == "alipay" and number:
        own = _refund_of(f"{number}_{draft.date}_{decimal_text(amount)}", entry or "", refunds)
        return refund_record(row, draft, f"alipay:{own}", f"alipay:{number}")
    known = number or entry  # of WeChat the number of the refund, as in the bill of trades
    if known != entry and entry is not None and _PAYMENT_AT_WECHAT.fullmatch(entry):
        return refund_record(row, draft, f"{layout.provider}:{known}", f"{layout.provider}:{entry}")
    return Record(row.number, (draft,), f"{layout.provider}:{known}" if known else None)


def _closed(layout: Layout, row: BillRow, settings: Settings, came: Fraction) -> Record:
    """A refund that came back bears the number of the refund, which an earlier bill may have brought."""
    draft, number = receipt(row, came, settings, donor_of(row.text("donor"))), row.transaction("number")
    if row.slips or draft is None or number is None:
        return Record(row.number, slips=tuple(row.slips))
    refund = f"{layout.provider}:{number}"
    return Record(row.number, (draft,), f"{refund} closed", otherwise=NOT_GIVEN_BACK, ends=refund)


def _whole(row: BillRow, amount: Fraction) -> Fraction:
    """What was paid or given back, where WeChat's own remark says it beside the amount that is less the fee."""
    said = SETTLED.fullmatch(row.text("remark")) if amount else None
    if said is None or said["fee"] is None:
        return amount
    whole, fee = yuan_in(said["whole"]), yuan_in(said["fee"])
    if whole is None or fee is None or amount not in (whole, whole - fee):
        row.refuse("remark", NOT_LESS_THE_FEE)
        return amount
    return whole


def _refund_of(payment: str, entry: str, refunds: Refunds) -> str:
    """What a refund at Alipay is known by: its trades and its account number it differently, but not what it is of."""
    before = refunds.setdefault(payment, [])
    if not entry or entry not in before:  # without a number of its own each row is another one
        before.append(entry)
        return f"{payment}_{len(before)}"
    return f"{payment}_{before.index(entry) + 1}"
