# ruff: noqa: N802 - the names of the catalogue
"""D5: what lies on undamaged pages of a damaged book is recovered, nothing is invented, and what is lost is named.

What lay where is found out without the program: every row of the undamaged book, read by SQLite, is written once more as
SQLite writes a row, and those bytes are looked for in the pages.
"""

import gzip
import io
import random
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk, Row
from harness.counts import Tries
from hypothesis import given
from hypothesis import strategies as st
from test_languages import chinese_left_in, english_left_in
from test_laws import sabotage

from donations import errors
from donations.cli import app, boundary
from donations.cli.salvage import ranges
from donations.services.checking import check
from donations.services.salvage import entries as salvaged_entries
from donations.services.salvage import salvaging
from donations.store.book import open_book
from donations.store.making import create_book
from donations.store.upgrading import upgrade
from donations.store.wreck import wreck
from donations.store.wreck.pages import Pages
from donations.store.wreck.proofs import Proof
from donations.store.wreck.shapes import SHAPES
from donations.store.wreck.walking import WHOLE_TABLE, Run, is_spanned, widest

BOOKS = Path(__file__).parent / "books"
PAGE = 4096
OF_ENTRY = {"entry": "number", "line": "entry", "entry_party": "entry", "entry_note": "entry"}
"""The tables an entry's rows lie in, with the column that says whose they are."""
WITHOUT_ROWID = {"line", "entry_party"}
UNSURE = {
    "the digest is lost, and maybe a line, a party or the note: compare it with the paper",
    "digests are lost, and it or an entry beside it is not what was sealed: compare it with the paper",
    "a name in it is lost, so that its digest can't be computed",
    "its note is lost: compare the rest with the paper",
}
"""What is said of an entry that may lack something, or is only not proven."""
PARTS_LOST = {
    "the digest is lost, and maybe a line, a party or the note: compare it with the paper",
    "its note is lost: compare the rest with the paper",
}
"""What is said of an entry of which a part is, or may be, lost."""
Entries = dict[int, dict[str, list[tuple[Any, ...]]]]


# --- the truth


def varint(number: int) -> bytes:
    """A number as SQLite writes lengths and types."""
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


def stored(value: Any) -> tuple[int, bytes]:
    """A value's serial type, and its bytes."""
    if value is None:
        return 0, b""
    if isinstance(value, int):
        if value in (0, 1):
            return 8 + value, b""
        for kind, length in ((1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 8)):
            if -(1 << 8 * length - 1) <= value < 1 << 8 * length - 1:
                return kind, value.to_bytes(length, "big", signed=True)
    if isinstance(value, bytes):
        return 12 + 2 * len(value), value
    return 13 + 2 * len(str(value).encode()), str(value).encode()


def cell(values: tuple[Any, ...], rowid: int | None) -> bytes:
    """A row as it stands on its page."""
    parts = [stored(value) for value in values]
    types = b"".join(varint(kind) for kind, _content in parts)
    record = varint(len(types) + 1) + types + b"".join(content for _kind, content in parts)
    return varint(len(record)) + (b"" if rowid is None else varint(rowid)) + record


@dataclass
class Truth:
    """An undamaged book: what its entries say, and on which pages that lies."""

    path: Path
    entries: Entries = field(default_factory=dict)
    pages: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """By entry, the pages that hold its rows."""
    item_pages: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    names: dict[int, str] = field(default_factory=dict)
    count: int = 0
    """How many pages the file has."""

    def items(self, entry: int) -> set[int]:
        """The items that an entry's lines are of."""
        return {row[2] for row in self.entries[entry]["line"]}

    def reverses(self, entry: int) -> int | None:
        """The entry that it takes back."""
        number: int | None = self.entries[entry]["entry"][0][6]
        return number

    def intact(self, damaged: set[int]) -> set[int]:
        """The entries none of whose rows lies on a damaged page, with their items, and with what they take back."""
        whole = {
            number
            for number in self.entries
            if not self.pages[number] & damaged
            and not any(self.item_pages[item] & damaged for item in self.items(number))
        }
        return {number for number in whole if self.reverses(number) is None or self.reverses(number) in whole}


def entries_in(book: Path) -> Entries:
    """What every entry says, by its number and table, read by SQLite; salts and commitments left out."""
    found: Entries = defaultdict(lambda: defaultdict(list))
    with closing(sqlite3.connect(book)) as connection:
        for table, column in OF_ENTRY.items():
            columns = "entry, note" if table == "entry_note" else "*"
            for row in connection.execute(f"select {column}, {columns} from {table} order by 1, 2, 3"):
                found[row[0]][table].append(row[1:])
    return {number: dict(tables) for number, tables in found.items()}


@cache
def truth_of(path: Path) -> Truth:
    """All of it, for an undamaged book."""
    data = path.read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    found = Truth(path, entries_in(path), count=len(pages))
    with closing(sqlite3.connect(path)) as connection:
        for table, column in {**OF_ENTRY, "item": "number"}.items():
            key = found.item_pages if table == "item" else found.pages
            for row in connection.execute(f"select {column}, * from {table}"):
                of, values = row[0], row[1:]
                needle = cell(values, None) if table in WITHOUT_ROWID else cell((None, *values[1:]), values[0])
                where = {number for number, page in enumerate(pages, 1) if needle in page}
                assert where, f"{table} {values}: not in the file as SQLite writes it"
                key[of] |= where
        found.names = dict(connection.execute("select number, name from party_name").fetchall())
    return found


