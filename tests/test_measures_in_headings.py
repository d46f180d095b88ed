"""What a heading counts in: 千只, thousands of dollars; and what a sign alone below it says. Names and figures are invented."""

import pytest
from harness.tables import told

from donations.importers.words.cells import Misfit
from donations.importers.words.heading_words import understood
from donations.importers.words.money_cells import money
from donations.importers.words.money_measures import OTHER
from donations.importers.words.sign_alone import SIGN_ALONE, without_sign


@pytest.mark.parametrize(
    ("heading", "factor", "unit"),
    [
        ("数量（千只）", 1000, "只"), ("数量（百个）", 100, "个"), ("数量（百万只）", 10**6, "只"), ("数量（千斤）", 1000, "斤"), ("数量（万只）", 10**4, "只"),
        ("Quantity (thousands)", 1000, None), ("Quantity (in thousands)", 1000, None), ("Quantity ('000)", 1000, None),
        ("Quantity (thousand pieces)", 1000, "个"), ("数量（千克）", 1, "公斤"), ("Qty (k)", 1, None), ("Quantity (inches)", 1, None),
    ],
)  # fmt: skip
def test_goods_are_counted_in_what_the_heading_says(heading: str, factor: int, unit: str | None) -> None:
    found = understood(heading)
    assert (found.sense, found.factor, found.unit) == ("quantity", factor, unit)


@pytest.mark.parametrize(
    ("heading", "factor", "currency"),
    [
        ("Amount (USD thousands)", 1000, "USD"), ("Amount (thousand USD)", 1000, "USD"), ("Amount (thousands of dollars)", 1000, "USD"),
        ("Amount (in thousands of EUR)", 1000, "EUR"), ("Amount (USD in millions)", 10**6, "USD"), ("Amount (kEUR)", 1000, "EUR"),
        ("Amount (USD m)", 1, OTHER), ("Amount (USDT)", 1, OTHER), ("Amount (US dollars)", 1, "USD"),
    ],
)  # fmt: skip
def test_money_is_counted_in_thousands_however_the_heading_says_so(heading: str, factor: int, currency: str) -> None:
    found = understood(heading)
    assert (found.factor, found.currency) == (factor, currency)


def test_what_was_given_says_in_what_the_heading_counts() -> None:
    apart = told("捐赠单位,品名,数量（千只）,日期\n甲公司,口罩,5,2020-02-03\n乙公司,口罩,500只,2020-02-03")
    assert "甲公司: 口罩 5000只" in apart
    assert "乙公司: 口罩 500只" in apart
    of_columns = told("捐赠单位,口罩（千只）,手套（双）,日期\n甲公司,5,30,2020-02-03\n乙公司,500只,,2020-02-03")
    assert "甲公司: 口罩 5000只, 手套 30双" in of_columns
    assert "乙公司: 口罩 500只" in of_columns


def test_a_sign_that_accounts_put_before_their_first_amount_says_nothing_more() -> None:
    found = told('Donor,Amount ($000),Date\nAcme Ltd,"$1,200",2020-02-03\nBeta Ltd,800,2020-02-03')
    assert "Acme Ltd: USD 1200000" in found
    assert "Beta Ltd: USD 800000" in found


@pytest.mark.parametrize(
    ("text", "factor", "currency"),
    [
        ("￥0.5", 10**4, None), ("¥5,000.00", 10**4, "CNY"), ("人民币0.5", 10**4, None), ("0.5RMB", 10**4, "CNY"), ("0.5（人民币）", 10**4, None),
        ("$2", 10**4, None), ("$2", 10**4, "USD"), ("€5", 1000, "USD"), ("¥3", 10**6, "EUR"), ("HK$5", 1000, "USD"),
        ("₩5", 10**4, None), ("฿3", 1000, None), ("₽2", 1000, "EUR"), ("RM5", 10**4, None), ("5 CHF", 10**4, None),
    ],
)  # fmt: skip
def test_a_sign_alone_below_larger_sums_is_asked_about(text: str, factor: int, currency: str | None) -> None:
    with pytest.raises(Misfit) as misfit:
        money(text, factor, currency)
    assert misfit.value.expected == SIGN_ALONE


@pytest.mark.parametrize(
    ("text", "factor", "currency"),
    [("￥500", 1, None), ("5000元", 10**4, None), ("0.5万", 10**4, None), ("￥0.5万", 10**4, None), ("0.5万美元", 10**4, None), ("50", 10**4, None)],
)  # fmt: skip
def test_what_says_its_own_measure_or_has_no_sign_stays_as_it_is(text: str, factor: int, currency: str | None) -> None:
    assert without_sign(text, factor, currency) == text
    assert money(text, factor, currency)
