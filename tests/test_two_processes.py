"""A long ledger made by two processes: to the byte what one alone makes, also where the second fails or is in the way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping

import pytest
from harness.program import PROGRAM, surroundings

from donations.output import two_processes
from donations.reports.table import MANY

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="Linux alone has what it takes"),
    pytest.mark.skipif(
        hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) < 2, reason="there is one processor"
    ),
]

WAYS = [
    "--format tsv",
    "--format csv",
    "--format tsv --raw",
    "--format csv --raw",
    "--format json",
    "--from 2020-02-03",
]
ALONE = {two_processes.ONE_ALONE: "1"}

WATCHED = """
import os, runpy, sys
from donations.output import two_processes
from donations.store import same_sight
forking = os.fork
def fork():
    child = forking()
    if child:
        os.write(2, b"forked\\n")
    return child
os.fork = fork
{more}
sys.argv = ["donations", *sys.argv[1:]]
runpy.run_module("donations", run_name="__main__")
"""
SEES_ANOTHER = "from donations.reports import pieces\npieces.seen_again = lambda book, last: same_sight.seen_again(book, (last[0] + 1, last[1]))"
FAILS = "def fail(*_words): raise ValueError\nfrom donations.reports import pieces\npieces.seen_again = fail"
IS_KILLED = """
def say(said, own):
    [text, counted], *_more = own
    said.write(two_processes._HEAD.pack(len(text.encode()), counted) + text.encode()[:9])
    said.flush()
    os.kill(os.getpid(), 9)
two_processes._say = say
"""


@pytest.fixture(scope="module")
def surrounded(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The environment of a book with more entries than two processes need, of days that lie to and fro, with joint gifts, signs and formulas."""
    folder = tmp_path_factory.mktemp("long")
    rows = [
        f"2020-02-{number * 7 % 29 + 1:02},{('李华', '王芳、赵敏', '甲公司')[number % 3]},口罩{number % 9 + 1}个,{('', '-5', '三﻿四', '甲🎁')[number % 4]}"
        for number in range(MANY + 700)
    ]
    paper = folder / "gifts.csv"
    paper.write_text("日期,捐赠人,捐赠物资,备注\n" + "\n".join(rows) + "\n", encoding="utf-8")
    found = surroundings(folder, {"DONATIONS_BOOK": str(folder / "book.db")})
    for words in (["init"], ["import", str(paper), "--yes"]):
        subprocess.run([*PROGRAM, *words], env=found, check=True, capture_output=True)
    return found


def printed(
    surrounded: Mapping[str, str], words: str, more: str = "", setting: Mapping[str, str] | None = None
) -> tuple[int, bytes, str]:
    """The exit code of `ledger` with these words, what it prints, and what it says."""
    line = [sys.executable, "-c", WATCHED.format(more=more), "ledger", *words.split()]
    ended = subprocess.run(line, env={**surrounded, **(setting or {})}, capture_output=True, check=False)
    return ended.returncode, ended.stdout, ended.stderr.decode()


@pytest.mark.parametrize("way", WAYS)
def test_two_make_what_one_makes(surrounded: Mapping[str, str], way: str) -> None:
    alone, both = printed(surrounded, way, setting=ALONE), printed(surrounded, way)
    assert "forked" not in alone[2]
    assert both == (0, alone[1], "forked\n" + alone[2])
    assert both[1].count(b"\n") > MANY


@pytest.mark.parametrize("more", [SEES_ANOTHER, FAILS, IS_KILLED], ids=["sees another book", "fails", "is killed"])
@pytest.mark.parametrize("way", ["--format csv", "--format json"])
def test_what_the_second_leaves_the_first_makes(surrounded: Mapping[str, str], way: str, more: str) -> None:
    assert printed(surrounded, way, more)[:2] == printed(surrounded, way, setting=ALONE)[:2]


@pytest.mark.parametrize("words", ["--item 口罩", "--party 李华", "--from 2020-02-28"])
def test_few_entries_and_a_choice_of_them_are_made_by_one(surrounded: Mapping[str, str], words: str) -> None:
    code, out, said = printed(surrounded, words)
    assert (code, "forked" in said) == (0, False)
    assert out


def is_there(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def ended_by(surrounded: Mapping[str, str], setting: Mapping[str, str], end: str) -> tuple[int, str]:
    """How a ledger ends whose reader goes away, or that is told to end while nobody reads on; nothing of it is left."""
    line = [sys.executable, "-c", WATCHED.format(more=""), "ledger", "--format", "json"]
    process = subprocess.Popen(
        line, env={**surrounded, **setting}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    if end == "closed":
        process.stdout.close()
    else:
        process.send_signal(getattr(signal, end))
    said = process.stderr.read().decode().replace("forked\n", "")
    code = process.wait(60)
    until = time.monotonic() + 20  # the second sees by its next text that the first was killed
    while is_there(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(process.pid)
    process.stderr.close()
    process.stdout.close()
    return code, said


@pytest.mark.parametrize("end", ["closed", "SIGINT", "SIGTERM", "SIGKILL"])
def test_both_end_at_once_and_as_one_does(surrounded: Mapping[str, str], end: str) -> None:
    assert ended_by(surrounded, {}, end) == ended_by(surrounded, ALONE, end)
