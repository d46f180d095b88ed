"""来源 in a list of what was spent: the shop was paid, and gave nothing. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk


def imported(desk: Desk, tmp_path: Path, rows: str) -> tuple[list[tuple[str, str]], str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --opening")
    lines = {line["entry"]: line for line in desk.read("ledger") if line["type"] != "adjustment"}
    return [(line["type"], line["donor"] or "") for line in lines.values()], answer.out


@pytest.mark.parametrize(
    ("rows", "sort"),
    [
        ("日期,来源,支出\n2024-03-01,药店,120\n2024-03-02,超市,80\n", "expense"),
        ("日期,来源,物品,支出\n2024-03-01,药店,口罩,120\n2024-03-02,超市,大米,80\n", "expense"),
        ("日期,来源,物品,数量,支出\n2024-03-01,药店,口罩,100,120\n2024-03-02,超市,大米,10,80\n", "purchase"),
        ("日期,物资来源,物品,数量,采购金额\n2024-03-01,药店,口罩,100,120\n2024-03-02,超市,大米,10,80\n", "purchase"),
        ("日期,来源,支出,用途\n2024-03-01,捐款,120,买药\n2024-03-02,捐款,80,打印\n", "expense"),
        ("日期,资金来源,支出\n2024-03-01,甲公司,120\n2024-03-02,乙公司,80\n", "expense"),
    ],
)
def test_who_was_paid_gave_nothing(desk: Desk, tmp_path: Path, rows: str, sort: str) -> None:
    """They were booked as gifts of the shop, or of the fund that paid."""
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [(sort, ""), (sort, "")], told


@pytest.mark.parametrize(
    "rows",
    [
        "日期,来源,品名,数量,收入,支出\n2024-03-01,李华,,,500,\n2024-03-02,药店,口罩,100,,120\n2024-03-02,甲公司,手套,50,,\n",
        "日期,来源,收入,支出,物品\n2024-03-01,李华,500,,\n2024-03-02,药店,,120,口罩100个\n2024-03-02,甲公司,,,手套50双\n",
    ],
)
def test_a_row_tells_whether_goods_were_bought(desk: Desk, tmp_path: Path, rows: str) -> None:
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [("receipt", "李华"), ("purchase", ""), ("receipt", "甲公司")], told


@pytest.mark.parametrize(
    ("rows", "donors"),
    [
        ("日期,来源,物品,数量,费用\n2024-03-01,甲公司捐赠,口罩,120,300\n", ["甲公司"]),
        ("日期,来源,物品,资助金额\n2024-03-01,甲公司,口罩,120\n", ["甲公司"]),
        ("日期,来源,收入,支出\n2024-03-01,李华,500,\n2024-03-02,药店,,120\n", ["李华", ""]),
        ("日期,捐赠来源,品名,数量,采购金额\n2024-03-01,甲公司,口罩,120,300\n", ["甲公司"]),
        ("日期,来源,品名,数量\n2024-03-01,药店,口罩,120\n", ["药店"]),
    ],
)
def test_who_gave_is_still_told_by_it(desk: Desk, tmp_path: Path, rows: str, donors: list[str]) -> None:
    booked, told = imported(desk, tmp_path, rows)
    assert [donor for _, donor in booked] == donors, told
