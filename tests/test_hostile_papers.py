# ruff: noqa: N802 - the names of the catalogue
"""G8 and the readers' part of G5: files made to do harm, and files damaged by chance, cost little and end in one sentence."""

import csv
import datetime as dt
import hashlib
import io
import json
import random
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

import papers
import pytest
import xlsxwriter
import xlwt
from harness.counts import Tries
from harness.program import surroundings
from harness.soon import is_soon, soon
from harness.tables import told
from papers import MAIN, XML, as_bytes, ods, xlsx, xlsx_parts, zipped

from donations import errors
from donations.domain.quantities import gone, joined
from donations.errors import DonationsError
from donations.importers.bills import flows
from donations.importers.columns.columns import Column
from donations.importers.files import sheets
from donations.importers.layouts import stock_books
from donations.importers.readers import xls
from donations.importers.sheet import Opening
from donations.importers.words import accounts, cells, foot, own_units, shares
from donations.importers.words.heading_words import understood

SECONDS = 5
MEMORY = 300

# --- G8

READING = """
import json, resource, sys
from pathlib import Path
from donations.errors import DonationsError
from donations.importers.files import sheets
from donations.importers.sheet import Opening
said, rows = None, 0
try:
    for sheet in sheets(Path(sys.argv[1]), Opening()):
        for row in sheet.rows:
            rows += 1
except DonationsError as error:
    said = type(error).__name__
own = Path("/proc/self/status")
peak = int(own.read_text().split("VmHWM:")[1].split()[0]) if own.exists() else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([said, rows, max(peak, spent[1].ru_maxrss) / 1024, sum(use.ru_utime + use.ru_stime for use in spent)]))
"""


@dataclass(frozen=True, slots=True)
class Read:
    """How reading a file in a fresh process ended, and what it cost."""

    refusal: str | None
    rows: int
    megabytes: float
    seconds: float


