"""How screens and papers look: tables that stay tables, signs that are explained where they stand, papers on one page."""

import io
import re
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Desk
from openpyxl import load_workbook
from pypdf import PdfReader
from test_papers import read_back

from donations.domain.imported import FileOutcome, Outcome, TableOutcome
from donations.i18n import filled
from donations.output import imported
from donations.output.pdf_file import render
from donations.output.width import width
from donations.output.xlsx_header import page_header
from donations.output.xlsx_names import SheetNames
from donations.reports.table import Column, Report, Row, Source, Table, Type

LINES = (
    "adjust opening 8600元 口罩300个 84消毒液24瓶 --city 九江市 --date 2020-02-01",
    "receive 李华 5000元 口罩500个@@1750元 --city 九江市 --date 2020-02-01 --note 第一批",
    "receive 王芳 口罩一批 --city 九江市 --date 2020-02-02",
    "receive 东林慈善护生功德基金会 1500000元 --for 疫情防控 --city 九江市 --date 2020-02-03",
    "receive 'Global Friends Foundation' 5000美元 --city 九江市 --date 2020-02-03",
    "receive 一米阳光公益联合会 口罩5000个 护目镜461副 --to 庐山市防控指挥部 --to 市三院 --date 2020-02-05 --city 九江市",
    "receive 无何有商会 广播设备一批 后勤物资@@约11万元 --to 萍乡市太虚医院 --date 2020-02-06",
    "buy 防护服300套@168元 --from 乌有药业公司 --for 疫情防控 --city 九江市 --date 2020-02-09",
    "distribute 市三院 防护服120套 --for 疫情防控 --date 2020-02-10 --city 九江市",
    "transfer 口罩100个 --to 吉安仓 --date 2020-02-11",
    "reverse 2 --reason 重复",
)


@pytest.fixture
def kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A book with a little of everything, read on a screen of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    desk.begin(*(f"{line} --yes --new" if not line.startswith("reverse") else line for line in LINES))
    return desk


# --- on the screen


