"""Workbooks that treasurers keep for years: covers, lists of telephones, sums of months, forms, hidden sheets and rows."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlwt
from conftest import Desk
from harness.tables import settings, sheet, told, told_of
from papers import ods

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.table import NO_TABLE
from donations.importers.tables import tables

GIFTS: list[list[Any]] = [["日期", "捐款人", "金额"], ["2020-02-01", "李华", 30], ["2020-02-02", "王芳", 50]]


def workbook(file: Path, **parts: list[list[Any]]) -> Path:
    """A workbook with a sheet for each name."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in parts.items():
        one = book.create_sheet(name)
        for row in rows:
            one.append(row)
    book.save(file)
    return file


COVERS: dict[str, list[list[Any]]] = {
    "a cover": [["东岭村捐款账"], ["年度", 2020], ["册数", 2], ["会计", "周来福"], ["电话", 13812345678]],
    "what came of it": [["协会捐款账"], ["本年收入", 35000], ["本年支出", 12000], ["结余", 23000]],
    "days of the book": [["协会捐款账"], ["启用日期", "2020-01-01"], ["停用日期", "2020-12-31"], ["页数", 36]],
    "telephones": [["姓名", "电话"], ["王小二", 13711112222], ["李三", "137-3333-4444"]],
    "members": [
        ["序号", "姓名", "身份证号", "住址"],
        [1, "王小二", "440102197001011234", "东村3号"],
        [2, "李三", "44010219700101123X", "西村"],
    ],
    "how to fill it in": [["使用说明"], ["1. 收入填左边"], ["2. 每月5日前公示"]],
}


@pytest.mark.parametrize("rows", COVERS.values(), ids=COVERS)
def test_a_sheet_without_gifts_is_named(desk: Desk, tmp_path: Path, rows: list[list[Any]]) -> None:
    """The words of a cover are nobody's names, and telephones no amounts, whatever day is given; other sheets are taken."""
    file = workbook(tmp_path / "a.xlsx", 明细=GIFTS, 其他=rows, 空=[])
    [found] = desk.do(f"import {file} --date 2020-02-05 --dry-run --format json").json["files"]
    assert [table["sheet"] for table in found["tables"]] == ["明细"]
    assert found["sheets_without_table"] == ["其他"]
    assert (
        "No table was found in these sheets, and nothing of them is booked: 其他" in desk.do(f"import {file} --yes").out
    )
    assert len(desk.read("ledger")) == 2


def test_a_workbook_of_nothing_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", 封面=COVERS["a cover"], 通讯录=COVERS["telephones"])
    answer = desk.run(f"import {file} --yes")
    assert answer.code
    assert "no table was found in it" in answer.out


def test_words_that_are_nobodys_names_make_no_list() -> None:
    """李华 500, 支出 200: who reads 支出 as a giver books what was spent as a gift. Names that begin like such words stay names."""
    assert "money_in" in told("捐款名单\n李华,500元\n志愿者王五,200元\n物流公司,30元\n", "2020-02-01")
    for label in ("支出", "结余", "本月收入", "1月", "人数"):
        assert "receipt" not in told(f"捐款名单\n李华,500元\n王芳,300元\n{label},200元\n", "2020-02-01"), label


@pytest.mark.parametrize(
    "table",
    [
        "月份,收入,支出,结余\n1月,800,450,350\n2月,500,100,750\n合计,1300,550,\n",
        "月份,捐款金额,人数\n2020年1月,1500,2\n2020年2月,2500,3\n",
        "年月,微信,现金,合计\n2020-01,100,20,120\n2020-02,50,10,60\n",
        "季度,收入,支出,备注\n第一季度,1500,20,\n第二季度,300,30,\n",
        "年度,捐款收入,支出\n2019,1500,300\n2020,1600,200\n",
    ],
)
def test_sums_of_months_are_no_gifts(table: str) -> None:
    [line, *rows] = told(table).splitlines()
    assert line.startswith("statistic")
    assert {row.partition(" ")[2] for row in rows} == {"- a figure of a statistic, no gift"}


@pytest.mark.parametrize(
    "table",
    [
        "月份,捐款人,金额\n1月,李华,1500\n2月,王芳,300\n",
        "月份,捐款金额,备注\n1月,1500,李华捐\n2月,300,\n",
        "月份,收入,支出,摘要\n1月,1500,,李华捐款\n2月,,300,买水\n",
        "日期,捐款金额\n1月5日,1500\n1月6日,300\n",
        "月份,捐款金额\n1月,1500\n1月,300\n",
    ],
)
def test_gifts_with_months_alone_are_none_of_these(table: str) -> None:
    assert not told(table).startswith("statistic")
    assert not told("月份,捐款金额\n1月,1500\n2月,300\n", donor="箱").startswith("statistic")


SLIP = """物资出库单
领用单位：{who},,经办人：刘洋,,{day}
品名,规格,单位,数量,备注
{lines}
{foot}
"""


