"""Names that a shell is offered when TAB is pressed: in no shell are they anything but words."""

import shlex
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk

from donations.store.book import open_book
from donations.store.said_shortly import entries_beginning

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


def test_numbers_of_entries_are_offered_with_what_they_say(
    known: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The latest first; a stranger's name in a description is run by no shell, and is no markup."""
    known.do("receive 王[/] 口罩3个 --new")
    offers = offered(known, monkeypatch, "fish", "show", "").split("\n")
    numbers = [offer.split("\t")[0] for offer in offers]
    assert numbers == [str(number) for number in range(len(HOSTILE) + 1, 0, -1)]
    assert "王[/]" in offers[0]
    for name, offer in zip(HOSTILE, reversed(offers), strict=False):
        assert name in offer
    assert offered(known, monkeypatch, "bash", "show", "").split("\n") == numbers
    line = offered(known, monkeypatch, "zsh", "show", "")
    assert line.count("\n") == 0
    if BASH:  # which quotes and evaluates as zsh does
        script = f"_describe() {{ printf '%s\\n' \"${{found[@]}}\"; }}\nf() {{\n{line}\n}}\nf"
        described = in_bash(script, tmp_path_factory.mktemp("zsh")).splitlines()
        assert [each.split(":")[0] for each in described] == numbers
    for each in offered(known, monkeypatch, "powershell", "show", "").split("\n"):
        assert each.split(":::")[0] in numbers


def test_only_numbers_that_the_command_takes_are_offered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (
        "receive 李华 口罩9个 --new",
        "distribute 市三院 口罩5个 --new",
        "receive 李华 10元",
        "reverse 3 --reason 误",
    ):
        desk.do(line)

    def numbers(*typed: str) -> list[str]:
        return [each.split("\t")[0] for each in offered(desk, monkeypatch, "fish", *typed).split("\n") if each]

    assert numbers("show", "") == ["4", "3", "2", "1"]
    assert numbers("correct", "") == numbers("reverse", "") == ["2", "1"]
    assert numbers("receipt", "") == numbers("consent", "") == numbers("refund", "李华", "1元", "--of", "") == ["1"]
    assert numbers("handover", "") == ["2"]
    assert numbers("trace", "1") == ["1"]
    assert numbers("trace", "李") == ["李华"]
    for begun in ("0", "9", "1" * 30, "-", "²", "١"):
        assert not [each for each in numbers("show", begun) if each.isdigit()]


def test_nothing_is_offered_of_a_book_that_another_program_wrote_into(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our code stumbles over what it can't say; the shell is answered all the same, and nobody sees a fault."""
    desk.do("receive 李华 口罩9个 --new")
    with closing(sqlite3.connect(desk.book)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        for [trigger] in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            connection.execute(f"drop trigger {trigger}")
        connection.execute("update item set decimals = -3")
        connection.commit()
    assert offered(desk, monkeypatch, "fish", "show", "") == ""
    assert not desk.run("").err
    assert offered(desk, monkeypatch, "fish", "receive", "李") == "李华"


def test_numbers_that_begin_alike_are_the_latest_of_them(desk: Desk) -> None:
    for _number in range(123):
        desk.do("receive 李华 1元 --new")
    with closing(open_book(desk.book, writing=False)) as book:
        found = entries_beginning(book.connection, "1", 50, standing=False)
        assert [entry.number for entry in found] == [*range(123, 99, -1), *range(19, 9, -1), 1]
        assert [entry.number for entry in entries_beginning(book.connection, "", 3, standing=True)] == [123, 122, 121]


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        (("adjust",), "期初 盘点 损耗 过期 自用", "opening count loss expiry use"),
        (("consent", "1"), "可署名 匿名 未说明", "named anonymous unset"),
        (("donors", "consent", "李华"), "可署名 匿名 未说明", "named anonymous unset"),
    ],
)
def test_words_of_ours_are_offered_in_both_languages(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], zh: str, en: str
) -> None:
    """Before anything is typed in one's own; then what begins so, with the other word beside it."""
    both = list(zip(zh.split(), en.split(), strict=True))
    for language, pairs in (("zh", both), ("en", [(english, chinese) for chinese, english in both])):
        monkeypatch.setenv("DONATIONS_LANG", language)
        assert offered(desk, monkeypatch, "fish", *typed, "").split("\n") == ["\t".join(pair) for pair in pairs]
        for chinese, english in both:
            assert f"{chinese}\t{english}" in offered(desk, monkeypatch, "fish", *typed, chinese[:1])
            assert f"{english}\t{chinese}" in offered(desk, monkeypatch, "fish", *typed, english[:3])
