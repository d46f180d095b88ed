# ruff: noqa: N802 - the names of the catalogue
"""H5, H1: an exported book makes another that says the same; what a spreadsheet would calculate stays text and comes back."""

import csv
import hashlib
import io
import json
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import histories
import openpyxl
import pytest
from conftest import NOW, Desk
from gifts import imported, money, random_gifts
from harness.counts import Tries
from harness.shares import each_once

from donations import errors
from donations.domain.amount import Certainty
from donations.domain.entry import MISSING, Draft, DraftLine, Entry, Flow, Role
from donations.domain.exchange import joined, parted
from donations.domain.imported import Outcome
from donations.domain.parsing import parse_quantity
from donations.domain.period import Period
from donations.domain.place import parse_place
from donations.domain.quantities.as_name import Certain, amount_within
from donations.domain.quantity import Quantity
from donations.domain.spreadsheet import guarded, is_calculated, unguarded
from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import Settings
from donations.importers.tables import tables
from donations.output import formats
from donations.reports.exchange import exchange
from donations.services import checking, closing, correcting, forgetting, privacy, recording, registering
from donations.services.changes import Changes
from donations.services.closing import IfClosed
from donations.services.importing import exchange as import_exchange
from donations.services.importing.papers import Paper, import_papers
from donations.services.importing.rows import Wishes
from donations.services.naming import Meant
from donations.store import journal, parties
from donations.store.book import Book
from donations.store.exchange import statements
from donations.store.items import NewItem
from donations.store.making import create_book

TODAY = date(2020, 4, 1)
STARTS = (
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "'=",
    "''@",
    " =",
    "\u3000＝",
    "\ufeff+",
    "\t=",
    "\r@",
    "\n-",
    "－",
    "−",
)
ENDS = ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","点我")', "SUM(A1:A9)", "李华", "0001", "2020-02-01")
LIKE_NUMBERS = (
    "00123", "1-2", "3/4", "2020-02-01", "2月1日", "1E5", "12:30", "50%", "¥5", "1,000", "'007", "TRUE", "true", "Mar 5", "１２３",
    "123456789012345678", "0.10", "1.0", "(5)", "'2020/1/1",
)  # fmt: skip
WORDS = ("甲、乙公司", "a\\b、c", '张"三"', "𠮷𪚥", "a,b;c", "第一批", "备注；说明", "′", "N95-口罩", "@@x", "“引”")


def text_of(chance: random.Random) -> str:
    """What a person could have written, most of it made to be misread."""
    way = chance.randrange(4)
    if way == 0:
        return chance.choice(STARTS) + chance.choice(ENDS)
    return chance.choice(LIKE_NUMBERS if way == 1 else WORDS) + ("" if way < 3 else str(chance.randrange(99)))


def name_of(chance: random.Random) -> str:
    """A name that nobody has yet, as misleading, but for what would be refused as an amount."""
    while True:
        name = f"{text_of(chance)}{chance.choice(('', '甲', ' 7'))}{chance.randrange(10**6)}"
        found = amount_within(name)
        if found is None or found.certain is not Certain.SURELY:
            return name


# --- books with everything in them


def full_book(path: Path, chance: random.Random) -> Book:
    """Every sort of entry, line, name, link and act that an export has something of."""
    book = histories.grown(path, chance, chance.randint(15, 40)).book
    imported(book, random_gifts(chance, chance.randint(1, 12)))
    for _number in range(chance.randint(1, 6)):
        record_hostile(book, chance)
    split_lines(book)
    consents(book, chance)
    if chance.random() < 0.7:
        close_a_month(book, chance)
    if chance.random() < 0.5:
        forget(book, chance.choice(("李华", "九江市青山小学")), all_notes=chance.random() < 0.5)
    record_hostile(book, chance)
    return book


def forget(book: Book, who: str, *, all_notes: bool) -> None:
    """Erase a party."""
    agreed = forgetting.to_forget(book, who, all_notes=all_notes)
    forgetting.forget(book, who, None, NOW, all_notes=all_notes, agreed=agreed)


