"""One's own list with a column for WeChat's numbers and another for Alipay's, each half empty, and the bills of both. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file
from test_platform_and_bill import given

WECHAT, ALIPAY = "4200000001202403010000000001", "2024030222001400110000000002"
ROWS = (("李华", "100", WECHAT, ""), ("王芳", "200", "", ALIPAY), ("赵敏", "80", "", ""))
WECHATS_BILL = (
    "微信支付账单明细\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    f"2024-03-01 10:00:00,二维码收款,华,收款,收入,¥100.00,/,已收钱,{WECHAT}\t,/,/\n"
)
ALIPAYS_BILL = (
    "收/支,交易对方,对方账号,商品说明,收/付款方式,金额,交易状态,交易分类,交易订单号,商家订单号,交易时间,\n"
    f"收入,芳,w***@example.com,捐款,余额,200.00,交易成功,转账红包,{ALIPAY}\t,,2024-03-01 09:00:00,\n"
)


def own_list(headings: str, *, own: str = "") -> str:
    """Three gifts, with both columns; the first also in another of one's own numbers where `own` says how these begin."""
    rows = [
        f"2024-03-01,{name},{amount},{f'{own}{place},' if own else ''}{one},{other}"
        for place, (name, amount, one, other) in enumerate(ROWS)
    ]
    return "\n".join([f"日期,姓名,金额,{headings}", *rows]) + "\n"


@pytest.mark.parametrize(
    "text", [own_list("微信交易单号,支付宝交易号"), own_list("订单编号,微信订单号,支付宝流水号", own="LX2024030100")]
)
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
def test_what_either_service_paid_is_known_again_in_its_bill(
    desk: Desk, tmp_path: Path, text: str, order: tuple[int, ...]
) -> None:
    """Only the first column was read, and the gifts of the other came once more with their bill."""
    texts = [text, WECHATS_BILL, ALIPAYS_BILL]
    papers = [file(tmp_path, f"{place}.csv", texts[place]) for place in order]
    for paper in papers:
        desk.do(f"import {paper} --yes")
    assert sorted(amount for _name, amount in given(desk)) == ["100", "200", "80"]
    for paper in papers:
        assert desk.do(f"import {paper} --yes --format json").json["entries"] == 0
    assert desk.is_in_order()


def test_two_numbers_in_one_row_are_not_two_payments(desk: Desk, tmp_path: Path) -> None:
    """The second is what the row takes back, or an order's."""
    text = f"日期,姓名,金额,微信交易单号,支付宝交易号\n2024-03-01,李华,100,{WECHAT},{ALIPAY}\n"
    desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes")
    (row,) = desk.read("ledger")
    assert row["note"] is None


@pytest.mark.parametrize("remark", ["", ",助学"])
def test_a_list_is_known_again_that_was_imported_before_the_second_number_was_read(
    desk: Desk, tmp_path: Path, remark: str
) -> None:
    """What Alipay paid was booked once more by the next version; of two like gifts each comes once."""
    head = "日期,姓名,金额,微信交易单号" + (",备注" if remark else "")
    before = [f"2024-03-01,李华,100,{WECHAT}{remark}", *[f"2024-03-02,王芳,200,{remark}"] * 2]
    old = file(tmp_path, "before.csv", "\n".join([head, *before]) + "\n")
    desk.do(f"import {old} --yes")
    rows = [
        f"2024-03-01,李华,100,{WECHAT},{remark}",
        *[f"2024-03-02,王芳,200,,{int(ALIPAY) + place}{remark}" for place in range(3)],
    ]
    head = "日期,姓名,金额,微信交易单号,支付宝交易号" + (",备注" if remark else "")
    paper = file(tmp_path, "now.csv", "\n".join([head, *rows]) + "\n")
    assert desk.do(f"import {paper} --yes --format json").json["entries"] == 1
    assert sorted(amount for _name, amount in given(desk)) == ["100", "200", "200", "200"]
    rows.reverse()
    again = file(tmp_path, "again.csv", "\n".join([head, *rows]) + "\n")
    assert desk.do(f"import {again} --yes --format json").json["entries"] == 0
    assert desk.is_in_order()
