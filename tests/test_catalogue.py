"""The catalogue itself: every promise is tried by a test or says why not, and what was tried is counted."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from harness.catalogue import PROMISES, ids_in_name
from harness.counts import Tries

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def make_reliability() -> ModuleType:
    """The script that runs the catalogue."""
    spec = importlib.util.spec_from_file_location("make_reliability", ROOT / "scripts" / "make_reliability.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_reliability"] = module
    spec.loader.exec_module(module)
    return module


def ids_tested() -> set[str]:
    """The ids that have a test, by name or marker."""
    found: set[str] = set()
    for file in set((ROOT / "tests").glob("test_*.py")) - {Path(__file__)}:
        text = file.read_text(encoding="utf-8")
        for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE):
            found.update(ids_in_name(name))
        found.update(re.findall(r"""^@pytest\.mark\.promise\(["'](\w+)["']""", text, re.MULTILINE))
    return found


def test_every_promise_is_tried_or_says_why_not(make_reliability: ModuleType) -> None:
    """An id of the catalogue has a test, or a reason why there is none (which is not shown once there is one)."""
    not_tried = set(make_reliability.NOT_TRIED)
    tested = ids_tested()
    assert tested - set(PROMISES) == set(), "not in the catalogue"
    assert set(PROMISES) - tested - not_tried == set(), "neither a test nor a reason"


def test_ids_are_read_from_names() -> None:
    assert ids_in_name("test_E1_E2_what_is_no_book") == ("E1", "E2")
    assert ids_in_name("test_F10_no_float[x]") == ("F10",)
    assert ids_in_name("test_the_table") == ()


PRETEND = """
import pytest

@pytest.mark.promise("A1", full=7, short=3)
def test_A1_counts(tries):
    for number in tries:
        pass

@pytest.mark.promise("A2", full=9)
def test_A2_breaks_at_the_third(tries):
    for number in tries:
        assert number < 2

@pytest.mark.parametrize("case", "abc")
def test_E1_E2_cases(case):
    pass

def test_A3_skips():
    pytest.skip("no compiler")

@pytest.mark.xfail(strict=True, reason="a bug of ours")
def test_A8_known():
    assert False

@pytest.mark.long
def test_A7_long(chance):
    print(chance.random())

def test_of_nothing():
    pass
"""


def results(folder: Path, *options: str) -> dict[str, tuple[int, str]]:
    """Tries and outcome by id of a run of pretended tests, in two processes."""
    (folder / "test_pretend.py").write_text(PRETEND, encoding="utf-8")
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "pytest.ini").write_text(
        f"[pytest]\npythonpath = {ROOT} {ROOT / 'tests'}\nmarkers =\n  long: x\n  promise: x\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--results", "results.json", *options]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    rows = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return {f"{' '.join(row['ids'])}{row['test'].partition('[')[2]}": (row["tries"], row["outcome"]) for row in rows}


def test_what_was_tried_is_counted_across_processes(tmp_path: Path) -> None:
    """Short counts, full counts, a test that breaks half-way, cases, a skip, and a known bug."""
    expected = {
        "A1": (3, "passed"), "A2": (2, "failed"), "A3": (0, "skipped"), "A8": (1, "known"),
        "E1 E2a]": (1, "passed"), "E1 E2b]": (1, "passed"), "E1 E2c]": (1, "passed"),
    }  # fmt: skip
    assert results(tmp_path) == expected
    assert results(tmp_path, "--full", "-m", "promise") == {**expected, "A1": (7, "passed"), "A7": (1, "passed")}


def test_the_table_says_what_happened(make_reliability: ModuleType) -> None:
    """Counts of one id add up; what failed, what is known, and what was not tried can be told apart."""

    def result(one: str, outcome: str, tries: int, reason: str = "") -> dict[str, object]:
        return {"ids": [one], "outcome": outcome, "tries": tries, "seconds": 1.5, "reason": reason}

    rows = {
        row.id: row
        for row in make_reliability.rows([
            result("A1", "passed", 500), result("A1", "passed", 20), result("A2", "failed", 3), result("A2", "passed", 9),
            result("A3", "skipped", 0, "no compiler"), result("A8", "known", 1),
        ])
    }  # fmt: skip
    assert list(rows) == list(PROMISES)
    assert (rows["A1"].tries, rows["A1"].outcome, rows["A1"].seconds) == (520, "kept", 3.0)
    assert (rows["A2"].tries, rows["A2"].failed, rows["A2"].outcome) == (12, 1, "**broken**")
    assert rows["A3"].outcome == "not tried: no compiler"
    assert rows["A8"].outcome == "1 known to be broken"
    for one, why in make_reliability.NOT_TRIED.items():
        assert rows[one].outcome == f"not tried: {why}"
    earlier = (
        "x\n<!-- table -->\nearlier table\n| A1 | … | 1 | 7 | 0 | 1 | 2020-02-01 | kept |\n"
        "| B1 | … | 1 | 7 | 0 | 1 | 2020-02-01 | kept |\n<!-- end of table -->\ny\n"
    )
    page = make_reliability.written(
        earlier, make_reliability.table(list(rows.values()), make_reliability.earlier_rows(earlier))
    )
    assert "earlier table" not in page
    assert "| B1 | … | 1 | 7 | 0 | 1 | 2020-02-01 | kept |" in page  # left out of this run: stands as it was tried
    assert page.startswith("x\n")
    assert page.endswith("y\n")
    assert re.search(rf"\| A1 \| {PROMISES['A1']} \| 2 \| 520 \| 0 \| 3 \| [0-9-]{{10}} \| kept \|", page)


def test_tries_count_what_was_gone_through() -> None:
    tries = Tries(planned=5)
    assert list(tries) == [0, 1, 2, 3, 4]
    tries.add(3)
    assert tries.done == 8
