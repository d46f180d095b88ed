"""What an account says was there before its rows, 上月结转: held against the book, and booked with --opening. All is invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from harness.tables import each_record, settings, sheet

from donations.importers.tables import tables

MARCH = "日期,摘要,收入,支出,余额\n,上月结转,,,12000\n2020-03-02,李华捐款,500,,12500\n2020-03-05,买口罩,,2600,9900\n"
APRIL = "日期,摘要,收入,支出,余额\n,上月结转,,,{}\n2020-04-02,王芳捐款,500,,{}\n"


def carried_in(text: str) -> list[int | None]:
    found = []
    for table in tables(sheet(text), settings("2020-03-31")):
        assert list(each_record(table))
        found.append(None if table.carried is None else int(table.carried))
    return found


def brought(desk: Desk, path: Path, text: str, more: str = "") -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    answer = desk.run(f"import {path} --yes --format json {more}")
    return {"code": answer.code, **json.loads(answer.out)}


def on_hand(desk: Desk) -> list[str]:
    return [row["on_hand"] for row in desk.read("stock")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (MARCH, 12000),
        ('"2020年3月收支（上月结余：12,000元）",,\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,12500\n', 12000),
        ("收入,,支出,\n项目,金额,项目,金额\n上月结余,500,买口罩,300\n李华捐款,200,买水,100\n合计,700,合计,400\n", 500),
        ("日期,捐款人,金额\n,上期结余,1000\n3月1日,李华,500\n", 1000),
        (
            "Date,Description,In,Out,Balance\n,Balance b/f,,,1000.00\n2020-03-01,Donation from Li Hua,500.00,,1500.00\n",
            1000,
        ),
        ("日期,类别,摘要,金额（万元）\n,,期初余额,3\n3月1日,捐款收入,李华捐款,0.5\n3月2日,支出,买口罩,0.2\n", 30000),
        ("上月结余：12,000元\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,12500\n", 12000),  # the comma parted it
        ("上月结余：1,212,000.50元\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,1212500.50\n", 1212000),
        ("上月结余：12,000\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,12500\n", None),  # or 12, and something else
        ("上月结余：1,2元\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,512\n", None),
        ("上月结余：12元,2020年3月\n日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,512\n", 12),
        ("姓名,金额\n上年结转300元,\n李华,500\n", 300),
        ("3月收支,,,,单位：万元\n日期,摘要,收入,支出,余额\n,上月结转,,,10\n3月2日,李华捐款,5,,15\n", 100_000),
        ("3月收支 单位：万元\n上月结余：10\n日期,摘要,收入,支出\n3月2日,李华捐款,5,\n", 100_000),
        ("3月收支 单位：万元\n上月结余：10元\n日期,摘要,收入,支出\n3月2日,李华捐款,5,\n", 10),
        ("日期,摘要,收入（万元）,支出（万元）,余额（元）\n,上月结转,,,10\n3月2日,李华捐款,5,,50010\n", 10),
        ("日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,500\n,上月结转,,,12000\n", None),  # below a row
        ("日期,摘要,收入,支出,余额\n,上月结转,,,12000\n,期初余额,,,11000\n3月2日,李华捐款,500,,500\n", None),  # which?
        ("日期,摘要,收入,支出,余额\n3月2日,李华捐款,500,,500\n,本月结余,,,500\n", None),
        ("上月结余2月份公布\n日期,摘要,收入,支出\n3月2日,李华捐款,500,\n", None),
    ],
)
def test_what_was_there_before_is_read_above_the_rows(text: str, found: int | None) -> None:
    assert carried_in(text) == [found]


def test_with_opening_the_book_begins_with_what_the_account_says(desk: Desk, tmp_path: Path) -> None:
    """As much was booked as the rows lacked, 2,100, and the book ended with nothing where the account has 9,900."""
    refused = brought(desk, tmp_path / "3.csv", MARCH)
    assert refused["code"] == 1
    before = {"money": "CNY", "stated": "12000", "in_book": "0", "until": "2020-03-02"}
    assert refused["files"][0]["tables"][0]["before"] == before
    said = brought(desk, tmp_path / "3.csv", MARCH, "--opening")
    assert [(one["date"], one["amount"]) for one in said["opening"]] == [("2020-02-29", "12000")]
    assert on_hand(desk) == ["9900"]
    [money] = next(
        table["rows"] for table in desk.do("month 2020-03 --format json").json["tables"] if table["key"] == "money"
    )
    assert (money["opening"], money["closing"]) == ("12000", "9900")
    again = brought(desk, tmp_path / "3.csv", MARCH.replace("3-05", "3-5"), "--opening")
    assert (again["entries"], again["opening"], on_hand(desk)) == (0, [], ["9900"])
    desk.do("import --undo 1 --yes")
    assert on_hand(desk) == []


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (9900, "9,900 yuan by the table, and in the book ✓"),
        (
            9950,
            "9,900 yuan in the book before 2020-04-02; the table's balance counts what imports pass over, like interest and dues; with --opening",
        ),
        (
            9000,
            "9,900 yuan in the book before 2020-04-02; the table's balance counts what imports pass over, like money moved between accounts\n",
        ),
    ],
)
def test_the_next_month_is_held_against_the_book(desk: Desk, tmp_path: Path, stated: int, words: str) -> None:
    """What the account brings over was passed over in silence, whatever the book had."""
    brought(desk, tmp_path / "3.csv", MARCH, "--opening")
    (tmp_path / "4.csv").write_text(APRIL.format(stated, stated + 500), encoding="utf-8")
    told = desk.do(f"import {tmp_path / '4.csv'} --yes")
    assert words in told.out
    assert on_hand(desk) == ["10400"]


def test_two_months_in_one_command_open_the_book_once(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "3.csv").write_text(MARCH, encoding="utf-8")
    (tmp_path / "4.csv").write_text(APRIL.format(9900, 10400), encoding="utf-8")
    desk.do(f"import {tmp_path / '4.csv'} {tmp_path / '3.csv'} --yes --opening")
    assert on_hand(desk) == ["10400"]
    assert [
        row["added"] if "added" in row else row["adjusted"]
        for row in desk.read("ledger")
        if row["type"] == "adjustment"
    ] == ["12000"]


def test_a_foreign_account_begins_in_its_own_money(desk: Desk, tmp_path: Path) -> None:
    text = "Date,Description,In (USD),Out (USD),Balance\n,Opening balance,,,1000.50\n2020-03-01,Donation from Li Hua,500,,1500.50\n"
    said = brought(desk, tmp_path / "u.csv", text, "--opening")
    assert [(one["item"], one["amount"]) for one in said["opening"]] == [("USD", "1000.5")]


JANUARY = (
    "日期,摘要,收入,支出,余额\n,上年结转,,,3250\n2020-01-03,李华捐款,500,,3750\n2020-01-08,甲公司捐款,10000,,13750\n"
)
FEBRUARY = "日期,摘要,收入,支出,余额\n,上月结转,,,13750\n2020-02-05,王芳捐款,200,,13950\n"


def test_who_says_opening_only_after_the_import_is_heard(desk: Desk, tmp_path: Path) -> None:
    """The sentence was read after all was imported; said again with --opening, the file brought nothing new, and nothing was booked."""
    brought(desk, tmp_path / "1.csv", JANUARY)
    told = desk.do(f"import {tmp_path / '1.csv'} --yes")
    assert "3,250 yuan by the table, 0 yuan in the book before 2020-01-03; " in told.out
    said = brought(desk, tmp_path / "1.csv", JANUARY, "--opening")
    assert (said["import"], [(one["date"], one["amount"]) for one in said["opening"]]) == (2, [("2019-12-31", "3250")])
    assert on_hand(desk) == ["13750"]
    assert brought(desk, tmp_path / "1.csv", JANUARY, "--opening")["opening"] == []
    desk.do("check")
    desk.do("import --undo 2 --yes")
    assert on_hand(desk) == ["10500"]


def test_what_a_later_opening_has_is_not_booked_twice(desk: Desk, tmp_path: Path) -> None:
    """February first, then January, each with --opening: the book had 27,450 yuan where the account has 13,950, and nothing was said."""
    brought(desk, tmp_path / "2.csv", FEBRUARY, "--opening")
    said = brought(desk, tmp_path / "1.csv", JANUARY, "--opening")
    assert said["opening"] == []
    told = desk.do(f"import {tmp_path / '1.csv'} --yes --opening").out
    assert "but entry 2 says what was there before on 2020-01-31" in told
    assert "`donations reverse 2 --reason …`" in told
    desk.do("reverse 2 --reason 补早了")
    desk.do(f"import {tmp_path / '1.csv'} --yes --opening")
    assert on_hand(desk) == ["13950"]


def test_an_opening_in_a_closed_month_says_what_it_is_and_how_to_go_on(desk: Desk, tmp_path: Path) -> None:
    """Of a file of February it said that 2020-01-31 is closed, and to date it later, which nobody can."""
    desk.do("close 2020-01 --yes")
    (tmp_path / "2.csv").write_text(FEBRUARY, encoding="utf-8")
    refused = desk.run(f"import {tmp_path / '2.csv'} --yes --opening")
    assert refused.code == 1
    assert "(money: 13,750 yuan) would be booked on 2020-01-31, in a closed month" in refused.err
    told = desk.do(f"import {tmp_path / '2.csv'} --yes --opening --into-closed 上年结转").out
    assert "Opening stock of money on 2020-01-31: 13,750 yuan" in told
    assert on_hand(desk) == ["13950"]


def test_a_sheet_that_is_withheld_is_not_held_against_the_book(desk: Desk, tmp_path: Path) -> None:
    """It said 0 yuan in the book, whatever was there."""
    desk.do("receive 李华 12000元 --date 2020-02-01")
    (tmp_path / "3.csv").write_text(f"{MARCH}2020-03-06,王芳捐款,很多,,\n", encoding="utf-8")
    assert "There before" not in desk.run(f"import {tmp_path / '3.csv'} --yes").out


def test_what_a_row_takes_too_much_is_said_with_the_unit_of_the_language(desk: Desk, tmp_path: Path) -> None:
    """In English it got “2600 元”; programs read what it was."""
    (tmp_path / "3.csv").write_text(MARCH, encoding="utf-8")
    assert "got “2,600 yuan”" in desk.run(f"import {tmp_path / '3.csv'} --yes").out
    [problem] = brought(desk, tmp_path / "3.csv", MARCH)["files"][0]["problems"]
    assert problem["got"] == "2600 元"


BANK = "日期,摘要,收入,支出,余额\n,上年结转,,,5000\n2020-01-03,李华捐款,500,,5500\n"
CASH = "日期,摘要,收入,支出,余额\n,上年结转,,,300\n2020-01-05,王芳捐款,50,,350\n"


@pytest.mark.parametrize(("first", "second", "typed"), [(BANK, CASH, "300元"), (CASH, BANK, "5000元")])
def test_a_second_account_does_not_make_up_for_the_first(
    desk: Desk, tmp_path: Path, first: str, second: str, typed: str
) -> None:
    """The bank's 5,000 yuan were taken to hold the 300 of the cash box: 4,700 were booked beside these, and said to agree."""
    brought(desk, tmp_path / "a.csv", first, "--opening")
    (tmp_path / "b.csv").write_text(second, encoding="utf-8")
    told = desk.do(f"import {tmp_path / 'b.csv'} --yes --opening").out
    assert f"`donations adjust opening {typed} --date 2019-12-31` books this one's" in told
    desk.do(f"adjust opening {typed} --date 2019-12-31")
    assert on_hand(desk) == ["5850"]
    assert "adjust opening" not in desk.do(f"import {tmp_path / 'a.csv'} --yes --opening").out
    assert on_hand(desk) == ["5850"]