@pytest.mark.parametrize(
    "foot",
    [
        "领用人签字：,,,库管：,",
        "捐赠方（签字）：,,接收方（签字）：,,",
        "领用人（签字）：李三,,,库管：王五,",
        "领用人签字：,,,,库管：\n日期：2020-03-05,,,审核：,",
        "领用人签字：,,,日期：2020年3月5日,",
        "发货：李三,,,审批：,",
        "验收人：李三 3月5日,,,库管员：王五 3月5日,",
    ],
)
def test_who_signs_a_form_takes_no_goods(foot: str) -> None:
    said = told(SLIP.format(who="城东社区", day="日期：2020-03-05", lines="口罩,,盒,20,\n酒精,,瓶,12,", foot=foot))
    rows = said.splitlines()
    assert rows[1:3] == [
        "4 distribution (2020-03-05) recipient=城东社区: 口罩 20盒 [20盒]",
        "5 distribution (2020-03-05) recipient=城东社区: 酒精 12瓶 [12瓶]",
    ]
    assert all(" - " in row for row in rows[3:])
    blank = told(SLIP.format(who="", day="日期：", lines=",,,,", foot=foot))  # the form itself, not filled in
    assert "!" not in blank


def test_goods_with_a_colon_are_goods() -> None:
    table = "日期,捐赠人,捐赠内容\n2020-02-01,李华,口罩：一批\n2020-02-02,王芳,\n"
    assert "口罩" in told(table).splitlines()[1]


def test_what_is_hidden_is_read_and_told(desk: Desk, tmp_path: Path) -> None:
    """A filter hides what was given all the same."""
    file = workbook(tmp_path / "a.xlsx", 明细=GIFTS)
    book = openpyxl.load_workbook(file)
    book["明细"].row_dimensions[3].hidden = True
    book["明细"].row_dimensions[9].hidden = True  # nothing stands there
    book["明细"].sheet_state = "hidden"
    book.create_sheet("空")
    book.active = 1
    book.save(file)
    said = desk.do(f"import {file} --dry-run").out
    assert "This sheet is hidden in the workbook; it is read all the same" in said
    assert "Hidden in the file, and read all the same: 3" in said
    [table] = desk.do(f"import {file} --yes --format json").json["files"][0]["tables"]
    assert (table["hidden_sheet"], table["hidden_rows"], table["accepted"]) == (True, [3], 2)


@pytest.mark.parametrize("words", ["style='height:1pt; DISPLAY : none !important'", "hidden", "style=display:none"])
def test_rows_that_a_page_hides_are_told_too(desk: Desk, tmp_path: Path, words: str) -> None:
    """So do spreadsheet programs write what a filter hides."""
    rows = (
        "<tr><th>日期<th>姓名<th>金额",
        "<tr><td>2020-02-01<td>李华<td>5",
        f"<tr {words}><td>2020-02-02<td>王芳<td>7",
        "<tr style='display:table-row'><td>2020-02-03<td>张三<td>9",
    )
    (tmp_path / "a.html").write_text(f"<p>捐款公示</p><table>{''.join(rows)}</table>", encoding="utf-8")
    [table] = desk.do(f"import {tmp_path / 'a.html'} --dry-run --format json").json["files"][0]["tables"]
    assert (table["hidden_rows"], table["accepted"]) == ([4], 3)


def test_the_same_of_other_programs(tmp_path: Path) -> None:
    old = xlwt.Workbook()
    one = old.add_sheet("一")
    for at, row in enumerate(GIFTS):
        for column, value in enumerate(row):
            one.write(at, column, value)
    one.row(2).hidden = True
    old.add_sheet("二").visibility = 0
    one.visibility = 1
    old.active_sheet = 1
    old.save(str(tmp_path / "a.xls"))
    style = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    styles = f'<style:style {style} style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>'
    rows = "".join(
        f"<table:table-row{seen}>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}</table:table-row>"
        for row, seen in zip(GIFTS, ("", "", " table:visibility='filter'"), strict=True)
    )
    ods(tmp_path / "a.ods", f"{styles}<table:table table:style-name='t' table:name='一'>{rows}</table:table>")
    spaces = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    data = [[f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row] for row in GIFTS]
    lines = "".join(
        f"<Row{seen}>{''.join(row)}</Row>" for row, seen in zip(data, ("", "", ' ss:Hidden="1"'), strict=True)
    )
    (tmp_path / "a.xml").write_text(
        f'<?xml version="1.0"?><Workbook {spaces}><Worksheet ss:Name="一"><Table>{lines}</Table></Worksheet></Workbook>'
    )
    for name, is_hidden in (("a.xls", True), ("a.ods", True), ("a.xml", False)):
        found = sheets(tmp_path / name, Opening())
        first = next(found)
        assert len(list(first.rows)) == 3
        assert (first.hidden, first.is_hidden) == ({3}, is_hidden), name


