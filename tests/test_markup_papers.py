"""Papers in markup: Markdown as projects write it, workbooks in one XML file, and pages that hold all in one file."""

import quopri
from pathlib import Path

import pytest
from papers import cells, read, written

from donations import errors
from donations.importers.readers import markdown, xml_workbook
from donations.importers.sheet import Merged

# --- Markdown


def test_a_rule_of_more_cells_than_there_are_headings(tmp_path: Path) -> None:
    """Who writes by hand miscounts; the rule is no second row of headings."""
    text = "| 名字 | 金额 | 时间 |\n| :---: |:--: | :---:|---- |-----|\n| 李华 | ¥50.00 | 2020-02-01 |\n"
    assert cells(written(tmp_path / "a.md", text.encode())) == [
        ["名字", "金额", "时间"],
        ["李华", "¥50.00", "2020-02-01"],
    ]


def test_blank_lines_between_headings_and_their_rule_part_nothing(tmp_path: Path) -> None:
    """So a text stands that went through a program which sets each line apart: the whole list was passed over beside another table."""
    lines = ["| 日期 | 昵称 | 金额 |", "| -- | -- | -- |", "| 2020-02-01 | 李华 | 5 |", "| 2020-02-02 | 王芳 | 6 |"]
    another = "\n表头 | 表头\n---- | -----\n内容 | 内容\n"
    found = read(written(tmp_path / "a.md", ("## 捐助\n\n" + "\n\n".join(lines) + "\n" + another).encode()))
    assert [number for number, _row in found["1"]] == [1, 3, 7, 9]
    assert [row for _number, row in found["1"]][1:] == [
        ["日期", "昵称", "金额"],
        ["2020-02-01", "李华", "5"],
        ["2020-02-02", "王芳", "6"],
    ]
    assert cells(written(tmp_path / "b.md", "\n\n".join(lines).encode()))[0] == ["日期", "昵称", "金额"]


def test_a_rule_far_below_other_words_is_none_of_theirs(tmp_path: Path) -> None:
    text = "| 李华 | 5 |\n\n完。\n\n| 日期 | 金额 |\n\n| -- | -- |\n| 2020-02-01 | 6 |\n"
    assert cells(written(tmp_path / "a.md", text.encode()))[-2:] == [["日期", "金额"], ["2020-02-01", "6"]]


def test_the_year_said_above_an_earlier_table_is_meant_below_it_too(tmp_path: Path) -> None:
    table = "| 日期 | 昵称 | 金额 |\n|---|---|---|\n| 03-03 | 李华 | 5 |\n\n"
    found = read(written(tmp_path / "a.md", f"以下是 2023 年的捐款。\n\n{table}支出：\n\n{table}"))
    assert [row[0] for _, row in found["2"][:-2]] == ["2023年", "支出："]


