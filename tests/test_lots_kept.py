"""Batches and expiries from files of every sort into the book, and out of it: what a row is known by. All is invented."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import papers
import pytest
import xlwt
from conftest import Desk
from gifts import Gift, imported
from openpyxl.styles import Font
from papers import ods, written, xlsx
from test_papers_met import file

from donations.domain.entry import Role
from donations.importers.sheet import Merged, MonthAlone, NoYear, Spanning
from donations.importers.table import Record
from donations.store.book import Book, open_book

HEAD = "捐赠单位,品名,单位,数量,批号,有效期至,日期\n"
ROWS = (
    "甲公司,口罩,只,500,A1,2027-01-31,2020-02-01\n"
    "甲公司,口罩,只,500,A2,2027年2月,2020-02-01\n"
    "乙公司,手套,双,5,,,2020-02-01\n"
)
KEPT = [("口罩", "500", "A1", "2027-01-31"), ("口罩", "500", "A2", "2027-02-28"), ("手套", "5", "", "")]


def kept(desk: Desk, tmp_path: Path) -> list[tuple[str, ...]]:
    """Item, amount, batch and expiry of every line, as the exported book says them."""
    desk.do(f"export book -o {tmp_path / 'kept.json'} --force")
    [table] = json.loads((tmp_path / "kept.json").read_text())["tables"]
    lines = [row for row in table["rows"] if row["record"] == "entry"]
    return [tuple(row[key] or "" for key in ("item", "amount", "batch", "expires_on")) for row in lines]


def counted(desk: Desk, path: Path, *more: str) -> tuple[int, ...]:
    """How many rows of a file were new, known, ignored and refused."""
    answer = desk.run(f"import {path} --yes --format json", *more)
    [table] = json.loads(answer.out)["files"][0]["tables"]
    assert table["rows"] == sum(table[key] for key in ("accepted", "duplicate", "ignored", "rejected"))
    return tuple(table[key] for key in ("accepted", "duplicate", "ignored", "rejected"))


# --- files of every sort

STYLES = """<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
<numFmt numFmtId="165" formatCode="m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="yyyy/m/d"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="17"/><xf numFmtId="14"/></cellXfs>"""
MONTH, SHORT, FULL, ENGLISH, PLAIN = range(1, 6)
SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def workbook(path: Path, *rows: tuple[str | tuple[int, int], ...], merged: str = "") -> Path:
    """A workbook of texts, and of days by their numbers and styles."""
    lines = "".join(
        "<row>"
        + "".join(
            f"<c t='inlineStr'><is><t>{cell}</t></is></c>"
            if isinstance(cell, str)
            else f"<c s='{cell[1]}'><v>{cell[0]}</v></c>"
            for cell in row
        )
        + "</row>"
        for row in rows
    )
    ranges = f"<mergeCells count='1'><mergeCell ref='{merged}'/></mergeCells>" if merged else ""
    return xlsx(path, f"<sheetData>{lines}</sheetData>{ranges}", styles=STYLES)


def test_a_month_that_a_workbook_holds_as_its_first_day_lasts_to_its_last(desk: Desk, tmp_path: Path) -> None:
    """2027年3月 and Mar-27, typed into a cell, are kept as the first of March; shown as that day they are that day."""
    first = 46447  # 2027-03-01
    days: list[str | tuple[int, int]] = [
        (first, MONTH),
        (first, ENGLISH),
        (first, FULL),
        (first, PLAIN),
        (first + 4, MONTH),
        "2027-03",
    ]
    path = workbook(
        tmp_path / "a.xlsx", ("捐赠单位", "品名", "数量", "有效期", "日期"),
        *(("甲公司", f"物{at}", f"{at}个", day, (43862, PLAIN)) for at, day in enumerate(days, 1)),
    )  # fmt: skip
    desk.do(f"import {path} --yes")
    ends = ["2027-03-31", "2027-03-31", "2027-03-01", "2027-03-01", "2027-03-05", "2027-03-31"]
    assert [line[3] for line in kept(desk, tmp_path)] == ends
    assert {row["date"] for row in desk.read("ledger")} == {"2020-02-01"}


