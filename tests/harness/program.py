"""The program as a process of its own, and the book read past it."""

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = (sys.executable, "-m", "donations")


def memory() -> str | None:
    """A folder in memory for what need not outlive the test, where the system has one; syncing takes no time there."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def surroundings(home: Path, settings: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment variables of a process that runs our program: in English, away from anybody's own book."""
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests"), *filter(None, [os.environ.get("PYTHONPATH")])))
    return {
        **os.environ, "PYTHONPATH": paths, "DONATIONS_LANG": "en", "HOME": str(home), "XDG_DATA_HOME": str(home),
        "DONATIONS_BOOK": str(home / "no-book.db"), "PYTHONHASHSEED": "0", **(settings or {}),
    }  # fmt: skip


def recording(book: Path, file: Path) -> list[str]:
    """The command that records all lines of a file or none: `run`, until there is an import of tables too."""
    return ["run", str(file), "--book", str(book)]


def gifts_file(file: Path, lines: int) -> Path:
    """A file of commands with so many gifts of one mask each."""
    text = "".join(f"receive 李华 口罩1个 --date 2020-02-0{number % 9 + 1}\n" for number in range(lines))
    file.write_text(text, encoding="utf-8")
    return file


def entries(book: Path) -> list[int]:
    """The numbers of the entries, in their order; read with plain SQLite, which rolls back what a killed writer left."""
    with closing(sqlite3.connect(book, timeout=60)) as connection:
        return [row[0] for row in connection.execute("select number from entry order by number")]


def digests(book: Path) -> dict[int, str]:
    """The digest after each entry; 0 stands for the empty book."""
    with closing(sqlite3.connect(book, timeout=60)) as connection:
        return {0: "-", **dict(connection.execute("select entry, digest from chain where entry is not null"))}


def integrity(book: Path) -> str:
    """What SQLite itself says of the file: `ok`, or what is wrong."""
    with closing(sqlite3.connect(book, timeout=60)) as connection:
        return str(connection.execute("pragma integrity_check").fetchone()[0])
