"""Amounts beside goods, given too or what the goods are worth; and names beside those to whom gifts went on."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.rows.drafting import BOUGHT_IN_YUAN
from donations.importers.words.cells import WORTH_IN_YUAN

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "money beside goods and their worth was given too",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠金额,货物名称,价值（元）
甲公司,88888,,
乙公司,,护目镜10副,350
丙公司,"10,000",额温枪10把,1200
合计,98888,,1550
""",
        """
goods_in 1: 捐赠单位=donor 捐赠金额=money 货物名称=item 价值（元）=value
2 receipt (2020-03-20) donor=甲公司: CNY 88888元 [88888CNY]
3 receipt (2020-03-20) donor=乙公司: 护目镜 10副@@350 [10副 350value]
4 receipt (2020-03-20) donor=丙公司: CNY 10000元, 额温枪 10把@@1200 [10把 10000CNY 1200value]
5 - a total
= 98888 in row 5
""",
    ),
    (
        "amounts beside goods where others stand alone may be either",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠物资,金额（元）
甲公司,,5000
乙公司,口罩500只,300
""",
        """
unclear 1: 捐赠单位=donor 捐赠物资=item 金额（元）=money
2 ! None: whether the amounts beside goods were given too, or are what the goods are worth: some stand alone; say --map HEADING=money where they were given, else write 现金 in the column of goods beside those that stand alone (捐赠单位 捐赠物资 金额（元）)
3 ! None: whether the amounts beside goods were given too, or are what the goods are worth: some stand alone; say --map HEADING=money where they were given, else write 现金 in the column of goods beside those that stand alone (捐赠单位 捐赠物资 金额（元）)
""",
    ),
    (
        "the same below a heading that means cash",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠物资,捐款金额（元）
甲公司,,5000
乙公司,口罩500只,300
合计,,5300
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 捐款金额（元）=money
2 receipt (2020-03-20) donor=甲公司: CNY 5000元 [5000CNY]
3 receipt (2020-03-20) donor=乙公司: CNY 300元, 口罩 500只 [500只 300CNY]
4 - a total
= 5300 in row 4
""",
    ),
    (
        "who stands beside those to whom gifts went gave them",
        {},
        """
截至2020年3月20日捐赠物资接收及使用情况公示,,,
单位/姓名,物资名称,数量,使用单位
甲公司,口罩,100只,市一院
乙二,酒精,20桶,市二院
""",
        """
goods_in 2: 单位/姓名=donor 物资名称=item 数量=quantity 使用单位=recipient
3 relay (2020-03-20) donor=甲公司 recipient=市一院: 口罩 100只 [100只]
4 relay (2020-03-20) donor=乙二 recipient=市二院: 酒精 20桶 [20桶]
""",
    ),
    (
        "the same by the word for where they went",
        {"day": "2020-03-20"},
        """
单位/姓名,物资名称,数量,物资去向
甲公司,口罩,100只,市一院
""",
        """
goods_in 1: 单位/姓名=donor 物资名称=item 数量=quantity 物资去向=recipient
2 relay (2020-03-20) donor=甲公司 recipient=市一院: 口罩 100只 [100只]
""",
    ),
    (
        "what the user says they are: money",
        {"day": "2020-03-20", "columns": {"金额（元）": "money"}},
        """
捐赠单位,捐赠物资,金额（元）
甲公司,,5000
乙公司,口罩500只,300
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 金额（元）=money
2 receipt (2020-03-20) donor=甲公司: CNY 5000元 [5000CNY]
3 receipt (2020-03-20) donor=乙公司: CNY 300元, 口罩 500只 [500只 300CNY]
""",
    ),
    (
        "or what the goods are worth, where a word stands beside what is money",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠物资,金额（元）
甲公司,现金,5000
乙公司,口罩500只,300
""",
        """
goods_in 1: 捐赠单位=donor 捐赠物资=item 金额（元）=money
2 receipt (2020-03-20) donor=甲公司: CNY 5000元 [5000CNY]
3 receipt (2020-03-20) donor=乙公司: 口罩 500只@@300 [500只 300value]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_what_amounts_beside_goods_are(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("单价（元）", "2", "口罩 500个@2"),
        ("市场单价", "2", "口罩 500个@2"),
        ("零售价", "2", "口罩 500个@2"),
        ("市值（元）", "1000", "口罩 500个@@1000"),
        ("估价（元）", "1000", "口罩 500个@@1000"),
        ("参考总价", "1000", "口罩 500个@@1000"),
        ("市场价（元）", "2", "口罩 500个 “市场价（元）：2”"),
        ("参考价格", "2元/个", "口罩 500个 “参考价格：2元/个”"),
        ("Market Price", "2", "口罩 500个 “Market Price: 2”"),
    ],
)
def test_price_of_one_worth_of_all_and_what_may_be_either(heading: str, cell: str, said: str) -> None:
    """A price is of one, a worth of all; what doesn't say which stands in the note and values nothing."""
    row = told(f"日期,捐赠单位,物资,数量,{heading}\n2020-02-01,甲公司,口罩,500个,{cell}\n").splitlines()[1]
    assert row.startswith(f"2 receipt 2020-02-01 donor=甲公司: {said} [")


