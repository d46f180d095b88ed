# ruff: noqa: N802 - the names of the catalogue
"""Reports on the terminal: they fit, line up, and let no stored text steer the terminal."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from test_output_samples import JOINT, LEDGER_COLUMNS, LEDGER_ROWS, STOCK_COLUMNS, Terminal, ledger, report, stock

from donations.output import formats, layout, rich_table, terminal
from donations.output.width import width
from donations.reports.table import Column, Report, Row, Screen, Sentence, Source, Table, Type, WhereLong

WIDTHS = (40, 60, 72, 80, 100, 120, 160, 200)
SGR = re.compile(r"\x1b\[[0-9;]*m")

PAYLOADS = [
    *(f"a\x1b[{code}b" for code in ("2J", "31m", "0m", "1A", "H", "?25l", "6n", "8m", "s", "u", "1;1H", "K", "999D", "?1049h", "!p")),
    *(f"a\x1b]{code}b" for code in ("0;t\x07", "2;t\x1b\\", "8;;http://x\x07", "52;c;YQ==\x07", "4;1;?\x07", "10;?\x07", "1337;File=:\x07", "777;notify;x\x07")),
    *(f"a\x1b{code}b" for code in ("P1;2|x\x1b\\", "_x\x1b\\", "^x\x1b\\", "Xx\x1b\\", "c", "7", "8", "=", "(0", "#8", "%G", "M", "D", "E", "[")),
    *(f"a{chr(code)}b" for code in range(32)),
    *(f"a{chr(code)}b" for code in range(0x7F, 0xA0)),
    *(f"a{chr(code)}b" for code in (0x61C, 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x206A), 0xFEFF, 0xFFF9)),
    *(f"a{mark * 60}b" for mark in ("\u0301", "\u0489", "\u20dd", "\u0e49", "\u0335")),
    "secret\rpublic", "1000\b\b\b\b9", "王[/]", "[red]x", "[bold]y[/bold]", ":smile:", "[link=http://x]z[/link]", "\\[x]", "[/red]",
    "{begin}", "%s", "a\n\n\nb", "\x00", "\x1b", "", "[", "]", "👨‍👩‍👧", "❤️", "🇨🇳", "e\u0301", "𠮷", "\U000e0041", "ﷺ", "한국",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def printed(what: Report, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    formats.render(what, "table", stream)
    return stream.getvalue()


def letters(text: str) -> str:
    return "".join(text.split())


def test_there_are_150_payloads() -> None:
    assert len(PAYLOADS) >= 150


@pytest.mark.parametrize("cells", WIDTHS)
@pytest.mark.parametrize("kind", [io.StringIO, Terminal])
def test_I6_every_line_fits_and_nothing_is_cut(monkeypatch: pytest.MonkeyPatch, cells: int, kind: type) -> None:
    monkeypatch.setenv("COLUMNS", str(cells))
    text = SGR.sub("", printed(report(ledger(), stock(), notes=["Some of it is " + "very " * 30 + "long."]), kind()))
    assert max(map(width, text.splitlines())) <= cells
    assert "1,500,000.00" in text, "amounts are never broken"
    in_columns = {character for line in text.splitlines() for character in line}
    for row in LEDGER_ROWS:
        assert set(letters(str(row[4]))) <= in_columns


@pytest.mark.parametrize("cells", [80, 120, 200])
def test_I6_digits_line_up(monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    monkeypatch.setenv("COLUMNS", str(cells))
    columns = [LEDGER_COLUMNS[at] for at in (6, 7, 8, 9, 12)]
    rows: list[Row] = [tuple(row[at] for at in (6, 7, 8, 9, 12)) for row in LEDGER_ROWS if row[9]]
    lines = printed(report(Table("x", "X", columns, lambda: rows))).splitlines()
    ends = {
        width(line[: found.end()])
        for line in lines[2:]
        for found in [re.search(r"[\d.]+(?= (?:pcs|jin|yuan))", line)]
        if found
    }
    assert len(ends) == 1


def test_what_people_read() -> None:
    text = printed(report(ledger(LEDGER_ROWS[1:4]), stock()))
    assert text.splitlines()[:2] == [
        "February",
        "九江蓝天志愿者协会 · 2020-02-01 to 2020-02-29 · entries in the book: 128",
    ]
    assert "1,500,000.00 yuan" in text
    assert "≈500.5 jin" in text
    assert "unknown" in text
    assert "≈110,000.00" in text
    assert "Certainty" not in text
    assert "Bought" not in text, "a column that nothing uses"
    assert text.endswith("digest: 3fa9c1d2e4b5\n")


def test_totals_stand_under_a_rule_with_their_word() -> None:
    lines = printed(report(stock())).splitlines()
    assert [line[:5] for line in lines[-4:-2]] == ["─────", "Total"]
    assert lines[-3].split() == ["Total", "masks", "5,500", "pcs"]


def test_an_empty_total_cell_takes_the_word() -> None:
    columns = (Column("city", "City"), *STOCK_COLUMNS)
    rows: list[Row] = [("九江市", "口罩", "个", None, 5, "exact"), ("九江市", "酒精", "瓶", None, 6, "exact")]
    totals = [(None, *row[1:]) for row in rows]
    lines = printed(report(Table("x", "X", columns, lambda: rows, totals))).splitlines()
    assert [line.split()[0] for line in lines[-4:-2]] == ["Total", "alcohol"]


def test_an_empty_table_says_so() -> None:
    assert "The stock is empty." in printed(report(stock((), ())))
    assert "Nothing to show." in printed(report(Table("x", "X", STOCK_COLUMNS, list)))


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [(True, False, "since 2020-02-01"), (False, True, "until 2020-02-29"), (False, False, "all dates")],
)
def test_periods_without_an_end(begin: bool, end: bool, words: str) -> None:
    what = report(stock())
    open_ended = Report(
        what.key, what.title, what.source, what.tables, what.begin if begin else None, what.end if end else None
    )
    assert words in printed(open_ended).splitlines()[1]


def test_an_unknown_amount_alone_keeps_its_column() -> None:
    rows = [(*LEDGER_ROWS[3][:9], None, 0, 0, "unknown", None, None, None)]
    assert "unknown" in printed(report(ledger(rows)))


def test_I6_narrow_screens_get_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = printed(report(ledger())).splitlines()
    assert "Date:        2020-02-01" in lines
    assert "Received:    1,500,000.00 yuan" in lines


def test_units_move_into_a_column_of_their_own_before_texts_get_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[Row] = [(JOINT[:7], "个", None, 5500, "exact"), (JOINT[3:], "瓶", None, 10**9, "about")]
    monkeypatch.setenv("COLUMNS", "56")
    columns = (*STOCK_COLUMNS[:4], Column("more", "More", Type.QUANTITY), STOCK_COLUMNS[4])
    wide = [(*row[:4], row[3], row[4]) for row in rows]
    lines = printed(report(Table("x", "X", columns, lambda: wide))).splitlines()
    assert ["Item", "Unit", "On", "hand", "More"] in [line.split() for line in lines]


def test_words_are_whole_as_long_as_a_column_is_left_that_may_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """English items at 80 cells: the value goes, which is said, before `protective` is broken."""
    monkeypatch.setenv("COLUMNS", "80")
    goods: list[Row] = [("九江市", "防护服", "套", 12345678, 30000000, 0, 20000, 12000000, "exact", 5040000, "exact"),
                        ("吉安市", "84消毒液", "瓶", 1500, 200, 150, 520, 240, "exact", 1091000, "exact")]  # fmt: skip
    figures = [
        Column(word.lower(), word, Type.QUANTITY) for word in ("Received", "Bought", "Spent", "Given out", "Adjusted")
    ]
    columns = [Column("city", "City"), *STOCK_COLUMNS[:2], *figures, STOCK_COLUMNS[4],
               Column("value", "Value (yuan)", Type.MONEY, Screen.UNLESS_STACKED), Column("value_certainty", "", Type.TERM, Screen.NEVER)]  # fmt: skip
    text = printed(report(Table("x", "X", columns, lambda: goods)))
    assert "disinfectant" in text
    assert "protective" in text
    assert "50,400" not in text
    assert "No room for: Value (yuan)" in text
    monkeypatch.setenv("COLUMNS", "100")
    text = printed(report(Table("x", "X", columns, lambda: goods)))
    assert "50,400" in text
    assert "No room for" not in text


@pytest.mark.parametrize("count", [5, 300])
def test_I1_no_stored_text_steers_the_terminal(count: int) -> None:
    filler = LEDGER_ROWS * (count // 5)
    for payload in PAYLOADS:
        rows = [(*row[:3], payload, payload, payload, payload, payload, *row[8:15], payload) for row in filler[:5]]
        what = report(ledger([*rows, *filler[5:]] if payload == PAYLOADS[0] else rows), notes=[payload])
        source = Source(payload, 1, payload)
        text = printed(Report("x", payload, source, what.tables, notes=[payload]), Terminal())
        left = SGR.sub("", text)
        assert not re.search(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", left
        ), payload
        assert set(SGR.findall(text)) <= {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[2;31m"}
        assert max(map(width, left.splitlines())) <= 100


@pytest.mark.parametrize("name", ["王[/]", "[red]x", ":smile:", "[bold]y[/bold]", "\\[x]", "{begin}"])
@pytest.mark.parametrize("kind", [io.StringIO, Terminal])
def test_I1_names_are_printed_as_they_are(name: str, kind: type) -> None:
    assert name in printed(report(stock([(name, "个", None, 1, "exact")], ())), kind())


def test_rich_draws_what_we_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    for cells in WIDTHS:
        monkeypatch.setenv("COLUMNS", str(cells))
        what = report(ledger(LEDGER_ROWS, LEDGER_ROWS[:2]), stock())
        ours = printed(what)
        with monkeypatch.context() as without:
            without.setenv("NO_COLOR", "1")
            assert printed(what, Terminal()) == ours
        coloured = SGR.sub("", printed(what, Terminal()))
        assert [line.rstrip() for line in coloured.splitlines()] == ours.splitlines()


def test_we_draw_where_rich_counts_cells_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rich_table, "cell_len", len)
    drawn = printed(report(ledger()), Terminal())
    assert [line.rstrip() for line in SGR.sub("", drawn).splitlines()] == printed(report(ledger())).splitlines()


def test_colour_is_a_second_sign_only(monkeypatch: pytest.MonkeyPatch) -> None:
    text = printed(report(ledger()), Terminal())
    assert "\x1b[33m" in text
    assert "\x1b[2;31m" in text
    assert "\x1b" not in printed(report(ledger()))
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(report(ledger()), Terminal())


def test_long_tables_look_the_same_as_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "DRAWN_BY_RICH", 3)
    ours = printed(report(ledger()), Terminal())
    monkeypatch.setattr(terminal, "DRAWN_BY_RICH", 100)
    assert SGR.sub("", ours) == "\n".join(
        line.rstrip() for line in SGR.sub("", printed(report(ledger()), Terminal())).split("\n")
    )


@pytest.mark.parametrize("more", [0, 1])
def test_a_long_part_of_a_report_is_pointed_to_on_a_screen_alone(monkeypatch: pytest.MonkeyPatch, more: int) -> None:
    """Up to so many rows all are printed; beyond, a screen says how to see them, and a file has them all."""
    monkeypatch.setattr(terminal, "READ_ON_SCREEN", 5)
    rows = (LEDGER_ROWS * 6)[: 5 + more]
    long = ledger(rows)._replace(
        where_long=WhereLong(Sentence("See {month}.", {"month": "2020-02"}), lambda than: len(rows) > than)
    )
    on_screen = SGR.sub("", printed(report(long, stock()), Terminal()))
    assert ("See 2020-02." in on_screen.splitlines()) == bool(more)
    assert ("李华" in on_screen) != bool(more)
    assert "5,500" in on_screen, "what stands after it"
    assert printed(report(long, stock())) == printed(report(ledger(rows), stock()))


def test_I6_rows_after_the_sample_wrap_in_their_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "SAMPLE", 2)
    rows = [*LEDGER_ROWS[1:3], *LEDGER_ROWS]
    monkeypatch.setenv("COLUMNS", "160")
    text = printed(report(ledger(rows)))
    assert max(map(width, text.splitlines())) <= 160
    assert "Bought" in text, "nothing is known of what comes later"
    assert set(JOINT) <= set(text)


def test_nothing_of_another_format_is_imported() -> None:
    code = (
        "import io, json, sys; from donations.output import formats\n"
        "from test_output_samples import report, stock\n"
        "before = set(sys.modules); formats.render(report(stock()), 'table', io.StringIO())\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    here = Path(__file__).parent
    environment = {**os.environ, "PYTHONPATH": f"{here.parent}{os.pathsep}{here}"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    loaded = json.loads(ran.stdout)
    assert not {"rich", "csv", "donations.output.csv_file", "donations.output.json_file"} & set(loaded)