# --- books


WORDS = ("李华", "王芳", "张伟国", "刘洋", "陈静怡", "东方建材有限公司", "一米阳光公益联合会")
GOODS = ("口罩{}个", "约{}个口罩", "{}.5斤蔬菜", "{}.05元", "口罩{}个@@99.5元", "鸡蛋{}个", "大米{}袋×25公斤")


def command(chance: random.Random, number: int) -> str:
    """Something a treasurer might type; some of it is refused."""
    when = f"--date 2020-{chance.randint(1, 12):02}-{chance.randint(1, 28):02} --new"
    who, goods, more = chance.choice(WORDS), *(chance.choice(GOODS).format(chance.randint(2, 90)) for _ in range(2))
    gift = f"receive {who} {goods} {when} --note 第{number}批{'次' * chance.randint(1, 120)}"
    other = (
        f"receive {who} {goods} {more} 面包{number}个 {when} --city 吉安市", f"receive {who} {goods} --to 市三院 {when} --via 义工联盟",
        f"receive {who} {goods} --for 社区 --store 二号仓 {when}", f"distribute 市三院 {goods} {when}",
        f"distribute 市三院 {goods} {when} --to 永丰县人民医院", f"reverse {chance.randint(1, number + 1)} --reason 重复登记",
        f"correct {chance.randint(1, number + 1)} --city 赣州市 --reason 更正", f"buy 口罩10个@0.01元 {when}",
        f"receive 新人{number} 后勤物资一批 {when}", "donors rename 刘洋 刘洋洋 --reason 更正", f"receive {who} 物资{number}件 {when}",
    )  # fmt: skip
    return chance.choice((gift,) * 4 + other)


def made_book(folder: Path, monkeypatch: pytest.MonkeyPatch, entries: int) -> Path:
    """A book of about so many random entries."""
    path = folder / f"made-{entries}.db"
    create_book(path, "测试协会", NOW).close()
    monkeypatch.setenv("DONATIONS_BOOK", str(path))
    monkeypatch.setenv("DONATIONS_LANG", "en")
    desk, chance, number = Desk(path), random.Random(entries), 0
    while number < entries:
        desk.run(command(chance, number))
        with closing(sqlite3.connect(path)) as connection:
            [number] = connection.execute("select count(*) from entry").fetchone()
    return path


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Undamaged books of 30 to 1,000 entries: new ones, of the first schema, and such brought up to date."""
    folder = tmp_path_factory.mktemp("salvage")
    found = []
    with pytest.MonkeyPatch.context() as patch:
        found += [made_book(folder, patch, entries) for entries in (30, 100, 200)]
    for name in ("v1-february", "v1-year"):
        old, new = folder / f"{name}.db", folder / f"{name}-2.db"
        old.write_bytes(gzip.decompress((BOOKS / f"{name}.db.gz").read_bytes()))
        shutil.copy(old, new)
        upgrade(new, NOW)
        found += [old, new]
    return found


def damage(data: bytearray, chance: random.Random, pages: int) -> set[int]:
    """Overwrite so many pages with random bytes, zeros, or another page; gives which."""
    count = len(data) // PAGE
    chosen = set(chance.sample(range(1, count + 1), min(pages, count)))
    before = bytes(data)
    for number in chosen:
        other = chance.randrange(count)
        content = chance.choice((chance.randbytes(PAGE), bytes(PAGE), before[other * PAGE : (other + 1) * PAGE]))
        data[(number - 1) * PAGE : number * PAGE] = content
    return chosen


# --- what was salvaged, held against the truth


@dataclass
class Outcome:
    """What `salvage` said and made."""

    code: int
    told: str
    rows: list[Row]
    counts: dict[str, int]
    new: Path
    kept: Entries
    besides: list[str]
    """What else is lost, or maybe lost."""


def salvaged(desk: Desk, damaged: Path, folder: Path, *words: str) -> Outcome:
    """Salvage a damaged book, which stays as it is."""
    before, new = damaged.read_bytes(), folder / f"{damaged.stem}-new.db"
    new.unlink(missing_ok=True)
    answer = desk.run(f"salvage {damaged} -o {new} --format json", *words)
    assert answer.code in (0, 1), answer
    assert damaged.read_bytes() == before
    counts = {row["what"]: row["count"] for row in answer.rows(1)}
    kept = {number: said for number, said in entries_in(new).items() if said["entry"][0][1] != "missing"}
    besides = [row["what"] for row in answer.rows(2) if row["fate"] != "brought_back"]
    return Outcome(answer.code, answer.err, answer.rows(), counts, new, kept, besides)


def judge(desk: Desk, truth: Truth, outcome: Outcome, damaged: set[int], entries: int | None = None) -> dict[str, int]:
    """Nothing intact is missing, nothing kept is other than it was, and all that is lost is named; gives what was counted."""
    said = {row["entry"]: row for row in outcome.rows}
    total = len(truth.entries) if entries is None else entries
    intact = truth.intact(damaged)
    assert intact <= outcome.kept.keys(), sorted(intact - outcome.kept.keys())
    short = 0
    for number, kept in outcome.kept.items():
        true = truth.entries[number]
        unsure = number in said and said[number]["state"] == "unproven"
        for table in OF_ENTRY:
            extra = [row for row in kept.get(table, []) if row not in true.get(table, [])]
            assert not extra, f"entry {number}: {extra} was never recorded"
        is_short = kept != {table: rows for table, rows in true.items() if rows}
        assert not is_short or (unsure and said[number]["reason"] in UNSURE), f"entry {number}: {said.get(number)}"
        short += is_short
    lost = [number for number in range(1, total + 1) if number not in outcome.kept]
    assert [number for number, row in said.items() if row["state"] in ("missing", "changed")] == lost
    parts = any(row["reason"] in PARTS_LOST for row in outcome.rows)
    assert outcome.code == int(bool(lost or outcome.counts["names_lost"] or parts or outcome.besides))
    assert ("Besides entries" in outcome.told) == bool(outcome.besides)
    assert ("Names lost" in outcome.told) == bool(outcome.counts["names_lost"])
    assert not lost or f"Missing: {ranges(lost)}." in outcome.told
    assert outcome.counts["entries"] == total
    assert_sound(desk, truth, outcome, lost)
    return {"lost": len(lost), "short": short, "kept": len(outcome.kept), "spared": len(outcome.kept.keys() - intact)}


def assert_sound(desk: Desk, truth: Truth, outcome: Outcome, lost: list[int]) -> None:
    """The new book is in order but for what follows from what is lost, and no name is another than it was."""
    answer = desk.run(f"check --book {outcome.new} --format json")
    assert {row["rule"] for row in answer.rows()} <= {"on_hand"}
    assert lost or answer.code == 0
    with closing(sqlite3.connect(outcome.new)) as connection:
        names = dict(connection.execute("select number, name from party_name").fetchall())
        numbers = [row[0] for row in connection.execute("select number from entry order by number")]
    assert numbers == list(range(1, len(numbers) + 1))
    for number, name in names.items():
        assert name == truth.names.get(number, name) or name.startswith("（姓名损毁）"), (number, name)
        assert number in truth.names or name.startswith("（姓名损毁）"), (number, name)


@pytest.mark.promise("D5", full=200, short=4)
def test_D5_random_pages_overwritten(
    desk: Desk, books: list[Path], tmp_path: Path, chance: random.Random, tries: Tries
) -> None:
    """1 to 20 pages of random bytes, zeros, or another page's content."""
    counted: dict[str, int] = defaultdict(int)
    for number in tries:
        truth = truth_of(books[number % len(books)])
        data = bytearray(truth.path.read_bytes())
        gone = damage(data, chance, chance.randint(1, 20))
        wrecked = tmp_path / f"wrecked-{number}.db"
        wrecked.write_bytes(data)
        outcome = salvaged(desk, wrecked, tmp_path, "--entries", str(len(truth.entries)))
        for what, how_many in judge(desk, truth, outcome, gone).items():
            counted[what] += how_many
        for file in tmp_path.glob("wrecked-*"):
            file.unlink()
    assert counted["lost"], counted
    assert counted["kept"] > counted["lost"]


