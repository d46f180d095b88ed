# ruff: noqa: N802 - the names of the catalogue
"""D5: what lies on undamaged pages of a damaged book is recovered, nothing is invented, and what is lost is named.

What lay where is found out without the program: every row of the undamaged book, read by SQLite, is written once more as
SQLite writes a row, and those bytes are looked for in the pages.
"""

import gzip
import json
import random
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk, Row
from harness.counts import Tries

from donations.cli.salvage import ranges
from donations.services import salvaging
from donations.store import wreck
from donations.store.book import create_book
from donations.store.upgrading import upgrade

BOOKS = Path(__file__).parent / "books"
PAGE = 4096
OF_ENTRY = {"entry": "number", "line": "entry", "entry_party": "entry", "entry_note": "entry"}
"""The tables an entry's rows lie in, with the column that says whose they are."""
WITHOUT_ROWID = {"line", "entry_party"}
UNSURE = {
    "the digest is lost, and maybe a line, a party or the note: compare it with the paper",
    "digests are lost, and it or an entry beside it is not what was sealed: compare it with the paper",
    "a name in it is lost, so that its digest can't be computed",
    "its note is lost",
}
"""What is said of an entry of which a part may be lost."""
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
        found += [made_book(folder, patch, entries) for entries in (30, 120, 300)]
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


def salvaged(desk: Desk, damaged: Path, folder: Path, *words: str) -> Outcome:
    """Salvage a damaged book, which stays as it is."""
    before, new = damaged.read_bytes(), folder / f"{damaged.stem}-new.db"
    new.unlink(missing_ok=True)
    answer = desk.run(f"salvage {damaged} -o {new} --format json", *words)
    assert answer.code in (0, 1), answer
    assert damaged.read_bytes() == before
    counts = {row["what"]: row["count"] for row in answer.rows(1)}
    kept = {number: said for number, said in entries_in(new).items() if said["entry"][0][1] != "missing"}
    return Outcome(answer.code, answer.err, answer.rows(), counts, new, kept)


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
    assert outcome.code == (1 if lost else 0)
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


@pytest.mark.promise("D5", full=200, short=14)
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
    print(dict(counted))
    assert counted["lost"]
    assert counted["kept"] > counted["lost"]
