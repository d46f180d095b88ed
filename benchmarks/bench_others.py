"""What a user would pick instead, as commands on the same data; who isn't installed is None."""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from bench_books import MONTH, PARTY

_TOTALS = "select city, item, sum(received), sum(given) from line group by city, item"
_PARTY = f"select * from line where party = '{PARTY}' and date between '{MONTH}-01' and '{MONTH}-31' order by date"
_SQLITE3 = "import sqlite3, sys\nfor row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print(*row, sep='\\t')"
_DUCKDB = "import duckdb, sys\nfor row in duckdb.connect(sys.argv[1], read_only=True).execute(sys.argv[2]).fetchall(): print(*row, sep='\\t')"
_TO_DUCKDB = """
import csv, duckdb, sqlite3, sys
with open(sys.argv[2] + ".csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file)
    out.writerow("number date city party item unit received given".split())
    out.writerows(sqlite3.connect(sys.argv[1]).execute("select * from line"))
read = "read_csv('" + sys.argv[2].replace("'", "''") + ".csv', header=true, types={'date': 'VARCHAR'})"
duckdb.connect(sys.argv[2]).execute("create table line as select * from " + read)
"""
_READ = "import sqlite3, sys\nfor _row in sqlite3.connect(sys.argv[1]).execute('select * from entry as e join line as l on l.entry = e.number order by e.number'): pass"
_WRITE_CSV = "import csv, sqlite3, sys\ncsv.writer(sys.stdout).writerows(sqlite3.connect(sys.argv[1]).execute('select * from line order by date, number'))"
_TO_LEDGER = """
import csv, sqlite3, sys
with open(sys.argv[1], newline="", encoding="utf-8") as file, sqlite3.connect(sys.argv[2]) as book:
    rows = csv.reader(file)
    keys = next(rows)
    book.execute(f"create table ledger ({', '.join(keys)})")
    book.executemany(f"insert into ledger values ({', '.join('?' * len(keys))})", rows)
"""
_WRITE_LEDGER = "import csv, sqlite3, sys\ncsv.writer(sys.stdout).writerows(sqlite3.connect(sys.argv[1]).execute('select * from ledger'))"
_RICH_LEDGER = """
import sqlite3, sys
from rich.console import Console
from rich.table import Table
shown = "entry, date, type, city, donor, recipient, item, unit, received, distributed, note"
found = sqlite3.connect(sys.argv[1]).execute(f"select {shown} from ledger")
table = Table(*(column[0] for column in found.description))
for row in found:
    table.add_row(*map(str, row))
Console(width=120).print(table)
"""
BARE = [sys.executable, "-c", "pass"]
NAMES = ("hledger", "ledger", "bean-query", "sqlite-utils query", "Python sqlite3", "DuckDB")


def program(name: str) -> str | None:
    """Where a program is: beside this Python, or on the way."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def python(script: str, *words: str) -> list[str]:
    return [sys.executable, "-c", script, *words]


def totals(place: Path) -> dict[str, list[str] | None]:
    """Totals by city and item of the whole book."""
    query = "select any_meta('city'), currency, sum(number) where account ~ 'Income:Received' group by 1, 2"
    return {
        "hledger": _of("hledger", "-f", place / "book.hledger", "balance", "Income:Received", "--pivot", "city"),
        "ledger": _of("ledger", "-f", place / "book.ledger", "balance", "Income:Received", "--pivot", "city"),
        "bean-query": _of("bean-query", place / "book.beancount", query),
        "sqlite-utils query": _of("sqlite-utils", "query", place / "typed.db", _TOTALS, "--tsv"),
        "Python sqlite3": python(_SQLITE3, str(place / "typed.db"), _TOTALS),
        "DuckDB": _duckdb(place, _TOTALS),
    }


def party(place: Path) -> dict[str, list[str] | None]:
    """What one party gave in one month."""
    tag = f'has_tag("donor") and tag("donor") == "{PARTY}"'
    query = f"select date, account, position where any_meta('donor') = '{PARTY}' and date >= {MONTH}-01 and date <= {MONTH}-31"
    return {
        "hledger": _of("hledger", "-f", place / "book.hledger", "register", f"tag:donor=^{PARTY}$", "-p", MONTH),
        "ledger": _of("ledger", "-f", place / "book.ledger", "register", "--limit", tag, "-p", MONTH.replace("-", "/")),
        "bean-query": _of("bean-query", place / "book.beancount", query),
        "sqlite-utils query": _of("sqlite-utils", "query", place / "typed.db", _PARTY, "--tsv"),
        "Python sqlite3": python(_SQLITE3, str(place / "typed.db"), _PARTY),
        "DuckDB": _duckdb(place, _PARTY),
    }


def plain_read(place: Path) -> list[str]:
    """Every row of the journal in its order, and nothing done with it."""
    return python(_READ, str(place / "book.db"))


def plain_csv(place: Path) -> list[str]:
    """Every row of the typed table by `csv.writer`."""
    return python(_WRITE_CSV, str(place / "typed.db"))


def to_ledger(place: Path) -> list[str]:
    """What puts `ledger.csv` into a table of its own, cell by cell."""
    return python(_TO_LEDGER, str(place / "ledger.csv"), str(place / "ledger.db"))


def written_ledger(place: Path) -> list[str]:
    """Every cell of that table by `csv.writer`: nothing looked up, ordered or put together."""
    return python(_WRITE_LEDGER, str(place / "ledger.db"))


def shown_ledger(place: Path) -> list[str]:
    """What people read of that table, drawn by Rich."""
    return python(_RICH_LEDGER, str(place / "ledger.db"))


def inserting(place: Path, *more: str) -> list[str] | None:
    """The largest paper into a new table."""
    return _of("sqlite-utils", "insert", place / "inserted.db", "gifts", place / "gifts.csv", "--csv", *more)


def to_duckdb(place: Path) -> list[str]:
    """What makes DuckDB's file of the typed table."""
    return python(_TO_DUCKDB, str(place / "typed.db"), str(place / "book.duckdb"))


def _of(name: str, *words: str | Path) -> list[str] | None:
    found = program(name)
    return None if found is None else [found, *map(str, words)]


def _duckdb(place: Path, query: str) -> list[str] | None:
    return None if find_spec("duckdb") is None else python(_DUCKDB, str(place / "book.duckdb"), query)
