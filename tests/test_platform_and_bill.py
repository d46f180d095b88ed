"""A platform's list, which numbers its orders itself and says WeChat's or Alipay's number besides, and the bill of the same payments.

All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

FIRST, SECOND = "4200000001202403010000000001", "4200000001202403020000000002"
ALIPAY = "2024030122001400110000000001"

MERCHANT = "\n".join(
    [
        "交易时间,商户号,微信订单号,交易状态,货币种类,应结订单金额,微信退款单号,退款金额,退款状态,商品名称",
        f"`2024-03-01 10:00:00,`123,`{FIRST},`SUCCESS,`CNY,`100.00,`0,`0.00,`,`助学",
        f"`2024-03-02 10:00:00,`123,`{SECOND},`SUCCESS,`CNY,`200.00,`0,`0.00,`,`助学",
    ]
)
WENT_BACK = f"{MERCHANT}\n`2024-03-05 10:00:00,`123,`{SECOND},`REFUND,`CNY,`0.00,`50300001,`50.00,`SUCCESS,`助学\n"


def platform(headings: str, *numbers: tuple[str, str]) -> str:
    """A list of two gifts with two numbers of each."""
    who = (("李华", "100.00", "2024-03-01"), ("王芳", "200.00", "2024-03-02"))
    rows = [f"{a},{b},{','.join(one)} 10:00:00" for (a, b), one in zip(numbers, who, strict=True)]
    return "\n".join([f"{headings},姓名,捐赠金额,支付时间", *rows]) + "\n"


LISTS = {
    "own first": platform("订单编号,微信支付订单号", ("LX20240301001", FIRST), ("LX20240302001", SECOND)),
    "own behind": platform("第三方支付单号,订单编号", (FIRST, "LX20240301001"), (SECOND, "LX20240302001")),
    "short": platform("订单号,交易流水号", ("1", FIRST), ("2", SECOND)),
}


def given(desk: Desk) -> list[tuple[str, str]]:
    """Who gave, and below zero was given back, how much."""
    return sorted((row["donor"], row["received"]) for row in desk.read("ledger"))


@pytest.mark.parametrize("which", LISTS)
@pytest.mark.parametrize("is_one_command", [True, False])
def test_a_platforms_gift_and_its_payment_in_a_bill_are_one(
    desk: Desk, tmp_path: Path, which: str, *, is_one_command: bool
) -> None:
    """The bill knows nobody's name and not the platform's number; what went back by it goes back to who gave."""
    papers = [file(tmp_path, "list.csv", LISTS[which]), file(tmp_path, "bill.csv", WENT_BACK)]
    for command in [" ".join(map(str, papers))] if is_one_command else map(str, papers):
        desk.do(f"import {command} --yes")
    assert given(desk) == [("李华", "100"), ("王芳", "-50"), ("王芳", "200")]
    for paper in papers:
        assert desk.do(f"import {paper} --yes --format json").json["entries"] == 0


@pytest.mark.parametrize("which", LISTS)
@pytest.mark.parametrize("is_one_command", [True, False])
def test_in_the_other_order_too(desk: Desk, tmp_path: Path, which: str, *, is_one_command: bool) -> None:
    """What the bill brought is not brought again by the list."""
    papers = [file(tmp_path, "bill.csv", MERCHANT), file(tmp_path, "list.csv", LISTS[which])]
    for command in [" ".join(map(str, papers))] if is_one_command else map(str, papers):
        desk.do(f"import {command} --yes")
    assert given(desk) == [("爱心人士", "100"), ("爱心人士", "200")]


def test_a_gift_that_a_hand_recorded_with_its_number_is_none_anew(desk: Desk, tmp_path: Path) -> None:
    """Another amount, a note of something else, and a gift that was taken back are not it."""
    desk.do(f"receive 李华 100元 --date 2024-03-01 --note 微信{FIRST} --new")
    desk.do(f"receive 王芳 20元 --date 2024-03-02 --note {SECOND} --new")
    desk.do(f"import {file(tmp_path, 'bill.csv', MERCHANT)} --yes")
    assert given(desk) == [("李华", "100"), ("爱心人士", "200"), ("王芳", "20")]


def test_a_gift_with_its_number_that_was_taken_back_comes_by_the_bill(desk: Desk, tmp_path: Path) -> None:
    """Whoever took it back may have meant to import it."""
    desk.do(f"receive 李华 100元 --date 2024-03-01 --note {FIRST} --new")
    desk.do("reverse 1 --reason 重复")
    desk.do(f"import {file(tmp_path, 'bill.csv', MERCHANT)} --yes")
    assert given(desk)[-2:] == [("爱心人士", "100"), ("爱心人士", "200")]


def test_a_list_of_alipays_payments_beside_ones_own(desk: Desk, tmp_path: Path) -> None:
    """As the app's bill has them."""
    rows = f"订单编号,支付宝交易号,姓名,捐赠金额,支付时间\nLX20240301001,{ALIPAY},李华,100.00,2024-03-01\n"
    bill = f"交易时间,交易分类,交易对方,商品说明,收/支,金额,交易状态,交易订单号\n2024-03-01 10:00:00,转账红包,*华,转账,收入,100.00,交易成功,{ALIPAY}\t\n"
    desk.do(f"import {file(tmp_path, 'list.csv', rows)} --yes")
    assert desk.do(f"import {file(tmp_path, 'bill.csv', bill)} --yes --format json").json["entries"] == 0