def record_hostile(book: Book, chance: random.Random) -> None:
    """A gift of which every text is one that a spreadsheet would make something else of."""
    known = chance.random() < 0.8
    quantity = Quantity(
        text_of(chance), name_of(chance), chance.choice((None, "N95", "1-2", "84 ＋")),
        Fraction(chance.randrange(1, 10**6)) if known else None, "个" if known else None,
        chance.choice((Certainty.EXACT, Certainty.ABOUT)) if known else Certainty.UNKNOWN, None, None, None,
    )  # fmt: skip
    line = DraftLine(
        quantity, Flow.RECEIVED, chance.choice((None, name_of(chance))), chance.choice((None, name_of(chance))),
        text_of(chance), chance.choice((None, date(2021, 2, 28))),
    )  # fmt: skip
    parties = {
        Role.DONOR: tuple(name_of(chance) for _ in range(chance.randint(1, 3))), Role.VIA: (name_of(chance),),
        Role.BENEFICIARY: (name_of(chance),),
    }  # fmt: skip
    place = chance.choice((None, parse_place("九江市"), parse_place("庐山市")))
    worth = (Fraction(chance.randrange(1, 10**7), 100), Certainty.ABOUT) if chance.random() < 0.5 else None
    draft = Draft(
        "receipt", date(2020, 3, chance.randint(1, 31)), (line,), parties, place, worth, text_of(chance) if worth else None,
        note=chance.choice((None, text_of(chance))), consent=chance.choice((None, "named", "anonymous")),
    )  # fmt: skip
    recorded = recording.record(book, draft, NOW, Meant(new=True))
    if chance.random() < 0.3:
        changes = Changes(note=text_of(chance), reason=text_of(chance))
        with suppress(errors.CorrectsNothing):  # chance may choose the same note again
            correcting.correct(book, recorded.number, changes, NOW, Meant(new=True))


def split_lines(book: Book) -> None:
    """An entry whose lines go to a recipient each."""
    with book.write() as connection:
        [number] = connection.execute(
            "select max(entry) from line where flow = 'received' and amount_minor > 0"
        ).fetchone()
        names = [
            row[0]
            for row in connection.execute(
                "select number from party_name where is_main = 1 and name is not null limit 2"
            )
        ]
        first = journal.read(connection, number)
        lines = tuple(first.lines[0]._replace(flow=Flow.RELAYED, recipient=name) for name in names)
        parties = {Role.DONOR: first.parties.get(Role.DONOR, (names[0],)), Role.RECIPIENT: tuple(names)}
        closing.append(
            connection,
            first._replace(type="relay", lines=lines, parties=parties, request=None, reverses=None, corrects=None),
            NOW,
        )


def consents(book: Book, chance: random.Random) -> None:
    """What was said of being named, by parties and of gifts."""
    privacy.set_party_consent(book, "市三院", chance.choice(("named", "anonymous")), NOW, again=True)


def close_a_month(book: Book, chance: random.Random) -> None:
    """A closed month, an entry that was let into it since, and one that takes back what is in it."""
    closing.close(book, Period.month("2020-01"), TODAY, NOW)
    quantity = parse_quantity("5元")
    draft = Draft(
        "receipt",
        date(2020, 1, 30),
        (DraftLine(quantity, Flow.RECEIVED),),
        {Role.DONOR: (name_of(chance),)},
        into_closed=text_of(chance),
    )
    late = recording.record(book, draft, NOW, Meant(new=True))
    if chance.random() < 0.5:
        correcting.reverse(
            book, late.number, text_of(chance), NOW, if_closed=IfClosed(TODAY, chance.choice((None, "说明")))
        )
    if chance.random() < 0.5:
        closing.close(book, Period.month("2020-02"), TODAY, NOW)


# --- out and in again


def exported(book: Book, format_name: str = "csv", *, raw: bool = False) -> bytes:
    """The book as a file has it."""
    stream = io.StringIO()
    with book.read() as connection:
        formats.render(exchange(book, lambda: statements(connection)), format_name, stream, raw=raw)
    return stream.getvalue().encode()


def taken(book: Book, *files: Path, **wishes: Any) -> Outcome:
    """What importing the files did."""
    return import_papers(book, map(paper_of, files), Wishes(if_closed=IfClosed(TODAY), **wishes), NOW)


