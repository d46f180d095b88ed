"""What people call the columns of a bill of WeChat Pay or Alipay, where they gave one another heading than the bill's own."""

from collections.abc import Mapping, Sequence

from donations.importers.bills.layouts import Layout

_CALLED = {
    "date": ("时间", "日期", "交易日期", "付款时间", "收款时间", "收款日期", "到账时间", "到账日期"),
    "donor": (
        "对方", "对方名称", "对方昵称", "对方姓名", "对方户名", "交易对象", "交易方", "交易人", "微信昵称", "微信名", "支付宝昵称",
        "昵称", "网名", "付款人", "付款方", "付款人姓名", "付款人昵称", "捐款人", "捐赠人", "捐赠者", "捐赠方", "捐款人姓名", "捐赠人姓名",
        "姓名", "收付款人", "收/付款人",
    ),
    "sort": ("类型", "类别", "分类", "交易类型", "交易分类", "交易类别", "业务类型"),
    "goods": ("商品说明", "商品", "商品名称", "商品描述", "商品信息", "说明", "摘要", "交易摘要", "交易内容", "内容", "事由", "用途"),
    "direction": ("收支", "收支类型", "收支方向", "收/支类型", "收/支/其他", "收入/支出", "收付", "收/付", "方向"),
    "amount": (
        "交易金额", "交易金额(元)", "收支金额", "收支金额(元)", "捐款金额", "捐款金额(元)", "捐赠金额", "捐赠金额(元)", "收款金额",
        "收款金额(元)", "金额/元", "数额", "款额", "金额(人民币)", "金额(¥)",
    ),
    "state": ("状态", "交易状态", "当前状态", "目前状态", "支付状态", "付款状态", "收款状态"),
    "number": (
        "单号", "交易单号", "交易订单号", "交易号", "订单号", "流水号", "交易流水号", "交易流水", "微信单号", "微信交易单号", "支付宝单号",
        "支付宝交易号", "交易编号",
    ),
    "refund": ("退款金额", "退款金额(元)", "已退金额", "已退款金额", "退回金额", "退款"),
    "is_gift": ("是否捐款", "是否捐赠", "是否为捐款", "是否为捐赠", "是否善款", "是否属于捐款", "是否捐赠款"),
}  # fmt: skip
"""Field → what people call it, folded; of several that stand in one bill the first is it."""
_BESIDE = {
    "donor": ("giver", ("捐款人", "捐赠人", "捐款者", "捐赠者", "捐赠方", "捐款人姓名", "捐赠人姓名", "实际捐款人")),
    "amount": ("given", ("捐款金额", "捐款金额(元)", "捐赠金额", "捐赠金额(元)")),
}
"""What somebody says of a payment beside the bill's own column of that field: who gave it, and how much of it was given."""

_ONLY_THERE = {
    "wechat": frozenset({"当前状态", "目前状态", "商户单号", "商品"}),
    "alipay": frozenset({"对方账号", "商品说明"}),
}
"""Headings that tell the bills of persons from other programs' lists."""
_ONES_OWN = frozenset(("wechat", heading) for heading in ("类型", "类别", "分类", "交易类别", "业务类型"))
"""What may hold one's own sorts (助学, 办公): no gift would come by them in WeChat's bill, whose sorts tell."""
_FEWEST_OWN = 5
"""So many headings must be the bill's own."""


def called(layout: Layout, headings: Sequence[str]) -> Mapping[str, str]:
    """The headings of a row, folded, that stand for a field of a person's bill: heading → field; none of other bills."""
    if layout.key not in _ONLY_THERE:
        return {}
    found = {
        heading: field
        for field, names in _CALLED.items()
        for heading in names
        if heading in headings and heading not in layout.fields and (layout.key, heading) not in _ONES_OWN
    }
    own = {layout.fields[heading] for heading in headings if heading in layout.fields}
    for field, (beside, names) in _BESIDE.items():
        if field in own:
            found.update({heading: beside for heading in names if heading in headings})
    return found


def is_likely(layout: Layout, headings: Sequence[str]) -> bool:
    """Whether a row has so many of the bill's own headings that the others may be what somebody called its columns."""
    if layout.has_no_way or _ONLY_THERE.get(layout.key, frozenset()).isdisjoint(headings):
        return False
    return sum(1 for heading in headings if heading in layout.fields) >= _FEWEST_OWN
