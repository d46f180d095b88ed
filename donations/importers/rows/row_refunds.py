"""What became of a row's amount by its own words: 未支付, 已退款, 部分退款 beside 退款金额, 是否到账."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.domain.quantity import Quantity
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.bills.payments import HOW_MUCH_BACK, TOO_MUCH_BACK
from donations.importers.bills.row import NO_AMOUNT, yuan_in
from donations.importers.columns.columns import Column
from donations.importers.columns.promises import REFUNDED_ON
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import Deal
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.amount_marks import CURRENCY
from donations.importers.words.cells import InField, looks_like_a_date
from donations.importers.words.heading_words import normal
from donations.importers.words.nothing import is_never
from donations.importers.words.promise_words import Said, told_by_stage
from donations.importers.words.reversal_words import NO_REFUND, REFUND_UNDER_WAY
from donations.importers.words.void_receipts import is_of_receipts, is_void_receipt, is_written_again
from donations.importers.words.yes_no import NO, YES, may_ask, stands

NOT_PAID = N_("not paid, by its own word")
BACK_IN_MONEY = N_(
    "so much of one gift of money alone: what was given back of anything else is recorded with `donations refund` or `donations return`"
)

_UNPAID = pattern_of(
    r"[未待](?:完成|(?:对方|朋友|好友)(?:确认)?)?(?:支付|付款?|到[账帐]|入账|缴[费款清]?|交[费款]|收款|汇款|打款|转账)|等待(?:买家|对方|朋友|好友)?(?:确认)?(?:支付|付款|收款|收钱)|(?:支付|付款|交易|订单)(?:处理|进行)?中|^处理中$|^test(?: ?mode)?$|^测试(?:订单|数据|单|模式)?$|expired|blocked|rejected|过期|失效|无效|invalid|不通过|审[核批]未通过|^(?:已被?)?(?:拒绝|驳回)$|not[ _]approved|未有效|未(?:审核)?通过|^[未没]有?完成$|^(?:还没|没有?|尚未|稍后|晚点)有?(?:完成)?(?:转|付|汇|打款|支付)|草稿|draft|已拒绝|pending|unpaid|not paid|incomplete|declined|denied|uncaptured|abandoned|pre-?approved|preapproval|scheduled|disput(?:e|ed)(?! (?:lost|won|closed))|cb_initiated|^refused$|^error$|^(?:tabled|withdrawn|deferred|postponed)$|^待定$|[未不]生效|time[d_ -]{0,2}out|under[_ ]review|insufficient[_ ]funds|^fraud(?:ulent)?$|^trash(?:ed)?$|争议中|(?<!没)有争议|争议(?:处理|审理)中|拒付(?:处理|申诉)?中|^(?:资金|款项|交易|账户|订单)?[已被]?冻结中?$|^(?:支付|付款|交易|订单|操作)?已?超时(?!.*(?:到[账帐]|成功|已[付支收到]))|(?<!无)(?<!没有)(?<!未见)(?<!未发现)(?<!没发现)(?<!非)(?<!任何)异常$|状态未知$|^未知$|(?:打款|提现|转账|汇款|扣款|收款|结算)(?:处理|进行)?中$|入金待|未入金|未[决決][济済]|[决決][济済]待|未払|[支払]い?待ち|^(?:notpay|userpaying|payerror|wait_buyer_pay|wait_pay)$",
    re.IGNORECASE,
)
_OPEN = pattern_of(
    r"待处理|处理中|processing|in[ _]?progress|unclaimed|(?:wc-)?on[ _-]?hold|(?:temporary )?hold|held|created|open|initiated|submitted|authori[sz]ed|awaiting[ _](?!thank|acknowledg|letter|receipt[ _]letter).*|past[ _]due|overdue|requires[ _].*",
    re.IGNORECASE,
)
"""What has not been paid yet, unless another state of the same row says that it was."""
_STANDS = pattern_of(
    rf"{NO_REFUND}|{REFUND_UNDER_WAY}|退[款回还捐]?[0-9,.]{{1,24}}\s?元?(?:[未不]成功|失败)|(?:无|未|没有|未申请|未发生|不予?|拒绝|无需|申请|待|等待)退|退款?[:：]?(?:无|否|0(?:\.0+)?元?)$|(?:not|un|no) ?refund(?:ed)?"
    r"|^(?:(?:failed|pending|rejected|declined|requested)[ _-]refund|refund[ _-](?:request[ _-])?(?:(?:was|is|has[ _-]been)[ _-])?(?:fail(?:ed|ure)|cancell?ed|declined|rejected|denied|pending|requested|withdrawn))$",
    re.IGNORECASE,
)
"""Nothing was given back, or not yet."""
_PART = pattern_of(
    r"部分(?:已)?退|退.{0,4}[0-9]\s?[%％]|已退[0-9]{1,4}[笔次]$|^(?-i:REFUND)$|partial(?!(?:ly)?[ _-]?(?:paid|captured|fulfill?ed|shipped|received))",
    re.IGNORECASE,
)
_SO_MUCH = pattern_of(
    r"(?:退[款回还捐][^0-9]{0,3}|(?:^|[已均共全])退[\s¥￥]{0,3})(?<![0-9])([0-9][0-9,.]{0,24})(?![0-9,.]{0,24}\s?(?:[年月号天笔次户位%％]|日(?!元)|人(?!民币)|[/-](?:3[01]|[12][0-9]|0?[1-9])(?![0-9.])|[:：][0-9]))"
)
"""退款50元, 已退50; but no day, 退款2020-02-05, and no 50%."""
_SOME_AMOUNT = pattern_of(
    r"(?<![拟应须需])退[^费]{0,24}?(?<![0-9.])([0-9][0-9,.]{0,24})\s?(?:元|圆|块|人民币|rmb|cny)", re.IGNORECASE
)
"""退款3月5日50元: an amount behind a day or a number of gifts; whether all that went back, or a fee of it, it doesn't say."""
_BACK = pattern_of(
    r"退款|退回|退还|退捐|退货|退件|作废|取消|失败|关闭|冲销|红[冲票]|冲红|红字票|撤[销回]|(?<!未)注销|已删除|(?<!not )deleted|refunded|cancell?ed|(?<!no )fail(?:ed|ure)|void|rever(?:sed|ted)|charged?[ _-]?back|bounced|^returned$|(?<![未无不])冲正(?!失败)|^已?拒付(?:成功|完成)?$|(?<!未)退[票汇]|^nsf$|dishonou?red|uncollectible|revoked|dispute[ _]lost|退刷|刷退|返金|^已(?:经|全部?|全额|均)*退(?:[清完讫了]|完毕|[0-9]{4}[-/.年].*|[0-9]{1,2}[月/].*)?$|^trade_closed$|キャンセル|エラー|取り?消し?",
    re.IGNORECASE,
)
_WENT_BACK = pattern_of(
    "退[款回还刷捐]|^已.{0,4}退|刷退|返金|refunded|charged?[ _-]?back|dispute[ _]lost|冲正|拒付", re.IGNORECASE
)
"""Said of what was paid, and for good; an order that failed, or was closed, may be paid yet."""
_WHETHER = pattern_of(r"(?:是否(?:已经?)?|已?(?=(?:到[账帐]|退[款回还])$))(.+)")
_ASKS_WHAT_WENT_BACK = pattern_of(r"(?:is|was|hasbeen)?refunded\??|已?退[款回还刷](?:与否|[了吗])?")
"""Refunded and 退款 above yes and no."""
_ON_A_DAY = "有退款日期"
_TOLD = pattern_of(r"(dispute)(?:status|state)|(?:opportunity|donation|gift)?stage(?:name)?")
"""Headings without which their words tell nothing: won below Dispute Status, Closed Lost below Stage."""
_CLOSED, _ANY = "CLOSED", pattern_of(r"(?!.*(?:trade|pay|order|transaction))[\x00-\x7f]*")
"""What services of payments call one that was never paid; below Status, which says nothing of payments, a gift that was settled."""
_NO, _YES = NO | {"未", "没有"}, YES | {"已"}
_MARK = pattern_of(rf"^{CURRENCY}\s*(?=[0-9])|(?<=[0-9])\s*(?:[a-z]{{3}}|[$€£])$", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "/", "--", "无", "否"})