def test_the_year_of_a_section_stands_above_all_tables_in_it(tmp_path: Path) -> None:
    """03-03 below ## 2023 年 is of that year, in the second table too, and below ## 2024 no longer."""
    table = "| 日期 | 昵称 | 金额 |\n|---|---|---|\n| 03-03 | 李华 | 5 |\n\n"
    text = f"# 捐款\n\n## 2023 年\n\n### 上半年\n\n{table}### 下半年\n\n{table}## 2024\n\n{table}### 7 月\n\n{table}## 致谢 2025.5\n\n{table}"
    found = read(written(tmp_path / "a.md", text))
    assert [[cell for _, row in rows[:-2] for cell in row] for rows in found.values()] == [
        ["捐款", "2023 年", "上半年"], ["2023 年", "下半年"], ["2024"], ["2024", "7 月"], ["致谢 2025.5"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written_as", "said"),
    [
        ("[@somebody](https://example.org/some(body))", "@somebody"),
        ("![picture](https://example.org/a.png) 李华", "李华"),
        ("![李华](a.png)", "李华"),
        ("[![甲公司](a.png)](https://example.org)", "甲公司"),
        ("[![logo](a.png)](https://example.org) 甲公司", "甲公司"),
        ("![](a.png)", ""),
        ("**合计**", "合计"),
        ("**林", "**林"),
        ("李\\*华", "李*华"),
        ('¥60.00 :crown:{ title="The most" }', "¥60.00"),
        ("Amount { data-sort-method=number }", "Amount"),
        ("一行<br/>两行", "一行\n两行"),
        ("a|b".replace("|", "\\|"), "a|b"),
        ("**\\*\\*华**", "**华"),
        ("`*华 li***@example.org`", "*华 li***@example.org"),
        ("`li_hua`", "li_hua"),
        ("**`李华`**", "李华"),
        ("**li_hua**", "li_hua"),
        ("***李华***", "李华"),
        ("_**李华**_", "李华"),
        ("**李华** ⭐", "李华 ⭐"),
        ("**李华**（甲公司）", "李华（甲公司）"),
        ("**100**元", "100元"),
        ("¥**20**", "¥20"),
        ("_40_ 元", "40 元"),
        ("[李华][1]", "李华"),
        ("<https://example.org/li>", "https://example.org/li"),
        ("**华 和 **芳", "**华 和 **芳"),
        ("**华、**芳", "**华、**芳"),
        ("李**与王**", "李**与王**"),
        ("139**11**22", "139**11**22"),
        ("**华*三**", "**华*三**"),
        ("li_hua_1", "li_hua_1"),
    ],
)
def test_a_cell_of_markdown_is_what_is_shown_of_it(tmp_path: Path, written_as: str, said: str) -> None:
    text = f"甲|乙\n---|---\n{written_as}|1\n"
    assert cells(written(tmp_path / "a.md", text.encode()))[1] == [said, "1"]


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![",
        "[](",
        "[a](",
        "~~",
        "<s>",
        "{: ",
        "<!--",
        "> ",
        "`",
        "``a",
        "`a",
        "**",
        "**a",
        "_a",
        "[a][",
        "<http://",
        "*1",
    ],
)
def test_signs_that_nothing_ends_take_no_longer_than_they_are_long(tmp_path: Path, sign: str) -> None:
    """Looked for anew from each of them, a page of a few hundred thousand would take hours."""
    signs = sign * 300_000
    text = f"| 名字 | 金额 |\n|---|---|\n| 李华 | {signs} |\n\n{signs}\n"
    assert cells(written(tmp_path / "a.md", text.encode()))[1][0] == "李华"


def test_a_link_that_leads_to_brackets(tmp_path: Path) -> None:
    text = "| 名字 | 金额 |\n|---|---|\n| ![图](a(b).png) [李华](c(d)) [](e(f)) | 5 |\n"
    assert cells(written(tmp_path / "a.md", text.encode()))[-1] == ["李华", "5"]


def test_tables_in_html_among_markdown(tmp_path: Path) -> None:
    """A page of documentation may have both; pictures side by side are no table that says something."""
    page = "# 鸣谢\n\n<table><tr><td><img src='a.png'></td></tr></table>\n\n<table>\n<tr><th>赞助者</th><th>金额</th></tr>\n<tr><td><a href='x'>李华</a></td><td>￥50</td></tr>\n</table>\n"
    assert cells(written(tmp_path / "a.md", page.encode()))[-2:] == [["赞助者", "金额"], ["李华", "￥50"]]
    both = f"{page}\n|捐赠人|金额|\n|---|---|\n|王芳|5|\n"
    found = read(written(tmp_path / "b.md", both.encode()))
    rows = [row for rows in found.values() for _, row in rows]
    assert ["王芳", "5"] in rows
    assert ["李华", "￥50"] in rows


def test_a_table_in_a_quotation(tmp_path: Path) -> None:
    """The signs of a quotation are no column; a > in a cell is one."""
    text = "> ### 鸣谢\n>\n> | 赞助者 | 金额 |\n> |---|---|\n> | 李华 | 5 元 |\n> | a>b | 6 元 |\n>\n> 谢谢\n"
    assert cells(written(tmp_path / "a.md", text.encode()))[-3:] == [
        ["赞助者", "金额"],
        ["李华", "5 元"],
        ["a>b", "6 元"],
    ]


