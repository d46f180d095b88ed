"""Bills of WeChat Pay and Alipay, invented, in every layout, with what is true of them; and what a spreadsheet program makes of them.

All from one `random.Random`, so that a bill is made again by its seed. People, numbers and words are invented.
"""

import csv
import io
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

Rows = list[list[str]]

ANONYMOUS = "爱心人士"

WECHAT_GIFTS: tuple[str, ...] = (
    "二维码收款",
    "转账",
    "微信红包",
    "微信红包（单发）",
    "微信红包（群红包）",
    "微信红包-群红包",
    "赞赏码",
    "群收款",
)
WECHAT_OTHERS: tuple[str, ...] = ("商户消费", "企业付款", "商家转账", "其他")
WECHAT_NEUTRAL: tuple[str, ...] = (
    "零钱提现",
    "零钱充值",
    "转入零钱通-来自零钱",
    "零钱通转出-到零钱",
    "信用卡还款",
    "购买理财通",
)
WECHAT_SPENT: tuple[str, ...] = ("商户消费", "扫二维码付款", "转账", "微信红包", "群收款")

ALIPAY_GIFTS: tuple[tuple[str, str], ...] = (
    ("转账红包", "转账"),
    ("转账红包", "红包"),
    ("收入", "收款"),
    ("商业服务", "二维码收款"),
    ("其他", "亲友代付"),
    ("转账红包", ""),
)
ALIPAY_OTHERS: tuple[tuple[str, str], ...] = (
    ("收入", "旧书一箱"),
    ("投资理财", "余额宝-2023.03.01-收益发放"),
    ("保险", "理赔"),
    ("商业服务", "货款"),
)
ALIPAY_NEUTRAL: tuple[tuple[str, str], ...] = (
    ("投资理财", "余额宝-自动转入"),
    ("信用借还", "信用卡还款"),
    ("其他", "提现-快速提现"),
    ("充值缴费", "充值-普通充值"),
)
ALIPAY_SPENT: tuple[tuple[str, str], ...] = (
    ("日用百货", "口罩50个"),
    ("转账红包", "转账"),
    ("交通出行", "运费"),
    ("退款", "退款-转账"),
)

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
_GIVEN = ("小满", "立夏", "知秋", "子墨", "安然", "一禾", "思远", "青", "明", "望舒", "长风", "云舟")
_NICKNAMES = (
    "晴天☀️",
    "A小店-林",
    "风 继续吹",
    "木木=3",
    "山里的\u200b风",
    "@向阳",
    "O_o",
    "「远山」",
    "三年二班家长,王",
)
_MASKED = ("*明", "王*", "陈**", "138****3356")
_NAMELESS = ("/", "", "***", " / ")
_SAID = ("给孩子们买书", "春节快乐", "第3次捐款", "加油，志愿者！", "请用于敬老院", "助学 2023")
_START = datetime(2023, 3, 1, 7, 5, 9)  # noqa: DTZ001 - bills have no time zone


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment as it happened: `kind` says which of a bill's rows it becomes, `back` how many fen came back of it."""

    kind: str
    moment: datetime
    donor: str
    fen: int
    number: str
    sort: int
    said: str = ""
    back: int = 0
    fee: int = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """What is true of a gift: what its record must say."""

    identity: str
    day: str
    donor: str
    yuan: Fraction
    note: str | None
    refunded: Fraction | None


KINDS = {
    "gift": 60, "part_back": 4, "all_back": 4, "spent": 12, "neutral": 8, "of_a_purchase": 4, "other": 4, "closed": 2,
    "unfinished": 1, "failed": 1,
}  # fmt: skip
"""Every kind of row, and how often it comes in a hundred."""


