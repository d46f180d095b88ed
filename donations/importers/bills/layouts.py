"""The layouts of bills of WeChat Pay and Alipay: which headings they have, and what each column says."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

PASSED_OVER = "-"
"""The field of a column that is known and not read."""

_SAYS_WAYS = pattern_of(r"收/?支(?!金额)|收入|支出|方向|借|贷|流向")
"""Headings of a column that says which way amounts went, in other words than a bill's own."""
_TELLS_MORE = pattern_of(r"状态|单号|编号|订单号|退款|退回|结果|到账")
"""Headings that may say, in other words than a bill's own, whether what came was given back."""
_NO_OTHERS: Mapping[str, str] = {}
_AROUND = " \t\r\n\"'`\ufeff\u00a0\u200b\u3000"


@dataclass(frozen=True, slots=True)
class Layout:
    """One sort of bill: the columns may stand in any order, and others beside them."""

    key: str
    provider: str
    """Whose transaction numbers it holds: what `Record.identity` begins with."""
    fields: Mapping[str, str]
    """Heading, folded → field. Where two headings lead to one field, the first that is there is read."""
    required: frozenset[str]
    """The fields without which it isn't this layout."""
    has_no_way: bool = False
    """Whether it is a bill whose column 收/支 somebody deleted: no heading says which way amounts went."""
    beside: frozenset[str] = frozenset()
    """Headings of which one must be there too, where the fields alone might be those of another program's list."""


_WECHAT = {
    "交易时间": "date", "交易类型": "sort", "交易对方": "donor", "商品": "goods", "收/支": "direction", "金额(元)": "amount",
    "金额": "amount", "当前状态": "state", "目前状态": "state", "交易单号": "number", "备注": "remark",
    "支付方式": PASSED_OVER, "商户单号": PASSED_OVER,
}  # fmt: skip

_WECHAT_PROOF = {
    **{heading: field for heading, field in _WECHAT.items() if field != "direction"},
    "收/支/其他": "direction",
}
"""微信支付交易明细证明, made a table of."""

_WECHAT_WITHOUT_WAY = {heading: field for heading, field in _WECHAT.items() if field != "direction"}

_ALIPAY = {
    "交易时间": "date", "交易创建时间": "date", "交易分类": "sort", "交易类型": "sort", "交易对方": "donor", "商品说明": "goods",
    "收/支": "direction", "金额": "amount", "金额(元)": "amount", "交易状态": "state", "交易订单号": "number",
    "交易号": "number", "备注": "remark", "对方账号": PASSED_OVER, "收/付款方式": PASSED_OVER, "商家订单号": PASSED_OVER,
}  # fmt: skip

_ALIPAY_WITHOUT_WAY = {
    heading: field
    for heading, field in _ALIPAY.items()
    if heading not in ("收/支", "交易创建时间", "交易类型", "交易号")
}

_ALIPAY_WEB = {
    "付款时间": "paid", "交易付款时间": "paid", "交易支付时间": "paid", "交易创建时间": "date", "交易时间": "date", "类型": "sort", "交易对方": "donor", "商品名称": "goods",
    "收/支": "direction", "金额(元)": "amount", "交易状态": "state", "成功退款(元)": "refund", "资金状态": "fund",
    "交易号": "number", "备注": "remark", "商家订单号": PASSED_OVER, "最近修改时间": PASSED_OVER,
    "交易来源地": PASSED_OVER, "服务费(元)": PASSED_OVER,
}  # fmt: skip

_MERCHANT = {
    "交易时间": "date", "微信订单号": "number", "微信支付订单号": "number", "交易状态": "state", "货币种类": "currency",
    "应结订单金额": "amount", "总金额": "amount", "订单金额": "amount", "微信退款单号": "refund_number",
    "退款金额": "refund", "申请退款金额": "refund", "退款状态": "refund_state", "退款成功时间": "refunded",
    "退款申请时间": "refunded", "商品名称": "goods", "公众账号ID": PASSED_OVER, "商户号": "merchant",
    "特约商户号": PASSED_OVER, "子商户号": PASSED_OVER, "设备号": PASSED_OVER, "商户订单号": PASSED_OVER,
    "用户标识": PASSED_OVER, "交易类型": PASSED_OVER, "付款银行": PASSED_OVER, "代金券金额": PASSED_OVER,
    "代金券或立减优惠金额": PASSED_OVER, "商户退款单号": PASSED_OVER, "充值券退款金额": PASSED_OVER,
    "代金券或立减优惠退款金额": PASSED_OVER, "退款类型": PASSED_OVER, "商户数据包": PASSED_OVER,
    "手续费": PASSED_OVER, "费率": PASSED_OVER, "费率备注": PASSED_OVER,
}  # fmt: skip

