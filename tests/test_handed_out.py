"""Lists of what was handed out to people in need, goods and money, and accounts whose totals are held against their rows."""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "goods and money handed out to people in need",
        {},
        """
慰问品发放花名册,,,,,,
序号,姓名,大米（袋）,食用油（桶）,慰问金（元）,领取人签名,日期
1,甲一,1,1,200,,2020-01-20
2,乙二,2,1,300,,2020-01-20
合计,,3,2,510,,
""",
        """
goods_out 2: 序号=serial 姓名=recipient 大米（袋）=quantity 食用油（桶）=quantity 慰问金（元）=spent 领取人签名=- 日期=date
3 distribution 2020-01-20 recipient=甲一: 大米 1袋, 食用油 1桶 + expense 2020-01-20 recipient=甲一: CNY 200元 [1袋 1桶 200CNY]
4 distribution 2020-01-20 recipient=乙二: 大米 2袋, 食用油 1桶 + expense 2020-01-20 recipient=乙二: CNY 300元 [2袋 1桶 300CNY]
5 - a total
= 510 in row 5
≠ 5 慰问金（元）: 510 for 500
""",
    ),
    (
        "the same with the names of the goods",
        {"day": "2020-01-20"},
        """
慰问困难群众名单,,,
户主姓名,慰问品,慰问金（元）,家庭住址
甲一,大米1袋、油1桶,200,甲村
乙二,棉被1床,300,乙村
合计,,500,
""",
        """
goods_out 2: 户主姓名=recipient 慰问品=item 慰问金（元）=spent 家庭住址=-
3 distribution (2020-01-20) recipient=甲一: 大米 1袋, 油 1桶 + expense (2020-01-20) recipient=甲一: CNY 200元 [1袋 1桶 200CNY]
4 distribution (2020-01-20) recipient=乙二: 棉被 1床 + expense (2020-01-20) recipient=乙二: CNY 300元 [1床 300CNY]
5 - a total
= 500 in row 5
""",
    ),
    (
        "whom money helped, beside where they learn",
        {"day": "2020-01-20"},
        """
助学金发放名单,,,
序号,学生姓名,学校,资助金额（元）
1,甲一,一中,2000
2,乙二,二中,2000
合计,,,4000
""",
        """
spending 2: 序号=serial 学生姓名=recipient 学校=note 资助金额（元）=spent
3 expense (2020-01-20) recipient=甲一: CNY 2000元 “学校：一中” [2000CNY]
4 expense (2020-01-20) recipient=乙二: CNY 2000元 “学校：二中” [2000CNY]
5 - a total
= 4000 in row 5
""",
    ),
    (
        "what goods are worth that were handed out is no money",
        {"day": "2020-01-20"},
        """
救助物资发放明细,,,
受助人,物资名称,数量,金额（元）
甲一,棉被,1床,150
乙二,大米,2袋,200
合计,,,350
""",
        """
goods_out 2: 受助人=recipient 物资名称=item 数量=quantity 金额（元）=value
3 distribution (2020-01-20) recipient=甲一: 棉被 1床@@150 [1床 150value]
4 distribution (2020-01-20) recipient=乙二: 大米 2袋@@200 [2袋 200value]
5 - a total
= 350 in row 5
""",
    ),
    (
        "money of merit beside offerings",
        {"day": "2020-03-20"},
        """
功德主,功德金,供品
甲一合家,壹仟元,
乙二居士,500,大米2袋
合计,1500元,
""",
        """
goods_in 1: 功德主=donor 功德金=money 供品=item
2 receipt (2020-03-20) donor=甲一合家: CNY 1000元 [1000CNY]
3 receipt (2020-03-20) donor=乙二居士: CNY 500元, 大米 2袋 [2袋 500CNY]
4 - a total
= 1500 in row 4
""",
    ),
    (
        "what comes in and is dues, rent or a loan",
        {},
        """
2020年收支,,,,
日期,摘要,收入,支出,结余
2月1日,期初余额,,,1000
2月2日,甲一捐款,100,,1100
2月4日,会费（乙二）,50,,1150
2月5日,政府购买服务,20000,,21150
2月6日,活动餐费,,200,20950
""",
        """
money_in 2: 日期=date 摘要=note 收入=money 支出=spent 结余=-
3 - a total
4 receipt 2020-02-02 donor=甲一: CNY 100元 “甲一捐款” [100CNY]
5 - income that is no gift by its type; where it is one, `donations receive` records it
6 - income that is no gift by its type; where it is one, `donations receive` records it
7 expense 2020-02-06 : CNY 200元 “活动餐费” []
""",
    ),
    (
        "a wrong total of what went out of an account",
        {},
        """
2020年收支,,,,
日期,摘要,捐款人,收入,支出
2月2日,捐款,甲一,100,
2月6日,活动餐费,,,200
2月7日,场地,,,50
合计,,,100,350
""",
        """
money_in 2: 日期=date 摘要=note 捐款人=donor 收入=money 支出=spent
3 receipt 2020-02-02 donor=甲一: CNY 100元 “捐款” [100CNY]
4 expense 2020-02-06 : CNY 200元 “活动餐费” []
5 expense 2020-02-07 : CNY 50元 “场地” []
6 - a total
= 100 in row 6
≠ 6 支出: 350 for 250
""",
    ),
    (
        "one of what went out with money that only changed its place",
        {},
        """
2020年收支,,,,
日期,摘要,捐款人,收入,支出
2月2日,捐款,甲一,100,
2月6日,活动餐费,,,200
2月7日,提现到银行卡,,,50
合计,,,100,250
""",
        """
money_in 2: 日期=date 摘要=note 捐款人=donor 收入=money 支出=spent
3 receipt 2020-02-02 donor=甲一: CNY 100元 “捐款” [100CNY]
4 expense 2020-02-06 : CNY 200元 “活动餐费” []
5 - neither income nor spending: money moved between accounts of one's own
6 - a total
= 100 in row 6
""",
    ),
    (
        "what money was paid for, below headings that say so in other words",
        {},
        """
序号,支付日期,支付明细,支付金额（元）
1,2020-02-01,转教育局采购防疫用品,4152
2,2020-02-03,转人民医院,7390
合计,,,11542
""",
        """
spending 1: 序号=serial 支付日期=date 支付明细=item 支付金额（元）=spent
2 expense 2020-02-01 : CNY 4152元 “转教育局采购防疫用品” [4152CNY]
3 expense 2020-02-03 : CNY 7390元 “转人民医院” [7390CNY]
4 - a total
= 11542 in row 4
""",
    ),
    (
        "an account whose spending is called otherwise",
        {},
        """
日期,来自,收入,开销,开销用途,余额
2020-02-01,李华,500,,,500
2020-02-02,,,120,猫粮,380
""",
        """
money_in 1: 日期=date 来自=donor 收入=money 开销=spent 开销用途=note 余额=-
2 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]
3 expense 2020-02-02 : CNY 120元 “猫粮” []
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_list_of_what_was_handed_out_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize("heading", ["发放金额（元）", "慰问金（元）"])
def test_who_got_money_sold_nothing(heading: str) -> None:
    said = told(f"2020年慰问金发放表\n日期,姓名,{heading},签名\n2020-01-20,甲一,300,\n").splitlines()[1]
    assert said == "3 expense 2020-01-20 recipient=甲一: CNY 300元 [300CNY]"


@pytest.mark.parametrize(
    ("title", "headings", "giver"),
    [
        ("捐赠物资入库登记表", "日期,来源,物资,数量,接收单位", "顺丰仓库"),
        ("Donations received", "Date,From,Item,Quantity,Received by", "Home Depot"),
        ("Donations", "Date,From,Item,Quantity,Recipient", "Home Depot"),
    ],
)
def test_what_came_from_a_store_that_gave_it_is_no_gift_of_ours(title: str, headings: str, giver: str) -> None:
    """It was booked as handed out."""
    assert f"donor={giver}" in told(f"{title},,,,\n{headings}\n2020-02-01,{giver},masks,5,Ann\n").splitlines()[1]


def test_how_much_each_gets_is_no_amount_of_the_row() -> None:
    """It was spent once more, or once for ten."""
    beside = told("姓名,日期,资助标准,金额\n李华,2020-02-01,1000,1000\n").splitlines()[1]
    assert beside == "2 receipt 2020-02-01 donor=李华: CNY 1000元 [1000CNY]"
    for_many = told("日期,受助学校,人数,资助标准\n2020-02-01,一小,10,1000\n").splitlines()[1]
    assert for_many.startswith("2 ! ")
    each = told("日期,受助学生,资助标准\n2020-02-01,小明,1000\n").splitlines()[1]
    assert each == "2 expense 2020-02-01 recipient=小明: CNY 1000元 [1000CNY]"


def test_the_income_of_this_year_is_nothing_given() -> None:
    assert "本年度收入=-" in told("姓名,日期,本年度收入,捐款\n李华,2020-02-01,50000,50\n").splitlines()[0]


def test_a_name_that_ends_in_one_sign_like_the_goods_stays() -> None:
    assert "recipient=尚书:" in told("日期,捐赠人,物资,数量,去向\n2020-02-04,乙公司,书,50本,尚书50本\n")


def test_a_part_for_who_handles_goods_is_of_money() -> None:
    assert "CNY 15元 “其中：物资部 10元”" in told("单位,日期,捐款,其中：物资部\n甲公司,2020-02-03,15,10\n")


def test_numbers_of_those_who_pay_are_none_of_payments() -> None:
    """Two gifts bore one number, and which payments they were was lost."""
    found = told(
        "ID,Date,Donor,Amount,Payment reference\nD-1,2020-02-03,Ann,5,P001\nD-1,2020-02-03,Ann,5,P002\n"
    ).splitlines()
    assert "Payment reference=number" in found[0]
    assert [line.rpartition("#")[2] for line in found[1:]] == ["table:P001 [5CNY]", "table:P002 [5CNY]"]


def test_a_name_before_what_came_and_what_went_is_of_neither() -> None:
    """What was handed out had come from them."""
    found = told("姓名,日期,收到物资,,发放物资,\n,,名称,数量,名称,数量\n李华,2020-02-03,口罩,100,口罩,50\n")
    assert all(line.startswith("3 ! ") and "can't be both" in line for line in found.splitlines()[1:])


def test_money_below_what_was_received_and_what_was_handed_out_went_these_ways() -> None:
    """李华 had got what she gave, and 张三 had given what he got."""
    found = told("日期,接收捐款,,发放慰问金,\n,姓名,金额,姓名,金额\n2020-02-03,李华,100,张三,50\n").splitlines()[1:]
    assert found == [
        "3 receipt 2020-02-03 donor=李华: CNY 100元 [100CNY]",
        "3 expense 2020-02-03 recipient=张三: CNY 50元 [50CNY]",
    ]


@pytest.mark.parametrize(
    ("headings", "got"),
    [
        ("户主,人口,大米(袋),领取人签字", "distribution (2020-02-29) recipient=张三: 大米 2袋"),
        ("姓名,人口,大米(袋),签领", "distribution (2020-02-29) recipient=张三: 大米 2袋"),
        ("姓名,电话,金额,领款人签字", "expense (2020-02-29) recipient=张三: CNY 2元"),
        ("捐赠人,电话,大米(袋),领取人签字", "receipt (2020-02-29) donor=张三: 大米 2袋"),
    ],
)
def test_who_signed_for_it_got_it(headings: str, got: str) -> None:
    """Who is named beside a column for that signature; it was asked about."""
    assert got in told(f"{headings}\n张三,4,2,\n", "2020-02-29")


def test_goods_that_are_called_handed_out_went_to_who_is_named() -> None:
    assert "recipient=张三: 大米 2袋" in told("姓名,发放物品,数量\n张三,大米,2袋\n", "2020-02-29")


@pytest.mark.parametrize(
    ("title", "headings", "out"),
    [
        ("接收捐赠物资登记", "发放人,接收单位", "recipient=乙: 口罩 5个 “发放人：甲”"),
        ("物资发放登记", "分配单位,接收人", "recipient=甲: 口罩 5个"),
    ],
)
def test_who_handed_it_out_for_us_gave_nothing(title: str, headings: str, out: str) -> None:
    """The one of us was booked as its giver, the other, to whom it was allotted, as a remark."""
    assert out in told(f"{title},,,,\n日期,物资,数量,{headings}\n2020-02-03,口罩,5个,甲,乙\n").splitlines()[1]


@pytest.mark.parametrize("heading", ["接收单位", "发放对象", "受赠方", "去向", "接收社区"])
def test_who_signs_for_each_of_the_goods_is_not_who_was_given_them(heading: str) -> None:
    """Where the body stands once above several goods, each of those who fetched them was booked as given."""
    rows = f"日期,{heading},品名,数量,领取人\n2020-02-03,红旗社区,图书,9册,李华\n,,橙子,39斤,王芳\n"
    found = told(f"物资发放明细\n{rows}").splitlines()
    assert [line.split(":")[0] for line in found[1:]] == [
        f"{row} distribution 2020-02-03 recipient=红旗社区" for row in (3, 4)
    ]
