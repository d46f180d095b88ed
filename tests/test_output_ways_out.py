# ruff: noqa: N802 - the names of the catalogue
"""Files written whole or not at all; the pager; readers who leave early."""

import errno
import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest
from conftest import Desk
from test_output_samples import Terminal

from donations import errors, files
from donations.errors.families import reason_of
from donations.output import pager
from donations.output.file import write_file, write_files


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def hello(stream: IO[Any]) -> None:
    stream.write("你好\n")


def test_H9_a_file_is_written_whole_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_file(tmp_path / "a.txt", hello)
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").read_bytes() == "你好\n".encode()
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["a.txt"]


def test_bytes(tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", lambda stream: stream.write(b"\x00\r\n"), binary=True)
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\r\n"


def test_H8_a_file_in_the_way_stays_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(errors.FileInTheWay):
        write_file(tmp_path / "a.txt", hello)
    assert (tmp_path / "a.txt").read_text() == "old"
    write_file(tmp_path / "a.txt", hello, force=True)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "你好\n"
    assert names_in(tmp_path) == ["a.txt"]


def test_a_file_made_in_the_meantime_stays(tmp_path: Path) -> None:
    def meanwhile(stream: IO[Any]) -> None:
        (tmp_path / "a.txt").write_text("theirs")
        hello(stream)

    with pytest.raises(errors.FileInTheWay):
        write_file(tmp_path / "a.txt", meanwhile)
    assert (tmp_path / "a.txt").read_text() == "theirs"
    assert names_in(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    "failure", [ValueError("ours"), KeyboardInterrupt(), errors.UnknownFormat(got="x", formats="y")]
)
def test_nothing_is_left_where_the_body_fails(tmp_path: Path, failure: BaseException) -> None:
    def fails(stream: IO[Any]) -> None:
        hello(stream)
        raise failure

    with pytest.raises(type(failure)):
        write_file(tmp_path / "a.txt", fails)
    assert names_in(tmp_path) == []


def test_failing_to_write_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "en")
    with pytest.raises(errors.CannotWrite, match="no such folder"):
        write_file(tmp_path / "there" / "a.txt", hello)
    with pytest.raises(errors.CannotWrite, match="a folder"):
        write_file(tmp_path, hello, force=True)
    with pytest.raises(errors.CannotWrite, match="too long"):
        write_file(tmp_path / ("x" * 300), hello)


