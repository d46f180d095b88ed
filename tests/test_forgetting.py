# ruff: noqa: N802 - the names of the catalogue
"""J4, the rest of it: what is listed before somebody is forgotten, what goes later, who comes back, and what `check` sees."""

import gzip
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW, Desk, content
from harness.terminal import Terminal
from test_laws import sabotage
from test_restore import kept_of, torn

from donations.store import privacy
from donations.store.elsewhere import identities_in
from donations.store.making import create_book

COMES_BACK = re.compile("come back|are back|comes back|donations forget|donations donors contact")

BOOKS = Path(__file__).resolve().parent / "books"


def row(book: Path, query: str) -> list[tuple[object, ...]]:
    """What a query of another program finds."""
    with closing(sqlite3.connect(book)) as connection:
        return connection.execute(query).fetchall()


def notes(desk: Desk) -> dict[int, str | None]:
    """By entry, its note as a report shows it."""
    return {int(each["entry"]): each["note"] for each in desk.read("journal")}


@pytest.fixture
def noted(desk: Desk) -> Desk:
    """Three gifts of 李华, one of 王芳; a note names 李华, three don't, and 王芳's names 李华."""
    desk.begin(
        "receive 李华 500元 --date 2020-02-01 --note '李 华代收'",
        "receive 李华 口罩3个 --date 2020-02-02 --note 电话13800138000",
        "receive 李华 口罩4个 --date 2020-02-03 --note 五年级二班",
        "receive 王芳 5元 --date 2020-02-04 --note 李华介绍",
    )
    return desk


# --- notes that are kept


def test_J4_notes_that_are_kept_are_listed_before_it_is_asked(noted: Desk, tmp_path: Path) -> None:
    """In full, with the options that erase them; with no nothing is erased, with y it is as it was said."""
    for keys, code in ((b"\r", None), (b"y\r", "（已删除）1号")):
        terminal = Terminal(["forget", "李华", "--book", str(noted.book)], tmp_path)
        terminal.await_text(b"[y/N]")
        before = terminal.shown.decode()
        for part in ("Notes that are erased: of entries 1", "no. 2: 电话13800138000", "no. 3: 五年级二班", "no. 4: 李华介绍", "--notes", "--note NUMBER"):  # fmt: skip
            assert part in before
        terminal.type(keys)
        assert terminal.wait() == (0 if code else 1)
        assert noted.read("journal")[0]["donor"] == (code or "李华")
    assert notes(noted) == {1: None, 2: "电话13800138000", 3: "五年级二班", 4: "李华介绍"}


def test_J4_a_note_that_was_kept_can_be_erased_when_the_name_is_gone(noted: Desk) -> None:
    """By the number that reports show; what is said is what to type. One of another's entry too, and it is noted."""
    said = noted.do("forget 李华 --yes").err
    assert "donations forget 1 --notes" in said
    assert "donations forget 1 --note 4" in said
    noted.do("forget 1 --note 2 --yes")
    assert notes(noted) == {1: None, 2: None, 3: "五年级二班", 4: "李华介绍"}
    assert b"13800138000" not in noted.book.read_bytes()
    noted.do("forget 1号 --notes --note 4 --yes --reason 本人要求")
    assert notes(noted) == dict.fromkeys(range(1, 5))
    assert "介绍".encode() not in noted.book.read_bytes()
    assert noted.is_in_order()
    [*_, (after,)] = row(noted.book, "select after from register_change where act = 'forget' order by number")
    assert after == '{"notes":[3,4],"reasons":[]}'
    before = content(noted.book)
    assert "nothing left to erase" in noted.do("forget （已删除）1号 --notes --yes").err
    assert content(noted.book) == before


def test_J4_a_note_to_erase_with_the_name(noted: Desk) -> None:
    """`--note` together with the name; an entry that isn't there is refused, and then nothing is erased."""
    noted.refused("forget 李华 --note 9 --yes", code=66)
    noted.do("forget 李华 --note 4 --yes")
    assert notes(noted)[4] is None
    assert noted.is_in_order()


def test_J4_a_number_means_the_party_that_reports_show(noted: Desk) -> None:
    """A name goes before a number; a merged party's leads to the one it is shown as; no other number means anybody."""
    noted.do("donors merge 王芳 李华 --reason 同一人")
    noted.do("receive 2号 5元 --date 2020-02-05 --new")
    noted.refused("forget 4 --yes", code=66)
    noted.refused("forget 0 --yes", code=66)
    assert "(erased) no. 3" in noted.do("forget 2号 --yes").err  # that is its name
    assert "Party 1 is 李华, 王芳:" in noted.refused("forget 2号 --yes", code=2)
    noted.do("forget 王芳 --yes")
    assert "(erased) no. 1 there is nothing left" in noted.do("forget 2号 --yes").err
    assert {each["donor"] for each in noted.read("journal")} == {"（已删除）1号", "（已删除）3号"}
    assert noted.is_in_order()


