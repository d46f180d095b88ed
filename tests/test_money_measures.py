"""What amounts are counted in: multiples and currencies in headings, titles and cells; money that isn't kept is never yuan.

Names and figures are invented.
"""

import pytest
from harness.tables import told

from donations.importers.words.cells import MONEY_WANTED, Misfit
from donations.importers.words.heading_words import understood
from donations.importers.words.money_cells import money
from donations.importers.words.money_measures import OTHER, OTHER_MONEY, measure_said, measure_within, money_measure

KEPT = {
    "元": (1, "CNY"), "万元": (10**4, "CNY"), "百万元": (10**6, "CNY"), "千万元": (10**7, "CNY"), "十万元": (10**5, "CNY"),
    "千美元": (1000, "USD"), "亿美元": (10**8, "USD"), "美金万元": (10**4, "USD"), "港币/万元": (10**4, "HKD"), "rmb万元": (10**4, "CNY"),
    "usd/万": (10**4, "USD"), "$k": (1000, "USD"), "$000": (1000, "USD"), "千": (1000, None), "万": (10**4, None), "k": (1000, None),
    "w": (10**4, None), "inthousands": (1000, None), "万元,含物资折价": (10**4, "CNY"), "折合人民币万元": (10**4, "CNY"),
    "折款,万元": (10**4, "CNY"), "折款,万": (10**4, None), "估值万元": (10**4, "CNY"), "折合美元": (1, "USD"), "外币,美元": (1, "USD"),
    "按美元计": (1, "USD"), "港币折合人民币": (1, "CNY"), "美元现汇": (1, "USD"), "usd,approx": (1, "USD"), "港币元": (1, "HKD"),
}  # fmt: skip
OTHERS = [
    "₹",
    "inr",
    "rs.",
    "kr",
    "r$",
    "nz$",
    "₿",
    "usdt",
    "比特币",
    "卢比",
    "越南盾",
    "积分",
    "q币",
    "points",
    "us$m",
    "m",
    "元/月",
    "元/人",
    "$/month",
    "美元/元",
    "笔",
    "人次",
]
NONE = [
    "必填",
    "微信",
    "net",
    "gross",
    "含税",
    "不含税",
    "现金",
    "实收",
    "2020年",
    "1-3月",
    "元,含物资",
    "元以上",
    "万元以上",
    "5万元以上",
    "10万元及以上",
    "不足1万元",
    "美元除外",
    "人民币,美元",
    "paid",
    "europe",
    "件",
]


def test_a_measure_of_money_is_a_factor_and_a_currency_in_either_order() -> None:
    assert {word: measure_within(word) for word in KEPT} == KEPT


def test_what_is_no_money_that_is_kept_is_known_as_such() -> None:
    assert {word: measure_within(word) for word in OTHERS} == dict.fromkeys(OTHERS, (1, OTHER))
    assert [word for word in OTHERS if money_measure(word)] == []


def test_other_words_in_brackets_measure_nothing() -> None:
    assert {word: measure_within(word) for word in NONE} == dict.fromkeys(NONE)


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("单位：万美元", (10**4, "USD")), ("单位：百万元", (10**6, "CNY")), ("（单位：元）", (1, "CNY")), ("单位元", (1, "CNY")),
        ("金额单位：人民币（万元）", (10**4, "CNY")), ("捐款明细表单位：港币（万元）", (10**4, "HKD")), ("单位：英镑", (1, "GBP")),
        ("单位：日元", (1, "JPY")), ("单位：元、件", (1, "CNY")), ("单位：元/件", (1, "CNY")), ("Unit: USD", (1, "USD")),
        ("Amounts are in US dollars", (1, "USD")), ("All amounts in thousands", (1000, None)), ("Amounts in INR", (1, OTHER)),
        ("单位：卢比", (1, OTHER)), ("单位：美元/元", (1, OTHER)), ("单位：元/人", (1, OTHER)), ("单位：个", None),
        ("捐赠单位：万元户协会", None), ("单位：东乡镇中心小学", None),
    ],
)  # fmt: skip
def test_a_line_above_a_table_says_what_its_amounts_are_counted_in(line: str, measure: object) -> None:
    assert measure_said(line) == measure


def test_a_heading_counts_money_in_what_stands_in_its_brackets_and_goods_in_nothing_of_it() -> None:
    assert understood("金额（百万元）")[:3] == ("money", 10**6, "CNY")
    assert understood("Amount (₹)")[2] == OTHER
    assert understood("数量（万）")[:3] == ("quantity", 10**4, None)
    assert understood("Amount (kg)").sense == "quantity"
    assert understood("捐款（笔）")[:3] == ("money", 1, OTHER)
    assert understood("金额（块）")[:3] == ("money", 1, "CNY")
    assert understood("价值（卢比）").sense == "-"
    assert understood("维生素（K）")[:2] == (None, 1)  # a medicine, and no thousands


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("物（折款，万元）", ("value", 10**4, "CNY")), ("物（折款，万）", ("value", 10**4, None)), ("捐物（估值万元）", ("value", 10**4, "CNY")),
        ("物资（价值约万元）", ("value", 10**4, "CNY")), ("物资(价值)万元", ("value", 10**4, "CNY")), ("捐物（折合美元）", ("value", 1, "USD")),
        ("金额（人民币）万元", ("money", 10**4, "CNY")), ("款额 RMB万", ("money", 10**4, "CNY")), ("金额/万", ("money", 10**4, None)),
        ("金额(港币)万元", ("money", 10**4, "HKD")), ("捐款（港币折合人民币）", ("money", 1, "CNY")), ("折合港币", ("value", 1, "HKD")),
        ("捐款金额（5万元以上）", ("money", 1, None)), ("捐款（万元以上）", ("money", 1, None)), ("价值（5万元以上）", ("value", 1, None)),
        ("捐款（含微信，万元）", ("money", 10**4, "CNY")), ("捐赠单位（万元以上）", ("donor", 1, None)), ("金额（人民币、美元）", ("money", 1, None)),
    ],
)  # fmt: skip
def test_a_heading_loses_no_measure_behind_other_words_and_a_limit_is_none(heading: str, said: object) -> None:
    assert understood(heading)[:3] == said


