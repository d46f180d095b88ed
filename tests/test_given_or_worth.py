"""Amounts beside goods, given too or what the goods are worth; and names beside those to whom gifts went on."""

from typing import Any

import pytest
from harness.tables import told

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
