"""Names that a shell is offered when TAB is pressed: in no shell are they anything but words."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Desk

HOSTILE = (
    "王\\$(touch it)",
    '赵\\";touch it;"',
    "孙`touch it`",
    "钱';touch it;'",
    "李$(touch it)",
    "曹\\';touch it;'",
    "张 三丰",
    "周*",
    "冯:冯",
    "吴!ls",
    "’郑‘;touch it",
)
"""Names as a stranger may call himself in a bill: commands in some shell, or several words, or a pattern."""

BASH = shutil.which("bash")


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A desk whose book knows them all."""
    for name in HOSTILE:
        desk.do("receive", name, "1元", "--new")
    return desk


def offered(known: Desk, monkeypatch: pytest.MonkeyPatch, shell: str, *typed: str) -> str:
    """What the shell is answered, where `typed` stands behind the program's name, the last of it unfinished."""
    words = ["donations", *typed]
    monkeypatch.setenv("_DONATIONS_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", " ".join(words))
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", words[-1])
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    return known.run("").out.removesuffix("\n")


def in_bash(script: str, folder: Path) -> str:
    """What bash prints of a script, in a folder of its own in which nothing may come to lie."""
    assert BASH is not None
    done = subprocess.run([BASH, "-c", script], cwd=folder, capture_output=True, text=True, check=True)
    assert not list(folder.iterdir()), "a name was run"
    return done.stdout


@pytest.mark.parametrize("begun", ["", "'", '"'])
def test_bash_is_offered_a_name_as_one_word(
    known: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, begun: str
) -> None:
    for name in HOSTILE:
        word = f"{begun}{offered(known, monkeypatch, 'bash', 'receive', begun + name[:1])}{begun}"
        if begun != '"':  # within which shlex leaves a backslash before $
            assert shlex.split(word) == [name]
        if BASH:
            assert in_bash(f"printf '%s' {word}", tmp_path_factory.mktemp("bash")) == name


def test_zsh_evaluates_what_runs_nothing(
    known: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = (
        offered(known, monkeypatch, "zsh", "receive", "王") + "\n" + offered(known, monkeypatch, "zsh", "receive", "曹")
    )
    assert [line.split(";")[0] for line in line.splitlines()] == ["local -a found"] * 2
    for name in HOSTILE:
        line = offered(known, monkeypatch, "zsh", "receive", name[:1])
        shown = name.replace("\\", "\\\\").replace(":", "\\:")
        assert shlex.quote(shown) in line
        if BASH:  # which quotes and evaluates as zsh does
            script = f"_describe() {{ printf '%s' \"${{found[0]}}\"; }}\nf() {{\n{line}\n}}\nf"
            assert in_bash(script, tmp_path_factory.mktemp("zsh")) == shown
    assert "'receive:" in offered(known, monkeypatch, "zsh", "rece")
    assert offered(known, monkeypatch, "zsh", "receive", "没有") == "_files"


def test_powershell_is_offered_a_name_in_quotes(known: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def word(typed: str) -> str:
        return offered(known, monkeypatch, "powershell", "receive", typed).split(":::")[0]

    assert word("李") == "'李$(touch it)'"
    assert word("钱") == "'钱'';touch it;'''"
    assert word("’") == "'’’郑‘‘;touch it'"
    assert word("--named") == "--named"


def test_fish_quotes_what_it_is_offered(known: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert offered(known, monkeypatch, "fish", "receive", "李") == "李$(touch it)"
