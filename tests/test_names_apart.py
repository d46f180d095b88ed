"""An s tells two parties apart: how books of step 9, in which it didn't, come to it, and what is known of their lists."""

import csv
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import pytest
from conftest import NOW, Desk
from harness.old_books import bytes_of

from donations.domain import text
from donations.domain.entry import Role
from donations.domain.likeness import party_resembles
from donations.services.importing import roles_said
from donations.store import upgrading
from donations.store.schema_files import SCHEMA_VERSION

DAY = "--date 2020-02-01"
LIST = """Date,Donor,Amount (CNY),Note
2020-09-01,John Adam,500,
2020-09-02,John Adams,100,
2020-09-02,Friends of Jiujiang,300,for the school
2020-09-03,St Mary's Church,70,
2020-09-04,St Marys Church,80,
2020-09-05,Wang Williams,20,
2020-09-06,Wang Williams,20,
2020-09-07,Mary Joneses,9,
"""
"""What a program of step 9 imported into `v9-february`: it took John Adams for John Adam."""


@pytest.fixture
def old(desk: Desk) -> Desk:
    """With a book that was made by step 9."""
    desk.book.write_bytes(bytes_of("v9-february"))
    return desk


def given(desk: Desk) -> dict[str, str]:
    """What each of those with Latin names gave in money."""
    rows = desk.do("totals --by donor --item CNY --format json").json["tables"][0]["rows"]
    return {row["donor"]: row["received"] for row in rows if row["donor"] and row["donor"].isascii()}


def keys(path: Path) -> dict[str, str | None]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("select name, key from party_name where name is not null"))


def file(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


# --- two are two


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Adam", "John Adams"), ("Wang William", "Wang Williams"), ("Jone", "Jones"), ("Friend", "Friends"),
        ("The Smith", "The Smiths"), ("Harry", "Harries"), ("Smith Family", "Smith Families"),
    ],
)  # fmt: skip
def test_an_s_makes_another_party_that_is_asked_about(desk: Desk, one: str, other: str) -> None:
    """It was silently the same; now it is refused as a look-alike, and another one with --new."""
    for known, typed in ((one, other), (other, one)):
        assert party_resembles(known, typed)
    desk.do("receive", one, "5元", *DAY.split())
    said = desk.refused("receive", other, "7元", *DAY.split())
    assert one in said
    assert "--new" in said
    desk.do("receive", other, "7元", "--new", *DAY.split())
    assert given(desk) == {one: "5", other: "7"}
    desk.do("receive", other.upper(), "7元", *DAY.split())
    assert given(desk) == {one: "5", other: "14"}


def test_goods_keep_one_name_with_and_without_an_s(desk: Desk) -> None:
    """A mask and masks are the same goods."""
    desk.do("receive", "李华", "5 gadgets", *DAY.split())
    desk.do("receive", "李华", "1 gadget", *DAY.split())
    assert list(desk.stock().values()) == ["6"]


@pytest.mark.parametrize("many", [0, 1500])
def test_a_list_with_both_books_each_and_says_that_they_look_alike(desk: Desk, tmp_path: Path, many: int) -> None:
    """With the command that makes one of them, also where thousands of others share every two letters of their names."""
    syllables = ("ad", "am", "jo", "hn", "da", "ms", "ma", "oh", "na", "sj")
    others = ("".join(parts).title() for size in (2, 3, 4, 5) for parts in combinations(syllables, size))
    rows: list[tuple[str, str, int]] = [
        ("2020-02-03", f"Anna {name} {name[::-1]}", 5) for name, _number in zip(others, range(many), strict=False)
    ]
    rows += [("2020-02-01", "John Adam", 500), ("2020-02-02", "John Adams", 100), ("2020-02-03", "john adam.", 9)]
    path = tmp_path / "a.csv"
    with path.open("w", newline="") as out:
        csv.writer(out).writerows([("Date", "Donor", "Amount (CNY)"), *rows])
    said = desk.do(f"import {path} --yes").out
    assert "merge 'John Adam" in said
    assert {name: paid for name, paid in given(desk).items() if name.startswith("John")} == {
        "John Adam": "509",
        "John Adams": "100",
    }
    desk.do("donors merge 'John Adams' 'John Adam' --reason 'one person'")
    assert given(desk)["John Adam"] == "609"


