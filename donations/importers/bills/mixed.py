"""Rows of WeChat Pay's and of Alipay's below one heading, as where somebody put both bills into one sheet."""

from dataclasses import replace

from donations.importers.bills.layouts import Layout
from donations.importers.bills.row import BillRow
from donations.importers.patterns import pattern_of

_PERSONS = {"wechat": "alipay", "alipay": "wechat"}
_OF_ALIPAY = pattern_of(
    r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{18,24}(?:[_*][0-9A-Za-z_*-]{1,60})?"
)
"""Its numbers begin with the day of the payment."""
_OF_WECHAT = pattern_of(r"1000[0-9]{20,28}")
"""Its numbers of what one person pays another."""
_SORTS = {
    "wechat": pattern_of(r"微信.*|二维码收款|赞赏码|群收款|零钱.*|.*零钱通.*|商户消费|扫二维码付款"),
    "alipay": pattern_of(
        r"转账红包|公益捐赠|商业服务|人情往来|账户存取|日用百货|餐饮美食|交通出行|信用借还|充值缴费|投资理财|亲友代付"
    ),
}
"""What one of the two alone calls its sorts."""


def layout_of(layout: Layout, row: BillRow) -> Layout:
    """The bill's own layout, or the same of the other service, where the row's number, or without one its sort, is that one's."""
    other = _PERSONS.get(layout.key)
    if other is None:
        return layout
    number, sort = row.text("number"), row.text("sort")
    own, others = _SORTS[layout.key], _SORTS[other]
    if number:
        is_others = (_OF_WECHAT if other == "wechat" else _OF_ALIPAY).fullmatch(number) is not None
        is_others = is_others and own.fullmatch(sort) is None
    else:
        is_others = others.fullmatch(sort) is not None
    return replace(layout, key=other, provider=other) if is_others else layout
