"""Names of an exported book in one that has names of its own: what each of the two knew of them comes together."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW
from gifts import Gift, imported, money
from test_exchange_again import counted, file_of
from test_round_trip import assert_all, empty, forget, paper_of, taken

from donations import errors
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.parsing import parse_quantity
from donations.domain.place import parse_place
from donations.services import checking, packing, privacy, registering
from donations.services.importing.papers import import_papers
from donations.services.importing.rows import Wishes
from donations.services.recording import record
from donations.store.book import Book
from donations.store.items import NewItem


@pytest.fixture
def books(tmp_path: Path) -> tuple[Book, Book]:
    """The book that is exported, and the one that takes it."""
    return empty(tmp_path / "a.db"), empty(tmp_path / "b.db")


def party(book: Book, name: str) -> tuple[Any, ...]:
    """Sort, city, county and consent of who has that name."""
    query = "select sort, city, county, consent from party where number = (select party from party_name where name = ?)"
    [row] = book.connection.execute(query, (name,)).fetchall()
    return tuple(row)


def names(book: Book) -> list[tuple[Any, ...]]:
    """Every name with its party, and whether that goes by it."""
    rows = book.connection.execute("select party, name, is_main from party_name order by number")
    return [tuple(row) for row in rows]


def item(book: Book, name: str) -> tuple[Any, ...]:
    """Unit, decimals and category of an item."""
    [row] = book.connection.execute("select unit, decimals, category from item where name = ?", (name,)).fetchall()
    return tuple(row)


def described(book: Book, city: str | None = None, sort: str | None = None, consent: str | None = None) -> None:
    """A party of whom so much is known."""
    registering.add_party(book, "李华", parse_place(city) if city else None, sort, NOW, new=True)
    if consent is not None:
        privacy.set_party_consent(book, "李华", consent, NOW, again=False)


@pytest.mark.parametrize(
    ("theirs", "ours", "then"),
    [
        (("九江市", "person", "named"), (None, None, None), ("person", "九江市", "named")),
        ((None, None, None), ("九江市", "person", "named"), ("person", "九江市", "named")),
        (("南昌市", "organisation", "named"), ("九江市", "person", "anonymous"), ("person", "九江市", "anonymous")),
        (("南昌市", "organisation", "anonymous"), ("九江市", "person", "named"), ("person", "九江市", "anonymous")),
        (("南昌市", None, None), (None, "person", None), ("person", "南昌市", None)),
    ],
)
def test_what_is_known_of_a_party_comes_together(
    books: tuple[Book, Book],
    tmp_path: Path,
    theirs: tuple[str | None, ...],
    ours: tuple[str | None, ...],
    then: tuple[str | None, ...],
) -> None:
    """What this book says stands, what it didn't know is added; who wishes not to be named in one of them isn't."""
    book, other = books
    described(book, *theirs)
    described(other, *ours)
    became = "duplicate" if (ours[1], ours[0], ours[2]) == then else "accepted"
    assert_all(taken(other, file_of(book, tmp_path / "1.csv")), became)
    sort, city, _county, consent = party(other, "李华")
    assert (sort, city, consent) == then
    assert counted(other) == (0, 1)
    assert_all(taken(other, tmp_path / "1.csv"), "duplicate")


def test_former_names_come_along(books: tuple[Book, Book], tmp_path: Path) -> None:
    """Of a new party, and of one that is known by one of them; it goes by the name it has here."""
    book, other = books
    for name, new in (("李华", "李桦"), ("王芳", "王方")):
        registering.add_party(book, name, None, None, NOW, new=True)
        registering.rename_party(book, name, new, "更正", NOW)
    registering.add_party(other, "李华", None, None, NOW, new=True)
    assert_all(taken(other, file_of(book, tmp_path / "1.csv")), "accepted")
    assert names(other) == [(1, "李华", 1), (1, "李桦", 0), (2, "王方", 1), (2, "王芳", 0)]
    assert_all(taken(other, tmp_path / "1.csv"), "duplicate")
    assert checking.check(other) == []


def test_a_party_that_waits_for_its_entry_comes_with_all_that_is_said_of_it(
    books: tuple[Book, Book], tmp_path: Path
) -> None:
    """In a book that has forgotten somebody: nobody of the file comes before an entry turns out to be new."""
    book, other = books
    imported(other, [money("赵六", yuan=3)])
    forget(other, "赵六", all_notes=True)
    described(book, "九江市", "person", "anonymous")
    registering.rename_party(book, "李华", "李桦", "更正", NOW)
    registering.add_party(book, "孙七", None, None, NOW, new=True)
    imported(book, [money("李桦", yuan=5)])
    outcome = taken(other, file_of(book, tmp_path / "1.csv"))
    assert (outcome.problems, outcome.entries) == (0, 1)
    assert party(other, "李桦")[1] == party(other, "李华")[1] == "九江市"
    assert party(other, "李桦")[3] == "anonymous"
    assert names(other) == [(1, None, 1), (2, "李桦", 1), (2, "李华", 0)]
    [file] = outcome.files
    assert sum(file.tables[0].reasons.values()) == 4  # its first and last row, and the two who waited
    assert checking.check(other) == []


def test_an_item_that_was_never_counted_here_learns_its_unit(books: tuple[Book, Book], tmp_path: Path) -> None:
    """And how fine it is counted, and its category, but no other one."""
    book, other = books
    registering.add_item(book, NewItem("摆件", None, "公斤", 3, "礼品"), NOW, meant_new=True)
    registering.add_item(book, NewItem("口罩", None, "个", 0, "防护"), NOW, meant_new=True)
    imported(other, [Gift(item="摆件", number=None, unit=None)])
    registering.add_item(other, NewItem("口罩", None, "个", 0, "医用"), NOW, meant_new=True)
    assert item(other, "摆件")[0] == ""
    assert_all_but_known(taken(other, file_of(book, tmp_path / "1.csv")), accepted=1, duplicate=1)
    assert item(other, "摆件") == ("公斤", 3, "礼品")
    assert item(other, "口罩") == ("个", 0, "医用")
    assert checking.check(other) == []


def assert_all_but_known(outcome: Any, accepted: int, duplicate: int) -> None:
    """So many rows said something new, and so many nothing."""
    assert outcome.problems == 0, [file.problems for file in outcome.files]
    [table] = outcome.files[0].tables
    assert (table.accepted, table.duplicate) == (accepted, duplicate)


@pytest.mark.parametrize(("unit", "decimals"), [("箱", 0), ("个", 2)])
def test_an_item_that_is_counted_otherwise_is_told(
    books: tuple[Book, Book], tmp_path: Path, unit: str, decimals: int
) -> None:
    book, other = books
    registering.add_item(book, NewItem("口罩", None, unit, decimals), NOW, meant_new=True)
    registering.add_item(other, NewItem("口罩", None, "个", 0), NOW, meant_new=True)
    [file] = taken(other, file_of(book, tmp_path / "1.csv")).files
    [problem] = file.problems
    assert problem.expected == errors.OtherUnit.sentence
    example = f"口罩…{unit}×N个"
    assert problem.facts == {"item": "口罩", "unit": "个", "got": unit, "one_unit": unit, "example": example}


def test_an_item_is_known_by_another_name_where_it_is_counted_alike(books: tuple[Book, Book], tmp_path: Path) -> None:
    """What is counted otherwise is another thing that has the same nickname."""
    book, other = books
    registering.add_item(book, NewItem("医用口罩", None, "个", 0, aliases=("面罩",)), NOW, meant_new=True)
    registering.add_item(book, NewItem("塑料面屏", None, "副", 0, aliases=("面屏",)), NOW, meant_new=True)
    registering.add_item(other, NewItem("口罩", None, "个", 0, aliases=("面罩",)), NOW, meant_new=True)
    registering.add_item(other, NewItem("防护屏", None, "箱", 0, aliases=("面屏",)), NOW, meant_new=True)
    outcome = taken(other, file_of(book, tmp_path / "1.csv"))
    assert outcome.problems == 0
    found = [name for [name] in other.connection.execute("select name from item order by number")]
    assert found == ["口罩", "防护屏", "塑料面屏"]
    query = "select i.name from item_name as n join item as i on i.number = n.item where n.name = ?"
    for name, of in (("医用口罩", "口罩"), ("面罩", "口罩"), ("面屏", "防护屏"), ("塑料面屏", "塑料面屏")):
        assert other.connection.execute(query, (name,)).fetchall() == [(of,)], name


def test_packs_of_this_book_stand(books: tuple[Book, Book], tmp_path: Path) -> None:
    """Entries rest on them; those it didn't know are added."""
    book, other = books
    for each, packs in ((book, ("1箱=2000个", "1包=50个")), (other, ("1箱=1000个",))):
        registering.add_item(each, NewItem("口罩", None, "个", 0), NOW, meant_new=True)
        for pack in packs:
            packing.set_pack(each, "口罩", pack, NOW)
    assert_all_but_known(taken(other, file_of(book, tmp_path / "1.csv")), accepted=1, duplicate=2)
    assert other.connection.execute("select unit, amount_minor from item_pack order by 1").fetchall() == [
        ("包", 50), ("箱", 1000),
    ]  # fmt: skip


