# ruff: noqa: N802 - the names of the catalogue
"""E8: installed in an empty environment, without a network, and quick to start."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from harness.program import ROOT

SECONDS_TO_FIRST_REPORT = 60
SECONDS_OF_WORK_TO_START = 0.25
"""Of the processor, which doesn't depend on what else the machine does; the catalogue's number."""


def run(*words: str | Path, home: Path) -> str:
    """Run a command away from this environment; what it prints."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DONATIONS", "VIRTUAL"))
    }
    environment = {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home), "DONATIONS_LANG": "en"}
    ended = subprocess.run(words, env=environment, cwd=home, capture_output=True, text=True, timeout=900, check=False)
    assert ended.returncode == 0, (words, ended.stdout[-2000:], ended.stderr[-2000:])
    return ended.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our wheel and those it needs; skipped where the package index can't be reached."""
    folder = tmp_path_factory.mktemp("wheels")
    words = [sys.executable, "-m", "pip", "wheel", "-q", "-w", str(folder), str(ROOT)]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=900, check=False)
    if ended.returncode:
        pytest.skip("the package index can't be reached, or pip is missing")
    return folder


@pytest.mark.long
def test_E8_from_nothing_to_the_first_report_in_a_minute(wheels: Path, tmp_path: Path) -> None:
    """An empty environment, no index: install, make a book, record a gift, read the totals."""
    begun = time.monotonic()
    run(sys.executable, "-m", "venv", tmp_path / "venv", home=tmp_path)
    python, program = tmp_path / "venv" / "bin" / "python", tmp_path / "venv" / "bin" / "donations"
    run(python, "-m", "pip", "install", "-q", "--no-index", "--find-links", wheels, "donations", home=tmp_path)
    run(program, "init", "--name", "协会", home=tmp_path)
    run(program, "receive", "李华", "口罩500个", "--city", "九江市", home=tmp_path)
    assert "九江市\t口罩\t个\t500" in run(program, "totals", home=tmp_path)
    assert time.monotonic() - begun < SECONDS_TO_FIRST_REPORT
    assert "用法" in run("env", "DONATIONS_LANG=zh_CN", program, "--help", home=tmp_path), (
        "the catalogue is in the wheel"
    )
    for words in (("totals",), ("--help",), ("receive", "李华", "口罩1个")):
        assert min(work_of(program, *words, home=tmp_path) for _run in range(5)) < SECONDS_OF_WORK_TO_START, words


def work_of(program: Path, *words: str, home: Path) -> float:
    """Seconds of the processor that a command takes, start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(program, *words, home=home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.long
def test_E8_sees_what_the_wheel_lacks(wheels: Path, tmp_path: Path) -> None:
    """Broken on purpose: without the wheels of what it needs, nothing is installed."""
    alone = tmp_path / "alone"
    alone.mkdir()
    [ours] = wheels.glob("donations-*.whl")
    (alone / ours.name).write_bytes(ours.read_bytes())
    run(sys.executable, "-m", "venv", tmp_path / "venv", home=tmp_path)
    with pytest.raises(AssertionError):
        run(tmp_path / "venv" / "bin" / "python", "-m", "pip", "install", "-q", "--no-index", "--find-links", alone, "donations", home=tmp_path)  # fmt: skip