READ = ("ledger", "ledger --item CNY", "journal", "totals", "totals --by purpose", "month 2020-02", "trace 4", "stock")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("line", READ)
def test_a_table_stays_a_table_at_80_columns(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, line: str, language: str
) -> None:
    """None falls into blocks of `title: value`, whose lines nobody can compare; English words take more room than Chinese."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    shown = kept.do(f"{line} --format table").out.splitlines()
    assert max(map(width, shown)) <= 80
    rules = [number for number, text in enumerate(shown) if set(text) == {"─"}]
    assert rules
    assert not [text for text in shown if re.match(r"(No\.|City|Gift|Purpose|号|城市|捐赠号|定向)[:：] ", text)]


def test_words_are_whole_where_a_year_said_once_makes_room(kept: Desk) -> None:
    """`84 disinfectant` is broken at its blank, and the year that all days share stands in their title."""
    shown = kept.do("ledger --format table").out
    assert re.search(r"^No\. 2020 ", shown, re.MULTILINE)
    assert re.search(r"^ +1 02-01 adjustment ", shown, re.MULTILINE)
    assert "disinfectant" in shown
    assert "broadcasting" in shown
    kept.do("receive 李华 5元 --date 2021-01-01 --yes --new")
    assert re.search(r"^ +1 2020-02-01 adjustment ", kept.do("ledger --format table").out, re.MULTILINE)


def test_a_year_is_left_out_only_where_room_is_short(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert re.search(r"^ +1 +2020-02-01 +adjustment ", kept.do("ledger --format table").out, re.MULTILINE)


def test_titles_end_on_the_rule(kept: Desk) -> None:
    """The last line of each title stands on the rule, whoever draws it."""
    shown = kept.do("ledger --format table").out.splitlines()
    rule = next(number for number, text in enumerate(shown) if set(text) == {"─"})
    assert shown[rule - 1].split()[0] == "No."
    assert shown[rule - 2].split() == ["Date"]


def test_what_stands_under_the_title_is_broken_between_its_parts(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = kept.do("stock --format table").out.splitlines()
    assert shown[1].endswith(tuple("0123456789"))
    assert shown[2] == f"entries in the book: {len(LINES)}"


def test_english_lists_have_english_commas(kept: Desk) -> None:
    assert "hazmat suits," in " ".join(kept.do("items list --format table").out.split())
    assert "hazmat suits、protective clothing" in kept.do("items list --format json").out


def test_what_had_no_room_is_said(kept: Desk) -> None:
    """The value leaves the totals before their rows would be stacked."""
    shown = kept.do("totals --format table").out
    assert "No room for: Value (yuan)." in shown
    assert "110,000" not in shown


def test_statements_of_nobody_say_so(desk: Desk) -> None:
    """Where there is no table, one sentence stands in its place."""
    assert "Nothing was given in this period." in desk.do("statement --all --format table").out


# --- signs

EXPLAINED = {
    "en": {
        "?+": "?+ before a number: so much is known",
        "?±": "?± before a number: so much by what was counted",
        "?-": "?- before a number: so much below 0",
    },
    "zh": {
        "不详+": "“不详+”后面是已知的合计",
        "不详±": "“不详±”后面是按已知的算出的数",
        "不详-": "“不详-”后面是按已知的算出、不足 0 的数",
    },
}
SIGNED = {  # a report, and which signs it has
    "totals --by city": ("+",), "totals --by item": ("+",), "stock": ("±",), "month 2020-02": ("+", "±", "±", "+"),
    "statement 王芳": ("+",), "ledger --item 口罩": ("±",), "totals --by purpose": ("+",), "totals --by recipient": (), "journal": (),
    "statement 李华": (), "stock --item CNY": (),
}  # fmt: skip


@pytest.mark.parametrize("name", ["table", "html", "md", "pdf", "xlsx"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_signs_are_explained_under_the_table_they_stand_in(
    kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    """In every format for people, one line for a sign, and none where it doesn't stand."""
    kept.do("receive 王芳 口罩80个 --date 2020-02-12 --city 九江市 --yes")
    monkeypatch.setenv("DONATIONS_LANG", language)
    for number, (line, signs) in enumerate(SIGNED.items()):
        path = tmp_path / f"{number}.{'txt' if name == 'table' else name}"
        kept.do(f"{line} -o {path}")
        text = "".join(read_back(path).split())
        for sign, words in EXPLAINED[language].items():
            assert text.count("".join(words.split())) == signs.count(sign[-1]), (line, sign, text)


def test_an_issue_says_it_once(kept: Desk) -> None:
    """Its notes are kept with it: the same is not said again under each table."""
    kept.do("receive 王芳 口罩80个 --date 2020-02-12 --city 九江市 --yes")
    shown = kept.do("publish 2020-02 --dry-run --format table").out
    assert "“?+200”" in shown
    assert "before a number" not in shown


