"""Rows that lists keep open for whoever gives next: 暂无, 虚位以待. All is invented."""

import pytest
from harness.tables import settings, sheet, told_of

from donations.importers.tables import tables
from donations.importers.words.row_reasons import OPEN


def said(rows: str) -> list[str]:
    table = next(iter(tables(sheet(f"昵称,金额,日期,备注\n周明,5,2020-02-03,\n{rows}\n"), settings())))
    return list(told_of(table))[2:]


@pytest.mark.parametrize(
    "row",
    [
        "暂无,暂无,暂无,等待首次赞助",
        "虚位以待,-,-,也许就是你",
        "（虚位以待）,,,",
        "你的名字,—,—,",
        "期待你的支持！,,,",
        "Your name here,-,-,",
        "暂无,,,",
    ],
)
def test_a_row_kept_open_is_no_gift(row: str) -> None:
    assert said(row) == [f"3 - {OPEN}"]


@pytest.mark.parametrize("row", ["暂无,100,,", "虚位以待,,2020-02-04,", "周明,暂无,暂无,", "虚位以待,口罩,,"])
def test_a_row_that_says_anything_is_not_passed_over_so(row: str) -> None:
    assert OPEN not in said(row)[0]