def test_what_a_second_account_lacks_without_its_opening_is_not_booked_beside_it(desk: Desk, tmp_path: Path) -> None:
    """What its rows lacked would be booked on their day, and the whole opening, which is then typed, once more."""
    brought(desk, tmp_path / "a.csv", CASH, "--opening")
    (tmp_path / "b.csv").write_text(f"{BANK}2020-01-09,资助学校,,5200,300\n", encoding="utf-8")
    refused = desk.run(f"import {tmp_path / 'b.csv'} --yes --opening")
    assert (refused.code, "`donations adjust opening 5000元 --date 2019-12-31`" in refused.out) == (1, True)
    desk.do("adjust opening 5000元 --date 2019-12-31")
    assert "adjust opening" not in desk.do(f"import {tmp_path / 'b.csv'} --yes --opening").out
    assert on_hand(desk) == ["650"]


def test_what_an_account_carries_is_booked_with_its_rows_alone(desk: Desk, tmp_path: Path) -> None:
    """A sheet that was refused for its total brings nothing forward, beside one that was imported."""
    account = "收支明细\n日期,摘要,收入,支出,余额\n,上年结余,,,1000\n2020-02-01,李华捐款,100,,1100\n2020-02-02,买米,,30,1070\n合计,,999,30,\n"
    (tmp_path / "account.csv").write_text(account, encoding="utf-8")
    (tmp_path / "gifts.csv").write_text("日期,捐赠人,金额\n2020-02-01,王芳,5\n", encoding="utf-8")
    desk.run(f"import {tmp_path / 'account.csv'} {tmp_path / 'gifts.csv'} --opening --yes")
    assert [(row["donor"], row["received"]) for row in desk.read("ledger")] == [("王芳", "5")]


@pytest.mark.parametrize(
    ("above", "headings", "carried"),
    [
        ("上月结余：12000", "收入（万元）,支出（万元）", None),
        ("上月结余：12000元", "收入（万元）,支出（万元）", 12000),
        ("上月结余：1.2,单位：万元", "收入,支出", 12000),
    ],
)
def test_a_number_above_is_of_ten_thousands_only_where_all_is(above: str, headings: str, carried: int | None) -> None:
    """12000 above 收入（万元） was 120 million."""
    assert carried_in(f"{above}\n日期,摘要,{headings}\n2020-03-02,李华捐款,1,\n") == [carried]
