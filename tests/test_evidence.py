# ruff: noqa: N802 - the names of the catalogue
"""What `check` proves beyond the book itself: digests that were printed, and other copies of the book."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk, fingerprint

from donations import surroundings
from donations.store.book import open_book
from donations.store.links import Chain, agreeing

BOOKS = Path(__file__).parent / "books"


def digest_of(desk: Desk) -> str:
    """The digest a report prints now."""
    digest: str = desk.do("totals --format json").json["book"]["digest"]
    return digest


@pytest.fixture
def grown(desk: Desk) -> Desk:
    """Three gifts and an alias."""
    for number in range(1, 4):
        desk.do(f"receive 李华 口罩{number}个 --date 2020-02-0{number} --city 九江市")
    desk.do("donors alias 李华 老李")
    return desk


def test_a_printed_digest_stands_while_the_book_grows(grown: Desk) -> None:
    """Whole, as the screen shortens it, and with the number of entries; what came later is counted."""
    early = digest_of(grown)
    assert "0 were recorded since" in grown.do(f"check --digest {early}").out
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    grown.do("donors merge 王芳 李华 --reason 同一人")
    for written in (early, early[:12], early[:8].upper(), f"3:{early[:12]}"):
        said = grown.do(f"check --digest {written}").out
        assert "entries 1 to 3 are those of then; 1 were recorded since" in said


def test_what_is_done_to_a_register_is_under_the_digest(grown: Desk) -> None:
    """Two states of the registers with the same entries have two digests, and both are found."""
    before = digest_of(grown)
    grown.do("donors rename 李华 李桦 --reason 更正")
    after = digest_of(grown)
    assert before != after
    assert grown.do(f"check --digest {before} --digest {after}").out.count("entries 1 to 3") == 2


def test_a_digest_that_is_gone_says_what_it_can(grown: Desk) -> None:
    """What still stands narrows down where the first difference can lie; a wrong number of entries is no proof."""
    early = digest_of(grown)
    for line, entry in (
        (f"check --digest {'0' * 12}", 1),
        (f"check --digest {'0' * 12} --digest {early}", 4),
        (f"check --digest 2:{early}", None),
    ):
        answer = grown.run(f"{line} --format json")
        assert answer.code == 1
        [row] = answer.rows()
        assert (row["rule"], row["entry"]) == ("digest", entry)


@pytest.mark.parametrize("written", ["1234567", "xyz", "65:", ":89c6f6d49f37", "89c6f6d49f37" * 6])
def test_what_is_no_digest_is_refused(grown: Desk, written: str) -> None:
    assert written in grown.refused(f"check --digest {written}", code=65)


def test_a_copy_is_earlier_the_same_or_further(grown: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(grown.book, copy)
    assert "is the same book: 3 entries" in grown.do(f"check --against {copy}").out
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    before = fingerprint(copy)
    assert "its 3 entries are all here, and 1 more" in grown.do(f"check --against {copy}").out
    assert "the 3 entries here are all there, and 1 more" in grown.do(f"check --book {copy} --against {grown.book}").out
    assert fingerprint(copy) == before


def test_C9_a_fork_is_named_with_its_first_entry(grown: Desk, tmp_path: Path) -> None:
    """Two people went on in two copies, as cloud folders make them: entry 4 is another in each."""
    copy = tmp_path / "book (conflicted copy).db"
    shutil.copy(grown.book, copy)
    grown.do("receive 王芳 口罩5个 --date 2020-02-04")
    Desk(copy).do("receive 王芳 口罩6个 --date 2020-02-04 --book", str(copy))
    Desk(copy).do("receive 王芳 口罩7个 --date 2020-02-05 --book", str(copy))
    answer = grown.run("check --format json --against", str(copy))
    assert answer.code == 1
    assert [(row["rule"], row["entry"]) for row in answer.rows()] == [("fork", 4)]
    assert "after entry 3: entry 4" in answer.rows()[0]["message"]


def test_another_book_is_no_copy(grown: Desk, tmp_path: Path) -> None:
    grown.do("init --name 别的 --book", str(tmp_path / "other.db"))
    answer = grown.run("check --against", str(tmp_path / "other.db"))
    assert answer.code == 1
    assert "another book" in answer.out
    grown.refused(f"check --against {tmp_path / 'none.db'}", code=66)


def test_a_copy_of_an_older_version_is_compared_as_it_is(desk: Desk, tmp_path: Path) -> None:
    """The copy that an upgrade keeps is held against the upgraded book without being upgraded itself."""
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((BOOKS / "v1-february.db.gz").read_bytes()))
    shutil.copy(old, desk.book)
    before = fingerprint(old)
    desk.do("receive 李华 口罩5个 --new")
    assert "its 65 entries are all here, and 1 more" in desk.do(f"check --against {old}").out
    assert fingerprint(old) == before


@pytest.mark.parametrize("entries", [0, 1, 2, 7])
def test_halving_finds_the_link_where_two_chains_part(desk: Desk, tmp_path: Path, entries: int) -> None:
    """Whatever the lengths: the last link in common is the last before the copy was made."""
    for number in range(entries):
        desk.do(f"receive 李华 口罩{number + 1}个")
    copy = tmp_path / "copy.db"
    shutil.copy(desk.book, copy)
    with closing(sqlite3.connect(copy)) as connection:
        [shared] = connection.execute("select max(number) from chain").fetchone()
    for number in range(5):
        desk.do(f"receive 王芳 口罩{number + 1}个")
        desk.do(f"receive 王芳 口罩{number + 2}个 --book", str(copy))
    with closing(open_book(desk.book, writing=False)) as one, closing(open_book(copy, writing=False)) as two:
        assert agreeing(Chain(one.connection, 2), Chain(two.connection, 2)) == shared


def test_a_written_file_comes_with_its_digest(grown: Desk, tmp_path: Path) -> None:
    """A format for programs has no line for it, so it is said beside."""
    answer = grown.do(f"ledger -o {tmp_path / 'ledger.csv'}")
    assert digest_of(grown) in answer.err


# --- C9: where the book lies


@pytest.mark.parametrize(
    ("folder", "program"),
    [("OneDrive", "OneDrive"), ("OneDrive - 某协会", "OneDrive"), ("我的坚果云", "坚果云"), ("BaiduSyncdisk", "百度网盘"), ("Dropbox (个人)", "Dropbox")],
)  # fmt: skip
def test_C9_a_synchronised_folder_is_warned_of_once(desk: Desk, tmp_path: Path, folder: str, program: str) -> None:
    """With the first command that records there, and not again; moved elsewhere it is silent."""
    book = tmp_path / folder / "账目" / "book.db"
    book.parent.mkdir(parents=True)
    shutil.copy(desk.book, book)
    said = [desk.do("receive 李华 口罩5个 --book", str(book)).err for _ in range(3)]
    assert said[0].count(program) == 1
    assert said[1:] == ["", ""]
    assert desk.do("receive 李华 口罩5个").err == ""
    assert desk.do("stock --book", str(book)).err == ""


@pytest.mark.parametrize("name", ["onedriver", "亿微云集团", "dropboxes"])
def test_a_name_that_only_begins_so_is_no_synchronised_folder(tmp_path: Path, name: str) -> None:
    assert surroundings.synchronised_by(tmp_path / name / "book.db") is None


@pytest.mark.parametrize(
    ("sort", "found"), [("nfs4", "nfs4"), ("cifs", "cifs"), ("fuse.sshfs", "sshfs"), ("ext4", None), ("tmpfs", None)]
)
def test_C9_a_network_drive_is_warned_of_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sort: str, found: str | None
) -> None:
    """The nearest mount above the book decides."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/share {tmp_path} {sort} rw 0 0\nproc /proc proc rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)
    said = [desk.do("receive 李华 口罩5个").err for _ in range(2)]
    assert said[1] == ""
    assert (found is None) == (said[0] == "")
    assert (found or "") in said[0]
