"""Lists of accounts as banks write them, one shape each: who gave and what was spent, to the fen. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.domain.nameless import KIND_PERSON
from donations.importers.columns.own_names import WHOSE
from donations.importers.words.accounts import NO_DIRECTION

GIFT = ("receipt", "2020-03-01", "李华", "100", "0")
COST = ("expense", "2020-03-02", None, "0", "30.5")

SHAPES = {
    "its own name in each row": """
账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,记账日期,摘要,备注
36050000000000001,某协会,20200301 10:15:00,0.00,100.00,1100.00,人民币元,李华,6222000000000001,20200301,转账,捐款
36050000000000001,某协会,20200302 10:15:00,30.50,0.00,1069.50,人民币元,某公司,6222000000000002,20200302,转账,购口罩
36050000000000001,某协会,20200321 00:15:00,0.00,0.35,1069.85,人民币元,,,20200321,结息,
""",
    "the other side of either way": """
账号,交易日,起息日,交易类型,借方金额,贷方金额,余额,摘要,流水号,收(付)方分行名,收(付)方名称,收(付)方帐号,收(付)方开户行名
57990000001,20200301,20200301,网银贷记,,100.00,1100.00,捐款,G0001,,李华,6222000000000001,某银行
57990000001,20200302,20200302,转账支出,30.50,,1069.50,购口罩,G0002,,某公司,6222000000000002,某银行
""",
    "a word beside two columns with zeros": """
凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额
1,150700000001,6222000000000001,2020-03-01 10:15:00,贷,0.00,100.00,102000,捐款,爱心,李华,1100.00
2,150700000001,6222000000000002,2020-03-02 10:15:00,借,30.50,0.00,102000,购口罩,货款,某公司,1069.50
""",
    "who paid and who was paid": """
