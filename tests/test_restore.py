# ruff: noqa: N802 - the names of the catalogue
"""Restoring: the old book or the new one stands there at every moment, the old one is kept, and no journal is left to spoil it."""

import gzip
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import NOW, Desk, content, fingerprint
from harness.counts import Tries
from harness.program import digests, entries, integrity
from harness.terminal import Terminal
from harness.warm import Warm
from test_backup import begin_large_act, gift, rows_of

from donations import errors
from donations.cli.progress import Progress
from donations.services import backing_up
from donations.store.book import open_book
from donations.store.making import create_book

NOBODY = 65534
BOOKS = Path(__file__).resolve().parent / "books"


@pytest.fixture
def backup(desk: Desk, tmp_path: Path) -> Path:
    """A backup with three entries of a book that has two more by now."""
    for _entry in range(3):
        desk.do("receive 李华 口罩5个 --date 2020-02-01")
    file = tmp_path / "copy.db"
    desk.do(f"backup {file}")
    for _entry in range(2):
        desk.do("receive 王芳 鸡蛋5个 --date 2020-02-02")
    return file


def kept_of(book: Path) -> Path:
    """Where the book that was replaced is kept."""
    [kept] = book.parent.glob(f"{book.stem}-replaced-*.db")
    return kept


def torn(book: Path) -> None:
    """Leave the book as a program that was killed in the middle of writing does: changed, with its journal beside it."""
    left = book.with_name("left.db")
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        begin_large_act(connection)
        shutil.copy(book, left)
        shutil.copy(f"{book}-journal", f"{left}-journal")
        connection.execute("rollback")
    left.replace(book)
    Path(f"{left}-journal").replace(f"{book}-journal")


# --- what is said, and what is kept


def test_a_book_is_replaced_only_where_that_is_said(desk: Desk, backup: Path) -> None:
    """Without a terminal --yes is needed; the sentence says what the backup lacks. The old book is kept, whole."""
    before, sealed = fingerprint(backup), digests(desk.book)
    said = desk.refused(f"restore {backup}")
    assert "entries that the backup lacks: 2 (from no. 4 on)" in said
    assert "--yes" in said
    out = desk.do(f"restore {backup} --yes").out
    assert "In order: 3 entries" in out
    assert str(kept_of(desk.book)) in out
    assert fingerprint(backup) == before
    assert entries(desk.book) == [1, 2, 3]
    assert digests(kept_of(desk.book)) == sealed
    assert desk.book.stat().st_mode & 0o777 == 0o600
    assert desk.is_in_order()
    desk.do("receive 王芳 鸡蛋5个 --date 2020-02-02")
    assert not list(desk.book.parent.glob(".donations*"))


