"""What can't be taken back is shown and asked about on a terminal: an issue, a closed month, an import."""

import os
from pathlib import Path

import pytest
from conftest import Desk, content
from harness.terminal import Terminal
from test_questions import answered

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals are others there")

PUBLISH = ["publish", "2020-02"]
CLOSE = ["close", "2020-02"]


@pytest.fixture(autouse=True)
def _no_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "cat")


@pytest.fixture
def february(desk: Desk) -> Desk:
    """A book with two gifts of February."""
    desk.do("receive 李华 100元 --date 2020-02-01 --city 九江市")
    desk.do("receive 王芳 50元 --date 2020-02-03 --city 九江市")
    return desk


@pytest.mark.parametrize(("answer", "words", "said"), [
    ("n", PUBLISH, "Nothing was published."), ("", PUBLISH, "Nothing was published."),
    ("n", CLOSE, "Nothing was closed."), ("", CLOSE, "Nothing was closed."),
])  # fmt: skip
def test_what_stays_for_ever_is_done_only_where_that_is_said(
    february: Desk, tmp_path: Path, answer: str, words: list[str], said: str
) -> None:
    before = content(february.book)
    code, shown = answered(february, tmp_path, words, "[y/N]", f"{answer}\r")
    assert code == 1
    assert said in shown
    assert "Error" not in shown
    assert content(february.book) == before


def test_an_issue_is_seen_before_it_goes_out_and_not_twice(february: Desk, tmp_path: Path) -> None:
    code, shown = answered(february, tmp_path, PUBLISH, "[y/N]", "y\r")
    assert code == 0
    seen, _question, after = shown.partition("Publish this as issue 1, 2020-02-01 to 2020-02-29?")
    assert "preview, not published" in seen
    assert "150.00 yuan" in seen
    assert "Issue 1 is published and kept" in after
    assert "150.00" not in after
    reprint = february.do("publish --reprint 1 --format table").out
    assert "preview" not in reprint
    assert "150.00 yuan" in reprint


def test_what_is_agreed_to_goes_into_the_file_that_was_named(february: Desk, tmp_path: Path) -> None:
    file = tmp_path / "issue.html"
    code, _shown = answered(february, tmp_path, [*PUBLISH, "-o", str(file)], "[y/N]", "y\r")
    assert code == 0
    assert "preview" not in file.read_text(encoding="utf-8")


def test_an_issue_that_is_no_longer_the_one_that_was_seen_stays_in(february: Desk, tmp_path: Path) -> None:
    """Somebody records a gift while the question waits."""
    terminal = Terminal([*PUBLISH, "--book", str(february.book)], tmp_path)
    try:
        terminal.await_text(b"[y/N]")
        february.do("receive 赵敏 7元 --date 2020-02-04 --city 九江市")
        terminal.type(b"y\r")
        code = terminal.wait()
    finally:
        terminal.close()
    assert code == 75
    assert "Nothing was published." in terminal.shown.decode()
    assert february.read("publish --list") == []


def test_a_month_that_is_agreed_to_is_closed(february: Desk, tmp_path: Path) -> None:
    code, shown = answered(february, tmp_path, CLOSE, "[y/N]", "y\r")
    assert code == 0
    assert "Close 2020-02, with everything before it?" in shown
    assert "2020-02 is closed" in shown
    code, shown = answered(february, tmp_path, ["close", "2020-02"], "closed already", "")
    assert code == 1, "refused without a question"
    assert "[y/N]" not in shown


@pytest.mark.parametrize("words", [PUBLISH, CLOSE])
def test_yes_is_an_answer(february: Desk, tmp_path: Path, words: list[str]) -> None:
    terminal = Terminal([*words, "--yes", "--book", str(february.book)], tmp_path)
    assert terminal.wait() == 0
    terminal.close()
    assert "[y/N]" not in terminal.shown.decode()


def test_an_import_that_is_not_meant_fails_as_every_other_no(desk: Desk, tmp_path: Path) -> None:
    """The exit code of the README: a script behind `import` must not go on."""
    paper = tmp_path / "捐款.csv"
    paper.write_text("姓名,金额,日期\n李华,100,2020-02-01\n", encoding="utf-8")
    code, shown = answered(desk, tmp_path, ["import", str(paper)], "[Y/n]", "n\r")
    assert code == 1
    assert "Nothing was imported." in shown
    assert "Error" not in shown
