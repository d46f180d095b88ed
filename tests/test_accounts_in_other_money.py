"""Accounts that say above their rows which money they are in. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.columns.whose_money import WHICH_OF_A_BANK
from donations.importers.words.money_items import ONE_CURRENCY
from donations.importers.words.own_currency import WHOSE_SIGN, WHOSE_YUAN

ROWS = """交易日期,借方发生额,贷方发生额,余额,对方户名,摘要
2020-03-01,,{},1100.00,李华,捐款
2020-03-02,20.00,,1080.00,某公司,货款
"""


def totals(desk: Desk) -> dict[str | None, tuple[str | None, str | None]]:
    return {row["item"]: (row["received"], row["spent"]) for row in desk.read("totals --by item")}


@pytest.mark.parametrize(
    "above",
    [
        "账号：1002,币种：美元",
        "账号：1002 币种：美元",
        "某银行对账单\n账号：1002,,币别: USD（美元）",
        "账号:1002,户名:某协会,币种:美元,起始日期:20200301",
        "账号,1002\n币种,美元",
        "账号,1002,币种,美元",
        "币种：,美元",
        "查询账号[ Inquirer account number ],1002\n币种[ Currency ],USD",
    ],
)
def test_the_money_of_an_account_stands_above_its_rows(desk: Desk, tmp_path: Path, above: str) -> None:
    """In cells beside each other, or in one: never taken for yuan."""
    paper = file(tmp_path, "a.csv", "\n".join([above, ROWS.format("50.00")]), "gb18030")
    desk.do(f"import {paper} --yes")
    assert totals(desk) == {"USD": ("50", "20")}


def test_what_the_headings_call_yuan_is_of_that_money(desk: Desk, tmp_path: Path) -> None:
    rows = ROWS.replace("借方发生额", "支出（元）").replace("贷方发生额", "收入（元）").format("50.00")
    paper = file(tmp_path, "a.csv", f"币种：港币\n{rows}")
    desk.do(f"import {paper} --yes")
    assert totals(desk) == {"HKD": ("50", "20")}


@pytest.mark.parametrize("between", ["账号：1002,币种：美元", "账号：1002 币种：美元"])
def test_two_accounts_in_one_list_are_each_in_their_own_money(desk: Desk, tmp_path: Path, between: str) -> None:
    """The second has the headings of the first: what stands between them says that it is another."""
    text = f"账号：1001,币种：人民币\n{ROWS.format('100.00')}{between}\n{ROWS.format('50.00')}"
    tables = desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes --format json").json["files"][0]["tables"]
    assert [table["sums"] for table in tables] == [{"CNY": "100"}, {"USD": "50"}]
    assert totals(desk) == {"CNY": ("100", "20"), "USD": ("50", "20")}


def test_a_page_of_the_same_account_goes_on(desk: Desk, tmp_path: Path) -> None:
    text = f"账号：1001,币种：人民币\n{ROWS.format('100.00')}账号：1001 币种：人民币\n{ROWS.format('50.00')}"
    tables = desk.do(f"import {file(tmp_path, 'a.csv', text)} --yes --format json").json["files"][0]["tables"]
    assert [table["sums"] for table in tables] == [{"CNY": "150"}]


TRADITIONAL = "日期,摘要,支出金額,存入金額,帳戶餘額,對方戶名\n2020-03-01,捐款,,50.00,1100.00,李華\n2020-03-02,購書,20.00,,1080.00,某公司\n"


def test_a_bank_of_hong_kong_or_taiwan_is_asked_for_its_money(desk: Desk, tmp_path: Path) -> None:
    """Where neither a heading nor a line above says it; yuan are said too."""
    paper = file(tmp_path, "a.csv", TRADITIONAL)
    table = desk.run(f"import {paper} --yes --format json").json["files"][0]
    assert {each["expected"] for each in table["problems"]} == {WHICH_OF_A_BANK}
    for above, money in (("帳號,1002,幣別,新臺幣", "TWD"), ("幣別：港幣", "HKD"), ("幣別：人民幣", "CNY")):
        said = file(tmp_path, f"{money}.csv", f"{above}\n{TRADITIONAL}")
        desk.do(f"import {said} --yes")
        assert totals(desk)[money] == ("50", "20")


def test_amounts_that_say_their_money_are_asked_for_none(desk: Desk, tmp_path: Path) -> None:
    said = TRADITIONAL.replace("50.00", "HK$50.00").replace("20.00", "HK$20.00")
    desk.do(f"import {file(tmp_path, 'a.csv', said)} --yes")
    assert totals(desk)["HKD"] == ("50", "20")


def test_a_column_for_each_money_is_no_line_of_one(desk: Desk, tmp_path: Path) -> None:
    paper = file(tmp_path, "a.csv", "日期,捐款人,币种,人民币,美元\n2020-03-01,李华,,100,\n2020-03-01,王芳,,,20\n")
    desk.do(f"import {paper} --yes")
    assert totals(desk) == {"CNY": ("100", "0"), "USD": ("20", "0")}


@pytest.mark.parametrize(
    ("currency", "amount"),
    [
        ("美元", "¥100"),
        ("欧元", "¥50"),
        ("美元", "€50"),
        ("人民币", "$50"),
        ("港币", "人民币300元"),
    ],
)
def test_an_amount_of_another_money_than_its_row_names_is_refused(currency: str, amount: str) -> None:
    """It was booked as what the amount says, and the currency beside it passed over without a word."""
    found = told(f"姓名,日期,币种,金额\n李华,2020-02-02,{currency},{amount}\n王芳,2020-02-02,{currency},200\n")
    assert f"2 ! 金额: {ONE_CURRENCY} ({amount})" in found
    assert "3 receipt 2020-02-02 donor=王芳" in found


@pytest.mark.parametrize(
    ("currency", "amount", "booked"),
    [("港币", "2000元", "2000HKD"), ("美元", "$50", "50USD"), ("日元", "¥800", "800JPY"), ("人民币", "¥50元", "50CNY")],
)
def test_an_amount_may_repeat_the_money_that_its_row_names(currency: str, amount: str, booked: str) -> None:
    assert f"[{booked}]" in told(f"姓名,日期,币种,金额\n李华,2020-02-02,{currency},{amount}\n")


@pytest.mark.parametrize(
    ("currency", "amount"), [("欧元", "50元"), ("日元", "5,000元"), ("英镑", "1.2万元整"), ("欧元", "五十元")]
)
def test_money_that_nobody_calls_yuan_is_not_yuan_without_a_word(currency: str, amount: str) -> None:
    """50元 below 金额（欧元）, or beside 欧元, was booked as 50 yuan; 人民币50元 there is that."""
    cell = f'"{amount}"'
    assert f"2 ! 金额: {WHOSE_YUAN} ({amount})" in told(f"姓名,日期,币种,金额\n李华,2020-02-02,{currency},{cell}\n")
    found = told(f"姓名,日期,金额（{currency}）\n李华,2020-02-02,{cell}\n王芳,2020-02-02,人民币30元\n")
    assert f"2 ! 金额（{currency}）: {WHOSE_YUAN} ({amount})" in found
    assert "[30CNY]" in found


@pytest.mark.parametrize("amount", ["5000圆", "5000圓", "5000圆整", "¥5000圆", "伍仟圆"])
def test_yen_are_called_yuan_in_their_own_writing(amount: str) -> None:
    """5000圆 below 金额（日元） was booked as 5000 yuan."""
    assert "[5000JPY]" in told(f"姓名,日期,金额（日元）\n李华,2020-02-02,{amount}\n")
    assert "[5000JPY]" in told(f"姓名,日期,币种,金额\n李华,2020-02-02,日元,{amount}\n")


@pytest.mark.parametrize(
    "above", ["捐款名單（港幣）,,\n", "捐款名单,,\n单位：港币,,\n", "捐款名單,,\n單位：新台幣,,\n"]
)
def test_the_sign_of_yuan_in_a_list_of_other_money_is_asked_about(above: str) -> None:
    """￥1,000 below 港幣 was booked as yuan without a word; in yen ¥ is their own."""
    found = told(
        f'{above}姓名,金額,日期\n李華,"￥1,000",2020-02-03\n王芳,500,2020-02-03\n陳明,人民幣300元,2020-02-03\n'
    )
    assert f": {WHOSE_SIGN} (￥1,000)" in found
    assert "[300CNY]" in found


def test_the_sign_of_yuan_below_a_heading_of_other_money_is_asked_about() -> None:
    assert f"2 ! 金额（美元）: {WHOSE_SIGN} (¥100)" in told("姓名,日期,金额（美元）\n李华,2020-02-02,¥100\n")
    assert "[100USD]" in told("姓名,日期,金额（美元）\n李华,2020-02-02,$100\n")
    assert "[100JPY]" in told("姓名,日期,金额（日元）\n李华,2020-02-02,￥100\n")
    assert "[100CNY]" in told("姓名,日期,金额（人民币）\n李华,2020-02-02,￥100\n")


@pytest.mark.parametrize("amount", ["人民币¥100", "人民幣￥100", "RMB¥100"])
def test_a_sign_that_says_whose_it_is_is_read_in_such_a_list(amount: str) -> None:
    assert "[100CNY]" in told(f"姓名,日期,金额（港元）\n李华,2020-02-02,{amount}\n")
