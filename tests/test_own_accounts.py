"""What moved between accounts of one's own, told by whose account a list is; and who only took the money. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.words.accounts import NEUTRAL

ROWS = """
{own_before}交易时间,借方发生额（支取）,贷方发生额（收入）,余额,对方户名,对方账号,摘要{own}
{before}2020-03-01 10:00:00,,100.00,1100.00,李华,6222000000000001,捐款{behind}
{before}2020-03-02 10:00:00,,500.00,1600.00,某协会,6222000000000002,转账{behind}
{before}2020-03-03 10:00:00,20.00,,1580.00,某 协会,6222000000000002,转账{behind}
{before}2020-03-04 10:00:00,30.00,,1550.00,某公司,6222000000000003,购口罩{behind}
"""
GIFT = "receipt 2020-03-01 donor=李华: CNY 100元 “捐款” [100CNY]"
COST = "expense 2020-03-04 supplier=某公司: CNY 30元 “购口罩” []"
LISTS = {
    "a column of its own": ROWS.format(own_before="账号,账户名称,", before="36050001,某协会,", own="", behind=""),
    "its own side": ROWS.format(own_before="", before="", own=",本方账号,本方户名", behind=",36050001,某协会"),
    "a line above": "账号：36050001 户名：某协会\n" + ROWS.format(own_before="", before="", own="", behind=""),
    "cells above": "账　　号,36050001,账户名称,某协会\n" + ROWS.format(own_before="", before="", own="", behind=""),
}


@pytest.mark.parametrize("shape", LISTS)
def test_what_came_from_another_account_of_ones_own_is_no_gift(shape: str) -> None:
    """Neither what went there is spent."""
    said = [line.split(" ", 1)[1] for line in told(LISTS[shape].replace("\n\n", "\n").lstrip("\n")).splitlines()[1:]]
    assert said == [GIFT, f"- {NEUTRAL}", f"- {NEUTRAL}", COST]


def test_who_paid_whom_tells_whose_list_it_is() -> None:
    """来账 and 往账 say which way; the name that stands in each row is one's own."""
    text = """
交易类型,付款人名称,收款人名称,交易日期,交易金额,交易后余额
来账,李华,某协会,20200301,100.00,1100.00
来账,某协会,某协会,20200302,500.00,1600.00
往账,某协会,某公司,20200303,-30.00,1570.00
"""
    lines = told(text.lstrip("\n")).splitlines()[1:]
    assert "donor=李华" in lines[0]
    assert lines[1] == f"3 - {NEUTRAL}"
    assert "supplier=某公司" in lines[2]


def test_the_books_own_name_is_known(desk: Desk, tmp_path: Path) -> None:
    """Where the list doesn't say whose it is; the totals it states may count what only moved. 捐款人 gave, whoever it is."""
    head, rows = "交易日期,支出,收入,余额,对方户名,摘要\n", "2020-03-01,,100.00,1100.00,李华,捐款\n"
    own = "2020-03-02,,500.00,1600.00,测试协会,转账\n2020-03-03,20.00,,1580.00,测试协会,转账\n合计,20.00,600.00,,,\n"
    bank = file(tmp_path, "a.csv", head + rows + own, "gb18030")
    [table] = desk.do(f"import {bank} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["ignored_reasons"][NEUTRAL], table["sums"]) == (1, 2, {"CNY": "100"})
    gifts = file(tmp_path, "b.csv", "日期,捐款人,收入,支出\n2020-03-05,测试协会,7.00,\n2020-03-06,李华,8.00,\n")
    assert desk.do(f"import {gifts} --yes --format json").json["files"][0]["tables"][0]["accepted"] == 2


def test_a_treasurer_may_give_to_the_account_in_her_name() -> None:
    """What a person's own words call a gift is one; without them it moved."""
    text = "户名：王芳\n交易日期,支出,收入,余额,对方户名,摘要\n2020-03-01,,100.00,1100.00,王芳,捐款\n2020-03-02,,50.00,1150.00,王芳,转账\n2020-03-03,,5.00,1155.00,李华,转账\n"
    said = [line.split(" ", 2)[1] for line in told(text).splitlines()[1:]]
    assert said == ["receipt", "-", "receipt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "交易时间,交易对方,订单金额,实付金额,商户名称\n2020-03-01,李华,100.00,100.00,山水间\n2020-03-02,王芳,20.00,19.00,山水间\n",
            [("receipt", "100"), ("receipt", "19")],
        ),
        (
            "交易时间,收支类型,交易对方,订单金额,实付金额,商户名称\n2020-03-01,收入,李华,100.00,100.00,\n2020-03-02,支出,某店,20.00,19.00,某店\n",
            [("receipt", "100"), ("expense", "19")],
        ),
        (
            "交易时间,付款人,订单金额,支付金额,商户名称\n2020-03-01,李华,100.00,99.00,某店\n2020-03-02,王芳,20.00,19.00,某店\n",
            [("expense", "99"), ("expense", "19")],
        ),
    ],
)
def test_what_was_ordered_and_what_was_paid_is_one_payment(text: str, said: list[tuple[str, str]]) -> None:
    """It didn't come and go in one row; and whose code took the money sold nothing."""
    found = [line.split(" ") for line in told(text).splitlines()[1:]]
    assert [(line[1], line[line.index("CNY") + 1].removesuffix("元")) for line in found] == said


def test_a_total_is_no_name_of_a_terminal() -> None:
    text = "商户名称,终端号,交易日期,交易类型,交易金额\n某协会,T1,2020-03-01,消费,100.00\n某协会,T1,2020-03-02,消费,50.00\n合计,,,2笔,150.00\n"
    given = told(text, donor="爱心人士").splitlines()
    assert [line.split(" [")[1] for line in given[1:3]] == ["100CNY]", "50CNY]"]


def test_a_side_left_blank_is_not_ones_own() -> None:
    """Beside one's own name nobody stands who paid: a gift of nobody's, and a fee."""
    text = "付款人名称,收款人名称,交易日期,交易金额,交易后余额,摘要\n李华,某协会,20200301,100.00,1100.00,捐款\n,某协会,20200302,500.00,1600.00,捐款\n某协会,,20200303,-3.00,1597.00,手续费\n某协会,某公司,20200304,-5.00,1592.00,购口罩\n"
    assert [line.split(":")[0] for line in told(text).splitlines()[1:]] == [
        "2 receipt 2020-03-01 donor=李华",
        "3 receipt 2020-03-02 donor=爱心人士",
        "4 expense 2020-03-03 ",
        "5 expense 2020-03-04 supplier=某公司",
    ]


@pytest.mark.parametrize("who", ["对方", "对方名称", "交易对方"])
def test_what_was_bought_in_an_account_says_what_a_payment_was(who: str) -> None:
    """商品说明 was passed over, so that what a shop paid back was its gift, and dues were gifts."""
    found = told(
        f"交易时间,{who},商品说明,收/支,金额,状态\n2020-02-01,李华,捐款,收入,100,交易成功\n"
        "2020-02-02,某店,口罩,支出,30,交易成功\n2020-02-03,某店,退款,收入,10,交易成功\n2020-02-04,王芳,会费,收入,20,交易成功\n"
    )
    assert "2 receipt 2020-02-01 donor=李华: CNY 100元 “捐款”" in found
    assert "5 - income that is no gift" in found
    assert found.count(" receipt ") == 1