def payments(chance: random.Random, count: int, digits: int = 28) -> list[Payment]:
    """`count` payments in the order of time, every kind among them."""
    kinds = [*KINDS, *chance.choices(list(KINDS), list(KINDS.values()), k=max(0, count - len(KINDS)))]
    chance.shuffle(kinds)
    moment, made = _START, []
    for place, kind in enumerate(kinds[:count]):
        moment += timedelta(seconds=chance.randrange(40, 20_000))
        fen = chance.choice((1, 50, 100, 520, 2816, 10_000, 123_450, 1_000_000, chance.randrange(1, 500_000)))
        fen += 2 * (kind == "part_back")
        said = chance.choice(("", "", chance.choice(_SAID)))
        number = f"42{chance.randrange(10 ** (digits - 8)):0{digits - 8}d}{place:05d}7"
        back = {"part_back": chance.randrange(1, fen + (fen == 1)), "all_back": fen, "closed": fen}.get(kind, 0)
        made.append(
            Payment(kind, moment, _name(chance), fen, number, chance.randrange(100), said, back, fen * 6 // 1000)
        )
    return made


def _name(chance: random.Random) -> str:
    full = chance.choice(_SURNAMES) + chance.choice(_GIVEN)
    return chance.choice((full, full, chance.choice(_NICKNAMES), chance.choice(_MASKED), chance.choice(_NAMELESS)))


GIVEN = frozenset({"gift", "part_back", "all_back", "closed"})
"""The kinds that are gifts, given back or not."""


def truth(made: Sequence[Payment], provider: str, *, named: bool = True) -> list[Gift]:
    """What every layout of a provider must give of these payments; a merchant is not told who pays."""
    return [
        Gift(
            f"{provider}:{one.number}",
            one.moment.date().isoformat(),
            _tidy(one.donor) if named else ANONYMOUS,
            Fraction(one.fen, 100),
            one.said or None,
            Fraction(one.back, 100) if one.back else None,
        )
        for one in made
        if one.kind in GIVEN
    ]


def _tidy(donor: str) -> str:
    donor = donor.replace("\u200b", "").strip()
    return ANONYMOUS if donor in {"/", "", "***"} else donor


def _yuan(fen: int, sign: str = "") -> str:
    return f"{sign}{fen // 100}.{fen % 100:02d}"


def _total(made: Sequence[Payment], kinds: frozenset[str]) -> str:
    chosen = [one.fen for one in made if one.kind in kinds]
    return f"{len(chosen)}笔 {_yuan(sum(chosen))}元"


_INCOME = GIVEN | {"other", "unfinished", "failed"}


# --- WeChat


def _wechat_row(one: Payment) -> list[str]:
    sorts, direction = WECHAT_GIFTS, "收入"
    goods, state = "/", ("已存入零钱", "已收钱", "支付成功")[one.sort % 3]
    if one.kind == "spent":
        sorts, direction, state = WECHAT_SPENT, "支出", ("支付成功", "已转账", "对方已退还", "已全额退款")[one.sort % 4]
    elif one.kind == "neutral":
        sorts, direction, state = WECHAT_NEUTRAL, "/", "提现已到账"
    elif one.kind == "of_a_purchase":
        sorts, state = ("微信红包-退款", "商户消费-退款", "转账-退款", "某某商店-退款"), "已全额退款"
    elif one.kind == "other":
        sorts = WECHAT_OTHERS
    elif one.kind == "part_back":
        state = (f"已退款(￥{_yuan(one.back)})", f"已退款(¥{_yuan(one.back)})", f"已退款￥{_yuan(one.back)}")[
            one.sort % 3
        ]
    elif one.kind in {"all_back", "unfinished", "failed", "closed"}:
        states = {"all_back": "已全额退款", "unfinished": "等待收款", "failed": "支付失败", "closed": "交易关闭"}
        state = states[one.kind]
    sort = sorts[one.sort % len(sorts)]
    if sort == "转账":
        goods = f"转账备注:{one.said or '微信转账'}"
    elif sort == "二维码收款":
        goods = "收款方备注:二维码收款" + (f"付款方留言:{one.said}" if one.said else "")
    elif one.said:
        goods = one.said
    return [
        one.moment.strftime("%Y-%m-%d %H:%M:%S"), sort, one.donor, goods, direction, _yuan(one.fen, "¥"), "零钱", state,
        f"{one.number}\t", f"10000{one.sort}\t", "/",
    ]  # fmt: skip


_WECHAT_HEADINGS = [
    "交易时间",
    "交易类型",
    "交易对方",
    "商品",
    "收/支",
    "金额(元)",
    "支付方式",
    "当前状态",
    "交易单号",
    "商户单号",
    "备注",
]


def _wechat_head(made: Sequence[Payment]) -> Rows:
    spent, neutral = frozenset({"spent"}), frozenset({"neutral"})
    lines = [
        "微信支付账单明细", "微信昵称：[山水间志愿者]", "起始时间：[2023-03-01 00:00:00] 终止时间：[2023-12-31 23:59:59]",
        "导出类型：[全部]", "导出时间：[2024-01-02 09:08:07]", "", f"共{len(made)}笔记录",
        f"收入：{_total(made, _INCOME | {'of_a_purchase'})}", f"支出：{_total(made, spent)}",
        f"中性交易：{_total(made, neutral)}", "注：", "1. 提现、充值等计入中性交易", "2. 不含已删除的记录", "3. 仅供个人对账", "",
        "----------------------微信支付账单明细列表--------------------",
    ]  # fmt: skip
    return [[line, *[""] * 8] for line in lines]


def wechat_csv(made: Sequence[Payment]) -> Rows:
    """A download of 2019 to 2025: sixteen rows above the headings."""
    return [*_wechat_head(made), _WECHAT_HEADINGS, *map(_wechat_row, made)]


def wechat_xlsx_2025(made: Sequence[Payment]) -> Rows:
    """A workbook from July 2025: amounts are texts with ¥, numbers have no TAB."""
    return [[cell.rstrip("\t") for cell in row] for row in wechat_csv(made)]


def wechat_xlsx_2026(made: Sequence[Payment]) -> Rows:
    """A workbook from March 2026: one row more at the head, and amounts are numbers."""
    rows = wechat_xlsx_2025(made)
    head, table = rows[:16], rows[17:]
    for row in table:
        row[5] = row[5].strip("¥").removesuffix(".00")
        row[5] = row[5].rstrip("0") if "." in row[5] else row[5]
    return [*head[:5], ["账单编号：[TEST]"], *head[5:], rows[16], *table]


# --- Alipay


def _alipay_words(one: Payment) -> tuple[str, str, str, str]:
    """交易分类, 商品说明, 收/支, 交易状态."""
    pairs, direction, state = ALIPAY_GIFTS, "收入", "交易成功"
    if one.kind == "spent":
        pairs, direction = ALIPAY_SPENT, "支出"
    elif one.kind == "neutral":
        pairs, direction, state = ALIPAY_NEUTRAL, "不计收支", ("交易成功", "还款成功", "")[one.sort % 3]
    elif one.kind == "of_a_purchase":
        return ("退款", "餐饮美食")[one.sort % 2], "退款-饭盒20个", "不计收支", "退款成功"
    elif one.kind == "other":
        pairs = ALIPAY_OTHERS
    else:
        states = {"unfinished": "等待付款", "failed": "交易失败", "closed": "交易关闭", "all_back": "已全额退款"}
        state = states.get(one.kind, state)
        if one.kind == "part_back":
            state = f"已退款(￥{_yuan(one.back)})"
    sort, goods = pairs[one.sort % len(pairs)]
    if one.said and pairs is ALIPAY_GIFTS:
        sort, goods = "转账红包", one.said
    return sort, goods, direction, state


_ALIPAY_2023 = [
    "交易时间",
    "交易分类",
    "交易对方",
    "对方账号",
    "商品说明",
    "收/支",
    "金额",
    "收/付款方式",
    "交易状态",
    "交易订单号",
    "商家订单号",
    "备注",
    "",
]
_ALIPAY_2021 = [
    "收/支",
    "交易对方",
    "对方账号",
    "商品说明",
    "收/付款方式",
    "金额",
    "交易状态",
    "交易分类",
    "交易订单号",
    "商家订单号",
    "交易时间",
    "",
]
_ALIPAY_WEB = [
    "交易号",
    "商家订单号",
    "交易创建时间",
    "付款时间",
    "最近修改时间",
    "交易来源地",
    "类型",
    "交易对方",
    "商品名称",
    "金额（元）",
    "收/支",
    "交易状态",
    "服务费（元）",
    "成功退款（元）",
    "备注",
    "资金状态",
    "",
]


def _alipay_row(one: Payment) -> dict[str, str]:
    sort, goods, direction, state = _alipay_words(one)
    return {
        "交易时间": one.moment.strftime("%Y-%m-%d %H:%M:%S"), "交易分类": sort, "交易对方": one.donor, "对方账号": "abc***@example.com",
        "商品说明": goods, "收/支": direction, "金额": _yuan(one.fen), "收/付款方式": "余额", "交易状态": state,
        "交易订单号": f"{one.number}\t", "商家订单号": "\t", "备注": "", "": "",
    }  # fmt: skip


def _alipay_sums(made: Sequence[Payment]) -> list[str]:
    neutral = frozenset({"neutral", "of_a_purchase"})
    return [
        f"共{len(made)}笔记录", f"收入：{_total(made, _INCOME)}", f"支出：{_total(made, frozenset({'spent'}))}",
        f"不计收支：{_total(made, neutral)}",
    ]  # fmt: skip


def alipay_2023(made: Sequence[Payment]) -> Rows:
    """The app's bill from March 2023: 24 rows above the headings, one of them blank."""
    line = "-" * 24
    head = [
        f"{line}{line}", "导出信息：", "姓名：山水间", "支付宝账户：abc@example.com",
        "起始时间：[2023-03-01 00:00:00]    终止时间：[2023-12-31 23:59:59]", "导出交易类型：[全部]",
        "导出时间：[2024-01-02 09:08:07]", *_alipay_sums(made), "", "特别提示：", *(f"{n}. 提示{n}，仅供参考。" for n in range(1, 11)),
        f"{line}支付宝电子客户回单{line}",
    ]  # fmt: skip
    assert len(head) == 24
    return [
        *([text] for text in head),
        _ALIPAY_2023,
        *([_alipay_row(one)[name] for name in _ALIPAY_2023] for one in made),
    ]


def alipay_2021(made: Sequence[Payment]) -> Rows:
    """The app's bill of 2021 to 2023: one row above the headings, 21 lines behind the rows; cells are padded."""
    foot = [
        "-" * 40, *_alipay_sums(made), "用户：山水间", "导出时间：[2022-01-02 09:08:07]", *(f"{n}. 说明{n}，供参考。" for n in range(1, 15)),
    ]  # fmt: skip
    assert len(foot) == 21
    table = [[f"{_alipay_row(one)[name]}    " for name in _ALIPAY_2021] for one in made]
    return [["----支付宝（山水间）交易明细----"], _ALIPAY_2021, *table, *([text] for text in foot)]


def _web_row(one: Payment) -> list[str]:
    sort, goods, direction, state = _alipay_words(one)
    sort = "即时到账交易" if sort == "转账红包" else "支付宝担保交易"
    moment = one.moment.strftime("%Y-%m-%d %H:%M:%S")
    fund = {"支出": "已支出", "不计收支": "资金转移"}.get(direction, "待收入" if one.kind == "unfinished" else "已收入")
    back = _yuan(one.back if one.kind in {"part_back", "all_back"} else 0)
    state = "交易成功" if one.kind in {"part_back", "all_back"} else state
    cells = [
        f"{one.number}\t", "\t", moment, moment, moment, "其他（包括阿里巴巴和外部商家）", sort, one.donor, goods, _yuan(one.fen),
        "" if direction == "不计收支" else direction, state, "0.00", back, "", fund, "",
    ]  # fmt: skip
    return [f"{cell}     " if cell else "     " for cell in cells[:-1]] + [""]


def alipay_web(made: Sequence[Payment]) -> Rows:
    """The bill of the web site: four rows above, the sums in lines below; every cell is padded."""
    count, sums = _total(made, _INCOME).split(" ")
    head = [
        "支付宝交易记录明细查询",
        "账号:[abc@example.com]",
        "起始日期:[2023-03-01 00:00:00]    终止日期:[2023-12-31 00:00:00]",
    ]
    foot = [
        ["-" * 60], [f"共{len(made)}笔记录"], [f"已收入:{count}", sums], ["待收入:0笔", "0.00元"], ["已支出:1笔", "1.00元"], ["待支出:0笔", "0.00元"],
        ["导出时间:[2024-01-02 09:08:07]    用户:山水间"],
    ]  # fmt: skip
    headings = [f"{heading}      " if heading else "" for heading in _ALIPAY_WEB]
    return [
        *([text] for text in head),
        ["-" * 20 + "交易记录明细列表" + "-" * 20],
        headings,
        *map(_web_row, made),
        *foot,
    ]


# --- a merchant's bill

_MERCHANT = [
    "交易时间",
    "公众账号ID",
    "商户号",
    "特约商户号",
    "设备号",
    "微信订单号",
    "商户订单号",
    "用户标识",
    "交易类型",
    "交易状态",
    "付款银行",
    "货币种类",
    "应结订单金额",
    "代金券金额",
    "微信退款单号",
    "商户退款单号",
    "退款金额",
    "充值券退款金额",
    "退款类型",
    "退款状态",
    "商品名称",
    "商户数据包",
    "手续费",
    "费率",
    "订单金额",
    "申请退款金额",
    "费率备注",
]


def _order(one: Payment, state: str, fen: int, back: int = 0) -> list[str]:
    refund = f"50{one.number[2:]}" if back else "0"
    cells = dict.fromkeys(_MERCHANT, "0") | {
        "交易时间": one.moment.strftime("%Y-%m-%d %H:%M:%S"), "微信订单号": one.number, "商户订单号": f"T{one.sort}", "用户标识": "oTEST",
        "交易类型": "NATIVE", "交易状态": state, "付款银行": "OTHERS", "货币种类": "CNY", "应结订单金额": _yuan(fen), "订单金额": _yuan(fen),
        "微信退款单号": refund, "退款金额": _yuan(back), "申请退款金额": _yuan(back), "退款状态": "SUCCESS" if back else "",
        "商品名称": one.said, "手续费": f"{one.fee / 100:.5f}", "费率": "0.60%", "费率备注": "",
    }  # fmt: skip
    return [f"`{cells[name]}" for name in _MERCHANT]


def wechat_merchant(made: Sequence[Payment]) -> Rows:
    """A merchant's bill: no row above, a backquote before each cell, refunds in rows of their own, the sums at its end."""
    table: Rows = []
    for one in made:
        if one.kind in {"gift", "part_back", "all_back"}:
            table.append(_order(one, "SUCCESS", one.fen))
            if one.back:
                table.append(_order(one, "REFUND", 0, one.back))
        elif one.kind == "closed":
            table.append(_order(one, "REVOKED", one.fen))
    place = _MERCHANT.index("应结订单金额")
    total = sum(int(row[place].strip("`").replace(".", "")) for row in table)
    headings = [
        "总交易单数",
        "应结订单总金额",
        "退款总金额",
        "充值券退款总金额",
        "手续费总金额",
        "订单总金额",
        "申请退款总金额",
    ]
    sums = [f"`{cell}" for cell in (str(len(table)), _yuan(total), "1.00", "0.00", "0.12000", _yuan(total), "1.00")]
    return [_MERCHANT, *table, headings, sums]


# --- all of them

Maker = Callable[[Sequence[Payment]], Rows]

LAYOUTS: dict[str, tuple[str, str, Maker]] = {
    "wechat_csv": ("wechat", "utf-8", wechat_csv),
    "wechat_xlsx_2025": ("wechat", "xlsx", wechat_xlsx_2025),
    "wechat_xlsx_2026": ("wechat", "xlsx", wechat_xlsx_2026),
    "alipay_2023": ("alipay", "gb18030", alipay_2023),
    "alipay_2021": ("alipay", "gb18030", alipay_2021),
    "alipay_web": ("alipay_web", "gb18030", alipay_web),
    "wechat_merchant": ("wechat_merchant", "utf-8", wechat_merchant),
}
"""Each layout: the key it is known by, the encoding it comes in, and what writes it."""

PERSONAL = tuple(name for name in LAYOUTS if name != "wechat_merchant")


def as_bytes(rows: Rows, encoding: str, *, end: str = "\n") -> bytes:
    """The rows as a CSV file."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator=end).writerows(rows)
    return stream.getvalue().encode(encoding)


def as_rows(data: bytes, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with their numbers."""
    yield from enumerate(csv.reader(io.StringIO(data.decode(encoding), newline="")), start=1)


def saved_again(rows: Rows, separator: str = "/") -> bytes:
    """What a spreadsheet program writes after it opened the file and a person pressed save: BOM, CRLF, all rows of one width.

    Days have lost their zeros and seconds, order numbers their TAB, amounts the zeros behind the point.
    """
    width = max(map(len, rows))
    return as_bytes(
        [[_again(cell, separator) for cell in row] + [""] * (width - len(row)) for row in rows], "utf-8-sig", end="\r\n"
    )


def _again(cell: str, separator: str) -> str:
    text = cell.strip(" \t")
    try:
        moment = datetime.strptime(text.strip("`"), "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        pass
    else:
        return separator.join(map(str, (moment.year, moment.month, moment.day))) + f" {moment.hour}:{moment.minute:02d}"
    whole, point, behind = text.partition(".")
    if point and whole.isdigit() and behind.isdigit():
        return f"{whole}.{behind}".rstrip("0").rstrip(".")
    return text