def test_what_goods_are_worth_is_in_what_the_heading_says_and_a_limit_multiplies_nothing() -> None:
    found = told(
        "捐赠单位,日期,款（万元）,物（折款，万元）\n甲公司,2020-02-01,50,\n乙公司,2020-02-02,,12.5\n丙公司,2020-02-03,10,3.2"
    )
    assert "甲公司: CNY 500000元" in found
    assert "乙公司: 物资 ?@@125000" in found
    assert "丙公司: CNY 100000元, 物资 ?@@32000" in found
    assert "CNY 50000元" in told("捐赠单位,日期,捐款金额（1万元以上）\n甲公司,2020-02-01,50000")


def test_what_money_makes_in_other_money_is_a_remark_and_no_second_gift() -> None:
    both = told("捐赠单位,捐赠金额（美元）,捐赠金额（折合人民币万元）,日期\n甲公司,5000,3.5,2020-02-01")
    assert "USD 5000美元 “折合3.5万元” [5000USD]" in both
    yuan = told("捐赠单位,金额,金额（折合美元）,日期\n甲公司,500,70,2020-02-01")
    assert "CNY 500元 “折合70美元” [500CNY]" in yuan
    assert "USD 70美元" in told("捐赠单位,捐赠金额（折合美元）,日期\n甲公司,70,2020-02-01")
    goods = told("捐赠单位,物资名称,数量,金额（折合美元）,日期\n甲公司,口罩,500个,70,2020-02-01")
    assert "口罩 500个 “价值70美元”" in goods


@pytest.mark.parametrize(
    ("text", "factor", "number"),
    [("约5", 1000, 5000), ("5余", 10**8, 5 * 10**8), ("约五", 10**6, 5 * 10**6), ("约5", 10**4, 50000), ("5千元", 10**4, 5000), ("5块", 1, 5)],
)  # fmt: skip
def test_an_amount_with_words_is_counted_as_its_column_says(text: str, factor: int, number: int) -> None:
    [found] = money(text, factor, None)
    assert found.item == "CNY"
    assert found.number == number


@pytest.mark.parametrize(
    ("text", "factor", "expected"),
    [("₹551", 1, OTHER_MONEY), ("₿ 0.05", 1, OTHER_MONEY), ("5w", 10**4, MONEY_WANTED), ("R$551", 1, OTHER_MONEY)],
)
def test_an_amount_of_other_money_is_no_yuan(text: str, factor: int, expected: str) -> None:
    with pytest.raises(Misfit) as misfit:
        money(text, factor, None)
    assert misfit.value.expected == expected


REFUSED = """
日期,Donor,Amount (₹)
2020-02-01,Ann Lee,551
2020-02-02,Bob Ray,"1,200"
"""


def test_a_column_of_other_money_is_refused_until_the_user_says_what_it_is() -> None:
    assert told(REFUSED.strip()).count(OTHER_MONEY) == 2
    assert "CNY 551元" in told(REFUSED.strip(), columns={"Amount (₹)": "money"})


def test_a_currency_of_its_own_in_each_row_goes_before_the_heading() -> None:
    text = "日期,捐赠人,金额（外币）,币种\n2020-02-01,周明,100,美元\n2020-02-02,吴静,5,欧元"
    assert "USD 100美元" in told(text)
    assert "EUR 5欧元" in told(text)


@pytest.mark.parametrize(
    ("text", "item", "number"),
    [
        ("$10.00 USD", "USD", 10),
        ("¥10 CNY", "CNY", 10),
        ("$551 CAD", "CAD", 551),
        ("88🧧", "CNY", 88),
        ("☕ 5元 ❤️", "CNY", 5),
    ],
)
def test_an_amount_says_its_currency_twice_or_has_pictures_around_it(text: str, item: str, number: int) -> None:
    [found] = money(text, 1, None)
    assert found.item == item
    assert found.number == number


@pytest.mark.parametrize("text", ["$10 NZD", "£5 EUR", "😀"])
def test_two_currencies_and_pictures_alone_are_no_amount(text: str) -> None:
    with pytest.raises(Misfit):
        money(text, 1, None)


def test_an_account_in_pounds_has_a_side_for_each_way_and_interest_is_no_gift() -> None:
    found = told(
        "Date,Payee/Payer,Description,In (£),Out (£),Balance (£)\n2020-01-05,Ann Lee,Donation,50.00,,550.00\n"
        "2020-01-17,Print Shop,Flyers,,32.10,517.90\n2020-01-31,,Bank interest,0.12,,518.02"
    )
    assert "receipt 2020-01-05 donor=Ann Lee: GBP 50英镑" in found
    assert "expense 2020-01-17 supplier=Print Shop: GBP 32.1英镑" in found
    assert "interest, no gift" in found


def test_an_amount_of_zero_with_its_currency_is_passed_over() -> None:
    assert "2 - an amount of zero" in told("捐赠人,金额,日期\n周明,¥0.00,2020-01-05\n吴静,¥5.00,2020-01-05")
