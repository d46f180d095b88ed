"""Cash books as programs for keeping accounts export them: which way each row went, what of it was given, and what came back.

The headings are those of 一木记账, 随手记, 钱迹, ezBookkeeping, Firefly III, Revolut and the like; rows are invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.columns.account_senses import WHICH_MONEY
from donations.importers.words.accounts import INTEREST, NEUTRAL, OTHER_INCOME, TAKEN_BACK
from donations.importers.words.row_reasons import A_DONOR

GIFT, COST = "2 receipt 2020-03-01 donor=李华: CNY 100元", "3 expense 2020-03-02 "

SHAPES = {
    "what came back of a purchase, and 报销金额 that is no side": (
        """
日期,收支类型,金额,类别,二级分类,账户,退款,报销账户,报销金额,报销明细,备注,其他
2020-03-01 09:00,收入,100,收入,捐款,无账户,,,,,李华捐款,
2020-03-02 09:00,支出,35.5,办公,打印纸,张三的卡,5,,,,A4纸,
2020-03-03 09:00,支出,20,办公,打印纸,微信,20,,,,A4纸,
2020-03-04 09:00,支出,8,交通,,微信,,微信,8,已报销,送货,
""",
        ["30.5元 “A4纸”", f"4 - {TAKEN_BACK}", "5 expense 2020-03-04 : CNY 8元 “送货”"],
    ),
    "转出 and 转入 between purses": (
        """
随手记导出文件(headers:v5;0)
"交易类型","日期","类别","子类别","账户","账户币种","金额","成员","商家","项目","记账人","备注","关联Id"
"收入","2020-03-01 01:23:45","捐赠收入","个人捐款","微信","CNY","100","","李华","","我","李华捐款",""
"支出","2020-03-02 12:34:56","办公","打印","微信","CNY","30.5","","","","我","A4纸",""
"转出","2020-03-03 23:59:59","","","微信","CNY","0.05","","","","我","","1"
"转入","2020-03-03 23:59:59","","","现金","CNY","0.05","","","","我","","1"
"余额变更","2020-03-04 00:00:00","","","现金","CNY","9.5","","","","我","",""
"负债变更","2020-03-04 00:00:00","","","现金","CNY","9.5","","","","我","",""
""",
        [f"{row} - {NEUTRAL}" for row in (5, 6, 7, 8)],
    ),
    "a book in English with two accounts": (
        """
Time,Timezone,Type,Category,Sub Category,Account,Account Currency,Amount,Account2,Account2 Currency,Account2 Amount,Geographic Location,Tags,Description
2020-03-01 12:34:56,+08:00,Income,Donations,Persons,WeChat,CNY,100,,,,,,donation from 李华
2020-03-02 12:34:56,+08:00,Expense,Office,Paper,WeChat,CNY,30.5,,,,,,A4
2020-03-03 12:34:56,+08:00,Transfer,Own,Bank,WeChat,CNY,50.00,Bank,CNY,50.00,,,
2020-03-04 12:34:56,+08:00,Balance Modification,,,Bank,CNY,500.00,,,,,,
""",
        [f"4 - {NEUTRAL}", f"5 - {NEUTRAL}"],
    ),
    "from one account to another": (
        """
journal_id,created_at,type,currency_code,amount,description,date,source_name,source_type,destination_name,destination_type,category,notes
1,2020-05-01T10:00:00+08:00,Deposit,CNY,100,,2020-03-01T00:00:00+08:00,李华,Revenue account,WeChat,Asset account,,
2,2020-05-01T10:00:00+08:00,Withdrawal,CNY,-30.5,A4,2020-03-02T00:00:00+08:00,WeChat,Asset account,某店,Expense account,,
3,2020-05-01T10:00:00+08:00,Transfer,CNY,50.00,,2020-03-03T00:00:00+08:00,WeChat,Asset account,Bank,Asset account,,
""",
        ["supplier=某店", f"4 - {NEUTRAL}"],
    ),
    "a word, and the minus that says the same": (
        """
