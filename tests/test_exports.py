# ruff: noqa: N802 - the names of the catalogue
"""H2, H3, H4, H6, H7: workbooks, web pages, Markdown and PDFs hold what is stored as text, the same bytes every time."""

import hashlib
import io
import itertools
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import pytest
from conftest import Desk
from harness.counts import Tries
from markdown_it import MarkdownIt
from openpyxl.utils.escape import unescape
from paper import PAPER, Page, lines_of, md_tables, parts, pdf_everything, pdf_lines, workbook, xlsx_rows
from test_output_samples import JOINT, LEDGER_COLUMNS, LEDGER_ROWS, ledger, report, stock

from donations.output import (
    formats,
    html_file,
    markdown,
    pdf_file,
    xlsx_cells,
    xlsx_page,
)
from donations.output import (
    xlsx_rows as rows_module,
)
from donations.output.cells import Reader
from donations.output.cleaning import clean
from donations.output.xlsx_names import LONGEST, SheetNames
from donations.reports.table import Chart, Column, Report, Row, Screen, Shape, Source, Table, Type

SIGNS = ("=", "+", "-", "@", "＝", "＋", "\t=", "\r=", "\n=", " =", "\u3000=", "{=")
CALLS = (
    "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://evil.example","x")', "SUM(A1:A9)", "http://evil.example", "mailto:a@b.c",
    "internal:Sheet1!A1", "external:c:/x.xlsx", 'WEBSERVICE("http://evil.example")', 'DDE("cmd";"/C calc";"x")',
)  # fmt: skip
MARK_UP = (
    "<r><t>x</t></r>", "<r>", "</t></is></c><c><f>1+1</f></c>", "<f>1+1</f>", "&lt;f&gt;", "]]>", "<![CDATA[x]]>", "<!--", "_x0041_",
    "_x003D_1+1", "&amp;", "&#x3d;1", "http://evil.example", "https://evil.example/?q=1", "ftp://x", "mailto:x@y.z", "file:///etc/passwd",
    "TRUE", "1e5", "0012", "12345678901234567890", "\x00\x01\x1b[31m", "\ud800", "\ufffe\uffff", "x" * 40_000, "𠮷" * 20_000, " lead", "trail ",
)  # fmt: skip
FORMULAS = [*(sign + call for sign in SIGNS for call in CALLS), *MARK_UP]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "en")


def rendered(what: Report, name: str) -> bytes:
    stream: Any = io.BytesIO() if formats.format_named(name).binary else io.StringIO()
    formats.render(what, name, stream)
    content: str | bytes = stream.getvalue()
    return content.encode() if isinstance(content, str) else content


def hostile(payload: str) -> Report:
    """A report with `payload` in every field that can hold a stored text: names, units, items, titles, the book's name."""
    columns = (
        Column("who", "Who"), Column("own", payload, is_verbatim=True), Column("item", "Item"), Column("term", "Term", Type.TERM),
        Column("date", "Date", Type.DATE), Column("unit", "Unit", screen=Screen.NEVER), Column("amount", "Amount", Type.QUANTITY),
        Column("certainty", "", Type.TERM, Screen.NEVER), Column("number", "Number", Type.NUMBER), Column("decimals", "", Type.DECIMALS),
    )  # fmt: skip
    rows: list[Row] = [
        (payload, payload, payload, payload, payload, payload, 5, payload, payload, 0),
        ("李华", payload, payload, "receipt", "2020-02-01", payload, 1500, "about", "1.50", 2),
        (payload, "x", "口罩", payload, payload, "个", None, "unknown", None, 0),
    ]
    total: Row = (payload, payload, payload, payload, None, payload, 7, "exact", None, 0)
    days: list[Row] = [*rows, (payload, "x", payload, payload, "2020-02-02", payload, 7, "exact", None, 0)]
    table = Table("x", "Totals", columns, lambda: rows, [total], chart=Chart("who", ("amount",)))
    steps = Table("y", "Stock", columns, lambda: days, chart=Chart("date", ("amount",), Shape.STEPS))
    source = Source(payload, 3, "3fa9c1d2")
    return Report(
        "x", "Ledger", source, [table, stock(), steps], date(2020, 2, 1), date(2020, 2, 29), notes=(payload or "x",)
    )


