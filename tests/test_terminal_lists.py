"""Lists that whoever takes payments for an association has of them (终端号, 商户号, 手续费): nobody is named, and refunds say whose by number.

All is invented.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

TERMINALS = """
商户号,商户名称,终端号,交易日期,交易时间,交易类型,支付方式,卡号,交易金额,手续费,结算金额,参考号,订单号,交易状态
898360000000001,某协会,01234567,2024-03-01,10:02:03,消费,微信,,100.00,0.60,99.40,012345678901,3194202403010001,成功
898360000000001,某协会,01234567,2024-03-02,10:02:03,消费,支付宝,,200.00,1.20,198.80,012345678902,3194202403020001,成功
898360000000001,某协会,01234567,2024-03-02,11:02:03,退货,支付宝,,{back},0.00,{back},012345678903,{number},成功
898360000000001,某协会,01234567,2024-03-03,10:02:03,消费,银行卡,6222****1234,300.00,1.80,298.20,012345678904,3194202403030001,失败
"""
ORDERS = """
交易日期,交易时间,商户订单号,商品名,门店,收款终端,收银员,支付方式,付款人,交易类型,交易状态,交易金额,实收金额,手续费,结算金额,备注
2024-03-01,10:02:03,7894259244090001,爱心捐款,某协会,二维码,,微信,,收款,成功,100.00,100.00,0.38,99.62,
2024-03-02,10:02:03,7894259244090002,爱心捐款,某协会,二维码,,支付宝,,收款,成功,200.00,200.00,0.76,199.24,给老人
2024-03-02,12:02:03,7894259244090002,爱心捐款,某协会,二维码,,支付宝,,退款,成功,-50.00,-50.00,-0.19,-49.81,
"""


def lines(desk: Desk) -> list[tuple[object, ...]]:
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    return [(row["type"], row["date"], row["donor"], row["received"]) for row in rows]


TAKEN = [
    ("receipt", "2024-03-01", "爱心人士", "100"),
    ("receipt", "2024-03-02", "爱心人士", "200"),
    ("return", "2024-03-02", "爱心人士", "-50"),
]


@pytest.mark.parametrize("text", [TERMINALS.format(back="-50.00", number="3194202403020001"), TERMINALS.format(back="50.00", number="3194202403020001"), ORDERS])  # fmt: skip
def test_what_was_paid_at_a_terminal_is_of_nobody_named(desk: Desk, tmp_path: Path, text: str) -> None:
    """What is left after the fee is no gift of its own; a refund with the number of its order gives back a part of that."""
    paper = file(tmp_path, "a.csv", text.lstrip("\n"), "gb18030")
    desk.do(f"import {paper} --yes")
    assert lines(desk) == TAKEN
    assert desk.do(f"import {paper} --yes --format json").json["entries"] == 0
    assert desk.is_in_order()


def test_a_refund_may_come_in_a_later_list(desk: Desk, tmp_path: Path) -> None:
    head, *rows = ORDERS.strip().splitlines()
    for place, part in enumerate((rows[:2], rows[1:])):
        desk.do(f"import {file(tmp_path, f'{place}.csv', chr(10).join([head, *part, '']))} --yes")
    assert lines(desk) == TAKEN


def test_a_refund_of_an_unknown_number_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    """No other gift of nobody's is taken for it."""
    paper = file(tmp_path, "a.csv", TERMINALS.format(back="-200.00", number="3194202403020099").lstrip("\n"))
    answer = desk.run(f"import {paper} --yes --format json")
    [problem] = answer.json["files"][0]["problems"]
    assert answer.code == 65
    assert problem["row"] == 4
    assert "原订单号" in problem["expected"]


def test_of_two_gifts_that_one_goes_back_whose_number_the_refund_bears(desk: Desk, tmp_path: Path) -> None:
    """The later one of the same giver and amount stays."""
    head = "订单号,交易时间,付款人,交易金额,交易类型\n"
    gifts = "T1000000000000001,2024-03-01,李华,100,收款\nT1000000000000002,2024-03-02,李华,100,收款\n"
    desk.do(f"import {file(tmp_path, 'a.csv', head + gifts)} --yes")
    refund = "T1000000000000001,2024-03-03,李华,100,退款\n"
    desk.do(f"import {file(tmp_path, 'b.csv', head + refund)} --yes")
    with closing(sqlite3.connect(desk.book)) as book:
        assert book.execute("select returns from import_row where entry = 3").fetchall() == [(1,)]


def test_headings_of_terminals_may_say_their_money() -> None:
    """手续费(元) beside 终端号 made no list of terminals."""
    found = told(
        "交易时间,商户号,商户名称,终端号,交易类型,交易金额(元),手续费(元),结算金额(元),交易状态,交易流水号\n"
        "2020-03-01 10:20:30,82230,某协会,A1,消费,100.00,0.38,99.62,成功,66210001\n"
    )
    assert "receipt 2020-03-01 donor=爱心人士: CNY 100元" in found


def test_what_was_paid_with_a_card_is_no_gift(desk: Desk, tmp_path: Path) -> None:
    """入账日期 and 入账金额 of a card's statement made a list of one's own terminals, and what was paid gifts of nobody's."""
    text = (
        "交易日期,入账日期,交易摘要,交易金额,交易货币,入账金额,入账货币\n"
        "2024-03-01,2024-03-02,（消费）某商店,15.90,人民币,15.90,人民币\n"
        "2024-03-03,2024-03-03,（分期）某商场,387.42,人民币,387.42,人民币\n"
    )
    answer = desk.run(f"import {file(tmp_path, 'a.csv', text)} --yes --format json")
    assert answer.code == 65
    assert [problem["row"] for problem in answer.json["files"][0]["problems"]] == [2, 3]
