"""Rows of an account that take back another: red letters, what a bank put right, what came back. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.rows.reversals import ONE_PAYMENT, WHO_STOOD_THERE
from donations.importers.words.accounts import OTHER_INCOME
from donations.importers.words.reversal_words import NO_SPENDING
from donations.importers.words.row_reasons import HEADINGS

PAYMENTS = """
2020-03-01,,1000.00,11000.00,李华,转账,捐款
2020-03-02,,500.00,11500.00,王芳,转账,捐款
2020-03-03,300.00,,11200.00,某公司,转账,购口罩
"""
REVERSALS = {
    "a gift in red": "2020-03-04,,-500.00,10700.00,王芳,冲正,错账冲正",
    "a gift on the other side": "2020-03-04,500.00,,10700.00,王芳,冲账,",
    "a gift, by no word": "2020-03-04,,-500.00,10700.00,王芳,转账,捐款",
    "a gift that the association gave back": "2020-03-04,500.00,,10700.00,王芳,转账,退回捐款",
    "a gift that went back by no word for gifts": "2020-03-04,500.00,,10700.00,王芳,来账退回,",
    "a cost in red": "2020-03-05,-300.00,,11500.00,某公司,红字冲销,",
    "a cost that came back": "2020-03-05,,300.00,11500.00,某公司,退汇,账号户名不符",
    "a cost that the seller gave back": "2020-03-05,,300.00,11500.00,某公司,转账,退款",
}
HEADINGS_OF_BANK = "交易日期,借方发生额,贷方发生额,余额,对方户名,摘要,用途"


def totals(desk: Desk) -> tuple[str | None, str | None]:
    """What was received and what was spent, in yuan."""
    rows = [row for row in desk.read("totals --by item") if row["item"] == "CNY"]
    return (rows[0]["received"], rows[0]["spent"]) if rows else ("0", "0")


def paper(tmp_path: Path, name: str, *lines: str) -> Path:
    return file(tmp_path, name, "\n".join([HEADINGS_OF_BANK, *lines]) + "\n", "gb18030")


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("what", REVERSALS)
def test_it_takes_back_the_payment_of_that_party_and_amount(
    desk: Desk, tmp_path: Path, what: str, newest_first: bool
) -> None:
    """In one list, in either order; the list again adds nothing, and undone nothing is left."""
    lines = [*PAYMENTS.strip().splitlines(), REVERSALS[what]]
    bank = paper(tmp_path, "bank.csv", *(lines[::-1] if newest_first else lines))
    expected = ("1000", "300") if "gift" in what else ("1500", "0")
    [dry] = desk.do(f"import {bank} --dry-run --format json").json["files"][0]["tables"]
    [done] = desk.do(f"import {bank} --yes --format json").json["files"][0]["tables"]
    assert {**dry, "imported": 4} == done
    assert (done["accepted"], done["sums"], totals(desk)) == (4, {"CNY": expected[0]}, expected)
    [again] = desk.do(f"import {bank} --yes --format json").json["files"][0]["tables"]
    assert (again["duplicate"], totals(desk)) == (4, expected)
    desk.do("import --undo 1 --yes")
    assert (totals(desk), desk.is_in_order()) == (("0", "0"), True)
    desk.do(f"import {bank} --yes")
    assert totals(desk) == expected


@pytest.mark.parametrize("what", REVERSALS)
def test_it_finds_the_payment_of_an_earlier_list(desk: Desk, tmp_path: Path, what: str) -> None:
    """Lists that overlap, and one that has only the row which takes back."""
    payments = PAYMENTS.strip().splitlines()
    desk.do(f"import {paper(tmp_path, 'march.csv', *payments)} --yes")
    desk.do(f"import {paper(tmp_path, 'april.csv', *payments[1:], REVERSALS[what])} --yes")
    expected = ("1000", "300") if "gift" in what else ("1500", "0")
    assert totals(desk) == expected
    only = paper(tmp_path, "only.csv", REVERSALS[what])
    assert desk.do(f"import {only} --yes --format json").json["files"][0]["tables"][0]["duplicate"] == 1
    assert totals(desk) == expected


@pytest.mark.parametrize(
    "line",
    [
        "2020-03-04,,-500.01,0,王芳,冲正,",
        "2020-03-04,,-500.00,0,王小芳,冲正,",
        "2020-03-01,,-500.00,0,王芳,冲正,",
        "2020-03-04,300.00,,0,某公司,冲正,",
        "2020-03-04,,500.00,0,王芳,冲正,",
        "2020-03-04,500.01,,0,王芳,退回捐款,",
    ],
)
def test_it_is_refused_where_no_such_payment_is_known(desk: Desk, tmp_path: Path, line: str) -> None:
    """Another amount, another name, before the payment, the other side: neither a gift nor spending."""
    bank = paper(tmp_path, "bank.csv", *PAYMENTS.strip().splitlines(), line)
    answer = desk.run(f"import {bank} --yes --format json")
    assert answer.code == 65
    [problem] = answer.json["files"][0]["problems"]
    assert (problem["row"], "takes back" in problem["expected"]) == (5, True)
    desk.run(f"import {bank} --yes --accept-good")
    assert totals(desk) == ("1500", "300")


def test_what_went_out_is_spent_where_nothing_was_given_that_it_could_take_back(desk: Desk, tmp_path: Path) -> None:
    """押金 is no gift, whatever else that person gave; and another amount is none that came."""
    lines = ["2020-03-04,500.00,,0,王芳,退还押金,", "2020-03-05,20.00,,0,王芳,退款,", "2020-03-06,,8.00,0,某店,退款,"]
    bank = paper(tmp_path, "bank.csv", *PAYMENTS.strip().splitlines(), *lines)
    for _times in (1, 2):
        [table] = desk.do(f"import {bank} --yes --format json").json["files"][0]["tables"]
        assert table["ignored_reasons"] == {OTHER_INCOME: 1}
        assert (table["sums"], totals(desk)) == ({"CNY": "1500"}, ("1500", "820"))


def test_each_payment_is_taken_back_once(desk: Desk, tmp_path: Path) -> None:
    """Two equal gifts and two equal rows that take them back leave none, a third is refused."""
    gift, back = "2020-03-02,,5.00,0,王芳,转账,捐款", "2020-03-04,,-5.00,0,王芳,冲正,"
    both = paper(tmp_path, "a.csv", gift, gift, back, back)
    assert desk.do(f"import {both} --yes --format json").json["files"][0]["tables"][0]["accepted"] == 4
    assert totals(desk)[0] in ("0", None)
    more = paper(tmp_path, "b.csv", gift, gift, back, back, back)
    [table] = desk.run(f"import {more} --yes --format json").json["files"][0]["tables"]
    assert (table["duplicate"], table["rejected"]) == (4, 1)


def test_the_number_of_the_payment_makes_it_no_repetition(desk: Desk, tmp_path: Path) -> None:
    """Some banks write it into both rows."""
    headings = "交易日期,交易流水号,收入金额,支出金额,余额,对方户名,摘要\n"
    gift, back = "2020-03-02,70000001,5.00,,5.00,王芳,捐款\n", "2020-03-04,70000001,-5.00,,0.00,王芳,冲正\n"
    desk.do(f"import {file(tmp_path, 'a.csv', headings + gift)} --yes")
    desk.do(f"import {file(tmp_path, 'b.csv', headings + back)} --yes")
    desk.do(f"import {file(tmp_path, 'c.csv', headings + gift + back)} --yes")
    assert totals(desk)[0] in ("0", None)


@pytest.mark.parametrize(
    ("gift", "back"),
    [
        ("2020-03-02,70000001,5.00,,王芳,捐款", "2020-03-01,70000001,-5.00,,王芳,冲正"),
        ("2020-03-02,70000001,5.00,,王芳,捐款", "2020-03-04,70000001,-8.00,,王芳,冲正"),
        ("2020-03-02,70000001,,5.00,王芳,付款", "2020-03-04,70000001,-5.00,,王芳,冲正"),
    ],
    ids=["sooner", "more", "paid out"],
)
def test_what_bears_the_number_and_cannot_be_taken_back_so_is_not(
    desk: Desk, tmp_path: Path, gift: str, back: str
) -> None:
    """A gift of a later day, or of less money, and a payment to somebody, are not what the row takes back."""
    headings = "交易日期,交易流水号,收入金额,支出金额,对方户名,摘要\n"
    desk.do("receive 李华 100元 --date 2020-02-01 --yes --new")
    desk.do(f"import {file(tmp_path, 'a.csv', headings + gift)} --yes")
    before = totals(desk)
    assert before in (("105", "0"), ("100", "5"))
    [table] = desk.run(f"import {file(tmp_path, 'b.csv', headings + back)} --yes --format json").json["files"][0][
        "tables"
    ]
    assert (table["accepted"], totals(desk)) == (0, before)


def test_of_who_paid_and_who_was_paid_it_is_either(desk: Desk, tmp_path: Path) -> None:
    """A bank leaves both names where they are, and changes the sign; or changes their places."""
    text = """
