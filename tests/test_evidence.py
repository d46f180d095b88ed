# ruff: noqa: N802 - the names of the catalogue
"""What `check` proves beyond the book itself: digests that were printed, and other copies of the book."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW, Answer, Desk, fingerprint
from test_laws import sabotage

from donations import errors, surroundings
from donations.cli import clock
from donations.store import links
from donations.store.book import open_book
from donations.store.evidence import EVIDENCE, digest_after
from donations.store.links import Chain, agreeing
from donations.store.told import first_time

BOOKS = Path(__file__).parent / "books"


def digest_of(desk: Desk) -> str:
    """The digest a report prints now."""
    digest: str = desk.do("totals --format json").json["book"]["digest"]
    return digest


@pytest.fixture
def grown(desk: Desk) -> Desk:
    """Three gifts and an alias."""
    for number in range(1, 4):
        desk.do(f"receive 李华 口罩{number}个 --date 2020-02-0{number} --city 九江市")
    desk.do("donors alias 李华 老李")
    return desk


def test_a_printed_digest_stands_while_the_book_grows(grown: Desk) -> None:
    """Whole, as the screen shortens it, and with the number of entries; what came later is counted."""
    early = digest_of(grown)
    assert "No entry was recorded since" in grown.do(f"check --digest {early}").out
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    grown.do("donors merge 王芳 李华 --reason 同一人")
    for written in (early, early[:12], early[:8].upper(), f"3:{early[:12]}"):
        said = grown.do(f"check --digest {written}").out
        assert "as it was then (entries 1 to 3). Recorded since: 1 entry." in said


def test_what_is_done_to_a_register_is_under_the_digest(grown: Desk) -> None:
    """Two states of the registers with the same entries have two digests, and both are found."""
    before = digest_of(grown)
    grown.do("donors rename 李华 李桦 --reason 更正")
    after = digest_of(grown)
    assert before != after
    assert grown.do(f"check --digest {before} --digest {after}").out.count("entries 1 to 3") == 2


def test_a_digest_that_is_gone_says_what_it_can(grown: Desk) -> None:
    """What still stands narrows down where the first difference can lie; a wrong number of entries is no proof."""
    early = digest_of(grown)
    for line, entry in (
        (f"check --digest {'0' * 12}", 1),
        (f"check --digest {'0' * 12} --digest {early}", 4),
        (f"check --digest 2:{early}", None),
    ):
        answer = grown.run(f"{line} --format json")
        assert answer.code == 1
        [row] = answer.rows()
        assert (row["rule"], row["entry"]) == ("digest", entry)


def test_of_several_digests_that_stand_the_last_says_where_the_first_difference_can_lie(grown: Desk) -> None:
    early = digest_of(grown)
    grown.do("receive 王芳 口罩5个 --date 2020-02-04 --new")
    late = digest_of(grown)
    for standing in (f"--digest {early} --digest {late}", f"--digest {late} --digest {early}"):
        [row] = grown.run(f"check {standing} --digest {'0' * 12} --format json").rows()
        assert row["entry"] == 5


@pytest.mark.parametrize("written", ["1234567", "xyz", "65:", ":89c6f6d49f37", "89c6f6d49f37" * 6])
def test_what_is_no_digest_is_refused(grown: Desk, written: str) -> None:
    assert written in grown.refused(f"check --digest {written}", code=2)


def slips(digest: str) -> dict[str, str]:
    """Slips of typing that people make in twelve digits."""
    other = {character: "0" if character != "0" else "1" for character in digest}
    place = next(place for place in range(3, 11) if digest[place] != digest[place + 1])
    return {
        "one wrong": digest[:5] + other[digest[5]] + digest[6:12],
        "two wrong": other[digest[0]] + digest[1:11] + other[digest[11]],
        "two exchanged": digest[:place] + digest[place + 1] + digest[place] + digest[place + 2 : 12],
        "one left out": digest[:4] + digest[5:12],
        "one twice": digest[:4] + digest[3:12],
        "eight, one wrong": digest[:5] + other[digest[5]] + digest[6:8],
        "all, one wrong": digest[:40] + other[digest[40]] + digest[41:],
        "with the entries": f"3:{digest[:5]}{other[digest[5]]}{digest[6:12]}",
    }


@pytest.mark.parametrize("slip", slips("0123456789ab" * 5))
def test_a_mistyped_digest_does_not_accuse_the_book(grown: Desk, slip: str) -> None:
    """What was typed is shown beside what is nearly the same in the book; nothing is said to be changed from some entry on."""
    digest = digest_of(grown)
    typed = slips(digest)[slip]
    answer = grown.run(f"check --digest {typed} --format json")
    assert answer.code == 1
    [row] = answer.rows()
    assert row["entry"] is None
    assert row["message"].startswith(f"“{typed}” is not in this book, but {digest[:8]}"[: len(typed) + 29])
    assert "it seems mistyped" in row["message"]


@pytest.mark.parametrize("typed", ["0123456789AB", "2:0123456789ab"])
def test_a_digest_that_is_not_there_is_first_said_to_be_maybe_mistyped(grown: Desk, typed: str) -> None:
    """As it was typed; only then what it would mean."""
    [row] = grown.run(f"check --digest {typed} --format json").rows()
    assert row["message"].startswith(f"“{typed}” is not ")
    assert row["message"].index("mistyped") < row["message"].index("changed")


def test_an_older_copy_is_told_from_a_book_that_was_changed(grown: Desk, tmp_path: Path) -> None:
    """An auditor who was handed the copy of an older day has papers that were printed later."""
    copy = tmp_path / "copy.db"
    shutil.copy(grown.book, copy)
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    later = digest_of(grown)
    [row] = grown.run(f"check --book {copy} --digest {later} --format json").rows()
    assert "or this is an older copy, which has 3 entries, and it was printed later" in row["message"]
    [row] = grown.run(f"check --book {copy} --digest 4:{later} --format json").rows()
    assert row["message"].startswith(f"“4:{later}” was printed of 4 entries, and here are 3: this is an older copy")
    assert "changed" not in row["message"]


def test_a_copy_is_earlier_the_same_or_further(grown: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(grown.book, copy)
    assert "is the same book: 3 entries" in grown.do(f"check --against {copy}").out
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    before = fingerprint(copy)
    assert "its 3 entries are all here, and 1 more" in grown.do(f"check --against {copy}").out
    assert "the 3 entries here are all there, and 1 more" in grown.do(f"check --book {copy} --against {grown.book}").out
    assert fingerprint(copy) == before


def test_C9_a_fork_is_named_with_its_first_entry(grown: Desk, tmp_path: Path) -> None:
    """Two people went on in two copies, as cloud folders make them: entry 4 is another in each."""
    copy = tmp_path / "book (conflicted copy).db"
    shutil.copy(grown.book, copy)
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    Desk(copy).do("receive 王芳 口罩6个 --date 2020-02-04 --book", str(copy))
    Desk(copy).do("receive 王芳 口罩7个 --date 2020-02-05 --book", str(copy))
    answer = grown.run("check --format json --against", str(copy))
    assert answer.code == 1
    assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", 4)]
    assert "after entry 3: entry 4" in answer.rows()[0]["message"]


def test_another_book_is_no_copy(grown: Desk, tmp_path: Path) -> None:
    grown.do("init --name 别的 --book", str(tmp_path / "other.db"))
    answer = grown.run("check --against", str(tmp_path / "other.db"))
    assert answer.code == 1
    assert "another book" in answer.out
    grown.refused(f"check --against {tmp_path / 'none.db'}", code=66)


@pytest.mark.parametrize(("name", "code"), [("none.db", 66), ("notes.txt", 65)])
def test_what_is_no_copy_is_refused_in_one_sentence_before_anything_is_mended(
    grown: Desk, tmp_path: Path, name: str, code: int
) -> None:
    """Beside it stood that the kept sums are right, or that they were made anew; of a missing copy, that a book should be made."""
    (tmp_path / "notes.txt").write_text("no book", encoding="utf-8")
    for wrong in (False, True):
        if wrong:
            sabotage(grown.book, "update day_stock set change = change + 1")
        said = grown.refused(f"check --rebuild --against {tmp_path / name}", code=code)
        assert name in said
        assert "--name" not in said


def test_where_the_report_cant_be_written_it_is_not_said_that_the_sums_are_right(grown: Desk, tmp_path: Path) -> None:
    grown.refused(f"check --rebuild -o {tmp_path / 'report.none'}", code=2)


def test_a_copy_of_an_older_version_is_compared_as_it_is(desk: Desk, tmp_path: Path) -> None:
    """The copy that an upgrade keeps is held against the upgraded book without being upgraded itself."""
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((BOOKS / "v1-february.db.gz").read_bytes()))
    shutil.copy(old, desk.book)
    before = fingerprint(old)
    desk.do("receive 李华 口罩5个 --new")
    assert "its 65 entries are all here, and 1 more" in desk.do(f"check --against {old}").out
    assert fingerprint(old) == before


# --- what was changed from outside, under digests that are still there

CHANGED = {
    "amount": "update line set amount_minor = 9 where entry = 2",
    "name": "update party_name set name = '王芬', key = '王芬' where name = '王芳'",
}


@pytest.fixture
def of_two(desk: Desk) -> Desk:
    """A gift of one donor, then two of another."""
    for number, donor in enumerate(("李华", "王芳", "王芳"), 1):
        desk.do(f"receive {donor} 口罩{number}个 --date 2020-02-0{number} --city 九江市")
    return desk


@pytest.mark.parametrize("deed", CHANGED)
def test_the_last_line_never_says_the_same_where_an_entry_was_changed(of_two: Desk, deed: str, tmp_path: Path) -> None:
    """Up to which entry it holds, and which differs; a copy that was changed is seen from the sound book too."""
    digest = digest_of(of_two)
    copy = tmp_path / "changed.db"
    shutil.copy(of_two.book, copy)
    sabotage(copy, CHANGED[deed])
    for line in (
        f"check --digest {digest} --book {copy}",
        f"check --against {of_two.book} --book {copy}",
        f"check --against {copy}",
    ):
        answer = of_two.run(line)
        assert answer.code == 1, line
        assert "it holds for entry 1; entry 2 differs." in answer.err
        assert "each as here" not in answer.err
        assert "stands" not in answer.err
    assert of_two.run(f"check --digest {digest}").code == 0


def test_a_digest_from_before_the_changed_entry_stands(of_two: Desk) -> None:
    early = digest_of(of_two)
    of_two.do("receive 王芳 口罩4个 --date 2020-02-04")
    sabotage(of_two.book, "update line set amount_minor = 9 where entry = 4")
    said = of_two.run(f"check --digest {early}").err
    assert "stands" in said
    assert "entry 4 is not as it was recorded" in said


def test_behind_a_broken_link_nothing_more_is_said_of_the_chain(of_two: Desk) -> None:
    """Acts that were sealed after the entry that was changed aren't called unsealed: nobody has looked at them."""
    of_two.do("donors add 赵六")
    sabotage(of_two.book, "update line set amount_minor = 9 where entry = 1")
    found = of_two.run("check --format json").rows()
    assert [row["entry"] for row in found if row["rule"] == "chain"] == [1]