# --- the harness sees


def test_D5_the_harness_sees_a_page_passed_over(
    desk: Desk, books: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken by hand: a salvage that passes over one sound page, or reads one value wrong, is found out."""
    truth = truth_of(books[1])
    wrecked = tmp_path / "wrecked.db"
    shutil.copy(truth.path, wrecked)
    judge(desk, truth, salvaged(desk, wrecked, tmp_path), set())
    passed_over = max(truth.pages[40])
    kind = Pages.kind
    with monkeypatch.context() as patch:
        patch.setattr(Pages, "kind", lambda self, number: None if number == passed_over else kind(self, number))
        with pytest.raises(AssertionError):
            judge(desk, truth, salvaged(desk, wrecked, tmp_path), set())
    take = wreck._Reader._keep

    def wrong(self: Any, shape: Any, row: Any, **more: Any) -> None:
        take(self, shape, {**row, "city": "南昌市"} if shape.table == "entry" and row["number"] == 40 else row, **more)

    with monkeypatch.context() as patch:
        patch.setattr(wreck._Reader, "_keep", wrong)
        patch.setattr(
            salvaged_entries,
            "prove",
            lambda _sealed, _links, entries: dict.fromkeys(range(1, entries + 1), Proof.PROVEN),
        )
        with pytest.raises(AssertionError):
            judge(desk, truth, salvaged(desk, wrecked, tmp_path), set())


def test_D5_what_was_changed_on_its_page_is_left_out(desk: Desk, books: list[Path], tmp_path: Path) -> None:
    """An amount overwritten in the file is no longer what was sealed: the entry is named, not kept."""
    truth = truth_of(books[1])
    data = bytearray(truth.path.read_bytes())
    taken_back = {truth.reverses(number) for number in truth.entries}
    number = next(number for number in range(40, 90) if number not in taken_back and truth.reverses(number) is None)
    row = truth.entries[number]["line"][0]
    at = data.find(cell(row, None))
    changed = cell((*row[:15], "9" + str(row[15])[1:]), None)
    data[at : at + len(changed)] = changed
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(data)
    outcome = salvaged(desk, wrecked, tmp_path)
    assert [(row["entry"], row["state"]) for row in outcome.rows] == [(number, "changed")]
    assert outcome.code == 1


@pytest.mark.promise("D5", full=100, short=5)
def test_D5_flipped_bytes_are_never_called_proven(
    desk: Desk, books: list[Path], tmp_path: Path, chance: random.Random, tries: Tries
) -> None:
    """Single bytes are overwritten anywhere: what is called proven is what was recorded, to the letter."""
    proven = 0
    for number in tries:
        truth = truth_of(books[number % len(books)])
        data = bytearray(truth.path.read_bytes())
        for _ in range(chance.choice((1, 10, 100, 1000))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        wrecked = tmp_path / "wrecked.db"
        wrecked.write_bytes(data)
        outcome = salvaged(desk, wrecked, tmp_path)
        said = {row["entry"] for row in outcome.rows}
        for entry, kept in outcome.kept.items():
            true = {table: rows for table, rows in truth.entries.get(entry, {}).items() if rows}
            assert entry in said or kept == true, f"entry {entry} is called proven"
            proven += entry not in said
        with closing(sqlite3.connect(outcome.new)) as connection:
            for name, written in connection.execute("select number, name from party_name"):
                assert written == truth.names.get(name) or written.startswith("（姓名损毁）") or said, written
    assert proven


def test_D5_a_lost_entry_keeps_its_date(desk: Desk, books: list[Path], tmp_path: Path) -> None:
    """Where the pages of the entries are gone, the index by date still says when each was."""
    truth = truth_of(books[2])
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(truth.path.read_bytes()), pages_with(truth.path, "entry")))
    outcome = salvaged(desk, wrecked, tmp_path)
    assert not outcome.kept
    assert [row["date"] for row in outcome.rows] == [
        truth.entries[number]["entry"][0][2] for number in sorted(truth.entries)
    ]


def test_D5_a_copy_of_a_salvaged_book_says_what_it_lacks(desk: Desk, books: list[Path], tmp_path: Path) -> None:
    """`check`, `backup` and `restore` say the same of it."""
    truth = truth_of(books[2])
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(truth.path.read_bytes()), pages_with(truth.path, "entry")))
    book = salvaged(desk, wrecked, tmp_path).new
    sentence = f"Of these {len(truth.entries)} are lost: only their numbers are kept."
    copy, restored = tmp_path / "copy.db", tmp_path / "restored.db"
    assert sentence in desk.run(f"check --book {book}").out
    assert sentence in desk.run(f"backup {copy} --book {book}").out
    assert sentence in desk.run(f"restore {copy} --book {restored}").out


def leaves_of(truth: Truth) -> dict[int, list[int]]:
    """By entry, the leaf pages that its lines lie on, in the order of the lines."""
    data = truth.path.read_bytes()
    found: dict[int, list[int]] = defaultdict(list)
    for number, tables in truth.entries.items():
        for row in tables["line"]:
            for page in truth.pages[number] - set(found[number]):
                begin = (page - 1) * PAGE
                if data[begin] == 0x0A and cell(row, None) in data[begin : begin + PAGE]:
                    found[number].append(page)
    return found


def test_D5_an_entry_that_lost_its_last_lines_is_not_taken_for_whole(desk: Desk, tmp_path: Path) -> None:
    """Without the digests, an entry at the edge of a lost page is listed: a line of it may be lost, and here one is."""
    for number in range(40):
        desk.do(
            f"receive 李华 口罩{number + 1}个 鸡蛋5个 3.5斤蔬菜 面包7个 10元 大米2袋×25公斤 --date 2020-02-01 --note 第{number}批"
        )
    truth, tried = truth_of(desk.book), 0
    for number, pages in leaves_of(truth).items():
        if len(pages) > 1:
            gone = pages_with(desk.book, "chain") | {pages[-1]}
            wrecked = tmp_path / "wrecked.db"
            wrecked.write_bytes(zero(bytearray(desk.book.read_bytes()), gone))
            outcome = salvaged(desk, wrecked, tmp_path)
            judge(desk, truth, outcome, gone)
            assert 0 < len(outcome.kept[number]["line"]) < 6
            [said] = [row for row in outcome.rows if row["entry"] == number]
            assert (said["state"], "maybe a line" in said["reason"]) == ("unproven", True)
            sure = [row["entry"] for row in outcome.rows if "all of it is there" in row["reason"]]
            assert len(sure) > tried
            tried += 1
    assert tried


# --- other ways to be damaged


def zero(data: bytearray, pages: set[int]) -> bytes:
    """The same with these pages all zeros."""
    for number in pages:
        data[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    return bytes(data)


@pytest.mark.parametrize("which", range(7))
@pytest.mark.parametrize("gone", ["header", "inside"])
def test_D5_header_or_all_inside_pages_gone(
    desk: Desk, books: list[Path], tmp_path: Path, which: int, gone: str
) -> None:
    """Without the header, or without any page that leads to others: all leaves are found."""
    truth = truth_of(books[which])
    data = bytearray(truth.path.read_bytes())
    kinds = {number: data[(number - 1) * PAGE] for number in range(2, truth.count + 1)}
    pages = {1} if gone == "header" else {1} | {number for number, kind in kinds.items() if kind in (2, 5)}
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(data, pages))
    outcome = salvaged(desk, wrecked, tmp_path)
    counted = judge(desk, truth, outcome, pages)
    assert gone == "inside" or not counted["lost"]


@pytest.mark.promise("D5", full=40, short=7)
def test_D5_truncated(desk: Desk, books: list[Path], tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """The end of the file is gone, mostly within a page."""
    kept = 0
    for number in tries:
        truth = truth_of(books[number % len(books)])
        length = chance.randint(PAGE, truth.count * PAGE - 1)
        wrecked = tmp_path / "wrecked.db"
        wrecked.write_bytes(truth.path.read_bytes()[:length])
        gone = set(range(length // PAGE + 1, truth.count + 1))
        outcome = salvaged(desk, wrecked, tmp_path, "--entries", str(len(truth.entries)))
        kept += judge(desk, truth, outcome, gone).get("kept", 0)
    assert kept


def test_D5_the_end_of_the_book_is_gone(desk: Desk, tmp_path: Path) -> None:
    """Where the last entries may be gone without a trace, it says “at least”; with --entries it names them."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    data = desk.book.read_bytes()
    lists = {1} | {
        number
        for number in range(1, len(data) // PAGE + 1)
        if b"CREATE" in data[(number - 1) * PAGE : number * PAGE].upper()
    }
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(data), lists))
    outcome = salvaged(desk, wrecked, tmp_path)
    assert "1 of at least 1 entry" in outcome.told
    assert {"gift_consents", "closings", "issue_reports"} <= set(outcome.besides)
    assert outcome.code == 1
    outcome = salvaged(desk, wrecked, tmp_path, "--entries", "4")
    assert "1 of 4 entries" in outcome.told
    assert "Missing: 2–4." in outcome.told
    assert outcome.code == 1


