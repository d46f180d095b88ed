"""应付 beside 已付, 应交 beside 已交: what was paid is read, and not what was to be. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize(("headings", "row", "what"), [
    ("姓名,应交金额,已交金额", "李华,500,300", "receipt 2020-02-01 donor=李华: CNY 300元"),
    ("姓名,应缴金额,已缴,欠缴", "李华,500,300,200", "receipt 2020-02-01 donor=李华: CNY 300元"),
    ("捐赠单位,协议金额（万元）,到位资金（万元）", "甲公司,50,30", "receipt 2020-02-01 donor=甲公司: CNY 300000元"),
    ("捐赠人,认捐金额,到位金额", "李华,500,300", "receipt 2020-02-01 donor=李华: CNY 300元"),
    ("供应商,应付金额,已付金额,未付金额", "康健药房,5000,3000,2000", "expense 2020-02-01 supplier=康健药房: CNY 3000元"),
    ("受助人,审批金额,已发放金额", "李华,5000,3000", "expense 2020-02-01 recipient=李华: CNY 3000元"),
    ("受助人,资助标准,已发放", "李华,5000,3000", "expense 2020-02-01 recipient=李华: CNY 3000元"),
])  # fmt: skip
def test_what_was_paid_is_read(headings: str, row: str, what: str) -> None:
    assert f"2 {what}" in told(f"日期,{headings}\n2020-02-01,{row}\n")


@pytest.mark.parametrize(("headings", "row", "why"), [
    ("姓名,应交金额,已交金额", "李华,500,", "not received"), ("供应商,应付金额,实付金额", "康健药房,500,", "not paid"),
    ("接收单位,物资,计划数量,实发数量,单位", "市一院,口罩,500,,只", "not given out"), ("捐赠单位,物资,应收数量,实收数量,单位", "甲公司,口罩,500,,只", "not received"),
    ("捐赠人,认捐金额,到位金额", "李华,500,", "promised"),
])  # fmt: skip
def test_of_what_was_to_be_paid_nothing_was(headings: str, row: str, why: str) -> None:
    """Another row has what was paid; that this one is blank says that it is open."""
    other = row.removesuffix(",只") + "5,只" if row.endswith(",只") else row + "5"
    assert f"3 - {why}" in told(f"日期,{headings}\n2020-02-01,{other}\n2020-02-01,{row}\n")


def test_what_was_used_of_a_promise_did_not_come() -> None:
    assert "receipt" not in told("日期,捐赠人,认捐金额,已使用金额\n2020-02-01,李华,500,100\n")


def test_nothing_said_of_what_was_owed_or_paid_is_asked_about() -> None:
    found = told(
        "日期,捐赠单位,物资,应收数量,实收数量,单位\n2020-02-01,甲公司,口罩,,,只\n2020-02-01,乙公司,口罩,300,300,只\n"
    )
    assert "2 ! " in found


def test_what_went_back_is_no_amount_that_came() -> None:
    assert "CNY 500元" in (found := told("日期,捐赠人,捐赠金额,已退金额\n2020-02-01,李华,500,100\n"))
    assert " -100" in found


def test_the_last_payment_without_an_amount_is_no_foot() -> None:
    assert "3 ! 金额: " in told("日期,供应商,金额,备注\n2020-02-01,康健药房,500,\n2020-02-01,康健药房,,急用\n")


@pytest.mark.parametrize("headings", ["应捐,已捐,本次捐款", "应捐金额,实捐金额,追加捐款"])
def test_a_third_amount_beside_what_was_owed_and_what_came_is_asked_about(headings: str) -> None:
    """已捐 may have come before this list."""
    text = f"日期,姓名,{headings}\n2020-02-01,李华,100,70,30\n"
    assert "receipt" not in told(text)
    others = dict.fromkeys(headings.split(",")[:2], "-")
    assert "CNY 30元" in told(text, columns=others)


def test_a_remark_with_a_number_may_say_what_was_paid() -> None:
    rows = "2020-02-01,康健药房,500,300,\n2020-02-02,爱民药房,500,,已付200\n"
    assert "3 ! 实付金额: " in told(f"日期,供应商,应付金额,实付金额,备注\n{rows}")


@pytest.mark.parametrize("note", ["已到货", "全部到位", "货到齐", "已付清"])
@pytest.mark.parametrize("meant", ["应收数量", "认捐数量"])
def test_a_row_that_came_by_its_remark_is_not_passed_over(meant: str, note: str) -> None:
    rows = f"2020-02-01,甲公司,口罩,500,300,\n2020-02-02,乙公司,口罩,200,,{note}\n"
    assert "3 ! 实收数量: " in told(f"日期,捐赠单位,物资,{meant},实收数量,备注\n{rows}")


@pytest.mark.parametrize("note", ["", "未到货", "尚未全部到", "家里没人"])
def test_a_row_that_came_by_no_word_is_passed_over(note: str) -> None:
    rows = f"2020-02-01,甲公司,口罩,500,300,\n2020-02-02,乙公司,口罩,200,,{note}\n"
    assert "3 - not received" in told(f"日期,捐赠单位,物资,应收数量,实收数量,备注\n{rows}")


@pytest.mark.parametrize("heads", ["应捐金额,实捐金额", "认捐金额,到账金额", "應捐金額,實捐金額"])
def test_what_was_promised_at_the_foot_is_no_words_below_the_table(heads: str) -> None:
    """Whether it came by its remark was not heard there."""
    rows = "李华,100,100,\n王芳,50,,\n张强,20,,已交\n赵敏,30,,已收到通知\n"
    found = told(f"姓名,{heads},备注\n{rows}合计,200,100,\n制表：李四,,,\n", "2020-02-10").splitlines()
    assert [line[2:3] for line in found[1:7]] == ["r", "-", "!", "-", "-", "-"]
    assert found[4] == found[2].replace("3", "5", 1)


def test_what_a_giver_did_is_no_way_that_goods_went() -> None:
    assert "distribution" not in told("日期,姓名,类型,物资,数量\n2020-02-01,李华,捐出,口罩,50\n")


@pytest.mark.parametrize(
    "note",
    [
        "已联系",
        "已登记",
        "已承诺3月到账",
        "预计2020年3月",
        "款未到位",
        "尚未全部付清",
        "电话13812345678",
        "已签合同",
        "已发函",
        "到账后付",
    ],
)
def test_a_promise_is_passed_over_whatever_else_its_remark_says(note: str) -> None:
    """The list was refused, as if 已 or a number told that something came."""
    rows = f"2020-02-01,李华,100,100,\n2020-02-02,王芳,200,,{note}\n"
    assert "3 - promised" in told(f"日期,捐赠人,认捐金额,到账金额,备注\n{rows}")


@pytest.mark.parametrize("note", ["已付50", "已到账", "先付了50元", "已发货", "已全部到位", "paid"])
def test_but_not_where_it_says_that_it_came(note: str) -> None:
    rows = f"2020-02-01,李华,100,100,\n2020-02-02,王芳,200,,{note}\n"
    assert "3 ! 到账金额" in told(f"日期,捐赠人,认捐金额,到账金额,备注\n{rows}")