def test_many_entries_of_the_same_names_ask_little_more(books: tuple[Book, Book], tmp_path: Path) -> None:
    """What a name stands for is looked up once, of parties, items, stores and purposes; so too in a book that has entries."""
    book, _other = books
    counts = []
    for rows in (200, 400):
        imported(book, [money(f"捐赠人{row % 9}", yuan=1 + row) for row in range(rows - 200, rows)])
        imported(book, [Gift(f"捐赠人{row % 9}", f"口罩{row % 5}型", 1 + row) for row in range(rows - 200, rows)])
        for times in (1, 2):
            target = empty(tmp_path / f"{rows}-{times}.db")
            asked: list[str] = []
            file = file_of(book, tmp_path / f"{rows}.csv")
            for _time in range(times):
                asked.clear()
                target.connection.set_trace_callback(asked.append)
                import_papers(target, [paper_of(file)], Wishes(), NOW)
            counts.append(len(asked))
    few, known_few, more, known_more = counts
    assert more - few <= 410, counts  # one for each entry, which is written
    assert known_more - known_few <= 5, counts


@pytest.mark.parametrize("sort", ["person", "organisation", None])
def test_what_stands_for_an_erased_name_reads_in_public_as_in_the_first_book(
    books: tuple[Book, Book], sort: str | None, tmp_path: Path
) -> None:
    """It is nobody's name: whoever agreed to be named, or was helped, is told of as in the book that erased it."""
    book, other = books
    registering.add_party(book, "李华", None, sort, NOW, new=True)
    privacy.set_party_consent(book, "李华", "named", NOW, again=False)
    imported(book, [money("李华", yuan=5)])
    record(book, Draft("distribution", date(2020, 3, 1), (DraftLine(parse_quantity("1元"), Flow.DISTRIBUTED),), {Role.RECIPIENT: ("李华",)}), NOW)  # fmt: skip
    forget(book, "李华", all_notes=False)
    assert taken(other, file_of(book, tmp_path / "1.csv")).problems == 0
    public = []
    for each in books:
        with each.read(public=True) as connection:
            public.append(connection.execute("select donor, recipient from entries order by number").fetchall())
    assert public[0] == public[1]
    assert public[0][0][0] == ("爱心单位" if sort == "organisation" else "爱心人士")