class Fate(NamedTuple):
    """Why a row is no gift, and how much of its money was given back.

    Where it is no gift because all of it came back, a book that has the gift takes it back.
    """

    ignored: str | None = None
    refunded: Fraction | None = None
    is_gone: bool = False
    """Whether all of it went back for good."""


def is_unpaid(status: str) -> bool:
    """Whether a status says that nothing was paid."""
    status = simplified(status)
    parts = [part for part in status.split("，") if not _STANDS.search(part)]
    is_open = any(_OPEN.fullmatch(part.strip()) for part in parts) and not Said(status).came
    return is_open or any(_UNPAID.search(part) for part in parts)


def words_of(column: Column, text: str) -> str:
    """What the cell of a status says: 否 below 是否到账 is 未到账."""
    heading = column.said_as
    if is_of_receipts(heading) and not column.by_user and not (is_void_receipt(text) or is_written_again(text)):
        text = ""
    said = normal(text)
    if said in _NO | _YES and _ASKS_WHAT_WENT_BACK.fullmatch(column.joined):
        return "" if said in _NO else "已退款"
    if text and REFUNDED_ON.fullmatch(heading):
        return "" if is_never(text) else _ON_A_DAY if looks_like_a_date(text) else text
    if (told := _TOLD.fullmatch(heading)) is not None and text:
        return told_by_stage(text) if told[1] is None else f"{told[1]} {text}"
    if said in _NO | _YES and (means := stands(column.joined)) is not None:
        return means[said in _YES]
    found = _WHETHER.fullmatch(heading)
    if said in _NO | _YES and (found is not None or may_ask(heading)):
        return ("未" if said in _NO else "已") + (found[1] if found else "到账")
    return "trade_closed" if text == _CLOSED and not _ANY.fullmatch(heading) else text


