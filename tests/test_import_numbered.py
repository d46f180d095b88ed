"""Rows with transaction numbers of their own, and stock that was there before: what is one, what is two, what is missing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW, Desk
from gifts import Gift, imported, money, paper

from donations import errors
from donations.domain.amount import LARGEST_MINOR, Counted
from donations.domain.entry import Flow
from donations.domain.imported import Outcome
from donations.domain.there_before import Opened
from donations.importers.quick.plain import Numbered
from donations.importers.table import Record
from donations.services.checking import check
from donations.services.importing import drafts
from donations.services.importing import papers as importing
from donations.services.importing.numbered import ByNumber
from donations.services.importing.papers import Paper
from donations.services.importing.rows import Wishes
from donations.store import journal
from donations.store.book import Book, open_book


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    """A new, empty book."""
    with closing(open_book(book_path, writing=True)) as opened:
        yield opened


def classes(outcome: Outcome) -> list[tuple[int, int]]:
    """Of each table how many rows were new, and how many were there."""
    return [(table.accepted, table.duplicate) for file in outcome.files for table in file.tables]


def test_one_number_in_one_table_is_one_payment_unless_it_says_something_else(book: Book) -> None:
    """An order of several goods has a row for each; the same row twice is a slip. Both are known when they come again."""
    rows = [
        money(yuan=5, identity="o:1"),
        money(yuan=7, identity="o:1"),
        money(yuan=5, identity="o:1"),
        money(yuan=7, identity="o:1"),
    ]
    other_day = money(yuan=5, identity="o:1", day=date(2020, 2, 3))
    assert classes(imported(book, [*rows, other_day])) == [(3, 2)]
    assert classes(imported(book, [*rows, other_day])) == [(0, 5)]
    assert check(book) == []


def test_one_number_in_two_tables_of_an_import_is_one_payment(book: Book) -> None:
    """Whatever the second says of it: two statements tell of one transaction."""
    first, second = money(yuan=5, identity="o:1"), money("小李", yuan=7, identity="o:1")
    assert classes(imported(book, [first], [second])) == [(1, 0), (0, 1)]
    assert journal.read(book.connection, 1).lines[0].amount.minor == 500


def test_a_sheet_that_was_refused_leaves_its_numbers_to_others(book: Book) -> None:
    bad = Gift(number=0)
    tables = [
        *paper([money(yuan=5, identity="o:1"), bad], sheet="A").tables,
        *paper([money(yuan=7, identity="o:1")], sheet="B").tables,
    ]
    outcome = imported(book, Paper("b.xlsx", "5" * 64, tables))
    assert [(table.accepted, table.imported) for table in outcome.files[0].tables] == [(1, 0), (1, 1)]
    assert journal.read(book.connection, 1).lines[0].amount.minor == 700


OUT = [
    Gift("市三院", number=8, day=date(2020, 2, 5), type="distribution"), Gift("市三院", number=5, day=date(2020, 2, 7), type="distribution"),
    Gift("市三院", number=4, day=date(2020, 2, 7), type="distribution"),
]  # fmt: skip


def test_what_is_missing_is_told_of_the_first_day_and_of_the_last_rows(book: Book) -> None:
    """Of the day that lacks most; only rows without which it would do are named, the last ones, in the order of the sheet."""
    outcome = imported(book, [*OUT, Gift(number=10), Gift("王芳", number=2, day=date(2020, 2, 6))])
    assert isinstance(outcome.refused, errors.NotInBefore)
    assert outcome.refused.facts == {"item": "口罩", "day": "2020-02-07", "missing": Counted("5", "个")}
    assert [(one.row, one.got) for one in outcome.files[0].problems] == [(3, "5 个"), (4, "4 个")]
    assert [(table.accepted, table.imported) for table in outcome.files[0].tables] == [(5, 0)]
    assert journal.last_recorded(book.connection)[0] == 0


def test_no_row_is_named_without_which_nothing_more_is_missing(book: Book) -> None:
    """Four masks are missing, and the last row gave out four; of what goes back to who gave it likewise."""
    outcome = imported(book, [*OUT, Gift(number=13)])
    assert [(one.row, one.got) for one in outcome.files[0].problems] == [(4, "4 个")]
    back = [returned(money("李华", yuan, day=date(2020, 2, yuan))) for yuan in (3, 4)]
    outcome = imported(book, [money("李华", 3), money("王芳", 90), *back])
    assert isinstance(outcome.refused, errors.RefundsBeyond)
    assert outcome.refused.facts == {"party": "李华", "item": "CNY", "missing": Counted("4", "元")}
    assert [(one.row, one.got) for one in outcome.files[0].problems] == [(5, "4 元")]


def returned(gift: Gift) -> Record:
    """A row of money that goes back to who gave it."""
    draft = gift.draft()
    [line] = draft.lines
    return Record(0, (replace(draft, type="return", lines=(replace(line, flow=Flow.REFUNDED),)),))


def test_no_more_rows_are_named_than_anybody_reads(book: Book) -> None:
    rows = [Gift("市三院", number=1, day=date(2020, 2, 5), type="distribution") for _row in range(30)]
    [file] = imported(book, [*rows, Gift(number=1)]).files
    assert [one.row for one in file.problems] == list(range(12, 32))


def test_what_was_there_before_is_as_much_as_the_worst_day_lacks(book: Book) -> None:
    """Booked on the first day that lacks something, once for each item; of what nobody counted an unknown amount."""
    unknown = Gift("市三院", "手套", None, None, date(2020, 2, 8), "distribution")
    outcome = imported(book, [*OUT, Gift(number=10), unknown], opens=True)
    assert outcome.refused is None
    assert outcome.opened == [Opened(6, "口罩", "2020-02-07", "7", "个"), Opened(7, "手套", "2020-02-08", "?", "")]
    assert (outcome.first, outcome.last, outcome.entries) == (1, 7, 7)
    found = journal.read(book.connection, 6)
    assert (found.type, found.reason, found.date, found.lines[0].amount.minor) == (
        "adjustment",
        "opening",
        date(2020, 2, 7),
        7,
    )
    assert check(book) == []


def test_no_more_was_there_before_than_a_line_holds(book: Book) -> None:
    most = Gift("市三院", number=LARGEST_MINOR, day=date(2020, 2, 5), type="distribution")
    with pytest.raises(errors.AmountTooLarge) as refused:
        imported(book, [most, most], opens=True)
    assert refused.value.facts == {"got": f"口罩 {2 * LARGEST_MINOR}个", "largest": f"{LARGEST_MINOR}个"}
    assert journal.last_recorded(book.connection)[0] == 0
    assert imported(book, [most], opens=True).entries == 2


def test_an_unknown_amount_leaves_only_what_had_come_in(book: Book) -> None:
    """Not what comes in later; the row is told."""
    unknown = Gift("市三院", number=None, unit=None, day=date(2020, 2, 5), type="distribution")
    outcome = imported(book, [unknown, Gift(number=3, day=date(2020, 2, 6))])
    assert isinstance(outcome.refused, errors.NothingInBefore)
    assert outcome.refused.facts == {"item": "口罩", "day": "2020-02-05"}
    assert [(one.row, one.got) for one in outcome.files[0].problems] == [(2, "?")]
    assert imported(book, [unknown, Gift(number=3, day=date(2020, 2, 5))]).entries == 2


def test_who_waits_hears_how_far_a_long_paper_is(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time so many rows more are read, of which file, and how many; a short one says nothing."""
    monkeypatch.setattr(importing, "_TOLD_EACH", 3)
    heard: list[tuple[str, int]] = []
    papers = [paper([money(yuan=1 + row) for row in range(rows)], f"{rows}.csv", f"{rows:064}") for rows in (7, 2, 3)]
    importing.import_papers(book, papers, Wishes(), NOW, lambda name, rows: heard.append((name, rows)))
    assert heard == [("7.csv", 3), ("7.csv", 6), ("3.csv", 3)]
    importing.import_papers(book, papers, Wishes(), NOW)


