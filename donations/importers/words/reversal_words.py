"""Words by which an account says that a row takes back another: 冲正, 红字, 退汇."""

import re

from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import InField

NO_REFUND = (
    r"退[款回还捐货](?:已被|[已被])?(?:失败|关闭|取消|撤销|拒绝|拒(?![付收])|驳回)|退[款回还捐货]申请|退[款还捐货]审核|退[款回还捐货][未不](?:成功|通过|完成)"
    r"|^(?:买家|用户|捐[赠款]人)?已?(?:取消|撤销)退[款回还捐货]|(?:申请|拒绝|驳回)退[款回还捐货]"
)
"""Words for a pattern: that nothing went back, or nobody has decided on it; 订单已取消退款 says that it did, and
退回审核 and 退货拒收 don't say that what was sent is here."""
REFUND_UNDER_WAY = r"退[款回还捐货](?:处理|进行)?中"
_PUT_RIGHT = pattern_of(
    r"冲正|冲[账帐销回转红]|红[字冲票]|抹[账帐]|(?:[退返]汇|退票)(?!(?:手续)?费)|错[账帐]|撤销(?:交易|转[账帐]|汇款|付款|支付|入[账帐])|(?:交易|转[账帐]|汇款|付款|支付|入[账帐]|消费|收款|订单)撤销|^撤销$|(?<!chargeback )(?<!dispute )\breversal\b(?! of charge-?back)|\breversed\b|\bcharge-?back\b(?! (?:fee|reversal|reversed|won))",
    re.IGNORECASE,
)
"""What says by itself that the row is another's contrary."""
_KIND = pattern_of(
    r"(?:微信|支付宝|银联|云闪付|刷卡|扫码|二维码|消费|收款|交易|订单|捐[款赠]|部分|全[额部])*(?:退款|退货|退单|退捐|撤销|撤单|冲正|拒付)(?:交易|成功)?"
    r"|(?:payment(?:failure)?|donation|charge|order|full|partial)?(?:refund(?:ed)?|chargeback|reversal|reversed|dispute)",
    re.IGNORECASE,
)
_AGAIN = pattern_of(r"重[新汇付发打转]|[再补][次汇付发打转]|[未非无不]冲|冲正?标[志识][:：]?[否无0]|后[汇付]")
"""退汇重付 is a payment of its own."""

_GIFT_BACK = pattern_of(
    r"(?:退[款还回返]|返[还回退]).{0,6}(?:捐|善款)|(?:捐[款赠资]?|善款).{0,4}(?:退[款还回返]|返[还回退])|退捐"
)
_COST = pattern_of(r"押金|保证金|定金|订金|费|货|箱|证书|票据|发票|收据|快递|邮|重[做印寄发]")
_OF_A_GIFT = pattern_of(r".*(?:捐|善款|爱心|退|返|donat|gift|refund).*", re.IGNORECASE)
_WAY = pattern_of(r"(?:网银|网上银行|手机银行|跨行|行内|微信|支付宝|银联)?(?:转[账帐出]|汇款|转出|支出|付款)?")
"""What says of a payment how it was made, and not what for."""
NO_SPENDING = N_(
    "something that was bought or paid for: a gift that goes back to its donor is no spending. Take the row out of the list and record it with `donations refund`"
)


def gives_back_a_gift(words: str) -> bool:
    """Whether words say that a gift of money was given back, which is no spending: 退还捐款, 返还善款."""
    return _GIFT_BACK.search(words) is not None


def refuse_gift_back(item: str) -> None:
    """Raises InField where what was spent, by its words, is a gift that went back; what that cost is a cost."""
    if gives_back_a_gift(item) and not _COST.search(item):
        raise InField("item", NO_SPENDING, item)


def may_give_back(words: str) -> bool:
    """Whether words beside what bears a minus say nothing of what was paid for: none, 捐款, 转账; not 货款 or 口罩."""
    parts = [part for part in re.split("[，,]", words) if part.strip()]
    return all(_OF_A_GIFT.fullmatch(part) or _WAY.fullmatch(part.strip()) for part in parts)


def puts_right(words: str) -> bool:
    """Whether words say that a row is the contrary of another."""
    return _PUT_RIGHT.search(words) is not None and not _AGAIN.search(words)


def is_of_refunds(kind: str) -> bool:
    """Whether a sort of payment, 退款 beside 收款 or Refund beside Payment, is what went back to who paid."""
    return _KIND.fullmatch(re.sub(r"[\s_-]", "", kind)) is not None