def test_a_sheet_without_a_name_is_told_otherwise() -> None:
    """A CSV has no sheets, and what has no table at all is refused as ever."""
    assert [*tables(sheet("a,b\n"), settings())] == []
    [found] = tables(sheet("使用说明\n", "说明"), settings())
    assert (found.layout, [*told_of(found)][1:]) == (NO_TABLE, [])


@pytest.mark.parametrize(
    ("note", "is_void"),
    [
        ("作废", True),
        ("已作废，见下一行", True),
        ("此笔取消", True),
        ("重复登记", True),
        ("Void", True),
        ("（作废）", True),
        ("代替作废的票据", False),
        ("取消匿名", False),
        ("误工补助", False),
        ("", False),
    ],
)
def test_a_remark_may_say_that_the_row_is_void(note: str, is_void: bool) -> None:
    """Among many plain rows too, and where goods go out; in an account its amount is none either."""
    rows = [f"2020-02-01,李华{number},5,{note if number == 7 else ''}" for number in range(12)]
    said = told("\n".join(["日期,捐款人,金额,备注", *rows, ""])).splitlines()
    assert (said[8] == "9 - taken back, by its own word") == is_void, said[8]
    for heading, row in (
        ("日期,捐赠人,物品,数量,备注", f"2020-02-01,李华,口罩,5,{note}"),
        ("日期,领用单位,物品,数量,备注", f"2020-02-01,东村,口罩,5,{note}"),
        ("日期,捐款人,摘要,收入,支出,备注", f"2020-02-01,李华,捐款,5,,{note}"),
    ):
        assert (" - " in told(f"{heading}\n{row}\n").splitlines()[1]) == is_void


def test_what_was_promised_beside_what_came() -> None:
    """A row with nothing in the column of what came is a promise; one with neither lacks its amount, as ever."""
    table = "姓名,认捐金额,已到账,到账日期\n甲某,1000,1000,2020-02-01\n乙某,2000,,\n丙某,,,\n合计,3000,1000,\n"
    said = told(table).splitlines()
    assert said[1] == "2 receipt 2020-02-01 donor=甲某: CNY 1000元 [1000CNY]"
    assert said[2] == "3 - promised, and nothing says that it came"
    assert said[3].startswith("4 !")


@pytest.mark.parametrize(
    ("name", "told_as"),
    [
        ("李华 13811112222", "李华"),
        ("李华13811112222", "李华"),
        ("李华（电话：138-1111-2222）", "李华"),
        ("+86 13811112222 李华", "李华"),
        ("李华，身份证440102197001011234，13811112222", "李华"),
        ("甲公司 0791-88888888", "甲公司"),
        ("360公司", "360公司"),
        ("李华138****2222", "李华138****2222"),
        ("群友123456789012", "群友123456789012"),
    ],
)
def test_telephones_are_no_part_of_a_name(name: str, told_as: str) -> None:
    """Names are published. Who gave and who received are told alike, and below a heading that names both."""
    for heading in ("捐款人", "捐款人及电话", "捐款人/联系方式", "捐款人（手机号）", "捐款人姓名、联系电话"):
        assert f"donor={told_as}:" in told(f'日期,{heading},金额\n2020-02-01,"{name}",5\n'), heading
    assert f"recipient={told_as}:" in told(f'日期,领用单位,物品,数量\n2020-02-01,"{name}",口罩,5\n')


@pytest.mark.parametrize("heading", ["捐款人", "捐款人、地址及电话"])
def test_a_name_with_telephone_and_address_in_one_cell_is_refused(heading: str) -> None:
    """Nobody can say where it ends, and it would be published."""
    found = told(f"日期,{heading},金额\n2020-02-01,李华 13811112222 东乡镇上村,5\n2020-02-02,王芳,6\n")
    assert f"! {heading}: the name alone" in found
    assert "donor=王芳: CNY 6" in found


@pytest.mark.parametrize(
    ("heading", "address", "place"),
    [
        ("捐款人", "江西省九江市", " in 九江市"),
        ("捐款人、地址及电话", "江西省九江市", " in 九江市"),
        ("捐款人姓名、电话、地址", "东乡镇上村", ""),
    ],
)
def test_but_where_address_or_heading_tells_it(heading: str, address: str, place: str) -> None:
    """What stands behind her name is how she is reached."""
    assert f"donor=李华{place}: CNY 5元" in told(f"日期,{heading},金额\n2020-02-01,李华 13811112222 {address},5\n")


def test_a_telephone_is_no_name() -> None:
    """Nor is a column of them the givers', where one of givers stands beside it."""
    for number in ("13811112222", "440102197001011234", "44010219700101123X"):
        assert "! 捐款人: a name, and not only" in told(f"日期,捐款人,金额\n2020-02-01,{number},5\n")
    assert "捐款人电话=-" in told("日期,捐款人,捐款人电话,金额\n2020-02-01,李华,13811112222,5\n")
