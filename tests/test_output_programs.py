# ruff: noqa: N802 - the names of the catalogue
"""JSON, CSV and TSV: the same figures, nothing that harms, and streams."""

import csv
import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harness.soon import soon
from hypothesis import given
from hypothesis import strategies as st
from test_output_samples import LEDGER_COLUMNS, LEDGER_ROWS, ledger, report, stock

from donations import errors
from donations.output import formats
from donations.reports.table import Column, InColumns, Part, Report, Row, Table, Type

FORMULAS = [
    before + sign + rest
    for before in ("", " ", "\u3000", "\ufeff", "\xa0 ", "\u200b")
    for sign in "=+-@\t\r\n＝＋－＠"
    for rest in ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', "SUM(A1:A9)", "你好")
]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "en")


def rendered(what: Report, name: str, *, raw: bool = False) -> str:
    stream = io.StringIO()
    formats.render(what, name, stream, raw=raw)
    return stream.getvalue()


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_json_has_the_shape_of_the_contract() -> None:
    text = rendered(report(ledger(), stock()), "json")
    assert text.endswith("]}\n")
    read = json.loads(text)
    assert list(read) == ["report", "title", "period", "book", "tables"]
    assert read["period"] == {"from": "2020-02-01", "to": "2020-02-29"}
    assert read["book"] == {"name": "九江蓝天志愿者协会", "entries": 128, "digest": "3fa9c1d2e4b5a697"}
    first, second = read["tables"]
    assert [first["key"], second["key"]] == ["ledger", "stock"]
    assert {column["type"] for column in first["columns"]} == {"text", "date", "quantity", "money", "integer"}
    assert [column["key"] for column in first["columns"]] == list(first["rows"][0])
    assert "decimals" not in first["rows"][0]
    assert first["rows"][1]["received"] == "1500000"
    assert first["rows"][3]["distributed"] is None
    assert first["rows"][0]["entry"] == 1
    assert first["totals"] == []
    assert second["totals"] == [{"item": "口罩", "unit": "个", "store": None, "on_hand": "5500", "certainty": "exact"}]


def test_json_of_a_whole_and_empty_book() -> None:
    source = report(digest=None).source
    read = json.loads(rendered(Report("month", "February", source, [ledger(())]), "json"))
    assert read["period"] == {"from": None, "to": None}
    assert read["book"]["digest"] is None
    assert read["tables"][0]["rows"] == []


