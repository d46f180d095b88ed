"""A program kept warm: it has everything imported and forks a child for each job; jobs are lines of JSON on stdin.

Run as a script by `warm.py`. A job is {"do": "start", "commands": [[words], …], …} with what `_child` reads of it, answered
by {"pid": …}; {"do": "wait", "pid": …} is answered by {"code": …} when that child has ended. A child runs its commands
one after the other in `main()` as the console script does; after each it notes exit code and seconds in the file "notes".
"""

import ctypes
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from donations.cli import app
from donations.store import locking
from harness import patches

Job = dict[str, Any]
SILENT_SECONDS = 600.0
"""On a loaded machine many writers wait for seconds, and would say so; that they do is tested in one process (B5)."""

WARMING = (
    "init --name 协会", "receive 李华 口罩500个@@50元 100元 --city 九江市", "distribute 市三院 口罩1个", "correct 1 李华 口罩600个",
    "reverse 2 --reason x", "receive 李华 口罩1个 --request-id x", "buy 口罩2个@1元 --from 店", "totals --format json",
    "totals --format table", "totals --format tsv", "totals --format csv", "stock", "ledger", "journal", "month", "show 1",
    "donors", "items", "recipients", "check", "info", "distribute 市三院 口罩999999个", "receive 李化 口罩1个",
)  # fmt: skip
"""Commands that a server begins with, so that its children have nothing left to import."""


def run(words: Iterable[str]) -> int:
    """One command in this process, as the console script runs it; its exit code."""
    sys.argv = ["donations", *words]
    try:
        app.main()
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1


def _streams(out: str, said: str) -> None:
    """Standard streams as a new process has them: `out` and `said` are files, input is at its end."""
    for name, descriptor, flags in (
        (os.devnull, 0, os.O_RDONLY),
        (out, 1, os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        (said, 2, os.O_WRONLY | os.O_CREAT | os.O_APPEND),
    ):
        opened = os.open(name, flags, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115


def _limits(job: Job) -> None:
    for name, limit in job.get("limits", {}).items():
        resource.setrlimit(getattr(resource, name), (limit, limit))
    if user := job.get("user"):
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def _await(gate: str | None) -> None:
    """Wait until the file `gate` is there, so that children begin together."""
    while gate and not Path(gate).exists():
        time.sleep(0.001)


def _disk(job: Job) -> ctypes.CDLL | None:
    """Tell the library under this process what to do with the disk; see disk.c."""
    disk = job.get("disk")
    if disk is None:
        return None
    library = ctypes.CDLL(None)
    log = os.open(disk["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600) if disk.get("log") else -1
    library.disk_watch(disk["folder"].encode(), log, disk.get("fail_at", 0), disk.get("error", 0), disk.get("stay", 0))
    return library


def _child(job: Job) -> NoReturn:
    code = 99
    try:
        os.setpgid(0, 0)
        notes = os.open(job["notes"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        _streams(job["out"], job["said"])
        os.environ.update(job.get("settings", {}))
        for patch in job.get("patches", []):
            patches.apply(patch)
        _limits(job)
        library = _disk(job)
        _await(job.get("gate"))
        until = time.monotonic() + job["repeat"] if "repeat" in job else 0.0
        while True:
            for words in job["commands"]:
                begun = time.monotonic()
                code = run(words)
                seen = library.disk_seen() if library else 0
                os.write(notes, json.dumps([code, time.monotonic() - begun, seen]).encode() + b"\n")
                if code and job.get("stop"):
                    os._exit(code)
            if time.monotonic() >= until:
                break
    finally:
        sys.stdout.flush()
        os._exit(code)


def _start(job: Job) -> dict[str, int]:
    pid = os.fork()
    if pid == 0:
        _child(job)
    return {"pid": pid}


def _wait(job: Job) -> dict[str, int]:
    _pid, status = os.waitpid(job["pid"], 0)
    return {"code": os.waitstatus_to_exitcode(status)}


def _shell(job: Job) -> dict[str, int]:
    return {"code": os.waitstatus_to_exitcode(os.system(job["command"]))}


def warm_up() -> None:
    """Import what any command imports, by running some on a book that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        job = {"out": os.devnull, "said": os.devnull}
        replies = os.dup(1)
        _streams(job["out"], job["said"])
        for line in WARMING:
            run([*line.split(), "--book", f"{folder}/book.db"])
        run(["ledger", "-o", f"{folder}/x.csv", "--book", f"{folder}/book.db"])
        run(["backup", f"{folder}/x.db", "--book", f"{folder}/book.db"])
        run(["restore", f"{folder}/x.db", "--yes", "--book", f"{folder}/book.db"])
        Path(f"{folder}/x.txt").write_text("receive 李华 口罩1个\n", encoding="utf-8")
        run(["run", f"{folder}/x.txt", "--book", f"{folder}/book.db"])
        sys.stdout = os.fdopen(replies, "w", encoding="utf-8")


def main() -> None:
    """Serve jobs until the input ends."""
    jobs = os.fdopen(os.dup(0), encoding="utf-8")
    locking.QUIET_SECONDS = SILENT_SECONDS
    warm_up()
    replies = sys.stdout
    print(json.dumps({"ready": os.getpid()}), file=replies, flush=True)
    serve = {"start": _start, "wait": _wait, "shell": _shell}
    for line in jobs:
        job = json.loads(line)
        print(json.dumps(serve[job["do"]](job)), file=replies, flush=True)


if __name__ == "__main__":
    main()
