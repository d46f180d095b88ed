"""Bills in which a heading stands twice: a copied column, or two bills side by side. All is invented."""

import pytest
from harness.tables import told

from donations.importers.bills.doubled import ONE_CELL

_WECHAT = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
_LI = "2020-03-01 10:00:00,转账,李华,转账备注:捐款,收入,¥100.00,/,已存入零钱,1000050001202003010000000001,/,/"
_WANG = "2020-03-02 10:00:00,群收款,王芳,/,收入,¥20.00,/,已存入零钱,1000050001202003010000000002,/,/"
_PAID = "2020-03-03 10:00:00,商户消费,某店,本子,支出,¥5.00,零钱,支付成功,4200000001202003010000000003,/,/"


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("交易对方", "李华", "donor=李华: CNY 100元"),
        ("交易对方", "", "donor=李华: CNY 100元"),
        ("交易对方", "李某", f"2 ! 交易对方: {ONE_CELL} (李华 ≠ 李某)"),
        ("金额（元）", "100", "donor=李华: CNY 100元"),
        ("金额（元）", "1", f"2 ! 金额(元): {ONE_CELL} (¥100.00 ≠ 1)"),
        ("当前状态", "已全额退款", f"2 ! 当前状态: {ONE_CELL} (已存入零钱 ≠ 已全额退款)"),
        ("备注", "已登记", "donor=李华: CNY 100元 “捐款”"),
        ("支付方式", "零钱", "donor=李华: CNY 100元"),
    ],
)
def test_a_column_that_stands_twice_must_say_the_same(heading: str, cell: str, expected: str) -> None:
    """The first was read, whatever the second said."""
    assert expected in told(f"{_WECHAT},{heading}\n{_LI},{cell}\n")


def test_what_the_first_of_them_leaves_blank_the_second_says() -> None:
    """The gift was nobody's."""
    found = told(f"{_WECHAT},交易对方\n{_LI.replace('李华', '/')},李华\n")
    assert "交易对方=donor" in found
    assert "donor=李华: CNY 100元" in found


def test_two_bills_side_by_side_are_refused_row_by_row() -> None:
    """Of the second nothing was said: what it says came was lost."""
    found = told(f"{_WECHAT},,{_WECHAT}\n{_LI},,{_WANG}\n{_PAID},,{_LI}\n").splitlines()
    assert [line[:4] for line in found[1:]] == ["2 ! ", "3 ! "]
    assert all(ONE_CELL in line for line in found[1:])


def test_two_accounts_of_a_merchant_side_by_side_are_refused_too() -> None:
    head = "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注"
    rows = [
        f"10000{at}\t,2020030122001400{at:012d}\t,\t,捐款,2020-03-0{at} 14:00:05,李华\t,{at}0.00,0.00,54.75,支付宝,交易,"
        for at in (1, 2)
    ]
    assert told(f"{head}\n{rows[0]}\n").splitlines()[1].startswith("2 receipt 2020-03-01 donor=李华: CNY 10元")
    assert told(f"{head},{head}\n{rows[0]},{rows[1]}\n").splitlines()[1].startswith("2 ! ")