def test_what_is_wrong_is_named_as_people_know_it(of_two: Desk) -> None:
    """Donors by name and number, sums by city and by what they are of; no tables and rows."""
    sabotage(
        of_two.book,
        "update party_name set name = '王芬', key = '王芬' where name = '王芳';"
        "update month_total set received = 9; update day_stock set change = change + 1 where date = '2020-02-01'",
    )
    said = [row["message"] for row in of_two.run("check --format json").rows()]
    assert any("王芬 (no. 2 in the register)" in message for message in said)
    assert any("kept totals of 九江市 of 2020-02" in message for message in said)
    assert any("kept stock of 2020-02-01 is not" in message for message in said)


def test_the_store_without_a_name_is_called_as_people_know_it(desk: Desk) -> None:
    desk.do("receive 李华 口罩5个 --date 2020-02-01 --for 小学")
    sabotage(desk.book, "update day_stock set change = change + 1")
    said = [row["message"] for row in desk.run("check --format json").rows()]
    assert any("in the default store for purpose 小学" in message for message in said), said


def test_rules_are_named_in_the_language_of_the_user(of_two: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sabotage(of_two.book, "update line set amount_minor = 9 where entry = 2")
    monkeypatch.setenv("DONATIONS_LANG", "zh_CN")
    said = of_two.run("check --rebuild").err
    assert "chain" not in said
    assert "校验链" in said


def test_another_party_with_the_name_is_told_by_its_number(desk: Desk) -> None:
    desk.do("receive 李华 5元 --date 2020-02-01")
    desk.do("receive 李华商行 5元 --date 2020-02-01 --new")
    said = desk.do("forget 李华 --yes").err
    assert "names of other parties (no. 2 in the register)" in said
    assert "donations forget 2\n" in said


# --- copies that were upgraded one by one


pytestmark = pytest.mark.usefixtures("desk")  # all speak English


def old_book(path: Path) -> Path:
    """A book of the first step, with acts on its registers that have reasons."""
    path.write_bytes(gzip.decompress((BOOKS / "v1-year.db.gz").read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        [reasons] = connection.execute("select count(*) from register_change where reason is not null").fetchone()
    assert reasons
    return path


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, Desk, int]:
    """Two copies of one old book, each upgraded by itself, a day apart; and how many entries they have."""
    copies = [Desk(old_book(tmp_path / name)) for name in ("one.db", "other.db")]
    for day, copy in enumerate(copies, 1):
        with monkeypatch.context() as patch:
            patch.setattr(clock, "now", lambda day=day: f"2021-01-0{day}T08:00:00Z")
            copy.do("totals --book", str(copy.book))
    with closing(sqlite3.connect(copies[0].book)) as connection:
        [entries] = connection.execute("select count(*) from entry").fetchone()
    return copies[0], copies[1], entries


def against(one: Desk, other: Desk) -> Answer:
    return one.run(f"check --format json --book {one.book} --against {other.book}")


def test_copies_upgraded_one_by_one_are_the_same_book(apart: tuple[Desk, Desk, int]) -> None:
    """What an upgrade seals has its own moment and salts in each copy, and is nothing that anybody did."""
    one, other, entries = apart
    with closing(open_book(one.book, writing=False)) as ours, closing(open_book(other.book, writing=False)) as theirs:
        chains = Chain(ours.connection, 2), Chain(theirs.connection, 2)
        assert agreeing(*chains) < chains[0].length()
    answer = against(one, other)
    assert (answer.code, answer.rows()) == (0, [])
    assert f"is the same book: {entries} entries" in answer.err


def test_the_comparison_sees_what_an_upgrade_sealed(
    apart: tuple[Desk, Desk, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken by hand: by their digests alone the two copies are a fork."""
    monkeypatch.setattr(links, "_is_of_upgrade", lambda _chain, _link: False)
    one, other, entries = apart
    answer = against(one, other)
    assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", entries + 1)]


@pytest.mark.parametrize(
    "line",
    [
        "receive 李华 口罩5个 --date 2021-02-01 --new",
        "donors add 新来的人",
        "donors rename {donor} 另一个名字 --reason 更正",
    ],
)
def test_one_that_went_on_after_its_upgrade_is_further(apart: tuple[Desk, Desk, int], line: str) -> None:
    one, other, entries = apart
    donor = one.read(f"donors --book {one.book}")[0]["name"]
    one.do(line.format(donor=donor), "--book", str(one.book))
    more = int(line.startswith("receive"))
    answer = against(one, other)
    assert (answer.code, answer.rows()) == (0, [])
    said = f"its {entries} entries are all here, and 1 more" if more else f"is the same book: {entries} entries"
    assert said in answer.err
    answer = against(other, one)
    assert (answer.code, answer.rows()) == (0, [])


def test_C9_a_fork_after_separate_upgrades_is_named_with_its_first_entry(apart: tuple[Desk, Desk, int]) -> None:
    """Both went on: the first entry that each has of its own is named, and not the first one after the upgrade."""
    one, other, entries = apart
    for desk, amount in ((one, 5), (other, 6)):
        for number in range(2):
            desk.do(f"receive 李华 口罩{amount + number}个 --date 2021-02-01 --new --book {desk.book}")
    for ours, theirs in ((one, other), (other, one)):
        answer = against(ours, theirs)
        assert answer.code == 1
        assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", entries + 1)]


def test_C9_one_that_has_an_entry_and_one_that_has_an_act_are_a_fork(apart: tuple[Desk, Desk, int]) -> None:
    one, other, entries = apart
    one.do(f"receive 李华 口罩5个 --date 2021-02-01 --new --book {one.book}")
    other.do(f"donors add 新来的人 --book {other.book}")
    answer = against(one, other)
    assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", entries + 1)]


def test_C9_an_entry_changed_before_the_upgrades_is_named(tmp_path: Path) -> None:
    """Somebody changes entry 40 of an old copy and makes its chain anew; it is seen before and after each upgrade."""
    sound, forged = Desk(old_book(tmp_path / "sound.db")), Desk(old_book(tmp_path / "forged.db"))
    with closing(sqlite3.connect(forged.book)) as connection:
        guards = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _sql in guards:
            connection.execute(f"drop trigger {name}")
        connection.execute("update entry set city = '南昌市' where number = 40")
        [before] = connection.execute("select identity from book").fetchone()
        for number, text in connection.execute(f"{EVIDENCE} order by e.number").fetchall():
            before = digest_after(before, text)
            connection.execute("update chain set digest = ? where entry = ?", (before, number))
        for _name, sql in guards:
            connection.execute(sql)
        connection.commit()
    for upgraded in (sound, forged):
        upgraded.do(f"stock --book {upgraded.book}")
        answer = against(sound, forged)
        assert ("fork", 40) in [(row["rule"], row["entry"]) for row in answer.rows()], upgraded


def test_restore_knows_copies_upgraded_one_by_one(apart: tuple[Desk, Desk, int]) -> None:
    """It compares in the same way."""
    one, other, entries = apart
    one.do(f"receive 李华 口罩5个 --date 2021-02-01 --new --book {one.book}")
    said = one.run(f"restore {other.book} --book {one.book}").err
    assert f"entries that the backup lacks: 1 (from no. {entries + 1} on)" in said
    other.do(f"receive 李华 口罩6个 --date 2021-02-01 --new --book {other.book}")
    assert f"different ways from entry {entries + 1} on" in one.run(f"restore {other.book} --book {one.book}").err


def test_an_old_copy_that_went_on_without_the_upgrade_is_a_fork_only_where_both_did(tmp_path: Path) -> None:
    """An old copy with one entry more than the upgraded one is further; where both have one more, both are named."""
    upgraded, old = Desk(old_book(tmp_path / "upgraded.db")), Desk(old_book(tmp_path / "old.db"))
    upgraded.do(f"receive 李华 口罩5个 --date 2021-02-01 --new --book {upgraded.book}")
    entries = upgraded.do(f"totals --format json --book {upgraded.book}").json["book"]["entries"]
    before = upgraded.book.with_name("before.db")
    shutil.copy(next(tmp_path.glob("upgraded-v1*.db")), before)
    answer = upgraded.run(f"check --format json --book {upgraded.book} --against {before}")
    assert (answer.code, "and 1 more" in answer.err) == (0, True)
    with_one_entry_more(old.book)
    answer = against(upgraded, old)
    assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", entries)]


def with_one_entry_more(path: Path) -> None:
    """Record in an old book what its own program would have: the last entry once more, under the next number."""
    with closing(sqlite3.connect(path)) as connection:
        [last] = connection.execute("select max(entry) from chain").fetchone()
        columns = ", ".join(row[1] for row in connection.execute("pragma table_info(line)") if row[1] != "entry")
        connection.execute(
            "insert into entry (number, type, date, city, recorded_at) select number + 1, 'receipt', date, city, recorded_at from entry where number = ?",
            (last,),
        )
        [of] = connection.execute("select max(entry) from line where flow = 'received' and amount_minor > 0").fetchone()
        connection.execute(
            f"insert into line (entry, {columns}) select {last + 1}, {columns} from line where entry = {of}"
        )
        _number, text = connection.execute(f"{EVIDENCE} where e.number = ?", (last + 1,)).fetchone()
        [before] = connection.execute("select digest from chain where entry = ?", (last,)).fetchone()
        connection.execute("insert into chain (entry, digest) values (?, ?)", (last + 1, digest_after(before, text)))
        connection.commit()


@pytest.mark.parametrize("entries", [0, 1, 2, 7])
def test_halving_finds_the_link_where_two_chains_part(desk: Desk, tmp_path: Path, entries: int) -> None:
    """Whatever the lengths: the last link in common is the last before the copy was made."""
    for number in range(entries):
        desk.do(f"receive 李华 口罩{number + 1}个")
    copy = tmp_path / "copy.db"
    shutil.copy(desk.book, copy)
    with closing(sqlite3.connect(copy)) as connection:
        [shared] = connection.execute("select max(number) from chain").fetchone()
    for number in range(5):
        desk.do(f"receive 王芳 口罩{number + 1}个")
        desk.do(f"receive 王芳 口罩{number + 2}个 --book", str(copy))
    with closing(open_book(desk.book, writing=False)) as one, closing(open_book(copy, writing=False)) as two:
        assert agreeing(Chain(one.connection, 2), Chain(two.connection, 2)) == shared


def test_a_written_file_comes_with_its_digest(grown: Desk, tmp_path: Path) -> None:
    """A format for programs has no line for it, so it is said beside."""
    answer = grown.do(f"ledger -o {tmp_path / 'ledger.csv'}")
    assert digest_of(grown) in answer.err


# --- C9: where the book lies


@pytest.mark.parametrize(
    ("folder", "program"),
    [("OneDrive", "OneDrive"), ("OneDrive - 某协会", "OneDrive"), ("我的坚果云", "坚果云"), ("BaiduSyncdisk", "百度网盘"), ("Dropbox (个人)", "Dropbox")],
)  # fmt: skip
def test_C9_a_synchronised_folder_is_warned_of_once(desk: Desk, tmp_path: Path, folder: str, program: str) -> None:
    """With the first command that records there, and not again; moved elsewhere it is silent."""
    book = tmp_path / folder / "账目" / "book.db"
    book.parent.mkdir(parents=True)
    shutil.copy(desk.book, book)
    said = [desk.do("receive 李华 口罩5个 --book", str(book)).err for _ in range(3)]
    assert said[0].count(program) == 1
    assert said[1:] == ["", ""]
    assert desk.do("receive 李华 口罩5个").err == ""
    assert desk.do("stock --book", str(book)).err == ""


def test_a_book_held_just_before_that_warning_is_said_to_be_in_use(desk: Desk) -> None:
    """It was called a fault of the program."""
    book = open_book(desk.book, writing=True)
    with closing(book), closing(sqlite3.connect(desk.book, isolation_level=None)) as other:
        other.execute("begin exclusive")
        book.connection.execute("pragma busy_timeout=1")
        with pytest.raises(errors.BusyBook):
            first_time(book, "place /somewhere", NOW)


@pytest.mark.parametrize("name", ["onedriver", "亿微云集团", "dropboxes"])
def test_a_name_that_only_begins_so_is_no_synchronised_folder(tmp_path: Path, name: str) -> None:
    assert surroundings.synchronised_by(tmp_path / name / "book.db") is None


@pytest.mark.parametrize(
    ("sort", "found"), [("nfs4", "nfs4"), ("cifs", "cifs"), ("fuse.sshfs", "sshfs"), ("ext4", None), ("tmpfs", None)]
)
def test_C9_a_network_drive_is_warned_of_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sort: str, found: str | None
) -> None:
    """The nearest mount above the book decides."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/share {tmp_path} {sort} rw 0 0\nproc /proc proc rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    said = [desk.do("receive 李华 口罩5个").err for _ in range(2)]
    assert said[1] == ""
    assert (found is None) == (said[0] == "")
    assert (found or "") in said[0]
