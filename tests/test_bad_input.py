# ruff: noqa: N802 - the names of the catalogue
"""What can't be taken: one sentence, the right exit code, no traceback, and not a byte of the book changed."""

import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from conftest import NOW, Desk, fingerprint

import donations
from donations.cli import app, boundary
from donations.store.making import create_book

ROOT = Path(donations.__file__).parent.parent
NOBODY = 65534
CHINESE = re.compile("[\u4e00-\u9fff]")
LANGUAGES = ("en", "zh_CN")
HAS_CATALOGUE = any((ROOT / "donations" / "locale").rglob("*.mo"))
"""Whether the Chinese catalogue is there yet; until then Chinese readers get English sentences."""


def check_sentence(said: str, language: str) -> None:
    """One sentence, in the language that was asked for, and nothing of Python in it."""
    lines = said.strip().splitlines()
    assert len(lines) == 1, said
    assert not re.search(r"Traceback|File \"|Error\(|Exception|fault of donations|程序的错误", said), said
    if language == "en":
        assert lines[0].startswith("Error: "), said
    elif HAS_CATALOGUE:
        assert CHINESE.search(lines[0]), said
        ours = re.sub(r"--[\w-]+|“[^”]*”|`[^`]*`|「[^」]*」", "", lines[0])
        assert not re.search(r"\b(the|is|no|not|write|must)\b", ours), f"English in a Chinese sentence: {said}"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, desk: Desk) -> str:
    """The reader's language."""
    assert desk
    monkeypatch.setenv("DONATIONS_LANG", request.param)
    return str(request.param)


@pytest.fixture
def february(desk: Desk) -> Desk:
    """A book with two gifts and a distribution."""
    desk.begin(
        "receive 李华 口罩500个 5000元 --date 2020-02-01 --city 九江市",
        "receive 王芳 鸡蛋300个 鸭蛋20个 --date 2020-02-02 --city 吉安市 --new",
        "distribute 市三院 口罩100个 --date 2020-02-03 --city 九江市",
    )
    return desk


