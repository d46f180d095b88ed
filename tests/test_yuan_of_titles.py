"""金额（元） below a title that says in what money all amounts are: 元 alone is of no country."""

import pytest
from harness.tables import told

from donations.importers.words.money_measures import OTHER_MONEY


def first(title: str, heading: str, much: str = "1000") -> str:
    """What the first row is understood as."""
    return told(f"{title},,\n日期,捐款人,{heading}\n2020-03-01,李华,{much}\n").splitlines()[1].partition(" ")[2]


@pytest.mark.parametrize("title", ["捐款明细（单位：港元）", "單位：港元", "捐款明細（港幣）", "金额单位：港币"])
@pytest.mark.parametrize("heading", ["金额（元）", "捐款金額(元)", "金额/元"])
def test_yuan_is_the_money_that_the_title_says(title: str, heading: str) -> None:
    assert first(title, heading) == "receipt 2020-03-01 donor=李华: HKD 1000港元 [1000HKD]"


@pytest.mark.parametrize(
    ("title", "heading"),
    [("捐款明细（单位：港元）", "金额（人民币元）"), ("捐款明细（单位：港元）", "折合人民币（元）"), ("单位：港元", "金额（RMB元）"), ("单位：港元", "CNY金额（元）"), ("单位：港元", "金额（¥元）"), ("捐款明细（单位：元）", "金额（元）"), ("香港校友捐款明细", "金额（元）")],
)  # fmt: skip
def test_yuan_of_china_stays_so(title: str, heading: str) -> None:
    assert first(title, heading) == "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]"


def test_two_moneys_beside_each_other_are_two() -> None:
    found = told("单位：港元,,,\n日期,捐款人,金额（元）,金额（港元）\n2020-03-01,李华,1000,\n2020-03-02,王芳,,500\n")
    assert "CNY 1000元" in found
    assert "HKD 500港元" in found


def test_two_measures_are_asked_about() -> None:
    assert first("单位：万港元", "金额（元）").startswith("! 金额（元）")
    assert first("单位：万港元", "金额（万元）", "1.5") == "receipt 2020-03-01 donor=李华: HKD 15000港元 [15000HKD]"


def test_what_it_makes_in_yuan_is_a_remark() -> None:
    """It was booked as goods besides, worth 900 Hong Kong dollars."""
    found = told("捐款明细（单位：港元）,,,\n日期,捐款人,金额（元）,折合人民币\n2020-03-01,李华,1000,900\n")
    assert found.splitlines()[1] == "3 receipt 2020-03-01 donor=李华: HKD 1000港元 “折合900元” [1000HKD]"


@pytest.mark.parametrize(
    ("above", "money"),
    [
        ("币种：美元\n单位：万元", "USD 25000美元"),
        ("单位：万元\n币种：港币", "HKD 25000港元"),
        ("捐款明细（港币）\n单位：万元", "HKD 25000港元"),
        ("單位：萬元\n捐款明細（港幣）", "HKD 25000港元"),
        ("捐款明细（美元）\n单位：万", "USD 25000美元"),
        ("捐款明细（人民币）\n单位：万元", "CNY 25000元"),
        ("捐款明细（港币）\n单位：元", "HKD 2.5港元"),
        ("币种：美元\n单位：元", "USD 2.5美元"),
    ],
)
def test_what_several_lines_say_of_the_measure_counts_together(above: str, money: str) -> None:
    """Only the first was heard: 2.5 was booked of 25,000."""
    said = told(f"{above}\n日期,捐款人,金额\n2020-03-01,李华,2.5\n").splitlines()[1]
    assert f"donor=李华: {money} [" in said


@pytest.mark.parametrize(
    "above",
    [
        "单位：元\n单位：万元",
        "捐款明细（单位：万元）\n单位：元",
        "单位：港币元\n单位：万元",
        "单位：千元\n单位：万元",
        "单位：元\n捐款明细（美元）",
        "捐款明细（美元）\n单位：港元",
        "币种：美元\n单位：元\n金额单位：万元",
    ],
)
def test_lines_that_say_two_measures_are_asked_about(above: str) -> None:
    """The first of them was taken, and the amounts booked ten thousand times too large or too small."""
    assert OTHER_MONEY in told(f"{above}\n日期,捐款人,金额\n2020-03-01,李华,2.5\n")
    own = told(f"{above}\n日期,捐款人,金额（人民币元）\n2020-03-01,李华,2.5\n")
    assert "币种" in above or "CNY 2.5元" in own