def test_plain_rows_of_the_last_closed_day_need_a_reason_and_those_of_the_next_none(desk: Desk, tmp_path: Path) -> None:
    """Whichever way rows are taken; with a reason it is kept for each of the closed month."""
    desk.do("receive 李华 1元 --date 2020-01-05")
    desk.do("close 2020-01")
    sheet = tmp_path / "a.csv"
    days = ["2020-01-30", "2020-01-31", *["2020-02-01"] * 9, "2020-01-31"]
    rows = [f"{day},李华,口罩,{number},个\n" for number, day in enumerate(days, 5)]
    sheet.write_text("日期,捐赠人,物资,数量,单位\n" + "".join(rows), encoding="utf-8")
    answer = desk.run(f"import {sheet} --yes --format json")
    assert answer.code == 65
    [file] = answer.json["files"]
    assert [problem["row"] for problem in file["problems"]] == [2, 3, 13]
    assert len(desk.read("journal")) == 1
    desk.do(f"import {sheet} --yes --into-closed 补登")
    with closing(sqlite3.connect(desk.book)) as connection:
        acts = connection.execute("select subject from register_change where act = 'into_closed' order by 1").fetchall()
    assert acts == [(2,), (3,), (13,)]
    assert desk.is_in_order()


def test_what_cells_mean_is_remembered_up_to_a_limit() -> None:
    """Each cell is asked for once; when there are too many all are forgotten, and whoever follows them notices."""
    asked: list[str] = []

    def doubled(cell: str) -> str:
        asked.append(cell)
        return cell * 2

    cells, seen = Numbered(doubled, 3), ByNumber(1, lambda meaning: (meaning.upper(),))
    assert [cells[cell] for cell in "abcabc"] == [0, 1, 2] * 2
    assert asked == list("abc")
    assert seen.follow(cells.means) == 0
    cells.forget()
    assert [cells[cell] for cell in "dda"] == [0, 0, 1]
    assert asked == list("abcda")
    assert seen.follow(cells.means) == 0
    assert seen.parts == (["DD", "AA"],)
    assert cells["e"] == 2
    assert seen.follow(cells.means) == 2
    assert seen.parts == (["DD", "AA", "EE"],)