日期,类型,姓名,金额,备注
2020-03-01,收入,李华,100,捐款
2020-03-02,支出,某店,-30.5,A4
2020-03-03,转账,,-50,到工行
2020-03-04,转账,,20,到微信
""",
        ["supplier=某店", f"4 - {NEUTRAL}", f"5 - {NEUTRAL}"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_what_came_and_what_went(shape: str) -> None:
    text, said = SHAPES[shape]
    answer = told(text.lstrip("\n"))
    first = {"转出 and 转入 between purses": 1}.get(shape, 0)  # a line above its headings
    gift, cost = GIFT.replace("2 ", f"{2 + first} ", 1), COST.replace("3 ", f"{3 + first} ", 1)
    assert gift in answer
    assert cost in answer
    assert ": CNY 30.5元" in answer
    assert [line for line in said if line not in answer] == []
    assert "!" not in answer


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("收入,100,捐款,", "receipt 2020-03-01 donor=爱心人士: CNY 100元"),
        ("收入,100,捐款,王芳", "receipt 2020-03-01 donor=王芳: CNY 100元"),
        ("收入,100,捐款,甲公司", "receipt 2020-03-01 donor=甲公司: CNY 100元"),
        ("收入,100,捐款,助学", f"! None: {A_DONOR}"),  # may be a name, or nobody's
        ("收入,100,红包,王芳", f"! None: {A_DONOR}"),  # nobody says that it was given
        ("收入,100,工资,王芳", f"- {OTHER_INCOME}"),
        ("收入,100,利息,", f"- {INTEREST}"),
        ("支出,100,捐款,某小学", "expense 2020-03-01 : CNY 100元 “某小学”"),
    ],
)
def test_the_category_says_what_came(row: str, said: str) -> None:
    answer = told(f"日期,收支类型,金额,类别,备注\n2020-03-01,{row}\n2020-03-02,收入,5,捐款,李华捐款\n")
    assert answer.splitlines()[1].startswith(f"2 {said}")


@pytest.mark.parametrize(
    ("cells", "gifts"),
    [
        (("否", "是", ""), ["李华", "赵六"]),
        (("", "已退款", "无"), ["李华", "赵六"]),
        (("0", "50", "5"), ["李华", "赵六"]),
    ],
)
def test_a_column_of_refunds_says_whether_or_how_much(cells: tuple[str, str, str], gifts: list[str]) -> None:
    rows = [f"{name},50,2020-03-01,{cell}" for name, cell in zip(("李华", "王芳", "赵六"), cells, strict=True)]
    answer = told("\n".join(["姓名,金额,日期,退款", *rows]))
    assert [name for name in ("李华", "王芳", "赵六") if f"donor={name}" in answer] == gifts
    assert f"3 - {TAKEN_BACK}" in answer


def test_what_was_bought_on_credit_is_paid_for_once() -> None:
    answer = told(
        """交易创建时间,交易类型,订单标题,收/支,支付方式,订单金额,实付金额,交易单号,备注
2020-03-01 20:35:13,支付,打印纸,支出,某月付,¥22.30,¥21.17,25022811100401670006000394166443,/
2020-03-12 20:59:12,还款,3月账单,支出,储蓄卡,¥48.14,¥48.12,25021211100401670003883284995443,/
"""
    )
    assert "2 expense 2020-03-01 : CNY 21.17元 “打印纸”" in answer
    assert f"3 - {NEUTRAL}" in answer


def test_an_account_in_other_money(desk: Desk, tmp_path: Path) -> None:
    """Product is no gift of goods, what was exchanged only moved, REVERTED was not paid; what was spent is told in its money."""
    text = """Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TOPUP,Current,2020-03-02 10:00:00,2020-03-02 10:00:01,Payment from Li Hua,100.00,0.00,EUR,COMPLETED,100.00
