"""Sheets whose formulas sum up other sheets of the workbook, beside these: =SUMIF(捐款!B:B,A3,捐款!C:C). All is invented."""

import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from conftest import Desk

from donations.importers.readers.summed_rows import SummedRows

GIFTS: list[list[Any]] = [
    ["日期", "捐款人", "金额（元）"],
    ["2020-02-01", "李华", 100],
    ["2020-02-02", "王芳", 50],
    ["2020-02-03", "李华", 20],
]
BY_GIVER: list[list[Any]] = [
    ["捐款人", "次数", "捐款总额（元）"],
    ["李华", ("=COUNTIF(捐款!B:B,A2)", 2), ("=SUMIF(捐款!B:B,A2,捐款!C:C)", 120)],
    ["王芳", ("=COUNTIF(捐款!B:B,A3)", 1), ("=SUMIF(捐款!B:B,A3,捐款!C:C)", 50)],
    ["合计", ("=SUM(B2:B3)", 3), ("=SUM(C2:C3)", 170)],
]


def workbook(file: Path, sheets: dict[str, list[list[Any]]]) -> str:
    """A workbook whose formulas, each a pair, were worked out."""
    book = xlsxwriter.Workbook(file)
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, tuple):
                    page.write_formula(place, column, cell[0], None, cell[1])
                else:
                    page.write(place, column, cell)
    book.close()
    return str(file)


def outcome(desk: Desk, *words: str) -> tuple[int, list[tuple[str, int, int, int]]]:
    """The exit code, and of each table its sheet, and how many rows were taken, passed over and refused."""
    ran = desk.run("import", *words, "--format", "json")
    [file] = json.loads(ran.out)["files"]
    return ran.code, [(each["sheet"], each["accepted"], each["ignored"], each["rejected"]) for each in file["tables"]]


@pytest.mark.parametrize("first", [True, False])
def test_sums_by_giver_beside_the_gifts_are_passed_over(desk: Desk, tmp_path: Path, first: bool) -> None:
    """Nobody is asked for their day."""
    parts = {"汇总": BY_GIVER, "捐款": GIFTS} if first else {"捐款": GIFTS, "汇总": BY_GIVER}
    code, tables = outcome(desk, workbook(tmp_path / "a.xlsx", parts))
    assert (code, sorted(tables)) == (0, [("捐款", 3, 0, 0), ("汇总", 0, 3, 0)])


def test_with_a_day_they_are_not_booked_either(desk: Desk, tmp_path: Path) -> None:
    """--date is of the gifts."""
    code, tables = outcome(
        desk, workbook(tmp_path / "a.xlsx", {"捐款": GIFTS, "汇总": BY_GIVER}), "--date", "2020-02-09"
    )
    assert (code, tables) == (0, [("捐款", 3, 0, 0), ("汇总", 0, 3, 0)])


def test_the_sheet_that_is_named_alone_is_read(desk: Desk, tmp_path: Path) -> None:
    """--sheet says that the sums are meant."""
    file = workbook(tmp_path / "a.xlsx", {"捐款": GIFTS, "汇总": BY_GIVER})
    code, tables = outcome(desk, file, "--sheet", "汇总", "--date", "2020-02-09")
    assert (code, tables) == (0, [("汇总", 2, 1, 0)])


def test_goods_in_stock_that_other_sheets_tell(desk: Desk, tmp_path: Path) -> None:
    """库存 of 入库 and 出库."""
    came: list[list[Any]] = [["日期", "捐赠单位", "品名", "单位", "数量"], ["2020-02-01", "甲公司", "口罩", "只", 500]]
    left: list[list[Any]] = [
        ["品名", "单位", "入库数量", "结存"],
        ["口罩", "只", ("=SUMIF(入库!C:C,A2,入库!E:E)", 500), ("=C2-0", 500)],
    ]
    code, tables = outcome(desk, workbook(tmp_path / "a.xlsx", {"入库": came, "库存": left}))
    assert (code, tables) == (0, [("入库", 1, 0, 0), ("库存", 0, 1, 0)])