GIFT = "receive 李华 口罩5个"
BAD: Mapping[str, tuple[int, str, tuple[str, ...]]] = {
    "unknown city": (65, f"{GIFT} --city 火星市", ()),
    "a province is no city": (65, f"{GIFT} --city 江西省", ()),
    "no city": (65, GIFT, ("--city", "")),
    "city of a report": (65, "totals --city 火星市", ()),
    "impossible date": (65, f"{GIFT} --date 2020-02-30", ()),
    "date that is none": (65, f"{GIFT} --date 天", ()),
    "empty date": (65, GIFT, ("--date", "")),
    "date ahead": (65, f"{GIFT} --date 2099-01-01", ()),
    "month that is none": (65, "totals --month 2020-13", ()),
    "two periods": (2, "totals --month 2020-02 --year 2020", ()),
    "period backwards": (2, "totals --from 2020-03-01 --to 2020-02-01", ()),
    "nothing": (65, "receive 李华 口罩0个", ()),
    "no yuan": (65, "receive 李华 0元", ()),
    "零": (65, "receive 李华 零元", ()),
    "NaN": (65, "receive 李华 NaN元", ()),
    "NaN masks": (65, "receive 李华 口罩NaN个", ()),
    "infinity": (65, "receive 李华 inf元", ()),
    "1e400": (65, "receive 李华 1e400元", ()),
    "2^63 yuan": (65, "receive 李华 9223372036854775808元", ()),
    "2^63 masks": (65, "receive 李华 口罩9223372036854775808个", ()),
    "2^63-1 masks": (65, "receive 李华 口罩9223372036854775807个", ()),
    "beyond the largest line": (65, "receive 李华 口罩1000000000000001个", ()),
    "a tenth of a fen": (65, "receive 李华 0.001元", ()),
    "half a mask": (65, "receive 李华 口罩1.5个", ()),
    "a quarter of a thousandth": (65, "receive 李华 蔬菜0.00025斤", ()),
    "a range": (65, "receive 李华 口罩5到10个", ()),
    "no quantity": (65, "receive 李华", ("",)),
    "quantity left out": (2, "receive 李华", ()),
    "everything left out": (2, "receive", ()),
    "name of 300 characters": (65, "receive", ("李" * 300, "口罩5个")),
    "item of 300 characters": (65, "receive 李华", ("罩" * 290 + "5个",)),
    "empty name": (65, "receive", ("", "口罩5个")),
    "name of blanks": (65, "receive", (" \u3000\t", "口罩5个")),
    "name of signs": (65, "receive", ("！？…", "口罩5个")),
    "name that is no text": (65, "receive", ("李\udcff华", "口罩5个")),
    "note that is no text": (65, GIFT, ("--note", "\udcff")),
    "note of 1001 characters": (65, GIFT, ("--note", "长" * 1001)),
    "unknown party": (66, "totals --party 没有的人", ()),
    "unknown item": (66, "totals --item 没有的东西", ()),
    "unknown purpose": (66, "totals --purpose 没有的用途", ()),
    "unknown purpose to take from": (66, "distribute 市三院 口罩5个 --for 没有的用途", ()),
    "unknown store": (66, "distribute 市三院 口罩5个 --store 没有的仓", ()),
    "unknown entry": (66, "show 99", ()),
    "unknown entry to reverse": (66, "reverse 99 --reason x", ()),
    "unknown entry to correct": (66, "correct 99 口罩5个", ()),
    "entry beyond 64 bits": (66, "show 9223372036854775808", ()),
    "entry beyond 64 bits to reverse": (66, "reverse 9223372036854775808 --reason x", ()),
    "entry beyond 64 bits to correct": (66, "correct 9223372036854775808 口罩5个", ()),
    "entry zero": (2, "reverse 0 --reason x", ()),
    "entry that is no number": (2, "reverse 一 --reason x", ()),
    "reversal without reason": (2, "reverse 1", ()),
    "reason of blanks": (2, "reverse 1 --reason", ("  ",)),
    "nothing to correct": (2, "correct 1", ()),
    "correction without lines": (1, "correct 3 --without 口罩", ()),
    "correction that says the same": (1, "correct 3 市三院 口罩100个 --date 2020-02-03 --reason 清点", ()),
    "the same of several": (1, "correct 1 5000元 --city 九江市", ()),
    "renamed to what it is": (1, "donors rename 李华 李华", ()),
    "item renamed to what it is": (1, "items rename 口罩 口罩", ()),
    "pack of nothing": (65, "items pack 口罩 1箱=0个", ()),
    "folder to import": (65, "import .", ()),
    "no sheet of which entry": (2, "handover", ()),
    "value for several": (2, "receive 李华 口罩5个 护目镜5个 --value 5元", ()),
    "value twice": (2, "receive 李华 口罩5个@3元 --value 5元", ()),
    "value of money": (65, "receive 李华 5元 --value 5元", ()),
    "value that is none": (65, f"{GIFT} --value 很多", ()),
    "value below zero": (65, f"{GIFT} --value -5元", ()),
    "value finer than a fen": (65, f"{GIFT} --value 0.001元", ()),
    "price of nothing": (65, "receive 李华 口罩5个@0元", ()),
    "price without a number": (65, "receive 李华 口罩一批@3元", ()),
    "goods as costs": (65, "spend 口罩5个", ()),
    "money bought": (65, "buy 5元", ()),
    "more than there is": (1, "distribute 市三院 口罩401个 --date 2020-02-03", ()),
    "more money than there is": (1, "buy 口罩1000个@5.01元 --date 2020-02-03", ()),
    "unit without a factor": (65, "receive 李华 口罩5箱", ()),
    "sort of adjustment": (2, "adjust theft 口罩5个", ()),
    "count without number": (65, "adjust count 口罩一批", ()),
    "transfer nowhere": (2, "transfer 口罩5个", ()),
    "transfer to itself": (2, "transfer 口罩5个 --from 甲 --to 甲", ()),
    "unknown format": (2, "totals --format pdf2", ()),
    "format that recording has not": (2, f"{GIFT} --format csv", ()),
    "format of a file": (2, "totals -o x.doc", ()),
    "unknown grouping": (2, "totals --by planet", ()),
    "unknown verb": (2, "frobnicate", ()),
    "unknown option": (2, f"{GIFT} --no-such", ()),
    "option without its value": (2, f"{GIFT} --city", ()),
    "too many words": (2, "show 1 2", ()),
    "month left out": (2, "month", ()),
    "file that is not there": (66, "run 没有.txt", ()),
    "folder that is not there": (74, "totals -o 没有/totals.csv", ()),
    "book that is there": (1, "init --name 协会", ()),
    "ambiguous item": (1, "distribute 市三院", ("5 eggs",)),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_taken_is_refused(february: Desk, language: str, case: str) -> None:
    """The exit code of the contract, one sentence in the reader's language, the book's bytes as before."""
    code, line, more = BAD[case]
    before = fingerprint(february.book)
    answer = february.run(line, *more)
    assert (answer.code, answer.out) == (code, ""), answer
    check_sentence(answer.err, language)
    assert fingerprint(february.book) == before


NEGATIVE = (
    "-5",
    "-5个口罩",
    "口罩-5个",
    "口罩 -5个",
    "−5个口罩",
    "－5个口罩",
    "-5元",
    "¥-5",
    "-¥5",
    "-0.01元",
    "负5个口罩",
    "-5万元",
)


@pytest.mark.parametrize("typed", NEGATIVE)
def test_I7_a_negative_amount_gets_a_sentence(february: Desk, language: str, typed: str) -> None:
    """-5 is a quantity that can't be, not an option nobody knows."""
    before = fingerprint(february.book)
    for verb in (("receive", "李华"), ("distribute", "市三院"), ("adjust", "loss"), ("correct", "1")):
        answer = february.run(" ".join(verb), typed)
        assert answer.code == 65, answer
        check_sentence(answer.err, language)
        assert "option" not in answer.err
    assert fingerprint(february.book) == before


NUMBERS = ("0", "0.0", "00", "0.001", "1e400", "9" * 30, "1e-3", "1.2.3", "0x10", "5,00,0", "１．５．")


@pytest.mark.parametrize("number", [*NUMBERS, *("-" + number for number in NUMBERS), "∞", "½½", "5O0"])
@pytest.mark.parametrize("of", ["{}元", "口罩{}个"])
def test_F4_no_line_of_nothing_or_less(february: Desk, number: str, of: str) -> None:
    """A table of numbers that are none, nothing, below it, too fine or too large: 65, and the book as before."""
    before = fingerprint(february.book)
    answer = february.run("receive 李华 --date 2020-02-01", of.format(number))
    assert answer.code == 65, answer
    check_sentence(answer.err, "en")
    assert fingerprint(february.book) == before


# --- books that are none


def other_programs_file(path: Path, application_id: int = 0) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"create table moz_places (id integer primary key, url text); pragma application_id={application_id};"
        )


