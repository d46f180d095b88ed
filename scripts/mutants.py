"""Mutation testing: puts one small fault at a time into a copy of the program and looks whether a test sees it.

    python scripts/mutants.py                                  # 400 mutants of the domain, 400 of the services
    python scripts/mutants.py --seed 7 --number 200 donations/services
    python scripts/mutants.py --workers 2 --folder ~/mutants   # the watched run is kept there for the next time
    python scripts/mutants.py --folder ~/mutants --again       # after tests were added: only what survived is tried again

A mutant is killed where a test fails, or runs into the time limit; it survives where all tests that run the changed lines
pass. Printed are mutants tried, killed and survived for each module, and the survivors as diffs: each is a missing test,
a needless line, or a change that makes no difference. The exit code is 1 where fewer than --least percent are killed in
one of the paths. `scripts/mutations.py` says which faults there are; the sample is drawn at random by --seed; the same
seed gives the same mutants, but where the sources have changed.

How: the tree is copied (nothing is ever changed in place), every test file runs there once, watched, which tells the
lines that each test runs; then, for each mutant, the tests that run its lines (for a table or a default: those that run
a function that uses it), one of every test function first; of quick tests, of those in between and of slow ones no more
than --most-seconds each.
Tests of `NOT_COUNTED` look at the source itself, so they would see every mutant and prove nothing, or test this script.
It takes half an hour to an hour on two idle processors; run it with `nice`.
"""

import argparse
import hashlib
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from pathlib import Path

from mutant_users import users_of
from mutations import Mutant, is_sound, mutants_of

ROOT = Path(__file__).resolve().parent.parent
RUNS = Path(__file__).with_name("mutant_runs.py")
PATHS = ("donations/domain", "donations/services")
NOT_COUNTED = ("tests/test_structure.py", "tests/test_mutants.py")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".hypothesis", ".*_cache", "__pycache__", "build", "dist")
PATIENCE = 30
"""Seconds of CPU time that every run of tests has beyond five times what its tests took."""

SPEEDS = (0.03, 0.3, float("inf"))
"""Seconds of a test: of each sort, the quick ones first, no more are run than --most-seconds allows."""

