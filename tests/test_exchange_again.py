"""An exported book that comes into one which has a part of it, and files of it that were damaged on the way."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from conftest import NOW
from gifts import Gift, imported, money, paper
from test_round_trip import TODAY, Rows, as_csv, assert_all, empty, exported, forget, paper_of, rows_of, taken

from donations import errors
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.parsing import parse_quantities, parse_quantity
from donations.domain.period import Period
from donations.services import checking, closing, correcting, privacy, recording, registering
from donations.services.closing import IfClosed
from donations.services.importing import exchange
from donations.services.importing.papers import import_papers
from donations.services.importing.rows import Wishes
from donations.services.naming import Meant
from donations.services.undoing import undo_import
from donations.store.book import Book


def file_of(book: Book, file: Path) -> Path:
    """The book exported to a file."""
    file.write_bytes(exported(book))
    return file


def counted(book: Book) -> tuple[int, int]:
    """How many entries and how many parties there are."""
    entries, parties = book.connection.execute("select count(*), (select count(*) from party) from entry").fetchone()
    return int(entries), int(parties)


def at_entry(rows: Rows, number: int) -> list[list[str]]:
    """The rows of an entry of the file."""
    return [row for row in rows if row[0] == "entry" and row[1] == str(number)]


def test_a_file_that_lost_lines_of_its_last_entry_imports_nothing(tmp_path: Path) -> None:
    """Cut off within an entry: the first row says how many rows there were."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    lines = tuple(DraftLine(parse_quantity(said), Flow.RECEIVED) for said in ("5元", "口罩3个"))
    recording.record(book, Draft("receipt", date(2020, 2, 1), lines, {Role.DONOR: ("王芳",)}), NOW, Meant(new=True))
    rows = rows_of(exported(book))
    rows.remove(at_entry(rows, 1)[-1])
    assert taken(other, as_csv(rows, tmp_path / "b.csv")).problems == 1
    assert counted(other) == (0, 0)


def test_wrong_numbers_of_entries_are_refused(tmp_path: Path) -> None:
    """Numbers beyond all reason are told row by row, and take no memory."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money(yuan=1 + number, identity=f"wechat:{number}") for number in range(4)])
    rows = rows_of(exported(book))
    for number, row in enumerate(row for row in rows if row[0] == "entry"):
        row[1] = str(999_999_999_999_995 + number)
    outcome = taken(other, as_csv(rows, tmp_path / "b.csv"))
    assert outcome.problems >= 4
    assert counted(other) == (0, 0)


def test_what_was_merged_there_and_is_two_here_is_known(tmp_path: Path) -> None:
    """Two names that became one party in the other book: their entries here stay known."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    gifts = [money("李华", yuan=5), money("王芳", yuan=7)]
    imported(book, gifts)
    taken(other, file_of(book, tmp_path / "1.csv"))
    registering.merge_parties(book, "李华", "王芳", "同一人", NOW)
    outcome = taken(other, file_of(book, tmp_path / "2.csv"))
    assert_all(outcome, "duplicate")
    assert counted(other) == (2, 2)


def test_the_wish_not_to_be_named_reaches_a_book_that_knows_the_gift(tmp_path: Path) -> None:
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5)])
    taken(other, file_of(book, tmp_path / "1.csv"))
    privacy.set_gift_consent(book, 1, "anonymous", NOW, again=False)
    outcome = taken(other, file_of(book, tmp_path / "2.csv"))
    assert sum(table.accepted for file in outcome.files for table in file.tables) == 1
    assert other.connection.execute("select entry, consent from gift_consent").fetchall() == [(1, "anonymous")]
    assert checking.check(other) == []
    assert_all(taken(other, tmp_path / "2.csv"), "duplicate")


def test_an_exported_book_and_a_paper_in_one_command(tmp_path: Path) -> None:
    """The paper names who came with the book before it."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5)])
    file = file_of(book, tmp_path / "1.csv")
    outcome = import_papers(other, [paper_of(file), paper([money("李华", yuan=9)])], Wishes(), NOW)
    assert outcome.problems == 0
    assert counted(other) == (2, 1)
    assert checking.check(other) == []


def test_a_file_lets_nothing_into_a_month_that_this_book_closed(tmp_path: Path) -> None:
    """Its word on closed months is on those of its own book; into one of this book entries come with the user's word."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    late = Draft(
        "receipt", date(2020, 1, 30), (DraftLine(parse_quantity("5元"), Flow.RECEIVED),), {Role.DONOR: ("王芳",)},
        into_closed="补记",
    )  # fmt: skip
    for each in (book, other):
        imported(each, [money("李华", yuan=5, day=date(2020, 1, 5))])
        closing.close(each, Period.month("2020-01"), TODAY, NOW)
    recording.record(book, late, NOW, Meant(new=True))
    file = file_of(book, tmp_path / "1.csv")
    assert taken(other, file).problems == 1
    assert counted(other) == (1, 1)
    outcome = import_papers(other, [paper_of(file)], Wishes(if_closed=IfClosed(TODAY, "同意")), NOW)
    assert outcome.problems == 0
    assert counted(other) == (2, 2)


