"""What a payment service pays out to a bank: money that came to it before, of givers whom only its own bill names."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from donations.domain.slip_words import may_be_person
from donations.importers.patterns import pattern_of

_SERVICE = pattern_of(
    r"(?:[^\s,;]{0,6}市)?(?:财付通|支付宝|网银在线|(?:中国)?银联(?:商务)?|网联清算|拉卡拉|收钱吧|微信支付|抖音支付)[^\s,;]{0,30}"
    r"|[^\s,;]{0,20}(?:支付|收钱吧|汇付天下|合利宝|乐刷|海科融通|国通星驿)[^\s,;]{0,14}公司[^\s,;]{0,10}|[^\s,;]{0,30}备付金[^\s,;]{0,6}|待(?:清算|结算|报解|划转)(?!财政)[^\s,;]{0,16}"
    r"|[^\s,;]{0,12}(?:余额|零钱)提现"
)
"""Whom a bank names where money comes from such a service; the law has 支付 in what these companies are called."""
_NAMED_BEHIND = pattern_of(
    r"(?:财付通|支付宝|微信支付|云闪付|银联)(?:(?:转账|转帐|扫码|付款|收款|用户|会员)+[-—–:：(\s]{0,2}|\s?[-—–:：(\s]\s?)"
    r"(?!余额|余利宝|花呗|商[家户]|平台|成功|支付)([^\s,;()]{2,20})\)?"
)
"""支付宝-张三, 支付宝（张三）, 支付宝转账 张三: who paid by it."""
_GIVES = pattern_of(r"基金会|慈善|公益|[工协学商]会|捐|善款|爱心|人士|员工|职工|志愿|团[委队]|党[委总支]")
"""What such a company founds, or whose people join, does give, as do those who are called givers: 支付宝捐款, 支付宝爱心人士."""
_LONGEST = 80
_COMPANY = pattern_of("公司|银行")
_SETTLES = pattern_of(
    r"(?:财付通|微信|支付宝|云闪付|银联|拉卡拉|收钱吧|扫码|收款码|聚合|收单|POS|商[户家])(?:机|商务|商[户家]|支付|收款|收单|交易|资金|账户){0,3}(?:t\+?[01])?(?:结算|清算|提现)",
    re.IGNORECASE,
)
"""What a bank writes of such money where another company stands for the service: 微信支付商户结算款."""
_SETTLED = pattern_of(r"结算|清算|提现|归集|划账|划款|t\+?[01]\b", re.IGNORECASE)
_OTHERWISE = pattern_of(r"捐|善款|爱心|退[款货回还票]|冲正|冲账|撤销")
"""What speaks of a gift, or of what was bought and taken back."""


def is_paid_out(row: Mapping[str, str]) -> bool:
    """Whether what came by a row of a bank's list is such money: a service stands there for a giver, and no words speak of a gift or a refund.

    What it calls 提现 or 结算 is so whatever else is written there; where it names who paid, 支付宝-张三, that one gave.
    """
    name = row.get("donor", "")
    words = "，".join(row.get(field, "") for field in ("note", "purpose", "type"))
    if not name or not is_service(name):
        is_settled = _COMPANY.search(name) is not None and _SETTLES.search(words) is not None
        return is_settled and _GIVES.search(name) is None and _OTHERWISE.search(words) is None
    return _SETTLED.search(words) is not None or _OTHERWISE.search(words) is None


@lru_cache(maxsize=4096)
def is_service(name: str) -> bool:
    """Whether a bank writes that of a payment service, and not of somebody who paid by it."""
    if len(name) > _LONGEST or _GIVES.search(name):
        return False
    plain = unicodedata.normalize("NFKC", name).strip()
    behind = _NAMED_BEHIND.fullmatch(plain)
    return _SERVICE.fullmatch(plain.replace(" ", "")) is not None and not (behind and may_be_person(behind[1]))