def newer_book(path: Path) -> None:
    create_book(path, "协会", NOW).close()
    with closing(sqlite3.connect(path)) as connection:
        [version] = connection.execute("pragma user_version").fetchone()
        connection.execute(f"pragma user_version={version + 1}")


def cut_book(path: Path) -> None:
    create_book(path, "协会", NOW).close()
    path.write_bytes(path.read_bytes()[:5000])


NO_BOOKS: Mapping[str, tuple[int, Callable[[Path], object]]] = {
    "not there": (66, lambda _path: None),
    "folder that is not there": (66, lambda _path: None),
    "other program's (E2)": (65, other_programs_file),
    "another application's (E2)": (65, lambda path: other_programs_file(path, 0x12345678)),
    "CSV (E2)": (65, lambda path: path.write_text("姓名,金额\n李华,500\n", encoding="utf-8")),
    "empty file": (65, lambda path: path.write_bytes(b"")),
    "a few bytes": (65, lambda path: path.write_bytes(b"SQLite format 3\x00 and no more")),
    "noise": (65, lambda path: path.write_bytes(bytes(range(256)) * 40)),
    "cut off": (65, cut_book),
    "newer (E1)": (65, newer_book),
    "folder": (65, lambda path: path.mkdir()),
    "pipe": (65, os.mkfifo),
}


