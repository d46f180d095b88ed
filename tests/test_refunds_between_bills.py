"""Refunds that one bill says of payments that another brought: a merchant's beside a person's. All is invented."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from test_laws import sabotage
from test_papers_met import file

from donations.cli import clock
from donations.importers.bills.payments import OF_NOTHING_BOOKED, WENT_BACK
from donations.services.importing.unbooked import SAID_BEFORE


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


OTHERS = {
    "another's gift": "(select min(p.entry) from entry_party as p join party_name as n on n.number = p.name where n.name = '爱心人士')",
    "itself": "entry",
    "a later one": "(select max(number) from entry)",
}


@pytest.mark.parametrize("case", OTHERS)
def test_check_sees_that_a_row_is_said_to_give_back_what_it_cant(desk: Desk, tmp_path: Path, case: str) -> None:
    """Which gift the row of a bill gives back stands under no seal; where giver or goods are others it can still be seen."""
    desk.do("receive 爱心人士 1000元 --date 2024-01-01 --new")
    for name in ("paid", "merchant"):
        desk.do(f"import {file(tmp_path, f'{name}.csv', BILLS[name])} --yes")
    desk.do("correct 1 900元 --date 2024-01-01")
    desk.do("donors merge 李华 赵六 --reason 同一人")
    assert desk.is_in_order()
    numbers = sabotaged(desk.book, f"update import_row set returns = {OTHERS[case]} where returns is not null")
    assert [(row["rule"], row["entry"]) for row in desk.run("check --format json").rows()] == [
        ("imports", number) for number in numbers
    ]


def sabotaged(book: Path, sql: str) -> list[int]:
    """The entries that give something back by a row, after this was done to the book."""
    sabotage(book, sql)
    with closing(sqlite3.connect(book)) as connection:
        return [
            number
            for [number] in connection.execute("select entry from import_row where returns is not null order by entry")
        ]


def test_money_that_went_back_is_told_from_what_was_spent(desk: Desk, tmp_path: Path) -> None:
    """A row of its own names no payment: what is to be done is said."""
    back = file(tmp_path, "a.csv", person(("王芳", "200.00", "二维码收款-退款", "支付成功", 9)))
    [table] = desk.do(f"import {back} --dry-run --format json").json["files"][0]["tables"]
    assert table["ignored_reasons"] == {WENT_BACK: 1}


APP = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
TRADES = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,对方账户,订单金额（元）,商家实收（元）,退款批次号/请求号,服务费（元）,备注"
GIFT = "2024030122001400111000000001"


def by_app(*refunds: tuple[str, str], mark: str = "_") -> str:
    """The bill of Alipay's app: a gift of 100 yuan, and its refunds by time and amount, each with a row of its own."""
    rows = [f"2024-03-01 10:00:00,收入,李华,a,经营码交易,收入,100.00,余额,交易成功,{GIFT}\t,\t,,"]
    rows += [
        f"{at},退款,李华,a,退款-经营码交易,不计收支,{yuan},余额,退款成功,{GIFT}{mark}R{place}\t,\t,,"
        for place, (at, yuan) in enumerate(refunds)
    ]
    return "\n".join([APP, *reversed(rows)]) + "\n"


def by_merchant(*refunds: tuple[str, str]) -> str:
    """The same as a merchant's trades have it."""
    rows = [f"{GIFT}\t,T1\t,交易,爱心,2024-03-01 10:00:00,2024-03-01 10:00:00,李华(a***@x.com),100.00,100.00,\t,0.00,"]
    rows += [
        f"{GIFT}\t,T1\t,退款,爱心,2024-03-01 10:00:00,{at},李华(a***@x.com),-{yuan},-{yuan},B{place}\t,0.00,"
        for place, (at, yuan) in enumerate(refunds)
    ]
    return "\n".join([TRADES, *rows]) + "\n"


def left(desk: Desk) -> dict[str, str]:
    """What each giver has given, less what went back."""
    return {str(row["donor"]): str(row["received"]) for row in desk.read("totals --by donor")}


FIRST, AGAIN, NEXT_DAY = ("2024-03-02 09:00:00", "20.00"), ("2024-03-02 18:00:00", "20.00"), ("2024-03-03 09:00:00", "5.00")  # fmt: skip