def test_a_refund_that_waits_finds_the_gift_of_a_list(desk: Desk, tmp_path: Path) -> None:
    """Its bill came a month before the list that says WeChat's number."""
    head, *rows = WENT_BACK.splitlines(keepends=True)
    refunds = file(tmp_path, "refunds.csv", head + rows[-1])
    desk.do(f"import {refunds} --yes")
    desk.do(f"import {file(tmp_path, 'list.csv', LISTS['own first'])} --yes")
    assert given(desk) == [("李华", "100"), ("王芳", "-50"), ("王芳", "200")]
    assert desk.do(f"import {refunds} --yes --format json").json["entries"] == 0


def test_a_payment_that_a_giver_speaks_of_is_another(desk: Desk, tmp_path: Path) -> None:
    """As much again, whose words name the payment before, in a bill that comes first."""
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号\n"
    rows = [
        f"2024-03-0{day} 10:00:00,转账,李华,转账备注:{said},收入,¥100.00,已存入零钱,{number}\n"
        for day, said, number in ((2, f"补{FIRST}的", SECOND), (1, "微信转账", FIRST))
    ]
    for place, row in enumerate(rows):
        desk.do(f"import {file(tmp_path, f'{place}.csv', head + row)} --yes")
    assert given(desk) == [("李华", "100"), ("李华", "100")]


@pytest.mark.parametrize(
    ("headings", "numbers"), [("订单编号,支付单号", f"LX20240301001,{ALIPAY}"), ("支付宝交易号", ALIPAY)]
)
def test_what_a_list_says_went_back_of_a_bills_payment_goes_back_once(
    desk: Desk, tmp_path: Path, headings: str, numbers: str
) -> None:
    """Where the bill has a row for it, after the list or before; two of one amount are two."""
    account = [
        "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,业务类型,备注"
    ]
    account += [
        f"1,{ALIPAY}\t,T,爱心,2024-03-01 10:00:00,李华 (a@x.com),100.00, ,0.00,在线支付,",
        f"2,{ALIPAY}\t,T,爱心,2024-03-02 10:00:00,李华 (a@x.com), ,-25.00,0.00,交易退款,",
        f"3,{ALIPAY}\t,T,爱心,2024-03-05 10:00:00,李华 (a@x.com), ,-25.00,0.00,交易退款,",
    ]
    rows = f"{headings},姓名,捐赠金额,支付时间,退款金额\n{numbers},李华,100.00,2024-03-01,50.00\n"
    papers = [("a.csv", "\n".join(account[:3])), ("list.csv", rows), ("b.csv", "\n".join(account))]
    for name, text in papers:
        desk.do(f"import {file(tmp_path, name, text)} --yes")
    assert sorted(row["received"] for row in desk.read("ledger")) == ["-25", "-25", "100"]
    assert desk.is_in_order()


@pytest.mark.parametrize("rows", [2, 40])
def test_the_number_in_a_remark_of_ones_own_list_is_enough(desk: Desk, tmp_path: Path, rows: int) -> None:
    """In a list without a column of numbers, after the bill; of another amount it is another gift."""
    said = {0: f"微信单号{FIRST}", 1: f"{SECOND} 买书"}
    lines = [f"2024-03-01,张{at},{100 if at == 0 else 20},{said.get(at, '加油')}\n" for at in range(rows)]
    own = file(tmp_path, "own.csv", "日期,姓名,金额,备注\n" + "".join(lines))
    desk.do(f"import {file(tmp_path, 'bill.csv', MERCHANT)} --yes")
    assert desk.do(f"import {own} --yes --format json").json["entries"] == rows - 1
    assert ("张0", "100") not in given(desk)
    assert desk.do(f"import {own} --yes --format json").json["entries"] == 0


def test_what_a_list_says_went_back_is_not_booked_by_an_older_bill(desk: Desk, tmp_path: Path) -> None:
    """As of two bills; the bill was fetched before it went back."""
    lines = LISTS["own first"].splitlines()
    said = "\n".join([f"{lines[0]},支付状态", f"{lines[1]},支付成功", f"{lines[2]},已退款"]) + "\n"
    papers = [file(tmp_path, "list.csv", said), file(tmp_path, "bill.csv", MERCHANT)]
    for paper in (*papers, *papers):
        desk.do(f"import {paper} --yes")
        assert given(desk) == [("李华", "100")]


