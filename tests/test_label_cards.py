"""Gifts written as cards: a label and what it says, one below the other.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

SHAPES: list[tuple[str, str, str]] = [
    (
        "three cards",
        """
姓名：张三
金额：100
日期：2020-02-01

姓名：李四
金额：200
日期：2020-02-02

姓名：王五
金额：300
日期：2020-02-03
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
1 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
5 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
9 receipt 2020-02-03 donor=王五: CNY 300元 [300CNY]
""",
    ),
    (
        "a title, and remarks that are left open",
        """
捐款登记

姓名：张三
金额：100元
备注：加油

姓名：李四
金额：200元
备注：
""",
        """
money_in 3: 姓名=donor 金额=money 备注=note
3 receipt (2020-03-01) donor=张三: CNY 100元 “加油” [100CNY]
7 receipt (2020-03-01) donor=李四: CNY 200元 [200CNY]
""",
    ),
    (
        "a label and what it says in two cells",
        """
姓名,张三
金额,100
日期,2020-02-01
,
姓名,李四
金额,200
日期,2020-02-02
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
1 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
5 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
""",
    ),
    (
        "side by side",
        """
姓名：张三,姓名：李四
金额：100,金额：200
日期：2020-02-01,日期：2020-02-02
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
1 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
1 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
""",
    ),
    (
        "one card",
        """
捐款单
姓名：张三
金额：100元
日期：2020-02-01
""",
        """
money_in 2: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
""",
    ),
    (
        "each on a line",
        """
姓名：张三 金额：100元
姓名：李四 金额：200元
姓名：王五，金额：300元
""",
        """
money_in 1: 姓名=donor 金额=money
1 receipt (2020-03-01) donor=张三: CNY 100元 [100CNY]
2 receipt (2020-03-01) donor=李四: CNY 200元 [200CNY]
3 receipt (2020-03-01) donor=王五: CNY 300元 [300CNY]
""",
    ),
    (
        "goods, with lines between",
        """
捐赠登记
捐赠单位：甲公司
捐赠物资：口罩500个、手套200双
日期：2020-02-01
------
捐赠单位：乙公司
捐赠物资：消毒液3箱
------
捐赠单位：张三
捐赠物资：现金500元
日期：2020-02-02
经办人：李四
""",
        """
goods_in 2: 捐赠单位=donor 捐赠物资=item 日期=date 经办人=-
2 receipt 2020-02-01 donor=甲公司: 口罩 500个, 手套 200双 [500个 200双]
6 receipt (2020-03-01) donor=乙公司: 消毒液 3箱 [3箱]
9 receipt 2020-02-02 donor=张三: CNY 500元 [500CNY]
""",
    ),
    (
        "two labels in a row",
        """
捐款登记卡,,,
姓名,张三,电话,13800000000
金额,100元,日期,2020-02-01
姓名,李四,电话,13800000001
金额,200元,日期,2020-02-02
""",
        """
money_in 2: 姓名=donor 电话=- 金额=money 日期=date
2 receipt 2020-02-01 donor=张三: CNY 100元 [100CNY]
4 receipt 2020-02-02 donor=李四: CNY 200元 [200CNY]
""",
    ),
    (
        "a total below",
        """
姓名：张三
金额：100元
姓名：李四
金额：200元
合计：300元
""",
        """
money_in 1: 姓名=donor 金额=money
1 receipt (2020-03-01) donor=张三: CNY 100元 [100CNY]
3 receipt (2020-03-01) donor=李四: CNY 200元 [200CNY]
5 - a total
= 300 in row 5
""",
    ),
    (
        "in English",
        """
Name: Li Hua
Amount: 100
Date: 2020-02-01

Name: Wang Fang
Amount: 200
Date: 2020-02-02
""",
        """
money_in 1: Name=donor Amount=money Date=date
1 receipt 2020-02-01 donor=Li Hua: CNY 100元 [100CNY]
5 receipt 2020-02-02 donor=Wang Fang: CNY 200元 [200CNY]
""",
    ),
    (
        "which way it went is asked",
        """
单位：甲公司
物资：口罩500个
""",
        """
unclear 1: 单位=party 物资=item
1 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (单位 物资)
""",
    ),
    (
        "given out",
        """