# --- H2: workbooks


def links_and_formulas(content: bytes) -> list[str]:
    """What a workbook calculates or links to."""
    found = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in workbook(content)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" or cell.hyperlink
    ]
    everything = parts(content)
    found += [name for name in everything if "hyperlink" in everything[name].replace("hyperlinkBase", "").lower() and "rels" in name]  # fmt: skip
    return found + [
        name for name, text in everything.items() if re.search(r"<f[ >]|<hyperlink|externalLink|<ddeLink", text)
    ]


@pytest.mark.promise("H2", full=300, short=len(FORMULAS))
def test_H2_no_stored_text_becomes_a_formula_or_a_link(tries: Tries, chance: random.Random) -> None:
    """Payloads in every field of a workbook that openpyxl opens again: no formula, no link, and the texts are as they were."""
    for number in tries:
        payload = FORMULAS[number] if number < len(FORMULAS) else chance.choice(SIGNS) + chance.choice(FORMULAS)
        content = rendered(hostile(payload), "xlsx")
        assert links_and_formulas(content) == [], payload
        cells = {
            unescape(str(cell)) for row in workbook(content).worksheets[0].values for cell in row if cell is not None
        }
        assert xlsx_cells.within_a_cell(clean(payload)) in cells or not clean(payload), payload


def test_H2_sees_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: a text that goes into the sheet as mark-up is found."""
    monkeypatch.setattr(rows_module, "text", lambda content, _form: f"><f>{content[1:]}</f></c>" if content[0] == "=" else ' t="inlineStr"><is><t>x</t></is></c>')  # fmt: skip
    assert links_and_formulas(rendered(hostile("=1+1"), "xlsx"))


def test_H2_through_the_program(desk: Desk, tmp_path: Path) -> None:
    """Recorded, then exported: what a donor may be called stays a name."""
    for number, payload in enumerate(("=1+1", "@SUM(A1)", "http://evil.example", "<r><t>x</t></r>")):
        desk.do("receive", f"甲{payload}{number}", "口罩5个", "--new", "--note", payload, "--date", "2020-02-01")
    desk.do(f"ledger -o {tmp_path / 'a.xlsx'}")
    content = (tmp_path / "a.xlsx").read_bytes()
    assert links_and_formulas(content) == []
    assert [row[-1] for row in xlsx_rows(content)[1:]] == ["=1+1", "@SUM(A1)", "http://evil.example", "<r><t>x</t></r>"]


# --- workbooks: what people get


def test_a_workbook_holds_numbers_and_dates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real ones, shown as on the terminal: roughly, unknown, with their decimals."""
    monkeypatch.setenv("DONATIONS_LANG", "zh_CN")
    content = rendered(report(ledger(), stock()), "xlsx")
    sheet = workbook(content).worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=5, max_row=9)}
    titles = [cell.value for cell in sheet[4]]
    received, value, day = titles.index("受赠"), titles.index("Value"), titles.index("日期")
    assert rows[2][received].value == 1_500_000
    assert rows[2][received].number_format == "#,##0.00"
    assert rows[3][received].value == 500.5
    assert rows[3][received].number_format == '"约"#,##0.0'
    assert rows[4][titles.index("发放") if "发放" in titles else titles.index("Distributed")].value == "不详"
    assert rows[4][value].number_format == '"约"#,##0.00'
    assert rows[1][day].is_date
    assert rows[1][day].number_format == "yyyy-mm-dd"
    assert rows[1][titles.index("单位")].value == "个"