@pytest.mark.parametrize("order", [("app", "trades"), ("trades", "app"), ("app", "trades", "app", "trades")])
@pytest.mark.parametrize("is_one_command", [True, False])
@pytest.mark.parametrize("refunds", [[FIRST], [FIRST, AGAIN], [FIRST, AGAIN, NEXT_DAY]])
def test_a_refund_in_the_bills_of_a_person_and_of_a_merchant_goes_back_once(
    desk: Desk, tmp_path: Path, order: tuple[str, ...], refunds: list[tuple[str, str]], *, is_one_command: bool
) -> None:
    """Each numbers it in its own way; two alike of one day are two all the same."""
    papers = {
        "app": file(tmp_path, "app.csv", by_app(*refunds), "gb18030"),
        "trades": file(tmp_path, "trades.csv", by_merchant(*refunds), "gb18030"),
    }
    files = [str(papers[name]) for name in dict.fromkeys(order)] if is_one_command else []
    for said in [" ".join(files)] if files else [str(papers[name]) for name in order]:
        desk.do(f"import {said} --yes")
    assert left(desk) == {"李华": str(100 - sum(int(yuan.split(".")[0]) for _at, yuan in refunds))}
    assert desk.is_in_order()


def test_a_refund_that_only_the_later_bill_has_is_none_that_the_other_had(desk: Desk, tmp_path: Path) -> None:
    """As much again on the same day: the bill of the app was fetched at noon; and 2024…*R0 is 2024…_R0."""
    for name, text in (
        ("a.csv", by_app(FIRST)), ("b.csv", by_merchant(FIRST, AGAIN)), ("c.csv", by_app(FIRST, AGAIN, mark="*")),
    ):  # fmt: skip
        desk.do(f"import {file(tmp_path, name, text, 'gb18030')} --yes")
    assert left(desk) == {"李华": "60"}


def test_a_merchants_refund_of_what_no_book_has_is_passed_over_until_it_has(desk: Desk, tmp_path: Path) -> None:
    """It takes nothing from others who are not named; where it was given before the book begins, --opening says so."""
    desk.do("receive 爱心人士 1000元 --date 2024-01-01 --new")
    bill = MERCHANT.splitlines()
    refunds = file(tmp_path, "refunds.csv", "\n".join([bill[0], *bill[4:]]))
    [table] = desk.do(f"import {refunds} --yes --format json").json["files"][0]["tables"]
    assert table["ignored_reasons"] == {OF_NOTHING_BOOKED: 3}
    for paper in (file(tmp_path, "paid.csv", PAID), refunds, refunds):
        desk.do(f"import {paper} --yes")
    assert left(desk) == {"爱心人士": "1000", "李华": "100", "赵六": "250"}


def test_with_opening_a_merchants_refund_may_be_of_what_was_given_before_the_book(desk: Desk, tmp_path: Path) -> None:
    bill = MERCHANT.splitlines()
    desk.do(f"import {file(tmp_path, 'refunds.csv', chr(10).join([bill[0], *bill[4:]]))} --opening --yes")
    assert left(desk) == {"爱心人士": "-250"}


def test_one_refund_in_two_files_of_a_command_is_one(desk: Desk, tmp_path: Path) -> None:
    """What the person's bill says was given back is not given back by the second file either, which says it again."""
    bill = MERCHANT.splitlines()
    papers = [
        file(tmp_path, "again.csv", GIVEN_BACK), file(tmp_path, "all.csv", MERCHANT),
        file(tmp_path, "refunds.csv", "\n".join([bill[0], *bill[4:]])),
    ]  # fmt: skip
    desk.do(f"import {' '.join(map(str, papers))} --yes")
    assert left(desk)["赵六"] == "250"


def test_a_person_s_bill_says_nothing_of_refunds_after_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A day's bill of the merchant, imported by itself: of its refund the person's bill of before can't have spoken."""
    lines = MERCHANT.splitlines()
    papers = [("2024-03-05", person(("赵六", "300.00", "二维码收款", "已退款(￥20.00)", 3)))]
    papers += [(f"2024-03-0{day}", "\n".join([lines[0], line])) for day, line in ((6, lines[5]), (7, lines[6]))]
    for day, text in papers:
        monkeypatch.setattr(clock, "now", lambda day=day: f"{day}T04:00:00Z")
        desk.do(f"import {file(tmp_path, f'{day}.csv', text)} --yes")
    assert left(desk) == {"赵六": "250"}


