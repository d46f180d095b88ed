"""How long a large ledger takes as a workbook beside a bare XlsxWriter script that writes the same cells.

    python benchmarks/xlsx.py [--rows 100000] [--pairs 5]

Both run as whole processes, in turn, and read their rows from SQLite: ours as a report with the columns of the ledger,
the bare one the very cells that ours wrote, which it writes with `write_row` in constant memory, without a look, a number
format or a heading. Prints the ratios of the pairs, and the most memory each took, also at a tenth of the rows.
"""

import argparse
import datetime as dt
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

OURS = """
import sqlite3, sys
from donations.output import formats
from donations.reports.ledger import _AFTER_FIGURES, _BEFORE_FIGURES, _FIGURES
from donations.reports.table import Column, Report, Screen, Source, Table, Type
columns = (*_BEFORE_FIGURES, *_FIGURES, Column("on_hand", "On hand", Type.QUANTITY, Screen.NEVER), *_AFTER_FIGURES)
book = sqlite3.connect(sys.argv[1])
query = f"select {', '.join(column.key for column in columns)} from ledger"
table = Table("ledger", "Ledger", columns, lambda: book.execute(query))
with open(sys.argv[2], "wb") as file:
    formats.render(Report("ledger", "Ledger", Source("", 1, None), [table]), "xlsx", file)
"""
BARE = """
import sqlite3, sys
from xlsxwriter.workbook import Workbook
book = Workbook(sys.argv[2], {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
sheet = book.add_worksheet()
for number, row in enumerate(sqlite3.connect(sys.argv[1]).execute("select * from cells")):
    sheet.write_row(number, 0, row)
book.close()
"""
MEMORY = """
import re
print(re.search(r"VmHWM:\\s+([0-9]+)", open("/proc/self/status").read())[1])
"""
"""The most memory of this process alone, in kB, as Linux tells it."""

GOODS = ("口罩", "防护服", "84消毒液", "大米", "护目镜", "酒精", "奶粉", "医用手套")
CITIES = (
    "九江市",
    "南昌市",
    "吉安市",
    "赣州市",
    "上饶市",
    "萍乡市",
    "宜春市",
    "抚州市",
    "新余市",
    "鹰潭市",
    "景德镇市",
)


def ledger(count: int) -> Iterator[dict[str, object]]:
    """The rows of a ledger of 24 months, by the keys of its columns: money and goods, in and out."""
    for number in range(count):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number * 730 // count)
        donor, amount = f"捐赠人{number % 1999:04}", number % 9973 * 100 + 50
        is_money, out = number % 4 == 0, number % 3 == 0
        yield {
            "entry": number + 1, "date": str(day), "type": "distribution" if out else "receipt", "reverses": None, "city": CITIES[number % 11],
            "donor": donor, "via": None, "recipient": None, "who": donor,
            "item": "CNY" if is_money else GOODS[number % 8], "unit": "元" if is_money else "个", "decimals": 2 if is_money else 0,
            "came_in": 0 if out else amount, "went_out": amount if out else 0,
            "received": 0 if out else amount, "bought": 0, "spent": 0, "distributed": amount if out else 0, "adjusted": 0,
            "on_hand": None, "certainty": "about" if number % 10 == 0 else "exact", "value": None, "value_certainty": None,
            "purpose": None, "note": f"第{number}批" if out else None,
        }  # fmt: skip


def made_book(folder: Path, rows: int) -> Path:
    """A database with the rows of a ledger."""
    path = folder / f"{rows}.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        keys = list(next(ledger(1)))
        connection.execute(f"create table ledger ({', '.join(keys)})")
        connection.executemany(f"insert into ledger values ({', '.join(f':{key}' for key in keys)})", ledger(rows))
    return path


def ran(script: str, *arguments: str) -> tuple[float, int]:
    """How much processor time `script` took as a whole process (others may be at work), and the most memory it had, in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = subprocess.run(
        [sys.executable, "-c", script + MEMORY, *arguments], check=True, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, int(ended.stdout) // 1024


def plain_cells(workbook: Path, target: Path) -> None:
    """Every cell of `workbook` in a plain table: numbers as numbers, the rest as text."""
    import openpyxl

    sheet = openpyxl.load_workbook(workbook, read_only=True).worksheets[0]
    rows = [[str(cell) if isinstance(cell, dt.datetime) else cell for cell in row] for row in sheet.values]
    across = max(map(len, rows))
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute(f"create table cells ({', '.join(f'c{number}' for number in range(across))})")
        connection.executemany(
            f"insert into cells values ({', '.join('?' * across)})",
            [[*row, *[None] * (across - len(row))] for row in rows],
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
            ours = (OURS, str(book), str(made))
            ran(*ours)
            plain_cells(made, table)
            bare = (BARE, str(table), str(folder / "bare.xlsx"))
            measured = [(ran(*ours), ran(*bare)) for _ in range(pairs)]
            ratios = [mine[0] / other[0] for mine, other in measured]
            (seconds, memory), (others, other_memory) = measured[-1]
            print(f"{rows} rows: {seconds:.1f} s and {memory} MB beside {others:.1f} s and {other_memory} MB")
            print(f"  ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}) of {pairs} pairs")


if __name__ == "__main__":
    main()
