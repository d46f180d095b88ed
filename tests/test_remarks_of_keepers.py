"""Remarks of whoever keeps a list that nobody gave what a row is of, that another amount came, or none yet. All is invented."""

import pytest
from harness.soon import soon
from harness.tables import told

from donations.importers.rows.fates import NOT_COME, STAYED
from donations.importers.rows.keepers_remarks import ANOTHER, CAME_OR_NOT, NO_GIFT, WRONG
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.promise_words import went_back


def of_money(note: str) -> str:
    """What is understood of a gift of money with that remark."""
    return told(f"日期,捐款人,金额（元）,备注\n2020-02-01,李红,100,\n2020-02-03,张强,200,{note}\n").splitlines()[2]


def of_goods(note: str, counted: str = "20,箱") -> str:
    """The same of goods."""
    rows = (
        f"日期,捐赠单位,品名,数量,单位,备注\n2020-02-01,甲公司,饼干,10,箱,\n2020-02-03,乙公司,饮料,{counted},{note}\n"
    )
    return told(rows).splitlines()[2]


@pytest.mark.parametrize(
    "note",
    ["采购", "本会采购", "集中采购", "用捐款购买", "借用", "租借", "归还", "退库", "盘盈", "非捐赠物资", "（采购）"],
)
def test_goods_that_nobody_gave_by_their_remark_are_asked_about(note: str) -> None:
    """They were booked as gifts of whoever stands beside them."""
    assert of_goods(note) == f"3 ! 备注: {NO_GIFT} ({note})"


@pytest.mark.parametrize("note", ["利息", "银行利息", "借款", "押金", "报名费", "政府补助", "财政拨款", "非捐赠收入"])
def test_money_that_nobody_gave_by_its_remark_is_asked_about(note: str) -> None:
    assert of_money(note) == f"3 ! 备注: {NO_GIFT} ({note})"


@pytest.mark.parametrize(
    "note",
    [
        "自购",
        "企业采购后捐赠",
        "采购科转交",
        "暂存仓库",
        "还有一批在路上",
        "借调人员捐",
        "保质期一年",
        "非常感谢",
        "财政局职工",
        "利息捐出",
        "应急物资",
    ],
)
def test_remarks_of_gifts_stay_remarks(note: str) -> None:
    assert of_goods(note).startswith("3 receipt")
    assert of_money(note).startswith("3 receipt")


@pytest.mark.parametrize(
    "note", ["实收18箱", "实到18", "到货18箱", "应为30箱", "登记错误，应为30箱", "破损，实收18箱", "更正为30箱"]
)
def test_a_remark_that_says_another_quantity_is_asked_about(note: str) -> None:
    """The row was booked with the other, or passed over."""
    assert of_goods(note) == f"3 ! 备注: {ANOTHER} ({note})"
    assert of_goods(note, "20箱,") == f"3 ! 备注: {ANOTHER} ({note})"


@pytest.mark.parametrize("note", ["实际到账190元", "应为300元", "实收198", "登记有误，应为300元", "改为1万元"])
def test_a_remark_that_says_another_amount_is_asked_about(note: str) -> None:
    assert of_money(note) == f"3 ! 备注: {ANOTHER} ({note})"


@pytest.mark.parametrize("note", ["实收20箱", "实收480瓶", "实到20", "实收", "应为第二批"])
def test_a_remark_that_says_the_same_or_in_another_measure_is_one(note: str) -> None:
    assert of_goods(note).startswith("3 receipt")
    assert of_money("实收200.00元，手续费另付").startswith("3 receipt")


@pytest.mark.parametrize("note", ["款未到", "钱还没到", "资金未到账", "款项尚未到账", "尚未转账", "款还没打款"])
def test_money_that_has_not_come_by_its_remark_is_none_yet(note: str) -> None:
    assert of_money(note) == f"3 - {NOT_COME}"


@pytest.mark.parametrize("note", ["款未到", "資金未到賬", "尚未转账", "待转"])
def test_goods_did_not_wait_for_money(note: str) -> None:
    """They were passed over as if they had not come."""
    assert of_goods(note).startswith("3 receipt")
    assert of_goods("货物未到") == f"3 - {NOT_COME}"


