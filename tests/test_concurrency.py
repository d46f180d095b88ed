# ruff: noqa: N802 - the names of the catalogue
"""B1 to B6: many programs at one book."""

import fcntl
import gzip
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk, content
from harness.counts import Tries
from harness.program import digests, entries, recording
from harness.warm import Child, Ended, Warm

from donations.cli import frame, keep, session, waiting
from donations.store import locking

BOOKS = Path(__file__).resolve().parent / "books"
WRITERS = 8
PATIENCE = 5
"""Seconds that nobody waits longer for others that only record."""

DAY = ("--date", "2020-02-01", "--yes")


def gift(book: Path, *words: str) -> list[str]:
    return ["receive", "李华", *(words or ("口罩1个",)), *DAY, "--book", str(book)]


class Start:
    """Children that all begin at the same moment: they wait for a file."""

    def __init__(self, warm: Warm, folder: Path) -> None:
        self.warm = warm
        self.gate = folder / f"gate-{time.monotonic_ns()}"
        self.children: list[Child] = []

    def add(self, *commands: list[str], times: int = 1, **job: Any) -> None:
        """One more child, which runs the commands so many times."""
        self.children.append(self.warm.start(*commands * times, gate=str(self.gate), **job))

    def ends(self) -> list[Ended]:
        """Let all begin; how each ended."""
        self.gate.touch()
        return [child.wait() for child in self.children]


def is_in_order(warm: Warm, book: Path) -> bool:
    return warm.run("check", "--book", str(book)).code == 0


def on_hand(book: Path) -> int:
    """How many masks there are, from the lines of the journal."""
    with closing(sqlite3.connect(book)) as connection:
        [number] = connection.execute(
            "select sum(l.amount_minor * f.stock) from line as l join flow as f on f.name = l.flow"
        ).fetchone()
    return int(number)


# --- B1: writers


def write_at_once(warm: Warm, book: Path, each: int, patches: tuple[str, ...] = ()) -> list[Ended]:
    start = Start(warm, book.parent)
    for _writer in range(WRITERS):
        start.add(gift(book), times=each, patches=list(patches))
    return start.ends()


def harm_of(ends: list[Ended], book: Path, number: int) -> list[str]:
    """What went wrong of so many entries; nothing where all is well."""
    harm = [ended.said for ended in ends if ended.said or set(ended.codes) != {0}]
    confirmed = sorted(
        int(line.split()[3].rstrip(":"))
        for ended in ends
        for line in ended.out.splitlines()
        if line.startswith("Saved as no. ")
    )
    if confirmed != list(range(1, number + 1)):
        harm.append(f"{len(confirmed)} of {number} confirmed")
    if entries(book) != list(range(1, number + 1)):
        harm.append(f"{len(entries(book))} of {number} in the book")
    return harm


@pytest.mark.promise("B1", full=8000, short=120)
def test_B1_many_writers_lose_nothing(warm: Warm, book_path: Path, tries: Tries) -> None:
    """Eight programs: every number confirmed once, none missing, nobody told of an error, nobody waiting for long."""
    each = tries.planned // WRITERS
    ends = write_at_once(warm, book_path, each)
    assert harm_of(ends, book_path, each * WRITERS) == []
    assert max(second for ended in ends for second in ended.seconds) < PATIENCE
    assert is_in_order(warm, book_path)
    tries.add(each * WRITERS)


def test_B1_sees_a_program_that_begins_deferred(warm: Warm, book_path: Path) -> None:
    """Broken on purpose: with a deferred BEGIN and no lock some writer is refused or an entry is lost."""
    ends = write_at_once(warm, book_path, 15, ("deferred", "impatient"))
    assert harm_of(ends, book_path, 15 * WRITERS)


# --- B2: the last units


def take_at_once(warm: Warm, book: Path, each: int, patches: tuple[str, ...] = ()) -> list[Ended]:
    start = Start(warm, book.parent)
    words = ["distribute", "市三院", "口罩1个", *DAY, "--book", str(book)]
    for _taker in range(WRITERS):
        start.add(words, times=each, patches=list(patches))
    return start.ends()