def read_apart(path: Path, before: str = "") -> Read:
    """Read a file in a process of its own, which does `before` first."""
    ended = subprocess.run(
        [sys.executable, "-c", before + READING, str(path)],
        env=surroundings(path.parent),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
    return Read(*json.loads(ended.stdout))


def with_part(parts: Mapping[str, str | bytes], name: str, content: str | bytes) -> dict[str, str | bytes]:
    return {**parts, name: content}


def large_part(
    path: Path, name: str, begin: bytes, middle: bytes, times: int, end: bytes, method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """A workbook with one part that says the same over and over; written as a stream, packed to almost nothing."""
    with zipfile.ZipFile(path, "w", method, compresslevel=1) as archive:
        for each, content in xlsx_parts(ROW, texts="<si><t>a</t></si>").items():
            if each != name:
                archive.writestr(each, content)
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(begin)
            block = middle * (1 if len(middle) > 100_000 else 1_000)
            for _time in range(times // 1_000):
                part.write(block)
            part.write(end)
    return path


ROW = "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>李华</t></is></c></row></sheetData>"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
OPEN_SHEET = f'{XML}<worksheet xmlns="{MAIN}"><sheetData>'.encode()
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def bomb(path: Path) -> Path:
    """314 MB in less than one: rows and rows."""
    return large_part(path, SHEET, OPEN_SHEET, b"<row><c><v>1</v></c></row>", 12_000_000, b"</sheetData></worksheet>")


def many_texts(path: Path) -> Path:
    """1 GB of shared strings."""
    begin = f'{XML}<sst xmlns="{MAIN}">'.encode()
    return large_part(path, TEXTS, begin, b"<si><t>" + b"a" * 1_000 + b"</t></si>", 1_000_000, b"</sst>")


def one_text(path: Path) -> Path:
    """One text of 400 MB, of random letters so that it does not look like a bomb at once."""
    begin = f'{XML}<sst xmlns="{MAIN}"><si><t>'.encode()
    chance = random.Random(1)
    return large_part(
        path, TEXTS, begin, bytes(chance.choices(b"abcdefgh", k=40)) + b"a" * 360, 1_000_000, b"</t></si></sst>"
    )


def honest_texts(path: Path) -> Path:
    """Half a million texts that are not packed at all."""
    chance = random.Random(1)
    begin = f'{XML}<sst xmlns="{MAIN}">'.encode()
    texts = b"".join(b"<si><t>%x</t></si>" % chance.getrandbits(1_600) for _text in range(1_000))
    return large_part(path, TEXTS, begin, texts, 500_000, b"</sst>", zipfile.ZIP_STORED)


def laughs(path: Path) -> Path:
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>'
    return zipped(path, with_part(xlsx_parts(ROW), SHEET, document))


def external(path: Path) -> Path:
    """XXE: an entity that means a file of this computer."""
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>'
    return zipped(path, with_part(xlsx_parts(ROW), SHEET, document))


def external_texts(path: Path) -> Path:
    document = f'<?xml version="1.0"?><!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd"><sst xmlns="{MAIN}"/>'
    return zipped(path, with_part(xlsx_parts(ROW, texts=" "), TEXTS, document))


def far_apart(path: Path) -> Path:
    """Two cells with 17 billion between them."""
    return xlsx(
        path,
        "<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>",
    )


def wide_rows(path: Path) -> Path:
    rows = "".join(f"<row r='{n}'><c r='XFD{n}'><v>{n}</v></c></row>" for n in range(1, 20_001))
    return xlsx(path, f"<sheetData>{rows}</sheetData>")


def deep_row(path: Path) -> Path:
    return xlsx(path, "<sheetData><row r='99999999'><c r='A99999999'><v>1</v></c></row></sheetData>")


def many_parts(path: Path) -> Path:
    """70,000 empty parts: only the table of contents, which is where they cost something."""
    facts = struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 0x5021, 0, 0, 0, 14, 0, 0, 0, 0, 0, 0)
    contents = b"".join(b"PK\x01\x02" + facts + b"xl/media/%05d" % number for number in range(70_000))
    end = struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(contents), 4, 0)
    path.write_bytes(b"PK\x03\x04" + contents + b"PK\x05\x06" + end)
    return path


def merged_everywhere(path: Path) -> Path:
    """Merged ranges that would put a billion cells into few rows."""
    ranges = "".join(f"<mergeCell ref='A{n}:XFD1048576'/>" for n in range(1, 100_001))
    rows = "".join(f"<row r='{n}'><c r='A{n}'><v>1</v></c></row>" for n in range(1, 20_001))
    return xlsx(path, f"<sheetData>{rows}</sheetData><mergeCells>{ranges}</mergeCells>")


def long_tag(path: Path) -> Path:
    """One tag of 12 MB that never ends, and packs as texts do."""
    chance = random.Random(1)
    letters = bytes(chance.choices(b"abcdefghijklmnop", k=1_000_000))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in xlsx_parts(ROW).items():
            if name != SHEET:
                archive.writestr(name, content)
        with archive.open(SHEET, "w") as part:
            part.write(OPEN_SHEET + b"<row r='")
            for _time in range(12):
                part.write(letters)
    return path


def locked_office(path: Path) -> Path:
    """As Excel locks an XLSX: a compound document with a stream EncryptedPackage."""
    begin = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    path.write_bytes(
        begin + "EncryptionInfo".encode("utf-16-le") + bytes(40) + "EncryptedPackage".encode("utf-16-le") + bytes(2000)
    )
    return path


def locked_parts(path: Path) -> Path:
    content = bytearray(as_bytes(xlsx_parts(ROW)))
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    path.write_bytes(content)
    return path


def locked_ods(path: Path) -> Path:
    return ods(path, "", manifest="<manifest:manifest><manifest:encryption-data/></manifest:manifest>")


def repeated_ods(path: Path) -> Path:
    """A million times a thousand cells, told in one line."""
    cell = "<table:table-cell table:number-columns-repeated='1000' office:value-type='float' office:value='1'/>"
    return ods(
        path,
        f"<table:table table:name='a'><table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row></table:table>",
    )


def wide_ods(path: Path) -> Path:
    cell = "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/>"
    return ods(path, f"<table:table table:name='a'><table:table-row>{cell}</table:table-row></table:table>")


def laughing_ods(path: Path) -> Path:
    ods(path, "")
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{LAUGHS}]><w>&l9;</w>'
    return zipped(path, {"content.xml": document, "META-INF/manifest.xml": "<m/>"})


