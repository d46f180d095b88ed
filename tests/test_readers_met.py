"""Files that were read wrong, or not at all, as they were met: pages, JSON, archives, ODS and workbooks in one XML. All is invented."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlwt
from conftest import Desk
from harness.soon import soon
from papers import cells, ods, read, written, xlsx, zipped

from donations import errors
from donations.importers.files import sheets
from donations.importers.sheet import Opening

LIST = "日期,姓名,金额\n2020-02-01,李华,500\n"


def ledger(desk: Desk, file: Path) -> list[tuple[str, str, str]]:
    """The day, the donor and the amount of what a file is booked as."""
    assert desk.run(f"import {file} --yes").code == 0
    return [(row["date"], row["donor"], row["received"]) for row in desk.read("ledger")]


# --- pages


@pytest.mark.parametrize(("said", "name"), [("iso-8859-1", "José"), ("windows-1252", "李华"), ("gb2312", "李华")])
def test_a_page_in_utf_8_that_says_it_is_something_else(tmp_path: Path, said: str, name: str) -> None:
    """Latin-1 reads any bytes, and GB18030 those of names of two signs: JosÃ© was booked."""
    page = f"<meta charset={said}><table><tr><td>Name<td>Amount<tr><td>{name}<td>5</table>"
    assert cells(written(tmp_path / "a.html", page)) == [["Name", "Amount"], [name, "5"]]


def test_a_page_that_says_truly_that_it_is_no_utf_8(tmp_path: Path) -> None:
    page = "<meta charset=iso-8859-1><table><tr><td>Name<td>Amount<tr><td>José<td>5</table>"
    assert cells(written(tmp_path / "a.html", page.encode("latin-1")))[1] == ["José", "5"]


@pytest.mark.parametrize("tag", ["<a ", "<!--", "<table ", "<?x "])
def test_tags_that_never_end_are_refused_at_once(tmp_path: Path, tag: str) -> None:
    """The parser tries each of them to the end of the page: sixty thousand characters took half a minute."""
    file = written(tmp_path / "a.html", "<html>" + tag * 40_000)
    with soon(5), pytest.raises(errors.TooMuchInside):
        read(file)


def test_a_page_that_was_cut_off_within_a_tag_is_read_to_there(tmp_path: Path) -> None:
    page = "<table><tr><td>姓名<td>金额<tr><td>李华<td>5<tr><td styl"
    assert cells(written(tmp_path / "a.html", page)) == [["姓名", "金额"], ["李华", "5"]]


# --- JSON and Markdown

GIFT: dict[str, Any] = {"姓名": "李华", "日期": "2020-02-01", "金额": 500}
GOODS: dict[str, Any] = {"捐赠人": "王芳", "日期": "2020-02-02", "品名": "口罩", "数量": "50个"}
BOTH = [("2020-02-01", "李华", "500"), ("2020-02-02", "王芳", "50")]


@pytest.mark.parametrize(
    "held",
    [
        {"捐款": [GIFT], "物资": {"列表": [GOODS]}},
        {"data": {"捐款": [GIFT]}, "物资": [GOODS]},
        {"捐款": [GIFT, None], "物资": [None, GOODS]},
        {"捐款": [GIFT], "物资": [GOODS], "最大一笔": GIFT},
        {"捐款": {"列表": [GIFT]}, "物资": {"列表": [GOODS]}},
        {"捐款": [GIFT], "物资": [GOODS], "说明": {"联系人": [{"姓名": "赵一", "电话": "13800000000"}]}},
    ],
)
def test_every_list_of_an_object_is_read(desk: Desk, tmp_path: Path, held: dict[str, Any]) -> None:
    """Those that stand deeper than others, and those in which a null stands, were left out, and nothing said so."""
    assert ledger(desk, written(tmp_path / "a.json", json.dumps(held, ensure_ascii=False))) == BOTH


def test_a_list_of_gifts_and_something_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = written(tmp_path / "a.json", json.dumps({"捐款": [GIFT, "合计500"], "物资": [GOODS]}))
    assert desk.run(f"import {file} --yes").code == 65
    assert not desk.read("ledger")


def test_what_ends_a_paragraph_within_a_text_ends_no_line(tmp_path: Path) -> None:
    lines = '{"姓名":"李华","备注":"甲\u2028乙"}\n{"姓名":"王芳","备注":"丙\u0085丁"}\r\n'
    assert cells(written(tmp_path / "a.json", lines))[1:] == [["李华", "甲\u2028乙"], ["王芳", "丙\u0085丁"]]
    table = "| 姓名 | 金额 |\n|---|---|\n| 李\u2028华 | 500 |\n| 王\x0b芳 | 300 |\n"
    assert cells(written(tmp_path / "a.md", table))[1:] == [["李\u2028华", "500"], ["王\x0b芳", "300"]]


def test_the_line_of_json_that_is_damaged_is_said(tmp_path: Path) -> None:
    with pytest.raises(errors.WrongJSON) as refused:
        read(written(tmp_path / "a.json", '{"姓名":"李华"}\n{"姓名":"王芳"}\n{"姓名":"赵'))
    assert refused.value.facts["line"] == 3


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('[\n {"姓名": "李华", "金额": 5}\n {"姓名": "王芳", "金额": 6}\n]', 3),
        ('[\n // 2024\n {"姓名": "李华", "金额": 5}\n]', 2),
        ('{\n "名单": [{"姓名": "李华", "金额": 5}]\n', 3),
        ('"名单": [\n {"姓名": "李华", "金额": 5}\n]', 1),
        ('module.exports = [\n {"姓名": "李华", "金额": 5}\n];', 1),
        ('const donors = [\n {"姓名": "李华", "金额": 5}\n];', 1),
        ('export default [\n {姓名: "李华", 金额: 5}\n]', 1),
    ],
)
def test_json_written_by_hand_says_which_line_to_mend(tmp_path: Path, content: str, line: int) -> None:
    """It was said to be opened in Excel, which can't, or read as lines with commas."""
    with pytest.raises(errors.WrongJSON) as refused:
        read(written(tmp_path / "a.json", content))
    assert refused.value.facts["line"] == line


