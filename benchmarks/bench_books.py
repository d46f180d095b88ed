"""Books of any size from a seed, made by the program's own import, and the same data for the other programs."""

import csv
import random
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from importing import CITIES, ITEMS

FIRST, DAYS = date(2020, 1, 1), 731
PARTY, MONTH = "捐赠单位1号", "2021-03"
"""Whose month is asked for; every book has the party."""

_HEADINGS = {
    "gifts": ["日期", "捐赠人", "物资", "数量", "单位", "城市"],
    "money": ["日期", "捐赠人", "金额（元）", "城市"],
    "given": ["日期", "接收单位", "物资", "数量", "单位", "城市"],
}
_TYPED = """
create table line (number integer primary key, date text, city text, party text, item text, unit text, received integer, given integer);
"""
_INDEXES = "create index line_date on line (date); create index line_party on line (party, date);"


def rows(count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Which paper each row stands in, and its cells: first stock of every item, then gifts, money and what was given out."""
    chance = random.Random(seed)
    parties = max(3, count // 50)
    for item in ITEMS:
        yield "gifts", [FIRST.isoformat(), PARTY, item, str(count * 100), "个", CITIES[0]]
    for _row in range(count - len(ITEMS)):
        day = (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()
        city, number, sort = chance.choice(CITIES), chance.randrange(parties), chance.random()
        if sort < 0.15:  # noqa: PLR2004 - a share
            yield "money", [day, f"捐赠单位{number}号", str(chance.randrange(1, 100_000)), city]
        else:
            name, who = ("gifts", "捐赠") if sort < 0.6 else ("given", "受赠")  # noqa: PLR2004 - a share
            yield name, [day, f"{who}单位{number}号", chance.choice(ITEMS), str(chance.randrange(1, 100)), "个", city]


def made(folder: Path, count: int, seed: int) -> Path:
    """The folder with the book of `count` entries and what the others read; made once."""
    place = folder / f"{count}-{seed}"
    if not (place / "ready").exists():
        place.mkdir(parents=True, exist_ok=True)
        _papers(place, count, seed)
        for old in place.glob("*.db"):
            old.unlink()
        donations(place, "init")
        donations(place, "import", *(str(place / f"{name}.csv") for name in _HEADINGS), "--yes")
        _typed(place, count, seed)
        for name in ("hledger", "beancount"):
            donations(place, "export", "journal", "--format", name, "-o", str(place / f"book.{name}"), "--force")
        _for_ledger(place)
        _counted(place, count)
        (place / "ready").touch()
    return place


def donations(place: Path, *words: str) -> None:
    """Run our program on the book in `place`."""
    command = [sys.executable, "-m", "donations", *words, "--book", str(place / "book.db")]
    ended = subprocess.run(command, check=False, capture_output=True, text=True)
    if ended.returncode:
        raise SystemExit(f"{' '.join(command)}: {ended.stderr or ended.stdout}")


def _papers(place: Path, count: int, seed: int) -> None:
    files = {name: (place / f"{name}.csv").open("w", encoding="utf-8", newline="") for name in _HEADINGS}
    writers = {name: csv.writer(file) for name, file in files.items()}
    for name, headings in _HEADINGS.items():
        writers[name].writerow(headings)
    for name, cells in rows(count, seed):
        writers[name].writerow(cells)
    for file in files.values():
        file.close()


def _typed(place: Path, count: int, seed: int) -> None:
    """The same rows in one typed table with the indexes that the questions need, as a careful programmer would have it."""

    def lines() -> Iterator[tuple[object, ...]]:
        for name, cells in rows(count, seed):
            if name == "money":
                yield cells[0], cells[3], cells[1], "CNY", "元", int(cells[2]) * 100, 0
            else:
                amounts = (int(cells[3]), 0) if name == "gifts" else (0, int(cells[3]))
                yield cells[0], cells[5], cells[1], cells[2], cells[4], *amounts

    with closing(sqlite3.connect(place / "typed.db")) as connection, connection:
        connection.executescript(_TYPED)
        into = "insert into line (date, city, party, item, unit, received, given) values (?, ?, ?, ?, ?, ?, ?)"
        connection.executemany(into, lines())
        connection.executescript(_INDEXES)


def _for_ledger(place: Path) -> None:
    """The journal as ledger reads it: a blank behind the name of a tag, and nothing that only hledger knows."""
    with (
        (place / "book.hledger").open(encoding="utf-8") as source,
        (place / "book.ledger").open("w", encoding="utf-8") as out,
    ):
        for line in source:
            if not line.startswith(("decimal-mark", "commodity", "account")):
                out.write(re.sub(r"^( +; [a-z-]+):(?=\S)", r"\1: ", line))


def _counted(place: Path, count: int) -> None:
    with closing(sqlite3.connect(place / "book.db")) as connection:
        [found] = connection.execute("select count(*) from entry").fetchone()
    if found != count:
        raise SystemExit(f"{place}: {found} entries instead of {count}")