CARD_PAYMENT,Current,2020-03-03 10:00:00,2020-03-04 10:00:01,Paper Shop,-5.00,0.00,EUR,COMPLETED,95.00
TOPUP,Current,2020-03-05 10:00:00,2020-03-05 10:00:01,Apple Pay Top-Up by *1234,50.00,0.00,EUR,COMPLETED,145.00
EXCHANGE,Current,2020-03-06 10:00:00,2020-03-06 10:00:01,Exchanged to USD,-45.00,0.00,EUR,COMPLETED,100.00
CARD_PAYMENT,Current,2020-03-07 10:00:00,,Third Shop,-9.00,0.00,EUR,REVERTED,
"""
    paper = file(tmp_path, "a.csv", text)
    [table] = desk.do(f"import {paper} --yes --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["ignored"], table["rejected"]) == (2, 3, 0)
    assert (table["sums"], table["went_out"]) == ({"EUR": "100"}, {"EUR": "5"})
    rows = sorted(desk.read("ledger"), key=lambda row: row["entry"])
    assert [(row["type"], row["donor"], row["unit"]) for row in rows] == [
        ("receipt", "Li Hua", "欧元"),
        ("expense", None, "欧元"),
    ]


def test_whoever_holds_the_card_sold_nothing() -> None:
    answer = told(
        """Date,Amount,Currency,Description,Running Balance,Payer Name,Payee Name,Card Holder Full Name,Transaction Type
2020-03-02,100.00,EUR,Received money,1100.00,LI HUA,,,CREDIT
2020-03-13,-5.00,EUR,Card transaction,1095.00,,,Wang Wu,DEBIT
"""
    )
    assert "donor=LI HUA" in answer
    assert "Wang" not in answer


def test_who_gave_is_said_by_import_and_nobody_was_paid_by_it() -> None:
    """--donor names the giver of what came; who was paid stays who was paid."""
    answer = told(
        """日期,收/支,商家,金额,备注
2020-03-01,收入,,22.30,捐款
2020-03-12,支出,某店,48.14,纸
2020-03-13,支出,,8.14,纸
2020-03-13,收入,王芳,9,捐款
""",
        donor="李华",
    )
    assert [line.split(":")[0] for line in answer.splitlines()[1:]] == [
        "2 receipt 2020-03-01 donor=李华",
        "3 expense 2020-03-12 supplier=某店",
        "4 expense 2020-03-13 ",
        "5 receipt 2020-03-13 donor=李华",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "时间,分类,类型,金额,账户1,账户2,备注\n2020-03-01,捐款,收入,100,微信,,李华捐款\n2020-03-02,,转账,20,微信,某行,\n",
        "时间,分类,类型,金额,账户1,账户2,备注\n2020-03-01,捐款,收入,100,微信,,李华捐款\n2020-03-02,,退款,2,微信,,盒饭\n",
        "Time,Type,Category,Account,Amount,Note\n2020-03-01,Income,Gifts,WeChat,100,gift from 李华\n2020-03-02,Transfer,,WeChat,20,\n",
    ],
)
def test_a_part_of_a_book_in_which_nothing_was_spent(text: str) -> None:
    """The purse that money came into is nobody who gave it."""
    _headings, gift, other = told(text).splitlines()
    assert gift.startswith("2 receipt 2020-03-01 donor=李华: CNY 100元")
    assert other in (f"3 - {NEUTRAL}", f"3 - {OTHER_INCOME}")


def test_payee_is_who_paid_too_beside_signs() -> None:
    """100 of Li Hua was booked as spent; where a row may be between two purses of the list, nothing is read so."""
    rows = "WeChat,2020-03-02,Li Hua,Gifts,100\nWeChat,2020-03-03,Paper Shop,Office,-5\n"
    answer = told(f"Account,Date,Payee,Category,Amount\n{rows}")
    assert [line.split(" [")[0] for line in answer.splitlines()[1:]] == [
        "2 receipt 2020-03-02 donor=Li Hua: CNY 100元",
        "3 expense 2020-03-03 supplier=Paper Shop: CNY 5元",
    ]
    assert "4 receipt" not in told(f"Account,Date,Payee,Category,Amount\n{rows}Bank,2020-03-04,WeChat,,50\n")


def test_a_wallet_that_was_filled_up_was_given_nothing() -> None:
    answer = told(
        """交易时间,交易类型,收支类型,交易金额(元),交易对方,钱包余额(元),交易流水号,交易状态,备注
