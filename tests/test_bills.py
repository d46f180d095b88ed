"""Bills of WeChat Pay and Alipay: every layout gives exactly what is true of it, whatever was done to the file."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import bills
import pytest
from bills import GIVEN, LAYOUTS, PERSONAL, Gift, Payment, Rows, as_bytes, as_rows, payments, saved_again, truth
from harness.tables import each_record

from donations.domain.entry import Flow, Role
from donations.importers.bills import merchant, sums
from donations.importers.bills import payments as bill_payments
from donations.importers.bills.bill import bill_at, read_bill
from donations.importers.bills.row import NO_AMOUNT, NO_DAY, NO_NUMBER
from donations.importers.stream import Stream
from donations.importers.table import Record, Settings, Table
from donations.importers.words import accounts, cells

TODAY = date(2026, 4, 1)
SETTINGS = Settings(today=TODAY)
ROOT = Path(__file__).parent.parent


def read(rows: Iterable[tuple[int, list[str]]]) -> tuple[Table, list[Record]]:
    """The one bill of these rows, found the way a dispatcher does: row after row, at most sixty."""
    source = iter(rows)
    above: list[tuple[int, list[str]]] = []
    for row in source:
        found = bill_at(row, above)
        if found is not None:
            table = read_bill(found, Stream(source, is_lines=True), SETTINGS, None)
            return table, list(each_record(table))
        above.append(row)
        assert len(above) < 60
    raise AssertionError("no bill")


def read_rows(rows: Rows) -> tuple[Table, list[Record]]:
    return read(enumerate(rows, start=1))


def gift_of(record: Record) -> Gift:
    [draft] = record.drafts
    [line] = draft.lines
    assert (draft.type, line.flow, line.quantity.item, line.quantity.unit) == ("receipt", Flow.RECEIVED, "CNY", "元")
    assert line.quantity.is_money
    assert line.quantity.number is not None
    assert record.identity is not None
    assert record.sums == {"CNY": line.quantity.number}
    [donor] = draft.parties[Role.DONOR]
    return Gift(record.identity, draft.date.isoformat(), donor, line.quantity.number, draft.note, record.refunded)


def gifts(records: Sequence[Record]) -> list[Gift]:
    return [gift_of(record) for record in records if record.drafts and record.drafts[0].type == "receipt"]


def is_one_thing(record: Record) -> bool:
    return [bool(record.drafts), record.ignored is not None, bool(record.slips)].count(True) == 1


@pytest.fixture(params=range(3))
def made(request: pytest.FixtureRequest) -> list[Payment]:
    return payments(random.Random(request.param), 200)


def true_of(name: str, made: Sequence[Payment]) -> list[Gift]:
    key = LAYOUTS[name][0]
    if key == "wechat_merchant":  # refunds are rows of their own there; only what was revoked is given back as a whole
        told = truth(made, "wechat", named=False)
        revoked = {f"wechat:{one.number}" for one in made if one.kind == "closed"}
        return [
            one if one.identity in revoked else Gift(one.identity, one.day, one.donor, one.yuan, one.note, None)
            for one in told
        ]
    return truth(made, key.removesuffix("_web"))


# --- every layout


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_the_truth(name: str, made: list[Payment]) -> None:
    """The same gifts, to the fen, out of every layout; every row is a record that is one thing."""
    key, _, make = LAYOUTS[name]
    rows = make(made)
    table, records = read_rows(rows)
    assert (table.layout, table.sort) == (key, "bill")
    assert gifts(records) == true_of(name, made)
    assert [record.slips for record in records if record.slips] == []
    assert all(map(is_one_thing, records))
    if name in PERSONAL:
        assert len(records) == len(made)
    else:
        assert len(records) == len(rows) - 1


REASONS = {
    "spent": bill_payments.SPENT, "neutral": accounts.NEUTRAL, "of_a_purchase": bill_payments.OF_A_PURCHASE,
    "other": accounts.OTHER_INCOME, "unfinished": bill_payments.UNFINISHED, "failed": bill_payments.FAILED,
}  # fmt: skip


@pytest.mark.parametrize("name", PERSONAL)
def test_what_is_no_gift_is_listed_with_its_reason(name: str, made: list[Payment]) -> None:
    """Nothing is left out in silence: each row that is no gift says why."""
    reasons = dict(REASONS)
    if name.startswith("alipay"):
        reasons["of_a_purchase"] = accounts.NEUTRAL  # Alipay counts them as neither income nor spending
    _, records = read_rows(LAYOUTS[name][2](made))
    expected = [None if one.kind in GIVEN else reasons[one.kind] for one in made]
    said = [bill_payments.SPENT if record.ignored == bill_payments.WENT_BACK else record.ignored for record in records]
    assert said == expected


def test_a_refund_by_a_merchant_is_a_return_with_a_number_of_its_own(made: list[Payment]) -> None:
    """What it is of may stand in the bill of another day, so it can't be told there."""
    _, records = read_rows(bills.wechat_merchant(made))
    returns = [record for record in records if record.drafts and record.drafts[0].type == "return"]
    backs = [
        (f"wechat:50{one.number[2:]}", Fraction(one.back, 100)) for one in made if one.kind in {"part_back", "all_back"}
    ]
    assert [(record.identity, record.drafts[0].lines[0].quantity.number) for record in returns] == backs
    assert {record.drafts[0].lines[0].flow for record in returns} == {Flow.REFUNDED}
    assert [record.sums for record in returns if record.sums] == []