def test_signs_of_rows_that_stream_are_explained_too(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows past those that decide the widths are looked at as they pass."""
    monkeypatch.setattr("donations.output.layout.SAMPLE", 2)
    assert "?± before a number" in kept.do("ledger --item 口罩 --format table").out.replace("\n", " ")
    assert "?± before a number" in kept.do("ledger --item 口罩 --format md").out.replace("\\", "")
    assert "before a number" not in kept.do("ledger --item CNY --format table").out


# --- papers


def web_page(desk: Desk, line: str) -> str:
    """The report as a web page."""
    path = desk.book.with_name("page.html")
    desk.do(f"{line} -o {path} --force")
    return path.read_text("utf-8")


@pytest.mark.parametrize("line", ["handover 6", "certificate 4", "receipt 4", "show 6", "trace 4", "due"])
def test_a_paper_is_one_page_of_a_workbook(kept: Desk, tmp_path: Path, line: str) -> None:
    """All its tables stand on one sheet, which is printed on one upright page."""
    path = tmp_path / "paper.xlsx"
    kept.do(f"{line} -o {path}")
    book = load_workbook(path)
    assert len(book.worksheets) == 1
    [sheet] = book.worksheets
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    assert sheet.auto_filter.ref is None, "buttons on a paper are in the way"
    if line.startswith(("handover", "certificate", "receipt")):
        assert sheet.page_setup.orientation != "landscape"


def test_a_long_paper_is_a_workbook_as_any_other(kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With filters and titles that stay in sight."""
    monkeypatch.setattr("donations.output.xlsx_paper._SHORT", 3)
    path = tmp_path / "paper.xlsx"
    kept.do(f"trace 4 -o {path}")
    sheets = load_workbook(path).worksheets
    assert len(sheets) == 3
    assert all(sheet.auto_filter.ref for sheet in sheets)


LONG = "中国某某省某某市某某大学附属第一人民医院医疗集团九江市南柯路社区卫生服务中心（黄粱街道分院）"


@pytest.mark.parametrize(("paper", "items", "on_sheets"), [("trace", 20, 1), ("trace", 45, 2), ("handover", 70, 1)])
def test_titles_of_columns_stand_on_every_page_of_a_workbook(
    kept: Desk, tmp_path: Path, paper: str, items: int, on_sheets: int
) -> None:
    """Of a paper too: those of its long table on its one sheet, or of each table on a sheet of its own."""
    many = [f"{chr(0x6C00 + at)}物5个" for at in range(items)]
    kept.do(f"receive 李华 {' '.join(many)} --date 2020-02-12 --city 九江市 --yes --new")
    kept.do(
        f"distribute 市三院 {' '.join(one.replace('5', '2') for one in many)} --date 2020-02-13 --city 九江市 --yes"
    )
    last = max(row["entry"] for row in kept.read("journal"))
    path = tmp_path / "x.xlsx"
    kept.do(f"{paper} {last - 1 if paper == 'trace' else last} -o {path}")
    sheets = load_workbook(path).worksheets
    assert len(sheets) == on_sheets, "what is signed is one sheet"
    for sheet in sheets:
        [heading] = {int(place) for place in str(sheet.print_title_rows).replace("$", "").split(":")}
        assert "Amount" in [cell.value for cell in sheet[heading]]
        assert sheet.cell(heading + items, 1).value is not None, "the longest of the tables, which goes on"


def test_no_page_of_a_workbook_parts_a_short_table_of_a_paper(kept: Desk, tmp_path: Path) -> None:
    """Pages begin with the title of a table, or with what stands under all."""
    many = " ".join(f"{chr(0x6C00 + at)}物5个" for at in range(20))
    kept.do(f"receive 李华 {many} --date 2020-02-12 --city 九江市 --yes --new")
    kept.do(f"bulletin 2020-02 -o {tmp_path / 'x.xlsx'}")
    [sheet] = load_workbook(tmp_path / "x.xlsx").worksheets
    parts = [row[0].row for row in sheet.iter_rows() if row[0].font.sz == 12 and row[0].font.b]
    begun = [page.id + 1 for page in sheet.row_breaks.brk]
    assert len(parts) > 5
    assert len(begun) >= 2
    assert set(begun) <= {*parts, sheet.max_row}, (begun, parts)
    assert all(after - before < 55 for before, after in pairwise([1, *begun, sheet.max_row])), begun
    kept.do(f"trace 4 -o {tmp_path / 'one.xlsx'}")
    assert not load_workbook(tmp_path / "one.xlsx").worksheets[0].row_breaks.brk


def test_many_sums_of_a_workbook_have_their_word_before_each(kept: Desk, tmp_path: Path) -> None:
    """A printed page may begin with any of them; few have it once, as on the screen."""
    kept.do(f"totals --by city -o {tmp_path / 'few.xlsx'}")
    many = " ".join(f"{chr(0x6C00 + at)}物5个" for at in range(20))
    kept.do(f"receive 李华 {many} --date 2020-02-12 --city 九江市 --yes --new")
    kept.do(f"totals --by city -o {tmp_path / 'many.xlsx'}")
    firsts = {
        name: [
            row[0].value for row in load_workbook(tmp_path / f"{name}.xlsx").worksheets[0].iter_rows() if row[0].font.b
        ]
        for name in ("few", "many")
    }
    assert firsts["few"].count("Total") == 1
    assert firsts["many"][2:] == ["Total"] * len(firsts["many"][2:])
    assert len(firsts["many"]) > 22


def test_a_paper_of_one_page_repeats_nothing(kept: Desk, tmp_path: Path) -> None:
    kept.do(f"trace 4 -o {tmp_path / 'x.xlsx'}")
    [sheet] = load_workbook(tmp_path / "x.xlsx").worksheets
    assert sheet.print_title_rows is None


def test_a_printed_preview_says_so_on_every_page(kept: Desk, tmp_path: Path) -> None:
    """Its title is whole above each page: cut short, a preview would pass for an issue."""
    kept.do(f"publish 2020-02 --dry-run -o {tmp_path / 'x.xlsx'}")
    for sheet in load_workbook(tmp_path / "x.xlsx").worksheets:
        assert (
            " ".join(str(sheet.oddHeader.center.text).split())
            == "Donations made public: issue 1 (preview, not published)"
        )


@pytest.mark.parametrize("title", ["A word " * 40, "甲" * 200, "&" * 120, "R&D · " * 30])
@pytest.mark.parametrize("named", ["B", "&" * 60, "甲" * 60])
def test_the_header_of_a_page_keeps_to_its_room(title: str, named: str) -> None:
    header = page_header(named, title, "2020-02-01 to 2020-02-29", 92)
    assert len(header) <= 255, "a spreadsheet takes no more"
    left, middle, right = re.fullmatch(r"(?s)&L(.*)&C(.*)&R(.*)", header).groups()  # type: ignore[union-attr]
    assert right == "2020-02-01 to 2020-02-29"
    lines = middle.replace("&&", "&").splitlines()
    assert len(lines) <= 2
    assert max(map(width, lines)) + 2 * max(24, width(left.replace("&&", "&"))) <= 92
    assert middle.endswith("…"), "what is left out is shown to be"


@pytest.mark.parametrize("title", ["公益事业捐赠票据填写内容", "甲" * 200])
@pytest.mark.parametrize("named", ["九江市浔阳区蓝天白云应急救援与社区志愿服务联合促进会", "甲" * 60])
def test_without_a_period_the_name_has_its_room_in_the_header(title: str, named: str) -> None:
    """It was cut to 28 cells, and nothing stood at the right."""
    header = page_header(named, title, "", 92)
    assert len(header) <= 255, "a spreadsheet takes no more"
    left, middle, right = re.fullmatch(r"(?s)&L(.*)&C(.*)&R(.*)", header).groups()  # type: ignore[union-attr]
    assert middle == ""
    lines = right.replace("&&", "&").splitlines()
    assert width(left) + max(map(width, lines)) < 92
    assert left == named or len(named) == 60 or len(title) > 20


def test_what_is_said_above_the_tables_stands_apart_from_the_title(kept: Desk, tmp_path: Path) -> None:
    for number, line in enumerate(("certificate 4", "bulletin 2020-02", "publish 2020-02 --dry-run")):
        path = tmp_path / f"{number}.xlsx"
        kept.do(f"{line} -o {path}")
        texts = [row[0].value for row in load_workbook(path).worksheets[0].iter_rows()]
        about = next(at for at, text in enumerate(texts) if "entries in the book" in str(text))
        assert texts[about + 1] is None
        assert texts[about + 2] is not None


def test_names_of_sheets_have_no_holes() -> None:
    names = SheetNames()
    assert names.name("Received: that day, by bank") == "Received that day, by bank"
    assert names.name("a  :/ b") == "a b"


def test_a_share_of_a_value_is_explained_wherever_the_stock_stands(kept: Desk, tmp_path: Path) -> None:
    """40 of the 300 protective suits are worth about so much, which nobody said when they came in."""
    for name in ("table", "md", "html", "xlsx", "pdf"):
        path = tmp_path / f"x.{'txt' if name == 'table' else name}"
        for line in ("month 2020-02", "stock"):
            kept.do(f"{line} -o {path} --force")
            assert "".join(read_back(path).split()).count("thevaluesstatedofwhatcamein") == 1, (name, line)
    kept.do(f"ledger -o {path} --force")
    assert "valuesstated" not in "".join(read_back(path).split())


def test_a_bulletin_has_no_column_for_what_nobody_can_count(kept: Desk) -> None:
    """Where somebody gave unnamed the number of donors is unknown: for people an empty column would be a riddle."""
    assert "Donors of money" in web_page(kept, "bulletin 2020-02")
    kept.do("receive 爱心人士 5元 --date 2020-02-12 --city 九江市 --yes")
    page = web_page(kept, "bulletin 2020-02")
    assert "Gifts of money" in page
    assert "Donors of money" not in page
    assert "Donors of goods" in page
    assert "donors_of_money" in kept.do("bulletin 2020-02 --format json").out


def test_columns_of_a_page_give_way_before_it_has_to_be_moved_aside(kept: Desk) -> None:
    """On the screens of most people names of things are broken between words; on wide ones nothing is."""
    page = web_page(kept, "ledger")
    narrower = re.search(r"@media screen and \(max-width: 96rem\) \{(.*?)\n\}", page, re.DOTALL)
    assert narrower
    assert "td.t { white-space: normal;" in narrower[1]
    assert page.index("td.s, td.t { white-space: nowrap; }") < narrower.start()


def test_tables_of_a_page_have_names_for_who_can_not_see_them(kept: Desk) -> None:
    page = web_page(kept, "month 2020-02")
    assert re.findall(r'<table aria-label="([^"]*)">', page) == ["Totals", "Money", "Goods", "Stock on hand", "Ledger"]
    assert '<table aria-label="Ledger">' in web_page(kept, "ledger")


def test_figures_of_a_picture_have_room_in_wide_letters(kept: Desk) -> None:
    """Digits of some fonts are nearly two thirds as wide as they are high; what is wider still is not cut off."""
    kept.do("receive 李华 987654321012.34元 --date 2020-02-12 --city 九江市 --yes")
    kept.do("receive 李华 5元 --date 2020-02-12 --city 吉安市 --yes")
    page = web_page(kept, "totals --by city")
    found = re.findall(r'x="([0-9]+)" y="[0-9]+" text-anchor="start">([^<]*[0-9])<', page)
    assert any(len(text) >= 18 for _x, text in found), found
    assert all(int(x) + len(text) * 7 <= 360 for x, text in found), found
    assert re.search(r"svg \{[^}]*overflow: visible", page)


def test_a_long_title_of_a_workbook_goes_over_several_lines(kept: Desk, tmp_path: Path) -> None:
    """A line beyond the columns would shrink the whole page to its length."""
    path = tmp_path / "x.xlsx"
    kept.do(f"receive {LONG} 5元 --date 2020-02-12 --yes --new")
    kept.do(f"statement {LONG} -o {path}")
    [sheet] = load_workbook(path).worksheets
    lines = [str(row[0].value) for row in sheet.iter_rows() if row[0].font.size == 16]
    assert len(lines) > 1
    assert LONG in "".join(lines)
    assert all(width(line) <= 57 for line in lines)
    beside = max(width(str(part.text)) for part in (sheet.oddHeader.left, sheet.oddHeader.right))
    above = str(sheet.oddHeader.center.text).splitlines()
    assert f"Statement for {LONG}" == "".join(above)
    assert len(above) == 2, "three lines would reach into the page"
    assert max(map(width, above)) + 2 * beside < 92, "one text of a page's header covers another"
    assert sheet.freeze_panes == f"A{next(row[0].row for row in sheet.iter_rows() if row[0].value == 'No.') + 1}"


def test_a_long_name_on_what_is_signed_leaves_the_columns_beside_it_whole(
    kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the long name is broken over lines."""
    path = tmp_path / "x.pdf"
    kept.do(f"receive {LONG} 5元 --date 2020-02-12 --yes --new")
    number = max(row["entry"] for row in kept.read("journal"))
    kept.do(f"certificate {number}")
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    kept.do(f"certificate --reprint 1 -o {path}")
    [page] = PdfReader(path).pages
    words = page.extract_text().split()
    assert {"开具日期", "捐赠笔数", "印次", "补印"} <= set(words), words
    assert LONG not in words, "the table has the name over several lines"


def test_a_paper_little_too_wide_stands_where_it_is_one_page_then(
    kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lying, the last rows of it would be a page of their own."""
    kept.do("receive 九江市南柯路商贸有限公司 手套400双 --date 2020-02-12 --yes --new")
    for number in range(17):
        place = f"九江市{chr(0x6C00 + number)}村村民委员会便民服务网点"
        kept.do(f"distribute {place} 手套5双 --date 2020-02-13 --yes --new")
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    path, number = tmp_path / "x.xlsx", next(r["entry"] for r in kept.read("journal") if r["item"] == "手套")
    kept.do(f"trace {number} -o {path}")
    [sheet] = load_workbook(path).worksheets
    across = sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values())
    assert across > 130
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("portrait", None)


@pytest.mark.parametrize(("rows", "stands"), [(4, False), (60, True)])
def test_a_list_little_wider_than_a_page_stands_where_it_is_long(
    kept: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, stands: bool
) -> None:
    """A few rows go on one page that lies; many on fewer pages that stand."""
    for number in range(rows):
        kept.do(f"receive 李华 {chr(0x6C00 + number)}物5个 --date 2020-02-12 --city 九江市 --yes --new")
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    path = tmp_path / "x.xlsx"
    kept.do(f"totals --by city --month 2020-02 -o {path}")
    [sheet] = load_workbook(path).worksheets
    across = sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values())
    assert 92 < across < 118
    assert (sheet.page_setup.orientation != "landscape") == stands