def test_a_workbook_is_ready_to_read_and_to_print() -> None:
    """Frozen titles, a filter, A4 across, titles on each page, page numbers, the period, the digest."""
    content = rendered(report(ledger(), stock()), "xlsx")
    book = workbook(content)
    assert book.sheetnames == ["Ledger", "Stock"]
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A5", "A4:L9", "$4:$4")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.page_setup.fitToHeight is None, "what is short is printed on one page: that is 1, which isn't said"
    assert sheet.oddHeader.right.text == "2020-02-01 to 2020-02-29"
    assert sheet.oddFooter.center.text == "page &P of &N"
    assert sheet.oddFooter.left.text == "digest: 3fa9c1d2e4b5", "who holds one page finds the state of the book"
    assert sheet["A1"].value == "February · Ledger"
    assert "九江蓝天志愿者协会 · 2020-02-01 to 2020-02-29" in sheet["A2"].value
    assert sheet.cell(sheet.max_row, 1).value == "digest: 3fa9c1d2e4b5a697"
    assert all(sheet.column_dimensions[letter].width >= 6 for letter in "ABCDEF")
    long_name = next(row for row in sheet.iter_rows() if row[0].value == 1)
    assert sheet.row_dimensions[long_name[0].row].height > 20, "a long name has its lines"
    assert book.properties.created.year == 2000


def test_what_is_long_is_printed_on_several_pages() -> None:
    """Never made so small that nobody can read it."""
    heights = []
    for count in (40, 60):
        rows = [(f"货{number}", "个", None, number + 1, "exact") for number in range(count)]
        sheet = workbook(rendered(report(stock(rows, ())), "xlsx")).worksheets[0]
        heights.append(sheet.page_setup.fitToHeight)
    assert heights == [None, 0]


def test_a_unit_that_all_rows_share_is_said_once() -> None:
    money = [("CNY", "元", None, 150000, "exact"), ("CNY", "元", "银行", 5, "exact")]
    for name in ("xlsx", "html", "md"):
        text = "".join(parts(rendered(report(stock(money, ())), name)).values()) if name == "xlsx" else rendered(report(stock(money, ())), name).decode()  # fmt: skip
        assert "Unit: yuan" in text
        assert text.count("yuan") == 1


