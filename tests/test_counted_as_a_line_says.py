"""What a line above or below a table says all its amounts are counted in, and sums that people call 合共. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(
    ("line", "booked"),
    [
        ("（以千元计）", "CNY 600000元"),
        ("某会捐款（以万元为单位）", "CNY 6000000元"),
        ("金额以港币千元列示", "HKD 600000港元"),
        ("以下除注明外皆为港元", "HKD 600港元"),
        ("某会捐款（除特别注明外，金额均为港币）", "HKD 600港元"),
        ("所有捐款均以港元计", "HKD 600港元"),
        ("Gifts (in thousands)", "CNY 600000元"),
        ("Gifts (HK$ in thousands)", "HKD 600000港元"),
        ("Gifts (in thousands of USD)", "USD 600000美元"),
        ("所有捐款均为现金", "CNY 600元"),
        ("捐款均为千元", "CNY 600元"),
        ("以千计的捐款", "CNY 600元"),
        ("以元计划", "CNY 600元"),
        ("Gifts (in the thousands)", "CNY 600元"),
        ("本表金额以港元计算", "HKD 600港元"),
        ("捐款以万元计", "CNY 6000000元"),
        # a part of them, something else, or what may be given
        ("其中海外捐款均为美元", "CNY 600元"),
        ("注：境外捐款均为美元，境内捐款均为人民币", "CNY 600元"),
        ("其中，捐款均为美元", "CNY 600元"),
        ("支票捐款均为港币", "CNY 600元"),
        ("部分捐款以美元计", "CNY 600元"),
        ("活动奖金以美元计算", "CNY 600元"),
        ("捐赠物资价值以万元计", "CNY 600元"),
        ("捐款以百元为单位", "CNY 600元"),
        ("企业认捐以万元为单位", "CNY 600元"),
        ("除甲公司外，均为港币", "CNY 600元"),
        ("Meals served (in thousands)", "CNY 600元"),
    ],
)
def test_a_line_above_the_table_says_how_all_amounts_are_counted(line: str, booked: str) -> None:
    """Of 以千元计, in thousands and 均为港币 nothing was read: 600 was 600 yuan."""
    assert booked in told(f"{line}\n捐款人,捐款额\n甲,600\n", "2020-02-10")


def test_what_a_cell_says_of_its_own_money_is_no_other() -> None:
    found = told("某會捐款（以下除註明外皆為港元）\n捐款人,捐款額\n甲,600\n乙,500元人民幣\n丙,200元\n", "2020-02-10")
    assert "HKD 600港元" in found
    assert "CNY 500元" in found
    assert "HKD 200港元" in found


def test_a_line_below_it_that_excepts_somebody_says_nothing_of_all() -> None:
    found = told("捐款人,捐款額\n甲,600\n乙,500\n除甲外，以上捐款均為港幣,\n", "2020-02-10")
    assert "donor=甲: HKD" not in found


@pytest.mark.parametrize("line", ["註：除註明外，金額均為港幣", "所有捐款均為港幣", "除特別說明外，以上金額均為港幣"])
def test_so_does_a_line_below_it(line: str) -> None:
    assert "HKD 600港元" in told(f"捐款人,捐款額\n甲,600\n乙,500\n{line},\n", "2020-02-10")


@pytest.mark.parametrize("amount", ["合共1000元", "合共約1000元", "合共捐款1000元", "累計1000元", "合共1千元"])
def test_what_several_gave_together_is_money(amount: str) -> None:
    """合共1000元 was something called 合 that was worth 1000 yuan, and 累计1000元 something called 累."""
    found = told(f"捐款人,捐款\n甲、乙,{amount}\n", "2020-02-10")
    assert "1000元 [1000CNY]" in found
    assert "@@" not in found


@pytest.mark.parametrize(
    ("gift", "booked"),
    [
        ("口罩合共500个", "口罩 500个"),
        ("口罩10箱合共500个", "口罩 500个"),
        ("口罩500个，合共300元", "口罩 500个@@300"),
        ("牛奶48箱、饮用水52箱，合共价值5000元", "“合计价值5000元”"),
    ],
)
def test_so_is_how_many_there_are_together(gift: str, booked: str) -> None:
    assert booked in told(f"捐款人,捐赠物资\n甲,{gift}\n", "2020-02-10")


@pytest.mark.parametrize("total", ["合共,{}", "合共：,{}", "合共{}元,", "合共港幣{}元,"])
@pytest.mark.parametrize("amount", ["500", "600"])
def test_a_row_of_the_sum_is_no_gift(total: str, amount: str) -> None:
    """合共 was somebody who gave where the sum was wrong."""
    found = told(f"捐款人,捐款（港元）\n甲,300\n乙,200\n{total.format(amount)}\n", "2020-02-10")
    assert f"4 - a total\n= {amount} in row 4" in found


@pytest.mark.parametrize("gift", ["捐款100元，累计500元", "捐款100元，合共500元"])
def test_what_somebody_gave_in_all_until_then_is_no_second_gift(gift: str) -> None:
    """It was added to the gift: 600 yuan."""
    found = told(f"捐款人,捐款\n甲,{gift}\n", "2020-02-10")
    assert "2 ! 捐款: an amount such as 1500" in found
    assert "口罩 5箱@@500" in told("捐款人,捐赠物资\n甲,口罩5箱，累计500元\n", "2020-02-10")


@pytest.mark.parametrize("together", ["李華、王芳合共", "陳氏夫婦合共", "趙氏兄弟合共"])
def test_those_who_gave_together_are_no_sum_of_others(together: str) -> None:
    """Their gift was passed over as a sum."""
    found = told(f"捐款人,捐款（港元）\n甲,300\n{together},200\n甲隊合共,300\n", "2020-02-10")
    assert f"donor={together}: HKD 200港元" in found
    assert "4 - a subtotal" in found
