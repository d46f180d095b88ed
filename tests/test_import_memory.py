# ruff: noqa: N802 - the names of the catalogue
"""C6: a large paper with little memory: imported, or refused in a sentence with nothing kept."""

import compileall
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import content
from harness.counts import Tries
from harness.program import PROGRAM, entries, surroundings

import donations

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


def limited(folder: Path, megabytes: int, *words: str) -> subprocess.CompletedProcess[str]:
    """The program with so much memory to address."""
    command = (sys.executable, "-c", LIMITED, str(megabytes * MEGABYTE), *PROGRAM, *words)
    return subprocess.run(
        command, env=surroundings(folder), capture_output=True, text=True, encoding="utf-8", check=False
    )


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
    # Where Python has yet to compile a module when memory is out, it says SystemError: an error of its own.
    assert compileall.compile_dir(Path(donations.__file__).parent, quiet=1)
    file = gifts(tmp_path / "gifts.csv", 20_000, chance)
    before = content(book_path)
    refused = 0
    for number in tries:
        ended = limited(tmp_path, 38 + number * 30 // tries.planned, "import", str(file), "--book", str(book_path))
        if ended.returncode == 0:
            break
        refused += 1
        assert (ended.returncode, len(ended.stderr.splitlines())) == (74, 1), ended.stderr
        assert content(book_path) == before
    assert refused
    assert not list(book_path.parent.glob("*-journal"))