def test_a_long_table_goes_on_on_further_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row stands once, in order, and each sheet says that it goes on."""
    monkeypatch.setattr(xlsx_page, "MOST_ROWS", 60)
    rows = [(f"货{number}", "个", None, number + 1, "exact") for number in range(50)]
    content = rendered(report(stock(rows, ())), "xlsx")
    book = workbook(content)
    assert book.sheetnames == ["Stock", "Stock (2)", "Stock (3)", "Stock (4)"]
    told = [row[0] for at in range(4) for row in xlsx_rows(content, at)[1:] if row[0].startswith("货")]
    assert told == [f"货{number}" for number in range(50)]
    assert "Continued on the next sheet." in {cell for row in book.worksheets[0].values for cell in row}


@pytest.mark.parametrize("wanted", ["", "[a]:*?/\\", "'x'", "History", "x" * 40, "𠮷" * 40, "汇总", "a\x00b\n", "=1+1"])
def test_names_of_sheets_are_safe(wanted: str) -> None:
    names = SheetNames()
    given = [names.name(wanted) for _ in range(12)] + [names.name(wanted.upper())]
    assert len({name.casefold() for name in given}) == 13
    for name in given:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]", name)
        assert name.strip("'") == name
        assert name.casefold() != "history"


def test_names_of_sheets_end_where_a_title_does() -> None:
    names = SheetNames()
    assert names.name("Issue 1—1 Money received (unit: yuan)") == "Issue 1—1 Money received"
    assert names.name("Given out: that day, in this period, and in all") == "Given out"
    assert names.name("Donations made public: issue 1") == "Donations made public issue 1"
    assert names.name("第1期—1 接收捐款（单位：元）") == "第1期—1 接收捐款（单位：元）"


def written(content: bytes) -> list[list[str]]:
    """The texts of each worksheet."""
    return [[str(cell) for row in sheet.values for cell in row if cell] for sheet in workbook(content).worksheets]


def whole(rows: int) -> Report:
    """A report whose first table is empty, and the third has so many `rows`."""
    goods: list[Row] = [(f"货{number}", "个", None, number + 1, "exact") for number in range(rows)]
    none = stock([], ())._replace(key="none", title="Totals", empty="Nothing was recorded in this period.")
    tables = [none, stock()._replace(title="Goods"), stock(goods, ())]
    return report(*tables)._replace(is_whole=True, lead=("What the tables say.",))


def test_a_small_report_of_several_tables_is_one_worksheet() -> None:
    [texts] = written(rendered(whole(3), "xlsx"))
    places = [
        texts.index(text)
        for text in ("What the tables say.", "Totals", "Nothing was recorded in this period.", "Goods", "货2")
    ]
    assert places == sorted(places)


def test_a_table_without_rows_has_no_worksheet_and_the_first_says_so() -> None:
    content = rendered(whole(61), "xlsx")
    assert workbook(content).sheetnames == ["Goods", "Stock"]
    first, second = written(content)
    assert {"What the tables say.", "Totals", "Nothing was recorded in this period."} <= set(first)
    assert not {"What the tables say.", "Totals", "Nothing was recorded in this period."} & set(second)


def test_papers_of_several_people_share_no_worksheet() -> None:
    content = rendered(whole(3)._replace(is_whole=False), "xlsx")
    assert workbook(content).sheetnames == ["Totals", "Goods", "Stock"]


def test_numbers_of_more_digits_than_a_spreadsheet_keeps_stay_text() -> None:
    reader = Reader()
    read = xlsx_cells.reading(Type.QUANTITY, reader)
    assert read is not None
    assert read("999,999,999,999,999").content == 999_999_999_999_999
    assert read("1,999,999,999,999,999").content == "1,999,999,999,999,999"
    assert read("unknown").content == "unknown"
    assert str(read("≈0.10").content) == "0.10"
    day = xlsx_cells.reading(Type.DATE, reader)
    assert day is not None
    assert [day(text).content for text in ("2020-02-01", "1900-01-01", "=1")] == [43862, "1900-01-01", "=1"]


# --- H3: web pages and Markdown

TAGS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "</title><script>x</script>", "</style><script>x</script>",
    "</text></svg><script>x</script>", '"><script>x</script>', "' onmouseover='x", '" onfocus="x" autofocus="', "<a href=javascript:x>y</a>",
    "[x](javascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](http://evil.example/x.png)", "<http://evil.example>", "http://evil.example/",
    "www.evil.example", "[x]: http://evil.example", "[a][b]", "`x` <b>", "``|``", "|a|b|", "\\|", "\\\\|", "a\n| b", "a\n\n<script>x</script>", "# x", "- x", "1. x",
    "1) x", "> x", "+ x", "=== ", "---", "***", "*x* _x_ ~~x~~", "$x$", "&lt;script&gt;", "&#60;script&#62;", "<!--", "-->", "<![CDATA[", "]]>", "<base href=//x>",
    "<meta http-equiv=refresh content=0>", "<iframe src=//x>", "<link rel=stylesheet href=//x>", "<object data=x>", "<form action=//x>", "<style>*{}</style>", "expression(x)",
    "url(http://evil.example)", "@import 'x'", "javascript:alert(1)", "vbscript:x", "{{7*7}}", "{% x %}", "${x}", "\x00<script>", "<scr\x00ipt>", "<ｓcript>", "\u2028x", "\ud800<b>",
)  # fmt: skip
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "nav", "a", "main", "section", "h2", "div", "table", "thead", "tr", "th", "tbody", "td",
    "tfoot", "footer", "figure", "figcaption", "svg", "desc", "rect", "text", "path", "circle",
}  # fmt: skip


def harm_in(page: Page) -> list[str]:
    """What a page could run, load or lead to."""
    found = [tag for tag, _ in page.elements if tag not in ALLOWED]
    for tag, attributes in page.elements:
        for name, value in attributes.items():
            if name.startswith("on") or name in {"style", "src", "srcset", "action", "formaction", "data"}:
                found.append(f"{tag} {name}")
            if name in {"href", "xlink:href"} and not re.fullmatch(r"#t\d+", value or ""):
                found.append(f"{tag} {name}={value}")
    return found


def built(page: Page) -> list[str]:
    """The page's elements, but for the lines that a long label in a picture is broken into."""
    return [tag for tag, _ in page.elements if tag != "text"]


def payloads(tries: Tries, chance: random.Random) -> Iterator[str]:
    for number in tries:
        one = TAGS[number % len(TAGS)]
        yield one if number < len(TAGS) else chance.choice(("", "x", "李华 ", '"', "'")) + one + chance.choice(TAGS)