def test_what_json_says_twice_of_one_thing_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.KeyTwice) as refused:
        read(written(tmp_path / "a.json", '[{"姓名": "李华", "金额": 5, "金额": 6}]'))
    assert refused.value.facts["key"] == "金额"


# --- files that are told by how they begin, and archives


def test_a_list_that_calls_its_numbers_pk_is_no_archive(tmp_path: Path) -> None:
    assert cells(written(tmp_path / "a.csv", "PK,姓名,金额\n1,李华,500\n"))[1] == ["1", "李华", "500"]


@pytest.mark.parametrize(
    ("archive", "members"),
    [
        ("捐款", ["2019年捐款.csv"]),
        ("2019年捐款", ["捐款.csv"]),
        ("捐款", ["2019年/捐款.csv"]),
        ("2020年整理", ["2019年捐款.csv", "说明.txt"]),
    ],
)
def test_the_name_of_a_member_or_its_folder_says_the_year(
    desk: Desk, tmp_path: Path, archive: str, members: list[str]
) -> None:
    """As the name of a file does that stands alone; that of the archive only where these don't."""
    parts = {name: "日期,姓名,金额\n1月25日,李华,500\n" if name.endswith("csv") else "说明" for name in members}
    assert ledger(desk, zipped(tmp_path / f"{archive}.zip", parts)) == [("2019-01-25", "李华", "500")]


def test_a_sheet_knows_what_its_file_and_the_archive_are_called(tmp_path: Path) -> None:
    file = zipped(tmp_path / "汇总.zip", {"2019年/一季度/捐款.csv": LIST})
    assert [sheet.files for sheet in sheets(file, Opening())] == [("捐款", "一季度", "2019年", "汇总")]


# --- workbooks