def test_names_are_not_looked_up_again_for_each_paper(book: Book) -> None:
    """Of twenty papers more with the same names each asks little more than to write its rows."""
    papers = [
        paper(
            [Gift(f"捐赠人{row}", f"口罩{row}型", 30 * row + number + 1) for row in range(20)],
            f"{number}.csv",
            f"{number:064}",
        )
        for number in range(30)
    ]
    imported(book, *papers[:10])
    asked: list[str] = []
    book.connection.set_trace_callback(asked.append)
    assert imported(book, *papers[10:]).entries == 400
    book.connection.set_trace_callback(None)
    assert len(asked) <= 1500, "of each name once in every paper: 2445"


SPLIT = "日期,捐款人,交易单号,金额（元）,定向\n2020-02-01,李华,{0},50,助学\n2020-02-01,李华,{0},50,抗疫\n2020-02-02,王芳,{1},30,助学\n2020-02-02,王芳,{1},40,抗疫\n"
LONG = ("4200001234567890123456789012", "4200001234567890123456789013")


def paper_of(folder: Path, content: str) -> Path:
    (folder / "a.csv").write_text(content, encoding="utf-8")
    return folder / "a.csv"


def came(desk: Desk, file: Path) -> tuple[int, int]:
    """How many rows of it were new, and how many known."""
    [table] = desk.do(f"import {file} --yes --format json").json["files"][0]["tables"]
    return table["accepted"], table["duplicate"]


@pytest.mark.parametrize("numbers", [LONG, ("A1", "A2")])
@pytest.mark.parametrize("more", [0, 3000], ids=["short", "long"])
def test_equal_parts_of_one_payment_for_two_purposes_are_both_booked(
    desk: Desk, tmp_path: Path, numbers: tuple[str, str], more: int
) -> None:
    """The second was taken for the first. They are known when they come again, and so is the same row twice."""
    rows = SPLIT.format(*numbers) + "".join(f"2020-02-03,赵{at},{numbers[0]}{at:05},5,\n" for at in range(more))
    file = paper_of(tmp_path, rows)
    assert came(desk, file) == (4 + more, 0)
    assert came(desk, file) == (0, 4 + more)
    again = paper_of(tmp_path, rows + f"2020-02-01,李华,{numbers[0]},50,抗疫\n2020-02-01,李华,{numbers[0]},50,医疗\n")
    assert came(desk, again) == (1, 5 + more)
    assert desk.is_in_order()


def test_parts_of_payments_in_books_that_told_no_purposes_apart(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What they have is known; the part that they lost comes."""
    file = paper_of(tmp_path, SPLIT.format(*LONG))
    with monkeypatch.context() as patched:
        patched.setattr(drafts, "purpose_said", lambda _line: "")
        assert came(desk, file) == (3, 1)
    assert came(desk, paper_of(tmp_path, SPLIT.format(*LONG) + "\n")) == (1, 3)
    assert came(desk, paper_of(tmp_path, SPLIT.format(*LONG) + "\n\n")) == (0, 4)
