"""Choices may be typed as the screens print them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Desk

from donations.cli import boundary
from donations.cli.app import root

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """`say("zh_CN", "totals", …)`: the exit code and what was printed, of a book with a gift."""
    monkeypatch.setenv("DONATIONS_BOOK", str(kept))

    def run(language: str, *words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("DONATIONS_LANG", language)
        capsys.readouterr()
        code = boundary.run(root(), list(words))
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("城市", "city"),
        ("品名", "item"),
        ("类别", "category"),
        ("捐赠方", "donor"),
        ("接收方", "recipient"),
        ("月份", "month"),
        ("定向", "purpose"),
    ],
)
def test_totals_are_taken_by_what_the_heading_says(say: Say, typed: str, word: str) -> None:
    in_english = say("zh_CN", "totals", "--by", word, "--format", "json")
    assert in_english[0] == 0
    assert say("zh_CN", "totals", "--by", typed, "--format", "json") == in_english


def test_other_commands_take_the_words_too(say: Say) -> None:
    assert say("zh_CN", "receive", "王小明", "口罩5个", "--city", "九江市", "--new")[0] == 0
    assert say("zh_CN", "donors", "add", "李华", "--sort", "个人", "--new")[0] == 0


def test_what_is_no_choice_is_refused_with_the_choices(say: Say) -> None:
    code, _printed, refused = say("zh_CN", "totals", "--by", "城")
    assert code == 2
    assert "city、item、category" in refused


def test_names_that_a_new_one_looks_like_are_listed_in_the_language_of_the_reader(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In English they stood with the Chinese 、 between them."""
    desk.do('receive "John Adam" 20元')
    desk.do('receive "John Adams" 20元 --new')
    assert "looks like: John Adam, John Adams." in desk.refused('receive "John Adamz" 20元')
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "John Adam、John Adams" in desk.refused('receive "John Adamz" 20元')