def test_downloads_of_one_account_overlap(made: list[Payment]) -> None:
    """CSV, workbook and merchant's bill of WeChat give one identity to one payment; so do Alipay's app and web site."""
    by_provider: dict[str, list[set[str]]] = {"wechat": [], "alipay": []}
    for key, _, make in LAYOUTS.values():
        _, records = read_rows(make(made))
        by_provider[key.split("_")[0]].append({gift.identity for gift in gifts(records)})
    for found in by_provider.values():
        assert all(one == found[0] for one in found)
        assert len(found[0]) > 100


@pytest.mark.parametrize("name", [name for name, (_, encoding, _) in LAYOUTS.items() if encoding != "xlsx"])
def test_a_file_in_its_own_encoding(name: str, made: list[Payment]) -> None:
    """Written and read as bytes, TABs, commas and quotes in it."""
    _, encoding, make = LAYOUTS[name]
    _, records = read(as_rows(as_bytes(make(made), encoding), encoding))
    assert gifts(records) == true_of(name, made)


@pytest.mark.parametrize("separator", ["/", "-", "."])
@pytest.mark.parametrize("name", LAYOUTS)
def test_saved_again_by_a_spreadsheet_program(name: str, separator: str, made: list[Payment]) -> None:
    """Other dates, no TABs, BOM and CRLF, padded rows, shorter amounts: the same gifts with the same identities."""
    data = saved_again(LAYOUTS[name][2](made), separator)
    _, records = read(as_rows(data, "utf-8"))  # the BOM left in, as a reader may leave it
    assert gifts(records) == true_of(name, made)
    assert [record.slips for record in records if record.slips] == []


# --- headings


def heading_row(rows: Rows) -> int:
    return next(place for place, row in enumerate(rows) if bill_at((1, row), []))


@pytest.mark.parametrize("name", LAYOUTS)
def test_columns_in_any_order_with_others_beside_them(name: str, made: list[Payment]) -> None:
    """A column is known by its heading: neither its place nor what stands beside it counts."""
    rows = LAYOUTS[name][2](made)
    head = heading_row(rows)
    width = len(rows[head])
    chance = random.Random(name)
    places = [*range(width), width]
    if name != "wechat_merchant":  # its sums at the end are known by their first cell
        chance.shuffle(places)
    changed = [
        [[*row, "账本" if place == head else "日常"][column] for column in places] if len(row) == width else row
        for place, row in enumerate(rows)
    ]
    _, records = read_rows(changed)
    assert gifts(records) == true_of(name, made)


