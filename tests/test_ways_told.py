"""Which way the amount of a row went, by a column of words: what was spent, moved or given back is no gift, whatever else stands there.

All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.words import accounts
from donations.importers.words.accounts import NO_DIRECTION, WENT_OUT

GIFTS = [("李华", "100"), ("王五", "50")]

LISTS = {
    "a third word": """
日期,类型,姓名,金额,备注
2024-03-01,收入,李华,100.00,捐款
2024-03-02,支出,某店,5.00,打印纸
2024-03-03,收入,王五,50.00,
2024-03-04,其他,,9.00,
""",
    "sorts that end so": """
日期,类别,姓名,金额,备注
2024-03-01,捐赠收入,李华,100.00,
2024-03-02,办公支出,某店,5.00,打印纸
2024-03-03,捐赠收入,王五,50.00,
2024-03-03,会费收入,赵六,9.00,
2024-03-21,利息收入,,0.50,
""",
    "gifts beside what was spent": """
日期,捐款人,金额,备注,类别
2024-03-01,李华,100,,捐款
2024-03-02,某店,5,打印纸,支出
2024-03-03,王五,50,,爱心捐款
2024-03-21,某银行,0.50,,利息
""",
    "English words": """
Date,Type,Name,Amount,Note
2024-03-01,Income,李华,100.00,gift
2024-03-02,Expenditure,Shop,5.00,paper
2024-03-03,Income,王五,50.00,
2024-03-04,Transfer,,9.00,
""",
    "an English bill": """
Transaction Time,Transaction Type,Counterparty,Product,Income/Expense,Amount (Yuan),Payment Method,Current Status,Transaction Number,Note
2024-03-01 08:00:00,QR Code Collection,李华,/,Income,¥100.00,/,Received,10000101200000000001,/
2024-03-02 08:00:00,Merchant Consumption,Shop,/,Expenditure,¥5.00,/,Payment successful,10000101200000000003,/
2024-03-03 08:00:00,Transfer,王五,/,Income,¥50.00,/,Received,10000101200000000002,/
2024-03-04 08:00:00,Withdrawal,Bank,/,/,¥9.00,/,Done,10000101200000000005,/
""",
    "purses of one's own": """