def test_D5_where_no_entry_was_found_it_is_not_done(desk: Desk, tmp_path: Path) -> None:
    """Of a book cut off behind its first pages nothing tells how many entries it had."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(desk.book.read_bytes()[: 5 * PAGE])
    outcome = salvaged(desk, wrecked, tmp_path)
    assert "0 of at least 0 entries" in outcome.told
    assert outcome.code == 1


@pytest.mark.parametrize("which", range(7))
def test_D5_a_sound_book_gives_the_same_reports(desk: Desk, books: list[Path], tmp_path: Path, which: int) -> None:
    """Nothing is damaged: every entry is proven, and every report says what it said."""
    old = tmp_path / "old.db"
    shutil.copy(books[which], old)
    outcome = salvaged(desk, old, tmp_path)
    entries = len(entries_in(old))
    assert outcome.code == 0
    assert outcome.rows == []
    assert outcome.counts == {
        "entries": entries, "proven": entries, "unproven": 0, "changed": 0, "missing": 0, "names_lost": 0,
    }  # fmt: skip
    assert f"{entries} of {entries} entries" in outcome.told
    assert desk.run(f"check --book {outcome.new}").code == 0
    for report in (
        "totals --by city",
        "totals --by donor",
        "totals --by month",
        "stock",
        "ledger",
        "journal",
        "items",
        "donors",
    ):
        both = [desk.do(f"{report} --format json --book {book}").json["tables"] for book in (old, outcome.new)]
        assert both[0] == both[1], report


def test_D5_a_book_with_a_journal_beside_it(desk: Desk, books: list[Path], tmp_path: Path) -> None:
    """What was begun and not finished is undone in a copy; book and journal stay as they are."""
    truth = truth_of(books[1])
    book, wrecked = tmp_path / "book.db", tmp_path / "wrecked.db"
    shutil.copy(truth.path, book)
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("pragma cache_size=2")
        other.execute("begin immediate")
        other.execute("drop trigger entry_unchanged")
        other.execute("update entry set city = '南昌市'")
        for number in range(200):
            other.execute("insert into told (what, told_at) values (?, ?)", (f"{number}" * 300, NOW))
        shutil.copy(book, wrecked)
        shutil.copy(f"{book}-journal", f"{wrecked}-journal")
        other.execute("rollback")
    journal = Path(f"{wrecked}-journal").read_bytes()
    assert journal[:8] == bytes.fromhex("d9d505f920a163d7")
    assert "南昌市".encode() in wrecked.read_bytes()
    outcome = salvaged(desk, wrecked, tmp_path)
    assert "journal" in outcome.told
    assert outcome.rows == []
    assert Path(f"{wrecked}-journal").read_bytes() == journal
    judge(desk, truth, outcome, set())


def test_D5_nothing_left(desk: Desk, tmp_path: Path) -> None:
    """Zeros, nothing, text, another program's file: refused in one sentence, and nothing is made."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("create table entry (number integer primary key, name text)")
        connection.executemany("insert into entry (name) values (?)", [("李华",)] * 500)
        connection.commit()
    contents = {"zeros": bytes(50 * PAGE), "empty": b"", "text": "捐赠\n".encode() * 9000, "other": other.read_bytes()}
    for name, content in contents.items():
        wrecked = tmp_path / f"{name}.db"
        wrecked.write_bytes(content)
        before = sorted(tmp_path.iterdir())
        assert "nothing of a book" in desk.refused(f"salvage {wrecked}", code=65)
        assert sorted(tmp_path.iterdir()) == before
    assert "no file" in desk.refused(f"salvage {tmp_path / 'nowhere.db'}", code=66)


