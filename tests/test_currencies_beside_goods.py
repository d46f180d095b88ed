"""A column for each currency, or for each way that money came, beside goods: money, and not what these are worth. All is invented."""

import pytest
from harness.tables import told

GIVEN = "2 receipt (2020-02-29) donor=甲公司: CNY 700元, {} [{}]"
"""What was read of each first row; the 700 were booked as the worth of the goods."""


@pytest.mark.parametrize(
    ("table", "came", "sums"),
    [
        (
            "捐赠单位,人民币（元）,港币（元）,物资\n甲公司,700,100,口罩50个\n",
            "HKD 100港元, 口罩 50个",
            "50个 700CNY 100HKD",
        ),
        ("捐赠单位,物资,人民币,美元\n甲公司,口罩50个,700,\n乙公司,,,20\n", "口罩 50个", "50个 700CNY"),
        (
            "捐赠单位,人民币,美元,品名,数量\n甲公司,700,20,口罩,50个\n乙公司,90,,,\n",
            "USD 20美元, 口罩 50个",
            "50个 700CNY 20USD",
        ),
        ("捐赠单位,物资,微信,支付宝\n甲公司,口罩50个,700,100\n", "CNY 100元, 口罩 50个", "50个 800CNY"),
        (
            "捐赠单位,捐款（元）,捐款（美元）,物资\n甲公司,700,20,口罩50个\n",
            "USD 20美元, 口罩 50个",
            "50个 700CNY 20USD",
        ),
    ],
)
def test_money_in_several_columns_is_given_besides_the_goods(table: str, came: str, sums: str) -> None:
    assert told(table, day="2020-02-29").splitlines()[1] == GIVEN.format(came, sums)


def test_amounts_in_two_currencies_may_be_worth_of_the_goods_twice() -> None:
    """The yuan were read as worth, and the dollars as money."""
    said = told("捐赠单位,物资,金额（元）,金额（美元）\n甲公司,口罩50个,700,100\n", day="2020-02-29")
    assert said.splitlines()[1].startswith("2 ! None: one column of money: say --map HEADING=- of each other")


def test_one_column_beside_counted_goods_says_what_they_are_worth() -> None:
    assert "口罩 50个@@700" in told("捐赠单位,人民币（元）,物资\n甲公司,700,口罩50个\n", day="2020-02-29")
    both = told("捐赠单位,品名,数量,人民币,美元\n甲公司,口罩,50个,700,100\n", day="2020-02-29")
    assert "口罩 50个@@700 “价值100美元”" in both


@pytest.mark.parametrize("heading", ["USD", "usd", "ＵＳＤ", "HKD", "EUR"])
def test_a_currency_alone_is_that_of_the_amounts(heading: str) -> None:
    """Below USD dollars were booked as yuan."""
    code = "USD" if "S" in heading.upper() or heading == "ＵＳＤ" else heading
    assert f"{code} 700" in told(f"捐赠单位,{heading}\n甲公司,700\n", day="2020-02-29")
    assert "CNY 700元, USD 20美元" in told("捐赠单位,RMB,USD\n甲公司,700,20\n", day="2020-02-29")


@pytest.mark.parametrize(
    "table",
    [
        "日期,捐款人,USD,RMB\n2020-02-01,李华,100,700\n2020-02-02,王芳,50,350\n",
        "日期,捐款人,美元,人民币\n2020-02-01,李华,100,700\n2020-02-02,王芳,50,352\n",
        "日期,捐款人,USD,汇率,金额（元）\n2020-02-01,李华,100,7,700\n",
    ],
)
def test_money_that_was_changed_is_not_given_twice(table: str) -> None:
    """Dollars were booked, and what they make in yuan as well."""
    said = told(table).splitlines()
    assert all(" ! None: one column of money" in line for line in said[1:])


def test_money_in_two_currencies_of_which_one_was_given_stands_apart() -> None:
    said = told("日期,捐款人,美元,人民币\n2020-02-01,李华,100,1000\n2020-02-02,王芳,50,80\n")
    assert "USD 100美元, CNY 1000元" in said
    assert "USD 50美元, CNY 80元" in said


def test_what_came_by_one_of_several_ways_beside_counted_goods_is_money() -> None:
    """What came by 微信 was worth of the goods, and by 支付宝 money."""
    said = told("捐赠单位,物资,数量,微信,支付宝\n甲公司,口罩,100个,100,\n乙公司,,,,75\n", day="2020-02-29")
    assert "CNY 100元, 口罩 100个 [100个 100CNY]" in said
    assert "CNY 75元 [75CNY]" in said
