"""Bills as files: every layout as it is downloaded and as a spreadsheet program saves it, from the bytes into the book."""

import random
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import bills
import pytest
import xlsxwriter
from bills import GIVEN, LAYOUTS, Payment, Rows, payments, saved_again
from conftest import Desk
from harness.tables import each_record
from test_bills import SETTINGS, gifts, true_of

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import Record, Table
from donations.importers.tables import tables


def write_workbook(path: Path, rows: Rows) -> None:
    """Moments as dates, amounts without a sign as numbers, everything else as texts: as WeChat's workbooks have them."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("Sheet1")
        moment = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for row, cells in enumerate(rows):
            is_payment = cells[0][:4].isdigit()
            for column, cell in enumerate(cells):
                if is_payment and column == 0:
                    sheet.write_datetime(row, column, datetime.strptime(cell, "%Y-%m-%d %H:%M:%S"), moment)  # noqa: DTZ007
                elif is_payment and column == 5 and cell[0].isdigit():
                    sheet.write_number(row, column, float(cell))
                elif cell:
                    sheet.write_string(row, column, cell)


def write(folder: Path, name: str, made: list[Payment], file: str = "bill") -> Path:
    """The bill in a file of its own sort and encoding."""
    _, encoding, make = LAYOUTS[name]
    path = folder / f"{file}.{'xlsx' if encoding == 'xlsx' else 'csv'}"
    if encoding == "xlsx":
        write_workbook(path, make(made))
    else:
        path.write_bytes(bills.as_bytes(make(made), encoding))
    return path


def read(path: Path) -> list[tuple[Table, list[Record]]]:
    return [(table, list(each_record(table))) for sheet in sheets(path, Opening()) for table in tables(sheet, SETTINGS)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_file_gives_the_truth(name: str, tmp_path: Path) -> None:
    """One table in it, of the layout it is, and every gift to the fen; saved again by a spreadsheet program too."""
    made = payments(random.Random(20), 120)
    again = tmp_path / "again.csv"
    again.write_bytes(saved_again(LAYOUTS[name][2](made)))
    for path in (write(tmp_path, name, made), again):
        [(table, records)] = read(path)
        assert table.layout == LAYOUTS[name][0]
        assert gifts(records) == true_of(name, made)
        assert [record.slips for record in records if record.slips] == []


def on_hand(desk: Desk) -> Fraction:
    return Fraction(desk.stock()["CNY"] or 0)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("wechat_csv", "wechat_xlsx_2026"), ("wechat_xlsx_2025", "wechat_csv"), ("alipay_2021", "alipay_2023"),
        ("alipay_web", "alipay_web"), ("alipay_2023", "alipay_web"), ("wechat_merchant", "wechat_merchant"),
    ],
)  # fmt: skip
def test_an_account_downloaded_twice(desk: Desk, tmp_path: Path, first: str, later: str) -> None:
    """Later in another layout, with gifts given back in between: each gift once, and what came back is taken back."""
    made = payments(random.Random(21), 60)
    early = [replace(one, kind="gift", back=0) if one.kind in GIVEN else one for one in made]
    paths = write(tmp_path, first, early, "first"), write(tmp_path, later, made, "later")
    desk.do(f"import {paths[0]}")
    assert on_hand(desk) == Fraction(sum(one.fen for one in early if one.kind in GIVEN), 100)
    desk.do(f"import {paths[1]}")
    kept = Fraction(sum(one.fen - one.back for one in made if one.kind in GIVEN), 100)
    assert on_hand(desk) == kept
    before = desk.do("ledger").out
    for path in paths[1:] * 2:
        desk.do(f"import {path}")
    assert desk.do("ledger").out == before
    assert desk.is_in_order()
