# ruff: noqa: N802 - the names of the catalogue
"""D5: what goes by which name in a book made of a damaged one, row by row: what is left, what acts say, what stands for the rest."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk
from test_salvage_besides import content, fates, salvaged, without

from donations.domain.text import key
from donations.store.making import create_book
from donations.store.wreck.believed import highest_believed

ACTS = (
    "receive 李华 口罩40个 --date 2020-02-01 --store 二号仓", "receive 王芳 500元 --date 2020-02-02 --for 小学 --new",
    "transfer 口罩4个 --from 二号仓 --to 三号仓 --date 2020-02-03", "donors alias 李华 老李", "donors add 郑十 --city 九江市",
    "receive 赵六 口罩2箱×100个 --date 2020-02-04", "items pack 口罩 1箱=100个", "receive 孙七 20元 --date 2020-02-05 --for 小学 --new",
)  # fmt: skip
"""Parties: 1 李华, also 老李, 2 王芳, 3 郑十, 4 赵六, 5 孙七; names: 1 李华, 2 王芳, 3 老李, 4 郑十, 5 赵六, 6 孙七."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with two stores, a purpose, and a party that no entry names."""
    path = tmp_path_factory.mktemp("small") / "small.db"
    create_book(path, "测试协会", NOW).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DONATIONS_BOOK", str(path))
        patch.setenv("DONATIONS_LANG", "en")
        for line in ACTS:
            Desk(path).do(f"{line} --yes" if line.split()[0] in {"receive", "transfer"} else line)
    return path


def names(book: Path) -> dict[int, tuple[Any, ...]]:
    """By number: whose name it is, what it is, and whether that goes by it."""
    return {number: tuple(rest) for number, *rest in content(book)["party_name"]}


def found(book: Path, name: str) -> list[int]:
    """Whom a name finds."""
    with closing(sqlite3.connect(book)) as connection:
        return [party for [party] in connection.execute("select party from party_name where key = ?", (key(name),))]


WHOLE = {
    1: (1, "李华", 1),
    2: (2, "王芳", 1),
    3: (1, "老李", 0),
    4: (3, "郑十", 1),
    5: (4, "赵六", 1),
    6: (5, "孙七", 1),
}
ACTS_GONE = "update register_change set state = null; delete from register_change where act = 'add' and register = 'party' and subject in (2, 4)"


def lost(number: int) -> str:
    """What stands for a name that is lost."""
    return f"（姓名损毁）{number}号"


CASES: dict[str, tuple[str, dict[int, tuple[Any, ...]]]] = {
    "nothing": ("select 1", {}),
    "the name it goes by": ("update party_name set name = '李桦' where number = 1", {1: (1, lost(1), 0), 3: (1, "老李", 1)}),
    "the other name": ("update party_name set name = '老王' where number = 3", {3: (1, lost(3), 0)}),
    "both names": ("update party_name set name = name || '某' where number in (1, 3)", {1: (1, lost(1), 1), 3: (1, lost(3), 0)}),
    "the salt": ("update party_name set salt = x'00112233445566778899aabbccddeeff' where number = 2", {2: (2, lost(2), 1)}),
    "rows that acts tell of": ("delete from party_name where number in (3, 4)", {3: (1, lost(3), 0), 4: (3, lost(4), 1)}),
    "rows that old acts tell of": (
        "update register_change set state = null; delete from party_name where number in (2, 3)",
        {2: (2, lost(2), 1), 3: (1, lost(3), 0)},
    ),
    "the name it goes by, and the row of the other": (
        "update register_change set state = null; update party_name set name = '李桦' where number = 1; delete from party_name where number = 3",
        {1: (1, lost(1), 1), 3: (1, lost(3), 0)},
    ),
    "rows and parties that only entries tell of": (
        f"{ACTS_GONE}; delete from party_name where number in (2, 5); delete from party where number in (2, 4)",
        {2: (6, lost(2), 1), 5: (7, lost(5), 1)},
    ),
    "a party that nothing names": (
        ("update register_change set state = null; delete from register_change where register = 'party' and subject = 3;"
        "delete from party_name where number = 4"),
        {4: (), 7: (3, lost(7), 1)},
    ),
}  # fmt: skip
"""What was damaged, and which names are other ones than they were."""


@pytest.mark.parametrize("case", CASES)
def test_D5_every_party_goes_by_one_name(desk: Desk, small: Path, tmp_path: Path, case: str) -> None:
    """By its own where that can be read, else by another of its own, else by what says that it is lost."""
    sql, changed = CASES[case]
    _code, _said, new, _answer = salvaged(desk, without(small, tmp_path / "book.db", sql))
    expected = {number: row for number, row in (WHOLE | changed).items() if row}
    assert names(new) == expected
    for number, (party, name, _is_main) in expected.items():
        assert found(new, name) == [party], number