@pytest.mark.parametrize(
    "verb", ["totals", "receive 李华 口罩5个 --date 2020-02-01", "check", "info", "reverse 1 --reason x"]
)
@pytest.mark.parametrize("case", NO_BOOKS)
def test_E1_E2_what_is_no_book_of_ours_is_left_alone(
    desk: Desk, tmp_path: Path, language: str, case: str, verb: str
) -> None:
    """Refused in one sentence, whoever's file it is; its bytes, and the folder around it, stay as they were."""
    code, make = NO_BOOKS[case]
    path = tmp_path / ("没有" if "folder that" in case else ".") / "别的.db"
    make(path)
    before = fingerprint(path) if path.is_file() else None
    answer = desk.run(verb, "--book", str(path))
    if code == 66 and verb == "info":
        assert answer.code == 0  # it says that there is none yet
    elif case == "folder":
        assert answer.code == 66, answer
        check_sentence(answer.err, language)
    else:
        assert answer.code == code, answer
        check_sentence(answer.err, language)
    assert (fingerprint(path) if path.is_file() else None) == before
    assert not list(tmp_path.glob("别的.db-*"))


def test_E1_a_newer_book_is_refused_with_both_versions(desk: Desk, tmp_path: Path) -> None:
    """The sentence names the book's version and what this program knows."""
    newer_book(tmp_path / "newer.db")
    with closing(sqlite3.connect(tmp_path / "newer.db")) as connection:
        [version] = connection.execute("pragma user_version").fetchone()
    said = desk.run(f"totals --book {tmp_path}/newer.db").err
    assert str(version) in said
    assert str(version - 1) in said


def test_init_makes_no_book_over_anything(desk: Desk, tmp_path: Path) -> None:
    """A file in the way, of whatever sort, is left as it is."""
    file = tmp_path / "bills.csv"
    file.write_text("姓名,金额\n", encoding="utf-8")
    for path, code in ((file, 1), (tmp_path, 66)):
        answer = desk.run("init --name 协会 --book", str(path))
        assert answer.code == code
        check_sentence(answer.err, "en")
    assert file.read_text(encoding="utf-8") == "姓名,金额\n"


# --- ways out


def test_H8_a_file_in_the_way_is_replaced_with_force_only(february: Desk, tmp_path: Path, language: str) -> None:
    """Without --force it keeps its bytes; nothing half-written lies beside it."""
    file = tmp_path / "totals.csv"
    file.write_text("mine", encoding="utf-8")
    answer = february.run("totals -o", str(file))
    assert answer.code == 1
    check_sentence(answer.err, language)
    assert file.read_text(encoding="utf-8") == "mine"
    february.do("totals --force -o", str(file))
    assert "九江市" in file.read_text(encoding="utf-8-sig")
    assert not list(tmp_path.glob(".donations-*"))


def run_program(
    *words: str, stdout: int = subprocess.PIPE, settings: Mapping[str, str] | None = None, before: tuple[str, ...] = ()
) -> tuple[int, bytes, bytes]:
    """The program as a process of its own: exit code, what was printed, what was said."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DONATIONS_LANG": "en", **(settings or {})}
    command = [*before, sys.executable, "-m", "donations", *words]
    ended = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=stdout, stderr=subprocess.PIPE, timeout=60, check=False
    )
    return ended.returncode, ended.stdout or b"", ended.stderr


@contextmanager
def full_device() -> Iterator[int]:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    descriptor = os.open("/dev/full", os.O_WRONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("words", ["totals", "totals --format json", "check", "info", "--help", "show 1"])
def test_C4_a_full_disk_is_said(february: Desk, words: str) -> None:
    """Nothing can be printed: exit 74 and one sentence, not a traceback at the end of the interpreter."""
    with full_device() as descriptor:
        code, _out, said = (
            run_program(*words.split(), "--book", str(february.book), stdout=descriptor)
            if words != "--help"
            else run_program("--help", stdout=descriptor)
        )
    assert code == 74
    check_sentence(said.decode(), "en")


def test_C4_a_report_into_a_full_device_is_said(february: Desk, language: str) -> None:
    """-o /dev/full: exit 74."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    answer = february.run("totals --format json -o /dev/full")
    assert answer.code == 74
    check_sentence(answer.err, language)


def test_an_entry_saved_while_nothing_can_be_printed_is_kept(february: Desk) -> None:
    """The entry is on disk before anything is printed: it stays, and the exit code says that printing failed."""
    with full_device() as descriptor:
        code, _out, said = run_program(
            "receive",
            "李华",
            "口罩5个",
            "--date",
            "2020-02-01",
            "--yes",
            "--book",
            str(february.book),
            stdout=descriptor,
        )
    assert code == 74
    check_sentence(said.decode(), "en")
    assert february.do("totals --format json").json["book"]["entries"] == 4