@pytest.mark.promise("H3", full=200, short=len(TAGS))
def test_H3_no_stored_text_becomes_a_part_of_the_page(tries: Tries, chance: random.Random) -> None:
    """Only our elements and attributes, each closed where it should be; the texts are what was stored; nothing may be loaded."""
    plain = built(Page(rendered(hostile("x"), "html")))
    for payload in payloads(tries, chance):
        page = Page(rendered(hostile(payload), "html"))
        assert harm_in(page) == [], payload
        assert built(page) == plain or not clean(payload), payload
        assert page.tables[0][1][0] == clean(payload)
        assert [value["content"] for tag, value in page.elements if value.get("http-equiv")] == [POLICY]


POLICY = html_file._POLICY.format(hash=__import__("base64").b64encode(hashlib.sha256(html_file._style().encode()).digest()).decode())  # fmt: skip


def test_H3_sees_a_text_that_is_not_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose."""
    monkeypatch.setattr(html_file, "escaped", lambda text: text)
    assert harm_in(Page(rendered(hostile("<script>x</script>"), "html")))


def test_H3_the_style_loads_nothing() -> None:
    assert not re.search(r"url\(|@import|http|</", html_file._style())


@pytest.mark.promise("H3", full=200, short=len(TAGS))
def test_H3_no_stored_text_becomes_markdown(tries: Tries, chance: random.Random) -> None:
    """Read by a Markdown parser that lets HTML through: no element of theirs, no link, and every cell in its column."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for payload in payloads(tries, chance):
        text = rendered(hostile(payload), "md").decode()
        made = parser.render(text)
        page = Page(made.encode())
        assert {tag for tag, _ in page.elements} <= {
            "h1",
            "h2",
            "p",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
        }, payload
        assert all(set(attributes) <= {"style"} for _, attributes in page.elements), payload
        assert [[len(row) for row in table] for table in page.tables] == [[8] * 5, [3] * 4, [8] * 5], payload
        assert page.tables[0][1][0] == clean(payload).strip(), payload
        assert not re.search(r"(?<!\\)://|www\.", text), payload
        assert [row[0] for row in md_tables(text)[0]][1] == clean(payload).strip()