def test_D5_a_name_of_which_only_the_key_is_damaged_is_found_by_itself(desk: Desk, small: Path, tmp_path: Path) -> None:
    _code, _said, new, _answer = salvaged(
        desk, without(small, tmp_path / "book.db", "update party_name set key = null where number = 2")
    )
    assert names(new) == WHOLE
    assert found(new, "王芳") == [2]


OTHER_KEYS = {
    "one that nobody has": "update party_name set key = '别人' where number = 1",
    "two that were exchanged": "update party_name set key = case number when 1 then '王芳' else '李华' end where number in (1, 2)",
    "one of a name that is lost": "update party_name set key = '王芳' where number = 1; update party_name set salt = x'00' where number = 2",
}


@pytest.mark.parametrize("case", OTHER_KEYS)
def test_D5_what_another_program_wrote_for_a_key_finds_nobody(
    desk: Desk, small: Path, tmp_path: Path, case: str
) -> None:
    """A name that found nobody was kept so, and `check` faulted the new book."""
    apart = "drop index party_name_key; " + OTHER_KEYS[case]
    wrecked = without(small, tmp_path / "book.db", apart)
    _code, _said, new, _answer = salvaged(desk, wrecked)
    assert found(new, "李华") == [1]
    assert found(new, "王芳") == ([] if "lost" in case else [2])
    assert found(new, "别人") == []
    assert Desk(new).do(f"check --book {new}").code == 0


HIGH = {
    "a name": "update register_change set after = '{high}' where act = 'alias'",
    "a name in a state": "update register_change set state = replace(state, '[[3,', '[[{high},') where register = 'party'; delete from party_name where number = 3",
    "a party": "update register_change set subject = {high} where register = 'party' and subject = 3",
    "whom it is shown as": "update register_change set state = '[null,null,null,{high}' || substr(state, 16) where register = 'party' and subject = 3; delete from party",
    "an item": "update register_change set subject = {high} where register = 'item' and subject = 1; delete from item where number = 2",
    "what a pack holds": "update register_change set state = replace(state, '\"箱\",100', '\"箱\",{high}'); delete from item_pack",
    "a store": "update register_change set subject = {high} where register = 'store' and subject = 2",
}


@pytest.mark.parametrize("high", [10**12, 2**63 - 1, 10**30])
@pytest.mark.parametrize("case", HIGH)
def test_D5_a_number_that_only_a_damaged_act_says_is_not_believed(
    desk: Desk, small: Path, tmp_path: Path, case: str, high: int
) -> None:
    """It made names, parties and items of numbers that no book has, and beyond what SQLite holds it stopped all."""
    sql = HIGH[case].format(high=high)
    if "subject = " in sql.partition("where")[0] and high > 2**63 - 1:
        return
    _code, _said, new, _answer = salvaged(desk, without(small, tmp_path / "book.db", sql))
    with closing(sqlite3.connect(new)) as connection:
        tables = ("party", "party_name", "item", "store", "purpose")
        most = [connection.execute(f"select max(number) from {table}").fetchone()[0] for table in tables]
    assert max(most) < 100
    assert Desk(new).do(f"check --book {new}").code == 0


@pytest.mark.parametrize("table", ["store", "purpose"])
def test_D5_stores_and_purposes_that_are_lost_are_called_so(
    desk: Desk, small: Path, tmp_path: Path, table: str
) -> None:
    """Where an act says what it was called, it is called that."""
    wrecked = without(small, tmp_path / "book.db", f"delete from {table} where number > 1")
    _code, _said, new, _answer = salvaged(desk, wrecked)
    assert content(new)[table] == content(small)[table]
    gone = (
        f"delete from {table} where number = 2; delete from register_change where register = '{table}' and subject = 2"
    )
    code, _said, new, _answer = salvaged(desk, without(small, tmp_path / "other.db", gone))
    word = {"store": "仓库", "purpose": "用途"}[table]
    assert code == 1
    assert content(new)[table] == [
        (number, f"（{word}名损毁）2号" if number == 2 else name) for number, name in content(small)[table]
    ]


