"""Sentences at the edge of a terminal: broken between words there, and one line wherever no terminal is."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Desk
from harness.terminal import Terminal
from hypothesis import given
from hypothesis import strategies as st

from donations.output.width import folded, width

WIDE = 100
"""The cells of a line on the terminal of the tests."""


def shown(words: Sequence[str], desk: Desk, home: Path) -> tuple[int, list[str]]:
    """The exit code of a command on a terminal, and the lines that stand there after it."""
    terminal = Terminal([*words, "--book", str(desk.book)], home)
    try:
        code = terminal.wait()
    finally:
        terminal.close()
    return code, terminal.shown.decode().replace("\r\n", "\n").splitlines()


def words_of(text: str) -> list[str]:
    """The Latin words, and what stands between them as one text: Chinese may be broken anywhere."""
    return [*re.findall(r"[A-Za-z][a-z]+", text), "".join(text.split())]


@pytest.mark.parametrize(
    "line",
    [
        "receive 李华 5元 --city 火星",
        "import 没有.csv --map 金额=foo",
        "receive 李华 abc",
        "distribute 市三院 口罩1箱",
        "totals --by foo",
    ],
)
def test_a_refusal_is_broken_between_words(desk: Desk, tmp_path: Path, line: str) -> None:
    desk.do("receive 李华 口罩5个")
    said = desk.run(line)
    assert "\n" not in said.err.strip(), "a script reads one line"
    code, lines = shown(line.split(), desk, tmp_path)
    assert code == said.code
    assert len(lines) > 1
    assert all(width(part) <= WIDE for part in lines)
    assert words_of(" ".join(lines)) == words_of(said.err)


def test_what_is_told_beside_the_result_is_too(desk: Desk, tmp_path: Path) -> None:
    """The results themselves as well: what was checked, with its whole digest in one line, and an entry with a long note."""
    note = "two pallets came by lorry on Monday, the third one followed by rail; the papers are kept in the red folder"
    _code, lines = shown(["receive", "李华", "口罩5个", "--note", note], desk, tmp_path)
    assert words_of(note)[:-1] == words_of(" ".join(lines).partition("Note: ")[2])[: len(words_of(note)) - 1]
    assert all(width(part) <= WIDE for part in lines)
    digest = desk.do("totals --format json").json["book"]["digest"]
    _code, lines = shown(["check"], desk, tmp_path)
    assert sum(digest in part for part in lines) == 1


def test_the_bulletin_is_too(desk: Desk, tmp_path: Path) -> None:
    """In a pipe and in a file it stays one line, to be posted."""
    for number in range(1, 9):
        desk.do(f"receive 捐赠方{number} 口罩{number}00个 5{number}元 --date 2020-02-0{number} --new")
    told = desk.do("bulletin 2020-02").out
    assert told.count("\n") == 1
    code, lines = shown(["bulletin", "2020-02"], desk, tmp_path)
    assert code == 0
    assert len(lines) > 1
    assert all(width(part) <= WIDE for part in lines)
    assert words_of(" ".join(lines)) == words_of(told)


def test_what_is_to_be_typed_stays_in_one_line() -> None:
    """A terminal pastes a command over two lines as two commands; one that no line holds is broken like any text."""
    sentence = "There is no party “张三”. `donations donors list` and `donations recipients` list them."
    for cells in range(30, 90):
        lines = folded(sentence, cells)
        assert sum("`donations donors list`" in line for line in lines) == 1, (cells, lines)
    assert all(width(line) <= 16 for line in folded(sentence, 16))


@given(st.text("口罩abc `，。（-/. ", max_size=80), st.integers(8, 40))
def test_nothing_is_lost_and_every_line_fits(text: str, cells: int) -> None:
    lines = folded(text, cells)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= cells for line in lines if line.strip()) or len(text) - len(text.lstrip()) > 0
