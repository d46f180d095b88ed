"""Words and signs by which lists of payments say which way a row went. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.account_senses import PLUS_ALONE, WHICH_SIDE
from donations.importers.columns.ways_told import CAME_OR_WENT
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME

CAME, WENT = "receipt 2020-03-01 donor=李华: CNY 100元", "expense 2020-03-02 supplier=某店: CNY 30元"


@pytest.mark.parametrize("heading", ["借贷标记", "借贷标识", "账务方向", "交易收支标志", "进出账类型", "来往标志"])
@pytest.mark.parametrize(
    "words", [("贷记", "借记"), ("贷(收)", "借(付)"), ("贷（收入）", "借（支出）"), ("来帐", "往帐"), ("收", "付出")]
)
def test_what_went_is_no_gift_whatever_it_is_called(heading: str, words: tuple[str, str]) -> None:
    """It was booked as one where the heading or the words were not known."""
    text = f"交易日期,{heading},交易金额,对方户名,摘要\n2020-03-01,{words[0]},100.00,李华,\n2020-03-02,{words[1]},30.00,某店,\n"
    lines = told(text).splitlines()
    assert [line.split(" ", 1)[1].startswith(said) for line, said in zip(lines[1:], (CAME, WENT), strict=True)] == [
        True
    ] * 2


def test_a_word_that_nobody_knows_is_asked_about() -> None:
    """Below a heading that says which way."""
    assert (
        "借贷标记: 收入, 支出"
        in told("交易日期,借贷标记,交易金额,对方户名\n2020-03-01,9,100.00,李华\n").splitlines()[1]
    )


def test_signs_beside_merchants() -> None:
    """+100 beside 商户名称 came, where -30 went; alone, or beside 收款人, nobody knows."""
    rows = "2020-03-01,转账收款,+100.00,{},A1\n2020-03-02,消费,-30.00,某店,A2\n"
    lines = told("交易时间,交易类型,交易金额,商户名称,订单号\n" + rows.format("李华")).splitlines()
    assert CAME in lines[1]
    assert WENT in lines[2]
    for head, text in (("商户名称", rows.format("李华").splitlines()[0] + "\n"), ("收款人", rows.format("某公司"))):
        assert PLUS_ALONE in told(f"交易时间,交易类型,交易金额,{head},订单号\n{text}").splitlines()[1]


@pytest.mark.parametrize("words", ["代扣", "消费", "购物资", "手续费"])
@pytest.mark.parametrize("heading", ["摘要", "交易类型", "用途"])
def test_a_bank_list_without_ways_is_asked_about(heading: str, words: str) -> None:
    """Where its words speak of what went out; one of what came alone is read, and so is one that says so above the amounts."""
    text = "交易日期,{0},{1},对方户名\n2020-03-01,跨行转入,100.00,李华\n2020-03-02,{2},30.00,某公司\n"
    paper = text.format(heading, "交易金额", words)
    assert CAME_OR_WENT in told(paper).splitlines()[2]
    assert told(paper, columns={"交易金额": "money"}).count("receipt") == 2
    assert told(text.format(heading, "到账金额", "捐款")).count("receipt") == 2
    assert told(text.format(heading, "交易金额", "消费帮扶捐款")).count("receipt") == 2


@pytest.mark.parametrize("words", ["货款", "房租", "场地费", "往来款", "备用金"])
def test_what_was_sold_let_or_lent_is_no_gift(words: str) -> None:
    """In an account, where nothing speaks of giving."""
    text = "交易日期,支出,收入,对方户名,摘要\n2020-03-01,,100.00,李华,{}\n"
    assert told(text.format(words)).splitlines()[1] == f"2 - {OTHER_INCOME}"
    assert "receipt" in told(text.format(words + "捐给协会"))


@pytest.mark.parametrize(
    "words",
    [
        "转定期",
        "定期转活期",
        "通知存款支取",
        "大额存单",
        "购买理财产品",
        "理财赎回",
        "卡内互转",
        "约定转存",
        "资金归集",
    ],
)
def test_what_was_put_by_is_neither_spent_nor_given(words: str) -> None:
    """Nobody stands on the other side but a bank; what somebody gives of it is a gift."""
    text = "交易日期,支出,收入,对方户名,摘要\n2020-03-01,50.00,,某银行,{0}\n2020-03-01,,50.00,,{0}\n2020-03-02,,7.00,李华,{0}\n"
    lines = told(text.format(words)).splitlines()
    assert lines[1:3] == [f"2 - {NEUTRAL}", f"3 - {NEUTRAL}"]
    assert "receipt" in told(text.format(words + "后捐款")).splitlines()[3]


@pytest.mark.parametrize("who", ["对手账户名", "对方客户名称", "对方账户名"])
@pytest.mark.parametrize(
    ("out", "came"),
    [("取出金额", "存入金额"), ("借方交易金额", "贷方交易金额"), ("支出发生额", "收入发生额"), ("提出", "存入")],
)
def test_more_of_what_banks_write_above_columns(who: str, out: str, came: str) -> None:
    """Who gave was nobody where the heading of their names was not known."""
    rows = "2020-03-01,捐款,,100.00,1100.00,李华\n2020-03-02,购物,30.00,,1070.00,某店\n"
    lines = told(f"交易日期,摘要,{out},{came},余额,{who}\n{rows}").splitlines()
    assert CAME in lines[1]
    assert WENT in lines[2]


@pytest.mark.parametrize("amount", ["记账金额", "交易发生额"])
def test_one_amount_for_either_way(amount: str) -> None:
    """With its sign."""
    lines = told(f"交易日期,{amount},对方户名\n2020-03-01,100.00,李华\n2020-03-02,-30.00,某店\n").splitlines()
    assert CAME in lines[1]
    assert WENT in lines[2]


@pytest.mark.parametrize("time", ["2020-03-01 10.15.00", "2020-03-01-10.15.00.123456", "20200301101500"])
def test_times_as_databases_write_them(time: str) -> None:
    """With points between hours, minutes and seconds."""
    assert CAME in told(f"交易时间,收入,支出,对方户名\n{time},100.00,,李华\n").splitlines()[1]


@pytest.mark.parametrize(
    ("heading", "words"),
    [("对方户名", "赞助场地费"), ("对方户名", "资助学生培训费"), ("捐款人", "场地费"), ("捐款人", "购口罩货款")],
)
def test_a_gift_may_be_for_what_is_sold_or_let(heading: str, words: str) -> None:
    """As words of giving say, or whoever stands below 捐款人."""
    text = f"交易日期,支出,收入,{heading},摘要\n2020-03-01,,100.00,李华,{words}\n"
    assert CAME in told(text).splitlines()[1]


def test_the_sum_of_fees_is_no_gift_of_who_was_paid() -> None:
    """手续费总额 was taken for the sum of itself, and 甲公司 gave 0.50."""
    found = told(
        "交易日期,账号,借,贷,账户余额,对方账户名称,摘要,手续费总额\n"
        "20200301,1500,,500.00,1500.00,李华,捐款,\n20200302,1500,100.00,,1400.00,甲公司,购书,0.50\n"
    )
    assert "手续费总额=-" in found
    assert "expense 2020-03-02 supplier=甲公司: CNY 100元" in found
    assert "donor=甲公司" not in found


@pytest.mark.parametrize("names", [True, False])
def test_a_minus_of_what_was_put_right_tells_no_side_wrongly(names: bool) -> None:
    """By the size of -100, which let the balance grow, 借方 had come in, and who gave was paid."""
    head = "交易日期,借方发生额,贷方发生额,账户余额,摘要" + (",对方户名" if names else "")
    rows = [("2020-03-01,0.00,500.00,1500.00,捐款", ",李华"), ("2020-03-02,-100.00,0.00,1600.00,冲正", ",甲公司")]
    found = told("\n".join([head, *(row + (name if names else "") for row, name in rows)]) + "\n")
    assert "receipt 2020-03-01" in found
    assert "expense 2020-03-01" not in found


def test_a_minus_before_all_that_went_out_still_tells_the_side() -> None:
    found = told(
        "交易日期,借方发生额,贷方发生额,账户余额,摘要\n2020-03-01,0.00,500.00,1500.00,捐款\n"
        "2020-03-02,-100.00,0.00,1400.00,购书\n2020-03-03,-50.00,0.00,1350.00,购书\n"
    )
    assert "receipt 2020-03-01" in found
    assert found.count("expense") == 2


@pytest.mark.parametrize("balance", ["Balance", "Running Balance", "BALANCE (In Business Currency)"])
def test_debit_by_which_a_balance_grew_is_asked_about(balance: str) -> None:
    """One's own books mean the contrary of a bank by it: what was given was spent."""
    head = f"Date,Description,{{}},{{}},{balance},Currency\n"
    rows = "2020-03-01,Donation from Ann,500.00,,1500.00,USD\n2020-03-02,Gift of Bo,50.00,,1550.00,USD\n2020-03-03,Donation refund,,100.00,1450.00,USD\n"
    assert WHICH_SIDE in told(head.format("Debit", "Credit") + rows)
    assert "receipt 2020-03-01 donor=Ann: USD 500美元" in told(head.format("Credit", "Debit") + rows)


@pytest.mark.parametrize("heading", ["收入/支出", "收/支（元）", "收支", "支出/收入"])
def test_amounts_with_signs_below_the_words_for_both_ways(heading: str) -> None:
    """The heading was taken for one of 收入 and 支出, so that the list had no amounts."""
    head = f"交易日期,摘要,{heading},余额,对方户名"
    rows = "2020-03-01,转账,+100.00,1100.00,李华\n2020-03-02,转账,-30.00,1070.00,某店\n2020-03-03,转账,20.00,1090.00,王芳\n"
    found = told(f"{head}\n{rows}")
    assert CAME in found
    assert WENT in found
    assert "donor=王芳: CNY 20元" in found


def test_below_them_words_and_amounts_of_which_none_went_out_are_no_such_column() -> None:
    rows = "2020-03-01,转账,{},100.00,李华\n"
    assert "收入/支出=direction" in told("交易日期,摘要,收入/支出,交易金额,对方户名\n" + rows.format("收入"))
    assert "receipt" not in told("交易日期,摘要,收入/支出,余额,对方户名\n" + rows.format("100.00"))
