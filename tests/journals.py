"""What hledger and Beancount make of a journal: balances of every day, and tags, for tests that hold ours against them."""

import csv
import io
import json
import os
import shutil
import subprocess
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from beancount import loader
from beancount.core import data

Balances = dict[tuple[str, str], Decimal]
"""By account and item, without those of nothing."""

NEEDED = "DONATIONS_TESTS_NEED_HLEDGER"
"""Set where hledger must be there (in .ci/run), so that its tests can't be left out unnoticed."""


def by_beancount(text: str, days: list[date]) -> dict[date, Balances]:
    """The balances at the end of each day; fails where Beancount complains of anything."""
    entries, problems, _options = loader.load_string(text)
    assert problems == [], problems
    names: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry, data.Commodity):
            name = str(entry.meta["name"])
            names[entry.currency] = f"{name} {entry.currency}" if name in names.values() else name
    changes: dict[date, list[tuple[str, str, Decimal]]] = defaultdict(list)
    for entry in entries:
        for posting in entry.postings if isinstance(entry, data.Transaction) else ():
            assert posting.units is not None
            assert posting.units.number is not None
            changes[entry.date].append((posting.account, names[posting.units.currency], posting.units.number))
    return _running(changes, days)


def _running(changes: dict[date, list[tuple[str, str, Decimal]]], days: list[date]) -> dict[date, Balances]:
    held: Balances = defaultdict(Decimal)
    read = {}
    for day in sorted({*days, *changes}):
        for account, item, number in changes.get(day, ()):
            held[account, item] += number
        read[day] = {key: number for key, number in held.items() if number}
    return {day: read[day] for day in days}


def metadata(text: str) -> dict[str, dict[str, Any]]:
    """What Beancount read of each entry, by its number: metadata, payee as `payee`, narration as `narration`."""
    entries, problems, _options = loader.load_string(text)
    assert problems == [], problems
    return {
        entry.meta["entry"]: {**entry.meta, "payee": entry.payee, "narration": entry.narration}
        for entry in entries
        if isinstance(entry, data.Transaction) and "entry" in entry.meta
    }


# --- hledger


def hledger(file: Path, *words: str) -> str:
    """What hledger prints for `file`; fails where it complains of anything. Where there is none, this run does without."""
    program = shutil.which("hledger")
    if program is None:
        assert not os.environ.get(NEEDED), "hledger is needed here (Debian's package hledger)"
        pytest.skip("hledger isn't installed (Debian's package hledger), so the journal wasn't read back by it")
    ended = subprocess.run(
        [program, "-f", str(file), *words],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, ""), ended
    return ended.stdout


def by_hledger(file: Path, days: list[date], accounts: str = "") -> dict[date, Balances]:
    """The balances at the end of each day, as hledger's own daily report has them."""
    words = ["balance", "--daily", "--historical", "--layout=tidy", "-O", "csv", "-b", str(days[0])]
    printed = hledger(file, *words, "-e", str(days[-1] + timedelta(days=1)), *filter(None, [accounts]))
    read: dict[date, Balances] = {day: {} for day in days}
    for row in csv.DictReader(io.StringIO(printed)):
        if number := Decimal(row["value"]):
            read[date.fromisoformat(row["start_date"])][row["account"], row["commodity"]] = number
    return read


def by_code(file: Path) -> dict[str, dict[str, str]]:
    """What hledger read of each entry, by its number: its tags, and its description as `narration`."""
    return {
        entry["tcode"]: {**dict(entry["ttags"]), "narration": entry["tdescription"]}
        for entry in json.loads(hledger(file, "print", "-O", "json"))
        if entry["tcode"]
    }