def test_amounts_that_are_looked_up_or_stand_beside_running_sums_are_gifts(desk: Desk, tmp_path: Path) -> None:
    """A name or an amount from another sheet by VLOOKUP, and what somebody gave in all beside what was typed, make no sum of a row."""
    people: list[list[Any]] = [["会员号", "姓名", "电话"], ["M1", "李华", "138"], ["M2", "王芳", "139"]]
    gifts: list[list[Any]] = [
        ["日期", "捐款人", "金额（元）", "累计（元）"],
        ["2020-02-01", ('=VLOOKUP("M1",会员!A:B,2,0)', "李华"), 100, ("=SUMIF(去年!B:B,B2,去年!C:C)+C2", 300)],
        ["2020-02-02", ('=VLOOKUP("M2",会员!A:B,2,0)', "王芳"), ('=VLOOKUP("M2",会员!A:C,3,0)', 50), ("=SUMIF(去年!B:B,B3,去年!C:C)+C3", 80)],
    ]  # fmt: skip
    code, tables = outcome(desk, workbook(tmp_path / "a.xlsx", {"捐款": gifts, "会员": people}))
    assert (code, tables[0]) == (0, ("捐款", 2, 0, 0))


def test_formulas_that_cells_share(desk: Desk, tmp_path: Path) -> None:
    """Excel writes the formula of a column once, in its first cell."""
    file = tmp_path / "a.xlsx"
    workbook(file, {"捐款": GIFTS, "汇总": BY_GIVER[:3]})
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    page = parts["xl/worksheets/sheet2.xml"]
    page = page.replace(
        "<f>SUMIF(捐款!B:B,A2,捐款!C:C)</f>", '<f t="shared" ref="C2:C3" si="0">SUMIF(捐款!B:B,A2,捐款!C:C)</f>'
    )
    parts["xl/worksheets/sheet2.xml"] = page.replace("<f>SUMIF(捐款!B:B,A3,捐款!C:C)</f>", '<f t="shared" si="0"/>')
    assert page != parts["xl/worksheets/sheet2.xml"]
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert outcome(desk, str(file)) == (0, [("捐款", 3, 0, 0), ("汇总", 0, 2, 0)])


def test_sums_that_were_not_worked_out_yet(desk: Desk, tmp_path: Path) -> None:
    """A program that writes formulas alone doesn't say what they make."""
    book = openpyxl.Workbook()
    gifts, sums = book.active, book.create_sheet("汇总")
    assert gifts is not None
    gifts.title = "捐款"
    for page, rows in ((gifts, GIFTS), (sums, BY_GIVER)):
        for row in rows:
            page.append([cell[0] if isinstance(cell, tuple) else cell for cell in row])
    book.save(tmp_path / "a.xlsx")
    code, tables = outcome(desk, str(tmp_path / "a.xlsx"))
    assert (code, tables) == (0, [("捐款", 3, 0, 0), ("汇总", 0, 3, 0)])


@pytest.mark.parametrize(
    ("formula", "is_sum"),
    [
        ("SUMIF(捐款!B:B,A2,捐款!C:C)", True), ("SUM('1月'!C3:C9)", True), ("='1月'!C5", False), ("'1月'!C5+'2月'!C7", False),
        ("of:=SUMIF([$捐款.B:.B];[.A2];[$捐款.C:.C])", True), ("of:=[$'1月'.C5]", False), ("ROUND(SUMPRODUCT((捐款!A1:A9=A2)*捐款!C1:C9),2)", True),
        ("SUM(C2:C3)", False), ("C2*D2", False), ("of:=SUM([.C2:.C3])", False), ("VLOOKUP(A2,会员!A:C,3,0)", False),
        ("SUMIF([1]捐款!B:B,A2,[1]捐款!C:C)", False), ("of:=SUM('file:///a.ods'#$捐款.C2:.C9)", False), ("COUNTIF(捐款!B:B,A2)", False),
        ("'单价'!B2*C2", False),
    ],
)  # fmt: skip
def test_what_sums_up_other_sheets(formula: str, is_sum: bool) -> None:
    """A sum of this file, and no lookup, count or price."""
    rows = SummedRows()
    rows.hear(1, formula)
    found = rows.of(["李华", "120"])
    assert (found is not None and found.is_all) is is_sum
    rows.hear(1, formula)
    found = rows.of(["李华", "120", "30"])
    assert found is None or not found.is_all  # a number that somebody typed
    assert rows.of(["李华", "120"]) is None