时间,分类,类型,金额,账户1,账户2,备注,记账者
2024-03-01 08:00:00,捐款,收入,100.00,微信,,李华捐款,小林
2024-03-02 08:00:00,办公,支出,5.00,微信,,打印纸,小林
2024-03-03 08:00:00,捐款,收入,50.00,现金,,王五捐款,小林
2024-03-04 08:00:00,其它,转账,9.00,微信,工行,,小林
""",
}  # fmt: skip


@pytest.mark.parametrize("sort", LISTS)
def test_what_went_is_no_gift(desk: Desk, tmp_path: Path, sort: str) -> None:
    paper = file(tmp_path, "a.csv", LISTS[sort].lstrip("\n"))
    [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert (table["rejected"], table["sums"]) == (0, {"CNY": "150"})
    rows = sorted(desk.read("ledger"), key=lambda row: row["date"])
    assert [(row["donor"].replace("華", "华"), row["received"]) for row in rows if row["type"] == "receipt"] == GIFTS
    assert [row["spent"] for row in rows if row["type"] == "expense"] == ["5"]


def test_a_third_word_beside_a_name_is_asked_about(desk: Desk, tmp_path: Path) -> None:
    text = "日期,类型,姓名,金额\n2024-03-01,收入,李华,100\n2024-03-02,支出,某店,5\n2024-03-03,转账,王五,50\n"
    problems = desk.run(f"import {file(tmp_path, 'a.csv', text)} --yes --format json").json["files"][0]["problems"]
    assert [(each["row"], each["column"], each["expected"], each["got"]) for each in problems] == [
        (4, "类型", NO_DIRECTION, "转账")
    ]


def test_how_it_was_paid_is_no_way(desk: Desk, tmp_path: Path) -> None:
    """Credit and Debit beside Check are cards."""
    text = "Date,Donor,Amount,Method\n2024-03-01,Li Hua,$100,Credit\n2024-03-02,Wang Wu,$50,Debit\n2024-03-03,Zhao Liu,$5,Check\n"
    [table] = desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes --format json").json["files"][0]["tables"]
    assert table["sums"] == {"USD": "155"}
    assert not accounts.tells_ways(["Credit", "Debit", "Check"])


@pytest.mark.parametrize("sign", ["-", ""])
def test_a_refund_by_its_sort_gives_back_a_part(desk: Desk, tmp_path: Path, sign: str) -> None:
    """Whether its amount bears a sign or not: it is nothing spent."""
    paper = file(
        tmp_path,
        "a.csv",
        "订单号,交易时间,付款人,交易金额,交易类型\n"
        "T100000000001,2024-03-01 10:00:00,李华,100.00,收款\n"
        "T100000000002,2024-03-01 11:00:00,王五,50.00,收款\n"
        f"T100000000001,2024-03-02 10:00:00,李华,{sign}30.00,退款\n"
        f"T100000000002,2024-03-03 10:00:00,王五,{sign}50.00,退款\n",
    )
    desk.do(f"import {paper} --yes")
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    assert [(row["type"], row["donor"], row["received"]) for row in rows] == [
        ("receipt", "李华", "100"),
        ("receipt", "王五", "50"),
        ("return", "李华", "-30"),
        ("return", "王五", "-50"),
    ]


def test_what_a_bank_writes_for_nothing_is_no_note(desk: Desk, tmp_path: Path) -> None:
    """A line of dashes; 办公支出 says what money was spent for, and 利息存入 that it is no gift."""
    paper = file(
        tmp_path,
        "a.csv",
        "日期,类型,对方户名,金额,余额,摘要,附言\n"
        "2024-03-01,捐赠收入,李华,100.00,100.00,跨行转账,----------\n"
        "2024-03-02,办公支出,某店,5.00,95.00,——————,--\n"
        "2024-03-21,其他收入,,0.50,95.50,利息存入,----------\n",
    )
    desk.do(f"import {paper} --yes")
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    assert [(row["type"], row["note"]) for row in rows] == [("receipt", "跨行转账"), ("expense", "办公支出")]


@pytest.mark.parametrize(
    "heading", ["摘要,交易金额,余额", "交易类型,交易金额,余额", "摘要,交易金额", "交易类型,交易金额"]
)
def test_what_a_bank_calls_its_rows_leaves_the_way_to_the_signs(desk: Desk, tmp_path: Path, heading: str) -> None:
    """转入 and 转出 stand beside 消费 and 代发 there."""
    has_balance = heading.endswith("余额")
    rows = [("转入", "+100.00", "1100.00", "李华"), ("转出", "-5.00", "1095.00", "某店"), ("消费", "-10.00", "1085.00", "某超市"), ("跨行汇款", "+50.00", "1135.00", "王五")]  # fmt: skip
    lines = [f"交易日期,{heading},对方户名"]
    lines += [
        ",".join((f"2024-03-0{place}", sort, amount, *([left] if has_balance else []), who))
        for place, (sort, amount, left, who) in enumerate(rows, start=1)
    ]
    desk.do(f"import {file(tmp_path, 'a.csv', chr(10).join([*lines, '']))} --yes")
    booked = sorted(desk.read("ledger"), key=lambda row: row["date"])
    assert [(row["donor"], row["received"], row["spent"]) for row in booked] == [
        ("李华", "100", "0"),
        (None, "0", "5"),
        (None, "0", "10"),
        ("王五", "50", "0"),
    ]


@pytest.mark.parametrize("heading", ["类型", "类别"])
def test_what_was_spent_behind_many_gifts_is_asked_about(heading: str) -> None:
    """The rows that are looked at before say 捐款 only, so the column is none of ways; it may be said to be one."""
    gifts = "".join(f"2020-02-{at % 28 + 1:02},人{at},捐款,{100 + at}\n" for at in range(60))
    text = f"日期,姓名,{heading},金额（元）\n{gifts}2020-02-29,李华,支出,77\n"
    assert told(text).splitlines()[61] == f"62 ! {heading}: {WENT_OUT} (支出)"
    mapped = told(text, columns={heading: "direction"}).splitlines()
    assert mapped[61].startswith("62 expense 2020-02-29")
    assert mapped[1].startswith("2 receipt 2020-02-01 donor=人0")


@pytest.mark.parametrize(
    ("came", "went"),
    [
        ("Receive", "Send"),
        ("Receive Money", "Send Money"),
        ("Inbound", "Outbound"),
        ("Customer Receipt", "Supplier Payment"),
        ("Customer Payment", "Vendor Payment"),
        ("Sales Receipt", "Bill Payment"),
    ],
)
@pytest.mark.parametrize("who", ["Customer/Vendor", "Name"])
def test_programs_for_accounts_say_the_way_in_words_of_their_own(came: str, went: str, who: str) -> None:
    text = f"Date,Number,{who},Amount,Payment Type\n2020-02-03,PB/2020/0001,Ann Lee,100,{came}\n2020-02-04,PB/2020/0002,Mask Shop,30,{went}\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=Ann Lee: CNY 100元 [100CNY]",
        "3 expense 2020-02-04 supplier=Mask Shop: CNY 30元 []",
    ]


@pytest.mark.parametrize(
    ("heading", "cells"), [("Letter", ("Send", "Send")), ("Payment type", ("Cash payment", "Bank payment"))]
)
def test_words_of_other_things_say_no_way(heading: str, cells: tuple[str, str]) -> None:
    text = f"Date,Donor,Amount,{heading}\n2020-02-03,Ann Lee,100,{cells[0]}\n2020-02-04,Ben Ode,30,{cells[1]}\n"
    assert told(text).count("receipt") == len(cells)


def test_what_was_given_away_is_no_gift_of_whoever_got_it() -> None:
    """捐出 was one of 市一院."""
    found = told("日期,类型,姓名,金额\n2020-02-01,捐入,李华,500\n2020-02-03,捐出,市一院,300\n")
    assert "receipt 2020-02-01 donor=李华" in found
    assert "expense 2020-02-03" in found


def test_where_all_was_given_away_it_may_be_what_they_gave() -> None:
    """It was paid to those who gave."""
    found = told("日期,捐款人,类型,金额\n2020-02-01,李华,捐出,500\n2020-02-03,王芳,捐出,300\n")
    assert found.count("--map HEADING=direction") == 2
    assert "expense" not in found


@pytest.mark.parametrize(
    ("heading", "sorts"),
    [("Payment Type", ("Deposit", "Cash")), ("捐赠类别", ("培训费", "助学")), ("Type", ("Rent", "Rent"))],
)
def test_how_it_was_paid_or_what_a_gift_was_for_may_have_such_words(heading: str, sorts: tuple[str, str]) -> None:
    """The gifts were left out."""
    rows = "".join(f"2020-02-01,李华,{sort},50\n" for sort in sorts)
    assert told(f"日期,捐赠人,{heading},金额\n{rows}").count("donor=李华: CNY 50元") == 2


@pytest.mark.parametrize("sort", ["报名费", "押金", "门票收入", "Registration fee"])
def test_what_was_paid_for_something_is_no_gift(sort: str) -> None:
    """会费 was none, and 报名费 was."""
    found = told(f"收款日期,付款人,付款金额,款项性质\n2020-02-01,李华,500,捐款\n2020-02-04,周明,100,{sort}\n")
    assert "donor=李华" in found
    assert "donor=周明" not in found


@pytest.mark.parametrize(
    ("ways", "rows"),
    [
        (("收入", "支出", "市一院"), ("receipt 2020-02-01 donor=李华: CNY 100元", "expense 2020-02-02 : CNY 50元", "! 资金流向: 收入, 支出, 不计收支 or / (市一院)")),
        (("收入", "收入", "收入"), ("receipt 2020-02-01 donor=李华: CNY 100元", "receipt 2020-02-02 donor=王芳: CNY 50元", "receipt 2020-02-03 donor=赵敏: CNY 30元")),
        (("支出", "支出", "支出"), ("expense 2020-02-01 : CNY 100元", "expense 2020-02-02 : CNY 50元", "expense 2020-02-03 : CNY 30元")),
        (("市二院", "李华", "市一院"), ("expense 2020-02-01 recipient=市二院: CNY 100元", "expense 2020-02-02 recipient=李华: CNY 50元", "expense 2020-02-03 recipient=市一院: CNY 30元")),
        (("存款", "存款", "存款"), ("recipient=存款", "recipient=存款", "recipient=存款")),
        (("/", "", "其他"), ("expense 2020-02-01", "expense 2020-02-02", "expense 2020-02-03")),
    ],
)  # fmt: skip
def test_where_money_went_may_say_that_it_came(ways: tuple[str, ...], rows: tuple[str, ...]) -> None:
    """A gift was booked as paid out to 收入, where each row said so, or one said another name."""
    text = "日期,资金流向,金额,备注\n2020-02-01,{},100,李华捐款\n2020-02-02,{},50,王芳捐款\n2020-02-03,{},30,赵敏捐款\n"
    for line, row in zip(told(text.format(*ways)).splitlines()[1:], rows, strict=True):
        assert row in line


@pytest.mark.parametrize("heads", ["日期,摘要,会计科目,金额", "日期,摘要,会计科目,金额,收款人"])
@pytest.mark.parametrize("title", ["2020年2月支出明细\n", "", "支出凭证汇总\n"])
def test_accounts_of_what_was_spent_say_nothing_more(heads: str, title: str) -> None:
    """固定资产 was refused, and what was paid back, 其他应付款, was income of another sort."""
    who = ",某店" if "收款人" in heads else ""
    rows = "购口罩,业务活动成本", "打印,管理费用-办公费", "电脑,固定资产", "还款,其他应付款"
    found = told(f"{title}{heads}\n" + "".join(f"2020-02-0{at},{row},50{who}\n" for at, row in enumerate(rows, 1)))
    assert found.count(" expense ") == len(rows)


def test_costs_among_gifts_or_beside_names_were_spent() -> None:
    rows = "2020-02-01,李华,捐赠收入,100\n2020-02-02,王芳,管理费用,50\n"
    for text in (f"日期,姓名,会计科目,金额\n{rows}", f"日期,姓名,会计科目,金额\n{rows[rows.index('2020-02-02') :]}"):
        assert "expense 2020-02-02 supplier=王芳: CNY 50元" in told(text)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("捐赠收入,李华捐款", "receipt 2020-02-02 donor=李华: CNY 50元"),
        ("利息收入,存款利息", "- "),
        ("银行存款,房租", "- "),
        ("上年结余,", "- "),
    ],
)
@pytest.mark.parametrize("title", ["支出明细\n", ""])
def test_income_and_where_money_lies_beside_costs_were_not_spent(title: str, row: str, expected: str) -> None:
    """Below 支出明细 the gift was booked as spent, and what the bank paid a second time."""
    found = told(f"{title}日期,会计科目,摘要,金额\n2020-02-01,管理费用,房租,50\n2020-02-02,{row},50\n")
    assert f"{4 if title else 3} {expected}" in found
    assert found.count("expense") == 1
