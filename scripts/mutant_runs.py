"""Runs tests of a copy of the tree: once watched (which test runs which lines), then a few of them for each mutant.

Started by mutants.py, in a process of its own each time, with the copy as working directory:

    python mutant_runs.py watch PACKAGE TARGET,TARGET… FILE   # prints JSON: {test: [seconds, {file: [line, …]}]}
    python mutant_runs.py run                                 # reads JSON from stdin: {"tests": […], "seconds": N}
"""

import contextlib
import io
import json
import resource
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

QUIET = ("-q", "--no-header", "-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp=.tmp")
Seen = dict[str, set[int]]


class Clock:
    """A plug-in of pytest that notes how long each test took, and which failed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.add(report.nodeid)


class Watch:
    """A plug-in of pytest that notes for each test which lines of the package it ran.

    In `targets` every line counts, elsewhere in `package` the first line of every function that was called.
    """

    def __init__(self, package: str, targets: tuple[str, ...]) -> None:
        self.lines: dict[str, dict[str, list[int]]] = {}
        self._package = package
        self._root = Path.cwd()
        self._targets = targets
        self._known: dict[str, str | None] = {}
        self._seen: Seen = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._forget_caches()
        self._seen = {}
        threading.settrace(self._called)
        sys.settrace(self._called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)
            self.lines[item.nodeid] = {file: sorted(numbers) for file, numbers in self._seen.items()}

    def _forget_caches(self) -> None:
        """What one test left in a cache would hide which lines the next one depends on."""
        for name, module in list(sys.modules.items()):
            if name.split(".", maxsplit=1)[0] == self._package:
                for value in list(vars(module).values()):
                    clear = getattr(value, "cache_clear", None)
                    if callable(clear):
                        clear()

    def _called(self, frame: FrameType, event: str, _argument: object) -> Callable[..., Any] | None:
        name = frame.f_code.co_filename
        if name not in self._known:
            self._known[name] = self._relative(name)
        file = self._known[name]
        if event != "call" or file is None:
            return None
        lines = self._seen.setdefault(file, set())
        lines.add(frame.f_lineno)
        if not file.startswith(self._targets):
            return None

        def local(frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
            if event == "line":
                lines.add(frame.f_lineno)
            return local

        return local

    def _relative(self, name: str) -> str | None:
        path = Path(name)
        if not path.is_relative_to(self._root / self._package):
            return None
        return path.relative_to(self._root).as_posix()


class Selection:
    """A plug-in of pytest that keeps only the tests named, in that order."""

    def __init__(self, tests: list[str]) -> None:
        self._place = {test: place for place, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [item for item in items if item.nodeid in self._place]
        items[:] = sorted(kept, key=lambda item: self._place[item.nodeid])


def watch(package: str, targets: tuple[str, ...], file: str) -> int:
    """Run one test file twice, by the clock and watched, and print what was found; the exit code is 1 where it can't run.

    A test that fails with nothing changed is left out, and named on stderr.
    """
    clock, plugin, said = Clock(), Watch(package, targets), io.StringIO()
    with contextlib.redirect_stdout(said):
        codes = {pytest.main([*QUIET, file], plugins=[clock]), pytest.main([*QUIET, file], plugins=[plugin])}
    if codes - {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED}:
        print(said.getvalue(), file=sys.stderr)
        return 1
    for test in clock.failed:
        print(f"left out, since it fails with nothing changed: {test}", file=sys.stderr)
    kept = [test for test in clock.seconds if test not in clock.failed]
    json.dump({test: (clock.seconds[test], plugin.lines.get(test, {})) for test in kept}, sys.stdout)
    return 0


def run(tests: list[str], seconds: int) -> int:
    """Run the tests until the first that fails; the exit code is pytest's, or that of a signal after so much CPU time."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    return int(pytest.main([*QUIET, "-x", "--tb=line", *files], plugins=[Selection(tests)]))


if __name__ == "__main__":
    if sys.argv[1] == "watch":
        sys.exit(watch(sys.argv[2], tuple(sys.argv[3].split(",")), sys.argv[4]))
    told = json.load(sys.stdin)
    sys.exit(run(told["tests"], told["seconds"]))