@pytest.mark.parametrize("line", ["handover 6", "certificate 4"])
def test_what_is_signed_is_one_upright_page_of_a_pdf(kept: Desk, tmp_path: Path, line: str) -> None:
    """In large letters, where there is little to say."""
    path = tmp_path / "x.pdf"
    kept.do(f"{line} -o {path}")
    [page] = PdfReader(path).pages
    assert page.mediabox.height > page.mediabox.width
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, _cm, _tm, _font, size: sizes.append(size) if text.strip() else None)
    assert 11 in {round(size) for size in sizes}


def test_the_ledger_says_between_which_stores_things_moved(kept: Desk) -> None:
    kept.do("transfer 口罩50个 --from 吉安仓 --to 总仓 --new --date 2020-02-12 --yes")
    shown = kept.do("ledger --item 口罩 --format table").out
    assert re.search(r"transfer .* → 总仓 .* 50", shown)
    assert re.search(r"transfer .* 吉安仓 .* 50", shown)
    assert re.search(r"transfer .* → 吉安仓 .* 100", shown)


def test_there_is_room_to_sign(kept: Desk, tmp_path: Path) -> None:
    """Lines to sign on stand apart from each other in a workbook and on a web page, which prints upright."""
    kept.do(f"handover 6 -o {tmp_path / 'x.xlsx'}")
    [sheet] = load_workbook(tmp_path / "x.xlsx").worksheets
    lines = [row[0].row for row in sheet.iter_rows() if "____" in str(row[0].value)]
    assert len(lines) == 3
    assert all(sheet.row_dimensions[row].height >= 30 for row in lines)
    page = web_page(kept, "handover 6")
    assert page.count('<p class="sign">') == 3
    assert '<body class="paper">' in page
    assert "size: A4 portrait" in page
    assert '<body class="paper">' not in web_page(kept, "ledger")


