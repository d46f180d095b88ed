"""The warm program seen from a test: start commands in a child, kill it, read what it printed and how each command ended."""

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any

from harness.program import ROOT, memory, surroundings

KILL = 9
"""SIGKILL, which Windows has no name for."""

PATIENCE = 1800.0
"""Seconds after which a child is taken to hang."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: the code of its last command (less than 0: killed by that signal), what it printed and said."""

    code: int
    out: str
    said: str
    codes: tuple[int, ...]
    """One a command; without the one that was cut short."""
    seconds: tuple[float, ...]
    seen: int = 0
    """How many operations on the watched folder were seen."""


@dataclass
class Child:
    """A child at work."""

    warm: "Warm"
    pid: int
    folder: Path
    ended: Ended | None = field(default=None, init=False)

    def kill(self, number: int = KILL) -> None:
        """Send it a signal. Until `wait` its number is not given to another process."""
        os.kill(self.pid, number)

    def await_commands(self, number: int) -> None:
        """Wait until so many commands are over, or the patience is."""
        deadline = time.monotonic() + PATIENCE
        while len(self._text("notes").splitlines()) < number and time.monotonic() < deadline:
            time.sleep(0.0005)

    def wait(self, patience: float = PATIENCE) -> Ended:
        """How it ended; one that hangs is killed, and fails the test."""
        if self.ended is None:
            code = self.warm.ask(patience, self.pid, do="wait", pid=self.pid)["code"]
            notes = [json.loads(line) for line in self._text("notes").splitlines()]
            self.ended = Ended(
                code, self._text("out"), self._text("said"),
                tuple(note[0] for note in notes), tuple(note[1] for note in notes), notes[-1][2] if notes else 0,
            )  # fmt: skip
            shutil.rmtree(self.folder)
        return self.ended

    def _text(self, name: str) -> str:
        file = self.folder / name
        return file.read_bytes().decode("utf-8", "replace") if file.exists() else ""


class Warm:
    """The program kept warm in a process of its own; `before` is what that process is started by (`unshare …`)."""

    def __init__(self, settings: Mapping[str, str] | None = None, before: Sequence[str] = ()) -> None:
        self._numbers = count()
        self._children: list[Child] = []
        self._folder = tempfile.TemporaryDirectory(prefix="warm-", dir=memory())
        self._said: IO[bytes] = (Path(self._folder.name) / "said").open("wb")
        home = Path(self._folder.name) / "home"
        home.mkdir()
        self.process = subprocess.Popen(
            [*before, sys.executable, "-m", "harness.server"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said, cwd=ROOT / "tests",
            env=surroundings(home, settings),
        )  # fmt: skip
        self.ready = self._reply(PATIENCE)

    def start(self, *commands: Iterable[str], **job: Any) -> Child:
        """Let a child run `commands`, one after the other. See `harness.server` for what else a job says."""
        folder = Path(self._folder.name) / f"child-{next(self._numbers)}"
        folder.mkdir()
        if job.get("user"):
            folder.parent.chmod(0o711)
            folder.chmod(0o777)
        places = {name: str(folder / name) for name in ("out", "said", "notes")}
        if job.get("out"):
            places["out"] = job.pop("out")
        job.update(do="start", commands=[list(words) for words in commands], **places)
        child = Child(self, self.ask(PATIENCE, **job)["pid"], folder)
        self._children = [other for other in self._children if other.ended is None] + [child]
        return child

    def run(self, *words: str, **job: Any) -> Ended:
        """Let a child run one command, and wait for it."""
        return self.start(words, **job).wait()

    def shell(self, command: str) -> int:
        """The exit code of a shell command in the surroundings of the warm process."""
        return int(self.ask(PATIENCE, do="shell", command=command)["code"])

    def ask(self, patience: float, hanging: int | None = None, **job: Any) -> dict[str, Any]:
        """Hand a job over; if no answer comes, the `hanging` child is killed."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(job).encode() + b"\n")
        self.process.stdin.flush()
        return self._reply(patience, hanging)

    def _reply(self, patience: float, hanging: int | None = None) -> dict[str, Any]:
        assert self.process.stdout is not None
        if not select.select([self.process.stdout], [], [], patience)[0]:
            if hanging is not None:
                os.kill(hanging, KILL)
                self.process.stdout.readline()
            raise TimeoutError(f"no answer within {patience} s")
        line = self.process.stdout.readline()
        assert line, (Path(self._folder.name) / "said").read_text(encoding="utf-8", errors="replace")
        reply: dict[str, Any] = json.loads(line)
        return reply

    def close(self) -> None:
        """End the process, and the children of tests that failed before they waited for them."""
        for child in self._children:
            if child.ended is None:
                child.kill()
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(timeout=PATIENCE)
        self.process.stdout.close()
        self._said.close()
        self._folder.cleanup()
