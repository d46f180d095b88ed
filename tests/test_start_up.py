"""What a command imports on its way: below 100,000 entries it is what its user waits for."""

import importlib
import json
from functools import cache
from pathlib import Path

import imported
import pytest

HEAVY = {"pydantic", "rich", "sqlite_utils", "openpyxl", "xlsxwriter", "jinja2", "typst", "asyncio", "logging"}
REPORTS = [command for command in imported.COMMANDS if command.endswith("tsv")]
MOST_IN_ALL = 199
"""Of a plain report, with the 44 that the Python of the list has at its start and a hundred that Typer brings."""


@cache
def measured() -> dict[str, tuple[int, set[str]]]:
    return imported.measured()


@cache
def listed() -> tuple[str, dict[str, set[str]]]:
    return imported.listed()


def unlisted(found: set[str], allowed: set[str], version: str) -> set[str]:
    """The modules found that the list has not; Python's own only on the Python that it was written with."""
    return {
        module
        for module in found - allowed
        if version == imported.python() or not imported.is_of_python(module)
    }  # fmt: skip


@pytest.mark.parametrize("command", imported.COMMANDS)
def test_a_command_imports_what_is_listed(command: str) -> None:
    """A new one is named: import it late, where it is needed, or write the list anew and say why in the commit."""
    version, lists = listed()
    new = unlisted(measured()[command][1], lists[command], version)
    assert not new, f"`{command}` imports {', '.join(sorted(new))}: import late, or run `python tests/imported.py`"


def test_the_list_is_of_these_commands() -> None:
    assert listed()[1].keys() == set(imported.COMMANDS)


def test_a_new_module_is_seen() -> None:
    """Broken by hand: a library, one of Python's own, and one of ours; Python's own only on the Python of the list."""
    found = {"rich", "sqlite3", "donations.new", "donations.old"}
    assert unlisted(found, {"donations.old"}, imported.python()) == {"rich", "sqlite3", "donations.new"}
    assert unlisted(found, {"donations.old"}, "Python 3.0") == {"rich", "donations.new"}


@pytest.mark.parametrize("command", REPORTS)
def test_P1_a_plain_report_imports_little(command: str) -> None:  # noqa: N802 - the name of the target
    """None of the heavy libraries, and not more modules in all than there were."""
    count, names = measured()[command]
    assert not HEAVY & {name.partition(".")[0] for name in names}
    assert count <= MOST_IN_ALL or listed()[0] != imported.python()


def test_help_opens_no_book() -> None:
    """Not even what would open one is imported."""
    for command in ("--help", "receive --help"):
        assert not {"sqlite3", "decimal", "json", *HEAVY} & measured()[command][1]


def test_a_slow_down_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: a sixth more instructions than before is named, a tenth more is not; every command has its baseline."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    module = importlib.import_module("instructions")
    before = json.loads(module.BASELINE.read_text(encoding="utf-8"))["instructions"]
    assert before.keys() == module.COMMANDS.keys()
    found = {**before, "totals": before["totals"] * 7 // 6, "stock": before["stock"] * 11 // 10}
    assert module.slower(found, before) == ["totals"]
    assert module.slower(before, before) == []
