"""Amounts below a way of paying that other countries alone have, UPI or Zelle: which money they are is asked for. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.whose_money import WHICH_OF_A_WAY

ROWS = "2020-02-01,Ann Lee,500,\n2020-02-02,Bo Lin,,700\n"


@pytest.mark.parametrize("way", ["UPI", "Zelle", "Venmo", "M-Pesa", "Paytm", "GCash", "Cash App", "PayNow"])
@pytest.mark.parametrize("beside", ["Cash", "Bank transfer", "PayPal"])
def test_amounts_below_such_a_way_are_no_yuan(way: str, beside: str) -> None:
    rows = f"Date,Name,{way},{beside}\n{ROWS}"
    assert told(rows).count(WHICH_OF_A_WAY) == 2
    assert "receipt" not in told(rows)


@pytest.mark.parametrize("way", ["UPI", "M-Pesa", "GCash"])
def test_they_count_beside_cash_where_the_title_says_the_money(way: str) -> None:
    assert "[11CNY]" in told(f"单位：人民币元\n姓名,日期,Cash,{way}\n柳依依,2020-03-01,5,6\n")


def test_one_below_wechat_and_one_below_zelle_are_of_two_moneys() -> None:
    assert told(f"日期,姓名,微信,Zelle\n{ROWS}").count(WHICH_OF_A_WAY) == 2
    found = told(f"日期,姓名,微信,Zelle（美元）\n{ROWS}")
    assert "CNY 500元" in found
    assert "USD 700美元" in found
    assert "CNY 500元" in told("日期,姓名,微信,Zelle\n2020-02-01,王芳,500,\n")  # nothing came so


@pytest.mark.parametrize("heading", ["UPI Ref", "UPI Transaction ID", "M-Pesa Code", "Venmo username"])
def test_the_numbers_of_such_a_way_beside_amounts_ask_too(heading: str) -> None:
    rows = f"Date,Name,Amount,{heading}\n2020-02-01,Ann Lee,500,302912345678\n2020-02-02,Bo Lin,700,302912345679\n"
    assert told(rows).count(WHICH_OF_A_WAY) == 2
    assert told(rows.replace("Amount", "Amount (CNY)")).count("receipt") == 2
    assert told(rows.replace("302912345678", "").replace("302912345679", "")).count("receipt") == 2


@pytest.mark.parametrize("title", ["Zelle donations", "UPI", "Gifts via M-Pesa", "Venmo捐款"])
def test_a_title_of_such_a_way_asks_too(title: str) -> None:
    rows = f"{title}\nDate,Name,Amount\n2020-02-01,Ann Lee,500\n"
    assert WHICH_OF_A_WAY in told(rows)
    assert "USD 500美元" in told(rows.replace(",500", ",$500"))


@pytest.mark.parametrize("title", ["微信、支付宝及Zelle捐款", "Imps and elves charity", "Occupied homes"])
def test_other_titles_ask_nothing(title: str) -> None:
    assert "CNY 500元" in told(f"{title}\nDate,Name,Amount\n2020-02-01,Ann Lee,500\n")