def test_H10_a_closed_pipe_is_no_fault(february: Desk) -> None:
    """`donations ledger | head -1`: no traceback, exit 0 or 141."""
    read, write = os.pipe()
    os.close(read)
    code, _out, said = run_program("ledger", "--book", str(february.book), stdout=write)
    os.close(write)
    assert code in {0, 141}
    assert said == b""


GIFT_WORDS = ("receive", "李华", "口罩5个", "--date", "2020-02-04", "--yes")


def test_C4_H10_a_confirmation_that_nobody_can_read(february: Desk) -> None:
    """Output closed by the shell, exit 74; by a reader that left early, 141: stderr says which entry was saved."""
    closed = ("sh", "-c", 'exec "$@" >&-', "sh")
    code, _out, said = run_program(*GIFT_WORDS, "--book", str(february.book), before=closed)
    assert (code, said.count(b"\n")) == (74, 1), said
    assert b"Entry 4 was saved; only its confirmation could not be printed (the output is closed)" in said
    read, write = os.pipe()
    os.close(read)
    code, _out, said = run_program(*GIFT_WORDS, "--book", str(february.book), stdout=write)
    os.close(write)
    assert (code, said.count(b"\n")) == (141, 1), said
    assert b"Entry 5 was saved" in said
    assert february.do("totals --format json").json["book"]["entries"] == 5


def malformed(*_words: object) -> None:
    """As SQLite does on a page that was overwritten."""
    fault = sqlite3.DatabaseError("database disk image is malformed")
    fault.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    raise fault


@pytest.mark.parametrize("language", ["en", "zh"])
def test_C4_a_confirmation_that_fails_otherwise(february: Desk, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """An output that lacks characters, one closed meanwhile, a book that can't be read any more: exit 74, and it is said."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    said = io.StringIO()
    closed = io.StringIO()
    closed.close()
    outputs = (io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="strict"), closed, io.StringIO())
    for number, out in enumerate(outputs, 4):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", said)
            if number == 6:
                patch.setattr("donations.services.recording.shown_names", malformed)
            assert boundary.run(app.root(), list(GIFT_WORDS)) == 74
        line = said.getvalue().splitlines()[-1]
        check_sentence(line, language)
        assert (f"Entry {number} was saved" if language == "en" else f"第 {number} 号已经登记") in line
        assert len(said.getvalue().splitlines()) == number - 3
    assert february.do("totals --format json").json["book"]["entries"] == 6


def test_H10_a_closed_stdout_is_no_fault(february: Desk) -> None:
    """`donations totals >&-`: a sentence or nothing, never a traceback."""
    code, _out, said = run_program("totals", "--book", str(february.book), before=("sh", "-c", 'exec "$@" >&-', "sh"))
    assert code in {0, 74}, said
    assert b"Traceback" not in said
    assert len(said.splitlines()) <= 1


def as_nobody(*words: str) -> tuple[int, str, str]:
    """Run the program as a user who owns nothing: in a fork of this process, since that user may not start our Python."""
    boundary.run(app.root(), ["--version"])
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            code = 99
            try:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
                sys.stdout = open(out.fileno(), "w", encoding="utf-8", closefd=False)  # noqa: SIM115
                sys.stderr = open(said.fileno(), "w", encoding="utf-8", closefd=False)  # noqa: SIM115
                code = boundary.run(app.root(), list(words))
                sys.stdout.flush()
                sys.stderr.flush()
            finally:
                os._exit(code)
        _child, status = os.waitpid(child, 0)
        for stream in (out, said):
            stream.seek(0)
        return os.waitstatus_to_exitcode(status), out.read().decode(), said.read().decode()


@pytest.fixture
def shared(february: Desk) -> Iterator[Path]:
    """The book in a folder that another user can read, and not write."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can run the program as somebody else")
    for line in ("totals --format json", "check", "receive 李华 口罩1个 --date 2020-02-01"):
        february.do(line)  # what is imported late is loaded now, before the other user runs
    february.run("totals --format json -o", str(february.book.parent / "loaded.json"))
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        folder = Path(name)
        folder.chmod(0o755)
        book = folder / "book.db"
        shutil.copy(february.book, book)
        book.chmod(0o644)
        yield book


