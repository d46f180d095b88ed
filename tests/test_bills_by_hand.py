"""Bills that somebody worked on: headings renamed, columns and rows of one's own, two bills in one sheet. All is invented."""

import pytest
from harness.tables import told

from donations.importers.bills.beside import A_GIVER, NO_GIVER, WHETHER_GIVEN
from donations.importers.bills.payments import GIVEN_IN_PART, NO_PAYMENT, SORT_IS_LOST
from donations.importers.bills.strays import STRAY
from donations.importers.words.accounts import NO_DIRECTION, OTHER_INCOME

_WECHAT = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
_LI = "2020-03-01 10:00:00,转账,李华,转账备注:给孩子,收入,¥100.00,/,已退款(￥30.00),1000050001202003010000000001,/,/"
_DUES = "2020-03-02 10:00:00,转账,王芳,转账备注:3月会费,收入,¥20.00,/,已存入零钱,1000050001202003010000000002,/,/"
_RED = "2020-03-03 10:00:00,微信红包,赵六,/,收入,¥6.66,/,已存入零钱,1000050001202003010000000003,/,/"
_ALIPAY = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注"
_HE = "2020-03-04 10:00:00,转账红包,何田,138******01,给孩子,收入,30.00,余额,交易成功,2020030422001400000000000001,,"
_BACK = (
    "2020-03-05 10:00:00,退款,何田,138******01,退款-转账,不计收支,10.00,余额,退款成功,2020030422001400000000000001_R1,,"
)
_SOLD = "2020-03-06 10:00:00,其他,韩立,138******02,二维码收款,收入,5.00,余额,交易成功,2020030622001400000000000002,,"


@pytest.mark.parametrize(
    ("own", "called"),
    [
        ("交易对方", "对方"), ("交易对方", "昵称"), ("交易对方", "姓名"), ("交易时间", "日期"), ("商品", "说明"), ("收/支", "收支类型"),
        ("金额(元)", "捐款金额"), ("当前状态", "状态"), ("当前状态", "交易状态"), ("交易单号", "单号"),
    ],
)  # fmt: skip
def test_a_heading_of_wechats_bill_may_be_renamed(own: str, called: str) -> None:
    """The names, what was owed, or the states were lost with it."""
    found = told(f"{_WECHAT}\n{_LI}\n{_DUES}\n".replace(own, called, 1))
    assert "donor=李华: CNY 100元 “给孩子” #wechat:1000050001202003010000000001 [100CNY] -30" in found
    assert f"3 - {OTHER_INCOME}" in found


@pytest.mark.parametrize(
    ("own", "called"),
    [
        ("交易对方", "对方"), ("交易时间", "时间"), ("商品说明", "摘要"), ("收/支", "收支"), ("金额", "交易金额"), ("交易状态", "状态"),
        ("交易分类", "类型"), ("交易订单号", "流水号"),
    ],
)  # fmt: skip
def test_a_heading_of_alipays_bill_may_be_renamed(own: str, called: str) -> None:
    """The refund was taken for money moved, and the gift of who wrote a word of their own for other income."""
    found = told(f"{_ALIPAY}\n{_HE}\n{_BACK}\n".replace(own, called, 1))
    assert "donor=何田: CNY 30元 “给孩子” #alipay:2020030422001400000000000001" in found
    assert "3 return 2020-03-05 donor=何田: CNY 10元" in found


def _without(heading: str, *rows: str) -> str:
    at = _ALIPAY.split(",").index(heading)
    return "".join(",".join(cell for place, cell in enumerate(row.split(",")) if place != at) + "\n" for row in rows)


def test_a_refund_that_lost_its_number_is_asked_about() -> None:
    """What went back to a giver was taken for money moved between accounts."""
    assert f"3 ! 商品说明: {NO_PAYMENT} (退款-转账)" in told(_without("交易订单号", _ALIPAY, _HE, _BACK))


def test_income_that_lost_its_sort_is_asked_about() -> None:
    """It was passed over as no gift; what says itself that it was given is one."""
    found = told(_without("交易分类", _ALIPAY, _HE, _SOLD))
    assert f"2 ! 商品说明: {SORT_IS_LOST} (给孩子)" in found
    assert "3 receipt 2020-03-06 donor=韩立: CNY 5元" in found


def test_two_bills_below_each_other_are_read_each_by_its_headings() -> None:
    """The rows of the second were refused one by one."""
    for text in (
        f"{_WECHAT}\n{_RED}\n\n{_ALIPAY}\n{_HE}\n",
        f"{_ALIPAY}\n{_HE}\n微信支付账单明细\n共1笔记录\n{_WECHAT}\n{_RED}\n",
    ):
        found = told(text)
        assert "donor=赵六: CNY 6.66元 #wechat:" in found
        assert "donor=何田: CNY 30元 “给孩子” #alipay:" in found
        assert "!" not in found


