"""Ctrl+C is heard also where it falls into a function of ours that SQLite called, and gives an error of its own for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Desk

ROOT = Path(__file__).parent.parent
PRESSED = """
import signal
from donations.store import public
def pressed(*facts):
    signal.raise_signal(signal.{signal})
public.public_name = pressed
from donations.__main__ import main
main()
"""
"""Somebody stops the program while it asks by what name the public may know a party."""


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize(
    ("signal_name", "code", "said"), [("SIGINT", 130, "Interrupted.\n"), ("SIGTERM", 143, "Stopped.\n")]
)
def test_a_signal_within_a_query_is_no_fault_of_ours(desk: Desk, signal_name: str, code: int, said: str) -> None:
    desk.do("receive 李华 5元 --date 2020-02-01 --yes --new")
    ended = subprocess.run(
        [sys.executable, "-c", PRESSED.format(signal=signal_name), "totals", "--by", "donor", "--public"],
        capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT), "DONATIONS_BOOK": str(desk.book), "DONATIONS_LANG": "en"},
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", said)
