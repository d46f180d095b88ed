"""Lists of orders and of platforms, whose own columns say what was paid, what not, and what was given back. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.soon import soon
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.bills.cashbook import NO_PAYER
from donations.importers.bills.payments import HOW_MUCH_BACK, TOO_MUCH_BACK
from donations.importers.rows.fates import STAYED
from donations.importers.rows.row_refunds import BACK_IN_MONEY, NOT_PAID, fate_of
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.cells import GOODS_BELOW_ZERO, NOT_BELOW_ZERO

HEAD = "订单号,捐赠人,捐赠金额,支付状态,捐赠时间\n"


def reading(status: str, refund: str | None = None, amount: str = "80", heading: str = "支付状态") -> str:
    """What becomes of an order of 80 yuan with such a status."""
    more = "" if refund is None else ",退款金额"
    cells = "" if refund is None else f",{refund}"
    lines = told(f"捐赠时间,捐赠人,捐赠金额,{heading}{more}\n2020-02-01,李华,{amount},{status}{cells}\n").splitlines()
    return lines[1].split(" ", 1)[1].removeprefix("receipt 2020-02-01 donor=李华: CNY 80元 [80CNY]").strip()


@pytest.mark.parametrize(
    "status",
    [
        "未支付",
        "待支付",
        "待付款",
        "未付款",
        "等待付款",
        "等待买家付款",
        "支付中",
        "支付处理中",
        "处理中",
        "未到账",
        "待到账",
        "未缴费",
        "未完成支付",
        "pending",
        "Unpaid",
        "declined",
        "not paid",
        "付款失敗，待付款",
        "已過期",
        "已失效",
        "无效",
        "审核不通过",
        "草稿",
    ],
)
def test_what_was_not_paid_is_no_gift(status: str) -> None:
    assert reading(status) == f"- {NOT_PAID}"


@pytest.mark.parametrize(
    "status",
    [
        "支付成功",
        "已支付",
        "已到账",
        "无退款",
        "未退款",
        "未申请退款",
        "退款中",
        "退款失败",
        "退还失败",
        "退款关闭",
        "退款已取消",
        "退款被驳回",
        "退款未通过",
        "驳回退款",
        "取消退款",
        "申请退款",
        "退回申请",
        "退还中",
        "已完成",
        "已发放",
        "待发货",
        "Completed",
        "paid",
        "",
        "not refunded",
        "Refund failed",
        "refund_canceled",
        "Refund request declined",
        "refund pending",
    ],
)
def test_what_was_paid_and_stands_is_a_gift(status: str) -> None:
    assert reading(status) == ""


@pytest.mark.parametrize(
    "status",
    [
        "已退款",
        "已全额退款",
        "退货拒收",
        "退回拒收",
        "退回审核",
        "订单已取消退款",
        "支付失败",
        "交易关闭",
        "已取消",
        "已撤销",
        "Refunded",
        "canceled",
        "Failed",
        "void",
        "已作廢",
        "付款失敗",
        "已關閉",
        "已註銷",
        "退件",
        "已红冲",
        "已删除",
    ],
)
def test_what_was_given_back_is_no_gift(status: str) -> None:
    assert reading(status) == f"- {TAKEN_BACK}"
    assert reading(status, "0.00") == f"- {TAKEN_BACK}"


@pytest.mark.parametrize(
    ("status", "refund", "said"),
    [
        ("部分退款", "30.00", "-30"),
        ("已退款", "30", "-30"),
        ("已支付", "-30.00", "-30"),
        ("", "¥1.05", "-1.05"),
        ("已退款(￥5.00)", None, "-5"),
        ("已退款5元", "", "-5"),
        ("已支付", "80", f"- {TAKEN_BACK}"),
        ("部分退款", "", f"! 支付状态: {HOW_MUCH_BACK} (部分退款)"),
        ("部分退款", None, f"! 支付状态: {HOW_MUCH_BACK} (部分退款)"),
        ("已支付", "80.01", f"! 退款金额: {TOO_MUCH_BACK} (80.01)"),
        ("已支付", "三成", "! 退款金额: an amount of money like 28.16 (三成)"),
        ("已支付", "/", ""),
        ("无退款", "0.00", ""),
    ],
)
def test_a_part_is_given_back(status: str, refund: str | None, said: str) -> None:
    assert reading(status, refund) == said


def test_what_is_no_money_alone_is_not_given_back_in_part() -> None:
    assert reading("部分退款", "5", "80元和口罩5个") == f"! 退款金额: {BACK_IN_MONEY} (5)"


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("是否到账", "否", f"- {NOT_PAID}"),
        ("是否支付", "N", f"- {NOT_PAID}"),
        ("是否到账", "是", ""),
        ("是否已退款", "是", f"- {TAKEN_BACK}"),
        ("是否退款", "否", ""),
        ("项目状态", "已关闭", ""),
        ("开票状态", "已取消", ""),
    ],
)
def test_columns_that_say_whether(heading: str, text: str, said: str) -> None:
    assert reading(text, heading=heading) == said


def test_each_of_several_statuses_counts() -> None:
    """Not only the first: 支付状态 says that it was paid, 退款状态 that it went back."""
    text = "捐赠时间,捐赠人,捐赠金额,支付状态,退款状态\n2020-02-01,李华,80,已支付,已退款\n2020-02-02,王芳,9,已支付,无退款\n"
    assert told(text).splitlines()[1:] == [f"2 - {TAKEN_BACK}", "3 receipt 2020-02-02 donor=王芳: CNY 9元 [9CNY]"]


def test_a_later_list_takes_back_what_it_says_was_refunded(desk: Desk, tmp_path: Path) -> None:
    """By the number of the order, in part and in whole, once however often it is imported."""
    first = file(
        tmp_path, "a.csv", HEAD + "D202003010001,李华,80,已支付,2020-02-01\nD202003010002,王芳,9,已支付,2020-02-02\n"
    )
    later = file(
        tmp_path, "b.csv", HEAD.replace(",捐赠时间", ",退款金额,捐赠时间")
        + "D202003010001,李华,80,部分退款,30,2020-02-01\nD202003010002,王芳,9,已退款,9,2020-02-02\nD202003010003,赵六,7,已退款,7,2020-02-02\n",
    )  # fmt: skip
    desk.do(f"import {first} --yes")
    for _ in range(2):
        desk.do(f"import {later} --yes")
        desk.do(f"import {first} --yes")
    money = [float(str(row[4])) for row in booked(desk) if row[4] is not None]
    assert sum(money) == 50
    assert {row[2] for row in booked(desk)} == {"李华", "王芳"}


CASHBOOK = """特别提示：
1.本账本仅供参考；

