"""Remarks of whoever keeps a list that a gift went back, or stands there twice. All is invented."""

import pytest
from harness.tables import told

from donations.importers.rows.fates import STAYED
from donations.importers.rows.keepers_remarks import ONCE

BACK = [
    "已退回", "部分退回50元", "退回20元", "已退还50元", "2月5日已退款100元", "Refunded", "refunded 2020-02-05", "Returned to donor",
    "partially refunded 50", "refunded in full", "has been refunded", "Refunded on 2/5/2020",
    "重复转账，已于2月5日退回", "已原路退回", "已退回原账户", "2月5日退回", "次日退回", "已于2020年2月5日退还本人", "应捐款人要求退回",
    "已如数退还", "被银行退回", "已将该款项退回", "捐款人转账时把账号填错了，该笔款项已于2020年2月5日通过银行原路退回，另行捐赠", "已做退款处理", "已退给对方", "已退部分", "Returned to donor on 5 February", "Refunded via Alipay",
]  # fmt: skip
TWICE = [
    "重复",
    "系重复",
    "重複",
    "与第2行重复",
    "和上一笔重复了",
    "duplicate",
    "Duplicate of row 2",
    "see row 2 duplicate",
    "possible duplicate",
]
STANDS = [
    "not refunded",
    "refund requested",
    "退烧药另计",
    "第二次捐款",
    "重复捐赠三年",
    "returned volunteer",
    "no duplicate",
    "duplicate receipt sent",
    "退休教师",
    "已退休",
    "收据已退",
    "发票退回重开",
    "退还押金",
    "多捐20元，已补开收据",
]


def third(note: str) -> str:
    """What is understood of a gift with that remark."""
    return told(f"日期,捐赠人,金额,备注\n2020-02-01,李红,100,\n2020-02-03,张强,200,{note}\n").splitlines()[2]


@pytest.mark.parametrize("note", BACK)
def test_what_went_back_is_asked_about(note: str) -> None:
    assert third(note) == f"3 ! 备注: {STAYED} ({note})"


@pytest.mark.parametrize("note", TWICE)
def test_what_stands_there_twice_is_asked_about(note: str) -> None:
    """It was booked, with the remark."""
    assert third(note) == f"3 ! 备注: {ONCE} ({note})"


@pytest.mark.parametrize("note", STANDS)
def test_other_remarks_are_remarks(note: str) -> None:
    assert third(note).startswith("3 receipt 2020-02-03 donor=张强: CNY 200元")


@pytest.mark.parametrize("note", ["退回20个", "其中20个退回", "已退货20只"])
def test_goods_that_went_back_in_part_are_asked_about(note: str) -> None:
    found = told(f"日期,捐赠人,品名,数量,单位,备注\n2020-02-03,张强,口罩,100,个,{note}\n").splitlines()
    assert found[1] == f"2 ! 备注: {STAYED} ({note})"


def test_who_wrote_with_a_payment_says_nothing_of_it() -> None:
    """附言 of an account is of whoever paid."""
    rows = (
        "日期,对方户名,收入,支出,附言\n2020-02-01,李红,100,,重复\n2020-02-02,张强,200,,捐款\n2020-02-03,某店,,30,购物\n"
    )
    assert "donor=李红" in told(rows)
