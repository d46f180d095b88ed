"""Questions at a terminal: what counts as yes, and that whoever goes away has changed nothing."""

import os
from pathlib import Path

import pytest
from conftest import Desk

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals are others there")

EARLY = ["receive", "王芳", "100元", "--date", "2020-02-01"]
"""A date that is asked about: months before the day of the tests."""


def answered(desk: Desk, home: Path, words: list[str], question: str, keys: str) -> tuple[int, str]:
    """The exit code of a command that asks `question`, where `keys` are typed to that, and all that was shown."""
    from harness.terminal import Terminal

    terminal = Terminal([*words, "--book", str(desk.book)], home)
    try:
        terminal.await_text(question.encode())
        terminal.type(keys.encode())
        code = terminal.wait()
    finally:
        terminal.close()
    return code, terminal.shown.decode()


@pytest.mark.parametrize("answer", ["不对", "不是", "ｎ", "错了", "N", "receive 李华 5元"])
def test_a_date_that_is_not_agreed_to_books_nothing(desk: Desk, tmp_path: Path, answer: str) -> None:
    """Whoever answers “Is the date right?” with 不对 means no; so does whoever typed on at the next command."""
    code, shown = answered(desk, tmp_path, EARLY, "[Y/n]", f"{answer}\r")
    assert code == 1
    assert "Nothing was changed." in shown
    assert "Saved" not in shown


@pytest.mark.parametrize("answer", ["", "y", "Ｙ", "YES", "对", "是的", "对。"])
def test_a_date_that_is_agreed_to_is_booked(desk: Desk, tmp_path: Path, answer: str) -> None:
    code, shown = answered(desk, tmp_path, EARLY, "[Y/n]", f"{answer}\r")
    assert code == 0
    assert "Saved as no. 1" in shown


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_going_away_from_a_question_says_that_nothing_was_changed(desk: Desk, tmp_path: Path, key: str) -> None:
    code, shown = answered(desk, tmp_path, EARLY, "[Y/n]", key)
    assert code == 130
    assert "Interrupted. Nothing was changed." in shown
    assert desk.do("journal --format csv").out.count("\n") == 1, "the titles alone"


def test_the_number_of_a_name_may_be_full_width(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 李华 口罩50个")
    desk.do("distribute 九江市第三人民医院 口罩3个")
    words = ["distribute", "第三人民医院", "口罩2个"]
    code, shown = answered(desk, tmp_path, words, "n for a new one, q to leave:", "１\r")
    assert code == 0
    assert "九江市第三人民医院" in shown.partition("Saved as no. 3")[2]


@pytest.mark.parametrize("answer", ["q", "Ｑ", "退出", "7\rq"])
def test_a_question_about_a_name_can_be_left(desk: Desk, tmp_path: Path, answer: str) -> None:
    desk.do("receive 李华 口罩50个")
    desk.do("distribute 九江市第三人民医院 口罩3个")
    words = ["distribute", "第三人民医院", "口罩2个"]
    code, shown = answered(desk, tmp_path, words, "n for a new one, q to leave:", f"{answer}\r")
    assert code == 1
    assert "Nothing was changed." in shown
    assert "Saved" not in shown