查询账号[ Inquirer account number ],197200000001,,,,,,,
交易类型[ Transaction Type ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人账号[ Payee's Account Number ],收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ]
来账[ CR ],6222000000000001,李华,197200000001,某协会,20200301,CNY,100.00,1100.00
往账[ DR ],197200000001,某协会,6222000000000002,某公司,20200302,CNY,-30.50,1069.50
""",
    "the name of an account": """
交易日期,主机交易流水号,借方发生额,贷方发生额,账户余额,凭证号,摘要,对方账号,对方账号名称,对方开户行
2020-03-01,31301,0.00,100.00,1100.00,,捐款,6222000000000001,李华,某银行
2020-03-02,31302,30.50,0.00,1069.50,,购口罩,6222000000000002,某公司,某银行
""",
    "account and name in one, and a line of whose it is": """
某银行个人活期账户全部交易明细
卡号/账号:6217***********0001,客户名称:某人,起始日期:20200301
序号,摘要,币别,钞汇,交易日期,交易金额,账户余额,交易地点/附言,对方账号与户名
1,跨行转账,人民币元,钞,20200301,100.00,1100.00,捐款,6222***********0001/李华
2,消费,人民币元,钞,20200302,-30.50,1069.50,某超市,6222000000000002/某公司
""",
    "one column for either way": """
某银行借记账户历史明细（电子版）
卡号 6222080000000000001 户名：某人 起止日期：2020-03-01 — 2020-03-31
交易日期,账号,储种,序号,币种,钞汇,摘要,收入/支出金额,余额,对方户名,对方账号,渠道
2020-03-01 10:00:00,150700001,活期,00000,人民币,钞,汇款,+100.00,"1,100.00",李华,6222000000000001,手机银行
2020-03-02 10:00:00,150700001,活期,00000,人民币,钞,消费,-30.50,"1,069.50",某公司,6222000000000002,快捷支付
""",
    "headings in two languages": """
序号 Serial Num,交易日期 Trans Date,交易时间 Trans Time,交易类型 Trading Type,借贷 Dc Flg,交易金额 Trans Amt,余额 Balance,对方账号 Payment Receipt Account,对方户名 Payment Receipt Account Name,交易地点 Trading Place,摘要 Abstract
1,2020-03-01,10:00:00,转账,贷 Cr,100.00,1100.00,6222000000000001,李华,手机银行,捐款
2,2020-03-02,10:00:00,消费,借 Dr,30.50,1069.50,6222000000000002,某公司,,某超市
""",
    "slips of who paid whom": """
回单编号,交易日期,付款人户名,付款人账号,收款人户名,收款人账号,金额,币种,摘要
R1,2020-03-01,李华,6222000000000001,某协会,1507000001,100.00,人民币,捐款
R2,2020-03-02,某协会,1507000001,某公司,6222000000000002,30.50,人民币,购口罩
""",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_who_gave_and_what_was_spent(desk: Desk, tmp_path: Path, shape: str) -> None:
    paper = file(tmp_path, "a.csv", SHAPES[shape].lstrip("\n"), "gb18030")
    for times in (1, 2):
        [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
        assert (table["rejected"], table["accepted" if times == 1 else "duplicate"]) == (0, 2)
        assert table["sums"] == {"CNY": "100"}
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    assert [(row["type"], row["date"], row["donor"], row["received"], row["spent"]) for row in rows] == [GIFT, COST]
    assert [
        line for line in told(SHAPES[shape].lstrip("\n")).splitlines() if "expense 2020-03-02 supplier=某公司:" in line
    ]


def test_the_name_of_a_terminal_sold_nothing() -> None:
    """What was paid at one's own terminal came in; nobody says who paid it."""
    text = """
交易日期,终端号,商户号,商户名称,交易类型,交易金额,手续费,结算金额,卡号
2020-03-01,T1,898000,某协会,消费,100.00,0.38,99.62,622202******0001
2020-03-01,T1,898000,某协会,消费,50.00,0.19,49.81,622202******0002
"""
    for given in (told(text.lstrip("\n")), told(text.lstrip("\n"), donor="爱心人士")):
        assert [line.split(" [")[1] for line in given.splitlines()[1:]] == ["100CNY]", "50CNY]"]
        assert given.count("donor=爱心人士") == 2


@pytest.mark.parametrize(
    ("headings", "rows", "said"),
    [
        ("到账时间,付款方名称,收款方名称,到账金额", ["李华,某协会"], "receipt 2020-03-01 donor=李华: CNY 5元 [5CNY]"),
        (
            "支付时间,付款方名称,收款方名称,支付金额",
            ["某协会,某店"],
            "expense 2020-03-01 payer=某协会 supplier=某店: CNY 5元 [5CNY]",
        ),
        ("日期,付款方名称,收款方名称,金额", ["李华,某协会"], f"! None: {WHOSE}"),
        ("日期,付款方名称,收款方名称,金额", ["李华,某协会", "李华,赵六", "王芳,赵六"], f"! None: {WHOSE}"),
        (
            "日期,付款方名称,收款方名称,金额",
            ["李华,某协会", "王芳,某协会"],
            "receipt 2020-03-01 donor=李华: CNY 5元 [5CNY]",
        ),
    ],
)
def test_whose_list_it_is(headings: str, rows: list[str], said: str) -> None:
    """What came to an association is nothing that it spent."""
    lines = told("\n".join([headings, *(f"2020-03-01,{row},5" for row in rows)]) + "\n").splitlines()
    assert lines[1].split(" ", 1)[1].startswith(said)


def test_a_row_without_whose_list_it_is_says_no_way() -> None:
    rows = [f"2020-03-01,某人{number},某协会,5" for number in range(40)]
    lines = told("\n".join(["日期,付款方名称,收款方名称,金额", *rows, "2020-03-01,李华,赵六,5"]) + "\n").splitlines()
    assert lines[-1] == f"42 ! None: {NO_DIRECTION} (李华 → 赵六)"
    assert sum("receipt" in line for line in lines) == 40


def test_when_it_was_printed_and_by_whom_is_no_row_without_an_amount() -> None:
    """Below the rows, where the number of a slip stands."""
    text = (
        SHAPES["a word beside two columns with zeros"].lstrip("\n")
        + ",,,,,,,,,,,\n打印时间：2020-03-31 10:00:00,柜员：001\n"
    )
    assert [line for line in told(text).splitlines() if " ! " in line] == []


def test_a_time_of_day_beside_the_days_is_no_day() -> None:
    """日期 beside 交易时间; and 转入额 is what came."""
    text = "日期,交易时间,转出额,转入额,余额,对方户名,摘要\n2020-03-01,10:15:00,,100.00,1100.00,李华,捐款\n2020-03-02,9:05,30.00,,1070.00,某店,购口罩\n"
    said = [line.split(":")[0] for line in told(text).splitlines()[1:]]
    assert said == ["2 receipt 2020-03-01 donor=李华", "3 expense 2020-03-02 supplier=某店"]


def test_what_is_written_of_a_row_may_have_two_words_for_its_heading() -> None:
    """用途/附言: a gift that went back was spent, since nobody read it."""
    text = "交易时间,摘要,借方发生额,贷方发生额,交易后余额,对方名称,用途/附言\n2020-03-01,转账,,100.00,1100.00,李华,捐款\n2020-03-02,转账,100.00,,1000.00,李华,退回捐款\n"
    assert told(text).splitlines()[2].startswith("3 return 2020-03-02 donor=李华: CNY 100元 “转账，退回捐款”")


@pytest.mark.parametrize(
    ("words", "kind"), [("冲正", "return 2020-03-02 supplier=某店"), ("退回捐款", "return 2020-03-02 donor=某店")]
)
def test_a_list_of_what_was_spent_may_take_back_too(words: str, kind: str) -> None:
    """It has no column for what came."""
    text = f"日期,收款单位,支出金额,备注\n2020-03-01,某店,100,购口罩\n2020-03-02,某店,100,{words}\n"
    assert told(text).splitlines()[2].startswith(f"3 {kind}: CNY 100元 “{words}”")


@pytest.mark.parametrize(
    "heading",
    ["往来单位/个人", "对方单位/个人", "收付款单位", "收（付）款单位", "往来方", "来往单位", "来款/付款单位", "收支对象", "收款/付款单位", "往来单位（个人）"],
)  # fmt: skip
def test_one_column_for_whoever_paid_or_was_paid(heading: str) -> None:
    """However it is called: who gave is no 爱心人士, and who was paid is no donor."""
    text = f"日期,摘要,{heading},收入,支出,余额\n2020-03-01,捐款,李华,100,,100\n2020-03-02,购口罩,某店,,30,70\n"
    said = [line.split(":")[0] for line in told(text).splitlines()[1:]]
    assert said == ["2 receipt 2020-03-01 donor=李华", "3 expense 2020-03-02 supplier=某店"]


def test_a_fee_for_what_was_taken_back_takes_back_nothing_and_a_fund_may_be_a_purpose() -> None:
    """退票费 was the contrary of a gift, and 助学基金 no gift, as 基金赎回 is none."""
    rows = [
        "2020-02-01,100,,100,李华,助学基金", "2020-02-02,,20,80,铁路局,退票费", "2020-02-03,,5,75,某银行,退汇手续费",
        "2020-02-04,50,,125,某银行,基金赎回",
    ]  # fmt: skip
    found = told("\n".join(["交易日期,收入,支出,余额,对方户名,摘要", *rows])).splitlines()[1:]
    assert [line.split()[1] for line in found] == ["receipt", "expense", "expense", "-"]


@pytest.mark.parametrize(
    "words", ["贫困学生捐款", "向武汉捐款", "九江市捐款", "困难家庭捐款", "捐款-重症患儿", "留守儿童捐款", "济困捐款"]
)
def test_what_was_given_for_is_nobody(words: str) -> None:
    """贫困学生 and 向武汉 were booked as who gave."""
    assert f"donor={KIND_PERSON}: CNY 500元 “{words}”" in told(f"日期,摘要,收入,支出\n2020-03-01,{words},500,\n")


@pytest.mark.parametrize("name", ["李华", "希望小学", "武汉市慈善总会", "向阳", "高阳", "家长委员会"])
def test_names_like_causes_and_places_are_names(name: str) -> None:
    assert f"donor={name}: CNY 500元" in told(f"日期,摘要,收入,支出\n2020-03-01,{name}捐款,500,\n")


@pytest.mark.parametrize(
    ("came", "went"), [("转账存入", "转账支出"), ("跨行汇入", "跨行汇出"), ("网银转入", "网银转出")]
)
@pytest.mark.parametrize("balances", [("", "", ""), ("1500.00", "1349.50", "1549.50")])
def test_how_a_bank_says_that_an_amount_came_or_went_tells_its_way(
    came: str, went: str, balances: tuple[str, str, str]
) -> None:
    """The first row was asked for its sign, or all of them for a column of 收入 and 支出."""
    left = iter(balances)
    rows = [
        f"2020-02-01,500.00,{next(left)},{came},李华,捐款",
        f"2020-02-02,150.50,{next(left)},{went},乙文具店,口罩",
        f"2020-02-03,200.00,{next(left)},{came},王芳,转账",
    ]
    found = told("交易时间,交易金额,账户余额,交易类型,对方户名,用途\n" + "\n".join(rows)).splitlines()
    assert [line.split(":")[0] for line in found[1:]] == [
        "2 receipt 2020-02-01 donor=李华",
        "3 expense 2020-02-02 supplier=乙文具店",
        "4 receipt 2020-02-03 donor=王芳",
    ]


def test_debit_and_credit_without_a_word_for_the_amount() -> None:
    """借方发生 beside 贷方发生 were no headings."""
    found = told(
        "交易日期,对方户名,摘要,借方发生,贷方发生\n2020-02-01,李华,捐款,,500.00\n2020-02-02,乙店,口罩,150.50,\n"
    )
    assert "2 receipt 2020-02-01 donor=李华: CNY 500元" in found
    assert "3 expense 2020-02-02 supplier=乙店" in found
