"""Rows behind one that can't be taken are held against the book too, and told as they would be without it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import NOW
from gifts import BAD, Gift, imported, money, paper
from harness.shares import every

from donations import errors
from donations.domain.amount import LARGEST_MINOR, Certainty
from donations.domain.entry import Role
from donations.domain.imported import Outcome
from donations.importers.table import Record
from donations.services import packing
from donations.services.checking import check
from donations.services.importing.papers import Paper
from donations.store.book import Book, open_book


@pytest.fixture(params=["nothing", "masks", "masks of no unit", "packs"])
def book(request: pytest.FixtureRequest, book_path: Path) -> Iterator[Book]:
    """A book that knows nothing of masks, or something."""
    with closing(open_book(book_path, writing=True)) as opened:
        if request.param in ("masks", "packs"):
            imported(opened, [Gift("王芳", number=7)])
        if request.param == "masks of no unit":
            imported(opened, [Gift("王芳", number=None, unit=None)])
        if request.param == "packs":
            packing.set_pack(opened, "口罩", "1箱=100个", NOW)
        yield opened


UNFIT: dict[str, tuple[Gift, type[errors.DonationsError] | None]] = {
    "none": (Gift(number=0), errors.NotPositive),
    "none, in packs": (Gift(number=0, unit="箱"), errors.NotPositive),
    "no money": (money(yuan=0), errors.NotPositive),
    "less than nothing": (Gift(number=-1), errors.NotPositive),
    "a third of one": (Gift(number=Fraction(1, 3)), errors.OnlyWhole),
    "a third of a fen": (money(yuan=Fraction(1, 300)), errors.FinerThanFen),  # type: ignore[arg-type]
    "more than anybody has": (Gift(number=LARGEST_MINOR + 1), errors.AmountTooLarge),
    "as much as anybody has": (Gift(number=LARGEST_MINOR), None),
    "packs of more than anybody has": (Gift(number=LARGEST_MINOR + 1, unit="箱"), errors.AmountTooLarge),
    "nobody": (Gift(""), errors.NameMissing),
    "a name as long as a page": (Gift("李" * 3000), errors.NameTooLong),
    "no number": (Gift(number=None, unit=None), None),
    "packs": (Gift(number=3, unit="箱"), None),
    "half a pack": (Gift(number=Fraction(1, 2), unit="箱"), errors.OnlyWhole),
    "without a unit": (Gift(number=3, unit=None), None),
    "half of one, without a unit": (Gift(number=Fraction(1, 2), unit=None), errors.OnlyWhole),
    "as much as anybody has, without a unit": (Gift(number=LARGEST_MINOR, unit=None), None),
    "a gift like others": (Gift(), None),
}  # fmt: skip
"""What can't be taken and why, and what can."""


def told(outcome: Outcome) -> list[tuple[str | None, str, str, dict[str, object]]]:
    """What is wrong, wherever it stands."""
    return [(one.column, one.expected, one.got, dict(one.facts)) for file in outcome.files for one in file.problems]


@pytest.mark.parametrize("case", every(3, UNFIT))
def test_a_row_is_told_the_same_behind_one_that_can_not_be_taken(book: Book, case: str) -> None:
    """Nothing of either sheet is kept, neither a party nor an item."""
    gift, why = UNFIT[case]
    before = names(book)
    behind = told(imported(book, [BAD, gift]))
    twice = told(imported(book, [BAD, gift, gift]))
    alone = told(imported(book, [gift, BAD]))
    assert names(book) == before
    assert behind[1:] == alone[:-1]
    assert twice[1:] == behind[1:] * 2
    assert behind[0] == alone[-1]
    assert told(imported(book, [Gift("赵六"), BAD, gift]))[1:] == behind[1:]
    is_fit = why is None or (case == "half a pack" and book.connection.execute("select 1 from item_pack").fetchone())
    assert [said[1] for said in behind[1:]] == ([] if is_fit or why is None else [why.sentence])


def names(book: Book) -> list[tuple[object, ...]]:
    """Every name of a party or an item, and how it is counted."""
    query = "select name, '' from party_name union all select n.name, i.unit from item_name as n join item as i on i.number = n.item"
    return [tuple(row) for row in book.connection.execute(query)]


@pytest.mark.parametrize("case", [case for case, (_gift, why) in UNFIT.items() if why is not None])
def test_where_good_rows_are_taken_there_is_no_trace_of_the_others(book: Book, case: str) -> None:
    """Neither who stands in a row that can't be taken is known afterwards, nor its goods, nor their unit."""
    gift, _why = UNFIT[case]
    if case == "half a pack" and book.connection.execute("select 1 from item_pack").fetchone():
        return
    before = names(book)
    outcome = imported(book, [gift, Gift("赵六", "手套", 3, "双"), gift], accepts_good=True)
    assert (outcome.entries, outcome.new_parties, outcome.new_items) == (1, 1, 1)
    new = [row for row in names(book) if row not in before]
    assert ("赵六", "") in new
    assert {unit for _name, unit in new} == {"", "双"}
    assert [name for name, unit in new if not unit] == ["赵六"]