@pytest.mark.parametrize("dress", ["{} ", "\ufeff{}", "`{}", '"{}"', " {}\t", "\u3000{}\u00a0"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_headings_are_known_in_any_dress(name: str, dress: str) -> None:
    """Padded, quoted, with a backquote or a BOM; brackets and strokes of full width too."""
    made = payments(random.Random(1), 30)
    rows = LAYOUTS[name][2](made)
    head = heading_row(rows)
    rows[head] = [dress.format(cell.replace("(", "（").replace(")", "）").replace("/", "／")) for cell in rows[head]]
    _, records = read_rows(rows)
    assert gifts(records) == true_of(name, made)


@pytest.mark.parametrize("more", [0, 1, 5, 30])
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_row_of_the_headings_does_not_count(name: str, more: int) -> None:
    """It moved twice: rows more above them, blank ones too, change nothing; rows are numbered as they stand."""
    made = payments(random.Random(2), 30)
    rows = [["说明"] if place % 2 else [] for place in range(more)] + LAYOUTS[name][2](made)
    table, records = read_rows(rows)
    assert table.heading_row == heading_row(rows) + 1
    assert gifts(records) == true_of(name, made)
    assert records[0].row == table.heading_row + 1


def test_columns_are_told_as_they_stand() -> None:
    """HEADING → field, and - for what is passed over; the empty last column has no heading to tell."""
    table, _ = read_rows(bills.alipay_2023(payments(random.Random(3), 20)))
    assert table.columns == {
        "交易时间": "date", "交易分类": "type", "交易对方": "donor", "对方账号": "-", "商品说明": "note", "收/支": "direction",
        "金额": "money", "收/付款方式": "-", "交易状态": "status", "交易订单号": "number", "商家订单号": "-", "备注": "note",
    }  # fmt: skip
    assert (
        table.headings
        == "交易时间|交易分类|交易对方|对方账号|商品说明|收/支|金额|收/付款方式|交易状态|交易订单号|商家订单号|备注"
    )


@pytest.mark.parametrize(
    "headings",
    [
        "序号,捐赠日期,捐赠(单位/姓名）,捐赠金额（元）,备注", "捐赠者,金额,时间,收入类型,备注", "支出事项,金额,时间,备注", "姓名,金额(元）,时间",
        "交易时间,交易对方,金额,收/支", "交易日期,摘要,对方户名,收入,支出,余额,备注", "",
    ],
)  # fmt: skip
def test_other_tables_are_no_bills(headings: str) -> None:
    """A list of gifts, of spending, of a bank, and a sheet with nothing in it are left to others."""
    assert bill_at((2, headings.split(",")), [(1, ["公示"])]) is None


def test_two_bills_in_one_sheet() -> None:
    """Pasted below each other, each with its head, headings in another order: rows and sums of both are right."""
    one, other = payments(random.Random(4), 40), payments(random.Random(5), 40)
    below = [row[::-1] if len(row) == 11 else row for row in bills.wechat_csv(other)]
    table, records = read_rows(bills.wechat_csv(one) + below)
    assert gifts(records) == truth(one, "wechat") + truth(other, "wechat")
    assert [record.slips for record in records if record.slips] == []
    assert table.stated_total is None  # other income is in what it states


# --- one row


WECHAT = [
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
ALIPAY = [
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
NUMBER = "4200001234202303011234567890"


def wechat(**cells: str) -> Record:
    """The record of one row of WeChat; cells by their headings over those of a gift."""
    usual = {
        "交易时间": "2023-03-01 08:00:00", "交易类型": "二维码收款", "交易对方": "李华", "商品": "收款方备注:二维码收款", "收支": "收入",
        "金额": "¥28.16", "当前状态": "已存入零钱", "交易单号": NUMBER,
    } | cells  # fmt: skip
    row = [usual.get(heading.replace("/", "").removesuffix("(元)"), "/") for heading in WECHAT]
    [record] = read_rows([WECHAT, row])[1]
    return record


def alipay(**cells: str) -> Record:
    """The record of one row of Alipay; cells by their headings over those of a gift."""
    usual = {
        "交易时间": "2023-03-01 08:00:00", "交易分类": "转账红包", "交易对方": "李华", "商品说明": "转账", "收支": "收入", "金额": "28.16",
        "交易状态": "交易成功", "交易订单号": NUMBER,
    } | cells  # fmt: skip
    [record] = read_rows([ALIPAY, [usual.get(heading.replace("/", ""), "") for heading in ALIPAY]])[1]
    return record


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("28.16", "28.16"), ("¥28.16", "28.16"), ("￥28.16", "28.16"), ("¥1,234.50", "1234.5"), ("1，234", "1234"), ("5元", "5"),
        (' "28.16"\t', "28.16"), ("`28.1", "28.1"), ("２８．１６", "28.16"), ("+28.16", "28.16"), ("28.1600", "28.16"), ("1234567.89", "1234567.89"),
    ],
)  # fmt: skip
def test_an_amount_in_any_dress(cell: str, yuan: str) -> None:
    assert gift_of(wechat(金额=cell)).yuan == Fraction(yuan)


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        *(("金额(元)", cell, NO_AMOUNT) for cell in ("", "/", "#N/A", "28.165", "-28.16", "12.34.56", "1,23.4", "约28", "2.8E+5", "=A1", "28万")),
        *(("交易时间", cell, NO_DAY) for cell in ("", "####", "59:00.0", "9/6/2020 16:59", "20-9-6", "2023-13-01", "43861", "2023-02-30 08:00", "3月1日")),
        *(("交易单号", cell, NO_NUMBER) for cell in ("1.00005E+27", "4.20000123420230E+27", "1E+27", "4200001234202300000000000000", "#N/A", "单号")),
        ("收/支", "进账", accounts.NO_DIRECTION),
        ("当前状态", "莫名其妙", bill_payments.NO_STATE),
        ("当前状态", "/", bill_payments.NO_STATE),
        ("当前状态", "已退款(￥28.17)", bill_payments.TOO_MUCH_BACK),
        ("当前状态", "已退款(￥1,5.00)", bill_payments.NO_STATE),
        ("交易对方", "长" * 101, cells.A_NAME),
        ("商品", "长" * 1001, cells.SHORT_NOTE),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_names_its_cell(heading: str, cell: str, expected: str) -> None:
    """A shortened transaction number, an amount or a day that is none: the row is refused, never taken wrong."""
    record = wechat(**{heading.replace("/", "").removesuffix("(元)"): cell})
    assert not record.drafts
    assert (heading, expected, cell[:60]) in record.slips


def test_all_that_is_wrong_in_a_row_is_told_at_once() -> None:
    record = wechat(交易时间="#", 金额="#", 交易单号="1.00005E+27")
    assert {slip.column for slip in record.slips} == {"交易时间", "金额(元)", "交易单号"}
    assert is_one_thing(record)


@pytest.mark.parametrize(
    "cell",
    [
        "2020-09-06 16:59:00",
        "2020/9/6 16:59",
        "2020.9.6 16:59",
        "2020-9-6",
        "2020年9月6日 16:59",
        "2020-09-06T16:59:00",
        " 2020-09-06\t16:59:00 ",
    ],
)
def test_a_day_in_any_dress(cell: str) -> None:
    assert gift_of(wechat(交易时间=cell)).day == "2020-09-06"


@pytest.mark.parametrize(
    "cell", [NUMBER, f"{NUMBER}\t", f"`{NUMBER}", f'"{NUMBER}"', f" {NUMBER} ", f"'{NUMBER}", f'="{NUMBER}"']
)
def test_a_number_in_any_dress(cell: str) -> None:
    """It is the same number whatever a program left around it; so it is the same identity."""
    assert gift_of(wechat(交易单号=cell)).identity == f"wechat:{NUMBER}"


def test_without_a_number_a_row_is_known_by_its_content() -> None:
    assert wechat(交易单号="/").identity is None
    assert wechat(交易单号="/").drafts


@pytest.mark.parametrize("donor", ["/", "", " / ", "***", "-"])
def test_a_giver_without_a_name(donor: str) -> None:
    """Nobody's name is that of an unnamed giver, as in what is published."""
    gift = gift_of(wechat(交易对方=donor))
    assert (gift.donor, gift.note) == ("爱心人士", None)


def test_a_name_of_signs_only_is_kept_as_a_note() -> None:
    gift = gift_of(wechat(交易对方="🌸🌸"))
    assert (gift.donor, gift.note) == ("爱心人士", "🌸🌸")


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("/", None), ("", None), ("转账备注:微信转账", None), ("转账备注:给孩子们买书", "给孩子们买书"), ("收款方备注:二维码收款", None),
        ("收款方备注:二维码收款付款方留言:加油", "加油"), ("收款方备注:春游付款方留言:小明家", "春游；小明家"), ("恭喜发财，大吉大利", None),
        ("备注: 请用于助学", "请用于助学"), ("书 10 本", "书 10 本"), ("付款方留言:", None),
        ("服务费¥0.10", None), ("已优惠¥1.00", None), ("收到普通红包", None), ("收钱码经营版收款", None), ("服务费由我出", "服务费由我出"),
    ],
)  # fmt: skip
def test_what_the_giver_said_is_the_note(cell: str, note: str | None) -> None:
    """What the programs write themselves is none."""
    assert gift_of(wechat(商品=cell)).note == note


