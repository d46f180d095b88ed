# ruff: noqa: N802 - the names of the catalogue
"""C1 to C5: a disk that fails, is full, or can only be read."""

import errno
import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from conftest import content, copied, fingerprint
from harness.counts import Tries
from harness.program import digests, entries, gifts_file, integrity, memory, recording
from harness.warm import Ended, Warm

from donations.output.formats import FORMAT_NAMES

FAILED = 74
NOBODY = 65534
DENIALS = ("nothing was kept", "Nothing of the file", "没有保存任何内容", "整个文件都没有登记")
ENGLISH = re.compile(r"[A-Za-z]{3,}")


def check_said(ended: Ended, book: Path) -> None:
    """One sentence, in the language of the run, and no traceback."""
    assert len(ended.said.splitlines()) == 1, ended.said
    assert "Traceback" not in ended.said
    if ended.said.startswith("错误"):
        assert not ENGLISH.search(re.sub("`[^`]*`", "", ended.said.replace(str(book), ""))), ended.said


def check_book(warm: Warm, kept: Path, book: Path, ended: Ended, added: int) -> None:
    """As before, or whole; and as the exit code and the sentence say. Then it works again at once."""
    before = digests(kept)
    assert warm.run("check", "--book", str(book)).code == 0
    now = digests(book)
    assert len(now) - len(before) in (0, added), f"{len(now) - len(before)} of {added} entries"
    assert now.items() >= before.items()
    assert integrity(book) == "ok"
    assert ended.code in (0, FAILED), ended.said
    if ended.code == 0:
        assert len(now) - len(before) == added, "said to be done"
    else:
        check_said(ended, book)
    if any(denial in ended.said for denial in DENIALS):
        assert len(now) == len(before), f"said that nothing was kept: {ended.said}"
    again = warm.run("receive", "李华", "口罩1个", "--book", str(book))
    assert again.code == 0, again.said


# --- C1: one operation fails

Command = tuple[Callable[[Path], list[str]], int]


def commands(folder: Path) -> dict[str, Command]:
    """Commands that write, each with how many entries it adds to a book with three."""
    file = gifts_file(folder / "gifts.txt", 30)
    here = ["--date", "2020-02-01", "--book"]
    return {
        "receive": (lambda book: ["receive", "王芳", "鸡蛋30个", "50元", *here, str(book)], 1),
        "correct": (lambda book: ["correct", "1", "李华", "口罩9个", "--book", str(book)], 2),
        "run a file": (lambda book: recording(book, file), 30),
    }


def points(operations: int, tries: Tries, chance: random.Random) -> list[int]:
    """Which operations are to fail: all, or as many as are to be tried, the last of the commit among them."""
    if tries.planned >= operations:
        return list(range(1, operations + 1))
    last = range(operations - 6, operations + 1)
    return sorted({*last, *chance.sample(range(1, operations - 6), tries.planned - len(last))})


