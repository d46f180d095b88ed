"""Amounts beside one another that would be read as one, and sizes that would be read as amounts. All is invented."""

import pytest
from harness.tables import told

from donations import errors
from donations.domain.parsing import parse_quantities
from donations.importers.words.money_cells import BESIDE_ANOTHER


@pytest.mark.parametrize(
    "text",
    [
        "美元100，100元",
        "港币100，200元",
        "¥100，100美元",
        "¥100,100美元",
        "人民币100，100美元",
        "$100,100元",
        "€100,100元",
        "美元100 100元",
        "100，100元",
        "人民币100，200",
        "100，200.50元",
        "美元100，100万元",
        "１００，２００元",
        "微信100，200元",
    ],
)
def test_two_amounts_are_not_one(text: str) -> None:
    with pytest.raises(errors.AmountsBeside):
        parse_quantities(text)
    row = told(f'日期,姓名,金额\n2020-02-01,李华,"{text}"\n').splitlines()[1]
    assert row == f"2 ! 金额: {BESIDE_ANOTHER} ({text.translate(str.maketrans('１２０', '120'))})" or "１" in text


def test_numbers_alone_in_a_column_of_money() -> None:
    rows = told(
        '日期,姓名,金额（元）\n2020-02-01,李华,"100，200"\n2020-02-01,王芳,"12，500"\n2020-02-01,王芳,"100,200"\n'
    ).splitlines()
    assert rows[1].startswith(f"2 ! 金额（元）: {BESIDE_ANOTHER}")
    assert [row.rpartition("[")[2] for row in rows[2:]] == ["12500CNY]", "100200CNY]"]


@pytest.mark.parametrize(
    ("text", "number", "item"),
    [
        ("12，500元", 12500, "CNY"),
        ("150，000元", 150000, "CNY"),
        ("1，128，500元", 1128500, "CNY"),
        ("1,000,500元", 1000500, "CNY"),
        ("128,500元", 128500, "CNY"),
        ("¥128,500元", 128500, "CNY"),
        ("人民币128,500元整", 128500, "CNY"),
        ("人民币12，500元", 12500, "CNY"),
        ("港币12,500元", 12500, "HKD"),
        ("美元1，000元", 1000, "USD"),
        ("$1,000元", 1000, "USD"),
        ("$128,500 USD", 128500, "USD"),
        ("日元100,000元", 100000, "JPY"),
        ("1，500万元", 15000000, "CNY"),
    ],
)
def test_one_amount_stays_one(text: str, number: int, item: str) -> None:
    rows = told(f'日期,姓名,金额\n2020-02-01,李华,"{text}"\n').splitlines()
    assert rows[1].endswith(f"[{number}{item}]")


@pytest.mark.parametrize(
    "text",
    [
        "布3mx6m",
        "布3m×6m",
        "帐篷3米*4米",
        "帐篷3*4m",
        "帐篷3X4米",
        "帐篷2顶3m*4m",
        "纱布8cmx6m",
        "布3mx6mx2m",
        "红布 3 x 6 m",
    ],
)
def test_a_size_is_no_amount(text: str) -> None:
    with pytest.raises(errors.SeveralReadings):
        parse_quantities(text)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("布3mx6m 5块", 5, "块"),
        ("帐篷3m×4m 10顶", 10, "顶"),
        ("横幅5米×10条", 50, "米"),
        ("绳子50米×10卷", 500, "米"),
        ("绳5根×10米", 50, "米"),
        ("绳2×100米", 200, "米"),
        ("布20米", 20, "米"),
        ("N95口罩x20个", 20, "个"),
    ],
)
def test_lengths_are_amounts_where_they_are_no_size(text: str, number: int, unit: str) -> None:
    [found] = parse_quantities(text)
    assert (str(found.number), found.unit) == (str(number), unit)


@pytest.mark.parametrize(
    "text", ["100，" * 8000, "$" * 32_000, "3m×" * 10_000, "1 " * 16_000, "人民币" * 10_000 + "1，100元"]
)
def test_hostile_cells_end(text: str) -> None:
    assert told(f'日期,姓名,金额\n2020-02-01,李华,"{text}"\n').splitlines()[1].startswith("2 !")


@pytest.mark.parametrize("went", ["执行金额", "使用金额", "已拨付金额"])
def test_money_that_went_on_in_part_came_whole(went: str) -> None:
    """All of it was given on to whoever got 8,000."""
    found = told(f"捐赠方,捐赠金额,{went},日期,受益人\n甲公司,10000,8000,2020-03-01,市一院\n")
    assert "receipt 2020-03-01 donor=甲公司: CNY 10000元 + expense 2020-03-01 recipient=市一院: CNY 8000元" in found


def test_money_of_which_words_of_another_column_say_that_less_went_on_is_not_passed_on() -> None:
    rows = "捐赠人,捐款金额（元）,已拨付（元）,接收单位,日期\n李华,1000,{},市一院,2020-03-01\n"
    assert "relay" not in told(rows.format(600))
    assert "relay" in told(rows.format(1000))


def test_a_name_may_end_like_what_somebody_did() -> None:
    assert "recipient=张红领" in told("日期,领用人,物品,数量\n2020-03-01,张红领,口罩,5个\n")
    assert "recipient=市一院" in told("日期,领用人,物品,数量\n2020-03-01,市一院领,口罩,5个\n")