OF_ANOTHER = ("现金，上次微信{}", "第二次捐款（上次单号{}）", "补{}的另一半", "与{}重复", "重复支付，有效订单号{}")


@pytest.mark.parametrize("said", OF_ANOTHER)
@pytest.mark.parametrize("number", ["", "LX20240301000001"])
@pytest.mark.parametrize("is_last", [True, False])
def test_a_note_that_speaks_of_the_payment_before_is_of_another(
    desk: Desk, tmp_path: Path, said: str, number: str, *, is_last: bool
) -> None:
    """As much again, of the same giver: neither of the two is lost, in either order."""
    rows = f"订单号,姓名,金额,日期,备注\n{number},李华,100,2024-04-20,{said.format(FIRST)}\n"
    papers = [file(tmp_path, "bill.csv", MERCHANT), file(tmp_path, "own.csv", rows)]
    for paper in papers if is_last else papers[::-1]:
        desk.do(f"import {paper} --yes")
    assert given(desk) == [("李华", "100"), ("爱心人士", "100"), ("爱心人士", "200")]


@pytest.mark.parametrize("said", OF_ANOTHER)
def test_a_hands_note_that_speaks_of_the_payment_before_is_of_another(desk: Desk, tmp_path: Path, said: str) -> None:
    """Nor are a hundred masks a hundred yuan."""
    desk.do(f"receive 李华 100元 --date 2024-04-20 --note {said.format(FIRST)} --new")
    desk.do(f"receive 王芳 口罩200个 --date 2024-04-20 --note {SECOND} --new")
    desk.do(f"import {file(tmp_path, 'bill.csv', MERCHANT)} --yes")
    assert sorted(row["received"] for row in desk.read("ledger")) == ["100", "100", "200", "200"]


@pytest.mark.parametrize("heading", ["", "订单号,"])
def test_one_payment_is_one_row_of_a_list(desk: Desk, tmp_path: Path, heading: str) -> None:
    """Whoever else's row says its number gave another hundred, however often the list comes."""
    said = [
        f"{f'LX2024030100000{at},' if heading else ''}{who},100,2024-03-01,{FIRST}\n" for at, who in enumerate("甲乙丙")
    ]
    own = file(
        tmp_path,
        "own.csv",
        f"{heading}姓名,金额,日期,备注\n{''.join(said)}".replace("甲", "李华")
        .replace("乙", "王芳")
        .replace("丙", "赵六"),
    )
    for paper in (file(tmp_path, "bill.csv", MERCHANT), own, own):
        desk.do(f"import {paper} --yes")
    assert given(desk) == [("爱心人士", "100"), ("爱心人士", "200"), ("王芳", "100"), ("赵六", "100")]


def test_a_duplicate_that_went_back_takes_nothing_from_the_payment_that_counts(desk: Desk, tmp_path: Path) -> None:
    """A list's row whose note names the one that stands, before the bill or behind it."""
    row = f"LX20240301000001,李华,100,100,2024-03-02,与{FIRST}重复\n"
    own = file(tmp_path, "own.csv", f"订单号,姓名,金额,退款金额,日期,备注\n{row}")
    bill = file(tmp_path, "bill.csv", MERCHANT)
    for paper in (own, bill, own):
        desk.do(f"import {paper} --yes")
    assert given(desk) == [("爱心人士", "100"), ("爱心人士", "200")]


def test_a_givers_words_beside_the_column_of_numbers_change_nothing(desk: Desk, tmp_path: Path) -> None:
    """上次 in a message is no word of the number, which a column says."""
    rows = (
        f"订单编号,微信支付订单号,姓名,捐赠金额,支付时间,留言\nLX20240301001,{FIRST},李华,100,2024-03-01,上次没赶上\n"
    )
    for paper in (file(tmp_path, "own.csv", rows), file(tmp_path, "bill.csv", MERCHANT)):
        desk.do(f"import {paper} --yes")
    assert given(desk) == [("李华", "100"), ("爱心人士", "200")]


def test_what_a_bill_says_went_back_whole_is_not_booked_by_a_list_under_its_own_number(
    desk: Desk, tmp_path: Path
) -> None:
    """The list was fetched before it went back."""
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号\n"
    row = f"2024-03-01 10:00:00,转账,李华,转账备注:微信转账,收入,¥100.00,已全额退款,{FIRST}\n"
    for paper in (file(tmp_path, "bill.csv", head + row), file(tmp_path, "list.csv", LISTS["own first"])):
        desk.do(f"import {paper} --yes")
    assert given(desk) == [("王芳", "200")]