付款人名称,收款人名称,交易日期,交易货币,交易金额,交易后余额,摘要
李华,某协会,20200301,CNY,100.00,1100.00,捐款
某协会,某公司,20200302,CNY,-30.50,1069.50,购口罩
王芳,某协会,20200303,CNY,20.00,1089.50,捐款
李华,某协会,20200304,CNY,-100.00,989.50,冲正
某公司,某协会,20200305,CNY,30.50,1020.00,退汇
"""
    desk.do(f"import {file(tmp_path, 'boc.csv', text.lstrip(), 'gb18030')} --yes")
    assert totals(desk) == ("20", "0")
    assert [row["donor"] for row in desk.read("totals --by donor") if row["received"] not in ("0", None)] == ["王芳"]


def test_words_that_only_sound_like_it_are_what_they_were() -> None:
    """退汇 paid again is a payment; what is given back by a seller of nothing known is no gift; wages are none either."""
    text = f"""{HEADINGS_OF_BANK}
2020-03-01,,100.00,0,李华,转账,捐款
2020-03-02,30.00,,0,某公司,转账,退汇后重新汇款
2020-03-03,,30.00,0,,冲正,
2020-03-04,,-0.00,0,某公司,冲正,
2020-03-05,5.00,,0,某公司,转账,退货运费
"""
    lines = told(text).splitlines()[1:]
    assert "expense 2020-03-02 supplier=某公司" in lines[1]
    assert lines[2].startswith(f"4 ! None: {WHO_STOOD_THERE}")
    assert lines[3] == f"5 - {OTHER_INCOME}"
    assert "expense 2020-03-05 supplier=某公司" in lines[4]


def test_a_list_of_what_was_spent_has_red_letters_too(desk: Desk, tmp_path: Path) -> None:
    text = "日期,收款单位,支出金额,用途\n2020-03-01,某公司,30.00,运费\n2020-03-02,某公司,-30.00,红字冲销\n2020-03-03,某店,5,邮费\n合计,,5.00,\n"
    desk.do("receive 李华 100元 --new --date 2020-02-01")
    [table] = desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes --format json").json["files"][0]["tables"]
    assert (table["sums"], table["stated_total"], totals(desk)) == ({"CNY": "5"}, "5", ("100", "5"))


def test_money_among_goods_below_zero_is_no_payment_taken_back() -> None:
    """Goods are taken back by hand."""
    text = "日期,捐赠单位,金额,备注\n2020-03-01,李华,100,\n2020-03-02,李华,-100,冲正\n2020-03-03,王芳,-5,\n2020-03-04,王芳,-5股,冲正\n"
    lines = told(text).splitlines()
    assert any("return 2020-03-02 donor=李华" in line for line in lines)
    assert sum("! 金额" in line for line in lines) == 1
    assert any("donor=王芳" in line and "or refused" in line for line in lines)
    assert ONE_PAYMENT not in "".join(lines)
    assert OTHER_INCOME not in "".join(lines)


def test_the_headings_of_a_bank_that_name_yuan_behind_a_stroke(desk: Desk, tmp_path: Path) -> None:
    """借方发生额/元(支取), 余额/元."""
    text = """