def test_an_import_that_was_taken_back_can_be_imported_again(tmp_path: Path) -> None:
    """As undoing says; and the book that took it back still knows its own file, in which it was."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5), money("王芳", yuan=7)])
    file = file_of(book, tmp_path / "1.csv")
    taken(other, file)
    undo_import(other, 1, "试", NOW)
    assert_all(taken(other, file_of(other, tmp_path / "own.csv")), "duplicate")
    outcome = taken(other, file)
    assert outcome.problems == 0
    assert counted(other) == (6, 2)
    assert standing(other) == 1200
    assert_all(taken(other, file), "duplicate")
    assert checking.check(other) == []


def standing(book: Book) -> int:
    """How much money is in the book, in fen."""
    [(minor,)] = book.connection.execute("select sum(amount_minor) from line").fetchall()
    return int(minor)


def test_who_was_forgotten_here_does_not_come_back(tmp_path: Path) -> None:
    """The same file, and a later one, neither book the entries again nor bring the name."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5, note="李华的"), money("王芳", yuan=7)])
    file = file_of(book, tmp_path / "1.csv")
    taken(other, file)
    forget(other, "李华", all_notes=True)
    imported(book, [money("赵六", yuan=5)])
    later = file_of(book, tmp_path / "2.csv")
    for each, entries in ((file, 2), (later, 3), (file, 3), (later, 3)):
        assert taken(other, each).problems == 0
        assert counted(other) == (entries, entries)
        assert other.connection.execute("select 1 from party_name where name = '李华'").fetchall() == []
    imported(book, [money("李华", yuan=8)])
    for _time in (1, 2):  # who gives again has a name again, for that alone
        assert taken(other, file_of(book, tmp_path / "3.csv")).problems == 0
        assert counted(other) == (4, 4)
    assert checking.check(other) == []


def test_who_was_forgotten_there_is_not_booked_twice(tmp_path: Path) -> None:
    """What stands for an erased name is who gave the same here and isn't named by the file."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5, note="李华的"), money("王芳", yuan=5, note="李华的"), money("王芳", yuan=7)])
    taken(other, file_of(book, tmp_path / "1.csv"))
    forget(book, "李华", all_notes=True)
    outcome = taken(other, file_of(book, tmp_path / "2.csv"))
    assert outcome.problems == 0
    assert outcome.entries == 0
    assert counted(other) == (3, 2)
    assert_all(taken(book, tmp_path / "2.csv"), "duplicate")


def test_two_that_were_forgotten_do_not_become_one(tmp_path: Path) -> None:
    """Number 1 of another book is not number 1 of this one."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    for each, who, yuan in ((book, "李华", 5), (other, "王芳", 7)):
        imported(each, [money(who, yuan=yuan)])
        forget(each, who, all_notes=False)
    assert taken(other, file_of(book, tmp_path / "1.csv")).problems == 0
    assert counted(other) == (2, 2)
    assert_all(taken(other, file_of(other, tmp_path / "2.csv")), "duplicate")


def test_two_that_two_books_forgot_stay_two_in_a_third(tmp_path: Path) -> None:
    """Both are party 1 of their books, and gave the same: each has gifts of its own, whichever file comes first or again."""
    first, second, third = (empty(tmp_path / f"{name}.db") for name in "abc")
    for each, who, yuan in ((first, "李华", 5), (second, "王芳", 7)):
        imported(each, [money(who, yuan=yuan), money(who, yuan=9)])
        forget(each, who, all_notes=False)
    files = [file_of(book, tmp_path / f"{number}.csv") for number, book in enumerate((first, second))]
    for number, file in enumerate(files, 1):
        assert taken(third, file).problems == 0
        assert counted(third) == (2 * number, number)
    query = "select d.party, sum(l.amount_minor) from party_entries as d join line as l on l.entry = d.entry group by 1 order by 2"
    assert [minor for _party, minor in third.connection.execute(query)] == [1400, 1600]
    for file in files:
        assert_all(taken(third, file), "duplicate")
    assert counted(third) == (4, 2)
    fourth = empty(tmp_path / "d.db")
    assert_all(taken(fourth, file_of(third, tmp_path / "3.csv")), "accepted")
    assert exported(fourth) == exported(third)
    for each, file in ((first, files[0]), (second, files[1]), (third, files[0]), (fourth, files[1])):
        assert_all(taken(each, file), "duplicate")
    assert checking.check(third) == []