@pytest.mark.parametrize("fault", ["Err:508", "错误:508", "錯誤：502", "#NAME?"])
def test_the_faults_of_libreoffice_are_no_names(desk: Desk, tmp_path: Path, fault: str) -> None:
    file = written(tmp_path / "a.csv", f"{LIST}2020-02-02,{fault},300\n")
    assert "--accept-good" in desk.run(f"import {file} --yes").err
    assert not desk.read("ledger")


def row(*texts: str) -> str:
    """A row of an ODS sheet."""
    said = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f"<table:table-row>{said}</table:table-row>"


def test_what_libreoffice_keeps_of_other_files_is_no_sheet(tmp_path: Path) -> None:
    """The cells of another file that a formula looks into; nobody is shown them."""
    own = f'<table:table table:name="捐款">{row("姓名", "金额")}{row("李华", "5")}</table:table>'
    kept = f"<table:table table:name=\"'file:///tmp/去年.ods'#$捐款\">{row('姓名', '金额')}{row('王芳', '9')}</table:table>"
    assert read(ods(tmp_path / "a.ods", own + kept)) == {"捐款": [(1, ["姓名", "金额"]), (2, ["李华", "5"])]}


SPACE = "urn:schemas-microsoft-com:office:"
STYLES = '<Style ss:ID="w"><NumberFormat ss:Format="0&quot;万元&quot;"/></Style><Style ss:ID="v" ss:Parent="w"/><Style ss:ID="n"/>'


def xml_book(path: Path, table: str, options: str = "") -> Path:
    """A workbook in one XML file, with the row 李华, 5 behind what `table` begins with."""
    row = f'{table}<Cell><Data ss:Type="String">李华</Data></Cell><Cell%s><Data ss:Type="Number">5</Data></Cell></Row>'
    row = row.replace("%s", ' ss:StyleID="v"' if options == "parent" else ' ss:StyleID="n"' if options == "own" else "")
    shown = "<Visible>SheetHidden</Visible>" if options == "hidden" else "<Visible>SheetVisible</Visible>"
    text = (
        f'<Workbook xmlns="{SPACE}spreadsheet" xmlns:ss="{SPACE}spreadsheet"><Styles>{STYLES}</Styles>'
        f'<Worksheet ss:Name="捐款"><Table{row}</Table><WorksheetOptions xmlns="{SPACE}excel">{shown}</WorksheetOptions></Worksheet></Workbook>'
    )
    return written(path, text)


@pytest.mark.parametrize(
    ("table", "options", "amount"),
    [
        ('><Row ss:StyleID="w">', "", "5万元"),
        ('><Column/><Column ss:StyleID="w"/><Row>', "", "5万元"),
        ('><Column ss:StyleID="w" ss:Span="3"/><Row>', "", "5万元"),
        ('><Column ss:Index="2" ss:StyleID="w"/><Row>', "", "5万元"),
        ('><Column ss:Index="3" ss:StyleID="w"/><Row>', "", "5"),
        (' ss:StyleID="w"><Row>', "", "5万元"),
        (' ss:StyleID="w"><Row>', "own", "5"),
        ("><Row>", "parent", "5万元"),
        ("><Row>", "", "5"),
    ],
)
def test_a_cell_looks_as_its_row_column_or_table_does(tmp_path: Path, table: str, options: str, amount: str) -> None:
    """Cells that Excel writes bear no style where their row or column has it: 5万元 was 5."""
    assert cells(xml_book(tmp_path / "a.xml", table, options)) == [["李华", amount]]


def test_a_hidden_sheet_of_a_workbook_in_xml_is_known(tmp_path: Path) -> None:
    hidden = [
        [sheet.is_hidden for sheet in sheets(xml_book(tmp_path / "a.xml", "><Row>", options), Opening())]
        for options in ("", "hidden")
    ]
    assert hidden == [[False], [True]]


# --- bills

BILL = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"


