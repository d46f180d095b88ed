"""Columns whose headings speak of goods or money, beside how much of either it was. All is invented."""

import pytest
from harness.tables import told

ROWS = "甲公司,N95口罩,500只\n甲公司,84消毒液,20瓶\n张三,人民币,5000元\n"


def given(text: str) -> list[str]:
    """What each row gives."""
    return [line.split(": ", 1)[1].split(" [")[0] for line in told(text, day="2020-02-10").splitlines()[1:]]


@pytest.mark.parametrize(
    "headings",
    [
        "捐赠单位/个人,捐赠物品/金额,数量",
        "捐赠人,捐赠款物,数量",
        "捐赠人,物资或现金,数量",
        "捐赠人,捐赠物资/资金名称,数量/金额",
    ],
)
def test_names_stand_beside_how_much(headings: str) -> None:
    """Digits of N95口罩 and 84消毒液 are no amounts."""
    assert given(f"{headings}\n{ROWS}") == ["N95口罩 500只", "84消毒液 20瓶", "CNY 5000元"]


def test_an_amount_may_stand_where_nothing_stands_beside_it() -> None:
    assert given(f"捐赠人,捐赠物品/金额,数量\n{ROWS}乙公司,10000元,\n")[-1] == "CNY 10000元"


def test_amounts_beside_quantities_are_no_names() -> None:
    """Then 数量 says something else, and what each gave stands in the column itself."""
    lines = told("捐赠人,捐赠物品/金额,数量\n甲公司,口罩500只,1\n乙公司,10000元,1\n", day="2020-02-10").splitlines()
    assert "捐赠物品/金额=money_or_goods" in lines[0]