def test_a_remark_beside_it_is_in_the_note_too() -> None:
    assert gift_of(wechat(商品="转账备注:助学", 备注="三月")).note == "助学；三月"
    assert gift_of(wechat(商品="转账备注:助学", 备注="助学")).note == "助学"


@pytest.mark.parametrize("sort", [*bills.WECHAT_GIFTS, "微信红包-单发", "微信红包-群红包", "面对面收款"])
def test_income_that_gifts_come_by(sort: str) -> None:
    assert wechat(交易类型=sort).drafts


@pytest.mark.parametrize(
    ("direction", "sort", "reason"),
    [
        *(("收入", sort, accounts.OTHER_INCOME) for sort in bills.WECHAT_OTHERS),
        *(
            ("收入", sort, bill_payments.OF_A_PURCHASE)
            for sort in ("微信红包-退款", "转账-退款", "某店-退款", "退款", "转账过期退回", "微信红包-退还")
        ),
        *(("/", sort, accounts.NEUTRAL) for sort in bills.WECHAT_NEUTRAL),
        *(("中性交易", sort, accounts.NEUTRAL) for sort in bills.WECHAT_NEUTRAL),
        *(("支出", sort, bill_payments.SPENT) for sort in bills.WECHAT_SPENT),
    ],
)
def test_what_is_no_gift_by_wechat(direction: str, sort: str, reason: str) -> None:
    record = wechat(收支=direction, 交易类型=sort)
    assert (record.ignored, record.drafts, record.sums) == (reason, (), {})


