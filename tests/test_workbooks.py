# ruff: noqa: N802 - the names of the catalogue
"""Workbooks → their sheets, held against the programs that wrote them; and G7, what spreadsheets do to what was typed."""

import datetime as dt
import random
from decimal import Context
from pathlib import Path
from typing import Any

import openpyxl
import papers
import pytest
import xlsxwriter
import xlwt
from harness.counts import Tries
from harness.tables import told
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from papers import MAIN, STRICT, XML, cells, ods, read, xlsx, xlsx_parts, zipped

from donations import errors
from donations.importers.readers.formats import shown_as
from donations.importers.readers.numbers import day_text, number_text
from donations.importers.sheet import Merged, Opening

# --- against openpyxl and XlsxWriter

WORDS = ["李华", " 前后 ", "两\n行", "a&b<c>\"d'", "_x000", "\ttab", "😀", "=1+1的", "0123", "", "N/A", "长" * 500]


def random_value(chance: random.Random) -> Any:
    day = dt.datetime(1900, 3, 1)  # noqa: DTZ001 - spreadsheets know no zones
    +dt.timedelta(seconds=chance.randrange(6_000_000_000))
    return chance.choice(
        [
            None,
            chance.choice(WORDS),
            chance.randint(-1_000_000, 1_000_000),
            chance.randint(0, 10**14),
            round(chance.uniform(-1_000, 1_000), chance.randint(0, 6)),
            float(f"{chance.random() * 10 ** chance.randint(-8, 12):.12g}"),  # openpyxl writes 16 digits, others 17
            chance.choice([True, False]),
            day,
            day.date(),
            dt.time(chance.randrange(24), chance.randrange(60), chance.randrange(60)),
            "#N/A",
        ]
    )