def test_where_no_book_is_one_is_made(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """No question, in a new folder too; a journal that lies there is put aside."""
    target = tmp_path / "new" / "folder" / "b.db"
    desk.do(f"restore {backup} --book {target}")
    assert target.parent.stat().st_mode & 0o777 == 0o700
    torn(target)
    target.unlink()
    desk.do(f"restore {backup} --book {target}")
    assert rows_of(target) == rows_of(backup)
    assert integrity(target) == "ok"
    assert list(target.parent.glob("b-replaced-*.db-journal"))


def said_of(desk: Desk, backup: Path) -> str:
    return desk.refused(f"restore {backup}").partition("there: ")[2].partition(" Nothing")[0]


def test_how_the_book_stands_to_the_backup(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """The same, behind, another book, gone its own way and from where, and only the registers changed."""
    later = tmp_path / "later.db"
    desk.do(f"backup {later}")
    assert said_of(desk, later) == "both are the same."
    desk.do(f"restore {backup} --yes")
    assert said_of(desk, later) == "it has nothing that the backup lacks."
    desk.do("donors alias 李华 老李")
    assert said_of(desk, backup).startswith("it has no entries that the backup lacks, but")
    assert said_of(desk, later) == "it and the backup went different ways from entry 4 on."
    desk.do("receive 王芳 鸡蛋6个 --date 2020-02-02")
    assert said_of(desk, later) == "it and the backup went different ways from entry 4 on."
    create_book(tmp_path / "other.db", "别的协会", NOW).close()
    assert said_of(desk, tmp_path / "other.db") == "it is another book than the backup."
    desk.book.write_bytes(b"gone")
    answer = desk.run(f"restore {backup}")
    assert answer.code == 1
    assert "what is there can't be read as a book." in answer.err


def test_at_a_terminal_it_is_asked(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """No by default; with y it is replaced."""
    words = ["restore", str(backup), "--book", str(desk.book)]
    for keys, number in ((b"\r", 5), (b"y\r", 3)):
        terminal = Terminal(words, tmp_path)
        terminal.await_text(b"[y/N]")
        terminal.type(keys)
        assert terminal.wait() == (0 if number == 3 else 1)
        assert len(entries(desk.book)) == number
        for part in ("now:", "backup:", "entries: 5", "entries: 3", "2020-02-02", digests(backup)[3][:12]):
            assert part.encode() in terminal.shown
        assert (b"Nothing was changed." in terminal.shown) is (number == 5)
        assert b"Error" not in terminal.shown


@pytest.mark.parametrize(("keys", "said"), [(b"\x03", b"Interrupted."), (b"\x04", b"Interrupted.")], ids=["^C", "^D"])
def test_to_break_off_is_no_answer(desk: Desk, backup: Path, tmp_path: Path, keys: bytes, said: bytes) -> None:
    """Ctrl-C and the end of input at the question: exit 130, and the book stays."""
    terminal = Terminal(["restore", str(backup), "--book", str(desk.book)], tmp_path)
    terminal.await_text(b"[y/N]")
    terminal.type(keys)
    assert terminal.wait() == 130
    assert said in terminal.shown
    assert len(entries(desk.book)) == 5


def test_where_nobody_is_asked_it_is_said_what_the_backup_lacks(desk: Desk, backup: Path) -> None:
    """With --yes the same sentence as at the question, on stderr, in either language."""
    asked = desk.run(f"restore {backup}").err.partition("there: ")[2].partition(" Nothing")[0]
    said = desk.do(f"restore {backup} --yes").err.splitlines()
    assert said[0] == f"{desk.book} is already there: {asked}"
    assert "lacks: 2 (from no. 4 on)" in asked
    assert ["entries: 5" in said[1], "entries: 3" in said[2], len(said)] == [True, True, 3]


def test_H9_what_is_kept_can_be_read_by_its_owner_only(
    desk: Desk, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A book that others could read is replaced, with and without links, and damaged with a journal: 0600 all of it."""
    for case in ("links", "no links", "damaged"):
        desk.book.chmod(0o644)
        with monkeypatch.context() as patch:
            if case == "no links":
                patch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no")))
            if case == "damaged":
                desk.book.write_bytes(b"no book any more")
                Path(f"{desk.book}-journal").write_bytes(b"of it")
                Path(f"{desk.book}-journal").chmod(0o644)
            desk.do(f"restore {backup} --yes")
        kept = list(desk.book.parent.glob("book-replaced-*"))
        assert len(kept) == (2 if case == "damaged" else 1)
        assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}, case
        assert desk.book.stat().st_mode & 0o777 == 0o600
        for file in kept:
            file.unlink()


def test_a_book_that_changes_while_it_is_asked_is_not_replaced(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """What was agreed to is no longer so."""
    kept = tmp_path / "kept.db"
    with backing_up.offer(backup, desk.book, NOW, Progress()) as offered:
        desk.do("receive 王芳 鸡蛋5个 --date 2020-02-02")
        with pytest.raises(errors.BookChanged):
            backing_up.accept(offered, kept)
    assert len(entries(desk.book)) == 6
    assert not kept.exists()


# --- journals, and programs that have the old book open


def test_what_a_killed_writer_left_is_rolled_back_first(desk: Desk, backup: Path) -> None:
    """The old book is kept as it was before that writer; the new one is the backup."""
    sealed = digests(desk.book)
    torn(desk.book)
    desk.do(f"restore {backup} --yes")
    assert rows_of(desk.book) == rows_of(backup)
    assert digests(kept_of(desk.book)) == sealed
    assert integrity(kept_of(desk.book)) == integrity(desk.book) == "ok"
    assert not list(desk.book.parent.glob("*-journal"))


def test_a_journal_left_beside_is_seen(desk: Desk, backup: Path, warm: Warm) -> None:
    """Broken on purpose: with the old book's journal beside it the restored book is spoilt."""
    torn(desk.book)
    words = ["restore", str(backup), "--yes", "--book", str(desk.book)]
    warm.run(*words, patches=["journals left"])
    assert desk.run("check").code != 0 or rows_of(desk.book) != rows_of(backup)


def test_a_book_with_a_wal_is_replaced_whole(desk: Desk, backup: Path) -> None:
    """What stands in the WAL only is in the book that is kept."""
    left = desk.book.with_name("left.db")
    with closing(sqlite3.connect(desk.book, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode=WAL")
        connection.execute("insert into store (name, created_at) values ('x', 'x')")
        for suffix in ("", "-wal", "-shm"):
            shutil.copy(f"{desk.book}{suffix}", f"{left}{suffix}")
    for suffix in ("", "-wal", "-shm"):
        Path(f"{left}{suffix}").replace(f"{desk.book}{suffix}")
    desk.do(f"restore {backup} --yes")
    assert rows_of(desk.book) == rows_of(backup)
    assert len(entries(kept_of(desk.book))) == 5
    assert "'x'" in content(kept_of(desk.book))
    assert not [file for file in desk.book.parent.iterdir() if file.name.endswith(("-wal", "-shm"))]


def test_a_backup_with_a_journal_or_wal_is_read_and_left_as_it_is(desk: Desk, backup: Path) -> None:
    """A copy of the files of a book in use: what was not confirmed is not in the restored book."""
    whole = rows_of(backup)
    torn(backup)
    before = fingerprint(backup), fingerprint(Path(f"{backup}-journal"))
    desk.do(f"restore {backup} --yes")
    assert rows_of(desk.book) == whole
    assert (fingerprint(backup), fingerprint(Path(f"{backup}-journal"))) == before
    kept_of(desk.book).unlink()
    Path(f"{backup}-journal").unlink()
    shutil.copy(desk.book, backup)
    with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode=WAL")
        before_wal = fingerprint(backup)
        desk.do(f"restore {backup} --yes")
        assert fingerprint(backup) == before_wal
    assert rows_of(desk.book) == whole
    assert desk.book.read_bytes()[18:20] == b"\x01\x01"


@pytest.mark.parametrize("damage", ["header", "pages", "empty", "text", "other program's"])
def test_a_damaged_book_is_kept_with_its_journal(desk: Desk, backup: Path, damage: str) -> None:
    """Whatever stands there is kept byte for byte; the journal beside it goes with it, or was applied to it."""
    torn(desk.book)
    if damage == "header":
        with desk.book.open("r+b") as file:
            file.write(b"\0" * 100)
    elif damage == "pages":
        with desk.book.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * 4096 * 30)
    elif damage in ("empty", "text"):
        desk.book.write_bytes(b"" if damage == "empty" else b"no book at all\n" * 1000)
    else:
        for name in ("", "-journal"):
            Path(f"{desk.book}{name}").unlink()
        with closing(sqlite3.connect(desk.book)) as connection:
            connection.executescript("pragma application_id=7; create table places (x)")
    before = fingerprint(desk.book)
    assert desk.run(f"restore {backup}").code == 1
    desk.do(f"restore {backup} --yes")
    assert rows_of(desk.book) == rows_of(backup)
    assert desk.is_in_order()
    assert not Path(f"{desk.book}-journal").exists()
    kept = kept_of(desk.book)
    assert fingerprint(kept) == before or damage == "pages"
    if damage in ("header", "text", "empty"):
        assert Path(f"{kept}-journal").exists()


def test_a_program_that_has_the_old_book_open_is_refused(desk: Desk, backup: Path) -> None:
    """Ours by its own rule, others by SQLite's: nobody goes on writing into the replaced file unnoticed."""
    with closing(open_book(desk.book, writing=True)) as ours, closing(sqlite3.connect(desk.book)) as other:
        other.execute("select count(*) from entry").fetchone()
        desk.do(f"restore {backup} --yes")
        before = fingerprint(kept_of(desk.book)), fingerprint(desk.book)
        with pytest.raises(errors.BookReplaced), ours.write():
            pass
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            other.execute("insert into store (name, created_at) values ('x', 'x')")
        other.rollback()
    assert (fingerprint(kept_of(desk.book)), fingerprint(desk.book)) == before


def test_who_reads_the_old_book_is_waited_for(desk: Desk, backup: Path, warm: Warm) -> None:
    """A reader in the middle: after the wait exit 75, the book as it was; a writer's lock likewise."""
    for begin in ("begin", "begin immediate"):
        with closing(sqlite3.connect(desk.book, isolation_level=None)) as other:
            other.execute(begin)
            other.execute("select count(*) from entry").fetchone()
            ended = warm.run("restore", str(backup), "--yes", "--book", str(desk.book), patches=["impatient"])
        assert ended.code == 75, ended.said
        assert len(entries(desk.book)) == 5
        assert len(list(desk.book.parent.glob("*replaced*"))) == 0


# --- what is refused


def test_what_is_no_sound_backup_is_refused(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """Text, another program's file, a newer version, a damaged one, the book itself, nothing: all as it was."""
    (tmp_path / "text.db").write_text("no book", encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "places.db")) as other:
        other.executescript("pragma application_id=7; create table places (x)")
    with closing(sqlite3.connect(shutil.copy(backup, tmp_path / "newer.db"))) as newer:
        newer.execute("pragma user_version=99")
    damaged = Path(shutil.copy(backup, tmp_path / "damaged.db"))
    with damaged.open("r+b") as file:
        file.seek(4096 * 30)
        file.write(b"\xff" * 4096 * 10)
    (tmp_path / "link.db").symlink_to(desk.book)
    expected = {
        "text.db": 65,
        "places.db": 65,
        "newer.db": 65,
        "damaged.db": 65,
        "book.db": 2,
        "link.db": 2,
        "no.db": 66,
    }
    for name, code in expected.items():
        file_before = fingerprint(tmp_path / name) if name != "no.db" else ""
        said = desk.refused(f"restore {tmp_path / name} --yes", code=code)
        assert name in said
        assert ".tmp" not in said
        assert name == "no.db" or fingerprint(tmp_path / name) == file_before
    assert not list(tmp_path.glob("*replaced*"))
    assert not list(tmp_path.glob(".donations*"))


@pytest.mark.parametrize("name", ["v1-empty", "v1-february", "v1-year"])
def test_a_backup_of_an_older_version_is_brought_up_to_date_in_the_restored_book(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    """The backup itself stays of its version; its entries and digests are the restored book's first."""
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((BOOKS / f"{name}.db.gz").read_bytes()))
    before, sealed = fingerprint(old), digests(old)
    target = tmp_path / "restored.db"
    desk.do(f"restore {old} --book {target}")
    assert fingerprint(old) == before
    assert desk.run(f"check --book {target}").code == 0
    assert {number: digest for number, digest in digests(target).items() if number is not None} == sealed
    desk.do(f"receive 李华 口罩5个 --new --date 2020-02-01 --book {target}")
    said = desk.run(f"restore {old} --book {target}").err
    assert f"the backup lacks: 1 (from no. {len(sealed)} on)" in said


def test_a_link_is_followed(desk: Desk, backup: Path, tmp_path: Path) -> None:
    """The book stands where a link leads: it is replaced there, and the link stays."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.db"
    link.symlink_to(desk.book)
    desk.do(f"restore {backup} --yes --book {link}")
    assert link.is_symlink()
    assert entries(desk.book) == [1, 2, 3]
    assert kept_of(desk.book)


def test_a_file_system_without_links_keeps_a_copy(desk: Desk, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on many USB sticks."""

    def refused(*_words: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    before = content(desk.book)
    monkeypatch.setattr(os, "link", refused)
    desk.do(f"restore {backup} --yes")
    assert content(kept_of(desk.book)) == before
    assert entries(desk.book) == [1, 2, 3]


def test_a_folder_that_can_only_be_read(warm: Warm, desk: Desk, backup: Path) -> None:
    """Exit 74 and one sentence; nothing changed, and a backup elsewhere works."""
    if os.geteuid() != 0:
        pytest.skip("only root can run the program as somebody else")
    import tempfile

    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        for file in (desk.book, backup):
            shutil.copy(file, folder)
            (folder / file.name).chmod(0o644)
        folder.chmod(0o755)
        before = {file.name: fingerprint(file) for file in folder.iterdir()}
        book = str(folder / "book.db")
        for words in (["restore", str(folder / "copy.db"), "--yes"], ["backup"], ["backup", str(folder / "x.db")]):
            ended = warm.run(*words, "--book", book, user=NOBODY)
            assert (ended.code, len(ended.said.splitlines())) == (74, 1), ended.said
        assert {file.name: fingerprint(file) for file in folder.iterdir()} == before
        with tempfile.TemporaryDirectory(dir="/tmp") as elsewhere:
            Path(elsewhere).chmod(0o777)
            assert warm.run("backup", elsewhere, "--book", book, user=NOBODY).code == 0


def test_a_restore_that_fails_leaves_the_book_as_open_as_it_was(
    desk: Desk, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last renaming fails: the book stands there with its mode, and nothing is kept beside it."""

    def refuse(*_words: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    desk.book.chmod(0o640)
    monkeypatch.setattr("donations.store.restoring.give_name", refuse)
    assert desk.run(f"restore {backup} --yes").code == 74
    assert desk.book.stat().st_mode & 0o777 == 0o640
    assert not list(desk.book.parent.glob("book-replaced-*"))


# --- killed


@pytest.mark.parametrize(("language", "sentence"), [("en", "this same book under a second name"), ("zh", "并不是副本")])
def test_a_second_name_of_the_book_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    """It looks like the copy that a restore keeps, and would change with the book."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    monkeypatch.setenv("DONATIONS_LANG", language)
    assert desk.run("check").err == ""
    second = desk.book.with_name("book-replaced-20200201-120000.db")
    os.link(desk.book, second)
    answer = desk.run("check")
    assert answer.code == 0
    assert sentence in answer.err
    assert second.name in answer.err


def check_each_kill(on_disk: Warm, book: Path, backup: Path, folder: Path, patches: tuple[str, ...] = ()) -> int:
    """Kill before each operation of a restore; how many there are. At the book's place stands the old or the new one."""
    old, new = digests(book), digests(backup)
    point = 0
    while True:
        point += 1
        here = folder / str(point)
        here.mkdir()
        mine = Path(shutil.copy(book, here / "book.db"))
        mine.chmod(0o644)
        watched = {"folder": str(here), "fail_at": point, "error": -1}
        words = ["restore", str(backup), "--yes", "--book", str(mine)]
        code = on_disk.run(*words, disk=watched, patches=patches).code
        assert mine.exists(), f"killed before operation {point}: no book"
        assert on_disk.run("check", "--book", str(mine)).code == 0, f"killed before operation {point}"
        assert digests(mine) in (old, new), f"killed before operation {point}"
        if digests(mine) == new:
            assert digests(kept_of(mine)) == old, f"killed before operation {point}"
            assert kept_of(mine).stat().st_mode & 0o777 == 0o600, f"killed before operation {point}"
        if code == 0:
            assert digests(mine) == new
            return point - 1
        shutil.rmtree(here)


def test_a_restore_killed_before_each_operation(
    on_disk: Warm, desk: Desk, backup: Path, tmp_path: Path, tries: Tries
) -> None:
    """SIGKILL before the n-th write, sync, link, renaming or removal in the book's folder."""
    done = check_each_kill(on_disk, desk.book, backup, tmp_path)
    assert done > 10
    tries.add(done)


def test_a_restore_that_moves_the_book_away_first_is_seen(
    on_disk: Warm, desk: Desk, backup: Path, tmp_path: Path
) -> None:
    """Broken on purpose: for a moment there is no book."""
    with pytest.raises(AssertionError, match="no book"):
        check_each_kill(on_disk, desk.book, backup, tmp_path, ("moved away",))


def test_a_restore_beside_writers_loses_nothing_that_was_confirmed(warm: Warm, desk: Desk, backup: Path) -> None:
    """Each confirmed entry is in the book that is kept, or in the restored one."""
    writers = [warm.start(gift(desk.book), repeat=600) for _writer in range(2)]
    for writer in writers:
        writer.await_commands(2)
    ended = warm.run("restore", str(backup), "--yes", "--book", str(desk.book))
    for writer in writers:
        before = len(writer._text("notes").splitlines())
        writer.await_commands(before + 1)
        writer.kill()
    codes = [code for writer in writers for code in writer.wait().codes]
    assert set(codes) <= {0, 75}
    if ended.code == 75:  # somebody recorded between the look and the turn
        assert "changed" in ended.said
        assert len(entries(desk.book)) >= 5 + codes.count(0)
    else:
        assert ended.code == 0, ended.said
        recorded = len(entries(kept_of(desk.book))) - 5 + len(entries(desk.book)) - 3
        assert recorded >= codes.count(0)
        assert integrity(kept_of(desk.book)) == "ok"
    assert warm.run("check", "--book", str(desk.book)).code == 0