def test_json_keeps_every_character_and_shows_no_control() -> None:
    nasty = "".join(map(chr, [*range(0xA1), 0x202E, 0x200B, 0xFEFF, 0x2028, 0x1F600])) + '王\\"'
    table = Table("x", "X", [Column("text", "Text")], lambda: [(nasty,)])
    text = rendered(report(table), "json")
    assert json.loads(text)["tables"][0]["rows"][0]["text"] == nasty
    assert [c for c in text if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u200b"] == []


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp936", "latin-1"])
@pytest.mark.parametrize("name", ["json", "csv", "tsv", "table", "md"])
def test_E6_no_encoding_makes_an_exception(name: str, encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    row = (*LEDGER_ROWS[0][:-1], "𠮷 ✓ € ¥ 😀 é \ud800")
    formats.render(report(ledger([row])), name, stream)
    text = raw.getvalue().decode(encoding)
    if name == "json":
        assert json.loads(text)["tables"][0]["rows"][0]["note"] == row[-1]


def test_tsv() -> None:
    lines = rendered(report(ledger(), stock()), "tsv").split("\n")
    assert lines[0].split("\t") == [column.key for column in LEDGER_COLUMNS if column.type is not Type.DECIMALS]
    assert len(lines[1].split("\t")) == len(lines[0].split("\t"))
    assert lines[6:9] == ["", "# stock", "item\tunit\tstore\ton_hand\tcertainty"]
    assert lines[9:] == ["口罩\t个\t\t5500\texact", "酒精\t瓶\t\t0\texact", ""]


def test_tsv_cells_hold_no_tab_line_break_or_control() -> None:
    table = Table("x", "X", [Column("a", "A"), Column("b", "B")], lambda: [("1\t2\n3\r4\x1b[5m\x9b", "\u202e王")])
    assert rendered(report(table), "tsv") == "a\tb\n1 2 3 4 [5m \t 王\n"


def test_csv_is_marked_and_reads_back() -> None:
    text = rendered(report(ledger(), stock()), "csv")
    assert text.startswith("\ufeffentry,")
    rows = read_csv(text)
    assert rows[2][9:11] == ["0", "0"]
    assert rows[2][8] == "1500000"
    assert rows[6:8] == [[], ["# stock"]]


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_formulas_are_neutralised(text: str) -> None:
    table = Table("x", "X", [Column("a", "A"), Column("n", "N", Type.QUANTITY)], lambda: [(text, -5)])
    cell, number = read_csv(rendered(report(table), "csv"))[1]
    assert cell.startswith("'")
    assert not any(c in cell for c in "\t\r\n")
    assert number == "-5", "a number stays a number"
    assert read_csv(rendered(report(table), "csv", raw=True))[1][0] == text


@pytest.mark.parametrize("text", ["王小明", "N95-口罩", "a=b", "1+1", "'x", "（=1）"])
def test_csv_leaves_other_texts_alone(text: str) -> None:
    table = Table("x", "X", [Column("a", "A")], lambda: [(text,)])
    assert read_csv(rendered(report(table), "csv"))[1] == [text]


@pytest.mark.parametrize("text", ["甲\r\n乙", "\r\n", "甲\r", "\n乙", '甲"乙', "甲,乙"])
def test_csv_as_stored_ends_lines_alike_around_any_text(text: str) -> None:
    """A line feed ends each line, also among lines of which one holds breaks of its own; those stay as they are."""
    rows = [("甲", 1), (text, 2), ("丙", 3)]
    table = Table("x", "X", [Column("a", "A"), Column("b", "B", Type.INTEGER)], lambda: rows)
    lines = rendered(report(table), "csv", raw=True)
    assert list(csv.reader(io.StringIO(lines, newline=""))) == [["a", "b"], *([a, str(b)] for a, b in rows)]
    assert lines.startswith("a,b\n甲,1\n")
    assert lines.endswith(",2\n丙,3\n")


@given(
    st.lists(st.text(st.sampled_from('甲é😀a ,"\r\n\t=' + "'"), max_size=4) | st.none(), max_size=6), st.integers(1, 3)
)
def test_csv_as_stored_is_what_csv_writer_writes(texts: list[str | None], width: int) -> None:
    """Whatever stands in a cell, and where a line has one cell alone."""
    rows = [tuple(texts[at : at + width]) for at in range(0, len(texts) // width * width, width)]
    columns = [Column(f"k{at}", "K") for at in range(width)]
    expected = ""
    for row in ([column.key for column in columns], *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(row)
        expected += line.getvalue().removesuffix("\r\n") + "\n"
    assert rendered(report(Table("x", "X", columns, lambda: rows)), "csv", raw=True) == expected


def test_csv_has_its_mark_in_files_only(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        formats.render(report(stock()), "csv", file)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfitem")
    there, here = os.pipe()
    with os.fdopen(here, "w", encoding="utf-8") as pipe:
        formats.render(report(stock()), "csv", pipe)
    with os.fdopen(there, "rb") as end:
        assert end.read().startswith(b"item,")


NUMBERS = st.none() | st.integers(-(10**15), 10**15)
ROWS = st.lists(
    st.tuples(
        st.text(st.characters(codec="utf-8"), max_size=12),
        NUMBERS,
        NUMBERS,
        st.integers(0, 6),
        st.integers(0, 10**9),
        st.dates().map(str),
    ),
    max_size=12,
)
COLUMNS = [
    Column("who", "Who"),
    Column("amount", "Amount", Type.QUANTITY),
    Column("value", "Value", Type.MONEY),
    Column("decimals", "", Type.DECIMALS),
    Column("entry", "No.", Type.INTEGER),
    Column("date", "Date", Type.DATE),
]


@given(ROWS)
def test_F8_every_format_says_the_same_figures(rows: list[Row]) -> None:
    what = report(Table("x", "X", COLUMNS, lambda: rows))
    objects: list[dict[str, Any]] = json.loads(rendered(what, "json"))["tables"][0]["rows"]
    figures = [[str(row[key]) if row[key] is not None else "" for key in list(row)[1:]] for row in objects]
    assert [row["who"] for row in objects] == [row[0] for row in rows]
    assert [row[1:] for row in read_csv(rendered(what, "csv"))[1:]] == figures
    lines = rendered(what, "tsv").split("\n")[1:-1]
    assert [line.split("\t")[1:] for line in lines] == figures


def test_rows_by_columns_are_the_same_rows() -> None:
    """However many there are: those of the table, and what is made of them, in each format."""

    def twice(row: Row) -> Row:
        return row[0], 2 * int(row[0] or 0)

    columns = [Column("entry", "No.", Type.INTEGER), Column("twice", "Twice", Type.QUANTITY)]
    for count in (0, 1, 499, 500, 501, 1000, 1203):
        rows = InColumns(lambda: [((number,) for number in range(count))], [Part((0,), 2, twice)])  # noqa: B023 - read before the next
        table = Table("x", "X", columns, rows)
        expected = [(number, 2 * number) for number in range(count)]
        assert list(table.rows()) == list(table.rows()) == expected
        said = rendered(report(table), "csv"), rendered(report(table), "tsv"), rendered(report(table), "json")
        alone = report(table._replace(rows=lambda: expected))  # noqa: B023
        assert said == tuple(rendered(alone, name) for name in ("csv", "tsv", "json"))
        assert said[0].count("\n") == count + 1


MADE = [
    Column("entry", "No.", Type.INTEGER),
    Column("donor", "Donor"),
    Column("batch", "Batch", is_exact=True),
    Column("paid", "Paid", Type.MONEY),
    Column("paid_certainty", "", Type.TERM),
    Column("count", "Count", Type.INTEGER),
    Column("inside", "Inside", for_programs=False),
    Column("decimals", "", Type.DECIMALS),
    *(Column(f"figure{number}", "Figure", Type.QUANTITY) for number in range(4)),
    Column("note", "Note"),
]
TEXTS = st.sampled_from(["", "李华", '王"明', "a,b", "=1+1", "-5", "00123", "二\n行", "x\ty", "100%s", None])
MADE_ROWS = st.lists(
    st.tuples(
        TEXTS, TEXTS, NUMBERS, st.sampled_from(["exact", "about", "about+2", "exact0", None]), st.none() | st.integers(0, 3),
        st.integers(0, 4), NUMBERS, TEXTS,
    ),
    max_size=12,
)  # fmt: skip


@given(MADE_ROWS, st.booleans(), st.booleans())
def test_what_is_made_together_is_written_as_if_it_were_not(rows: list[Row], raw: bool, is_split: bool) -> None:
    """Quotes, apostrophes and how many there are, decimals, certainties; also where amounts stand outside of what is made together."""
    made: list[Row] = []

    def of_gift(row: Row) -> Row:
        made.append(row)
        return (*row, "inside")

    def of_figures(row: Row) -> Row:
        decimals, amount = row
        return decimals, amount, 0, None, amount

    def all_but_last(row: Row) -> Row:
        return of_figures(row)[:-1]

    last = [Part((7,), 1)]
    parts = [Part(range(1), 1), Part(range(1, 6), 6, of_gift), Part((6, 7), 5, of_figures), Part((8,), 1)]
    if is_split:
        parts = [*parts[:2], Part((6, 7), 4, all_but_last), *last, Part((8,), 1)]
    read = [(number, *row) for number, row in enumerate(rows * 2)]
    table = Table("x", "X", MADE, InColumns(lambda: [read], parts))
    plain = [(row[0], *row[1:6], "inside", *of_figures(row[6:8]), row[8]) for row in read]
    assert list(table.rows()) == plain
    alone = report(table._replace(rows=lambda: plain))
    for name in ("csv", "tsv", "json"):
        streams = io.StringIO(), io.StringIO()
        made.clear()
        guarded = [
            formats.render(what, name, stream, raw=raw)
            for what, stream in zip((report(table), alone), streams, strict=True)
        ]
        assert guarded[0] == guarded[1]
        assert streams[0].getvalue() == streams[1].getvalue()
        assert len(made) == len(set(made)), "made once, however often it is met"


def many(count: int) -> Table:
    def rows() -> Iterator[Row]:
        for number in range(count):
            yield (*LEDGER_ROWS[number % 5][:4], f"捐赠人{number % 977}", *LEDGER_ROWS[number % 5][5:])

    return Table("ledger", "Ledger", LEDGER_COLUMNS, rows)


class Nowhere(io.StringIO):
    """Forgets what is written."""

    def write(self, text: str) -> int:
        return len(text)


class NoBytes(io.BytesIO):
    """Forgets what is written."""

    def write(self, content: Any) -> int:
        return len(content)


STREAMED = [
    ("json", 25_000, 6), ("csv", 25_000, 6), ("tsv", 25_000, 6),
    ("table", 8_000, 6), ("xlsx", 8_000, 8), ("html", 8_000, 6), ("md", 8_000, 8),
]  # fmt: skip
"""Formats that can be of any length, with the MB that so many rows take at most; those for people look at the first rows before
they write. A kilobyte kept of each row would be seen.
"""


@pytest.mark.parametrize(("name", "rows", "most"), STREAMED)
def test_memory_does_not_grow_with_the_rows(name: str, rows: int, most: int) -> None:
    nowhere = NoBytes() if formats.format_named(name).binary else Nowhere()
    formats.render(report(stock()), name, nowhere)
    tracemalloc.start()
    formats.render(report(many(rows)), name, nowhere)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < most * 2**20


@pytest.mark.parametrize("name", ["json", "csv", "tsv", "table", "md", "html", "xlsx"])
def test_ten_thousand_rows_are_quick(name: str) -> None:
    what = report(many(10_000))
    with soon(8 if name == "xlsx" else 4, "a tenth of that on an idle machine"):
        guarded = formats.render(what, name, NoBytes() if formats.format_named(name).binary else io.StringIO())
    assert guarded == 0


def test_formats_are_found_by_name_and_suffix() -> None:
    assert formats.format_for(".CSV").name == "csv"
    assert formats.format_for("json").name == "json"
    assert formats.format_named("TSV").suffixes[0] == ".tsv"
    for unknown in ("", ".docx", "."):
        with pytest.raises(errors.UnknownFormat) as refused:
            formats.format_for(unknown)
        assert "json" in str(refused.value)
    with pytest.raises(errors.UnknownFormat):
        formats.render(report(stock()), "pdf97", io.StringIO())


def test_every_format_can_be_rendered() -> None:
    for format_ in formats.FORMATS:
        stream: Any = io.BytesIO() if format_.binary else io.StringIO()
        formats.render(report(ledger(), stock()), format_.name, stream)
        assert stream.getvalue()