@pytest.mark.parametrize("stay", [0, 1], ids=["once", "from then on"])
@pytest.mark.parametrize("kind", ["receive", "correct", "run a file"])
@pytest.mark.promise("C1", full=100_000, short=16)
def test_C1_an_operation_that_fails_leaves_the_book_as_before_or_whole(
    on_disk: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random, kind: str, stay: int
) -> None:
    """The n-th write, sync, truncation or removal fails, by turns with EIO and ENOSPC, in English and in Chinese."""
    words, added = commands(tmp_path)[kind]
    book = copied(kept, "counted")
    counted = on_disk.run(*words(book), disk={"folder": str(book.parent)})
    assert counted.code == 0
    refused = 0
    for number in points(counted.seen - 1, tries, chance):  # the last one has a test of its own
        book = copied(kept, str(number))
        error = (errno.EIO, errno.ENOSPC)[number % 2]
        watched = {"folder": str(book.parent), "fail_at": number, "error": error, "stay": stay}
        settings = {"DONATIONS_LANG": ("en", "zh")[number // 2 % 2]}
        ended = on_disk.run(*words(book), disk=watched, settings=settings)
        check_book(on_disk, kept, book, ended, added)
        refused += ended.code == FAILED
        shutil.rmtree(book.parent)
        tries.add(1)
    assert refused >= tries.done - 1, (
        "SQLite does without the sync of the folder after a journal was made, and no other"
    )


@pytest.mark.parametrize("kind", ["receive", "correct", "run a file"])
def test_C1_the_last_operation_of_a_commit_fails(on_disk: Warm, kept: Path, tmp_path: Path, kind: str) -> None:
    """The journal is removed, which is the commit, and syncing the folder fails: what is said must be so."""
    words, added = commands(tmp_path)[kind]
    book = copied(kept, "counted")
    last = on_disk.run(*words(book), disk={"folder": str(book.parent)}).seen
    book = copied(kept, "failing")
    ended = on_disk.run(*words(book), disk={"folder": str(book.parent), "fail_at": last, "error": errno.EIO})
    check_book(on_disk, kept, book, ended, added)


@pytest.mark.promise("C1", full=100_000, short=16)
def test_C1_an_init_that_fails_makes_nothing(
    on_disk: Warm, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """Each operation of making a book fails once: no book is left, and the next `init` makes it."""
    words = ["init", "--name", "协会", "--book"]
    book = tmp_path / "counted" / "book.db"
    operations = on_disk.run(*words, str(book), disk={"folder": str(book.parent)}).seen
    for number in points(operations, tries, chance):
        book = tmp_path / str(number) / "book.db"
        error = (errno.EIO, errno.ENOSPC)[number % 2]
        ended = on_disk.run(*words, str(book), disk={"folder": str(book.parent), "fail_at": number, "error": error})
        if ended.code:  # what fails after the book has its name harms nothing
            assert ended.code == FAILED, f"operation {number} failed: {ended}"
            check_said(ended, book)
            assert not book.exists()
            again = on_disk.run(*words, str(book))
            assert again.code == 0, again.said
        assert on_disk.run("receive", "李华", "口罩1个", "--book", str(book)).code == 0
        assert on_disk.run("check", "--book", str(book)).code == 0
        tries.add(1)


def test_C1_sees_a_file_recorded_in_part(on_disk: Warm, kept: Path, tmp_path: Path) -> None:
    """Broken on purpose: with a transaction a line, a failing write leaves a part of the file."""
    words, added = commands(tmp_path)["run a file"]
    book = copied(kept, "broken")
    watched = {"folder": str(book.parent), "fail_at": 300, "error": errno.EIO}
    ended = on_disk.run(*words(book), disk=watched, patches=["line by line"])
    assert ended.code == FAILED
    with pytest.raises(AssertionError, match="of 30 entries"):
        check_book(on_disk, kept, book, ended, added)


# --- C2: no room left


@pytest.fixture(scope="module")
def in_small_rooms() -> Iterator[Warm]:
    """The program where it may mount small disks of its own."""
    if shutil.which("unshare") is None or os.system("unshare -r -m true 2> /dev/null"):
        pytest.skip("needs Linux with user namespaces (unshare -r -m)")
    started = Warm(before=("unshare", "-r", "-m"))
    yield started
    started.close()


@pytest.mark.promise("C2", full=20, short=6)
def test_C2_a_full_disk_keeps_what_was_there(
    in_small_rooms: Warm, warm: Warm, kept: Path, tmp_path: Path, tries: Tries
) -> None:
    """A disk with room for the book and a little more, or nothing more: refused, or whole; with more room it works."""
    room, outside = tmp_path / "room", tmp_path / "outside"
    room.mkdir()
    file = gifts_file(tmp_path / "gifts.txt", 400)
    size = kept.stat().st_size
    codes = []
    for number in tries:
        limit = size + number * 360_000 // tries.planned // 4096 * 4096
        assert in_small_rooms.shell(f"mount -t tmpfs -o size={limit} tmpfs '{room}' && cp '{kept}' '{room}'") == 0
        book = room / "book.db"
        ended = in_small_rooms.run(*recording(book, file))
        codes.append(ended.code)
        assert in_small_rooms.shell(f"rm -rf '{outside}' && cp -r '{room}' '{outside}'") == 0
        check_book(warm, kept, outside / "book.db", ended, 400)
        assert "full" in ended.said or ended.code == 0
        assert in_small_rooms.shell(f"mount -o remount,size=20m '{room}'") == 0
        assert in_small_rooms.run(*recording(book, file)).code == 0, "works with more room"
        assert in_small_rooms.run("check", "--book", str(book)).code == 0
        assert in_small_rooms.shell(f"umount '{room}'") == 0
    assert FAILED in codes


@pytest.mark.promise("C2", full=20, short=8)
def test_C2_a_book_that_may_have_no_more_pages(warm: Warm, kept: Path, tmp_path: Path, tries: Tries) -> None:
    """SQLite itself says that there is no room (wherever small disks can't be mounted)."""
    file = gifts_file(tmp_path / "gifts.txt", 100)
    with closing(sqlite3.connect(kept)) as connection:
        [pages] = connection.execute("pragma page_count").fetchone()
    codes = []
    for number in tries:
        book = copied(kept, str(number))
        ended = warm.run(*recording(book, file), patches=[f"pages {pages + number}"])
        codes.append(ended.code)
        check_book(warm, kept, book, ended, 100)
        assert "full" in ended.said or ended.code == 0
    assert FAILED in codes


def test_C2_sees_a_file_recorded_in_part(warm: Warm, kept: Path, tmp_path: Path) -> None:
    """Broken on purpose: with a transaction a line, the lines stay for which there was room."""
    file = gifts_file(tmp_path / "gifts.txt", 100)
    with closing(sqlite3.connect(kept)) as connection:
        [pages] = connection.execute("pragma page_count").fetchone()
    book = copied(kept, "broken")
    ended = warm.run(*recording(book, file), patches=[f"pages {pages + 5}", "line by line"])
    assert ended.code == FAILED
    with pytest.raises(AssertionError, match="of 100 entries"):
        check_book(warm, kept, book, ended, 100)


# --- C3: files may not grow


@pytest.mark.promise("C3", full=20, short=8)
def test_C3_a_limit_on_the_size_of_files(warm: Warm, kept: Path, tmp_path: Path, tries: Tries) -> None:
    """RLIMIT_FSIZE from nothing to twice the book: refused, or whole; without the limit it works."""
    file = gifts_file(tmp_path / "gifts.txt", 200)
    size = kept.stat().st_size
    codes = []
    for number in tries:
        book = copied(kept, str(number))
        limit = 4096 + number * 2 * size // tries.planned
        ended = warm.run(*recording(book, file), limits={"RLIMIT_FSIZE": limit})
        codes.append(ended.code)
        check_book(warm, kept, book, ended, 200)
    assert FAILED in codes
    assert 0 in codes


def test_C3_sees_a_file_recorded_in_part(warm: Warm, kept: Path, tmp_path: Path) -> None:
    """Broken on purpose: with a transaction a line, the lines stay that fitted into the file."""
    file = gifts_file(tmp_path / "gifts.txt", 200)
    book = copied(kept, "broken")
    limits = {"RLIMIT_FSIZE": kept.stat().st_size + 5 * 4096}
    ended = warm.run(*recording(book, file), limits=limits, patches=["line by line"])
    assert ended.code == FAILED
    with pytest.raises(AssertionError, match="of 200 entries"):
        check_book(warm, kept, book, ended, 200)


# --- C4: nothing can be printed

REPORTS = ("totals", "totals --by item", "totals --by donor", "stock", "ledger", "journal", "month 2020-01", "show 1", "donors", "recipients", "items")  # fmt: skip
PAGES = ("check", "info", "start", "--help", "receive --help", "--version")


@pytest.fixture(scope="module")
def full() -> str:
    """The device that takes nothing."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    return "/dev/full"


def takes(warm: Warm, words: list[str], option: str) -> bool:
    """Whether the verb has this option."""
    return option in warm.run(*words[:1], "--help").out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_C4_a_report_printed_on_a_full_disk(warm: Warm, kept: Path, full: str, language: str, tries: Tries) -> None:
    """Every report in every format, and every page: exit 74 and one sentence."""
    settings = {"DONATIONS_LANG": language}
    lines = [f"{report} --format {name}" for report in REPORTS for name in FORMAT_NAMES] + list(PAGES)
    for line in lines:
        where = [] if line.endswith(("--help", "--version")) else ["--book", str(kept)]
        ended = warm.run(*line.split(), *where, out=full, settings=settings)
        assert ended.code == FAILED, (line, ended)
        check_said(ended, kept)
        tries.add(1)


def test_C4_sees_a_report_that_is_lost_in_silence(warm: Warm, kept: Path, full: str) -> None:
    """Broken on purpose: what can't be printed is passed over, and the exit code says that all is well."""
    assert warm.run("totals", "--book", str(kept), out=full, patches=["passes over"]).code != FAILED


def test_C4_a_report_written_to_a_full_disk(warm: Warm, kept: Path, full: str, tries: Tries) -> None:
    """Every report that can be written to a file, in every format: exit 74 and one sentence."""
    able = [report for report in REPORTS if takes(warm, report.split(), "--output")]
    assert len(able) >= 5
    for report in able:
        for name in FORMAT_NAMES:
            ended = warm.run(*report.split(), "--format", name, "-o", full, "--book", str(kept))
            assert ended.code == FAILED, (report, name, ended)
            check_said(ended, Path(full))
            tries.add(1)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("form", [[], ["--format", "json"]], ids=["text", "json"])
def test_C4_a_confirmation_on_a_full_disk(warm: Warm, kept: Path, full: str, form: list[str], language: str) -> None:
    """The entry is on disk before anything is printed: it stays, exit 74, and the sentence says which entry was saved."""
    lines = (["receive", "李华", "口罩1个"], ["reverse", "4", "--reason", "x"], ["correct", "1", "--city", "吉安市"])
    for number, words in zip((4, 5, 7), lines, strict=True):
        settings = {"DONATIONS_LANG": language}
        ended = warm.run(*words, *form, "--book", str(kept), out=full, settings=settings)
        assert ended.code == FAILED
        check_said(ended, kept)
        assert (f"Entry {number} was saved" if language == "en" else f"第 {number} 号已经登记") in ended.said
        assert entries(kept)[-1] == number


# --- C5: nothing may be written

READ_ONLY = {
    "book and folder": (0o755, 0o644),
    "book": (0o777, 0o644),
    "folder": (0o755, 0o666),
}


@pytest.fixture
def shared(kept: Path) -> Iterator[Path]:
    """A copy of the book that belongs to somebody else than the one who runs the program."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can run the program as somebody else")
    with TemporaryDirectory(dir=memory()) as folder:
        book = Path(folder) / "book.db"
        shutil.copy(kept, book)
        yield book


def permit(book: Path, case: str) -> None:
    folder, file = READ_ONLY[case]
    book.parent.chmod(folder)
    book.chmod(file)


def files_of(book: Path) -> dict[str, str]:
    """Every file in the folder with its sha256; the lock has no content, and may be made."""
    return {file.name: fingerprint(file) for file in book.parent.iterdir() if file.suffix != ".lock"}


@pytest.mark.parametrize("case", READ_ONLY)
def test_C5_reports_work_where_nothing_may_be_written(
    warm: Warm, kept: Path, shared: Path, case: str, tries: Tries
) -> None:
    """The same reports as its owner gets; no byte of the folder changes."""
    permit(shared, case)
    before = files_of(shared)
    for line in (*(f"{report} --format json" for report in REPORTS), "check"):
        ended = warm.run(*line.split(), "--book", str(shared), user=NOBODY)
        assert (ended.code, ended.said) == (0, ""), line
        assert ended.out == warm.run(*line.split(), "--book", str(kept)).out
        tries.add(1)
    assert files_of(shared) == before


@pytest.mark.parametrize("case", READ_ONLY)
def test_C5_writing_is_refused_where_nothing_may_be_written(
    warm: Warm, shared: Path, tmp_path: Path, case: str, tries: Tries
) -> None:
    """Exit 74 and one sentence in the language of the run; no byte of the folder changes."""
    permit(shared, case)
    before = files_of(shared)
    file = Path(shutil.copy(gifts_file(tmp_path / "gifts.txt", 3), memory() or "/tmp")) if memory() else None
    lines = [["receive", "李华", "口罩5个"], ["correct", "1", "李华", "口罩6个"], ["reverse", "1", "--reason", "x"],
             ["donors", "alias", "李华", "老李"]]  # fmt: skip
    if file is not None:
        file.chmod(0o644)
        lines.append(["run", str(file)])
    for words in lines:
        for language in ("en", "zh"):
            ended = warm.run(*words, "--book", str(shared), user=NOBODY, settings={"DONATIONS_LANG": language})
            assert (ended.code, ended.out) == (FAILED, ""), (words, ended)
            check_said(ended, shared)
            tries.add(1)
    if file is not None:
        file.unlink()
    assert files_of(shared) == before


def test_C5_sees_a_report_that_writes(warm: Warm, shared: Path) -> None:
    """Broken on purpose: a note beside the book is seen, where the folder lets anybody write."""
    permit(shared, "book")
    before = files_of(shared)
    assert warm.run("totals", "--book", str(shared), user=NOBODY, patches=["notes who reads"]).code == 0
    assert files_of(shared) != before


def test_C5_what_a_killed_writer_left_can_not_be_undone_by_a_reader(
    on_disk: Warm, warm: Warm, kept: Path, shared: Path
) -> None:
    """Killed in the middle of its commit, then read by somebody who may not write: one sentence, no wrong figures, no byte changed."""
    words = ["receive", "李华", "口罩100个", "--book", str(shared)]
    counted = copied(kept, "counted")
    operations = on_disk.run(*words[:-1], str(counted), disk={"folder": str(counted.parent)}).seen
    on_disk.run(*words, disk={"folder": str(shared.parent), "fail_at": operations - 1, "error": -1})
    assert shared.with_name("book.db-journal").exists()
    permit(shared, "book and folder")
    shared.with_name("book.db-journal").chmod(0o644)
    before = files_of(shared)
    ended = warm.run("totals", "--book", str(shared), user=NOBODY)
    assert (ended.code, ended.out) == (FAILED, ""), ended
    check_said(ended, shared)
    assert files_of(shared) == before
    assert warm.run("check", "--book", str(shared)).code == 0
    assert content(shared) == content(kept)
