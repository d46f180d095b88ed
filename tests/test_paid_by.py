"""Lists of orders: what those named paid came in, and is never spent too; who paid whom is asked where nothing says it.

Names and figures are invented.
"""

import pytest
from harness.tables import told

from donations.importers.columns.money_senses import TWO_SUMS
from donations.importers.columns.paid_by import WHO_PAID, WHO_PAID_FOR_IT

CAME = [
    "昵称,支付金额,支付时间\n周明,5,2020-01-02",
    "用户昵称,实付金额(元),支付时间,订单号,项目名称\n周明,5,2020-01-02,A1,助学",
    "订单号,用户名,订单金额,实付金额,状态,创建时间,赞助方案\nA1,周明,5,5,交易成功,2020-01-02,咖啡",
    "昵称,金额,实付金额,支付时间\n周明,5,5,2020-01-02",
    "捐款名单\n姓名,支付金额,时间\n周明,5,2020-01-02",
    "姓名,付款金额,付款时间\n周明,5,2020-01-02",
    "捐赠人,捐赠金额,付款金额,日期\n周明,5,5,2020-01-02",
    "Name,Amount,Paid,Date\n周明,5,5,2020-01-02",
    "Name,Donation Amount,Payment Method,Paid\n周明,5,Cash,2020-01-02",
    "Username,Amount Paid,Order Date\n周明,5,2020-01-02",
]
WENT = [
    "日期,供应商,实付金额,用途\n2020-01-02,甲店,5,水",
    "日期,收款人,付款金额,事由\n2020-01-02,甲店,5,水",
    "姓名,支出金额,日期\n甲店,5,2020-01-02",
    "姓名,付款金额,付款时间,事由\n甲店,5,2020-01-02,水",
]


@pytest.mark.parametrize("text", CAME)
def test_what_those_named_paid_came_in_and_did_not_go_out_again(text: str) -> None:
    assert "receipt 2020-01-02 donor=周明: CNY 5元" in told(text)
    assert "expense" not in told(text)


@pytest.mark.parametrize("text", WENT)
def test_what_was_paid_to_those_named_went(text: str) -> None:
    assert "expense 2020-01-02 supplier=甲店: CNY 5元" in told(text).replace("purchase", "expense") or "水" in told(
        text
    )
    assert "receipt" not in told(text)


def test_an_account_has_a_side_for_each_way() -> None:
    found = told("日期,姓名,收款金额,付款金额\n2020-01-02,周明,5,0.00\n2020-01-03,甲店,0.00,3")
    assert "receipt 2020-01-02 donor=周明: CNY 5元" in found
    assert "expense 2020-01-03 supplier=甲店: CNY 3元" in found


@pytest.mark.parametrize("text", ["姓名,付款金额,日期\n周明,5,2020-01-02", "Name,Paid,Date\n周明,5,2020-01-02"])
def test_who_paid_whom_is_asked(text: str) -> None:
    heading = text.split(",")[1]
    assert WHO_PAID in told(text)
    assert "receipt" in told(text, columns={heading: "money"})
    assert "expense" in told(text, columns={heading: "spent"})


def test_two_amounts_that_differ_are_not_both_taken() -> None:
    assert TWO_SUMS in told("Name,Amount,Paid,Date\n周明,7,6,2020-01-02\n吴静,5,5,2020-01-02")


def test_of_what_an_order_was_for_and_what_was_paid_the_latter_came() -> None:
    found = told("用户名,订单金额,实付金额,创建时间\n周明,30,28,2020-01-02\n吴静,5,5,2020-01-03")
    assert "receipt 2020-01-02 donor=周明: CNY 28元" in found
    assert "CNY 30元" not in found


def test_what_was_ordered_and_what_was_paid_for_it_are_one_gift_with_a_day_each() -> None:
    """订单金额 below its day and 实付金额 below its own were a gift, and spending of as much."""
    found = told(
        "捐款人,订单金额,下单时间,支付时间,实付金额,商品\n张三,100,2020-02-01 10:00,2020-02-02 10:01,100,爱心捐款\n"
    ).splitlines()
    assert len(found) == 2
    assert "receipt 2020-02-02 donor=张三: CNY 100元" in found[1]


def test_what_was_bought_is_told_by_one_list_of_words() -> None:
    """With 购入 it was asked who gave, and 采购人 beside who paid made these givers."""
    assert "purchase 2020-02-01 : 口罩 10@@100" in told("购入日期,物品,数量,金额\n2020-02-01,口罩,10,100\n")
    assert WHO_PAID_FOR_IT in told("日期,付款人,采购人,物品,数量,金额\n2020-02-01,王明,李华,口罩,10,100\n")


@pytest.mark.parametrize(
    "headings",
    [
        "采购日期,采购物品,数量,单位,单价,金额,付款人",
        "日期,采购物资,数量,单位,单价,总价,付款方",
        "购入日期,物品,数量,单位,单价,金额,付款人",
    ],
)
def test_who_paid_for_what_was_bought_may_have_given_it(headings: str) -> None:
    """Or been paid back: it was their gift, which it is where the user says so."""
    table = f"{headings}\n2020-02-01,口罩,1000,只,2,2000,张三\n"
    payer, amount = headings.rsplit(",", maxsplit=1)[-1], headings.split(",")[-2]
    assert f"2 ! None: {WHO_PAID_FOR_IT}" in told(table)
    assert "receipt 2020-02-01 donor=张三: 口罩 1000只" in told(table, columns={payer: "donor"})
    assert "purchase 2020-02-01 : 口罩 1000只" in told(table, columns={payer: "-", amount: "spent"})


def test_who_paid_for_a_gift_gave_it() -> None:
    """付款人 of a list in which nothing was bought."""
    assert "receipt 2020-02-01 donor=张三" in told("日期,物品,数量,单位,付款人\n2020-02-01,口罩,1000,只,张三\n")


@pytest.mark.parametrize(
    "table",
    [
        "下单时间,昵称,订单金额,支付时间,实付金额,商品\n2020-02-01,李华,100,2020-02-02,90,爱心卡\n",
        "下单时间,昵称,订单金额,实付金额,商品\n2020-02-02,李华,100,90,爱心卡\n",
    ],
)
def test_orders_without_numbers_are_orders(table: str) -> None:
    """Who ordered was asked for, and by the answer the goods were given, with the money as their worth."""
    assert "receipt 2020-02-02 donor=李华: CNY 90元 “爱心卡”" in told(table)