@pytest.mark.parametrize("written", ["（已删除）1号", "(已删除)1号", "(erased) no. 1", "（已删除）1号（1f2e3d4c）"])
def test_J4_what_stands_for_an_erased_name_is_nobodys_name(noted: Desk, written: str) -> None:
    """Else what somebody gives under it stands in reports as given by whoever was forgotten."""
    noted.do("forget 李华 --yes")
    for line in (
        f"receive '{written}' 5元 --new", f"receive 王芳 5元 --with '{written}' --new", f"distribute '{written}' 5元 --new",
        f"correct 4 --with '{written}' --new", f"donors add '{written}' --new", f"donors rename 王芳 '{written}'", f"donors alias 王芳 '{written}'",
    ):  # fmt: skip
        assert "stands in reports for a name that was erased" in noted.refused(line, code=65)
    assert noted.do("forget 1 --notes --yes").code == 0


def test_J4_a_mistyped_number_erases_nobody(noted: Desk, tmp_path: Path) -> None:
    """Of a party that has its name, the number alone isn't enough where nobody is asked; who is asked reads the name."""
    for number in ("2", "2号", "（已删除）2号"):
        assert "Party 2 is 王芳: with --yes write its name" in noted.refused(f"forget {number} --yes", code=2)
    terminal = Terminal(["forget", "2", "--book", str(noted.book)], tmp_path)
    terminal.await_text(b"[y/N]")
    assert "Names that are erased: 王芳" in terminal.shown.decode()
    terminal.type(b"y\r")
    assert terminal.wait() == 0
    assert noted.read("journal")[3]["donor"] == "（已删除）2号"


def test_J4_what_was_not_shown_is_not_erased(noted: Desk, tmp_path: Path) -> None:
    """While somebody thinks about it, another program gives the party a second name: nothing is erased."""
    terminal = Terminal(["forget", "李华", "--book", str(noted.book)], tmp_path)
    terminal.await_text(b"[y/N]")
    noted.do("donors merge 王芳 李华 --reason 同一人")
    terminal.type(b"y\r")
    assert terminal.wait() == 75
    assert "something else would be erased now" in terminal.shown.decode()
    assert {each["donor"] for each in noted.read("journal")} == {"李华"}
    assert noted.is_in_order()


# --- who comes back with a backup


@pytest.fixture
def earlier(noted: Desk, tmp_path: Path) -> Path:
    """A backup of before 李华 was forgotten."""
    noted.do("receive 赵磊 7元 --date 2020-02-05")
    noted.do("donors contact 王芳 --phone 13900139000 --email w@example.com")
    file = tmp_path / "away" / "copy.db"
    file.parent.mkdir()
    noted.do(f"backup {file}")
    return file


def test_J4_restore_says_who_comes_back(noted: Desk, earlier: Path) -> None:
    """Names, notes and contact that were erased since, by number and never by name; forgotten again they are gone."""
    noted.do("donors merge 赵磊 李华 --reason 同一人")
    noted.do("forget 李华 --yes --note 4")
    noted.do("donors contact 王芳 --without phone --email neu@example.com")
    answer = noted.do(f"restore {earlier} --yes")
    assert "back with it: 2 (parties 1, 3). Forget each of them again, as in:\n  donations forget 1\n" in answer.err
    assert "of entries 4." in answer.err
    assert "donations forget 1 --note 4" in answer.err
    assert "back, of parties 2." in answer.err
    assert not {"李", "赵", "王", "139"} & set(answer.err)
    for name in ("李华", "赵磊"):
        noted.do(f"forget {name} --yes --note 4")
    assert {each["donor"] for each in noted.read("journal")} == {"（已删除）1号", "王芳", "（已删除）3号"}
    assert notes(noted)[4] is None
    assert noted.is_in_order()


