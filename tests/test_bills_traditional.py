"""WeChat's bill in traditional characters, and what merchants' bills and platforms' lists state of themselves. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

from donations.importers.bills.words import note_of

HEADINGS = "交易時間,交易類型,交易對方,商品,收/支,金額(元),支付方式,當前狀態,交易單號,商戶單號,備註\n"
ROWS = (
    ("轉賬", "李華", "轉賬備註:微信轉賬", "收入", "100.00", "已存入零錢"),
    ("轉賬", "王芳", "轉賬備註:買書", "收入", "200.00", "已退款(￥5.00)"),
    ("轉賬", "趙六", "/", "收入", "300.00", "待對方收款"),
    ("微信紅包-退款", "發出紅包", "/", "收入", "5.00", "已全額退款"),
    ("零錢提現", "招商銀行", "/", "/", "50.00", "提現已到賬"),
    ("商戶消費", "店", "口罩", "支出", "50.00", "支付成功"),
    ("二維碼收款", "吳十", "收款方備註:二維碼收款付款方留言:給孩子", "收入", "91.00", "已收錢"),
    ("轉賬", "鄭一", "/", "收入", "94.00", "支付失敗"),
)


def bill(headings: str = HEADINGS, above: str = "") -> str:
    """The rows of a person's bill, a day each."""
    lines = [
        f"2024-03-0{at} 10:00:00,{sort},{who},{goods},{way},¥{yuan},零錢,{state},10000500012024030100000000{at:04d}\t,1\t,/\n"
        for at, (sort, who, goods, way, yuan, state) in enumerate(ROWS, 1)
    ]
    return f"微信支付賬單明細\n{above}{headings}{''.join(lines)}"


def booked(desk: Desk) -> list[tuple[str, str, str | None]]:
    """Who gave how much, and with which words."""
    return [(row["donor"], row["received"], row["note"]) for row in desk.read("ledger") if row["type"] == "receipt"]


@pytest.mark.parametrize("state", ["當前狀態", "目前狀態"])
def test_a_bill_in_traditional_characters_is_a_bill(desk: Desk, tmp_path: Path, state: str) -> None:
    """What nobody took yet is no gift, names and words stay as they are written, and its sums are held against its rows."""
    above = "共8筆記錄\n收入：6筆 790.00元\n"
    headings = HEADINGS.replace("當前狀態", state)
    desk.do(f"import {file(tmp_path, 'a.csv', bill(headings, above))} --yes")
    assert booked(desk) == [("李華", "100", None), ("王芳", "200", "買書"), ("吳十", "91", "給孩子")]
    wrong = desk.run(f"import {file(tmp_path, 'b.csv', bill(above=above.replace('8', '9')))} --yes")
    assert wrong.code != 0
    assert "8 ≠ 9" in wrong.out


def test_a_column_that_somebody_added_makes_no_other_bill(desk: Desk, tmp_path: Path) -> None:
    """經手人, in a bill of Alipay whose amounts are headed 金额."""
    rows = "2024-03-01 10:00:00,退款,店,退款-捐款,收入,5.00,退款成功,2024030122001400110000000001\t,李\n"
    paper = file(
        tmp_path, "a.csv", f"交易时间,交易分类,交易对方,商品说明,收/支,金额,交易状态,交易订单号,經手人\n{rows}"
    )
    [read] = desk.do(f"import {paper} --dry-run --format json").json["files"]
    assert read["layout"] == "alipay"


@pytest.mark.parametrize(
    ("headings", "above"),
    [(HEADINGS, "微信支付 香港\n"), (HEADINGS.replace("(元)", "(HKD)"), "")],
)
def test_a_bill_of_other_money_is_none_in_yuan(desk: Desk, tmp_path: Path, headings: str, above: str) -> None:
    """Which money 元 is in Hong Kong's nobody says."""
    rows = bill(headings, above).replace("¥", "")
    desk.run(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert not any(row["item"] == "CNY" for row in desk.read("ledger"))


def test_the_words_of_a_giver_stay_as_written() -> None:
    """Of 轉賬備註 only what follows is theirs."""
    assert note_of("轉賬備註:買書") == "買書"
    assert note_of("收款方備註:二維碼收款付款方留言:給孩子", "/") == "給孩子"


def test_commas_in_the_goods_of_a_merchants_bill_part_nothing(desk: Desk, tmp_path: Path) -> None:
    """It quotes nothing, but each cell begins with a backquote."""
    rows = (
        "交易时间,商户号,微信订单号,交易状态,货币种类,应结订单金额,微信退款单号,退款金额,退款状态,商品名称,商户数据包,手续费,订单金额\n"
        "`2024-03-01 10:00:00,`123,`4200000001202403010000000001,`SUCCESS,`CNY,`100.00,`0,`0.00,`,`爱心,捐款,`,`0.60,`100.00\n"
    )
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert booked(desk) == [("爱心人士", "100", "爱心,捐款")]


def test_sums_of_a_bill_are_nobodys_gift(desk: Desk, tmp_path: Path) -> None:
    """A bill without a row, whose headings TAB parts and whose sums commas: 已支出:1笔 gave nothing."""
    headings = "交易号\t付款时间\t交易对方\t商品名称\t金额（元）\t收/支\t交易状态\t资金状态\n"
    foot = "共1笔记录\n已收入:0笔,0.00元\n待收入:0笔,0.00元\n已支出:1笔,1.00元\n待支出:0笔,0.00元\n"
    above = "支付宝交易记录明细查询\n起始日期:[2020-01-01]    终止日期:[2020-01-05]\n"
    desk.run(f"import {file(tmp_path, 'a.csv', above + headings + foot)} --yes")
    assert booked(desk) == []


@pytest.mark.parametrize("total", ["600.00", "300.00", "250.00"])
def test_a_list_may_total_what_was_paid_or_what_stayed(desk: Desk, tmp_path: Path, total: str) -> None:
    """With what went back, without the rows that went back whole, or without the parts too."""
    rows = (
        "订单号,日期,姓名,金额,状态,退款金额\n"
        "LX20240301000001,2024-03-01,李华,100.00,支付成功,0\n"
        "LX20240301000002,2024-03-01,王芳,200.00,部分退款,50.00\n"
        f"LX20240301000003,2024-03-02,赵六,300.00,已退款,300.00\n合计,,,{total},,\n"
    )
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert [each[:2] for each in booked(desk)] == [("李华", "100"), ("王芳", "200")]


def test_another_total_is_refused(desk: Desk, tmp_path: Path) -> None:
    """It is none of these."""
    rows = "订单号,日期,姓名,金额,状态\nLX20240301000001,2024-03-01,李华,100.00,支付成功\nLX20240301000003,2024-03-02,赵六,300.00,已退款\n合计,,,200.00,\n"
    assert desk.run(f"import {file(tmp_path, 'a.csv', rows)} --yes").code != 0


@pytest.mark.parametrize("state", ["待对方收款", "等待对方收款", "待朋友确认收款"])
def test_what_nobody_took_yet_is_no_gift_in_a_table(desk: Desk, tmp_path: Path, state: str) -> None:
    """Rows that somebody copied out of a bill."""
    rows = f"时间,姓名,金额,状态\n2024-03-01,李华,100.00,已收钱\n2024-03-02,王芳,200.00,{state}\n"
    desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes")
    assert [each[:2] for each in booked(desk)] == [("李华", "100")]
