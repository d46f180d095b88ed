"""A long ledger made by two processes: to the byte what one alone makes, also where the second fails or is in the way."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from harness.program import PROGRAM, surroundings

from donations.output import two_processes
from donations.output.formats import FORMAT_NAMES
from donations.reports import ledger, pieces
from donations.store import same_sight

pytestmark = pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="Linux alone has what it takes")

FORMATS = [name for name in FORMAT_NAMES if name not in ("xlsx", "pdf", "html")]
WAYS = [f"--format {name}" for name in FORMATS] + ["--format csv --raw", "--format tsv --raw"]


@pytest.fixture(scope="module")
def long_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty entries of thirty days, that lie to and fro, some with several lines, joint donors, signs and formulas."""
    folder = tmp_path_factory.mktemp("long")
    desk = Desk(folder / "book.db")
    desk.do(f"init 测试协会 --book {desk.book}")
    lines = [
        f"receive {('李华', '王芳 --donor 赵敏', '=1+1')[number % 3]} 口罩{number + 1}个 {number + 1}元 --city 九江市"
        f" --date 2020-02-{number * 7 % 29 + 1:02} --note '{('', '-5', '三,四')[number % 3]}' --new --yes"
        for number in range(60)
    ]
    lines.append("distribute 九江市医院 口罩9个 --date 2020-02-29 --new --yes")
    file = folder / "lines.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    desk.do(f"run {file} --book {desk.book}")
    return desk.book
