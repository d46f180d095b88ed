"""Whose gifts sums of many are, names in remarks, and one's own lists with the headings of a bill. All names are invented."""

import pytest
from harness.tables import told

from donations.importers.columns.sums_of_others import WHOSE_GIFTS
from donations.importers.rows.unnamed import IN_REMARKS

COUNTED = "各学院捐款统计\n{},{},金额\n甲组,120,35000\n乙组,88,21000\n合计,208,56000\n"


@pytest.mark.parametrize("body", ["学院", "班级", "校友会", "乡镇"])
@pytest.mark.parametrize("count", ["笔数", "捐款笔数", "捐款人次", "人次"])
def test_sums_of_so_many_gifts_are_asked_about(body: str, count: str) -> None:
    found = told(COUNTED.format(body, count), day="2020-03-05")
    assert WHOSE_GIFTS in found
    assert "receipt" not in found


def test_what_the_user_says_is_a_giver_gave() -> None:
    found = told(COUNTED.format("学院", "笔数"), day="2020-03-05", columns={"学院": "donor"})
    assert "donor=甲组: CNY 35000元" in found


@pytest.mark.parametrize("text", [COUNTED.format("班级", "捐款人数"), COUNTED.format("捐款单位", "笔数")])
def test_a_body_of_so_many_people_gave_and_so_did_who_is_called_a_giver(text: str) -> None:
    assert "donor=甲组: CNY 35000元" in told(text, day="2020-03-05")


@pytest.mark.parametrize("heading", ["备注", "附注"])
def test_names_in_remarks_are_told(heading: str) -> None:
    found = told(f"捐款公示\n日期,金额,{heading}\n2020-03-01,100,赵六\n2020-03-02,200,孙丽\n")
    assert "3 receipt 2020-03-01 donor=赵六" in found
    assert IN_REMARKS.format(column=heading, rows=3) in found


def test_names_in_words_of_gifts_are_no_remarks() -> None:
    assert "taken for" not in told("捐款公示\n日期,金额,摘要\n2020-03-01,100,赵六\n2020-03-02,200,孙丽\n")


WECHAT = "交易时间,交易类型,交易对方,商品,金额(元),支付方式,当前状态,交易单号\n2020-03-01 10:00:00,转账,李华,捐款,100,零钱,支付成功,1000001\n"
ALIPAY = "交易时间,交易分类,交易对方,商品说明,金额,交易状态,交易订单号\n2020-03-01 10:00:00,其他,李华,捐款,100,交易成功,20200301001\n"


@pytest.mark.parametrize("rows", [WECHAT, ALIPAY])
def test_ones_own_list_of_givers_is_no_bill(rows: str) -> None:
    assert "3 receipt 2020-03-01 donor=李华: CNY 100元" in told(f"某协会爱心捐款名单\n{rows}")


@pytest.mark.parametrize("rows", [WECHAT, ALIPAY])
@pytest.mark.parametrize("title", ["微信支付账单明细", "捐款明细", "2020年捐款名单（支付宝账单）"])
def test_a_bill_without_ways_is_no_list_of_givers(title: str, rows: str) -> None:
    assert "receipt" not in told(f"{title}\n{rows}")