def test_a_comma_in_a_payers_name_makes_no_gift_something_else(desk: Desk, tmp_path: Path) -> None:
    """What stands for no goods (/) came where 收/支 is, and meant that money moved between accounts of one's own."""
    row = "2020-02-01 10:00:00,微信红包,小,太阳,/,收入,¥5.00,/,已存入零钱,100005000120200201000000000001,/,/\n"
    answer = desk.run(f"import {written(tmp_path / 'a.csv', BILL + row)} --yes")
    assert answer.code == 65
    assert "no more cells than headings" in answer.out


# --- marks of footnotes

RUNS = '<r><t>300</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
SUP = '<ss:Data xmlns="http://www.w3.org/TR/REC-html40" ss:Type="String">300<Sup>1</Sup></ss:Data>'


def old_workbook(path: Path) -> Path:
    """The same in an old workbook."""
    book = xlwt.Workbook()
    page = book.add_sheet("捐款")
    page.write(0, 0, "李华")
    page.write_rich_text(0, 1, [("300", xlwt.easyfont("")), ("1", xlwt.easyfont("escapement superscript"))])
    book.save(f"{path}")
    return path


def raised(path: Path, sort: str) -> Path:
    """A file of that sort with one row, 李华 and 300 with the mark of a footnote."""
    name = "<is><t>李华</t></is>"
    match sort:
        case "page" | "page with a link":
            mark = "1" if sort == "page" else '<a href="#1">1</a>'
            return written(path, f"<table><tr><td>李华<td>300<sup>{mark}</sup></table>")
        case "inline":
            row = f'<row><c t="inlineStr">{name}</c><c t="inlineStr"><is>{RUNS}</is></c></row>'
            return xlsx(path, f"<sheetData>{row}</sheetData>")
        case "shared":
            row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
            return xlsx(path, f"<sheetData>{row}</sheetData>", texts=f"<si><t>李华</t></si><si>{RUNS}</si>")
        case "xls":
            return old_workbook(path)
        case "xml":
            row = f'<Row><Cell><Data ss:Type="String">李华</Data></Cell><Cell>{SUP}</Cell></Row>'
            text = f'<Workbook xmlns="{SPACE}spreadsheet" xmlns:ss="{SPACE}spreadsheet"><Worksheet ss:Name="捐款"><Table>{row}</Table></Worksheet></Workbook>'
            return written(path, text)
        case _:
            style = '<style:style style:name="T" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
            cell = '300<text:span text:style-name="T">1</text:span>'
            space = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
            return ods(
                path, f'<x {space}>{style}</x><table:table table:name="捐款">{row_of("李华", cell)}</table:table>'
            )


row_of = row


@pytest.mark.parametrize("sort", ["page", "page with a link", "inline", "shared", "xls", "xml", "ods"])
def test_the_mark_of_a_footnote_makes_no_larger_amount(tmp_path: Path, sort: str) -> None:
    """300 with a raised 1 was 3001."""
    assert cells(raised(tmp_path / "a", sort)) == [["李华", "300¹"]]


def test_the_raised_end_of_a_price_belongs_to_it(tmp_path: Path) -> None:
    assert cells(written(tmp_path / "a.html", "<table><tr><td>李华<td>19<sup>.90</sup></table>")) == [["李华", "19.90"]]


def test_an_amount_with_the_mark_of_a_footnote_is_refused_and_a_square_metre_is_none(
    desk: Desk, tmp_path: Path
) -> None:
    head = "<table><tr><td>日期<td>捐赠单位<td>品名<td>数量<tr><td>2020-02-01<td>甲公司<td>"
    assert desk.run(f"import {written(tmp_path / 'a.html', head + '口罩<td>300<sup>1</sup>')} --yes").code == 65
    desk.do(f"import {written(tmp_path / 'b.html', head + '棉布<td>50m<sup>2</sup>')} --yes")
    assert [(row["item"], row["received"], row["unit"]) for row in desk.read("ledger")] == [("棉布", "50", "平方米")]
