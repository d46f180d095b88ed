"""Lists whose money is said once, below the rows or with some of the amounts: it is that of all of them. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk

LIST = "家長會捐款,,\n捐款人,金額,備註\n王小明,{},\n陳美麗,{},\n{}"


def imported(desk: Desk, tmp_path: Path, rows: str) -> tuple[list[tuple[str, str]], str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --date 2024-04-01")
    return [(line["item"], line["received"]) for line in desk.read("ledger")], answer.out


@pytest.mark.parametrize(
    ("first", "second", "below", "money"),
    [
        ("3000", "500", "單位：新台幣元,,\n", "TWD"),
        ("3000元", "500元", "單位：新台幣元,,\n", "TWD"),
        ("$3000", "$500", "註：以上金額均為港幣,,\n", "HKD"),
        ("3000", "500", "合計新台幣,3500,\n", "TWD"),
        ("3000", "500", "合計：新台幣3500元,,\n", "TWD"),
        ("參仟元整", "伍佰元整", "以上皆為新臺幣,,\n", "TWD"),
        ("NT$3000", "500", "", "TWD"),
        ("HK$3000", "500元", "", "HKD"),
        ("3000", "500", "單位：新台幣元,合計3500,\n", "TWD"),
        ("3000", "500", "以上金額合計為HKD 3500元,,\n", "HKD"),
    ],
)
def test_the_money_is_said_once(desk: Desk, tmp_path: Path, first: str, second: str, below: str, money: str) -> None:
    """They were booked as yuan, or asked about."""
    booked, told = imported(desk, tmp_path, LIST.format(first, second, below))
    assert booked == [(money, "3000"), (money, "500")], told


@pytest.mark.parametrize(("first", "second"), [("3000元整", "500元整"), ("參仟元整", "伍佰元整")])
def test_a_list_in_traditional_characters_is_asked_for_its_money(
    desk: Desk, tmp_path: Path, first: str, second: str
) -> None:
    booked, told = imported(desk, tmp_path, LIST.format(first, second, ""))
    assert (booked, "the list is in traditional characters" in told) == ([], True), told
    assert imported(desk, tmp_path, LIST.format(first, second, "").replace("金額", "金額（人民幣）"))[0][0][0] == "CNY"


@pytest.mark.parametrize(
    ("first", "second", "below"),
    [
        ("3000", "500", "合计：3500元，另有美元20元,,\n"),
        ("3000", "500", "合计：3500元（人民币）,,\n"),
        ("3000", "500", "合计：人民币3500元，美元20元,,\n"),
        ("3000元", "500元", "合计（港币）,3500,\n"),
        ("3000", "500", "注：王小明另捐港币20元,,\n"),
    ],
)
def test_what_may_be_of_another_tells_nothing(desk: Desk, tmp_path: Path, first: str, second: str, below: str) -> None:
    rows = f"班级捐款,,\n捐款人,金额,备注\n王小明,{first},\n陈美丽,{second},\n{below}"
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [("CNY", "3000"), ("CNY", "500")], told


@pytest.mark.parametrize(
    ("said", "day"), [("108年10月", "2019-10-31"), ("民國109年3月", "2020-03-31"), ("民國109年", "2020-12-31")]
)
def test_months_and_years_of_taiwan(desk: Desk, tmp_path: Path, said: str, day: str) -> None:
    """They were no days; and a list that has only such is asked for its money."""
    rows = f"捐款日期,捐款人,金額（新台幣）\n{said},王小明,3000\n"
    booked, told = imported(desk, tmp_path, rows)
    assert (booked, [line["date"] for line in desk.read("ledger")]) == ([("TWD", "3000")], [day]), told


@pytest.mark.parametrize(
    ("said", "asked"),
    [("108年10月", "the years are counted as in Taiwan"), ("109年", "a date"), ("105年13月", "a date")],
)
def test_what_may_be_no_month_of_taiwan(desk: Desk, tmp_path: Path, said: str, asked: str) -> None:
    booked, told = imported(desk, tmp_path, f"捐款日期,捐款人,金額\n{said},王小明,3000\n")
    assert (booked, asked in told) == ([], True), told


@pytest.mark.parametrize("remark", ["合计美元70", "单位：美元俱乐部"])
def test_the_remark_of_one_gift_speaks_of_no_other(desk: Desk, tmp_path: Path, remark: str) -> None:
    booked, told = imported(desk, tmp_path, f"捐款人,金额,备注\n王小明,3000,{remark}\n陈美丽,500,\n")
    assert booked == [("CNY", "3000"), ("CNY", "500")], told


def test_a_money_said_between_the_rows_is_not_that_of_those_above_it(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("捐款人,金额\n王小明,3000\n单位：港币,\n陈美丽,500\n")
    desk.run(f"import {tmp_path / 'a.csv'} --yes --accept-good --date 2024-04-01")
    assert "HKD" not in [line["item"] for line in desk.read("ledger")]


@pytest.mark.parametrize("sign", ["HK$", "NT$"])
def test_a_sign_of_the_fewest_amounts_is_not_that_of_all(desk: Desk, tmp_path: Path, sign: str) -> None:
    rows = f"捐款人,金額\n王小明,3000\n陳美麗,{sign}500\n李文,200\n"
    booked, told = imported(desk, tmp_path, rows)
    assert (booked, "the list is in traditional characters" in told) == ([], True), told
    other = imported(desk, tmp_path, rows.replace("金額", "金額（新臺幣）"))[0]
    assert other[0] == ("TWD", "3000")


@pytest.mark.parametrize(
    ("first", "second", "below", "money"),
    [
        ("3萬", "1萬2000", "單位：新台幣元,,\n", "TWD"),
        ("約3萬元", "1.2萬元", "以上金額均為港幣,,\n", "HKD"),
        ("3萬新臺幣", "1.2萬元", "", "TWD"),
        ("3万", "1.2万", "单位：港币,,\n", "HKD"),
    ],
)
def test_so_it_is_for_amounts_in_ten_thousands(
    desk: Desk, tmp_path: Path, first: str, second: str, below: str, money: str
) -> None:
    """100萬元 was yuan beside a line that says HK dollars, and beside amounts that do."""
    booked, told = imported(desk, tmp_path, LIST.format(first, second, below))
    assert booked == [(money, "30000"), (money, "12000")], told


def test_a_line_below_the_rows_says_what_yuan_a_heading_means(desk: Desk, tmp_path: Path) -> None:
    """In Taiwan 元 is said of its own dollars; in simplified characters it is yuan."""
    rows = LIST.replace("金額", "金額（元）").format("3000", "500", "單位：新臺幣,,\n")
    assert imported(desk, tmp_path, rows)[0] == [("TWD", "3000"), ("TWD", "500")]
    rows = "捐款人,金额（元）\n王小明,30\n李文,50\n以上均为港币,\n"
    assert imported(desk, tmp_path, rows)[0][-1] == ("CNY", "50")


@pytest.mark.parametrize("amount", ["100萬元", "約1億元", "現金3萬餘元", "100萬", "5百元", "500塊"])
def test_a_list_of_a_place_with_its_own_money_is_asked_for_it(desk: Desk, tmp_path: Path, amount: str) -> None:
    rows = f"香港某會捐款名單,\n捐款人,金額\n王小明,{amount}\n"
    booked, told = imported(desk, tmp_path, rows)
    assert (booked, "a place that has money of its own" in told) == ([], True), told


@pytest.mark.parametrize(
    "amounts",
    [
        ("3000", "港幣500", "200"),
        ("3000元", "500港元", "200元"),
        ("3000萬港元", "500萬元", "200萬元人民幣"),
        ("3000港元", "500美元", "200"),
    ],
)
def test_what_the_fewest_name_or_one_of_several_is_not_that_of_all(
    desk: Desk, tmp_path: Path, amounts: tuple[str, str, str]
) -> None:
    """500港元 made the gifts beside it ones of Hong Kong too; beside two moneys the others were yuan."""
    names = ("王小明", "陳美麗", "李文")
    rows = "捐款人,金額\n" + "".join(f"{name},{amount}\n" for name, amount in zip(names, amounts, strict=True))
    booked, told = imported(desk, tmp_path, rows)
    assert (booked, "the list is in traditional characters" in told) == ([], True), told