def test_a_merged_month_is_the_same_in_all_its_rows(desk: Desk, tmp_path: Path) -> None:
    rows = [("甲公司", f"物{at}", f"{at}个", day, (43862, PLAIN)) for at, day in ((1, (46447, MONTH)), (2, ""))]
    path = workbook(tmp_path / "a.xlsx", ("捐赠单位", "品名", "数量", "有效期", "日期"), *rows, merged="D2:D3")
    assert type(papers.cells(path)[1][3]) is Spanning
    assert type(papers.cells(path)[2][3]) is Merged
    desk.do(f"import {path} --yes")
    assert [line[3] for line in kept(desk, tmp_path)] == ["2027-03-31", "2027-03-31"]


def test_a_batch_that_a_workbook_made_a_day_of(desk: Desk, tmp_path: Path) -> None:
    """3-1 becomes 3月1日 and is refused; a day shown in full is what it looks like."""
    head = ("捐赠单位", "品名", "数量", "批号", "日期")
    good = workbook(tmp_path / "a.xlsx", head, ("甲公司", "口罩", "5只", (43831, FULL), (43862, PLAIN)))
    desk.do(f"import {good} --yes")
    assert kept(desk, tmp_path) == [("口罩", "5", "2020-01-01", "")]
    for style in (SHORT, MONTH, ENGLISH):
        bad = workbook(tmp_path / f"{style}.xlsx", head, ("甲公司", "口罩", "6只", (43831, style), (43862, PLAIN)))
        assert counted(desk, bad) == (0, 0, 0, 1)
        [problem] = json.loads(desk.run(f"import {bad} --yes --format json").out)["files"][0]["problems"]
        assert (problem["row"], problem["column"], problem["got"]) == (2, "批号", "2020-01-01")


def test_days_that_workbooks_show_in_part(tmp_path: Path) -> None:
    """They are what they were to everybody else."""
    old = xlwt.Workbook()
    sheet = old.add_sheet("a")
    for at, code in enumerate(('yyyy"年"m"月"', 'm"月"d"日"', "yyyy-mm-dd", "mmm-yy", "d-mmm")):
        sheet.write(0, at, dt.date(2027, 3, 1), xlwt.easyxf(num_format_str=code))
    old.save(str(tmp_path / "a.xls"))
    shown = ("2027年3月", "3月1日", "2027-03-01", "Mar 27", "01 Mar")
    cells = "".join(
        f"<table:table-cell office:value-type='date' office:date-value='2027-03-01'><text:p>{text}</text:p></table:table-cell>"
        for text in shown
    )
    ods(tmp_path / "a.ods", f"<table:table table:name='a'><table:table-row>{cells}</table:table-row></table:table>")
    new = workbook(tmp_path / "a.xlsx", tuple((46447, style) for style in (MONTH, SHORT, FULL, ENGLISH, SHORT)))
    saved = "".join(f"<c s='{style}' t='d'><v>2027-03-01</v></c>" for style in (MONTH, SHORT, FULL, ENGLISH, SHORT))
    strict = xlsx(tmp_path / "b.xlsx", f"<sheetData><row>{saved}</row></sheetData>", styles=STYLES)
    codes = ('yyyy"年"m"月"', 'm"月"d"日"', "yyyy-mm-dd", "mmm\\-yy", "d\\-mmm")
    styles = "".join(
        f"<Style ss:ID='s{at}'><NumberFormat ss:Format='{code}'/></Style>" for at, code in enumerate(codes)
    )
    data = "<Data ss:Type='DateTime'>2027-03-01T00:00:00.000</Data>"
    xml = written(
        tmp_path / "a.xml",
        f"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='{SPREADSHEET}' xmlns:ss='{SPREADSHEET}'>"
        f"<Styles>{styles}</Styles><Worksheet ss:Name='a'><Table><Row>"
        + "".join(f"<Cell ss:StyleID='s{at}'>{data}</Cell>" for at in range(5))
        + "</Row></Table></Worksheet></Workbook>",
    )
    for path in (tmp_path / "a.xls", tmp_path / "a.ods", new, strict, xml):
        [row] = papers.cells(path)
        assert row == ["2027-03-01"] * 5, path
        assert [type(cell) for cell in row] == [MonthAlone, NoYear, str, MonthAlone, NoYear], path