@pytest.mark.parametrize(
    ("language", "folder", "fault"),
    [("zh_CN", "没有这个文件夹", "磁盘出了故障"), ("en", "no such folder", "the disk has a fault")],
)
def test_every_way_out_says_why_in_the_language_of_the_run(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, folder: str, fault: str
) -> None:
    """Not only what is printed into a file."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    assert folder in desk.refused(f"backup {tmp_path / 'there' / 'b.db'}", code=74)
    assert reason_of(OSError(errno.EIO, os.strerror(errno.EIO))) == fault
    assert reason_of(OSError(-1, "of an unknown sort")) == "of an unknown sort"


def test_many_files_get_their_names_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every one is on disk before the first has its name, and the folder is brought to disk once."""
    done: list[str] = []
    monkeypatch.setattr(files, "to_disk", lambda _file: done.append("file"))
    monkeypatch.setattr(files, "folder_to_disk", lambda _folder: done.append(f"folder of {len(names_in(tmp_path))}"))
    link = os.link

    def linked(here: Path, there: Path) -> None:
        done.append("name")
        link(here, there)

    monkeypatch.setattr(os, "link", linked)
    write_files(tmp_path, [(f"{number}.txt", hello) for number in range(3)])
    assert done == [*["file"] * 3, *["name"] * 3, "folder of 6"]
    assert sorted(names_in(tmp_path)) == ["0.txt", "1.txt", "2.txt"]
    assert {file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {"你好\n"}


def test_many_files_or_none(tmp_path: Path) -> None:
    """Where the last can't be made, or one has come to be in the way, what was there stays, and nothing is left behind."""

    def fails(stream: IO[Any]) -> None:
        hello(stream)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_files(tmp_path, [("a.txt", hello), ("b.txt", fails)])
    assert names_in(tmp_path) == []
    (tmp_path / "b.txt").write_text("old")
    with pytest.raises(errors.FileInTheWay):
        write_files(tmp_path, [("a.txt", hello), ("b.txt", hello)])
    assert (names_in(tmp_path), (tmp_path / "b.txt").read_text()) == (["b.txt"], "old")
    write_files(tmp_path, [("a.txt", hello), ("b.txt", hello)], force=True)
    assert {file.read_text(encoding="utf-8") for file in tmp_path.iterdir()} == {"你好\n"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(errors.CannotWrite) as failed:
        write_file("/dev/full", hello, force=True)
    assert failed.value.exit_code == 74
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize("path", [None, "-"])
def test_the_standard_output(path: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    write_file(path, hello)
    assert capsys.readouterr().out == "你好\n"


def page(monkeypatch: pytest.MonkeyPatch, command: str, lines: int, *, wanted: bool = True) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("PAGER", command)
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "80")
    with pager.paged(wanted=wanted) as stream:
        assert stream.isatty()
        for number in range(lines):
            stream.write(f"第 {number} 行\n")
    return terminal


def test_what_exceeds_the_screen_goes_through_the_pager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tmp_path / "paged"
    terminal = page(monkeypatch, f"sh -c 'cat > {there}'", 500)
    assert terminal.getvalue() == ""
    assert there.read_text(encoding="utf-8").splitlines()[499] == "第 499 行"


def test_what_fits_the_screen_does_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    there = tmp_path / "paged"
    assert page(monkeypatch, f"sh -c 'cat > {there}'", 8).getvalue().count("\n") == 8
    assert not there.exists()


@pytest.mark.parametrize("command", ["", "cat", "no-such-pager-at-all", "'"])
def test_without_a_pager_it_is_plain(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    assert page(monkeypatch, command, 500).getvalue().count("\n") == 500


def test_where_no_pager_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert page(monkeypatch, "false", 500, wanted=False).getvalue().count("\n") == 500


def test_H10_a_pager_that_is_left_early_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it didn't want is printed nowhere else."""
    for command, lines in (("true", 200_000), ("head -1", 5_000)):
        assert page(monkeypatch, command, lines).getvalue() == ""


def test_a_closed_output_before_we_began(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pager.paged() as stream:
        assert stream.write("x") == 1
    with pager.plain_output(binary=True) as binary:
        assert binary.write(b"x") == 1
    assert sys.stdout is None, "nothing was put in its place"


PRINTS = (
    "from donations.output.pager import paged\nwith paged() as out:\n for n in range(200000): out.write(f'{n}\\n')\n"
)


def run(shell: str) -> subprocess.CompletedProcess[str]:
    command = shell.replace("PRINT", f'"{sys.executable}" -c "$PRINTS"')
    environment = {**os.environ, "PRINTS": PRINTS, "PYTHONPATH": str(Path(__file__).parent.parent)}
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=environment)


def test_H10_a_reader_who_leaves_early_sees_no_traceback() -> None:
    ran = run("PRINT | head -1; exit ${PIPESTATUS[0]}")
    assert (ran.stdout, ran.stderr) == ("0\n", "")
    assert ran.returncode in {0, 141}


def test_H10_an_output_closed_by_the_shell() -> None:
    ran = run("PRINT >&-")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_C4_a_full_disk_is_told_once() -> None:
    ran = run("PRINT > /dev/full")
    assert ran.stderr.count("CannotWrite: ") == 1
    assert "Exception ignored" not in ran.stderr


def test_other_errors_of_the_body_come_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(errors.UnknownFormat), pager.paged():
        raise errors.UnknownFormat(got="x", formats="y")
