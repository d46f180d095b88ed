# ruff: noqa: N802 - the names of the catalogue
"""Values as programs and as people read them."""

import unicodedata

import pytest
from conftest import Desk
from hypothesis import given
from hypothesis import strategies as st
from paper import shown
from test_output_samples import LEDGER_ROWS, ledger, stock

from donations.domain import remembered
from donations.domain.amount import SumCertainty, minor_text
from donations.output.cells import Reader, grouped
from donations.output.cleaning import clean
from donations.output.for_programs import program_cells, program_columns
from donations.output.terms import TERMS
from donations.output.xlsx_cells import Cell, reading
from donations.reports.table import Column, Row, Table, Type, Value

ROW = LEDGER_ROWS[0]


def read(key: str, **values: Value) -> str:
    """How the column `key` of the first row of the ledger reads in English, with `values` in it."""
    table = ledger()
    keys = [column.key for column in table.columns]
    row: Row = tuple(values.get(name, value) for name, value in zip(keys, ROW, strict=True))
    return Reader("en").cell(table, keys.index(key))(row)


@pytest.mark.parametrize(
    ("minor", "decimals", "at_least", "text"),
    [
        (5500, 0, 0, "5,500"),
        (150000000, 2, 2, "1,500,000.00"),
        (-5, 2, 2, "-0.05"),
        (-1234567, 0, 0, "-1,234,567"),
        (500500, 3, 0, "500.5"),
        (500000, 3, 0, "500"),
        (10**18, 2, 2, "10,000,000,000,000,000.00"),
    ],
)
def test_grouped(minor: int, decimals: int, at_least: int, text: str) -> None:
    assert grouped(minor, decimals, at_least) == text


def test_quantities_for_people() -> None:
    assert read("received") == "5,500 pcs"
    assert read("received", certainty="about") == "≈5,500 pcs"
    assert read("received", received=-20) == "-20 pcs"
    assert read("received", received=0) == ""
    assert read("received", received=None, certainty="unknown") == "unknown"
    assert read("received", received=None, certainty="about") == "unknown"
    assert read("received", received=None, certainty="exact") == "", "a column that does not apply to the row"
    assert read("received", received=150000000, unit="元", decimals=2) == "1,500,000.00 yuan"
    assert read("received", received=1500, unit="斤", decimals=3) == "1.5 jin"


def test_money_for_people() -> None:
    assert read("value", value_certainty="exact") == "17,500.00"
    assert read("value") == "≈17,500.00"
    assert read("value", value=None) == ""
    assert read("value", value=-1) == "≈-0.01"


def test_zero_is_printed_where_the_column_says_so() -> None:
    table = stock()
    assert Reader("en").cell(table, 3)(("酒精", "瓶", None, 0, "exact")) == "0 bottles"


def test_unknown_where_the_table_has_no_certainty() -> None:
    table = Table("x", "X", [Column("amount", "Amount", Type.QUANTITY)], list)
    assert Reader("en").cell(table, 0)((None,)) == "unknown"
    assert Reader("en").cell(table, 0)((1200,)) == "1,200"


def test_the_certainty_of_its_own_goes_before_that_of_the_row() -> None:
    columns = [
        Column("on_hand", "On hand", Type.QUANTITY),
        Column("certainty", "", Type.TERM),
        Column("on_hand_certainty", "", Type.TERM),
    ]
    table = Table("x", "X", columns, list)
    assert Reader("en").cell(table, 0)((5, "about", "exact")) == "5"
    assert Reader("en").cell(table, 0)((5, "exact", "about")) == "≈5"


def test_terms_and_the_name_of_money() -> None:
    assert read("type") == "receipt"
    assert read("type", type="barter") == "barter", "a word that is none of ours stays"
    assert read("item", item="CNY") == "money"
    assert read("donor", donor="CNY") == "CNY", "only items are money"
    assert set(TERMS) >= {"receipt", "relay", "return", "about", "person", "opening", "beneficiary"}


def test_for_programs_amounts_are_exact_and_the_rest_is_raw() -> None:
    table = ledger()
    keys = [column.key for column in program_columns(table)]
    assert "decimals" not in keys
    [columns] = program_cells(table, table.rows)
    cells = [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]
    assert cells[1]["item"] == "CNY"
    assert cells[1]["received"] == "1500000"
    assert cells[1]["note"] is None
    assert cells[2]["received"] == "500.5"
    assert cells[2]["type"] == "relay"
    assert cells[3]["distributed"] is None
    assert cells[0]["entry"] == 1
    assert cells[0]["value"] == "17500"


@given(st.integers(-(10**18), 10**18), st.integers(0, 6))
def test_people_and_programs_read_the_same_number(minor: int, decimals: int) -> None:
    assert grouped(minor, decimals).replace(",", "") == minor_text(minor, decimals)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("王小明", "王小明"),
        ("\x1b[31m王\x9b0m", "[31m王0m"),
        ("a\r\nb\tc\nd\u2028e", "a b c d e"),
        ("\u202e反\u200b转\ufeff", "反转"),
        ("a" + "\u0301" * 40, "a" + "\u0301" * 3),
        ("[red]x :smile: 王[/]", "[red]x :smile: 王[/]"),
        ("❤\ufe0f", "❤"),
        ("\udc80", "\ufffd"),
        ("Ｎ９５　口罩", "Ｎ９５　口罩"),
    ],
)
def test_clean(text: str, seen: str) -> None:
    assert clean(text) == seen


