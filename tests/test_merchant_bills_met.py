"""Bills of merchants in layouts that shops export beside the usual ones: of refunds alone, of an account by its trades."""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

PAYMENT, OTHER = "4200002000202403010000000001", "4200002000202403010000000002"
_BETWEEN = "公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类"
PAID = "\n".join(
    [
        f"交易时间,{_BETWEEN},应结订单金额,代金券金额,商品名称,商户数据包,手续费,费率,订单金额,费率备注",
        f"`2024-03-01 10:00:00,`w,`1500,`0,`,`{PAYMENT},`M1,`o,`JSAPI,`SUCCESS,`OTHERS,`CNY,`100.00,`0.00,`捐款,`,`0.60,`0.60%,`100.00,`",
        "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额",
        "`1,`100.00,`0.00,`0.00,`0.60,`100.00,`0.00",
    ]
)


def refunds(*rows: tuple[str, str, str, str, str]) -> str:
    """A bill of refunds: when each was asked for and went, of which payment, its number, and how much."""
    lines = [
        f"退款申请时间,退款成功时间,{_BETWEEN},应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注"
    ]
    for asked, went, payment, number, yuan in rows:
        state = "SUCCESS" if went else "PROCESSING"
        lines.append(
            f"`{asked},`{went},`w,`1500,`0,`,`{payment},`M1,`o,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`{number},`R1,`{yuan},`0.00,`ORIGINAL,`{state},`捐款,`,`0.00,`0.60%,`0.00,`{yuan},`"
        )
    lines += [
        "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额",
        f"`{len(rows)},`0.00,`1.00,`0.00,`0.00,`0.00,`1.00",
    ]
    return "\n".join(lines)


def booked(desk: Desk) -> list[tuple[str, str, str, str]]:
    """Day, type, donor and yuan of each entry."""
    return sorted((row["date"], row["type"], row["donor"] or "", row["received"]) for row in desk.read("ledger"))


def test_a_bill_of_refunds_alone_gives_back_what_another_brought(desk: Desk, tmp_path: Path) -> None:
    """On the day on which each went, or was asked for; of a payment that no bill brought nothing goes back."""
    went = ("2024-03-02 23:59:00", "2024-03-03 00:00:05", PAYMENT, "50300001", "30.00")
    asked = ("2024-03-04 10:00:00", "", PAYMENT, "50300002", "20.00")
    of_another = ("2024-03-04 10:00:00", "2024-03-04 10:00:00", OTHER, "50300003", "5.00")
    paid, back = file(tmp_path, "paid.csv", PAID), file(tmp_path, "back.csv", refunds(went, asked, of_another))
    desk.do(f"import {paid} --yes")
    for _again in range(2):
        desk.do(f"import {back} --yes")
    assert booked(desk) == [
        ("2024-03-01", "receipt", "爱心人士", "100"),
        ("2024-03-03", "return", "爱心人士", "-30"),
        ("2024-03-04", "return", "爱心人士", "-20"),
    ]
    assert desk.is_in_order()


def by_trades(*rows: str) -> str:
    """An account at Alipay without numbers of the account itself."""
    head = "交易号,业务基础订单号,商户订单号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易创建时间,最近修改时间,业务描述,备注"
    return "\n".join([head, *rows])


TRADE = "2024030122001400000000000001"


def test_what_an_account_by_trades_gives_back_is_nothing_spent(desk: Desk, tmp_path: Path) -> None:
    """Two refunds of one day and amount are two; a fee and a withdrawal are neither."""
    bill = by_trades(
        f"{TRADE},1,T1,100.00,,1100.00,2024-03-01 10:00:00,2024-03-01 10:00:00,交易收款,爱心捐款",
        f"{TRADE},1,T1,,-10.00,1090.00,2024-03-02 10:00:00,2024-03-02 10:00:00,交易退款,",
        f"{TRADE},1,T1,,-10.00,1080.00,2024-03-02 11:00:00,2024-03-02 11:00:00,交易退款,",
        f"{TRADE},1,T1,,-0.60,1079.40,2024-03-02 11:00:00,2024-03-02 11:00:00,收费,服务费",
        "2024030122001400000000000002,,,,-500.00,579.40,2024-03-03 11:00:00,2024-03-03 11:00:00,提现,",
    )
    for name in ("a", "b"):
        desk.do(f"import {file(tmp_path, f'{name}.csv', bill)} --yes")
    assert booked(desk) == [
        ("2024-03-01", "receipt", "爱心人士", "100"),
        ("2024-03-02", "return", "爱心人士", "-10"),
        ("2024-03-02", "return", "爱心人士", "-10"),
    ]
    assert desk.is_in_order()


def test_an_account_that_is_not_alipays_stays_a_table(desk: Desk, tmp_path: Path) -> None:
    """Only Alipay writes +元 and -元."""
    table = by_trades(f"{TRADE},1,T1,100.00,,1100.00,2024-03-01 10:00:00,2024-03-01 10:00:00,交易收款,李华捐款")
    path = file(tmp_path, "a.csv", table.replace("（+元）", "").replace("（-元）", ""))
    assert desk.do(f"import {path} --dry-run --format json").json["files"][0]["layout"] == "table"


def account(*rows: tuple[str, str, str, str, str]) -> str:
    """WeChat's account of a merchant: when, which business number, its sort, the way it went, and how much."""
    lines = [
        "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号"
    ]
    lines += [
        f"`{at},`{number},`{PAYMENT},`{sort[:2]},`{sort},`{way},`{yuan},`1.00,`system,`,`R"
        for at, number, sort, way, yuan in rows
    ]
    return "\n".join(lines)


def test_a_refund_that_did_not_go_through_is_taken_back_by_a_later_bill(desk: Desk, tmp_path: Path) -> None:
    """Once, and only that one; in one bill with it neither is booked."""
    paid = ("2024-03-01 10:00:00", PAYMENT, "交易", "收入", "100.00")
    back = ("2024-03-02 10:00:00", "50300001", "退款", "支出", "30.00")
    other = ("2024-03-02 11:00:00", "50300002", "退款", "支出", "20.00")
    closed = ("2024-03-05 10:00:00", "50300001", "退款关闭", "收入", "30.00")
    for name, bill in (
        ("a", account(paid, back, other)),
        ("b", account(closed)),
        ("c", account(closed, other)),
        ("d", account(paid, back, other, closed)),
    ):
        desk.do(f"import {file(tmp_path, f'{name}.csv', bill)} --yes")
    assert desk.totals()[None, "CNY"]["received"] == "80"
    assert len(booked(desk)) == 4
    assert desk.is_in_order()


@pytest.mark.parametrize("order", ["pbc", "pcb", "bpc", "bcp", "cbp", "cpb"])
@pytest.mark.parametrize("is_one_command", [True, False])
def test_in_any_order_a_refund_that_did_not_go_through_gives_back_nothing(
    desk: Desk, tmp_path: Path, order: str, *, is_one_command: bool
) -> None:
    """Payment, refund and its end each in a bill of its own."""
    papers = {
        "p": ("2024-03-01 10:00:00", PAYMENT, "交易", "收入", "100.00"),
        "b": ("2024-03-02 10:00:00", "50300001", "退款", "支出", "30.00"),
        "c": ("2024-03-05 10:00:00", "50300001", "退款关闭", "收入", "30.00"),
    }
    paths = [str(file(tmp_path, f"{name}.csv", account(papers[name]))) for name in order]
    for paper in [" ".join(paths)] if is_one_command else paths:
        desk.do(f"import {paper} --yes")
    assert desk.totals()[None, "CNY"]["received"] == "100"
    assert desk.is_in_order()
