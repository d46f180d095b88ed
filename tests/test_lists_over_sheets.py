"""A list that goes on over the sheets of a workbook, with its total below the last. All is invented."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Desk

HEADINGS = ["日期", "捐款人", "金额（元）"]
FIRST: list[list[Any]] = [["捐款名单"], HEADINGS, ["2020-02-01", "李华", 100], ["2020-02-02", "王芳", 50]]


@pytest.mark.parametrize(
    ("total", "code", "stated"),
    [(200, 0, None), (50, 0, "50"), (210, 65, "210"), (150, 65, "150")],
)  # fmt: skip
def test_the_total_below_the_last_sheet_may_be_of_all(
    desk: Desk, tmp_path: Path, total: int, code: int, stated: str | None
) -> None:
    """Of this sheet, or of those before it too; never of those alone."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    last = [["捐款名单（续）"], HEADINGS, ["2020-02-03", "张伟", 20], ["2020-02-04", "赵敏", 30], ["合计", "", total]]
    for name, rows in (("1", FIRST), ("2", last)):
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(tmp_path / "a.xlsx")
    ran = desk.run("import", str(tmp_path / "a.xlsx"), "--format", "json")
    tables = json.loads(ran.out)["files"][0]["tables"]
    assert (ran.code, tables[1]["stated_total"]) == (code, stated)
    assert [table["accepted"] for table in tables] == [2, 2]
