"""Lists in which a column says that a part of the amount beside it has not come. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.contradicted import PART_LACKS


@pytest.mark.parametrize(
    "heading", ["未到账", "未到账（元）", "未付金额", "待到账", "欠款", "尚欠", "未缴", "Outstanding", "Unpaid amount"]
)
@pytest.mark.parametrize("many", [0, 60])
def test_of_what_came_in_part_the_part_is_asked_for(heading: str, many: int) -> None:
    """All of it was booked."""
    more = "".join(f"张{chr(0x4E00 + number)},10,\n" for number in range(many))
    found = told(f"捐赠人,捐款金额,{heading}\n李华,100,0\n{more}王芳,250,50\n赵六,30,\n", "2020-02-29")
    assert found.count("receipt") == 2 + many
    assert f"{3 + many} ! {heading}: {PART_LACKS} (50)" in found


def test_ways_of_paying_say_nothing_of_what_came() -> None:
    found = told("捐赠人,微信（元）,支付宝（元）,合计（元）,未到账（元）\n王芳,200,50,250,50\n", "2020-02-29")
    assert PART_LACKS in found


def test_goods_on_their_way_are_asked_about_too() -> None:
    assert PART_LACKS in told("捐赠方,物资,数量,待到货\n甲公司,口罩,500,200\n", "2020-02-29")


@pytest.mark.parametrize(
    "headings",
    ["企业名称,到账金额,未到账", "捐赠人,实收金额,未收金额", "捐赠人,已付金额,未付金额", "捐赠人,捐款金额,未发放金额"],
)
def test_beside_what_came_it_is_what_is_yet_to_come(headings: str) -> None:
    assert "CNY 250元" in told(f"{headings}\n王芳,250,50\n", "2020-02-29")


def test_the_user_may_say_that_the_amount_is_what_came() -> None:
    text = "捐赠人,捐款金额,未到账\n王芳,250,50\n"
    assert "CNY 250元" in told(text, "2020-02-29", {"未到账": "-"})