@pytest.mark.parametrize(
    ("sort", "goods", "is_gift"),
    [
        ("转账红包", "转账", True), ("转账红包", "捐出第一个月工资", True), ("转账红包", "", True), ("收入", "收款", True), ("收入", "爱心捐款", True),
        ("商业服务", "收钱码收款", True), ("其他", "亲友代付", True), ("", "转账", True), ("收入", "键盘", False), ("收入", "旧书货款收款", False),
        ("投资理财", "余额宝-2023.03.01-收益发放", False), ("转账红包", "余额宝-收益发放", False), ("保险", "理赔收款", False), ("商业服务", "咨询", False),
        ("餐饮美食", "退款-饭盒", False), ("转账红包", "红包退回", False), ("转账红包", "转账-退回", False), ("转账红包", "退回-普通红包", False), ("转账红包", "现金红包超时退回", False),
        ("转账红包", "退回的钱再捐", True), ("转账红包", "押金不用退回", True), ("转账红包", "转账（不用退回）", True),
        ("转账红包", "抖音提现", False), ("转账红包", "某骑行账户余额提现", False), ("转账红包", "提现给你们捐了", True), ("转账红包", "提现的钱都给孩子", True),
    ],
)  # fmt: skip
def test_what_is_a_gift_by_alipay(sort: str, goods: str, is_gift: bool) -> None:
    """收入 is what Alipay calls all it knows nothing of: there the words must speak of giving."""
    record = alipay(交易分类=sort, 商品说明=goods)
    assert bool(record.drafts) == is_gift
    assert (record.ignored is None) == is_gift


@pytest.mark.parametrize(
    ("state", "refunded"),
    [
        ("已存入零钱", None), ("已收钱", None), ("支付成功", None), ("交易成功", None), ("已存入零钱通", None), ("已到账", None), ("已转入零钱", None), ("已转入零钱通", None), ("已全额退款", "28.16"),
        ("对方已退还", "28.16"), ("已退还", "28.16"), ("已退款(￥5.00)", "5"), ("已退还(￥5.00)", "5"), ("已退款（¥5.00）", "5"), ("已退款", "28.16"),
        ("交易关闭", "28.16"), ("已关闭", "28.16"), ("已退款(￥28.16)", "28.16"), ("已退款(￥0.00)", None),
    ],
)  # fmt: skip
def test_what_was_given_back(state: str, refunded: str | None) -> None:
    """The record is of the whole gift, and says how much came back: who booked it before takes it back."""
    record = wechat(当前状态=state)
    assert gift_of(record).yuan == Fraction("28.16")
    assert record.refunded == (None if refunded is None else Fraction(refunded))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("支付失败", bill_payments.FAILED), ("已过期", bill_payments.FAILED), ("等待付款", bill_payments.UNFINISHED), ("待收款", bill_payments.UNFINISHED),
        ("未到账", bill_payments.UNFINISHED),
    ],
)  # fmt: skip
def test_what_was_never_paid_is_no_gift(state: str, reason: str) -> None:
    assert wechat(当前状态=state).ignored == reason


@pytest.mark.parametrize("direction", ["支出", "不计收支"])
def test_a_closed_trade_that_brought_nothing_in_did_not_go_through(direction: str) -> None:
    assert alipay(收支=direction, 交易状态="交易关闭").ignored == bill_payments.FAILED


def test_nothing_is_no_gift() -> None:
    assert wechat(金额="0.00").ignored == bill_payments.NOTHING


def test_what_is_no_gift_need_not_be_readable() -> None:
    """A row that is passed over is not refused for its amount, its day or its number."""
    assert wechat(收支="支出", 金额="#", 交易单号="1E+27").ignored == bill_payments.SPENT


@pytest.mark.parametrize(
    "state", ["部分退款", "已部分退款", "退款关闭", "退款失败", "退款已取消", "退款被驳回", "申请退款"]
)
def test_a_refund_of_which_nobody_knows_how_much_it_was_is_asked_for(state: str) -> None:
    """A part is not all of it, and what was only asked for went back to nobody."""
    record = wechat(当前状态=state)
    assert not record.drafts
    assert [slip.column for slip in record.slips] == ["当前状态"]


def test_a_part_with_its_amount_went_back() -> None:
    assert wechat(当前状态="已部分退款(￥5.00)").refunded == 5


WEB = ["交易号", "交易创建时间", "付款时间", "类型", "交易对方", "商品名称", "金额（元）", "收/支", "交易状态", "成功退款（元）", "资金状态"]  # fmt: skip


