# ruff: noqa: N802 - the names of the catalogue
"""Papers into the book: every row once, all files one act, and an import taken back. Rows come from no file here."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import NOW, Desk, content, fingerprint
from gifts import BAD, WHAT, WHO, Gift, imported, money, paper, random_gifts
from harness.counts import Tries
from harness.terminal import Terminal
from test_laws import sabotage

from donations import errors
from donations.domain import likeness
from donations.domain.amount import LARGEST_MINOR, MONEY, Certainty, Counted
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.imported import Outcome
from donations.domain.parsing import parse_quantities, parse_quantity
from donations.importers.table import Record, Table
from donations.services import forgetting, likenesses, recording
from donations.services.changes import Changes
from donations.services.checking import check
from donations.services.correcting import correct, reverse
from donations.services.importing import papers
from donations.services.importing.rows import REFUNDED
from donations.services.naming import Meant
from donations.services.salvage.salvaging import salvage
from donations.services.undoing import undo_import
from donations.store import imports
from donations.store.book import Book, open_book
from donations.store.bulk import bulk


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    """A new, empty book."""
    with closing(open_book(book_path, writing=True)) as opened:
        yield opened


def entries(book: Book) -> int:
    return book.last()[0]


def views(book: Book) -> dict[str, list[str]]:
    """What every view says, but for what is random or tells when and how it was recorded."""
    left_out = {"seals", "imports"}
    with closing(sqlite3.connect(book.path)) as connection:
        names = [name for [name] in connection.execute("select name from sqlite_master where type = 'view'")]
        return {
            name: sorted(map(repr, connection.execute(f'select * from "{name}"')))
            for name in names
            if name not in left_out
        }


def on_hand(book: Book) -> dict[str, int]:
    rows = book.connection.execute(
        "select item_name, sum(change) from day_stocks group by item_name having sum(change) <> 0"
    )
    return dict(rows.fetchall())


def totals(book: Book) -> list[tuple[object, ...]]:
    query = """
        select item_name, city, sum(received), sum(distributed), sum(spent), sum(received_unknown), sum(value_in) from day_totals
        group by item_name, city having sum(received) <> 0 or sum(distributed) <> 0 or sum(spent) <> 0 order by 1, 2
    """
    return book.connection.execute(query).fetchall()


def holds(outcome: Outcome) -> None:
    """The law of every table: each row is in one of four classes."""
    for file in outcome.files:
        for table in file.tables:
            assert table.rows == table.accepted + table.duplicate + table.ignored + table.rejected, table
            assert table.imported in (0, table.accepted)


# --- the same as one by one


@pytest.mark.parametrize("many", [50_000, 40])
def test_an_import_says_what_recording_one_by_one_says(
    book: Book, tmp_path: Path, empty_book: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random, many: int
) -> None:
    """In every view; with the indexes kept, and with them made anew. The chain and every guard hold."""
    monkeypatch.setattr(bulk, "MANY", many)
    monkeypatch.setattr(bulk, "BATCH", 30)
    rows = random_gifts(chance, 300, leaving=True)
    other = tmp_path / "single.db"
    shutil.copy(empty_book, other)
    with closing(open_book(other, writing=True)) as single:
        for row in rows:
            recording.record(single, row.draft(), "2020-04-01T08:00:00Z", Meant(new=True))
        outcome = imported(book, rows)
        assert outcome.count("accepted") == outcome.entries == 300
        assert views(book) == views(single)
    assert check(book) == []
    assert recording.record(book, Gift("李华").draft(), NOW).number == 301
    assert check(book) == []


def test_the_import_sees_a_book_that_is_not_the_same(book: Book, tmp_path: Path, empty_book: Path) -> None:
    """Broken by hand: one row more, and the comparison above says so."""
    other = tmp_path / "single.db"
    shutil.copy(empty_book, other)
    with closing(open_book(other, writing=True)) as single:
        recording.record(single, Gift().draft(), NOW, Meant(new=True))
        imported(book, [Gift(), Gift()])
        assert views(book) != views(single)


def test_drafts_of_every_sort_are_sealed_as_the_chain_wants(book: Book) -> None:
    """Values, prices, packs, several lines and parties, purposes, stores, batches, money paid: `check` finds nothing."""
    goods = parse_quantities("口罩50箱×2000只@3.5元、约500斤蔬菜、后勤物资@@约11万元、1500.25元")
    lines = tuple(DraftLine(one, Flow.RECEIVED, "一号仓", "小学", "B-1", date(2021, 1, 1)) for one in goods)
    joint = Draft(
        "receipt",
        date(2020, 2, 1),
        lines,
        {Role.VIA: ("志愿者协会", "王芳"), Role.DONOR: ("李华", "A\tB")},
        note='"\\',
        consent="named",
    )
    bought = Draft(
        "purchase", date(2020, 2, 3), (DraftLine(parse_quantity("手套10双@2元"), Flow.BOUGHT, None, None),), {Role.SUPPLIER: ("店",)},
        paid_from_book=True,
    )  # fmt: skip
    opening = Draft(
        "receipt", date(2020, 2, 1), (DraftLine(parse_quantity("20元"), Flow.RECEIVED),), {Role.DONOR: ("李华",)}
    )
    outcome = imported(book, [Record(1, (joint, opening)), Record(2, (bought,))])
    assert (outcome.count("accepted"), outcome.entries) == (2, 3)
    assert check(book) == []
    query = "select number from entries where consent = 'named'"
    assert book.connection.execute(query).fetchall() == [(1,)]
    assert imported(book, [Record(1, (joint, opening)), Record(2, (bought,))]).count("duplicate") == 2


# --- G1, G2, G4, A5: never twice, never lost


@pytest.mark.promise("G1", full=100, short=15)
def test_G1_the_same_rows_shuffled_or_saved_again_add_nothing(book: Book, tries: Tries, chance: random.Random) -> None:
    """Shuffled, split over files, written in other formats: what a row says is the same, and nothing is added."""
    for number in tries:
        rows = [replace(row, note=f"{row.note or ''}{number}") for row in random_gifts(chance, 30)]
        first = imported(book, rows)
        assert first.count("accepted") == first.entries == 30
        before = content(book.path)
        again = [replace(row, written=f"{row.item} × {row.number} {row.unit}", who=f" {row.who}") for row in rows]
        chance.shuffle(again)
        cut = chance.randrange(1, 30)
        for outcome in (imported(book, again), imported(book, again[:cut]), imported(book, rows)):
            assert outcome.count("duplicate") == outcome.count("rows")
            assert outcome.number is None
        assert content(book.path) == before


def test_rows_of_the_first_file_are_looked_for_nowhere(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was imported before, no row can have come: a large first paper is not held against itself, row by row."""
    asked = []
    honest = imports.entries_known_by
    monkeypatch.setattr(imports, "entries_known_by", lambda *words: asked.append(words) or honest(*words))  # type: ignore[func-returns-value]
    assert imported(book, [Gift(), Gift(), Gift("王芳"), money(identity="wechat:1")]).entries == 4
    assert asked == []
    assert imported(book, [Gift(), Gift(), Gift("王芳"), Gift("张三"), money(identity="wechat:1")]).entries == 1
    assert asked != []


