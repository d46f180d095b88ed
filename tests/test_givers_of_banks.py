"""Who gave by what banks and payment services write: From Li Hua, 转账存入 李华捐款, members of a group. All is invented."""

import pytest
from harness.tables import told

from donations.domain.nameless import KIND_PERSON
from donations.importers.words import accounts
from donations.importers.words.account_givers import giver_in

SHOP = """交易时间,商户名称,交易说明,金额,交易状态,收/支,交易分类,交易订单号
2020-03-01 08:25:19,某商户,某商品,1174.41(已退款903.43),交易成功,支出,日用,100000001
2020-03-02 10:00:00,某商户,某商品,200.00（已全额退款）,交易成功,支出,日用,100000002
2020-03-03 10:00:00,李华,{},100.00(已退款40.00),交易成功,收入,转账,100000003
"""


def test_a_person_below_the_name_of_shops_gave_what_was_handed_over() -> None:
    """Whom one was paid by for anything else is nobody's giver."""
    assert "4 receipt 2020-03-03 donor=李华" in told(SHOP.format("转账").replace("(已退款40.00)", ""))
    assert "4 !" in told(SHOP.format("二手闲置").replace(",转账,", ",闲置,"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("From Li Hua", "Li Hua"), ("From: LI HUA", "LI HUA"), ("TRANSFER FROM A/C LI HUA*", "LI HUA"), ("From X1234 LI HUA++", "LI HUA"),
        ("From SCB X1234 LI HUA", None), ("From EUR Pocket", None), ("From Savings", None), ("FROM A/C SAVINGS", None),
        ("Transfer from Li Hua with thanks", "Li Hua"), ("Deposit from Our Lady Church", "Our Lady Church"), ("Refund from Some Shop", None),
    ],
)  # fmt: skip
def test_from_whom_is_all_that_a_bank_writes(words: str, name: str | None) -> None:
    assert giver_in({"spent": "", "note": words}) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("转账存入 李华 捐款", "李华"), ("轉賬存入 李華 捐款", "李華"), ("跨行转入 李华捐款", "李华"), ("转账存入李华捐款", "李华"),
        ("他行汇入-李华-捐款", "李华"), ("汇款人：李华 捐款", "李华"), ("转账存入 捐款", None), ("现金存入捐款", None), ("李华转账捐款", "李华"),
        ("某某银行捐款", "某某银行"), ("汇入捐款-王芳", "王芳"),
    ],
)  # fmt: skip
def test_the_words_of_a_bank_before_a_name_are_no_part_of_it(words: str, name: str | None) -> None:
    """转账存入 was who gave."""
    assert giver_in({"spent": "", "note": words}) == name


@pytest.mark.parametrize("account", ["应付网银跨行汇款", "其他应付款", "大额支付来账", "暂收款项"])
def test_an_account_within_the_bank_gave_nothing(account: str) -> None:
    """Its words say who did; interest stays interest, and a body is one."""
    heads = "交易日期,借方发生额,贷方发生额,余额,对方户名,摘要"
    rows = [
        f"2020-03-01,,100.00,100.00,{account},李华捐款",
        f"2020-03-02,,50.00,150.00,{account},捐款",
        f"2020-03-03,,20.00,170.00,{account},转账",
    ]
    said = told(
        "\n".join(
            [
                heads,
                *rows,
                "2020-03-21,,0.50,170.50,应付个人活期储蓄存款利息,",
                "2020-03-22,,5.00,175.50,应付工程学会,转账",
            ]
        )
    )
    assert "2 receipt 2020-03-01 donor=李华: CNY 100元" in said
    assert f"3 receipt 2020-03-02 donor={KIND_PERSON}: CNY 50元" in said
    assert "4 !" in said
    assert f"5 - {accounts.INTEREST}" in said
    assert "6 receipt 2020-03-22 donor=应付工程学会" in said


def test_what_a_bank_writes_in_three_columns_and_a_word_for_its_number() -> None:
    """Interest below Transaction, which else is a number, is interest."""
    heads = "Transaction Date,Reference,Debit Amount (SGD),Credit Amount (SGD),Transaction Ref1,Transaction Ref2,Transaction Ref3"
    assert "donor=Li Hua: SGD 5" in told(
        f"{heads}\n2020-03-01,ICT,,5.00,PayNow Transfer 1234567,From: Li Hua,OTHR donation\n"
    )
    heads = "Date,Transaction,Withdrawal (THB),Deposit (THB),Balance (THB),Details"
    account = told(
        f"{heads}\n2020-03-01,Transfer Deposit,,500.00,500.00,From X1234 LI HUA++\n2020-03-31,Interest Deposit,,0.50,500.50,\n"
    )
    assert "donor=LI HUA: THB 500" in account
    assert f"3 - {accounts.INTEREST}" in account


@pytest.mark.parametrize("heads", ["成员,应付金额", "群成员,实付", "参与人,实付金额"])
def test_what_members_of_a_group_paid_came(heads: str) -> None:
    """It was spent."""
    account = told(f"群收款\n{heads},支付状态,支付时间\n李华,50.00,已支付,2020-03-01 10:00\n王芳,50.00,待支付,\n")
    assert "3 receipt 2020-03-01 donor=李华: CNY 50元 [50CNY]" in account
    assert "expense" not in account


@pytest.mark.parametrize(
    ("words", "donor"),
    [
        ("李华 给孩子捐款", "李华"),
        ("李华  助学捐款", "李华"),
        ("李华 九江市 捐款", "李华"),
        ("李华 李华代王芳捐款", "王芳"),
        ("李华 代王芳捐款", "王芳"),
        ("李 华捐款", "李 华"),
        ("三年二班 李华捐款", "三年二班 李华"),
        ("李华 王芳夫妇捐款", "李华 王芳夫妇"),
        ("甲公司 工会捐款", "甲公司 工会"),
    ],
)
def test_what_is_written_behind_who_paid_is_no_part_of_the_name(words: str, donor: str) -> None:
    """A bank writes whoever paid before their remark: 李华 助学 and 李华 李华代王芳 were names."""
    rows = f"2020-03-01,100.00,,跨行转入,{words}\n2020-03-02,,20.00,转账,文具店 购书\n"
    assert f"donor={donor}: CNY 100元" in told(f"交易日期,收入,支出,交易类型,交易备注\n{rows}")
