"""Goods that a donor gave beside 支出 or 使用金额: gifts of their worth, and no money that was paid to who gave them."""

import pytest
from harness.tables import told


def test_goods_beside_money_paid_out_are_gifts_of_their_worth() -> None:
    """What 物资折价 says is lost in no row because another column says what was spent, be it empty."""
    text = (
        "日期,捐赠人,捐款（元）,物资折价（元）,支出（元）\n2020-02-01,甲公司,500,300,\n2020-02-02,李华,,200,\n"
        "2020-02-03,王芳,100,,50\n合计,,600,500,50\n"
    )
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=甲公司: CNY 500元, 物资 ?@@300 [500CNY 300value]",
        "3 receipt 2020-02-02 donor=李华: 物资 ?@@200 [200value]",
        "4 receipt 2020-02-03 donor=王芳: CNY 100元 + expense 2020-02-03 : CNY 50元 [100CNY]",
        "5 - a total",
        "= 600 in row 5",
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "日期,捐赠单位（个人）,捐赠款（元）,捐赠物资（折价）,使用金额",
        "日期,捐赠人,捐款,物资折价,支出金额",
        "Date,Donor,Donation Amount,In-Kind Value,Amount Spent",
    ],
)
def test_goods_that_were_used_are_no_money_that_was_paid(headings: str) -> None:
    """The worth of the goods again is no payment, least of all one to who gave them."""
    found = told(f"{headings}\n2020-02-01,甲公司,500,,500\n2020-02-02,李华,,200,200\n").splitlines()
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: CNY 500元 + expense 2020-02-01 : CNY 500元 [500CNY]"
    assert "whether this was paid in money" in found[2]


@pytest.mark.parametrize(
    "headings",
    ["日期,捐赠人,物资折价,支出金额", "日期,捐赠人,物资折价（元）,支出（元）", "Date,Donor,In-kind value,Expenditure"],
)
def test_so_they_are_where_no_money_came(headings: str) -> None:
    """What was spent was one more gift, of money."""
    found = told(f"{headings}\n2020-02-01,甲公司,100,\n2020-02-02,李华,200,200\n").splitlines()
    assert found[1] == "2 receipt 2020-02-01 donor=甲公司: 物资 ?@@100 [100value]"
    assert "whether this was paid in money" in found[2]


def test_a_part_that_was_used_is_asked_about_too() -> None:
    """Of 使用金额 nobody knows whether it is money or goods; what was paid for the goods, 支出金额, is money."""
    text = "日期,捐赠人,捐款,物资,物资折价,{}\n2020-02-01,甲公司,500,,,\n2020-02-02,李华,,棉衣10件,200,50\n"
    assert "whether this was paid in money" in told(text.format("使用金额"))
    assert "receipt 2020-02-02 donor=李华: 棉衣 10件@@200 + expense 2020-02-02 : CNY 50元" in told(
        text.format("支出金额")
    )


def test_who_stands_in_an_account_may_have_got_the_goods() -> None:
    """单位 names either side: goods that it alone speaks of are no gift of it."""
    text = "日期,单位,收入,支出,物资折价,摘要\n2020-02-01,甲公司,500,,,捐款\n2020-02-02,阳光敬老院,,,200,发放\n"
    assert "donor=阳光敬老院" not in told(text)