def stocked(warm: Warm, book: Path, number: int) -> None:
    assert warm.start(gift(book, f"口罩{number}个"), gift(book, "鸡蛋1个")).wait().codes == (0, 0)
    ended = warm.run("distribute", "市三院", "鸡蛋1个", *DAY, "--book", str(book))  # the recipient is known by now
    assert ended.code == 0


@pytest.mark.promise("B2", full=800, short=96)
def test_B2_the_last_units_are_given_out_once(warm: Warm, book_path: Path, tries: Tries) -> None:
    """Eight programs try eight times as often as there are units: as many succeed as there are, the others are told why."""
    units = tries.planned // WRITERS
    stocked(warm, book_path, units)
    ends = take_at_once(warm, book_path, units)
    codes = [code for ended in ends for code in ended.codes]
    assert (codes.count(0), codes.count(1)) == (units, len(codes) - units)
    assert not any("Traceback" in ended.said for ended in ends)
    assert on_hand(book_path) == 0
    assert is_in_order(warm, book_path)
    tries.add(units * WRITERS)


def test_B2_sees_rules_looked_at_outside_the_transaction(warm: Warm, book_path: Path) -> None:
    """Broken on purpose: two programs look, both see the last unit, both give it out."""
    for round_ in range(40):
        book = book_path.with_name(f"{round_}.db")
        shutil.copy(book_path, book)
        stocked(warm, book, 4)
        ends = take_at_once(warm, book, 4, ("rules before",))
        if sum(code == 0 for ended in ends for code in ended.codes) > 4:
            assert on_hand(book) < 0
            assert not is_in_order(warm, book)
            return
    pytest.fail("units given out twice were not seen")


# --- B3: readers beside writers


READ = (["totals", "--by", "item"], ["stock"], ["ledger"], ["month", "2020-02"])


def read_and_write(
    warm: Warm, book: Path, seconds: float, patches: tuple[str, ...] = ()
) -> tuple[list[Ended], list[Ended]]:
    """Four programs that report and four that record, so many seconds long."""
    assert warm.run(*gift(book)).code == 0
    start = Start(warm, book.parent)
    for report in READ:
        start.add([*report, "--format", "json", "--book", str(book)], repeat=seconds, patches=list(patches))
    for _writer in range(4):
        start.add(gift(book), repeat=seconds)
    ends = start.ends()
    return ends[:4], ends[4:]


def documents(text: str) -> Iterator[dict[str, Any]]:
    """The JSON documents that stand one after the other in `text`."""
    decoder = json.JSONDecoder()
    at = 0
    while at < len(text):
        document, at = decoder.raw_decode(text, at)
        yield document
        while at < len(text) and text[at].isspace():
            at += 1


def figures(report: dict[str, Any]) -> tuple[int, int]:
    """How many entries the book has by the head of the report, and by its figures: every entry is one mask."""
    rows = report["tables"][0]["rows"]
    said = {
        "totals": lambda: int(rows[0]["received"]),
        "stock": lambda: int(rows[0]["on_hand"]),
        "ledger": lambda: len(rows),
        "month": lambda: int(rows[0]["received"]),
    }
    return report["book"]["entries"], said[report["report"]]()


@pytest.mark.promise("B3", full=30, short=2)
def test_B3_a_report_beside_writers_is_of_one_moment(warm: Warm, book_path: Path, tries: Tries) -> None:
    """In each report (counted here, for so many seconds) its figures, number of entries and digest belong together."""
    readers, writers = read_and_write(warm, book_path, tries.planned)
    assert [(ended.said, set(ended.codes)) for ended in (*readers, *writers)] == [("", {0})] * 8
    written = sum(len(ended.codes) for ended in writers) + 1
    assert entries(book_path) == list(range(1, written + 1))
    sealed = digests(book_path)
    for ended in readers:
        numbers = []
        for report in documents(ended.out):
            number, by_figures = figures(report)
            assert number == by_figures
            assert report["book"]["digest"] == sealed[number]
            numbers.append(number)
        assert numbers == sorted(numbers), "a later report knows less"
        assert len(set(numbers)) > 1, "nothing was recorded meanwhile"
        tries.add(len(numbers))
    assert is_in_order(warm, book_path)


