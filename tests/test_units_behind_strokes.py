"""图书/册 as a heading: goods of a sort with what they are counted in."""

import pytest
from harness.tables import told


@pytest.mark.parametrize("heading", ["图书/册", "图书（册）"])
def test_books_and_what_they_are_counted_in(heading: str) -> None:
    got = told(f"2020年2月捐赠物资统计表\n捐赠单位,棉被/床,{heading}\n甲公司,50,\n乙公司,,20\n")
    assert "4 receipt (2020-02-29) donor=乙公司: 图书 20册 [20册]" in got


def test_below_one_heading_of_all_goods() -> None:
    got = told("2020年2月捐赠物资统计表\n捐赠单位,捐赠物资,\n,棉被/床,药品/盒\n甲公司,50,\n乙公司,,20\n")
    assert "5 receipt (2020-02-29) donor=乙公司: 药品 20盒 [20盒]" in got


@pytest.mark.parametrize("heading", ["物资/件", "物资（件）"])
def test_above_names_it_says_what_the_numbers_beside_them_count(heading: str) -> None:
    """It was read as pieces."""
    got = told(f"2020年2月捐赠物资统计表\n捐赠单位,{heading},数量\n甲公司,口罩,50\n乙公司,口罩,20箱\n")
    assert "口罩 50件 [50件]" in got
    assert "口罩 20箱 [20箱]" in got
