"""Long transaction numbers that went through a spreadsheet, in lists: zeros for all behind the fifteenth digit. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.words.cells import NUMBER_LOST

HEAD = "日期,姓名,金额,交易单号\n"
CUT = "4200000001202400000000000000"


def test_payments_whose_numbers_were_cut_to_one_are_refused() -> None:
    """All of a day with like amounts were known as the first, and lost."""
    rows = "".join(f"2020-02-01,{name},100,{CUT}\n" for name in ("李华", "王芳", "张伟"))
    assert [line.split(" ", 1)[1] for line in told(HEAD + rows).splitlines()[1:]] == [
        f"! 交易单号: {NUMBER_LOST} ({CUT})"
    ] * 3


def test_nothing_of_such_a_list_is_booked(desk: Desk, tmp_path: Path) -> None:
    """Nor of a long one, whose rows are read many at once."""
    rows = "".join(f"2020-02-01,李华,{amount},{CUT}\n" for amount in range(1, 300))
    answer = desk.run(f"import {file(tmp_path, 'a.csv', HEAD + rows)} --yes")
    assert answer.code == 65
    assert desk.read("ledger") == []


@pytest.mark.parametrize(
    "number",
    [
        "2020020110000000",
        "202002011234500000",
        "00000000000000000000",
        "00000000000000100000",
        "42000000012024000000000000A0",
    ],
)
def test_zeros_that_may_be_a_numbers_own_are_read(number: str) -> None:
    found = told(f"{HEAD}2020-02-01,李华,100,{number}\n")
    assert f"#table:{number}" in found