def test_B3_sees_a_report_of_several_moments(warm: Warm, book_path: Path) -> None:
    """Broken on purpose: without one sight of the book, figures of a report don't belong together."""
    for _round in range(20):
        readers, _writers = read_and_write(warm, book_path, 1, ("no sight",))
        read = [figures(report) for ended in readers for report in documents(ended.out)]
        if any(number != by_figures for number, by_figures in read):
            return
    pytest.fail("a report of several moments was not seen")


# --- B4: making a book

MAKERS = 6


@pytest.mark.promise("B4", full=50, short=6)
def test_B4_one_program_makes_the_book_and_all_record_in_it(warm: Warm, tmp_path: Path, tries: Tries) -> None:
    """Six programs at a time: one makes it, five are told that it is there, and then each records."""
    for number in tries:
        book = tmp_path / f"{number}.db"
        make_and_record(warm, book)
        assert len(entries(book)) == MAKERS


def test_B4_sees_makers_that_look_first(warm: Warm, tmp_path: Path) -> None:
    """Broken on purpose: several find no book, and each puts its own there."""
    for number in range(20):
        try:
            make_and_record(warm, tmp_path / f"{number}.db", ("makes in place",))
        except AssertionError:
            return
    pytest.fail("a book made twice was not seen")


def make_and_record(warm: Warm, book: Path, patches: tuple[str, ...] = ()) -> None:
    """Six programs make the same book, and then each records; what is promised of that holds, or an assertion fails."""
    start = Start(warm, book.parent)
    for _maker in range(MAKERS):
        start.add(["init", "--name", "协会", "--book", str(book)], patches=list(patches))
    ends = start.ends()
    assert sorted(ended.code for ended in ends) == [0, *[1] * (MAKERS - 1)], ends
    assert all(ended.code == 0 or "There already is a book" in ended.said for ended in ends)
    assert [ended.code for ended in write_once_each(warm, book)] == [0] * MAKERS
    assert entries(book) == list(range(1, MAKERS + 1))
    assert is_in_order(warm, book)
    assert sorted(file.name for file in book.parent.glob(f"{book.name}*")) == [book.name, f"{book.name}.lock"]


def write_once_each(warm: Warm, book: Path) -> list[Ended]:
    start = Start(warm, book.parent)
    for _writer in range(MAKERS):
        start.add(gift(book))
    return start.ends()


@pytest.mark.promise("B4", full=50, short=6)
def test_B4_who_is_told_that_the_book_is_there_can_record_at_once(warm: Warm, tmp_path: Path, tries: Tries) -> None:
    """Each program makes the book and records without waiting for the others: the entry of each is kept."""
    for number in tries:
        book = tmp_path / f"{number}.db"
        start = Start(warm, tmp_path)
        for _maker in range(MAKERS):
            start.add(["init", "--name", "协会", "--book", str(book)], gift(book))
        ends = start.ends()
        assert sorted(ended.codes[0] for ended in ends) == [0, *[1] * (MAKERS - 1)]
        assert [ended.codes[1] for ended in ends] == [0] * MAKERS, [ended.said for ended in ends]
        assert entries(book) == list(range(1, MAKERS + 1))


# --- B5: somebody holds the book


@contextmanager
def held_by_sqlite(book: Path, how: str) -> Iterator[None]:
    """Another program has begun a transaction and doesn't end it."""
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        connection.execute(how)
        connection.execute("select count(*) from entry").fetchone()
        yield