def web(goods: str, state: str = "交易成功", fund: str = "已收入", back: str = "0.00") -> Record:
    """The record of one row of Alipay's web bill, paid at once."""
    day = "2023-03-01 08:00:00"
    row = [NUMBER, day, day, "即时到账交易", "李华", goods, "28.16", "收入", state, back, fund]
    [record] = read_rows([WEB, row])[1]
    return record


@pytest.mark.parametrize(
    ("goods", "is_gift"),
    [("转账", True), ("给孩子们买书", True), ("捐出第一个月工资", True), ("工资-3月", False), ("差旅报销", False), ("退税", False)],
)  # fmt: skip
def test_what_is_paid_at_once_is_no_gift_where_its_words_say_it_was_earned(goods: str, is_gift: bool) -> None:
    record = web(goods)
    assert (bool(record.drafts), record.ignored) == ((True, None) if is_gift else (False, accounts.OTHER_INCOME))


@pytest.mark.parametrize("name", PERSONAL)
def test_income_that_has_not_come_is_none_whatever_it_was_for(name: str) -> None:
    """The stated income doesn't count it: what was sold and isn't received (待收入) is not paid yet."""
    key = LAYOUTS[name][0]
    record = wechat(交易类型="商户消费", 当前状态="待收款") if key == "wechat" else alipay(商品说明="旧书", 交易分类="收入", 交易状态="等待确认收货")  # fmt: skip
    assert record.ignored == bill_payments.UNFINISHED
    assert web("旧书货款", "等待确认收货", "待收入").ignored == bill_payments.UNFINISHED


@pytest.mark.parametrize("mark", ["_", "*"])
def test_a_refund_bears_the_number_of_its_payment(mark: str) -> None:
    """With either sign behind it, it is one refund."""
    record = alipay(收支="不计收支", 商品说明="退款-收钱码收款", 交易状态="退款成功", 交易订单号=f"{NUMBER}{mark}R1")
    assert (record.identity, record.gives_back) == (f"alipay:{NUMBER}_R1", f"alipay:{NUMBER}")


@pytest.mark.parametrize(
    "headings",
    [
        "账务流水号,业务流水号,业务类型,发生时间,收入金额（+元）,支出金额（-元）,对方账号",
        "支付宝交易号,商户订单号,业务类型,创建时间,商家实收（元）,退款批次号/请求号,对方账户",
        "微信支付业务单号,资金流水单号,业务类型,记账时间,收支金额(元),收支类型,业务名称",
    ],
)
def test_income_below_zero_is_refused(headings: str) -> None:
    """Whatever took it back: it is no gift of so much."""
    cells = {"业务类型": "交易", "收支类型": "收入", "支出金额（-元）": "0.00", "业务名称": "交易", "账务流水号": "1", "业务流水号": NUMBER, "支付宝交易号": NUMBER, "微信支付业务单号": NUMBER}  # fmt: skip
    for sign, is_taken in (("", True), ("-", False)):
        row = [
            f"{sign}5.00" if heading in ("收入金额（+元）", "商家实收（元）", "收支金额(元)") else "2023-03-01 08:00:00" if "时间" in heading else cells.get(heading, "")
            for heading in headings.split(",")
        ]  # fmt: skip
        [record] = read_rows([headings.split(","), row])[1]
        assert (bool(record.drafts), bool(record.slips)) == (is_taken, not is_taken)


@pytest.mark.parametrize("heading", ["业务流水号", "支付宝交易号"])
def test_an_account_at_alipay_names_the_payment(heading: str) -> None:
    """By the number that the bills of trades name it by, and not by that of its own entry."""
    headings = ["账务流水号", heading, "业务类型", "发生时间", "收入金额（+元）", "支出金额（-元）", "对方账号"]
    row = ["2023030100001", NUMBER, "交易", "2023-03-01 08:00:00", "5.00", "0.00", "张三"]
    [record] = read_rows([headings, row])[1]
    assert record.identity == f"alipay:{NUMBER}"


def test_an_account_at_alipay_may_have_only_the_numbers_of_trades() -> None:
    headings = [
        "交易号",
        "交易创建时间",
        "业务类型",
        "对方账户",
        "商品名称",
        "收入（+元）",
        "支出（-元）",
        "账户余额（元）",
        "备注",
    ]
    row = [NUMBER, "2023-03-01 08:00:00", "交易", "张三", "捐款", "5.00", "0.00", "5.00", "给孩子"]
    [record] = read_rows([headings, row])[1]
    gift = gift_of(record)
    assert (gift.yuan, gift.donor, record.identity) == (Fraction(5), "张三", f"alipay:{NUMBER}")


