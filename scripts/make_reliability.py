"""Runs the catalogue of reliability tests in full, prints what came of each promise, and writes it into docs/reliability.md.

    python scripts/make_reliability.py                # most of an hour; the seed is printed
    python scripts/make_reliability.py --seed 7       # other random cases; a failure is replayed with the seed it had
    python scripts/make_reliability.py --only A1 B2   # these alone: their rows are written, the others stay

Each row says on which day it was tried. The table stands between `<!-- table -->` and `<!-- end of table -->`. Exit code 1 where a promise was broken.
"""

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- table -->\n", "<!-- end of table -->\n"
sys.path.insert(0, str(ROOT / "tests"))  # the catalogue stands beside the tests that it lists

from harness.catalogue import PROMISES  # noqa: E402
from harness.counts import DEFAULT_SEED  # noqa: E402

NOT_TRIED: dict[str, str] = {}
"""Why there is no test yet: every id without a test stands here (a test says so). Remove what has one."""


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one promise."""

    id: str
    tests: int
    tries: int
    failed: int
    known: int
    seconds: float
    reason: str = ""

    @property
    def outcome(self) -> str:
        """One word, or the reason why it was not tried."""
        if self.failed:
            return "**broken**"
        if self.known:
            return f"{self.known} known to be broken"
        return "kept" if self.tries else f"not tried: {self.reason}"


def rows(results: Sequence[dict[str, Any]]) -> Iterator[Row]:
    """One row an id, in the order of the catalogue; counts of several tests are added up."""
    for one in PROMISES:
        mine = [result for result in results if one in result["ids"]]
        skipped = sorted({result["reason"] for result in mine if result["outcome"] == "skipped"})
        yield Row(
            one,
            tests=len(mine),
            tries=sum(result["tries"] for result in mine),
            failed=sum(result["outcome"] == "failed" for result in mine),
            known=sum(result["outcome"] == "known" for result in mine),
            seconds=sum(result["seconds"] for result in mine),
            reason="; ".join(skipped) or NOT_TRIED.get(one, "left out of this run"),
        )


def table(every: Sequence[Row], earlier: Mapping[str, str], only: Sequence[str] = ()) -> str:
    """The rows as a table of Markdown; those of this run, and of `earlier` ones where this one left them out.

    A test may be for two promises: a run for `only` the one of them didn't try all of the other.
    """
    day = datetime.now(UTC).date().isoformat()
    lines = [
        "| id | promise | tests | tries | failed | seconds | tried on | |",
        "|---|---|---:|---:|---:|---:|---|---|",
    ]
    for row in every:
        if row.id in earlier and (not row.tests or (only and row.id not in only)):
            lines.append(earlier[row.id])
            continue
        numbers = f"{row.tests} | {row.tries:,} | {row.failed} | {row.seconds:.0f} | {day}" if row.tests else "| | | |"
        lines.append(f"| {row.id} | {PROMISES[row.id]} | {numbers} | {row.outcome} |")
    return "\n".join(lines) + "\n"


def earlier_rows(page: str) -> dict[str, str]:
    """By id, the rows of the table that stands in the page."""
    lines = page.partition(BEGIN)[2].partition(END)[0].splitlines()
    return {
        line.split("|")[1].strip(): line
        for line in lines
        if line.startswith("| ") and line.split("|")[1].strip() in PROMISES
    }


def circumstances(seed: int) -> str:
    """On what it was run, without anything that names the machine."""
    parts = (
        f"{os.cpu_count()} cores", f"{platform.system()} {platform.machine()}", f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}", f"seed {seed}",
    )  # fmt: skip
    return f"Last run: {', '.join(parts)}.\n"


def run(seed: int, processes: int, only: Sequence[str]) -> list[dict[str, Any]]:
    """Run the tests of the catalogue in full; what each gave."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "results.json"
        command = [sys.executable, "-m", "pytest", "-q", "-n", str(processes), "--full", "-m", "promise",
                   "--seed", str(seed), "--results", str(file)]  # fmt: skip
        if only:
            command += ["-k", " or ".join(f"_{one}_" for one in only)]
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
        subprocess.run(command, cwd=ROOT, env=environment, check=False)  # noqa: S603 - our own tests
        results: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return results


def written(page: str, content: str) -> str:
    """The page with `content` between its markers."""
    before, _begin, rest = page.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{content}\n{END}{after}"


def main() -> None:
    """Run, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="what random cases are drawn from")
    parser.add_argument("--processes", type=int, default=2, help="how many tests run side by side")
    parser.add_argument("--only", nargs="+", default=[], choices=list(PROMISES), metavar="ID", help="these alone")
    chosen = parser.parse_args()
    every = list(rows(run(chosen.seed, chosen.processes, chosen.only)))
    page = PAGE.read_text(encoding="utf-8")
    content = f"{circumstances(chosen.seed)}\n{table(every, earlier_rows(page), chosen.only)}"
    print(content)
    PAGE.write_text(written(page, content), encoding="utf-8")
    sys.exit(1 if any(row.failed for row in every) else 0)


if __name__ == "__main__":
    main()
