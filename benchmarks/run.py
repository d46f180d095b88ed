"""Ours beside what people would use instead, in turn and in one run, on books made from a seed.

    python benchmarks/run.py [--sizes 100 10000] [--rounds 5] [--seed 1] [--only P2 P5] [--folder DIR] [--write]

Prints ratios (medians of so many pairs, of up to 15 where both are quick), targets, seconds and memory as a table in Markdown;
who is not installed stands in it too.
`--write` puts table and picture into docs/performance.md after every pair, so that what was measured stays though the run is
cut off. A million entries take minutes to make and some GB of memory
for the others; `--folder` keeps what was made for another time. What takes longer than a minute is run once,
and others that take longer than two are stopped.
"""

import argparse
import compileall
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import bench_others
import bench_page
from bench_books import made
from bench_page import Found
from bench_targets import Command, Pair, pairs

import donations

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"
PICTURE = PAGE.with_name("performance.svg")
PATIENCE = 60
"""Seconds; what takes longer is run once, and its ratio is one of hundreds: no second run would change what it says."""
MOST_ROUNDS, WORTH_NO_MORE = 15, 5
"""Rounds of what is quick, which end after so many seconds."""
LONGEST = 120
"""Seconds that the others are waited for: what takes longer is stopped, and the ratio said to be smaller than that."""


class Run(NamedTuple):
    """Seconds and the most memory, in MB, of one run as a process of its own, and whether it was stopped."""

    seconds: float
    megabytes: float
    is_stopped: bool = False


@contextmanager
def terminal() -> Iterator[int]:
    """A terminal of 120 columns that somebody reads from as fast as it is written to."""
    reader, writer = pty.openpty()
    termios.tcsetwinsize(writer, (40, 120))

    def read() -> None:
        with suppress(OSError):  # what a terminal says when the last writer is gone
            while os.read(reader, 65_536):
                pass

    reading = threading.Thread(target=read)
    reading.start()
    try:
        yield writer
    finally:
        os.close(writer)
        reading.join()
        os.close(reader)


def once(command: Command, longest: float | None = None) -> Run:
    """Run it; after `longest` seconds it is stopped."""
    command.before()
    begun = time.perf_counter()
    with (
        tempfile.TemporaryFile() as said,
        terminal() if command.on_terminal else nullcontext(subprocess.DEVNULL) as out,
    ):
        process = subprocess.Popen(command.words, stdout=out, stderr=said)
        watch = threading.Timer(longest, process.kill) if longest else None
        if watch:
            watch.start()
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        if watch:
            watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        is_stopped = longest is not None and seconds >= longest
        if process.returncode and not is_stopped:
            said.seek(0)
            reason = said.read().decode(errors="replace")
            raise SystemExit(f"exit {process.returncode}: {' '.join(command.words)}\n{reason}")
    return Run(seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024), is_stopped)


def measured(pair: Pair, other: Command, rounds: int) -> Found:
    """Both in turn, so many times; one more time before, which counts alone where a run takes longer than PATIENCE.

    What is quick is run more often, since a moment's noise is a part of it.
    """
    runs = [(once(pair.ours), once(other, LONGEST))]
    if runs[0][1].seconds < PATIENCE:
        runs, begun = [], time.perf_counter()
        while len(runs) < rounds or (len(runs) < MOST_ROUNDS and time.perf_counter() - begun < WORTH_NO_MORE):
            runs.append((once(pair.ours), once(other, LONGEST)))
    ratio = statistics.median(mine.seconds / theirs.seconds for mine, theirs in runs)
    seconds, theirs = (statistics.median(run[which].seconds for run in runs) for which in (0, 1))
    is_stopped = any(theirs.is_stopped for _mine, theirs in runs)
    return Found(pair, ratio, seconds, theirs, max(mine.megabytes for mine, _theirs in runs), is_stopped)


def prepared(folder: Path, sizes: list[int], seed: int) -> dict[int, Path]:
    """The folders of the books, made where they aren't there yet."""
    places = {}
    for size in sizes:
        print(f"making {size:,} entries", file=sys.stderr)
        places[size] = made(folder, size, seed)
        if find_spec("duckdb") is not None and not (places[size] / "book.duckdb").exists():
            once(Command(bench_others.to_duckdb(places[size])))
    return places


def main() -> None:
    """Make the books, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[], metavar="P2")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write", action="store_true")
    said = parser.parse_args()
    os.environ.update({"DONATIONS_LANG": "en", "PYTHONHASHSEED": "0", "PAGER": "cat"})
    compileall.compile_dir(str(Path(donations.__file__).parent), quiet=1)  # where Python is told to keep no byte-code
    with tempfile.TemporaryDirectory() as passing:
        places = prepared(said.folder or Path(passing), said.sizes, said.seed)
        asked = [pair for pair in pairs(places) if not said.only or pair.target in said.only]
        missing = [pair for pair in asked if pair.other is None]
        results = []
        for pair in asked:
            if pair.other is not None:
                results.append(measured(pair, pair.other, said.rounds))
                print(bench_page.row(results[-1]), file=sys.stderr)
                if said.write:
                    written(results, missing, bench_page.machine(said.rounds, said.seed))
    print(f"{bench_page.table(results, missing)}\n\n{bench_page.machine(said.rounds, said.seed)}")


def written(results: list[Found], missing: list[Pair], machine: str) -> None:
    """Put what was measured so far into the page and its picture."""
    PICTURE.write_text(bench_page.picture(results), encoding="utf-8")
    bench_page.put(PAGE, f"{machine}\n\n![Ratios]({PICTURE.name})\n\n{bench_page.table(results, missing)}")


if __name__ == "__main__":
    main()