def paper_of(file: Path) -> Paper:
    """The file as an importer is given it."""
    return Paper(file.name, hashlib.sha256(file.read_bytes()).hexdigest(), _tables(file))


def _tables(file: Path) -> Iterator[Any]:
    return (table for sheet in sheets(file, Opening()) for table in tables(sheet, Settings(TODAY)))


def empty(path: Path) -> Book:
    """A book of another association, kept in memory as far as that goes."""
    book = create_book(path, "另一协会", NOW)
    for pragma in histories.UNSAFE:
        book.connection.execute(f"pragma {pragma}")
    return book


def assert_all(outcome: Outcome, became: str) -> None:
    """Every row of every table is of that class, but for those that only say what the file is."""
    assert outcome.problems == 0, [file.problems for file in outcome.files]
    for file in outcome.files:
        for table in file.tables:
            assert table.rows == table.accepted + table.duplicate + table.ignored + table.rejected
            assert getattr(table, became) == table.rows - table.ignored > 0, table
            passed = {import_exchange.HEAD, import_exchange.END, import_exchange.CLOSED_ELSEWHERE}
            if became == "duplicate":  # of another book that has forgotten somebody
                passed |= {import_exchange.FORGOTTEN, import_exchange.WAITS}
            assert set(table.reasons) <= passed


@pytest.mark.promise("H5", full=200, short=8)
def test_H5_an_exported_book_makes_one_that_says_the_same(tries: Tries, chance: random.Random, tmp_path: Path) -> None:
    """Exported, imported into an empty book and exported again: the same bytes in CSV, TSV, raw or not; in JSON the same rows.

    The new book holds every rule. The same file again, and into the book that it came from, adds nothing.
    """
    for number in tries:
        folder = tmp_path / str(number)
        folder.mkdir()
        book = full_book(folder / "a.db", chance)
        name, raw = chance.choice((("csv", False), ("csv", True), ("tsv", False), ("tsv", True), ("json", False)))
        file = folder / f"book.{name}"
        file.write_bytes(exported(book, name, raw=raw))
        other = empty(folder / "b.db")
        assert_all(taken(other, file), "accepted")
        for format_name in ("csv", "tsv"):
            for is_raw in (False, True):
                assert exported(other, format_name, raw=is_raw) == exported(book, format_name, raw=is_raw)
        first, second = (json.loads(exported(each, "json")) for each in (book, other))
        assert first["tables"] == second["tables"]
        assert checking.check(other) == []
        before = other.last()
        assert_all(taken(other, file), "duplicate")
        assert_all(taken(book, file), "duplicate")
        assert other.last() == before
        shutil.rmtree(folder)


UTF_8 = "44,34,76,1"
"""What LibreOffice's dialog says of a file with our byte order mark: commas, quotation marks, UTF-8, from the first row."""
SAVED_AS = {"csv": f"csv:Text - txt - csv (StarCalc):{UTF_8},,0,false,true,false", "xlsx": "xlsx", "ods": "ods"}


def opened_by_a_spreadsheet(file: Path, folder: Path, name: str) -> Path:
    """The file as LibreOffice saves it."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [
        "soffice",
        "--headless",
        profile,
        f"--infilter=CSV:{UTF_8}",
        "--convert-to",
        SAVED_AS[name],
        "--outdir",
        folder,
        file,
    ]
    subprocess.run(list(map(str, words)), check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.{name}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.long
def test_H5_what_libreoffice_saves_is_the_same_book(chance: random.Random, tmp_path: Path) -> None:
    """Opened and saved as CSV, XLSX and ODS, the file makes the same book, and adds nothing to the one it came from."""
    book = full_book(tmp_path / "a.db", chance)
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    for name in ("csv", "xlsx", "ods"):
        saved = opened_by_a_spreadsheet(file, tmp_path / "saved", name)
        other = empty(tmp_path / f"{name}.db")
        assert_all(taken(other, saved), "accepted")
        assert exported(other) == exported(book)
        assert_all(taken(book, saved), "duplicate")


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode().lstrip("\ufeff"))))


def as_csv(rows: list[list[str]], file: Path) -> Path:
    """The file with these rows."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return file


