"""Amounts that a merged cell covers: workbooks keep them, and nobody sees them. All is invented."""

from pathlib import Path

import pytest
import xlwt
from conftest import Desk
from papers import cells, xlsx

from donations.importers.sheet import Covered

HEAD = ("日期", "捐款人", "金额（元）")


def row(number: int, texts: tuple[str | int, ...]) -> str:
    """A row of a sheet."""
    made = (
        f"<c r='{letter}{number}'><v>{cell}</v></c>"
        if isinstance(cell, int)
        else f"<c r='{letter}{number}' t='inlineStr'><is><t>{cell}</t></is></c>"
        for letter, cell in zip("ABC", texts, strict=True)
    )
    return f"<row r='{number}'>{''.join(made)}</row>"


def workbook(path: Path, amounts: list[int | str], merged: str) -> Path:
    """A list of gifts, the cells of `merged` under one; what they held is kept, as by copying a format."""
    rows = [HEAD, *(("2020-02-03", f"甲{at}公司", amount) for at, amount in enumerate(amounts))]
    lines = "".join(row(number, texts) for number, texts in enumerate(rows, 1))
    return xlsx(path, f"<sheetData>{lines}</sheetData><mergeCells count='1'><mergeCell ref='{merged}'/></mergeCells>")


@pytest.mark.parametrize("more", [0, 90])
def test_an_amount_under_a_merged_one_that_shows_another_is_refused(desk: Desk, tmp_path: Path, more: int) -> None:
    path = workbook(tmp_path / "a.xlsx", [1500, 500, 70, *range(1, more + 1)], "C2:C3")
    assert type(cells(path)[2][2]) is Covered
    answer = desk.run(f"import {path} --yes")
    assert answer.code == 65
    assert "lies hidden under a merged cell" in " ".join(answer.out.split() + answer.err.split())
    assert desk.read("ledger") == []


def test_the_same_amount_in_each_row_is_that_of_each(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {workbook(tmp_path / 'a.xlsx', [100, 100, 70], 'C2:C3')} --yes")
    assert [row["received"] for row in desk.read("ledger")] == ["100", "100", "70"]


def test_what_other_merged_cells_cover_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {workbook(tmp_path / 'a.xlsx', [100, 50, 70], 'A2:A4')} --yes")
    assert [row["received"] for row in desk.read("ledger")] == ["100", "50", "70"]


def test_an_amount_covered_in_an_old_workbook(desk: Desk, tmp_path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("捐款", cell_overwrite_ok=True)
    page.merge(1, 2, 2, 2)
    for number, texts in enumerate([HEAD, ("2020-02-03", "甲公司", 1500), ("2020-02-03", "乙公司", 500)]):
        for place, cell in enumerate(texts):
            page.write(number, place, cell)
    book.save(str(tmp_path / "a.xls"))
    assert type(cells(tmp_path / "a.xls")[2][2]) is Covered
    assert desk.run(f"import {tmp_path / 'a.xls'} --yes").code == 65


def test_a_price_under_a_merged_one_that_shows_another_is_refused(desk: Desk, tmp_path: Path) -> None:
    rows: list[tuple[str | int, ...]] = [
        ("捐赠单位", "物资及数量", "单价（元）"),
        ("甲公司", "口罩5个", 2),
        ("乙公司", "酒精5瓶", 4),
    ]
    lines = "".join(row(number, texts) for number, texts in enumerate(rows, 1))
    merged = "<mergeCells count='1'><mergeCell ref='C2:C3'/></mergeCells>"
    path = xlsx(tmp_path / "a.xlsx", f"<sheetData>{lines}</sheetData>{merged}")
    answer = desk.run(f"import {path} --date 2020-02-03 --yes")
    assert answer.code == 65
    assert "lies hidden under a merged cell" in " ".join(answer.out.split() + answer.err.split())
