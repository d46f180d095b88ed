"""A book of which much was done, and what becomes of every row of every table: salvaged, and carried into another book."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk, Row
from every_command import RECORDING, START
from test_salvage import PAGE, pages_with

BEFORE = (
    *(f"{line} --new" for line in START),
    "donors add 老赵 --sort person --city 九江市修水县 --new",
    "recipients add 五中 --sort organisation --city 吉安市 --new",
    "items add 药 --unit 盒 --category 医疗 --english medicine --new",
    "receive 老赵 大米约3.5斤 蔬菜一批 --date 2020-02-04 --via 红会 --benefits 周村 --with 孙某 --new",
    "receive 老赵 药20盒@约3元 --to 五中 --to 市三院 --date 2020-02-05 --note 急 --anonymous",
    "adjust opening 面粉5袋 --date 2020-02-01 --store 二号仓 --new",
)
AFTERWARDS = ("certificate 5", "handover --filed 5", "close 2020-02")
LEFT_OUT = {"forget", "close", "publish", "certificate", "handover", "import"}
BOOK_ITSELF = {"_sqlite_migrations", "book", "chain", "register_change"}
"""Tables of which a salvaged book has its own."""


@pytest.fixture
def rich(desk: Desk) -> Desk:
    """Nearly every verb was used."""
    for line in BEFORE:
        desk.do(line)
    for verb, line in RECORDING.items():
        if verb not in LEFT_OUT:
            desk.do(line)
    desk.do(f"{RECORDING['import']} --yes")
    for line in AFTERWARDS:
        desk.do(line)
    return desk


def tables(book: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that one book can take over from another, without moments and salts of the book's own."""
    with closing(sqlite3.connect(book)) as connection:
        names = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        return {name: list(rows(connection, name)) for name in names if name not in BOOK_ITSELF}


def rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    own = {"entry_note": {"salt", "commitment"}}.get(table, set())
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    kept = [column for column in columns if column not in own and not column.endswith("_at")]
    yield from connection.execute(f"select {', '.join(kept)} from {table} order by {', '.join(kept)}")


@pytest.mark.parametrize(
    "lost", [(), ("party",), ("item",), ("store", "purpose"), ("register_change",), ("party", "item")]
)
def test_every_row_is_there_again_after_a_salvage(rich: Desk, tmp_path: Path, lost: tuple[str, ...]) -> None:
    """Of a sound book all, and of one whose registers are gone too: what was done to them says what they were."""
    data = bytearray(rich.book.read_bytes())
    for page in set().union(*(pages_with(rich.book, table) for table in lost)):
        data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    damaged, new = tmp_path / "damaged.db", tmp_path / "new.db"
    damaged.write_bytes(data)
    answer = rich.run(f"salvage {damaged} -o {new} --format json")
    assert answer.code == ("register_change" in lost)  # what acts alone tell may be lost with them
    told = answer.json
    summary = {row["what"]: row["count"] for row in told["tables"][1]["rows"]}
    assert summary["entries"] == summary["proven"] == 20
    assert tables(new) == tables(rich.book)
    assert rich.run(f"check --book {new}").code == 0
    with closing(sqlite3.connect(new)) as connection:
        [(digest,)] = connection.execute("select digest from chain order by number desc limit 1")
        assert digest in rich.do(f"check --book {new}").out
        states = connection.execute("select state from register_change where register = 'book'").fetchall()
    assert "协会" in states[-1][0]


def as_said(row: Row) -> str:
    """A row without its number and the order of other names, which are a book's own."""
    return str({**row, "number": None, "also": sorted(str(row.get("also")).split("、"))})


def test_every_row_comes_into_another_book(rich: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exported book imported into an empty one: entries, lines, parties, names, items and their ways of saying alike."""
    paper, other = tmp_path / "book.csv", tmp_path / "other.db"
    rich.do(f"export book -o {paper}")
    monkeypatch.setenv("DONATIONS_BOOK", str(other))
    rich.do("init --name 协会")
    rich.do(f"import {paper} --yes")
    for report in (
        "ledger",
        "totals --by city",
        "totals --by donor",
        "stock",
        "donors",
        "recipients",
    ):
        here, there = (sorted(map(as_said, rich.read(f"{report} --book {book}"))) for book in (rich.book, other))
        assert here == there, report


def test_a_copy_is_no_other_book(rich: Desk, tmp_path: Path) -> None:
    """What `tables` leaves out differs between two books, and nothing else does in a copy."""
    copy = tmp_path / "copy.db"
    shutil.copy(rich.book, copy)
    assert tables(copy) == tables(rich.book)
    rich.do(f"receive 李华 1元 --date 2020-03-01 --yes --book {copy}")
    assert tables(copy) != tables(rich.book)
