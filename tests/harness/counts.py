"""How often a test tries its promise in this run, from which seed, and a record of it.

A test says `@pytest.mark.promise("A1", full=500, short=20)` and takes the fixture `tries`; its id may stand in its name
alone. `for number in tries:` counts as it goes; what counts itself says `tries.add(n)`. `--full` takes the full numbers.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest

from harness.catalogue import ids_in_name

DEFAULT_SEED = 20200123
_TRIES = pytest.StashKey["Tries"]()


@dataclass
class Tries:
    """How often to try, and how often it was tried."""

    planned: int = 1
    done: int = 0

    def __iter__(self) -> Iterator[int]:
        """The numbers of the tries, each counted when it is over."""
        for number in range(self.planned):
            yield number
            self.done += 1

    def add(self, number: int) -> None:
        """Count tries of a test that has its own loop."""
        self.done += number


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one test."""

    test: str
    ids: tuple[str, ...]
    outcome: str
    tries: int
    seconds: float
    reason: str = ""


def add_options(parser: pytest.Parser) -> None:
    """The options of the catalogue."""
    group = parser.getgroup("catalogue", "the catalogue of reliability tests")
    group.addoption("--full", action="store_true", help="the full counts of the catalogue, and the long tests")
    group.addoption("--seed", type=int, default=DEFAULT_SEED, help="what random cases are drawn from")
    group.addoption("--results", type=Path, metavar="FILE", help="write what came of each promise to FILE, as JSON")


def header(config: pytest.Config) -> str:
    """The line that a run begins with."""
    return f"catalogue: --seed {config.option.seed}{' --full' if config.option.full else ''}"


def ids_of(item: pytest.Item) -> tuple[str, ...]:
    """The ids a test is for: its markers', else those in its name."""
    marked = tuple(str(marker.args[0]) for marker in item.iter_markers("promise") if marker.args)
    return marked or ids_in_name(item.name)


def mark(items: list[pytest.Item]) -> None:
    """Give every test with an id in its name the marker, and all of them the record that a report carries."""
    for item in items:
        ids = ids_of(item)
        if not ids:
            continue
        if not item.get_closest_marker("promise"):
            for one in ids:
                item.add_marker(pytest.mark.promise(one))
        item.user_properties.append(("promise", " ".join(ids)))


def tries_of(item: pytest.Item) -> Tries:
    """The count of this test in this run; the same object whenever it is asked for."""
    if _TRIES not in item.stash:
        marker = item.get_closest_marker("promise")
        full = int(marker.kwargs.get("full", 1)) if marker else 1
        short = int(marker.kwargs.get("short", full)) if marker else 1
        item.stash[_TRIES] = Tries(full if item.config.option.full else short)
    return item.stash[_TRIES]


def record(item: pytest.Item) -> None:
    """Let the report of this test carry how often it tried; a test without the fixture `tries` is one try."""
    if ids_of(item):
        counted = item.stash.get(_TRIES, Tries(done=1))
        item.user_properties.append(("tries", counted.done))


def random_of(item: pytest.Item) -> random.Random:
    """Random numbers of this test alone: from the run's seed and the test's name."""
    return random.Random(f"{item.config.option.seed} {item.name}")


class Keeper:
    """Keeps what came of each promise, and writes it to a file; with several processes, in the one that collects."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.results: dict[str, Result] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        facts: dict[str, Any] = dict(report.user_properties)
        if "promise" not in facts:
            return
        before = self.results.get(report.nodeid)
        spent = report.duration + (before.seconds if before else 0)
        result = before
        if report.when == "call" or report.outcome != "passed":
            outcome = "known" if hasattr(report, "wasxfail") and report.skipped else report.outcome
            reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else getattr(report, "wasxfail", "")
            tries = 0 if outcome == "skipped" else int(facts.get("tries", 0))
            result = Result(report.nodeid, tuple(facts["promise"].split()), outcome, tries, spent, reason)
        if result is not None:
            self.results[report.nodeid] = Result(**{**asdict(result), "seconds": spent})

    def pytest_sessionfinish(self) -> None:
        if self.file is not None:
            rows = [asdict(result) for result in self.results.values()]
            self.file.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
