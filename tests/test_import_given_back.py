"""Rows of bills that give back a payment: found by its number, to who gave it, and never more than it brought."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from conftest import NOW, Desk
from gifts import imported, money
from test_import import totals

from donations import errors
from donations.domain.amount import MONEY
from donations.domain.parsing import parse_quantity
from donations.domain.period import Period
from donations.importers.table import Record
from donations.services.changes import Changes
from donations.services.checking import check
from donations.services.closing import IfClosed, close
from donations.services.correcting import correct, reverse
from donations.services.naming import Meant
from donations.store import journal
from donations.store.book import Book, open_book


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    """A new, empty book."""
    with closing(open_book(book_path, writing=True)) as opened:
        yield opened


def paid_back(number: str, yuan: int, of: str = "w:1", otherwise: str | None = None, **gift: object) -> Record:
    """A row of a bill that gives back a payment, with a transaction number of its own."""
    row = money("退款", yuan, number, **gift).record(0)
    return row._replace(gives_back=of, otherwise=otherwise)


def test_rows_that_give_back_a_payment_give_back_no_more_than_it_brought(book: Book) -> None:
    """To who gave it, whoever stands in the row; each such row once, and none where nothing is left."""
    imported(book, [money("李华", 100, "w:1", city="吉安市"), money("王芳", 100, "w:2")])
    first = imported(book, [paid_back("w:3", 30, note="卖家退款")])
    assert (first.count("accepted"), first.entries) == (1, 1)
    found = journal.read(book.connection, 3)
    assert (found.type, found.city, found.note, found.parties) == (
        "return", "吉安市", "卖家退款", journal.read(book.connection, 1).parties,
    )  # fmt: skip
    again = imported(book, [paid_back("w:3", 30), paid_back("w:4", 80), paid_back("w:5", 1)])
    assert (again.count("accepted"), again.count("duplicate"), again.entries) == (1, 2, 1)
    assert totals(book) == [(MONEY, "九江市", 10000, 0, 0, 0, 0)]
    assert imported(book, [paid_back("w:6", 100, "w:2"), paid_back("w:7", 1, "w:2")]).entries == 1
    assert totals(book) == []
    assert check(book) == []


def test_a_row_that_gives_back_what_is_not_there_is_passed_over_for_its_reason(book: Book) -> None:
    """As the bill says; and as known, where the payment was taken back by hand."""
    outcome = imported(book, [paid_back("w:4", 30, "w:8", otherwise="spent elsewhere")])
    assert outcome.files[0].tables[0].reasons == {"spent elsewhere": 1}
    imported(book, [money("李华", 100, "w:1")])
    reverse(book, 1, "误记", NOW)
    assert imported(book, [paid_back("w:3", 30, otherwise="spent elsewhere")]).count("duplicate") == 1
    assert totals(book) == []


def test_what_goes_back_of_a_corrected_payment_is_held_against_the_right_one(book: Book) -> None:
    imported(book, [money("李华", 100, "w:1")])
    correct(book, 1, Changes(quantities=(parse_quantity("60元"),), reason="数错", request="a1"), NOW, Meant())
    assert imported(book, [paid_back("w:3", 90)]).entries == 1
    back = journal.read(book.connection, 4)
    assert back.lines[0].amount.minor == 6000
    assert (back.request, back.reason, back.corrects, back.reverses) == (None, None, None, None)
    assert imported(book, [paid_back("w:4", 1)]).entries == 0


def test_a_payment_and_the_row_that_gives_it_back_in_one_file(book: Book) -> None:
    outcome = imported(book, [money("李华", 100, "w:1"), paid_back("w:3", 40)])
    assert (outcome.count("accepted"), outcome.entries) == (2, 2)
    assert totals(book)[0][2] == 6000


def test_what_goes_back_into_a_closed_month_needs_a_reason(book: Book) -> None:
    imported(book, [money("李华", 100, "w:1", day=date(2020, 1, 5))])
    close(book, Period.month("2020-01"), date(2020, 4, 1), NOW)
    back = paid_back("w:3", 40, day=date(2020, 1, 6))
    refused = imported(book, [back], if_closed=IfClosed(date(2020, 4, 1)))
    assert [problem.expected for problem in refused.files[0].problems] == [errors.ClosedMonth.sentence]
    assert imported(book, [back], if_closed=IfClosed(date(2020, 4, 1), "补记")).entries == 1
    assert check(book) == []


PAPER = "日期,捐赠人,金额（元）\n2020-02-01,李华,100\n2020-02-01,王芳,50\n2020-02-01,孙某,70\n"


def test_an_undone_import_says_what_went_back_since_and_no_longer_came(desk: Desk, tmp_path: Path) -> None:
    """As `reverse` says of one entry; what was given back of other gifts, or before the book began, is not told."""
    paper = tmp_path / "捐款.csv"
    paper.write_text(PAPER, encoding="utf-8")
    desk.do("receive 孙某 70元 --date 2020-01-01 --yes --new")
    desk.do(f"import {paper} --yes")
    for line in ("李华 100元", "王芳 20元 --opening", "王芳 10元", "孙某 70元", "赵某 5元 --opening --new"):
        desk.do(f"refund {line} --date 2020-02-02 --yes")
    desk.do("receive 钱某 900元 --date 2020-01-01 --yes --new")
    told = desk.do("import --undo 1").err
    assert "李华 has now been given back 100 yuan of money more than was given" in told
    assert "王芳 has now been given back 30 yuan" in told
    assert "孙某" not in told
    assert "赵某" not in told
    assert desk.is_in_order()


@pytest.mark.parametrize(
    ("given", "besides", "refund", "told"),
    [
        ("李华 100元", "李华 --with 王芳 600元", "李华 100元", "李华 has now been given back 100 yuan"),
        ("李华 --with 王芳 600元", "李华 600元", "李华 600元 --of 1", "李华、王芳 has now been given back 600 yuan"),
        ("李华 100元", "李华 --with 王芳 600元", "李华 100元 --of 2", ""),
    ],
    ids=["what one gave alone", "what two gave", "the other gift"],
)
def test_what_others_gave_with_a_donor_makes_nothing_good_of_an_undone_import(
    desk: Desk, tmp_path: Path, given: str, besides: str, refund: str, told: str
) -> None:
    """Who was given back what the import brought stands below nothing then, whatever came from them together with others, or alone."""
    other, file = tmp_path / "other.db", tmp_path / "other.csv"
    desk.do(f"init --name 协会 --book {other}")
    desk.do(f"receive {given} --date 2020-01-01 --yes --new --book {other}")
    desk.do(f"export book -o {file} --book {other}")
    desk.do(f"import {file} --yes")
    desk.do(f"receive {besides} --date 2020-01-01 --yes --new")
    desk.do(f"refund {refund} --date 2020-02-02 --yes")
    said = desk.do("import --undo 1").err
    assert told in said
    assert bool(told) == bool(said)
    assert bool(told) == any(row["received"].startswith("-") for row in desk.read("totals --by donor"))


def test_an_undone_import_says_what_came_back_and_never_went(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "发放.csv"
    paper.write_text("日期,接收单位,物资名称,数量,单位\n2020-02-01,九江市医院,口罩,30,个\n", encoding="utf-8")
    desk.do("receive 李华 口罩100个 --date 2020-01-01 --yes --new")
    desk.do(f"import {paper} --yes")
    desk.do("return 九江市医院 口罩12个 --date 2020-02-02 --yes")
    assert "九江市医院 has now brought back 12 pcs of masks more than was handed over" in desk.do("import --undo 1").err


def test_of_many_that_no_longer_came_the_first_are_told_and_the_others_counted(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "捐款.csv"
    rows = [f"2020-02-01,某某{number}号户,10" for number in range(25)]
    paper.write_text("\n".join(["日期,捐赠人,金额（元）", *rows]), encoding="utf-8")
    desk.do(f"import {paper} --yes")
    desk.do("receive 钱某 900元 --date 2020-01-01 --yes --new")
    for number in range(25):
        desk.do(f"refund 某某{number}号户 10元 --date 2020-02-02 --yes")
    told = desk.do("import --undo 1").err
    assert told.count("has now been given back") == 20
    assert "went back than came: 5." in told
