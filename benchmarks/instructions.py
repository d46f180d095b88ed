"""How many instructions six commands take on a small book, held against what they took before.

    python benchmarks/instructions.py [--write]

Counted by valgrind, which no clock and no busy machine changes: a command that takes 15 % more than the baseline fails.
Another version of Python runs other instructions, so the baseline names its own; on another one the counts are only said.
"""

import argparse
import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import donations

BASELINE = Path(__file__).with_suffix(".json")
SAMPLE = Path(__file__).resolve().parent.parent / "sample_data" / "february.txt"
MARGIN = 1.15
COMMANDS = {
    "init": ["init", "--book", "new.db"],
    "receive": ["receive", "李华", "口罩5个", "--date", "2020-02-28", "--yes"],
    "totals": ["totals", "--format", "tsv"],
    "stock": ["stock", "--format", "tsv"],
    "month": ["month", "2020-02", "--format", "tsv"],
    "check": ["check"],
}
_COUNTED = re.compile(r"I\s+refs:\s+([0-9,]+)")


def python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def surroundings(folder: Path) -> dict[str, str]:
    """Nothing of this machine that would change what is run."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
    fixed = {"PYTHONHASHSEED": "0", "DONATIONS_LANG": "en", "DONATIONS_BOOK": "book.db", "LC_ALL": "C.UTF-8"}
    return {**kept, **fixed, "HOME": str(folder)}


def count(words: list[str], made: Path) -> int:
    """The instructions of one command on a copy of the book `made`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(made, folder / "book.db")
        tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        command = [*tool, sys.executable, "-m", "donations", *words]
        ended = subprocess.run(
            command, cwd=folder, env=surroundings(folder), check=False, capture_output=True, text=True, encoding="utf-8"
        )
    found = _COUNTED.search(ended.stderr)
    if ended.returncode or found is None:
        raise SystemExit(f"exit {ended.returncode}: {' '.join(command)}\n{ended.stderr}")
    return int(found[1].replace(",", ""))


def measured() -> dict[str, int]:
    """The instructions of all commands; byte-code is compiled first."""
    compileall.compile_dir(str(Path(donations.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = [sys.executable, "-m", "donations", "run", str(SAMPLE)]
        subprocess.run(start, cwd=folder, env=surroundings(folder), check=True, capture_output=True)
        return {command: count(words, folder / "book.db") for command, words in COMMANDS.items()}


def slower(found: dict[str, int], before: dict[str, int]) -> list[str]:
    """The commands that take more than they may."""
    return [command for command, instructions in found.items() if instructions > before[command] * MARGIN]


def main() -> int:
    """Count, print beside the baseline, and say what is slower."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="make these counts the baseline")
    write = parser.parse_args().write
    if shutil.which("valgrind") is None:
        raise SystemExit("valgrind is not installed: nothing was counted")
    found = measured()
    if write:
        BASELINE.write_text(json.dumps({"python": python(), "instructions": found}, indent=2) + "\n", encoding="utf-8")
    baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    before: dict[str, int] = baseline["instructions"]
    for command, instructions in found.items():
        print(f"{command:8} {instructions:14,} {instructions / before[command]:6.3f} of the baseline")
    if baseline["python"] != python():
        print(f"NOT COMPARED: the baseline is of Python {baseline['python']}, this is {python()}")
        return 0
    if too_slow := slower(found, before):
        print(f"slower by more than {MARGIN - 1:.0%}: {', '.join(too_slow)}. Find out why, or say so with --write.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
