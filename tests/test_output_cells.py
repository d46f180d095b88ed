# ruff: noqa: N802 - the names of the catalogue
"""Values as programs and as people read them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_output_samples import LEDGER_ROWS, ledger, stock

from donations.domain.amount import minor_text
from donations.output.cells import Reader, grouped, program_cells, program_columns
from donations.output.cleaning import clean
from donations.output.terms import TERMS
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
    cells = [dict(zip(keys, program_cells(table)(row), strict=True)) for row in table.rows()]
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
    from donations.domain.units import english_of

    assert [english_of(unit) for unit in ("床", "把", "双", "瓶", "公斤", "嘟")] == [
        "pcs",
        "pcs",
        "pairs",
        "bottles",
        "kg",
        "嘟",
    ]
