"""A list that an earlier paper said, saved again without its numbers or with remarks of one's own: known, and none of its gifts is lost."""

import csv
import io
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

from donations.services.importing.lists_paired import paired
from donations.store.book import open_book
from donations.store.lists_beside import SaidRow, rows_beside

Rows = list[list[str]]

BANK: Rows = [
    ["交易日期", "对方户名", "收入金额", "支出金额", "余额", "摘要", "流水号"],
    ["2020-02-01 09:10:11", "李华", "100.00", "", "1100.00", "捐款", "G202002010001"],
    ["2020-02-02 10:11:12", "王芳", "200.00", "", "1300.00", "助学", "G202002020002"],
    ["2020-02-03 11:12:13", "甲公司", "5000.00", "", "6300.00", "捐款", "G202002030003"],
    ["2020-02-05 12:13:14", "赵敏", "50.00", "", "6350.00", "", "G202002050004"],
    ["2020-02-05 13:14:15", "李华", "100.00", "", "6450.00", "捐款", "G202002050005"],
    ["2020-02-06 14:15:16", "匿名", "10.00", "", "6460.00", "", "G202002060006"],
]
LATER = ["2020-02-07 09:00:00", "孙丽", "80.00", "", "6540.00", "捐款", "G202002070007"]


def without(rows: Rows, *headings: str) -> Rows:
    """The list without these columns."""
    left = [at for at, heading in enumerate(rows[0]) if heading not in headings]
    return [[row[at] for at in left] for row in rows]


def paper(folder: Path, name: str, rows: Rows) -> Path:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    (folder / name).write_text(stream.getvalue(), encoding="utf-8")
    return folder / name


def again(desk: Desk, folder: Path, first: Rows, second: Rows, *more: str) -> dict[str, Any]:
    """What became of the second list, once the first is in the book."""
    desk.do(f"import {paper(folder, 'first.csv', first)} --yes")
    answer = desk.do(f"import {paper(folder, 'second.csv', second)} --yes --format json", *more).json
    for table in answer["files"][0]["tables"]:
        assert table["rows"] == table["accepted"] + table["duplicate"] + table["ignored"] + table["rejected"]
    assert desk.is_in_order()
    found: dict[str, Any] = answer
    return found


REMARKS = [[*row, "备注" if at == 0 else "已开收据"] for at, row in enumerate(without(BANK, "摘要"))]


@pytest.mark.parametrize(("first", "second"), [
    (BANK, without(BANK, "流水号")), (without(BANK, "流水号"), BANK), (BANK, without(BANK, "流水号", "余额", "摘要")),
    (BANK, without([BANK[0], *BANK[:0:-1]], "流水号")), (BANK, without([BANK[0], *BANK[2:5]], "流水号")),
    (without(BANK, "摘要", "流水号"), without(REMARKS, "流水号")),
], ids=["dropped", "added", "remarks too", "turned", "a part", "remarks of one's own"])  # fmt: skip
def test_the_same_list_in_other_words_adds_nothing(desk: Desk, tmp_path: Path, first: Rows, second: Rows) -> None:
    found = again(desk, tmp_path, first, second)
    assert (found["entries"], found["said_before"]) == (0, [])
    assert found["files"][0]["tables"][0]["duplicate"] == len(second) - 1
    assert len(desk.read("ledger")) == len(BANK) - 1


def test_which_rows_are_known_is_told_and_what_to_do(desk: Desk, tmp_path: Path) -> None:
    found = again(desk, tmp_path, BANK, without(BANK, "流水号"))
    [one] = found["lists_again"]
    assert (one["file"], one["of_file"], one["import"]) == ("second.csv", "first.csv", 1)
    assert [(row["row"], row["entry"]) for row in one["rows"]] == [(at + 1, at) for at in range(1, 7)]
    said = desk.do(f"import {tmp_path / 'second.csv'} --dry-run").out
    assert "second.csv: rows 2–7 are taken for entries 1–6 of import 1 (first.csv), and are not booked again" in said
    assert "import with --as-new" in said
    assert desk.do(f"import {tmp_path / 'second.csv'} --as-new --yes --format json").json["entries"] == 6


def test_what_is_new_in_it_is_booked_and_only_that(desk: Desk, tmp_path: Path) -> None:
    """A further gift of the same giver, sum and day is a gift of its own, in whatever row it stands."""
    more = without([*BANK[:2], BANK[1], *BANK[2:], LATER], "流水号")
    found = again(desk, tmp_path, BANK, more)
    assert found["entries"] == 2
    assert sorted((row["date"], row["donor"]) for row in desk.read("ledger"))[:2] == [("2020-02-01", "李华")] * 2


