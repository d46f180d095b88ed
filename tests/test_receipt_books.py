"""Books of the receipts written for gifts: void ones, and red ones that take back another. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file
from test_reversals import totals

from donations.importers.columns.promises import PROMISES
from donations.importers.rows.fates import WRITTEN_AGAIN
from donations.importers.words.accounts import TAKEN_BACK

HEADINGS = "序号,票据号码,交款人,开票日期,项目名称,金额,票据状态,开票人"
BOOK = f"""{HEADINGS}
1,0000123401,甲公司,2020-02-03,捐赠收入,10000.00,{{first}},孙某
2,0000123402,李华,2020-02-04,捐赠收入,500.00,已作废,孙某
3,0000123403,李华,2020-02-04,捐赠收入,550.00,正常,孙某
4,0000123404,甲公司,2020-02-05,捐赠收入,-10000.00,{{red}},孙某
"""


def told_rows(text: str) -> list[str]:
    return [line for line in told(text, "2020-02-29").split("\n") if line[:1].isdigit()]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize(("first", "red"), [("正常", "冲红"), ("已冲红", "红票"), ("已红冲", "正常"), ("正常", "正常")])
def test_what_a_red_receipt_takes_back_is_no_gift(
    desk: Desk, tmp_path: Path, first: str, red: str, newest_first: bool
) -> None:
    """However either is marked, in either order; void receipts are none; the list again adds nothing."""
    heading, *rows = BOOK.format(first=first, red=red).strip().split("\n")
    book = file(tmp_path, "receipts.csv", "\n".join([heading, *(rows[::-1] if newest_first else rows)]) + "\n", "utf-8")
    desk.do(f"import {book} --yes")
    assert totals(desk) == ("550", "0")
    desk.do(f"import {book} --yes")
    assert (totals(desk), desk.is_in_order()) == (("550", "0"), True)


def test_a_receipt_that_was_a_gift_before_it_was_written_in_red_is_taken_back_once(desk: Desk, tmp_path: Path) -> None:
    first = file(tmp_path, "first.csv", "\n".join(BOOK.format(first="正常", red="").split("\n")[:4]) + "\n", "utf-8")
    desk.do(f"import {first} --yes")
    assert totals(desk) == ("10550", "0")
    whole = file(tmp_path, "whole.csv", BOOK.format(first="已冲红", red="红票"), "utf-8")
    desk.do(f"import {whole} --yes")
    assert (totals(desk), desk.is_in_order()) == (("550", "0"), True)


@pytest.mark.parametrize(
    "headings",
    ["开票时间,付款方名称,票据金额,是否作废", "开票日期,捐赠方,票据金额,作废标志", "日期,捐款人,开票金额,作废"],
)
def test_what_a_receipt_is_made_out_for_is_the_gift(headings: str) -> None:
    """Where no other amount stands there."""
    rows = told_rows(f"{headings}\n2020-02-03,甲公司,10000.00,否\n2020-02-04,李华,500.00,是\n")
    assert rows == ["2 receipt 2020-02-03 donor=甲公司: CNY 10000元 [10000CNY]", f"3 - {TAKEN_BACK}"]
    rows = told_rows("日期,捐款人,捐款金额,票据金额\n2020-02-03,甲公司,10000,10000\n2020-02-04,李华,500,\n")
    assert [row.split(": ")[1] for row in rows] == ["CNY 10000元 [10000CNY]", "CNY 500元 [500CNY]"]


def test_whether_a_receipt_was_written_tells_nothing_of_the_gift() -> None:
    rows = told_rows("日期,捐赠人,金额,开票状态\n2020-02-03,李华,100,已开票\n2020-02-03,王芳,200,未开票\n")
    assert [row.split(": ")[1] for row in rows] == ["CNY 100元 [100CNY]", "CNY 200元 [200CNY]"]


@pytest.mark.parametrize("many", [0, 60])
@pytest.mark.parametrize("void", ["003,作废,,", "003,作废,150,", "003,（作废）,150,", "作废,王芳,150,", "作废,,150,"])
def test_a_void_receipt_whose_name_says_so_is_no_gift(void: str, many: int) -> None:
    more = "".join(f"{number:03},张三,{number},\n" for number in range(4, 4 + many))
    rows = told_rows(f"票号,姓名,金额,备注\n001,李华,100,\n002,王芳,200,\n{void}\n{more}")
    assert rows[2] == f"4 - {TAKEN_BACK}"
    assert len(rows) == 3 + many


@pytest.mark.parametrize(
    ("words", "flow"),
    [
        ("捐款", "takes back"),
        ("", "takes back"),
        ("货款", "spent"),
        ("口罩款", "spent"),
        ("物资", "spent"),
        ("退还捐款", "takes back"),
        ("转账", "takes back"),
    ],
)
def test_a_minus_beside_who_paid_as_much_takes_that_back(desk: Desk, tmp_path: Path, words: str, flow: str) -> None:
    """Unless its words say what was paid for."""
    lines = ["日期,付款人,金额,摘要", "2020-02-03,甲公司,10000.00,捐款", f"2020-02-05,甲公司,-10000.00,{words}"]
    desk.do(f"import {file(tmp_path, 'bank.csv', chr(10).join(lines), 'utf-8')} --yes")
    assert totals(desk) == (("0", "0") if flow == "takes back" else ("10000", "10000"))


@pytest.mark.parametrize("heading", ["票据状态", "收据状态"])
def test_a_receipt_that_is_void_far_below_is_of_no_gift_either(heading: str) -> None:
    """It was one where none of the first rows was void."""
    rows = "".join(f"2020-02-03,张三,{number},正常\n" for number in range(1, 61))
    found = told_rows(f"日期,交款人,金额,{heading}\n{rows}2020-02-04,李华,500,作废\n2020-02-05,王芳,600,未领取\n")
    assert found[-2:] == [f"62 - {TAKEN_BACK}", "63 receipt 2020-02-05 donor=王芳: CNY 600元 [600CNY]"]


@pytest.mark.parametrize("state", ["作废重开", "已作废，已重新开具", "红冲重开", "作废，換開"])
def test_a_gift_whose_receipt_was_written_again_is_asked_about(state: str) -> None:
    """It was taken back, though nothing says that it stands in another row."""
    rows = told_rows(f"日期,捐赠人,金额,票据状态\n2020-02-03,甲公司,100,已开具\n2020-02-04,李华,200,{state}\n")
    assert rows[0].endswith("[100CNY]")
    assert WRITTEN_AGAIN in rows[1]


def test_a_state_that_the_user_says_is_one_is_heard() -> None:
    text = "日期,捐赠人,金额,票据状态\n2020-02-03,甲公司,100,未到账\n"
    assert "receipt" in told(text)
    assert "receipt" not in told(text, columns={"票据状态": "status"})


@pytest.mark.parametrize("state", ["已开具", "作废"])
def test_the_state_of_a_receipt_does_not_say_that_what_was_promised_came(state: str) -> None:
    rows = told_rows(f"捐赠人,认捐金额,票据状态\n甲公司,100,{state}\n李华,200,未开具\n")
    assert all(PROMISES in row for row in rows)