物资发放登记
接收单位：市一院
物资：口罩500个
日期：2020-02-01
接收单位：市二院
物资：口罩300个
日期：2020-02-02
""",
        """
goods_out 2: 接收单位=recipient 物资=item 日期=date
2 distribution 2020-02-01 recipient=市一院: 口罩 500个 [500个]
5 distribution 2020-02-02 recipient=市二院: 口罩 300个 [300个]
""",
    ),
    (
        "an application is no gift",
        """
困难救助申请表
姓名：张三
家庭人口：3
申请金额：5000元
申请日期：2020-02-01
""",
        """

""",
    ),
    (
        "an account to pay to is none",
        """
爱心捐款账户
户名：某某协会
开户行：工商银行九江分行
账号：1506 0000 0000 0000
联系人：张三
""",
        """

""",
    ),
    (
        "a statistic is none",
        """
捐赠单位,15
捐款金额,50000
捐款人数,300
""",
        """
unclear 0: A=- B=-
1 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (捐赠单位 15)
2 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (捐款金额 50000)
3 ! None: a row of headings such as Donor, Item, Quantity; or say what each column is: --map A=donor --map B=item (捐款人数 300)
""",
    ),
    (
        "an agreement says what will come",
        """
捐赠协议
捐赠方：甲公司
受赠方：某某协会
经双方协商，达成如下协议。
捐赠金额：500000元
签订日期：2020-02-01
""",
        """

""",
    ),
    (
        "and so does a card of pledges",
        """
认捐登记
姓名：张三
认捐金额：5000元
日期：2020-02-01
""",
        """
unclear 2: 姓名=donor 认捐金额=money 日期=date
2 ! None: amounts that came: by its headings or its title this is a list of promises, which are no gifts yet. Add a column 到账日期 or 状态 that says of each row whether it came; or, if all of it came, say --map HEADING=money (or =quantity) (姓名 认捐金额 日期)
""",
    ),
    (
        "a label that comes twice makes it none",
        """
捐赠单位：甲公司
物资：口罩500个
物资：手套200双
捐赠单位：乙公司
物资：口罩500个
""",
        """

""",
    ),
    (
        "a receipt names who took it in",
        """
收款收据
日期：2020-02-01
交款人：张三
金额：100元
事由：捐款
收款人：李会计
""",
        """
unclear 2: 日期=date 交款人=donor 金额=money 事由=note 收款人=supplier
2 ! None: whose list it is: one name that stands in each row, of who paid or of who was paid; else say --map HEADING=- of the column of one's own name (日期 交款人 金额 事由 收款人)
""",
    ),
    (
        "a card of a store that names nobody says who is missing",
        """
品名：口罩
日期,收入,发出,结存
2020-02-01,500,,500
2020-02-02,,200,300
""",
        """
goods_in 2: 日期=date 收入=quantity 发出=quantity 结存=-
3 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name ()
4 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (日期 收入 发出 结存)
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_a_card_is_a_gift(table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), "2020-03-01").strip() == answer.strip()


def test_a_form_says_more_than_who_and_how_much() -> None:
    """What is left open, a way below 备注, the amount in capitals and the title that comes again."""
    form = "捐款登记表,,,\n姓名,李华,电话,\n捐款金额,1000元,大写,壹仟元整\n捐赠意向,助学,日期,2020-02-01\n经办人,张三,备注,支付宝\n"
    found = told(form + form.replace("李华", "王芳")).splitlines()[1:]
    assert found == [
        "2 receipt 2020-02-01 donor=李华: CNY 1000元 for 助学 “支付宝” [1000CNY]",
        "7 receipt 2020-02-01 donor=王芳: CNY 1000元 for 助学 “支付宝” [1000CNY]",
    ]


def test_labels_may_have_numbers() -> None:
    """As the answers of a form that were copied have them."""
    found = told("1、姓名：李华\n2、捐款金额：100\n1、姓名：王芳\n2、捐款金额：200\n", "2020-03-01").splitlines()[1:]
    assert [line.split(") ")[1] for line in found] == [
        "donor=李华: CNY 100元 [100CNY]",
        "donor=王芳: CNY 200元 [200CNY]",
    ]
