"""Rows of a merchant's other bills: Alipay's trades and its account, and the account of WeChat Pay."""

import re
from fractions import Fraction

from donations.domain.amount import MONEY
from donations.domain.entry import Draft, DraftLine, Flow
from donations.i18n import N_
from donations.importers.accounts import NEUTRAL, OTHER_INCOME
from donations.importers.bill_layouts import Layout
from donations.importers.bill_payments import NOTHING, SPENT, receipt, yuan
from donations.importers.bill_row import BillRow
from donations.importers.table import Record, Settings

FEE = N_("a fee, which is not booked: `donations spend` records fees")
NO_SORT = N_("a known sort of business, like 交易 or 退款")

_FEES = re.compile(r"收费|服务费|手续费|佣金|费率|技术费")
_MOVED = re.compile(r"提现|充值|转存|冻结|解冻|内部|归集|理财|余额宝|余利宝|结算到卡")
_BACK = re.compile(r"退")
_PAID = re.compile(r"交易|支付|付款|收款|转账|其[它他]|赞赏|捐|红包")
_ACCOUNT = re.compile(r"\s*[(（][^()（）]*[@*0-9][^()（）]*[)）]\s*$")
_NO_NAME = re.compile(r"[^@\s]*@\S+|[0-9*]+")
"""What Alipay shows of an account: 张三 (123***@qq.com), or the account alone."""


def read_flow(layout: Layout, row: BillRow, settings: Settings) -> tuple[Fraction, Record]:
    """What came in by a row, for the bill's own sums, and its record."""
    words = " ".join(filter(None, (row.text("kind"), row.text("sort"))))
    came, went = _amounts(layout, row, words)
    if row.slips or came is None or went is None:
        return Fraction(0), Record(row.number, slips=tuple(row.slips))
    return came, _record(layout, row, settings, words, came, went)


def _amounts(layout: Layout, row: BillRow, words: str) -> tuple[Fraction | None, Fraction | None]:
    """What came in and what went out: in columns of their own, or by the row's own word for its way."""
    if layout.key == "alipay_account":
        return row.size("amount"), row.size("spent")
    size = row.size("amount")
    outwards = row.text("direction") != "收入" if layout.key == "wechat_account" else _BACK.search(words) is not None
    return (Fraction(0), size) if outwards else (size, Fraction(0))


def _record(layout: Layout, row: BillRow, settings: Settings, words: str, came: Fraction, went: Fraction) -> Record:
    if why := _why_neither(layout, row, words, came, went):
        return Record(row.number, ignored=why)
    if went:
        return _given_back(layout, row, settings, went)
    if not _PAID.search(words):
        row.refuse("kind" if row.text("kind") else "sort", NO_SORT)
        return Record(row.number, slips=tuple(row.slips))
    return _gift(layout, row, settings, came)


def _why_neither(layout: Layout, row: BillRow, words: str, came: Fraction, went: Fraction) -> str | None:
    """Why a row is neither a gift nor one given back; None where it may be either."""
    if not came and not went:
        return NOTHING
    if _FEES.search(words) or (went and layout.key == "alipay_account" and _FEES.search(row.text("remark"))):
        return FEE
    if _MOVED.search(words):
        return NEUTRAL
    if _BACK.search(words):
        return None if went else OTHER_INCOME
    return SPENT if went else None


def donor_of(said: str) -> str:
    """The name that Alipay shows of who paid, without the account behind it; "" where there is only an account."""
    name = _ACCOUNT.sub("", said)
    return "" if _NO_NAME.fullmatch(name) else name


def _gift(layout: Layout, row: BillRow, settings: Settings, amount: Fraction) -> Record:
    draft = receipt(row, amount, settings, donor_of(row.text("donor")))
    number = row.transaction("number")
    if row.slips or draft is None:
        return Record(row.number, slips=tuple(row.slips))
    identity = f"{layout.provider}:{number}" if number else None
    return Record(row.number, (draft,), identity, sums={MONEY: amount})


def _given_back(layout: Layout, row: BillRow, settings: Settings, amount: Fraction) -> Record:
    """A refund is a row of its own: what it is of may stand in the bill of another day."""
    given = receipt(row, amount, settings, donor_of(row.text("donor")))
    number, entry = row.transaction("number"), row.transaction("entry")
    if row.slips or given is None:
        return Record(row.number, slips=tuple(row.slips))
    draft = Draft(
        "return", given.date, (DraftLine(yuan(amount), Flow.REFUNDED),), given.parties, given.place, note=given.note
    )
    known = f"{number}_{entry}" if layout.key == "alipay_trades" and entry else entry or number
    if layout.key == "wechat_account":
        known = number or entry  # the number of the refund, as in the bill of trades
    return Record(row.number, (draft,), f"{layout.provider}:{known}" if known else None)