def saved_by_hand(rows: list[list[str]], chance: random.Random) -> list[list[str]]:
    """As other spreadsheets save it: days with slashes, columns in another order, empty cells at the end left out."""
    dates = [rows[0].index(name) for name in ("date", "expires_on")]
    for row in rows[1:]:
        for at in dates:
            if row[at]:
                year, month, day = row[at].split("-")
                row[at] = f"{year}/{int(month)}/{int(day)}"
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    made = [[row[at] for at in order] for row in rows]
    for row in made[1:]:
        while row and not row[-1]:
            row.pop()
    return made


def test_H5_a_file_that_another_spreadsheet_saved(chance: random.Random, tmp_path: Path) -> None:
    book = full_book(tmp_path / "a.db", chance)
    file = as_csv(saved_by_hand(rows_of(exported(book)), chance), tmp_path / "book.csv")
    other = empty(tmp_path / "b.db")
    assert_all(taken(other, file), "accepted")
    assert exported(other) == exported(book)


def test_H5_into_a_book_that_has_entries(chance: random.Random, tmp_path: Path) -> None:
    """What is new goes in behind what is there, links and all; names that are known stay one; closed months stay away."""
    book, other = full_book(tmp_path / "a.db", chance), histories.grown(tmp_path / "b.db", chance, 12).book
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    [before] = other.connection.execute("select count(*) from entry").fetchone()
    outcome = taken(other, file)
    assert outcome.problems == 0
    assert outcome.refused is None
    assert checking.check(other) == []
    [count] = book.connection.execute("select count(*) from entry").fetchone()
    [after] = other.connection.execute("select count(*) from entry").fetchone()
    assert before < after <= before + count
    assert_all(taken(other, file), "duplicate")


def test_H5_names_that_changed_since_are_known(chance: random.Random, tmp_path: Path) -> None:
    """An export from before a rename adds nothing, whatever things are called by now."""
    book = histories.grown(tmp_path / "a.db", chance, 20).book
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    registering.rename_party(book, "李华", "李华（五中）", None, NOW)
    registering.rename_item(book, "口罩", "医用口罩", None, None, NOW)
    registering.merge_parties(book, "市三院", "李华（五中）", "同一人", NOW)
    before = book.connection.execute("select count(*) from entry").fetchone()
    assert_all(taken(book, file), "duplicate")
    assert book.connection.execute("select count(*) from entry").fetchone() == before


def test_H5_a_bill_that_was_imported_is_known_in_the_new_book(chance: random.Random, tmp_path: Path) -> None:
    """What papers were known by goes along: the same paper again adds nothing to the new book either."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    gifts = [
        *random_gifts(chance, 20),
        *(replace(gift, identity=f"wechat:{number}") for number, gift in enumerate(random_gifts(chance, 5))),
    ]
    imported(book, gifts)
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    assert_all(taken(other, file), "accepted")
    again = imported(other, gifts)
    assert again.count("accepted") == 0
    assert again.count("duplicate") == len(gifts)


def test_H5_what_was_given_back_is_known_in_the_new_book(tmp_path: Path) -> None:
    """A bill that says later how much came back finds its gift in the new book, and books no more than is due."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    imported(book, [money(yuan=100, identity="wechat:1")])
    imported(book, [money(yuan=100, identity="wechat:1", refunded=30)])
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    assert_all(taken(other, file), "accepted")
    assert exported(other) == exported(book)
    assert imported(other, [money(yuan=100, identity="wechat:1", refunded=30)]).entries == 0
    assert imported(other, [money(yuan=100, identity="wechat:1", refunded=45)]).entries == 1
    assert other.connection.execute("select sum(amount_minor) from line where flow = 'refunded'").fetchone() == (4500,)


def test_H5_numbers_of_lost_entries_go_along(chance: random.Random, tmp_path: Path) -> None:
    """An entry that only keeps the number of a lost one is one there too."""
    book, other = histories.grown(tmp_path / "a.db", chance, 8).book, empty(tmp_path / "b.db")
    with book.write() as connection:
        journal.append(connection, Entry(MISSING, date(2020, 2, 1), (), reason="damaged"), NOW)
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    assert_all(taken(other, file), "accepted")
    assert exported(other) == exported(book)
    assert other.connection.execute("select count(*) from entry where type = 'missing'").fetchone() == (1,)
    assert_all(taken(book, file), "duplicate")