2020-03-02 10:00:00,转钱,收入,100.00,李华,100.00,0102024030210000000001,成功,捐款
2020-03-04 10:00:00,充钱包,收入,50.00,某银行(1234),150.00,0102024030210000000003,成功,
2020-03-05 10:00:00,存银行,支出,20.00,某银行(1234),130.00,0102024030210000000004,成功,
"""
    )
    assert answer.splitlines()[2:] == [f"3 - {NEUTRAL}", f"4 - {NEUTRAL}"]


@pytest.mark.parametrize("kind", ["退款", "转账"])
def test_a_list_of_those_who_gave_is_no_cash_book(kind: str) -> None:
    """There 退款 beside a name gives back, and 转账 is how a gift came."""
    answer = told(f"日期,姓名,类型,金额,备注\n2020-03-01,李华,收入,100,\n2020-03-02,李华,{kind},30,\n")
    assert "类型=direction" not in answer
    assert " - " not in answer
    assert "3 receipt 2020-03-02 donor=李华: CNY 30元" in answer or kind == "退款"


def test_a_budget_with_outflow_and_inflow() -> None:
    """Who stands in it paid, or was paid; what moved between its own accounts, or was there before, is nobody's."""
    found = told(
        "Account,Flag,Date,Payee,Category Group,Category,Memo,Outflow (EUR),Inflow (EUR),Cleared\n"
        "Bank,,2020-03-01,Starting Balance,Inflow,Ready to Assign,,0.00,900.00,Cleared\n"
        "Bank,,2020-03-20,Li Hua,Inflow,Ready to Assign,gift,0.00,100.00,Cleared\n"
        "Bank,,2020-03-21,Print Shop,Costs,Print,flyers,20.00,0.00,Cleared\n"
        "Bank,,2020-03-22,Transfer : Cash box,,,,50.00,0.00,Cleared\n"
        "Cash box,,2020-03-22,Transfer : Bank,,,,0.00,50.00,Cleared\n"
        "Cash box,,2020-03-23,Reconciliation Balance Adjustment,Inflow,Ready to Assign,,0.00,5.00,Cleared\n"
    ).splitlines()[1:]
    assert [line for line in found if " - " not in line] == [
        "3 receipt 2020-03-20 donor=Li Hua: EUR 100欧元 “gift” [100EUR]",
        "4 expense 2020-03-21 supplier=Print Shop: EUR 20欧元 “flyers” []",
    ]
    assert [line[0] for line in found if f"- {NEUTRAL}" in line] == ["5", "6", "7"]
    assert "2 - a total" in found  # what was there before


def test_a_budget_that_does_not_say_its_money_is_asked_about_it() -> None:
    text = "Date,Payee,Category,Memo,Outflow,Inflow\n2020-03-20,Li Hua,Donations,gift,,100.00\n"
    assert WHICH_MONEY in told(text)


@pytest.mark.parametrize(("came", "went"), [("收方金额", "付方金额"), ("借方", "贷方"), ("贷方", "借方")])
def test_what_a_cash_book_calls_left_as_a_store_does_tells_the_sides(came: str, went: str) -> None:
    """结存 beside them was not asked which of them came in."""
    found = told(
        f"日期,摘要,{came},{went},结存\n2020-02-01,李华捐款,500,,500\n2020-02-02,买口罩,,200,300\n2020-02-03,王芳捐款,200,,500\n"
    )
    assert f"{came}=money {went}=spent" in found