def test_two_downloads_then_both_without_numbers(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {paper(tmp_path, 'week.csv', BANK[:5])} --yes")
    assert again(desk, tmp_path, [BANK[0], *BANK[3:]], without(BANK, "流水号"))["entries"] == 0


def test_both_papers_in_one_command(desk: Desk, tmp_path: Path) -> None:
    files = paper(tmp_path, "a.csv", BANK), paper(tmp_path, "b.csv", without(BANK, "流水号"))
    found = desk.do(f"import {files[0]} {files[1]} --yes --format json").json
    assert found["entries"] == 6
    assert [row["entry"] for row in found["lists_again"][0]["rows"]] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("command", ["reverse 2 --reason slip", "correct 2 201元 --reason slip"])
def test_what_a_hand_took_back_or_corrected_since_is_not_booked_again(desk: Desk, tmp_path: Path, command: str) -> None:
    desk.do(f"import {paper(tmp_path, 'first.csv', BANK)} --yes")
    desk.do(command)
    found = desk.do(f"import {paper(tmp_path, 'second.csv', without(BANK, '流水号'))} --yes --format json").json
    assert found["entries"] == 0
    known = [(row["row"], row["entry"]) for row in found["lists_again"][0]["rows"]]
    assert known == [(at + 1, at) for at in range(1, 7)]


def test_an_import_that_was_taken_back_says_nothing(desk: Desk, tmp_path: Path) -> None:
    again(desk, tmp_path, BANK, without(BANK, "流水号"))
    desk.do("import --undo 1")
    assert desk.do(f"import {tmp_path / 'second.csv'} --yes --format json").json["entries"] == 6


DAILY: Rows = [
    ["日期", "捐赠单位", "品名", "数量", "单位", "价值"],
    *([f"2020-02-0{day}", who, "盒饭", many, "份", worth] for day in (1, 2, 3) for who, many, worth in [
        ("甲饭店", "50", "500"), ("乙饭店", "60", "600"), ("丙饭店", "70", "700")]),
]  # fmt: skip
EACH_MONTH: Rows = [
    ["日期", "捐款人", "金额（元）"], *([f"2020-0{month}-05", who, money] for month in range(1, 7) for who, money in [
        ("李华", "50"), ("王芳", "100"), ("赵敏", "200")]),
]  # fmt: skip
ONE_DAY = [BANK[0], *(["2020-02-01", *row[1:]] for row in BANK[1:])]


def titled(title: str, *more: str) -> Rows:
    """A list of which the title alone says the day, with these words behind each row."""
    rows = [
        [who, money, *more]
        for who, money in zip("甲乙丙丁戊己庚", ["10", "20", "30", "50", "80", "100", "200"], strict=True)
    ]
    return [[title], ["姓名", "金额（元）", *["备注"] * len(more)], *rows]


def beside(rows: Rows, heading: str, words: str) -> Rows:
    """The list with the same words behind each row."""
    return [[*row, words if at else heading] for at, row in enumerate(rows)]


@pytest.mark.parametrize(("first", "second"), [
    (titled("2020年5月第一周捐款名单"), titled("2020年5月第二周捐款名单")),
    (titled("为小明捐款 2020年5月3日"), titled("为小红捐款 2020年5月3日")),
    (titled("2020年5月3日上午"), titled("2020年5月3日下午", "微信")),
    (without(ONE_DAY, "流水号", "摘要"), beside(without(ONE_DAY, "流水号", "摘要"), "备注", "为小明治病")),
    (beside(without(ONE_DAY, "流水号", "摘要"), "备注", "1月"), beside(without(ONE_DAY, "流水号", "摘要"), "备注", "11月")),
    (without(ONE_DAY, "摘要"), beside(without(ONE_DAY, "流水号", "摘要"), "备注", "第二轮")),
    (without(BANK[:4], "流水号", "摘要"), beside(without(BANK[:4], "流水号", "摘要"), "备注", "现金")),
    (ONE_DAY, without([*ONE_DAY[:-1], ["2020-02-01", "孙丽", "9", "", "", "", ""]], "流水号")),
    (without(DAILY, "价值"), beside(without(DAILY, "价值"), "备注", "晚餐")),
    (EACH_MONTH, beside(EACH_MONTH, "备注", "敬老")),
    (DAILY, [[*row[:5], f"{row[5]}0" if at else row[5]] for at, row in enumerate(DAILY)]),
], ids=["weeks", "two sick", "before and after noon", "a campaign", "months", "a second round", "few rows", "most of a day",
        "noon and night", "each month", "worth more"])  # fmt: skip
def test_lists_of_the_same_givers_are_other_gifts(desk: Desk, tmp_path: Path, first: Rows, second: Rows) -> None:
    """Whoever gives to two lists of one day often gives the same to both: they are booked, and told."""
    found = again(desk, tmp_path, first, second)
    many = len(second) - (2 if len(second[0]) == 1 else 1)
    assert found["entries"] == many
    assert "lists_again" not in found
    assert sum(len(one["rows"]) for one in found["said_before"]) >= many * 3 // 4


def test_boxes_of_one_day_in_which_nobody_is_named_are_boxes_of_their_own(desk: Desk, tmp_path: Path) -> None:
    boxes = [
        ["日期", "捐款人", "金额（元）"],
        *(["2020-05-03", "匿名", money] for money in ("1", "5", "10", "20", "50", "100")),
    ]
    found = again(desk, tmp_path, boxes, beside(boxes, "备注", "二号箱"))
    assert (found["entries"], found.get("lists_again")) == (6, None)


def test_a_list_of_one_day_without_its_numbers_is_known(desk: Desk, tmp_path: Path) -> None:
    assert again(desk, tmp_path, ONE_DAY, without(ONE_DAY, "流水号"))["entries"] == 0


def test_thousands_of_equal_gifts_with_other_remarks_are_held_against_each_other_in_linear_time() -> None:
    many = 20_000
    looked = 0

    class Note(str):
        __slots__ = ()

        def __contains__(self, other: object) -> bool:
            nonlocal looked
            looked += 1
            return False

    one = SaidRow(
        entry=1, of_import=1, digest="d", sheet=None, file="f", source=1, row=1, identity=None, is_numbered=0, date="2020-02-01",
        note=None, city=None, who="donor1", what="1", type="receipt", is_named=1, is_money=1, worth=None, is_standing=1,
    )  # fmt: skip
    olds = [one._replace(entry=at, note=Note(at)) for at in range(many)]
    news = [one._replace(entry=many + at, note=Note(many + at)) for at in range(many)]
    assert list(paired(news, {one.said: olds})) == []
    assert looked < 200 * many


OWN = [["日期", "捐款人", "金额（元）", "交易单号"], *([row[0][:10], row[1], row[2], row[6]] for row in BANK[1:6])]
FUND = [["日期", "捐款人", "金额（元）", "备注"], *(["2020-02-01", who, "100", ""] for who in "甲乙丙丁戊己庚")]
NUMBERED = [[*row, "流水号" if at == 0 else f"G20200201{at:04}"] for at, row in enumerate(FUND)]


@pytest.mark.parametrize(("first", "second"), [
    (NUMBERED, FUND), (BANK[:3], without(BANK[:3], "流水号")),
    (BANK, without([[*row[:5], "工资捐" if at else row[5], row[6]] for at, row in enumerate(BANK)], "流水号")),
    (BANK, [[*row[:6], "H" + row[6][1:] if at else row[6]] for at, row in enumerate(BANK)]),
    (OWN, [[*row, "用途" if at == 0 else "敬老"] for at, row in enumerate(without(OWN, "交易单号"))]),
], ids=["everybody the same on one day", "two rows", "other remarks", "other numbers", "another purpose"])  # fmt: skip
def test_what_may_be_other_gifts_is_booked_and_told(desk: Desk, tmp_path: Path, first: Rows, second: Rows) -> None:
    found = again(desk, tmp_path, first, second)
    assert found["entries"] == len(second) - 1
    assert "lists_again" not in found
    assert found["said_before"]


def test_a_further_gift_in_a_list_that_grew_is_not_taken_for_the_one_before(desk: Desk, tmp_path: Path) -> None:
    """Its own row says that one still, so that the other, which only says more, is new."""
    own = without(BANK, "流水号", "余额")
    grown = [*own, *([*row[:4], "另一笔" if not row[4] else f"{row[4]}，另一笔"] for row in own[1:4])]
    assert again(desk, tmp_path, own, grown)["entries"] == 3


def test_one_row_is_told_as_one(desk: Desk, tmp_path: Path) -> None:
    own = without(BANK, "流水号", "余额")
    desk.do(f"import {paper(tmp_path, 'first.csv', own)} --yes")
    remarked = [[*row[:4], "已开收据"] if row[1] == "赵敏" else row for row in own]
    said = desk.do(f"import {paper(tmp_path, 'second.csv', remarked)} --dry-run").out
    assert "second.csv: row 5 is taken for entry 4 of import 1 (first.csv), and is not booked again" in said


def test_of_earlier_papers_only_gifts_of_the_same_people_are_read(desk: Desk, tmp_path: Path) -> None:
    """So much was given by many on one day: who gave it tells them apart before a row is read. 李华 gave by another name first."""
    gifts = [
        ["日期", "捐款人", "金额（元）"],
        *(["2020-02-01", who, "100"] for who in ("李大华", "王芳", "甲公司", "赵敏")),
    ]
    desk.do(f"import {paper(tmp_path, 'first.csv', gifts)} --yes")
    more = [gifts[0], *(["2020-02-01", who, "100"] for who in ("李华", "孙丽", "周明"))]
    desk.do(f"import {paper(tmp_path, 'second.csv', more)} --yes")
    desk.do("donors merge 李大华 李华 --reason 同一人")
    with closing(open_book(desk.book, writing=False)) as book:
        assert [row.entry for row in rows_beside(book.connection, 5, 7, ())] == [1, 5, 6, 7]