@pytest.mark.parametrize(
    "note", ["登记有误，作废", "此笔为误记", "该条无效", "无效", "误登记", "系误录入", "误填报", "已撤回", "撤回"]
)
def test_rows_that_are_void_by_their_remark_are_none(note: str) -> None:
    assert of_money(note) == f"3 - {TAKEN_BACK}"


@pytest.mark.parametrize(
    "note", ["作废，已改为下一行", "取消，改为捐物", "作废，更正见第2行", "重复登记，已更正", "作废，應為下一行"]
)
def test_rows_that_are_void_stay_so_whatever_else_their_remark_says(note: str) -> None:
    """What was right stood behind: they were booked."""
    assert of_money(note) == f"3 - {TAKEN_BACK}"
    assert of_goods(note) == f"3 - {TAKEN_BACK}"


@pytest.mark.parametrize("note", ["登记错误，应为张伟", "误记，已更正", "登记有误，实为第二批"])
def test_rows_that_were_entered_wrongly_are_asked_about(note: str) -> None:
    """They were booked for whoever stands in them."""
    assert of_money(note) == f"3 ! 备注: {WRONG} ({note})"


def test_what_a_remark_says_is_compared_with_the_amount_in_its_measure() -> None:
    """实收10万元 beside 10 below 万元 was taken for another amount, and dollars were compared with yuan."""
    head = "日期,捐款人,金额（{}）,备注\n2020-02-01,李红,1,\n2020-02-03,张强,10,{}\n"
    for note in ("实收10万元", "实收100000元", "实收10"):
        assert told(head.format("万元", note)).splitlines()[2].startswith("3 receipt")
    assert told(head.format("万元", "实收9万元")).splitlines()[2] == f"3 ! 备注: {ANOTHER} (实收9万元)"
    assert told(head.format("美元", "实收69元")).splitlines()[2].startswith("3 receipt")
    assert told(head.format("美元", "实收9")).splitlines()[2] == f"3 ! 备注: {ANOTHER} (实收9)"


def test_what_came_by_a_column_beside_it_is_no_other_amount() -> None:
    rows = "2020-02-01,李华,500,3,497,{}\n2020-02-02,王芳,300,2,298,\n"
    headings = "日期,捐款人,捐款金额,手续费,实收金额,备注\n"
    assert "2 receipt 2020-02-01 donor=李华: CNY 500元" in told(headings + rows.format("实收497元"))
    assert "2 ! 备注: " in told(headings + rows.format("实收490元"))
    assert "2 ! 备注: " in told(headings.replace("实收", "上次") + rows.format("实收497元"))


def test_money_without_its_fee_is_the_same_gift() -> None:
    assert of_money("实收198.8元，手续费1.2元").startswith("3 receipt")


def test_packs_and_what_is_in_them_are_both_its_amount() -> None:
    for note in ("实收20箱", "实收400瓶"):
        assert of_goods(note, "20箱（每箱20瓶）,").startswith("3 receipt")
    assert of_goods("实收19箱", "20箱（每箱20瓶）,") == f"3 ! 备注: {ANOTHER} (实收19箱)"


def test_words_for_a_gift_said_over_and_over_are_looked_at_once() -> None:
    """Each such remark took most of a second."""
    with soon(1):
        assert not any(went_back(word * 13 + f"退{number}x") for word in ("款款", "此此") for number in range(5))


def test_the_column_is_named_in_which_the_remark_stands() -> None:
    found = told("日期,摘要,收入,支出,备注\n2020-02-03,李红捐款,100,,登记错误，应为90元\n2020-02-04,买水,,50,\n")
    assert f"2 ! 备注: {ANOTHER} (登记错误，应为90元)" in found


@pytest.mark.parametrize(
    "note", ["未付款", "未付", "尚未支付", "待付款", "未交", "欠款", "转账失败", "支付未成功", "跳票", "轉賬失敗"]
)
def test_money_that_was_not_paid_is_no_gift(note: str) -> None:
    """It was booked, with that remark. Goods don't wait for money."""
    assert of_money(note) == f"3 - {NOT_PAID}"
    assert of_goods(note).startswith("3 receipt")


@pytest.mark.parametrize(
    "note",
    ["转账失败，改付现金", "支付失败，已重新支付", "第一次支付失败，第二次成功", "card declined; paid by cash", "payment failed; resubmitted"],
)  # fmt: skip
def test_money_that_was_paid_another_way_came(note: str) -> None:
    """It was passed over as not paid."""
    assert of_money(note).startswith("3 receipt")


