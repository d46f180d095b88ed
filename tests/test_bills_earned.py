"""Income of a person's bill at Alipay that words tell from gifts: what is earned, what came back, what the program itself pays out.

All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.bills.payments import OF_A_PURCHASE
from donations.importers.bills.words import note_of
from donations.importers.words.accounts import OTHER_INCOME

HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"


@pytest.mark.parametrize(
    ("sort", "goods", "why"),
    [
        ("收入", "工资捐一天", None),
        ("收入", "退还的押金捐给协会", None),
        ("收入", "代发工资", OTHER_INCOME),
        ("收入", "押金", OTHER_INCOME),
        ("投资理财", "捐款", OTHER_INCOME),
        ("转账红包", "捐款退回", OF_A_PURCHASE),
        ("转账红包", "捐款", None),
        ("其他", "红包奖励", OTHER_INCOME),
        ("收入", "收款码活动奖励红包", OTHER_INCOME),
        ("收入", "奖励优秀学生的捐款", None),
    ],
)
def test_what_is_given_of_what_was_earned_is_a_gift(
    desk: Desk, tmp_path: Path, sort: str, goods: str, why: str | None
) -> None:
    """捐 says so; what is written where one's own gift came back is none, nor what the program pays out."""
    row = f"2024-03-01 10:00:00,{sort},李华,/,{goods},收入,10.39,余额,交易成功,2024030122001412345678901\t,,\n"
    answer = desk.do(f"import {file(tmp_path, 'a.csv', HEAD + row, 'gb18030')} --yes")
    booked = [(row["donor"], row["received"]) for row in desk.read("ledger")]
    assert booked == ([] if why else [("李华", "10.39")])
    assert why is None or why.split(";")[0] in answer.out


def test_what_was_said_before_a_remark_is_kept() -> None:
    """Of 救灾款 备注：匿名 the first was lost."""
    assert note_of("救灾款 备注：匿名") == "救灾款；匿名"
    assert note_of("转账备注:微信转账") is None
    assert note_of("收款方备注:二维码收款付款方留言:加油") == "加油"


def test_a_line_of_blanks_longer_than_the_headings_is_blank() -> None:
    """It ended the program."""
    headings = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
    row = "2020-02-01 10:00:00,转账,李华,转账,收入,5.00,零钱,已存入零钱,4200000000000000001,x,/"
    assert "receipt 2020-02-01 donor=李华: CNY 5元" in told(f"{headings}\n{row}\n{' ,' * 13} \n")


@pytest.mark.parametrize(("sort", "is_gift"), [("转账", True), ("红包", True), ("提现", False), ("商品销售", False)])
def test_a_bill_that_calls_its_sorts_otherwise(desk: Desk, tmp_path: Path, sort: str, *, is_gift: bool) -> None:
    """交易类型 beside 商品说明, as other programs for paying have it: a transfer is one, whatever was written with it."""
    headings = "交易时间,交易类型,交易对方,商品说明,收/支,金额（元）,支付方式,交易状态,交易单号,备注\n"
    row = f"2024-03-01 10:00:00,{sort},李华,买书,收入,100.00,余额,交易成功,D0001,\n"
    desk.do(f"import {file(tmp_path, 'a.csv', headings + row)} --yes")
    assert [row["donor"] for row in desk.read("ledger")] == (["李华"] if is_gift else [])
