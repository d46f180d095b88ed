"""What the words of a bill mean: which income gifts come by, in which state a payment is, what was said with it."""

import re
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from donations.domain.traditional import simplified
from donations.importers.bills.row import yuan_in
from donations.importers.patterns import pattern_of
from donations.importers.words.owed import is_owed
from donations.importers.words.reversal_words import NO_REFUND, REFUND_UNDER_WAY

REFUND = "退款"

_WECHAT_GIFTS = ("收款", "转账", "红包", "赞赏", "捐", "善款")
_WECHAT_OTHERS = (
    "提现", "充值", "零钱通", "理财", "还款", "商户消费", "商家转账", "商家付款", "企业付款", "返现", "亲属卡",
)  # fmt: skip
_ALIPAY_GIFTS = frozenset({"转账红包", "转账", "红包", "亲友代付", "人情往来", "公益捐赠"})
"""The sorts of income that are gifts whatever was written with them."""
_AT_ONCE = "即时到账交易"
"""What the web site calls all that is paid at once: a gift, unless the words speak of what is earned and not of giving."""
_GIVING = ("转账", "收款", "红包", "代付", "捐", "善款", "爱心", "公益", "赞赏", "打赏", "经营码交易")
"""Words by which a payment of a wider sort (收入, 商业服务, 其他) is a gift all the same."""
_EARNING = (
    "收益", "余额宝", "余利宝", "理财", "基金", "赎回", "提现", "充值", "还款", "工资", "报销", "返现", "返利",
    "赔付", "理赔", "押金", "退税", "货款", "租金", "红包奖励", "奖励红包", "活动奖励", "奖励金", "赏金",
)  # fmt: skip
_FOR_SURE = ("捐", "善款")
"""Words by which a payment is a gift although others speak of what is earned: 工资捐一天."""

_WITHDRAWN = pattern_of(
    r".{0,20}提现(?:到账|成功|到支付宝|至支付宝)?|.{0,12}(?:红包奖励|奖励红包|活动奖励|奖励金|赏金|返现|返利)(?:发放|到账)?"
)
"""What is written as 转账红包 too, where money of one's own comes from another program (抖音提现), or a program rewards (红包奖励)."""

_CAME_BACK = pattern_of(
    r"退款|退[回还](?:$|[-—:：])|.{0,60}?(?:转账|红包|代付|收款|提现|捐[赠款]|[-—])(?:过期|到期|超时|失败)?退[款回还]$",
    re.DOTALL,
)
"""What the programs write where money of one's own came back: 退款-…, 红包退回, 转账-退回; not what givers say (退回的钱再捐)."""
_ALL_GIVEN_BACK = pattern_of("退")
_GIVEN_BACK = pattern_of(r"(?:已|部分)退[款还回][^0-9]*([0-9][0-9,.]*)")
_PARTLY_GIVEN_BACK = pattern_of("部分已?退")
_NOT_GIVEN_BACK = pattern_of(rf"{NO_REFUND}|退回审核|(?:撤销|取消)退[款回还]")
_GOING_BACK = pattern_of(rf"{REFUND_UNDER_WAY}|(?:待|等待)(?:商家|卖家|对方)?退")
_FAILED = pattern_of("失败|过期|取消|撤销|拒绝")
_CLOSED = pattern_of("关闭")
_UNFINISHED = pattern_of("待|等|未|处理中|进行中|冻结|审核")
_DONE = pattern_of("成功|已[存转]入|已收钱|已收款|已收入|已到账|已入账|已转账|已领取|已完成")

_CAME = pattern_of(r"已(?:存入|转入)零钱(?:通)?|已存入.{0,12}(?:银行|卡).{0,8}|已(?:收钱|收款|入账)")
_WENT = pattern_of(r"支付成功|(?:对方|朋友|好友)已(?:收[钱款]?|领取)|已转账|还款成功|缴费成功")
_COMES_BY, _GOES_BY = "二维码收款", pattern_of(r"商户消费|扫?二维码付款|扫码付款|亲属卡(?:交易)?|信用卡还款")
_NEITHER = pattern_of(r"零钱(?:提现|充值).*|.*零钱通.*|理财通.*|.*退款")
_SENT_BACK, _WAITING = "对方已退还", pattern_of(r"(?:等?待|等待).{0,8}(?:收[钱款]|领取|支付|付款|确认).{0,4}")
"""By which states and sorts of WeChat money came or went, where the column that says so was deleted."""

_WITH_IT = pattern_of(r"付款方留言[:：]\s*(.*)$|(?:转账备注|收款方备注|备注)[:：]\s*(.*?)(?=付款方留言[:：]|$)")
_FROM_WHOM = pattern_of(r"(?:微信红包|二维码收款|扫码收款|转账|群收款|赞赏码)[-—](?:来自|付款方).+")
_ADDED = pattern_of(
    r"(?:服务费|手续费|已优惠)\s?[¥￥]?[0-9][0-9,.]{0,12}元?|收到(?:普通|拼手气|口令)?红包|收钱码(?:经营版|商家版)收款"
)
"""What the programs write beside a payment of the fee, or of the code it came by."""
SETTLED = pattern_of(
    r"(?:结算|退款)总金额\s{0,4}(?P<whole>[0-9][0-9,.]*)\s{0,4}元(?:[;；]\s{0,4}含手续费\s{0,4}(?P<fee>[0-9][0-9,.]*)\s{0,4}元)?"
)
"""What WeChat writes beside what came into a merchant's account, or left it, less the fee."""
_DEFAULTS = frozenset({
    "", "/", "微信转账", "转账", "转账给你", "二维码收款", "收款", "收钱", "收钱码收款", "扫码收款", "商家收款", "红包", "微信红包",
    "普通红包", "拼手气红包", "群收款", "赞赏码", "赞赏", "亲友代付", "代付", "即时到账", "转账收款", "收钱码", "面对面收款",
    "转账到余额", "经营码收款", "经营码交易", "经营收款", "恭喜发财,大吉大利", "恭喜发财，大吉大利",
})  # fmt: skip
"""What the programs write themselves where nobody wrote anything."""


