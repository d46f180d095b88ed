"""Plain rows by the thousand are what the same rows are one by one: entries, chain, sums, and what they are known by."""

import os
import random
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import NOW
from harness.shares import each_once
from test_import import views

from donations.domain.imported import Outcome
from donations.domain.period import Period
from donations.importers.sheet import Merged, Sheet
from donations.importers.table import Plain, Settings
from donations.importers.tables import tables
from donations.services.checking import check
from donations.services.closing import close
from donations.services.importing.papers import Paper, import_papers
from donations.services.importing.plain import PlainTable
from donations.services.importing.rows import Rows, Wishes
from donations.store.book import Book, open_book
from donations.store.bulk import bulk
from donations.store.bulk import plain as bulk_plain

DONORS = (
    "李华", " 李华", "九江市红十字会", "A&B <Co>", '张"三"', "Li\\Wei", "李华、王芳", "爱心人士", "𠮷田", "合计", "", "名" * 101,
)  # fmt: skip
ITEMS = ("口罩", "3M口罩", "大米", "手套（大号）", "口罩（儿童）", "现金", "", "苹果/梨")
NUMBERS = (
    "5", "100", "12.5", "0.001", "1.0", "007", "0", "", "1,000", "一批", "-3", "5箱", "99999999999999", "0.0000001",
)  # fmt: skip
SUMS = (
    "5", "1,000.00", "12.5", "0.01", "200", "1,234", "0", "", "-5", "500元", "¥20", "10,2000", "1 000", "口罩5个", "12.345", "1.234,50",
    "$5", "捌佰", "0.0000001", "9" * 15, "9" * 16,
)  # fmt: skip
UNITS = ("个", "只", "箱", "斤", "公斤", "", "pcs", "件")
NOTES = ("", "急用", 'a "b"\\', "二\t行", "注" * 1001, "𠮷")
HEADINGS = {
    "goods in": ("日期", "捐赠人", "物资", "数量", "单位", "城市", "备注"),
    "goods out": ("日期", "受赠单位", "物资", "数量", "单位", "城市", "备注"),
    "in thousands": ("日期", "捐赠人", "物资", "数量（千个）", "规格", "用途", "备注"),
    "without days": ("序号", "捐赠人", "物资", "数量", "单位", "仓库", "备注"),
    "money": ("日期", "捐赠人", "金额（元）", "城市", "备注"),
    "money in thousands": ("捐赠人", "日期", "金额（万元）", "用途", "支付方式"),
    "money passed on": ("日期", "捐赠人", "受赠单位", "捐款金额", "县区", "备注"),
    "passed on": ("日期", "捐赠人", "受赠单位", "物资", "数量", "单位", "备注"),
    "arranged": ("日期", "捐赠人", "对接人", "物资", "受赠单位", "数量", "单位", "城市"),
    "money with numbers": ("日期", "捐赠人", "金额（元）", "流水号", "备注"),
    "goods with numbers": ("交易单号", "日期", "捐赠人", "物资", "数量", "单位", "城市"),
    "passed on with numbers": ("日期", "捐赠人", "受赠单位", "物资", "数量", "单位", "订单号"),
    "with a county": ("日期", "捐赠人", "物资", "数量", "单位", "县区", "经手人"),
}


NUMBERED = (
    *(f"2020{number:05d}" for number in range(260)), *(f"4200{number:015d}" for number in range(20)), *map(str, range(20)), "", "合计",
    "4E+15", "A-7", "1" * 40, "１２３", "无",
)  # fmt: skip
"""Transaction numbers of their own: short and long ones, of which some come twice."""
ODD_DAYS, CITIES = ("2020-02-01", "2020-02-29", "昨儿", "", "2月3日"), ("九江市", "", "修水县", "一号仓")
CELLS = {
    "日期": (ODD_DAYS, 2),
    "捐赠人": (DONORS, 7),
    "受赠单位": (("九江市第一人民医院", "", "市三院", "无", *DONORS), 3),
    "对接人": (("王芳", "", "李华", *DONORS), 3),
    "金额（元）": (SUMS, 6),
    "金额（万元）": (SUMS, 6),
    "捐款金额": (SUMS, 6),
    "支付方式": (("微信", "", "退款", "物资", "美元"), 2),
    "物资": (ITEMS, 5),
    "数量": (NUMBERS, 4),
    "数量（千个）": (NUMBERS, 4),
    "单位": (UNITS, 5),
    "备注": (NOTES, 4),
    "经手人": (NOTES, 4),
    "序号": (("1", "2", "三"), 2),
    "流水号": (NUMBERED, 300),
    "交易单号": (NUMBERED, 300),
    "订单号": (NUMBERED, 300),
}
"""What may stand in a column, and how many of these are plain; elsewhere one of CITIES."""


