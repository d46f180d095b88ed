"""Refunds that one bill says of payments that another brought: a merchant's beside a person's. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

from donations.importers.bills.payments import WENT_BACK


def number(at: int) -> str:
    return f"1000050001202403010000000000{at:04d}"


def person(*rows: tuple[str, str, str, str, int]) -> str:
    """A person's bill of WeChat: who, how much, the sort, the state and the number of each."""
    lines = [
        f"共{len(rows)}笔记录",
        "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注",
    ]
    for at, (who, yuan, sort, state, key) in enumerate(rows, 1):
        way = "支出" if "退款" in sort else "收入"
        lines.append(f"2024-03-0{at} 10:00:00,{sort},{who},/,{way},¥{yuan},/,{state},{number(key)}\t,1\t,/")
    return "\n".join(lines) + "\n"


PAID = person(*((who, yuan, "二维码收款", "已收钱", at) for at, (who, yuan) in enumerate([("李华", "100.00"), ("王芳", "200.00"), ("赵六", "300.00")], 1)))  # fmt: skip
GIVEN_BACK = person(("李华", "100.00", "二维码收款", "已收钱", 1), ("王芳", "200.00", "二维码收款", "已全额退款", 2), ("赵六", "300.00", "二维码收款", "已退款(￥50.00)", 3))  # fmt: skip
MERCHANT = "\n".join(
    [
        "交易时间,商户号,微信订单号,交易状态,货币种类,应结订单金额,微信退款单号,退款金额,退款状态,商品名称",
        f"`2024-03-01 10:00:00,`123,`{number(1)},`SUCCESS,`CNY,`100.00,`0,`0.00,`,`爱心捐款",
        f"`2024-03-02 10:00:00,`123,`{number(2)},`SUCCESS,`CNY,`200.00,`0,`0.00,`,`爱心捐款",
        f"`2024-03-03 10:00:00,`123,`{number(3)},`SUCCESS,`CNY,`300.00,`0,`0.00,`,`爱心捐款",
        f"`2024-03-04 10:00:00,`123,`{number(2)},`REFUND,`CNY,`0.00,`5030001,`200.00,`SUCCESS,`爱心捐款",
        f"`2024-03-05 10:00:00,`123,`{number(3)},`REFUND,`CNY,`0.00,`5030002,`20.00,`SUCCESS,`爱心捐款",
        f"`2024-03-06 10:00:00,`123,`{number(3)},`REFUND,`CNY,`0.00,`5030003,`30.00,`SUCCESS,`爱心捐款",
    ]
)
BILLS = {"paid": PAID, "again": GIVEN_BACK, "merchant": MERCHANT}


@pytest.mark.parametrize(
    ("order", "is_named"),
    [
        (["paid", "merchant"], True),
        (["merchant", "paid"], False),
        (["again", "merchant", "merchant"], True),
        (["merchant", "again", "merchant"], False),
        (["paid", "again", "merchant"], True),
        (["paid", "merchant", "again"], True),
    ],
)
def test_what_went_back_goes_back_once_and_to_who_gave_it(
    desk: Desk, tmp_path: Path, order: list[str], is_named: bool
) -> None:
    """In whichever order they come: the merchant's bill knows nobody's name, but the number of the payment."""
    desk.do("receive 爱心人士 1000元 --date 2024-01-01 --new")  # from which nothing must go back
    for name in order:
        desk.do(f"import {file(tmp_path, f'{name}.csv', BILLS[name])} --yes")
    given = {row["donor"]: row["received"] for row in desk.read("totals --by donor") if row["received"] != "0"}
    assert given == ({"李华": "100", "赵六": "250", "爱心人士": "1000"} if is_named else {"爱心人士": "1350"})
    assert desk.is_in_order()


def test_money_that_went_back_is_told_from_what_was_spent(desk: Desk, tmp_path: Path) -> None:
    """A row of its own names no payment: what is to be done is said."""
    back = file(tmp_path, "a.csv", person(("王芳", "200.00", "二维码收款-退款", "支付成功", 9)))
    [table] = desk.do(f"import {back} --dry-run --format json").json["files"][0]["tables"]
    assert table["ignored_reasons"] == {WENT_BACK: 1}