def test_another_gift_of_the_same_day_and_sum_is_another_ones(desk: Desk, tmp_path: Path) -> None:
    """A row of John Adams in another paper is no row of John Adam that came before."""
    head = "Date,Donor,Amount (CNY)\n"
    desk.do(f"import {file(tmp_path, 'a.csv', head + '2020-02-01,John Adam,500' + chr(10))} --yes")
    desk.do(f"import {file(tmp_path, 'b.csv', head + '2020-02-01,John Adams,500' + chr(10))} --yes")
    desk.do(f"import {file(tmp_path, 'c.csv', head + '2020-02-01,John Adams,500' + chr(10) * 2)} --yes")
    assert given(desk) == {"John Adam": "500", "John Adams": "500"}


# --- a book of step 9


def test_a_book_of_step_9_keeps_its_entries_and_finds_each_name(old: Desk) -> None:
    """What was booked as John Adam's stays so; each name finds its own party, also one that differs by a blank or a sign."""
    before = {
        "John Adam": "600",
        "Friends of Jiujiang": "300",
        "St Mary's Church": "70",
        "St Marys Church": "80",
    }
    assert before.items() <= given(old).items()
    assert old.do("check").err == ""
    found = keys(old.book)
    assert (found["Wang Williams"], found["W. Williams"], found["Chris Stevens"], found["Chris Steven"]) == (
        "wangwilliams", "wwilliams", "chrisstevens", "chrissteven",
    )  # fmt: skip
    for name in (
        "Wang Williams",
        "w williams",
        "Friends of Jiujiang",
        "Chris Stevens",
        "Chris Steven",
        "St Mary's Church",
        "St Marys Church",
    ):
        old.do("receive", name, "1元", "--date", "2020-09-10")
    now = given(old)
    assert (now["St Mary's Church"], now["St Marys Church"]) == ("71", "81")
    assert (now["Wang Williams"], now["Chris Steven"]) == ("42", "2")
    assert old.do("check").err == ""


def test_parties_that_a_sign_told_apart_can_be_made_one(old: Desk, tmp_path: Path) -> None:
    """Each is found as it is written, in lists too, until they are merged; and either may be renamed, and renamed back."""
    head = LIST.splitlines()[0]
    rows = (head, "2020-10-01,St Marys Church,3,", "2020-10-02,ST MARYS CHURCH,4,", "2020-10-03,St Marys  Church,5,")
    old.do(f"import {file(tmp_path, 'a.csv', chr(10).join(rows) + chr(10))} --yes")
    now = given(old)
    assert (now["St Mary's Church"], now["St Marys Church"]) == ("74", "88")
    old.do("donors rename 'St Marys Church' 'Marys Church'")
    old.do("donors rename 'Marys Church' 'St Marys Church'")
    assert old.do("check").err == ""
    old.do('donors merge "St Marys Church" "St Mary\'s Church" --reason "one church"')
    assert given(old)["St Mary's Church"] == "162"
    assert old.do("check").err == ""


def test_a_party_may_take_over_a_name_that_was_found_as_it_is_written(old: Desk) -> None:
    """It is merged into another, which goes by that name then; the third, called so but for a sign, stays apart."""
    old.do("donors add Parish")
    old.do("donors merge 'St Marys Church' Parish --reason 'one parish'")
    old.do("donors rename Parish 'St Marys Church'")
    old.do("receive", "St Marys Church", "1元", "--date", "2020-09-10")
    now = given(old)
    assert (now["St Mary's Church"], now["St Marys Church"]) == ("70", "81")
    assert old.do("check").err == ""


