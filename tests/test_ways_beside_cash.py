"""Amounts in several columns, one for each way that money came: none is passed over beside cash, and all are of the row's currency.
All is invented.
"""

import pytest
from harness.tables import told

from donations.importers.columns.numbers_beside_cash import AMOUNTS_OR_NUMBERS

ROWS = "柳依依,2020-03-01,5,6\n钱多多,2020-03-02,7,8\n"


@pytest.mark.parametrize(
    "way",
    [
        "汇款", "匯款", "支票", "转账支票", "电汇", "信用卡", "八達通", "邮局划拨", "腾讯公益", "Online", "Online giving", "Card", "Transfer",
        "E-transfer", "Mobile money", "Standing order",
    ],
)  # fmt: skip
def test_what_came_another_way_beside_cash_counts(way: str) -> None:
    """It was passed over: 5 of 11 was read."""
    cash = "Cash" if way.isascii() else "现金"
    rows = told(f"姓名,日期,{cash},{way}\n{ROWS}").splitlines()
    assert "money" in rows[0].rsplit("=", 1)[-1]
    assert "[11CNY]" in rows[1]


def test_what_came_online_of_a_gift_beside_cash_counts() -> None:
    """Ann's gift was passed over as nothing."""
    rows = told("Name,Date,Gift,Online,Cash\nAnn Poe,2020-03-01,5,5,0\nBob Roe,2020-03-02,8,0,8\n").splitlines()
    assert [row.rsplit(" [")[-1] for row in rows[1:]] == ["5CNY]", "8CNY]"]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("Amount,Card", "5,6|7,8"),
        ("捐款,支票", "500,100233|700,100234"),
        ("现金,支票", "500,|700,10023345"),
        ("Cash,Cheque", "500,100233|700,100234"),
    ],
)
def test_what_may_be_sent_on_or_the_number_of_a_cheque_is_no_gift(headings: str, rows: str) -> None:
    one, two = rows.split("|")
    found = told(f"姓名,日期,{headings}\n柳依依,2020-03-01,{one}\n钱多多,2020-03-02,{two}\n").splitlines()
    assert [row.rsplit(" [")[-1] for row in found[1:]] == [f"{each.split(',')[0]}CNY]" for each in (one, two)]


@pytest.mark.parametrize(("headings", "currency"), [("币种,现金,转账", "美元"), ("Currency,Cash,Cheque", "USD")])
def test_every_amount_of_a_row_is_of_its_currency(headings: str, currency: str) -> None:
    """What stood in the second column was read as yuan."""
    rows = told(f"姓名,日期,{headings}\n柳依依,2020-03-01,{currency},5,6\n钱多多,2020-03-02,港币,,8\n").splitlines()
    assert [row.rsplit(" [")[-1] for row in rows[1:]] == ["11USD]", "8HKD]"]


def test_the_sign_of_an_amount_may_not_say_another_currency() -> None:
    rows = told("姓名,日期,币种,现金,转账\n柳依依,2020-03-01,美元,5,¥6\n钱多多,2020-03-02,美元,7,8\n").splitlines()
    assert rows[1].startswith("2 !")


@pytest.mark.parametrize("headings", ["捐款,汇款", "Amount,Transfer"])
def test_what_was_sent_may_have_come_too(headings: str) -> None:
    """What differs from the gift beside it may be a gift besides, or have been sent on."""
    assert "one column of money" in told(f"姓名,日期,{headings}\n柳依依,2020-03-01,5,6\n钱多多,2020-03-02,7,8\n")


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        ("现金,支票", "500,12345|700,12346"),
        ("Cash,Check", "500,1023|700,1024"),
        ("Cash,Card", "500,4242|700,1117|900,3318"),
    ],
)
def test_short_numbers_beside_cash_are_no_amounts_more(headings: str, rows: str) -> None:
    """The numbers of cheques were added to what had been given."""
    lines = "".join(f"柳{chr(0x4E00 + at)},2020-03-01,{row}\n" for at, row in enumerate(rows.split("|")))
    found = told(f"姓名,日期,{headings}\n{lines}").splitlines()
    assert [row.rsplit(" [")[-1] for row in found[1:]] == [f"{row.split(',')[0]}CNY]" for row in rows.split("|")]


@pytest.mark.parametrize(
    ("headings", "rows"),
    [("Cash,Card", "500,4242|700,1117"), ("Cash,Check", "1000,2505|5000,2515"), ("现金,支票", "1000,2505|5000,2541")],
)
def test_two_numbers_that_do_not_follow_each_other_are_asked_about(headings: str, rows: str) -> None:
    """They were passed over, and may be amounts."""
    one, two = rows.split("|")
    assert AMOUNTS_OR_NUMBERS in told(f"姓名,日期,{headings}\n柳依依,2020-03-01,{one}\n钱多多,2020-03-02,{two}\n")


def test_amounts_that_make_the_total_beside_them_are_none() -> None:
    found = told("姓名,日期,Cash,Cheque,Total\n柳依依,2020-03-01,100,125,225\n钱多多,2020-03-02,50,1688,1738\n")
    assert [row.rsplit(" [")[-1] for row in found.splitlines()[1:]] == ["225CNY]", "1738CNY]"]


@pytest.mark.parametrize("rows", ["500,|,1023", "500,|700,1020", "500,25|700,1023"])
def test_what_may_be_an_amount_still_counts(rows: str) -> None:
    one, two = rows.split("|")
    found = told(f"姓名,日期,Cash,Check\n柳依依,2020-03-01,{one}\n钱多多,2020-03-02,{two}\n")
    assert found.startswith("money_in 1: 姓名=donor 日期=date Cash=money Check=money")
