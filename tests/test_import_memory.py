# ruff: noqa: N802 - the names of the catalogue
"""C6: a large paper with little memory: imported, or refused in a sentence with nothing kept."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import content
from harness.counts import Tries
from harness.program import PROGRAM, entries, surroundings

from donations.cli import boundary
from donations.errors import Fault, NotEnoughMemory

MEGABYTE = 1 << 20
LIMITED = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_AS, 2 * (int(sys.argv[1]),)); os.execv(sys.argv[2], sys.argv[2:])"
"""In a process of its own: between fork and exec a grown process of tests would itself be short of memory."""


def gifts(file: Path, rows: int, chance: random.Random) -> Path:
    """A CSV of gifts by some thousand donors."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write("日期,捐赠人,物资,数量,单位,城市\n")
        for _row in range(rows):
            day, who, what = chance.randrange(1, 29), chance.randrange(2000), chance.randrange(40)
            stream.write(
                f"2020-{chance.randrange(1, 13):02}-{day:02},人{who},物资{what}型,{chance.randrange(1, 999)},个,九江市\n"
            )
    return file


def limited(folder: Path, megabytes: int, *words: str, **beside: str) -> subprocess.CompletedProcess[str]:
    """The program with so much memory to address, and `beside` in its environment."""
    command = (sys.executable, "-c", LIMITED, str(megabytes * MEGABYTE), *PROGRAM, *words)
    environment = {**surroundings(folder), **beside}
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.promise("C6", full=1_000_000, short=30_000)
def test_C6_a_large_paper_in_400_megabytes(
    book_path: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """A row is a try: all of them are in the book."""
    file = gifts(tmp_path / "gifts.csv", tries.planned, chance)
    ended = limited(tmp_path, 400, "import", str(file), "--book", str(book_path))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(entries(book_path)) == tries.planned
    tries.add(tries.planned)
    assert limited(tmp_path, 400, "check", "--book", str(book_path)).returncode == 0


@pytest.mark.promise("C6", full=20, short=3)
def test_C6_with_less_it_is_refused_and_nothing_is_kept(
    book_path: Path, tmp_path: Path, tries: Tries, chance: random.Random
) -> None:
    """Below what is needed: one sentence, no traceback, the book as before. What it needs is more than the program needs to start (35 MB), and less than 70."""
    file = gifts(tmp_path / "gifts.csv", 20_000, chance)
    before = content(book_path)
    refused = 0
    for number in tries:
        megabytes = 38 + number * 30 // tries.planned
        # Nothing is compiled yet: where memory is out then, Python says SystemError or SyntaxError of a module that is in order.
        uncompiled = {"PYTHONPYCACHEPREFIX": str(tmp_path / "none"), "PYTHONDONTWRITEBYTECODE": "1"}
        ended = limited(tmp_path, megabytes, "import", str(file), "--book", str(book_path), **uncompiled)
        if ended.returncode == 0:
            break
        refused += 1
        assert (ended.returncode, len(ended.stderr.splitlines())) == (74, 1), ended.stderr
        assert content(book_path) == before
    assert refused
    assert not list(book_path.parent.glob("*-journal"))


@pytest.mark.parametrize(
    "raised", [SystemError("returned NULL without setting an exception"), ImportError("failed to map segment")]
)
def test_what_python_says_of_itself_is_lack_of_memory_only_where_little_is_left(
    raised: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise it is a fault, to be reported."""
    assert isinstance(boundary._as_refusal(raised), Fault)
    monkeypatch.setattr(boundary, "_SMALL", 1 << 62)
    assert isinstance(boundary._as_refusal(raised), NotEnoughMemory)