def test_H5_names_alone_go_along(tmp_path: Path) -> None:
    """A book that has names and no entry yet gives them to another; that is no import, and the book is in order."""
    book, other = empty(tmp_path / "a.db"), empty(tmp_path / "b.db")
    registering.add_party(book, "九江市青山小学", parse_place("九江市"), "organisation", NOW, new=True)
    registering.add_item(book, NewItem("口罩", "N95", "个", 0, aliases=("面罩",)), NOW, meant_new=True)
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    outcome = taken(other, file)
    assert_all(outcome, "accepted")
    assert outcome.number is None
    assert exported(other) == exported(book)
    assert checking.check(other) == []
    assert_all(taken(other, file), "duplicate")


# --- files that were changed


Rows = list[list[str]]


@dataclass
class Sheet:
    """The rows of an export that somebody is about to change, and one that says an amount."""

    rows: Rows
    row: list[str]
    lines: Rows

    def put(self, column: str, cell: str) -> None:
        """Write something else into a cell of the row."""
        self.row[self.rows[0].index(column)] = cell

    def said(self, column: str) -> str:
        """What stands in a cell of the row."""
        return self.row[self.rows[0].index(column)]

    def drop(self, column: str) -> None:
        """Take a column out."""
        at = self.rows[0].index(column)
        for row in self.rows:
            del row[at]

    def mirrored(self) -> "Sheet":
        """The same with a row that takes something back, where there is one."""
        at = self.rows[0].index("reverses")
        return Sheet(self.rows, next((row for row in self.lines if row[at]), self.row), self.lines)


CHANGES: dict[str, Callable[[Sheet, random.Random], None]] = {
    "cut off": lambda sheet, _: sheet.rows.__delitem__(slice(sheet.rows.index(sheet.lines[-1]), None)),
    "out of order": lambda sheet, _: sheet.rows.insert(2, sheet.rows.pop()),
    "amount": lambda sheet, chance: sheet.put(
        "amount", chance.choice(("", "1E+15", "1,000", "0.0000001", "9" * 17, "x"))
    ),
    "sign": lambda sheet, _: sheet.put("amount", "5" if sheet.said("reverses") else "-5"),
    "flow": lambda sheet, chance: sheet.put(
        "flow", chance.choice(("", "stolen", "moved_in" if sheet.said("type") != "transfer" else "spent"))
    ),
    "reversal": lambda sheet, _: sheet.mirrored().put("amount", "-77777" if sheet.mirrored().said("reverses") else "x"),
    "column": lambda sheet, chance: sheet.drop(chance.choice(("note", "store", "value", "also"))),
    "date": lambda sheet, chance: sheet.put("date", chance.choice(("", "2020-02-30", "02/03/20"))),
    "item": lambda sheet, _: sheet.put("item", "没有的东西9"),
    "unit": lambda sheet, _: sheet.put("unit", "吨"),
    "link": lambda sheet, _: sheet.put("corrects", "999"),
    "identity": lambda sheet, _: sheet.put("known_by", "x"),
    "first row": lambda sheet, _: sheet.rows.__delitem__(1),
}
"""What somebody does to an exported file by hand."""


def damaged(rows: Rows, chance: random.Random) -> str:
    """Change the rows; gives what was done."""
    head = rows[0]
    lines = [row for row in rows if row[0] == "entry" and row[head.index("amount")]]
    what = chance.choice(list(CHANGES))
    CHANGES[what](Sheet(rows, chance.choice(lines), lines), chance)
    return what


@pytest.mark.promise("H5", full=200, short=25)
def test_H5_a_file_that_was_changed_imports_nothing(tries: Tries, chance: random.Random, tmp_path: Path) -> None:
    """Cut off, sorted anew, or with an amount, a link or a column changed: refused with reasons, and the book is as before."""
    book = full_book(tmp_path / "a.db", chance)
    content, other = exported(book), empty(tmp_path / "b.db")
    for number in tries:
        rows = rows_of(content)
        what = damaged(rows, chance)
        outcome = taken(other, as_csv(rows, tmp_path / f"{number}.csv"))
        assert outcome.problems or outcome.refused is not None, what
        for file in outcome.files:
            for table in file.tables:
                assert table.rows == table.accepted + table.duplicate + table.ignored + table.rejected, what
        assert other.connection.execute("select count(*), (select count(*) from party) from entry").fetchone() == (
            0,
            0,
        ), what
        assert checking.check(other) == [], what