def test_J3_restore_says_whose_consent_comes_back(noted: Desk, tmp_path: Path) -> None:
    """Who was to be named and isn't any more, and who asked not to be; of parties and gifts; not who agreed since."""
    noted.do("donors consent 李华 named")
    noted.do("consent 2 named")
    noted.do("consent 4 anonymous")
    file = tmp_path / "copy.db"
    noted.do(f"backup {file}")
    noted.do("receive 赵磊 7元 --date 2020-02-05 --anonymous")
    assert "again" not in noted.do(f"restore {file} --yes").err
    noted.do("donors consent 王芳 named")
    noted.do("consent 4 named")
    assert "again" not in noted.do(f"restore {file} --yes").err
    noted.do("donors consent 李华 unset")
    noted.do("donors consent 王芳 anonymous")
    noted.do("consent 2 unset")
    noted.do("consent 3 anonymous")
    said = noted.do(f"restore {file} --yes").err
    assert "named again: 1, 2. Say it again as in:\n  donations donors consent PARTY anonymous\n" in said
    assert "of entries 2, 3. Say it again as in:\n  donations consent 2 anonymous\n" in said
    assert not {"李", "王"} & set(said)


def test_J4_restore_says_it_before_it_asks(noted: Desk, earlier: Path, tmp_path: Path) -> None:
    noted.do("forget 李华 --yes")
    terminal = Terminal(["restore", str(earlier), "--book", str(noted.book)], tmp_path)
    terminal.await_text(b"[y/N]")
    assert b"parties 1)" in terminal.shown
    terminal.type(b"\r")
    assert terminal.wait() == 1


def test_J4_restore_is_silent_where_nobody_comes_back(noted: Desk, earlier: Path, tmp_path: Path) -> None:
    """Nobody was forgotten; the backup is the later one, without the name; it is another book; there is no book yet."""
    noted.do("donors contact 李华 --phone 13800138000")
    assert not COMES_BACK.search(noted.do(f"restore {earlier} --yes").err)
    noted.do("forget 李华 --yes")
    noted.do("donors contact 王芳 --without phone")
    later = tmp_path / "away" / "later.db"
    noted.do(f"backup {later}")
    assert not COMES_BACK.search(noted.do(f"restore {later} --yes").err)
    other = tmp_path / "away" / "other.db"
    create_book(other, "别的协会", NOW).close()
    noted.do("receive 李华 5元 --book", str(other))
    assert not COMES_BACK.search(noted.do(f"restore {other} --yes").err)
    assert not COMES_BACK.search(noted.do(f"restore {earlier} --book {tmp_path / 'new.db'}").err)


def test_J4_contact_that_is_in_the_present_book_too_does_not_come_back(
    noted: Desk, earlier: Path, tmp_path: Path
) -> None:
    """Nor what it never had: a backup may be the later one, or of another book."""
    noted.do("donors contact 王芳 --phone 13000000000")
    noted.do("donors contact 王芳 --phone 13900139000")
    assert not COMES_BACK.search(noted.do(f"restore {earlier} --yes").err)
    noted.do("donors contact 李华 --phone 13800138000")
    later = tmp_path / "away" / "later.db"
    noted.do(f"backup {later}")
    noted.do(f"restore {earlier} --yes")
    assert not COMES_BACK.search(noted.do(f"restore {later} --yes").err)
    noted.do("donors contact 李华 --without phone")
    other = tmp_path / "away" / "other.db"
    create_book(other, "别的协会", NOW).close()
    noted.do("receive 李华 5元 --book", str(other))
    noted.do("donors contact 李华 --phone 13700137000 --book", str(other))
    assert not COMES_BACK.search(noted.do(f"restore {other} --yes").err)


def test_J4_where_the_present_book_cant_be_read_that_is_said(noted: Desk, earlier: Path) -> None:
    """And it is kept as it is: SQLite would apply a journal that lies beside it."""
    torn(noted.book)
    noted.book.write_bytes(b"gone")
    assert "can't be seen" in noted.do(f"restore {earlier} --yes").err
    assert kept_of(noted.book).read_bytes() == b"gone"
    assert noted.is_in_order()


# --- erased with another program


TAKEN = {
    "a name": "update party_name set name = null, key = null, salt = null where party = 2",
    "a name, not what finds it": "update party_name set name = null, salt = null where party = 1",
    "a name's key": "update party_name set key = null where party = 2",
    "a note": "update entry_note set note = null, salt = null where entry = 4",
    "a note of who was forgotten": "update entry_note set note = null, salt = null where entry = 3",
    "a reason": "update register_change set reason = null, salt = null where reason is not null",
}


@pytest.mark.parametrize("sql", TAKEN.values(), ids=TAKEN)
def test_D3_what_another_program_erased_is_seen(noted: Desk, sql: str) -> None:
    """Past the triggers, which are put back, in a book in which somebody was forgotten too."""
    noted.do("receive 赵磊 7元 --date 2020-02-05")
    noted.do("donors rename 赵磊 赵雷 --reason 写错")
    if "party = 1" not in sql:
        noted.do("forget 李华 --yes")
    assert noted.is_in_order()
    sabotage(noted.book, sql)
    code, rules = noted.problems()
    assert code == 1
    assert "erased" in rules