def random_rows(chance: random.Random, headings: tuple[str, ...], count: int) -> list[list[str]]:
    """A table of rows that are plain for the most part."""

    def cell(heading: str) -> str:
        words, plain = CELLS.get(heading, (CITIES, len(CITIES)))
        return chance.choice(words if chance.random() < 0.03 else words[:plain])

    rows = [[cell(heading) for heading in headings] for _row in range(count)]
    for row in chance.sample(rows, count // 40):
        row[chance.randrange(len(row))] = Merged("李华", down=True)
    for row in chance.sample(rows, count // 40):
        row[:] = row[: chance.randrange(len(row))]
    return [["2020年2月捐赠明细 2020年2月20日"], list(headings), *rows]


def taken(book: Book, rows: list[list[str]], *, accepts_good: bool = True, sha256: str = "0" * 64) -> Outcome:
    """What importing the table did; of goods given out what is missing was there before."""
    sheet = Sheet(None, iter(list(enumerate(rows, 1))))
    settings = Settings(date(2020, 4, 1))
    paper = Paper("gifts.csv", sha256, tables(sheet, settings))
    return import_papers(book, [paper], Wishes(accepts_good=accepts_good, opens=True), NOW)


def stored(book: Book) -> list[list[tuple[object, ...]]]:
    """All that stands in the tables that an import writes."""
    written = (
        "entry",
        "line",
        "entry_party",
        "entry_note",
        "party",
        "party_name",
        "chain",
        "import_row",
        "register_change",
    )
    sums = ("day_total", "month_total", "day_stock", "item", "item_name")
    return [sorted(book.connection.execute(f"select * from {name}").fetchall(), key=repr) for name in (*written, *sums)]


@pytest.fixture
def even_salts(monkeypatch: pytest.MonkeyPatch) -> random.Random:
    """Salts that come again when the source of them is seeded again, so that two books can be compared to the byte."""
    source = random.Random()
    monkeypatch.setattr(os, "urandom", source.randbytes)
    return source


class Both(NamedTuple):
    """What each way made of the rows: all that is stored, the outcome, what the views say, and what `check` finds."""

    stored: list[list[list[tuple[object, ...]]]]
    outcomes: list[Outcome]
    views: list[dict[str, list[str]]]
    found: list[object]


def both(
    folder: Path, empty_book: Path, rows: list[list[str]], salts: random.Random, *, good: bool = True,
    sha256: str = "0" * 64,
) -> Both:  # fmt: skip
    """Import the rows both ways, into a book each; `good`: whether good rows are wanted beside bad ones."""
    made = Both([], [], [], [])
    for way in ("plain", "careful"):
        path = folder / f"{way}.db"
        shutil.copy(empty_book, path)
        with closing(open_book(path, writing=True)) as book, pytest.MonkeyPatch.context() as patch:
            if way == "careful":
                patch.setattr(Rows, "take_plain", lambda _self, _plain, start, **_how: (start, 0))
            salts.seed(1)
            made.outcomes.append(taken(book, rows, accepts_good=good, sha256=sha256))
            made.stored.append(stored(book))
            made.views.append(views(book))
            made.found.extend(check(book))
    return made


@pytest.mark.parametrize(("name", "many"), each_once(HEADINGS, (10_000, 40)))
def test_both_ways_write_the_same_book(
    tmp_path: Path, empty_book: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, even_salts: random.Random,
    name: str, many: int,
) -> None:  # fmt: skip
    """Plain rows among blank, merged, broken and refused ones: to the byte the same entries, chain, sums and outcome."""
    monkeypatch.setattr(bulk, "MANY", many)
    monkeypatch.setattr(bulk_plain, "BATCH", 30)
    plain: list[int] = []
    take = PlainTable.take

    def counted(self: PlainTable, told: Plain, start: int, *, known_only: bool = False) -> int:
        end = take(self, told, start, known_only=known_only)
        plain.append(end - start)
        return end

    monkeypatch.setattr(PlainTable, "take", counted)
    rows = random_rows(chance, HEADINGS[name], 300)
    made = both(tmp_path, empty_book, rows, even_salts)
    for one, other in (made.stored, made.outcomes, made.views):
        assert one == other
    assert made.found == []
    assert made.outcomes[0].count("accepted") > 100
    assert sum(plain) > 60, "most rows are plain, or this compares nothing"


def test_the_comparison_sees_another_book(
    tmp_path: Path, empty_book: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, even_salts: random.Random
) -> None:
    """Broken by hand: exact amounts are written as about, and the comparison and `check` say so."""
    exact = bulk_plain._statements

    def about(consecutive: frozenset[str], rows: str, *, with_amounts: bool) -> tuple[str, ...]:
        written = exact(consecutive, rows, with_amounts=with_amounts)
        return tuple(statement.replace("'exact'", "'about'") for statement in written)

    monkeypatch.setattr(bulk_plain, "_statements", about)
    made = both(tmp_path, empty_book, random_rows(chance, HEADINGS["goods in"], 60), even_salts)
    assert made.stored[0] != made.stored[1]
    assert made.views[0] != made.views[1]
    assert made.found != []


@pytest.mark.parametrize("accepts_good", [True, False])
def test_a_sheet_that_is_refused_leaves_nothing_of_its_plain_rows(
    tmp_path: Path, empty_book: Path, chance: random.Random, even_salts: random.Random, accepts_good: bool
) -> None:
    """A bad row behind plain ones takes all of them back, or none; both ways agree."""
    rows = random_rows(chance, HEADINGS["goods in"], 200)
    rows.append(["2020-02-01", "李华", "口罩", "若干吧", "个", "九江市", ""])
    made = both(tmp_path, empty_book, rows, even_salts, good=accepts_good)
    assert made.stored[0] == made.stored[1]
    assert made.outcomes[0] == made.outcomes[1]
    assert made.outcomes[0].count("rejected") > 0
    assert (made.outcomes[0].entries > 0) == accepts_good


def test_plain_rows_of_a_closed_month_are_refused_too(book_path: Path, chance: random.Random) -> None:
    """What is dated in a closed month is rejected row by row, among rows that are taken."""
    above, names, *rows = random_rows(chance, HEADINGS["goods in"], 200)
    for place, row in enumerate(rows):
        row[:1] = [f"2020-0{place % 2 + 2}-10"]
    with closing(open_book(book_path, writing=True)) as book:
        close(book, Period.month("2020-02"), date(2020, 4, 1), NOW)
        outcome = taken(book, [above, names, *rows])
        assert outcome.count("accepted") > 30
        assert outcome.count("rejected") > 90
        days = book.connection.execute("select distinct date from entry").fetchall()
        assert days == [("2020-03-10",)]


@pytest.mark.parametrize("headings", HEADINGS.values(), ids=HEADINGS)
def test_plain_rows_come_again_in_any_order_and_add_nothing(
    book_path: Path, chance: random.Random, headings: tuple[str, ...]
) -> None:
    """What the plain way notes a row by is what the careful way knows it by."""
    above, names, *rows = random_rows(chance, headings, 300)
    rows = [row for row in rows if len(row) == len(names) and all(row[:4]) and "合计" not in row]
    with closing(open_book(book_path, writing=True)) as book:
        first = taken(book, [above, names, *rows])
        assert first.count("accepted") > 50
        chance.shuffle(rows)
        again = taken(book, [above, names, *rows], sha256="1" * 64)
        assert again.count("accepted") == 0
        assert again.count("duplicate") >= first.count("accepted") + first.count(
            "duplicate"
        )  # of one number some may be slips


def test_rows_that_name_two_come_again_without_being_looked_at_one_by_one(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plain way knows each by what it noted, and no row goes the careful way."""
    names = ["日期", "捐赠人", "转交单位", "物资", "数量", "单位"]
    rows = [["2020-02-01", "李华", f"九江市第{place}中学", "口罩", "5", "个"] for place in "一二三四五六七八九"]
    with closing(open_book(book_path, writing=True)) as book:
        assert taken(book, [names, *rows]).count("accepted") == len(rows)
        careful = []
        take = Rows.take
        monkeypatch.setattr(Rows, "take", lambda self, record: careful.append(record) or take(self, record))  # type: ignore[func-returns-value]
        assert taken(book, [names, *reversed(rows)], sha256="1" * 64).count("duplicate") == len(rows)
        assert careful == []


@pytest.mark.parametrize(("name", "many"), each_once(HEADINGS, (10_000, 40)))
def test_rows_that_come_again_among_new_ones_are_known_both_ways(
    tmp_path: Path, book_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, even_salts: random.Random,
    name: str, many: int,
) -> None:  # fmt: skip
    """A second file with some rows of the first, once or more often: to the byte the same book and outcome."""
    monkeypatch.setattr(bulk, "MANY", many)
    above, names, *rows = random_rows(chance, HEADINGS[name], 200)
    with closing(open_book(book_path, writing=True)) as book:
        taken(book, [above, names, *rows, *rows[:40]])
    new = random_rows(chance, HEADINGS[name], 60)[2:]
    mixed = [*chance.choices(rows, k=120), *rows[:30], *new]
    chance.shuffle(mixed)
    made = both(tmp_path, book_path, [above, names, *mixed], even_salts, sha256="1" * 64)
    for one, other in (made.stored, made.outcomes, made.views):
        assert one == other
    assert made.found == []
    assert made.outcomes[0].count("duplicate") > 30
    assert made.outcomes[0].count("accepted") > 10


def test_the_same_file_is_known_by_its_rows_both_ways(
    tmp_path: Path, book_path: Path, even_salts: random.Random
) -> None:
    """Its digest is that of the first one, and what its rows say is something else by now: nothing comes in, nobody either."""
    names = list(HEADINGS["goods in"])
    rows = [["2020-02-01", f"捐赠人{place % 30}", "口罩", str(place + 1), "个", "九江市", ""] for place in range(100)]
    with closing(open_book(book_path, writing=True)) as book:
        taken(book, [names, *rows])
        before = stored(book)
    for row in rows:
        row[1], row[-1] = f"{row[1]}某", "再来"
    rows.append(["2020-02-20", "新人", "口罩", "5", "个", "九江市", ""])
    made = both(tmp_path, book_path, [names, *rows], even_salts)
    assert made.stored[0] == made.stored[1]
    assert made.outcomes[0] == made.outcomes[1]
    assert (made.outcomes[0].count("duplicate"), made.outcomes[0].count("accepted")) == (100, 1)
    assert len(made.stored[0][4]) == len(before[4]) + 1, "only the last row has named somebody new"


@pytest.mark.parametrize("order", ["bad good", "good bad", "good bad good", "good good"])
def test_sums_are_those_of_what_stays_where_a_sheet_is_taken_back(book_path: Path, order: str) -> None:
    """A sheet with a row that can't be taken leaves nothing, in no sum either, and the others are brought in all the same."""
    sheets = []
    for place, sort in enumerate(order.split()):
        city, item = ("九江市", "口罩") if sort == "bad" else ("南昌市", f"大米{place}号")
        rows = [[f"2020-02-{place + 1:02}", f"人{row}", item, "5", "个", city, ""] for row in range(60)]
        if sort == "bad":
            rows.append(["2020-02-01", "李华", "口罩", "一批又一批", "个", "九江市", ""])
        sheets.append(Sheet(f"{place}", iter(list(enumerate([list(HEADINGS["goods in"]), *rows], 1)))))
    with closing(open_book(book_path, writing=True)) as book:
        read = (table for sheet in sheets for table in tables(sheet, Settings(date(2020, 4, 1))))
        outcome = import_papers(book, [Paper("gifts.xlsx", "0" * 64, read)], Wishes(), NOW)
        taken_in = [sort == "good" for sort in order.split()]
        assert [table.imported for table in outcome.files[0].tables] == [60 * is_good for is_good in taken_in]
        expected = [(f"2020-02-{place + 1:02}", "南昌市", 300) for place, is_good in enumerate(taken_in) if is_good]
        assert book.connection.execute("select date, city, received from day_total order by 1").fetchall() == expected
        assert list(check(book)) == []
