# ruff: noqa: N802 - the names of the catalogue
"""No command calls what was typed a fault of the program, and what is refused has done nothing."""

import os
import random
import shlex
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk, content
from every_command import EVERY, START
from harness.counts import Tries
from harness.program import PROGRAM, surroundings
from test_bad_input import check_sentence

from donations.cli import app


@pytest.fixture
def started(desk: Desk) -> Desk:
    """A book in which every command can be done."""
    desk.begin(*START)
    return desk


def is_shown(verb: str) -> bool:
    """Whether the verb has the options of a report."""
    command: Any = app.root()
    for word in verb.split():
        command = command.get_command(None, word)
    options = {name for parameter in command.params for name in parameter.opts}
    return {"--format", "--raw", "--force"} <= options


SHOWN = {verb: line for verb, line in EVERY.items() if is_shown(verb)}
SAID_FIRST = {
    "due": "due --emergency 2020-01-27", "check": "check --rebuild", "month": "month 2020-02 --public",
    "donors contact": "donors contact 李华 --phone 13800138000", "certificate": "certificate 李华",
}  # fmt: skip
"""Words with which a verb keeps, makes or says something before it shows its report."""


@pytest.mark.parametrize("words", ["--format xls", "-o report", "-o {folder}", "-o there.csv", "-o {book} --force"])
@pytest.mark.parametrize("verb", SHOWN)
def test_what_cannot_be_shown_is_refused_before_anything_is_done(
    started: Desk, tmp_path: Path, verb: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`due` kept what was said and then had no place for its report; reports warned of what they didn't show."""
    monkeypatch.chdir(tmp_path)
    Path("there.csv").touch()
    before = content(started.book)
    answer = started.run(f"{SAID_FIRST.get(verb, SHOWN[verb])} {words.format(folder=tmp_path, book=started.book)}")
    assert answer.code in {1, 2, 74}, answer
    assert answer.out == ""
    check_sentence(answer.err, "en")
    assert content(started.book) == before


NO_TEXT = "李\udc80华"


@pytest.mark.parametrize(
    "line",
    [
        "receive 李华 口罩5个 --request-id", "items add 手套 --unit", "items add 手套 --category", "items pack 口罩", "totals --item",
        "reverse 1 --reason 误 --request-id", "donors add", "donors contact 李华 --wechat", "sql", "trace", "stock --purpose",
        "receive 李华 口罩5个 --into-closed", "check --digest", "statement", "due --emergency", "publish --reason",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_bytes_that_are_no_text_are_refused_wherever_they_are_typed(
    started: Desk, line: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some options were taken as they came, and SQLite's refusal of them for a fault of ours."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    before = content(started.book)
    answer = started.run(line, NO_TEXT)
    assert answer.code in {0, 1, 2, 65, 66}, answer
    if answer.code:
        check_sentence(answer.err, language)
        assert content(started.book) == before


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("salvage ''", 74), ("salvage /", 74), ("salvage ..", 74), ("backup --book /", 66), ("restore {book} --book / --yes", 66),
        ("totals --book /", 66), ("init --book /", 66), ("backup / --book /", 66), ("restore {book} --yes --book {deep}/book.db", 74),
    ],
)  # fmt: skip
def test_a_path_without_a_name_is_no_fault_of_ours(started: Desk, line: str, code: int) -> None:
    """The root of all folders, and what is deeper than any folder lies."""
    words = line.format(book=started.book, deep=started.book.parent / "/".join("d" * 2500))
    check_sentence(started.refused(words, code=code), "en")


def test_a_backup_of_no_book_leaves_no_folder(desk: Desk, tmp_path: Path) -> None:
    """A folder `backups` was made beside what is no book."""
    (tmp_path / "folder").mkdir()
    desk.run(f"backup --book {tmp_path / 'folder'}")
    desk.run(f"backup --book {tmp_path / 'none.db'}")
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    "line", ["receive 李\0华 口罩5个", "totals -o a\0b.csv", "totals --book a\0b.db", "sql 'select \0'"]
)
def test_a_sign_that_nobody_can_type_is_refused_in_a_file_of_commands(started: Desk, tmp_path: Path, line: str) -> None:
    """No word of a command has it, but a file may; the system's refusal of such a name was called a fault of ours."""
    file = tmp_path / "commands.txt"
    file.write_text(f"receive 李华 口罩5个 --date 2020-02-01\n{line}\n", encoding="utf-8")
    said = started.refused(f"run {shlex.quote(str(file))}", code=65)
    check_sentence(said, "en")
    assert "line 2" in said


BROKEN = {
    "sums beyond all measure": ("update day_total set adjusted_about = 4611686018427387904", "totals --from 2020-02-01 --to 2020-02-03"),
    "sums of months": ("update month_total set spent_unknown = 4611686018427387904", "totals --month 2020-02"),
    "stock": ("update day_stock set abouts = 4611686018427387904", "publish 2020-02 --yes"),
    "an item that leads nowhere": ("update item set merged_into = 4611686018427387904 where number = 2", "publish 2020-02 --yes"),
    "what corrects itself": ("update entry set corrects = 2 where number = 2", "correct 2 --note 乙"),
    "nothing but a name": ("update party_name set name = null, key = null", "statement --all"),
}  # fmt: skip
"""What another program wrote into a sound file, and a command that can do nothing with it."""


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("case", BROKEN)
def test_what_another_program_wrote_is_no_fault_of_ours(
    started: Desk, case: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our code stumbled, `check` too: a sentence about the book, and a table with the rule that can't be held."""
    sql, line = BROKEN[case]
    with closing(sqlite3.connect(started.book)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        for [trigger] in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            connection.execute(f"drop trigger {trigger}")
        connection.execute(sql)
        connection.commit()
    monkeypatch.setenv("DONATIONS_LANG", language)
    file = started.book.parent / "commands.txt"
    file.write_text(line, encoding="utf-8")
    for words in (line, "check --format json", *([] if "publish" in line else [f"run {file}"])):
        answer = started.run(words)
        assert answer.code in {0, 1, 65}, (words, answer)
        if answer.code == 65 and not answer.out:
            check_sentence(answer.err, language)
    assert started.run("check").code in {1, 65}


SEEDS = {
    None: 3, 0: 2, -1: 2, 1: 1, 2**62: 3, -(2**62): 1, 10**9: 1, 1.5: 1, "": 1, "x": 2, "2020-02-30": 1, "0000-00-00": 1, "[1, 2]": 1, "{}": 1, b"\xff": 1,
}  # fmt: skip
"""Values by how often they are tried."""


def replaced(book: Path, chance: random.Random) -> str:
    """One value somewhere in the book replaced by another, past every guard; which it was."""
    with closing(sqlite3.connect(book)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute("pragma synchronous = off")
        objects = connection.execute("select type, name, sql from sqlite_master").fetchall()
        guards = [(name, sql) for type_, name, sql in objects if type_ == "trigger"]
        for name, _sql in guards:
            connection.execute(f"drop trigger {name}")
        tables = [name for type_, name, _sql in objects if type_ == "table" and not name.startswith("_")]
        while True:
            table = chance.choice(tables)
            column = chance.choice([row[1] for row in connection.execute(f"pragma table_info({table})")])
            held = connection.execute(f"select {column} from {table} order by 1").fetchall()
            [value] = chance.choices(list(SEEDS), list(SEEDS.values()))
            with suppress(sqlite3.Error):  # a kind that the column refuses
                if held:
                    connection.execute(f"update {table} set {column} = ? where {column} is ?", (value, held[-1][0]))
                    break
        for _name, sql in guards:
            connection.execute(sql)
        connection.commit()
    return f"{table}.{column}: {held[-1][0]!r} -> {value!r}"


@pytest.mark.promise("D2", full=300, short=12)
def test_D2_whatever_another_program_wrote_no_command_stumbles_over_it(
    started: Desk, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """An answer, a sentence, or what `check` and `salvage` make of it."""
    for line in (
        "certificate 1",
        "publish 2020-02 --yes",
        "donors contact 李华 --phone 1",
        "consent 2 named",
        "close 2020-01",
    ):
        started.run(line)
    sound = started.book.read_bytes()
    lines = [*EVERY.values(), "publish --yes", "publish --list", "certificate --list", "statement --all", "export book"]
    for _try in tries:
        started.book.write_bytes(sound)
        what = replaced(started.book, chance)
        broken = started.book.read_bytes()
        for line in ("check", f"salvage {started.book} -o {tmp_path / 'new.db'}", *chance.sample(lines, 4)):
            started.book.write_bytes(broken)
            answer = started.run(line)
            assert answer.code in {0, 1, 2, 65, 66, 74}, (what, line, answer)
            assert "Traceback" not in answer.err, (what, line)
        (tmp_path / "new.db").unlink(missing_ok=True)


def run_in_shell(folder: Path, command: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """The program started by a shell, as `command` says with `donations` for it."""
    words = command.replace("donations ", f"{shlex.join(PROGRAM)} ")
    surrounded = surroundings(folder) | settings
    return subprocess.run(
        ["sh", "-c", words], env=surrounded, capture_output=True, check=False, cwd=folder, timeout=300
    )


@pytest.mark.skipif(os.name == "nt", reason="the shell's own words")
@pytest.mark.parametrize(
    ("command", "codes"),
    [
        ("donations month 2020-02 --format xlsx | true", {0}), ("donations import a.csv --dry-run >&-", {0}),
        ("donations import a.csv --yes --format json >&-", {0}), ("donations run lines.txt >&-", {0}),
        ("donations publish --dry-run >&-", {0}), ("donations sql 'select 1' --format xlsx >&-", {0}),
    ],
)  # fmt: skip
def test_H10_an_output_that_takes_nothing_is_no_fault(started: Desk, command: str, codes: set[int]) -> None:
    """A pipe closed early was answered by the report in another format; what was imported was called a fault."""
    folder = started.book.parent
    (folder / "a.csv").write_text("姓名,金额,日期\n李华,5,2020-02-01\n", encoding="utf-8")
    (folder / "lines.txt").write_text("receive 李华 5元 --date 2020-02-09 --format json\n", encoding="utf-8")
    answer = run_in_shell(folder, command, DONATIONS_BOOK=str(started.book))
    assert answer.returncode in codes, answer.stderr.decode()
    assert b"fault of donations" not in answer.stderr
    assert b"Traceback" not in answer.stderr
    if "--yes" in command or " run " in command:
        assert started.totals()[None, "CNY"]["received"] == "5"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system's zones")
@pytest.mark.parametrize("zone", ["UTC+99", "<+99>-99", "Nowhere/None", ":", ""])
def test_a_zone_that_is_none_stops_nothing(desk: Desk, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What day it is was asked of the system, which said a zone further from UTC than Python believes."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        try:
            for line in (
                "receive 李华 5元",
                "totals --format table",
                "due",
                "backup",
                "show 1 --format table",
            ):
                assert desk.do(line).code == 0
        finally:
            patch.undo()
            time.tzset()
