"""What is struck through in a workbook: rows that whoever keeps it took back, and texts that were put right."""

from pathlib import Path
from typing import Any

import openpyxl
import papers
import pytest
import xlwt
from conftest import Desk
from harness.tables import settings, told_of
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from papers import ods, read, xlsx

from donations.importers.files import sheets
from donations.importers.sheet import Opening, Struck
from donations.importers.tables import tables

HEADINGS = ["日期", "姓名", "金额", "备注"]


def listed(file: Path, rows: list[list[Any]], struck: str) -> Path:
    """A workbook with those rows below the headings, of which the cells named in `struck` are struck through."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEADINGS, *rows):
        sheet.append(row)
    for name in struck.split():
        sheet[name].font = Font(strike=True)
    book.save(file)
    return file


def understood(file: Path) -> list[str]:
    """What the tables of a file are understood as, without the line of their columns."""
    lines: list[str] = []
    for sheet in sheets(file, Opening()):
        for table in tables(sheet, settings()):
            lines += list(told_of(table))[1:]
    return lines


def test_a_row_that_is_struck_through_is_no_gift(tmp_path: Path) -> None:
    """Its remark and number may not be; the total may count it or not."""
    rows = [["2020-02-01", "李华", 30, ""], ["2020-02-02", "王芳", 50, "作废"], ["2020-02-03", "张三", 20, ""]]
    for total in (50, 100):
        file = listed(tmp_path / "a.xlsx", [*rows, ["合计", None, total]], "A3 B3 C3")
        assert understood(file) == [
            "2 receipt 2020-02-01 donor=李华: CNY 30元 [30CNY]",
            "3 - struck through",
            "4 receipt 2020-02-03 donor=张三: CNY 20元 [20CNY]",
            "5 - a total",
            f"= {total} in row 5",
        ]


@pytest.mark.parametrize(
    ("struck", "why"),
    [
        ("C3", "! 金额: {} (50)"),
        ("B3", "! 姓名: {} (王芳)"),
        ("A3 B3", "! 日期: {} (2020-02-02)"),
        ("D3", "receipt 2020-02-02 donor=王芳: CNY 50元 “改” [50CNY]"),
    ],
)
def test_what_is_struck_through_in_part_is_asked_about(tmp_path: Path, struck: str, why: str) -> None:
    """Of a remark it is no matter."""
    rows = [["2020-02-01", "李华", 30, ""], ["2020-02-02", "王芳", 50, "改"]]
    expected = (
        "a row that is struck through as a whole or not at all: delete what doesn't count, or take the stroke away"
    )
    file = listed(tmp_path / "a.xlsx", rows, struck)
    assert understood(file)[1] == f"3 {why.format(expected)}"


def test_among_many_rows_and_of_goods_too(tmp_path: Path) -> None:
    """Plain rows are read many at once."""
    for headings, cells in (
        (["日期", "姓名", "金额"], ["李华", 5]),
        (["日期", "捐赠人", "物品", "数量"], ["李华", "口罩", 5]),
    ):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(headings)
        for _row in range(100):
            sheet.append(["2020-02-01", *cells])
        for cell in sheet[50]:
            cell.font = Font(strike=True)
        book.save(tmp_path / "a.xlsx")
        lines = understood(tmp_path / "a.xlsx")
        assert lines[48] == "50 - struck through"
        assert sum("receipt" in line for line in lines) == 99


def test_a_total_that_is_struck_through_is_held_against_nothing(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["2020-02-01", "李华", 30], ["合计", None, 99], ["合计", None, 30]]
    assert understood(listed(tmp_path / "a.xlsx", rows, "A3 C3"))[1:] == [
        "3 - struck through",
        "4 - a total",
        "= 30 in row 4",
    ]


def test_a_part_of_a_text_that_is_struck_through_is_left_out(tmp_path: Path) -> None:
    """500 struck through, and 300 behind it, is 300; without a style of its own a part looks as its cell does."""
    struck, plain = InlineFont(strike=True), InlineFont(b=True)
    both = CellRichText(TextBlock(struck, "500"), TextBlock(plain, "300"))
    whole = CellRichText(TextBlock(struck, "50"), TextBlock(struck, "0"))
    of_cell = CellRichText("500", TextBlock(plain, "300"))
    book = openpyxl.Workbook()
    for at, (text, in_struck) in enumerate(
        ((both, False), (both, True), (whole, False), (of_cell, False), (of_cell, True)), 1
    ):
        book.active.cell(at, 1, text).font = Font(strike=in_struck)
    book.save(tmp_path / "a.xlsx")
    [rows] = read(tmp_path / "a.xlsx").values()
    assert [cells for _, cells in rows] == [["300"], ["300"], ["500"], ["500300"], ["300"]]
    assert [isinstance(cells, Struck) for _, cells in rows] == [False, False, True, False, False]


def runs(*parts: tuple[str, str]) -> str:
    return "".join(f"<r>{f'<rPr>{style}</rPr>' if style else ''}<t>{text}</t></r>" for style, text in parts)


def test_texts_kept_apart_from_their_cells(tmp_path: Path) -> None:
    """As most programs write them; val=0 says that nothing is struck through."""
    texts = "".join(
        f"<si>{said}</si>"
        for said in (
            runs(("<strike/>", "500"), ("<b/>", "300")),
            runs(('<strike val="0"/>', "500"), ("<b/>", "300")),
            runs(('<strike val="1"/>', "50"), ("<strike/>", "0")),
            "<t>500</t>",
        )
    )
    fonts = '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><dxfs><dxf><font><strike/></font></dxf></dxfs>'
    styles = f'{fonts}<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>'
    cells = (
        "".join(f"<c t='s'><v>{text}</v></c>" for text in range(4))
        + "<c t='s' s='1'><v>3</v></c><c t='s' s='2'><v>3</v></c>"
    )
    [rows] = read(
        xlsx(tmp_path / "a.xlsx", f"<sheetData><row>{cells}</row></sheetData>", texts=texts, styles=styles)
    ).values()
    [(_, found)] = rows
    assert found == ["300", "500300", "500", "500", "500", "500"]
    assert isinstance(found, Struck)
    assert found.places == {2, 4}


def test_old_workbooks(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("一")
    struck, plain = (xlwt.easyfont(f"struck_out {said}") for said in ("on", "off"))
    sheet.write_rich_text(0, 0, [("500", struck), ("300", plain)])
    sheet.write_rich_text(0, 1, [("50", struck), ("0", struck)])
    sheet.write(0, 2, 500, xlwt.easyxf("font: struck_out on"))
    sheet.write(0, 3, 500)
    book.save(str(tmp_path / "a.xls"))
    [(_, found)] = read(tmp_path / "a.xls")["一"]
    assert found == ["300", "500", "500", "500"]
    assert isinstance(found, Struck)
    assert found.places == {1, 2}


STYLE = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'


def test_ods(tmp_path: Path) -> None:
    """By the style of the cell, of its row or column, or of a part of its text."""
    named = "".join(
        f'<style:style {STYLE} style:name="{name}" style:family="{family}"><style:text-properties {said}/></style:style>'
        for name, family, said in (
            ("c1", "table-cell", 'style:text-line-through-style="solid"'),
            ("c2", "table-cell", 'style:text-line-through-style="none" style:text-line-through-type="none"'),
            ("T1", "text", 'style:text-line-through-type="single"'),
            ("T2", "text", 'style:text-line-through-style="none"'),
            ("T3", "text", ""),
        )
    )

    def cell(text: str, style: str = "", more: str = "office:value-type='string'") -> str:
        return f"<table:table-cell {f'table:style-name={style!r}' if style else ''} {more}><text:p>{text}</text:p></table:table-cell>"

    def span(style: str, text: str) -> str:
        return f"<text:span text:style-name='{style}'>{text}</text:span>"

    first = (
        cell(span("T1", "500") + span("T2", "300"))
        + cell(span("T1", "500"))
        + cell("500", "c1")
        + cell("500", "c2")
        + cell("500" + span("T2", "300"), "c1")
        + cell(span("T3", "50") + "0", "c1")
        + cell("500", "c1", "office:value-type='float' office:value='500'")
        + cell("500")
    )
    columns = "<table:table-column table:number-columns-repeated='7'/><table:table-column table:default-cell-style-name='c1'/>"
    rows = f"<table:table-row>{first}</table:table-row><table:table-row table:default-cell-style-name='c1'>{cell('a', 'c2')}{cell('b')}</table:table-row>"
    found = read(ods(tmp_path / "a.ods", f"{named}<table:table table:name='一'>{columns}{rows}</table:table>"))["一"]
    assert [cells for _, cells in found] == [["300", "500", "500", "500", "300", "500", "500", "500"], ["a", "b"]]
    assert [sorted(cells.places) for _, cells in found if isinstance(cells, Struck)] == [[1, 2, 5, 6, 7], [1]]


def test_xml_workbooks(tmp_path: Path) -> None:
    spaces = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    styles = '<Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style><Style ss:ID="s2"><Font/></Style>'
    rich = '<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><S>500</S>300</ss:Data>'
    data = '<Data ss:Type="Number">500</Data>'
    cells = f'<Cell>{rich}</Cell><Cell ss:StyleID="s1">{data}</Cell><Cell ss:StyleID="s2">{data}</Cell>'
    book = f'<Workbook {spaces}><Styles>{styles}</Styles><Worksheet ss:Name="一"><Table><Row>{cells}</Row><Row ss:StyleID="s1">{cells}</Row></Table></Worksheet></Workbook>'
    found = read(papers.written(tmp_path / "a.xls", f'<?xml version="1.0"?>{book}'))["一"]
    assert [cells for _, cells in found] == [["300", "500", "500"]] * 2
    assert [sorted(cells.places) for _, cells in found if isinstance(cells, Struck)] == [[1], [0, 1]]


def test_a_bill_is_wanted_as_it_was_downloaded(desk: Desk, tmp_path: Path) -> None:
    """A line of a bill that somebody struck through says nothing of whether the payment came."""
    book = openpyxl.Workbook()
    headings = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
    book.active.append(headings.split(","))
    for number in (1, 2):
        book.active.append(
            ["2020-02-01 10:00:00", "转账", "李华", "/", "收入", 5, "/", "已存入零钱", f"100003980{number}", "/", "/"]
        )
    for cell in book.active[3]:
        cell.font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    [table] = desk.run(f"import {tmp_path / 'a.xlsx'} --dry-run --format json").json["files"][0]["tables"]
    assert (table["layout"], table["accepted"], table["rejected"]) == ("wechat", 1, 1)


def test_it_is_said(desk: Desk, tmp_path: Path) -> None:
    file = listed(tmp_path / "a.xlsx", [["2020-02-01", "李华", 30, ""], ["2020-02-02", "王芳", 50, ""]], "A3 B3 C3")
    said = desk.do(f"import {file} --yes").out
    assert "passed over: struck through (1)" in said
    assert desk.read("ledger")[0]["donor"] == "李华"