def garbage(chance: random.Random, whole: bytes) -> bytes:
    """A file of random content, or a book with much of it overwritten, cut and shifted."""
    kind = chance.randrange(4)
    if kind == 0:
        return chance.randbytes(chance.randint(0, 9 * PAGE))
    if kind == 1:  # every page says that it is of a tree, and the rest is chance
        return b"".join(chance.choice(b"\x02\x05\x0a\x0d").to_bytes() + chance.randbytes(PAGE - 1) for _ in range(9))
    data = bytearray(whole)
    for _ in range(chance.randint(1, 400)):
        at, length = chance.randrange(len(data)), chance.choice((1, 1, 2, 8, 100, PAGE))
        data[at : at + length] = chance.choice((chance.randbytes(length), bytes(length), b"\xff" * length))
    if kind == 3:
        del data[chance.randrange(len(data)) :]
        data[:0] = bytes(chance.randint(0, 700))
    return bytes(data)


@pytest.mark.promise("D5", full=300, short=40)
def test_D5_garbage_never_stops_it(books: list[Path], tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """Whatever the bytes: a book that is in order, or a refusal."""
    wholes = [book.read_bytes() for book in books if "year" not in book.name]
    for number in tries:
        wrecked, new = tmp_path / "garbage.db", tmp_path / f"new-{number}.db"
        wrecked.write_bytes(garbage(chance, chance.choice(wholes)))
        try:
            salvaging.salvage(wrecked, new, NOW)
        except errors.NothingLeft:
            assert not new.exists()
            continue
        with closing(open_book(new, writing=False)) as book:
            assert {problem.rule for problem in check(book)} <= {"on_hand"}


# --- what the new book is like


def pages_with(book: Path, table: str) -> set[int]:
    """The leaf pages of a table of the undamaged book, by its rows' own bytes."""
    data = book.read_bytes()
    pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
    with closing(sqlite3.connect(book)) as connection:
        rows = connection.execute(f"select * from {table}").fetchall()
    cells = [cell((None, *row[1:]), row[0]) for row in rows]
    return {number for number, page in enumerate(pages, 1) if any(one in page for one in cells)}


@pytest.fixture
def registered(desk: Desk) -> Desk:
    """A book in which much was done to the registers."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01 --city 九江市 --note 第一批")
    desk.do("receive 王芳 鸡蛋300个 --date 2020-02-02 --for 社区 --store 二号仓 --city 吉安市")
    desk.do("distribute 市三院 口罩100个 --date 2020-02-03 --city 九江市")
    desk.do("donors rename 李华 李桦 --reason 写错")
    desk.do("receive 小王 口罩7个 --date 2020-02-04 --new")
    desk.do("donors merge 小王 王芳 --reason 同一人")
    desk.do("items pack 口罩 1箱=2000个")
    desk.do("items rename 鸡蛋 土鸡蛋 --reason 写得更清楚")
    desk.do("donors contact 李桦 --phone 13800000000")
    desk.do("consent 1 named")
    return desk


def test_D5_registers_come_back_from_what_was_sealed(registered: Desk, tmp_path: Path) -> None:
    """With the pages of items, stores, purposes and parties gone, the acts on them still say what they were."""
    gone = set().union(*(pages_with(registered.book, table) for table in ("item", "store", "purpose", "party", "book")))
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(registered.book.read_bytes()), gone))
    outcome = salvaged(registered, wrecked, tmp_path)
    assert outcome.code == 0
    assert outcome.counts["proven"] == 4
    for report in ("totals --by donor", "stock", "ledger", "journal", "items", "donors"):
        both = [registered.do(f"{report} --format json --book {book}").json for book in (registered.book, outcome.new)]
        assert both[0]["tables"] == both[1]["tables"], report
        assert both[0]["book"]["name"] == both[1]["book"]["name"]
    with closing(sqlite3.connect(outcome.new)) as connection:
        assert connection.execute("select * from contact").fetchall() == [(1, "phone", "13800000000")]
        assert connection.execute("select * from gift_consent").fetchall() == [(1, "named")]
        assert connection.execute("select item, unit, amount_minor from item_pack").fetchall() == [(1, "箱", 2000)]


def test_D5_lost_names_are_said_to_be_lost(registered: Desk, tmp_path: Path) -> None:
    """A name that is lost stands as lost; its entries are still proven by the commitment that the acts kept."""
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(registered.book.read_bytes()), pages_with(registered.book, "party_name")))
    outcome = salvaged(registered, wrecked, tmp_path)
    assert (outcome.code, outcome.counts["proven"], outcome.counts["names_lost"]) == (1, 4, 5)
    assert "Names lost: 5." in outcome.told
    donors = [row["donor"] for row in registered.do(f"ledger --format json --book {outcome.new}").rows()]
    assert donors == ["（姓名损毁）4号", "（姓名损毁）2号", None, "（姓名损毁）2号"]
    assert registered.run(f"check --book {outcome.new}").code == 0


def test_D5_what_is_lost_of_names_is_said_in_one_language(
    registered: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither screen nor what is said beside it mixes languages, and none says that all is there."""
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(bytearray(registered.book.read_bytes()), pages_with(registered.book, "party_name")))
    for language, left_in in (("en", chinese_left_in), ("zh_CN", english_left_in)):
        monkeypatch.setenv("DONATIONS_LANG", language)
        answer = registered.run(f"salvage {wrecked} -o {tmp_path / language}.db --format table")
        assert answer.code == 1
        said = (answer.out + answer.err).replace(str(tmp_path), "").replace("wrecked", "")
        assert left_in(said.replace("测试协会", "")) == set()
        whole = "Every entry is there, and proven." if language == "en" else "所有记录都在，且均已证实。"
        assert whole not in answer.out