@pytest.mark.parametrize(
    "heading", ["捐赠方式", "渠道", "到账账户", "收款途径", "receivedInWhichAccount", "Received In"]
)
@pytest.mark.parametrize("said", ["实物", "实物捐赠", "捐物", "In Kind", "in-kind", "Gift in-kind"])
def test_goods_among_accounts_and_ways_are_no_cash(heading: str, said: str) -> None:
    """Whatever the column is called: what its cells call goods is their worth, and the account says nothing of the other rows."""
    rows = ["2020-01-05,李华,500,工行", f"2020-01-06,甲公司,1200.5,{said}", "2020-01-07,王芳,300,微信", "合计,,2000.5,"]
    found = told("\n".join([f"日期,捐赠人,金额（元）,{heading}", *rows])).splitlines()
    assert found[1] == "2 receipt 2020-01-05 donor=李华: CNY 500元 [500CNY]"
    assert found[2] == "3 receipt 2020-01-06 donor=甲公司: 物资 ?@@1200.5 [1200.5value]"
    assert found[3] == "4 receipt 2020-01-07 donor=王芳: CNY 300元 [300CNY]"


@pytest.mark.parametrize("said", ["物资", "物品", "goods"])
def test_what_may_be_the_use_of_money_makes_no_goods_of_it(said: str) -> None:
    rows = [f"2020-01-05,李华,500,{said}", "2020-01-07,王芳,300,人员"]
    assert "money_in 1:" in (found := told("\n".join(["日期,捐赠人,金额（元）,口径", *rows])))
    assert "CNY 500元 [500CNY]" in found


def test_worth_in_foreign_money_is_asked_for_in_yuan() -> None:
    rows = ["2020-01-05,李华,500,现金", "2020-01-06,甲公司,1200.5,实物"]
    found = told("\n".join(["日期,捐赠人,金额（港币）,捐赠方式", *rows]))
    assert f"3 ! 金额（港币）: {WORTH_IN_YUAN} (1200.5)" in found


def test_what_was_sold_is_no_gift_and_what_was_given_of_it_is() -> None:
    """How many were sold are no goods that came, and 捐出金额 of who stands in the row is no spending."""
    rows = ["三（1）班,图书,86,532.5,532.5", "三（2）班,玩具,55,401.5,400", "合计,,141,934,932.5"]
    found = told(
        "\n".join(["爱心义卖", "班级,品类,销售数量（件）,义卖金额（元）,捐出金额（元）", *rows]), day="2020-03-20"
    )
    assert "销售数量（件）=- 义卖金额（元）=- 捐出金额（元）=money" in found
    assert "receipt (2020-03-20) donor=三（2）班: CNY 400元 [400CNY]" in found
    assert found.endswith("= 932.5 in row 5\n")


@pytest.mark.parametrize("heading", ["义卖收入（元）", "义卖金额", "拍卖所得"])
def test_what_a_sale_brought_is_given(heading: str) -> None:
    found = told(f"日期,班级,{heading}\n2020-03-20,三1班,532.5")
    assert "receipt 2020-03-20 donor=三1班: CNY 532.5元" in found