@contextmanager
def held_by_us(book: Path) -> Iterator[None]:
    """A program of ours has the lock beside the book and doesn't end."""
    with book.with_name(book.name + ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


HOLDS = {
    "exclusive": lambda book: held_by_sqlite(book, "begin exclusive"),
    "immediate": lambda book: held_by_sqlite(book, "begin immediate"),
    "our lock": held_by_us,
}


@pytest.mark.parametrize("hold", HOLDS)
def test_B5_a_book_held_by_another_program(desk: Desk, warm: Warm, hold: str) -> None:
    """Exit 75 and one sentence when the wait is over (a second here), nothing written; free again, it works at once."""
    file = desk.book.with_name("gifts.txt")
    file.write_text("receive 李华 口罩1个\nreceive 李华 口罩2个\n", encoding="utf-8")
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    for words in (
        gift(desk.book),
        ["reverse", "1", "--reason", "x", "--book", str(desk.book)],
        recording(desk.book, file),
    ):
        check_refused_while_held(warm, desk.book, hold, words)
    ended = warm.run(*gift(desk.book))
    assert ended.code == 0
    assert ended.seconds[0] < PATIENCE


def check_refused_while_held(warm: Warm, book: Path, hold: str, words: list[str], *patches: str) -> None:
    """A command that would write, while another program holds the book."""
    before = content(book)
    with HOLDS[hold](book):
        ended = warm.run(*words, patches=["impatient", *patches])
    assert ended.code == 75, ended.said
    assert len(ended.said.splitlines()) == 1
    assert "in use" in ended.said
    if Path("/proc/locks").exists():
        assert f"process {os.getpid()}" in ended.said, "who holds it"
    assert str(book) in ended.said
    assert ended.said.endswith("Nothing was recorded.\n")
    assert ended.out == ""
    assert 0.9 < ended.seconds[0] < 30
    assert content(book) == before


@pytest.mark.parametrize(("hold", "fault"), [("our lock", "no lock"), ("immediate", "not waiting")])
def test_B5_sees_a_program_that_does_not_wait_for_others(desk: Desk, warm: Warm, hold: str, fault: str) -> None:
    """Broken on purpose: a lock that is passed over, and a program that gives up at once."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    with pytest.raises(AssertionError):
        check_refused_while_held(warm, desk.book, hold, gift(desk.book), fault)


@pytest.mark.parametrize("hold", HOLDS)
def test_B5_reading_a_book_held_by_another_program(desk: Desk, warm: Warm, hold: str) -> None:
    """A report is made beside a writer that hasn't committed; where nothing can be read, exit 75."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    for words in (["totals"], ["check"], ["ledger", "--format", "json"]):
        with HOLDS[hold](desk.book):
            ended = warm.run(*words, "--book", str(desk.book), patches=["impatient"])
        assert ended.code == (75 if hold == "exclusive" else 0), ended.said
        assert len(ended.said.splitlines()) == (1 if hold == "exclusive" else 0)
        assert "recorded" not in ended.said, "nobody wanted to"


def test_B5_a_report_that_finds_an_old_book_in_use(warm: Warm, tmp_path: Path) -> None:
    """It would bring it up to date, and recorded nothing because nobody wanted to; who wanted to is told."""
    book = tmp_path / "old.db"
    book.write_bytes(gzip.decompress((BOOKS / "v1-february.db.gz").read_bytes()))
    for words, wanted in ((["totals"], False), (gift(book)[:-2], True)):
        with held_by_us(book):
            ended = warm.run(*words, "--book", str(book), patches=["impatient"])
        assert ended.code == 75
        assert "in use" in ended.said
        assert ("Nothing was recorded" in ended.said) == wanted


def test_B5_a_report_of_a_file_of_commands_does_not_say_that_nothing_was_recorded(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The book is taken by somebody else between recording and copying: what the file records was recorded."""
    file = tmp_path / "x.txt"
    file.write_text(f"receive 李华 口罩1个\nbackup {tmp_path / 'x.db'}\n", encoding="utf-8")
    monkeypatch.setattr("donations.store.copies.BUSY_SECONDS", 0.2)
    run_words = frame.run_words

    def taken_before_reports(words: list[str]) -> None:
        with held_by_us(desk.book) if words[0] == "backup" else nullcontext():
            run_words(words)

    monkeypatch.setattr(keep, "run_words", taken_before_reports)
    answer = desk.run(f"run {file}")
    assert answer.code == 75
    assert "is in use" in answer.err
    assert "Nothing was recorded" not in answer.err
    assert "What the file records was recorded (1 new entry)" in answer.err
    assert entries(desk.book) == [1]


WAITING = {
    "our lock": ("receive 李华 口罩1个 --date 2020-02-01", "reverse 1 --reason x", "backup {folder}/x.db", "run {folder}/x.txt"),
    "immediate": ("receive 李华 口罩1个 --date 2020-02-01", "run {folder}/x.txt"),
    "exclusive": ("receive 李华 口罩1个 --date 2020-02-01", "totals", "info", "restore {folder}/backup.db --yes"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("hold", WAITING)
def test_B5_who_waits_is_told_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hold: str, language: str
) -> None:
    """On stderr, whatever that is and while a file of commands runs too: the book, who holds it, and for how long at most."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01")
    desk.do(f"backup {tmp_path / 'backup.db'}")
    (tmp_path / "x.txt").write_text("receive 李华 口罩1个\n", encoding="utf-8")
    monkeypatch.setenv("DONATIONS_LANG", language)
    monkeypatch.setattr(locking, "QUIET_SECONDS", 0.1)
    for module in ("connecting", "copies", "restoring"):
        monkeypatch.setattr(f"donations.store.{module}.BUSY_SECONDS", 1.0)
    holder = _holding(desk.book, hold, 600.0)
    try:
        for line in WAITING[hold]:
            answer = desk.run(line.format(folder=tmp_path))
            assert answer.code == 75, (line, answer)
            told = answer.err.splitlines()
            waits = [said for said in told if ("waiting for up to 1 sec" in said or "最多等待 1 秒" in said)]
            assert len(waits) == 1, (line, told)
            assert told[0 if "restore" not in line else -2] == waits[0]
            assert str(desk.book) in waits[0]
            if Path("/proc/locks").exists():
                assert str(holder.pid) in waits[0]
    finally:
        holder.kill()
        holder.wait()
    monkeypatch.setattr(locking, "QUIET_SECONDS", 2.0)
    assert desk.do("receive 李华 口罩1个 --date 2020-02-01").err.count("\n") <= 1


def test_B5_who_waited_and_got_the_book_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told after a while, then recorded as if nothing had been; nobody is told where the wait is short."""
    for quiet, told in ((0.1, True), (60.0, False)):
        monkeypatch.setattr(locking, "QUIET_SECONDS", quiet)
        holder = _holding(desk.book, "our lock", 0.6)
        answer = desk.do("receive 李华 口罩1个 --date 2020-02-01 --yes")
        holder.wait()
        assert ("waiting for up to 60 seconds" in answer.err) is told
        assert "Saved as no." in answer.out


@pytest.mark.parametrize("on_terminal", [True, False])
def test_B5_a_command_that_waits_twice_says_so_once(
    book_path: Path, monkeypatch: pytest.MonkeyPatch, *, on_terminal: bool
) -> None:
    """On a terminal what stands in the line, how far it is, is taken away first; the next command may say it again."""
    said = io.StringIO()
    monkeypatch.setattr(said, "isatty", lambda: on_terminal)
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setattr(locking, "QUIET_SECONDS", 0.0)
    monkeypatch.setenv("DONATIONS_LANG", "en")
    sentence = f"The book {book_path} is in use by another program: waiting for up to 9 seconds.\n"
    before = "\r\x1b[K" if on_terminal else ""
    for command in (1, 2):
        waiting.say_what_for()
        for _wait in range(2):
            wait = locking.Waiting(book_path, 9.0)
            assert [wait.goes_on() for _try in range(3)] == [True] * 3
        assert said.getvalue().count(before or sentence) == command
        told = "".join(said.getvalue().replace(before, "").split())  # in lines, on a terminal
        assert told == "".join(sentence.split()) * command


def _holding(book: Path, how: str, seconds: float) -> subprocess.Popen[bytes]:
    """Another process that holds the book in that way, for so long; it does when this returns."""
    if how == "our lock":
        take = f"import fcntl; held = open({str(book)!r} + '.lock', 'w'); fcntl.flock(held, fcntl.LOCK_EX)"
    else:
        take = (
            f"import sqlite3; held = sqlite3.connect({str(book)!r}, isolation_level=None); held.execute('begin {how}')"
        )
    script = f"{take}; print(1, flush=True); import time; time.sleep({seconds})"
    holder = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"1\n"
    return holder


@pytest.mark.parametrize("doing", ["nothing", "entry", "name"])
def test_B4_a_refused_file_takes_away_its_book_only_where_nobody_used_it(
    desk: Desk, warm: Warm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, doing: str
) -> None:
    """Another program records an entry, or adds a donor, between the refusal and the taking away: the book stays."""
    book, file = tmp_path / "new.db", tmp_path / "x.txt"
    file.write_text("init --name 协会\nreceive 李华 口罩0个\n", encoding="utf-8")
    words = {"entry": gift(book), "name": ["donors", "add", "王芳", "--book", str(book)]}
    undo = session.Run.undo

    def used_before(run: session.Run) -> None:
        if doing in words:
            assert warm.run(*words[doing]).code == 0
        undo(run)

    monkeypatch.setattr(session.Run, "undo", used_before)
    answer = desk.run(f"run {file} --book {book}")
    assert answer.code == 65
    assert "Nothing of the file was recorded" in answer.err
    assert book.exists() is (doing != "nothing")
    if doing == "entry":
        assert entries(book) == [1]


def test_B4_a_refused_file_takes_its_book_away_in_its_turn(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has the lock may be about to record: the book stays where it isn't free, and the reason is still said."""
    book, file = tmp_path / "new.db", tmp_path / "x.txt"
    file.write_text("init --name 协会\nreceive 李华 口罩0个\n", encoding="utf-8")
    monkeypatch.setattr("donations.store.connecting.BUSY_SECONDS", 0.2)
    undo = session.Run.undo

    def while_held(run: session.Run) -> None:
        with held_by_us(book):
            undo(run)

    monkeypatch.setattr(session.Run, "undo", while_held)
    answer = desk.run(f"run {file} --book {book}")
    assert answer.code == 65
    assert "Nothing of the file was recorded" in answer.err
    assert entries(book) == []


def test_B5_the_lock_of_a_killed_program_is_free(warm: Warm, book_path: Path) -> None:
    """Killed with the lock in its hands: the next program doesn't wait."""
    child = warm.start(gift(book_path), repeat=60)
    child.await_commands(3)
    child.kill()
    child.wait()
    ended = warm.run(*gift(book_path))
    assert ended.code == 0
    assert ended.seconds[0] < PATIENCE


# --- B6: a reader that doesn't end


@pytest.mark.promise("B6", full=50, short=2)
def test_B6_writers_wait_for_a_long_reader(warm: Warm, book_path: Path, tries: Tries) -> None:
    """Another program reads for so many seconds (the program waits for a minute): all four writers wait, and record."""
    write_beside_a_reader(warm, book_path, tries.planned)
    assert len(entries(book_path)) == 1 + 4 * 3
    tries.add(tries.planned)


def test_B6_sees_writers_that_do_not_wait(warm: Warm, book_path: Path) -> None:
    """Broken on purpose: the writers give up before the reader has ended."""
    with pytest.raises(AssertionError):
        write_beside_a_reader(warm, book_path, 2, ("impatient",))


def write_beside_a_reader(warm: Warm, book: Path, seconds: int, patches: tuple[str, ...] = ()) -> None:
    """Four writers and a reader that goes on for so long; what is promised of that holds, or an assertion fails."""
    assert warm.run(*gift(book)).code == 0
    start = Start(warm, book.parent)
    for _writer in range(4):
        start.add(gift(book), times=3, patches=list(patches))
    start.add(["totals", "--book", str(book)], times=3)
    with held_by_sqlite(book, "begin"):
        start.gate.touch()
        time.sleep(seconds)
        assert entries(book) == [1]
    ends = [child.wait() for child in start.children]
    assert [(ended.said, ended.codes) for ended in ends] == [("", (0, 0, 0))] * 5
    assert max(second for ended in ends for second in ended.seconds) > seconds * 0.8, "nobody had to wait"
    assert entries(book) == list(range(1, 14))
    assert is_in_order(warm, book)


def test_B6_who_waited_too_long_is_told_and_nothing_is_lost(warm: Warm, book_path: Path) -> None:
    """The reader outlasts the wait: exit 75, nothing of it in the book, and the reader's sight is unbroken."""
    assert warm.run(*gift(book_path)).code == 0
    before = content(book_path)
    with held_by_sqlite(book_path, "begin"):
        ended = warm.run(*gift(book_path), patches=["impatient"])
    assert (ended.code, ended.out) == (75, "")
    assert content(book_path) == before
    assert is_in_order(warm, book_path)
    assert warm.run(*gift(book_path)).code == 0