Watched = dict[str, tuple[float, dict[str, list[int]]]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant: survived where no test failed, with `tests` run `of` all that run its lines."""

    mutant: Mutant
    survived: bool
    tests: int
    of: int


class Trees:
    """Copies of the tree, one a worker, that lie in one folder, and one that nothing is done to."""

    def __init__(self, root: Path, folder: Path, workers: int) -> None:
        self._free: queue.SimpleQueue[Path] = queue.SimpleQueue()
        self.unchanged = folder / "unchanged"
        _copied(root, self.unchanged)
        for number in range(workers):
            copy = folder / f"tree{number}"
            _copied(self.unchanged, copy)
            compiled = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", "."]
            subprocess.run(compiled, cwd=copy, check=True)  # noqa: S603 - so that a changed file is known by what it says
            self._free.put(copy)

    def run(
        self, words: Sequence[str], told: str = "", mutant: Mutant | None = None, limit: float | None = None
    ) -> tuple[int, str, str]:
        """Run mutant_runs.py in a free copy with the mutant put in; gives exit code, stdout and stderr."""
        copy = self._free.get()
        file = copy / mutant.file if mutant else None
        before = file.read_bytes() if file else b""
        try:
            if mutant and file:
                file.write_bytes(mutant.applied(before))
            return _ended([sys.executable, str(RUNS), *words], copy, told, limit)
        finally:
            if file:
                file.write_bytes(before)
            self._free.put(copy)


def _copied(tree: Path, copy: Path) -> None:
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(tree, copy, ignore=LEFT_OUT)


def _ended(command: list[str], folder: Path, told: str, limit: float | None) -> tuple[int, str, str]:
    """Run it in a process group of its own, which is ended when the time is over."""
    home = folder / ".home"
    home.mkdir(exist_ok=True)
    settings = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(home)}
    process = subprocess.Popen(  # noqa: S603 - our own script
        command, cwd=folder, env=os.environ | settings, text=True, errors="replace", start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        out, err = process.communicate(told, timeout=limit)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
    return process.returncode, out, err


def watched(
    root: Path, trees: Trees, pool: ThreadPoolExecutor, package: str, paths: Sequence[str], kept: Path
) -> Watched:
    """Which test runs which lines, and for how long; kept from the last time for test files where nothing changed."""
    files = [path.relative_to(root).as_posix() for path in sorted(root.glob("tests/**/test_*.py"))]
    files = [file for file in files if file not in NOT_COUNTED]
    helpers = [path for path in sorted(root.glob("tests/**/*.py")) if not path.name.startswith("test_")]
    sources = [path for path in sorted((root / package).rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    shared = hashlib.sha256(
        b"\0".join([" ".join(paths).encode(), *(path.read_bytes() for path in (*sources, *helpers))])
    )

    def one(file: str) -> Watched:
        state = shared.copy()
        state.update((root / file).read_bytes())
        note = kept / f"{Path(file).stem}-{state.hexdigest()[:16]}.json"
        if not note.exists():
            code, out, err = trees.run(("watch", package, ",".join(paths), file))
            if code:
                raise SystemExit(f"{file} can't be run:\n{err}")
            print(err, end="", file=sys.stderr)
            note.write_text(out, encoding="utf-8")
        found: Watched = json.loads(note.read_text(encoding="utf-8"))
        return found

    return {test: facts for found in pool.map(one, files) for test, facts in found.items()}


def tests_for(mutant: Mutant, tests: Watched, users: Iterable[tuple[str, range]]) -> list[str]:
    """The tests that can see the mutant, one of every test function first, the quick ones ahead."""
    wanted: dict[str, set[int]] = {}
    for file, lines in users if mutant.names else [(mutant.file, mutant.lines)]:
        wanted.setdefault(file, set()).update(lines)
    functions: dict[str, list[str]] = {}
    for test, (_, seen) in tests.items():
        if any(not lines.isdisjoint(seen.get(file, ())) for file, lines in wanted.items()):
            functions.setdefault(test.partition("[")[0], []).append(test)
    chance = random.Random(0)  # noqa: S311 - only an order
    for cases in functions.values():
        chance.shuffle(cases)
    rows = sorted(functions.values(), key=lambda cases: sum(tests[case][0] for case in cases) / len(cases))
    return [case for row in zip_longest(*rows) for case in row if case is not None]


def _within(ordered: list[str], tests: Watched, most_seconds: float) -> list[str]:
    """Of each speed, the first of the tests that take no longer than that together."""
    chosen: list[str] = []
    for least, most in pairwise((0.0, *SPEEDS)):
        seconds = 0.0
        for case in ordered:
            if least <= tests[case][0] < most and (not seconds or seconds + tests[case][0] <= most_seconds):
                chosen.append(case)
                seconds += tests[case][0]
    return chosen


def judged(trees: Trees, mutant: Mutant, seeing: list[str], tests: Watched, most_seconds: float) -> Verdict:
    """Run the tests against the mutant."""
    chosen = _within(seeing, tests, most_seconds)
    if not chosen:
        return Verdict(mutant, survived=True, tests=0, of=0)
    allowed = 5 * sum(tests[test][0] for test in chosen) + PATIENCE
    told = json.dumps({"tests": chosen, "seconds": int(allowed)})
    code, out, err = trees.run(("run",), told, mutant, limit=30 * allowed)
    if code == 5:  # noqa: PLR2004 - pytest found none of the tests
        raise SystemExit(f"pytest didn't find {chosen[:3]}:\n{out}{err}")
    return Verdict(mutant, survived=code == 0, tests=len(chosen), of=len(seeing))


class Killed:
    """Which mutants were killed before, kept in a file: one stays killed as long as its own file is as it was."""

    def __init__(self, root: Path, note: Path) -> None:
        self._root = root
        self._note = note
        self._before = set(note.read_text(encoding="utf-8").split()) if note.exists() else set()

    def __contains__(self, mutant: Mutant) -> bool:
        return self._key(mutant) in self._before

    def add(self, mutant: Mutant) -> None:
        with self._note.open("a", encoding="utf-8") as note:
            note.write(self._key(mutant) + "\n")

    def _key(self, mutant: Mutant) -> str:
        changed = mutant.applied((self._root / mutant.file).read_bytes())
        return hashlib.sha256(mutant.file.encode() + b"\0" + changed).hexdigest()


def sample(root: Path, path: str, number: int, seed: int) -> list[Mutant]:
    """`number` mutants of the files under `path`, or all where there are fewer."""
    files = sorted(file.relative_to(root).as_posix() for file in (root / path).rglob("*.py"))
    if (root / path).is_file():
        files = [path]
    sources = {file: (root / file).read_bytes() for file in files}
    every = [mutant for file in files for mutant in mutants_of(root, file)]
    every.sort(key=lambda mutant: hashlib.sha256(f"{seed} {mutant.place(sources[mutant.file])}".encode()).digest())
    chosen: list[Mutant] = []
    for mutant in every:
        if len(chosen) == number:
            break
        if is_sound(mutant, sources[mutant.file]):
            chosen.append(mutant)
    print(f"{path}: {len(chosen)} of about {len(every)} mutants, seed {seed}", flush=True)
    return sorted(chosen, key=lambda mutant: (mutant.file, mutant.start, mutant.text))


def told(root: Path, path: str, verdicts: Sequence[Verdict], seed: int) -> float:
    """Print what became of the mutants of one path; gives the percentage that was killed."""
    print(f"\n{'module':<44} mutants  killed  survived  percent    (seed {seed})")
    tried, killed = Counter(v.mutant.file for v in verdicts), Counter(v.mutant.file for v in verdicts if not v.survived)
    rows = [(file, tried[file], killed[file]) for file in sorted(tried)]
    rows.append((f"all of {path}", tried.total(), killed.total()))
    for name, of, dead in rows:
        print(f"{name:<44} {of:7} {dead:7} {of - dead:9} {100 * dead / of:7.1f}%")
    for verdict in verdicts:
        if verdict.survived:
            print(f"\nsurvived {verdict.tests} of {verdict.of} tests ({verdict.mutant.kind})")
            print(verdict.mutant.diff((root / verdict.mutant.file).read_bytes()), flush=True)
    return 100 * killed.total() / max(tried.total(), 1)


def arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Do the tests see small faults? See the head of this file.")
    parser.add_argument("paths", nargs="*", default=list(PATHS), help="folders or files of the program to change")
    parser.add_argument("--number", type=int, default=400, help="mutants of each path")
    parser.add_argument("--seed", type=int, default=1, help="draws the sample")
    parser.add_argument("--least", type=float, default=85, help="percent that must be killed in each path")
    parser.add_argument("--most-seconds", type=float, default=20, help="of tests of each speed run for one mutant")
    parser.add_argument("--workers", type=int, default=1, help="mutants tried at a time")
    parser.add_argument("--again", action="store_true", help="try only what no earlier run in --folder killed")
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree; its tests lie in tests/")
    parser.add_argument("--folder", type=Path, help="where the copies lie and the watched run is kept")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    asked = arguments(words)
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        trees = Trees(asked.root, folder.resolve(), asked.workers)
        root = trees.unchanged  # somebody may go on working on the tree itself
        package = asked.paths[0].partition("/")[0]
        users, killed = users_of(root, package), Killed(root, folder / "killed.txt")
        with ThreadPoolExecutor(asked.workers) as pool:
            tests = watched(root, trees, pool, package, asked.paths, folder)
            percents = []
            for path in asked.paths:
                chosen = sample(root, path, asked.number, asked.seed)

                def one(mutant: Mutant) -> Verdict:
                    if asked.again and mutant in killed:
                        return Verdict(mutant, survived=False, tests=0, of=0)
                    seeing = tests_for(mutant, tests, users(mutant.names))
                    return judged(trees, mutant, seeing, tests, asked.most_seconds)

                verdicts: list[Verdict] = []
                for verdict in pool.map(one, chosen):
                    verdicts.append(verdict)
                    if not verdict.survived:
                        killed.add(verdict.mutant)
                    if len(verdicts) % 50 == 0:
                        print(f"{path}: {len(verdicts)} tried", file=sys.stderr, flush=True)
                percents.append(told(root, path, verdicts, asked.seed))
    return 0 if min(percents) >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
