"""Gifts of which a bracket in the cell of the name, the goods or the number says that they went back. All is invented."""

import pytest
from harness.tables import told

GOODS = "日期,捐赠单位,物资名称,数量,单位\n2020-02-03,{},{},{},只\n"
MONEY = "日期,捐款人,金额,备注\n2020-02-03,{},{},\n"


def refused(text: str) -> list[bool]:
    """Whether each row is refused; read one by one, and as long lists are."""
    return [line.split(" ")[1] == "!" for line in told(text).splitlines()[1:]]


@pytest.mark.parametrize("cells", [
    ("甲公司", "口罩", "10（退2）"), ("甲公司", "口罩", "10（含退回2）"), ("甲公司", "口罩", "10(已退2只)"), ("甲公司", "口罩（已退）", "10"),
    ("甲公司（已退）", "口罩", "10"), ("甲公司(已退回)", "口罩", "10"),
])  # fmt: skip
def test_goods_that_went_back(cells: tuple[str, str, str]) -> None:
    """Nothing is booked until somebody says what stayed."""
    assert refused(GOODS.format(*cells)) == [True]


@pytest.mark.parametrize(
    "cells", [("张三（已退款）", "20"), ("张三(退款)", "20"), ("张三", "20（退10）"), ("张三", "20元（退10元）")]
)
def test_money_that_went_back(cells: tuple[str, str]) -> None:
    """The same of money."""
    assert refused(MONEY.format(*cells)) == [True]


@pytest.mark.parametrize(
    "cells", [("甲公司", "退热贴", "10"), ("甲公司（退役军人）", "口罩", "10"), ("甲公司", "口罩", "10（只）")]
)
def test_what_only_sounds_so(cells: tuple[str, str, str]) -> None:
    """退热贴 is goods, and 退休 is whoever gave."""
    assert refused(GOODS.format(*cells)) == [False]
    assert refused(MONEY.format("张三（退休）", "20")) == refused(MONEY.format("张三（退）", "20")) == [False]


def test_in_long_lists() -> None:
    """What is read quickly asks the same."""
    rows = [f"2020-02-03,张{name},20," for name in "甲乙丙丁戊己庚辛壬癸" * 60]
    rows[300] = "2020-02-03,张三（已退款）,20,"
    rows[400] = "2020-02-03,张三,20（退10）,"
    text = "日期,捐款人,金额,备注\n" + "\n".join(rows) + "\n"
    assert [place for place, wrong in enumerate(refused(text)) if wrong] == [300, 400]