def test_long_notes_of_a_workbook_are_broken_before_the_edge_of_the_page(kept: Desk, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    kept.do(f"trace 4 -o {path}")
    [sheet] = load_workbook(path).worksheets
    room = sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values())
    assert all(width(str(row[0].value or "")) <= max(room, 92) for row in sheet.iter_rows())


def test_short_tables_are_never_parted_on_paper(kept: Desk) -> None:
    page = web_page(kept, "month 2020-02")
    assert page.count('class="box whole"') == 3, "money, stock and goods; totals and the ledger are longer"
    assert page.count('class="box"') == 2


def test_totals_of_a_month_print_upright(kept: Desk, tmp_path: Path) -> None:
    """English words are wider: letters a little smaller leave the table on one upright page."""
    path = tmp_path / "x.pdf"
    kept.do(f"totals -o {path}")
    [page] = PdfReader(path).pages
    assert page.mediabox.height > page.mediabox.width


# --- words


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"entries": 1, "parties": "1", "items": 0}, "1 entry, 1 new party, 0 new items are here"),
        ({"entries": 2, "parties": "1,001", "items": 1}, "2 entries, 1,001 new parties, 1 new item is here"),
    ],
)
def test_one_of_a_thing_is_called_so(facts: dict[str, object], expected: str) -> None:
    assert filled("{entries} entries, {parties} new parties, {items} new items are here", **facts) == expected
    assert filled("{entries} 笔", **facts) == f"{facts['entries']} 笔"