记录时间,分类,收支类型,金额,备注,账户,来源,标签,
2020-02-03 13:55:13,餐饮,支出,11.00,午饭,某银行,账单同步,,
2020-02-03 05:49:22,投资理财,收入,0.35,余额宝-收益发放,余额宝,账单同步,,
2020-02-02 09:56:49,投资理财,不计收支,2，000.00,转入,余额,账单同步,,
2020-02-02 08:00:00,人情往来,收入,200.00,收钱码收款,余额,账单同步,,
2020-02-01 18:39:41,餐饮,支出,26.00,面,两碗,某银行,账单同步,,
"""


def test_the_cash_book_of_alipay_is_no_bill(desk: Desk, tmp_path: Path) -> None:
    """Nobody named 账单同步 gave anything; its income says neither who paid nor which payment it was."""
    paper = file(tmp_path, "cashbook_record.csv", CASHBOOK, "gb18030")
    answer = desk.run(f"import {paper} --yes --format json")
    assert answer.code == 65
    [table] = answer.json["files"][0]["tables"]
    assert (table["rows"], table["accepted"], table["ignored"], table["rejected"]) == (5, 0, 4, 1)
    [problem] = answer.json["files"][0]["problems"]
    assert (problem["row"], problem["expected"]) == (8, NO_PAYER)
    assert booked(desk) == []


def test_the_list_of_a_platform(desk: Desk, tmp_path: Path) -> None:
    """What it calls a project is the purpose, and not its number; what its users wrote is the note."""
    head = "交易单号,捐款时间,用户昵称,捐款金额(元),项目ID,项目名称,捐款渠道,是否月捐,用户留言\n"
    row = "1000020001202003010001,2020-03-01 10:00:00,晴天,100.00,10001,温暖午餐,微信,否,加油\n"
    desk.do(f"import {file(tmp_path, 'a.csv', head + row)} --yes")
    [gift] = desk.read("ledger")
    assert (gift["donor"], gift["received"], gift["purpose"], gift["note"]) == ("晴天", "100", "温暖午餐", "加油")


def test_a_list_of_orders_calls_its_amounts_so(desk: Desk, tmp_path: Path) -> None:
    """订单金额 is money, which was of an unknown amount, and 成功退款 what went back of it."""
    orders = """创建时间,商品名称,订单号,付款人,订单金额（元）,成功退款（元）,交易状态