_MERCHANT_REFUNDS = {
    **{heading: field for heading, field in _MERCHANT.items() if field not in ("date", "refunded")},
    "退款成功时间": "paid", "退款申请时间": "date",
}  # fmt: skip
"""退款账单: of refunds alone, so that no column says when anything was paid; the day of each is its own."""

_ALIPAY_TRADES = {
    "支付宝交易号": "number", "业务类型": "sort", "商品名称": "goods", "完成时间": "paid", "创建时间": "date", "对方账户": "donor",
    "商家实收(元)": "amount", "订单金额(元)": "amount", "退款批次号/请求号": "entry", "退款批次号": "entry", "备注": "remark",
    "商户订单号": PASSED_OVER, "门店编号": PASSED_OVER, "门店名称": PASSED_OVER, "操作员": PASSED_OVER, "终端号": PASSED_OVER,
    "支付宝红包(元)": PASSED_OVER, "集分宝(元)": PASSED_OVER, "支付宝优惠(元)": PASSED_OVER, "商家优惠(元)": PASSED_OVER,
    "券核销金额(元)": PASSED_OVER, "券名称": PASSED_OVER, "商家红包消费金额(元)": PASSED_OVER, "卡消费金额(元)": PASSED_OVER,
    "服务费(元)": PASSED_OVER, "分润(元)": PASSED_OVER,
}  # fmt: skip

_ALIPAY_ACCOUNT = {
    "账务流水号": "entry", "支付宝流水号": "entry", "支付宝交易号": "number", "业务流水号": "number", "业务类型": "sort",
    "账务类型": "sort", "业务描述": "kind", "发生时间": "date", "入账时间": "date", "对方名称": "donor", "对方账号": "donor",
    "对方账户": "donor", "商品名称": "goods", "收入金额(+元)": "amount", "收入(+元)": "amount", "收入金额(元)": "amount", "收入金额": "amount",
    "支出金额(-元)": "spent", "支出(-元)": "spent", "支出金额(元)": "spent",
    "支出金额": "spent", "备注": "remark", "商户订单号": PASSED_OVER,
    "账户余额(元)": PASSED_OVER, "交易渠道": PASSED_OVER, "支付渠道": PASSED_OVER, "签约产品": PASSED_OVER,
    "银行订单号": PASSED_OVER, "服务费(元)": PASSED_OVER,
}  # fmt: skip

_ALIPAY_ACCOUNT_OF_TRADES = {
    **{heading: field for heading, field in _ALIPAY_ACCOUNT.items() if field not in ("amount", "spent")},
    "交易号": "number", "交易创建时间": "date", "收入金额(+元)": "amount", "收入(+元)": "amount", "支出金额(-元)": "spent",
    "支出(-元)": "spent",
}  # fmt: skip
"""The same without its own numbers of the account; +元 and -元 are written by nobody else."""

_WECHAT_ACCOUNT = {
    "记账时间": "date", "微信支付业务单号": "number", "资金流水单号": "entry", "业务名称": "sort", "业务类型": "kind",
    "收支类型": "direction", "收支金额(元)": "amount", "备注": "remark", "账户结余(元)": PASSED_OVER,
    "资金变更提交申请人": PASSED_OVER, "业务凭证号": PASSED_OVER,
}  # fmt: skip

_WECHAT_ACCOUNT_WITHOUT_WAY = {heading: field for heading, field in _WECHAT_ACCOUNT.items() if field != "direction"}

_ALIPAY_CASHBOOK = {
    "记录时间": "date", "分类": "sort", "收支类型": "direction", "金额": "amount", "备注": "remark", "来源": "entry",
    "账户": PASSED_OVER, "标签": PASSED_OVER,
}  # fmt: skip

CASHBOOK = "alipay_cashbook"
"""The key of what Alipay's app calls a bill too (记账本), but that says neither who paid nor which payment it was."""

MERCHANTS = frozenset({"alipay_trades", "alipay_account", "wechat_account"})
"""The keys of bills that a merchant has beside WeChat's of its orders."""

