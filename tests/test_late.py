"""Modules that are loaded when they are first used."""

import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from donations import late

USED = {
    "bz2": "compress",
    "ipaddress": "ip_address",
    "locale": "setlocale",
    "lzma": "compress",
    "platform": "system",
    "shellingham": "detect_shell",
    "subprocess": "run",
    "textwrap": "dedent",
    "tokenize": "generate_tokens",
}
SLOW = "import time\ntime.sleep(0.1)\nanswer = 42\n"


@pytest.fixture
def module_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where modules may be put; those that are imported of them are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    return tmp_path


def test_it_is_loaded_once_when_something_of_it_is_used(module_of: Path) -> None:
    (module_of / "unhurried.py").write_text("import sys\nsys.loaded = getattr(sys, 'loaded', 0) + 1\nanswer = 42\n")
    late.imported("unhurried")
    assert not hasattr(sys, "loaded")
    import unhurried  # type: ignore[import-not-found]

    assert not hasattr(sys, "loaded")
    assert (unhurried.answer, unhurried.answer, sys.loaded) == (42, 42, 1)  # type: ignore[attr-defined]
    assert unhurried.__file__ == str(module_of / "unhurried.py")
    del sys.loaded  # type: ignore[attr-defined]


def test_of_two_threads_that_use_it_none_finds_half_of_it(module_of: Path) -> None:
    (module_of / "slowly.py").write_text(SLOW)
    late.imported("slowly")
    import slowly  # type: ignore[import-not-found]

    found, together = [], Barrier(2)

    def use() -> None:
        together.wait()
        found.append(slowly.answer)

    threads = [Thread(target=use) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [42, 42]


def test_what_fails_fails_where_it_is_used_and_each_time(module_of: Path) -> None:
    (module_of / "broken.py").write_text("import nowhere_to_be_found\n")
    late.imported("broken", "nowhere_at_all")
    assert "nowhere_at_all" not in sys.modules
    import broken  # type: ignore[import-not-found]

    for _ in range(2):
        with pytest.raises(ModuleNotFoundError, match="nowhere_to_be_found"):
            _ = broken.answer


def test_what_it_has_not_it_has_not(module_of: Path) -> None:
    """Also where it asks for itself while it is loaded."""
    (module_of / "asking.py").write_text("import asking\nhas = hasattr(asking, 'answer')\nanswer = 42\n")
    late.imported("asking")
    import asking  # type: ignore[import-not-found]

    assert (asking.has, asking.answer) == (False, 42)
    with pytest.raises(AttributeError):
        _ = asking.question


def test_what_is_loaded_stays_as_it_is() -> None:
    before = sys.modules["subprocess"]
    late.imported("subprocess")
    assert sys.modules["subprocess"] is before


@pytest.mark.parametrize("name", late.HARDLY_USED)
def test_each_of_those_that_the_program_names_works_when_it_is_used(name: str) -> None:
    script = f"""
import sys
from donations import late
late.imported(*late.HARDLY_USED)
import typer
import {name} as used
assert used.{USED[name]} and type(used) is type(sys)
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_while_typer_is_loaded_a_class_stands_for_what_it_only_compares() -> None:
    """Afterwards the module is imported as ever, and what it imports was not needed."""
    script = """
import sys
from donations import late
with late.compared(**late.COMPARED):
    import typer.main
assert "uuid" not in sys.modules and isinstance(typer.main.UUID, type)
import uuid
assert uuid.UUID(int=1).int == 1 and uuid.UUID is not typer.main.UUID
with late.compared(**late.COMPARED):
    assert sys.modules["uuid"] is uuid
assert sys.modules["uuid"] is uuid
"""
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(("word", "code"), [("--version", 0), ("--nonsense", 2)])
def test_the_process_ends_at_once_with_its_code_and_what_was_asked_for_at_its_end_is_done(word: str, code: int) -> None:
    script = """
import atexit, os, sys
from donations.__main__ import main
atexit.register(os.write, 1, b"the end")
sys.argv[0] = "donations"
main()
"""
    ended = subprocess.run([sys.executable, "-c", script, word], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.endswith("the end")) == (code, True)