class State(Enum):
    """How far a payment came."""

    DONE = "done"
    UNFINISHED = "unfinished"
    FAILED = "failed"
    GOING_BACK = "going back"
    GIVEN_BACK = "given back"
    PARTLY_GIVEN_BACK = "partly given back"
    UNKNOWN = "unknown"


def is_gift_by_wechat(sort: str, goods: str = "") -> bool:
    """Whether gifts come by this 交易类型 of income; where it says neither, 商品 may speak of giving."""
    if any(word in sort for word in _WECHAT_OTHERS):
        return False
    return any(word in sort for word in _WECHAT_GIFTS) or any(word in simplified(goods) for word in _FOR_SURE)


def way_by_wechat(sort: str, state: str) -> str:
    """收入, 支出 or / by 交易类型 and 当前状态; "" where they leave it open, as 转账 with 已全额退款 does."""
    if _NEITHER.fullmatch(sort) or state == _SENT_BACK:
        return "/"
    if _CAME.fullmatch(state) or sort == _COMES_BY or _WAITING.fullmatch(state):  # nothing came or went while it waits
        return "收入"
    return "支出" if _WENT.fullmatch(state) or _GOES_BY.fullmatch(sort) else ""


def came_back(sort: str, goods: str) -> bool:
    """Whether income is money that was paid out before, and nobody's gift."""
    return any(word in sort for word in (REFUND, "退回", "退还")) or _CAME_BACK.match(simplified(goods)) is not None


@lru_cache(maxsize=4096)
def is_gift_by_alipay(sort: str, goods: str) -> bool:
    """Whether income of this 交易分类 (or 类型) with this 商品说明 is a gift.

    收入 is what Alipay calls whatever it knows nothing of, a thing sold among friends too: there the words must speak of giving.
    """
    goods = simplified(goods)
    if "收益发放" in goods:
        return False
    is_given = any(word in goods for word in _FOR_SURE)
    if sort in _ALIPAY_GIFTS:
        return is_given or _WITHDRAWN.fullmatch(goods) is None
    is_earned = any(word in sort or (word in goods and not is_given) for word in _EARNING)
    if sort == _AT_ONCE and not is_earned:
        return True
    return not is_earned and any(word in goods for word in _GIVING)


def is_earned_at_alipay(goods: str) -> bool:
    """Whether 商品说明 alone says that income was earned, or is money of one's own, so that no sort need say it."""
    return any(word in simplified(goods) for word in ("收益发放", *_EARNING))


@lru_cache(maxsize=4096)
def state_of(words: str) -> tuple[State, Fraction | None]:
    """How far a payment came by the words of 当前状态 or 交易状态; and of one given back how many yuan, None for all."""
    if _NOT_GIVEN_BACK.search(words):
        return State.UNKNOWN, None
    if _GOING_BACK.search(words):
        return State.GOING_BACK, None
    if found := _GIVEN_BACK.search(words):
        back = yuan_in(found[1])
        if back is None:
            return State.UNKNOWN, None
        return (
            (State.GIVEN_BACK, back) if back else (State.DONE, None)
        )  # 已退款(￥0.00): nothing came back of what came
    # a closed trade was never paid, or paid and given back: whoever booked it before has to take it back
    for pattern, state in (
        (_PARTLY_GIVEN_BACK, State.PARTLY_GIVEN_BACK), (_ALL_GIVEN_BACK, State.GIVEN_BACK), (_CLOSED, State.GIVEN_BACK), (_FAILED, State.FAILED),
        (_UNFINISHED, State.UNFINISHED), (_DONE, State.DONE),
    ):  # fmt: skip
        if pattern.search(words):
            return state, None
    return State.UNKNOWN, None


def _is_own(words: str) -> bool:
    """Whether the programs write that themselves."""
    return words in _DEFAULTS or any(pattern.fullmatch(words) for pattern in (_FROM_WHOM, _ADDED, SETTLED))


@lru_cache(maxsize=4096)
def note_of(*cells: str) -> str | None:
    """What the giver said with a payment; None where the cells hold only what the programs write themselves."""
    said: list[str] = []
    for cell in cells:
        found = list(_WITH_IT.finditer(simplified(cell)))  # as long as the cell, so that its own characters are kept
        parts = [cell] if not found else [cell[: found[0].start()], *(_said_in(cell, one) for one in found)]
        said += [part.strip(" ;；,，") for part in parts]
    return "；".join(dict.fromkeys(part for part in said if not _is_own(simplified(part)))) or None


def is_owed_by(note: str | None) -> bool:
    """Whether what somebody said with a payment says what it was paid for: dues, rent, goods."""
    return note is not None and is_owed(_ADDED.sub("", simplified(note)))


def _said_in(cell: str, found: re.Match[str]) -> str:
    begin, end = max(found.span(1), found.span(2))
    return cell[begin:end]
