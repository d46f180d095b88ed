# ruff: noqa: N802 - the names of the catalogue
"""A1, A2, A7, A8: the program killed and interrupted, anywhere."""

import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import content, copied
from harness.counts import Tries
from harness.program import PROGRAM, digests, entries, gifts_file, integrity, recording, surroundings
from harness.terminal import Terminal
from harness.warm import Ended, Warm

from donations.store.making import create_book

LINES, MANY_LINES = 150, 3000
KILLED = -signal.SIGKILL


def is_in_order(warm: Warm, book: Path) -> bool:
    """Whether the program opens the book and `check` finds nothing."""
    return warm.run("check", "--book", str(book)).code == 0


# --- A1: a file, all or nothing


def check_whole_or_nothing(warm: Warm, kept: Path, book: Path, lines: int) -> bool:
    """Whether the file is in the book; anything between all and nothing fails, as does any harm to earlier entries."""
    before = digests(kept)
    assert is_in_order(warm, book)
    numbers = entries(book)
    assert numbers in (list(range(1, 4)), list(range(1, 4 + lines))), f"{len(numbers) - 3} of {lines} lines"
    assert {number: digest for number, digest in digests(book).items() if number <= 3} == before
    assert integrity(book) == "ok"
    return len(numbers) > 3


def kill_while_recording(warm: Warm, book: Path, file: Path, seconds: float, patches: tuple[str, ...] = ()) -> Ended:
    child = warm.start(recording(book, file), patches=patches)
    time.sleep(seconds)
    child.kill()
    return child.wait()


def seconds_of(warm: Warm, kept: Path, file: Path) -> float:
    """How long recording the file takes when nobody kills it."""
    ended = warm.run(*recording(copied(kept, f"timed-{file.stem}"), file))
    assert ended.code == 0, ended.said
    return ended.seconds[0]


