"""Cash and what goods are worth in one amount, or in columns beside each other: which counts the other, and in what."""

from typing import Any

import pytest
from harness.tables import told

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "an amount beside cash and goods may count both: it is held against what the goods say, or asked about",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠内容,金额（元）
甲公司,现金5000元、大米10袋（价值1000元）,6000
乙公司,现金5000元、大米10袋（价值1000元）,1000
丙公司,现金5000元、大米10袋,1000
丁公司,现金5000元、大米10袋,5000
戊公司,现金5000元、大米10袋（价值600元）、油2桶（价值400元）,6000
己公司,现金5000元、大米10袋,6000
""",
        """
goods_in 1: 捐赠单位=donor 捐赠内容=item 金额（元）=money
2 receipt (2020-02-29) donor=甲公司: CNY 5000元, 大米 10袋@@1000 [10袋 5000CNY 1000value]
3 receipt (2020-02-29) donor=乙公司: CNY 5000元, 大米 10袋@@1000 [10袋 5000CNY 1000value]
4 receipt (2020-02-29) donor=丙公司: CNY 5000元, 大米 10袋@@1000 [10袋 5000CNY 1000value]
5 receipt (2020-02-29) donor=丁公司: CNY 5000元, 大米 10袋 [10袋 5000CNY]
6 receipt (2020-02-29) donor=戊公司: CNY 5000元, 大米 10袋@@600, 油 2桶@@400 [10袋 2桶 5000CNY 1000value]
7 ! 金额（元）: what the goods are worth alone: this may count the cash beside them; write it behind them, 大米10袋（价值1000元）, or pass the column over with --map HEADING=- (6000元)
""",
    ),
    (
        "a whole that counts what goods are worth is no money: its parts are, counted as it is where they make it then",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠金额（万元）,其中：现金,物资折价
甲公司,100,80,20
""",
        """
money_in 1: 捐赠单位=donor 捐赠金额（万元）=- 其中：现金=money 物资折价=value
2 receipt (2020-02-29) donor=甲公司: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
""",
    ),
    (
        "the same where the whole may be either",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠款物（万元）,其中：资金,其中：物资
甲公司,100,80,20
""",
        """
money_in 1: 捐赠单位=donor 捐赠款物（万元）=- 其中：资金=money 其中：物资=value
2 receipt (2020-02-29) donor=甲公司: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
""",
    ),
    (
        "cash and goods below 其中 that make the whole in every row are what came; the goods alone were booked",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠款物总额（万元）,其中：现金（万元）,其中：物资折价（万元）,接收单位
甲公司,100,80,20,东乡镇
乙公司,50,50,,东乡镇
合计,150,130,20,
""",
        """
money_in 1: 捐赠单位=donor 捐赠款物总额（万元）=- 其中：现金（万元）=money 其中：物资折价（万元）=value 接收单位=recipient
2 relay (2020-02-29) donor=甲公司 recipient=东乡镇: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
3 relay (2020-02-29) donor=乙公司 recipient=东乡镇: CNY 500000元 [500000CNY]
4 - a total
= 1300000 in row 4
""",
    ),
    (
        "and where they don't make it, nobody knows what came besides the goods",
        {"day": "2020-02-29"},
        """
捐赠单位,累计捐赠款物（元）,其中：资金（元）,其中：物资价值（元）
甲公司,100,70,20
""",
        """
unclear 1: 捐赠单位=donor 累计捐赠款物（元）=- 其中：资金（元）=- 其中：物资价值（元）=value
2 ! None: money apart from goods: in these amounts what goods are worth is counted; say --map HEADING=- of the whole, and --map HEADING=money of the part that is money; where no column says that part alone, add one (捐赠单位 累计捐赠款物（元） 其中：资金（元） 其中：物资价值（元）)
""",
    ),
    (
        "parts that say no measure have that of their sum",
        {"day": "2020-02-29"},
        """
捐赠单位,捐赠合计（万元）,捐款,捐物折价
甲公司,100,80,20
乙公司,50,50,
""",
        """
money_in 1: 捐赠单位=donor 捐赠合计（万元）=- 捐款=money 捐物折价=value
2 receipt (2020-02-29) donor=甲公司: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
3 receipt (2020-02-29) donor=乙公司: CNY 500000元 [500000CNY]
""",
    ),
    (
        "amounts of which nothing tells whether they are in 万元 too are asked about",
        {"day": "2020-02-29"},
        """
捐赠单位,捐款（万元）,物资折价
甲公司,80,20
""",
        """
unclear 1: 捐赠单位=donor 捐款（万元）=money 物资折价=value
2 ! None: what these amounts are counted in: those beside them are in 万元, and this heading doesn't say; write it behind the heading, 物资折价（万元） or 物资折价（元）, or pass the column over with --map HEADING=- (捐赠单位 捐款（万元） 物资折价)
""",
    ),
    (
        "and not where their cells say it, or all of them are so",
        {"day": "2020-02-29"},
        """
单位：万元,,,
捐赠单位,捐款,物资折价,合计
甲公司,80,20,100
乙公司,10,20元,
""",
        """
money_in 2: 捐赠单位=donor 捐款=money 物资折价=value 合计=-
3 receipt (2020-02-29) donor=甲公司: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
4 receipt (2020-02-29) donor=乙公司: CNY 100000元, 物资 ?@@20 [100000CNY 20value]
""",
    ),
    (
        "the sum of cash and of what goods are worth is neither",
        {"day": "2020-02-29"},
        """
捐赠单位,款物折价总额（万元）,捐款,物资折价
甲公司,100,80,20
乙公司,50,50,
""",
        """
money_in 1: 捐赠单位=donor 款物折价总额（万元）=- 捐款=money 物资折价=value
2 receipt (2020-02-29) donor=甲公司: CNY 800000元, 物资 ?@@200000 [800000CNY 200000value]
3 receipt (2020-02-29) donor=乙公司: CNY 500000元 [500000CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_cash_and_worth_are_told_apart(said: dict[str, Any], table: str, answer: str) -> None:
    """What came out was proofread."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


def test_yuan_where_no_goods_are_named_are_cash() -> None:
    """The goods were asked for."""
    found = told(
        "捐赠人,性质,金额/数量,单位,物品,日期\n李华,现金,500,元,,2020-02-01\n甲公司,实物,1000,只,口罩,2020-02-02\n"
    )
    assert "donor=李华: CNY 500元" in found
    assert "donor=甲公司: 口罩 1000只" in found