def test_C5_who_may_only_read_reads_and_writes_nothing(shared: Path) -> None:
    """Reports work in a folder that can't be written; writing is refused with its reason, and the bytes stay."""
    before = fingerprint(shared)
    here = ("--book", str(shared))
    code, out, said = as_nobody("totals", "--format", "json", *here)
    assert code == 0, said
    assert "九江市" in out
    assert as_nobody("check", *here)[0] == 0
    for words in (
        ("receive", "李华", "口罩5个", "--date", "2020-02-01", *here),
        ("totals", "--format", "json", "-o", str(shared.parent / "x.json"), *here),
        ("init", "--name", "协会", "--book", str(shared.parent / "new.db")),
    ):
        code, out, said = as_nobody(*words)
        assert (code, out) == (74, ""), said
        check_sentence(said, "en")
    assert fingerprint(shared) == before
    assert [file.name for file in shared.parent.iterdir()] == ["book.db"]


def test_C5_who_may_not_read_is_told_so(shared: Path) -> None:
    """A book for its owner only: one sentence."""
    shared.chmod(0o600)
    for verb in (("totals",), ("receive", "李华", "口罩5个"), ("check",)):
        code, _out, said = as_nobody(*verb, "--book", str(shared))
        assert code == 74
        check_sentence(said, "en")


# --- what the terminal can't print

TONGUES = {
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
    "gbk": {"PYTHONIOENCODING": "gbk"},
    "cp936": {"PYTHONIOENCODING": "cp936:strict"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
}


@pytest.mark.parametrize("tongue", TONGUES)
def test_E6_no_encoding_stops_the_program(desk: Desk, tongue: str) -> None:
    """Rare characters, ¥, € and emoji in names and notes; a terminal of ASCII or GBK: every command ends as elsewhere."""
    desk.do("receive 李𠮷 口罩500个 --date 2020-02-01 --city 九江市 --note", "¥500 € ✓ 😷 𠮷")
    commands = ("totals", "totals --format json", "totals --format table", "totals --format csv", "ledger --format table", "show 1", "check", "info",
                "--help", "journal --format tsv", "donors")  # fmt: skip
    for number, words in enumerate(commands, list(TONGUES).index(tongue)):  # each command speaks both languages
        where = [] if words == "--help" else ["--book", str(desk.book)]
        spoken = {**TONGUES[tongue], "DONATIONS_LANG": LANGUAGES[number % len(LANGUAGES)]}
        code, _out, said = run_program(*words.split(), *where, settings=spoken)
        assert code == 0, (words, said)
        assert b"Traceback" not in said
    code, _out, said = run_program("receive", "李𠮷", "口罩5箱", "--book", str(desk.book), settings=TONGUES[tongue])
    assert code == 65
    assert len(said.splitlines()) == 1
    code, _out, said = run_program(
        "distribute", "市三院", "口罩1个", "--date", "2020-02-02", "--book", str(desk.book), settings=TONGUES[tongue]
    )
    assert code == 0, said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rename 李华 李花", "There is no command “rename”; did you mean donors rename, items rename?"),
        ("undo 3", "There is no command “undo”; did you mean reverse, import --undo?"),
        ("ledger --donor 李华", "There is no option --donor here; did you mean --party?"),
        ("ledger --boko x", "There is no option --boko here; did you mean --book?"),
        ("close --donor x", "There is no option --donor here. `"),
    ],
)
def test_what_is_suggested_is_what_may_have_been_meant(desk: Desk, line: str, said: str) -> None:
    assert said in desk.refused(line, code=2)


def test_a_nickname_that_gave_already_is_told_to_be_merged(february: Desk) -> None:
    """With the command to copy: it can't be an alias, since what it gave stands under it."""
    february.do("receive 小太阳 20元 --date 2020-02-05")
    said = february.refused("donors alias 李华 小太阳")
    assert said.endswith("merge the two: `donations donors merge 小太阳 李华 --reason …`. Nothing was changed.")
    february.do("donors merge 小太阳 李华 --reason 昵称")
    assert "donations items merge 鸭蛋 鸡蛋" in february.refused("items alias 鸡蛋 鸭蛋")
