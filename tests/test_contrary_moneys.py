"""A heading that says one money beside a column that says another, and goods worth so much beside foreign money. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.contrary_moneys import OF_TWO, WHICH_WORTH


@pytest.mark.parametrize(
    ("heading", "currency"),
    [
        ("Total Amount in USD", "GBP"), ("amount_cny", "GBP"), ("amount_usd", "EUR"), ("Amount (HK$)", "CAD"),
        ("Amount (US $)", "CAD"), ("金额（人民币）", "英镑"), ("金额（美元）", "人民币"), ("金额（人民币元）", "美元"),
    ],
)  # fmt: skip
def test_an_amount_of_two_moneys_is_asked_about(heading: str, currency: str) -> None:
    """137.60 yuan that ten pounds made were booked as 137.60 pounds."""
    assert f"2 ! None: {OF_TWO}" in told(f"Date,Donor,{heading},Currency\n2020-03-01,Ann,137.60,{currency}\n")


@pytest.mark.parametrize(
    ("heading", "currency", "booked"),
    [
        ("Amount", "GBP", "GBP 137.6英镑"), ("Amount in USD", "USD", "USD 137.6美元"), ("Amount ($)", "CAD", "CAD 137.6加元"),
        ("金额（元）", "英镑", "GBP 137.6英镑"), ("金额（美元）", "USD", "USD 137.6美元"), ("金额（¥）", "美元", "USD 137.6美元"),
        ("金额（外币）", "美元", "USD 137.6美元"),
        ("amount_cny", "", "CNY 137.6元"),
    ],
)  # fmt: skip
def test_a_heading_that_any_money_may_have_is_none_of_its_own(heading: str, currency: str, booked: str) -> None:
    rows = told(f"Date,Donor,{heading},Currency,Note\n2020-03-01,Ann,137.60,{currency},\n").splitlines()[1:]
    assert rows[0].split("donor=Ann: ")[1].startswith(booked)


def test_a_row_without_an_amount_says_nothing_of_its_money() -> None:
    rows = "日期,捐赠人,金额（美元）,币种,备注\n2020-03-01,李华,100,美元,\n2020-03-02,王芳,,人民币,口罩\n"
    assert OF_TWO not in told(rows)


@pytest.mark.parametrize(
    "rows",
    [
        "Date,Donor,Amount,Stated Value,Memo\n2020-03-01,Ann,$100.00,,\n2020-03-02,Bo,$0.00,500.00,10 shares\n",
        "Date,Donor,Amount (USD),Value,Item\n2020-03-01,Ann,100.00,,\n2020-03-02,Bo,,500.00,10 blankets\n",
        "Date,Donor,Amount,Currency,Item,Value\n2020-03-01,Ann,100.00,USD,,\n2020-03-02,Bo,,USD,10 blankets,500.00\n",
        "日期,捐赠人,捐款,币种,物资,价值\n2020-03-01,李华,100,美元,,\n2020-03-02,王芳,,美元,棉被10床,500\n",
    ],
)
def test_what_goods_are_worth_beside_foreign_money_is_asked(rows: str) -> None:
    """500 dollars that shares were worth were booked as 500 yuan."""
    assert f"3 ! None: {WHICH_WORTH}" in told(rows)


@pytest.mark.parametrize(
    "rows",
    [
        "Date,Donor,Amount (USD),Value (CNY),Item\n2020-03-01,Ann,100.00,,\n2020-03-02,Bo,,500.00,10 blankets\n",
        "日期,捐赠人,捐款,物资,价值\n2020-03-01,李华,$100,,\n2020-03-02,王芳,,棉被10床,500\n",
        "Date,Donor,Amount,Value,Item\n2020-03-01,Ann,100.00,,\n2020-03-02,Bo,,500.00,10 blankets\n",
        "日期,捐赠人,捐款,币种,物资,价值\n2020-03-01,李华,100,美元,,\n2020-03-02,王芳,,人民币,棉被10床,500\n",
    ],
)
def test_what_goods_are_worth_in_yuan_is_read(rows: str) -> None:
    assert "500value" in told(rows)


def test_a_worth_with_its_money_is_a_note() -> None:
    rows = "Date,Donor,Amount (USD),Value (USD),Item\n2020-03-01,Ann,100.00,,\n2020-03-02,Bo,,500.00,10 blankets\n"
    assert "blankets 10 “价值500.00美元”" in told(rows)
