"""Names and sums below the title of a budget or a plan: nothing says that they came, so they are asked about. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.promises import PLANNED, PROMISES

ROWS = "姓名,金额\n王小明,100\n李大力,200\n"
DAY = "2020-03-01"


@pytest.mark.parametrize(
    "title",
    [
        "2019年度预算", "捐款预算表", "2019年度捐款收入预算", "项目预算（单位：元）", "某协会2019年捐款计划表", "2019年工作计划",
        "Budget 2019", "Annual Budget - FY2019", "Fundraising budget", "Planned donations 2019",
        "Planned gifts", "Projected income 2019", "Donation forecast",
    ],
)  # fmt: skip
def test_a_budget_books_nothing(title: str) -> None:
    found = told(f"{title}\n{ROWS}", DAY)
    assert found.count(PLANNED) == 2
    assert "receipt" not in found


@pytest.mark.parametrize(
    "title",
    [
        "预算内捐款明细", "纳入预算", "预算执行情况表", "计划生育协会捐款名单", "某县计划生育协会", "计划单列市捐款名单", "春蕾计划",
        "春蕾计划捐款名单", "爱心午餐计划汇总表", "月捐计划", "Planned Parenthood donations", "Gifts to the budget",
        "Budget Offering 2019", "Unplanned gifts",
    ],
)  # fmt: skip
def test_bodies_and_programmes_are_no_plans(title: str) -> None:
    assert told(f"{title}\n{ROWS}", DAY).count("receipt") == 2


def test_a_plan_that_says_when_or_that_they_came_is_read() -> None:
    assert "receipt 2020-02-01" in told("捐款计划表\n日期,捐赠人,金额\n2020-02-01,王小明,100\n")
    assert "receipt" in told("捐款计划表\n捐赠人,实收金额\n王小明,100\n", DAY)
    assert "receipt" in told("捐款计划表（已到账）\n捐赠人,金额\n王小明,100\n", DAY)
    assert "receipt" in told(f"捐款计划表\n{ROWS}", DAY, columns={"金额": "money"})
    found = told("捐款计划表\n捐赠人,金额,状态\n王小明,100,已到账\n李大力,200,未到账\n", DAY)
    assert found.count("receipt") == 1


@pytest.mark.parametrize(
    "text",
    [
        "資金使用計劃\n姓名,金额\n王小明,100\n", "项目费用预算\n支出项目,金额,收款方\n印刷费,300,某印刷店\n",
        "物资发放计划表\n接收单位,物资,数量\n市三院,口罩,100只\n",
    ],
)  # fmt: skip
def test_what_is_to_be_paid_or_handed_out_is_asked_about_too(text: str) -> None:
    assert PLANNED in told(text, DAY)


def test_goods_that_are_planned_are_asked_about_too() -> None:
    assert PLANNED in told("物资捐赠计划表\n捐赠人,物资,数量\n王小明,口罩,100只\n", DAY)


def test_a_column_of_budgeted_gifts_is_of_promises() -> None:
    assert PROMISES in told("姓名,预算捐款\n王小明,100\n李大力,200\n", DAY)
