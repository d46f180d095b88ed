"""How long a large ledger takes as a workbook beside a bare XlsxWriter script that writes the same cells.

    python benchmarks/xlsx.py [--rows 100000] [--pairs 5]

Both run as whole processes, in turn. Ours is `donations ledger --format xlsx`, from the book; the bare one reads the very
cells that ours wrote from a plain SQLite table and writes them with `write_row` in constant memory, without a look, a
number format or a heading. Prints the ratios of the pairs, and the most memory each took, also at a tenth of the rows.
"""

import argparse
import datetime
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

BARE = """
import sqlite3, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
sheet = book.add_worksheet()
for number, row in enumerate(sqlite3.connect(sys.argv[1]).execute("select * from cells")):
    sheet.write_row(number, 0, row)
book.close()
"""
GOODS = ("口罩", "防护服", "84消毒液", "大米", "护目镜", "酒精", "奶粉", "医用手套")
CITIES = ("九江市", "南昌市", "吉安市", "赣州市", "上饶市", "萍乡市", "宜春市", "抚州市", "新余市", "鹰潭市", "景德镇市")


def made_book(folder: Path, rows: int) -> Path:
    """A book of `rows` gifts of 24 months, recorded as a treasurer would: by a file of commands."""
    path, commands = folder / f"{rows}.db", folder / "commands.txt"
    with commands.open("w", encoding="utf-8") as file:
        print("init --name 子虚志愿者协会", file=file)
        for number in range(rows):
            day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number * 720 // rows)
            what = f"{number % 9973 + 1}.{number % 90 + 10}元" if number % 4 == 0 else f"{GOODS[number % 8]}{number % 997 + 1}个"
            note = f" --note 第{number}批" if number % 3 == 0 else ""
            print(
                f"receive 捐赠人{number % 1999:04} {what} --city {CITIES[number % 11]} --date {day} --new{note}", file=file
            )
    ran([sys.executable, "-m", "donations", "run", str(commands), "--book", str(path)])
    return path


def ran(command: Sequence[str]) -> tuple[float, int]:
    """How long `command` took as a whole process, and the most memory it had, in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}\n{process.stderr.read().decode() if process.stderr else ''}")
    return time.perf_counter() - begun, usage.ru_maxrss // 1024


def plain_cells(workbook: Path, target: Path) -> None:
    """Every cell of `workbook` in a plain table: numbers as numbers, the rest as text."""
    import openpyxl

    sheet = openpyxl.load_workbook(workbook, read_only=True).worksheets[0]
    rows = [[str(cell) if isinstance(cell, datetime.datetime) else cell for cell in row] for row in sheet.values]
    across = max(map(len, rows))
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute(f"create table cells ({', '.join(f'c{number}' for number in range(across))})")
        connection.executemany(
            f"insert into cells values ({', '.join('?' * across)})", [[*row, *[None] * (across - len(row))] for row in rows]
        )


def main() -> None:
    """Run the pairs and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows, pairs in ((asked.rows // 10, 1), (asked.rows, asked.pairs)):
            book, made, table = made_book(folder, rows), folder / f"{rows}.xlsx", folder / f"{rows}.cells"
            ours = [sys.executable, "-m", "donations", "ledger", "--book", str(book), "-o", str(made), "--force"]
            ran(ours)
            plain_cells(made, table)
            bare = [sys.executable, "-c", BARE, str(table), str(folder / "bare.xlsx")]
            measured = [(ran(ours), ran(bare)) for _ in range(pairs)]
            ratios = [mine[0] / other[0] for mine, other in measured]
            (seconds, memory), (others, other_memory) = measured[-1]
            print(f"{rows} rows: {seconds:.1f} s and {memory} MB beside {others:.1f} s and {other_memory} MB")
            print(f"  ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) of {pairs} pairs")


if __name__ == "__main__":
    main()