ACCOUNT = "\n".join(
    [
        "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号",
        f"`2024-03-01 10:00:00,`{number(1)},`{number(1)},`交易,`交易,`收入,`99.40,`99.40,`system,`结算总金额 100.00 元;含手续费 0.60 元,`T1",
        f"`2024-03-03 10:00:00,`{number(3)},`{number(3)},`交易,`交易,`收入,`298.20,`397.60,`system,`结算总金额 300.00 元;含手续费 1.80 元,`T3",
        f"`2024-03-05 10:00:00,`5030002,`{number(3)},`退款,`退款,`支出,`19.88,`377.72,`1API,`退款总金额20.00元;含手续费0.12元,`R1",
        "`2024-03-06 10:00:00,`5030009,`F9,`退款,`退款,`支出,`7.00,`370.72,`1API,`退款总金额7.00元,`R2",
        "`2024-03-07 10:00:00,`5030009,`F10,`退款,`退款关闭,`收入,`7.00,`377.72,`system,`,`R2",
        "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额",
        "`5,`3,`404.60,`2,`26.88",
    ]
)


@pytest.mark.parametrize("order", [("account", "merchant"), ("merchant", "account"), ("paid", "account", "merchant")])
def test_a_gift_is_what_was_paid_also_where_the_account_says_it_less_the_fee(
    desk: Desk, tmp_path: Path, order: tuple[str, ...]
) -> None:
    """And its refund goes back to it, whole; one that was closed went back to nobody. WeChat's own words are no note."""
    papers = {name: file(tmp_path, f"{name}.csv", text) for name, text in {**BILLS, "account": ACCOUNT}.items()}
    for name in order:
        desk.do(f"import {papers[name]} --yes")
    giver = "爱心人士" if order[0] != "paid" else "赵六"
    assert left(desk)[giver] == ("350" if giver == "爱心人士" else "250")
    assert {row["note"] for row in desk.read("ledger")} <= {None, "爱心捐款", "Given back, as the bill says."}
    assert desk.is_in_order()


def test_an_account_whose_remark_says_another_amount_is_refused(desk: Desk, tmp_path: Path) -> None:
    wrong = ACCOUNT.replace("100.00 元;含手续费 0.60", "101.00 元;含手续费 0.60")
    answer = desk.run(f"import {file(tmp_path, 'a.csv', wrong)} --yes --format json")
    assert [problem["column"] for problem in answer.json["files"][0]["problems"]] == ["备注"]


def kept(desk: Desk) -> dict[str, str]:
    """Who gave how much that is still here."""
    return {row["donor"]: row["received"] for row in desk.read("totals --by donor") if row["received"] != "0"}


GONE = person(("王芳", "200.00", "二维码收款", "已全额退款", 2))


@pytest.mark.parametrize("older", [PAID, person(("李华", "100.00", "二维码收款", "已收钱", 1), ("王芳", "200.00", "二维码收款", "已退款(￥50.00)", 2), ("赵六", "300.00", "二维码收款", "已收钱", 3)), MERCHANT])  # fmt: skip
@pytest.mark.parametrize("newer", [GONE, GIVEN_BACK])
def test_what_went_back_whole_before_it_was_booked_is_not_booked_by_an_older_bill(
    desk: Desk, tmp_path: Path, older: str, newer: str
) -> None:
    """Also where nothing else was new in the bill that said so, and as often as either comes again."""
    for name, bill in (("newer", newer), ("older", older), ("newer again", newer), ("older again", older)):
        desk.do(f"import '{file(tmp_path, f'{name}.csv', bill)}' --yes")
        assert "王芳" not in desk.do("ledger --format csv").out
        assert desk.is_in_order()
    assert sum(map(int, kept(desk).values())) in (400, 350)
    before = desk.do("totals --format json").out
    desk.do(f"import '{file(tmp_path, 'once more.csv', newer)}' --yes")
    assert desk.do("totals --format json").out == before