def test_rows_of_both_below_one_heading_are_read_each_by_its_own_words() -> None:
    """A red packet under Alipay's headings, and what came by a code under WeChat's, were no gifts."""
    one = _RED.split(",")
    red = ",".join([*one[:3], "", *one[3:5], one[5].strip("¥"), *one[6:]])
    found = told(f"{_ALIPAY},平台\n{_HE},支付宝\n{red},微信\n")
    assert "donor=赵六: CNY 6.66元 #wechat:1000050001202003010000000003" in found
    other = [row.split(",") for row in (_HE, _BACK, _SOLD)]
    rows = "\n".join(",".join([*cells[:3], *cells[4:]]) for cells in other)
    found = told(f"{_WECHAT}\n{_RED}\n{rows}\n")
    assert "donor=韩立: CNY 5元 #alipay:2020030622001400000000000002" in found
    assert "return 2020-03-05 donor=何田: CNY 10元" in found


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("捐款人", "李大明", "donor=李大明 payer=李华: CNY 100元"),
        ("捐款人", "", "donor=李华: CNY 100元"),
        ("捐款人", "是", "donor=李华: CNY 100元"),
        ("捐款人", "李大明、王五", f"2 ! 捐款人: {A_GIVER} (李大明、王五)"),
        ("捐款人", "本人", "donor=李华: CNY 100元"),
        ("捐款人", "同左", "donor=李华: CNY 100元"),
        ("捐款人", "匿名", "donor=匿名 payer=李华: CNY 100元"),
        ("捐款人", "不是捐款", f"2 ! 捐款人: {NO_GIVER} (不是捐款)"),
        ("捐款人", "否", f"2 ! 捐款人: {NO_GIVER} (否)"),
        ("捐款人", "待查", f"2 ! 捐款人: {NO_GIVER} (待查)"),
        ("捐款人", "非凡公司", "donor=非凡公司 payer=李华: CNY 100元"),
        ("退款金额", "30", "[100CNY] -30"),
        ("是否捐款", "", "donor=李华: CNY 100元"),
        ("是否捐款", "是", "donor=李华: CNY 100元"),
        ("是否捐款", "捐款", "donor=李华: CNY 100元"),
        ("是否捐款", "不是", f"2 - {OTHER_INCOME}"),
        ("是否捐款", "非捐款", f"2 - {OTHER_INCOME}"),
        ("是否捐款", "待定", f"2 ! 是否捐款: {WHETHER_GIVEN} (待定)"),
        ("是否捐款", "否", f"2 - {OTHER_INCOME}"),
        ("捐款金额", "100", "donor=李华: CNY 100元"),
        ("捐款金额", "80", f"2 ! 捐款金额: {GIVEN_IN_PART} (80)"),
    ],
)
def test_what_somebody_wrote_beside_a_payment_is_heard(heading: str, cell: str, expected: str) -> None:
    """It was passed over, and another gift than meant was booked."""
    assert expected in told(f"{_WECHAT},{heading}\n{_LI},{cell}\n")


def test_what_somebody_says_was_given_is_a_gift_whatever_its_sort() -> None:
    """It was passed over as other income."""
    assert "2 receipt 2020-03-02 donor=王芳: CNY 20元" in told(f"{_WECHAT},是否捐款\n{_DUES},是\n")


def test_what_went_back_by_a_column_of_ones_own_goes_back() -> None:
    assert "donor=赵六: CNY 6.66元" in (found := told(f"{_WECHAT},退款金额\n{_RED},1.66\n"))
    assert "-1.66" in found


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("李四,100", f"3 ! None: {STRAY} (李四 100)"),
        (",,李四,,,50,,,,,现金", f"3 ! None: {STRAY} (李四 50 现金)"),
        ("2020-03-05,李四,100,,,,,,,,", f"3 ! 收/支: {NO_DIRECTION} ()"),
        ("2020-03-05,转账,李四,/,,100,/,已存入零钱,,,", f"3 ! 收/支: {NO_DIRECTION} ()"),
        ("2020-03-05,转账,同上,/,收入,100,/,已存入零钱,,,", f"3 ! 交易对方: {A_GIVER} (同上)"),
        ("2020-03-05,现金,李四,现金捐款,收入,100,现金,已收款,,,", "3 receipt 2020-03-05 donor=李四: CNY 100元"),
    ],
)
def test_gifts_that_somebody_added_below_a_bill_are_not_lost(row: str, expected: str) -> None:
    """They were passed over in silence, or as money moved between accounts of one's own."""
    assert expected in told(f"{_WECHAT}\n{_RED}\n{row}\n")


@pytest.mark.parametrize("row", ["小计,,,,,6.66", "收入合计,6.66", "3月合计,6.66", "余额,200", "共1笔记录"])
def test_sums_below_a_bill_are_no_gifts_of_anybody(row: str) -> None:
    assert len(told(f"{_WECHAT}\n{_RED}\n{row}\n").splitlines()) == 2


def test_a_refund_goes_back_in_ones_own_list_by_its_number() -> None:
    """不计收支 made it money moved."""
    found = told(
        "日期,姓名,金额,收/支,类型,说明,状态,单号\n"
        "2020-03-04,何田,30.00,收入,转账红包,给孩子,交易成功,2020030422001400000000000001\n"
        "2020-03-05,何田,10.00,不计收支,退款,退款-转账,退款成功,2020030422001400000000000001_R1\n"
        "2020-03-06,何田,10.00,不计收支,退款,退款-转账,退款关闭,2020030422001400000000000001_R2\n"
    )
    assert "3 return 2020-03-05 donor=何田: CNY 10元" in found
    assert "return 2020-03-06" not in found


def test_a_column_of_times_beside_one_of_days_begins_no_other_list() -> None:
    """What came and what went were taken for two lists side by side, and what stood behind the times had no day."""
    found = told(
        "交易摘要,支出金额,交易时间,账户余额,交易日期,对方账号,收入金额,对方账户名称\n"
        "捐款,--,08:15:30,400.00,2020-03-02,6217001820001111111,300.00,何田\n"
        "购书款,50.00,09:15:30,350.00,2020-03-03,6217001820001111112,--,文具店\n"
    )
    assert "2 receipt 2020-03-02 donor=何田: CNY 300元" in found
    assert "3 expense 2020-03-03 supplier=文具店: CNY 50元" in found