def test_H5_sees_what_is_lost(chance: random.Random, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: with former names left out, the second export is another."""
    book, other = full_book(tmp_path / "a.db", chance), empty(tmp_path / "b.db")
    file = tmp_path / "book.csv"
    file.write_bytes(exported(book))
    monkeypatch.setattr(parties, "add_former", lambda _connection, party, _name, _now: party)
    taken(other, file)
    assert exported(other) != exported(book)


# --- as a treasurer types it


def test_a_book_goes_out_and_in(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.do("receive 李华 5000元 口罩500个 --city 九江市 --date 2020-02-01 --note '=1+1'")
    desk.do("distribute 市三院 口罩20个 --date 2020-02-03 --note 00123 --new")
    desk.do("correct 1 5200元 --reason 错")
    answer = desk.do("export book", "-o", str(tmp_path / "a.csv"))
    assert "apostrophe" in answer.err
    assert "--raw" in answer.err
    assert "apostrophe" not in desk.do("export book --raw", "-o", str(tmp_path / "raw.csv")).err
    there = Desk(tmp_path / "other.db")
    monkeypatch.setenv("DONATIONS_BOOK", str(there.book))
    there.do("init --name 另一协会")
    said = there.do("import", str(tmp_path / "a.csv"), "--format", "json").json
    [table] = said["files"][0]["tables"]
    assert (table["layout"], table["accepted"], table["ignored"], said["entries"]) == ("book", table["rows"] - 2, 2, 4)
    there.do("export book", "-o", str(tmp_path / "b.csv"))
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert there.is_in_order()
    for file in ("a.csv", "raw.csv"):
        assert there.do("import", str(tmp_path / file), "--format", "json").json["entries"] == 0
    assert "exported book" in there.do("import", str(tmp_path / "a.csv")).out
    assert "xlsx" in there.refused("export book --format xlsx", code=2)


REPORTS = (
    "totals --by city", "stock", "ledger", "journal", "month 2020-02", "show 1", "statement 李华", "handover 2", "receipt 4",
)  # fmt: skip


@pytest.mark.parametrize(("format_name", "language"), each_once(("csv", "tsv", "json", "xlsx"), ("en", "zh_CN")))
def test_other_reports_of_ours_are_refused(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str, language: str
) -> None:
    """They say figures made of entries, not entries: nothing of them is taken, and the sentence names what to export instead."""
    desk.do("receive 李华 5000元 口罩500个 --city 九江市 --date 2020-02-01")
    desk.do("distribute 市三院 口罩20个 --date 2020-02-03 --new")
    desk.do("correct 1 5200元 --reason 错")
    monkeypatch.setenv("DONATIONS_LANG", language)
    for number, line in enumerate(REPORTS):
        file = tmp_path / f"{number}.{format_name}"
        desk.do(line, "-o", str(file))
        answer = desk.run("import", str(file), "--format", "json")
        assert answer.code == 65, line
        tables = [table for file in answer.json["files"] for table in file["tables"]]
        assert sum(table["accepted"] for table in tables) == 0, (line, answer.out)
        assert "donations export book" in answer.out, (line, answer.out)


# --- H1


PAYLOADS = [start + end for start in STARTS for end in ENDS]
"""What OWASP lists, with full-width signs, and blanks before them."""


def cells_of(content: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.lstrip("\ufeff")), delimiter=delimiter))


def in_a_workbook(rows: list[list[str]], folder: Path) -> Path:
    """The rows as a program that trusts them puts them into a workbook: a text that begins with = becomes a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(folder / "trusting.xlsx")
    return folder / "trusting.xlsx"


def formulas(file: Path) -> int:
    """How many formulas openpyxl sees."""
    return sum(
        cell.data_type == "f" for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row
    )


def hostile_ledger(book: Book, chance: random.Random, payloads: list[str]) -> None:
    """An entry a payload, which stands in every text of it."""
    for number, payload in enumerate(payloads):
        quantity = parse_quantity("5元")
        lines = (DraftLine(quantity, Flow.RECEIVED, None, f"{payload} p{number}"),)
        parties = {Role.DONOR: (f"{payload} 甲{number}",), Role.VIA: (f"{payload} 乙{number}",)}
        recording.record(
            book,
            Draft("receipt", date(2020, 2, 1 + chance.randrange(28)), lines, parties, note=payload),
            NOW,
            Meant(new=True),
        )


@pytest.mark.promise("H1", full=300, short=60)
def test_H1_no_text_of_a_csv_or_tsv_is_calculated(
    tries: Tries, chance: random.Random, desk: Desk, tmp_path: Path
) -> None:
    """Every report that holds the payloads, as CSV and TSV: no cell begins like a formula, numbers stay, and it is said how many."""
    payloads = [PAYLOADS[n] if n < len(PAYLOADS) else chance.choice(STARTS) + chance.choice(PAYLOADS) for n in tries]
    with_book = create_book(tmp_path / "hostile.db", "=1+1", NOW)
    hostile_ledger(with_book, chance, payloads)
    recorded = [row[0] for row in with_book.connection.execute("select note from entry_note")]
    with_book.close()
    for line in ("ledger", "journal", "totals --by donor", "totals --by purpose", "stock", "donors", "export book"):
        for name, delimiter in (("csv", ","), ("tsv", "\t")):
            answer = desk.do(f"{line} --format {name} --book {tmp_path / 'hostile.db'}")
            rows = cells_of(answer.out, delimiter)
            texts = [cell for row in rows for cell in row]
            numbers = [cell for cell in texts if cell.lstrip("-").replace(".", "", 1).isdigit()]
            assert numbers, "a number stays a number"
            assert [
                cell for cell in texts if is_calculated(cell) and not cell.startswith("'") and cell not in numbers
            ] == []
            assert formulas(in_a_workbook(rows, tmp_path)) == 0
            assert "apostrophe" in answer.err
            assert str(sum(cell.startswith("'") for cell in texts)) in answer.err
    raw = cells_of(desk.do(f"ledger --format csv --raw --book {tmp_path / 'hostile.db'}").out, ",")
    assert {row[-1] for row in raw[1:]} == set(recorded), "as stored"
    objects = desk.do(f"ledger --format json --book {tmp_path / 'hostile.db'}").rows()
    assert {row["note"] for row in objects} == set(recorded), "JSON is for programs"


def test_H1_sees_a_formula(desk: Desk, tmp_path: Path) -> None:
    """Raw, the same text is a formula to whoever trusts it."""
    desk.do("receive 李华 5元 --date 2020-02-01 --note '=1+1'")
    assert formulas(in_a_workbook(cells_of(desk.do("ledger --format csv --raw").out, ","), tmp_path)) == 1
    assert formulas(in_a_workbook(cells_of(desk.do("ledger --format csv").out, ","), tmp_path)) == 0


def test_H1_H5_the_apostrophe_comes_off_again(chance: random.Random) -> None:
    """Whatever a text begins with, also with apostrophes of its own: what was guarded is what is read back."""
    texts = [*PAYLOADS, *LIKE_NUMBERS, *WORDS, "", "'", "''", "'x", "'=", "''=", "李华", "5000元", "N95"]
    for text in [*texts, *("'" * chance.randrange(4) + text_of(chance) for _ in range(3000))]:
        assert unguarded(guarded(text)) == text
    assert [text for text in (*PAYLOADS, *LIKE_NUMBERS) if guarded(text) == text] == []
    assert [
        text for text in ("李华", "5000元", "N95", "a=b", "'x", "口罩500个", "第一批") if guarded(text) != text
    ] == []


def test_several_names_in_one_cell_come_apart_again(chance: random.Random) -> None:
    for _ in range(2000):
        names = tuple("".join(chance.choices("甲乙、\\ab", k=chance.randint(1, 6))) for _ in range(chance.randrange(4)))
        assert parted(joined(names) or "") == names