账号,账户名称,交易时间,借方发生额/元(支取),贷方发生额/元(收入),余额/元,币种,对方户名,摘要,备注
3605,某协会,20200301 10:15:00,0.00,100.00,"1,100.00",人民币元,李华,转账,捐款
3605,某协会,20200302 10:15:00,30.50,0.00,"1,069.50",人民币元,某公司,转账,购口罩
"""
    assert HEADINGS not in told(text.lstrip())
    desk.do(f"import {file(tmp_path, 'ccb.csv', text.lstrip(), 'gb18030')} --yes")
    assert totals(desk) == ("100", "30.5")


def test_a_word_for_what_became_of_an_order_is_none_for_a_row_that_takes_back() -> None:
    """交易撤销 in a column of states says it of its own row."""
    text = "订单号,时间,姓名,金额,状态\n70000001,2020-03-01,李华,100,成功\n70000002,2020-03-02,王芳,5,交易撤销\n"
    lines = told(text).splitlines()[1:]
    assert "or refused" not in "".join(lines)
    assert "-5" in lines[1]


def test_a_part_of_a_gift_may_go_back(desk: Desk, tmp_path: Path) -> None:
    """Of the latest gift of which so much is left; the list again adds nothing, and what is left goes back too, once."""
    part, rest = "2020-03-04,200.00,,0,王芳,转账,退回部分捐款", "2020-03-05,300.00,,0,王芳,转账,退捐款"
    first = paper(tmp_path, "a.csv", *PAYMENTS.strip().splitlines(), part)
    for _times in (1, 2):
        desk.do(f"import {first} --yes")
        assert totals(desk) == ("1300", "300")
    desk.do(f"import {paper(tmp_path, 'b.csv', part, rest)} --yes")
    assert (totals(desk), desk.is_in_order()) == (("1000", "300"), True)
    more = paper(tmp_path, "c.csv", "2020-03-06,0.01,,0,王芳,转账,退捐款")
    [table] = desk.run(f"import {more} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["rejected"]) == (0, 1)


@pytest.mark.parametrize("words", ["冲正", "转账，捐款", "冲正，退回捐款"])
def test_what_a_bank_puts_right_is_the_whole_payment(desk: Desk, tmp_path: Path, words: str) -> None:
    """An amount that only looks like a part is asked about."""
    bank = paper(
        tmp_path, "bank.csv", *PAYMENTS.strip().splitlines(), f"2020-03-04,,-100.00,0,王芳,{words.replace('，', ',')}"
    )
    [table] = desk.run(f"import {bank} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["rejected"]) == (3, 1)


@pytest.mark.parametrize("newest_first", [False, True])
def test_what_went_back_first_is_taken_first(desk: Desk, tmp_path: Path, newest_first: bool) -> None:
    """A gift that went back whole, and then a part of another: in lists that begin with the newest row too."""
    rows = [
        "2020-03-01,,1.00,0,王芳,转账,捐款",
        "2020-03-02,,100.00,0,王芳,转账,捐款",
        "2020-03-03,100.00,,0,王芳,转账,退捐款",
        "2020-03-04,0.60,,0,王芳,转账,退捐款",
    ]
    desk.do(f"import {paper(tmp_path, 'a.csv', *(rows[::-1] if newest_first else rows))} --yes")
    assert totals(desk) == ("0.4", "0")


def test_files_are_read_in_any_order_where_one_takes_back_what_another_brings(desk: Desk, tmp_path: Path) -> None:
    """In one command: what takes back, surely or maybe, may stand in the file that is named first."""
    march = paper(tmp_path, "march.csv", *PAYMENTS.strip().splitlines())
    later = paper(
        tmp_path, "later.csv", "2020-03-04,500.00,,0,王芳,转账,退捐款", "2020-03-05,,300.00,0,某公司,转账,退款"
    )
    answer = desk.do(f"import {later} {march} --yes --format json").json
    assert [(file["file"], file["tables"][0]["accepted"]) for file in answer["files"]] == [
        ("later.csv", 2),
        ("march.csv", 3),
    ]
    assert (totals(desk), desk.is_in_order()) == (("1000", "0"), True)
    assert [table["duplicate"] for file in desk.do(f"import {later} {march} --yes --format json").json["files"] for table in file["tables"]] == [2, 3]  # fmt: skip


@pytest.mark.parametrize("first", ["2020-03-02,,200.00,0,赵六,转账,捐款", "2020-03-01,,200.00,0,赵六,转账,捐款"])
def test_a_payment_may_come_in_a_later_file_of_the_same_days(desk: Desk, tmp_path: Path, first: str) -> None:
    """Two downloads that begin on one day: what one takes back another brings, which has the same row too."""
    gift, back = "2020-03-02,,500.00,0,王芳,转账,捐款", "2020-03-04,500.00,,0,王芳,转账,退捐款"
    part, whole = (paper(tmp_path, name, first, *rows) for name, rows in (("b.csv", [back]), ("a.csv", [gift, back])))
    desk.do(f"import {part} {whole} --yes")
    assert (totals(desk), desk.is_in_order()) == (("200", "0"), True)


@pytest.mark.parametrize("words", ["冲正", "退汇", "红字冲销", "错账更正"])
@pytest.mark.parametrize("headings", ["日期,捐赠人,金额,备注", "日期,对方户名,贷方金额,摘要"])
def test_a_list_of_gifts_alone_may_take_back_too(headings: str, words: str) -> None:
    """It has no column for what was spent, of which such a row may take back a payment."""
    lines = told(f"{headings}\n2020-02-01,李华,500,捐款\n2020-02-02,李华,500,{words}\n").splitlines()
    assert lines[1].startswith("2 receipt 2020-02-01 donor=李华: CNY 500元")
    whose = "donor" if "捐赠人" in headings and words != "退汇" else "supplier"
    assert lines[2].startswith(f"3 return 2020-02-02 {whose}=李华: CNY 500元")
    assert lines[2].endswith("or refused")


def test_a_gift_goes_back_by_a_list_of_gifts_alone(desk: Desk, tmp_path: Path) -> None:
    """Without a sign: what takes back a payment there can be of nothing but a gift; it was said to take back what was spent."""
    text = "捐赠人,日期,金额,备注\n李华,2020-03-01,500,\n王芳,2020-03-02,300,\n王芳,2020-03-03,300,冲正\n"
    desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes")
    rows = [(row["type"], row["donor"], row["amount"]) for row in desk.read("journal")]
    assert rows == [("receipt", "李华", "500"), ("receipt", "王芳", "300"), ("return", "王芳", "300")]


OF_WORDS = "日期,摘要,收入,支出,余额\n2020-03-01,张三捐款,1000,,1000\n2020-03-02,李四捐款,500,,1500\n"


@pytest.mark.parametrize(
    "words",
    [
        "退张三多捐款",
        "退张三捐款",
        "退还张三捐款",
        "退回张三",
        "退款给张三",
        "张三捐款退回",
        "退捐款（张三）",
        "退张三多捐款100元",
        "返还张三",
    ],
)
def test_words_alone_may_name_to_whom_it_went_back(desk: Desk, tmp_path: Path, words: str) -> None:
    """Of an account that names nobody elsewhere; a part of the gift, too. Shown as what it becomes, and known again."""
    account = file(tmp_path, "account.csv", f"{OF_WORDS}2020-03-03,{words},,100,1400\n")
    [done] = desk.do(f"import {account} --yes --format json").json["files"][0]["tables"]
    assert (done["accepted"], done["sums"], done.get("sums_out"), totals(desk)) == (
        3,
        {"CNY": "1400"},
        None,
        ("1400", "0"),
    )
    assert [row["donor"] for row in desk.read("ledger") if row["type"] == "return"] == ["张三"]
    [again] = desk.do(f"import {account} --yes --format json").json["files"][0]["tables"]
    assert (again["duplicate"], totals(desk)) == (3, ("1400", "0"))


@pytest.mark.parametrize("words", ["退王五", "退押金", "退张三货款", "退李四会员费", "退口罩款", "退还保证金"])
def test_what_was_no_gift_is_spent_as_before(desk: Desk, tmp_path: Path, words: str) -> None:
    """Of who never gave, and of what is paid back besides gifts: nobody is registered by such words."""
    account = file(tmp_path, "account.csv", f"{OF_WORDS}2020-03-03,{words},,100,1400\n")
    desk.do(f"import {account} --yes")
    assert totals(desk) == ("1500", "100")
    assert {row["name"] for row in desk.read("donors list")} == {"张三", "李四"}


@pytest.mark.parametrize("words", ["退伍军人", "退伍军人慰问金", "退休人员", "返程车票"])
def test_words_that_begin_like_giving_back_name_nobody(desk: Desk, tmp_path: Path, words: str) -> None:
    text = f"日期,摘要,收入,支出\n2020-03-01,伍军人捐款,1000,\n2020-03-02,休人员捐款,500,\n2020-03-03,{words},,100\n"
    desk.do(f"import {file(tmp_path, 'account.csv', text)} --yes")
    assert totals(desk) == ("1500", "100")


def test_no_more_goes_back_than_was_given(desk: Desk, tmp_path: Path) -> None:
    account = file(tmp_path, "account.csv", f"{OF_WORDS}2020-03-03,退李四,,600,900\n")
    desk.do(f"import {account} --yes")
    assert totals(desk) == ("1500", "600")


@pytest.mark.parametrize("words", ["返还捐款", "退还捐款", "退返善款", "捐款返还"])
def test_a_gift_given_back_to_nobody_named_is_asked_about(words: str) -> None:
    """返还捐款 was booked as spending, since only 退 was known."""
    found = told(f"日期,摘要,收入,支出,结余\n2020-02-01,张三捐款,1000,,1000\n2020-02-03,{words},,500,500\n")
    assert f"3 ! None: {WHO_STOOD_THERE} ({words})" in found


def test_a_gift_given_back_to_who_is_named_is_no_spending() -> None:
    found = told("日期,摘要,收入,支出,结余\n2020-02-01,张三捐款,1000,,1000\n2020-02-03,返还张三捐款,,500,500\n")
    assert "3 return 2020-02-03 donor=张三" in found


@pytest.mark.parametrize("words", ["退还捐款", "返还张三善款", "退捐款"])
def test_a_gift_given_back_in_a_list_of_what_was_spent_is_refused(words: str) -> None:
    """It was booked as spending in either word."""
    found = told(f"支出明细\n日期,支出事项,金额\n2020-02-03,{words},500\n2020-02-04,购口罩,200\n")
    assert f"3 ! 支出事项: {NO_SPENDING} ({words})" in found


@pytest.mark.parametrize(
    "words", ["退捐款手续费", "给退役军人捐款", "捐款箱", "返程车票", "退休教师慰问（捐款）", "捐款证书退回重做"]
)
def test_what_is_no_gift_that_went_back_is_spent(words: str) -> None:
    found = told(f"支出明细\n日期,支出事项,金额\n2020-02-03,{words},500\n2020-02-04,购口罩,200\n")
    assert f"3 expense 2020-02-03 : CNY 500元 “{words}”" in found


def test_what_went_back_is_no_name_of_who_gave() -> None:
    """受助人返还善款 was a gift of 受助人返还."""
    found = told("日期,摘要,收入,支出,结余\n2020-02-01,张三捐款,1000,,1000\n2020-02-03,受助人返还善款,500,,1500\n")
    assert "受助人返还" not in found.replace("受助人返还善款", "")
