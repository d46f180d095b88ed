# ruff: noqa: N802 - the names of the catalogue
"""C7, C8, A8: copies of a book taken while it is in use, and books brought back from them."""

import gzip
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk, fingerprint
from harness.counts import Tries
from harness.program import digests, entries, gifts_file, recording
from harness.warm import Warm

from donations.cli import clock, progress
from donations.services import backing_up, checking
from donations.store import copies
from donations.store.book import open_book
from donations.store.making import create_book

KILLED = -signal.SIGKILL
ROOT = Path(__file__).resolve().parent.parent


def gift(book: Path) -> list[str]:
    return ["receive", "李华", "口罩1个", "--date", "2020-02-01", "--book", str(book)]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, empty_book: Path, warm: Warm) -> Path:
    """A book with some hundred entries, to be copied from only."""
    folder = tmp_path_factory.mktemp("large")
    book = folder / "book.db"
    shutil.copy(empty_book, book)
    assert warm.run(*recording(book, gifts_file(folder / "gifts.txt", 400))).code == 0
    return book


def copied(book: Path, folder: Path) -> Path:
    """A copy of a book that nobody uses, in a folder of its own."""
    folder.mkdir(parents=True)
    return Path(shutil.copy(book, folder / "book.db"))


def rows_of(book: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What a book says, read past our own code: entries, lines, acts on registers, and links of the chain."""
    order = {"entry": "number", "line": "entry, position", "register_change": "number", "chain": "number"}
    with closing(sqlite3.connect(book, timeout=60)) as connection:
        return {
            table: connection.execute(f"select * from {table} order by {by}").fetchall() for table, by in order.items()
        }


def harm_of(warm: Warm, copy: Path, final: Path) -> list[str]:
    """Why `copy` is no sound beginning of the book `final`; nothing where it is."""
    harm = []
    ended = warm.run("check", "--book", str(copy))
    if ended.code != 0:
        return [f"check: {ended.code} {ended.out or ended.said}"]
    mine, whole = rows_of(copy), rows_of(final)
    for table, rows in mine.items():
        if rows != whole[table][: len(rows)]:
            harm.append(f"{table} is no beginning")
    if mine["entry"] != [row for row in whole["entry"] if row[0] <= len(mine["entry"])]:
        harm.append("entries are missing in between")
    return harm


# --- C7: a backup beside writers


@pytest.mark.promise("C7", full=100, short=6)
def test_C7_a_backup_beside_writers_is_a_beginning_of_the_final_book(
    warm: Warm, large: Path, tmp_path: Path, tries: Tries
) -> None:
    """Two programs record without a pause; each backup is in order, and says what it holds."""
    book = copied(large, tmp_path / "book")
    writers = [warm.start(gift(book), repeat=600) for _writer in range(2)]
    for writer in writers:
        writer.await_commands(2)
    made = []
    for number in tries:
        ended = warm.run("backup", str(tmp_path / f"{number}.db"), "--format", "json", "--book", str(book))
        assert (ended.code, ended.said) == (0, "")
        made.append(json.loads(ended.out))
    for writer in writers:
        writer.kill()
        assert set(writer.wait().codes) == {0}, "a writer was refused beside a backup"
    sealed = digests(book)
    held = [said["entries"] for said in made]
    assert held == sorted(held)
    assert len(set(held)) > len(held) / 2, "nothing was recorded meanwhile"
    for said in made:
        copy = Path(said["backup"])
        assert harm_of(warm, copy, book) == []
        assert len(entries(copy)) == said["entries"]
        assert said["digest"] == sealed[said["entries"]]
    assert warm.run("check", "--book", str(book)).code == 0


def begin_large_act(connection: sqlite3.Connection) -> None:
    """Begin to write more than fits SQLite's memory, so that a part of it stands in the file before it is confirmed."""
    connection.execute("pragma cache_size=5")
    connection.execute("begin immediate")
    connection.execute("reindex")  # touches pages of every table
    for number in range(3000):
        connection.execute("insert into store (name, created_at) values (?, 'x')", (f"{number:050}",))


def test_C7_sees_a_copy_taken_in_the_middle_of_a_transaction(warm: Warm, large: Path, tmp_path: Path) -> None:
    """Broken on purpose: the file copied as it lies there, in the middle of an act; and with entries of its own."""
    book = copied(large, tmp_path / "book")
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        begin_large_act(connection)
        shutil.copy(book, tmp_path / "torn.db")
        connection.execute("rollback")
    assert harm_of(warm, tmp_path / "torn.db", book)
    forked = Path(shutil.copy(book, tmp_path / "forked.db"))
    assert harm_of(warm, forked, book) == []
    assert warm.run(*gift(forked)).code == 0
    assert harm_of(warm, forked, book)
    assert warm.run(*gift(book), "--note", "别的").code == 0
    assert "chain is no beginning" in harm_of(warm, forked, book)


# --- C8: the restore drill

GROUPS = ("city", "item", "category", "donor", "recipient", "month", "purpose")
REPORTS = (
    *(["totals", "--by", group] for group in GROUPS), ["stock"], ["ledger"], ["journal"], ["month", "2020-02"], ["show", "1"],
    ["donors"], ["recipients"], ["items"], ["check"],
)  # fmt: skip


def reports(warm: Warm, book: Path) -> dict[str, bytes]:
    """Every report of a book in both formats for programs, each as its file's bytes."""
    folder = book.parent / f"reports-{time.monotonic_ns()}"
    folder.mkdir()
    jobs = {f"{'-'.join(words)}.{suffix}": words for words in REPORTS for suffix in ("json", "csv")}
    ended = warm.start(
        *([*words, "--book", str(book), "-o", str(folder / name)] for name, words in jobs.items())
    ).wait()
    assert set(ended.codes) == {0}, ended.said
    return {name: (folder / name).read_bytes() for name in jobs}


def february(folder: Path, warm: Warm) -> Path:
    """The sample month, with a reversal, a correction and a merge behind it."""
    book = folder / "book.db"
    lines = (["reverse", "3", "--reason", "重复登记"], ["donors", "alias", "李华", "老李"], gift(book))
    assert warm.run("run", str(ROOT / "sample_data" / "february.txt"), "--book", str(book)).code == 0
    warm.start(*([*words, "--book", str(book)] for words in lines)).wait()
    return book


def year(folder: Path, warm: Warm) -> Path:
    """A thousand entries of an older version's book."""
    import gzip

    book = folder / "book.db"
    book.write_bytes(gzip.decompress((ROOT / "tests" / "books" / "v1-year.db.gz").read_bytes()))
    assert warm.run("totals", "--book", str(book)).code == 0  # brings it up to date
    return book


@pytest.mark.parametrize("make", [february, year], ids=lambda make: str(make.__name__))
def test_C8_every_report_of_a_restored_book_is_the_same(warm: Warm, tmp_path: Path, make: Any, tries: Tries) -> None:
    """Backup, the book and its lock deleted, restored: each report byte for byte; the book goes on from there."""
    book = make(tmp_path, warm)
    before = reports(warm, book)
    assert warm.run("backup", str(tmp_path / "kept.db"), "--book", str(book)).code == 0
    for file in tmp_path.glob("book.db*"):
        file.unlink()
    ended = warm.run("restore", str(tmp_path / "kept.db"), "--book", str(book))
    assert (ended.code, ended.said) == (0, "")
    after = reports(warm, book)
    assert [name for name in before if before[name] != after[name]] == []
    tries.add(len(before))
    assert warm.run(*gift(book)).code == 0
    assert warm.run("check", "--book", str(book)).code == 0
    changed = reports(warm, book)  # and the drill sees an entry more
    assert {"ledger.csv", "stock.json", "totals---by-item.csv"} <= {
        name for name in before if before[name] != changed[name]
    }


# --- A8: a killed backup


def back_up(book: Path, file: Path, *more: str) -> list[str]:
    return ["backup", str(file), "--book", str(book), *more]


@pytest.mark.promise("A8", full=200, short=8)
def test_A8_a_killed_backup_leaves_no_half_file(
    warm: Warm, large: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """With the final name there is no file, or a whole backup; with --force the old one, or the new one."""
    old = Path(shutil.copy(large, tmp_path / "old.db"))
    assert warm.run(*gift(old)).code == 0
    ended = warm.run(*back_up(large, tmp_path / "whole.db"))
    assert ended.code == 0
    taken, killed = ended.seconds[0], 0
    for number in tries:
        file = tmp_path / f"{number}.db"
        if number % 2:
            shutil.copy(old, file)
        child = warm.start(back_up(large, file, *(["--force"] if number % 2 else [])))
        time.sleep(chance.uniform(0, taken))
        child.kill()
        killed += child.wait().code == KILLED
        if number % 2 or file.exists():
            assert harm_of(warm, file, old) == [], f"try {number}"
    assert killed > tries.planned / 4, "too few were killed before they were done"


def check_each_kill(on_disk: Warm, book: Path, folder: Path, patches: tuple[str, ...]) -> int:
    """Kill before each operation of a backup; how many there are. What has the final name must be whole."""
    point = 0
    while True:
        point += 1
        file = folder / str(point) / "x.db"
        file.parent.mkdir()
        watched = {"folder": str(file.parent), "fail_at": point, "error": -1}
        code = on_disk.run(*back_up(book, file), disk=watched, patches=patches).code
        if file.exists():
            assert harm_of(on_disk, file, book) == [], f"killed before operation {point}"
        if code == 0:
            return point - 1


def test_A8_a_backup_killed_before_each_operation(on_disk: Warm, large: Path, tmp_path: Path, tries: Tries) -> None:
    """SIGKILL before the n-th write, sync, link or removal in the folder of the backup."""
    done = check_each_kill(on_disk, large, tmp_path, ())
    assert done > 10
    tries.add(done)


def test_A8_sees_a_backup_written_in_place(on_disk: Warm, large: Path, tmp_path: Path) -> None:
    """Broken on purpose: a half backup with the final name is seen."""
    with pytest.raises(AssertionError, match="killed before operation"):
        check_each_kill(on_disk, large, tmp_path, ("backup in place",))


# --- what a backup is, and says


def test_a_backup_stands_beside_the_book_and_its_owner_alone_reads_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name: in `backups`, named by book and time; a second one in the same second gets a number."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    before = fingerprint(desk.book)
    out = desk.do("backup").out
    [first] = (tmp_path / "backups").iterdir()
    assert re.fullmatch(r"book-\d{8}-\d{6}\.db", first.name)
    assert str(first) in out
    monkeypatch.setattr(clock, "stamp", lambda: first.stem.removeprefix("book-"))
    desk.do("backup")
    files = list((tmp_path / "backups").iterdir())
    assert {file.name for file in files} == {first.name, f"{first.stem}-2.db"}
    assert "In order: 1 entry, digest" in out
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert stat.S_IMODE((tmp_path / "backups").stat().st_mode) == 0o700
    assert fingerprint(desk.book) == before


def test_where_a_backup_goes(desk: Desk, tmp_path: Path) -> None:
    """A folder, a name, over another one only with --force, and never over the book or what belongs to it."""
    (tmp_path / "usb").mkdir()
    facts = desk.do(f"backup {tmp_path / 'usb'} --format json").json
    assert Path(facts["backup"]).parent == tmp_path / "usb"
    assert set(facts) == {"backup", "entries", "digest"}
    file = tmp_path / "mine.db"
    desk.do(f"backup {file}")
    first = fingerprint(file)
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    assert "is already there" in desk.refused(f"backup {file}")
    assert fingerprint(file) == first
    desk.do(f"backup {file} --force")
    assert entries(file) == [1]
    (tmp_path / "link.db").symlink_to(desk.book)
    for name in ("book.db", "book.db-journal", "book.db.lock", "link.db"):
        assert "the book itself" in desk.refused(f"backup {tmp_path / name} --force", code=2)
    (tmp_path / "new.db-journal").write_bytes(b"of a file that was here")
    assert "new.db-journal is already there" in desk.refused(f"backup {tmp_path / 'new.db'} --force")
    assert desk.refused(f"backup {tmp_path / 'no' / 'folder.db'}", code=74)
    assert desk.refused("backup x.db --format csv", code=2)


def make_other(_book: Path, folder: Path) -> Path:
    """Another association's book."""
    create_book(folder / "theirs.db", "别的协会", NOW).close()
    return folder / "theirs.db"


def make_later(book: Path, folder: Path) -> Path:
    """A copy of the book that has an entry more."""
    file = Path(shutil.copy(book, folder / "later.db"))
    assert Desk(file).run(f"receive 王芳 鸡蛋5个 --date 2020-02-02 --book {file}").code == 0
    return file


def make_named(book: Path, folder: Path) -> Path:
    """A copy of the book that has the same entries, and a name more."""
    file = Path(shutil.copy(book, folder / "named.db"))
    assert Desk(file).run(f"donors alias 李华 老李 --book {file}").code == 0
    return file


def make_fork(book: Path, folder: Path) -> Path:
    """A copy of the book that went another way: as many entries, the last one another."""
    file = make_later(book, folder)
    assert Desk(book).run(f"receive 赵敏 鸭蛋5个 --date 2020-02-02 --book {book}").code == 0
    return file


def make_text(_book: Path, folder: Path) -> Path:
    """No book at all."""
    (folder / "minutes.txt").write_text("会议纪要", encoding="utf-8")
    return folder / "minutes.txt"


@pytest.mark.parametrize(
    "make", [make_other, make_later, make_named, make_fork, make_text], ids=lambda make: str(make.__name__)
)
def test_H8_force_replaces_older_backups_of_the_same_book_only(desk: Desk, tmp_path: Path, make: Any) -> None:
    """What is no earlier state of the book stays, byte for byte, and one sentence says so."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    file = make(desk.book, tmp_path)
    before = fingerprint(file)
    assert f"{file} is no earlier state of this book" in desk.refused(f"backup {file} --force")
    assert fingerprint(file) == before
    assert not list(tmp_path.glob(".donations*"))


def test_force_replaces_an_older_backup_of_an_older_version(desk: Desk, tmp_path: Path) -> None:
    """The copy kept when the book was brought up to date is an earlier state of it."""
    desk.book.write_bytes(gzip.decompress((ROOT / "tests" / "books" / "v1-february.db.gz").read_bytes()))
    old = Path(shutil.copy(desk.book, tmp_path / "old.db"))
    desk.do("totals")
    desk.do(f"backup {old} --force")
    assert rows_of(old) == rows_of(desk.book)


@pytest.mark.parametrize("harm", ["not in order", "pages", "header"])
def test_H8_what_is_unsound_replaces_no_backup(desk: Desk, large: Path, tmp_path: Path, harm: str) -> None:
    """With --force too: the last sound backup stays, and no journal comes to lie beside it."""
    shutil.copy(large, desk.book)
    good = tmp_path / "good.db"
    desk.do(f"backup {good}")
    before = fingerprint(good)
    if harm == "not in order":
        broken(desk.book)
    else:
        with desk.book.open("r+b") as file:
            for page in range(1 if harm == "header" else 30, 45):
                file.seek(page * 4096 + 1)
                file.write(b"\xff" * 2000)
        Path(f"{desk.book}-journal").write_bytes(b"of another moment")
    answer = desk.run(f"backup {good} --force")
    assert (answer.code, answer.out) == (1, ""), answer
    assert "good.db is already there, and the copy of a book that is damaged" in answer.err
    assert fingerprint(good) == before
    assert not list(tmp_path.glob("good.db-*"))
    assert desk.run(f"backup {tmp_path / 'bad.db'}").code == 1
    assert (tmp_path / "bad.db").exists()


@pytest.mark.parametrize("name", ["usb/", "usb/backups/"])
def test_a_folder_that_is_not_there_is_no_name_of_a_backup(desk: Desk, tmp_path: Path, name: str) -> None:
    """A stick that isn't plugged in: exit 66, and no file of its name is made."""
    assert f"There is no folder {tmp_path}/{name}" in desk.refused(f"backup {tmp_path}/{name}", code=66)
    assert not (tmp_path / "usb").exists()
    (tmp_path / "usb" / "backups").mkdir(parents=True)
    assert Path(desk.do(f"backup {tmp_path}/{name} --format json").json["backup"]).parent == tmp_path / name


def test_H9_the_copy_kept_by_an_upgrade_can_be_read_by_its_owner_only(desk: Desk, tmp_path: Path) -> None:
    """Of a book that others could read too."""
    desk.book.write_bytes(gzip.decompress((ROOT / "tests" / "books" / "v1-february.db.gz").read_bytes()))
    desk.book.chmod(0o644)
    desk.do("totals")
    assert stat.S_IMODE((tmp_path / "book-v1.db").stat().st_mode) == 0o600


def broken(book: Path) -> None:
    """Change an amount by hand, past the triggers."""
    with closing(sqlite3.connect(book)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for [name] in names:
            connection.execute(f"drop trigger {name}")
        connection.execute("update line set amount_minor = 7 where entry = 1")
        connection.commit()


def test_a_book_that_is_not_in_order_is_backed_up_all_the_same(desk: Desk, tmp_path: Path) -> None:
    """The copy is kept, exit 1, and the sentence says to run check. Restoring from it is refused."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    broken(desk.book)
    file = tmp_path / "x.db"
    answer = desk.run(f"backup {file}")
    assert answer.code == 1
    assert "is not in order" in answer.err
    assert "donations check" in answer.err
    assert rows_of(file) == rows_of(desk.book)
    said = desk.refused(f"restore {file} --yes --book {tmp_path / 'new.db'}", code=65)
    assert "is not in order" in said
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("first", [1, 30], ids=["can't be opened", "can be opened"])
def test_a_book_with_damaged_pages_is_backed_up_as_it_is(desk: Desk, large: Path, tmp_path: Path, first: int) -> None:
    """Pages are overwritten: a copy, page for page; exit 1."""
    shutil.copy(large, desk.book)
    with desk.book.open("r+b") as file:
        for page in range(first, 45):
            file.seek(page * 4096 + 1)
            file.write(b"\xff" * 2000)
    answer = desk.run(f"backup {tmp_path / 'x.db'}")
    assert answer.code == 1, answer
    assert "donations check" in answer.err
    assert (tmp_path / "x.db").read_bytes()[4096:] == desk.book.read_bytes()[4096:]


def test_a_copy_that_differs_is_not_kept(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: a sound copy of another moment."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    earlier = Path(shutil.copy(desk.book, tmp_path / "earlier.db"))
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    monkeypatch.setattr(copies, "copy_pages", lambda _source, file, _told: shutil.copyfile(earlier, file))
    assert "was not the same" in desk.refused(f"backup {tmp_path / 'x.db'}", code=74)
    assert not (tmp_path / "x.db").exists()
    assert not list(tmp_path.glob(".donations*"))


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk I/O error")])
def test_a_full_disk_leaves_no_backup_and_the_book_alone(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fails(*_words: Any) -> None:
        raise fault

    if isinstance(fault, sqlite3.OperationalError):
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
    good = tmp_path / "good.db"
    desk.do(f"backup {good}")
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    monkeypatch.setattr(copies, "copy_pages", fails)
    monkeypatch.setattr("donations.store.restoring.copy_pages", fails)
    before = sorted(tmp_path.iterdir())
    assert "failed" in desk.refused(f"backup {tmp_path / 'x.db'}", code=74)
    if isinstance(fault, OSError):
        assert "failed" in desk.refused(f"restore {good} --yes", code=74)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_of_commands_backs_up_what_it_recorded_and_restores_nothing(desk: Desk, tmp_path: Path) -> None:
    """A backup is taken when everything is on disk."""
    file = tmp_path / "x.txt"
    file.write_text(f"backup {tmp_path / 'x.db'}\nreceive 李华 口罩5个 --date 2020-02-01\n", encoding="utf-8")
    desk.do(f"run {file}")
    assert entries(tmp_path / "x.db") == [1]
    file.write_text(f"restore {tmp_path / 'x.db'} --yes\n", encoding="utf-8")
    assert "can't restore" in desk.refused(f"run {file}", code=2)


def test_leftovers_of_killed_programs_are_removed_after_a_day(desk: Desk, tmp_path: Path) -> None:
    """Ours, old, and files: nothing else."""
    long_ago = time.time() - 2 * 24 * 3600
    names = {
        ".donations-12-0123456789ab.tmp": long_ago, ".donations-12-0123456789ab.tmp-journal": long_ago,
        ".donations-13-0123456789ab.tmp": time.time(), ".donations-12-0123.tmp": long_ago, "donations-12-0123456789ab.tmp": long_ago,
        ".donations-12-0123456789ab.tmp.db": long_ago,
    }  # fmt: skip
    for name, when in names.items():
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (when, when))
    folder = tmp_path / ".donations-14-0123456789ab.tmp"
    folder.mkdir()
    os.utime(folder, (long_ago, long_ago))
    desk.do(f"backup {tmp_path / 'x.db'}")
    left = {file.name for file in tmp_path.iterdir()}
    assert set(names) - left == {".donations-12-0123456789ab.tmp", ".donations-12-0123456789ab.tmp-journal"}
    assert folder.exists()


class FakeTerminal:
    """Takes what is shown."""

    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(("quiet", "shown"), [(0.0, True), (60.0, False)])
def test_progress_is_shown_on_a_terminal_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, book_path: Path, quiet: float, *, shown: bool
) -> None:
    """One line, which is taken away at the end; nothing where it is quick."""
    terminal = FakeTerminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(progress, "QUIET_SECONDS", quiet)
    monkeypatch.setenv("DONATIONS_LANG", "en")
    with closing(open_book(book_path, writing=False)) as book, progress.Progress() as told:
        told.pages(1, 2)
        time.sleep(0.1)
        assert checking.check(book, told.rule) == []
    assert "\n" not in terminal.shown
    assert ("Copying: 50 %" in terminal.shown) is shown
    assert bool(re.search(r"Checking (\d+) of \1: ", terminal.shown)) is shown
    assert terminal.shown.endswith("\r\x1b[K") is shown


def test_who_listens_hears_of_every_page_and_every_rule(large: Path, tmp_path: Path) -> None:
    """So many of so many, up to all of them: a screen that shows nothing for minutes looks like a program that hangs."""

    class Heard(backing_up.Listener):
        def __init__(self) -> None:
            self.copied: list[tuple[int, int]] = []
            self.rules: list[tuple[int, int]] = []

        def pages(self, done: int, count: int) -> None:
            self.copied.append((done, count))

        def rule(self, name: str, number: int, count: int) -> None:
            assert name
            self.rules.append((number, count))

    heard = Heard()
    with closing(open_book(large, writing=False)) as book:
        backing_up.back_up(book, tmp_path / "copy.db", heard)
    [(done, count)] = heard.copied[-1:]
    pages = (tmp_path / "copy.db").stat().st_size // 4096
    assert (done, count) == (pages, pages)
    assert [number for number, _count in heard.rules] == list(range(1, len(heard.rules) + 1))
    assert {count for _number, count in heard.rules} == {len(heard.rules)}
