"""Files of commands: one act in one book, whatever stands in a line, and its exit code that of what it found."""

from pathlib import Path

import pytest
from conftest import Desk, content

DAY = "--date 2020-02-01"


@pytest.fixture
def other(tmp_path: Path) -> Desk:
    """A second book."""
    book = tmp_path / "other.db"
    Desk(book).do(f"init --book {book}")
    return Desk(book)


def written(folder: Path, *lines: str) -> str:
    """The name of a file of these commands."""
    file = folder / "commands.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("line", ["--help", "--version", "receive --help", "items", "totals --help"])
def test_a_line_that_only_prints_undoes_nothing(desk: Desk, tmp_path: Path, line: str) -> None:
    """The page was printed, nothing of the file recorded, and the exit code was 0."""
    desk.do("run", written(tmp_path, f"receive 李华 500元 {DAY}", line, f"receive 王芳 5元 {DAY}"))
    assert desk.stock() == {"CNY": "505"}


def test_what_check_finds_is_the_exit_code_of_the_file(desk: Desk, tmp_path: Path) -> None:
    """Its problems were printed, and the file ended as if there were none; nothing is undone, and further files are run."""
    checks = written(tmp_path, f"receive 李华 500元 {DAY}", "check --digest 89c6f6d49f37", "totals")
    more = tmp_path / "more.txt"
    more.write_text(f"receive 李华 5元 {DAY}\n", encoding="utf-8")
    answer = desk.run("run", checks, str(more))
    assert answer.code == 1
    assert "89c6f6d49f37" in answer.out
    assert desk.stock() == {"CNY": "505"}


@pytest.mark.parametrize(
    "line",
    [
        "receive 王芳 5元 --book {other}", "--book {other} receive 王芳 5元", "--book={other} receive 王芳 5元",
        "init --book {other}", "init --book {folder}/third.db", "donors add 王芳 --book {other}", "check --rebuild --book {other}",
    ],
)  # fmt: skip
def test_a_file_changes_one_book_only(desk: Desk, other: Desk, tmp_path: Path, line: str) -> None:
    """What was for this book went into the other one after `init`; what was recorded there stayed when the file was refused."""
    before = content(other.book)
    said = line.format(other=other.book, folder=tmp_path)
    answer = desk.run("run", written(tmp_path, said, f"receive 李华 500元 {DAY}"))
    assert answer.code == 2
    assert "changes one book only" in answer.err
    assert content(other.book) == before
    assert not (tmp_path / "third.db").exists()
    assert desk.stock() == ({} if "check" not in line else {"CNY": "500"})


def test_a_file_may_read_another_book(desk: Desk, other: Desk, tmp_path: Path) -> None:
    """Its reports are of whichever book they name."""
    out = desk.do("run", written(tmp_path, f"totals --format json --book {other.book}")).out
    assert '"entries": 0' in out


@pytest.mark.parametrize("named", ["--book {book}", "--book={book}"])
def test_the_book_may_stand_before_the_verb_of_a_line(desk: Desk, tmp_path: Path, named: str) -> None:
    """A report so written came before what is recorded below it; a second file was waited for, for a minute."""
    book = named.format(book=desk.book)
    out = desk.do("run", written(tmp_path, f"{book} stock --format tsv", f"{book} receive 李华 口罩500个 {DAY}")).out
    assert [line.split("\t")[0] for line in out.splitlines()] == ["item", "口罩"]
    assert "can't run another" in desk.refused("run", written(tmp_path, f"{book} run commands.txt"), code=2)


def test_a_file_makes_its_book_however_that_is_spelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`init --book new.db`, run with --book /…/new.db, is its own book."""
    monkeypatch.chdir(tmp_path)
    book = tmp_path / "new.db"
    file = written(tmp_path, "--book new.db init --name 协会", f"receive 李华 5元 {DAY}")
    Desk(book).do("run", file, "--book", str(book))
    assert Desk(book).run("totals --format json", "--book", str(book)).rows()[0]["received"] == "5"


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0b", "\x0c", "\x1e"])
def test_a_line_ends_at_a_new_line_alone(desk: Desk, tmp_path: Path, sign: str) -> None:
    """Signs that Python also takes for the end of a line stand within notes that were pasted."""
    file = tmp_path / "gifts.txt"
    file.write_text(
        f"receive 李华 5元 --date 2020-02-01 --note '门口{sign}放下'\r\nreceive 李华 6元\n", encoding="utf-8"
    )
    desk.do("run", str(file))
    assert desk.stock() == {"CNY": "11"}
    assert [note.split() for note in (row["note"] for row in desk.read("ledger")) if note] == [["门口", "放下"]]