def test_the_rows_of_an_import_line_up(kept: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "list.csv"
    paper.write_text("日期,捐赠人,品名,数量,单位\n2020-02-20,赵,口罩,5,个\n2020-02-21,长长的商会,口罩,5,个\n", "utf-8")
    lines = [line for line in kept.do(f"import {paper} --dry-run").out.splitlines() if "口罩5个" in line]
    assert len(lines) == 2
    assert len({width(line.partition("口罩5个")[0]) for line in lines}) == 1


def test_a_preview_keeps_within_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal; in a file each line stays one, for who looks for words in it."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    reasons = {
        "spent, not a gift": 2,
        "income that is no gift by its type; where it is one, `donations receive` records it": 1,
    }
    table = TableOutcome(None, "table", "goods", 1, {"日期": "date"}, reasons=reasons)
    outcome = Outcome([FileOutcome("a.csv", "", [table])])
    narrow = imported.for_people(outcome, cells=40).splitlines()
    assert max(map(width, narrow)) <= 40
    assert "".join(" ".join(narrow).split()) == "".join(imported.for_people(outcome).split())
    assert max(map(width, imported.for_people(outcome).splitlines())) > 80


def test_no_page_of_a_pdf_ends_with_the_titles_of_a_table_and_its_first_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much stands before it."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    columns = (Column("entry", "No.", Type.INTEGER), Column("item", "Item"))
    moved = set()
    for before in range(38, 46):
        first = Table("a", "A", columns, [(at, "before") for at in range(before)].copy)
        second = Table("b", "Second", columns, lambda: [(at, f"item{at}") for at in range(60)])
        made = io.BytesIO()
        render(Report("x", "X", Source("B", 3, None), [first, second]), made)
        texts = [page.extract_text() for page in PdfReader(made).pages]
        assert sum(text.count("item") for text in texts) == 60
        begun = next(text for text in texts if "Second" in text)
        assert begun.count("item") >= 3, begun
        moved.add("before" in begun)
    assert moved == {True, False}