def test_D3_a_reason_that_was_taken_away_is_not_said_to_be_erased(noted: Desk) -> None:
    """What no `forget` erased was taken away from outside; of what one did erase, and a salt is back, only that is said."""
    noted.do("donors rename 王芳 王方 --reason 写错")
    noted.do("donors rename 李华 李桦 --reason 李华")
    noted.do("forget 李桦 --yes")
    sabotage(noted.book, "update register_change set reason = null, salt = null where reason = '写错'")
    sabotage(
        noted.book,
        "update register_change set salt = zeroblob(16) where reason is null and salt is null and commitment is not null and subject = 1",
    )
    taken, left = (row["message"] for row in noted.run("check --format json").rows())
    assert taken.startswith("the reason of what was done to 王方 (no. 2 in the register) on ")
    assert "is gone, and no `forget` erased it" in taken
    assert left.startswith("the reason of what was done to ")
    assert "was erased, but not what proves it" in left


def test_D3_a_name_whose_key_a_stranger_got_is_seen(noted: Desk) -> None:
    """What finds a name was taken away, and somebody of that name is recorded anew: no act gave it to the stranger."""
    sabotage(noted.book, "update party_name set key = null where party = 2")
    noted.do("receive 王芳 5元 --date 2020-02-05 --new")
    assert noted.problems() == (1, ["erased"])


def test_D3_what_is_left_of_something_erased_is_seen(noted: Desk) -> None:
    """A salt put back beside it would let names be tried one after the other."""
    noted.do("donors rename 李华 李桦 --reason 李华")
    noted.do("forget 李桦 --yes")
    for table in ("party_name", "entry_note", "register_change"):
        column = "commitment" if table == "register_change" else "1"
        what = "reason" if table == "register_change" else "note" if table == "entry_note" else "name"
        sabotage(noted.book, f"update {table} set salt = zeroblob(16) where {what} is null and {column} is not null")
    assert set(noted.problems()[1]) == {"erased"}
    shown = noted.run("check").out
    for part in ("a name of (erased) no. 1", "the note of entry 1", "the reason of what was done to (erased) no. 1"):
        assert part in shown


def test_D3_an_act_of_forgetting_covers_nothing_but_what_it_says(noted: Desk) -> None:
    """Its party alone, the notes and reasons that it names alone; of a name that is recorded later it says nothing."""
    noted.do("forget 李华 --yes")
    sabotage(
        noted.book,
        "insert into party_name (party, name, key, salt, commitment, is_main, created_at) values (1, null, null, null, 'x', 0, 'x')",
    )
    assert "erased" in noted.problems()[1]


def spelled_anew(desk: Desk) -> None:
    """Names whose keys others took over: in another spelling, and that of a party that was merged."""
    desk.do("donors rename 李华 '李 华' --reason 写法")
    desk.do("donors rename '李 华' 李华 --reason 写法")
    desk.do("donors merge 王芳 李华 --reason 同一人")
    desk.do("donors rename 李华 '王 芳' --reason 李华就是王芳")


def test_D3_what_forget_erased_is_in_order(noted: Desk) -> None:
    """With names that others took the place of, in parts, and after the file is put together anew from its pages."""
    spelled_anew(noted)
    assert noted.is_in_order()
    noted.do("receive 赵磊 7元 --date 2020-02-05 --note 第二批")
    noted.do("forget 赵磊 --yes --reason 要求")
    assert noted.is_in_order()
    noted.do("forget '王 芳' --yes")
    assert noted.is_in_order()
    noted.do("forget 1 --yes --notes")
    assert noted.is_in_order()
    new = noted.book.with_name("new.db")
    noted.do(f"salvage {noted.book} -o {new}")
    assert noted.run("check --book", str(new)).code == 0
    assert row(new, "select count(*) from party_name where name is not null") == [(0,)]


def test_D3_a_salvaged_book_with_names_that_others_took_the_place_of_is_in_order(noted: Desk) -> None:
    """Whose row is lost or not: what finds nobody any more finds its party again."""
    spelled_anew(noted)
    new = noted.book.with_name("new.db")
    noted.do(f"salvage {noted.book} -o {new}")
    assert noted.run("check --book", str(new)).code == 0
    sabotage(noted.book, "update party_name set name = '坏' where number = (select max(number) from party_name)")
    newer = noted.book.with_name("newer.db")
    noted.run(f"salvage {noted.book} -o {newer}")
    assert noted.run("check --book", str(newer)).code == 0