@pytest.mark.parametrize("sort", ["csv", "html", "json", "md"])
def test_files_of_text(desk: Desk, tmp_path: Path, sort: str) -> None:
    lines = [line.split(",") for line in (HEAD + ROWS).splitlines()]
    content = {
        "csv": HEAD + ROWS,
        "html": "<table>"
        + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in line)}</tr>" for line in lines)
        + "</table>",
        "json": json.dumps([dict(zip(lines[0], line, strict=True)) for line in lines[1:]]),
        "md": "\n".join(f"|{'|'.join(line)}|" for line in (lines[0], ["---"] * 7, *lines[1:])) + "\n",
    }[sort]
    assert counted(desk, written(tmp_path / f"a.{sort}", content)) == (3, 0, 0, 0)
    assert kept(desk, tmp_path) == KEPT


def test_a_row_struck_through_all_but_its_lot_is_void(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for line in (HEAD + ROWS).splitlines():
        sheet.append([int(cell) if cell.isdigit() else cell for cell in line.split(",")])
    for name in ("A2", "B2", "C2", "D2", "G2", "E3"):
        sheet[name].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    assert counted(desk, tmp_path / "a.xlsx", "--accept-good") == (
        1,
        0,
        1,
        1,
    )  # a batch alone is no row: it is asked about
    assert kept(desk, tmp_path) == KEPT[2:]


# --- in the book


def test_lots_are_kept_and_come_out_again(desk: Desk, tmp_path: Path) -> None:
    """The book is in order, its export makes the same book, a handover sheet says them, and they can be undone."""
    desk.do(f"import {file(tmp_path, 'in.csv', HEAD + ROWS)} --yes")
    out = "日期,接收单位,品名,单位,数量,批号,有效期至\n2020-02-03,市三院,口罩,只,100,A1,2027-01-31\n"
    desk.do(f"import {file(tmp_path, 'out.csv', out)} --yes")
    assert kept(desk, tmp_path) == [*KEPT, ("口罩", "100", "A1", "2027-01-31")]
    assert desk.is_in_order()
    assert desk.stock() == {"口罩": "900", "手套": "5"}
    [line] = desk.read("handover 4", table=1)
    assert (line["batch"], line["expires_on"]) == ("A1", "2027-01-31")
    desk.do(f"export book -o {tmp_path / 'a.csv'}")
    desk.do(f"init --book {tmp_path / 'new.db'}")
    desk.do(f"import {tmp_path / 'a.csv'} --book {tmp_path / 'new.db'} --yes")
    desk.do(f"export book -o {tmp_path / 'b.csv'} --book {tmp_path / 'new.db'}")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    again = desk.run(f"import {tmp_path / 'in.csv'} --book {tmp_path / 'new.db'} --yes --format json")
    assert json.loads(again.out)["files"][0]["tables"][0]["duplicate"] == 3
    desk.do("import --undo 2")
    desk.do("import --undo 1")
    assert desk.stock() == {}
    assert counted(desk, tmp_path / "in.csv") == (3, 0, 0, 0)
    assert desk.is_in_order()


def test_a_correction_keeps_the_lot(desk: Desk, tmp_path: Path) -> None:
    desk.do(f"import {file(tmp_path, 'in.csv', HEAD + ROWS)} --yes")
    desk.do("correct 1 口罩600只 --reason 数错")
    assert ("口罩", "600", "A1", "2027-01-31") in kept(desk, tmp_path)
    assert desk.is_in_order()


def test_rows_of_two_lots_are_no_twins(desk: Desk, tmp_path: Path) -> None:
    answer = desk.do(f"import {file(tmp_path, 'in.csv', HEAD + ROWS)} --dry-run --format json").json
    assert answer["twins"] == []
    shown = desk.do(f"import {tmp_path / 'in.csv'} --dry-run").out
    assert all(word in shown for word in ("A1", "A2", "2027-01-31", "2027-02-28"))
    twice = file(tmp_path, "twice.csv", HEAD + ROWS + ROWS)
    assert len(desk.do(f"import {twice} --dry-run --format json").json["twins"]) == 3


def test_a_later_list_adds_another_lot_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    assert counted(desk, file(tmp_path, "a.csv", HEAD + ROWS)) == (3, 0, 0, 0)
    more = "甲公司,口罩,只,500,A3,2027-02-28,2020-02-01\n甲公司,口罩,只,500,A2,2027-03-31,2020-02-01\n"
    assert counted(desk, file(tmp_path, "b.csv", HEAD + more + ROWS)) == (2, 3, 0, 0)
    assert counted(desk, file(tmp_path, "c.csv", HEAD + ROWS + more)) == (0, 5, 0, 0)


BARE = "捐赠单位,品名,单位,数量,日期\n" + "".join(
    ",".join([*line.split(",")[:4], line.split(",")[6]]) + "\n" for line in ROWS.splitlines()
)
"""The same list without these columns, which is what earlier versions read of it."""


def test_a_list_that_came_without_its_lots_is_known_with_them(desk: Desk, tmp_path: Path) -> None:
    """As often as it came, in one command or two; a lot more is new."""
    assert counted(desk, file(tmp_path, "bare.csv", BARE)) == (3, 0, 0, 0)
    with_lots = file(tmp_path, "a.csv", HEAD + ROWS)
    assert counted(desk, with_lots) == (0, 3, 0, 0)
    more = "甲公司,口罩,只,500,A3,2027-02-28,2020-02-01\n"
    assert counted(desk, file(tmp_path, "b.csv", HEAD + ROWS + more)) == (1, 3, 0, 0)
    assert counted(desk, file(tmp_path, "c.csv", HEAD + more + ROWS)) == (0, 4, 0, 0)
    assert desk.is_in_order()


def test_both_in_one_command(desk: Desk, tmp_path: Path) -> None:
    bare, with_lots = file(tmp_path, "bare.csv", BARE), file(tmp_path, "a.csv", HEAD + ROWS)
    files = desk.do(f"import {bare} {with_lots} --yes --format json").json["files"]
    assert [each["tables"][0]["duplicate"] for each in files] == [0, 3]


def test_a_row_without_a_lot_beside_rows_with_lots_is_a_row_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """Where the columns were read a blank cell says that nobody knew the lot, and another lot is another gift."""
    blank = "甲公司,口罩,只,500,,,2020-02-01\n"
    assert counted(desk, file(tmp_path, "a.csv", HEAD + blank + ROWS)) == (4, 0, 0, 0)
    more = "甲公司,口罩,只,500,A9,,2020-02-01\n"
    assert counted(desk, file(tmp_path, "b.csv", HEAD + more + blank + ROWS)) == (1, 4, 0, 0)


# --- rows with numbers


@pytest.fixture
def book(book_path: Path) -> Iterator[Book]:
    with closing(open_book(book_path, writing=True)) as opened:
        yield opened


def of_lot(gift: Gift, batch: str | None) -> Record:
    """The row of a gift, which is of that batch."""
    record, draft = gift.record(0), gift.draft()
    return record._replace(drafts=(replace(draft, lines=(replace(draft.lines[0], batch=batch),)),))


def test_rows_of_one_number_and_two_lots(book: Book) -> None:
    """An order has a row for each; read by an earlier version they come again with their lots, and none is lost or doubled."""
    masks, gloves = Gift(identity="table:N1"), Gift(item="手套", unit="双", identity="table:N1")
    earlier = [masks, gloves, replace(gloves, number=7)]
    assert imported(book, earlier).entries == 3
    now = [of_lot(masks, "A1"), of_lot(gloves, "B1"), of_lot(replace(gloves, number=7), "B2")]
    assert imported(book, now).count("duplicate") == 3
    more = [*now, of_lot(masks, "A2")]
    outcome = imported(book, more)
    assert (outcome.count("accepted"), outcome.count("duplicate")) == (1, 3)
    assert imported(book, more[::-1]).count("duplicate") == 4
    assert imported(book, [*more, of_lot(masks, "A3")]).count("accepted") == 1


def test_rows_of_one_number_in_one_list(book: Book) -> None:
    masks = Gift(identity="table:N1")
    outcome = imported(book, [of_lot(masks, "A1"), of_lot(masks, "A2"), of_lot(masks, "A2")])
    assert (outcome.count("accepted"), outcome.count("duplicate")) == (2, 1)
    assert masks.draft().parties == {Role.DONOR: ("李华",)}