@given(st.text(max_size=60))
def test_I1_clean_leaves_nothing_that_steers_a_terminal(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    bidirectional = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    for character in cleaned:
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in bidirectional


def test_chinese_counters_have_an_english_word_to_read() -> None:
    """床, 把 and 双 are no words for English readers; a unit nobody knows stays as it was typed."""
    from donations.domain.units_english import english_of

    assert [english_of(unit) for unit in ("床", "把", "双", "瓶", "公斤", "嘟")] == [
        "pcs",
        "pcs",
        "pairs",
        "bottles",
        "kg",
        "嘟",
    ]


SUMS = [
    ("exact", "5", "5"), ("about", "≈5", "约5"), ("exact+2", "?+5", "不详+5"), ("about+1", "?+≈5", "不详+约5"), ("exact±1", "?±5", "不详±5"),
]  # fmt: skip


BELOW = [
    ("exact", "-5", "#,##0"), ("about", "约-5", '"约"#,##0;"约"-#,##0'), ("exact+2", "不详-5", '"不详-"#,##0;"不详-"#,##0'),
    ("exact±2", "不详-5", '"不详-"#,##0;"不详-"#,##0'), ("about+1", "不详-约5", '"不详-约"#,##0;"不详-约"#,##0'),
]  # fmt: skip


@pytest.mark.parametrize(("certainty", "text", "number_format"), BELOW)
def test_what_is_below_zero_has_one_sign_in_every_format(certainty: str, text: str, number_format: str) -> None:
    """No +-100 that looks like ±100, and a workbook puts the minus where all the others do."""
    columns = (Column("amount", "Amount", Type.QUANTITY), Column("amount_certainty", "", Type.TERM))
    reader = Reader("zh_CN")
    read = reader.cell(Table("t", "T", columns, lambda: [(-5, certainty)]), 0)((-5, certainty))
    cell = reading(Type.QUANTITY, reader)
    assert cell is not None
    assert read == text
    assert cell(text) == Cell(-5, number_format)
    assert shown(-5, number_format) == text


@pytest.mark.parametrize(("certainty", "english", "chinese"), SUMS)
def test_what_nobody_counted_stands_beside_the_sum(certainty: str, english: str, chinese: str) -> None:
    """People read that there is more; programs read `about`, whatever isn't exact; a workbook shows the same over a number."""
    columns = (Column("amount", "Amount", Type.QUANTITY), Column("amount_certainty", "", Type.TERM))
    table = Table("t", "T", columns, lambda: [(5, certainty)])
    for language, text in (("en", english), ("zh_CN", chinese)):
        reader = Reader(language)
        read = reader.cell(table, 0)((5, certainty))
        assert read == text
        assert reader.is_about(read) == (certainty != "exact")
        cell = reading(Type.QUANTITY, reader)
        assert cell is not None
        sign = text.removesuffix("5")
        assert cell(text) == Cell(5, f'"{sign}"#,##0' if sign else "#,##0")
    assert list(program_cells(table, table.rows)) == [[("5",), ["exact" if certainty == "exact" else "about"]]]
    assert str(SumCertainty.parse(certainty)) == certainty


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each value is made once until there are too many; all are made rightly, nothing and zero too."""
    monkeypatch.setattr(remembered, "MOST", 3)
    made: list[Value] = []

    def text(value: Value) -> Value:
        made.append(value)
        return None if value is None else f"<{value}>"

    known = remembered.Remembered(text)
    assert [known[value] for value in (0, None, "a", 0, None, "a")] == ["<0>", None, "<a>"] * 2
    assert made == [0, None, "a"]
    assert [known[value] for value in ("b", "c", 0)] == ["<b>", "<c>", "<0>"]
    assert len(known) == 3


UNKNOWN = (
    "receive 李华 口罩500个 --city 九江市", "receive 王芳 口罩一批 --city 九江市 --new", "receive 王芳 口罩5个 --with 李华 --city 吉安市",
    "distribute 市三院 口罩100个 --new", "adjust loss 口罩5个", "receive 李华 大米若干 --to 市三院 --new", "receive 李华 大米20斤 --to 市三院",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("totals --by city", ["不详+500", "不详+505", "不详+20"]),
        ("totals --by item", ["不详+505", "不详+20"]),
        ("totals --by donor", ["不详+20", "500"]),
        ("totals --by month", ["不详+505"]),
        ("month 2020-02", ["不详+505", "不详±400"]),
        ("stock", ["不详±400"]),
        ("statement 王芳", ["不详+5"]),
        ("publish 2020-02 --dry-run", ["不详+505", "不详±400"]),
    ],
)
def test_every_report_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch, line: str, expected: list[str]) -> None:
    """No report takes what nobody counted for roughly known, and none forgets it."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    for said in UNKNOWN:
        desk.do(f"{said} --date 2020-02-10 --yes --new" if "--new" not in said else f"{said} --date 2020-02-10 --yes")
    text = desk.do(f"{line} --format table").out
    for part in expected:
        assert part in text
    assert "约" not in text.replace("标“约”的为约数", "")
    assert "exact+" not in desk.do(f"{line} --format json").out


def test_a_count_settles_what_nobody_had_counted(desk: Desk) -> None:
    for said in UNKNOWN[:3]:
        desk.do(f"{said} --date 2020-02-10 --yes --new" if "--new" not in said else f"{said} --date 2020-02-10 --yes")
    assert "?±505" in desk.do("stock --format table").out
    desk.do("adjust count 口罩700个 --date 2020-02-11 --yes")
    assert "?" not in desk.do("stock --format table").out