def expected(value: Any) -> str:
    """What we show of a value that a program wrote."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return str(value.date())
    if isinstance(value, int | float):
        number = Context(prec=15).create_decimal(repr(value))
        return f"{number.normalize():f}" if number else "0"
    return str(value)


def trimmed(rows: list[tuple[int, list[str]]]) -> dict[int, list[str]]:
    """The rows that say something, without blank cells at their ends."""
    found = {}
    for number, row in rows:
        while row and not row[-1]:
            row = row[:-1]  # noqa: PLW2901
        if row:
            found[number] = row
    return found


def random_table(chance: random.Random) -> list[list[Any]]:
    return [[random_value(chance) for _cell in range(chance.randint(1, 12))] for _row in range(chance.randint(1, 40))]


def as_shown(table: list[list[Any]]) -> dict[int, list[str]]:
    return trimmed([(number, [expected(value) for value in row]) for number, row in enumerate(table, 1)])


@pytest.mark.promise("G7", full=300, short=30)
def test_G7_random_workbooks_of_openpyxl_and_xlsxwriter(tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """Every value comes out as it was put in: texts, numbers, dates, times, truth, faults."""
    file = tmp_path / "a.xlsx"
    for _number in tries:
        table = random_table(chance)
        book = openpyxl.Workbook()
        if chance.random() < 0.3:
            book.epoch = CALENDAR_MAC_1904
            table = [[value if not isinstance(value, dt.date) else "x" for value in row] for row in table]
        sheet = book.active
        for at, row in enumerate(table, 1):
            for column, value in enumerate(row, 1):
                put = sheet.cell(at, column, None if value == "" else value)
                if isinstance(value, str) and value.startswith("="):
                    put.data_type = "s"
        book.save(file)
        assert trimmed(next(iter(read(file).values()))) == as_shown(table)
        write_with_xlsxwriter(file, table, constant=chance.random() < 0.5)
        assert trimmed(next(iter(read(file).values()))) == as_shown(table)


def write_with_xlsxwriter(file: Path, table: list[list[Any]], *, constant: bool) -> None:
    """With `constant`, texts stand in their cells and not in a part of their own."""
    with xlsxwriter.Workbook(str(file), {"constant_memory": constant}) as book:
        sheet = book.add_worksheet()
        formats = {
            dt.datetime: book.add_format({"num_format": "yyyy/m/d h:mm"}),
            dt.date: book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}),
            dt.time: book.add_format({"num_format": "h:mm AM/PM"}),
        }
        for at, row in enumerate(table):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(at, column, value)
                else:
                    sheet.write(at, column, value, formats.get(type(value)))


def test_several_sheets_hidden_rows_and_columns_are_read(tmp_path: Path) -> None:
    """What a filter hides was given all the same; a hidden sheet is read and shows with its name."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2月"
    for row in (["姓名", "数量"], ["李华", 5], ["王芳", 6]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("旧 <表>")
    other.append(["x"])
    other.sheet_state = "hidden"
    book.create_sheet("空")
    book.create_chartsheet("图")
    book.save(tmp_path / "a.xlsx")
    found = read(tmp_path / "a.xlsx")
    assert found == {
        "2月": [(1, ["姓名", "数量"]), (2, ["李华", "5"]), (3, ["王芳", "6"])],
        "旧 <表>": [(1, ["x"])],
        "空": [],
    }
    assert list(read(tmp_path / "a.xlsx", Opening(sheet="2月"))) == ["2月"]
    with pytest.raises(errors.NoSheet, match="2月, 旧 <表>, 空"):
        read(tmp_path / "a.xlsx", Opening(sheet="3月"))


def test_merged_cells_say_what_they_lie_under(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["公示"],
        ["姓名", "物资", "数量"],
        ["李华", "口罩", 5],
        [None, "手套", 6],
        [None, "鸡蛋", 7],
        ["王芳", "棉被", 8],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A3:A5")
    book.save(tmp_path / "a.xlsx")
    title, _headings, first, second, third, last = cells(tmp_path / "a.xlsx")
    assert title == ["公示", "", ""]
    assert [(cell.of, cell.down) for cell in title[1:] if isinstance(cell, Merged)] == [("公示", False)] * 2
    assert [(cell.of, cell.down) for cell in (second[0], third[0]) if isinstance(cell, Merged)] == [("李华", True)] * 2
    assert not [cell for row in (first, last) for cell in row if isinstance(cell, Merged)]


def test_merged_ranges_are_found_wherever_the_bytes_are_parted(tmp_path: Path) -> None:
    """They stand behind the cells, and are looked for in pieces of 65,536 bytes."""
    for filling in range(1, 66_000, 4_999):
        rows = (
            "<row r='1'><c r='A1' t='str'><v>a</v></c></row>"
            f"<row r='2'><c r='B2' t='str'><v>{'x' * filling}</v></c></row>"
        )
        ranges = (
            "".join(f"<mergeCell ref='A{2 * n + 5}:B{2 * n + 6}'/>" for n in range(2_000)) + '<mergeCell ref="A1:A2"/>'
        )
        file = xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData><mergeCells count='1'>{ranges}</mergeCells>")
        below = cells(file)[1][0]
        assert isinstance(below, Merged)
        assert below.of == "a"


# --- what the format allows and few programs write

STYLES = """<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="31"/></cellXfs>"""


def test_texts_of_every_form(tmp_path: Path) -> None:
    """Runs of a rich text are joined, readings above it left out, escapes undone, inline texts read."""
    texts = (
        "<si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space='preserve'> 华</t></r><rPh sb='0' eb='1'><t>リカ</t></rPh></si>"
        "<si><t>a_x000D_\nb_x005F_x0041_</t></si><si/><si><t>末</t></si>"
    )
    row = (
        "".join(f"<c t='s'><v>{n}</v></c>" for n in range(4))
        + "<c t='inlineStr'><is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is></c>"
    )
    file = xlsx(tmp_path / "a.xlsx", f"<sheetData><row>{row}</row></sheetData>", texts=texts)
    assert cells(file) == [["李 华", "a\r\nb_x0041_", "", "末", "内联"]]
    with pytest.raises(errors.DamagedPaper, match=r"明细.*sharedStrings"):
        read(xlsx(tmp_path / "b.xlsx", "<sheetData><row><c t='s'><v>-1</v></c></row></sheetData>", texts=texts))


def test_cells_and_rows_without_their_place(tmp_path: Path) -> None:
    """They follow the one before; blank rows and cells in between are counted."""
    rows = "<row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row><row r='5'><c r='B5'><v>4</v></c></row><row><c><v>5</v></c></row>"
    assert read(xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</sheetData>")) == {
        "明细": [(1, ["1", "", "2", "3"]), (5, ["", "4"]), (6, ["5"])]
    }


def test_the_strict_sort_and_prefixes(tmp_path: Path) -> None:
    parts = xlsx_parts("")
    parts["xl/worksheets/sheet1.xml"] = (
        f'{XML}<x:worksheet xmlns:x="{STRICT}"><x:sheetData><x:row r="1"><x:c r="A1" t="d"><x:v>2020-02-01T14:10:00</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>李华</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    )
    parts = {name: text.replace(MAIN, STRICT) if isinstance(text, str) else text for name, text in parts.items()}
    assert cells(zipped(tmp_path / "a.xlsx", parts)) == [["2020-02-01 14:10:00", "李华"]]


# --- G7


def test_G7_more_than_fifteen_digits_are_seen(tmp_path: Path) -> None:
    """An identity number typed as a number has lost its end: it shows as the number that it has become."""
    saved = {"110101199003071234": "1.10101199003071E+17", "1.10101199003071E+17": "1.10101199003071E+17", "1.1010119900307123e+17": "1.10101199003071E+17",
             "999999999999999": "999999999999999", "1000000000000000": "1E+15", "28.160000000000004": "28.16", "0.30000000000000004": "0.3", "1.5E3": "1500",
             "-0": "0", "1E-7": "0.0000001", "1E-300": "1E-300", "1E+308": "1E+308", "abc": "abc", "NaN": "NaN", "1_000": "1_000", "１２": "１２", "1E99999": "1E99999"}  # fmt: skip
    assert {each: number_text(each) for each in saved} == saved
    row = "".join(f"<c><v>{each}</v></c>" for each in saved)
    assert cells(xlsx(tmp_path / "a.xlsx", f"<sheetData><row>{row}</row></sheetData>")) == [list(saved.values())]


def test_G7_days_from_1900_and_1904() -> None:
    """The same count is another day; 29 February 1900 and day 0, which there never were, show as such."""
    known = {"1": "1900-01-01", "59": "1900-02-28", "60": "1900-02-29", "61": "1900-03-01", "43862": "2020-02-01", "43862.590277777781": "2020-02-01 14:10:00",
             "43862.999999": "2020-02-02", "0": "1900-01-00", "2958465": "9999-12-31", "2958466": "2958466", "-1": "-1", "1E+300": "1E+300", "x": "x"}  # fmt: skip
    assert {each: day_text(each, from_1904=False, time_only=False) for each in known} == known
    from_1904 = {
        "0": "1904-01-01",
        "42400": "2020-02-01",
        "60": "1904-03-01",
        "2957003": "9999-12-31",
        "2957004": "2957004",
    }
    assert {each: day_text(each, from_1904=True, time_only=False) for each in from_1904} == from_1904
    assert day_text("0.590277777781", from_1904=False, time_only=True) == "14:10:00"
    assert day_text("43862.5", from_1904=False, time_only=True) == "2020-02-01 12:00:00"


@pytest.mark.parametrize("from_1904", [False, True])
def test_G7_the_count_of_days_is_the_workbooks(tmp_path: Path, from_1904: bool) -> None:
    sheet = "<sheetData><row><c s='1'><v>43862</v></c><c s='2'><v>0.5</v></c><c s='3'><v>1</v></c><c s='0'><v>43862</v></c></row></sheetData>"
    file = xlsx(tmp_path / "a.xlsx", sheet, styles=STYLES, workbook="<workbookPr date1904='1'/>" if from_1904 else "")
    assert cells(file) == [
        ["2024-02-02", "12:00:00", "1904-01-02", "43862"]
        if from_1904
        else ["2020-02-01", "12:00:00", "1900-01-01", "43862"]
    ]


FORMATS = {
    "yyyy/m/d": ("43862", "2020-02-01"), 'm"月"d"日"': ("43862", "2020-02-01"), "[$-804]yyyy\\年m\\月d\\日;@": ("43862", "2020-02-01"),
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy": ("43862", "2020-02-01"), "aaaa": ("43862", "2020-02-01"), '[DBNum1][$-804]yyyy"年"': ("43862", "2020-02-01"),
    "e/m/d": ("43862", "2020-02-01"), "mmm-yy": ("43862", "2020-02-01"), "h:mm AM/PM": ("0.5", "12:00:00"), '上午/下午h"时"mm"分"': ("0.5", "12:00:00"),
    "mm:ss.0": ("0.5", "12:00:00"), "[h]:mm:ss": ("1.25", "30:00:00"), "General": ("5.50", "5.5"), "@": ("5", "5"), "0": ("110101199003071234", "1.10101199003071E+17"),
    "#,##0.00": ("12.345", "12.345"), "0.00E+00": ("1500", "1500"), "# ?/?": ("0.5", "0.5"), "0%": ("0.125", "12.5%"), "0.00%;[Red]-0.00%": ("-0.5", "-50%"),
    '0"万元"': ("5", "5万元"), 'General"个"': ("500", "500个"), "0元": ("5", "5元"), "#,##0\\ \\箱": ("5", "5箱"), '"约"0"斤"': ("5", "约5斤"),
    '"¥"#,##0.00': ("5", "5"), "￥#,##0": ("5", "5"), '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ': ("5", "5"), "[$¥-804]#,##0.00": ("5", "5"),
    "[$US$-409]#,##0.00": ("5", "US$5"), "[$$-409]#,##0": ("5", "$5"), '"$"#,##0_);[Red]\\("$"#,##0\\)': ("5", "$5"), "[$€-2] #,##0": ("5", "€5"), "#,##0 [$HKD]": ("5", "5HKD"),
    '0!.0,"万"': ("12345", "12345"), '#,##0,"千"': ("12345", "12345"), '0.00,,"百万"': ("12345", "12345"), ";;;": ("5", "5"), "[Red][>100]0;0": ("5", "5"),
    '"是";"否"': ("1", "1"), "000000": ("123", "123"), "(0)": ("5", "5"),
}  # fmt: skip


@pytest.mark.parametrize("code", FORMATS)
def test_G7_number_formats(code: str) -> None:
    """A unit or foreign currency that only the format says stands in the text; rounding and grouping do not."""
    saved, text = FORMATS[code]
    assert shown_as(164, code, from_1904=False)(saved) == text


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('[>=10000]0.0,"万";0"元"', {"50000": "50000", "800": "800元"}),
        ('[>=10000]0.0"万";0"元"', {"800": "800元"}),
        ('[=0]"无";0"万元"', {"3": "3万元", "0": "0"}),
        ('[Red][<0]0"箱";[<=1]0"个";0"只"', {"-5": "-5箱", "1": "1个", "2.5": "2.5只"}),
        ('0"箱";-0"件"', {"5": "5箱", "-5": "-5件", "0": "0箱"}),
        ('0"箱";-0"箱";"无"', {"5": "5箱", "-5": "-5箱", "0": "0"}),
        ('"收"0;"付"0', {"5": "收5", "-5": "付-5"}),
        ('"a;b"0\\;;0', {"5": "a;b5;", "-5": "-5"}),
        ('"$"#,##0_);[Red]\\("$"#,##0\\)', {"5": "$5", "-5": "$-5"}),
        ("yyyy/m/d;@", {"43862": "2020-02-01", "-1": "-1"}),
        ('[>]0"箱";0"只"', {"5": "5箱"}),
    ],
)
def test_G7_formats_of_several_parts(code: str, shown: dict[str, str]) -> None:
    """Each number has the words of the part that is for it: 800 is not 800万."""
    assert {saved: shown_as(164, code, from_1904=False)(saved) for saved in shown} == shown


def test_G7_formulas_that_were_never_calculated(tmp_path: Path) -> None:
    """Their own text stands where the result is missing; a 0 of a program that doesn't calculate is no result."""
    book = openpyxl.Workbook()
    book.active.append(["=SUM(A2:A9)", "#N/A", "=A1"])
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [["=SUM(A2:A9)", "#N/A", "=A1"]]
    with xlsxwriter.Workbook(str(tmp_path / "b.xlsx")) as made:
        sheet = made.add_worksheet()
        sheet.write_formula(0, 0, "=1+1")
        sheet.write_formula(0, 1, "=1+1", None, 2)
    assert cells(tmp_path / "b.xlsx") == [["=1+1", "2"]]
    rows = "<c><f>A1</f><v>0</v></c><c t='str'><f>B1</f><v></v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c><c><f t='shared' si='0'/></c><c t='b'><v>1</v></c>"
    assert cells(xlsx(tmp_path / "c.xlsx", f"<sheetData><row>{rows}</row></sheetData>")) == [
        ["0", "", "#DIV/0!", "=", "TRUE"]
    ]


# --- ODS


def cell(value: str = "", **attributes: str) -> str:
    """A cell; `office_value_type` is `office:value-type`."""
    said = "".join(f' {name.replace("_", ":", 1).replace("_", "-")}="{text}"' for name, text in attributes.items())
    return f"<table:table-cell{said}>{value}</table:table-cell>"


@pytest.mark.parametrize(("value", "shown", "said"), [
    ("1500", "1.500,00 €", "1500€"), ("1500", "1\u202f500,00 €", "1500€"), ("1.5", "1,50 €", "1.5€"), ("1500", "€ 1.500", "€1500"),
    ("-1234567.5", "-1.234.567,50 €", "-1234567.5€"), ("1500", "1'500.00 CHF", "1500CHF"), ("1.5", "1.500 kg", "1.5kg"),
    ("1500", "1.500 kg", "1500kg"), ("1500", "1,5 €", "1500"),
])  # fmt: skip
def test_numbers_of_ods_as_europe_shows_them(tmp_path: Path, value: str, shown: str, said: str) -> None:
    """The sign beside them is all that says which money they are."""
    row = cell(f"<text:p>{shown}</text:p>", office_value_type="currency", office_value=value)
    file = ods(
        tmp_path / "a.ods", f"<table:table table:name='表'><table:table-row>{row}</table:table-row></table:table>"
    )
    assert read(file) == {"表": [(1, [said])]}


def test_ods_cells_of_every_sort(tmp_path: Path) -> None:
    row = (
        cell("<text:p>1,500</text:p>", office_value_type="float", office_value="1500")
        + cell("<text:p>13%</text:p>", office_value_type="percentage", office_value="0.125")
        + cell("<text:p>¥5.00</text:p>", office_value_type="currency", office_currency="CNY", office_value="5")
        + cell("<text:p>$5.00</text:p>", office_value_type="currency", office_currency="USD", office_value="5")
        + cell("<text:p>2月1日</text:p>", office_value_type="date", office_date_value="2020-02-01T00:00:00")
        + cell("<text:p>x</text:p>", office_value_type="date", office_date_value="2020-02-01T14:10:00")
        + cell("<text:p>x</text:p>", office_value_type="time", office_time_value="PT14H10M00S")
        + cell("<text:p>真</text:p>", office_value_type="boolean", office_boolean_value="true")
        + cell(
            "<office:annotation><text:p>批注</text:p></office:annotation><text:p>李<text:span>华</text:span><text:s text:c='2'/>a<text:tab/></text:p><text:p>二</text:p>",
            office_value_type="string",
        )
        + cell("<text:p>#N/A</text:p>", office_value_type="string")
        + cell(table_formula="of:=SUM([.A1])")
        + cell("<text:p>x</text:p>", office_value_type="float", office_value="110101199003071230")
    )
    file = ods(
        tmp_path / "a.ods",
        f"<table:table table:name='表'><table:table-header-rows><table:table-row>{row}</table:table-row></table:table-header-rows></table:table>",
    )
    assert read(file) == {
        "表": [
            (
                1,
                [
                    "1500",
                    "12.5%",
                    "5",
                    "USD5",
                    "2020-02-01",
                    "2020-02-01 14:10:00",
                    "14:10:00",
                    "TRUE",
                    "李华  a\t\n二",
                    "#N/A",
                    "=SUM([.A1])",
                    "1.10101199003071E+17",
                ],
            )
        ]
    }


@pytest.mark.parametrize(
    ("value", "shown", "read_as"),
    [
        ("5", "5.0万", "5万"),
        ("50000", "5.0万", "50000"),  # its format divides it
        ("1205", "1,205箱", "1205箱"),
        ("2.625", "约2.63吨", "约2.625吨"),
        ("-12.5", "(12.50元)", "-12.5元"),
        ("1500", "￥1,500.00", "1500"),
        ("1500", "1.500,00箱", "1500箱"),
        ("0.002", "2‰", "0.002"),
        ("2", "2‰", "2‰"),
        ("123456789012", "1.2E+11", "123456789012"),
        ("1E300", "5箱", "1E+300"),
        ("5", "###", "5"),
        ("x", "5箱", "x"),
        ("5", "箱" * 32_000, "5"),
    ],
)
def test_ods_numbers_have_the_words_of_their_format(tmp_path: Path, value: str, shown: str, read_as: str) -> None:
    """The format stands elsewhere in the file, and what it shows stands in the cell."""
    said = cell(f"<text:p>{shown}</text:p>", office_value_type="float", office_value=value)
    table = f"<table:table table:name='表'><table:table-row>{said}</table:table-row></table:table>"
    assert cells(ods(tmp_path / "a.ods", table)) == [[read_as]]


def test_ods_repeated_and_covered(tmp_path: Path) -> None:
    text = "office:value-type='string'><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell/>"
    blank = "<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
    rows = (
        f"<table:table-row><table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2' {text.format('李华')}{covered}<table:table-cell table:number-columns-repeated='2' {text.format('x')}</table:table-row>"
        f"<table:table-row>{covered}{covered}<table:table-cell {text.format('y')}</table:table-row>{blank}"
        f"<table:table-row table:number-rows-repeated='2'><table:table-cell/><table:table-cell {text.format('z')}</table:table-row>"
        f"<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
    )
    found = read(
        ods(tmp_path / "a.ods", f"<table:table table:name='a'>{rows}</table:table><table:table table:name='b'/>")
    )
    assert found == {"a": [(1, ["李华", "", "x", "x"]), (2, ["", "", "y"]), (6, ["", "z"]), (7, ["", "z"])], "b": []}
    merged = [found["a"][0][1][1], *found["a"][1][1][:2]]
    assert [(each.of, each.down) for each in merged if isinstance(each, Merged)] == [
        ("李华", False),
        ("李华", True),
        ("李华", True),
    ]


# --- XLS


@pytest.mark.promise("G7", full=60, short=6)
def test_G7_random_old_workbooks(tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    file = tmp_path / "a.xls"
    styles = {
        kind: xlwt.easyxf(num_format_str=code)
        for kind, code in (
            (dt.datetime, "yyyy-mm-dd hh:mm:ss"),
            (dt.date, "YYYY/M/D"),
            (dt.time, "HH:MM:SS"),
        )
    }
    for _number in tries:
        table = random_table(chance)
        book = xlwt.Workbook()
        sheet = book.add_sheet("明细")
        for at, row in enumerate(table):
            for column, value in enumerate(row):
                sheet.write(at, column, value, styles.get(type(value), xlwt.Style.default_style))
        book.save(str(file))
        assert trimmed(read(file)["明细"]) == as_shown(table)


def test_old_workbooks_show_faults_merged_cells_and_sheets(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("一")
    sheet.write_merge(0, 0, 0, 2, "公示")
    sheet.write_merge(1, 2, 0, 0, "李华")
    sheet.write(1, 1, 5)
    sheet.row(2).set_cell_error(1, 42)
    sheet.write(2, 2, 0.125, xlwt.easyxf(num_format_str="0%"))
    sheet.write(2, 3, 5, xlwt.easyxf(num_format_str='0"万元"'))
    sheet.write(2, 4, 110101199003071234)
    book.add_sheet("空")
    book.add_sheet("二").write(3, 0, "x")
    book.save(str(tmp_path / "a.xls"))
    found = read(tmp_path / "a.xls")
    assert found == {
        "一": [(1, ["公示", "", ""]), (2, ["李华", "5"]), (3, ["", "#N/A", "12.5%", "5万元", "1.10101199003071E+17"])],
        "空": [],
        "二": [(4, ["x"])],
    }
    merged = [found["一"][0][1][1], found["一"][2][1][0]]
    assert [(each.of, each.down) for each in merged if isinstance(each, Merged)] == [("公示", False), ("李华", True)]
    assert list(read(tmp_path / "a.xls", Opening(sheet="二"))) == ["二"]


def test_old_workbooks_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(errors.DamagedPaper):
        read(papers.written(tmp_path / "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)))


def test_a_workbook_packed_in_a_way_that_nobody_unpacks_is_damaged(tmp_path: Path) -> None:
    """Method 9 (Deflate64) instead of 8, in the part and in the table of contents."""
    content = xlsx(tmp_path / "a.xlsx", "<sheetData><row><c><v>1</v></c></row></sheetData>").read_bytes()
    for mark, method_at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        pieces = content.split(mark)
        content = mark.join(
            [pieces[0], *(piece[: method_at - 4] + b"\x09" + piece[method_at - 3 :] for piece in pieces[1:])]
        )
    with pytest.raises(errors.DamagedPaper):
        read(papers.written(tmp_path / "b.xlsx", content))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        (1, "2020-03-01"), (1, "#####"), (1, "#N/A"), (2, "2020-03-01"), (2, "3月1日"), (2, "#REF!"), (3, "2020-03-01"), (3, "2020/3/1"),
        (3, "02:40:00"), (3, "#VALUE!"), (3, "1.23456789012346E+17"), (4, "#N/A"), (4, "2020-03-01"), (5, "2020-03-01"), (6, "#REF!"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("many", [1, 60])
def test_G7_what_a_spreadsheet_has_spoilt_is_no_name_of_anything(column: int, cell: str, many: int) -> None:
    """3-1 that became a day, a fault and lost digits are asked about below every column, in short lists and long ones."""
    headings = ["日期", "捐赠单位", "品名", "规格", "单位", "数量", "备注"]
    good = ["2020-02-01", "甲公司", "口罩", "L", "箱", "5", ""]
    spoilt = [cell if at == column else text for at, text in enumerate(good)]
    rows = [headings, *[good] * many, spoilt, good]
    said = told("\n".join(map(",".join, rows)) + "\n").splitlines()
    assert [line.split()[1] for line in said[-2:]] == ["!", "receipt"]
    assert said[-2].startswith(f"{many + 2} ! {headings[column]}: ")
    assert "; " not in said[-2].replace("text; ", "").replace("箱; ", "").replace("15; ", "")


@pytest.mark.parametrize("text", ["1:100", "1/2", "3-1", "2020款", "20:1", "5/8英寸"])
def test_G7_a_specification_that_only_looks_like_a_day_is_one(text: str) -> None:
    """As it was typed, in a column of text."""
    table = f"日期,捐赠单位,品名,规格,数量\n2020-02-01,甲公司,84消毒液,{text},5瓶\n"
    assert told(table).splitlines()[1] == f"2 receipt 2020-02-01 donor=甲公司: 84消毒液（{text}） 5瓶 [5瓶]"
