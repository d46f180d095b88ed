"""A book that is reached through a link: lock, journal, backups and what is kept are those of the file itself."""

import fcntl
import shutil
from pathlib import Path

import pytest
from conftest import Desk, content
from harness.program import digests, entries
from test_backup import rows_of
from test_restore import torn

from donations.store import connecting


@pytest.fixture
def link(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A link in another folder to the desk's book, which has two entries; the environment names the link."""
    for day in (1, 2):
        desk.do(f"receive 李华 口罩5个 --date 2020-02-0{day}")
    (tmp_path / "desktop").mkdir()
    link = tmp_path / "desktop" / "link.db"
    link.symlink_to(desk.book)
    monkeypatch.setenv("DONATIONS_BOOK", str(link))
    return link


def beside(link: Path) -> list[str]:
    return sorted(file.name for file in link.parent.iterdir())


def test_through_a_link_a_book_has_the_same_lock(desk: Desk, link: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who records through the link waits for who records in the file itself; nothing comes to lie beside the link."""
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr("donations.store.book.connecting.BUSY_SECONDS", 0.2)
    with Path(f"{desk.book}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert "in use" in desk.refused("receive 李华 口罩5个 --date 2020-02-03", code=75)
    desk.do("receive 李华 口罩5个 --date 2020-02-03")
    assert entries(desk.book) == [1, 2, 3]
    assert beside(link) == ["link.db"]


def test_backups_lie_beside_the_book_itself(desk: Desk, link: Path) -> None:
    """Not beside the link; and neither the link nor the book is ever taken for a place to copy to."""
    made = Path(desk.do("backup --format json").json["backup"])
    assert made.parent == desk.book.parent / "backups"
    assert made.name.startswith("book-")
    assert beside(link) == ["link.db"]
    for name in (link, desk.book, Path(f"{desk.book}.lock")):
        assert "the book itself" in desk.refused(f"backup {name} --force", code=2)


def test_restore_replaces_the_file_and_leaves_the_link(desk: Desk, link: Path, tmp_path: Path) -> None:
    """The replaced book is kept beside the file; a journal that a killed writer left is never applied to the new one."""
    backup = tmp_path / "copy.db"
    desk.do(f"backup {backup}")
    desk.do("receive 王芳 鸡蛋5个 --date 2020-02-03")
    sealed = digests(desk.book)
    torn(desk.book)
    desk.do(f"restore {backup} --yes")
    assert link.is_symlink()
    assert link.readlink() == desk.book
    assert rows_of(desk.book) == rows_of(backup)
    [kept] = desk.book.parent.glob("book-replaced-*.db")
    assert digests(kept) == sealed
    assert beside(link) == ["link.db"]


def test_restoring_a_backup_through_a_link_takes_its_journal(desk: Desk, link: Path, tmp_path: Path) -> None:
    """A backup that a killed program was writing is rolled back in the copy: its journal lies beside the file itself."""
    before = rows_of(desk.book)
    torn(desk.book)
    desk.book.chmod(0o400)
    target = tmp_path / "new.db"
    desk.do(f"restore {link} --book {target}")
    assert rows_of(target) == before


def test_salvaging_through_a_link_finds_the_journal(desk: Desk, link: Path) -> None:
    """What was begun and not finished is undone; the new book lies beside the damaged file."""
    sealed = content(desk.book)
    torn(desk.book)
    answer = desk.do(f"salvage {link}")
    assert "A journal lies beside it" in answer.err
    assert "it has 2 of 2 entries" in answer.err
    assert (desk.book.parent / "book-salvaged.db").exists()
    assert beside(link) == ["link.db"]
    assert content(desk.book) == sealed


def test_a_book_is_made_where_a_link_leads(desk: Desk, link: Path) -> None:
    """A link whose file is gone stays a link; one that leads to itself is refused in a sentence."""
    shutil.move(desk.book, desk.book.with_name("moved.db"))
    desk.do("init --name 协会")
    assert link.is_symlink()
    assert entries(desk.book) == []
    assert beside(link) == ["link.db"]
    loop = link.with_name("loop.db")
    loop.symlink_to(loop)
    for line, code in ((f"totals --book {loop}", 74), (f"init --book {loop}", 1)):
        answer = desk.run(line)
        assert answer.code == code, answer
        assert len(answer.err.splitlines()) == 1


def test_a_file_of_commands_takes_away_the_book_and_not_the_link(desk: Desk, link: Path, tmp_path: Path) -> None:
    """One that makes its book where a link leads, and is refused."""
    desk.book.unlink()
    file = tmp_path / "x.txt"
    file.write_text("init --name 协会\nreceive 李华 口罩0个\n", encoding="utf-8")
    assert desk.run(f"run {file}").code == 65
    assert link.is_symlink()
    assert not desk.book.exists()
    file.write_text("init --name 协会\nreceive 李华 口罩1个 --date 2020-02-01\n", encoding="utf-8")
    desk.do(f"run {file}")
    assert entries(desk.book) == [1]