def test_D5_a_salvaged_book_says_what_its_figures_lack(
    registered: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many entries are lost stands in `info`, under every report for people, in JSON, and beside the other formats."""
    with monkeypatch.context() as patch:
        keep = wreck._Reader._keep
        patch.setattr(
            wreck._Reader, "_keep",
            lambda self, shape, row, **more: None if shape.table == "line" and row["entry"] == 2 else keep(self, shape, row, **more),
        )  # fmt: skip
        outcome = salvaged(registered, registered.book, tmp_path)
    note = "Entries lost, with only their numbers kept: 1"
    for book, lost in ((registered.book, 0), (outcome.new, 1)):
        for report in ("totals", "stock", "ledger", "month 2020-02", "journal", "totals --public"):
            line = f"{report} --book {book} --format"
            assert (note in registered.do(f"{line} table").out) == bool(lost), report
            assert registered.do(f"{line} json").json["book"].get("missing", 0) == lost
            assert (note in registered.do(f"{line} csv").err) == bool(lost), report
            written = tmp_path / "written.tsv"
            assert (note in registered.do(f"{report} --book {book} -o {written} --force").err) == bool(lost), report
        assert ("1: only their numbers are kept" in registered.do(f"info --book {book}").out) == bool(lost)
        assert ("Of these 1 are lost" in registered.do(f"check --book {book}").out) == bool(lost)
        assert note not in registered.do(f"donors --book {book} --format table").out


def test_D5_an_item_of_which_nothing_is_known(desk: Desk, books: list[Path], tmp_path: Path) -> None:
    """In a book of the first schema nothing else says what an item was: its entries are named, money is known."""
    truth = truth_of(books[3])
    wrecked = tmp_path / "wrecked.db"
    gone = set().union(*truth.item_pages.values())
    wrecked.write_bytes(zero(bytearray(truth.path.read_bytes()), gone))
    outcome = salvaged(desk, wrecked, tmp_path)
    judge(desk, truth, outcome, gone)
    assert "what is known of an item in it is lost: unit and name" in {row["reason"] for row in outcome.rows}
    assert outcome.kept
    with closing(sqlite3.connect(outcome.new)) as connection:
        assert connection.execute("select distinct name from item").fetchall() == [("CNY",)]


def test_D5_the_place_of_a_missing_entry(registered: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lost entry keeps its number and date, shows in journal and show, adds to nothing, and can't be taken back."""
    registered.do("reverse 2 --reason 重复登记")
    with monkeypatch.context() as patch:
        rows = wreck._Reader._keep
        patch.setattr(
            wreck._Reader, "_keep",
            lambda self, shape, row, **more: None if shape.table == "line" and row["entry"] == 2 else rows(self, shape, row, **more),
        )  # fmt: skip
        outcome = salvaged(registered, registered.book, tmp_path)
    assert [(row["entry"], row["date"], row["state"]) for row in outcome.rows] == [
        (number, "2020-02-02", "missing") for number in (2, 5)
    ]
    assert outcome.rows[1]["reason"] == "it took back entry 2, which is lost too: together they are nothing"
    desk, again = Desk(outcome.new), tmp_path / "again.db"
    monkeypatch.setenv("DONATIONS_BOOK", str(outcome.new))
    assert [(row["entry"], row["type"], row["item"]) for row in desk.read("journal")][1] == (2, "missing", None)
    assert [row["reason"] for row in desk.read("show 2")] == ["damaged"]
    assert "What it said is lost." in desk.do("show 2 --format table").out
    assert {row["item"] for row in desk.read("totals")} == {"口罩"}
    assert 2 not in [row["entry"] for row in desk.read("ledger")]
    assert "under a new number" in desk.refused("reverse 2 --reason 错")
    assert "under a new number" in desk.refused("correct 2 口罩5个")
    assert desk.is_in_order()
    assert [row["reason"] for row in desk.read("show 5")] == ["original_lost"]
    twice = desk.run(f"salvage {outcome.new} -o {again} --format json")
    assert [(row["entry"], row["state"]) for row in twice.rows()] == [(2, "missing"), (5, "missing")]
    assert {row["reason"] for row in twice.rows()} == {
        "all or part of it is gone: it lay on a damaged page, or another program took it out",
        "it was lost before",
    }
    assert ": name another file" in desk.refused(f"salvage {outcome.new} -o {again}")


def test_D5_a_lost_reversal_before_a_right_entry_is_named(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a correction's reversal is lost, both entries would count: it says what to do."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    desk.do("correct 1 口罩480个 --reason 清点有误")
    with monkeypatch.context() as patch:
        keep = wreck._Reader._keep
        patch.setattr(
            wreck._Reader, "_keep",
            lambda self, shape, row, **more: None if row.get("entry", row.get("number")) == 2 and shape.table != "chain" else keep(self, shape, row, **more),
        )  # fmt: skip
        outcome = salvaged(desk, desk.book, tmp_path)
    [row] = outcome.rows
    assert row["entry"] == 2
    assert "donations reverse 1" in row["reason"]


def test_D5_of_two_rows_of_one_entry_neither_is_taken_without_proof(desk: Desk, tmp_path: Path) -> None:
    """An old page lies beside the new one, and neither the file's list nor a digest says which is right."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01 --city 吉安市")
    desk.do("receive 王芳 鸡蛋300个 --date 2020-02-02 --city 九江市")
    data = bytearray(desk.book.read_bytes())
    pages = {at // PAGE + 1: data[at : at + PAGE] for at in range(0, len(data), PAGE)}
    [of_entries] = pages_with(desk.book, "entry")
    old = pages[of_entries].replace("九江市".encode(), "赣州市".encode())
    of_list = {number for number, page in pages.items() if b"CREATE" in page}
    wrecked = tmp_path / "wrecked.db"
    wrecked.write_bytes(zero(data, of_list | pages_with(desk.book, "chain")) + old)
    outcome = salvaged(desk, wrecked, tmp_path)
    assert {row["entry"]: row["state"] for row in outcome.rows} == {1: "unproven", 2: "changed"}
    assert outcome.kept.keys() == {1}


@pytest.mark.parametrize(
    "lost",
    ["delete from entry_party where entry = 1", "delete from entry_party where entry = 1 and position = 1"],
    ids=["all", "the first of two"],
)
def test_D5_an_entry_that_lost_who_gave_is_not_kept(desk: Desk, tmp_path: Path, lost: str) -> None:
    """With its digest gone too, nothing else would say that somebody is missing in it."""
    desk.do("receive 李华 口罩500个 --with 王芳 --date 2020-02-01")
    desk.do("receive 李华 鸡蛋300个 --date 2020-02-02")
    sabotage(desk.book, f"{lost}; delete from chain")
    outcome = salvaged(desk, desk.book, tmp_path)
    assert {row["entry"]: row["state"] for row in outcome.rows} == {1: "missing", 2: "unproven"}
    assert outcome.kept.keys() == {2}


def test_D5_a_digest_proves_all_that_was_sealed_since_the_last_one(desk: Desk, tmp_path: Path) -> None:
    """An entry, and an act before it, whose own digests are gone, by that of the next act."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    desk.do("donors rename 李华 李桦 --reason 写错")
    desk.do("receive 李桦 口罩300个 --date 2020-02-02")
    desk.do("consent 1 named")
    sabotage(
        desk.book, "delete from chain where number in (select number from chain order by number desc limit 2 offset 1)"
    )
    assert salvaged(desk, desk.book, tmp_path).counts["proven"] == 2


def test_D5_what_stands_for_a_lost_name_takes_nobodys_place(desk: Desk, tmp_path: Path) -> None:
    """Somebody goes by the very words that the lost name gets: they still find who they found."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    desk.do("receive （姓名损毁）1号 鸡蛋300个 --date 2020-02-02 --new")
    sabotage(desk.book, "update party_name set name = '李桦' where number = 1")
    outcome = salvaged(desk, desk.book, tmp_path)
    assert outcome.counts["names_lost"] == 1
    found = desk.do(f"ledger --party （姓名损毁）1号 --format json --book {outcome.new}").rows()
    assert [row["item"] for row in found] == ["鸡蛋"]
    assert desk.run(f"check --book {outcome.new}").code == 0


def test_D5_every_table_has_its_shape(book_path: Path) -> None:
    """A schema step that changes a table says in `SHAPES` what a row of it looks like then; sums and constants need none."""
    without = {"flow", "day_total", "month_total", "day_stock", "told", "_sqlite_migrations"}
    with closing(sqlite3.connect(book_path)) as connection:
        tables = [
            row[0]
            for row in connection.execute(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
            )
        ]
        for table in set(tables) - without:
            columns = tuple(row[1] for row in connection.execute(f"pragma table_info({table})"))
            assert columns in [tuple(shape.columns) for shape in SHAPES if shape.table == table], table


def test_ranges() -> None:
    """Numbers in a row are said as one."""
    assert ranges([]) == ""
    assert ranges([1]) == "1"
    assert ranges([1, 2, 5, 6, 7, 31]) == "1–2, 5–7, 31"


class _Screen(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_D5_no_book_is_made_where_its_report_cannot_be_shown(desk: Desk) -> None:
    """A workbook is nothing for a screen: it was refused only when the new book stood there."""
    desk.do("receive 李华 5元 --date 2020-02-01")
    with redirect_stdout(_Screen()), redirect_stderr(io.StringIO()):
        code = boundary.run(app.root(), ["salvage", str(desk.book), "--format", "xlsx"])
    assert code == errors.NotForScreens.exit_code
    assert not list(desk.book.parent.glob("*salvaged*"))


@given(
    ends=st.lists(st.tuples(st.integers(1, 12), st.integers(0, 9)), max_size=12),
    entry=st.integers(1, 21),
)
def test_an_entry_is_spanned_where_any_run_spans_it(ends: list[tuple[int, int]], entry: int) -> None:
    """Looked up among the widest runs alone: held against every run, which took minutes in a large damaged book."""
    runs = [Run((first, 1), (first + more, 1)) for first, more in ends]
    assert is_spanned(entry, widest(runs)) == any(run.spans(entry) for run in runs)
    open_runs = [*runs, Run((), (7, 1))]
    assert is_spanned(entry, widest(open_runs)) == any(run.spans(entry) for run in open_runs)
    assert is_spanned(entry, widest([*runs, WHOLE_TABLE]))