def test_H3_sees_markdown_that_is_not_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose."""
    monkeypatch.setattr(markdown, "literal", lambda text: text)
    made = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(rendered(hostile("[x](http://y) <b>"), "md").decode())
    )
    assert "<b>" in made
    assert "<a href" in made


# --- charts


def test_charts_say_what_the_table_says() -> None:
    """One picture an item that has several labels; its marks and its words are the figures of the table."""
    columns = (
        Column("city", "City"), Column("item", "Item"), Column("unit", "Unit", screen=Screen.NEVER),
        Column("received", "Received", Type.QUANTITY), Column("received_certainty", "", Type.TERM, Screen.NEVER, for_programs=False),
        Column("distributed", "Given out", Type.QUANTITY), Column("certainty", "", Type.TERM, Screen.NEVER), Column("decimals", "", Type.DECIMALS),
    )  # fmt: skip
    rows: list[Row] = [
        ("九江市", "口罩", "个", 5000, "exact", 2500, "exact", 0), ("南昌市", "口罩", "个", 2500, "about", None, "about", 0),
        ("吉安市", "口罩", "个", -500, "exact", 0, "exact", 0), ("九江市", "大米", "斤", 7, "exact", 0, "exact", 0),
    ]  # fmt: skip
    table = Table("totals", "Totals", columns, lambda: rows, chart=Chart("city", ("received", "distributed")))
    page = Page(rendered(report(table), "html"))
    [picture] = [attributes for tag, attributes in page.elements if tag == "svg"]
    assert picture["role"] == "img"
    assert page.texts["figcaption"] == ["masks · pcs"]
    assert page.texts["desc"] == [
        "九江市: Received 5,000, Given out 2,500; 南昌市: Received ≈2,500, Given out unknown; 吉安市: Received -500"
    ]
    bars: dict[str | None, list[int]] = {attributes["class"]: [] for tag, attributes in page.elements if tag == "rect"}
    for tag, attributes in page.elements:
        if tag == "rect" and attributes["height"] == "14":
            bars[attributes["class"]].append(int(attributes["width"] or 0))
    [longest, middle, negative], [given] = bars["b0"], bars["b1"]
    assert longest // 2 in (middle, middle + 1, middle - 1)
    assert longest // 2 in (given, given + 1, given - 1)
    assert longest // 10 in (negative, negative + 1)


def test_stock_over_time_is_drawn_by_days(desk: Desk, tmp_path: Path) -> None:
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    desk.do("distribute 第一医院 口罩200个 --date 2020-02-11 --new")
    desk.do(f"ledger --item 口罩 -o {tmp_path / 'a.html'}")
    page = Page((tmp_path / "a.html").read_bytes())
    assert page.texts["desc"] == ["2020-02-01: On hand 500; 2020-02-11: On hand 300"]
    [line] = [attributes["d"] for tag, attributes in page.elements if attributes.get("class") == "l0"]
    assert re.fullmatch(r"M0 24H\d+V75", line or ""), line


# --- H4 and H7: PDFs

TYPST = (
    '#read("/etc/passwd")', '"];#panic()', '#import "@preview/x:1.0.0": *', '#eval("1+1")', '#image("/etc/hostname")', "$x^2$", "*x* _y_", "= x", "- x", "+ x", "/ x: y",
    "`raw` ```x```", "<label> @ref", "\\u{41} \\", "~ -- --- ...", "// x", "/* x */", "#let x = 1", "[#x]", "{x}", "#set page(width: 1cm)", '#plugin("x")', "#sys.inputs", ']#read("x")[',
)  # fmt: skip


@pytest.mark.promise("H4", full=2 * len(TYPST), short=len(TYPST))
def test_H4_no_stored_text_is_typst(tries: Tries) -> None:
    """What is code or mark-up to Typst stands on the page as it was stored."""
    for number in tries:
        payload = TYPST[number % len(TYPST)] + "甲" * (number // len(TYPST))
        found = re.sub(r"\s", "", "".join(pdf_lines(rendered(hostile(payload), "pdf"))))
        assert found.count(re.sub(r"\s", "", payload)) >= 8, payload


def test_H4_nothing_outside_can_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Broken on purpose: even a template that reads files finds none, wherever they lie."""
    import typst

    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path in ("secret.txt", "/etc/passwd", str(tmp_path / "secret.txt"), "../secret.txt"):
        monkeypatch.setattr(pdf_file, "_template", lambda path=path: f'#read("{path}")'.encode())
        with pytest.raises(typst.TypstError):
            rendered(report(stock()), "pdf")


