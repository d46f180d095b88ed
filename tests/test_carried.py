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
        ("姓名,金额\n上年结转300元,\n李华,500\n", 300),
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
        (9950, "9,900 yuan in the book before 2020-04-02, which has an opening of this money already; if"),
        (9000, "9,900 yuan in the book before 2020-04-02\n"),
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


BANK = "银行账,,,,\n日期,摘要,收入,支出,余额\n,上月结转,,,20000\n2020-03-04,王芳捐款,300,,20300\n"


def test_a_book_that_began_with_april_has_no_more_when_march_comes(desk: Desk, tmp_path: Path) -> None:
    """What March began with came to what April had counted of it, 22,400 in all."""
    for text in (APRIL.format(9900, 10400), MARCH):
        brought(desk, tmp_path / f"{len(text)}.csv", text, "--opening")
    assert on_hand(desk) == ["10400"]


def test_what_another_account_begins_with_is_not_booked_in_part(desk: Desk, tmp_path: Path) -> None:
    """Of the bank as much was missing as the cash book hadn't."""
    brought(desk, tmp_path / "3.csv", MARCH, "--opening")
    assert brought(desk, tmp_path / "b.csv", BANK, "--opening")["opening"] == []


def test_what_is_missing_in_a_book_that_began_without_is_said_with_opening(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 李华 500元 --date 2020-01-05 --yes")
    (tmp_path / "4.csv").write_text(APRIL.format(9900, 10400), encoding="utf-8")
    assert "500 yuan in the book before 2020-04-02; with --opening" in desk.do(f"import {tmp_path / '4.csv'} --yes").out


def test_a_foreign_account_begins_in_its_own_money(desk: Desk, tmp_path: Path) -> None:
    text = "Date,Description,In (USD),Out (USD),Balance\n,Opening balance,,,1000.50\n2020-03-01,Donation from Li Hua,500,,1500.50\n"
    said = brought(desk, tmp_path / "u.csv", text, "--opening")
    assert [(one["item"], one["amount"]) for one in said["opening"]] == [("USD", "1000.5")]
