"""Accounts in which what came and what was paid out stand below each fund or purse, 助学基金 收入 支出 | 敬老基金 收入 支出."""

import pytest
from harness.tables import told

ROWS = """2020-01-08,李华,1000,,1000,,,0
2020-01-15,新华书店,,850.5,149.5,,,0
2020-02-03,王芳,,,149.5,3000,,3000
2020-02-09,旺家超市,,,149.5,,600,2400
"""
WANTED = [
    "receipt 2020-01-08 donor=李华: CNY 1000元",
    "expense 2020-01-15 supplier=新华书店: CNY 850.5元",
    "receipt 2020-02-03 donor=王芳: CNY 3000元",
    "expense 2020-02-09 supplier=旺家超市: CNY 600元",
]


def said(text: str) -> list[str]:
    """What each row is understood as."""
    return [line.partition(" ")[2].partition(" [")[0] for line in told(text).splitlines()[1:]]


@pytest.mark.parametrize(
    "headings",
    [
        "日期,姓名,助学基金,,,敬老基金,,\n,,收入,支出,结余,收入,支出,结余\n",
        "日期,姓名,现金,,,银行存款,,\n,,收入,支出,余额,收入,支出,余额\n",
        "日期,姓名,收入,支出,结余,收入,支出,结余\n",
        "Date,Name,General Fund,,,Building Fund,,\n,,Receipts,Payments,Balance,Receipts,Payments,Balance\n",
    ],
)
def test_what_was_paid_out_of_the_second_did_not_come_in(headings: str) -> None:
    assert said(headings + ROWS) == WANTED


def test_without_what_is_left() -> None:
    rows = "\n".join(",".join(cells[:4] + cells[5:7]) for cells in (line.split(",") for line in ROWS.splitlines()))
    assert said(f"日期,姓名,助学基金,,敬老基金,\n,,收入,支出,收入,支出\n{rows}\n") == WANTED


def test_what_moves_between_purses_is_no_gift() -> None:
    """Nor what was there before."""
    rows = "2020-01-01,上年结转,,,100,,,500\n2020-02-05,提现,500,,600,,500,0\n"
    found = told(f"日期,摘要,现金,,,银行存款,,\n,,收入,支出,余额,收入,支出,余额\n{rows}").splitlines()[1:]
    assert [line.partition(" ")[2][:1] for line in found] == ["-", "-"]


def test_several_columns_of_what_was_paid_out_are_asked_about() -> None:
    """They are no more gifts."""
    rows = "日期,对方,收入（微信）,收入（现金）,支出（微信）,支出（现金）\n2020-01-08,李华,100,,,\n2020-01-09,旺家超市,,,60,\n2020-01-10,新华书店,,,,70\n"
    found = told(rows).splitlines()[1:]
    assert all(line.partition(" ")[2].startswith("! None: one column of what was paid out") for line in found)


@pytest.mark.parametrize(
    "headings",
    ["日期,姓名,收入,,支出,\n,,微信,银行,微信,银行\n", "日期,姓名,捐款收入,,费用支出,\n,,现金,转账,现金,转账\n", "Date,Name,Income,,Expenses,\n,,Cash,Bank,Cash,Bank\n"],
)  # fmt: skip
def test_ways_below_what_was_paid_out_are_none_by_which_anything_came(headings: str) -> None:
    """It is spent, or asked about."""
    rows = "2020-01-08,李华,1000,,,\n2020-01-15,新华书店,,,850.5,\n"
    assert "receipt 2020-01-15" not in told(headings + rows)


@pytest.mark.parametrize(
    "over", ["预算,,实际,", "本年,,上年,", "账面,,核对,", "助学金,,合计,", "原币,,本位币,", "人民币,,折美元,"]
)
def test_what_may_say_one_thing_twice_is_of_no_two_purses(over: str) -> None:
    """Nothing of it came twice."""
    rows = "2020-01-08,李华,1000,,1000,\n"
    found = told(f"日期,姓名,{over}\n,,收入,支出,收入,支出\n{rows}2020-01-15,新华书店,,50,,50\n")
    assert found.count("receipt 2020-01-08") <= 1


@pytest.mark.parametrize("over", ["收入/支出", "收入支出", "收入与支出"])
def test_ways_below_what_came_and_what_went_are_none_by_which_all_was_paid(over: str) -> None:
    found = told(f"日期,姓名,{over},\n,,微信,银行\n2020-01-08,李华,1000,\n2020-01-15,王芳,,500\n")
    assert "expense" not in found


def test_purses_of_a_currency_each() -> None:
    rows = "2020-01-08,李华,1000,,,\n2020-01-09,王芳,,,20,\n2020-01-15,新华书店,,50,,\n2020-01-16,Book Shop,,,,5\n"
    assert said(f"日期,姓名,人民币,,美元,\n,,收入,支出,收入,支出\n{rows}") == [
        "receipt 2020-01-08 donor=李华: CNY 1000元",
        "receipt 2020-01-09 donor=王芳: USD 20美元",
        "expense 2020-01-15 supplier=新华书店: CNY 50元",
        "expense 2020-01-16 supplier=Book Shop: USD 5美元",
    ]