def test_there_is_no_trace_of_who_gave_money_a_value(book: Book) -> None:
    """Nor of what a price is said of that fits no amount."""
    draft = replace(money("孙八").draft(), value=(Fraction(5), Certainty.EXACT))
    before = names(book)
    outcome = imported(book, [Record(0, (draft,)), money("赵六")], accepts_good=True)
    assert [said[1] for said in told(outcome)] == [errors.MoneyWithValue.sentence]
    assert ("孙八", "") not in names(book)
    assert outcome.new_parties == 1
    assert len(names(book)) > len(before)


ROWS = (
    Gift("李华", number=7), Gift("李华", number=7), money("王芳", 50, "w:1"), money("赵六", 80, "w:2", refunded=30),
    Gift("钱七", unit="箱", number=2), Gift("市三院", number=3, type="distribution", day=date(2020, 2, 9)),
    Gift("孙八", "手套", None, None), money("周九", 5, city=None),
)  # fmt: skip


def sheets(*sheets: list[Gift | Record]) -> Paper:
    """A workbook with these sheets."""
    tables = [
        replace(table, sheet=f"Sheet{number}")
        for number, rows in enumerate(sheets, 1)
        for table in paper(rows, sheet=f"Sheet{number}").tables
    ]
    return Paper("gifts.xlsx", "7" * 64, tables)


def named(gift: Gift) -> Record:
    """The row with the wish not to be named."""
    draft = replace(gift.draft(), consent="anonymous")
    return gift.record(0)._replace(drafts=(draft,))


def said(outcome: Outcome) -> list[object]:
    """What is said of what came in."""
    return [
        outcome.entries, outcome.first, outcome.last, outcome.new_parties, outcome.new_items, outcome.by_unit,
        outcome.look_alikes, [(one.first, one.last, one.rows) for one in outcome.twins], outcome.refused,
    ]  # fmt: skip


def stored(book: Book) -> list[tuple[object, ...]]:
    """Entries, lines, names, items, consents, and what rows are known by."""
    return [
        tuple(row)
        for query in (
            "select number, type, date, city, reverses from entry", "select * from line", "select entry, role, position, name from entry_party",
            "select number, party, name from party_name", "select number, name, unit from item", "select entry, consent from gift_consent",
            "select entry, row, identity, is_numbered, returns from import_row", "select number, first_entry, last_entry from import",
        )
        for row in book.connection.execute(query)
    ]  # fmt: skip


@pytest.mark.parametrize("is_behind", [False, True])
def test_a_sheet_that_is_refused_changes_nothing_of_the_others(
    tmp_path: Path, empty_book: Path, *, is_behind: bool
) -> None:
    """The same rows stand in a sheet with one that can't be taken, and in a sound one: as though there were that one alone."""
    rows: list[Gift | Record] = [*ROWS, named(money("吴十", 9))]
    found = []
    for number, workbook in enumerate(
        (sheets(rows), sheets([*rows, BAD], rows), sheets(rows, [*rows, Gift("郑一", "帽子"), BAD]))
    ):
        if number == 1 + (not is_behind):
            continue
        path = tmp_path / f"{number}.db"
        shutil.copy(empty_book, path)
        with closing(open_book(path, writing=True)) as book:
            outcome = imported(book, workbook)
            found.append((said(outcome), stored(book)))
            assert check(book) == []
    assert found[0] == found[1]
    assert found[0][0][0] == 10


def test_rows_of_a_refused_sheet_that_came_before_count_for_nobody_else(book_path: Path) -> None:
    """Two of three equal rows are in the book: of three in the sound sheet one is new, whatever stood in the other."""
    with closing(open_book(book_path, writing=True)) as book:
        imported(book, [money("李华", 5), money("李华", 5)])
        outcome = imported(book, sheets([money("李华", 5), money("李华", 5), BAD], [money("李华", 5)] * 3))
        tables = outcome.files[0].tables
        assert [(table.accepted, table.duplicate, table.rejected) for table in tables] == [(0, 2, 1), (1, 2, 0)]
        assert outcome.entries == 1


def test_there_is_no_trace_of_who_stands_beside_nobody(book: Book) -> None:
    """Of two who gave together one has no name: the other isn't known by it."""
    draft = replace(money("孙八").draft(), parties={Role.DONOR: ("孙八", "李" * 3000)})
    outcome = imported(book, [Record(0, (draft,)), money("赵六")], accepts_good=True)
    assert [problem[1] for problem in told(outcome)] == [errors.NameTooLong.sentence]
    assert ("孙八", "") not in names(book)
    assert outcome.new_parties == 1