def test_D5_items_come_back_from_what_was_sealed(desk: Desk, small: Path, tmp_path: Path) -> None:
    """With their names and packs; money is the same in every book, also where no act says what it was."""
    gone = "delete from item; delete from item_name; delete from item_pack"
    _code, said, new, _answer = salvaged(desk, without(small, tmp_path / "book.db", gone))
    for table in ("item", "item_name", "item_pack"):
        assert content(new)[table] == content(small)[table], table
    assert said == []
    sql = "update register_change set state = null; delete from item where name = 'CNY'"
    _code, _said, new, _answer = salvaged(desk, without(small, tmp_path / "money.db", sql))
    assert content(new)["item"] == content(small)["item"]
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("select is_money from item order by number").fetchall() == [(0,), (1,)]


def test_D5_what_the_book_is_called_comes_back(desk: Desk, small: Path, tmp_path: Path) -> None:
    """From the last act on it; else the file's name stands for it, which is said."""
    _code, said, new, _answer = salvaged(desk, without(small, tmp_path / "book.db", "delete from book"))
    assert content(new)["book"] == content(small)["book"]
    assert said == []
    sql = "delete from book; update register_change set state = null"
    code, said, new, _answer = salvaged(desk, without(small, tmp_path / "会.db", sql))
    assert content(new)["book"][0][0] == "会"
    assert code == 1
    assert "book_name" in fates(said)


TOO_HIGH = (
    "update entry set number = {high} where number = 2; update line set entry = {high} where entry = 2",
    "update line set entry = {high} where entry = 2", "update entry_party set entry = {high} where entry = 2",
    "update chain set number = {high} where number = 3", "update chain set entry = {high} where entry = 2",
    "update register_change set number = {high} where number = 2", "update entry set corrects = {high} where number = 2",
    "update party_name set number = {high} where number = 3", "update item set number = {high} where number = 2",
    "update party set number = {high} where number = 3", "update store set number = {high} where number = 2",
)  # fmt: skip


@pytest.mark.parametrize("high", [10**9, 2**62])
@pytest.mark.parametrize("damage", TOO_HIGH)
def test_D5_a_number_that_no_book_can_have_is_not_believed(
    small: Path, desk: Desk, tmp_path: Path, damage: str, high: int
) -> None:
    """A flipped bit makes one so high that numbers kept for all below it filled the memory: 9 quintillion entries were missing."""
    wrecked = without(small, tmp_path / "wrecked.db", damage.format(high=high))
    answer = desk.run(f"salvage {wrecked} -o {tmp_path / 'new.db'} --format json")
    assert answer.code in {0, 1}, answer
    [entries] = [row["count"] for row in answer.rows(1) if row["what"] == "entries"]
    assert int(entries) == 5


def test_D5_more_entries_than_can_be_meant(small: Path, desk: Desk, tmp_path: Path) -> None:
    """For each lost one a number is kept: a slip of the fingers took all of the memory."""
    answer = desk.run(f"salvage {small} -o {tmp_path / 'new.db'} --entries 99999999")
    assert (answer.code, answer.out) == (65, "")
    assert "at most 1000005" in answer.err
    assert not (tmp_path / "new.db").exists()
    assert desk.run(f"salvage {small} -o {tmp_path / 'new.db'} --entries 12").code == 1


@pytest.mark.parametrize(
    ("numbers", "gap", "highest"),
    [((), 10, 0), ((1, 2, 3), 10, 3), ((11, 3), 10, 11), ((3, 14), 10, 3), ((-5, 10, 20, 31), 10, 20), ((2**62, 5), 10, 5)],
)  # fmt: skip
def test_the_highest_number_that_is_believed(numbers: tuple[int, ...], gap: int, highest: int) -> None:
    """What is further from all others than a file of its size had room for is damage."""
    assert highest_believed(numbers, gap) == highest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("update item set name = '手套' where name = '口罩'", {"details_of_items": {"altered": "手套"}}),
        ("update party set city = '南昌市' where number = 3", {"details_of_parties": {"altered": "3"}}),
        ("update party set number = number where number = 3", {}),
    ],
)
def test_D5_what_another_program_changed_in_a_register_is_said(
    desk: Desk, small: Path, tmp_path: Path, change: str, said: dict[str, dict[str, str]]
) -> None:
    """Else the new book would seal it, and its `check` find nothing."""
    code, told, _new, _answer = salvaged(desk, without(small, tmp_path / "changed.db", change))
    assert (code, fates(told)) == (1 if said else 0, said)


@pytest.mark.parametrize("table", ["store", "purpose"])
def test_D5_stores_and_purposes_are_called_as_they_were_sealed(
    desk: Desk, small: Path, tmp_path: Path, table: str
) -> None:
    """Whatever another program wrote there."""
    change = f"update {table} set name = '别处' where number = 2"
    code, told, new, _answer = salvaged(desk, without(small, tmp_path / "changed.db", change))
    assert (code, told) == (0, [])
    assert content(new)[table] == content(small)[table]