def test_a_file_that_was_cut_within_its_last_cells_imports_nothing(tmp_path: Path) -> None:
    """At every character of its last rows; a note or a wish that is gone would be missed by nobody else."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5, note="第一"), money("王芳", yuan=7, note="给山区小学的孩子")])
    privacy.set_gift_consent(book, 2, "anonymous", NOW, again=False)
    whole = exported(book).decode()
    begin = whole.rindex("entry,2")
    for end in range(begin, whole.rindex("sha256-") + len(f"sha256-{'0' * 64}")):
        file = tmp_path / "cut.csv"
        file.write_text(whole[:end], encoding="utf-8")
        outcome = taken(other, file)
        assert outcome.problems, whole[begin:end]
        assert counted(other) == (0, 0), whole[begin:end]
    rows = rows_of(exported(book))
    for column in ("note", "consent"):
        less = [list(row) for row in rows]
        at_entry(less, 2)[0][rows[0].index(column)] = ""
        assert taken(other, as_csv(less, tmp_path / "less.csv")).problems == 1
    more = [*rows, at_entry(rows, 2)[0]]
    assert taken(other, as_csv(more, tmp_path / "more.csv")).problems
    assert counted(other) == (0, 0)
    assert_all(taken(other, as_csv(rows, tmp_path / "all.csv")), "accepted")


def test_one_transaction_number_is_booked_once(tmp_path: Path) -> None:
    """Under another name the same transaction is known; one that says another amount is told, and nothing is booked."""
    book, other, third = (empty(tmp_path / f"{name}.db") for name in "abc")
    imported(book, [money("李华", yuan=5, identity="wechat:1")])
    imported(other, [money("小李", yuan=5, identity="wechat:1")])
    imported(third, [money("李华", yuan=6, identity="wechat:1")])
    file = file_of(book, tmp_path / "1.csv")
    assert taken(other, file).entries == 0
    assert taken(third, file).problems == 1
    assert counted(other)[0] == counted(third)[0] == 1


def test_items_that_were_merged_there_and_are_two_here_are_told(tmp_path: Path) -> None:
    """Nothing is booked again under the other item; merged here too, everything is known."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [Gift(item="口罩"), Gift(item="医用口罩")])
    taken(other, file_of(book, tmp_path / "1.csv"))
    registering.merge_items(book, "口罩", "医用口罩", "同一物品", NOW)
    file = file_of(book, tmp_path / "2.csv")
    assert taken(other, file).problems > 0
    assert counted(other) == (2, 1)
    registering.merge_items(other, "口罩", "医用口罩", "同一物品", NOW)
    assert_all(taken(other, file), "duplicate")


def recorded(book: Book, kind: str, goods: str, day: int, flow: Flow, parties: dict[Role, tuple[str, ...]]) -> None:
    """An entry that was typed."""
    draft = Draft(kind, date(2020, 2, day), (DraftLine(parse_quantity(goods), flow),), parties)
    recording.record(book, draft, NOW, Meant(new=True))


def test_what_both_books_gave_out_of_one_gift_is_refused(tmp_path: Path) -> None:
    """Five masks came in, and each book gave three of them to somebody else: together they are more than there were."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    recorded(book, "receipt", "口罩5个", 1, Flow.RECEIVED, {Role.DONOR: ("李华",)})
    taken(other, file_of(book, tmp_path / "1.csv"))
    for each, who in ((book, "市三院"), (other, "社区")):
        recorded(each, "distribution", "口罩3个", 2, Flow.DISTRIBUTED, {Role.RECIPIENT: (who,)})
    before = counted(other)
    assert taken(other, file_of(book, tmp_path / "2.csv")).refused is not None
    assert counted(other) == before
    assert checking.check(other) == []


def test_of_two_givers_the_one_who_was_not_forgotten_tells_gifts_apart(tmp_path: Path) -> None:
    """The same goods on the same day, given by one who is forgotten here together with somebody else: another gift."""
    book, other, third = (empty(tmp_path / f"{name}.db") for name in "abc")
    for each, second in ((book, "王芳"), (third, "赵六")):
        recorded(each, "receipt", "口罩5个", 1, Flow.RECEIVED, {Role.DONOR: ("李华", second)})
    first, same = file_of(book, tmp_path / "1.csv"), file_of(third, tmp_path / "2.csv")
    taken(other, first)
    forget(other, "李华", all_notes=True)
    assert taken(other, first).entries == 0
    assert taken(other, same).entries == 1
    assert counted(other)[0] == 2


def test_equal_entries_of_an_exported_book_are_no_twins(tmp_path: Path) -> None:
    """The book that they come from has both on purpose; equal rows of a paper are pointed out."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    twice = [money("李华", yuan=5), money("李华", yuan=5)]
    assert len(imported(book, twice).twins) == 1
    outcome = taken(other, file_of(book, tmp_path / "1.csv"))
    assert outcome.entries == 2
    assert outcome.twins == []