@pytest.mark.promise("G2", full=500, short=40)
def test_G2_overlapping_downloads_bring_every_row_once(book: Book, tries: Tries, chance: random.Random) -> None:
    """Two windows over one account, the second with late rows on old dates; equal rows are as many as in the account."""
    for number in tries:
        account = [
            money(
                chance.choice(WHO),
                chance.choice((1, 1, 5)),
                day=date(2020, 2, chance.randrange(1, 4)),
                note=str(number),
            )
            for _row in range(20)
        ]
        begin, end = sorted(chance.sample(range(21), 2))
        late = set(chance.sample(range(end), end // 4))
        first = [row for at, row in enumerate(account[:end]) if at not in late]
        imported(book, first)
        imported(book, account[begin:] if not late else account)
        outcome = imported(book, account)
        holds(outcome)
        found = book.connection.execute(
            "select count(*), sum(l.amount_minor) from line as l join entry_note as n on n.entry = l.entry where n.note = ?",
            (str(number),),
        ).fetchone()
        assert found == (20, sum(int(row.number or 0) for row in account) * 100)


@pytest.mark.promise("G2", full=200, short=20)
def test_G2_a_transaction_number_is_booked_once_over_all_files(book: Book, tries: Tries, chance: random.Random) -> None:
    """Whatever else the row says: in one file, in two, and in the same command."""
    for number in tries:
        rows = [money(chance.choice(WHO), 5, f"wechat:{number}-{at}") for at in range(10)]
        other = [replace(row, who="别名", note="改了备注") for row in rows[3:]]
        outcome = imported(book, [*rows[:6], rows[0]], [*other, *rows])
        assert outcome.count("accepted") == 10
        assert outcome.count("duplicate") == 1 + 3 + 4 + 3 + 3
        assert imported(book, rows).number is None


@pytest.mark.promise("G4", full=200, short=20)
def test_G4_true_twins_are_both_kept_and_flagged(book: Book, tries: Tries, chance: random.Random) -> None:
    """Equal rows of one file are as many gifts; the result says so; another download of the same adds none."""
    for number in tries:
        times = chance.randrange(2, 5)
        one, other = Gift(note=f"甲{number}"), Gift("王芳", note=f"乙{number}")
        rows = [one] * times + [other]
        chance.shuffle(rows)
        outcome = imported(book, rows)
        assert outcome.count("accepted") == times + 1
        [twins] = outcome.twins
        assert twins.rows == times
        assert [rows[twins.first - 2], rows[twins.last - 2]] == [one, one]
        assert imported(book, rows).count("duplicate") == times + 1
        more = imported(book, [*rows, one])
        assert (more.count("accepted"), more.count("duplicate")) == (1, times + 1)


@pytest.mark.promise("A5", full=1000, short=30)
def test_A5_the_same_file_twice_is_booked_once(book: Book, tries: Tries, chance: random.Random) -> None:
    """Each file as often as chance has it; and what says nothing new leaves no trace."""
    files: list[list[Gift]] = []
    for number in tries:
        if not files or chance.random() < 0.3:
            files.append([replace(row, note=str(number)) for row in random_gifts(chance, 3)])
            assert imported(book, files[-1]).entries == 3
        before = book.last()
        assert imported(book, chance.choice(files)).number is None
        assert book.last() == before


def test_the_same_file_is_known_by_its_bytes_too(book: Book) -> None:
    """Read with another --date or --city it says something else, and yet it is the same paper."""
    rows = [Gift(has_date=False), Gift("王芳", has_date=False)]
    assert imported(book, paper(rows)).entries == 2
    other = [replace(row, day=date(2020, 3, 1), city="吉安市") for row in rows]
    assert imported(book, paper(other)).count("duplicate") == 2
    assert imported(book, paper([*other, Gift("张三")])).entries == 1, "a row that wasn't there"
    assert imported(book, paper(other, sha256="1" * 64)).entries == 2, "another file"


def test_the_title_tells_undated_rows_of_two_issues_apart(book: Book) -> None:
    row = Gift(has_date=False)
    assert imported(book, paper([row], sha256="1" * 64, title="第一期")).entries == 1
    assert imported(book, paper([row], sha256="2" * 64, title="第二期")).entries == 1
    assert imported(book, paper([row], sha256="3" * 64, title="第一期 ")).entries == 0
    dated = replace(row, has_date=True)
    assert imported(book, paper([dated], sha256="4" * 64, title="第三期")).entries == 1
    assert imported(book, paper([dated], sha256="5" * 64, title="第四期")).entries == 0


def test_an_entry_reversed_by_hand_does_not_come_again_and_an_undone_import_does(book: Book) -> None:
    rows = [Gift(), Gift("王芳")]
    imported(book, rows)
    reverse(book, 1, "写错了", NOW)
    assert imported(book, rows).count("duplicate") == 2
    undo_import(book, 1, "撤销", NOW)
    assert imported(book, rows).entries == 2
    assert check(book) == []


# --- G3: every row accounted for


@pytest.mark.promise("G3", full=500, short=40)
def test_G3_every_row_is_accounted_for(book: Book, tries: Tries, chance: random.Random) -> None:
    """New, known, passed over or rejected; each rejected row with its number and a reason; what is imported is in the book."""
    for number in tries:
        good = [replace(row, note=f"{number}-{at}") for at, row in enumerate(random_gifts(chance, 8))]
        rows: list[Gift | Record] = [*good]
        wrong: list[Gift | Record] = [
            BAD, Gift(number=Fraction(1, 3)), Gift(number=10**20), Gift(who="…"), Gift(who="名" * 101), Gift(number=0),
            Gift(note="长" * 1001),
        ]  # fmt: skip
        bad = chance.sample(wrong, chance.randrange(3))
        rows += [*bad, Record(0, ignored="a total"), *chance.sample(good, 2)]
        chance.shuffle(rows)
        accepts, before = chance.random() < 0.5, entries(book)
        outcome = imported(book, rows, accepts_good=accepts)
        holds(outcome)
        [table] = outcome.files[0].tables
        assert (table.rows, table.rejected, table.ignored) == (len(rows), len(bad), 1)
        assert table.accepted == 10
        problems = outcome.files[0].problems
        assert {problem.row for problem in problems} == {at for at, row in enumerate(rows, 2) if row in bad}
        assert all(problem.expected for problem in problems)
        taken = accepts or not bad
        assert entries(book) - before == outcome.entries == table.imported == (10 if taken else 0)


def test_G3_of_a_sheet_with_a_bad_row_nothing_is_imported_and_of_the_others_all_is(book: Book) -> None:
    """Also its new names, purposes and items are forgotten."""

    def sheet(name: str, rows: list[Gift | Record]) -> Table:
        [table] = paper(rows, sheet=name).tables
        assert isinstance(table, Table)
        return table

    tables = [
        sheet("一", [Gift("甲公司")]),
        sheet("二", [Gift("乙公司", "帽子"), BAD]),
        sheet("二", [Gift("丁公司")]),
        sheet("三", [Gift("丙公司")]),
    ]
    outcome = imported(book, papers.Paper("a.xlsx", "a" * 64, tables))
    holds(outcome)
    assert [table.imported for table in outcome.files[0].tables] == [1, 0, 0, 1]
    names = {name for [name] in book.connection.execute("select name from parties")}
    assert names == {"甲公司", "丙公司"}
    assert outcome.new_parties == 2
    assert check(book) == []


def test_G3_a_stated_total_that_differs_holds_the_sheet_back(book: Book) -> None:
    right = paper([Gift(number=3), Gift(number=4)], stated_total=Fraction(7), stated_at=9)
    assert imported(book, right).entries == 2
    wrong = paper([Gift(number=5), Gift(number=4)], sha256="1" * 64, stated_total=Fraction(8), stated_at=9)
    outcome = imported(book, wrong)
    assert outcome.entries == 0
    [problem] = outcome.files[0].problems
    assert (problem.row, problem.got, problem.facts) == (9, "8", {"total": "9"})
    wrong = paper([Gift(number=5), Gift(number=4)], sha256="1" * 64, stated_total=Fraction(8), stated_at=9)
    outcome = imported(book, wrong, accepts_good=True)
    assert (outcome.count("accepted"), outcome.count("duplicate")) == (1, 1)


# --- G9: what --dry-run says


@pytest.mark.promise("G9", full=500, short=40)
def test_G9_a_dry_run_leaves_the_file_as_it_is_and_says_what_the_import_does(
    book: Book, tries: Tries, chance: random.Random
) -> None:
    """Of files of every sort, in a book that grows: the same outcome but for the digest, and the same bytes until then."""
    for number in tries:
        rows: list[Gift | Record] = [
            replace(row, note=chance.choice((row.note, str(number)))) for row in random_gifts(chance, 12, leaving=True)
        ]
        if chance.random() < 0.2:
            rows.insert(chance.randrange(12), BAD)
        if chance.random() < 0.2:
            rows.append(Gift("市三院", "帽子", 9, "顶", type="distribution"))
        wishes = {"accepts_good": chance.random() < 0.5, "opens": chance.random() < 0.3}
        before = fingerprint(book.path)
        said = imported(book, rows, is_dry=True, **wishes)
        assert fingerprint(book.path) == before
        done = imported(book, rows, **wishes)
        said.is_dry, said.digest = False, done.digest
        assert repr(said) == repr(done)
        assert (done.number is None or done.refused is not None) == (fingerprint(book.path) == before)
        holds(done)
    assert check(book) == []


# --- G10: an import taken back


@pytest.mark.promise("G10", full=200, short=20)
def test_G10_undoing_an_import_brings_every_total_back(book: Book, tries: Tries, chance: random.Random) -> None:
    """One act; the numbers run on; the rows can be imported again, with the same result."""
    imported(book, random_gifts(chance, 20))
    for number in tries:
        before, held = totals(book), on_hand(book)
        rows = [replace(row, note=f"{number}") for row in random_gifts(chance, chance.randrange(1, 30), leaving=True)]
        done = imported(book, rows)
        after = totals(book)
        undone = undo_import(book, done.number or 0, "撤销", NOW)
        assert (totals(book), on_hand(book)) == (before, held)
        assert undone.last - undone.first + 1 == done.entries
        dates = book.connection.execute(
            "select count(*) from entry as r join entry as e on e.number = r.reverses where r.date <> e.date"
        )
        assert dates.fetchone() == (0,)
        with pytest.raises(errors.AlreadyUndone):
            undo_import(book, done.number or 0, "撤销", NOW)
        if chance.random() < 0.3:
            assert imported(book, rows).entries == done.entries
            assert totals(book) == after
    assert check(book) == []


def test_G10_what_was_corrected_or_given_out_since_is_named(book: Book) -> None:
    imported(book, [Gift(), Gift("王芳", "手套", 5, "双")])
    correct(book, 1, Changes(note="改"), NOW)
    with pytest.raises(errors.ImportCorrected) as corrected:
        undo_import(book, 1, "撤销", NOW)
    assert corrected.value.facts["corrected"] == ["1"]
    imported(book, [Gift("张三", "帽子", 5, "顶")])
    recording.record(book, Gift("市三院", "帽子", 2, "顶", type="distribution").draft(), NOW, Meant(new=True))
    before = content(book.path)
    with pytest.raises(errors.ImportNeeded) as needed:
        undo_import(book, 2, "撤销", NOW)
    assert (needed.value.facts["item"], needed.value.facts["entries"]) == ("帽子", [str(entries(book))])
    with pytest.raises(errors.UnknownImport):
        undo_import(book, 3, "撤销", NOW)
    assert content(book.path) == before


def test_G10_nothing_is_left_of_what_an_unknown_amount_was_taken_from(book: Book) -> None:
    """No sum falls below zero by it, and yet something would have gone out that never came in."""
    imported(book, [Gift("张三", "帽子", 5, "顶")])
    recording.record(book, Gift("市三院", "帽子", None, None, type="distribution").draft(), NOW, Meant(new=True))
    before = content(book.path)
    with pytest.raises(errors.NothingLeftBehind) as left:
        undo_import(book, 1, "撤销", NOW)
    assert (left.value.facts["item"], left.value.facts["number"]) == ("帽子", 2)
    assert content(book.path) == before


# --- given back since


def test_what_was_given_back_since_is_booked_once(book: Book) -> None:
    """In part: a return of what is new; in full: the gift is taken back; not yet booked and given back in full: nothing."""
    part, whole, never = money("李华", 100, "w:1"), money("王芳", 50, "w:2"), money("张三", 20, "w:3", refunded=20)
    first = imported(book, [part, whole, never])
    assert (first.count("accepted"), first.count("ignored"), first.entries) == (2, 1, 2)
    assert first.files[0].tables[0].reasons == {REFUNDED: 1}
    assert first.new_parties == 2
    assert book.connection.execute("select count(*) from party").fetchone() == (2,), "who gave nothing is nobody"
    later = [replace(part, refunded=30), replace(whole, refunded=50)]
    second = imported(book, later)
    assert (second.count("accepted"), second.entries) == (2, 2)
    assert [(one.type, "".join(map("".join, one.goods))) for one in second.files[0].tables[0].samples] == [
        ("refund", "30元"),
        ("refund", "50元"),
    ]
    assert totals(book) == [(MONEY, "九江市", 7000, 0, 0, 0, 0)]
    assert imported(book, later).number is None
    third = imported(book, [replace(part, refunded=45)])
    assert third.entries == 1
    assert totals(book)[0][2] == 5500
    assert imported(book, [replace(part, refunded=100)]).entries == 1
    assert totals(book) == []
    assert imported(book, [replace(part, refunded=100)]).number is None
    assert check(book) == []
    with pytest.raises(errors.ImportTookBack):
        undo_import(book, 2, "撤销", NOW)
    undo_import(book, 4, "撤销", NOW)
    assert imported(book, [replace(part, refunded=100)]).entries == 1, "may be booked again"


def test_a_new_row_given_back_in_part_is_booked_whole_with_its_return(book: Book) -> None:
    outcome = imported(book, [money("李华", 100, "w:1", refunded=30)])
    assert (outcome.count("accepted"), outcome.entries) == (1, 2)
    assert totals(book) == [(MONEY, "九江市", 7000, 0, 0, 0, 0)]
    undo_import(book, 1, "撤销", NOW)
    assert totals(book) == []
    assert check(book) == []


# --- stock


def test_goods_out_may_stand_before_goods_in_and_what_never_came_in_is_refused(book: Book) -> None:
    out = [
        Gift("市三院", number=8, day=date(2020, 2, 5), type="distribution"),
        Gift("市三院", number=5, day=date(2020, 2, 6), type="distribution"),
    ]
    before = content(book.path)
    refused = imported(book, out, [Gift(number=10)])
    assert isinstance(refused.refused, errors.NotInBefore)
    assert refused.refused.facts == {"item": "口罩", "day": "2020-02-06", "missing": Counted("3", "个")}
    [problem] = refused.files[0].problems
    assert (problem.row, problem.got) == (3, "5 个")
    assert content(book.path) == before
    assert imported(book, out, [Gift(number=13)]).entries == 3
    assert check(book) == []


def test_opening_books_what_must_have_been_there(book: Book) -> None:
    """As much as any day lacks, on the first day that lacks; an unknown amount too. It is taken back with the import."""
    out = [
        Gift("市三院", number=8, day=date(2020, 2, 5), type="distribution"), Gift(number=6, day=date(2020, 2, 6)),
        Gift("市三院", number=9, day=date(2020, 2, 7), type="distribution"), Gift("市三院", "蔬菜", None, None, type="distribution"),
    ]  # fmt: skip
    assert imported(book, out).refused is not None
    outcome = imported(book, out, opens=True)
    assert [(one.item, one.date, one.amount) for one in outcome.opened] == [
        ("口罩", "2020-02-05", "11"),
        ("蔬菜", "2020-02-01", "?"),
    ]
    assert outcome.entries == 6
    assert on_hand(book) == {}
    assert check(book) == []
    assert imported(book, out, opens=True).number is None
    undo_import(book, 1, "撤销", NOW)
    assert (on_hand(book), totals(book)) == ({}, [])


def test_opening_books_no_more_than_a_line_holds(book: Book) -> None:
    out = paper(
        [Gift("市三院", number=LARGEST_MINOR, type="distribution"), Gift("市一院", number=9, type="distribution")]
    )
    with pytest.raises(errors.AmountTooLarge):
        imported(book, out, opens=True)
    assert book.last()[0] == 0


# --- names


def test_an_item_in_a_unit_nobody_said_the_size_of_is_kept_apart(book: Book) -> None:
    rows = [
        Gift(number=500),
        Gift(number=20, unit="箱"),
        Gift("王芳", number=3, unit="箱"),
        Gift("张三", "大米", 2, "吨"),
        Gift("张三", "大米", 5, "斤"),
    ]
    outcome = imported(book, rows)
    assert outcome.entries == 5
    assert outcome.look_alikes == []
    assert [tuple(one) for one in outcome.by_unit] == [("口罩", "箱", "口罩（按箱计）")]
    assert on_hand(book)["口罩"] == 523  # both items of that name
    assert {unit for [unit] in book.connection.execute("select unit from items where name = '口罩'")} == {"个", "箱"}
    assert imported(book, rows).number is None
    assert check(book) == []


def test_names_are_meant_and_look_alikes_are_listed(book: Book) -> None:
    imported(book, [Gift("九江市第三人民医院")])
    outcome = imported(
        book,
        [
            Gift("九江第三人民医院"),
            Gift("江西省红十字基金会"),
            Gift("江西省红十字基金全"),
            Gift(" 九江市第三人民医院 ", number=3),
        ],
    )
    assert outcome.new_parties == 3
    found = {alike.name: alike.candidates for alike in outcome.look_alikes}
    assert found["九江第三人民医院"] == ("九江市第三人民医院",)
    assert len([name for name in found if name.startswith("江西省")]) == 1, "each pair once"


def test_look_alikes_of_many_names_take_bounded_work(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty thousand names: at most so many pairs are compared, and the alike ones beside each other are found."""
    compared = []
    honest = likeness.party_resembles
    monkeypatch.setattr(likenesses, "party_resembles", lambda one, other: compared.append(1) or honest(one, other))  # type: ignore[func-returns-value]
    chance = random.Random(5)
    names = [
        "".join(chance.choice("一丁七万丈三上下不与") + chr(0x4E00 + chance.randrange(8000)) for _part in range(3))
        for _name in range(3000)
    ]
    outcome = imported(book, [Gift(name) for name in [*names, "江西省红十字基金会", "江西省红十字基金全"]])
    assert len(compared) <= likenesses.MOST_COMPARED
    assert any("江西省红十字基金会" in (alike.name, *alike.candidates) for alike in outcome.look_alikes)


def test_a_beginning_that_all_share_hides_no_look_alike(book: Book) -> None:
    """Seventy names of one city: what looks alike among them is found by the rest of the names."""
    others = [f"九江{chr(0x4E00 + 97 * number)}{chr(0x5E00 + 89 * number)}店" for number in range(70)]
    outcome = imported(book, [Gift(name) for name in (*others, "九江龙吟堂大药房", "九江龙吟堂大药店")])
    assert [alike.name for alike in outcome.look_alikes if "龙吟堂" in alike.name] == ["九江龙吟堂大药房"]


# --- what else the book promises


def test_who_is_forgotten_is_not_known_by_rows_either(book: Book) -> None:
    """Nobody can guess the name by a digest; the same file doesn't bring it back; a transaction number still is known."""
    file = paper([Gift("李华", note="李华送来"), Gift("王芳")])
    imported(book, file)
    imported(book, [money("李华", 5, "wechat:1")])
    agreed = forgetting.to_forget(book, "李华", all_notes=True)
    forgetting.forget(book, "李华", None, NOW, all_notes=True, agreed=agreed)
    known = book.connection.execute("select entry, identity is null from import_row order by entry").fetchall()
    assert known == [(1, 1), (2, 0), (3, 0)]
    assert "李华" not in content(book.path)
    again = imported(book, paper([Gift("李华", note="李华送来"), Gift("王芳")]), [money("李华", 5, "wechat:1")])
    assert again.count("duplicate") == 3
    assert check(book) == []


def test_forget_says_where_a_name_also_stands(book: Book) -> None:
    imported(book, paper([Gift("李华")], name="李华捐款.csv"))
    with book.write() as connection:
        imports.remember(connection, "李华", {"李华": "donor"}, NOW)
    assert {"papers", "columns"} <= set(forgetting.to_forget(book, "李华", all_notes=True).left_over)


def test_a_salvaged_book_knows_what_was_imported(book: Book, tmp_path: Path) -> None:
    rows = [Gift(), Gift("王芳"), Gift("张三")]
    imported(book, rows)
    imported(book, [Gift("赵六")])
    undo_import(book, 2, "撤销", NOW)
    with book.write() as connection:
        imports.remember(connection, "数目", {"数目": "quantity"}, NOW)
    book.close()
    salvage(book.path, tmp_path / "new.db", NOW)
    with closing(open_book(tmp_path / "new.db", writing=True)) as new:
        assert imported(new, rows).number is None
        assert imports.columns_of(new.connection, "数目") == {"数目": "quantity"}
        assert imported(new, [Gift("赵六")]).number == 3
        assert check(new) == []


def test_a_failing_reader_leaves_nothing(book: Book) -> None:
    def records() -> Iterator[Record]:
        yield Gift().record(2)
        raise errors.NotText(got="x")

    [table] = paper([]).tables
    before = content(book.path)
    with pytest.raises(errors.NotText):
        imported(book, papers.Paper("a.csv", "0" * 64, [replace(table, records=records())]))
    assert content(book.path) == before
    assert check(book) == []


def test_import_acts_are_guarded(book: Book) -> None:
    """No other program changes what was imported: nor brings a row's identity back."""
    imported(book, [Gift()])
    undo_import(book, 1, "撤销", NOW)
    with closing(sqlite3.connect(book.path)) as connection:
        for statement in (
            "update import set last_entry = 9", "delete from import", "update import_row set row = 5", "delete from import_row",
            "update import_row set identity = x'00'", "insert or replace into import_row values (1, 1, 1, null, 0, null)",
            "delete from import_undo", "insert or replace into import_undo values (1, '2020')", "update import_source set file = 'x'",
            "delete from import_source", "insert or replace into import values (1, 1, 1, 'x')",
        ):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError, match="imports:"):
                connection.execute(statement)


# --- by the command


CSV = "日期,捐赠人,物资,数量,单位\n2020-02-01,张三,口罩,500,个\n2020-02-01,李四,口罩,20,个\n"


@pytest.fixture
def gifts_csv(tmp_path: Path) -> Path:
    """A small paper."""
    file = tmp_path / "gifts.csv"
    file.write_text(CSV, encoding="utf-8")
    return file


def test_the_command_says_what_the_contract_fixes(desk: Desk, gifts_csv: Path) -> None:
    said = desk.do(f"import {gifts_csv} --dry-run --format json").json
    assert (said["import"], said["dry_run"], desk.stock()) == (1, True, {})
    done = desk.do(f"import {gifts_csv} --format json").json
    [table] = done["files"][0]["tables"]
    assert set(done["files"][0]) == {"file", "layout", "tables", "problems"}
    wanted = {
        "rows": 2,
        "accepted": 2,
        "duplicate": 0,
        "ignored": 0,
        "rejected": 0,
        "stated_total": None,
        "heading_row": 1,
        "sheet": None,
    }
    assert {key: table[key] for key in wanted} == wanted
    assert table["columns"]["数量"] == "quantity"
    assert table["sums"] == {"个": "520"}
    assert desk.stock() == {"口罩": "520"}
    assert desk.do(f"import {gifts_csv}").out.endswith("no entry was made.\n")
    assert [row["last"] for row in desk.read("imports")] == [2]
    assert "take it back" in desk.do("import --undo 1").out
    assert desk.stock() == {}
    assert desk.is_in_order()


def test_rejected_rows_end_in_65_with_all_that_is_known_on_stdout(desk: Desk, gifts_csv: Path) -> None:
    gifts_csv.write_text(CSV + "2020-02-30,王五,口罩,1,个\n", encoding="utf-8")
    answer = desk.run(f"import {gifts_csv} --format json")
    assert answer.code == 65
    assert len(answer.err.strip().splitlines()) == 1
    [problem] = answer.json["files"][0]["problems"]
    assert (problem["row"], problem["column"], problem["got"]) == (4, "日期", "2020-02-30")
    assert desk.stock() == {}
    taken = desk.run(f"import {gifts_csv} --accept-good")
    assert taken.code == 0
    assert taken.err.startswith("1 of the rows can't be taken: left out")
    assert desk.stock() == {"口罩": "520"}


def test_a_rule_that_says_no_ends_in_1_with_the_rows_on_stdout(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("日期,受赠单位,物资,数量,单位\n2020-02-03,市三院,口罩,3,个\n", encoding="utf-8")
    answer = desk.run(f"import {file} --format json")
    assert (answer.code, answer.json["import"]) == (1, 1)
    assert answer.json["files"][0]["tables"][0]["imported"] == 0
    assert "--opening" in answer.err
    assert desk.do(f"import {file} --opening --format json").json["opening"][0]["amount"] == "3"
    assert desk.is_in_order()


def test_a_refused_preview_says_so_and_what_a_rule_says_stands_alone(desk: Desk, tmp_path: Path) -> None:
    """Not what the import would do; not “expected” around a sentence; no option advised that was given."""
    file = tmp_path / "out.csv"
    heading = "日期,受赠单位,物资,数量,单位\n"
    rows = [f"2020-02-03,市三院,口罩,{number},个\n" for number in range(1, 8)]
    file.write_text(heading + "".join(rows) + "2020-02-30,市三院,口罩,1,个\n", encoding="utf-8")
    said = desk.run(f"import {file} --dry-run --accept-good")
    assert said.code == 1
    assert "--opening" in said.err
    assert "--accept-good" not in said.out + said.err
    assert said.out.endswith("Nothing was written: as it stands, the import is refused.\n")
    assert "a rule of the book refuses the whole" in said.out
    assert "(the first 5 of 7 new rows)" in said.out
    file.write_text(heading + "2020-02-03,市三院,口罩,1.5,个\n", encoding="utf-8")
    assert "row 2: masks: 1.5个 is too fine" in desk.run(f"import {file}").out
    file.write_text(heading + "2020-02-03,市三院,口罩,一批,个\n", encoding="utf-8")
    assert "--opening" in desk.run(f"import {file}").err


def test_a_day_of_the_title_is_told_and_named_where_it_is_too_late(desk: Desk, tmp_path: Path) -> None:
    came, went = tmp_path / "in.csv", tmp_path / "out.csv"
    came.write_text("接收公示 2020年2月1日—2月7日,,\n捐赠人,物资,数量,单位\n张三,口罩,5,个\n", encoding="utf-8")
    went.write_text("日期,受赠单位,物资,数量,单位\n2020-02-03,市三院,口罩,3,个\n", encoding="utf-8")
    said = desk.run(f"import {came} {went} --dry-run")
    assert "dated 2020-02-07, the last day of the title" in said.out
    assert "in.csv says when it came in" in said.err
    assert "say the right day with --date" in said.err
    taken = desk.do(f"import {came} {went} --date 2020-02-01")
    assert "of the title" not in taken.out
    assert desk.stock() == {"口罩": "2"}


def test_lines_of_an_account_that_sum_up_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    """What was there, and sums of a month, whatever their day; never a gift that is called so."""
    file = tmp_path / "account.csv"
    file.write_text(
        "日期,摘要,收入,支出,余额\n2020-02-01,上月结余,,,1000\n2020-02-02,张三捐款,500,,1500\n2020-02-29,本月合计,500,,1500\n"
        "2020-03-01,期初余额,,,1500\n2020-03-02,李四捐款,20,,1520\n2020-03-31,本月合计,20,,1520\n",
        encoding="utf-8",
    )
    [table] = desk.do(f"import {file} --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["ignored"], table["rejected"], table["sums"]) == (2, 4, 0, {"CNY": "520"})
    file.write_text("日期,摘要,收入,支出,余额\n2020-02-02,张三捐款,5,,5\n2020-02-03,结余捐款,7,,12\n", encoding="utf-8")
    [table] = desk.run(f"import {file} --format json --dry-run").json["files"][0]["tables"]
    assert table["ignored"] == 0


def test_what_columns_are_said_to_be_is_remembered(desk: Desk, tmp_path: Path) -> None:
    file, other = tmp_path / "a.csv", tmp_path / "b.csv"
    file.write_text("日期,捐赠人,物资,某列,单位\n2020-02-01,张三,口罩,5,个\n", encoding="utf-8")
    other.write_text("日期,捐赠人,物资,某列,单位\n2020-02-02,张三,口罩,7,个\n", encoding="utf-8")
    desk.do(f"import {file} --map 某列=quantity --dry-run")
    [table] = desk.run(f"import {other} --dry-run --format json").json["files"][0]["tables"]
    assert table["columns"]["某列"] != "quantity", "a dry run remembers nothing"
    desk.do(f"import {file} --map 某列=quantity")
    desk.do(f"import {other}")
    assert desk.stock() == {"口罩": "12"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("import", 2),
        ("import a.csv --undo 1", 2),
        ("import nowhere.csv", 66),
        ("import --undo 7", 66),
        ("import x.csv --map 数目", 2),
        ("import x.csv --map 数目=x", 2),
    ],
)
def test_wrong_words_are_refused_in_a_sentence(desk: Desk, words: str, code: int) -> None:
    assert desk.refused(words, code=code).startswith("Error: ")


@pytest.mark.parametrize(("keys", "entries"), [(b"n\n", 0), (b"y\n", 2), (b"\n", 2)])
def test_on_a_terminal_it_shows_how_it_understands_a_paper_and_asks(
    desk: Desk, gifts_csv: Path, tmp_path: Path, keys: bytes, entries: int
) -> None:
    """Layout, columns, first rows and sums before anything is written; then one word, and one line of what was done."""
    terminal = Terminal(["import", str(gifts_csv), "--book", str(desk.book)], tmp_path)
    try:
        terminal.await_text(b"[Y/n]")
        for word in ("数量 → quantity", "张三", "520"):
            assert word.encode() in terminal.shown
        assert desk.do("totals --format json").json["book"]["entries"] == 0
        terminal.type(keys)
        assert terminal.wait() == (0 if entries else 1)
        assert desk.do("totals --format json").json["book"]["entries"] == entries
    finally:
        terminal.close()


def test_a_file_of_commands_in_another_encoding_says_how_to_save_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "gb.txt"
    file.write_bytes("receive 李华 口罩5个\n".encode("gbk"))
    assert "save it again as text in UTF-8" in desk.run(f"run {file}").err


def test_a_file_of_commands_may_import(desk: Desk, gifts_csv: Path, tmp_path: Path) -> None:
    """As one act with its other lines; run again it brings nothing new; and where a line is refused nothing is imported."""
    commands = tmp_path / "commands.txt"
    commands.write_text(
        f"receive 李华 口罩5个 --date 2020-02-01 --yes\nimport {gifts_csv}\ndistribute 市三院 口罩525个 --yes\n",
        "utf-8",
    )
    desk.do(f"run {commands}")
    assert desk.stock() == {}
    assert desk.is_in_order()
    before = content(desk.book)
    desk.do(f"run {commands}")
    assert content(desk.book) == before
    commands.write_text(f"import {gifts_csv}\nundoing\n", "utf-8")
    assert desk.run("import --undo 1").code == 1, "what came in by it was given out"
    assert desk.run(f"run {commands}").code != 0
    assert content(desk.book) == before


def test_the_result_goes_into_a_file(desk: Desk, gifts_csv: Path, tmp_path: Path) -> None:
    desk.do(f"import {gifts_csv} -o {tmp_path / 'result.json'}")
    assert '"accepted": 2' in (tmp_path / "result.json").read_text(encoding="utf-8")


def test_where_the_result_can_not_go_nothing_is_imported(desk: Desk, gifts_csv: Path) -> None:
    """Not over another file, and not over the book, whatever --force says."""
    desk.refused(f"import {gifts_csv} -o {gifts_csv}")
    desk.refused(f"import {gifts_csv} -o {desk.book} --force", code=2)
    assert desk.is_in_order()


def test_who_and_what_are_said_to_be_what_they_are() -> None:
    """The tests' own names fit together."""
    assert len(set(WHO)) == len(WHO)
    assert len({item for item, _unit in WHAT}) == len(WHAT)
    assert Certainty.EXACT in Certainty


# --- what `check` holds


@pytest.fixture
def two_papers(desk: Desk, tmp_path: Path) -> Desk:
    """Two imports, the second of which was taken back."""
    for name, rows in (
        ("一月", "2020-01-30,李华,口罩,500,个\n2020-01-30,王芳,口罩,20,个\n"),
        ("二月", "2020-02-01,李华,鸡蛋,30,个\n"),
    ):
        file = tmp_path / f"{name}.csv"
        file.write_text(f"日期,捐赠单位,品名,数量,单位\n{rows}", encoding="utf-8")
        desk.do(f"import {file} --yes")
    desk.do("import --undo 2 --yes")
    assert desk.is_in_order()
    return desk


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("update import_row set identity = null where entry = 1", "the row of entry 1 would be imported again"),
        ("delete from import_row where entry = 2", "rows of import 1 are gone"),
        ("delete from import_undo", "the imports taken back are not those"),
        ("update import set last_entry = 1 where number = 1", "entry 2 is said to come from a row of an import that it is no part of"),
        ("update import set imported_at = imported_at, first_entry = 2 where number = 1", "the imports are not those"),
        ("update entry set reverses = null where reverses = 3", "entry 3 stands, though import 2 was taken back"),
    ],
)  # fmt: skip
def test_check_sees_what_was_done_to_imports(two_papers: Desk, deed: str, sentence: str) -> None:
    """Past the guards, with another program: the rule says what would be booked twice, or isn't taken back."""
    sabotage(two_papers.book, deed)
    answer = two_papers.run("check --format json")
    assert answer.code == 1
    assert any(row["rule"] == "imports" and sentence in row["message"] for row in answer.rows()), answer.out


@pytest.mark.parametrize("is_sealed", [True, False], ids=["act left", "act gone"])
def test_a_lost_import_comes_back_by_its_act_or_its_rows(two_papers: Desk, *, is_sealed: bool) -> None:
    """Nothing that it brought is free to come again; where its act is lost too, that it was lost is said."""
    salvaged = two_papers.book.with_name("salvaged.db")
    sabotage(two_papers.book, "delete from import where number = 1")
    if not is_sealed:
        sabotage(two_papers.book, "delete from register_change where act = 'import' and after like '%\"import\": 1,%'")
    answer = two_papers.run(f"salvage {two_papers.book} -o {salvaged} --format json")
    said = {(row["what"], row["fate"]): row["which"] for row in answer.rows(2)}
    assert said["imports", "brought_back" if is_sealed else "is_lost"] == "1"
    assert answer.code == int(not is_sealed)
    queries = ["select count(*) from import", "select * from import_source", "select * from import_row"]
    with closing(sqlite3.connect(salvaged)) as new, closing(sqlite3.connect(two_papers.book)) as old:
        found = [[one.execute(query).fetchall() for query in queries] for one in (new, old)]
    assert found[0][0] == [(2,)]
    assert found[0][1:] == found[1][1:]
    assert two_papers.run(f"check --book {salvaged}").code == 0


def test_check_finds_nothing_in_rows_of_somebody_forgotten(two_papers: Desk) -> None:
    """Their rows are known by nothing any more, as they should be; and a salvaged book holds the rule too."""
    two_papers.do("forget 王芳 --yes")
    assert two_papers.is_in_order()
    salvaged = two_papers.book.with_name("salvaged.db")
    two_papers.do(f"salvage {two_papers.book} -o {salvaged}")
    assert two_papers.run(f"check --book {salvaged}").code == 0


def test_what_goods_are_worth_is_in_yuan_for_programs(desk: Desk, tmp_path: Path) -> None:
    """In the sums of a table without money it is called CNY, as the contract has it; beside money it isn't money."""
    goods, both = tmp_path / "goods.csv", tmp_path / "both.csv"
    goods.write_text("捐赠单位,日期,品名,数量,单位,折算金额\n甲公司,2020-03-11,口罩,1000,个,3500\n", encoding="utf-8")
    both.write_text(
        "捐赠单位,日期,品名,数量,单位,折算金额,捐款（元）\n甲公司,2020-03-12,口罩,10,个,35,200\n", encoding="utf-8"
    )
    sums = [
        desk.run(f"import {file} --dry-run --format json").json["files"][0]["tables"][0]["sums"]
        for file in (goods, both)
    ]
    assert sums == [{"个": "1000", "CNY": "3500"}, {"个": "10", "CNY": "200", "value": "35"}]


def test_only_the_sum_that_holds_something_rough_is_said_to_be_rough(desk: Desk, tmp_path: Path) -> None:
    """A row of two things, the first of which nobody counted exactly."""
    file = tmp_path / "gifts.csv"
    file.write_text("捐赠单位,日期,捐赠物资\n甲公司,2020-03-11,约500个口罩、20箱手套\n", encoding="utf-8")
    said = desk.do(f"import {file} --dry-run")
    assert "≈500 pcs; 20 cartons" in said.out


def test_a_preview_says_what_money_was_spent_on_and_leaves_notes_of_gifts_out(desk: Desk, tmp_path: Path) -> None:
    """In brackets behind the amount."""
    desk.do("receive 李华 500元 --date 2020-02-01")
    gift, spent = tmp_path / "gift.csv", tmp_path / "spent.csv"
    gift.write_text("捐赠单位,日期,捐款（元）,备注\n甲公司,2020-03-11,35,急用\n", encoding="utf-8")
    spent.write_text("日期,支出金额（元）,用途\n2020-03-12,20,买口罩\n", encoding="utf-8")
    assert "(急用)" not in desk.do(f"import {gift} --dry-run").out
    assert "20 yuan (买口罩)" in desk.do(f"import {spent} --dry-run").out


SIDES = """捐赠单位,品名,数量,日期,接收单位,品名,数量,日期
甲公司,口罩,100,2020-02-01,市三院,口罩,20,2020-02-05
乙公司,口罩,98,2020-02-02,市一院,口罩,30,2020-02-06
"""


@pytest.mark.parametrize(
    ("total", "wrong"),
    [("合计,,198,,合计,,50,", []), ("合计,,250,,合计,,50,", ["250"]), ("合计,,198,,合计,,60,", ["60"]),
     ("合计,,198,,,,50,", []), ("合计,,250,,,,60,", ["250", "60"])],
)  # fmt: skip
def test_what_came_in_and_what_went_out_side_by_side_have_a_total_each(
    desk: Desk, tmp_path: Path, total: str, wrong: list[str]
) -> None:
    """Each is held against the rows of its side, and nothing is said of both together."""
    paper = tmp_path / "sides.csv"
    paper.write_text(f"{SIDES}{total}\n", encoding="utf-8")
    answer = desk.run(f"import {paper} --yes --format json")
    [read] = answer.json["files"]
    assert [problem["got"] for problem in read["problems"]] == wrong
    assert (read["tables"][0]["sums"], read["tables"][0]["went_out"]) == ({"": "198"}, {"": "50"})
    assert desk.stock() == ({} if wrong else {"口罩": "148"})
