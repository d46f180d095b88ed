"""Amounts that a workbook's number format shows divided (15000 as 1.5), below headings that say by how much. All is invented."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlwt
from conftest import Desk
from papers import ods

DAY = "2020-02-03"
Rows = list[tuple[str, int | float]]


def excel(path: Path, heading: str, code: str, rows: Rows) -> Path:
    """A list of who gave how much, its amounts in that format, by openpyxl or (.xls) xlwt."""
    if path.suffix == ".xls":
        old = xlwt.Workbook()
        page, look = old.add_sheet("捐款"), xlwt.easyxf(num_format_str=code)
        for place, text in enumerate(("日期", "捐赠方", heading)):
            page.write(0, place, text)
        for at, (who, amount) in enumerate(rows, 1):
            page.write(at, 0, DAY)
            page.write(at, 1, who)
            page.write(at, 2, amount, look)
        old.save(str(path))
        return path
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["日期", "捐赠方", heading])
    for who, amount in rows:
        sheet.append([DAY if who != "合计" else who, who if who != "合计" else None, amount])
        sheet.cell(sheet.max_row, 3).number_format = code
    book.save(path)
    return path


def received(desk: Desk) -> list[tuple[str, Decimal]]:
    """Who gave how much money."""
    return [(row["donor"], Decimal(row["received"])) for row in desk.read("ledger")]


@pytest.mark.parametrize("suffix", [".xlsx", ".xls"])
@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("捐赠金额（万元）", "0!.0,"), ("捐赠金额（万元）", '0!.0,"万元"'), ("金额（万元）", "0\\.0,"), ("金额（万元）", '0"."0000'),
        ("捐赠金额（千元）", "#,##0,"), ("捐赠金额（百万元）", "0.000,,"), ("捐赠金额（万元）", "0!.0,;[Red]-0!.0,"),
    ],
)  # fmt: skip
def test_what_a_format_divides_is_not_multiplied_again(
    desk: Desk, tmp_path: Path, heading: str, code: str, suffix: str
) -> None:
    """15000 shown as 1.5 below 万元 is 15,000 yuan, and not 150 million; in short lists and in long ones."""
    rows: Rows = [(f"甲{at}公司", 15000 + 10000 * at) for at in range(90)]
    desk.do(f"import {excel(tmp_path / f'a{suffix}', heading, code, rows)} --yes")
    assert received(desk) == [(who, Decimal(amount)) for who, amount in rows]


def test_the_total_below_is_shown_in_the_same_way(desk: Desk, tmp_path: Path) -> None:
    path = excel(
        tmp_path / "a.xlsx", "金额（万元）", "0!.0,", [("甲公司", 15000), ("李华", 20000.5), ("合计", 35000.5)]
    )
    desk.do(f"import {path} --yes")
    assert received(desk) == [("甲公司", Decimal(15000)), ("李华", Decimal("20000.5"))]


@pytest.mark.parametrize(
    ("heading", "code"), [("金额（元）", "0!.0,"), ("金额", '0!.0,"万元"'), ("金额", '#,##0,"千元"')]
)
def test_without_a_measure_in_the_heading_the_number_counts(
    desk: Desk, tmp_path: Path, heading: str, code: str
) -> None:
    desk.do(f"import {excel(tmp_path / 'a.xlsx', heading, code, [('甲公司', 15000)])} --yes")
    assert received(desk) == [("甲公司", Decimal(15000))]


def test_shown_in_another_measure_than_the_heading_says_it_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", "金额（万元）", "#,##0,", [("甲公司", 15000), ("李华", 20000)])
    answer = desk.run(f"import {path} --yes")
    assert answer.code == 65
    assert "divided by another number" in " ".join(answer.out.split() + answer.err.split())
    assert desk.read("ledger") == []


def test_what_is_typed_below_the_measure_is_multiplied(desk: Desk, tmp_path: Path) -> None:
    path = excel(tmp_path / "a.xlsx", "金额（万元）", "#,##0.00", [("甲公司", 1.5), ("李华", 2)])
    desk.do(f"import {path} --yes")
    assert received(desk) == [("甲公司", Decimal(15000)), ("李华", Decimal(20000))]


@pytest.mark.parametrize(
    ("saved", "shown", "yuan"),
    [("15000", "1.5", 15000), ("15000", "1.5万元", 15000), ("1.5", "1.5", 15000), ("12345", "1.2", 12345), ("1234", "1.234", 12_340_000)],
)  # fmt: skip
def test_in_open_documents_what_is_shown_tells(desk: Desk, tmp_path: Path, saved: str, shown: str, yuan: int) -> None:
    """Nothing but the text shown beside the number; 1.234 is 1234 with a European point."""
    texts = ["日期", "捐赠方", "金额（万元）"]
    rows = [
        "".join(
            f"<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>" for text in texts
        )
    ]
    amount = f"<table:table-cell office:value-type='float' office:value='{saved}'><text:p>{shown}</text:p></table:table-cell>"
    rows.append(
        rows[0]
        .replace("日期", DAY)
        .replace("捐赠方", "甲公司")
        .partition("<table:table-cell office:value-type='string'><text:p>金额")[0]
        + amount
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    desk.do(f"import {ods(tmp_path / 'a.ods', f'<table:table>{body}</table:table>')} --yes")
    assert received(desk) == [("甲公司", Decimal(yuan))]


def test_a_price_and_an_amount_over_several_rows_are_read_as_they_are_shown(desk: Desk, tmp_path: Path) -> None:
    """Two ambulances at 15万元 each, kept as 150000, are worth 300,000 yuan; and so is an amount that lies over two rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [("日期", "捐赠方", "品名", "数量", "单价（万元）"), (DAY, "甲公司", "救护车", "2辆", 150000)]:
        sheet.append(row)
    sheet["E2"].number_format = "0!.0,"
    book.save(tmp_path / "price.xlsx")
    desk.do(f"import {tmp_path / 'price.xlsx'} --yes")
    assert [row["value"] for row in desk.read("ledger")] == ["300000"]
    list_of_money = excel(tmp_path / "over.xlsx", "金额（万元）", "0!.0,", [("乙公司", 15000), ("丙公司", 0)])
    book = openpyxl.load_workbook(list_of_money)
    assert book.active is not None
    book.active.merge_cells("C2:C3")
    book.save(list_of_money)
    answer = desk.run(f"import {list_of_money} --accept-good --yes --format json").json
    assert answer["files"][0]["tables"][0]["sums"] == {"CNY": "15000"}