def test_who_gave_the_same_as_somebody_forgotten_is_not_taken_for_them(tmp_path: Path) -> None:
    """The gift of who was forgotten is in the file too: what another gave, unknown here, is a gift of its own."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5)])
    forget(book, "李华", all_notes=True)
    taken(other, file_of(book, tmp_path / "1.csv"))
    imported(other, [money("赵六", yuan=5)])
    file = file_of(other, tmp_path / "2.csv")
    assert taken(book, file).entries == 1
    assert counted(book) == (2, 2)
    assert_all(taken(book, file), "duplicate")
    assert checking.check(book) == []


def test_an_entry_known_by_its_number_is_not_taken_for_a_forgotten_ones_too(tmp_path: Path) -> None:
    """The same transaction under another name, and beside it the same sum of somebody forgotten there: that one is new."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("小李", yuan=5, identity="wechat:1")])
    imported(other, [money("李华", yuan=5, identity="wechat:1"), money("赵六", yuan=5)])
    forget(other, "赵六", all_notes=True)
    file = file_of(other, tmp_path / "1.csv")
    assert taken(book, file).entries == 1
    assert standing(book) == 1000
    assert taken(book, file).entries == 0
    assert checking.check(book) == []


def test_money_of_other_countries_stays_money(tmp_path: Path) -> None:
    """No currency becomes goods on its way from book to book."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    [gift] = parse_quantities("100美元")
    lines = (DraftLine(gift, Flow.RECEIVED),)
    recording.record(book, Draft("receipt", date(2020, 2, 1), lines, {Role.DONOR: ("李华",)}), NOW, Meant(new=True))
    taken(other, file_of(book, tmp_path / "1.csv"))
    found = other.connection.execute("select name, is_money from item where name <> 'CNY'").fetchall()
    assert [tuple(row) for row in found] == [("USD", 1)]


def test_a_book_that_forgot_somebody_knows_its_own_file_to_the_letter(tmp_path: Path) -> None:
    """What stands for the erased name is that party: none of its rows is passed over as another's."""
    book = empty(tmp_path / "a.db")
    imported(book, [money("李华", yuan=5), money("王芳", yuan=5), money("赵六", yuan=5), money("王芳", yuan=7)])
    for who in ("李华", "赵六"):
        forget(book, who, all_notes=True)
    [file] = taken(book, file_of(book, tmp_path / "1.csv")).files
    [table] = file.tables
    assert table.reasons == {exchange.HEAD: 1, exchange.END: 1}
    assert table.duplicate == table.rows - 2
    assert counted(book) == (4, 3)


def test_a_transaction_that_was_taken_back_here_is_booked_under_the_other_name(tmp_path: Path) -> None:
    """It stands no more: what the other book says of it is new, and then known."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money("李华", yuan=5, identity="wechat:1")])
    imported(other, [money("小李", yuan=5, identity="wechat:1")])
    correcting.reverse(other, 1, "不是他", NOW)
    file = file_of(book, tmp_path / "1.csv")
    assert taken(other, file).entries == 1
    assert standing(other) == 500
    assert_all(taken(other, file), "duplicate")


def test_what_has_a_number_of_its_own_is_told_with_the_entry_that_differs(tmp_path: Path) -> None:
    """By its day, by its amount; that one is named as it is numbered here."""
    other = empty(tmp_path / "b.db")
    imported(other, [money("赵六", yuan=1), money("李华", yuan=5, identity="wechat:1")])
    for number, gift in enumerate((money("小李", yuan=6), money("小李", yuan=5, day=date(2020, 2, 2)))):
        book = empty(tmp_path / f"{number}.db")
        imported(book, [replace(gift, identity="wechat:1")])
        [file] = taken(other, file_of(book, tmp_path / f"{number}.csv")).files
        [problem] = file.problems
        assert (problem.expected, problem.facts) == (errors.NumberSaysOther.sentence, {"number": 2})
        assert counted(other)[0] == 2