def test_a_copy_of_step_9_still_proves_the_book_and_the_other_way_round(old: Desk, tmp_path: Path) -> None:
    """Its names are held against how they were found then."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(bytes_of("v9-february"))
    old.do("totals")
    assert "each as here" in old.do(f"check --against {copy}").out
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("update party_name set key = 'johnadams' where key = 'johnadam'")
        connection.commit()
    assert "each as here" not in old.run(f"check --against {copy}").out


def test_a_wreck_of_step_9_is_salvaged_with_each_name_found(old: Desk, tmp_path: Path) -> None:
    """Into a book of this step: two whom a sign alone tells apart stay two."""
    wreck = tmp_path / "wreck.db"
    wreck.write_bytes(old.book.read_bytes())
    new = tmp_path / "new.db"
    old.do(f"salvage {wreck} -o {new}")
    upgrading.upgrade(old.book, NOW)
    assert keys(new) == keys(old.book)
    assert old.do(f"check --book {new}").err == ""


@pytest.mark.parametrize("more", ["", "2020-09-08,John Adams,1,\n"])
def test_a_list_that_an_older_program_imported_adds_nothing(old: Desk, tmp_path: Path, more: str) -> None:
    """Nor when it is saved anew, or has grown: each row is known by what it was known by then, one of John Adams too."""
    before = given(old)
    said = old.do(f"import {file(tmp_path, 'friends.csv', LIST + chr(10) + more)} --yes").out
    assert "8 known" in said
    now = given(old)
    assert now.pop("John Adams", "0") == ("1" if more else "0")
    assert now == before
    assert "8 known" in old.do(f"import {file(tmp_path, 'again.csv', LIST)} --dry-run").out


@pytest.mark.parametrize("many", [40, 3000])
def test_a_long_list_of_an_older_program_is_known(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Rows that are taken by the thousand, of whom some have Latin names, and of each two that were one."""
    rows = [
        f"2020-0{n % 9 + 1}-0{n % 7 + 1},{('李华', 'John Adam', 'John Adams', 'Ann Lee')[n % 4].replace(' ', f' {chr(97 + n // 8 % 26)}b{n // 208} ')},{n % 11 + 1}"
        for n in range(many)
    ]
    path = file(tmp_path, "a.csv", "\n".join(["Date,Donor,Amount (CNY)", *rows, ""]))
    with monkeypatch.context() as older:
        older.setattr(
            roles_said, "_role_said", lru_cache(lambda role, names: roles_said.roles_said_before({role: names})[0])
        )
        desk.do(f"import {path} --yes")
    new = [
        f"2020-09-09,John ab0 Adams,{n}" for n in range(21, 31)
    ]  # of the first that are new more is told, row by row
    grown = file(tmp_path, "b.csv", "\n".join(["Date,Donor,Amount (CNY)", *new, *rows, ""]))
    said = desk.do(f"import {grown} --yes --as-new").out
    assert f"10 new, {many:,} known" in said
    assert f"{many + 10:,} known" in desk.do(f"import {grown} --dry-run --as-new").out


def test_rows_that_go_the_careful_way_are_known_too(old: Desk, tmp_path: Path) -> None:
    """A row with a note of its own and one whose quantity is written in words go through other hands."""
    rows = LIST.replace("John Adam,500", "John Adam,伍佰元整").replace("St Mary's Church,70", "St Mary's Church,70元")
    assert "8 known" in old.do(f"import {file(tmp_path, 'friends.csv', rows)} --dry-run").out


def test_a_list_of_an_older_program_can_be_taken_back(old: Desk, tmp_path: Path) -> None:
    """And comes anew then, to each of the two."""
    old.do("import --undo 2")
    assert "John Adam" not in {name for name, paid in given(old).items() if paid != "0"}
    old.do(f"import {file(tmp_path, 'friends.csv', LIST)} --yes --as-new")
    now = given(old)
    assert (now["John Adam"], now["John Adams"]) == ("500", "100")
    assert old.do("check").err == ""


def test_a_gone_row_of_an_older_list_is_still_found(old: Desk, tmp_path: Path) -> None:
    """A row that says by its own word that it went back is told of the entry that it was."""
    rows = (
        LIST.replace("Amount (CNY),Note", "Amount (CNY),Note,Status")
        .replace(",\n", ",,done\n")
        .replace("school\n", "school,done\n")
    )
    gone = rows.replace("Wang Williams,20,,done\n2020-09-06", "Wang Williams,20,,refunded\n2020-09-06")
    said = old.do(f"import {file(tmp_path, 'friends.csv', gone)} --dry-run --format json").json
    assert [one["rows"] for one in said.get("still_booked", ())] == [[{"row": 7, "entry": 112}]]