# --- JSON


@pytest.mark.parametrize(
    "text",
    [
        '{"code": 0, "data": {"total": 1, "list": [{"user": {"name": "李华"}, "amount": 5}]}}',
        '{"result": {"rows": [{"user": {"name": "李华"}, "amount": 5}], "pages": [1]}}',
        '[{"user": {"name": "李华"}, "amount": 5}]',
    ],
)
def test_lists_as_programs_answer_with_them(tmp_path: Path, text: str) -> None:
    """The list stands in what is around it, and who gave in an object of its own."""
    assert cells(written(tmp_path / "a.json", text.encode())) == [["user.name", "amount"], ["李华", "5"]]


# --- XML Spreadsheet 2003

BEGIN = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="s1"><NumberFormat ss:Format="Standard"/></Style><Style ss:ID="s2"><NumberFormat ss:Format="0.0%"/></Style>
<Style ss:ID="s3"><NumberFormat ss:Format="0&quot;万元&quot;"/></Style></Styles>
<Worksheet ss:Name="明细"><Table>
"""
END = "</Table></Worksheet></Workbook>"


def workbook(tmp_path: Path, rows: str, encoding: str = "utf-8") -> Path:
    return written(tmp_path / "a.xls", (BEGIN.format(encoding=encoding) + rows + END).encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312"])
def test_a_workbook_in_one_xml_file(tmp_path: Path, encoding: str) -> None:
    """Numbers without what floats leave of them, days, faults, formulas; rows and cells may be left out, comments are aside."""
    rows = """<Row><Cell><Data ss:Type="String">捐赠人</Data><Comment><ss:Data>旁注</ss:Data></Comment></Cell><Cell><Data ss:Type="String">金额</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="String">李<B>华</B></Data></Cell><Cell ss:StyleID="s1"><Data ss:Type="Number">28.160000000000004</Data></Cell>
<Cell ss:Index="4"><Data ss:Type="DateTime">2020-02-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2020-02-01T14:10:00.000</Data></Cell></Row>
<Row><Cell ss:StyleID="s2"><Data ss:Type="Number">0.125</Data></Cell><Cell ss:StyleID="s3"><Data ss:Type="Number">5</Data></Cell>
<Cell><Data ss:Type="Error">#N/A</Data></Cell><Cell ss:Formula="=SUM(A1)"/><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>"""
    [(name, found)] = read(workbook(tmp_path, rows, encoding)).items()
    assert name == "明细"
    assert found == [
        (1, ["捐赠人", "金额"]),
        (4, ["李华", "28.16", "", "2020-02-01", "2020-02-01 14:10:00"]),
        (5, ["12.5%", "5万元", "#N/A", "=SUM(A1)", "TRUE"]),
    ]


def test_merged_cells_of_such_a_workbook(tmp_path: Path) -> None:
    rows = """<Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">李华</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row>
<Row><Cell ss:Index="3"><Data ss:Type="Number">2</Data></Cell></Row>"""
    [[(_, first), (_, second)]] = read(workbook(tmp_path, rows)).values()
    assert (first, second) == (["李华", "", "1"], ["", "", "2"])
    assert [isinstance(cell, Merged) and cell.down for cell in (first[1], second[0], second[1])] == [False, True, True]


def test_such_a_workbook_may_count_its_days_from_1904(tmp_path: Path) -> None:
    """Spreadsheets made on old computers of Apple say so; a number under a format of days is then another day."""
    says = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook><Styles>'
    rows = '<Row><Cell ss:StyleID="d"><Data ss:Type="Number">42400</Data></Cell></Row>'
    days = '<Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>'
    text = BEGIN.replace("</Styles>", days).format(encoding="utf-8") + rows + END
    assert cells(written(tmp_path / "a.xls", text.encode())) == [["2016-01-31"]]
    assert cells(written(tmp_path / "b.xls", text.replace("<Styles>", says).encode())) == [["2020-02-01"]]