def test_a_refund_in_an_account_at_alipay_is_known_by_what_it_is_of() -> None:
    """Books have these names: under others they would have each refund once more."""
    headings = ["账务流水号", "业务流水号", "业务类型", "发生时间", "收入金额（+元）", "支出金额（-元）", "对方账号"]
    rows = [[f"202303010000{n}", NUMBER, "交易退款", "2023-03-01 08:00:00", "0.00", "-5.00", "张三"] for n in "12"]
    records = read_rows([headings, *rows])[1]
    assert [record.identity for record in records] == [f"alipay:{NUMBER}_2023-03-01_5_{n}" for n in "12"]
    assert {record.gives_back for record in records} == {f"alipay:{NUMBER}"}


# --- the sums a bill states


PLAIN = ("gift", "spent", "neutral")


def plain(count: int = 20) -> list[Payment]:
    """Payments without other income, and with nothing given back."""
    return [one for one in payments(random.Random(6), 200) if one.kind in PLAIN][:count]


@pytest.mark.parametrize("name", PERSONAL)
def test_the_stated_income_is_a_check_where_it_is_that_of_gifts(name: str) -> None:
    made = plain()
    rows = LAYOUTS[name][2](made)
    table, records = read_rows(rows)
    total = sum(record.sums.get("CNY", Fraction(0)) for record in records)
    assert total > 0
    assert table.stated_total == total
    assert table.stated_at is not None
    assert "收入" in rows[table.stated_at - 1][0]


@pytest.mark.parametrize("name", PERSONAL)
def test_with_other_income_in_it_the_stated_sum_is_none_of_gifts(name: str) -> None:
    """It is held against all income all the same; as a total of gifts it would be misread."""
    table, records = read_rows(LAYOUTS[name][2](payments(random.Random(7), 60)))
    assert (table.stated_total, table.stated_at) == (None, None)
    assert not [record for record in records if record.slips]


@pytest.mark.parametrize("name", PERSONAL)
def test_a_row_that_was_taken_out_is_missed(name: str) -> None:
    """Both the count and the income contradict what the bill says of itself."""
    made = plain()
    rows = LAYOUTS[name][2](made)
    gone = next(place for place, one in enumerate(made) if one.kind == "gift")
    del rows[heading_row(rows) + 1 + gone]
    table, records = read_rows(rows)
    slips = [slip for record in records for slip in record.slips]
    assert [slip.expected for slip in slips] == [sums.NOT_ALL_ROWS, sums.NOT_THE_SUM]
    assert slips[0].got == f"{len(made) - 1} ≠ {len(made)}"
    assert table.stated_total is None
    assert [record.row for record in records if record.slips] == [
        next(place for place, row in enumerate(rows, 1) if row and mark in row[0])
        for mark in ("共", "收入:" if "web" in name else "收入：")
    ]


@pytest.mark.parametrize("name", PERSONAL)
@pytest.mark.parametrize("way", ["paid", "less what was given back whole", "kept"])
def test_income_may_be_stated_without_what_was_given_back(name: str, way: str) -> None:
    """How it is counted is documented nowhere: no way is called wrong, but a sum that none gives."""
    made = [one for one in payments(random.Random(8), 200) if one.kind not in {"other", "of_a_purchase"}]
    stated = bills._total(made, bills._INCOME)
    less = sum(one.back for one in made if way == "kept" or (way != "paid" and one.back == one.fen))
    total = bills._yuan(sum(one.fen for one in made if one.kind in GIVEN) - less)
    rows = [[cell.replace(stated.split(" ")[1], f"{total}元") for cell in row] for row in LAYOUTS[name][2](made)]
    table, records = read_rows(rows)
    assert not [record for record in records if record.slips]
    assert table.stated_total is None
    wrong = [[cell.replace(f"{total}元", f"9{total}元") for cell in row] for row in rows]
    assert [slip.expected for record in read_rows(wrong)[1] for slip in record.slips] == [sums.NOT_THE_SUM]


def test_a_merchants_sums_are_held_against_its_rows() -> None:
    made = payments(random.Random(9), 40)
    rows = bills.wechat_merchant(made)
    _, records = read_rows(rows)
    assert [record.ignored for record in records[-2:]] == [merchant.OWN_SUMS] * 2
    del rows[next(place for place, row in enumerate(rows) if "`SUCCESS" in row)]
    _, records = read_rows(rows)
    [record] = [record for record in records if record.slips]
    assert record.row == len(rows)
    assert [slip.column for slip in record.slips] == ["总交易单数", "应结订单总金额"]
    assert record.slips[0].got == f"{len(rows) - 3} ≠ {len(rows) - 2}"


# --- a merchant's rows


def order(**cells: str) -> Record:
    """The record of one row of a merchant's bill; cells by their headings over those of a payment."""
    [one] = [one for one in payments(random.Random(10), 200) if one.kind == "gift"][:1]
    rows = bills.wechat_merchant([one])[:2]
    rows[1] = [f"`{cells[heading]}" if heading in cells else cell for heading, cell in zip(*rows, strict=True)]
    [record] = read_rows(rows)[1]
    return record


