"""Lines within a table that say that what follows is counted otherwise than what stands above. Names and figures are invented."""

import pytest
from harness.tables import told


def test_money_behind_another_measure_is_counted_in_it() -> None:
    """500 yuan were booked as 5 million."""
    found = told(
        "捐款名单 单位：万元\n捐赠单位,金额\n甲公司,5\n捐款名单 单位：元\n捐赠单位,金额\n乙公司,500\n", "2020-03-20"
    )
    assert "donor=甲公司: CNY 50000元" in found
    assert "donor=乙公司: CNY 500元" in found


def test_goods_behind_another_unit_are_counted_in_it() -> None:
    """They were counted in the unit of the goods above."""
    found = told(
        "单位：箱\n捐赠单位,品名,数量\n甲公司,口罩,500\n\n单位：只\n捐赠单位,品名,数量\n乙公司,口罩,300\n", "2020-03-20"
    )
    assert "donor=甲公司: 口罩 500箱" in found
    assert "donor=乙公司: 口罩 300只" in found


@pytest.mark.parametrize(("above", "unit"), [("捐赠衣物", ""), ("捐赠衣物 单位：件", "件")])
def test_the_unit_above_the_first_table_is_not_that_of_another_one(above: str, unit: str) -> None:
    """Clothes were booked by weight."""
    found = told(
        f"蔬菜 单位：斤\n捐赠单位,品名,数量\n甲公司,青菜,500\n\n{above}\n捐赠人,物资,数量,备注\n乙公司,棉衣,300,\n",
        "2020-03-20",
    )
    assert "青菜 500斤" in found
    assert f"棉衣 300{unit} [300{unit}]" in found


def test_the_same_measure_again_parts_no_table() -> None:
    again = "捐款名单 单位：元\n捐赠单位,金额\n"
    found = told(f"{again}甲公司,5\n{again}乙公司,500\n合计,505\n", "2020-03-20")
    assert found.count("money_in") == 1
    assert "= 505 in row 7" in found


def test_yuan_of_another_place_stay_its_own_on_the_next_page() -> None:
    again = "捐贈單位,金額\n"
    found = told(f"捐款名單（港幣）\n{again}甲公司,5\n單位：元\n{again}乙公司,500\n", "2020-03-20")
    assert found.count("money_in") == 1
    assert "[500HKD]" in found


def test_people_that_a_list_counts_are_no_unit_of_goods() -> None:
    """500 masks were counted in persons."""
    assert "口罩 500 [500]" in told("受助统计 单位：人次\n捐赠单位,品名,数量\n甲公司,口罩,500\n", "2020-03-20")


def test_a_unit_of_many_above_the_table_counts_by_the_ten_thousand() -> None:
    """Five masks were booked of 50,000."""
    found = told("捐赠名单 单位：万只\n捐赠单位,品名,数量\n甲公司,口罩,5\n乙公司,口罩,3000只\n", "2020-03-20")
    assert "donor=甲公司: 口罩 50000只 [50000只]" in found
    assert "donor=乙公司: 口罩 3000只 [3000只]" in found
    found = told("捐赠名单 单位：万只\n捐赠单位,口罩,N95口罩\n甲公司,5,1\n", "2020-03-20")
    assert "[60000只]" in found


@pytest.mark.parametrize(
    "text",
    [
        "单位：万只\n捐赠单位,口罩,手套\n甲公司,3,2\n乙公司,1,\n合计,4,2\n",
        "单位：万只\n捐赠单位,品名,数量\n甲公司,口罩,4\n乙公司,手套,2\n合计,,6\n",
        "捐赠单位,口罩（万只）,手套（万只）\n甲公司,3,2\n乙公司,1,\n合计,4,2\n",
    ],
)
def test_totals_are_counted_as_the_goods_above_them(text: str) -> None:
    """Each total in tens of thousands differed from the sum of the rows, and nothing was imported."""
    found = told(text, "2020-03-20")
    assert "万只" not in found.split("\n", 1)[1]
    assert "60000" in found
    assert "≠" not in found
