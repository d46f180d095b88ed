"""scripts/mutants.py finds the faults that tests don't see: shown on a toy program, with good tests and with useless ones."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"

PROGRAM = '''
"""A toy."""

RATE = 13


def total(price: int, count: int) -> int:
    """What it costs."""
    return price * count


def tax(price: int) -> int:
    return price * RATE


def is_dear(price: int) -> bool:
    return price > 100


def countdown(number: int) -> int:
    steps = 0
    while number > 0:
        number -= 1
        steps += 1
    return steps
'''
CALLS = ("total(3, 4)", "tax(2)", "is_dear(100)", "is_dear(101)", "countdown(2)")
ANSWERS = (12, 26, False, True, 2)
GOOD = "from shop import price\n" + "".join(
    f"\ndef test_{place}():\n    assert price.{call} == {answer!r}\n"
    for place, (call, answer) in enumerate(zip(CALLS, ANSWERS, strict=True))
)
USELESS = "from shop import price\n\ndef test_all():\n" + "".join(
    f"    price.{call}\n" for call in CALLS if not call.startswith("countdown")
)


@pytest.fixture
def mutants(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """scripts/mutants.py."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    found = importlib.util.spec_from_file_location("mutants", SCRIPTS / "mutants.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    monkeypatch.setitem(sys.modules, "mutants", module)
    found.loader.exec_module(module)
    monkeypatch.setattr(module, "PATIENCE", 5)
    return module


def toy(folder: Path, tests: str) -> Path:
    """A program of one file with that test file."""
    for path, text in {"shop/__init__.py": "", "shop/price.py": PROGRAM, "tests/test_price.py": tests}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_good_tests_kill_and_what_never_ends_is_killed(
    mutants: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = toy(tmp_path, GOOD)
    code = mutants.main(
        ["--root", str(root), "--seed", "3", "--number", "9", "--least", "100", "--workers", "2", "shop"]
    )
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert "survived 0" not in shown
    tried, killed, survived = next(line.split()[3:6] for line in shown.splitlines() if line.startswith("all of shop"))
    assert (tried, killed, survived) == ("9", "9", "0"), "among them a countdown that counts up"
    assert (root / "shop/price.py").read_text(encoding="utf-8") == PROGRAM, "only copies are changed"


def test_tests_without_asserts_let_mutants_survive(
    mutants: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = toy(tmp_path, USELESS)
    code = mutants.main(["--root", str(root), "--seed", "3", "--number", "9", "--workers", "2", "shop"])
    shown = capsys.readouterr().out
    assert code == 1, shown
    assert "+    return price // count" in shown
    assert "+RATE = 14" in shown
    assert "survived 0 of 0 tests" in shown, "nobody calls countdown"


def test_a_broken_function_is_killed_by_the_tests_that_run_it_alone(mutants: ModuleType, tmp_path: Path) -> None:
    root = toy(tmp_path, GOOD)
    trees = mutants.Trees(root, tmp_path / "copies", 1)
    with mutants.ThreadPoolExecutor(1) as pool:
        tests = mutants.watched(root, trees, pool, "shop", ["shop"], tmp_path)
    [broken] = [one for one in mutants.mutants_of(root, "shop/price.py") if one.text == "None" and one.lines[0] == 9]
    seeing = mutants.tests_for(broken, tests, ())
    assert seeing == ["tests/test_price.py::test_0"]
    assert not mutants.judged(trees, broken, seeing, tests, 10).survived
    same = mutants.Mutant("shop/price.py", 0, 0, "", "no change", range(9, 10), ())
    assert mutants.judged(trees, same, seeing, tests, 10).survived


def test_a_sample_is_told_by_its_seed(mutants: ModuleType, tmp_path: Path) -> None:
    root = toy(tmp_path, GOOD)
    first = mutants.sample(root, "shop", 5, seed=1)
    assert len(first) == 5
    assert mutants.sample(root, "shop", 5, seed=1) == first
    assert mutants.sample(root, "shop", 5, seed=2) != first