# --- the step itself


def rows_of(path: Path) -> Iterable[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        yield from connection.execute(
            "select number, party, name, salt, commitment, is_main from party_name order by number"
        )


def test_only_keys_are_made_anew(old: Desk) -> None:
    """Names, acts and seals are untouched, and every name that was found is found."""
    before, had = list(rows_of(old.book)), keys(old.book)
    upgrading.upgrade(old.book, NOW)
    assert list(rows_of(old.book)) == before
    now = keys(old.book)
    assert {name for name, key in had.items() if key} <= {name for name, key in now.items() if key}
    assert all(key in (text.party_key(name), text.exact_key(name), None) for name, key in now.items())


def _with_names(path: Path, names: Mapping[str, str | None]) -> None:
    """A book of step 9 in which each name is a party of its own, found by that key."""
    path.write_bytes(bytes_of("v9-february"))
    with closing(sqlite3.connect(path)) as connection:
        [first] = connection.execute("select max(number) from party_name").fetchone()
        for number, (name, key) in enumerate(names.items(), first + 1):
            connection.execute("insert into party (number, created_at) values (?, ?)", (number, NOW))
            connection.execute(
                "insert into party_name values (?, ?, ?, ?, zeroblob(16), ?, 1, ?)",
                (number, number, name, key, f"{number:064}", NOW),
            )
        connection.commit()


def test_keys_that_pass_on_from_one_name_to_the_next_do_not_meet(tmp_path: Path) -> None:
    """The new key of one is the old one of another, whichever of them comes first."""
    names = {"Toms Lee": "tomlee", "Tom S Lees": "tomslee", "Tom S Leess": "tomsleess"}
    assert text.party_key("Toms Lee") == names["Tom S Lees"]
    for order in (names, dict(reversed(names.items()))):
        path = tmp_path / "old.db"
        _with_names(path, order)
        upgrading.upgrade(path, NOW)
        found = keys(path)
        taken = Counter(found[name] for name in names)
        assert max(taken.values()) == 1
        assert all(found[name] in (text.party_key(name), text.exact_key(name)) for name in names)


def test_names_of_one_party_need_no_keys_of_their_own(tmp_path: Path) -> None:
    """Where both lead to one party, the second finds it by the first."""
    path = tmp_path / "old.db"
    _with_names(path, {"Mary's Own": "marysown", "Marys Own": "maryown", "Tom's Own": "tomsown", "Toms Own": "tomown"})
    with closing(sqlite3.connect(path)) as connection:
        numbers = dict(connection.execute("select name, party from party_name where name like '%Own'"))
        connection.execute(
            "update party set merged_into = ? where number = ?", (numbers["Mary's Own"], numbers["Marys Own"])
        )
        connection.commit()
    upgrading.upgrade(path, NOW)
    found = keys(path)
    assert (found["Mary's Own"], found["Marys Own"], found["Toms Own"]) == ("marysown", None, "=Toms Own")


def test_a_large_register_is_brought_up_to_date_at_once(tmp_path: Path) -> None:
    """20,000 parties with Latin names: some statements for all of them, and no look at all of them for each."""
    path = tmp_path / "old.db"
    _with_names(path, {f"Friends of {number} Jones": f"friendof{number}jone" for number in range(20_000)})
    with closing(sqlite3.connect(path)) as connection:
        [size] = connection.execute("select count(*) from party_name").fetchone()
    upgrading.upgrade(path, NOW)
    found = keys(path)
    assert len(found) == size
    assert found["Friends of 7 Jones"] == "friendsof7jones"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("pragma user_version").fetchone() == (SCHEMA_VERSION,)


# --- other signs that tell two apart


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        ("1-1201业主", "11-201业主", "１—１２０１业主"), ("3-1-101室", "31-101室", "3.1.101室"),
        ("2/3班", "23班", "2 / 3班"), ("张*三", "张三", "张＊三"), ("张*", "张**", "张＊"), ("*建国", "建国", "＊建国"), ("甲***公司", "甲公司", "甲＊＊＊公司"),
        ("王○明", "王明", "王×明"), ("王●", "王●●", "王○"), ("王?明", "王明", "王？明"),
    ],
)  # fmt: skip
def test_numbers_of_houses_and_hidden_parts_of_names_tell_two_apart(
    desk: Desk, tmp_path: Path, one: str, other: str, again: str
) -> None:
    """Each was silently the other; in which width they are written still tells nothing apart."""
    rows = "".join(f"2020-02-0{day},{name},{day}\n" for day, name in enumerate((one, other, again, other), 1))
    path = file(tmp_path, "a.csv", f"日期,捐赠人,金额（元）\n{rows}")
    desk.do(f"import {path} --yes")
    found = {
        row["donor"]: row["received"]
        for row in desk.do("totals --by donor --item CNY --format json").json["tables"][0]["rows"]
    }
    assert found == {one: "4", other: "6"}
    assert "4 known" in desk.do(f"import {file(tmp_path, 'b.csv', path.read_text() + chr(10))} --dry-run").out