def false_contents(path: Path) -> Path:
    """A table of contents that claims to be 4 GB."""
    path.write_bytes(
        b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65_000, 65_000, 4_000_000_000, 0, 0)
    )
    return path


def archive_in_archive(path: Path) -> Path:
    inner = as_bytes({"a.csv": "a,b\n1,2\n"})
    return zipped(path, {"inner.zip": inner})


def bomb_in_archive(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as part:
        for _time in range(100):
            part.write(b"0" * 1_000_000)
    return path


def endless_line(path: Path) -> Path:
    with path.open("wb") as file:
        for _time in range(30):
            file.write(b"a" * 1_000_000)
    return path


def nested_json(path: Path) -> Path:
    path.write_text("[" * 1_000_000, encoding="utf-8")
    return path


def nested_html(path: Path) -> Path:
    path.write_text("<table><tr><td>" * 100_000, encoding="utf-8")
    return path


def spanned_html(path: Path) -> Path:
    row = "<tr>" + "<td rowspan=1000000 colspan=1000>a" * 2
    path.write_text("<table>" + row * 100_000, encoding="utf-8")
    return path


def open_comments(path: Path) -> Path:
    path.write_text("<html>" + "<!--" * 2_000_000, encoding="utf-8")
    return path


def mere_brackets(path: Path) -> Path:
    path.write_text("<html>" + "<" * 6_000_000, encoding="utf-8")
    return path


def far_html(path: Path) -> Path:
    """300,000 rows of one cell each, a thousand columns away."""
    path.write_text("<table>" + "<tr><td colspan=1023><td>x" * 300_000, encoding="utf-8")
    return path


def spanned_tables(path: Path) -> Path:
    """A thousand cells in each of so many tables."""
    path.write_text("<table><tr><td colspan=1000>x</table>" * 20_000, encoding="utf-8")
    return path


def far_xml(path: Path) -> Path:
    row = "<Row><Cell ss:Index='1024'><Data ss:Type='String'>x</Data></Cell></Row>"
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path.write_text(
        f"{XML}<Workbook xmlns='{space}' xmlns:ss='{space}'><Worksheet ss:Name='a'><Table>{row * 100_000}</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    return path


def keyed_json(path: Path) -> Path:
    """30,000 records, each with a field of its own."""
    path.write_text(json.dumps([{f"a{number}": 1} for number in range(30_000)]), encoding="utf-8")
    return path


def many_runs(path: Path) -> Path:
    """One text of 150,000 runs."""
    runs = "<r><t>abcdefgh</t></r>" * 150_000
    return xlsx(path, ROW, texts=f"<si>{runs}</si>")


def many_runs_in_cell(path: Path) -> Path:
    runs = "<t>abcdefgh</t>" * 150_000
    return xlsx(path, f"<sheetData><row r='1'><c r='A1' t='inlineStr'><is>{runs}</is></c></row></sheetData>")


HOSTILE: Mapping[Callable[[Path], Path], str] = {
    bomb: "TooMuchInside", many_texts: "TooMuchInside", one_text: "TooMuchInside", honest_texts: "TooMuchInside",
    laughs: "ForeignDefinitions", external: "ForeignDefinitions", external_texts: "ForeignDefinitions",
    far_apart: "TooWide", wide_rows: "TooWide", deep_row: "TooLong", many_parts: "TooMuchInside",
    merged_everywhere: "TooLong", long_tag: "TooMuchInside", locked_office: "LockedPaper", locked_parts: "LockedPaper",
    locked_ods: "LockedPaper", repeated_ods: "TooLong", wide_ods: "TooWide", laughing_ods: "ForeignDefinitions",
    false_contents: "DamagedPaper", archive_in_archive: "ArchiveInArchive", bomb_in_archive: "TooMuchInside",
    endless_line: "CellTooLong", nested_json: "DamagedPaper", nested_html: "TooMuchInside", spanned_html: "TooWide",
    open_comments: "TooMuchInside", mere_brackets: "TooMuchInside",
    far_html: "TooMuchInside", spanned_tables: "TooMuchInside", far_xml: "TooMuchInside", keyed_json: "TooMuchInside",
    many_runs: "TooMuchInside", many_runs_in_cell: "CellTooLong",
}  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: str(make.__name__))
def test_G8_xlsx_hostile(make: Callable[[Path], Path], tmp_path: Path) -> None:
    """Refused for its reason, soon, in little memory, with nothing written or touched beside it."""
    path = make(tmp_path / "paper.xls")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    read = read_apart(path)
    assert read.refusal == HOSTILE[make], read
    assert is_soon(read.seconds, SECONDS), read
    assert read.megabytes < MEMORY, read
    assert [file.name for file in tmp_path.iterdir()] == ["paper.xls"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_G8_rows_told_in_one_are_held_one_by_one(tmp_path: Path) -> None:
    """200,000 rows of a thousand cells, in less than a chunk."""
    cell = "<table:table-cell table:number-columns-repeated='1000' office:value-type='float' office:value='1'/>"
    row = f"<table:table-row table:number-rows-repeated='10000'>{cell}</table:table-row>"
    read = read_apart(ods(tmp_path / "a.ods", f"<table:table table:name='a'>{row * 20}</table:table>"))
    assert (read.refusal, read.rows) == (None, 200_000)
    assert read.megabytes < MEMORY, read


def test_G8_names_that_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    """A sheet at ../../etc/passwd is looked up in the archive; members of that name write nothing."""
    parts = xlsx_parts(ROW)
    relations = str(parts["xl/_rels/workbook.xml.rels"]).replace("worksheets/sheet1.xml", "../../../etc/passwd")
    path = zipped(tmp_path / "a.xlsx", with_part(parts, "xl/_rels/workbook.xml.rels", relations))
    with pytest.raises(errors.DamagedPaper, match="etc/passwd"):
        papers.read(path)
    path = zipped(tmp_path / "b.zip", {"../../evil.csv": "姓名,数量\n李华,5\n"})
    assert papers.cells(path) == [["姓名", "数量"], ["李华", "5"]]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.xlsx", "b.zip"]


def test_G8_the_measure_sees_waste(tmp_path: Path) -> None:
    """Broken by hand: with the limit of texts lifted, the same file is read, and costs visibly more memory."""
    path = honest_texts(tmp_path / "a.xlsx")
    lifted = "from donations.importers.readers import xlsx_book; xlsx_book.MOST_TEXTS = 10**12\n"
    limited, wasteful = read_apart(path), read_apart(path, lifted)
    assert (limited.refusal, wasteful.refusal) == ("TooMuchInside", None)
    assert wasteful.megabytes > limited.megabytes + 40


def test_G8_a_whole_old_workbook_is_within_the_limits(tmp_path: Path) -> None:
    """An .xls full to its last row is read in a process that may take no more than the limit."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(65_536):
        sheet.write(row, 0, row)
    book.save(str(tmp_path / "a.xls"))
    read = read_apart(tmp_path / "a.xls")
    assert (read.refusal, read.rows) == (None, 65_536)
    assert read.megabytes < MEMORY


def test_G8_an_old_workbook_that_takes_too_much_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With next to no memory such a file is refused in one sentence, and this process is unharmed."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(5_000):
        sheet.write(row, 0, f"李华{row}")
    book.save(str(tmp_path / "a.xls"))
    monkeypatch.setattr(xls, "MEMORY", 20)
    with pytest.raises(errors.SlowPaper):
        papers.read(tmp_path / "a.xls")


# --- G5: damaged by chance

LIST = [
    ["捐赠公示"],
    ["日期", "捐赠人", "物资", "数量"],
    *([f"2020-02-{n:02}", "李华", "口罩", str(n * 100)] for n in range(1, 20)),
]


def samples(folder: Path) -> dict[str, bytes]:
    """A sound file of every sort."""
    text = "".join(",".join(row) + "\r\n" for row in LIST)
    quoted = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in LIST)
    with xlsxwriter.Workbook(str(folder / "a.xlsx")) as book:
        sheet = book.add_worksheet("明细")
        for number, row in enumerate(LIST):
            sheet.write_row(number, 0, row)
        sheet.merge_range("B5:B9", "王芳")
        sheet.write_datetime("E5", dt.datetime(2020, 2, 1), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
    old = xlwt.Workbook()
    page = old.add_sheet("明细")
    for number, row in enumerate(LIST):
        for column, cell in enumerate(row):
            page.write(number, column, cell)
    page.write_merge(30, 32, 0, 1, 5.5)
    old.save(str(folder / "a.xls"))
    cell = "<table:table-cell office:value-type='float' office:value='5' table:number-columns-repeated='2' table:number-rows-spanned='2'/>"
    ods(
        folder / "a.ods",
        f"<table:table table:name='a'><table:table-row table:number-rows-repeated='3'>{cell}</table:table-row></table:table>",
    )
    html = "".join("<tr>" + "".join(f"<td colspan=1 rowspan=2>{cell}</td>" for cell in row) + "</tr>" for row in LIST)
    return {
        "utf-8": text.encode(), "quoted": quoted.encode("utf-8-sig"), "gb18030": quoted.encode("gb18030"), "utf-16": text.encode("utf-16"),
        "tsv": text.replace(",", "\t").encode(), "xlsx": (folder / "a.xlsx").read_bytes(), "xls": (folder / "a.xls").read_bytes(), "ods": (folder / "a.ods").read_bytes(),
        "html": f"<html><meta charset=gb2312><p>公示<table>{html}</table>".encode("gb18030"),
        "markdown": "\n".join("|" + "|".join(row) + "|" for row in [*LIST[1:2], ["-"] * 4, *LIST[2:]]).encode(),
        "json": json.dumps([dict(zip(LIST[1], row, strict=True)) for row in LIST[2:]], ensure_ascii=False).encode(),
        "zip": as_bytes({"账单.csv": text.encode("gb18030"), "b.json": "[[1]]"}),
        "locked zip": papers.locked_zip(folder / "b.zip", "a.csv", text.encode("gb18030"), b"1").read_bytes(),
    }  # fmt: skip


SPICES = (
    b"\0",
    b'"',
    b"\r",
    b"\n",
    b",",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"<",
    b">",
    b"&",
    b"]]>",
    b"<!--",
    b"{",
    b"[",
    b"|",
    b"-",
    b"9" * 30,
    b"\t",
    b"A" * 70_000,
)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with a few of the things that happen to files: bytes changed, lost, doubled, moved, put in; cut off."""
    made = bytearray(content)
    for _time in range(chance.choice([1, 1, 2, 3, 8])):
        at = chance.randrange(len(made) + 1)
        length = chance.choice([1, 1, 2, 4, 30, 400])
        match chance.randrange(7):
            case 0:
                made[at : at + length] = bytes(chance.getrandbits(8) for _byte in made[at : at + length])
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length] * chance.choice([1, 2, 50])
            case 3:
                made[at:at] = chance.choice(SPICES)
            case 4:
                part = made[at : at + length]
                del made[at : at + length]
                to = chance.randrange(len(made) + 1)
                made[to:to] = part
            case 5 if chance.random() < 0.3:
                del made[at:]
            case _ if at < len(made):
                made[at] ^= 1 << chance.randrange(8)
    return bytes(made)


def mutated_inside(content: bytes, chance: random.Random) -> bytes:
    """An archive whose parts are damaged, and which itself is sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(parts))
    return as_bytes(with_part(parts, name, mutated(bytes(parts[name]), chance)))  # type: ignore[arg-type]  # all are bytes


@pytest.mark.promise("G5", full=10_000, short=300)
def test_G5_fuzz(tmp_path: Path, chance: random.Random, tries: Tries) -> None:
    """Whatever happened to a file: rows of texts, or one refusal of ours; never another error, never long."""
    known = samples(tmp_path)
    path = tmp_path / "paper"
    weights = [1 if name == "xls" else 5 for name in known]  # each of them starts a process
    refused, codes = 0, set[int]()
    for number in tries:
        [name] = chance.choices(list(known), weights)
        inside = name in {"xlsx", "ods", "zip"} and chance.random() < 0.7
        content = (mutated_inside if inside else mutated)(known[name], chance)
        path.write_bytes(content)
        try:
            with soon(SECONDS, (number, name)):
                for sheet in sheets(path, Opening(password=lambda _name: "1")):
                    for at, cells in sheet.rows:
                        assert at > 0
                        assert all(isinstance(cell, str) for cell in cells)
        except DonationsError as error:
            refused += 1
            codes.add(error.exit_code)
        except BaseException as error:
            (tmp_path / "culprit").write_bytes(content)
            error.add_note(f"try {number}, {name}: {tmp_path / 'culprit'}")
            raise
    assert 0 < refused < tries.done
    assert codes == {65}


def test_G5_the_fuzz_sees_a_foreign_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chance: random.Random
) -> None:
    """Broken by hand: where damaged XML is not caught, its error comes out."""
    monkeypatch.setattr("donations.importers.readers.package.FAULTS", ())
    tries = Tries(300)
    with pytest.raises((expat.ExpatError, zipfile.BadZipFile, zlib.error, AssertionError, RuntimeError, ValueError)):
        test_G5_fuzz(tmp_path, chance, tries)


@pytest.mark.parametrize("sign", ["(", "x", "(1", "1", "a", "捐，", "、a"])
def test_G8_a_name_as_long_as_a_cell_may_be_is_refused_soon(sign: str) -> None:
    """What names are looked through for takes no longer than they are, in accounts, bills and lists of who received."""
    name = sign * (32_000 // len(sign))
    row = {"spent": "", "money": "5", "donor": name}
    with soon(1):
        accounts.one_side(row)
        assert row["donor"] == flows.donor_of(name) == name
        with pytest.raises(cells.Misfit):
            cells.recipients(name)


def test_G8_work_that_takes_too_long_fails() -> None:
    """On a slow machine, too: what doubles with every sign passes any limit."""
    with pytest.raises(AssertionError, match="instead of"), soon(0.01):
        re.search("(?:a|aa)*c", "a" * 28)


# --- cells as long as a spreadsheet lets them be

LONG = 32_000
PAPERS_OF_ALL_PATHS = {
    "gifts": "日期,捐赠人,物资,数量,单位,城市,备注\n2020-02-03,甲公司,口罩,2000,只,九江市,送到仓库\n",
    "gifts in one cell": "捐赠日期,捐赠单位/姓名,捐赠物资,捐赠金额（元）\n2020-02-03,甲公司,口罩500个、大米10斤,100\n合计,,,100\n",
    "an account": "日期,摘要,收入,支出,对方户名,余额\n2020-02-03,收到捐款,100,,李华,100\n2020-02-04,付运费,,5,某公司,95\n",
    "an account in English": "Date,Description,Debit,Credit,Balance\n2020-02-03,Transfer from John Smith,,100,100\n2020-02-04,Office Depot,5,,95\n",
    "shared out": "物资,单位,总数,市一院,市二院\n口罩,个,30,10,20\n大米,斤,5,2,3\n",
    "a store's book": "日期,品名,来源/去向,入库数量(个),出库数量(个),结存\n2020-02-03,口罩,甲公司,30,,30\n2020-02-04,口罩,市一院,,10,20\n",
    "a bill": "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n2020-02-03 10:00:00,转账,李华,转账备注:捐款,收入,¥100.00,零钱,已存入零钱,1000,,\n",
    "who received": "序号,接收单位,物资名称,规格,数量,发放日期\n1,市第三人民医院,医用口罩,,2000个,2020年2月4日\n2,市一院20个、市二院30个,84消毒液,500ml,50瓶,2020年2月4日\n",
    "a title": "某协会捐款公示（第3期）\n2020年2月1日—2月7日\n姓名,金额（元）,日期\n李华,100,2020-02-03\n合计,100,\n",
}  # fmt: skip
LONG_SIGNS = (
    "donation from ", "gift from a ", "来自", "x1", "(", "(1", "1", "1,", "1元", "1元和", "¥1+", "元+", "捐款", "一", "2020-", "1.5", "元", "、", "a b ",
    "（捐", "-", "合计", "来源", "到账", "1人", "甲公司、", "1箱×", " ", "口罩5个", "退",
)  # fmt: skip


@pytest.mark.promise("G8", full=60, short=4)
@pytest.mark.parametrize("name", PAPERS_OF_ALL_PATHS)
def test_G8_no_cell_of_32000_signs_takes_long_on_any_path(name: str, chance: random.Random, tries: Tries) -> None:
    """In the place of any cell, headings and titles too, and behind what stands there; a regex of squares would take ten seconds.

    Each paper tries other signs than the one before, in turn.
    """
    rows = list(csv.reader(io.StringIO(PAPERS_OF_ALL_PATHS[name])))
    places = [(at, column) for at, row in enumerate(rows) for column in range(len(row))]
    first = tries.planned * list(PAPERS_OF_ALL_PATHS).index(name)
    for number in tries:
        sign = LONG_SIGNS[(first + number) % len(LONG_SIGNS)]
        at, column = chance.choice(places)
        hostile = [list(row) for row in rows]
        hostile[at][column] += sign * (LONG // len(sign)) + chance.choice(["", "!", "元", "x"])
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(hostile)
        with soon(3, (sign, at, column)):
            assert told(out.getvalue())


@pytest.mark.parametrize(
    ("sign", "end"), [("1", "退x"), ("1,", ""), ("1元", "x"), ("第2020-", ""), ("、", "x"), ("1元和", ""), ("(", "")]
)
def test_G8_what_is_looked_for_in_a_long_text_is_found_soon(sign: str, end: str) -> None:
    text = sign * (LONG // len(sign)) + end
    columns = [Column(0, text, "quantity", understood("数量"))]
    with soon(1):
        assert not gone.is_gone(text)
        joined.parted(f"{text}元")
        cells.instead_of(cells.MONEY_WANTED, text)
        stock_books.stock_book(columns, [])


@pytest.mark.parametrize(("front", "word"), [("合计", "人次"), ("total", "nt$")])
def test_G8_a_total_whose_words_can_be_parted_in_two_ways_is_found_soon(front: str, word: str) -> None:
    """Each of them doubled the time before: 28 of them took minutes."""
    with soon(0.1):
        assert foot.total_of(front + word * 18 + "啊x") is None
        assert foot.total_of(front + word) is not None


def test_G8_headings_that_say_a_word_again_and_again_are_understood_soon() -> None:
    with soon(0.2):
        assert understood("本次" * 19 + "x").sense is None


def test_G8_who_got_how_much_and_units_behind_names_are_looked_for_soon() -> None:
    with soon(0.2):
        assert shares.shares("a" * 400 + "1" * 400 + "!!!") == ()
        assert own_units.own_unit("口" * LONG + "/x") is None


@pytest.mark.parametrize(
    "line",
    [
        "说明" + " " * LONG + "说明", "## " + "# " * (LONG // 2) + "x", "| {" + "=" * LONG + " | 5 |", " " * LONG + "x|",
        "-" + " " * LONG + "x|", "李" + "\t" * 3 * LONG + "x",
    ],
)  # fmt: skip
def test_G8_no_line_of_a_text_takes_long(tmp_path: Path, line: str) -> None:
    """Below headings, within a table of pipes and behind it, and in a list without any."""
    for before in ("", "姓名 | 金额\n", "姓名 | 金额\n--- | ---\n李华 | 5\n", "姓名 | 金额\n--- | ---\n李华 | 5\n\n"):
        path = tmp_path / "a.md"
        path.write_text(f"{before}{line}\n王芳 | 6\n", encoding="utf-8")
        with soon(1, before):
            cells = [cell for sheet in sheets(path, Opening()) for _number, row in sheet.rows for cell in row]
        assert any("李华" in str(cell) for cell in cells) == ("李华" in before)
