"""How long a large import takes, against `sqlite-utils insert --csv` of the same file, in turn and on the same machine.

    python benchmarks/importing.py [--rows 1000000] [--rounds 1] [--seed 1] [--noted 0.3] [--paper goods]

`--paper` says which sort of list it is: goods, goods with their units in one cell, goods passed straight on, goods with values,
money, money to the fen, or money with transaction numbers. Prints seconds, seconds of computing (which a busy machine changes less) and memory of each, and the two ratios by both:
target 0.2 of the plain one, 0.5 of it with --no-detect-types.
"""

import argparse
import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉建国文"
CITIES = (
    "九江市", "南昌市", "赣州市", "上饶市", "宜春市", "吉安市", "抚州市", "景德镇市", "萍乡市", "新余市", "鹰潭市",
)  # fmt: skip
NOTES = ("爱心捐赠", "送到仓库", "第二批")
ITEMS = [f"物资{chr(ord('甲') + index % 10)}{index}型" for index in range(40)]
DONORS, DAYS = 20_000, 731


def names(chance: random.Random) -> list[str]:
    """Twenty thousand donors, all different."""
    found: dict[str, None] = {}
    while len(found) < DONORS:
        name = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
        found[name + (str(chance.randrange(100)) if chance.random() < 0.6 else "")] = None  # noqa: PLR2004 - most have a number
    return list(found)


def _fen(chance: random.Random) -> str:
    return f"{chance.randrange(1, 500_000) / 100:.2f}"


PAPERS: dict[str, tuple[list[str], Callable[[random.Random, int], list[object]]]] = {
    "goods": (["物资", "数量", "单位"], lambda chance, _row: [chance.choice(ITEMS), chance.randrange(1, 5000), "个"]),
    "worded": (["物资", "数量"], lambda chance, _row: [chance.choice(ITEMS), f"{chance.randrange(1, 5000)}个"]),
    "passed-on": (
        ["受赠单位", "物资", "数量", "单位"],
        lambda chance, _row: [f"第{chance.randrange(300)}医院", chance.choice(ITEMS), chance.randrange(1, 5000), "个"],
    ),
    "valued": (
        ["物资", "数量", "单位", "价值（元）"],
        lambda chance, _row: [chance.choice(ITEMS), chance.randrange(1, 5000), "个", chance.randrange(1, 90_000)],
    ),
    "money": (["金额（元）"], lambda chance, _row: [chance.randrange(1, 5000)]),
    "fen": (["金额（元）"], lambda chance, _row: [_fen(chance)]),
    "numbered": (["流水号", "金额（元）"], lambda chance, row: [f"2020{row:09d}", _fen(chance)]),
}
"""The columns of each sort of list beside day, donor, city and note, and what stands in them."""


def write(path: Path, rows: int, seed: int, noted: float, paper: str = "goods") -> None:
    """A CSV of gifts over 24 months; the share `noted` of its rows has a note."""
    chance = random.Random(seed)
    donors = names(chance)
    headings, cells = PAPERS[paper]
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["日期", "捐赠人", *headings, "城市", "备注"])
        for row in range(rows):
            day = date(2020, 1, 1) + timedelta(days=chance.randrange(DAYS))
            note = chance.choice(NOTES) if chance.random() < noted else ""
            given = cells(chance, row)
            out.writerow([day.isoformat(), chance.choice(donors), *given, chance.choice(CITIES), note])


def timed(words: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """Seconds, seconds of computing and megabytes of one command."""
    begun = time.perf_counter()
    process = subprocess.Popen(words, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(words)}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Make the file, run all three in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noted", type=float, default=0.3)
    parser.add_argument("--paper", choices=PAPERS, default="goods")
    said = parser.parse_args()
    programs = Path(sys.executable).parent
    found: dict[str, list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        file, book = Path(folder, "gifts.csv"), Path(folder, "book.db")
        write(file, said.rows, said.seed, said.noted, said.paper)
        ours = {"DONATIONS_BOOK": str(book)}
        utils = [str(programs / "sqlite-utils"), "insert", str(Path(folder, "raw.db")), "gifts", str(file), "--csv"]
        for _round in range(said.rounds):
            for old in Path(folder).glob("*.db*"):
                old.unlink()
            timed([str(programs / "donations"), "init"], ours)
            found.setdefault("donations import", []).append(
                timed([str(programs / "donations"), "import", str(file), "--yes"], ours)
            )
            found.setdefault("sqlite-utils insert --csv", []).append(timed(utils, {}))
            Path(folder, "raw.db").unlink()
            found.setdefault("sqlite-utils insert --csv --no-detect-types", []).append(
                timed([*utils, "--no-detect-types"], {})
            )
    ours_walls, ours_work, _memory = zip(*found["donations import"], strict=True)
    print(f"{'':45} {'s':>8} {'ratio':>6} {'computing':>10} {'ratio':>6} {'MB':>5}")
    for name, runs in found.items():
        walls, work, memory = zip(*runs, strict=True)
        wall, worked = statistics.median(walls), statistics.median(work)
        ratios = statistics.median(ours_walls) / wall, statistics.median(ours_work) / worked
        print(f"{name:45} {wall:8.2f} {ratios[0]:6.2f} {worked:10.2f} {ratios[1]:6.2f} {max(memory):5.0f}")


if __name__ == "__main__":
    main()