@pytest.mark.parametrize(
    ("one", "again"),
    [
        ("138-1234-5678", "138 1234 5678"),
        ("李华*", "李华"),
        ("●李华", "李华"),
        ("A×B", "AB"),
        ("李华（1）", "李华1"),
        ("初一（1）班", "初一1班"),
        ("第1-小学", "第1小学"),
    ],
)
def test_signs_that_say_nothing_make_no_second_party(one: str, again: str) -> None:
    """Telephones are one however they are divided, and so are brackets and marks behind a name."""
    assert text.party_key(one) == text.party_key(again)


def test_houses_of_an_older_list_are_known_and_stay_two_in_a_new_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older program knew a house by may be another's: it is no house of this program's lists."""
    head = "日期,捐赠人,金额（元）\n"
    for number, name in enumerate(("1-1201业主", "11201业主", "11-201业主")):
        desk.do(f"import {file(tmp_path, f'{number}.csv', f'{head}2020-02-01,{name},5' + chr(10))} --yes")
    assert len(desk.read("donors")) == 3
    older = file(tmp_path, "older.csv", f"{head}2020-03-01,2-1201业主,7\n2020-03-02,21-201业主,7\n")
    with monkeypatch.context() as then:
        then.setattr(
            roles_said, "_role_said", lru_cache(lambda role, names: roles_said.roles_said_before({role: names})[0])
        )
        desk.do(f"import {older} --yes")
    assert "2 known" in desk.do(f"import {file(tmp_path, 'again.csv', older.read_text() + chr(10))} --dry-run").out


def test_an_accent_that_one_leaves_out_is_noticed(desk: Desk) -> None:
    """The letters beside it were taken for a mark that tells two apart (jos, garcia)."""
    desk.do("receive", "José Garcia", "5元", *DAY.split())
    assert "José Garcia" in desk.refused("receive", "Jose Garcia", "5元", *DAY.split())


@pytest.mark.parametrize("nobody", ["Anonymous", "Anonymous Donor", "ANON", "爱心人士"])
def test_nobodys_name_in_english_is_no_donor_that_is_counted(desk: Desk, nobody: str) -> None:
    """Who gave under it may be one or many; the word was looked for with its s and its blank, and never found."""
    for name in ("李华", nobody):
        desk.do("receive", name, "5元", *DAY.split())
    assert "donors" not in desk.do("bulletin 2020-02").out


@pytest.mark.parametrize(
    ("names", "said", "before"),
    [
        (("李华",), "donor:李华", "donor:李华"), (("张*",), "donor:张", "donor:张"), (("B", "A"), "donor:a,b", "donor:a,b"),
        (("John Adams",), "donor:=johnadams", "donor:johnadam"), (("3-5班",), "donor:=3-5班", "donor:35班"), (("35班",), "donor:=35班", "donor:35班"),
    ],
)  # fmt: skip
def test_what_rows_are_known_by_stays_the_same(names: tuple[str, ...], said: str, before: str) -> None:
    """Books keep it: said otherwise, every paper that was imported would be booked again."""
    assert roles_said.roles_said({Role.DONOR: names}) == roles_said.roles_said_once({Role.DONOR: names}) == [said]
    assert roles_said.roles_said_before({Role.DONOR: names}) == [before]
