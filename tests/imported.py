"""Which modules the main commands import on their way; `python tests/imported.py` writes the list anew."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")
COMMANDS = (
    "--help", "receive --help", "init", "receive 李华 口罩5个 --date 2020-02-01", "distribute 市三院 口罩1个 --date 2020-02-02",
    "totals --format tsv", "stock --format tsv", "ledger --format tsv", "month 2020-02 --format tsv", "journal --format tsv",
    "show 1 --format tsv", "check",
)  # fmt: skip
"""In an order in which each can be done; what is not to be measured beforehand is done by the ones before it."""

ALL = "all of them"
_SCRIPT = """
import sys
before = set(sys.modules)
from donations import late
late.imported(*late.HARDLY_USED)
with late.compared(**late.COMPARED):
    from donations.cli import app, boundary
code = boundary.run(app.root(), sys.argv[1:])
sys.stdout.flush()
there = {name for name, module in sys.modules.items() if type(module) is not late._Late}
print("LOADED", code, len(there), *sorted(there - before), file=sys.stderr)
"""


def python() -> str:
    """The version of Python, whose own modules import each other in ways of their own."""
    return f"Python {sys.version_info.major}.{sys.version_info.minor}"


def loaded(folder: Path, command: str) -> tuple[int, set[str]]:
    """How many modules a fresh interpreter has after `command` on the book in `folder`, and which it had not at its start."""
    surroundings = {**os.environ, "DONATIONS_BOOK": str(folder / "book.db"), "DONATIONS_LANG": "en"}
    ended = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *command.split()],
        env=surroundings, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    [line] = [line for line in ended.stderr.splitlines() if line.startswith("LOADED")]
    _mark, code, count, *names = line.split()
    assert code == "0", f"{command}: {ended.stderr}"
    return int(count), {name for name in names if not name.startswith("_")}


def measured() -> dict[str, tuple[int, set[str]]]:
    """The same for all commands, done one after the other on a new book."""
    with tempfile.TemporaryDirectory() as folder:
        return {command: loaded(Path(folder), command) for command in COMMANDS}


def is_of_python(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def listed() -> tuple[str, dict[str, set[str]]]:
    """The version of Python that the list was written with, and which modules it has for each command."""
    version, *lines = LIST.read_text(encoding="utf-8").splitlines()
    sections: dict[str, set[str]] = {}
    for line in filter(None, lines):
        if line.startswith("["):
            names = sections.setdefault(line.strip("[]"), set())
        else:
            names.add(line)
    everywhere = sections.pop(ALL)
    return version, {command: names | everywhere for command, names in sections.items()}


def _written(found: dict[str, set[str]]) -> Iterator[str]:
    everywhere = set.intersection(*found.values())
    yield python()
    for command, names in {
        ALL: everywhere,
        **{command: names - everywhere for command, names in found.items()},
    }.items():
        yield f"\n[{command}]"
        yield from sorted(names)


if __name__ == "__main__":
    text = "\n".join(_written({command: names for command, (_count, names) in measured().items()}))
    LIST.write_text(f"{text}\n", encoding="utf-8")
    sys.stdout.write(f"written: {LIST.name}\n")