def fate_of(row: Mapping[str, str], deal: Deal | None) -> Fate:
    """What the row's status and what was refunded of it say. Raises InField."""
    status = row.get("status", "")
    said = [part for part in simplified(status).split("，") if part]
    parts = [part for part in said if not _STANDS.search(part)]
    if len(parts) < len(said):
        parts = [part for part in parts if part != _ON_A_DAY]  # 退款失败: that is when it was tried
    if is_unpaid(status):
        return Fate(NOT_PAID)
    back = _stated(row)
    is_part = any(_PART.search(part) for part in parts)
    so_much = next((found for part in parts if (found := _SO_MUCH.search(part))), None)
    if not back and so_much:
        number = yuan_in(so_much[1].rstrip(".,"))
        is_in_tens_of_thousands = so_much.string[so_much.end(1) :].lstrip().startswith("万")
        back = number and number * (10_000 if is_in_tens_of_thousands else 1)
    whole = _money(deal)
    if not back and (is_part or _says_another(parts, whole)):
        raise InField("status", HOW_MUCH_BACK, status)
    if back and back == _spent(row):
        return Fate(TAKEN_BACK)
    if not back and any(_BACK.search(part) for part in parts):
        return Fate(TAKEN_BACK, whole, any(_WENT_BACK.search(part) for part in parts))
    if not back or deal is None:
        return Fate()
    if whole is None:
        raise InField("refund" if row.get("refund") else "status", BACK_IN_MONEY, row.get("refund") or status)
    if back > whole:
        raise InField("refund" if row.get("refund") else "status", TOO_MUCH_BACK, row.get("refund") or status)
    return Fate(TAKEN_BACK, back, is_gone=True) if back == whole else Fate(None, back)


def _says_another(parts: Sequence[str], whole: Fraction | None) -> bool:
    """Whether words about what went back say an amount, and not the one of the row, `whole`."""
    each = [yuan_in(found[1].rstrip(".,")) for part in parts if (found := _SOME_AMOUNT.search(part))]
    return any(amount and amount != whole for amount in each)


def _stated(row: Mapping[str, str]) -> Fraction | None:
    """The amount in the column of what was refunded; None where there is none."""
    text = row.get("refund", "")
    if text in _NOTHING:
        return None
    back = yuan_in(_MARK.sub("", text.lstrip("-−－").strip()))
    if back is None:
        raise InField("refund", NO_AMOUNT, text)
    return back or None


def _spent(row: Mapping[str, str]) -> Fraction | None:
    """How much a row of money that went out is; None where it is none, or nobody can read it."""
    text = row.get("spent", "")
    return yuan_in(_MARK.sub("", text)) if text and not row.get("money") else None


def quantities_of(deal: Deal | None) -> list[Quantity]:
    """What is understood of a row, where it is of one party."""
    lines = [] if deal is None or deal.parties > 1 else [line for _, lines in deal.lines for line in lines]
    return [line.quantity for line in lines]


def _money(deal: Deal | None) -> Fraction | None:
    """How much money a row is that is one gift of one currency; None where it is anything else."""
    if deal is None or len(deal.lines) != 1 or len(deal.sums) != 1 or deal.parties != 1:
        return None
    [(money, amount)] = deal.sums.items()
    is_gift = deal.lines[0][0] in ("receipt", "relay") and (money == MONEY or money in FOREIGN)
    return amount if is_gift else None