def test_H4_sees_a_text_that_is_read_as_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: a template that takes a text for code is found out."""
    before = pdf_file._template()
    monkeypatch.setattr(pdf_file, "_template", lambda: before.replace(b"text(fill: dim, report.about)", b'eval(report.about, mode: "markup")'))  # fmt: skip
    found = re.sub(r"\s", "", "".join(pdf_lines(rendered(hostile("*x* _y_"), "pdf"))))
    whole = re.sub(r"\s", "", "".join(pdf_lines(_pdf_of(before, monkeypatch, "*x* _y_"))))
    assert found.count("*x*_y_") < whole.count("*x*_y_")


def _pdf_of(template: bytes, monkeypatch: pytest.MonkeyPatch, payload: str) -> bytes:
    monkeypatch.setattr(pdf_file, "_template", lambda: template)
    return rendered(hostile(payload), "pdf")


def named(characters: Sequence[str]) -> Report:
    rows = [("".join(characters[at : at + 40]), "个", None, 1, "exact") for at in range(0, len(characters), 40)]
    return report(stock(rows, ()))


ONE_GLYPH = {"墫", "壿"}
"""The only two characters of the block that the font draws by one glyph: read back, both are one of them."""


@pytest.mark.promise("H7", full=20_976, short=3_000)
def test_H7_every_chinese_character_is_printed(tries: Tries) -> None:
    """All of the basic block (with every character of GB 2312), read back from the PDF."""
    characters = [chr(0x4E00 + at * 20_976 // tries.planned) for at in range(tries.planned)]
    content = rendered(named(characters), "pdf")
    found = "".join(pdf_lines(content))
    missing = set(characters) - set(found)
    assert not missing or missing | set(found) & ONE_GLYPH == ONE_GLYPH
    assert sum(map(found.count, ONE_GLYPH)) == len(ONE_GLYPH.intersection(characters))
    tries.add(len(characters))


def test_H7_a_character_without_a_glyph_is_named(desk: Desk, tmp_path: Path) -> None:
    """All of them in one sentence that says what to do; nothing is written."""
    desk.do("receive 李𠮷 口罩5个 --new --date 2020-02-01 --note 谢谢😀")
    target = tmp_path / "a.pdf"
    answer = desk.run(f"ledger -o {target}")
    assert answer.code == 65
    assert "No font for 𠮷 😀 in “李𠮷”" in answer.err
    assert not target.exists()
    for other in ("xlsx", "html", "md"):
        desk.do(f"ledger -o {tmp_path / 'a'}.{other}")
    assert "李𠮷" in xlsx_rows((tmp_path / "a.xlsx").read_bytes())[1]


def test_the_font_is_the_one_we_know() -> None:
    """Noto Sans SC Regular as Google and Adobe released it: another file would make other bytes."""
    path = pylopdf_fonts_zh_cn.sans_path()
    digest = "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest


def test_a_pdf_is_an_archive_of_pages() -> None:
    """PDF/A with its font inside, titles on every page, page numbers, the period."""
    import pypdf

    rows = [(*LEDGER_ROWS[0][:4], "李华", *LEDGER_ROWS[0][5:])] * 120
    content = rendered(report(ledger(rows)), "pdf")
    assert b"pdfaid:part" in content or "pdfaid:part" in pdf_everything(content)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"page {number} of {len(pages)}" in page
        assert "2020-02-01 to 2020-02-29" in page
    assert all("No. Date Type City" in page for page in pages), "a table's heading is on each page it goes over"
    assert ["digest: 3fa9c1d2e4b5a697" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_without_the_extra_it_is_said_what_to_install(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    sentence = desk.refused(f"totals -o {tmp_path / 'a.pdf'}", code=66)
    assert "pip install '.[pdf]'" in sentence
    assert not (tmp_path / "a.pdf").exists()


def test_a_report_too_long_for_a_pdf_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk.do("receive 李华 口罩5个")
    monkeypatch.setattr(pdf_file, "MOST_CELLS", 5)
    assert "write it as xlsx" in desk.refused(f"ledger -o {tmp_path / 'a.pdf'}", code=2)


# --- H6: the same bytes


@pytest.mark.promise("H6", full=16, short=1)
def test_H6_the_same_book_and_command_give_the_same_bytes(desk: Desk, tmp_path: Path, tries: Tries) -> None:
    """Another year, time zone, locale, folder, hash seed and umask: not a byte differs, in any format."""
    desk.do("run sample_data/february.txt" if Path("sample_data").is_dir() else f"run {Path(__file__).parent.parent / 'sample_data' / 'february.txt'}")  # fmt: skip
    commands = ("month 2020-02", "totals --by city", "ledger --item 口罩", "stock --as-of 2020-02-29")
    others = (
        {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "DONATIONS_NOW": "2020-03-01T00:00:00Z"},
        {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "DONATIONS_NOW": "2031-07-09T23:59:59Z"},
    )  # fmt: skip
    for number in tries:
        command = commands[number % len(commands)]
        for name in formats.FORMAT_NAMES:
            made = []
            for at, other in enumerate(others):
                folder = tmp_path / f"{number}-{at}"
                folder.mkdir(exist_ok=True)
                settings = {
                    **os.environ,
                    **other,
                    "DONATIONS_LANG": ("zh_CN", "en")[number // 4 % 2],
                    "TMPDIR": str(folder),
                }
                target = folder / f"report.{name}"
                words = [*command.split(), "--format", name, "-o", str(target), "--force"]
                subprocess.run(
                    [sys.executable, "-m", "donations", *words],
                    env=settings,
                    check=True,
                    cwd=folder,
                    capture_output=True,
                )
                made.append(target.read_bytes())
            assert made[0] == made[1], (command, name)


def test_H6_sees_a_file_that_says_when_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken on purpose: without the date we give them, files differ from one day to the next."""
    from datetime import UTC, datetime

    from donations.output import xlsx_file

    for module, name in ((xlsx_file, "xlsx"), (pdf_file, "pdf")):
        before = rendered(report(stock()), name)
        monkeypatch.setattr(
            module, "MADE", datetime(2021, 1, 1, tzinfo=UTC).replace(tzinfo=None if name == "xlsx" else UTC)
        )
        assert rendered(report(stock()), name) != before