2024-03-01 12:00:00,爱心捐款,T1,李华,100.00,0.00,交易成功
2024-03-01 12:00:00,爱心捐款,T2,王芳,50.00,20.00,交易成功
2024-03-01 12:00:00,爱心捐款,T3,赵六,7.00,0.00,交易关闭
"""
    desk.do(f"import {file(tmp_path, 'a.csv', orders)} --yes")
    assert [(row[0], row[2], row[-1]) for row in booked(desk)] == [
        ("receipt", "李华", "100"), ("receipt", "王芳", "50"), ("return", "王芳", "-20"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note", ["退回", "已退回", "因质量问题退货", "其中20只退回", "已全部退还捐赠人", "退货（破损）", "冲正"]
)
def test_goods_whose_remark_says_that_they_went_back_are_asked_about(note: str) -> None:
    """Nobody can tell whether the row itself went back, or takes back one above it: as a gift it would be wrong in either."""
    head = "日期,捐赠单位,品名,数量,单位,备注\n2020-02-01,甲公司,口罩,500,只,\n"
    assert told(f"{head}2020-02-03,甲公司,口罩,500,只,{note}\n").splitlines()[2] == f"3 ! 备注: {STAYED} ({note})"
    out = head.replace("捐赠单位", "接收单位")
    assert told(f"{out}2020-02-03,甲公司,口罩,500,只,{note}\n").splitlines()[2] == f"3 ! 备注: {STAYED} ({note})"


@pytest.mark.parametrize("note", ["退役军人事务局转交", "无需退还", "包装破损，不退货", "已收到"])
def test_remarks_that_only_sound_so_change_nothing(note: str) -> None:
    rows = told(f"日期,捐赠单位,品名,数量,单位,备注\n2020-02-03,甲公司,口罩,500,只,{note}\n").splitlines()
    assert rows[1].startswith("2 receipt")


@pytest.mark.parametrize("note", ["退回", "已退还", "退款"])
def test_money_whose_remark_says_that_it_went_back_is_asked_about(note: str) -> None:
    rows = told(f"日期,姓名,金额,备注\n2020-02-01,李华,500,\n2020-02-03,李华,500,{note}\n").splitlines()
    assert rows[2] == f"3 ! 备注: {STAYED} ({note})"


@pytest.mark.parametrize("amount", ["500-", "￥-500"])
def test_an_amount_below_zero_of_which_the_sign_stands_within_is_asked_about(amount: str) -> None:
    rows = told(f"日期,姓名,金额\n2020-02-01,李华,500\n2020-02-03,李华,{amount}\n").splitlines()
    assert rows[2] == f"3 ! 金额: {NOT_BELOW_ZERO} ({amount})"


@pytest.mark.parametrize("amount", ["-500", "(500)", "-500元", "−500"])
@pytest.mark.parametrize("order", ["the gift first", "the newest first"])
def test_an_amount_below_zero_takes_back_the_same_gift_of_the_same_donor(
    desk: Desk, tmp_path: Path, amount: str, order: str
) -> None:
    """Without any word; once, whatever was imported before."""
    rows = ["2020-02-01,李华,500", f"2020-02-03,李华,{amount}", "2020-02-02,王芳,500"]
    text = "\n".join(["日期,姓名,捐款金额", *(rows if order == "the gift first" else rows[::-1]), "合计,,500"]) + "\n"
    for _again in range(2):
        assert "stated total 500 ✓" in desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes").out
    kept = {row["donor"]: row["received"] for row in desk.read("totals --by donor")}
    assert (kept, desk.is_in_order()) == ({"王芳": "500"}, True)


@pytest.mark.parametrize("row", ["李华,-200", "王芳,-500", "李华,-500.01"])
def test_an_amount_below_zero_of_which_there_is_no_gift_is_refused(desk: Desk, tmp_path: Path, row: str) -> None:
    text = f"日期,姓名,捐款金额\n2020-02-01,李华,500\n2020-02-03,{row}\n"
    answer = desk.run(f"import {file(tmp_path, 'a.csv', text)} --yes")
    assert (answer.code, desk.read("ledger")) == (65, [])
    assert "The row takes back" in answer.out + answer.err


def test_an_amount_below_zero_of_nobody_is_asked_about() -> None:
    rows = told("日期,姓名,捐款金额\n2020-02-01,,500\n2020-02-03,,-500\n").splitlines()
    assert rows[2] == f"3 ! 捐款金额: {NOT_BELOW_ZERO} (-500)"


@pytest.mark.parametrize("goods", ["口罩-20只", "-20只口罩"])
def test_goods_below_zero_are_asked_about(goods: str) -> None:
    rows = told(f"日期,捐赠单位,捐赠物资\n2020-02-01,甲公司,{goods}\n").splitlines()
    assert rows[1] == f"2 ! 捐赠物资: {GOODS_BELOW_ZERO} ({goods})"


ABROAD = "Transaction ID,Name,Amount,Currency,Status,Amount Refunded,Date\n"
EARLIER = "T1,Zhou Ming,50.00,USD,paid,0.00,2020-02-01\nT2,Wu Jing,20.00,EUR,paid,,2020-02-02\nT3,He Lei,1000,JPY,paid,0,2020-02-03\n"
LATER = "T1,Zhou Ming,50.00,USD,refunded,$50.00,2020-02-01\nT2,Wu Jing,20.00,EUR,partially refunded,€5.50,2020-02-02\nT3,He Lei,1000,JPY,paid,400,2020-02-03\nT4,Sun Li,7.00,USD,refunded,,2020-02-04\n"


@pytest.mark.parametrize("order", ["first later first later", "later first later"])
def test_foreign_money_is_given_back_in_its_own_currency(desk: Desk, tmp_path: Path, order: str) -> None:
    """In one list, in a later one, and once however often either is imported."""
    papers = {"first": file(tmp_path, "a.csv", ABROAD + EARLIER), "later": file(tmp_path, "b.csv", ABROAD + LATER)}
    for name in order.split():
        desk.do(f"import {papers[name]} --yes")
    kept = {row["item"]: row["received"] for row in desk.read("totals --by item") if row["received"] != "0"}
    assert (kept, desk.is_in_order()) == ({"EUR": "14.5", "JPY": "600"}, True)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("已退80元", f"- {TAKEN_BACK}"), ("已退20", "-20"), ("退20元", "-20"), ("2月5日已退20元", "-20"), ("未退20元", ""), ("已退2笔", f"! 支付状态: {HOW_MUCH_BACK} (已退2笔)"),
        # a day is no amount, nor is a share
        ("已退款2020-02-05", f"- {TAKEN_BACK}"), ("已退款2020年2月5日", f"- {TAKEN_BACK}"),
        ("退款50%", f"! 支付状态: {HOW_MUCH_BACK} (退款50%)"), ("已退50％", f"! 支付状态: {HOW_MUCH_BACK} (已退50％)"),
        # nor does what only looks like a day, or who gave, make all of it go back
        ("退款20人民币", "-20"), ("已退款20/80", "-20"), ("退款：20.00-已到账", "-20"), ("已退￥20", "-20"), ("已退 20", "-20"),
        ("退款500日元", f"! 支付状态: {TOO_MUCH_BACK} (退款500日元)"), ("应退20元", ""), ("已退款（含手续费0.6元）", f"- {TAKEN_BACK}"),
        ("退款3月5日20元", f"! 支付状态: {HOW_MUCH_BACK} (退款3月5日20元)"), ("已退1笔20元", f"! 支付状态: {HOW_MUCH_BACK} (已退1笔20元)"),
    ],
)  # fmt: skip
def test_what_went_back_by_a_short_word_in_a_status(status: str, said: str) -> None:
    """已退80元 was passed over, and of 5000 yuan 2020 went back on 2020-02-05."""
    assert reading(status) == said
    large = said.replace(f"- {TAKEN_BACK}", "-80") if "80" in status else said
    large = "-500" if "500" in status else large
    assert (
        reading(status, amount="5000").removeprefix("receipt 2020-02-01 donor=李华: CNY 5000元 [5000CNY]").strip()
        == large
    )


@pytest.mark.parametrize("status", ["已退5", "已退2个", "退5个"])
def test_goods_that_went_back_by_a_status_are_asked_about(status: str) -> None:
    rows = told(f"日期,捐赠单位,物资,数量,状态\n2020-02-01,甲公司,口罩,5个,{status}\n").splitlines()
    assert rows[1] == f"2 ! 状态: {BACK_IN_MONEY} ({status})"


@pytest.mark.parametrize("refund", ["5", "2"])
def test_money_that_went_back_of_goods_is_asked_about(refund: str) -> None:
    """As many yuan as pieces came were all that came."""
    rows = told(f"日期,捐赠单位,物资,数量,退款金额\n2020-02-01,甲公司,口罩,5个,{refund}\n").splitlines()
    assert rows[1] == f"2 ! 退款金额: {BACK_IN_MONEY} ({refund})"


@pytest.mark.parametrize("status", ["退" * 20000, "退1" * 10000, "退" + "1," * 10000 + "年", "退 " * 10000 + "元"])
def test_long_statuses_take_no_time(status: str) -> None:
    """Each of these took seconds."""
    with soon(1, status[:5]):
        fate = fate_of({"status": status}, None)
    assert fate is not None