def test_D3_acts_that_did_not_keep_what_they_erased_cover_their_party(
    noted: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the program noted them first: notes of that party's entries before it, and reasons before it; no others."""
    monkeypatch.setattr(privacy.Erased, "as_text", lambda _erased: None)
    noted.do("donors rename 李华 李桦 --reason 李华")
    noted.do("forget 李桦 --yes --notes")
    noted.do("reverse 1 --reason 后来")  # of the party that was forgotten, after it was
    assert noted.is_in_order()
    for entry in (4, 5):
        sabotage(noted.book, f"update entry_note set note = null, salt = null where entry = {entry}")
    assert noted.problems() == (1, ["erased", "erased"])


def test_D3_a_book_of_an_older_version_in_which_somebody_is_forgotten_is_in_order(desk: Desk) -> None:
    desk.book.write_bytes(gzip.decompress((BOOKS / "v1-february.db.gz").read_bytes()))
    for number, each in enumerate(desk.read("donors list")[:4]):
        desk.do(f"forget {each['name']} --yes{' --notes' if number % 2 else ''}")
    assert desk.is_in_order()


# --- where the book's content lies besides


def test_J4_every_copy_is_named(desk: Desk) -> None:
    """Whatever characters the book's name has, and whatever the copies are called; others' files are not named."""
    folder = desk.book.parent
    book = desk.book.rename(folder / "账[1]*.sqlite")
    there = Desk(book)
    in_book = f"--book '{book}'"
    there.do(f"receive 李华 口罩5个 --date 2020-02-01 {in_book}")
    there.do(f"backup {in_book}")
    there.do(f"backup {folder / '审计前.db'} {in_book}")
    there.do(f"receive 李华 口罩6个 --date 2020-02-01 {in_book}")
    there.do(f"restore {folder / '审计前.db'} --yes {in_book}")
    there.do(f"salvage '{book}'")
    (folder / "账[1]*-v1.sqlite").write_bytes(b"damaged")
    (folder / "账[1]*-v1.sqlite-journal").write_bytes(b"x")
    (folder / "审计前.db-wal").write_bytes(b"x")
    (folder / ".donations-7-0123456789ab.tmp").write_bytes(b"part")
    (folder / "backups" / ".donations-7-0123456789ab.tmp-journal").write_bytes(b"part")
    expected = {path for path in folder.rglob("*") if path.is_file() and path != book and path.suffix != ".lock"}
    assert len(expected) == 9
    create_book(folder / "账[1]*-2021.db", "别的协会", NOW).close()  # looks like a copy by its name
    (folder / "账1x-v1.sqlite").write_bytes(b"another")
    (folder / "账[1]*.csv").write_bytes(b"a table")
    (folder / "账[1]*-2.txt").write_bytes(b"words")
    (folder / "a link.db").symlink_to(folder / "审计前.db")
    (folder / "away.db").symlink_to(shutil.copy(folder / "审计前.db", desk.book.parent.parent / "far.db"))
    expected.add(desk.book.parent.parent / "far.db")
    answer = there.do(f"forget 李华 --yes {in_book}")
    assert {Path(line.strip()) for line in answer.err.splitlines() if line.startswith("  ")} == expected


def test_J4_the_damaged_book_that_this_one_was_salvaged_from_is_named(desk: Desk) -> None:
    """It has another identity than what was made of it; damaged beyond reading it is known by its name."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    desk.do(f"salvage {desk.book}")
    new = desk.book.with_name("book-salvaged.db")
    assert identities_in(new) != identities_in(desk.book)
    assert f"  {desk.book}\n" in desk.do(f"forget 李华 --yes --book {new}").err
    desk.book.write_bytes(b"gone")
    assert f"  {desk.book}\n" in desk.do(f"forget 1 --yes --book {new}").err


def test_J4_the_book_itself_is_not_to_be_deleted_where_somebody_works_in_a_copy(desk: Desk) -> None:
    """Only what this program made as a copy is: any other file may be the one that is kept."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    desk.do("backup")
    copy = shutil.copy(desk.book, desk.book.with_name("copy.db"))
    said = desk.do(f"forget 李华 --yes --book {copy}").err
    made, _sentence, other = said.partition("This is the same book in another file")
    assert f"  {desk.book}\n" in other
    assert f"  {desk.book.parent / 'backups'}" in made
    assert "delete them" in made
    assert "Forget there too" in said


def test_J4_copies_beside_the_file_that_a_link_leads_to_are_named(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(desk.book)
    copy = desk.book.with_name("kept.db")
    desk.do(f"backup {copy}")
    said = desk.do(f"forget 李华 --yes --book {link}").err
    assert str(copy) in said
    assert f"  {desk.book}\n" not in said