def test_a_merchants_payment_is_the_gross_amount() -> None:
    record = order(应结订单金额="100.00", 手续费="0.60000")
    gift = gift_of(record)
    assert (gift.yuan, gift.donor) == (Fraction(100), "爱心人士")


@pytest.mark.parametrize(
    ("cells", "ignored", "slip"),
    [
        *(
            ({"交易状态": state}, bill_payments.FAILED, None)
            for state in ("NOTPAY", "CLOSED", "PAYERROR", "USERPAYING")
        ),
        ({"应结订单金额": "0.00"}, bill_payments.NOTHING, None),
        ({"交易状态": "HALF"}, None, bill_payments.NO_STATE),
        ({"货币种类": "HKD"}, None, merchant.NO_CURRENCY),
        ({"微信订单号": "4.2E+27"}, None, NO_NUMBER),
        ({"应结订单金额": "#N/A"}, None, NO_AMOUNT),
        ({"交易状态": "REFUND", "退款金额": "5.00", "微信退款单号": "5.0E+27"}, None, NO_NUMBER),
        ({"交易状态": "REFUND", "退款金额": "", "微信退款单号": NUMBER}, None, NO_AMOUNT),
        ({"交易状态": "REFUND", "退款状态": "CHANGE"}, bill_payments.FAILED, None),
    ],
)
def test_a_merchants_row_that_is_none(cells: dict[str, str], ignored: str | None, slip: str | None) -> None:
    record = order(**cells)
    assert record.ignored == ignored
    assert [one.expected for one in record.slips] == ([slip] if slip else [])


def test_an_older_merchants_bill_has_other_headings() -> None:
    made = payments(random.Random(11), 30)
    rows = bills.wechat_merchant(made)
    old = {"应结订单金额": "总金额", "微信订单号": "微信支付订单号", "订单金额": "原价"}
    rows[0] = [old.get(heading, heading) for heading in rows[0]]
    assert gifts(read_rows(rows)[1]) == true_of("wechat_merchant", made)


# --- whatever comes


def broken(chance: random.Random, rows: Rows) -> Rows:
    """Rows with cells lost, doubled, cut, swapped and replaced by rubbish, behind the headings."""
    head = heading_row(rows)
    rubbish: list[Callable[[str], str]] = [
        lambda _: "", lambda cell: cell[:3], lambda cell: cell * 2, lambda _: "\x00", lambda _: "#REF!", lambda _: "9" * 400, lambda _: "收入",
        lambda _: "\udcff", lambda cell: cell[::-1], lambda _: "0", lambda _: "-1", lambda _: "≠", lambda _: "1E+999",
    ]  # fmt: skip
    for row in rows[head + 1 :]:
        for place in range(len(row)):
            if chance.random() < 0.1:
                row[place] = chance.choice(rubbish)(row[place])
        if chance.random() < 0.05:
            del row[chance.randrange(len(row)) :]
    return rows


@pytest.mark.parametrize("name", LAYOUTS)
def test_rubbish_in_cells_is_refused_or_passed_over_and_never_more(name: str) -> None:
    """No row is read as two things, and none as a gift that isn't there."""
    seen: Counter[str] = Counter()
    for seed in range(30):
        chance = random.Random(f"{name}{seed}")
        made = payments(chance, 30)
        _, records = read_rows(broken(chance, LAYOUTS[name][2](made)))
        assert all(map(is_one_thing, records))
        rows = [record.row for record in records if record.drafts]
        assert len(rows) == len(set(rows))
        seen.update("draft" if record.drafts else "slip" if record.slips else "ignored" for record in records)
    assert min(seen[kind] for kind in ("draft", "slip", "ignored")) > 20


# --- what is shipped to try


@pytest.mark.parametrize(
    ("file", "encoding", "layout", "total", "back"),
    [
        ("wechat_bill.csv", "utf-8", "wechat", "4428.02", "600"),
        ("alipay_bill.csv", "gb18030", "alipay", "4830.7", "280"),
    ],
)
def test_the_sample_bills_are_what_they_say(file: str, encoding: str, layout: str, total: str, back: str) -> None:
    table, records = read(as_rows((ROOT / "sample_data" / file).read_bytes(), encoding))
    assert (table.layout, len(records)) == (layout, 20)
    assert [record.slips for record in records if record.slips] == []
    found = gifts(records)
    assert len(found) == 15
    assert sum(gift.yuan for gift in found) == Fraction(total)
    assert sum(gift.refunded or 0 for gift in found) == Fraction(back)