@pytest.mark.parametrize("where", ["<Styles>", "</Workbook>"])
def test_a_row_outside_of_any_sheet_is_damage(tmp_path: Path, where: str) -> None:
    text = (BEGIN.format(encoding="utf-8") + END).replace(where, "<Row><Cell/></Row>" + where)
    with pytest.raises(errors.DamagedPaper):
        read(written(tmp_path / "a.xls", text.encode()))


def test_such_a_workbook_defines_no_entities(tmp_path: Path) -> None:
    text = BEGIN.replace("<Workbook", "<!DOCTYPE a [<!ENTITY b 'c'>]><Workbook").format(encoding="utf-8") + END
    with pytest.raises(errors.ForeignDefinitions):
        read(written(tmp_path / "a.xls", text.encode()))


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ('<Row><Cell ss:Index="5000"><Data>1</Data></Cell></Row>', errors.TooWide),
        ('<Row ss:Index="99999999"><Cell><Data>1</Data></Cell></Row>', errors.TooLong),
        ("<Row><Cell><Data>1</Data></Row>", errors.DamagedPaper),
        (f"<Row><Cell><Data>{'长' * (xml_workbook.LONGEST_TEXT + 1)}</Data></Cell></Row>", errors.CellTooLong),
    ],
)
def test_what_no_such_workbook_has_is_refused(tmp_path: Path, rows: str, error: type[errors.DonationsError]) -> None:
    with pytest.raises(error):
        read(workbook(tmp_path, rows))


# --- MHTML


def single_file(*pages: str) -> bytes:
    """A page with what belongs to it, as a spreadsheet program saves it."""
    parts = "".join(
        f"------=_Next\nContent-Location: file:///C:/a{place}.htm\nContent-Transfer-Encoding: quoted-printable\n"
        f"Content-Type: text/html; charset=utf-8\n\n{quopri.encodestring(page.encode()).decode()}\n"
        for place, page in enumerate(pages)
    )
    head = 'MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary="----=_Next"\n\n单个文件网页\n\n'
    return f"{head}{parts}------=_Next--\n".encode()


def test_a_page_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    """The frame around the sheets has no table; each of them may have some."""
    frame = "<html><frameset rows='*,39'><frame src='a1.htm'></frameset></html>"
    table = "<html><table><tr><td>捐赠人</td><td>金额</td></tr><tr><td>李华</td><td>5</td></tr></table></html>"
    found = read(written(tmp_path / "a.mht", single_file(frame, table, table.replace("李华", "王芳"))))
    assert [(name, [row for _, row in rows]) for name, rows in found.items()] == [
        ("1", [["捐赠人", "金额"], ["李华", "5"]]),
        ("2", [["捐赠人", "金额"], ["王芳", "5"]]),
    ]


def test_a_page_without_any_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(errors.NoTableInside, match="MHTML"):
        read(written(tmp_path / "a.mht", single_file("<p>没有</p>")))


MARKDOWN_WITH_HTML = """
| 捐赠者 | 金额 | 日期 | 留言 |
|---|---|---|---|
| <a href="https://example.org/z">周明</a> | ¥10 | 2020-01-02 | <small>加油</small> |
| <sub><b>吴静</b></sub> | <b>20</b>元 | 2020-01-03 | a&amp;b |
| <img src="w.png" alt="王芳" width="20"> | 30&nbsp;元 | 2020-01-03 | <!-- 待补 --> |
| <img src="l.png" alt="头像"> 李雷 | 40元 | 2020-01-03 | |
"""


def test_html_in_the_cells_of_markdown_is_how_they_look_and_no_part_of_a_name() -> None:
    cells = [markdown.cells_of(line) for line in MARKDOWN_WITH_HTML.strip().splitlines()[2:]]
    assert [row[0] for row in cells] == ["周明", "吴静", "王芳", "李雷"]
    assert [row[1].replace("\xa0", "") for row in cells] == ["¥10", "20元", "30元", "40元"]
    assert [row[3] for row in cells] == ["加油", "a&b", "", ""]
    assert markdown.cells_of("| 60<sup>1</sup> | <del>50</del> |") == ["60<sup>1</sup>", "<del>50</del>"]
