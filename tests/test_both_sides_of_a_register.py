"""Registers with a side for what came and one for what went: goods of each side, words of each row, and amounts in a check register."""

import pytest
from harness.tables import told


def test_each_side_has_its_own_goods() -> None:
    """物资 stands on both sides: what went out of a row isn't what came in it; 结余 behind them changes nothing."""
    text = (
        "接收,,,,发放,,,,\n日期,捐赠单位,物资,数量,日期,物资,数量,领取人,结余\n"
        "2020-02-01,甲公司,口罩,500个,2020-02-02,口罩,100个,李华,400\n2020-02-03,乙公司,手套,100双,2020-02-03,口罩,50个,王芳,350\n"
    )
    found = told(text)
    assert "receipt 2020-02-03 donor=乙公司: 手套 100双" in found
    assert "distribution 2020-02-03 recipient=王芳: 口罩 50个" in found


@pytest.mark.parametrize("went", ["东乡镇领用", "发放给东乡镇", "发放东乡镇"])
@pytest.mark.parametrize("heading", ["摘要", "备注"])
def test_words_of_a_stores_book_name_who_gave_and_who_got(heading: str, went: str) -> None:
    """Where they do so in every row; the word for handing out is no part of a name."""
    text = f"日期,物资,入库,出库,结存,{heading}\n2020-02-01,口罩,100个,,100个,甲公司捐赠\n2020-02-02,口罩,,60个,40个,{went}\n"
    found = told(text)
    assert "receipt 2020-02-01 donor=甲公司: 口罩 100个" in found
    assert "distribution 2020-02-02 recipient=东乡镇: 口罩 60个" in found


def test_names_that_begin_like_a_deed() -> None:
    """物资配送中心 and 发放办公室 are names."""
    for name in ("配送中心", "发放办公室", "发改局"):
        assert f"recipient={name}:" in told(f"日期,物资,数量,接收单位\n2020-02-01,口罩,60个,{name}\n")


@pytest.mark.parametrize("rest", ["", ",Balance"])
def test_what_was_deposited_was_not_paid(rest: str) -> None:
    """Payment beside Deposit holds amounts, and no codes of how it was paid: deposits were booked as spent."""
    left = (",950", ",1150") if rest else ("", "")
    rows = f"2020-02-05,1001,Acme Store,supplies,50,{left[0]}\n2020-02-15,,Ann Lee,donation,,200{left[1]}\n"
    found = told(f"Date,Check #,Payee,Memo,Payment (USD),Deposit (USD){rest}\n{rows}")
    assert "expense 2020-02-05 supplier=Acme Store: USD 50美元" in found
    assert "receipt 2020-02-15 donor=Ann Lee: USD 200美元" in found


def test_codes_beside_each_amount_are_none() -> None:
    """Payment above 4 and 11 is how it was paid."""
    found = told("Date,Payee,Amount,Payment\n2020-02-05,Acme Store,50,4\n2020-02-15,Ann Lee,200,11\n")
    assert "supplier=Acme Store: CNY 50元" in found