RUNNING = "=SUMIF(去年!B:B,B2,去年!C:C)"


@pytest.mark.parametrize(
    "rows",
    [
        [["日期", "捐款人", "金额", "累计（元）"], ["2020-02-01", "李华", "500元", (f"{RUNNING}+500", 700)]],
        [["日期", "捐款人", "金额（元）", "累计（元）"], ["2020-02-01", "李华", "5,000", (f"{RUNNING}+5000", 5200)]],
        [["日期", "捐款人", "金额", "累计（元）"], ["2020-02-01", "李华", "伍佰元整", (f"{RUNNING}+500", 700)]],
        [["日期", "捐款人", "金额（元）", "累计（元）"], ["2020-02-01", "李华", ("=300+200", 500), (f"{RUNNING}+C2", 700)]],
        [["金额（元）", "捐款人", "日期", "累计（元）"], [500, "李华", "2020-02-01", (f"{RUNNING}+A2", 700)]],
        [["日期", "捐赠人", "品名", "数量", "单价（元）"], ["2020-02-01", "李华", "口罩", "10个", ("=SUMIF(价格!A:A,C2,价格!B:B)", 2)]],
    ],
)  # fmt: skip
def test_an_amount_that_somebody_typed_in_words_or_in_front_is_a_gift(
    desk: Desk, tmp_path: Path, rows: list[list[Any]]
) -> None:
    """Beside what somebody gave in all, or a price that was looked up."""
    last: list[list[Any]] = [["日期", "捐款人", "金额（元）"], ["2019-02-01", "李华", 200]]
    code, tables = outcome(desk, workbook(tmp_path / "a.xlsx", {"去年": last, "今年": rows}))
    assert (code, tables) == (0, [("去年", 1, 0, 0), ("今年", 1, 0, 0)])


def test_sums_of_classes_beside_which_somebody_typed_how_many_they_are(desk: Desk, tmp_path: Path) -> None:
    """人数 is no amount: none of these sums is a gift, whichever of the numbers a formula counts."""
    each: list[list[Any]] = [
        ["日期", "班级", "姓名", "金额（元）"],
        ["2020-02-01", "一班", "李华", 100],
        ["2020-02-01", "二班", "王芳", 50],
    ]
    of_classes: list[list[Any]] = [
        ["序号", "班级", "人数", "金额（元）"],
        [1, "一班", ("=COUNTIF(捐款!B:B,B2)", 1), ("=SUMIF(捐款!B:B,B2,捐款!D:D)", 100)],
        [2, "二班", 1, ("=SUMIF(捐款!B:B,B3,捐款!D:D)", 50)],
    ]
    code, tables = outcome(
        desk, workbook(tmp_path / "a.xlsx", {"捐款": each, "汇总": of_classes}), "--date", "2020-02-09"
    )
    assert (code, tables) == (0, [("捐款", 2, 0, 0), ("汇总", 0, 2, 0)])


@pytest.mark.parametrize(
    "formula",
    ["=ROUND(SUM(B2:C2)*汇率!A1,2)", "=SUM(B2:C2)*汇率!$A$1", "of:=SUM([.B2:.C2])*[$汇率.A1]", "=(SUM(B2))+汇率!A1"],
)
def test_a_rate_of_another_sheet_makes_no_sum_of_it(formula: str) -> None:
    """The gifts that it worked out were passed over."""
    rows = SummedRows()
    rows.hear(1, formula)
    assert rows.of(["李华", "120"]) is None


def test_many_brackets_in_formulas_are_read_once() -> None:
    rows = SummedRows()
    rows.hear(1, "SUM(" * 1000 + "捐款!A1" + ")" * 1000)
    assert rows.of(["李华", "120"]) is not None