def test_what_was_given_to_somebody_is_spent() -> None:
    assert "expense 2020-03-20 recipient=东乡小学" in told("日期,受赠单位,捐出金额\n2020-03-20,东乡小学,50")
    assert "receipt 2020-03-20 donor=李华: CNY 50元" in told("日期,姓名,捐出金额\n2020-03-20,李华,50")


def test_an_amount_among_columns_of_goods_is_none_of_them() -> None:
    found = told("日期,捐赠人,口罩（只）,售价（元）,手套（双）\n2020-03-20,李华,5,30,2")
    assert "口罩 5只" in found and "手套 2双" in found and "售价" not in found.splitlines()[1]  # noqa: PT018


@pytest.mark.parametrize("heading", ["非现金捐赠", "非货币性捐赠", "非现金", "非货币资产捐赠", "Non-Cash", "实物捐赠"])
def test_what_was_no_cash_is_worth(heading: str) -> None:
    """Beside money and the sum of both: the column of goods is no second one of money."""
    rows = ["2020-01-05,李华,500,,500", "2020-01-09,甲公司,,35000,35000", "合计,,500,35000,35500"]
    found = told("\n".join([f"日期,捐赠人,现金捐赠,{heading},合计", *rows]))
    assert "receipt 2020-01-05 donor=李华: CNY 500元 [500CNY]" in found
    assert "receipt 2020-01-09 donor=甲公司: 物资 ?@@35000 [35000value]" in found


@pytest.mark.parametrize("heading", ["Estimated FMV (CNY)", "FMV", "Fair Market Value"])
def test_what_an_english_log_calls_worth(heading: str) -> None:
    found = told(f"Date,Source/Donor,Item,Qty,Unit,{heading}\n2020-03-02,Rotary Club,Blankets,20,pcs,400\n")
    assert "2 receipt 2020-03-02 donor=Rotary Club: Blankets 20个@@400 [" in found


@pytest.mark.parametrize("heading", ["金额（港币）", "支出金额（美元）"])
def test_goods_bought_in_foreign_money_are_asked_for_in_yuan(heading: str) -> None:
    """It was booked as so many yuan."""
    rows = ["2020-03-02,购买口罩50包,7500", "2020-03-03,运费,300"]
    found = told("\n".join([f"日期,支出项目,{heading}", *rows]))
    assert f"2 ! {heading}: {BOUGHT_IN_YUAN} (7500" in found
    assert "3 expense 2020-03-03" in found


@pytest.mark.parametrize("paid_for", ["打印费300页", "3个月服务器费用+域名费用(一个月30刀)", "运费（口罩500个）"])
def test_a_fee_is_nothing_bought_whatever_number_stands_beside_it(paid_for: str) -> None:
    """It came into stock: 300 页, 30 刀."""
    found = told(f"日期,支出项目,支出金额\n2020-03-02,{paid_for},80\n2020-03-03,口罩500个（含运费）,900\n")
    assert f"2 expense 2020-03-02 : CNY 80元 “{paid_for}” [80CNY]" in found
    assert "3 purchase 2020-03-03 : 口罩 500个@@900 [500个 900CNY]" in found


def test_a_body_below_its_column_gave_where_nobody_stands_below_names() -> None:
    """It was a remark, and the gift that of somebody; where both stand, the body only says where the person belongs."""
    found = told("日期,姓名,单位,金额\n2020-02-01,李华,甲公司,100\n2020-02-02,,乙公司,500\n2020-02-03,王芳,,30\n")
    assert "2 receipt 2020-02-01 donor=李华: CNY 100元 “单位：甲公司” [100CNY]" in found
    assert "3 receipt 2020-02-02 donor=乙公司: CNY 500元 [500CNY]" in found
    found = told("日期,姓名,部门,金额\n2020-02-01,李华,财务部,100\n2020-02-02,,销售部,500\n")
    assert "donor=销售部" not in found


