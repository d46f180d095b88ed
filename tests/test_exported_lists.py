"""Lists of gifts that programs and people abroad keep, met when real ones were tried. Names and figures are invented."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.words.heading_words import understood
from donations.importers.words.money_cells import OF_WHICH_MONEY, money

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "null is nobody's name, and no remark",
        {},
        """
昵称,平台,金额,日期,留言
小荷,微信,5.00,20-02-03,加油
null,微信,10.00,20-02-01,null
None,支付宝,￥3.50,20-01-31,N/A
nan,支付宝,2,20-01-30,谢谢
""",
        """
money_in 1: 昵称=donor 平台=- 金额=money 日期=date 留言=note
2 receipt 2020-02-03 donor=小荷: CNY 5元 “加油” [5CNY]
3 receipt 2020-02-01 donor=爱心人士: CNY 10元 [10CNY]
4 receipt 2020-01-31 donor=爱心人士: CNY 3.5元 [3.5CNY]
5 receipt 2020-01-30 donor=爱心人士: CNY 2元 “谢谢” [2CNY]
""",
    ),
    (
        "goods of null are nobody's, and not of the giver above",
        {},
        """
日期,捐赠单位,物资名称,规格,数量,单位,备注,用途
2020-02-01,甲公司,口罩,NULL,500,只,null,undefined
2020-02-01,null,消毒液,500ml,20,瓶,谢谢,
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 物资名称=item 规格=specification 数量=quantity 单位=unit 备注=note 用途=purpose
2 receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]
3 receipt 2020-02-01 donor=爱心人士: 消毒液（500ml） 20瓶 “谢谢” [20瓶]
""",
    ),
    (
        "null received nothing",
        {},
        """
日期,领用单位,物资名称,数量,单位
2020-02-01,东乡镇,口罩,500,只
2020-02-01,null,口罩,20,只
""",
        """
goods_out 1: 日期=date 领用单位=recipient 物资名称=item 数量=quantity 单位=unit
2 distribution 2020-02-01 recipient=东乡镇: 口罩 500只 [500只]
3 ! 领用单位: a name: this is a word that programs write where there is none; correct it, or take the row out (null)
""",
    ),
    (
        "a number beside amounts in dollars is of nobody knows what, below a heading that is no Chinese one",
        {},
        """
Donor,Amount,Date
Ann Lee,500,2020-02-01
Bo Lin,$100,2020-02-01
Cy Wu,"1,000元",2020-02-02
Total,1600,
""",
        f"""
money_in 1: Donor=donor Amount=money Date=date
2 ! Amount: {OF_WHICH_MONEY} (500)
3 receipt 2020-02-01 donor=Bo Lin: USD 100美元 [100USD]
4 receipt 2020-02-02 donor=Cy Wu: CNY 1000元 [1000CNY]
5 - a total
= 1600 in row 5
""",
    ),
    (
        "below a Chinese heading it is yuan, and so it is where all are numbers",
        {},
        """
姓名,金额,日期
甲方,500,2020-02-01
乙方,100美元,2020-02-01

Donor,Amount,Date
Ann Lee,500,2020-02-01
Bo Lin,¥20,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=甲方: CNY 500元 [500CNY]
3 receipt 2020-02-01 donor=乙方: USD 100美元 [100USD]
4 - a blank row
money_in 5: Donor=donor Amount=money Date=date
6 receipt 2020-02-01 donor=Ann Lee: CNY 500元 [500CNY]
7 receipt 2020-02-01 donor=Bo Lin: CNY 20元 [20CNY]
""",
    ),
    (
        "first and last names are headings, however many others nobody understands",
        {},
        """
DONOR_ID,FIRST_NAME,LAST_NAME,DONATION_DATE,AMOUNT,ZIP5,TARGETING
X1,Ann,Lee,2020-02-01,100,30001,
X2,,Hill Bakery,2020-02-01,20,30002,
X3,,,2020-02-02,5,,
""",
        """
money_in 1: DONOR_ID=- FIRST_NAME=donor LAST_NAME=donor DONATION_DATE=date AMOUNT=money ZIP5=- TARGETING=-
2 receipt 2020-02-01 donor=Ann Lee: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=Hill Bakery: CNY 20元 [20CNY]
4 receipt 2020-02-02 donor=爱心人士: CNY 5元 [5CNY]
""",
    ),
    (
        "names and amounts, and no amount",
        {"day": "2020-02-01"},
        """
first_name,last_name,gift_amount
Bo,Lin,
Ann,Lee,35
""",
        """
money_in 1: first_name=donor last_name=donor gift_amount=money
2 ! gift_amount: yuan such as 1500, 1,500.00 or 1.5万元 ()
3 receipt (2020-02-01) donor=Ann Lee: CNY 35元 [35CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_an_exported_list_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    ("heading", "currency"),
    [
        ("金額(NTD)", "TWD"), ("捐款金額NT$", "TWD"), ("Amount (US)", "USD"), ("Amount ($AUD)", "AUD"), ("Amount (CDN)", "CAD"),
        ("Amount (¥JPY)", "JPY"), ("Amount (STG)", "GBP"), ("amount_usd", "USD"), ("Amount in EUR", "EUR"), ("donation_amount_gbp", "GBP"),
        ("金额（法郎）", "?"), ("amount_inr", "?"), ("金额€", "EUR"), ("金额", None), ("Amount", None), ("Amount (US/EUR)", "?"),
    ],
)  # fmt: skip
def test_a_heading_says_of_which_money_its_amounts_are(heading: str, currency: str | None) -> None:
    """None of it is taken for yuan."""
    assert understood(heading).currency == currency


@pytest.mark.parametrize(
    ("cell", "item", "number"),
    [("500元（台币）", "TWD", 500), ("1,000元整(美元)", "USD", 1000), ("5万元（日元）", "JPY", 50000), ("500元（现金）", "CNY", 500)],
)  # fmt: skip
def test_what_stands_in_brackets_says_what_the_yuan_before_it_are(cell: str, item: str, number: int) -> None:
    """In Taiwan and Hong Kong people write 元 of their own money."""
    [quantity] = money(cell, 1, None)
    assert f"{quantity.item} {quantity.number}" == f"{item} {number}"


@pytest.mark.parametrize("heading", ["Donator", "contributor_name", "施主", "供养人", "善信"])
def test_who_gave_has_many_names(heading: str) -> None:
    """Of temples, and of lists in English."""
    assert understood(heading).sense == "donor"
