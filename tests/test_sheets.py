# ruff: noqa: N802 - the names of the catalogue
"""Files of every sort → their sheets: G6, and what a delimited text, a page, a list or an archive may look like."""

import codecs
import csv
import random
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import papers
import pytest
from harness.counts import Tries
from papers import cells, locked_zip, read, written, zipped

import donations
from donations import errors
from donations.importers.files import sheets
from donations.importers.sheet import Merged, Opening

# --- G6

HEADINGS = ["日期", "捐赠人", "城市", "物资", "数量"]
NAMES = ["李华", "王芳", "东林寺", "爱心人士", "张喆", "刘堃", "一米阳光公益联合会", "陳國強", "朱镕基", "😀"]
GOODS = ["口罩", "防护服", "护目镜", "消毒液", "方便面", "蔬菜", "鸡蛋", "棉被", "手套", "矿泉水"]
TRADITIONAL = [
    "財團法人慈濟基金會",
    "醫療口罩",
    "防護衣",
    "捐贈者",
    "數量",
    "單位",
    "備註",
    "臺北市",
    "高雄市",
    "愛心會",
    "飲用水",
    "棉被",
    "乾糧",
    "現金",
    "運費",
]


def listed(chance: random.Random, rows: int) -> list[list[str]]:
    """A list as mainland associations keep it."""
    return [
        HEADINGS,
        *(
            [
                f"2020-02-{chance.randint(1, 28):02}",
                chance.choice(NAMES[:7]),
                "九江市",
                chance.choice(GOODS),
                f"{chance.randint(1, 9999)}",
            ]
            for _row in range(rows)
        ),
    ]


def as_csv(rows: list[list[str]], delimiter: str = ",") -> str:
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


MARKS = {
    "utf-8-sig": b"",
    "utf-16": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}