LAYOUTS = (
    Layout("wechat", "wechat", _WECHAT, frozenset({"date", "sort", "donor", "direction", "amount", "state"})),
    Layout("wechat", "wechat", _WECHAT, frozenset({"date", "sort", "goods", "direction", "amount", "number"})),
    Layout("wechat", "wechat", _WECHAT, frozenset({"date", "sort", "donor", "goods", "direction", "amount"})),
    Layout(
        "wechat",
        "wechat",
        _WECHAT,
        frozenset({"date", "sort", "donor", "direction", "amount", "number"}),
        beside=frozenset({"支付方式", "商户单号"}),
    ),
    Layout("wechat", "wechat", _WECHAT_PROOF, frozenset({"date", "sort", "donor", "direction", "amount", "number"})),
    Layout(
        "wechat",
        "wechat",
        _WECHAT_WITHOUT_WAY,
        frozenset({"date", "sort", "donor", "amount", "state", "number"}),
        has_no_way=True,
    ),
    Layout(
        "wechat",
        "wechat",
        _WECHAT_WITHOUT_WAY,
        frozenset({"date", "sort", "donor", "goods", "amount"}),
        has_no_way=True,
    ),
    Layout("alipay_web", "alipay", _ALIPAY_WEB, frozenset({"date", "donor", "direction", "amount", "state", "fund"})),
    Layout("alipay", "alipay", _ALIPAY, frozenset({"date", "goods", "direction", "amount", "state"})),
    Layout("alipay", "alipay", _ALIPAY, frozenset({"date", "goods", "direction", "amount", "number"})),
    Layout("alipay", "alipay", _ALIPAY, frozenset({"date", "donor", "goods", "direction", "amount"})),
    *(
        Layout("alipay", "alipay", _ALIPAY_WITHOUT_WAY, frozenset({"date", "donor", "amount", *two}), has_no_way=True)
        for two in (("sort", "goods"), ("sort", "state"), ("sort", "number"), ("goods", "state"), ("goods", "number"))
    ),
    Layout("wechat_merchant", "wechat", _MERCHANT, frozenset({"date", "number", "state", "amount", "merchant"})),
    Layout(
        "wechat_merchant",
        "wechat",
        _MERCHANT_REFUNDS,
        frozenset({"date", "number", "state", "refund", "refund_number", "merchant"}),
    ),
    Layout("wechat_account", "wechat", _WECHAT_ACCOUNT, frozenset({"date", "number", "kind", "direction", "amount"})),
    Layout(
        "wechat_account",
        "wechat",
        _WECHAT_ACCOUNT_WITHOUT_WAY,
        frozenset({"date", "number", "entry", "kind", "amount"}),
        has_no_way=True,
    ),
    Layout("alipay_account", "alipay", _ALIPAY_ACCOUNT, frozenset({"entry", "number", "date", "amount", "spent"})),
    Layout(
        "alipay_account", "alipay", _ALIPAY_ACCOUNT_OF_TRADES, frozenset({"number", "date", "amount", "spent", "kind"})
    ),
    Layout(
        "alipay_account", "alipay", _ALIPAY_ACCOUNT_OF_TRADES, frozenset({"number", "date", "amount", "spent", "sort"})
    ),
    Layout(CASHBOOK, "alipay", _ALIPAY_CASHBOOK, frozenset({"date", "direction", "amount", "entry"})),
    Layout("alipay_trades", "alipay", _ALIPAY_TRADES, frozenset({"number", "sort", "date", "amount", "donor"})),
)
"""Every layout of a bill: a new one is one row here. Alipay leaves out who paid where its user didn't tick that box;
a bill whose states or ways somebody deleted is one too, and so is WeChat's proof (交易明细证明): their income is refused.
"""


def folded(cell: str) -> str:
    """A heading without what programs leave around and inside it: blanks, quotes, a backquote, full width; in simplified characters."""
    return simplified("".join(unicodedata.normalize("NFKC", cell).strip(_AROUND).split()))


def columns_of(
    layout: Layout, headings: Sequence[str], called: Mapping[str, str] = _NO_OTHERS
) -> dict[str, int] | None:
    """Field → place of its column in a row of headings, folded; None where it isn't a row of this layout.

    `called`: headings that aren't the bill's own → the field that is meant by each where the bill's own isn't there.
    """
    if layout.has_no_way and any(map(_SAYS_WAYS.search, headings)):
        return None
    if layout.beside and layout.beside.isdisjoint(headings):
        return None
    fields = {**layout.fields, **called}
    others = [heading for heading in headings if heading not in fields]
    is_short = bool(layout.beside) or layout.required.isdisjoint(("state", "number"))
    if is_short and any(map(_TELLS_MORE.search, others)):
        return None  # read as a table, whose columns say so
    columns: dict[str, int] = {}
    for heading, field in fields.items():
        if field != PASSED_OVER and field not in columns and heading in headings:
            columns[field] = headings.index(heading)
    return columns if layout.required <= columns.keys() else None
