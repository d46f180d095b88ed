"""Files that hold no rows are refused with what to do with them; workbooks of Excel 95 are read. All is made here."""

import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from conftest import Desk
from xlsxwriter import Workbook

from donations import errors
from donations.importers.files import sheets
from donations.importers.sheet import Opening

DOCUMENT, PICTURE, PACKED, NEITHER = "is a document", "only shows", "is packed", "save it as XLSX"
BEGINNINGS = {
    "a.pdf": (b"%PDF-1.4\n", PICTURE),
    "a.png": (b"\x89PNG\r\n\x1a\n0000", PICTURE),
    "a.jpg": (b"\xff\xd8\xff\xe0abc", PICTURE),
    "a.bmp": (b"BM\x36\x10\0\0\0\0\0\0\x36\0\0\0", PICTURE),
    "a.tif": (b"II*\0abcd", PICTURE),
    "a.webp": (b"RIFF\x24\0\0\0WEBPVP8 ", PICTURE),
    "a.heic": (b"\0\0\0\x18ftypheic\0\0\0\0", PICTURE),
    "a.rtf": (b"{\\rtf1 abc}", DOCUMENT),
    "a.csv.gz": (b"\x1f\x8b\x08abc", PACKED),
    "a.rar": (b"Rar!\x1a\x07", PACKED),
    "a.tar": (b"a.csv".ljust(257, b"\0") + b"ustar\x0000", PACKED),
}
PARTS = {
    "a.docx": (("[Content_Types].xml", "word/document.xml"), DOCUMENT),
    "a.pptx": (("[Content_Types].xml", "ppt/presentation.xml"), DOCUMENT),
    "a.xlsb": (("[Content_Types].xml", "xl/workbook.bin"), NEITHER),
    "a.numbers": (("Index/Document.iwa",), NEITHER),
    "old.numbers": (("Index.zip", "preview.jpg"), NEITHER),
    "a.epub": (("mimetype", "META-INF/container.xml"), DOCUMENT),
    "a.ofd": (("OFD.xml", "Doc_0/Document.xml"), PICTURE),
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_what_holds_no_rows_is_told_by_its_beginning(desk: Desk, tmp_path: Path, name: str) -> None:
    content, what = BEGINNINGS[name]
    (tmp_path / name).write_bytes(content)
    said = desk.refused(f"import {tmp_path / name}", code=65)
    assert what in said
    assert name in said


@pytest.mark.parametrize("name", PARTS)
def test_what_holds_no_rows_is_told_by_its_parts(desk: Desk, tmp_path: Path, name: str) -> None:
    parts, what = PARTS[name]
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    assert what in desk.refused(f"import {tmp_path / name}", code=65)


def test_words_that_begin_alike_are_read(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("BM,捐款人,日期,金额\n1,李华,2020-02-01,500\n")
    assert desk.run(f"import {tmp_path / 'a.csv'} --dry-run").code == 0


def test_a_document_of_old_word_or_wps_is_none_of_excel(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.wps").write_bytes(compound("WordDocument", b"\xec\xa5\xc1\0"))
    assert DOCUMENT in desk.refused(f"import {tmp_path / 'a.wps'}", code=65)


def test_a_workbook_of_excel_95_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(
        compound("Book", excel_95([["捐赠人", "日期", "金额"], ["李华", "2020-02-01", 500.5]]))
    )
    [(name, rows)] = [(sheet.name, list(sheet.rows)) for sheet in sheets(tmp_path / "a.xls", Opening())]
    assert (name, rows) == ("捐款", [(1, ["捐赠人", "日期", "金额"]), (2, ["李华", "2020-02-01", "500.5"])])


def excel_95(rows: list[list[str | float]]) -> bytes:
    """The records of a workbook of Excel 95 in simplified Chinese."""
    name = "捐款".encode("gbk")
    cells = b"".join(_cell(row, column, said) for row, each in enumerate(rows) for column, said in enumerate(each))
    sheet = _record(0x809, "<HHHH", 0x500, 0x10, 0xDBB, 1996) + cells + _record(0x0A, "")
    font = _record(0x31, "<HHHHHBBBBB5s", 200, 0, 0x7FFF, 400, 0, 0, 0, 134, 0, 5, b"Arial")
    style = _record(0xE0, "<HHHBBHHHH", 0, 0, 1, 0x20, 0, 0, 0, 0, 0)
    before = _record(0x809, "<HHHH", 0x500, 5, 0xDBB, 1996) + _record(0x42, "<H", 936) + font * 5 + style
    bound = f"<IHB{len(name)}s"
    begins = len(before) + 4 + struct.calcsize(bound) + 4
    return before + _record(0x85, bound, begins, 0, len(name), name) + _record(0x0A, "") + sheet


def _cell(row: int, column: int, said: str | float) -> bytes:
    if isinstance(said, str):
        text = said.encode("gbk")
        return _record(0x204, f"<HHHH{len(text)}s", row, column, 0, len(text), text)
    return _record(0x203, "<HHHd", row, column, 0, said)


def _record(sort: int, form: str, *said: object) -> bytes:
    return struct.pack("<HH", sort, struct.calcsize(form)) + struct.pack(form, *said)


def compound(stream: str, content: bytes) -> bytes:
    """A compound document with one stream, as Office wrote them before 2007."""
    content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
    free, end, table, blocks = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, len(content) // 512
    chain = [table, end, *range(3, 2 + blocks), end]
    chain += [free] * (128 - len(chain))
    entries = _entry("Root Entry", 5, 1, end, 0) + _entry(stream, 2, free, 2, len(content))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    return head.ljust(512, b"\xff") + struct.pack("<128I", *chain) + entries.ljust(512, b"\0") + content


def _entry(name: str, sort: int, below: int, begins: int, size: int) -> bytes:
    text = f"{name}\0".encode("utf-16-le")
    free = 0xFFFFFFFF
    tail = struct.pack("<HBB3I36xIII", len(text), sort, 1, free, free, below, begins, size, 0)
    return text.ljust(64, b"\0") + tail


def test_members_of_an_archive_with_one_name_are_read_each(desk: Desk, tmp_path: Path) -> None:
    """The first was passed over without a word."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr("a.csv", "捐赠人,日期,金额\n李华,2020-03-01,500\n")
        archive.writestr("a.csv", "捐赠人,日期,金额\n王芳,2020-03-02,300\n")
    desk.do(f"import {tmp_path / 'a.zip'} --yes")
    assert [row["donor"] for row in desk.read("ledger")] == ["李华", "王芳"]


def test_a_workbook_with_two_parts_of_one_name_is_refused(tmp_path: Path) -> None:
    """Nobody can tell which of them is meant."""
    book = tmp_path / "a.xlsx"
    with Workbook(book) as made:
        made.add_worksheet().write_row(0, 0, ["捐赠人", "日期", "金额"])
    with zipfile.ZipFile(book, "a") as archive, warnings.catch_warnings(action="ignore"):
        sheet = next(name for name in archive.namelist() if "worksheets/" in name)
        archive.writestr(sheet, b"<worksheet/>")
    with pytest.raises(errors.DamagedPaper):
        [list(sheet.rows) for sheet in sheets(book, Opening())]