def test_of_two_who_gave_the_other_is_kept_in_the_note() -> None:
    """李华 was nowhere."""
    found = told("日期,捐赠单位,捐赠人,捐款金额\n2020-02-01,甲公司,李华,100\n2020-02-02,,王芳,30\n")
    assert "2 receipt 2020-02-01 donor=甲公司: CNY 100元 “捐赠人：李华” [100CNY]" in found
    assert "3 receipt 2020-02-02 donor=王芳: CNY 30元 [30CNY]" in found


PRICED = "捐赠单位,药品名称,单位,数量,单价（元）,捐款金额（元）"


def test_what_quantity_and_price_make_is_what_goods_are_worth_below_any_heading() -> None:
    """It was booked as so much money beside the goods."""
    found = told(f"{PRICED}\n甲公司,板蓝根,包,500,12,6000\n乙药房,维生素,瓶,200,3.5,700\n合计,,,,,6700\n", "2020-02-10")
    assert "2 receipt (2020-02-10) donor=甲公司: 板蓝根 500包@@6000 [500包 6000value]" in found
    assert "3 receipt (2020-02-10) donor=乙药房: 维生素 200瓶@@700 [200瓶 700value]" in found
    assert "= 6700 in row 4" in found


def test_other_amounts_below_a_heading_of_cash_were_given_too() -> None:
    found = told(f"{PRICED}\n甲公司,板蓝根,包,500,12,100\n乙药房,维生素,瓶,200,3.5,300\n", "2020-02-10")
    assert "板蓝根 500包" in found
    assert "CNY 100元" in found
    assert "100CNY" in found
    assert "300CNY" in found


def test_where_some_amounts_are_what_prices_make_it_is_asked() -> None:
    """6000 was booked as money beside goods of 6000."""
    found = told(f"{PRICED}\n甲公司,板蓝根,包,500,12,6000\n丙公司,,,,,500\n", "2020-02-10")
    assert "2 ! None: whether these amounts were given too" in found
    assert "receipt" not in found


@pytest.mark.parametrize(
    "heading",
    [
        "物资折价（元）",
        "捐物（元）",
        "折价金额（元）",
        "折算金额（元）",
        "实物价值（元）",
        "非现金捐赠（元）",
        "In-kind value",
    ],
)
def test_what_goods_are_worth_is_no_cash_where_nothing_names_them(heading: str) -> None:
    """It was booked as 5000 yuan of cash."""
    found = told(f"捐赠单位,{heading},日期\n甲公司,5000,2020-02-01\n合计,5000,\n", "2020-02-10")
    assert "2 receipt 2020-02-01 donor=甲公司: 物资 ?@@5000 [5000value]" in found
    assert "= 5000 in row 3" in found


@pytest.mark.parametrize("heading", ["折合人民币（元）", "价值（元）", "款物折价（元）"])
def test_what_may_be_cash_in_yuan_stays_so(heading: str) -> None:
    assert "CNY 5000元 [5000CNY]" in told(f"捐赠单位,{heading},日期\n甲公司,5000,2020-02-01\n", "2020-02-10")


@pytest.mark.parametrize("worth", ["折算金额（万元）", "折价金额（万元）", "价值（万元）"])
def test_goods_below_a_bare_name_beside_their_worth_are_goods(worth: str) -> None:
    """名称 was read by nobody, and what the goods are worth booked as cash."""
    found = told(f"捐赠方,名称,{worth},去向\n甲公司,救护车2辆,60,县医院\n乙公司,空调,5,县医院\n", "2020-02-10")
    assert "2 relay (2020-02-10) donor=甲公司 recipient=县医院: 救护车 2辆@@600000 [2辆 600000value]" in found
    assert "3 relay (2020-02-10) donor=乙公司 recipient=县医院: 空调 ?@@50000 [50000value]" in found


def test_goods_with_how_much_of_them_below_a_bare_name_are_goods_without_a_worth_too() -> None:
    found = told("捐赠方,名称,日期\n甲公司,救护车2辆,2020-02-01\n乙公司,口罩500只,2020-02-01\n")
    assert "2 receipt 2020-02-01 donor=甲公司: 救护车 2辆 [2辆]" in found
    assert "3 receipt 2020-02-01 donor=乙公司: 口罩 500只" in found