def _pages(rows: int, sums: int, last: str = "") -> list[tuple[int, int, bool]]:
    """Of each page of a PDF: how many rows it has, how many sums, and whether the word for them stands there."""
    columns = (Column("entry", "No.", Type.INTEGER), Column("item", "Item"), Column("amount", "Amount", Type.QUANTITY))
    every: list[Row] = [(at, f"item{at}" + last * (at == rows - 1), at) for at in range(rows)]
    table = Table("t", "T", columns, lambda: every, [(None, f"sum{at}", at + 1) for at in range(sums)])
    made = io.BytesIO()
    render(Report("x", "X", Source("B", 3, None), [table]), made)
    texts = [page.extract_text() for page in PdfReader(made).pages]
    return [(text.count("item"), text.count("sum"), "Total" in text) for text in texts]


@pytest.mark.parametrize("sums", [0, 5, 20])
def test_no_page_of_a_pdf_begins_with_the_last_row_or_with_sums_without_their_word(
    sums: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows come before them, none is alone, few sums stay together, and many have their word on each page."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    broken = 0
    for rows in range(42, 51):
        pages = _pages(rows, sums)
        assert (sum(page[0] for page in pages), sum(page[1] for page in pages)) == (rows, sums)
        assert all(word == bool(here) for _rows, here, word in pages), pages
        assert pages[-1][0] + pages[-1][1] > 1, pages
        if sums == 5:
            assert pages[-1][1] == sums, pages
            assert pages[-1][0] > 1, pages
        broken += len(pages) > 1
    assert broken


def test_no_dot_stands_beside_the_sums_of_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds rows together has no line of its own: as long as it is thick it would be a dot."""
    monkeypatch.setenv("DONATIONS_LANG", "en")
    table = Table("t", "T", (Column("item", "Item"),), lambda: [("a",)], [("b",)])
    made = io.BytesIO()
    render(Report("x", "X", Source("B", 3, None), [table]), made)
    [page] = PdfReader(made).pages
    steps = page.get_contents().operations  # type: ignore[union-attr]
    lines = [(*begin[0], *end[0]) for begin, end in pairwise(steps) if (begin[1], end[1]) == (b"m", b"l")]
    assert len(lines) > 3
    assert all(abs(x2 - x1) + abs(y2 - y1) > 2 for x1, y1, x2, y2 in lines), lines


def test_a_last_row_that_is_higher_than_a_page_loses_nothing() -> None:
    made = _pages(30, 3, last=" end of the last row" * 900)
    assert (sum(page[0] for page in made), sum(page[1] for page in made)) == (30, 3)
    assert len(made) > 2


def test_a_long_name_of_the_association_leaves_what_stands_beside_it_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of entries was parted from its word; on a paper without a period half of the page was left for none."""
    named = Desk(tmp_path / "named.db")
    monkeypatch.setenv("DONATIONS_BOOK", str(named.book))
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    name = "九江市浔阳区蓝天白云应急救援与社区志愿服务联合促进会"
    named.do(f"init --name {name}")
    named.do("receive 李华 5元 --date 2020-02-12 --yes --new")
    named.do(f"month 2020-02 -o {tmp_path / 'x.xlsx'}")
    for sheet in load_workbook(tmp_path / "x.xlsx").worksheets:
        lines = [str(row[0].value or "") for row in sheet.iter_rows()]
        assert any(line.endswith("账本共 1 笔") for line in lines), lines
    named.do(f"receipt 1 -o {tmp_path / 'x.pdf'}")
    [page] = PdfReader(tmp_path / "x.pdf").pages
    assert name in page.extract_text().splitlines()[0]


# --- what a report is limited to


@pytest.mark.parametrize(("language", "said"), [("en", "only masks, 市三院"), ("zh", "仅限：口罩、市三院")])
def test_the_limits_of_a_report_are_the_names_that_stand_in_it(
    kept: Desk, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    """Not those that were typed: `masks` finds 口罩, and another name of a party finds it too."""
    kept.do("recipients alias 市三院 三院")
    monkeypatch.setenv("DONATIONS_LANG", language)
    for verb in ("totals", "ledger", "journal"):
        for item in ("口罩", "masks"):
            assert f"· {said} ·" in kept.do(f"{verb} --item {item} --party 三院 --format md").out
    assert (
        "· " + said.split("、", maxsplit=1)[0].split(",", maxsplit=1)[0]
        in kept.do("stock --item masks --format md").out
    )


def test_every_page_says_what_its_report_is_limited_to(kept: Desk, tmp_path: Path) -> None:
    """The second page of a ledger of one city, found alone, is no page of the ledger."""
    kept.do(f"ledger --city 九江市 -o {tmp_path / 'x.pdf'}")
    kept.do(f"ledger --city 九江市 -o {tmp_path / 'x.xlsx'}")
    for page in PdfReader(tmp_path / "x.pdf").pages:
        assert "Ledger · only 九江市" in page.extract_text()
    sheet = load_workbook(tmp_path / "x.xlsx").active
    assert sheet is not None
    assert "Ledger · only 九江市" in str(sheet.oddHeader.center.text)