@pytest.mark.promise("G6", full=500, short=40)
def test_G6_encodings(tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """What is marked, UTF-8 and GB18030 are read right, however short; nothing else is read as something it is not."""
    file = tmp_path / "a.csv"
    for number in tries:
        rows = listed(chance, number % 20)
        text = as_csv(rows, chance.choice(",\t;"))
        for encoding in ("utf-8", "gb18030", "gbk", "gb2312" if "喆" not in text and "堃" not in text else "gbk"):
            file.write_bytes(text.encode(encoding))
            assert cells(file) == rows, (encoding, text)
        for encoding, mark in MARKS.items():
            file.write_bytes(mark + text.encode(encoding))
            assert cells(file) == rows, encoding


@pytest.mark.promise("G6", full=500, short=40)
def test_G6_what_is_neither_is_asked_about(tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """Big5, Shift-JIS, UTF-16 without a mark, Latin letters: refused, and read right when --encoding says what they are."""
    file = tmp_path / "a.csv"
    for number in tries:
        rows = [[chance.choice(TRADITIONAL) for _cell in range(4)] for _row in range(number % 8 + 2)]
        japanese = [["カナとかな漢字", "寄付の品", f"{number}"], ["マスクです", "あいうえお", "5"]]
        for encoding, table in (("big5", rows), ("big5hkscs", rows), ("shift_jis", japanese), ("euc_jp", japanese),
                                ("utf-16-le", rows), ("utf-16-be", rows), ("cp1252", [["café", "naïve"], ["über", "Señor"]])):  # fmt: skip
            file.write_bytes(as_csv(table).encode(encoding))
            with pytest.raises((errors.DoubtfulText, errors.Undecodable, errors.MaybeWideText), match="--encoding"):
                read(file)
            assert cells(file, Opening(encoding=encoding)) == table


def test_G6_every_place_of_china_is_plausible(tmp_path: Path) -> None:
    """No name of a city or county alone makes a GB18030 text doubtful: one a file, each below a heading."""
    table = (Path(donations.__file__).parent / "domain" / "divisions.tsv").read_text(encoding="utf-8")
    names = sorted(
        {cell for line in table.splitlines() for cell in re.split(r"[\s=.]+", line) if cell and not cell.isascii()}
    )
    assert len(names) > 2_000
    file = tmp_path / "a.csv"
    doubted = []
    for start in range(0, len(names), 5):
        some = names[start : start + 5]
        file.write_bytes(as_csv([["县", "数量"], *([name, "5"] for name in some)]).encode("gb18030"))
        try:
            assert [row[0] for row in cells(file)[1:]] == some
        except errors.DoubtfulText:
            doubted.append(some)
    assert doubted == []


def test_G6_a_damaged_text_names_its_place(tmp_path: Path) -> None:
    """A byte that is none: its offset and row, of the encoding that went furthest."""
    text = as_csv(listed(random.Random(1), 5))
    content = text.encode()
    file = written(tmp_path / "a.csv", content[:-7] + b"\xff" + content[-7:])
    with pytest.raises(errors.Undecodable) as refusal:
        read(file)
    assert refusal.value.facts["offset"] == len(content) - 7
    assert refusal.value.facts["row"] == 6
    content = text.encode("gb18030")
    file.write_bytes(content + b"\xff\xff")
    with pytest.raises(errors.Undecodable) as refusal:
        read(file)
    assert refusal.value.facts["offset"] == len(content)
    file.write_bytes("日期,捐赠".encode()[:-1])  # cut inside a character
    with pytest.raises((errors.Undecodable, errors.DoubtfulText)):
        read(file)


def test_G6_utf_8_with_one_bad_byte_is_not_read_as_something_else(tmp_path: Path, chance: random.Random) -> None:
    """A damaged UTF-8 text never comes out as Chinese characters that nobody wrote."""
    content = as_csv(listed(chance, 30)).encode()
    for _time in range(200):
        at = chance.randrange(len(content))
        hurt = content[:at] + bytes([chance.randrange(128, 256)]) + content[at + 1 :]
        file = written(tmp_path / "a.csv", hurt)
        try:
            hurt.decode()
        except UnicodeDecodeError:
            with pytest.raises((errors.Undecodable, errors.DoubtfulText)):
                read(file)
        else:
            assert len(cells(file)) == 31


def test_G6_said_encodings(tmp_path: Path) -> None:
    file = written(tmp_path / "a.csv", "姓名,数量\n喆,5\n".encode("gb18030"))
    assert cells(file, Opening(encoding="GB2312")) == [["姓名", "数量"], ["喆", "5"]]
    with pytest.raises(errors.UnknownEncoding):
        read(file, Opening(encoding="klingon"))
    with pytest.raises(errors.UnknownEncoding):
        read(file, Opening(encoding="zlib"))
    with pytest.raises(errors.NotInEncoding) as refusal:
        read(file, Opening(encoding="utf-8"))
    assert (refusal.value.facts["row"], refusal.value.facts["offset"]) == (1, 0)
    assert cells(written(file, "\ufeff姓名,5\n"), Opening(encoding="utf-8")) == [["姓名", "5"]]


# --- delimited text


@pytest.mark.parametrize("delimiter", list(",\t;|"))
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["捐赠公示"],
        ["截至2月，共3笔"],
        HEADINGS,
        *([f"2020-02-0{n}", "李华", "九江市", "口罩", f"{n}000"] for n in range(1, 9)),
    ]
    assert cells(written(tmp_path / "a.csv", as_csv(rows, delimiter))) == rows


def test_a_delimiter_inside_cells_is_none(tmp_path: Path) -> None:
    """Amounts with commas in a text with tabs; tabs as padding in a text with commas, as in bills of Alipay."""
    rows = [["姓名", "金额", "备注"], ["李华", "1,500.00", "a,b"], ["王芳", "2,000.00", "c,d"]]
    assert cells(written(tmp_path / "a.txt", as_csv(rows, "\t"))) == rows
    padded = "交易号\t,商家订单号\t,金额\t,备注\t,\r\n1000\t,2000\t,28.16\t,\t,\r\n"
    assert cells(written(tmp_path / "a.csv", padded)) == [
        ["交易号\t", "商家订单号\t", "金额\t", "备注\t", ""],
        ["1000\t", "2000\t", "28.16\t", "\t", ""],
    ]


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_lists_within_cells_are_no_columns(tmp_path: Path, rows: int) -> None:
    """What stands in every line parts the cells, however many goods others name in one of them; so were whole lists refused."""
    goods = "水 340箱 ; 奶 62箱;粥 17箱;面 174箱;米 3袋;油 2桶"
    text = "日期,捐赠单位,物资\n" + f"2021-07-24,甲公司,{goods}\n" * rows
    assert cells(written(tmp_path / "a.csv", text)) == [
        ["日期", "捐赠单位", "物资"],
        *([["2021-07-24", "甲公司", goods]] * rows),
    ]
    note = "姓名,金额\n李华,5\n注：一;二;三;四;五;六\n"
    assert cells(written(tmp_path / "b.csv", note))[:2] == [["姓名", "金额"], ["李华", "5"]]


def test_what_excel_says_first_is_heeded(tmp_path: Path) -> None:
    assert read(written(tmp_path / "a.csv", "sep=;\n姓名;数量\n李华;5,5\n")) == {
        None: [(2, ["姓名", "数量"]), (3, ["李华", "5,5"])]
    }


def test_a_formula_that_is_only_a_text_is_that_text(tmp_path: Path) -> None:
    """So programs keep Excel from taking long numbers for numbers; other formulas stay as they are."""
    text = '="姓名",流水号,备注\n="李华",="20260301000000000001"\t,"=""说""""好"""\n王芳,=A1,="a"&"b"\n'
    said = [["姓名", "流水号", "备注"], ["李华", "20260301000000000001", '说"好'], ["王芳", "=A1", '="a"&"b"']]
    assert cells(written(tmp_path / "a.csv", text)) == said
    page = "".join(f"<tr><td>{'<td>'.join(row.split(','))}</tr>" for row in [*text.splitlines()[:1], '李华,="0012",='])
    assert cells(written(tmp_path / "a.xls", f"<table>{page}</table>"))[1] == ["李华", "0012", "="]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    """Blank lines count, and a cell of two lines is in one row; lone CR ends a line too."""
    text = '姓名,备注\n\n李华,"两\n行"\n王芳,\n'
    rows = [(number, row) for number, row in read(written(tmp_path / "a.csv", text))[None] if row]
    assert rows == [(1, ["姓名", "备注"]), (3, ["李华", "两\n行"]), (4, ["王芳", ""])]
    assert cells(written(tmp_path / "b.csv", "姓名,数量\r李华,5\r王芳,6\r")) == [
        ["姓名", "数量"],
        ["李华", "5"],
        ["王芳", "6"],
    ]


def test_stray_quotation_marks(tmp_path: Path) -> None:
    """Inside a cell they are text; at its beginning too, as long as the row has its usual width; else they are refused."""
    assert cells(written(tmp_path / "a.csv", '姓名,备注\n李华,他说"好"\n')) == [["姓名", "备注"], ["李华", '他说"好"']]
    text = '姓名,备注,数量\n李华,"扫码"付款,5\n王芳,"未完,6\n张伟,无,7\n'
    assert cells(written(tmp_path / "b.csv", text)) == [
        ["姓名", "备注", "数量"],
        ["李华", '"扫码"付款', "5"],
        ["王芳", '"未完', "6"],
        ["张伟", "无", "7"],
    ]
    with pytest.raises(errors.StrayQuote) as refusal:
        read(written(tmp_path / "c.csv", '姓名,备注,数量\n李华,无,5\n王芳,"a, "b" c",6\n'))
    assert refusal.value.facts["row"] == 3
    with pytest.raises(errors.StrayQuote):
        read(written(tmp_path / "d.csv", '"姓名,数量\n李华,5\n'))
    with pytest.raises(errors.StrayQuote):
        read(written(tmp_path / "e.csv", '"姓名\t数量\n李华\t5,5\n'))


@pytest.mark.parametrize(("text", "row"), [
    ('日期,姓名,金额,备注\n2020-02-01,李华,100,"已付\n2020-02-02,王芳,200,\n2020-02-03,张三,300,已付"\n2020-02-04,赵敏,5,\n', 2),
    ('日期,姓名,金额,备注\n2020-02-01,李华,5,"a ""b"" c"\n2020-02-01,"李华,100,\n2020-02-02,王芳",200,\n', 3),
    ('姓名,金额\n赵敏,5\n"李华,100\n王芳",200\n', 3),
    ('捐赠人,城市,物资,备注\n赵敏,九江,口罩5个,\n李华,九江,口罩100个,"好\n王芳,吉安,手套50双,好"\n', 3),
    ('日期,姓名,金额,备注\n2020-02-01,李华,"1,000.00","已付\n2020-02-02,王芳,200,已付"\n', 2),
    ('姓名,备注,数量\n李华,"扫码"付款,5\n王芳,"未完,6\n张伟,无",7\n', 3),
])  # fmt: skip
def test_quotation_marks_that_swallow_rows(tmp_path: Path, text: str, row: int) -> None:
    """Up to the next quotation mark they would be one cell, and the rows in it gone without a word."""
    with pytest.raises(errors.StrayQuote) as refusal:
        read(written(tmp_path / "a.csv", text))
    assert refusal.value.facts["row"] == row


@pytest.mark.parametrize("cell", [
    "北京市海淀区,中关村\n1号楼,2单元", "口罩100个,5盒\n手套5个,3盒", "第一行\n\n第二行,还有,一些", "a\r\nb", "\n", "1,2\n3,4,5,6", "甲,乙,丙\n丁",
    "北京\n1号楼,2单元,3室", "口罩100个\n手套5个,帽子6个,巾7个", "张三,100\n李四,200",
])  # fmt: skip
def test_true_cells_of_several_lines(tmp_path: Path, cell: str) -> None:
    """Addresses and remarks with commas stay what they are, wherever they stand."""
    for rows in (
        [["姓名", "备注"], ["王芳", "无"], ["李华", cell]],
        [["姓名", "金额", "备注"], ["李华", "100", cell]],
        [["备注", "姓名", "金额"], [cell, "李华", "100"]],
    ):
        with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
        assert cells(tmp_path / "a.csv") == rows


def test_large_cells_nul_and_ragged_rows(tmp_path: Path) -> None:
    rows = [["姓名", "备注"], ["李华", "a" * 1_000_000], ["b\0c"], ["1", "2", "3", "4"], ["", "", "x"]]
    assert cells(written(tmp_path / "a.csv", as_csv(rows))) == rows
    open_quote = cells(written(tmp_path / "b.csv", '姓名,备注\n李华,"' + "长\n" * 1_500_000))
    assert open_quote[:3] == [["姓名", "备注"], ["李华", '"长'], ["长"]]
    assert len(open_quote) == 1_500_001


def test_a_text_is_streamed(tmp_path: Path) -> None:
    """The first row is there before the rest is taken apart; leaving early leaves nothing open."""
    file = written(tmp_path / "a.csv", "姓名,数量\n" + "李华,5\n" * 100_000)
    found = sheets(file, Opening())
    sheet = next(found)
    assert next(sheet.rows) == (1, ["姓名", "数量"])
    assert isinstance(found, Generator)
    found.close()


# --- pages, Markdown, JSON


def test_html_tables(tmp_path: Path) -> None:
    """Ends left unsaid, merged cells, entities, scripts, a table in a table; the text above a table comes first."""
    page = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>公示</title><style>td{}</style></head><body>
    <h1>捐赠<b>公示</b></h1><script>var a = "<table>";</script><p>截至&nbsp;2月</p>
    <table><caption>表一</caption><thead><tr><th>姓名<th colspan=2>物资</thead>
    <tr><td rowspan="2">李华<td>口罩&amp;手套<td>500<tr><td>防护<br>服<td> 20 </table>
    <table><tr><td></td></tr></table><p>表二</p><table><tr><td>外<table><tr><td>内</table>面<td>x</table>"""
    found = read(written(tmp_path / "a.xls", page.encode("gb18030")))
    assert list(found) == ["1", "2", "3"]
    assert found["1"][:4] == [(1, ["公示"]), (2, ["捐赠公示"]), (3, ["截至\xa02月"]), (4, ["表一"])]
    assert [row for _number, row in found["1"][4:]] == [
        ["姓名", "物资", ""],
        ["李华", "口罩&手套", "500"],
        ["", "防护\n服", "20"],
    ]
    beside, below = found["1"][4][1][2], found["1"][6][1][0]
    assert isinstance(beside, Merged)
    assert isinstance(below, Merged)
    assert (beside.of, beside.down, below.of, below.down) == ("物资", False, "李华", True)
    assert found["2"] == [(1, ["表二"]), (2, ["外"]), (3, ["内"])]
    assert found["3"] == [(1, ["表二"]), (2, ["外\n面", "x"])]


def test_html_of_excel_has_its_numbers_whole(tmp_path: Path) -> None:
    page = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td x:num="1234.5678">1,234.57<td x:num>5<td x:num="43862">2020/2/1</table></html>'
    assert cells(written(tmp_path / "a.xls", page)) == [["1234.5678", "5", "2020/2/1"]]


def test_html_without_a_table_says_so(tmp_path: Path) -> None:
    with pytest.raises(errors.NoTableInside):
        read(written(tmp_path / "a.html", "<html><p>没有表</html>"))


def test_markdown_tables(tmp_path: Path) -> None:
    text = "# 捐赠公示\n\n- 截至2月\n\n| 姓名 | 备注 |\n|:--|--:|\n| 李\\|华 | a<br>b |\n王芳 | |\n\n## 二\n姓名|数量\n-|-\n张伟|5\n"
    assert read(written(tmp_path / "a.md", text)) == {
        "1": [(1, ["捐赠公示"]), (3, ["截至2月"]), (5, ["姓名", "备注"]), (7, ["李|华", "a\nb"]), (8, ["王芳", ""])],
        "2": [(10, ["二"]), (11, ["姓名", "数量"]), (13, ["张伟", "5"])],
    }


def test_json_lists(tmp_path: Path) -> None:
    """Numbers as they are written, of any size; keys in the order in which they are met."""
    file = tmp_path / "a.json"
    text = '[{"姓名": "李华", "数量": 1.10}, {"姓名": null, "附": true, "数量": 123456789012345678901234}]'
    rows = [["姓名", "数量", "附"], ["李华", "1.10", ""], ["", "123456789012345678901234", "TRUE"]]
    assert cells(written(file, text)) == rows
    assert cells(written(file, '{"n": 2, "list": ' + text + "}")) == rows
    assert cells(written(file, '{"姓名": "李华", "数量": 1.10}\n\n{"姓名": "王芳", "数量": 2}\n')) == [
        ["姓名", "数量"],
        ["李华", "1.10"],
        ["王芳", "2"],
    ]
    assert cells(written(file, '[["a", 1e2], ["b"]]')) == [["a", "1e2"], ["b"]]
    for damaged in ('[{"a": 1}', '[["a"'):
        with pytest.raises(errors.WrongJSON):
            read(written(file, damaged))
    with pytest.raises(errors.KeyTwice):
        read(written(file, '[{"a": 1, "a": 2}]'))
    for empty in ("[]", '{"a": 1}'):
        with pytest.raises(errors.NoTableInside):
            read(written(file, empty))
    with pytest.raises(errors.UnlikeRecords):
        read(written(file, '[[1], {"a": 1}]'))


def test_lists_of_goods_within_gifts_in_json(tmp_path: Path) -> None:
    """A row for each of the goods; amounts and numbers of the gift stand in the first, lists of words are one text."""
    file = tmp_path / "a.json"
    text = '[{"donor": "李华", "date": "2020-02-01", "amount": 5, "items": [{"name": "口罩", "quantity": 10}, {"name": "酒精", "quantity": 2}]}, {"donor": "王芳", "date": "2020-02-02", "amount": 3, "items": []}]'
    assert cells(written(file, text)) == [
        ["donor", "date", "amount", "items.name", "items.quantity", "items"],
        ["李华", "2020-02-01", "5", "口罩", "10", ""],
        ["李华", "2020-02-01", "", "酒精", "2", ""],
        ["王芳", "2020-02-02", "3", "", "", ""],
    ]
    text = '[{"捐赠单位": "甲", "单位": "x", "物资": [{"名称": "口罩", "数量": 10, "单位": "个"}], "用途": ["助学", "助医"]}]'
    assert cells(written(file, text)) == [
        ["捐赠单位", "单位", "用途", "物资名称", "数量", "物资单位"],
        ["甲", "x", "助学、助医", "口罩", "10", "个"],
    ]


def test_our_own_reports_in_json(tmp_path: Path) -> None:
    text = '{"report": "x", "title": "汇总", "tables": [{"key": "totals", "columns": [{"key": "city"}, {"key": "n"}], "rows": [{"n": "1.50", "city": "九江市"}], "totals": []}, {"key": "empty", "columns": [], "rows": []}]}'
    assert read(written(tmp_path / "a.json", text)) == {
        "totals": [(1, ["汇总"]), (2, ["city", "n"]), (3, ["九江市", "1.50"])]
    }


# --- archives

BILL = "交易时间,金额\n2020-02-01,5\n".encode("gb18030")


def test_archives(tmp_path: Path) -> None:
    """Each member in turn, by the name that Chinese Windows gave it; what macOS puts beside them is passed over."""
    one = zipped(
        tmp_path / "a.zip",
        {"folder/": "", "folder/账单.csv": BILL, "__MACOSX/folder/._账单.csv": b"\0", ".DS_Store": b"\0\0"},
    )
    assert read(one) == {None: [(1, ["交易时间", "金额"]), (2, ["2020-02-01", "5"])]}
    two = zipped(tmp_path / "b.zip", {"a.csv": BILL, "b.md": "|a|b|\n|-|-|\n|1|2|\n"})
    assert list(read(two)) == ["a.csv", "b.md"]
    assert list(read(two, Opening(sheet="b.md"))) == ["b.md"]
    pages = zipped(tmp_path / "e.zip", {"a.csv": BILL, "b.html": "<table><tr><td>a</table><table><tr><td>b</table>"})
    assert list(read(pages)) == ["a.csv", "b.html › 1", "b.html › 2"]
    assert list(read(pages, Opening(sheet="2"))) == ["b.html › 2"]
    with pytest.raises(errors.EmptyPaper):
        read(zipped(tmp_path / "c.zip", {}))
    with pytest.raises(errors.NoPaper, match="PDF"):
        read(zipped(tmp_path / "d.zip", {"a.csv": BILL, "b.pdf": b"%PDF-1.4"}))


def test_a_locked_archive_asks_once(tmp_path: Path) -> None:
    file = locked_zip(tmp_path / "a.zip", "账单.csv", BILL, b"012345")
    asked: list[str] = []

    def answer(password: str | None) -> Opening:
        def asking(name: str) -> str | None:
            asked.append(name)
            return password

        return Opening(password=asking)

    assert cells(file, answer("012345")) == [["交易时间", "金额"], ["2020-02-01", "5"]]
    assert asked == [str(file)]
    for wrong in ("", "1", "2", "3", "543210"):
        with pytest.raises(errors.WrongPassword):
            read(file, answer(wrong))
    with pytest.raises(errors.LockedArchive):
        read(file, answer(None))
    with pytest.raises(errors.LockedArchive):
        read(file)


def test_an_archive_packed_in_another_way_says_what_to_do(tmp_path: Path) -> None:
    """Nobody is asked for a password that can't be used."""
    content = bytearray(locked_zip(tmp_path / "a.zip", "a.csv", BILL, b"1").read_bytes())
    at = content.rindex(b"PK\x01\x02")
    for method in (99, 93):  # AES that doesn't say how strong, and Zstandard
        content[8:10] = content[at + 10 : at + 12] = method.to_bytes(2, "little")
        with pytest.raises(errors.StrongArchive, match=str(method)):
            read(written(tmp_path / "b.zip", bytes(content)))


# --- which sort, which sheet


FOREIGN = {
    "PDF": b"%PDF-1.7", "PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff\xe0", "RAR": b"Rar!\x1a\x07", "SQLite": b"SQLite format 3\0",
    "OFX": b'<?xml version="1.0"?>\r\n<?OFX OFXHEADER="200"?><OFX></OFX>', "QIF": b"!Type:Bank\nD03/01/2026\nT5.00\n^\n",
    "MT940": b":20:STARTUMS\r\n:25:1234/5678\r\n:60F:C260301EUR5,\r\n",
    "7f 45 4c 46": b"\x7fELF" + bytes(range(256)) * 3 + bytes(600),
    "Word": papers.as_bytes({"[Content_Types].xml": "", "word/document.xml": ""}), "XLSB": papers.as_bytes({"xl/workbook.bin": ""}),
}  # fmt: skip


@pytest.mark.parametrize("found", FOREIGN)
def test_what_is_no_list_is_named(tmp_path: Path, found: str) -> None:
    with pytest.raises(errors.NoPaper, match=found):
        read(written(tmp_path / "a.csv", FOREIGN[found]))


def test_names_of_files_mean_nothing(tmp_path: Path) -> None:
    """Tabs under the name .xls, as many systems send them, and a page under .csv."""
    assert cells(written(tmp_path / "a.xls", "姓名\t数量\n李华\t5\n".encode("gbk"))) == [
        ["姓名", "数量"],
        ["李华", "5"],
    ]
    assert cells(written(tmp_path / "a.csv", "<table><tr><td>a<td>b</table>")) == [["a", "b"]]


def test_nothing_and_nobody(tmp_path: Path) -> None:
    for content in (b"", b"\xef\xbb\xbf", b" \r\n\t"):
        with pytest.raises(errors.EmptyPaper):
            read(written(tmp_path / "a.csv", content))
    with pytest.raises(errors.NoFile) as absent:
        read(tmp_path / "b.csv")
    assert absent.value.exit_code == 66
    with pytest.raises(errors.CannotRead) as folder:
        read(tmp_path)
    assert folder.value.exit_code == 74


def test_what_is_too_large_for_its_sort_is_refused_unread(tmp_path: Path) -> None:
    for begin in ("<html>", "[[1]]", "|a|b|\n|-|-|\n"):
        with (tmp_path / "a").open("w") as file:
            file.write(begin)
            file.truncate(30_000_000)
        with pytest.raises(errors.PaperTooLarge, match="30 MB"):
            read(tmp_path / "a")


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    file = written(tmp_path / "a.html", "<table><tr><td>a</table><table><tr><td>b</table>")
    assert cells(file, Opening(sheet="2")) == [["b"]]
    with pytest.raises(errors.NoSheet, match="1, 2") as refusal:
        read(file, Opening(sheet="3"))
    assert refusal.value.exit_code == 66
    assert cells(written(tmp_path / "a.csv", "a,b\n"), Opening(sheet="3")) == [["a", "b"]]


def test_a_pipe_can_be_read() -> None:
    script = "from pathlib import Path; from papers import read; print(read(Path('/dev/stdin')))"
    ended = subprocess.run(
        [sys.executable, "-c", script],
        input="姓名,数量\n李华,5\n".encode(),
        capture_output=True,
        cwd=Path(__file__).parent,
        timeout=60,
        check=False,
    )
    assert "李华" in ended.stdout.decode(), ended.stderr
