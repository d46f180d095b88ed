"""How long a command takes beside what people would use instead: whole processes, in turn, in one run.

    python benchmarks/start_up.py [--runs 21]

Prints, for each pair, the median of the ratios ours/theirs. Byte-code is compiled first; the book is the sample's.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import donations

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample_data" / "february.txt"


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """How long `command` takes as a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def ratio(
    ours: Sequence[str], theirs: Sequence[str], runs: int, environment: dict[str, str]
) -> tuple[float, float, float]:
    """Lowest, median and highest of ours/theirs over `runs` pairs, after a warm-up that doesn't count."""
    pairs = [(seconds(ours, environment), seconds(theirs, environment)) for _ in range(runs + 1)][1:]
    ratios = sorted(mine / other for mine, other in pairs)
    return ratios[0], statistics.median(ratios), ratios[-1]


def main() -> None:
    """Run the pairs and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    compileall.compile_dir(str(Path(donations.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        book = str(Path(folder) / "book.db")
        environment = {**os.environ, "DONATIONS_BOOK": book}
        ours = [sys.executable, "-m", "donations"]
        subprocess.run(
            [*ours, "run", str(SAMPLE)],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        sqlite_utils, bare = [sys.executable, "-m", "sqlite_utils"], [sys.executable, "-c", "pass"]
        query = "select city, item, sum(received) from day_total group by city, item"
        table = (
            (
                "donations totals",
                "sqlite-utils query, same file",
                [*ours, "totals"],
                [*sqlite_utils, "query", book, query],
            ),
            ("donations --help", "sqlite-utils --help", [*ours, "--help"], [*sqlite_utils, "--help"]),
            ("donations totals", "python -c pass", [*ours, "totals"], bare),
            ("donations --help", "python -c pass", [*ours, "--help"], bare),
            (
                "donations stock",
                "sqlite-utils query, same file",
                [*ours, "stock"],
                [*sqlite_utils, "query", book, query],
            ),
        )
        print(f"{'ours':18} {'theirs':30} {'lowest':>7} {'median':>7} {'highest':>8}   of {runs} pairs")
        for name, other, mine, theirs in table:
            low, middle, high = ratio(mine, theirs, runs, environment)
            print(f"{name:18} {other:30} {low:7.2f} {middle:7.2f} {high:8.2f}")


if __name__ == "__main__":
    main()