# --- how they are asked for


@pytest.mark.parametrize(("ending", "name"), [("xlsx", "xlsx"), ("XLSX", "xlsx"), ("md", "md"), ("markdown", "md"), ("html", "html"), ("htm", "html"), ("pdf", "pdf")])  # fmt: skip
def test_the_ending_says_the_format(ending: str, name: str) -> None:
    assert formats.format_for(ending).name == name


AS_INSTALLED = "import sys; sys.argv = ['donations']; from donations.__main__ import main; sys.exit(main())"


def test_tab_completes_formats() -> None:
    settings = {**os.environ, "_DONATIONS_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    for line, offered in (
        ("donations totals --format ", formats.FORMAT_NAMES),
        ("donations stock --format x", ("xlsx",)),
    ):
        ended = subprocess.run(
            [sys.executable, "-c", AS_INSTALLED], env={**settings, "_TYPER_COMPLETE_ARGS": line}, check=True, capture_output=True
        )  # fmt: skip
        assert set(ended.stdout.decode().split()) == set(offered), ended.stderr


@pytest.mark.parametrize("name", ["xlsx", "html", "pdf"])
def test_a_terminal_gets_no_bytes(desk: Desk, name: str) -> None:
    """It is said how to write a file; into a pipe they go."""
    desk.do("receive 李华 口罩5个")
    words = [sys.executable, "-m", "donations", "totals", "--format", name]
    piped = subprocess.run(words, capture_output=True, check=True)
    assert piped.stdout[:4] in {b"PK\x03\x04", b"<!do", b"%PDF"}
    main, other = os.openpty()
    ended = subprocess.run(words, stdout=other, stderr=subprocess.PIPE, check=False)
    os.close(other)
    os.close(main)
    assert ended.returncode == 2
    assert f"-o 汇总.{name}" in ended.stderr.decode()


@pytest.mark.parametrize("name", PAPER)
@pytest.mark.parametrize(
    "line", ["totals", "stock", "ledger", "journal", "month 2020-02", "donors", "items", "check", "show 1"]
)
def test_every_report_can_be_had_in_every_format(desk: Desk, tmp_path: Path, name: str, line: str) -> None:
    """Full and empty."""
    target = tmp_path / f"a.{name}"
    if line != "show 1":
        desk.do(f"{line} --format {name} -o {target}")
    desk.do("receive 李华 口罩5个 约3斤蔬菜 后勤物资一批 1.05元 --date 2020-02-01")
    desk.do(f"{line} --format {name} -o {target} --force")
    assert target.stat().st_size > 100


def many(count: int) -> Table:
    return Table("ledger", "Ledger", LEDGER_COLUMNS, lambda: (LEDGER_ROWS[number % 5] for number in range(count)))


def test_cells_of_all_formats_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Row by row, in both languages: the workbook as it is shown, the page, Markdown, and the lines of the PDF."""
    for language, totals in itertools.product(("en", "zh_CN"), ((), LEDGER_ROWS[:2])):
        monkeypatch.setenv("DONATIONS_LANG", language)
        rows = [tuple("李华" if cell == JOINT else cell for cell in row) for row in LEDGER_ROWS]
        what = report(ledger(rows, [tuple("李华" if cell == JOINT else cell for cell in row) for row in totals]))
        page = Page(rendered(what, "html")).tables[0]
        assert xlsx_rows(rendered(what, "xlsx")) == page
        assert md_tables(rendered(what, "md").decode()) == [page]
        lines = pdf_lines(rendered(what, "pdf"))
        assert [line for line in lines_of(page) if line not in lines] == []
