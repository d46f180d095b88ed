"""What went back by few words: 已退, 已退3月5日, 已退款3万, and what somebody wrote beside a payment. All is invented."""

import pytest
from harness.tables import told

from donations.importers.bills.payments import HOW_MUCH_BACK


def by_state(state: str, amount: str = "100") -> str:
    row = told(f"日期,捐款人,金额,状态\n2020-03-01,李华,{amount},{state}\n").splitlines()[1]
    return row.partition(" ")[2]


@pytest.mark.parametrize("state", ["已退", "已全退", "已经退", "已退3月5日", "已退2020-03-05", "已退完", "已全额退"])
def test_what_is_back_by_one_word_is_no_gift(state: str) -> None:
    """It was booked as if it had stayed."""
    assert by_state(state) == "- taken back, by its own word"


@pytest.mark.parametrize("state", ["不退", "未退", "已退休", "退50元未成功", "退款50元失败"])
def test_what_stayed_did(state: str) -> None:
    assert by_state(state) == "receipt 2020-03-01 donor=李华: CNY 100元 [100CNY]"


@pytest.mark.parametrize("state", ["已退款3万", "已退款3万元", "已退3万"])
def test_ten_thousands_that_went_back_are_no_ones(state: str) -> None:
    """3 yuan were."""
    assert by_state(state, "50000").endswith(" [50000CNY] -30000")
    assert by_state(state, "30000") == "- taken back, by its own word"


def by_remark(remark: str) -> str:
    rows = f"2020-03-01 10:00:00,转账,李华,捐款,收入,¥100.00,{remark}\n"
    return told(f"交易时间,交易类型,交易对方,商品,收/支,金额(元),备注\n{rows}").splitlines()[1].partition(" ")[2]


@pytest.mark.parametrize("remark", ["3月5日已退", "已于3月5日退款", "已退款3万元", "退还给他了", "多付 退回"])
def test_a_remark_that_may_say_it_is_asked_where_a_bill_has_no_states(remark: str) -> None:
    """The gift was booked as if it had stayed."""
    assert by_remark(remark).startswith(f"! 备注: {HOW_MUCH_BACK}")


@pytest.mark.parametrize(
    "remark", ["不用退", "退伍老兵", "给退休老人", "该同学已退学", "已退群", "谢绝退款", "勿退", ""]
)
def test_other_remarks_say_nothing_of_it(remark: str) -> None:
    assert by_remark(remark).endswith(" [100CNY]")