@pytest.mark.parametrize(
    "note", ["支付失败，待重新支付", "unpaid; not received", "待付（现金）", "pending; to be paid later"]
)
def test_money_that_is_to_be_paid_another_way_did_not_come(note: str) -> None:
    assert of_money(note) == f"3 - {NOT_PAID}"


@pytest.mark.parametrize("note", ["未付手续费", "已付款", "未付，2月5日已付清", "欠收据", "支付宝", "发票未开"])
def test_money_whose_remark_speaks_of_something_else_was_paid(note: str) -> None:
    assert of_money(note).startswith("3 receipt")


@pytest.mark.parametrize("note", ["删除", "已删除", "捐款取消", "捐赠取消", "不捐了", "暂不捐", "放弃捐赠"])
def test_a_row_that_was_taken_out_or_given_up_is_void(note: str) -> None:
    assert of_money(note) == of_goods(note) == f"3 - {TAKEN_BACK}"


@pytest.mark.parametrize(
    "note",
    [
        "更正：应为300元",
        "更正:应为300",
        "金额有误，应为300元",
        "金额应为300元",
        "实际300元",
        "仅到账150元",
        "已到账150元",
        "到账150",
    ],
)
def test_another_amount_in_other_words_is_asked_about(note: str) -> None:
    assert of_money(note) == f"3 ! 备注: {ANOTHER} ({note})"


@pytest.mark.parametrize("note", ["到账200元", "已到账200", "实际200元", "2月5日到账", "更正：应为200元"])
def test_the_amount_of_the_row_said_again_is_none(note: str) -> None:
    assert of_money(note).startswith("3 receipt")


@pytest.mark.parametrize("note", ["金额有误", "记错", "多录", "数量不符", "金额待核实", "待更正"])
def test_a_row_that_is_not_right_is_asked_about(note: str) -> None:
    assert of_money(note) == f"3 ! 备注: {WRONG} ({note})"


@pytest.mark.parametrize("note", ["金额有误，已更正", "多谢", "不错", "核实无误", "此前登记有误，现更正"])
def test_one_that_was_put_right_is_a_gift(note: str) -> None:
    assert of_money(note).startswith("3 receipt")


def test_a_day_on_which_it_came_and_a_remark_that_it_did_not_are_asked_about() -> None:
    """The remark was not heard, and the gift booked."""
    said = told("到账日期,捐款人,金额,备注\n2020-02-02,李华,500,未到账\n,王芳,20,待到账\n2020-02-03,张伟,30,认捐\n")
    assert said.splitlines()[1:] == [
        f"2 ! 备注: {CAME_OR_NOT} (未到账)",
        f"3 - {NOT_COME}",
        "4 receipt 2020-02-03 donor=张伟: CNY 30元 “认捐” [30CNY]",
    ]


def test_dues_are_none_whatever_the_day_is_called() -> None:
    assert "李华" not in told("到账日期,捐款人,金额,备注\n2020-02-02,李华,500,会费\n2020-02-03,王芳,20,\n")


def of_spending(note: str, amount: str = "200") -> str:
    """What is understood of something that was paid, with that remark."""
    rows = (
        f"日期,支出项目,金额,收款单位,备注\n2020-02-01,运费,{amount},甲公司,\n2020-02-03,运费,{amount},甲公司,{note}\n"
    )
    return told(rows).splitlines()[2]


@pytest.mark.parametrize("note", ["未付", "未支付", "待付款", "挂账", "赊账", "付款失败"])
def test_what_was_not_paid_yet_is_not_spent(note: str) -> None:
    """It was booked as spent."""
    assert of_spending(note) == f"3 - {NOT_PAID}"


@pytest.mark.parametrize("note", ["已退", "已退款", "退货"])
def test_what_was_paid_and_came_back_is_asked_about(note: str) -> None:
    assert of_spending(note) == f"3 ! 备注: {STAYED} ({note})"


@pytest.mark.parametrize("note", ["待报销", "已付", "欠款", "押金可退", "发票未到"])
def test_remarks_of_what_was_paid_stay_remarks(note: str) -> None:
    assert of_spending(note).startswith("3 expense")