@pytest.mark.promise("A1", full=500, short=25)
def test_A1_a_file_killed_at_any_moment_is_recorded_whole_or_not_at_all(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """SIGKILL after a random time. One try in ten has a file that does not fit SQLite's memory (full runs only)."""
    files = {lines: gifts_file(tmp_path / f"{lines}.txt", lines) for lines in (LINES, MANY_LINES)}
    taken = {lines: seconds_of(warm, kept, files[lines]) for lines in (LINES, *([MANY_LINES] * (tries.planned > 100)))}
    ends: list[int] = []
    for number in tries:
        lines = MANY_LINES if MANY_LINES in taken and number % 10 == 9 else LINES
        book = copied(kept, str(number))
        ended = kill_while_recording(warm, book, files[lines], chance.uniform(0, taken[lines]))
        ends.append(ended.code)
        taken[lines] = min((taken[lines], *ended.seconds))  # the machine may have been busy before
        check_whole_or_nothing(warm, kept, book, lines)
        shutil.rmtree(book.parent)
    assert ends.count(KILLED) > len(ends) / 10, "too few were killed before they were done"


@pytest.mark.promise("A1", full=300, short=20)
def test_A1_a_file_killed_before_any_operation_on_the_disk(
    on_disk: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """SIGKILL before the n-th write, sync, truncation or removal, the last ones of the commit in any case."""
    file = gifts_file(tmp_path / "gifts.txt", LINES)
    book = copied(kept, "counted")
    operations = on_disk.run(*recording(book, file), disk={"folder": str(book.parent)}).seen
    assert operations > 50
    last = range(operations, max(operations - 6, 0), -1)
    points = [*last, *(chance.randint(1, operations) for _ in range(tries.planned))]
    whole = []
    for number in tries:
        book = copied(kept, str(number))
        watched = {"folder": str(book.parent), "fail_at": points[number], "error": -1}
        assert on_disk.run(*recording(book, file), disk=watched).code == KILLED
        whole.append(check_whole_or_nothing(on_disk, kept, book, LINES))
        shutil.rmtree(book.parent)
    assert True in whole, "killed after the journal was removed: recorded"
    assert False in whole


@pytest.mark.promise("A1", full=30, short=2)
def test_A1_the_program_as_a_process(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """The same with a new process each, start included."""
    file = gifts_file(tmp_path / "gifts.txt", LINES)
    begun = time.monotonic()
    subprocess.run([*PROGRAM, *recording(copied(kept, "timed"), file)], env=surroundings(tmp_path), check=True)
    taken = time.monotonic() - begun
    for number in tries:
        book = copied(kept, str(number))
        with subprocess.Popen([*PROGRAM, *recording(book, file)], env=surroundings(tmp_path)) as process:
            time.sleep(chance.uniform(0, taken))
            process.kill()
        check_whole_or_nothing(warm, kept, book, LINES)


def killed_halfway(on_disk: Warm, kept: Path, words: list[str], patch: str) -> tuple[Path, Ended]:
    """A book, and a command on it that was killed before the middle one of its operations on the disk."""
    patches = [patch]
    book = copied(kept, "counted")
    operations = on_disk.run(*words, "--book", str(book), disk={"folder": str(book.parent)}, patches=patches).seen
    assert operations > 5
    book = copied(kept, "killed")
    watched = {"folder": str(book.parent), "fail_at": operations // 2, "error": -1}
    ended = on_disk.run(*words, "--book", str(book), disk=watched, patches=patches)
    assert ended.code == KILLED
    return book, ended


def test_A1_sees_a_program_that_commits_every_line(on_disk: Warm, kept: Path, tmp_path: Path) -> None:
    """Broken on purpose: a kill leaves a part of the file."""
    words = ["run", str(gifts_file(tmp_path / "gifts.txt", 20))]
    book, _ended = killed_halfway(on_disk, kept, words, "line by line")
    with pytest.raises(AssertionError, match="of 20 lines"):
        check_whole_or_nothing(on_disk, kept, book, 20)


@pytest.mark.promise("A1", full=50, short=12)
def test_A1_a_killed_init_can_be_repeated(on_disk: Warm, tmp_path: Path, tries: Tries) -> None:
    """SIGKILL before each operation of making a book: then `init` makes it, or it is there, and can be recorded in."""
    book = tmp_path / "counted" / "book.db"
    book.parent.mkdir()
    words = ["init", "--name", "协会", "--book"]
    operations = on_disk.run(*words, str(book), disk={"folder": str(book.parent)}).seen
    for number in tries:
        book = tmp_path / str(number) / "book.db"
        book.parent.mkdir()
        watched = {"folder": str(book.parent), "fail_at": 1 + number * operations // tries.planned, "error": -1}
        assert on_disk.run(*words, str(book), disk=watched).code == KILLED
        again = on_disk.run(*words, str(book))
        assert again.code in (0, 1), again.said
        ended = on_disk.run("receive", "李华", "口罩1个", "--book", str(book))
        assert ended.code == 0, ended.said
        assert is_in_order(on_disk, book)


# --- A2: every confirmed entry


def confirmed(out: str) -> int:
    """The number of the last entry that was confirmed in whole words."""
    saved = [line for line in out.splitlines(keepends=True) if line.startswith("Saved as no. ") and line.endswith("\n")]
    return int(saved[-1].removeprefix("Saved as no. ").split(":")[0]) if saved else 0


def record_and_kill(warm: Warm, book: Path, chance: random.Random) -> Ended:
    """Let a child record twenty entries, and kill it within one of them."""
    words = ["receive", "李华", "口罩1个", "--date", "2020-02-01", "--book", str(book)]
    child = warm.start(*[words] * 20)
    child.await_commands(chance.randint(0, 19))
    time.sleep(chance.uniform(0, 0.02))
    child.kill()
    return child.wait()


@pytest.mark.promise("A2", full=500, short=25)
def test_A2_every_entry_confirmed_before_a_kill_is_in_the_book(
    warm: Warm, kept: Path, tries: Tries, chance: random.Random
) -> None:
    """Twenty entries a child: those confirmed are there, and at most one more."""
    killed = 0
    for number in tries:
        book = copied(kept, str(number))
        ended = record_and_kill(warm, book, chance)
        killed += ended.code == KILLED
        last = max(confirmed(ended.out), 3)
        assert is_in_order(warm, book)
        assert entries(book) in (list(range(1, last + 1)), list(range(1, last + 2)))
        assert "Traceback" not in ended.said
        shutil.rmtree(book.parent)
    assert killed > tries.done / 10, "too few were killed before they were done"


def test_A2_sees_a_program_that_says_saved_too_early(on_disk: Warm, kept: Path) -> None:
    """Broken on purpose: a kill comes between the word and the deed."""
    words = ["receive", "李华", "口罩1个", "--date", "2020-02-01"]
    book, ended = killed_halfway(on_disk, kept, words, "says too early")
    assert ended.out == "Saved as no. 4\n"
    assert is_in_order(on_disk, book)
    assert entries(book) == [1, 2, 3]


# --- A7: signals

CODES = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
SIGNALS = list(CODES)


def test_A7_a_book_closed_in_the_middle_of_a_write_is_undone_in_silence(tmp_path: Path) -> None:
    """A signal between two statements: the book is closed first, then what was being written is let go of."""
    path = tmp_path / "book.db"
    book = create_book(path, "测试协会", "2020-02-01T00:00:00Z")
    writing = book.write()
    connection = writing.__enter__()
    connection.execute("insert into store (name, created_at) values ('二号仓', '2020-02-01')")
    book.close()
    writing.gen.close()  # this raised ProgrammingError, printed by Python as “Exception ignored in”
    with closing(sqlite3.connect(path)) as after:
        assert after.execute("select count(*) from store where name = '二号仓'").fetchone() == (0,)


def test_A7_a_book_closed_in_the_middle_of_a_part_of_a_write_is_undone_in_silence(tmp_path: Path) -> None:
    """The same where the act is a part of another: each is let go of by itself, the inner one first."""
    path = tmp_path / "book.db"
    book = create_book(path, "测试协会", "2020-02-01T00:00:00Z")
    whole = book.write()
    whole.__enter__()
    part = book.write()
    part.__enter__().execute("insert into store (name, created_at) values ('二号仓', '2020-02-01')")
    book.close()
    part.gen.close()
    whole.gen.close()
    with closing(sqlite3.connect(path)) as after:
        assert after.execute("select count(*) from store where name = '二号仓'").fetchone() == (0,)


def check_untouched(warm: Warm, terminal: Terminal, book: Path, code: int, expected: int) -> None:
    """One word on it at most, no traceback, the terminal as it was; the next entry can be recorded at once."""
    assert code == expected, terminal.shown.decode(errors="replace")
    assert b"Traceback" not in terminal.shown
    assert terminal.settings() == terminal.settings_before
    assert is_in_order(warm, book)
    assert warm.run("receive", "李华", "口罩1个", "--book", str(book), patches=["impatient"]).code == 0


@pytest.fixture
def started() -> Iterator[list[Terminal]]:
    """Terminals that are closed at the end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.close()


@pytest.mark.promise("A7", full=60, short=4)
def test_A7_a_signal_at_a_prompt_records_nothing(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries, started: list[Terminal]
) -> None:
    """Ctrl-C as a key, and each signal, while a question stands on the screen."""
    before = content(kept)
    for number in tries:
        book = copied(kept, str(number))
        terminal = Terminal(["receive", "李华", "口罩1个", "--date", "2020-02-01", "--book", str(book)], tmp_path)
        started.append(terminal)
        terminal.await_text(b"[Y/n]")
        sent = SIGNALS[(number - 1) % 3]
        if number % 4 == 0:
            terminal.type(b"\x03")
            sent = signal.SIGINT
        else:
            terminal.send(sent)
        code = terminal.wait()
        assert content(book) == before
        check_untouched(warm, terminal, book, code, CODES[sent])


def signal_while_writing(book: Path, terminal: Terminal, sent: signal.Signals, seconds: float) -> int:
    """Send the signal so long after the first byte was written; the exit code."""
    journal, before = book.with_name("book.db-journal"), book.stat().st_mtime_ns
    deadline = time.monotonic() + 60
    while not journal.exists() and book.stat().st_mtime_ns == before and time.monotonic() < deadline:
        time.sleep(0.0005)
    time.sleep(seconds)
    terminal.send(sent)
    return terminal.wait()


def check_done_or_undone(warm: Warm, terminal: Terminal, book: Path, code: int, sent: signal.Signals) -> bool:
    """Whether the file is in the book; a part of it fails."""
    whole = len(entries(book)) == 603
    assert whole or entries(book) == [1, 2, 3]
    check_untouched(warm, terminal, book, code, 0 if whole and code == 0 else CODES[sent])
    return whole


@pytest.mark.promise("A7", full=140, short=6)
def test_A7_a_signal_while_writing_leaves_nothing_in_part(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random, started: list[Terminal]
) -> None:
    """Sent at a random time after the first byte was written; what was done by then stays done, else nothing is there."""
    file = gifts_file(tmp_path / "gifts.txt", 600)
    undone = 0
    for number in tries:
        book = copied(kept, str(number))
        started.append(Terminal(recording(book, file), tmp_path))
        sent = SIGNALS[number % 3]
        code = signal_while_writing(book, started[-1], sent, chance.uniform(0, 0.3))
        undone += not check_done_or_undone(warm, started[-1], book, code, sent)
    assert undone, "every signal came too late"


def test_A7_sees_a_program_that_commits_every_line(
    warm: Warm, kept: Path, tmp_path: Path, started: list[Terminal]
) -> None:
    """Broken on purpose: a signal leaves a part of the file, which is long enough not to be done when the signal comes."""
    file = gifts_file(tmp_path / "gifts.txt", 3000)
    for number in range(5):
        book = copied(kept, str(number))
        started.append(Terminal(recording(book, file), tmp_path, patches=["line by line"]))
        deadline = time.monotonic() + 60
        while len(entries(book)) == 3 and time.monotonic() < deadline:
            time.sleep(0.001)
        started[-1].send(signal.SIGTERM)
        code = started[-1].wait()
        if len(entries(book)) not in (3, 603, 3003):
            with pytest.raises(AssertionError):
                check_done_or_undone(warm, started[-1], book, code, signal.SIGTERM)
            return
    pytest.fail("a file recorded in part was not seen")


@pytest.mark.promise("A7", full=20, short=1)
def test_A7_closing_the_window_at_a_prompt_records_nothing(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries
) -> None:
    """The terminal goes away: the program ends as by SIGHUP, and the book is as it was."""
    before = content(kept)
    for number in tries:
        book = copied(kept, str(number))
        terminal = Terminal(["receive", "李华", "口罩1个", "--date", "2020-02-01", "--book", str(book)], tmp_path)
        terminal.await_text(b"[Y/n]")
        terminal.hang_up()
        assert terminal.wait() == 129
        assert content(book) == before
        assert is_in_order(warm, book)


# --- A8: a file with the final name is whole

EXPORTS = {
    "csv": ["ledger"], "json": ["ledger"], "tsv": ["journal"], "txt": ["ledger", "--format", "table"],
    "xlsx": ["ledger"], "html": ["ledger"], "pdf": ["totals"], "md": ["ledger"],
}  # fmt: skip
"""What is written to a file, by the file's suffix. A backup belongs here as soon as there is one."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, empty_book: Path, warm: Warm) -> Path:
    """A book with some hundred entries, to be read only."""
    folder = tmp_path_factory.mktemp("large")
    book = folder / "book.db"
    shutil.copy(empty_book, book)
    assert warm.run(*recording(book, gifts_file(folder / "gifts.txt", 600))).code == 0
    return book


def export(suffix: str, large: Path, file: Path) -> list[str]:
    return [*EXPORTS[suffix], "--book", str(large), "-o", str(file)]


def whole_export(warm: Warm, suffix: str, large: Path, file: Path) -> tuple[bytes, float]:
    """The bytes of the whole file, and the seconds it takes."""
    ended = warm.run(*export(suffix, large, file))
    assert ended.code == 0, ended.said
    return file.read_bytes(), ended.seconds[0]


@pytest.mark.parametrize("suffix", EXPORTS)
@pytest.mark.promise("A8", full=50, short=6)
def test_A8_a_killed_export_leaves_no_half_file(
    warm: Warm, large: Path, tmp_path: Path, tries: Tries, chance: random.Random, suffix: str
) -> None:
    """With the final name there is no file, or the whole one; with --force the old one, or the new one."""
    whole, taken = whole_export(warm, suffix, large, tmp_path / f"whole.{suffix}")
    killed = 0
    for number in tries:
        file = tmp_path / f"{number}.{suffix}"
        if number % 2:
            file.write_bytes(b"old")
        child = warm.start([*export(suffix, large, file), *(["--force"] if number % 2 else [])])
        time.sleep(chance.uniform(0, taken))
        child.kill()
        killed += child.wait().code == KILLED
        assert (file.read_bytes() if file.exists() else None) in (whole, b"old" if number % 2 else None)
    assert killed or tries.planned < 50, (
        "none was killed before it was done"
    )  # some are quicker than a busy machine kills


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_A8_an_export_killed_before_each_operation(
    on_disk: Warm, large: Path, tmp_path: Path, suffix: str, tries: Tries
) -> None:
    """SIGKILL before the n-th write, sync, link or removal in the folder of the export."""
    tries.add(check_each_kill(on_disk, large, tmp_path, suffix, ()))


def check_each_kill(on_disk: Warm, large: Path, folder: Path, suffix: str, patches: tuple[str, ...]) -> int:
    """Kill before each operation of an export; how many there are."""
    whole, _taken = whole_export(on_disk, suffix, large, folder / f"whole.{suffix}")
    point = 0
    while True:
        point += 1
        target = folder / str(point)
        target.mkdir()
        file = target / f"x.{suffix}"
        watched = {"folder": str(target), "fail_at": point, "error": -1}
        code = on_disk.run(*export(suffix, large, file), disk=watched, patches=patches).code
        assert (file.read_bytes() if file.exists() else None) in (None, whole), f"killed before operation {point}"
        if code == 0:
            return point - 1


def test_A8_sees_a_program_that_writes_in_place(on_disk: Warm, large: Path, tmp_path: Path) -> None:
    """Broken on purpose: a half file with the final name is seen."""
    with pytest.raises(AssertionError, match="killed before operation"):
        check_each_kill(on_disk, large, tmp_path, "csv", ("in place",))


# --- A1: a paper, all or nothing


PAPER_ROWS = 3000


def paper_of(folder: Path, rows: int) -> Path:
    """A CSV with so many gifts."""
    file = folder / f"paper-{rows}.csv"
    lines = [f"2020-02-{number % 28 + 1:02},人{number % 300},口罩,{number % 50 + 1},个" for number in range(rows)]
    file.write_text("日期,捐赠人,物资,数量,单位\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.mark.promise("A1", full=500, short=15)
def test_A1_kill_import_leaves_all_of_a_paper_or_nothing(
    warm: Warm, kept: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """SIGKILL after a random time; guards, indexes and sums are there whatever was done to them meanwhile."""
    file = paper_of(tmp_path, PAPER_ROWS)
    book = copied(kept, "timed")
    ended = warm.run("import", str(file), "--book", str(book))
    assert ended.code == 0, ended.said
    taken = ended.seconds[0]
    ends: list[int] = []
    for number in tries:
        book = copied(kept, str(number))
        child = warm.start(["import", str(file), "--book", str(book)])
        time.sleep(chance.uniform(0, taken))
        child.kill()
        ended = child.wait()
        ends.append(ended.code)
        taken = min((taken, *ended.seconds))
        check_whole_or_nothing(warm, kept, book, PAPER_ROWS)
        shutil.rmtree(book.parent)
    assert ends.count(KILLED) > len(ends) / 10, "too few were killed before they were done"