def test_an_older_bill_is_told_of_what_another_said_went_back(desk: Desk, tmp_path: Path) -> None:
    """Its row is passed over with the reason, and its stated income still ties out."""
    desk.do(f"import {file(tmp_path, 'newer.csv', GONE)} --yes")
    older = file(tmp_path, "older.csv", PAID.replace("笔记录", "笔记录\n收入：3笔 600.00元"))
    said = json.loads(desk.do(f"import {older} --yes --format json").out)
    [table] = said["files"][0]["tables"]
    assert (table["rows"], table["accepted"], table["ignored"]) == (3, 2, 1)
    assert table["ignored_reasons"] == {SAID_BEFORE: 1}
    assert (table["stated_total"], said["files"][0]["problems"]) == ("600", [])


def test_an_import_that_was_undone_says_no_more_what_went_back(desk: Desk, tmp_path: Path) -> None:
    """Nor does one that was only tried."""
    newer, older = file(tmp_path, "newer.csv", GIVEN_BACK), file(tmp_path, "older.csv", PAID)
    desk.do(f"import {newer} --dry-run")
    desk.do(f"import {newer} --yes")
    desk.do("import --undo 1")
    desk.do(f"import {older} --yes")
    assert kept(desk) == {"李华": "100", "王芳": "200", "赵六": "300"}
    desk.do(f"import {newer} --yes")
    assert kept(desk) == {"李华": "100", "赵六": "250"}
    assert desk.is_in_order()


def test_a_sheet_that_is_refused_says_nothing_of_what_went_back(desk: Desk, tmp_path: Path) -> None:
    """What can't be taken whole is not kept in mind in part."""
    broken = GIVEN_BACK.replace("300.00", "3OO.00")
    assert desk.run(f"import {file(tmp_path, 'newer.csv', broken)} --yes").code == 65
    desk.do(f"import {file(tmp_path, 'older.csv', PAID)} --yes")
    assert kept(desk) == {"李华": "100", "王芳": "200", "赵六": "300"}


def test_another_row_of_an_order_did_not_go_back_with_the_first(desk: Desk, tmp_path: Path) -> None:
    """A number that several rows of an order bear says nothing of those with other amounts."""
    head = "姓名,金额,支付时间,状态,订单号\n"
    rows = "李华,30,2024-03-01,已退款,20240301001\n李华,50,2024-03-01,已支付,20240301001\n"
    desk.do(f"import {file(tmp_path, 'a.csv', head + rows)} --yes")
    assert kept(desk) == {"李华": "50"}
    row = "王芳,70,2024-03-02,已支付,20240301001\n"
    desk.do(f"import {file(tmp_path, 'b.csv', head + row)} --yes")
    assert kept(desk) == {"李华": "50", "王芳": "70"}


def test_an_order_that_failed_may_be_paid_yet(desk: Desk, tmp_path: Path) -> None:
    """Only what was paid and went back is kept in mind."""
    head = "姓名,金额,支付时间,状态,订单号\n"
    for name, state in (("a", "支付失败"), ("b", "已取消"), ("c", "订单关闭"), ("d", "已支付")):
        row = f"李华,30,2024-03-01,{state},20240301001\n"
        desk.do(f"import {file(tmp_path, f'{name}.csv', head + row)} --yes")
    assert kept(desk) == {"李华": "30"}


def test_what_is_on_its_way_back_stays_until_a_bill_says_that_it_went(desk: Desk, tmp_path: Path) -> None:
    """A refund may fail: a gift that is booked stays, one that isn't waits; neither is kept in mind as gone."""
    going = person(("李华", "100.00", "二维码收款", "退款中", 1), ("王芳", "200.00", "二维码收款", "退款处理中", 2))
    only = person(("李华", "100.00", "二维码收款", "已收钱", 1))
    for name, bill in (("only", only), ("going", going)):
        desk.do(f"import {file(tmp_path, f'{name}.csv', bill)} --yes")
    assert kept(desk) == {"李华": "100"}
    failed = person(
        ("李华", "100.00", "二维码收款", "已退款(￥30.00)", 1), ("王芳", "200.00", "二维码收款", "已收钱", 2)
    )
    desk.do(f"import {file(tmp_path, 'failed.csv', failed)} --yes")
    assert kept(desk) == {"李华": "70", "王芳": "200"}
